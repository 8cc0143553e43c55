import Fraction from '../../quantity/value/fraction.ts';
import { powerOfTen } from '../../quantity/value/fractions.ts';

/** A value of a series that is a power of ten away from its neighbours. */
export interface Slip {
  readonly index: number;
  /** What it is told as: 10, 100, 10³, 10⁴, 10⁶ or 10⁸ times its neighbours, or one of so many. */
  readonly times: number;
  readonly isMore: boolean;
  /** What it would be with its point where the neighbours have it. */
  readonly expected: Fraction;
}

/** A place, two of them, 万 for nothing, 亿 for nothing; thousand, million and billion for each other. */
const powers = [1, 2, 3, 4, 6, 8];
/** How much the other values of a series may differ, so that one stands out. */
const STEADY = 2;
/** How near to a power of ten the step must be: between two neighbours, at the end of a series, and of two values only. */
const near = { inner: [0.6, 1.7], last: [0.75, 1.4], pair: [0.85, 1.2] } as const;

/**
 * The one value of a series in the order of its years that was likely told in another scale: a power of ten times its neighbours, which are
 * about equal (XBRL US data quality rule 0095). A first value that stands out may be a start, and is left alone.
 */
export function slipIn(values: readonly Fraction[]): Slip | undefined {
  if (values.length < 2 || values.some((value) => value.compare(0) <= 0)) return undefined;
  if (values.length === 2) return slipOf(values, 1, values[0] as Fraction, near.pair);
  for (let index = 1; index < values.length; index++) {
    const others = values.filter((_, at) => at !== index);
    if (!isSteady(others)) continue;
    const [before, after] = [values[index - 1] as Fraction, values[index + 1]];
    const found = after
      ? slipOf(values, index, before.add(after).div(2), near.inner)
      : slipOf(values, index, before, near.last);
    if (found) return found;
  }
  return undefined;
}

function isSteady(values: readonly Fraction[]): boolean {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const [least, most] = [sorted[0], sorted.at(-1)];
  return least !== undefined && most !== undefined && most.div(least).compare(STEADY) <= 0;
}

function slipOf(
  values: readonly Fraction[],
  index: number,
  usual: Fraction,
  [low, high]: readonly [number, number],
): Slip | undefined {
  const value = values[index] as Fraction;
  const isMore = value.compare(usual) > 0;
  const ratio = isMore ? value.div(usual) : usual.div(value);
  for (const power of powers) {
    const rest = ratio.div(powerOfTen(power));
    // of 1/ratio the bounds are those turned round
    const [least, most] = isMore ? [low, high] : [1 / high, 1 / low];
    if (rest.compare(least) >= 0 && rest.compare(most) <= 0)
      return {
        index,
        times: 10 ** power,
        isMore,
        expected: isMore ? value.div(powerOfTen(power)) : value.mul(powerOfTen(power)),
      };
  }
  return undefined;
}
