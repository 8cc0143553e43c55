import Fraction from './fraction.ts';
import type { Language } from '../../diagnostic.ts';
import { stepFor, type Measured } from './arithmetic.ts';
import { fixed, group, decimalPlaces, plainNumber, numberWithUnit } from './digits.ts';
import { isShare } from './dimension.ts';
import { powerOfTen } from './fractions.ts';
import type { IntervalEnd } from './interval.ts';
import { scaleOf } from './unit.ts';

export interface PrintOptions {
  readonly step?: Fraction | undefined;
  readonly keepUnit?: boolean;
}

/**
 * A computed figure as it is printed: with the digits that its inputs justify, in the unit that they have. Where every
 * digit is certain, `step` asks for as many as another figure has; `keepUnit` is for small differences between large figures.
 */
export function printMeasured(
  measured: Measured,
  language: Language,
  { step, keepUnit }: PrintOptions = {},
): string {
  const { number, loose } = measured;
  const unit = keepUnit ? measured.unit : unitToPrint(measured);
  const share = isShare(measured.dimension);
  const wanted =
    step && measured.step === undefined && number.div(unit.factor).mul(100).d !== 1n
      ? decimalPlaces(step.div(unit.factor))
      : 0;
  const decimals = Math.max(decimalsOf(measured, unit.factor, share), wanted === 0 ? -Infinity : wanted);
  // digits before the point that nothing justifies are noughts, and said to be
  const coarse = decimals < 0;
  const shown = fixed(number.div(unit.factor), decimals, share && decimals >= 0);
  const text = numberWithUnit(group(shown, language), unit.written, language);
  const word = loose ? qualifierOf(measured) : coarse ? 'about' : undefined;
  if (word === 'range') return printRange(measured, unit, language);
  return word === undefined ? text : `${boundWords[word][language]}${text}`;
}

/** Words before a figure of which only one end is known, or neither. */
export const boundWords = {
  about: { en: 'about ', zh: '约' },
  over: { en: 'over ', zh: '超过' },
  below: { en: 'under ', zh: '不足' },
  'at-least': { en: 'at least ', zh: '不低于' },
  'at-most': { en: 'at most ', zh: '不超过' },
} as const;

/** What the ends of an interval make of its number: 6900多 and 494 are over 7394. */
export function qualifierOf({
  number,
  interval: { low, high },
}: Pick<Measured, 'number' | 'interval'>): keyof typeof boundWords | 'range' | undefined {
  const [atLow, atHigh] = [low?.value.equals(number) === true, high?.value.equals(number) === true];
  if (atLow && atHigh) return undefined;
  if (atLow) return low?.open === true ? 'over' : high ? 'range' : 'at-least';
  if (atHigh) return high?.open === true ? 'below' : 'at-most';
  return 'about';
}

function printRange(
  { interval: { low, high } }: Measured,
  { written, factor }: Measured['unit'],
  language: Language,
): string {
  const ends = [low, high].map((end) =>
    group(plainNumber((end?.value ?? new Fraction(0)).div(factor), 2), language),
  );
  return numberWithUnit(ends.join(language === 'zh' ? '—' : '–'), written, language);
}

/** Every number that a figure may stand for, in words: 1.65亿元至1.75亿元; undefined where it is only one. */
export function printInterval(
  { interval: { low, high }, unit: { written, factor } }: Pick<Measured, 'interval' | 'unit'>,
  language: Language,
  most = 4,
): string | undefined {
  const bare = ({ value }: IntervalEnd): string => group(plainNumber(value.div(factor), most), language);
  const end = (bound: IntervalEnd): string => numberWithUnit(bare(bound), written, language);
  if (low && high) {
    if (low.value.equals(high.value)) return undefined;
    // an English unit in words is said once: 1.5 to 2.5 percentage points
    const isWord = language === 'en' && /^ ?[a-z]{2}/.test(written);
    const [from, to] = [isWord ? bare(low) : end(low), end(high)];
    const open = openEnds(low, high);
    return language === 'zh'
      ? `${from}至${to}${openZh[open](from, to)}`
      : `${from} to ${to}${openEn[open](from, to)}`;
  }
  if (low) return oneEnd[low.open ? 'above' : 'from'][language] + end(low);
  return high && oneEnd[high.open ? 'below' : 'to'][language] + end(high);
}

/** Words before the only end of an interval. */
const oneEnd = {
  above: { en: 'more than ', zh: '大于' },
  from: { en: 'at least ', zh: '不小于' },
  below: { en: 'less than ', zh: '小于' },
  to: { en: 'at most ', zh: '不大于' },
} as const;

/** Which ends of an interval do not belong to it. */
const openEnds = (low: IntervalEnd, high: IntervalEnd): keyof EndWords =>
  low.open ? (high.open ? 'both' : 'low') : high.open ? 'high' : 'none';

type EndWords = Readonly<Record<'both' | 'low' | 'high' | 'none', (from: string, to: string) => string>>;
const openZh: EndWords = {
  both: () => '，不含两端',
  low: (from) => `，不含${from}`,
  high: (_, to) => `，不含${to}`,
  none: () => '',
};
const openEn: EndWords = {
  both: () => ', both ends excluded',
  low: (from) => `, ${from} excluded`,
  high: (_, to) => `, ${to} excluded`,
  none: () => '',
};

/** The unit of a figure; without 万, 亿 or million where less than one of it would be printed. */
function unitToPrint({ number, unit }: Measured): Measured['unit'] {
  const scaled =
    /^(?:万亿|[百十千]?亿|[百十千]?万|千|百(?!分点))(?=.)| (?:thousand|million|billion|trillion)(?![a-z])/.exec(
      unit.written,
    )?.[0];
  if (scaled === undefined || number.abs().compare(unit.factor) >= 0 || number.equals(0)) return unit;
  const rest = unit.written.replace(scaled, '');
  const base = unit.factor.div(scaleOf(scaled.trim()));
  const tens = base.mul(10_000);
  const inTens = scaled.endsWith('亿') && number.abs().compare(tens) >= 0;
  return inTens ? { written: `万${rest}`, factor: tens } : { written: rest, factor: base };
}

/** How many digits stand behind the point; fewer than none where not even the last before it is justified. */
function decimalsOf({ number, step, digits }: Measured, factor: Fraction, share: boolean): number {
  const value = number.div(factor);
  const whole = [0, 1, 2].find((places) => value.mul(powerOfTen(places)).d === 1n);
  if (step === undefined)
    return whole ?? Math.min(decimalPlaces(stepFor(value, Math.max(3, digits ?? 3))), 2);
  const places = decimalPlaces(step.div(factor));
  return share ? Math.min(Math.max(places, 0), 2) : places;
}
