import type { Span } from '../quantity/formula.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Prose } from './prose.ts';

/** A sentence of a text with its figures; spans count from the start of the text. */
export interface Sentence {
  readonly span: Span;
  readonly figures: readonly Quantity[];
}

/** The sentences of a text that hold figures: up to 。；！？, a line break, or a full stop before a space. */
export function sentencesOf({ text, figures }: Prose): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  let next = 0;
  for (const end of endsOf(text)) {
    const first = next;
    while (next < figures.length && (figures[next] as Quantity).span[0] < end) next++;
    if (next > first) found.push({ span: [start, end], figures: figures.slice(first, next) });
    start = end;
  }
  return found;
}

function* endsOf(text: string): Generator<number> {
  for (const { index } of text.matchAll(/[。；！？\n]|[.;!?](?=\s)/g)) yield index + 1;
  yield text.length;
}
