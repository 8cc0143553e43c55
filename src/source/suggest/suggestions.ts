import { alike, suggest } from './suggest.ts';

/** How many words are compared for the suggestions of one draft, over all its unknown names: for more it has none. */
export const COMPARISONS = 300_000;

/**
 * Names that unknown ones are held against, one after another. Where a draft has thousands of both, the last ones get no
 * suggestion, so that the work stays bounded; by counting, so that the same draft is always told the same.
 */
export class Suggestions {
  readonly #byLength = new Map<number, { readonly name: string; readonly at: number }[]>();
  readonly #limit: number;
  #compared = 0;

  constructor(known: Iterable<string>, limit = COMPARISONS) {
    this.#limit = limit;
    let at = 0;
    for (const name of known) {
      const alike = this.#byLength.get(name.length);
      if (alike) alike.push({ name, at: at++ });
      else this.#byLength.set(name.length, [{ name, at: at++ }]);
    }
  }

  /** How many words were compared so far. */
  get compared(): number {
    return this.#compared;
  }

  /** The name that was most likely meant, as `suggest` says. */
  of(written: string): string | undefined {
    return suggest(written, this.#near(written));
  }

  /** A name that may be another one, as `alike` says. */
  alike(written: string): string | undefined {
    return alike(written, this.#near(written));
  }

  #near(written: string): readonly string[] {
    const near = [-2, -1, 0, 1, 2].map((more) => this.#byLength.get(written.length + more) ?? []);
    const count = near.reduce((sum, { length }) => sum + length, 0);
    if (this.#compared + count > this.#limit) return [];
    this.#compared += count;
    return near
      .flat()
      .sort((a, b) => a.at - b.at)
      .map(({ name }) => name);
  }
}
