import type { Span } from '../quantity/value/formula.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { isSentenceEnd } from './sentence-ends.ts';
import { ALL_SIGNS, signsIn, type Signs } from './signs.ts';

/** A sentence of a text, or of what stands in brackets. Spans count UTF-16 units of the whole text. */
export interface Sentence {
  readonly start: number;
  /** Its characters; what stands in brackets inside it is filled with `BRACKET`, brackets included. */
  readonly text: string;
  /** Its figures without those in brackets inside it. */
  readonly figures: readonly Quantity[];
  /** The brackets inside it, in their order. */
  readonly brackets: readonly Bracket[];
  /** The bracket that it stands in, and the sentence around that. */
  readonly within: { readonly bracket: Bracket; readonly sentence: Sentence } | undefined;
  /** The sentence before it at the same level. */
  readonly previous: Sentence | undefined;
  /** The signs that it holds, with what stands in its brackets. */
  readonly signs: Signs;
}

/** A pair of brackets of either width. */
export interface Bracket {
  readonly span: Span;
  readonly sentences: readonly Sentence[];
}

/** What fills the place of brackets in a sentence. */
export const BRACKET = '\uE001';

/** A list, or a number that is spelt out. */
const mayCount =
  /[、和与及]|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty) [a-z]/i;

/** Every sentence of a text with figures, those in brackets included. Linear in the length of the text. */
export function readSentences(text: string, figures: readonly Quantity[]): readonly Sentence[] {
  if (figures.length === 0 && !mayCount.test(text)) return [];
  const reader: Reader = {
    text,
    figures: [...figures].sort((a, b) => a.digits[0] - b.digits[0]),
    pairs: pairsIn(text),
    next: 0,
    all: [],
  };
  read(reader, 0, text.length, undefined);
  return reader.all;
}

interface Reader {
  readonly text: string;
  readonly figures: readonly Quantity[];
  readonly pairs: ReadonlyMap<number, number>;
  next: number;
  readonly all: Sentence[];
}

/** How deep brackets are followed. */
const DEEPEST = 4;

/** Opening brackets with the places of their partners. */
function pairsIn(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') open.length = 0;
    else if (character === '（' || character === '(') open.push(at);
    else if (character === '）' || character === ')') {
      const start = open.pop();
      if (start !== undefined && open.length < DEEPEST) pairs.set(start, at);
    }
  }
  return pairs;
}

type Growing = { -readonly [Key in keyof Sentence]: Sentence[Key] } & {
  figures: Quantity[];
  brackets: Bracket[];
};

function read(reader: Reader, start: number, end: number, within: Sentence['within']): Sentence[] {
  const { text, figures, pairs, all } = reader;
  const found: Sentence[] = [];
  let sentence: Growing | undefined;
  /** From where the text of the sentence is still to be taken. */
  let from = start;
  for (let at = start; at < end; at++) {
    if (sentence === undefined) {
      from = at;
      sentence = {
        start: at,
        text: '',
        figures: [],
        brackets: [],
        within,
        previous: found.at(-1),
        signs: ALL_SIGNS,
      };
      found.push(sentence);
      all.push(sentence);
    }
    for (
      let next = figures[reader.next];
      next !== undefined && next.digits[0] <= at;
      next = figures[reader.next]
    ) {
      sentence.figures.push(next);
      reader.next++;
    }
    const close = pairs.size === 0 ? undefined : pairs.get(at);
    if (close !== undefined && close < end && at >= (sentence.figures.at(-1)?.span[1] ?? 0)) {
      const inside: Sentence[] = [];
      const bracket: Bracket = { span: [at, close + 1], sentences: inside };
      inside.push(...read(reader, at + 1, close, { bracket, sentence }));
      sentence.brackets.push(bracket);
      sentence.text += text.slice(from, at) + BRACKET.repeat(close + 1 - at);
      at = close;
      from = close + 1;
    }
    if (at + 1 < end && !isSentenceEnd(text, at)) continue;
    sentence.text += text.slice(from, at + 1);
    sentence.signs = signsIn(text, sentence.start, at + 1);
    sentence = undefined;
  }
  return found;
}

/** Characters of a sentence between two places of the whole text. */
export const between = ({ text, start }: Sentence, from: number, to: number): string =>
  text.slice(Math.max(0, from - start), Math.max(0, to - start));

/** The end of a sentence in the whole text, excluded. */
export const endOf = ({ text, start }: Sentence): number => start + text.length;

/** A stretch of a list: words with the figures among them. */
export interface Piece {
  readonly span: Span;
  /** The words, without brackets. */
  readonly words: string;
  readonly figures: readonly Quantity[];
  /** What parts it from the piece before. */
  readonly joint: string;
}

const joints = /[、，,；;]|以及|[和及与](?!其)|,? and | as well as /g;

/** The pieces of a stretch of a sentence: parted at marks, and at 和 or “and” behind a figure; never inside a figure. */
export function piecesOf(sentence: Sentence, from: number, to: number): readonly Piece[] {
  const stretch = between(sentence, from, to);
  const figures = sentence.figures.filter(({ span }) => span[0] >= from && span[1] <= to);
  const pieces: Piece[] = [];
  let start = 0;
  let joint = '';
  let next = 0;
  let passed = 0;
  const close = (end: number): void => {
    const own: Quantity[] = [];
    while ((figures[next]?.digits[0] ?? Infinity) < from + end) own.push(figures[next++] as Quantity);
    const words = stretch.slice(start, end);
    pieces.push({
      span: [from + start, from + end],
      words: words.replaceAll(BRACKET, '').trim(),
      figures: own,
      joint,
    });
  };
  for (const { 0: mark, index } of stretch.matchAll(joints)) {
    const at = from + index;
    while ((figures[passed]?.span[1] ?? Infinity) <= at) passed++;
    if ((figures[passed]?.span[0] ?? Infinity) <= at) continue;
    const soft = !/^[、，,；;]$/.test(mark);
    if (soft && !((figures[next]?.digits[0] ?? Infinity) < at)) continue;
    close(index);
    start = index + mark.length;
    joint = mark;
  }
  close(stretch.length);
  return pieces;
}
