import { exactly, isBeyond, meet, type Interval } from './interval.ts';
import type { Quantity } from './quantity.ts';

/** Whether more is better or less is. */
export type Direction = 'higher' | 'lower';

/** Which way a level points by its words: 3%以内 and “at most 3%” are kept by less, everything else by more. */
export const directionOfLevel = ({ qualifier }: Quantity): Direction => (qualifier === 'at-most' || qualifier === 'below' ? 'lower' : 'higher');

/** What a level asks for: a plain number is meant to its last digit, however few it shows. */
export const levelInterval = ({ qualifier, number, interval }: Quantity): Interval => (qualifier === 'exact' ? exactly(number) : interval);

/**
 * Whether a figure reaches a level, in the rounding that both show: 2.0亿元 reaches 2亿元, 1.8亿元 does not; of 1—2所
 * one is enough. Undefined where they are not of one kind.
 */
export function reaches(actual: Quantity, level: Quantity, direction: Direction = directionOfLevel(level)): boolean | undefined {
  if (actual.family !== level.family || actual.per.join() !== level.per.join()) return undefined;
  const asked = levelInterval(level);
  if (meet(actual.interval, asked)) return true;
  const bound = direction === 'higher' ? asked.low : asked.high;
  if (bound === undefined) return false;
  // what does not meet the level lies wholly on one side of it
  return isBeyond(actual.interval, bound.value, direction === 'higher' ? 'above' : 'below');
}
