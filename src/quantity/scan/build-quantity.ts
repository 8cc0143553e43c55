import type Fraction from '../value/fraction.ts';
import { isLetterAt, isOneOf } from '../characters.ts';
import type { Magnitude } from './magnitude.ts';
import { isLifeSpan, isOfCounts, isYear } from './exclusions.ts';
import type { WrittenNumber } from './number.ts';
import { movementAfter, wordsAfter, wordsAfterNoun, type WordsBefore } from './qualifiers.ts';
import type { Quantity, Qualifier } from '../value/quantity.ts';
import { StatedQuantity, type Said } from '../value/stated-quantity.ts';
import { rangeAt } from './range.ts';
import type { Read, ScanOptions } from './read.ts';
import { APPROXIMATION, type Stated } from '../value/written-interval.ts';
import { scoreBehind, sharedUnit, unitBehind } from './unit-behind.ts';
import { noUnit, unitOf, type Unit } from '../value/unit.ts';

/** What a figure is put together from. */
export interface Parts {
  readonly text: string;
  readonly written: string;
  readonly start: number;
  readonly digits: readonly [number, number];
  readonly number: WrittenNumber;
  readonly magnitude: Magnitude;
  readonly currency: string | undefined;
  readonly before: WordsBefore;
  readonly kind?: Quantity['kind'];
  /** What the number itself says: 数十, 三五. */
  readonly qualifier?: Qualifier;
  readonly upper?: Fraction;
  /** The unit, where the number’s own words say it: 百分之三十. */
  readonly given?: Unit;
}

/** Puts a figure together: range, unit, words around it, interval. */
export function make(parts: Parts, options: ScanOptions): Read {
  const { text, number, magnitude, currency } = parts;
  const first = ownUnit(parts, options);
  const range =
    parts.upper === undefined ? rangeAt(text, first.end, number, currency !== undefined, options) : undefined;
  if (range === 'none') return { end: magnitude.end };
  const last = range ?? first;
  const { end } = last;
  const unit =
    currency === undefined ? last.unit : { ...noUnit, written: currency, family: unitOf(currency).family };
  if (isAgeOf(parts, unit, end) || (unit.written === '' && isName(parts, end, options))) return { end };
  return finish(
    parts,
    { unit, end, upper: parts.upper ?? range?.upper, magnitude: range?.magnitude ?? magnitude },
    options,
  );
}

/** The unit that a number has by its own words or behind it, and where that ends. */
function ownUnit(
  { text, number, magnitude: { end }, currency, given }: Parts,
  options: ScanOptions,
): { readonly unit: Unit; readonly end: number } {
  const found =
    given || currency !== undefined
      ? undefined
      : (scoreBehind(text, end, number.decimals) ??
        unitBehind(text, end, options) ??
        sharedUnit(text, end, options));
  return found ?? { unit: given ?? noUnit, end };
}

/** Whether a number without a unit names something, a year or a class (2021级), and counts nothing. */
const isName = ({ text, digits }: Parts, end: number, { whole }: ScanOptions): boolean =>
  text[end] === '级' ||
  (whole !== true &&
    digits[1] - digits[0] === 4 &&
    isYear(text.slice(...digits)) &&
    !isOfCounts(text, digits));

interface Ending {
  readonly unit: Unit;
  readonly end: number;
  readonly upper: Fraction | undefined;
  readonly magnitude: Magnitude;
}

function finish(parts: Parts, ending: Ending, options: ScanOptions): Read {
  const { text, written, number, before, digits } = parts;
  const { unit, end, upper, magnitude } = ending;
  const behind = wordsAfter(text, end) ?? wordsAfterNoun(text, end);
  const span = [
    before.qualifier === undefined ? parts.start : before.start,
    end + (behind?.length ?? 0),
  ] as const;
  const movement = before.movement ?? movementAfter(text, span[1]);
  if (isLessThanNone(movement, unit)) return { end: span[1] };
  const said: Said = {
    text: written.slice(...span),
    span,
    digits,
    family: isOfVisits(text, digits[0], unit) ? '人次' : unit.family,
    unit:
      parts.currency === undefined ? scaledUnit(magnitude.word, unit.written) : unit.written + magnitude.word,
    per: before.per.length === 0 ? unit.per : [...unit.per, ...before.per],
    movement,
    kind: parts.kind ?? (isRank(text, digits[0]) ? 'rank' : 'figure'),
  };
  const stated: Stated = {
    number,
    magnitude: magnitude.factor,
    unit,
    qualifier: qualifierOf(parts, ending, behind?.qualifier),
    oddBefore: magnitude.odd === 'before',
    upper,
    approximation: options.approximation ?? APPROXIMATION,
  };
  return { end: span[1], quantity: new StatedQuantity(said, stated) };
}

/** What qualifies a figure: its own words first, then its being a range, then the words behind it, and last those before. */
function qualifierOf(
  { text, qualifier, before }: Parts,
  { unit, end, upper, magnitude }: Ending,
  behind: Qualifier | undefined,
): Qualifier {
  if (qualifier !== undefined) return qualifier;
  if (upper !== undefined) return 'range';
  if (behind !== undefined) return behind;
  const oddMonths = unit.written === '个月' && isOneOf('多余', text, end - 2);
  return magnitude.odd || oddMonths ? 'odd' : (before.qualifier ?? 'exact');
}

/** Nothing can become less by more than all of it: 减少3倍 says no number. */
const isLessThanNone = (movement: Quantity['movement'], unit: Unit): boolean =>
  movement?.direction === 'down' && !movement.to && unit.written === '倍';

const isRank = (text: string, at: number): boolean => text[text[at - 1] === ' ' ? at - 2 : at - 1] === '第';

/** Whether 人 counts visits, as the words before the number say: 接待人次超过3万人. */
const isOfVisits = (text: string, at: number, unit: Unit): boolean =>
  unit.written === '人' && /人次(?:超过|达到?|超|约|近|为|共)*$/.test(text.slice(Math.max(0, at - 8), at));

/** 万 and 元 stand together, million and tonnes apart. */
const scaledUnit = (magnitude: string, unit: string): string =>
  magnitude + (isLetterAt(magnitude, magnitude.length - 1) && isLetterAt(unit, 0) ? ' ' : '') + unit;

/** Whether a number is somebody’s age: 60岁以上; of 人均预期寿命80.6岁, and by itself, it is a figure. */
const isAgeOf = ({ text, digits }: Parts, unit: Unit, end: number): boolean =>
  unit.family === '岁' ? !isLifeSpan(text, digits[0]) : isAge(text, end);

/** Whether years of age stand there. */
const isAge = (text: string, at: number): boolean => {
  const start = text[at] === ' ' ? at + 1 : at;
  return text[start] === '岁' || text.startsWith('周岁', start);
};
