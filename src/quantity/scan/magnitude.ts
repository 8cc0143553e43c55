import Fraction from 'fraction.js';
import { scaleOf } from '../value/unit.ts';

const one = new Fraction(1);

/** A word of magnitude behind a number, with 多 or 余 on either side of it. */
export interface Magnitude {
  readonly factor: Fraction;
  /** 万, 亿, million; empty without. */
  readonly word: string;
  readonly odd: 'before' | 'after' | undefined;
  readonly end: number;
}

export function magnitudeAt(text: string, at: number, currency: boolean): Magnitude {
  const chinese =
    /^( ?)(多|余|来)?(万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)?(?![分米克瓦卡])(多|余)?(?!种形式|元化|样)/.exec(
      text.slice(at, at + 8),
    );
  const [whole = '', space = '', first, word, last] = chinese ?? [];
  if (word !== undefined || ((first ?? last) !== undefined && space === ''))
    return {
      factor: word === undefined ? one : scaleOf(word),
      word: word ?? '',
      odd: first ? 'before' : last ? 'after' : undefined,
      end: at + whole.length,
    };
  const english = /^[ -]?(?:(thousand|million|billion|trillion)|(bn|mn|tn|k|m|b))(?![A-Za-z])/i.exec(
    text.slice(at, at + 10),
  );
  const letters = english?.[1] ?? (currency ? english?.[2] : undefined);
  return letters === undefined
    ? { factor: one, word: '', odd: undefined, end: at }
    : { factor: scaleOf(letters), word: ` ${letters}`, odd: undefined, end: at + (english?.[0].length ?? 0) };
}
