import Fraction from '../value/fraction.ts';
import { exactly } from '../value/interval.ts';
import type { Quantity } from '../value/quantity.ts';
import { speltPlaces } from './english-number.ts';

/**
 * Whole numbers from 1 to 99,999 that a text spells out in English, as the counts they may be: nine of the twelve counties. They stand by themselves,
 * since most number words of a text count nothing. `at` is where the text begins in a longer one.
 */
export const speltCounts = (text: string, at: number): readonly Quantity[] =>
  speltPlaces(text).flatMap(({ value, span: [start, end] }): Quantity[] => {
    if (value.d !== 1n || value.compare(1) < 0 || value.compare(MOST) >= 0) return [];
    const span = [at + start, at + end] as const;
    return [
      {
        text: text.slice(start, end),
        span,
        digits: span,
        number: value,
        interval: exactly(value),
        kind: 'figure',
        qualifier: 'exact',
        family: '',
        unit: '',
        step: new Fraction(1),
        factor: new Fraction(1),
        exact: true,
        per: [],
        movement: undefined,
        terms: [],
      },
    ];
  });

/** More than that is an amount. */
const MOST = 100_000;
