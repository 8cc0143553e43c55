import type { Span } from '../quantity/value/formula.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import type { Prose } from './prose.ts';

/** What ends a sentence: 。！？；, a line break, or a full stop, question or exclamation mark that a space follows. */
const isEnd = (text: string, at: number): boolean => {
  const character = text[at] as string;
  return /[。！？；\n]/.test(character) || (/[.!?;]/.test(character) && /^(?:\s|$)/.test(text[at + 1] ?? ''));
};

/** Where the sentences of the text asked for last end, so that its figures are placed without reading it again and again. */
let last: { readonly text: string; readonly ends: readonly number[] } = { text: '', ends: [] };

function endsOf(text: string): readonly number[] {
  if (last.text !== text) {
    const ends: number[] = [];
    for (let at = 0; at < text.length; at++) if (isEnd(text, at)) ends.push(at);
    last = { text, ends };
  }
  return last.ends;
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

/** The sentence around a place of a text, without the mark that ends it. */
export function sentenceAround(text: string, [from, to]: Span): Span {
  const ends = endsOf(text);
  return [(ends[countBelow(ends, from) - 1] ?? -1) + 1, ends[countBelow(ends, to)] ?? text.length];
}

/** Every sentence of a text, in its order. Linear in the length of the text. */
export function sentenceSpans(text: string): readonly Span[] {
  const found: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++)
    if (at === text.length || isEnd(text, at)) {
      if (text.slice(start, at).trim() !== '') found.push([start, at]);
      start = at + 1;
    }
  return found;
}

/** A sentence of a text with its figures; spans count from the start of the text. */
export interface FigureSentence {
  readonly span: Span;
  readonly figures: readonly Quantity[];
}

/** The sentences of a text that hold figures. Linear in the length of the text. */
export function figureSentences({ text, figures }: Prose): readonly FigureSentence[] {
  const found: FigureSentence[] = [];
  let next = 0;
  for (const span of figures.length === 0 ? [] : sentenceSpans(text)) {
    const first = next;
    while (next < figures.length && (figures[next] as Quantity).span[0] < span[1]) next++;
    if (next > first) found.push({ span, figures: figures.slice(first, next) });
  }
  return found;
}
