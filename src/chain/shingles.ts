/** WordNumbers in a row that must be the same: short enough to find a sentence with a word changed, long enough not to be a common phrase. */
const LENGTH = 5;
/** WordNumbers in a row by which texts that may be alike are found, and how many texts at most are kept for each. */
const PROBE = 8;
const MOST = 8;
/** What stands for every number, which no other word looks like. */
const NUMBER = '0';

/** What is compared: a Han character, a number, or a word of another script; what stands between them does not count. */
const tokens = /(\p{Script=Han})|\d+(?:[.,]\d+)*|(?:(?!\p{Script=Han})[\p{L}\p{M}’'-])+/gu;

/** Characters of Chinese text that need no expression: most of them. */
const isCommonHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fa5;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** The numbers of words, and of pairs of what has a number, for texts that are held against each other: the same words in a row have the same one. */
export class WordNumbers {
  readonly #words = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  #last = 0;

  of(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, ++this.#last);
    return this.#last;
  }

  pair(first: number, second: number): number {
    const key = first * LIMIT + second;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    this.#pairs.set(key, ++this.#last);
    return this.#last;
  }
}

/** Above every number: two texts of a million characters have some millions. */
const LIMIT = 2 ** 26;

/** What is two, four, … in a row, from each place on where so much is left. */
function doubled(row: readonly number[], length: number, words: WordNumbers): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at + length < row.length; at++)
    found.push(words.pair(row[at] as number, row[at + length] as number));
  return found;
}

/** A text prepared to be held against others that were prepared with the same words. */
export class Shingled {
  readonly #words: WordNumbers;
  readonly #number: number;
  /** As they are written, and as they are compared: in lower case; of a number, that it is one. */
  readonly #written: string[] = [];
  readonly #row: number[] = [];
  #han = 0;
  #fours: readonly number[] | undefined;
  #known: ReadonlySet<number> | undefined;
  #numbers: ReadonlySet<string> | undefined;

  constructor(text: string, words: WordNumbers) {
    this.#words = words;
    this.#number = words.of(NUMBER);
    const plain = text.normalize('NFKC');
    for (let at = 0; at < plain.length;) {
      if (isCommonHan(plain.charCodeAt(at))) {
        this.#add(plain.charAt(at++), true);
        continue;
      }
      tokens.lastIndex = at;
      const found = tokens.exec(plain);
      if (found === null) break;
      this.#add(found[0], found[1] !== undefined);
      at = found.index + found[0].length;
    }
  }

  #add(written: string, isHan: boolean): void {
    this.#written.push(written);
    if (isHan) this.#han++;
    const isNumber = !isHan && isDigit(written.charCodeAt(0));
    this.#row.push(isNumber ? this.#number : this.#words.of(isHan ? written : written.toLowerCase()));
  }

  /** Whether it has some 40 Han characters or 20 words: less may be alike by chance. */
  get isLong(): boolean {
    return this.#han / 40 + (this.#row.length - this.#han) / 20 >= 1;
  }

  get #rowsOfFour(): readonly number[] {
    return (this.#fours ??= doubled(doubled(this.#row, 1, this.#words), 2, this.#words));
  }

  /** What is so many words in a row, from each word on. */
  get probes(): readonly number[] {
    return doubled(this.#rowsOfFour, PROBE / 2, this.#words);
  }

  get #shingles(): readonly number[] {
    const [fours, row] = [this.#rowsOfFour, this.#row];
    const found: number[] = [];
    for (let at = 0; at + LENGTH <= row.length; at++)
      found.push(this.#words.pair(fours[at] as number, row[at + LENGTH - 1] as number));
    return found;
  }

  /**
   * How much of this text another one says as well, from 0 to 1, by characters: runs of five words count wherever they
   * stand, numbers in them where the other text has the same number. Linear in the length of both.
   */
  shareIn(other: Shingled): number {
    const known = (other.#known ??= new Set(other.#shingles));
    const numbers = (other.#numbers ??= new Set(
      other.#written.filter((_, at) => other.#row[at] === other.#number),
    ));
    const shingles = this.#shingles;
    let [all, same, end] = [0, 0, 0];
    for (let at = 0; at < this.#row.length; at++) {
      const written = this.#written[at] as string;
      if (at < shingles.length && known.has(shingles[at] as number)) end = at + LENGTH;
      all += written.length;
      if (at < end && (this.#row[at] !== this.#number || numbers.has(written))) same += written.length;
    }
    return all === 0 ? 0 : same / all;
  }
}

/** Texts among which the one nearest to another is found without holding it against each of them. */
export class TextIndex {
  readonly #texts: readonly Shingled[];
  readonly #byProbe = new Map<number, number[]>();

  constructor(texts: readonly Shingled[]) {
    this.#texts = texts;
    texts.forEach((text, index) => {
      for (const probe of new Set(text.probes)) {
        const known = this.#byProbe.get(probe);
        if (known === undefined) this.#byProbe.set(probe, [index]);
        else if (known.length < MOST) known.push(index);
      }
    });
  }

  /** The index of the text that says most of another, and how much of it; `first` is held against it in any case, and wins a tie. */
  nearest(text: Shingled, first?: number): { readonly index: number; readonly share: number } | undefined {
    const counts = new Map<number, number>();
    for (const probe of text.probes)
      for (const index of this.#byProbe.get(probe) ?? []) counts.set(index, (counts.get(index) ?? 0) + 1);
    const likely = [...counts].sort(([a, x], [b, y]) => y - x || a - b).slice(0, 2);
    const candidates = [
      ...new Set([...(first === undefined ? [] : [first]), ...likely.map(([index]) => index)]),
    ];
    let best: { index: number; share: number } | undefined;
    for (const index of candidates) {
      const share = text.shareIn(this.#texts[index] as Shingled);
      if (best === undefined || share > best.share) best = { index, share };
    }
    return best;
  }
}
