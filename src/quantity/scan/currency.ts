import { isLetterAt, isOneOf, isSpaceAt } from '../characters.ts';
import { currencies } from '../value/unit-table.ts';

/** A sign or code of money before a number. */
export interface Currency {
  readonly written: string;
  /** Where it begins, with a minus before it. */
  readonly start: number;
  readonly isNegative: boolean;
  /** The end of the figure, where a bracket around the number makes it negative. */
  readonly end: number | undefined;
}

const signs: ReadonlySet<string> = new Set(currencies);
const ends: ReadonlySet<number> = new Set(currencies.map((word) => word.charCodeAt(word.length - 1)));
const LONGEST = Math.max(...currencies.map((word) => word.length));

/** The longest sign or code that ends at a place, no letter before it. */
function signBefore(text: string, end: number): string | undefined {
  if (!ends.has(text.charCodeAt(end - 1))) return undefined;
  for (let length = Math.min(LONGEST, end); length > 0; length--) {
    const word = text.slice(end - length, end);
    if (signs.has(word) && !isLetterAt(text, end - length - 1)) return word;
  }
  return undefined;
}

/** The money of the number from `at` to `end`: EUR 1.2 million, −$300, and $(1,200), as accountants write what is below zero. */
export function currencyBefore(text: string, at: number, end: number): Currency | undefined {
  const isBracketed = text[at - 1] === '(';
  const spaced = isBracketed ? at - 1 : at;
  const signEnd = text[spaced - 1] === ' ' ? spaced - 1 : spaced;
  const written = signBefore(text, signEnd);
  if (written === undefined || (isBracketed && text[end] !== ')')) return undefined;
  const start = signEnd - written.length;
  const isMinus =
    isOneOf('-−–', text, start - 1) &&
    (start === 1 || isSpaceAt(text, start - 2) || isOneOf('(（', text, start - 2));
  return {
    written,
    start: isMinus ? start - 1 : start,
    isNegative: isMinus || isBracketed,
    end: isBracketed ? end + 1 : undefined,
  };
}
