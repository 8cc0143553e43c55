import Fraction from 'fraction.js';

/** A number as written: its value, and how many digits stand behind the point. */
export interface WrittenNumber {
  readonly value: Fraction;
  readonly decimals: number;
  /** End of its characters in the text, excluded. */
  readonly end: number;
}

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && /^[0-9０-９]$/.test(character);

/** Digits of any width as ASCII. */
export const halfWidth = (text: string): string =>
  text.replace(/[０-９．]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0));

/** The end of a run of digits. */
function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text[end])) end++;
  return end;
}

/**
 * A number in Arabic digits of either width at a place of a text: decimals, and groups of three after a comma or a space
 * (GB/T 15835-2011 §5.1.4 accepts 6,645 and 6 645). Undefined where no digit stands there.
 */
export function arabicAt(text: string, at: number): WrittenNumber | undefined {
  let end = digitsEnd(text, at);
  if (end === at) return undefined;
  let digits = text.slice(at, end);
  if (digits.length <= 3) {
    const separator = text[end] ?? '';
    // a full-width comma parts sentences as well: only between groups, the last followed by no digit
    while (
      /[,， \u00A0\u2009\u202F]/.test(separator) &&
      text[end] === separator &&
      digitsEnd(text, end + 1) === end + 4
    ) {
      digits += text.slice(end + 1, end + 4);
      end += 4;
    }
  }
  let decimals = 0;
  if (/[.．]/.test(text[end] ?? '') && isDigit(text[end + 1])) {
    const last = digitsEnd(text, end + 1);
    decimals = last - end - 1;
    digits += `.${text.slice(end + 1, last)}`;
    end = last;
  }
  return { value: new Fraction(halfWidth(digits)), decimals, end };
}

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Whether a character is part of a Chinese numeral. */
export const isNumeral = (character: string | undefined): boolean =>
  character !== undefined && (character in digits || character in places || /[万亿]/.test(character));

/** A number in Chinese numerals, whole: 十, 一百零五, 两千, 三万五千. Undefined where the characters are no such number (二一七, 百千万). */
export function chineseValue(text: string): number | undefined {
  let whole = 0;
  let section = 0;
  let digit: number | undefined;
  let place = 10_000;
  for (const character of text) {
    if (character in digits) {
      const value = digits[character] as number;
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (character in places) {
      const worth = places[character] as number;
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
