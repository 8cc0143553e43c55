import Fraction from 'fraction.js';
import { dateEnd, isName, isYear } from './no-figures.ts';
import { arabicAt, type WrittenNumber } from './number.ts';
import type { Quantity, Qualifier } from './quantity.ts';
import { movementAfter, wordsAfter, wordsBefore, type Before } from './qualifiers.ts';
import { ratioAt } from './ratio.ts';
import type { Read, ScanOptions } from './scan.ts';
import { APPROXIMATION, intervalOf, stepOf } from './statement.ts';
import { scaleOf, unitAt, type Unit } from './unit.ts';

const noUnit: Unit = { written: '', family: '', factor: new Fraction(1), per: [] };
const one = new Fraction(1);

/** A word of magnitude behind a number, with 多 or 余 on either side of it. */
interface Magnitude {
  readonly factor: Fraction;
  /** 万, 亿, million; empty without. */
  readonly word: string;
  readonly odd: 'before' | 'after' | undefined;
  readonly end: number;
}

export function magnitudeAt(text: string, at: number, currency: boolean): Magnitude {
  const chinese = /^( ?)(多|余|来)?(万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)?(?![分米克瓦卡])(多|余)?(?!种形式|元化|样)/.exec(text.slice(at, at + 8));
  const [whole = '', space = '', first, word, last] = chinese ?? [];
  if (word !== undefined || ((first ?? last) !== undefined && space === ''))
    return { factor: word === undefined ? one : scaleOf(word), word: word ?? '', odd: first ? 'before' : last ? 'after' : undefined, end: at + whole.length };
  const english = /^[ -]?(?:(thousand|million|billion|trillion)|(bn|k|m))(?![A-Za-z])/i.exec(text.slice(at, at + 10));
  const letters = english?.[1] ?? (currency ? english?.[2] : undefined);
  return letters === undefined
    ? { factor: one, word: '', odd: undefined, end: at }
    : { factor: scaleOf(letters), word: ` ${letters}`, odd: undefined, end: at + (english?.[0].length ?? 0) };
}

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
  const currency = isNegative ? null : /(US\$|HK\$|[$£€¥￥]|RMB|CNY|USD) ?$/.exec(text.slice(Math.max(0, at - 5), at));
  const magnitude = magnitudeAt(text, number.end, currency !== null);
  if (!isNegative && (isName(text, at, number.end) || isName(text, at, magnitude.end))) return { end: nameEnd(text, number.end) };
  const start = at - (currency?.[0].length ?? 0) - (isNegative ? 1 : 0);
  return make({ text, written, start, digits: [at, number.end], number, magnitude, currency: currency?.[1], before: wordsBefore(text, start) }, options);
}

