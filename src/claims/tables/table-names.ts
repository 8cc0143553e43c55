/** The names of the rows and columns of tables, sought in texts in lower case; the longest first, at a cost that their number does not change. */
export class TableNames {
  readonly #names: ReadonlySet<string>;
  readonly #lengths: readonly number[];
  /** The first and last characters of all names: most places can be passed by them. */
  readonly #first: ReadonlySet<string>;
  readonly #last: ReadonlySet<string>;

  constructor(names: Iterable<string>) {
    this.#names = new Set(names);
    const all = [...this.#names];
    this.#lengths = [...new Set(all.map(({ length }) => length))].sort((a, b) => b - a);
    this.#first = new Set(all.map((name) => name[0] ?? ''));
    this.#last = new Set(all.map((name) => name.at(-1) ?? ''));
  }

  has(name: string): boolean {
    return this.#names.has(name);
  }

  /** The longest name that ends at a place. */
  endingAt(text: string, end: number): string | undefined {
    if (!this.#last.has(text[end - 1] ?? '')) return undefined;
    return this.#at(text, (length) => end - length);
  }

  /** The longest name that begins at a place. */
  beginningAt(text: string, start: number): string | undefined {
    if (!this.#first.has(text[start] ?? '')) return undefined;
    return this.#at(text, () => start);
  }

  #at(text: string, from: (length: number) => number): string | undefined {
    for (const length of this.#lengths) {
      const start = from(length);
      const name = start < 0 ? '' : text.slice(start, start + length);
      if (this.#names.has(name) && !isInWord(text, start, start + length)) return name;
    }
    return undefined;
  }
}

const letter = /[A-Za-z]/;

/** Whether letters go on before or behind some words. */
const isInWord = (text: string, start: number, end: number): boolean =>
  (letter.test(text[start] ?? '') && letter.test(text[start - 1] ?? '')) ||
  (letter.test(text[end - 1] ?? '') && letter.test(text[end] ?? ''));
