import type { Span } from '../quantity/value/formula.ts';
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

/** The figures that stand within a stretch of a text; figures stand in order. */
export function figuresWithin(figures: readonly Quantity[], [start, end]: Span): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let index = indexAt(figures, start); index < figures.length; index++) {
    const figure = figures[index] as Quantity;
    if (figure.span[0] >= end) break;
    if (figure.span[0] >= start) found.push(figure);
  }
  return found;
}
