import type Fraction from './fraction.ts';
import { fixed } from './digits.ts';
import type { Quantity } from './quantity.ts';

/** A part of a whole, exact: 3/10. */
export type Share = Fraction;

const isNumber = ({ kind, qualifier }: Quantity): boolean =>
  kind !== 'rank' && kind !== 'ratio' && qualifier !== 'vague';

const areAlike = (a: Quantity, b: Quantity): boolean =>
  a.family === b.family && a.per.join() === b.per.join() && isNumber(a) && isNumber(b);

/** What part of a level a figure is: 0.6亿元 of 2亿元 is 3/10; undefined where they are not of one kind, or the level is not above nought. */
export const shareOfLevel = (actual: Quantity, level: Quantity): Share | undefined =>
  areAlike(actual, level) && level.number.compare(0) > 0 ? actual.number.div(level.number) : undefined;

/** What part of the way from a baseline to a level is behind a figure, up or down: 51% between 48% and 60% is 1/4. */
export function shareOfWay(actual: Quantity, level: Quantity, baseline: Quantity): Share | undefined {
  const whole = level.number.sub(baseline.number);
  return areAlike(actual, level) && areAlike(actual, baseline) && !whole.equals(0)
    ? actual.number.sub(baseline.number).div(whole)
    : undefined;
}

/** A share as text: 30%; nearly all is not 100%. */
export const percentText = (share: Share): string => `${fixed(share.mul(100), 0, true)}%`;

/** Whether a share falls short of another, `part` of `whole`, by more than some percentage points. */
export const fallsShort = (share: Share, part: number, whole: number, points: number): boolean =>
  share
    .mul(whole)
    .mul(100)
    .compare(part * 100 - whole * points) < 0;
