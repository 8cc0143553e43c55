import type { Quantity } from '../value/quantity.ts';

/** What helps to read figures: words that count as units besides the usual ones, and how far 约 reaches. */
export interface ScanOptions {
  readonly units?: readonly string[];
  /** By how much 约 and 左右 widen, in percent; `APPROXIMATION` if it is left out. */
  readonly approximation?: number;
  /** Whether the text is one figure by itself: then 2016 is a number and no year. */
  readonly whole?: boolean;
}

/** What was read at a place of a text: a figure, or what is none; the scan goes on at its end. */
export interface Read {
  readonly end: number;
  readonly quantity?: Quantity;
}
