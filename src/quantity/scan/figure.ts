import Fraction from '../value/fraction.ts';
import { isDigitAt, isHan, isLetterAt, isOneOf, isSpaceAt } from '../characters.ts';
import { currencyBefore } from './currency.ts';
import { magnitudeAt, plainMagnitude } from './magnitude.ts';
import { make } from './build-quantity.ts';
import { dateEnd } from './date-end.ts';
import { isName } from './exclusions.ts';
import { arabicAt, NegativeNumber, type WrittenNumber } from './number.ts';
import { wordsBefore } from './qualifiers.ts';
import { ratioAt } from './ratio.ts';
import type { Read, ScanOptions } from './read.ts';
import { unitAt } from '../value/unit.ts';

/** The figure that begins with a digit at a place of a text, or what is none. */
export function figureAt(text: string, written: string, at: number, options: ScanOptions): Read {
  const unsigned = arabicAt(text, at) as WrittenNumber;
  const isNegative = isMinus(text, at - 1);
  const number = isNegative ? new NegativeNumber(unsigned) : unsigned;
  const date = dateEnd(text, at);
  if (date !== undefined) return { end: Math.max(date, number.end) };
  const ratio = isNegative ? undefined : ratioAt(text, written, at, number);
  return (
    ratio ??
    pairAt(text, written, at, number, options) ??
    amountAt(text, written, at, number, isNegative, options)
  );
}

/** A number with its currency and magnitude: −3.5%, 1.2万元, $1.2 million; the number of a name (PM2.5) is none. */
function amountAt(
  text: string,
  written: string,
  at: number,
  number: WrittenNumber,
  isNegative: boolean,
  options: ScanOptions,
): Read {
  const money = isNegative ? undefined : currencyBefore(text, at, number.end);
  const magnitude = magnitudeAt(text, money?.end ?? number.end, money !== undefined);
  const isNamed =
    !isNegative &&
    !money &&
    (isName(text, at, number.end) || (magnitude.end !== number.end && isName(text, at, magnitude.end)));
  if (isNamed) return { end: nameEnd(text, number.end) };
  const start = money?.start ?? at - (isNegative ? 1 : 0);
  const signed = money?.isNegative ? new NegativeNumber(number) : number;
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

/** Whether a minus stands there, behind what a number may follow. */
const isMinus = (text: string, at: number): boolean =>
  isOneOf('-−－', text, at) &&
  (at === 0 || isSpaceAt(text, at - 1) || isOneOf('(（=＝为到至达:：、，', text, at - 1));

/** 3、4天: two neighbouring digits for about so many, which GB/T 15835 writes 三四天. */
function pairAt(
  text: string,
  written: string,
  at: number,
  number: WrittenNumber,
  options: ScanOptions,
): Read | undefined {
  if (text[at + 1] !== '、' || !isHan(text.charCodeAt(at + 3)) || isDigitAt(text, at - 1)) return undefined;
  if (!isDigitAt(text, at) || text.charCodeAt(at + 2) !== text.charCodeAt(at) + 1 || text[at] === '9')
    return undefined;
  if (!unitAt(text, at + 3, options.units)) return undefined;
  return make(
    {
      text,
      written,
      start: at,
      digits: [at, at + 3],
      number,
      magnitude: plainMagnitude(at + 3),
      currency: undefined,
      before: wordsBefore(text, at),
      upper: new Fraction(text[at + 2] as string),
    },
    options,
  );
}

/** The end of the letters and digits that a name goes on with. */
function nameEnd(text: string, at: number): number {
  let end = at;
  while (isLetterAt(text, end) || isDigitAt(text, end) || isOneOf('.-', text, end)) end++;
  return end;
}
