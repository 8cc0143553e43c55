import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent, RATIO } from '../../quantity/value/unit.ts';

/** A rate beside the two counts that it is made of. */
export interface RateClaim {
  readonly rate: Quantity;
  readonly part: Quantity;
  readonly whole: Quantity;
}

/** Whether a figure counts something, by itself and exactly. */
export const isPlainCount = ({ family, kind, per, qualifier, movement }: Quantity): boolean =>
  family !== RATIO &&
  (kind === 'figure' || kind === 'chinese') &&
  per.length === 0 &&
  qualifier === 'exact' &&
  movement === undefined;

/** Whether a figure is a percentage that is no change. */
export const isRate = (figure: Quantity): boolean =>
  isPercent(figure) &&
  figure.kind === 'figure' &&
  figure.movement === undefined &&
  figure.qualifier === 'exact';

/** Whether two figures count the same thing, so that one can be a part of the other. */
export const isPair = (part: Quantity | undefined, whole: Quantity | undefined): boolean =>
  part !== undefined &&
  whole !== undefined &&
  part.family === whole.family &&
  isPlainCount(part) &&
  isPlainCount(whole) &&
  whole.number.compare(0) > 0;