/** 3、4天: two neighbouring digits for about so many, which GB/T 15835 writes 三四天. */
function pairAt(text: string, written: string, at: number, number: WrittenNumber, options: ScanOptions): Read | undefined {
  const [, first, second] = /^(\d)、(\d)(?=\p{Script=Han})/u.exec(text.slice(at, at + 4)) ?? [];
  if (first === undefined || Number(second) !== Number(first) + 1 || /\d$/.test(text.slice(Math.max(0, at - 1), at))) return undefined;
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

export interface Parts {
  readonly text: string;
  readonly written: string;
  readonly start: number;
  readonly digits: readonly [number, number];
  readonly number: WrittenNumber;
  readonly magnitude: Magnitude;
  readonly currency: string | undefined;
  readonly before: Before;
  readonly kind?: Quantity['kind'];
  /** What the number itself says: 数十, 三五. */
  readonly qualifier?: Qualifier;
  readonly upper?: Fraction;
  /** The unit, where the number’s own words say it: 百分之三十. */
  readonly given?: Unit;
}

const currencies: Readonly<Record<string, string>> = { US$: '$', USD: '$', '¥': '元', '￥': '元', RMB: '元', CNY: '元', '€': '欧元', HK$: '港元' };

/** The unit behind a number: a space may stand before Latin letters and percent signs. */
function unitBehind(text: string, at: number, { units }: ScanOptions): { readonly unit: Unit; readonly end: number } | undefined {
  const space = text[at] === ' ' || text[at] === '\u00A0' ? 1 : 0;
  const monthsOdd = /^个(多|余)月/.exec(text.slice(at, at + 3));
  if (monthsOdd) return { unit: { ...noUnit, written: '个月', family: '月' }, end: at + 3 };
  const unit = unitAt(text, at + space, units);
  return unit && { unit, end: at + space + unit.written.length };
}

/** The unit of a series that stands behind its last number only: 提高0.9、5.9个百分点. */
function sharedUnit(text: string, at: number, options: ScanOptions): { readonly unit: Unit; readonly end: number } | undefined {
  let end = at;
  for (let count = 0; count < 6; count++) {
    if (!/^[、和]\d/.test(text.slice(end, end + 2))) return undefined;
    end = magnitudeAt(text, (arabicAt(text, end + 1) as WrittenNumber).end, false).end;
    const behind = unitBehind(text, end, options);
    if (behind) return { unit: behind.unit, end: at };
  }
  return undefined;
}

/** Puts a figure together: range, unit, words around it, interval. */
export function make(parts: Parts, options: ScanOptions): Read {
  const { text, number, magnitude, currency } = parts;
  const first = parts.given
    ? { unit: parts.given, end: magnitude.end }
    : currency === undefined
      ? (unitBehind(text, magnitude.end, options) ?? sharedUnit(text, magnitude.end, options))
      : undefined;
  const range = parts.upper === undefined ? rangeAt(text, first?.end ?? magnitude.end, number, currency !== undefined, options) : undefined;
  if (range === 'none') return { end: magnitude.end };
  const unit = currency === undefined ? (range?.unit ?? first?.unit ?? noUnit) : { ...noUnit, written: currency, family: currencies[currency] ?? currency };
  const end = range?.end ?? first?.end ?? magnitude.end;
  if (unit.written === '' && options.whole !== true && isYear(text.slice(...parts.digits))) return { end };
  if (/^[ ]?(?:周岁|岁)/.test(text.slice(end, end + 3)) || (unit.written === '' && /^级/.test(text[end] ?? ''))) return { end };
  return finish(parts, { unit, end, upper: parts.upper ?? range?.upper, magnitude: range?.magnitude ?? magnitude }, options);
}

interface Ending {
  readonly unit: Unit;
  readonly end: number;
  readonly upper: Fraction | undefined;
  readonly magnitude: Magnitude;
}

function finish(parts: Parts, { unit, end, upper, magnitude }: Ending, options: ScanOptions): Read {
  const { text, written, number, before, digits } = parts;
  const behind = wordsAfter(text, end);
  const oddMonths = /多|余/.test(unit.written === '个月' ? text.slice(end - 3, end) : '');
  const qualifier: Qualifier =
    parts.qualifier ?? (upper === undefined ? (behind?.qualifier ?? (magnitude.odd || oddMonths ? 'odd' : before.qualifier) ?? 'exact') : 'range');
  const stated = {
    value: number.value,
    decimals: number.decimals,
    magnitude: magnitude.factor,
    unit,
    qualifier,
    oddBefore: magnitude.odd === 'before',
    upper,
    approximation: options.approximation ?? APPROXIMATION,
  };
  const span = [before.qualifier === undefined ? parts.start : before.start, end + (behind?.length ?? 0)] as const;
  const movement = before.movement ?? movementAfter(text, span[1]);
  // nothing can become less by more than all of it: 减少3倍 says no number
  if (movement?.direction === 'down' && !movement.to && unit.written === '倍') return { end: span[1] };
  const isRank = /第 ?$/.test(text.slice(Math.max(0, digits[0] - 2), digits[0]));
  const counted = /人次(?:超过|达到?|超|约|近|为|共)*$/.test(text.slice(Math.max(0, digits[0] - 8), digits[0])) && unit.written === '人';
  const quantity: Quantity = {
    text: written.slice(...span),
    span,
    digits,
    number: number.value
      .mul(qualifier === 'vague' ? 2 : 1)
      .mul(magnitude.factor)
      .mul(unit.factor),
    ...intervalOf(stated),
    qualifier,
    family: counted ? '人次' : unit.family,
    unit: parts.currency === undefined ? scaledUnit(magnitude.word, unit.written) : unit.written + magnitude.word,
    step: stepOf(stated),
    factor: magnitude.factor.mul(unit.factor),
    per: [...unit.per, ...before.per],
    movement,
    kind: parts.kind ?? (isRank ? 'rank' : 'figure'),
    terms: [],
  };
  return { end: span[1], quantity };
}

/** 万 and 元 stand together, million and tonnes apart. */
const scaledUnit = (magnitude: string, unit: string): string => magnitude + (/[a-z]$/i.test(magnitude) && /^[a-z]/i.test(unit) ? ' ' : '') + unit;

interface Range {
  readonly upper: Fraction;
  readonly unit: Unit;
  readonly magnitude: Magnitude;
  readonly end: number;
}

/** The other end of a range; `none` where two numbers with a connector are no range but a code. */
function rangeAt(text: string, at: number, { value }: WrittenNumber, currency: boolean, options: ScanOptions): Range | 'none' | undefined {
  const connector = /^ ?[—–\-－～~至] ?(?=[\d０-９])/.exec(text.slice(at, at + 4));
  if (!connector) return undefined;
  const from = at + connector[0].length;
  const upper = arabicAt(text, from) as WrittenNumber;
  const magnitude = magnitudeAt(text, upper.end, currency);
  const last = unitBehind(text, magnitude.end, options);
  if (upper.value.compare(value) <= 0 || /^[—–\-－]\d/.test(text.slice(upper.end, upper.end + 2))) return connector[0].includes('至') ? undefined : 'none';
  return { upper: upper.value, unit: last?.unit ?? noUnit, magnitude, end: last?.end ?? magnitude.end };
}
