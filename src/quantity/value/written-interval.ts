import type Fraction from './fraction.ts';
import { isOne, lastPlace, powerOfTen, scaled } from './fractions.ts';
import { around, intervalBetween, exactly, from, upTo, type Interval } from './interval.ts';
import type { Qualifier } from './quantity.ts';
import { POINTS, RATIO, type Unit } from './unit.ts';

/** A number as the text has it, before the words around it count. */
export interface Stated {
  readonly number: { readonly value: Fraction; readonly decimals: number };
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

const TEN = powerOfTen(1);

/** One of the last digit that is not zero: 1710 → 10, 6900 → 100, 2.5 → 0.1. */
function lastStep(value: Fraction, decimals: number): Fraction {
  let step = lastPlace(decimals);
  if (value.equals(0)) return step;
  while (value.mod(step.mul(TEN)).equals(0)) step = step.mul(TEN);
  return step;
}

/** What the number of a statement multiplies by to be in base units. */
export const worthOf = ({ magnitude, unit }: Pick<Stated, 'magnitude' | 'unit'>): Fraction =>
  scaled(unit.factor, magnitude);

/** What one of the last digit written is worth in base units. */
export const stepOf = (stated: Stated): Fraction =>
  scaled(lastPlace(stated.number.decimals), worthOf(stated));

/** The number of a statement in base units. */
export const numberOf = (stated: Stated): Fraction => scaled(stated.number.value, worthOf(stated));

/** Whether a statement stands for its number and no other: what is counted does, what was rounded does not. */
export function isExact(stated: Stated): boolean {
  const { number, magnitude, unit, qualifier } = stated;
  if (qualifier !== 'exact') return false;
  const isShare = unit.family === RATIO;
  // a fraction in words and 翻番 are no rounded numbers: 三分之二, 翻两番
  if (isShare && (unit.written === '' || unit.written === '番')) return true;
  // what is counted by something else is an average, which a whole number rounds: 25 pupils per class
  const isRounded =
    number.decimals > 0 || unit.per.length > 0 || !isOne(magnitude) || isShare || unit.family === POINTS;
  if (!isRounded || number.value.equals(0)) return true;
  // all of something is claimed, not rounded
  return isShare && number.decimals === 0 && numberOf(stated).equals(1);
}

/**
 * The interval that a statement stands for. Rounded values reach half a unit of their last digit to either side (XBRL
 * Calculations 1.1); 多, 余, 近, 不足 and 超过 leave the number out, 以上, 以下, 不低于 and 不超过 hold it (Civil Code of the
 * PRC, article 1259).
 */
export function intervalOf(stated: Stated): Interval {
  const number = numberOf(stated);
  switch (stated.qualifier) {
    case 'exact':
      return isExact(stated) ? exactly(number) : around(number, stepOf(stated).div(2));
    case 'over':
      return from(number, true);
    case 'at-least':
      return from(number, false);
    case 'below':
      return upTo(number, true);
    case 'at-most':
      return upTo(number, false);
    case 'range':
      return intervalBetween(number, stated.upper ? scaled(stated.upper, worthOf(stated)) : number);
    case 'vague':
      return intervalBetween(number.mul(2), number.mul(9));
    default:
      return looseInterval(stated, stated.qualifier, number);
  }
}

/** About a number, a little more or a little less than it: as far as its last digit that is not zero. */
function looseInterval(stated: Stated, qualifier: 'about' | 'odd' | 'nearly', number: Fraction): Interval {
  const { value, decimals } = stated.number;
  const step = scaled(lastStep(value, decimals), worthOf(stated));
  if (qualifier === 'nearly') return intervalBetween(number.sub(step), number, true);
  if (qualifier === 'about')
    return around(number, larger(number.abs().mul(stated.approximation).div(100), step));
  const isBefore = isOne(stated.magnitude) || stated.oddBefore;
  return intervalBetween(number, number.add(isBefore ? step : stepOf(stated)), true);
}

const larger = (a: Fraction, b: Fraction): Fraction => (a.compare(b) > 0 ? a : b);
