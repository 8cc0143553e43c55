import type { Span } from '../../quantity/value/formula.ts';
import Fraction from '../../quantity/value/fraction.ts';
import { exactly, isBeyond, meet, scale, subtract } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { POINTS, RATIO } from '../../quantity/value/unit.ts';
import type { Claim } from '../claim.ts';

/** What words claim of figures: that a plan was met, that all were reached, that a level was passed, that a day was kept. */
export type Boast = 'met' | 'missed' | 'kept' | 'record' | 'run' | 'by' | 'all' | 'some' | 'over' | 'in-time';

/** Words such as 超额完成, 全部 or “a majority” beside the figures that back them or deny them. */
export interface BackedClaim extends Claim {
  readonly kind: Boast;
  /** Where the words stand. */
  readonly span: Span;
  /** What was reached. */
  readonly part: Quantity;
  /** What was planned, or all there is; undefined where the words say the level themselves. */
  readonly whole: Quantity | undefined;
  /** The level that the words say was passed, as a share. */
  readonly level: Fraction | undefined;
  /** By how much the words say that a plan was passed or missed. */
  readonly by?: Quantity;
  /** Whether the words say that the level was not reached, or that the figure is the lower one: fewer than one in ten, the lowest. */
  readonly isBelow?: boolean;
}

/** Whether one figure is surely less than another. */
export const isLess = (a: Quantity, b: Quantity): boolean =>
  a.number.compare(b.number) < 0 && !meet(a.interval, b.interval);

/** Whether figures deny the words beside them. */
export function isDenied(claim: BackedClaim): boolean {
  const { kind, part, whole } = claim;
  if (kind === 'over') return isPastLevel(claim);
  if (kind === 'some')
    return part.number.compare(0) > 0 && (whole === undefined || part.number.compare(whole.number) <= 0);
  if (whole === undefined) return false;
  return kind === 'by' ? !isByAsMuch(claim, whole) : isDeniedBy(claim, whole);
}

/** Whether a figure lies as far from what was planned as is said; a plan is meant as it is written, a share that others reached is rounded. */
function isByAsMuch({ part, by }: BackedClaim, { number, interval, family }: Quantity): boolean {
  if (by === undefined || number.equals(0)) return true;
  const plan = family === RATIO ? interval : exactly(number);
  const gap = part.number.compare(number) > 0 ? subtract(part.interval, plan) : subtract(plan, part.interval);
  if (by.family === POINTS) return meet(scale(gap, new Fraction(100)), by.interval);
  return meet(by.family === RATIO && family !== RATIO ? scale(gap, number.inverse()) : gap, by.interval);
}

function isDeniedBy({ kind, part, isBelow = false }: BackedClaim, whole: Quantity): boolean {
  // what is planned is meant as it is written
  if (kind === 'met') return isBeyond(part.interval, whole.number, 'below');
  if (kind === 'missed') return isBeyond(part.interval, whole.number, 'above');
  return kind === 'kept' || isBelow ? isLess(whole, part) : isLess(part, whole);
}

function isPastLevel({ part, whole, level, isBelow = false }: BackedClaim): boolean {
  if (level === undefined) return false;
  const side = isBelow ? 1 : -1;
  if (whole !== undefined) return part.number.compare(whole.number.mul(level)) * side > 0;
  const edge = isBelow ? part.interval.low : part.interval.high;
  return edge !== undefined && edge.value.compare(level) * side > 0;
}

/** Words that say that a day was kept, beside the months that deny them. */
export interface Lateness {
  readonly span: Span;
  readonly due: string;
  readonly done: string;
}

/** Months, counted through the years, so that they can be compared. */
export const monthCount = (year: string | undefined, month: number): number => Number(year ?? 0) * 12 + month;
