import Fraction from 'fraction.js';
import { isLetterAt, isOneOf } from '../characters.ts';
import { Prefixes } from '../word-table.ts';
import { ONE } from '../value/fractions.ts';
import { spelt, type SpeltNumber } from './english-number.ts';
import { arabicAt } from './number.ts';
import type { Quantity, Qualifier } from '../value/quantity.ts';
import type { ScanOptions } from './read.ts';
import { StatedQuantity } from '../value/stated-quantity.ts';
import { APPROXIMATION } from '../value/written-interval.ts';
import { currencies } from '../value/unit-table.ts';
import { phraseUnit } from './phrase-unit.ts';
import { scaleOf, type Unit } from '../value/unit.ts';

/** Words before a value. */
const before: readonly (readonly [Qualifier, RegExp])[] = [
  ['at-least', /^(?:at least|no(?:t)? (?:less|fewer|lower) than|a minimum of|minimum|min\.?|>=|≥)\s*/i],
  [
    'at-most',
    /^(?:at most|no(?:t)? (?:more|higher|greater|longer) than|a maximum of|maximum|max\.?|up to|within|<=|≤)\s*/i,
  ],
  ['nearly', /^(?:nearly|almost|close to|just under)\s+/i],
  ['about', /^(?:about|around|approximately|approx\.|roughly|some|circa|c\.|~|≈)\s*/i],
  ['over', /^(?:(?:just )?over|more than|above|exceeding|>)\s*/i],
  ['below', /^(?:under|below|(?:less|fewer|lower) than|<)\s*/i],
];
/** Words behind a value, or between its number and its unit. */
const behind: readonly (readonly [Qualifier, RegExp])[] = [
  [
    'at-least',
    /^(?:\+| or (?:more|above|over|higher|better|greater|longer)| and (?:above|over)| at least| minimum)(?= |$)/i,
  ],
  [
    'at-most',
    /^(?: or (?:less|fewer|below|under|lower|shorter)| and (?:below|under)| at most| maximum)(?= |$)/i,
  ],
  ['about', /^ or so(?= |$)/i],
];

const money = new Prefixes<undefined>(() => [[undefined, currencies.join(' ')]]);
const isNoLetter = (text: string, at: number): boolean => !isLetterAt(text, at);
const scale = /^[ -]?(thousand|million|billion|trillion)(?![A-Za-z])|^ ?(mn|bn|tn|[kKmMbB])(?![A-Za-z/²³])/i;

/** A number with what stands before it and its magnitude. */
interface Amount {
  readonly value: Fraction;
  readonly decimals: number;
  readonly magnitude: Fraction;
  /** The magnitude as written, with the space before it. */
  readonly word: string;
  readonly currency: string;
  readonly rest: string;
}

/**
 * A value as English reports write it, with any noun for its unit: 412,400 meals, $45 per person, at least 40 beds,
 * between 10 and 12 acres, 4.2 out of 5, sixty-two people, $(1,200). Undefined where the text is no such value.
 */
export function englishValue(
  text: string,
  { approximation = APPROXIMATION }: ScanOptions = {},
): Quantity | undefined {
  const lead = before
    .map(([qualifier, pattern]) => [qualifier, pattern.exec(text)?.[0]] as const)
    .find(([, words]) => words !== undefined);
  const ends = lead ? [] : rangeOf(text);
  const [first, second] =
    ends.length === 2 ? ends : [amountOf(lead ? text.slice((lead[1] as string).length) : text)];
  if (!first) return undefined;
  const last = second ?? first;
  const after = behind
    .map(([qualifier, pattern]) => [qualifier, pattern.exec(last.rest)?.[0]] as const)
    .find(([, words]) => words !== undefined);
  let rest = last.rest.slice(after?.[1]?.length ?? 0);
  const tail =
    after ??
    behind
      .map(([qualifier, pattern]) => [qualifier, endingWith(rest, pattern)] as const)
      .find(([, words]) => words !== undefined);
  if (tail && tail !== after) rest = rest.slice(0, -(tail[1] as string).length);
  if (lead && tail && lead[0] !== tail[0]) return undefined;
  const unit = unitFrom(last, rest);
  const qualifier = second ? 'range' : (lead?.[0] ?? tail?.[0] ?? 'exact');
  if (!unit || (second && tail)) return undefined;
  return put(text, qualifier, first, second, unit, approximation);
}

/** The words that a text ends with, where they qualify it. */
function endingWith(text: string, pattern: RegExp): string | undefined {
  const at = Math.max(
    ...[' or ', ' and ', ' at ', ' maximum', ' minimum', '+'].map((word) => text.lastIndexOf(word)),
  );
  const words = at < 0 ? '' : text.slice(at);
  return words !== '' && pattern.exec(words)?.[0] === words ? words : undefined;
}

