import Fraction from 'fraction.js';

/** One: what is multiplied by it, and by no other one, is left as it is. */
export const ONE = new Fraction(1);

/** A product; that with `ONE` costs nothing. */
export const scaled = (value: Fraction, factor: Fraction): Fraction =>
  factor === ONE ? value : value === ONE ? factor : value.mul(factor);

const powers: Fraction[] = [];

/** Ten to a whole power. */
export const powerOfTen = (power: number): Fraction =>
  power < 0 ? new Fraction(1n, 10n ** BigInt(-power)) : new Fraction(10n ** BigInt(power), 1n);

/** One of the last digit of a number with so many decimals. */
export const lastPlace = (decimals: number): Fraction =>
  decimals === 0 ? ONE : decimals < 20 ? (powers[decimals] ??= powerOfTen(-decimals)) : powerOfTen(-decimals);
