import Library from 'fraction.js';

/** What a number may be made of: a whole or decimal number, or one as it is written (`1/3`, `2.5`). */
type Input = bigint | number | string;

/**
 * An exact rational number: `s` (1 or -1) times `n` over `d`, in lowest terms. It reads and prints as the library does; sums,
 * products and comparisons are its own, since nearly all figures are whole, and what two whole numbers make need be neither read nor
 * reduced.
 */
export default class Fraction {
  readonly s: bigint;
  readonly n: bigint;
  readonly d: bigint;

  /** @throws Error where `below` is zero, or a text is no number */
  constructor(value: Input, below: bigint | number = 1n) {
    if (typeof value === 'bigint' && typeof below === 'bigint') {
      if (below === 0n) throw new Error('Division by Zero');
      const isNegative = value < 0n !== below < 0n && value !== 0n;
      const [n, d] = [value < 0n ? -value : value, below < 0n ? -below : below];
      const common = d === 1n ? 1n : commonDivisor(n, d);
      this.s = isNegative ? -1n : 1n;
      this.n = common === 1n ? n : n / common;
      this.d = common === 1n ? d : d / common;
    } else {
      const { s, n, d } = below === 1n ? new Library(value) : new Library(value as number, below);
      this.s = s;
      this.n = n;
      this.d = d;
    }
  }

  add(other: Fraction | number): Fraction {
    const { s, n, d } = asFraction(other);
    if (d === this.d)
      return d === 1n ? whole(this.s * this.n + s * n) : new Fraction(this.s * this.n + s * n, d);
    return new Fraction(this.s * this.n * d + s * n * this.d, this.d * d);
  }

  sub(other: Fraction | number): Fraction {
    const { s, n, d } = asFraction(other);
    if (d === this.d)
      return d === 1n ? whole(this.s * this.n - s * n) : new Fraction(this.s * this.n - s * n, d);
    return new Fraction(this.s * this.n * d - s * n * this.d, this.d * d);
  }

  mul(other: Fraction | number): Fraction {
    const { s, n, d } = asFraction(other);
    return new Fraction(this.s * s * this.n * n, this.d * d);
  }

  /** @throws Error on division by zero */
  div(other: Fraction | number): Fraction {
    const { s, n, d } = asFraction(other);
    return new Fraction(this.s * s * this.n * d, this.d * n);
  }

  neg(): Fraction {
    return new Fraction(-this.s * this.n, this.d);
  }

  abs(): Fraction {
    return this.s > 0n ? this : new Fraction(this.n, this.d);
  }

  inverse(): Fraction {
    return new Fraction(this.s * this.d, this.n);
  }

  /** -1, 0 or 1: less than the other, the same, or more. */
  compare(other: Fraction | number): number {
    const { s, n, d } = asFraction(other);
    if (s !== this.s) return s < this.s ? 1 : -1;
    const [own, its] = d === this.d ? [this.n, n] : [this.n * d, n * this.d];
    return own === its ? 0 : own > its === s > 0n ? 1 : -1;
  }

  equals(other: Fraction | number): boolean {
    const { s, n, d } = asFraction(other);
    return n === this.n && d === this.d && s === this.s;
  }

  mod(other: Fraction): Fraction {
    return own(libraryOf(this).mod(libraryOf(other)));
  }

  pow(power: number): Fraction | null {
    const made = libraryOf(this).pow(power);
    return made && own(made);
  }

  round(places = 0): Fraction {
    return this.d === 1n ? this : own(libraryOf(this).round(places));
  }

  floor(places = 0): Fraction {
    return this.d === 1n ? this : own(libraryOf(this).floor(places));
  }

  ceil(places = 0): Fraction {
    return this.d === 1n ? this : own(libraryOf(this).ceil(places));
  }

  valueOf(): number {
    return Number(this.s * this.n) / Number(this.d);
  }

  toString(places?: number): string {
    return libraryOf(this).toString(places);
  }

  toFraction(showMixed = false): string {
    return this.d === 1n ? String(this.s * this.n) : libraryOf(this).toFraction(showMixed);
  }
}

const libraryOf = ({ s, n, d }: Fraction): Library => new Library(s * n, d);
const own = ({ s, n, d }: Library): Fraction => new Fraction(s * n, d);

const whole = (value: bigint): Fraction => new Fraction(value, 1n);

/** Numbers that the code compares with, each made once: 0, 1, 0.01. */
const numbers = new Map<number, Fraction>();
const MOST_KEPT = 200;

function asFraction(value: Fraction | number): Fraction {
  if (typeof value !== 'number') return value;
  const known = numbers.get(value);
  if (known) return known;
  const made = Number.isSafeInteger(value) ? whole(BigInt(value)) : new Fraction(value);
  if (numbers.size < MOST_KEPT) numbers.set(value, made);
  return made;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}
