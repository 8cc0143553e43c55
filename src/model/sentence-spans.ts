import type { Span } from '../quantity/formula.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Prose } from './prose.ts';

/** What ends a sentence: 。！？；, a line break, or a full stop, question or exclamation mark that a space follows. */
const isEnd = (text: string, at: number): boolean => {
  const character = text[at] as string;
  return /[。！？；\n]/.test(character) || (/[.!?;]/.test(character) && /^(?:\s|$)/.test(text[at + 1] ?? ''));
};

/** The sentence around a place of a text, without the mark that ends it. */
export function sentenceAround(text: string, [from, to]: Span): Span {
  let start = from;
  while (start > 0 && !isEnd(text, start - 1)) start--;
  let end = to;
  while (end < text.length && !isEnd(text, end)) end++;
  return [start, end];
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
