import type Fraction from 'fraction.js';
import { isLetterAt, isOneOf } from '../characters.ts';
import type { Magnitude } from './magnitude.ts';
import { isOfCounts, isYear } from './exclusions.ts';
import type { WrittenNumber } from './number.ts';
import { movementAfter, wordsAfter, wordsAfterNoun, type Before } from './qualifiers.ts';
import type { Quantity, Qualifier } from '../value/quantity.ts';
import { StatedQuantity, type Said } from '../value/stated-quantity.ts';
import { rangeAt } from './range.ts';
import type { Read, ScanOptions } from './read.ts';
import { APPROXIMATION, type Stated } from '../value/written-interval.ts';
import { scoreBehind, sharedUnit, unitBehind } from './unit-behind.ts';
import { noUnit, unitOf, type Unit } from '../value/unit.ts';

/** What a figure is put together from. */
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

/** Puts a figure together: range, unit, words around it, interval. */
export function make(parts: Parts, options: ScanOptions): Read {
  const { text, number, magnitude, currency } = parts;
  const first = parts.given
    ? { unit: parts.given, end: magnitude.end }
    : currency === undefined
      ? (scoreBehind(text, magnitude.end, number.decimals) ??
        unitBehind(text, magnitude.end, options) ??
        sharedUnit(text, magnitude.end, options))
      : undefined;
  const range =
    parts.upper === undefined
      ? rangeAt(text, first?.end ?? magnitude.end, number, currency !== undefined, options)
      : undefined;
  if (range === 'none') return { end: magnitude.end };
  const unit =
    currency === undefined
      ? (range?.unit ?? first?.unit ?? noUnit)
      : { ...noUnit, written: currency, family: unitOf(currency).family };
  const end = range?.end ?? first?.end ?? magnitude.end;
  if (
    unit.written === '' &&
    options.whole !== true &&
    parts.digits[1] - parts.digits[0] === 4 &&
    isYear(text.slice(...parts.digits)) &&
    !isOfCounts(text, parts.digits)
  )
    return { end };
  if (isAge(text, end) || (unit.written === '' && text[end] === '级')) return { end };
  return finish(
    parts,
    { unit, end, upper: parts.upper ?? range?.upper, magnitude: range?.magnitude ?? magnitude },
    options,
  );
}

interface Ending {
  readonly unit: Unit;
  readonly end: number;
  readonly upper: Fraction | undefined;
  readonly magnitude: Magnitude;
}

function finish(parts: Parts, { unit, end, upper, magnitude }: Ending, options: ScanOptions): Read {
  const { text, written, number, before, digits } = parts;
  const behind = wordsAfter(text, end) ?? wordsAfterNoun(text, end);
  const oddMonths = unit.written === '个月' && isOneOf('多余', text, end - 2);
  const qualifier: Qualifier =
    parts.qualifier ??
    (upper === undefined
      ? (behind?.qualifier ?? (magnitude.odd || oddMonths ? 'odd' : before.qualifier) ?? 'exact')
      : 'range');
  const span = [
    before.qualifier === undefined ? parts.start : before.start,
    end + (behind?.length ?? 0),
  ] as const;
  const movement = before.movement ?? movementAfter(text, span[1]);
  // nothing can become less by more than all of it: 减少3倍 says no number
  if (movement?.direction === 'down' && !movement.to && unit.written === '倍') return { end: span[1] };
  const isRank = text[text[digits[0] - 1] === ' ' ? digits[0] - 2 : digits[0] - 1] === '第';
  const counted =
    unit.written === '人' &&
    /人次(?:超过|达到?|超|约|近|为|共)*$/.test(text.slice(Math.max(0, digits[0] - 8), digits[0]));
  const said: Said = {
    text: written.slice(...span),
    span,
    digits,
    family: counted ? '人次' : unit.family,
    unit:
      parts.currency === undefined ? scaledUnit(magnitude.word, unit.written) : unit.written + magnitude.word,
    per: before.per.length === 0 ? unit.per : [...unit.per, ...before.per],
    movement,
    kind: parts.kind ?? (isRank ? 'rank' : 'figure'),
  };
  const stated: Stated = {
    number,
    magnitude: magnitude.factor,
    unit,
    qualifier,
    oddBefore: magnitude.odd === 'before',
    upper,
    approximation: options.approximation ?? APPROXIMATION,
  };
  return { end: span[1], quantity: new StatedQuantity(said, stated) };
}

/** 万 and 元 stand together, million and tonnes apart. */
const scaledUnit = (magnitude: string, unit: string): string =>
  magnitude + (isLetterAt(magnitude, magnitude.length - 1) && isLetterAt(unit, 0) ? ' ' : '') + unit;

/** Whether years of age stand there. */
const isAge = (text: string, at: number): boolean => {
  const start = text[at] === ' ' ? at + 1 : at;
  return text[start] === '岁' || text.startsWith('周岁', start);
};
