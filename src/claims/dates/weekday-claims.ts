import { firstYear, yearOfMonth, type Calendar } from '../../dates/calendar.ts';
import { mostDays, weekdayOf, type WrittenDate } from '../../dates/written-dates.ts';
import type { Span } from '../../quantity/value/formula.ts';
import type { Reading } from '../../reading/reading.ts';
import { claimsInTexts, type TextReportClaim } from '../claim.ts';
import { datesIn } from './date-claims.ts';

/** A day with a day of the week that it is not; days of the week count from Sunday, 0. */
export interface WrongWeekday {
  /** Where the day of the week stands. */
  readonly span: Span;
  readonly date: WrittenDate;
  readonly year: number;
  readonly said: number;
  readonly right: number;
}

/** When the text with the dates is told of: its report’s year, and whether it is a plan for the next. */
interface WeekdayYear {
  readonly year: number | undefined;
  readonly calendar: Calendar;
  readonly isPlan: boolean;
}

const names = '日一二三四五六';
const chinese = '(?:星期|礼拜|周)([一二三四五六日天])';
const behindZh = new RegExp(
  `^ ?(?:[上下中]午|早上|晚上?|凌晨)? ?(?:([（(]) ?本?|[，,] ?|[恰适]逢|正值|正?[是为])?${chinese}(?!至|到|[—–~～和及或-]|、(?:星期|礼拜|周))`,
);
/** 星期三，5月14日，: the day of the week in a clause of its own before its date. */
const clauseZh = new RegExp(`(?:^|[，。；：\\n ])(${chinese})[，,] ?$`);
const beforeZh = new RegExp(`(每|逢)?([本下上这]?个?${chinese})[（(]$`);

const namesEn = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const english =
  '(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sun|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat)\\b';
const behindEn = new RegExp(`^(?: ?\\((?:an? )?|, (?:an? ))${english}(?=[),.;]|$)`);
const beforeEn = new RegExp(`\\b${english}\\.?(?:,|,? the| of)? $`);

/** Behind a date that no things follow. */
const aloneEn =
  /^(?:[,.;)]|$| (?:the|a|an|it|we|they|he|she|and|to|in|at|with|for|was|were|all|our|its|when|which|but|saw|this|that)\b)/;

/** The days of the week in a report that are not those of their dates. */
export const weekdayClaims = (reading: Reading): readonly (WrongWeekday & TextReportClaim)[] => {
  const { calendar, data } = reading.report;
  return claimsInTexts(reading, (prose) =>
    wrongWeekdays(prose.text, prose.once(datesIn), {
      year: data.year,
      calendar,
      isPlan: prose.part?.kind === 'plan',
    }),
  );
};

/** The days of the week beside the dates of a text that are not theirs. */
function* wrongWeekdays(
  text: string,
  dates: readonly WrittenDate[],
  told: WeekdayYear,
): Generator<WrongWeekday> {
  for (const [index, date] of dates.entries()) {
    const { month, day } = date;
    if (day === undefined || date.last !== undefined || day < 1 || day > mostDays(month, date.year)) continue;
    const beside = date.language === 'zh' ? besideChinese(text, date) : besideEnglish(text, date);
    if (beside === undefined) continue;
    const years = yearsOf(text, dates.slice(0, index), date, told);
    const [year] = years;
    if (year === undefined || years.some((each) => weekdayOf(each, month, day) === beside.said)) continue;
    yield { ...beside, date, year, right: weekdayOf(year, month, day) };
  }
}

type Beside = Pick<WrongWeekday, 'span' | 'said'>;

function besideChinese(text: string, { span: [start, end] }: WrittenDate): Beside | undefined {
  const behind = behindZh.exec(text.slice(end, end + 12));
  if (behind) {
    const at = end + behind[0].length;
    // 3月5日周五例会, 3月5日，周五接访 may be the meeting of Fridays
    if (/^[，,]/.test(text.slice(end)) && !/^(?:[，,。；）)]|$)/.test(text.slice(at))) return undefined;
    if (
      behind[1] === undefined &&
      !/^(?:[上下]午|晚|[，,。；、）)]|早|凌晨|举|召|在|起|前|$)/.test(text.slice(at, at + 2))
    )
      return undefined;
    return { span: [end, at], said: numberOf(behind[2]) };
  }
  const clause = clauseZh.exec(text.slice(Math.max(0, start - 8), start));
  if (clause && /^[，,]/.test(text.slice(end))) {
    const from = start - clause[0].length + clause[0].indexOf(clause[1] ?? '');
    return { span: [from, from + (clause[1] ?? '').length], said: numberOf(clause[2]) };
  }
  const before = beforeZh.exec(text.slice(Math.max(0, start - 8), start));
  if (!before || before[1] !== undefined || !/^[）)]/.test(text.slice(end))) return undefined;
  return { span: [start - 1 - (before[2] ?? '').length, start - 1], said: numberOf(before[3]) };
}

const numberOf = (name = ''): number => names.indexOf(name.replace('天', '日'));

function besideEnglish(text: string, { span: [start, end], sure }: WrittenDate): Beside | undefined {
  const behind = behindEn.exec(text.slice(end, end + 20));
  if (behind) return { span: [end, end + behind[0].length], said: numberEn(behind[1]) };
  const before = beforeEn.exec(text.slice(Math.max(0, start - 16), start));
  // “every Friday, 5 March sites”: only of what can be a date alone
  if (!before || !(sure || aloneEn.test(text.slice(end, end + 12)))) return undefined;
  if (
    /\b(?:every|each) $/i.test(
      text.slice(Math.max(0, start - before[0].length - 6), start - before[0].length),
    )
  )
    return undefined;
  return { span: [start - before[0].length, start - 1], said: numberEn(before[1]) };
}

const numberEn = (name = ''): number => namesEn.indexOf(name.slice(0, 3));

/** The years that a date may be of, the likeliest first; none where that is not known. */
function yearsOf(
  text: string,
  before: readonly WrittenDate[],
  { year: own, month, span }: WrittenDate,
  { year, calendar, isPlan }: WeekdayYear,
): readonly number[] {
  if (own !== undefined) return [own];
  if (year === undefined) return [];
  const told = year + (isPlan ? 1 : 0);
  const years = [calendar.start === 1 ? firstYear(told, calendar) : yearOfMonth(told, month, calendar)];
  const written = text.slice(0, span[0]).match(/(?<!\d)(?:19|20)\d{2}(?=[ 年,]|$)/g) ?? [];
  years.push(...before.flatMap((date) => date.year ?? []), ...written.map(Number));
  if (/[去上前]年|last year|previous year/i.test(text)) years.push(told - 1);
  if (/[明次来翌]年|第二年|next year|following year/i.test(text)) years.push(told + 1);
  return years;
}

/** What a day of the week is called. */
export const weekdayName = (day: number): { readonly en: string; readonly zh: string } => ({
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][day] ?? '',
  zh: `星期${names[day]}`,
});
