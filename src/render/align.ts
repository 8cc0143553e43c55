import { notesIn } from '../model/markdown-source.ts';
import { splitReferences } from '../model/split-references.ts';
import type { Span } from '../quantity/value/formula.ts';
import type { Inline } from './block.ts';

/** Characters of a piece of running text, and the characters of the draft that they print: one for one, or all by all, as of a reference. */
export interface PrintedStretch {
  readonly at: number;
  readonly length: number;
  readonly start: number;
  readonly end: number;
  readonly isExact: boolean;
}

/** A piece of running text that has words of its own. */
export type TextLeaf = Extract<Inline, { readonly kind: 'text' | 'code' | 'reference' }>;

/** The pieces of running text with words, in their order. */
export const leavesIn = (content: readonly Inline[]): TextLeaf[] =>
  content.flatMap((item) =>
    'content' in item
      ? leavesIn(item.content)
      : item.kind === 'text' || item.kind === 'code' || item.kind === 'reference'
        ? [item]
        : [],
  );

/** A character that nothing prints. */
const VEILED = '\0';
/** What Markdown leaves out between two pieces of what is printed: its marks, and what was veiled. */
const marks = /^(?:[*_~`\\#>|:+\-![\]\0^]|\d{1,9}[.)]|(?<=```)[A-Za-z]+)*$/;
const addresses = /\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)/g;

/**
 * Finds in a text of the draft what was printed of it, piece by piece in order, so that nothing but marks of Markdown, references and line
 * ends stands between two pieces: what does not fit so is left out, and none is found elsewhere.
 */
export class SourceReader {
  readonly #bare: string;
  /** Where each character of the bare text stands. */
  readonly #places: readonly number[];
  readonly #references: readonly { readonly at: number; readonly span: Span; readonly inner: Span }[];
  #cursor: number;

  /** @param span the stretch of the text that is read: of all of it, notes are left out */
  constructor(text: string, span?: Span) {
    const read = span
      ? veiled(text, [
          [0, span[0]],
          [span[1], text.length],
        ])
      : veiled(
          text,
          notesIn(text).map((note) => note.span),
        );
    const places: number[] = [];
    let bare = '';
    const from = span?.[0] ?? 0;
    const source = read.replaceAll(addresses, (found) => `]${VEILED.repeat(found.length - 1)}`);
    for (let at = from; at < (span?.[1] ?? source.length); at++) {
      const character = source.charAt(at);
      if (/\s/.test(character)) continue;
      bare += character;
      places.push(at);
    }
    this.#bare = bare;
    this.#places = places;
    this.#references = splitReferences(text).flatMap((segment) =>
      segment.kind === 'reference'
        ? [{ at: this.#bareAt(segment.span[0]), span: segment.span, inner: segment.inner }]
        : [],
    );
    const note = span && /^\[\^[^\]\s]+\]:/.exec(bare);
    this.#cursor = note ? note[0].length : 0;
  }

  /** The stretches of the next piece; none where it does not stand there. */
  next(leaf: TextLeaf): readonly PrintedStretch[] {
    return leaf.kind === 'reference' ? this.#reference(leaf.text) : this.#words(leaf.text);
  }

  #reference(printed: string): readonly PrintedStretch[] {
    const next = this.#references.find(({ at }) => at >= this.#cursor);
    if (!next || !this.#isSkipped(next.at)) return [];
    this.#cursor = this.#bareAt(next.span[1]);
    const [start, end] = next.inner;
    return [{ at: 0, length: printed.length, start, end, isExact: false }];
  }

  #words(text: string): readonly PrintedStretch[] {
    const kept = [...text.matchAll(/\S/g)].map(({ index }) => index);
    const words = kept.map((index) => text.charAt(index)).join('');
    if (words === '') return [];
    const at = this.#bare.indexOf(words, this.#cursor);
    if (at === -1 || !this.#isSkipped(at)) return [];
    this.#cursor = at + words.length;
    const stretches: PrintedStretch[] = [];
    kept.forEach((index, nth) => {
      const start = this.#places[at + nth] ?? 0;
      const last = stretches.at(-1);
      // blanks between two characters that are as far apart in the draft stand there too
      const isNext = last !== undefined && index - last.at === start - last.start;
      if (isNext) stretches.splice(-1, 1, { ...last, length: index + 1 - last.at, end: start + 1 });
      else stretches.push({ at: index, length: 1, start, end: start + 1, isExact: true });
    });
    return stretches;
  }

  #isSkipped(to: number): boolean {
    return marks.test(this.#bare.slice(this.#cursor, to));
  }

  #bareAt(place: number): number {
    const found = this.#places.findIndex((each) => each >= place);
    return found === -1 ? this.#places.length : found;
  }
}

function veiled(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (all, [start, end]) => all.slice(0, start) + VEILED.repeat(end - start) + all.slice(end),
    text,
  );
}
