/**
 * Classes of characters, so that a scan looks a character up instead of trying an expression on it. Each question takes a
 * text and a place in it; outside of the text the answer is no.
 */

const DIGIT = 1;
const WIDE_DIGIT = 2;
const NUMERAL = 4;
const LETTER = 8;
const SPACE = 16;
const NAUGHT = 32;

const classes = new Uint8Array(0x1_0000);

function put(bit: number, characters: string): void {
  for (let at = 0; at < characters.length; at++)
    classes[characters.charCodeAt(at)] = (classes[characters.charCodeAt(at)] as number) | bit;
}

put(DIGIT, '0123456789');
put(WIDE_DIGIT, '０１２３４５６７８９');
put(NUMERAL, '零〇一二两三四五六七八九十百千万亿');
put(LETTER, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
// what \s holds
put(SPACE, '\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A');
put(SPACE, '\u2028\u2029\u202F\u205F\u3000\uFEFF');
put(NAUGHT, '没未无零');

const classAt = (text: string, at: number): number => classes[text.charCodeAt(at) | 0] as number;

/** Whether an ASCII digit stands there: \d. */
export const isDigitAt = (text: string, at: number): boolean => (classAt(text, at) & DIGIT) !== 0;
/** Whether a digit of either width stands there. */
export const isAnyDigitAt = (text: string, at: number): boolean =>
  (classAt(text, at) & (DIGIT | WIDE_DIGIT)) !== 0;
/** Whether a part of a Chinese numeral stands there. */
export const isNumeralAt = (text: string, at: number): boolean => (classAt(text, at) & NUMERAL) !== 0;
/** Whether an ASCII letter stands there. */
export const isLetterAt = (text: string, at: number): boolean => (classAt(text, at) & LETTER) !== 0;
/** Whether white space stands there: \s. */
export const isSpaceAt = (text: string, at: number): boolean => (classAt(text, at) & SPACE) !== 0;
/** Whether an ASCII letter, a digit or _ stands there: \w. */
export const isWordAt = (text: string, at: number): boolean =>
  (classAt(text, at) & (LETTER | DIGIT)) !== 0 || text.charCodeAt(at) === 0x5f;
/** Whether a small ASCII letter stands there. */
export const isSmallAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0x61 && code <= 0x7a;
};

/** Whether one of some characters stands there. */
export const isOneOf = (characters: string, text: string, at: number): boolean =>
  at >= 0 && at < text.length && characters.includes(text[at] as string);

/** The place behind the ASCII letters that begin there. */
export function lettersEnd(text: string, at: number): number {
  let end = at;
  while (isLetterAt(text, end)) end++;
  return end;
}

/** Whether a code point is a Chinese character; those off the common block are few, and asked of an expression. */
export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x2e80 && !isPunctuation(code) && /^\p{Script=Han}$/u.test(String.fromCodePoint(code)));

/** Whether a text has a Chinese character. */
export function hasHan(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isHan(text.codePointAt(at) as number)) return true;
  return false;
}

/** Chinese punctuation, brackets and the wide forms of ASCII. */
const isPunctuation = (code: number): boolean =>
  (code >= 0x3000 && code <= 0x3004) ||
  (code >= 0x3008 && code <= 0x3020) ||
  (code >= 0xfb00 && code <= 0xffff);

/** What kinds of characters a text has. */
export interface Kinds {
  /** Digits or Chinese numerals. */
  readonly hasNumerals: boolean;
  /** Characters that may begin words that say nought: 没, 未, 无, 零. */
  readonly hasNaught: boolean;
  readonly hasLetters: boolean;
}

/** What kinds of characters a text has, in one pass. */
export function kindsIn(text: string): Kinds {
  let all = 0;
  for (let at = 0; at < text.length; at++) all |= classAt(text, at);
  return {
    hasNumerals: (all & (DIGIT | WIDE_DIGIT | NUMERAL)) !== 0,
    hasNaught: (all & NAUGHT) !== 0,
    hasLetters: (all & LETTER) !== 0,
  };
}

/** The next place, from one on, where a letter stands; the length of the text where there is none. */
export function nextLetter(text: string, from: number): number {
  let at = from;
  while (at < text.length && (classAt(text, at) & LETTER) === 0) at++;
  return at;
}

/** The next place, from one on, where a digit or a Chinese numeral stands; the length of the text where there is none. */
export function nextNumeral(text: string, from: number): number {
  let at = from;
  while (at < text.length && (classAt(text, at) & (DIGIT | WIDE_DIGIT | NUMERAL)) === 0) at++;
  return at;
}
