import { romanNumeral } from '../../quantity/scan/numeral.ts';

/** The value of a numeral, and the first of its kind, by which patterns of numbering are named: A, a, I, i. */
export interface Numeral {
  readonly first: 'A' | 'a' | 'I' | 'i';
  readonly value: number;
}

/** A letter as a number: C is 3. */
export function letters(sign: string): Numeral | undefined {
  if (/^[A-Z]$/.test(sign)) return { first: 'A', value: sign.charCodeAt(0) - 64 };
  return /^[a-z]$/.test(sign) ? { first: 'a', value: sign.charCodeAt(0) - 96 } : undefined;
}

const romans = new Map(Array.from({ length: 50 }, (_, index) => [romanNumeral(index + 1), index + 1]));

/** A Roman number up to 50, in letters or in signs of its own: IV, ⅳ. */
export function roman(sign: string): Numeral | undefined {
  const plain = sign.normalize('NFKC');
  const isLarge = plain === plain.toUpperCase();
  const value = romans.get(isLarge ? plain.toLowerCase() : plain);
  return value === undefined ? undefined : { first: isLarge ? 'I' : 'i', value };
}
