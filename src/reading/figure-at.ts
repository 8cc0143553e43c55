import type { Quantity } from '../quantity/value/quantity.ts';
import type { WithEnds } from './statements.ts';

/** A text with figures, as far as the subject of a figure is looked for in it. */
export interface SubjectText extends WithEnds {
  readonly figures: readonly Quantity[];
}

/** The place of the figure that begins at an offset; figures stand in order. */
export function indexAt(figures: readonly Quantity[], start: number): number {
  let [low, high] = [0, figures.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle] as Quantity).span[0] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
