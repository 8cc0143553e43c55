import Fraction from '../value/fraction.ts';
import { ONE } from '../value/fractions.ts';
import { isAnyDigitAt, isLetterAt, isOneOf } from '../characters.ts';
import { exactly } from '../value/interval.ts';
import { arabicAt, numberBehind, type WrittenNumber } from './number.ts';
import type { Quantity } from '../value/quantity.ts';
import { wordsBefore } from './qualifiers.ts';
import type { Read } from './read.ts';
import { RATIO } from '../value/unit.ts';

/** A ratio that begins at a place of a text: 2.6：1, 3.9∶59.5∶36.6, 1/10. Undefined where none does. */
export function ratioAt(text: string, written: string, at: number, first: WrittenNumber): Read | undefined {
  const colon = termsAt(text, at, first, colonEnd);
  if (colon) {
    const [a, b] = colon.terms as [Fraction, Fraction];
    const value = colon.terms.length === 2 && b.equals(1) ? a : undefined;
    return { end: colon.end, quantity: quantityOf(text, written, at, colon, value, 'ratio') };
  }
  const slash = termsAt(text, at, first, slashEnd);
  const [above, below] = slash?.terms ?? [];
  if (
    !slash ||
    slash.terms.length !== 2 ||
    !above ||
    !below ||
    below.equals(0) ||
    above.compare(below) > 0 ||
    first.decimals > 0
  )
    return undefined;
  return { end: slash.end, quantity: quantityOf(text, written, at, slash, above.div(below), RATIO) };
}

interface Terms {
  readonly terms: readonly Fraction[];
  readonly end: number;
}

/** Where the number behind a colon or slash begins. */
type Separator = (text: string, at: number) => number | undefined;
const colonEnd: Separator = (text, at) => {
  const next = numberBehind(text, at, '：:∶︰');
  return next !== undefined && isListAt(text, at, next) ? undefined : next;
};
/** 810: 412 boys, (2018: 1,000): a colon that leads to a list, or behind a year, as English sets it. */
const isListAt = (text: string, at: number, next: number): boolean => {
  if (text[at] !== ':' || text[at + 1] !== ' ') return false;
  if (/^\((?:19|20)\d\d$/.test(text.slice(at - '(2018'.length, at))) return true;
  const end = arabicAt(text, next)?.end ?? next;
  return text[end] === ' ' && isLetterAt(text, end + 1);
};
const slashEnd: Separator = (text, at) =>
  text[at] === '/' && isAnyDigitAt(text, at + 1) ? at + 1 : undefined;

function termsAt(text: string, at: number, first: WrittenNumber, separator: Separator): Terms | undefined {
  let { end } = first;
  let next = separator(text, end);
  if (next === undefined || isLetterAt(text, at - 1) || isOneOf('./-', text, at - 1)) return undefined;
  const terms = [first.value];
  while (next !== undefined) {
    const number = arabicAt(text, next) as WrittenNumber;
    terms.push(number.value);
    end = number.end;
    next = separator(text, end);
  }
  return { terms, end };
}

function quantityOf(
  text: string,
  written: string,
  at: number,
  { terms, end }: Terms,
  value: Fraction | undefined,
  family: string,
): Quantity {
  const { qualifier, start, movement, per } = wordsBefore(text, at);
  const number = value ?? new Fraction(0);
  return {
    text: written.slice(start, end),
    span: [start, end],
    digits: [at, end],
    number,
    interval: value === undefined ? { low: undefined, high: undefined } : exactly(number),
    qualifier: qualifier ?? 'exact',
    family,
    unit: '',
    step: new Fraction(0),
    factor: ONE,
    exact: true,
    per,
    movement,
    kind: 'ratio',
    terms,
  };
}
