/** A word of a table, with what it means. */
export interface Word<T> {
  readonly word: string;
  readonly value: T;
  /** What may not stand next to it. */
  readonly unless: readonly string[];
}

/**
 * Words that mean one thing, parted by spaces; `_` stands for a space in a word. `unless` is what may not stand next to
 * them: of suffixes the character before, of prefixes the word behind.
 */
export type Group<T> = readonly [value: T, words: string, unless?: string];

type Index<T> = ReadonlyMap<number, readonly Word<T>[]>;
const NONE: readonly string[] = [];
const SPACED = 0x1_0000;

/** Words by a number made of the character where they are looked up. */
function indexed<T>(groups: Iterable<Group<T>>, key: (word: string) => number): Index<T> {
  const index = new Map<number, Word<T>[]>();
  for (const [value, words, unless] of groups)
    for (const written of words.split(' ')) {
      const word = written.includes('_') ? written.replaceAll('_', ' ') : written;
      const entry = { word, value, unless: unless?.split(' ') ?? NONE };
      const list = index.get(key(word));
      if (list) list.push(entry);
      else index.set(key(word), [entry]);
    }
  return index;
}

/** Words that stand before a place of a text, found by their last character (or the last before their space). */
export class Suffixes<T> {
  readonly #groups: () => Iterable<Group<T>>;
  #index: Index<T> | undefined;

  /** The groups are asked for when a word is first looked up. */
  constructor(groups: () => Iterable<Group<T>>) {
    this.#groups = groups;
  }

  static #key(text: string, end: number): number {
    const last = text.charCodeAt(end - 1);
    return last === 0x20 ? SPACED + (text.charCodeAt(end - 2) | 0) : last;
  }

  /** The longest word that ends at a place of a text and begins no earlier than `floor`. */
  before(text: string, end: number, floor = 0): Word<T> | undefined {
    if (end <= floor) return undefined;
    this.#index ??= indexed(this.#groups(), (word) => Suffixes.#key(word, word.length));
    const words = this.#index.get(Suffixes.#key(text, end));
    let best: Word<T> | undefined;
    for (const each of words ?? []) {
      const start = end - each.word.length;
      if (start < floor || (best && each.word.length <= best.word.length)) continue;
      if (!text.startsWith(each.word, start)) continue;
      if (start === floor || !each.unless.includes(text[start - 1] as string)) best = each;
    }
    return best;
  }
}

/** Words that begin at a place of a text, found by their first character (or the first behind their space). */
export class Prefixes<T> {
  readonly #groups: () => Iterable<Group<T>>;
  #index: Index<T> | undefined;

  /** The groups are asked for when a word is first looked up. */
  constructor(groups: () => Iterable<Group<T>>) {
    this.#groups = groups;
  }

  static #key(text: string, at: number): number {
    const first = text.charCodeAt(at);
    return first === 0x20 ? SPACED + (text.charCodeAt(at + 1) | 0) : first;
  }

  #from(text: string, at: number): readonly Word<T>[] {
    this.#index ??= indexed(this.#groups(), (word) => Prefixes.#key(word, 0));
    return this.#index.get(Prefixes.#key(text, at)) ?? [];
  }

  /** The longest word that begins at a place of a text; of those that may end where they do. */
  at(text: string, at: number, mayEnd?: (text: string, end: number) => boolean): Word<T> | undefined {
    let best: Word<T> | undefined;
    for (const each of this.#from(text, at)) {
      if ((best && each.word.length <= best.word.length) || !text.startsWith(each.word, at)) continue;
      const end = at + each.word.length;
      if (each.unless.some((word) => text.startsWith(word, end)) || mayEnd?.(text, end) === false) continue;
      best = each;
    }
    return best;
  }

  /** What a whole word means. */
  get(word: string): T | undefined {
    for (const each of this.#from(word, 0)) if (each.word === word) return each.value;
    return undefined;
  }
}

/** English words in any case, of which most others are told by their initial and length alone. */
export class WordSet {
  readonly #words: ReadonlySet<string>;
  /** The lengths of the words by their initial, as bits. */
  readonly #lengths = new Uint16Array(32);

  /** @throws Error on words of more than 15 letters. */
  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    for (const word of this.#words) {
      if (word.length > 15) throw new Error(`“${word}” is too long for a set of words`);
      const initial = word.charCodeAt(0) & 31;
      this.#lengths[initial] = (this.#lengths[initial] as number) | (1 << word.length);
    }
  }

  /** Whether the letters between two places of a text are one of the words. */
  has(text: string, start: number, end: number): boolean {
    const length = end - start;
    const lengths = this.#lengths[text.charCodeAt(start) & 31] as number;
    return (
      length < 16 && ((lengths >> length) & 1) === 1 && this.#words.has(text.slice(start, end).toLowerCase())
    );
  }
}
