import Fraction from 'fraction.js';
import type { Language } from '../../diagnostic.ts';
import { isPoints, isShare } from './dimension.ts';
import { divide, exactly, isBeyond, negate, scale, subtract, type Interval } from './interval.ts';
import { stepFor, type Measured } from './arithmetic.ts';
import { powerOfTen } from './fractions.ts';
import { unitFor } from './noun.ts';
import type { Quantity } from './quantity.ts';
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
      ? placesOf(step.div(unit.factor))
      : 0;
  const decimals = Math.max(decimalsOf(measured, unit.factor, share), wanted === 0 ? -Infinity : wanted);
  // digits before the point that nothing justifies are noughts, and said to be
  const coarse = decimals < 0;
  const shown = fixed(number.div(unit.factor), decimals, share && decimals >= 0);
  const text = withUnit(group(shown, language), unit.written, language);
  const word = loose ? qualifierOf(measured) : coarse ? 'about' : undefined;
  if (word === 'range') return printRange(measured, unit, language);
  return word === undefined ? text : `${words[word][language]}${text}`;
}

const words = {
  about: { en: 'about ', zh: '约' },
  over: { en: 'over ', zh: '超过' },
  below: { en: 'under ', zh: '不足' },
  'at-least': { en: 'at least ', zh: '不低于' },
  'at-most': { en: 'at most ', zh: '不超过' },
} as const;

/** What the ends of an interval make of its number: 6900多 and 494 are over 7394. */
function qualifierOf({
  number,
  interval: { low, high },
}: Pick<Measured, 'number' | 'interval'>): keyof typeof words | 'range' | undefined {
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
    group(plain((end?.value ?? new Fraction(0)).div(factor), 2), language),
  );
  return withUnit(ends.join(language === 'zh' ? '—' : '–'), written, language);
}

/** Every number that a figure may stand for, in words: 1.65亿元至1.75亿元; undefined where it is only one. */
export function printInterval(
  { interval: { low, high }, unit: { written, factor } }: Pick<Measured, 'interval' | 'unit'>,
  language: Language,
  most = 4,
): string | undefined {
  const end = (value: Fraction): string =>
    withUnit(group(plain(value.div(factor), most), language), written, language);
  if (low && high) {
    if (low.value.equals(high.value)) return undefined;
    // an English unit in words is said once: 1.5 to 2.5 percentage points
    const isWord = language === 'en' && /^ ?[a-z]{2}/.test(written);
    const [from, to] = [
      isWord ? group(plain(low.value.div(factor), most), language) : end(low.value),
      end(high.value),
    ];
    const open = low.open && high.open ? 'both' : low.open ? 'low' : high.open ? 'high' : 'none';
    return language === 'zh'
      ? `${from}至${to}${openZh[open](from, to)}`
      : `${from} to ${to}${openEn[open](from, to)}`;
  }
  if (low)
    return (
      (language === 'zh' ? (low.open ? '大于' : '不小于') : low.open ? 'more than ' : 'at least ') +
      end(low.value)
    );
  return (
    high &&
    (language === 'zh' ? (high.open ? '小于' : '不大于') : high.open ? 'less than ' : 'at most ') +
      end(high.value)
  );
}

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
  if (step === undefined) return whole ?? Math.min(placesOf(stepFor(value, Math.max(3, digits ?? 3))), 2);
  const places = placesOf(step.div(factor));
  return share ? Math.min(Math.max(places, 0), 2) : places;
}

/** A figure whose writing a computed one follows: its unit, its decimals and its thousands separators. */
export type Pattern = Pick<Quantity, 'text' | 'unit' | 'factor' | 'step' | 'number'>;

/** The writing of a share in per cent with one decimal. */
export const percentPattern: Pattern = {
  text: '',
  unit: '%',
  factor: new Fraction(1, 100),
  step: new Fraction(1, 1000),
  number: new Fraction(-1),
};

