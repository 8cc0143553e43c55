import type { Span } from '../quantity/value/formula.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { isStatementEnd } from './sentence-ends.ts';

/** Where the statements of a text end, in rising order. Linear in the length of the text. */
export function statementEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (let at = 0; at < text.length; at++) if (isStatementEnd(text, at)) ends.push(at);
  return ends;
}

/** How many of some rising numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A text with the places where its statements end. */
export interface WithEnds {
  readonly text: string;
  readonly ends: readonly number[];
}

/** The statement around a place of a text, without the mark that ends it. */
export function statementAround({ text, ends }: WithEnds, [from, to]: Span): Span {
  return [(ends[countBelow(ends, from) - 1] ?? -1) + 1, ends[countBelow(ends, to)] ?? text.length];
}

/** Every statement of a text, in its order. Linear in the length of the text. */
export function statementSpans({ text, ends }: WithEnds): readonly Span[] {
  const found: Span[] = [];
  let start = 0;
  for (let index = 0; index <= ends.length; index++) {
    const end = ends[index] ?? text.length;
    if (text.slice(start, end).trim() !== '') found.push([start, end]);
    start = end + 1;
  }
  return found;
}

/** A statement of a text with its figures; spans count from the start of the text. */
export interface FigureStatement {
  readonly span: Span;
  readonly figures: readonly Quantity[];
}

/** The statements of a text that hold figures. Linear in the length of the text. */
export function figureStatements(text: WithEnds, figures: readonly Quantity[]): readonly FigureStatement[] {
  const found: FigureStatement[] = [];
  let next = 0;
  for (const span of figures.length === 0 ? [] : statementSpans(text)) {
    const first = next;
    while (next < figures.length && (figures[next] as Quantity).span[0] < span[1]) next++;
    if (next > first) found.push({ span, figures: figures.slice(first, next) });
  }
  return found;
}
