import type { Span } from '../quantity/value/formula.ts';
import type { TextAlone } from '../reading/text-alone.ts';
import { proseOf, punctuationOf } from './punctuation.ts';

/** Things that a report should write in one form. */
type NumeralThing = 'approximate' | 'month' | 'percent' | 'words-percent' | 'day';

/** A number in one of the two forms of its kind. */
export interface NumeralForm {
  /** What is alike: the kind, of approximate counts with their counter. */
  readonly thing: string;
  readonly way: 0 | 1;
  readonly span: Span;
}

const months = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const counters = '[个所项条座名家处户场次期台辆件批]';
/** Patterns of each thing, by its ways: in digits, and in words. Idioms are no numbers: 百分之百, 三月三. */
const forms: readonly (readonly [NumeralThing, RegExp, RegExp])[] = [
  [
    'approximate',
    new RegExp(`(?<![\\d.,])\\d{1,3}余${counters}`, 'g'),
    new RegExp(`(?<![一二三四五六七八九百千万])[一二三四五六七八九]?十余${counters}`, 'g'),
  ],
  [
    'month',
    /(?<![\d.])(?:1[0-2]|[1-9])月(?![\d二三四])/g,
    /(?<![一二三四五六七八九十〇历]|[一二三四五六七八九十〇]年)(?:十[一二]?|[二三四五六七八九])月(?=份|底|初|中旬|上旬|下旬|[，。；、至起启开召举完建组印])/g,
  ],
  [
    'percent',
    /(?<![\d.,])\d[\d,]{0,9}(?:\.\d{1,6})?[%％]/g,
    /百分之(?!百)[零一二三四五六七八九十]{1,3}(?:点[零一二三四五六七八九]{1,4})?/g,
  ],
];
const english: readonly (readonly [NumeralThing, RegExp, RegExp])[] = [
  [
    'words-percent',
    /(?<![\d.,])\d[\d,]{0,9}(?:\.\d{1,6})?%/g,
    /(?<![\d.,])\d[\d,]{0,9}(?:\.\d{1,6})? per ?cent\b/g,
  ],
  [
    'day',
    new RegExp(`\\b${months} \\d{1,2}, \\d{4}\\b`, 'g'),
    new RegExp(`\\b\\d{1,2} ${months} \\d{4}\\b`, 'g'),
  ],
];

/** The numbers of a text that have another form. */
export function numeralForms(words: TextAlone): readonly NumeralForm[] {
  const { has } = words.once(punctuationOf);
  const prose = proseOf(words).replaceAll(quoted, (found) => '\uFFFC'.repeat(found.length));
  return (has.han ? forms : english).flatMap(([thing, ...ways]) =>
    ways.flatMap((pattern, way) =>
      [...prose.matchAll(pattern)].map(({ 0: found, index }) => ({
        thing: thing === 'approximate' ? found.slice(-1) : thing,
        way: way as 0 | 1,
        span: [index, index + found.length] as const,
      })),
    ),
  );
}
const quoted = /《[^《》\n]{1,60}》|“[^“”\n]{1,60}”/g;

const han = '[\\u3400-\\u9fff]{2,12}';
const inWords = '(?<![第这那每前后各共十百])(?:[三四五六七八九十]|十[一二三四五六七八九])';
const wordsFirst = new RegExp(`${inWords}(${counters})(?=[、，]${han}\\d{1,4}\\1(?:[、，。；]|$))`, 'g');
const wordsLast = new RegExp(`(?<=\\d(${counters})[、，]${han}?)${inWords}\\1(?=[、，。；]|$)`, 'g');

/** Counts of one list and one counter, in words and in digits: 养老中心五个、文化站12个. Each time the one in words. */
export function mixedLists(words: TextAlone): readonly Span[] {
  const { has } = words.once(punctuationOf);
  if (!has.han || !has.digit) return [];
  const prose = proseOf(words);
  return [wordsFirst, wordsLast].flatMap((pattern) =>
    [...prose.matchAll(pattern)].map(({ 0: found, index }): Span => [index, index + found.length]),
  );
}
