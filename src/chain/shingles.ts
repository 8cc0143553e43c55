/** A word of a text: a Han character, a word of another script, or a number; what stands between words does not count. */
interface Token {
  /** What is compared: in lower case; of a number, that it is one. */
  readonly word: string;
  readonly written: string;
}

/** Words in a row that must be the same: short enough to find a sentence with a word changed, long enough not to be a common phrase. */
const LENGTH = 5;
/** Words in a row by which texts that may be alike are found, and how many texts at most are kept for each. */
const PROBE = 8;
const MOST = 8;
const NUMBER = '0';

const tokens = /\p{Script=Han}|\d+(?:[.,]\d+)*|(?:(?!\p{Script=Han})[\p{L}\p{M}’'-])+/gu;

function tokensOf(text: string): readonly Token[] {
  return [...text.normalize('NFKC').matchAll(tokens)].map(([written]) => ({
    written,
    word: /^\d/.test(written) ? NUMBER : written.toLowerCase(),
  }));
}

function shinglesOf(words: readonly Token[], length: number): string[] {
  const found: string[] = [];
  for (let at = 0; at + length <= words.length; at++)
    found.push(
      words
        .slice(at, at + length)
        .map(({ word }) => word)
        .join(' '),
    );
  return found;
}

/** A text prepared to be held against others. */
export class Shingled {
  readonly tokens: readonly Token[];
  #known: ReadonlySet<string> | undefined;
  #numbers: ReadonlySet<string> | undefined;

  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  /** Whether it has some 40 Han characters or 20 words: less may be alike by chance. */
  get isLong(): boolean {
    const han = this.tokens.filter(({ word }) => /\p{Script=Han}/u.test(word)).length;
    return han / 40 + (this.tokens.length - han) / 20 >= 1;
  }

  get probes(): readonly string[] {
    return shinglesOf(this.tokens, PROBE);
  }

  /**
   * How much of this text another one says as well, from 0 to 1, by characters: runs of five words count wherever they
   * stand, numbers in them where the other text has the same number. Linear in the length of both.
   */
  shareIn(other: Shingled): number {
    const known = (other.#known ??= new Set(shinglesOf(other.tokens, LENGTH)));
    const numbers = (other.#numbers ??= new Set(
      other.tokens.filter(({ word }) => word === NUMBER).map(({ written }) => written),
    ));
    let [all, same, end] = [0, 0, 0];
    const shingles = shinglesOf(this.tokens, LENGTH);
    const starts = shingles.map((shingle) => known.has(shingle));
    this.tokens.forEach(({ word, written }, at) => {
      if (starts[at]) end = at + LENGTH;
      all += written.length;
      if (at < end && (word !== NUMBER || numbers.has(written))) same += written.length;
    });
    return all === 0 ? 0 : same / all;
  }
}

/** Texts among which the one nearest to another is found without holding it against each of them. */
export class TextIndex {
  readonly #texts: readonly Shingled[];
  readonly #byProbe = new Map<string, number[]>();

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
