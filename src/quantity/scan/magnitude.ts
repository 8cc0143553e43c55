import type Fraction from '../value/fraction.ts';
import { isLetterAt, isOneOf, lettersEnd } from '../characters.ts';
import { ONE } from '../value/fractions.ts';
import { scaleOf } from '../value/unit.ts';

/** A word of magnitude behind a number, with 多 or 余 on either side of it. */
export interface Magnitude {
  readonly factor: Fraction;
  /** 万, 亿, million; empty without. */
  readonly word: string;
  readonly odd: 'before' | 'after' | undefined;
  readonly end: number;
}

/** No magnitude: the number ends at a place. */
export const plainMagnitude = (end: number, odd?: Magnitude['odd']): Magnitude => ({
  factor: ONE,
  word: '',
  odd,
  end,
});

/** The magnitude behind a number; abbreviations (m, bn) only count behind a currency. */
export const magnitudeAt = (text: string, at: number, currency: boolean): Magnitude =>
  chineseMagnitude(text, at) ?? englishMagnitude(text, at, currency) ?? plainMagnitude(at);

function chineseMagnitude(text: string, at: number): Magnitude | undefined {
  const begin = text[at] === ' ' ? at + 1 : at;
  if (!isOneOf('万亿多余来千百十', text, begin)) return undefined;
  if (isPlain(text, begin)) {
    const word = text[begin] as string;
    return { factor: scaleOf(word), word, odd: undefined, end: begin + 1 };
  }
  const [whole = '', space = '', first, word, last] =
    /^( ?)(多|余|来)?(万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)?(?![分米克瓦卡])(多|余)?(?!种形式|元化|样)/.exec(
      text.slice(at, at + 8),
    ) ?? [];
  const odd = first ? 'before' : last ? 'after' : undefined;
  if (word !== undefined) return { factor: scaleOf(word), word, odd, end: at + whole.length };
  return odd !== undefined && space === '' ? plainMagnitude(at + whole.length, odd) : undefined;
}

/** Whether 万 or 亿 stands there with nothing behind it that changes it: 万亿, 万米, 万多, 亿元化. */
const isPlain = (text: string, at: number): boolean =>
  isOneOf('万亿', text, at) &&
  !isOneOf('亿分米克瓦卡多余种样', text, at + 1) &&
  !(text[at + 1] === '元' && text[at + 2] === '化');

const words: ReadonlySet<string> = new Set(['thousand', 'million', 'billion', 'trillion']);
const abbreviations: ReadonlySet<string> = new Set(['bn', 'mn', 'tn', 'k', 'm', 'b']);

function englishMagnitude(text: string, at: number, currency: boolean): Magnitude | undefined {
  const begin = text[at] === ' ' || text[at] === '-' ? at + 1 : at;
  if (!isLetterAt(text, begin)) return undefined;
  const end = lettersEnd(text, begin);
  if (end - begin > 8) return undefined;
  const letters = text.slice(begin, end);
  const word = letters.toLowerCase();
  return words.has(word) || (currency && abbreviations.has(word))
    ? { factor: scaleOf(word), word: ` ${letters}`, odd: undefined, end }
    : undefined;
}
