import type { Span } from '../quantity/value/formula.ts';

/** A spelling that is sought, with what stands for it. */
export interface Misspelling<K extends string = string> {
  readonly wrong: string;
  readonly right: string;
  /** Longer stretches within which its characters are no such word. */
  readonly except: readonly string[];
  /** How sure it is that it is wrong. */
  readonly degree: K;
}

/** A spelling at its place in a text. */
export interface Spelling<K extends string = string> {
  readonly span: Span;
  readonly entry: Misspelling<K>;
}

/** Spellings by the code of the character that they begin with, the longest first. */
export type WordList<K extends string = string> = ReadonlyMap<number, readonly Misspelling<K>[]>;

/** The entries of a list, a line each: what is wrong, what is right, and exceptions, parted by blanks. */
export const entriesOf = <K extends string>(lines: string, degree: K): readonly Misspelling<K>[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [wrong = '', right = '', ...except] = line.split(' ');
      return { wrong, right, except, degree };
    });

/** Entries made ready to be sought. */
export function wordList<K extends string>(entries: readonly Misspelling<K>[]): WordList<K> {
  const list = new Map<number, Misspelling<K>[]>();
  for (const entry of [...entries].sort((a, b) => b.wrong.length - a.wrong.length)) {
    const first = entry.wrong.charCodeAt(0);
    const known = list.get(first);
    if (known) known.push(entry);
    else list.set(first, [entry]);
  }
  return list;
}

/** Where spellings of a list stand in a text, in its order, none within another. One pass over the text. */
export function spellingsIn<K extends string>(text: string, list: WordList<K>): readonly Spelling<K>[] {
  const found: Spelling<K>[] = [];
  for (let at = 0; at < text.length - 1; at++) {
    const entries = list.get(text.charCodeAt(at));
    if (entries === undefined) continue;
    const second = text.charCodeAt(at + 1);
    const entry = entries.find((each) => each.wrong.charCodeAt(1) === second && standsAt(text, at, each));
    if (entry === undefined) continue;
    found.push({ span: [at, at + entry.wrong.length], entry });
    at += entry.wrong.length - 1;
  }
  return found;
}

/** Whether an entry stands at a place, and not as a part of one of its exceptions. */
const standsAt = (text: string, at: number, { wrong, except }: Misspelling): boolean =>
  text.startsWith(wrong, at) &&
  !except.some((longer) => {
    const from = at - longer.indexOf(wrong);
    return from >= 0 && text.startsWith(longer, from);
  });
