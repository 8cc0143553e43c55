import Fraction from './fraction.ts';
import { add, around, exactly, meet, type Interval } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { percentPattern, printLike, printReach, type Pattern } from './print-like.ts';

const whole = new Fraction(1);

/** The sum of some shares, or of the terms of a ratio in hundredths, each with its rounding. */
function sumOf(shares: readonly Quantity[] | Quantity): {
  readonly interval: Interval;
  readonly number: Fraction;
} {
  const terms: readonly { readonly interval: Interval; readonly number: Fraction }[] =
    'terms' in shares ? termsOf(shares) : (shares as readonly Quantity[]);
  return {
    interval: terms.map(({ interval }) => interval).reduce(add),
    number: terms.map(({ number }) => number).reduce((a, b) => a.add(b)),
  };
}

/** Terms are rounded like the one with the most decimals: of 57.5：40：2.5 the 40 is 40.0. */
function termsOf({ terms }: Quantity): { readonly interval: Interval; readonly number: Fraction }[] {
  const finest = Math.max(...terms.map((term) => String(term.d).length - 1));
  const reach = new Fraction(1, 2 * 10 ** finest * 100);
  return terms.map((term) => ({ number: term.div(100), interval: around(term.div(100), reach) }));
}

/** Whether the terms of a ratio can be shares of a hundred. */
export const addsToHundred = (ratio: Quantity): boolean => meet(sumOf(ratio).interval, exactly(whole));

/** Whether shares are surely more or less than all. */
export function sharesTotal(shares: readonly Quantity[]): {
  readonly low: 'over' | undefined;
  readonly high: 'under' | undefined;
} {
  const { low, high } = sumOf(shares).interval;
  return {
    low: low && low.value.compare(whole) > 0 ? 'over' : undefined,
    high: high && high.value.compare(whole) < 0 ? 'under' : undefined,
  };
}

/** The sum of shares as it is printed, with the digits of the finest of them, and what it may be, in both languages. */
export function reachOf(shares: readonly Quantity[] | Quantity): {
  readonly result: string;
  readonly reach: string;
  readonly reachZh: string;
} {
  const { interval, number } = sumOf(shares);
  const {
    unit,
    factor,
    step,
    number: shown,
  }: Pattern = 'terms' in shares
    ? percentPattern
    : shares.reduce((a, b) => (b.step.compare(a.step) < 0 ? b : a));
  const like = { text: '', unit, factor, step, number: shown };
  const [reach = '', reachZh = ''] = [printReach(interval, like, 'en'), printReach(interval, like, 'zh')];
  return { result: printLike(number, like), reach, reachZh };
}
