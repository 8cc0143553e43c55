import {
  dayText,
  daysOf,
  firstYear,
  isFiscal,
  monthsFrom,
  yearOfMonth,
  yearPeriod,
  type Calendar,
  type Period,
} from './calendar.ts';
import { readChinese } from './chinese.ts';
import { readEnglish } from './english.ts';
import { isUnread, plainDate, type DateForm, type UnreadDate } from './form.ts';
import { readNumeric } from './numeric.ts';

export type { Period } from './calendar.ts';

const DAY = 86_400_000;

/** What a date stands for, and the text that says so by itself: with the year that only its place told, FY2025 for 2025 of a fiscal year. */
export interface DateRead extends Period {
  readonly text: string;
}

/** What a date is read by. */
export interface DateContext {
  readonly calendar: Calendar;
  /** The year of the report’s counting from which a date without one takes it: that a target is planned for. */
  readonly year?: number | undefined;
  /** Whether it has to be one day. */
  readonly day?: boolean;
}

/** Takes a date apart as people write it, in figures, in Chinese or in English. */
export function formOf(written: string): DateForm | UnreadDate {
  const text = written
    .normalize('NFKC')
    .replaceAll(/[—–−‐‑‒―]+/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return readNumeric(text) ?? readChinese(text) ?? readEnglish(text) ?? { fault: 'unknown' };
}

/** Reads a date, or says why it is none. */
export function readDate(written: string, context: DateContext): DateRead | UnreadDate {
  const { calendar } = context;
  const form = formOf(written);
  const doubted = isUnread(form) ? form.form : form;
  if (doubted === undefined) return form as UnreadDate;
  const dated = withYear(doubted, context);
  if (isUnread(dated)) return dated;
  const fault = faultOf(dated, calendar, doubted.year ?? firstYear(dated.year ?? 0, calendar));
  if (fault) return fault;
  const period = daysIn(dated, calendar);
  if (isUnread(form)) return { ...form, instead: instead(form.fault, dated, period, calendar) };
  if (context.day && (form.unit !== 'day' || form.limit)) return { fault: 'not-day' };
  return { ...period, text: completed(written, form, dated, calendar) };
}

/** The days that a date stands for, which names its year itself; undefined where it is none. */
export function periodOf(written: string, calendar: Calendar): Period | undefined {
  const read = readDate(written, { calendar });
  return 'fault' in read ? undefined : { first: read.first, last: read.last };
}

/** A date with the year that it falls in; a month of a fiscal year has that of the calendar. */
function withYear(form: DateForm, { calendar, year }: DateContext): DateForm | UnreadDate {
  if (form.of === 'fiscal' && !calendar.stated)
    return { fault: 'fiscal-unknown', data: { year: form.year ?? 0 } };
  const ofMonth =
    form.unit === 'month'
      ? form.number
      : form.unit === 'third' || form.unit === 'day'
        ? form.month
        : undefined;
  const own = form.until !== undefined && calendar.named === 'end' ? form.until : (form.year ?? year);
  if (own === undefined) return { fault: 'yearless', form };
  const isOfReport = form.year === undefined || form.of === 'fiscal';
  return { ...form, year: ofMonth !== undefined && isOfReport ? yearOfMonth(own, ofMonth, calendar) : own };
}

/** What is wrong with a date; `december` is the calendar year whose end 年底 may be. */
function faultOf(
  { unit, year = 0, of, until, number = 0, month = 0, end }: DateForm,
  calendar: Calendar,
  december: number,
): UnreadDate | undefined {
  if (year < 1900 || year > 2999) return { fault: 'year-range', data: { year } };
  if (until !== undefined && !isFiscal(calendar)) return { fault: 'unknown' };
  if (unit === 'day' && (number < 1 || number > daysOf(year, month)))
    return { fault: 'no-day', data: { year, month, number, days: daysOf(year, month) } };
  // 2025年底 of a year that ends in September
  if (unit === 'year' && end && of === undefined && isFiscal(calendar))
    return { fault: 'ambiguous', instead: [`${december}-12`, `FY${year}`] };
  return undefined;
}

function daysIn({ unit, year = 0, of, number = 0, month = 0, end }: DateForm, calendar: Calendar): Period {
  const [start, from] = of === 'calendar' ? [1, year] : [calendar.start, firstYear(year, calendar)];
  switch (unit) {
    case 'year':
      return end ? monthsFrom(from, start + 11, 1) : monthsFrom(from, start, 12);
    case 'half':
      return monthsFrom(from, start + (number - 1) * 6, 6);
    case 'quarter':
      return monthsFrom(from, start + (number - 1) * 3, 3);
    case 'quarters':
      return monthsFrom(from, start, number * 3);
    case 'month':
      return monthsFrom(year, number, 1);
    case 'third':
      return {
        first: dayText(year, month, number * 10 - 9),
        last: number === 3 ? dayText(year, month + 1, 0) : dayText(year, month, number * 10),
      };
    case 'day':
      return { first: dayText(year, month, number), last: dayText(year, month, number) };
  }
}

/** What may be meant by a date that is in doubt. */
function instead(
  fault: UnreadDate['fault'],
  form: DateForm,
  { first, last }: Period,
  calendar: Calendar,
): readonly string[] {
  if (fault !== 'exclusive') return [plainDate(marked(form, calendar))];
  const [year = 0, month = 0, day = 0] = first.split('-').map(Number);
  return [dayText(year, month, day - 1), last];
}

/** What fiscal years have of their own. */
const yearly: ReadonlySet<DateForm['unit']> = new Set(['year', 'half', 'quarter', 'quarters']);

/** A year, half or quarter of a fiscal year says so. */
const marked = (form: DateForm, calendar: Calendar): DateForm =>
  isFiscal(calendar) && form.of !== 'calendar' && yearly.has(form.unit) ? { ...form, of: 'fiscal' } : form;

/** The text of a date that says by itself what it stands for. */
function completed(written: string, form: DateForm, dated: DateForm, calendar: Calendar): string {
  const { year = 0, unit, of } = dated;
  if (yearly.has(unit) && isFiscal(calendar) && of === undefined)
    return fiscalText(written, marked(dated, calendar));
  if (form.until !== undefined && !/fy|fiscal|financial/i.test(written))
    return plainDate({ ...dated, of: 'fiscal' });
  if (form.year !== undefined) return written;
  const text = written.trim();
  if (/\p{Script=Han}/u.test(text)) return `${year}${text.startsWith('年') ? '' : '年'}${text}`;
  if (/\byear$/i.test(text)) return text.replace(/(?:the )?year$/i, String(year));
  return `${text}${unit === 'day' && /\d$/.test(text) ? ',' : ''} ${year}`;
}

/** A year, half or quarter of a fiscal year, in the language that it is written in: 2025年度第三季度, FY2025-Q3. */
function fiscalText(written: string, form: DateForm): string {
  const { unit, year, number = 0 } = form;
  if (!/\p{Script=Han}/u.test(written)) return plainDate(form);
  const part =
    unit === 'half'
      ? `${number === 1 ? '上' : '下'}半年`
      : unit === 'quarter'
        ? `第${'一二三四'[number - 1]}季度`
        : unit === 'quarters'
          ? `前${number}个季度`
          : '';
  return `${year}年度${part}`;
}

/** The year, as the report counts them, that a day falls in. */
export function yearOfDay(day: string, calendar: Calendar): number {
  const year = Number(day.slice(0, 4));
  return [year - 1, year, year + 1].find((each) => day <= yearPeriod(each, calendar).last) ?? year;
}

/** Days from one day to another, each as YYYY-MM-DD; negative where the second comes first. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