/**
 * A computed number, in base units, as another figure is written: 42.6 km, 3,153, 25项. It has the digits that the other
 * shows, one more where that makes it exact, and as many more as it takes to tell the two apart.
 */
export function printLike(value: Fraction, pattern: Pattern): string {
  const { text, unit, factor, step, number } = pattern;
  const [scaled, written] = [value.div(factor), number.div(factor)];
  const places = step.equals(0) ? 0 : placesOf(step.div(factor));
  const isExact = (more: number): boolean => scaled.round(places + more).equals(scaled);
  const more =
    [0, 1].find(isExact) ?? [0, 1, 2, 3].find((each) => !scaled.round(places + each).equals(written)) ?? 3;
  const isChinese = /\p{Script=Han}/u.test(unit) || /\p{Script=Han}/u.test(text);
  const isGrouped = /\d,\d{3}/.test(text) || !(isChinese || /\d{4}/.test(text));
  return withUnit(
    group(fixed(scaled, places + more, /^(?:%|per ?cent)/.test(unit)), isGrouped ? 'en' : 'zh'),
    unit,
    isChinese ? 'zh' : 'en',
  );
}

/** Every number that a computed figure may be, in the unit of another and with one digit more, in words; undefined where it is only one. */
export const printReach = (
  interval: Interval,
  { unit, factor, step }: Pick<Pattern, 'unit' | 'factor' | 'step'>,
  language: Language,
): string | undefined =>
  printInterval(
    { interval, unit: { written: unit, factor } },
    language,
    1 + (step.equals(0) ? 0 : placesOf(step.div(factor))),
  );

/** Decimals of a step: 2 of 0.01, 0 of 1, -1 of 10; of 0.05 as of 0.01. */
const placesOf = (step: Fraction): number => {
  let places = 0;
  while (step.mul(powerOfTen(places)).compare(1) < 0) places++;
  while (step.mul(powerOfTen(places)).compare(10) >= 0) places--;
  return places;
};

/** A number with so many decimals, rounded half up; a share that is not all and not none never looks as if it were. */
export function fixed(value: Fraction, decimals: number, share = false): string {
  let places = decimals;
  const claims = (rounded: Fraction): boolean =>
    !rounded.equals(value) && (rounded.equals(0) || rounded.equals(100));
  while (share && places < 6 && claims(value.round(places))) places++;
  if (places < 0) return plain(value.div(powerOfTen(-places)).round().mul(powerOfTen(-places)), 0);
  const { s, n } = value.mul(powerOfTen(places)).round();
  const text = String(n).padStart(places + 1, '0');
  const point = text.length - places;
  return `${s < 0n ? '-' : ''}${text.slice(0, point)}${places > 0 ? `.${text.slice(point)}` : ''}`;
}

/** A number with as few decimals as tell it, and no more than some. */
const plain = (value: Fraction, most: number): string => {
  const text = fixed(value, most);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

/** English groups digits in threes; Chinese reports do not. */
const group = (text: string, language: Language): string =>
  language === 'en' ? text.replace(/\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ',')) : text;

function withUnit(number: string, unit: string, language: Language): string {
  const money = /^(?:[A-Z]{0,3}[$£€₹¥]|[A-Z]{3} ?(?=[mb ]|$))(.*)$/.exec(unit);
  if (money) {
    const [sign, rest] = [unit.slice(0, unit.length - (money[1] ?? '').length), (money[1] ?? '').trim()];
    const before = /^[A-Z]{3}$/.test(sign) ? `${sign} ` : sign;
    return (
      number.replace(/^-?/, (minus) => minus + before) +
      (/^(?:$|\/|(?:m|mn|b|bn|k)$)/i.test(rest) ? rest : ` ${rest}`)
    );
  }
  if (/^(?:个?百分点|percentage points?)$/.test(unit))
    return language === 'zh'
      ? `${number}个百分点`
      : `${number} percentage ${number === '1' ? 'point' : 'points'}`;
  if (language === 'en' && /^k (?=[a-z])/i.test(unit)) return `${number}${unit}`;
  return language === 'en' && /^ ?[A-Za-z]/.test(unit)
    ? `${number} ${unitFor(number, unit.trim())}`
    : number + unit.replace(/^( (?:thousand|million|billion|trillion))(?=\S)/, '$1 ');
}

