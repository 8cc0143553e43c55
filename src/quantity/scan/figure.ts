import Fraction from 'fraction.js';
import { currencyBefore } from './currency.ts';
import { magnitudeAt } from './magnitude.ts';
import { make } from './build-quantity.ts';
import { dateEnd, isName } from './exclusions.ts';
import { arabicAt, type WrittenNumber } from './number.ts';
import { wordsBefore } from './qualifiers.ts';
import { ratioAt } from './ratio.ts';
import type { Read, ScanOptions } from './read.ts';
import { unitAt } from '../value/unit.ts';

const one = new Fraction(1);

/** The figure that begins with a digit at a place of a text, or what is none. */
export function figureAt(text: string, written: string, at: number, options: ScanOptions): Read {
  const unsigned = arabicAt(text, at) as WrittenNumber;
  const isNegative = /(?:^|[\s（(=＝为到至达:：、，])[-−－]$/.test(text.slice(Math.max(0, at - 2), at));
  const number = isNegative ? { ...unsigned, value: unsigned.value.neg() } : unsigned;
  const date = dateEnd(text, at);
  if (date !== undefined) return { end: Math.max(date, number.end) };
  const ratio = isNegative ? undefined : ratioAt(text, written, at, number);
  if (ratio) return ratio;
  const pair = pairAt(text, written, at, number, options);
  if (pair) return pair;
  const money = isNegative ? undefined : currencyBefore(text, at, number.end);
  const magnitude = magnitudeAt(text, money?.end ?? number.end, money !== undefined);
  if (!isNegative && !money && (isName(text, at, number.end) || isName(text, at, magnitude.end)))
    return { end: nameEnd(text, number.end) };
  const start = money?.start ?? at - (isNegative ? 1 : 0);
  const signed = money?.isNegative ? { ...number, value: number.value.neg() } : number;
  return make(
    {
      text,
      written,
      start,
      digits: [at, number.end],
      number: signed,
      magnitude,
      currency: money?.written,
      before: wordsBefore(text, start),
    },
    options,
  );
}

/** 3、4天: two neighbouring digits for about so many, which GB/T 15835 writes 三四天. */
function pairAt(
  text: string,
  written: string,
  at: number,
  number: WrittenNumber,
  options: ScanOptions,
): Read | undefined {
  const [, first, second] = /^(\d)、(\d)(?=\p{Script=Han})/u.exec(text.slice(at, at + 4)) ?? [];
  if (
    first === undefined ||
    Number(second) !== Number(first) + 1 ||
    /\d$/.test(text.slice(Math.max(0, at - 1), at))
  )
    return undefined;
  const magnitude = { factor: one, word: '', odd: undefined, end: at + 3 };
  if (!unitAt(text, at + 3, options.units)) return undefined;
  return make(
    {
      text,
      written,
      start: at,
      digits: [at, at + 3],
      number,
      magnitude,
      currency: undefined,
      before: wordsBefore(text, at),
      upper: new Fraction(second as string),
    },
    options,
  );
}

/** The end of the letters and digits that a name goes on with. */
function nameEnd(text: string, at: number): number {
  let end = at;
  while (/[A-Za-z\d.\-]/.test(text[end] ?? '')) end++;
  return end;
}
