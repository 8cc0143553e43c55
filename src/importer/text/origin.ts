/**
 * Where the characters of a text stand in the parts of its document, as triples `[start, run, offset]`: from `start` on, up to the next
 * triple, the characters are those of the run from `offset` on, one for one. The run is -1 where the characters stand nowhere. Plain
 * numbers, since a long document has ten thousands of them.
 */
export type Origin = readonly number[];

/** Characters of one run of a document, end excluded. What a run holds is counted as `Traced` says. */
export interface OriginSpan {
  /** The name of the part in the file, `word/document.xml`; empty for a plain text, which is one run. */
  readonly part: string;
  /** Which of the runs of the part it is (`w:r` and `m:r`, those that are not read included), from 0. */
  readonly run: number;
  readonly start: number;
  readonly end: number;
}

/** More runs than a part can have within the limits of its size. */
const MOST_RUNS = 1 << 24;

/** A run as an origin names it. */
export const runKey = (part: number, run: number): number => part * MOST_RUNS + run;

const NOWHERE = -1;

/** Puts an origin together from left to right. */
export class OriginBuilder {
  readonly #triples: number[] = [];
  #length = 0;

  /** As many characters, from `offset` on in a run; in none where it is not given. */
  add(length: number, run: number = NOWHERE, offset = 0): void {
    if (length <= 0) return;
    const triples = this.#triples;
    const last = triples.length - 3;
    const goesOn =
      last >= 0 &&
      triples[last + 1] === run &&
      (run === NOWHERE ||
        (triples[last + 2] as number) + this.#length - (triples[last] as number) === offset);
    if (!goesOn) triples.push(this.#length, run, run === NOWHERE ? 0 : offset);
    this.#length += length;
  }

  /** The characters of a stretch of another text. */
  copy(origin: Origin | undefined, start: number, end: number): void {
    if (origin === undefined) return this.add(end - start);
    for (let at = firstWithin(origin, start); at < origin.length; at += 3) {
      const from = Math.max(start, origin[at] as number);
      const to = Math.min(end, origin[at + 3] ?? end);
      if (from >= end) return;
      this.add(to - from, origin[at + 1], (origin[at + 2] as number) + from - (origin[at] as number));
    }
  }

  /** The origin; undefined where no character stands anywhere. */
  build(): Origin | undefined {
    const triples = this.#triples;
    for (let at = 1; at < triples.length; at += 3) if (triples[at] !== NOWHERE) return triples;
    return undefined;
  }
}

/** Where the triple stands that holds a character. */
function firstWithin(origin: Origin, start: number): number {
  let [low, high] = [0, origin.length / 3];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((origin[middle * 3] as number) <= start) low = middle;
    else high = middle;
  }
  return low * 3;
}

/** The stretches of runs that hold some characters of a text, in its order. What stands nowhere is left out. */
export function originSpans(
  origin: Origin,
  parts: readonly string[],
  [start, end]: readonly [number, number],
): OriginSpan[] {
  const spans: OriginSpan[] = [];
  for (let at = firstWithin(origin, start); at < origin.length; at += 3) {
    const from = Math.max(start, origin[at] as number);
    const to = Math.min(end, origin[at + 3] ?? end);
    if (from >= end) break;
    const key = origin[at + 1] as number;
    if (key === NOWHERE || to <= from) continue;
    const offset = (origin[at + 2] as number) + from - (origin[at] as number);
    const part = parts[Math.floor(key / MOST_RUNS)] ?? '';
    spans.push({ part, run: key % MOST_RUNS, start: offset, end: offset + to - from });
  }
  return spans;
}
