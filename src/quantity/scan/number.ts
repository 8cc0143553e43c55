import Fraction from '../value/fraction.ts';
import { isAnyDigitAt, isNumeralAt, isOneOf } from '../characters.ts';

/** A number as written: its value, and how many digits stand behind the point. */
export interface WrittenNumber {
  readonly value: Fraction;
  readonly decimals: number;
  /** End of its characters in the text, excluded. */
  readonly end: number;
}

/** A number in Arabic digits, whose value is made when it is asked for. */
class ArabicNumber implements WrittenNumber {
  readonly decimals: number;
  readonly end: number;
  /** All its digits, without the point. */
  readonly #digits: string;
  #value: Fraction | undefined;

  constructor(digits: string, decimals: number, end: number) {
    this.#digits = digits;
    this.decimals = decimals;
    this.end = end;
  }

  get value(): Fraction {
    return (this.#value ??= new Fraction(BigInt(this.#digits), 10n ** BigInt(this.decimals)));
  }
}

/** The same number below zero. */
export class NegativeNumber implements WrittenNumber {
  readonly decimals: number;
  readonly end: number;
  readonly #of: WrittenNumber;

  constructor(of: WrittenNumber) {
    this.#of = of;
    this.decimals = of.decimals;
    this.end = of.end;
  }

  get value(): Fraction {
    return this.#of.value.neg();
  }
}

/** Digits of any width as ASCII. */
function halfWidth(text: string): string {
  let half = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    half += code > 0xff00 ? String.fromCharCode(code - 0xfee0) : text[at];
  }
  return half;
}

/** The end of a run of digits. */
export function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isAnyDigitAt(text, end)) end++;
  return end;
}

const SEPARATORS = ',， \u00A0\u2009\u202F';

/**
 * A number in Arabic digits of either width at a place of a text: decimals, and groups of three after a comma or a space
 * (GB/T 15835-2011 §5.1.4 accepts 6,645 and 6 645). Undefined where no digit stands there.
 */
export function arabicAt(text: string, at: number): WrittenNumber | undefined {
  let end = digitsEnd(text, at);
  if (end === at) return undefined;
  let digits = text.slice(at, end);
  if (digits.length <= 3 && isOneOf(SEPARATORS, text, end)) {
    const separator = text[end];
    // a full-width comma parts sentences as well: only between groups, the last followed by no digit
    while (text[end] === separator && digitsEnd(text, end + 1) === end + 4) {
      digits += text.slice(end + 1, end + 4);
      end += 4;
    }
  }
  let decimals = 0;
  if (isOneOf('.．', text, end) && isAnyDigitAt(text, end + 1)) {
    const last = digitsEnd(text, end + 1);
    decimals = last - end - 1;
    digits += text.slice(end + 1, last);
    end = last;
  }
  return new ArabicNumber(halfWidth(digits), decimals, end);
}

/** Where a number begins behind one of some marks, which a space may precede and follow; undefined where none does. */
export function numberBehind(text: string, at: number, marks: string): number | undefined {
  const mark = text[at] === ' ' ? at + 1 : at;
  if (!isOneOf(marks, text, mark)) return undefined;
  const start = text[mark + 1] === ' ' ? mark + 2 : mark + 1;
  return isAnyDigitAt(text, start) ? start : undefined;
}

const digits: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九'].map((digit, value) => [digit, value] as const),
)
  .set('〇', 0)
  .set('两', 2);
const places: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** Whether a character is part of a Chinese numeral. */
export const isNumeral = (character: string | undefined): boolean =>
  character !== undefined && isNumeralAt(character, 0);

/** The end of a run of Chinese numerals. */
export function numeralsEnd(text: string, at: number): number {
  let end = at;
  while (isNumeralAt(text, end)) end++;
  return end;
}

/** A number in Chinese numerals, whole: 十, 一百零五, 两千, 三万五千. Undefined where the characters are no such number (二一七, 百千万). */
export function chineseNumber(text: string): number | undefined {
  let whole = 0;
  let section = 0;
  let digit: number | undefined;
  let place = 10_000;
  for (const character of text) {
    const value = digits.get(character);
    const worth = places.get(character);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (worth !== undefined) {
      if (worth >= place) return undefined;
      section += (digit ?? (worth === 10 && section === 0 ? 1 : Number.NaN)) * worth;
      place = worth;
      digit = undefined;
    } else {
      const total = section + (digit ?? 0);
      whole = (whole + total) * (character === '亿' ? 1e8 : 1e4);
      if (total === 0) return undefined;
      section = 0;
      digit = undefined;
      place = 10_000;
    }
  }
  const value = whole + section + (digit ?? 0);
  return Number.isNaN(value) ? undefined : value;
}
