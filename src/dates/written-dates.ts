import type { Language } from '../diagnostic.ts';
import { daysOf, monthNames } from './calendar.ts';
import { parseNumeral } from './numerals.ts';

/** A month or day as a sentence writes it, whether or not there is one; the span counts UTF-16 units. */
export interface WrittenDate {
  readonly span: readonly [start: number, end: number];
  readonly language: Language;
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number | undefined;
  /** The last of several days of the month: 9月25日至31日, 12–20 May; `joint` is what stands between. */
  readonly last: number | undefined;
  readonly joint: string;
  /** Whether it can only be a date: in English “in June 31 sites” holds none. */
  readonly sure: boolean;
}

const digits = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const to = '(?:[—–~～-]{1,2}|至|到)';
const chinese = new RegExp(
  `(?<![\\d.一二三四五六七八九十])(?:(\\d{4}|[〇○零一二三四五六七八九]{4}) ?年 ?)?(${digits}) ?月(?:份|(?: ?(${digits})(?: ?[日号])?(?:(${to}|、)(${digits}))? ?(?:日(?![均产])|号(?:(?![\\p{Script=Han}])|(?=[前止起至到])))))?`,
  'gu',
);

const month = `(${monthNames.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|Sept)\\b(?:(?<=\\b\\w{3,4})(?<!\\b(?:May|June|July))\\.)?`;
const beginsMonth = /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/;
const ordinal = '(?:st|nd|rd|th)?';
const dayFirst = new RegExp(
  `(?<![\\d.,–-])\\b(?:(\\d{1,2})${ordinal}( ?[–—-] ?| to ))?(\\d{1,2})(${ordinal})(?: of)? ${month}(?:,? (\\d{4})\\b)?`,
  'g',
);
const monthFirst = new RegExp(
  `\\b${month} (\\d{1,2})(${ordinal})(?:( ?[–—-] ?| to )(\\d{1,2})${ordinal})?(?![\\d%]|[.,]\\d)\\b(?:,? (\\d{4})\\b)?`,
  'g',
);
const monthAlone = new RegExp(`\\b${month} (\\d{4})\\b`, 'g');

/** Every month and day that a text writes, in its order. Linear in the length of the text. */
export function writtenDates(text: string): readonly WrittenDate[] {
  const found = text.includes('月') ? [...chineseDates(text)] : [];
  if (!/\d/.test(text)) return found;
  const more = [...numericDates(text), ...(beginsMonth.test(text) ? englishDates(text) : [])];
  return more.length === 0
    ? found
    : inLists(
        text,
        [...found, ...more].sort((a, b) => a.span[0] - b.span[0]),
      );
}

/** What joins days to a list: “April 15, April 30 and May 12”. */
const joint = /^(?:,|,? and|,? or|;) $/;

/** Dates of which those that stand in one list are all dates where its first is led to and its last is followed as one. */
function inLists(text: string, dates: readonly WrittenDate[]): readonly WrittenDate[] {
  const sure = new Set<WrittenDate>();
  for (let at = 0; at < dates.length; at++) {
    const list = listFrom(text, dates, at);
    const [first, last] = [list[0], list.at(-1)];
    at += list.length - 1;
    if (!first || !last || list.length < 2) continue;
    const isLed = first.sure || before.test(text.slice(Math.max(0, first.span[0] - 10), first.span[0]));
    const isLeft = last.sure || behind.test(text.slice(last.span[1], last.span[1] + 9));
    if (isLed && isLeft) for (const each of list) sure.add(each);
  }
  return sure.size === 0 ? dates : dates.map((each) => (sure.has(each) ? { ...each, sure: true } : each));
}

/** The English days that follow one another in a list from a place, that one first. */
function listFrom(text: string, dates: readonly WrittenDate[], from: number): readonly WrittenDate[] {
  const isDay = (date: WrittenDate | undefined): date is WrittenDate =>
    date?.language === 'en' && date.day !== undefined;
  const list = dates.slice(from, from + 1);
  for (let at = from + 1; at < dates.length; at++) {
    const [last, next] = [list.at(-1), dates[at]];
    if (!isDay(last) || !isDay(next) || !joint.test(text.slice(last.span[1], next.span[0]))) break;
    list.push(next);
  }
  return list;
}

const spanOf = (index: number, whole: string): WrittenDate['span'] => [index, index + whole.length];

