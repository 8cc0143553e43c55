import Fraction from 'fraction.js';
import { around, between, exactly, from, upTo, type Interval } from './interval.ts';
import type { Quantity, Qualifier } from './quantity.ts';
import { POINTS, RATIO, type Unit } from './unit.ts';

/** A number as the text has it, before the words around it count. */
export interface Stated {
  readonly value: Fraction;
  readonly decimals: number;
  /** What 万, 亿, million multiply by; 1 without. */
  readonly magnitude: Fraction;
  readonly unit: Unit;
  readonly qualifier: Qualifier;
  /** Of 多 and 余: whether it stands before 万 or 亿, as in 1710多万. */
  readonly oddBefore: boolean;
  /** The other end of a range. */
  readonly upper: Fraction | undefined;
  /** By how much 约 and 左右 widen, in percent. */
  readonly approximation: number;
}

/** By how much 约 and 左右 widen where nobody says, in percent. */
export const APPROXIMATION = 5;

const ten = new Fraction(10);
const placeValues: Fraction[] = [];

/** One of the last digit of a number with so many decimals. */
const lastPlace = (decimals: number): Fraction =>
  (placeValues[decimals] ??= new Fraction(1n, 10n ** BigInt(decimals)));

/** One of the last digit that is not zero: 1710 → 10, 6900 → 100, 2.5 → 0.1. */
function lastStep(value: Fraction, decimals: number): Fraction {
  let step = lastPlace(decimals);
  if (value.equals(0)) return step;
  while (value.mod(step.mul(ten)).equals(0)) step = step.mul(ten);
  return step;
}

/**
 * The interval that a statement stands for. Rounded values reach half a unit of their last digit to either side (XBRL
 * Calculations 1.1); 多, 余, 近, 不足 and 超过 leave the number out, 以上, 以下, 不低于 and 不超过 hold it (Civil Code of the
 * PRC, article 1259).
 */
export function intervalOf({
  value,
  decimals,
  magnitude,
  unit,
  qualifier,
  oddBefore,
  upper,
  approximation,
}: Stated): Pick<Quantity, 'interval' | 'exact'> {
  const worth = magnitude.mul(unit.factor);
  const number = value.mul(worth);
  const digit = lastPlace(decimals).mul(worth);
  const step = qualifier === 'exact' ? digit : lastStep(value, decimals).mul(worth);
  const reach = magnitude.equals(1) || oddBefore ? step : digit;
  const bounds: Readonly<Record<Exclude<Qualifier, 'exact'>, () => Interval>> = {
    about: () => around(number, larger(number.abs().mul(approximation).div(100), step)),
    over: () => from(number, true),
    'at-least': () => from(number, false),
    below: () => upTo(number, true),
    'at-most': () => upTo(number, false),
    odd: () => between(number, number.add(reach), true),
    nearly: () => between(number.sub(step), number, true),
    range: () => between(number, (upper ?? value).mul(worth)),
    vague: () => between(number.mul(2), number.mul(9)),
  };
  if (qualifier !== 'exact') return { interval: bounds[qualifier](), exact: false };
  // a fraction in words and 翻番 are no rounded numbers: 三分之二, 翻两番
  const inWords = unit.family === RATIO && (unit.written === '' || unit.written === '番');
  // what is counted by something else is an average, which a whole number rounds: 25 pupils per class
  const rounded =
    !inWords &&
    (decimals > 0 ||
      unit.per.length > 0 ||
      !magnitude.equals(1) ||
      unit.family === RATIO ||
      unit.family === POINTS);
  const claim = value.equals(0) || (unit.family === RATIO && number.equals(1) && decimals === 0);
  return rounded && !claim
    ? { interval: around(number, digit.div(2)), exact: false }
    : { interval: exactly(number), exact: true };
}

const larger = (a: Fraction, b: Fraction): Fraction => (a.compare(b) > 0 ? a : b);

/** What one of the last digit written is worth in base units. */
export const stepOf = ({
  decimals,
  magnitude,
  unit,
}: Pick<Stated, 'decimals' | 'magnitude' | 'unit'>): Fraction =>
  lastPlace(decimals).mul(magnitude).mul(unit.factor);
