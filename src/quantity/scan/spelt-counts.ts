import Fraction from '../value/fraction.ts';
import { exactly } from '../value/interval.ts';
import type { Quantity } from '../value/quantity.ts';
import { speltPlaces } from './english-number.ts';

/**
 * Whole numbers from 1 to 99,999 that a text spells out in English, as the counts they may be: nine of the twelve counties. They stand by themselves,
 * since most number words of a text count nothing. `at` is where the text begins in a longer one.
 */
export const speltCounts = (text: string, at: number): readonly Quantity[] =>
  speltPlaces(text).flatMap(({ value, span: [start, end] }) =>
    value.d !== 1n || value.compare(1) < 0 || value.compare(MOST) >= 0
      ? []
      : [countOf(text.slice(start, end), at + start, value)],
  );

/** More than that is an amount. */
const MOST = 100_000;

/** The count that stands alone in brackets, which by itself may be the number of a note or a year; `text` is what stands in them, at a place. */
export function countAlone(text: string, at: number): Quantity | undefined {
  return /^\d{1,3}(?:,\d{3})*$/.test(text)
    ? countOf(text, at, new Fraction(text.replaceAll(',', '')))
    : undefined;
}

const countOf = (text: string, at: number, value: Fraction): Quantity => {
  const span = [at, at + text.length] as const;
  return {
    text,
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
  };
};
