import type { WrittenDate } from '../../dates/written-dates.ts';
import type { Span } from '../../quantity/value/formula.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import type { Claim } from '../claim.ts';
import { datesIn } from '../dates/date-claims.ts';

/** A period that ends before it begins; `sure` where it can be of no two years. */
export interface BackwardPeriod {
  readonly span: Span;
  readonly first: string;
  readonly last: string;
  readonly sure: boolean;
}

const joint = /^起? ?(?:[—–~～-]{1,2}|至|到|to|until|through|and) ?(?:同年|本年|当年)?$/;
const between = /\bbetween (?:(?:the )?\w{1,9} )?$/i;

/** The periods of a text that run backward, of days, months and years. */
export const backwardClaims = (text: TextAlone): readonly (BackwardPeriod & Claim)[] =>
  [
    ...backwardPeriods(text.text, text.once(datesIn)),
    ...(twoYears.test(text.text) ? backwardYears(text.text) : []),
  ].map((each) => ({ ...each, figures: [] }));

/** The periods of a text that run backward, from one month or day to an earlier one. */
function* backwardPeriods(text: string, dates: readonly WrittenDate[]): Generator<BackwardPeriod> {
  for (const [index, first] of dates.entries()) {
    const within = backwardDays(text, first);
    if (within) yield within;
    const last = dates[index + 1];
    if (last === undefined || first.language !== last.language || first.last !== undefined) continue;
    if (last.last !== undefined || last.span[0] - first.span[1] > 10) continue;
    const gap = text.slice(first.span[1], last.span[0]);
    if (!joint.test(gap)) continue;
    if (/and/.test(gap) && !between.test(text.slice(Math.max(0, first.span[0] - 22), first.span[0])))
      continue;
    const sameYear = /同年|本年|当年/.test(gap);
    const back = isBackward(first, last, sameYear);
    if (back === undefined) continue;
    yield {
      span: [first.span[0], last.span[1]],
      first: text.slice(...first.span),
      last: text.slice(...last.span),
      sure: back === 'sure',
    };
  }
}

/** 9月25日至11日, 20–12 May. */
function backwardDays(
  text: string,
  { span, day, last, joint: mark, sure }: WrittenDate,
): BackwardPeriod | undefined {
  if (day === undefined || last === undefined || mark === '、' || !(last < day)) return undefined;
  // “closed 20 to 12 May 2018” is one; “from 20 to 12 May events” counts
  if (!sure) return undefined;
  return { span, first: `${text.slice(...span).split(mark)[0]}`.trim(), last: String(last), sure: true };
}

function isBackward(first: WrittenDate, last: WrittenDate, sameYear: boolean): 'sure' | 'likely' | undefined {
  if ((first.day === undefined) !== (last.day === undefined)) return undefined;
  const isEarlier = ordinalOf(last) < ordinalOf(first);
  if (last.year === undefined) return isEarlier ? withoutYears(first, last, sameYear) : undefined;
  // from 20 May to 12 May 2018: of another month the year before may be meant
  if (first.year === undefined)
    return first.language === 'en' && isEarlier ? withoutYears(first, last, false) : undefined;
  return last.year < first.year || (last.year === first.year && isEarlier) ? 'sure' : undefined;
}

const ordinalOf = ({ month, day = 1 }: WrittenDate): number => month * 100 + day;

function withoutYears(
  first: WrittenDate,
  last: WrittenDate,
  sameYear: boolean,
): 'sure' | 'likely' | undefined {
  if (sameYear) return 'sure';
  if (first.day === undefined || isWholeYear(first, last)) return undefined;
  if (first.month === last.month) return 'sure';
  return first.month === last.month + 1 ? 'likely' : undefined;
}

/** From 7月1日 to 6月30日, from 3月16日 to 3月15日: a year. */
const isWholeYear = (first: WrittenDate, last: WrittenDate): boolean =>
  first.month === last.month
    ? first.day === (last.day ?? 0) + 1
    : (first.day ?? 0) <= 1 && (last.day ?? 0) >= 28;

/** Two years with as much between them as joins them to a period. */
const twoYears = /(?:19|20)\d{2}\D{1,5}(?:19|20)\d{2}/;
const year = '((?:19|20)\\d{2})';
const thing =
  'plan|strategy|programme|program|period|budget|grants?|action plan|framework|cycle|season|census|records?|accounts|figures|data|phase|term|project|scheme|reports?';
const chineseYears = [
  `(?<![\\d.〔\\[])${year}(?:年(?:—|–|-|～|至|到)|(?:—|–|-|～|至|到))${year}年`,
  `[（(]${year}[—–]${year}[）)]`,
];
const englishYears = [
  `\\b(?:years?|period|FY) ?${year}(?: ?[–—-] ?| to )${year}\\b`,
  `\\b(?:${thing}) (?:for|of|from|in|over|covering|covers?) (?:the years )?${year}(?:[–—-]| to )${year}\\b(?![-–—\\d]| [a-z]+s\\b(?<!\\b(?:was|is|has)))`,
  `\\bthe ${year}[–—]${year} (?:${thing})\\b`,
  `\\bfrom ${year} to ${year} (?:the|we|it|our|they)\\b`,
  `\\b(?:served|serves|serving|lasted|lasts|ran|runs|running|worked|held office|in office|in post|covered|covers|in force|valid|elected|appointed|funded) from ${year} (?:to|until|till) ${year}\\b(?! [a-z]+s\\b(?<!\\b(?:was|is|has)))`,
  `\\bbetween ${year} and ${year},? (?:the|we|it|our|they)\\b`,
];
const withoutLetters = new RegExp(chineseYears.join('|'), 'g');
const years = new RegExp([...chineseYears, ...englishYears].join('|'), 'gi');

/** Periods of years that run backward: 2020—2016年. */
function* backwardYears(text: string): Generator<BackwardPeriod> {
  for (const { 0: whole, index, ...found } of text.matchAll(/[A-Za-z]/.test(text) ? years : withoutLetters)) {
    const [first = '', last = ''] = Array.from({ length: 16 }, (_, at) => at + 1).flatMap(
      (group) => found[group] ?? [],
    );
    const end = index + whole.replace(/ (?:the|we|it|our|they)$/, '').length;
    // 2018年至2015年5月 is read as months are
    if (Number(last) < Number(first) && !/^\d/.test(text.slice(end)))
      yield { span: [index, end], first, last, sure: true };
  }
}
