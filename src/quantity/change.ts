import Fraction from 'fraction.js';
import { add, exactly, meet, multiply, subtract } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { POINTS, RATIO } from './unit.ts';
import { percentOf, showLike } from './shown.ts';

/** A step from one figure to another: `before` and `after`. */
export interface Step {
  readonly before: Pick<Quantity, 'interval' | 'number' | 'family'>;
  readonly after: Pick<Quantity, 'interval' | 'number' | 'family'>;
}

/** Whether a stated change is an absolute one of such figures: 307人 of 人, 百分点 of %. */
export const isAbsolute = ({ family }: Pick<Quantity, 'family'>, change: Quantity): boolean => change.family === (family === RATIO ? POINTS : family);

const one = exactly(new Fraction(1));

/** Whether a stated change leads from the first figure to the second; undefined where it is of another kind. */
export function changeHolds({ before, after }: Step, change: Quantity, direction: 'up' | 'down'): boolean | undefined {
  const sign = exactly(new Fraction(direction === 'up' ? 1 : -1));
  // a hundredth and a point of a hundred have base units of different size
  const unit = change.family === POINTS ? exactly(new Fraction(1, 100)) : one;
  const moved = multiply(multiply(change.interval, unit), sign);
  if (isAbsolute(before, change)) return meet(add(before.interval, moved), after.interval);
  if (change.family !== RATIO || before.family === RATIO || change.unit !== '%') return undefined;
  return meet(multiply(before.interval, add(one, moved)), after.interval);
}

/** The right change, written like a stated one. */
export function rightChange({ before, after }: Step, change: Quantity): string {
  const difference = after.number.sub(before.number).abs();
  if (change.family === POINTS) return showLike(difference.mul(100), change);
  return isAbsolute(before, change) ? showLike(difference, change) : percentOf(difference.div(before.number), change);
}

/** The figure before a change: 3460 − 307. */
export const beforeChange = (after: Quantity, change: Quantity, direction: 'up' | 'down'): Step['before'] =>
  direction === 'up'
    ? { family: after.family, number: after.number.sub(change.number), interval: subtract(after.interval, change.interval) }
    : { family: after.family, number: after.number.add(change.number), interval: add(after.interval, change.interval) };
