import type { Span } from '../quantity/formula.ts';

/** What ends a sentence: 。！？；, a line break, or a full stop, question or exclamation mark that a space follows. */
const isEnd = (text: string, at: number): boolean => {
  const character = text[at] as string;
  return /[。！？；\n]/.test(character) || (/[.!?;]/.test(character) && /\s|$/.test(text[at + 1] ?? ''));
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
export function sentencesOf(text: string): readonly Span[] {
  const found: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++)
    if (at === text.length || isEnd(text, at)) {
      if (text.slice(start, at).trim() !== '') found.push([start, at]);
      start = at + 1;
    }
  return found;
}
