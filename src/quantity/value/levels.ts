import { exactly, holds, isBeyond, meet, type Interval } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { areLike, unitOf } from './unit.ts';

/** Whether more is better or less is. */
export type Direction = 'higher' | 'lower';

/** Which way a level points by its words: 3%以内 and “at most 3%” are kept by less, everything else by more. */
export const directionOfLevel = ({ qualifier }: Quantity): Direction =>
  qualifier === 'at-most' || qualifier === 'below' ? 'lower' : 'higher';

const isOneKind = (a: Quantity, b: Quantity): boolean =>
  areLike(a.family, b.family) &&
  a.per.length === b.per.length &&
  a.per.every((word, index) => word === b.per[index] || areNouns(word, b.per[index]));

const areNouns = (a: string, b: string | undefined): boolean =>
  b !== undefined && areLike(unitOf(a).family, unitOf(b).family) && unitOf(a).factor.equals(unitOf(b).factor);

/** What a level asks for: a plain number is meant to its last digit, however few it shows. */
export const levelInterval = ({ qualifier, number, interval }: Quantity): Interval =>
  qualifier === 'exact' ? exactly(number) : interval;

/**
 * Whether a figure reaches a level, in the rounding that both show: 2.0亿元 reaches 2亿元, 1.8亿元 does not; of 1—2所
 * one is enough. Undefined where they are not of one kind.
 */
export function reaches(
  actual: Quantity,
  level: Quantity,
  direction: Direction = directionOfLevel(level),
): boolean | undefined {
  if (!isOneKind(actual, level)) return undefined;
  const asked = levelInterval(level);
  if (meet(actual.interval, asked)) return true;
  const bound = direction === 'higher' ? asked.low : asked.high;
  if (bound === undefined) return false;
  // what does not meet the level lies wholly on one side of it
  return isBeyond(actual.interval, bound.value, direction === 'higher' ? 'above' : 'below');
}

/**
 * Whether a figure as it is written is at least what a level asks for, so that nobody could say it was missed: 18.6公里 for
 * 18公里, never 约18公里. Undefined where they are not of one kind.
 */
export function clearlyReaches(
  actual: Quantity,
  level: Quantity,
  direction: Direction = directionOfLevel(level),
): boolean | undefined {
  const reached = reaches(actual, level, direction);
  if (reached !== true) return reached;
  const asked = levelInterval(level);
  const [bound, side] = direction === 'higher' ? [asked.low, 1] : [asked.high, -1];
  const written = levelInterval(actual);
  const end = direction === 'higher' ? written.low : written.high;
  if (bound === undefined || end === undefined) return false;
  const order = end.value.compare(bound.value) * side;
  return order > 0 || (order === 0 && (end.open || !bound.open));
}

/** Whether two levels ask for the same: 2亿元, 20000万元 and 2亿元以上 do; undefined where they are not of one kind. */
export function asksSame(a: Quantity, b: Quantity): boolean | undefined {
  if (!isOneKind(a, b)) return undefined;
  // a plain number is a bound in the direction that the level has anyway
  if (
    [a, b].some(({ qualifier }) => qualifier === 'exact') &&
    [a, b].every(({ qualifier }) => bounds.has(qualifier))
  )
    return a.number.equals(b.number);
  const [one, other] = [levelInterval(a), levelInterval(b)];
  return holds(one, other) && holds(other, one);
}

const bounds: ReadonlySet<Quantity['qualifier']> = new Set(['exact', 'at-least', 'at-most']);
