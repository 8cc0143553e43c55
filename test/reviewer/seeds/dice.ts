import { seed } from '../../depth.ts';
import type { Setting } from '../passages.ts';

/** Throws that repeat: the same name gives the same throws, in every run and on every machine. */
export class Dice {
  #state: number;

  constructor(name: string) {
    this.#state = seed;
    for (const letter of name)
      this.#state = Math.imul(this.#state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.#next() * (to - from + 1));
  }

  /** One of these. */
  pick<T>(list: readonly T[]): T {
    const chosen = list[this.int(0, list.length - 1)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  /** So many of these, each once. */
  some<T>(list: readonly T[], count: number): T[] {
    const left = [...list];
    return Array.from({ length: count }, () => left.splice(this.int(0, left.length - 1), 1)[0] as T);
  }
}

/** A passage with marks around what is wrong, and what it stands in; or a whole draft. */
export interface Seeded {
  readonly text?: string;
  readonly setting?: Setting;
  readonly draft?: string;
}

/** A build of passages: with one throw of the dice both the passage with the fault and its sound twin. */
export type Pattern = (dice: Dice, bad: boolean) => string | Seeded;

/** The builds of a kind in the languages that have it. */
export interface Patterns {
  readonly zh?: readonly Pattern[];
  readonly en?: readonly Pattern[];
  readonly setting?: Setting;
}

/** The stretch that is wrong, if it is. */
export const mark = (bad: boolean, words: string): string => (bad ? `⟦${words}⟧` : words);

/** A figure with so many decimals, without zeros at its end. */
export const trimmed = (value: number, decimals = 1): string => String(Number(value.toFixed(decimals)));

/** The digits of a whole number in English. */
export const grouped = (value: number): string => value.toLocaleString('en-US');