/** How much a figure has changed: 增加307人, 提高2.1个百分点; undefined where the two cannot be compared. */
export function printChange(
  now: Measured,
  difference: Measured | undefined,
  language: Language,
): string | undefined {
  if (difference === undefined || isUnbounded(difference)) return undefined;
  const { number } = difference;
  if (number.equals(0)) return unchanged[language];
  const points = isPoints(difference.dimension) || isPoints(now.dimension) || isShare(now.dimension);
  const up = number.compare(0) > 0;
  const certain = boundOf(
    up ? difference : { ...difference, number: number.neg(), interval: negate(difference.interval) },
  );
  if (certain === undefined) return undefined;
  // a change of less than one step of the coarser figure keeps its own digits
  const small = certain.step !== undefined && certain.number.compare(certain.step) < 0;
  // a mark of 4.4 out of 5 is 0.2 better than one of 4.2, not 0.2 out of 5
  const amount = printMeasured(small ? { ...certain, step: undefined } : certain, language).replace(
    / out of [\d.,]+$/,
    '',
  );
  if (language === 'zh') return (points ? (up ? '提高' : '下降') : up ? '增加' : '减少') + amount;
  return `${points ? (up ? 'rose' : 'fell') : up ? 'increased' : 'decreased'} by ${amount}`;
}

/** What is sure of a change with one end: 超过2.04亿元 after 1.7亿元 is over 2900万元 more; undefined where it may be none. */
function boundOf(change: Measured): Measured | undefined {
  const { low, high } = change.interval;
  const end = low && high ? undefined : (low ?? high);
  if (end === undefined || end.value.equals(change.number)) return change;
  return end.value.compare(0) > 0 ? { ...change, number: end.value, step: undefined } : undefined;
}

const unchanged = { en: 'unchanged from the previous year', zh: '与上年持平' };

/** Whether a figure may be anything: what two least values differ by nobody knows. */
const isUnbounded = ({ interval: { low, high } }: Measured): boolean =>
  low === undefined && high === undefined;

const isOneSided = ({ interval: { low, high } }: Pick<Measured, 'interval'>): boolean =>
  low === undefined || high === undefined;

/** By what share a figure has grown: 增长9.7%, 下降3.2%; undefined where it began at nothing or below, or nobody knows. */
export function printGrowth(now: Measured, before: Measured, language: Language): string | undefined {
  const times = isBeyond(before.interval, 0, 'above') ? divide(now.interval, before.interval) : undefined;
  if (before.number.compare(0) <= 0 || times === undefined) return undefined;
  const growth = now.number.sub(before.number).div(before.number).mul(100);
  if (growth.equals(0)) return unchanged[language];
  const up = growth.compare(0) > 0;
  const interval = scale(subtract(times, exactly(new Fraction(1))), new Fraction(up ? 100 : -100));
  const qualifier = now.loose || before.loose ? qualifierOf({ number: growth.abs(), interval }) : undefined;
  // of a figure with one end, only a share that is that end is known
  if (isOneSided({ interval }) && qualifier === 'about') return undefined;
  const word = qualifier === 'range' ? 'at-least' : qualifier;
  const steps = [now.step, before.step].flatMap((step) => (step ? [step.div(before.number).mul(100)] : []));
  // one decimal, as statistical bulletins have it, where the digits of both bear it; a whole per cent needs none
  const decimals = growth.d === 1n || steps.some((step) => step.compare(new Fraction(1, 2)) > 0) ? 0 : 1;
  const amount = `${word === undefined ? '' : words[word][language]}${group(fixed(growth.abs(), decimals, true), language)}%`;
  return language === 'zh' ? (up ? '增长' : '下降') + amount : `${up ? 'grew' : 'fell'} by ${amount}`;
}
