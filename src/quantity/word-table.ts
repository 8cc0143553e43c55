/** A word of a table, with what it means. */
export interface Word<T> {
  readonly word: string;
  readonly value: T;
  /** What may not stand next to it: of a suffix, characters before it; of a prefix, words behind it. */
  readonly unless?: readonly string[] | undefined;
}

/** What some words mean. A word may be followed by what may not stand next to it. */
export type Group<T> = readonly [
  value: T,
  words: readonly (string | readonly [word: string, ...unless: string[]])[],
];

const SPACED = 0x1_0000;

/** Words by the character where they are looked up, groups in their order, the longest word of each first. */
function indexed<T>(
  groups: readonly Group<T>[],
  key: (word: string) => number,
): ReadonlyMap<number, readonly Word<T>[]> {
  const index = new Map<number, Word<T>[]>();
  for (const [value, words] of groups) {
    const group = words.map((each): Word<T> => {
      if (typeof each === 'string') return { word: each, value };
      const [word, ...unless] = each;
      return { word, value, unless };
    });
    for (const each of group.sort((a, b) => b.word.length - a.word.length)) {
      const list = index.get(key(each.word));
      if (list) list.push(each);
      else index.set(key(each.word), [each]);
    }
  }
  return index;
}

/** Words that stand before a place of a text, found by their last character (or the last before their space). */
export class Suffixes<T> {
  readonly #index: ReadonlyMap<number, readonly Word<T>[]>;

  constructor(groups: readonly Group<T>[]) {
    this.#index = indexed(groups, (word) => Suffixes.#key(word, word.length));
  }

  static #key(text: string, end: number): number {
    const last = text.charCodeAt(end - 1);
    return last === 0x20 ? SPACED + (text.charCodeAt(end - 2) | 0) : last;
  }

  /** The word that ends at a place of a text and begins no earlier than `floor`: of the first group that has one, the longest. */
  before(text: string, end: number, floor = 0): Word<T> | undefined {
    if (end <= floor) return undefined;
    const words = this.#index.get(Suffixes.#key(text, end));
    if (words === undefined) return undefined;
    for (const each of words) {
      const start = end - each.word.length;
      if (start < floor || !text.startsWith(each.word, start)) continue;
      if (each.unless === undefined || start === floor || !each.unless.includes(text[start - 1] as string))
        return each;
    }
    return undefined;
  }
}

/** Words that begin at a place of a text, found by their first character (or the first behind their space). */
export class Prefixes<T> {
  readonly #index: ReadonlyMap<number, readonly Word<T>[]>;

  constructor(groups: readonly Group<T>[]) {
    this.#index = indexed(groups, (word) => Prefixes.#key(word, 0));
  }

  static #key(text: string, at: number): number {
    const first = text.charCodeAt(at);
    return first === 0x20 ? SPACED + (text.charCodeAt(at + 1) | 0) : first;
  }

  /** The word that begins at a place of a text: of the first group that has one, the longest; of those that are accepted. */
  at(text: string, at: number, accepts?: (word: string) => boolean): Word<T> | undefined {
    const words = this.#index.get(Prefixes.#key(text, at));
    if (words === undefined) return undefined;
    for (const each of words) {
      if (!text.startsWith(each.word, at) || accepts?.(each.word) === false) continue;
      const end = at + each.word.length;
      if (each.unless === undefined || !each.unless.some((word) => text.startsWith(word, end))) return each;
    }
    return undefined;
  }
}