function* chineseDates(text: string): Generator<WrittenDate> {
  for (const { 0: whole, 1: year, 2: own = '', 3: day, 4: joint = '', 5: last, index } of text.matchAll(
    chinese,
  ))
    yield {
      span: spanOf(index, whole),
      language: 'zh',
      year: year === undefined ? undefined : Number.parseInt(parseNumeral(`${year}年`), 10),
      month: numberOf(own),
      day: day === undefined ? undefined : numberOf(day),
      last: last === undefined ? undefined : numberOf(last),
      joint,
      sure: day !== undefined,
    };
}

/** 2025-09-30, 2025/9/30, 2025.9.30: no part of a longer number, version or code; a month or day far beyond any is no date. */
const numeric = /(?<![\w./-])((?:19|20)\d{2})([-/.])([01]?\d)\2([0-3]?\d)(?![\w/-]|\.\w)/g;

function* numericDates(text: string): Generator<WrittenDate> {
  for (const { 0: whole, 1: year, 3: month, 4: day, index } of text.matchAll(numeric))
    // 2025.13.2 is a version
    if (!whole.includes('.') || Number(month) <= 12)
      yield {
        span: spanOf(index, whole),
        language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
        year: Number(year),
        month: Number(month),
        day: Number(day),
        last: undefined,
        joint: '',
        sure: true,
      };
}

const numberOf = (written: string): number => Number.parseInt(parseNumeral(`${written}日`), 10);

/** Words before a day, and marks behind it, that show that no things are counted. */
const before =
  /(?:\b(?:on|by|before|until|till|from|since|after|through|to|dated|was|is|ended|began|closed|due)|day,?) $/i;
const behind =
  /^(?:[,.;:)]|$|\n| (?:to|and|until|through|at|in|with|for|the|a|an|it|we|they|there|all|our|its|when|which|but|or|was|were)\b)/;

/** Whether the words about a day show that no things are counted. */
const isDated = (text: string, [start, end]: WrittenDate['span']): boolean =>
  before.test(text.slice(Math.max(0, start - 10), start)) && behind.test(text.slice(end, end + 9));

/** The 45th March for Peace is no day. */
const isNumbered = (words: string): boolean => /^(?:3[2-9]|[4-9]\d)(?:st|nd|rd|th) [A-Z][a-z]+$/.test(words);

function* englishDates(text: string): Generator<WrittenDate> {
  const isSure = (span: WrittenDate['span'], year: unknown, suffix = ''): boolean =>
    year !== undefined || suffix !== '' || isDated(text, span);
  const taken: WrittenDate['span'][] = [];
  const take = (date: WrittenDate): WrittenDate => {
    taken.push(date.span);
    return date;
  };
  for (const found of text.matchAll(dayFirst)) {
    const { 0: whole, 1: first, 2: joint = '', 3: day = '', 4: suffix, 5: name = '', 6: year, index } = found;
    const span = spanOf(index, whole);
    const [own, last] = first === undefined ? [day, undefined] : [first, day];
    const sure = isSure(span, year, suffix);
    yield take({ ...english(span, name, year, own, last), joint, sure: sure && !isNumbered(whole) });
  }
  for (const found of text.matchAll(monthFirst)) {
    const { 0: whole, 1: name = '', 2: day, 3: suffix, 4: joint = '', 5: last, 6: year, index } = found;
    const span = spanOf(index, whole);
    if (taken.some(([from, end]) => from < span[1] && span[0] < end)) continue;
    yield take({ ...english(span, name, year, day, last), joint, sure: isSure(span, year, suffix) });
  }
  for (const { 0: whole, 1: name = '', 2: year, index } of text.matchAll(monthAlone)) {
    const span = spanOf(index, whole);
    if (!taken.some(([from, end]) => from < span[1] && span[0] < end))
      yield { ...english(span, name, year, undefined, undefined), joint: '', sure: true };
  }
}

const english = (
  span: WrittenDate['span'],
  name: string,
  year: string | undefined,
  day: string | undefined,
  last: string | undefined,
): Omit<WrittenDate, 'joint' | 'sure'> => ({
  span,
  language: 'en',
  year: year === undefined ? undefined : Number(year),
  month: monthNames.findIndex((each) => each.startsWith(name.slice(0, 3))) + 1,
  day: day === undefined ? undefined : Number(day),
  last: last === undefined ? undefined : Number(last),
});

/** How many days a month has; February of no year has 29, a month that there is not none. */
export const mostDays = (month: number, year = 2000): number =>
  month >= 1 && month <= 12 ? daysOf(year, month) : 0;

/** The day of the week, Sunday being 0. */
export const weekdayOf = (year: number, of: number, day: number): number =>
  new Date(Date.UTC(year, of - 1, day)).getUTCDay();
