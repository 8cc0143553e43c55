import Fraction from './fraction.ts';
import { isOne } from './fractions.ts';

/**
 * What a reported value stands for: every number between two ends. A missing end is unbounded; an open end is left out.
 * Rounded values are closed intervals of half a unit of the last digit on either side (XBRL Calculations 1.1).
 */
export interface Interval {
  readonly low: IntervalEnd | undefined;
  readonly high: IntervalEnd | undefined;
}

export interface IntervalEnd {
  readonly value: Fraction;
  readonly open: boolean;
}

const ZERO = new Fraction(0);

const closed = (value: Fraction): IntervalEnd => ({ value, open: false });

/** The interval of one exact number. */
export function exactly(value: Fraction): Interval {
  const end = closed(value);
  return { low: end, high: end };
}

/** The number of an interval that was made of one exactly. */
const exact = ({ low, high }: Interval): Fraction | undefined =>
  low !== undefined && low === high && !low.open ? low.value : undefined;

/** From `value - reach` to `value + reach`, ends included. */
export const around = (value: Fraction, reach: Fraction): Interval => ({
  low: closed(value.sub(reach)),
  high: closed(value.add(reach)),
});

/** Between two numbers, ends included or left out. */
export const intervalBetween = (low: Fraction, high: Fraction, open = false): Interval => ({
  low: { value: low, open },
  high: { value: high, open },
});

/** From a number upward. */
export const from = (value: Fraction, open: boolean): Interval => ({ low: { value, open }, high: undefined });

/** Up to a number. */
export const upTo = (value: Fraction, open: boolean): Interval => ({ low: undefined, high: { value, open } });

/** Whether two intervals share a number; a shared end counts only where both are closed. */
export const meet = (a: Interval, b: Interval): boolean => reaches(a.low, b.high) && reaches(b.low, a.high);

function reaches(low: IntervalEnd | undefined, high: IntervalEnd | undefined): boolean {
  if (low === undefined || high === undefined) return true;
  const order = low.value.compare(high.value);
  return order < 0 || (order === 0 && !low.open && !high.open);
}

/** Whether every number of an interval lies above a bound, or every one below it. */
export function isBeyond(
  { low, high }: Interval,
  bound: Fraction | number,
  side: 'above' | 'below',
): boolean {
  const end = side === 'above' ? low : high;
  if (end === undefined) return false;
  const order = end.value.compare(bound) * (side === 'above' ? 1 : -1);
  return order > 0 || (order === 0 && end.open);
}

/** Whether every number of `inner` lies in `outer`. */
export const holds = (outer: Interval, inner: Interval): boolean =>
  isInside(inner.low, outer.low, 1) && isInside(inner.high, outer.high, -1);

function isInside(end: IntervalEnd | undefined, bound: IntervalEnd | undefined, direction: 1 | -1): boolean {
  if (bound === undefined) return true;
  if (end === undefined) return false;
  const order = end.value.compare(bound.value) * direction;
  return order > 0 || (order === 0 && (end.open || !bound.open));
}

/** The single number of an interval; undefined where it holds several. */
export const single = ({ low, high }: Interval): Fraction | undefined =>
  low && high && low.value.equals(high.value) ? low.value : undefined;

export function negate(interval: Interval): Interval {
  const one = exact(interval);
  return one ? exactly(one.neg()) : { low: flip(interval.high), high: flip(interval.low) };
}
const flip = (end: IntervalEnd | undefined): IntervalEnd | undefined =>
  end && { value: end.value.neg(), open: end.open };

export function add(a: Interval, b: Interval): Interval {
  const [one, other] = [exact(a), exact(b)];
  return one && other ? exactly(one.add(other)) : { low: plus(a.low, b.low), high: plus(a.high, b.high) };
}
const plus = (a: IntervalEnd | undefined, b: IntervalEnd | undefined): IntervalEnd | undefined =>
  a && b && { value: a.value.add(b.value), open: a.open || b.open };

export const subtract = (a: Interval, b: Interval): Interval => add(a, negate(b));

const scaledEnd = (end: IntervalEnd | undefined, factor: Fraction): IntervalEnd | undefined =>
  end && { value: end.value.mul(factor), open: end.open };

/** Multiplies every number by one that is exact. */
export function scale({ low, high }: Interval, factor: Fraction): Interval {
  if (isOne(factor)) return { low, high };
  if (factor.equals(0)) return exactly(factor);
  if (low !== undefined && low === high && !low.open) return exactly(low.value.mul(factor));
  const [first, last] = [scaledEnd(low, factor), scaledEnd(high, factor)];
  return factor.s < 0n ? { low: last, high: first } : { low: first, high: last };
}

export function multiply(a: Interval, b: Interval): Interval {
  const [one, other] = [exact(a), exact(b)];
  if (one && other) return exactly(one.mul(other));
  const ends = boundsOf(a).flatMap((x) => boundsOf(b).map((y) => product(x, y)));
  return { low: extreme(ends, -1), high: extreme(ends, 1) };
}

/** The quotients of two intervals; undefined where the divisor may be zero. */
export function divide(a: Interval, b: Interval): Interval | undefined {
  const [above, below] = [exact(a), exact(b)];
  if (above && below) return below.equals(ZERO) ? undefined : exactly(above.div(below));
  if (meet(b, exactly(ZERO))) return undefined;
  // without zero the divisor lies on one side of it, and so do its reciprocals; an unbounded end becomes zero, never reached
  const zero: IntervalEnd = { value: new Fraction(0), open: true };
  const positive = b.low !== undefined && b.low.value.compare(0) >= 0;
  const inverse = (end: IntervalEnd | undefined, side: 1 | -1): Bound => {
    if (end === undefined) return zero;
    return end.value.equals(0) ? side : { value: end.value.inverse(), open: end.open };
  };
  const [low, high] = positive
    ? [inverse(b.high, 1), inverse(b.low, 1)]
    : [inverse(b.high, -1), inverse(b.low, -1)];
  return multiply(a, {
    low: typeof low === 'number' ? undefined : low,
    high: typeof high === 'number' ? undefined : high,
  });
}

/** An end, or infinity on one side. */
type Bound = IntervalEnd | 1 | -1;

const boundsOf = ({ low, high }: Interval): readonly Bound[] => [low ?? -1, high ?? 1];

function product(x: Bound, y: Bound): Bound {
  if (typeof x !== 'number' && typeof y !== 'number') {
    const isZero = (end: IntervalEnd): boolean => end.value.equals(0) && !end.open;
    return { value: x.value.mul(y.value), open: (x.open || y.open) && !isZero(x) && !isZero(y) };
  }
  const signs = [x, y].map((bound) => (typeof bound === 'number' ? bound : bound.value.compare(0)));
  const sign = (signs[0] as number) * (signs[1] as number);
  return sign === 0 ? closed(new Fraction(0)) : sign > 0 ? 1 : -1;
}

/** The least (-1) or greatest (1) of some bounds; undefined is infinity on that side. */
function extreme(bounds: readonly Bound[], side: 1 | -1): IntervalEnd | undefined {
  let best: IntervalEnd | undefined;
  for (const bound of bounds) {
    if (bound === side) return undefined;
    if (typeof bound === 'number') continue;
    const order = best === undefined ? 1 : bound.value.compare(best.value) * side;
    if (order > 0 || (order === 0 && best?.open === true)) best = bound;
  }
  return best;
}
