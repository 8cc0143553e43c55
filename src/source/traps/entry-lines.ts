import { isUnder, keyKind, type Is, type Shape } from '../grammar.ts';
import { isNearKey } from './key-lines.ts';

/** A mapping or list around a line, by its column. */
export interface KeyLevel {
  readonly column: number;
  readonly list: boolean;
  readonly is: Is | undefined;
  readonly written: Set<string>;
  /** What stands under its latest key. */
  under: Is | undefined;
}

/** Where a line stands that may be an entry: the column of the text above it, whether such lines stand above, and whether it holds others. */
export interface EntryPlace {
  readonly column: number;
  readonly begun: boolean;
  readonly holds: boolean;
}

/** A line that looks like an entry. */
export interface EntryLine {
  readonly key: string;
  readonly value: string;
  /** Whether a space parts its value from its colon. */
  readonly spaced: boolean;
  readonly isProse: boolean;
  /** The mapping that it would stand in. */
  readonly shape: Shape | undefined;
}

/** Whether a line that begins with a key of the format is an entry. */
export function isKnownEntry(
  { key, value, spaced, isProse, shape }: EntryLine,
  here: KeyLevel | undefined,
  { begun }: EntryPlace,
): boolean {
  const fits = here !== undefined && mayHold(shape, key);
  const isWritten = hasKey(here, key);
  const isFull = isFilled(key, value);
  if (fits && isWritten && (begun || isProse)) return false;
  if (spaced && !(isFull && begun)) return fits || !isProse;
  return fits && !isWritten && !(isFull && (isProse || shape?.keys !== undefined));
}

const hasKey = (level: KeyLevel | undefined, key: string): boolean => level?.written.has(key) === true;

const mayHold = (shape: Shape | undefined, key: string): boolean =>
  shape === undefined || isUnder(shape, key) !== undefined;

/** Whether a text stands where keys belong. */
const isFilled = (key: string, value: string): boolean =>
  keyKind(key) === 'container' && value !== '' && !/^["'{[｛［&*!|>#\d]/.test(value);

/** Whether a line that begins with another word is an entry. */
export function isOtherEntry(
  { key, value, spaced, isProse, shape }: EntryLine,
  here: KeyLevel,
  { column, begun, holds }: EntryPlace,
): boolean {
  if (spaced && value === '' && holds) return true;
  // names of metrics and the like are free
  if (shape?.entries !== undefined) return !(isProse && (begun || !spaced));
  const near = shape?.keys !== undefined && isNearKey(key, shape, here.written);
  const isPlain = spaced && !isProse;
  return here.column === column ? near || (isPlain && !begun) : near && isPlain;
}