/** The two ends of “between A and B”, “from A to B”, “A to B” and “A–B”; empty where the text is no range. */
function rangeOf(text: string): readonly Amount[] {
  const [, opening = ''] = /^(between |from )?/i.exec(text) ?? [];
  const low = amountOf(text.slice(opening.length));
  const joint =
    low &&
    (/^between/i.test(opening) ? /^ and / : /^(?: to | ?[–—~-] ?)(?=[\d$£€¥A-Za-z])/).exec(low.rest)?.[0];
  const high = low && joint !== undefined ? amountOf(low.rest.slice(joint.length)) : undefined;
  if (!low || !high || (low.currency !== '' && high.currency !== '' && low.currency !== high.currency))
    return [];
  // 10 to 12 million: the magnitude and the currency of one end are those of both
  const from = low.word === '' && low.rest !== '' ? { ...low, magnitude: high.magnitude } : low;
  const to = high.currency === '' ? { ...high, currency: low.currency } : high;
  return from.value.mul(from.magnitude).compare(to.value.mul(to.magnitude)) < 0 ? [from, to] : [];
}

/** A number at the start of a text: −$1,200, $(1,200), EUR 1.2 million, ($3.4 million), twelve. */
function amountOf(text: string): Amount | undefined {
  const brackets = /^\(([^()]{1,30})\)(.*)$/.exec(text);
  const inner = brackets && amountOf(brackets[1] as string);
  if (brackets)
    return inner && inner.rest === '' && inner.currency !== ''
      ? { ...inner, value: inner.value.neg(), rest: brackets[2] as string }
      : undefined;
  let [at, negative] = [0, false];
  const minus = (): void => {
    if (!isOneOf('-−–', text, at)) return;
    negative = true;
    at++;
  };
  minus();
  const currency = money.at(text, at, isNoLetter)?.word ?? '';
  at += currency.length;
  if (currency !== '' && isOneOf(' \u00A0', text, at)) at++;
  if (!negative) minus();
  const bracketed = currency !== '' && /^\(([\d.,]+)\)/.exec(text.slice(at));
  const digits = arabicAt(text, bracketed ? at + 1 : at);
  const words = digits ? undefined : (spelt(text, at) ?? none(text));
  const number = digits ?? words;
  if (!number || (bracketed && number.end !== at + bracketed[0].length - 1)) return undefined;
  const end = number.end + (bracketed ? 1 : 0);
  const found = words ? undefined : scale.exec(text.slice(end));
  const word = found?.[1] ?? found?.[2];
  return {
    value: negative || bracketed ? number.value.neg() : number.value,
    decimals: number.decimals,
    magnitude: words?.magnitude ?? (word === undefined ? ONE : scaleOf(word)),
    word: word === undefined ? '' : found?.[1] === undefined ? word : ` ${word}`,
    currency,
    rest: text.slice(end + (found?.[0].length ?? 0)),
  };
}

/** No incidents, none. */
function none(text: string): SpeltNumber | undefined {
  const end = /^no(?= [a-z])|^none$/i.exec(text)?.[0].length;
  return end === undefined ? undefined : { value: new Fraction(0), decimals: 0, magnitude: ONE, end };
}

/** The unit of an amount from what stands behind it; undefined where that is none. */
function unitFrom({ currency, word }: Amount, rest: string): Unit | undefined {
  const unit = phraseUnit(rest, currency);
  // a bare m or k behind a number without a currency is its unit, or nothing
  return word.length === 1 && currency === '' && unit?.written === '' ? undefined : unit;
}

function put(
  text: string,
  qualifier: Qualifier,
  first: Amount,
  second: Amount | undefined,
  unit: Unit,
  approximation: number,
): Quantity {
  const { value, decimals, magnitude } = first;
  const upper = second && second.value.mul(second.magnitude).div(magnitude);
  const word = (second ?? first).word;
  return new StatedQuantity(
    {
      text,
      span: [0, text.length],
      digits: [0, text.length],
      family: unit.family,
      unit: writtenUnit(unit.written, word, (second ?? first).currency),
      per: unit.per,
      movement: undefined,
      kind: 'figure',
    },
    { number: { value, decimals }, magnitude, unit, qualifier, oddBefore: false, upper, approximation },
  );
}

/** Currency first, then the magnitude, then the rest: $ million, million tons, $ per person. */
function writtenUnit(unit: string, word: string, currency: string): string {
  if (currency !== '') return currency + word + unit.slice(currency.length);
  return word === '' ? unit : `${word}${/^[A-Za-z]/.test(unit) ? ' ' : ''}${unit}`;
}
