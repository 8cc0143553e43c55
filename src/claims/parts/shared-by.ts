import Fraction from '../../quantity/value/fraction.ts';
import type { Span } from '../../quantity/value/formula.ts';
import { exactly, intervalBetween, type Interval } from '../../quantity/value/interval.ts';

/** How many share a total: a figure of the text, or a time that it names, such as 五年 and “over the year”. */
export interface SharedBy {
  readonly text: string;
  readonly span: Span;
  readonly interval: Interval;
  readonly number: Fraction;
}

/** A time that a text names, as what shares a total: from `least` to `most` days, weeks or months. */
export const sharedBy = (text: string, at: number, least: number, most: number): SharedBy => ({
  text,
  span: [at, at + text.length],
  number: new Fraction(least),
  interval:
    least === most ? exactly(new Fraction(least)) : intervalBetween(new Fraction(least), new Fraction(most)),
});
