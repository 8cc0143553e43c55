import Fraction from './fraction.ts';
import {
  dimensionOf,
  dimensionText,
  divided,
  isPoints,
  isShare,
  joined,
  multiplied,
  sameDimension,
  type Dimension,
} from './dimension.ts';
import { isOne, ONE, powerOfTen, scaled } from './fractions.ts';
import { add, divide, exactly, multiply, negate, scale, subtract, type Interval } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { withChanges } from './stated-quantity.ts';

/** A figure that formulas reckon with, in base units: the number as written or computed, and all that it may stand for. */
export interface Measured {
  readonly number: Fraction;
  readonly interval: Interval;
  readonly dimension: Dimension;
  /** What one of its last digit is worth; undefined where every digit is certain. */
  readonly step: Fraction | undefined;
  /** How many digits it has; undefined of constants, which any number of digits would fit. */
  readonly digits: number | undefined;
  /** The unit as written, for printing, with what one of it is worth. */
  readonly unit: { readonly written: string; readonly factor: Fraction };
  /** Whether a word such as 约 made it wider than its digits do. */
  readonly loose: boolean;
  readonly constant: boolean;
}

/** A written figure as one to reckon with; undefined for ranks, ratios and 数十. A decrease counts down. */
export function measuredOf(quantity: Quantity): Measured | undefined {
  const { kind, qualifier, family, per, movement, unit, factor } = quantity;
  if (kind === 'rank' || kind === 'ratio' || qualifier === 'vague') return undefined;
  const { dimension, factor: worth } = dimensionOf(family, per);
  const sign = movement?.direction === 'down' && !movement.to ? worth.neg() : worth;
  return {
    number: scaled(quantity.number, sign),
    interval: scale(quantity.interval, sign),
    dimension,
    step: quantity.exact ? undefined : scaled(quantity.step, worth),
    digits: digitsOf(quantity.number, quantity.step),
    unit: { written: unit, factor: scaled(factor, worth) },
    loose: qualifier !== 'exact',
    constant: false,
  };
}

/** A constant of a formula: exact, whatever its digits. */
export const constantOf = (quantity: Quantity): Measured | undefined => {
  const exact = { qualifier: 'exact', interval: exactly(quantity.number), exact: true } as const;
  const read = measuredOf(withChanges(quantity, exact));
  return read && { ...read, step: undefined, digits: undefined, constant: true };
};

/** Digits from the first that is not zero to the one worth `step`; 1 at the least. */
export function digitsOf(number: Fraction, step: Fraction): number {
  const steps = (isOne(step) ? number.abs() : number.abs().div(step)).round();
  return steps.equals(0) ? 1 : String(steps.n).length;
}

const HUNDRED = new Fraction(100);
const HUNDREDTH = new Fraction(1, 100);

const coarser = (a: Fraction | undefined, b: Fraction | undefined): Fraction | undefined =>
  a === undefined || (b !== undefined && b.compare(a) > 0) ? b : a;
const fewer = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

/** The unit of the operand that has the dimension of the result, or what that is counted by; else the base unit. */
function unitFor(dimension: Dimension, ...operands: readonly Measured[]): Measured['unit'] {
  const written = operands.filter(({ unit }) => unit.written !== '');
  const like = written.find((each) => sameDimension(each.dimension, dimension));
  if (like) return like.unit;
  const counted = written.find(
    (each) =>
      each.dimension.per.length === 0 &&
      sameDimension({ of: each.dimension.of, per: dimension.per }, dimension),
  );
  if (counted)
    return { written: [counted.unit.written, ...dimension.per].join('/'), factor: counted.unit.factor };
  return { written: dimensionText(dimension), factor: isShare(dimension) ? HUNDREDTH : ONE };
}

/** a + b or a - b; undefined where their units do not go together. */
export function plus(operator: '+' | '-', a: Measured, b: Measured): Measured | undefined {
  const dimension = joined(operator, a.dimension, b.dimension, [a.constant, b.constant]);
  if (dimension === undefined) return undefined;
  // shares count in ones, points in hundredths
  const worth = isPoints(dimension) && isShare(a.dimension) ? HUNDRED : ONE;
  const number = (operator === '+' ? a.number.add(b.number) : a.number.sub(b.number)).mul(worth);
  const interval = scale(
    operator === '+' ? add(a.interval, b.interval) : subtract(a.interval, b.interval),
    worth,
  );
  const step = coarser(a.step, b.step)?.mul(worth);
  // certain counts keep all their digits
  const digits = step
    ? digitsOf(number, step)
    : a.constant && b.constant
      ? undefined
      : Math.max(a.digits ?? 1, b.digits ?? 1);
  return madeOf(a, b, { number, interval, dimension, step, digits });
}

/** What two figures make, in the unit and with the doubts of both. */
const madeOf = (
  a: Measured,
  b: Measured,
  result: Pick<Measured, 'number' | 'interval' | 'dimension' | 'step' | 'digits'>,
): Measured => ({
  number: result.number,
  interval: result.interval,
  dimension: result.dimension,
  step: result.step,
  digits: result.digits,
  unit: unitFor(result.dimension, a, b),
  loose: a.loose || b.loose,
  constant: a.constant && b.constant,
});

/** What one figure is more than another of the same kind. */
export const difference = (a: Measured, b: Measured): Measured => ({
  ...a,
  number: a.number.sub(b.number),
  interval: subtract(a.interval, b.interval),
  step: coarser(a.step, b.step),
});

/** a × b. */
export const times = (a: Measured, b: Measured): Measured => combined(a, b, multiply(a.interval, b.interval), multiplied(a.dimension, b.dimension, a.constant || b.constant), a.number.mul(b.number)); // prettier-ignore

/** a ÷ b; undefined where b may be zero. */
export function over(a: Measured, b: Measured): Measured | undefined {
  const interval = divide(a.interval, b.interval);
  return interval && !b.number.equals(0)
    ? combined(a, b, interval, divided(a.dimension, b.dimension), a.number.div(b.number))
    : undefined;
}

function combined(
  a: Measured,
  b: Measured,
  interval: Interval,
  dimension: Dimension,
  number: Fraction,
): Measured {
  const digits = fewer(a.digits, b.digits);
  const step =
    digits === undefined || (a.step === undefined && b.step === undefined)
      ? undefined
      : stepFor(number, digits);
  return madeOf(a, b, { number, interval, dimension, step, digits });
}

/** What the last of some digits of a number is worth. */
export function stepFor(number: Fraction, digits: number): Fraction {
  if (number.equals(0)) return ONE;
  const { n, d } = number;
  // within one of the magnitude by the lengths, then made exact
  let magnitude = String(n).length - String(d).length;
  if (number.abs().compare(powerOfTen(magnitude)) < 0) magnitude--;
  return powerOfTen(magnitude - digits + 1);
}

export const negative = (a: Measured): Measured => ({
  ...a,
  number: a.number.neg(),
  interval: negate(a.interval),
});

/** Whether a figure is beyond what can be reckoned exactly in reasonable time: products of products. */
export const isTooLarge = ({ number: { n, d } }: Measured): boolean => n > LARGEST || d > LARGEST;
/** Sums of some 700 different fractions, far beyond what a report reckons. */
const LARGEST = 10n ** 300n;
