import Fraction from '../value/fraction.ts';
import { around, exactly } from '../value/interval.ts';
import { RATIO } from '../value/unit.ts';
import { withChanges } from '../value/stated-quantity.ts';
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
      : [
          /^ per ?cent\b/.test(text.slice(end, end + 9))
            ? shareOf(text, [start, end], at, value)
            : countOf(text.slice(start, end), at + start, value),
        ],
  );

/** More than that is an amount. */
const MOST = 100_000;

/** The count that stands alone in brackets, which by itself may be the number of a note or a year; `text` is what stands in them, at a place. */
export function countAlone(text: string, at: number): Quantity | undefined {
  return /^\d{1,3}(?:,\d{3})*$/.test(text)
    ? countOf(text, at, new Fraction(text.replaceAll(',', '')))
    : undefined;
}

/** Ninety-two per cent, rounded as it is written. */
function shareOf(
  text: string,
  [start, end]: readonly [number, number],
  at: number,
  value: Fraction,
): Quantity {
  const last = end + (text.startsWith(' per cent', end) ? 9 : 8);
  const [share, half] = [value.div(100), new Fraction(1, 200)];
  return withChanges(countOf(text.slice(start, last), at + start, share), {
    interval: around(share, half),
    family: RATIO,
    unit: '%',
    step: new Fraction(1, 100),
    factor: new Fraction(1, 100),
    exact: false,
  });
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
