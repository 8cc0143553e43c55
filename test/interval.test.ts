import fc from 'fast-check';
import Fraction from '../src/quantity/value/fraction.ts';
import { describe, expect, it } from 'vitest';
import {
  add,
  divide,
  exactly,
  holds,
  isBeyond,
  meet,
  multiply,
  negate,
  scale,
  subtract,
  type Interval,
} from '../src/quantity/value/interval.ts';
import { sample } from './depth.ts';

const options = { seed: 20180117, numRuns: sample(3000) };
const fraction = fc
  .tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 12 }))
  .map(([n, d]) => new Fraction(n, d));

/** An interval and a number in it; ends open, closed or missing. */
const filled = fc
  .tuple(fraction, fraction, fraction, fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 5 }))
  .map(([a, b, c, openLow, openHigh, gap]) => {
    const [low, x, high] = [a, b, c].sort((p, q) => p.compare(q)) as [Fraction, Fraction, Fraction];
    const interval: Interval = {
      low: gap === 0 ? undefined : { value: low, open: openLow && !low.equals(x) },
      high: gap === 1 ? undefined : { value: high, open: openHigh && !high.equals(x) },
    };
    return { interval, x };
  });
const contains = (interval: Interval, x: Fraction): boolean => holds(interval, exactly(x));

describe('of numbers in two intervals', () => {
  it.each([
    ['the sum lies in the sum', add, (x: Fraction, y: Fraction) => x.add(y)],
    ['the difference lies in the difference', subtract, (x: Fraction, y: Fraction) => x.sub(y)],
    ['the product lies in the product', multiply, (x: Fraction, y: Fraction) => x.mul(y)],
  ] as const)('%s', (_, onIntervals, onNumbers) =>
    fc.assert(
      fc.property(filled, filled, (a, b) =>
        contains(onIntervals(a.interval, b.interval), onNumbers(a.x, b.x)),
      ),
      options,
    ),
  );

  it('the quotient lies in the quotient, which is missing exactly where the divisor may be zero', () =>
    fc.assert(
      fc.property(filled, filled, (a, b) => {
        const quotient = divide(a.interval, b.interval);
        return quotient === undefined
          ? contains(b.interval, new Fraction(0))
          : contains(quotient, a.x.div(b.x));
      }),
      options,
    ));

  it.each([
    ['sums', add],
    ['products', multiply],
  ] as const)('%s commute', (_, operation) =>
    fc.assert(
      fc.property(filled, filled, (a, b) => {
        expect(operation(a.interval, b.interval)).toEqual(operation(b.interval, a.interval));
      }),
      options,
    ),
  );

  it('negation and scaling keep what is inside inside', () =>
    fc.assert(
      fc.property(
        filled,
        fraction,
        ({ interval, x }, factor) =>
          contains(negate(interval), x.neg()) && contains(scale(interval, factor), x.mul(factor)),
      ),
      options,
    ));

  it('they meet wherever a number lies in both, whichever comes first', () =>
    fc.assert(
      fc.property(filled, filled, ({ interval, x }, b) => {
        expect(meet(interval, b.interval)).toBe(meet(b.interval, interval));
        return !contains(b.interval, x) || meet(interval, b.interval);
      }),
      options,
    ));

  it('nothing inside is on the wrong side of what all are beyond', () =>
    fc.assert(
      fc.property(
        filled,
        fraction,
        ({ interval, x }, bound) =>
          (!isBeyond(interval, bound, 'above') || x.compare(bound) > 0) &&
          (!isBeyond(interval, bound, 'below') || x.compare(bound) < 0),
      ),
      options,
    ));
});

describe('a shared end', () => {
  const one = new Fraction(1);
  const upTo = (open: boolean): Interval => ({ low: undefined, high: { value: one, open } });
  const from = (open: boolean): Interval => ({ low: { value: one, open }, high: undefined });
  it.each([
    [false, false, true],
    [true, false, false],
    [false, true, false],
    [true, true, false],
  ])('counts only where both are closed: open %s, open %s', (a, b, met) =>
    expect(meet(upTo(a), from(b))).toBe(met),
  );
});
