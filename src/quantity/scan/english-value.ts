import type { Quantity, Qualifier } from '../value/quantity.ts';
import { StatedQuantity } from '../value/stated-quantity.ts';
import type { Unit } from '../value/unit.ts';
import { APPROXIMATION } from '../value/written-interval.ts';
import { amountOf, type Amount } from './english-amount.ts';
import { phraseUnit } from './phrase-unit.ts';
import type { ScanOptions } from './read.ts';

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

/** Words that qualify a value, and how many characters they take; undefined and 0 where there are none. */
interface Qualifying {
  readonly qualifier: Qualifier | undefined;
  readonly length: number;
}

const UNQUALIFIED: Qualifying = { qualifier: undefined, length: 0 };

/** The qualifying words that a text begins with. */
function qualifyingAt(text: string, list: typeof before): Qualifying {
  for (const [qualifier, pattern] of list) {
    const words = pattern.exec(text)?.[0];
    if (words !== undefined) return { qualifier, length: words.length };
  }
  return UNQUALIFIED;
}

/**
 * A value as English reports write it, with any noun for its unit: 412,400 meals, $45 per person, at least 40 beds,
 * between 10 and 12 acres, 4.2 out of 5, sixty-two people, $(1,200). Undefined where the text is no such value.
 */
export function englishValue(
  text: string,
  { approximation = APPROXIMATION }: ScanOptions = {},
): Quantity | undefined {
  const lead = qualifyingAt(text, before);
  const [first, second] = amountsOf(text, lead);
  if (!first) return undefined;
  const last = second ?? first;
  const [tail, rest] = withoutTail(last.rest);
  if (second && tail) return undefined;
  if (lead.qualifier && tail && lead.qualifier !== tail) return undefined;
  const unit = unitFrom(last, rest);
  const qualifier = second ? 'range' : (lead.qualifier ?? tail ?? 'exact');
  return unit && put(text, qualifier, first, second, unit, approximation);
}

/** The amount of a value behind what leads it, or the two ends of a range, which nothing may lead. */
const amountsOf = (text: string, lead: Qualifying): readonly (Amount | undefined)[] =>
  (lead.qualifier ? undefined : rangeOf(text)) ?? [amountOf(text.slice(lead.length))];

/** What stands behind a number without the words that qualify it, which come first or last: 40+ beds, 40 beds or more. */
function withoutTail(text: string): readonly [tail: Qualifier | undefined, rest: string] {
  const first = qualifyingAt(text, behind);
  if (first.qualifier) return [first.qualifier, text.slice(first.length)];
  const at = Math.max(...endings.map((word) => text.lastIndexOf(word)));
  const last = at < 0 ? UNQUALIFIED : qualifyingAt(text.slice(at), behind);
  return last.qualifier && at + last.length === text.length
    ? [last.qualifier, text.slice(0, at)]
    : [undefined, text];
}
/** How the words that a text may end with begin. */
const endings = [' or ', ' and ', ' at ', ' maximum', ' minimum', '+'];

/** The two ends of “between A and B”, “from A to B”, “A to B” and “A–B”; undefined where the text is no range. */
function rangeOf(text: string): readonly [Amount, Amount] | undefined {
  const [, opening = ''] = /^(between |from )?/i.exec(text) ?? [];
  const low = amountOf(text.slice(opening.length));
  if (!low) return undefined;
  const joint = /^between/i.test(opening) ? /^ and / : /^(?: to | ?[–—~-] ?)(?=[\d$£€¥A-Za-z])/;
  const words = joint.exec(low.rest)?.[0];
  const high = words === undefined ? undefined : amountOf(low.rest.slice(words.length));
  if (!high || !mayBeOneCurrency(low.currency, high.currency)) return undefined;
  // 10 to 12 million: the magnitude and the currency of one end are those of both
  const from = low.word === '' && low.rest !== '' ? { ...low, magnitude: high.magnitude } : low;
  const to = high.currency === '' ? { ...high, currency: low.currency } : high;
  return from.value.mul(from.magnitude).compare(to.value.mul(to.magnitude)) < 0 ? [from, to] : undefined;
}

/** Whether the ends of a range can be of one currency, which one of them may leave out. */
const mayBeOneCurrency = (low: string, high: string): boolean => low === '' || high === '' || low === high;

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
