import Fraction from '../value/fraction.ts';
import { isLetterAt, isOneOf } from '../characters.ts';
import { ONE } from '../value/fractions.ts';
import { currencies } from '../value/unit-table.ts';
import { scaleOf } from '../value/unit.ts';
import { Prefixes } from '../word-table.ts';
import { spelt, type SpeltNumber } from './english-number.ts';
import { arabicAt } from './number.ts';

const money = new Prefixes<undefined>(() => [[undefined, currencies.join(' ')]]);
const isNoLetter = (text: string, at: number): boolean => !isLetterAt(text, at);
const scale = /^[ -]?(thousand|million|billion|trillion)(?![A-Za-z])|^ ?(mn|bn|tn|[kKmMbB])(?![A-Za-z/²³])/i;

/** A number with what stands before it and its magnitude. */
export interface Amount {
  readonly value: Fraction;
  readonly decimals: number;
  readonly magnitude: Fraction;
  /** The magnitude as written, with the space before it. */
  readonly word: string;
  readonly currency: string;
  readonly rest: string;
}

/** A number at the start of a text: −$1,200, $(1,200), EUR 1.2 million, ($3.4 million), twelve; undefined where none stands there. */
export function amountOf(text: string): Amount | undefined {
  const [whole, inner = '', rest = ''] = /^\(([^()]{1,30})\)(.*)$/.exec(text) ?? [];
  if (whole === undefined) return bareAmountOf(text);
  // money in brackets is below zero
  const amount = bareAmountOf(inner);
  return amount && amount.rest === '' && amount.currency !== ''
    ? { ...amount, value: amount.value.neg(), rest }
    : undefined;
}

function bareAmountOf(text: string): Amount | undefined {
  const { isNegative, currency, end: at } = signAndCurrency(text);
  const bracketed = currency !== '' && /^\(([\d.,]+)\)/.exec(text.slice(at));
  const digits = arabicAt(text, bracketed ? at + 1 : at);
  const words = digits ? undefined : (spelt(text, at) ?? none(text));
  const number = digits ?? words;
  if (!number || (bracketed && number.end !== at + bracketed[0].length - 1)) return undefined;
  const behindNumber = text.slice(number.end + (bracketed ? 1 : 0));
  return {
    value: isNegative || bracketed ? number.value.neg() : number.value,
    decimals: number.decimals,
    currency,
    ...(words ? { magnitude: words.magnitude, word: '', rest: behindNumber } : scaledBy(behindNumber)),
  };
}

/** The minus and the currency that a text begins with, in either order, and where they end. */
function signAndCurrency(text: string): {
  readonly isNegative: boolean;
  readonly currency: string;
  readonly end: number;
} {
  const isFirst = isMinus(text, 0);
  const start = isFirst ? 1 : 0;
  const currency = money.at(text, start, isNoLetter)?.word ?? '';
  let end = start + currency.length;
  if (currency !== '' && isOneOf(' \u00A0', text, end)) end++;
  const isSecond = !isFirst && isMinus(text, end);
  return { isNegative: isFirst || isSecond, currency, end: isSecond ? end + 1 : end };
}

const isMinus = (text: string, at: number): boolean => isOneOf('-−–', text, at);

/** The word of magnitude that a text begins with, and what stands behind it. */
function scaledBy(text: string): Pick<Amount, 'magnitude' | 'word' | 'rest'> {
  const [words, long, short] = scale.exec(text) ?? [];
  const word = long ?? short;
  if (words === undefined || word === undefined) return { magnitude: ONE, word: '', rest: text };
  return {
    magnitude: scaleOf(word),
    word: long === undefined ? word : ` ${word}`,
    rest: text.slice(words.length),
  };
}

/** No incidents, none. */
function none(text: string): SpeltNumber | undefined {
  const end = /^no(?= [a-z])|^none$/i.exec(text)?.[0].length;
  return end === undefined ? undefined : { value: new Fraction(0), decimals: 0, magnitude: ONE, end };
}
