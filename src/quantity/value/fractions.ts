import Fraction from './fraction.ts';

/** One: what is multiplied by it, and by no other one, is left as it is. */
export const ONE = new Fraction(1);

/** A product; that with `ONE` costs nothing. */
export const scaled = (value: Fraction, factor: Fraction): Fraction =>
  factor === ONE ? value : value === ONE ? factor : value.mul(factor);

/** Whether a factor changes nothing. */
export const isOne = (factor: Fraction): boolean => factor === ONE || factor.equals(ONE);

/** Small powers of ten, made when they are first asked for. */
const powers = new Map<number, Fraction>([[0, ONE]]);
const LARGEST = 20;

/** Ten to a whole power. */
export function powerOfTen(power: number): Fraction {
  const known = powers.get(power);
  if (known) return known;
  const made = power < 0 ? new Fraction(1n, 10n ** BigInt(-power)) : new Fraction(10n ** BigInt(power), 1n);
  if (Math.abs(power) <= LARGEST) powers.set(power, made);
  return made;
}

/** One of the last digit of a number with so many decimals. */
export const lastPlace = (decimals: number): Fraction => powerOfTen(decimals === 0 ? 0 : -decimals);
