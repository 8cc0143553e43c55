import type { Data, Words } from '../diagnostic.ts';

/** The days that a date or a year of a draft stands for, first and last, each as YYYY-MM-DD. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

/** How an organisation counts its years. */
export interface Calendar {
  /** The month in which a year begins, from 1. */
  readonly start: number;
  /** Whether a year that runs over two calendar years has the number of the first of them or of the second. */
  readonly named: 'start' | 'end';
  /** Whether draft or configuration say so; where neither does, FY2025 may be any twelve months. */
  readonly stated: boolean;
}

/** The months in English. */
export const monthNames: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');

/** What a month, from 1, is called: October, 10月. */
export const monthName = (month: number): Words => ({ en: monthNames[month - 1] ?? '', zh: `${month}月` });

/** Years from January to December, where nothing else is said. */
export const calendarYears: Calendar = { start: 1, named: 'end', stated: false };

/** What a draft, a configuration or both say of the year; the draft’s word goes before. */
export interface YearKeys {
  readonly 'year-start'?: number | undefined;
  readonly 'year-named'?: 'start' | 'end' | undefined;
}

/** The calendar by the keys of a draft, else by what is given for all drafts. */
export function calendarOf(
  { 'year-start': start, 'year-named': named }: YearKeys,
  given: Calendar = calendarYears,
): Calendar {
  return {
    start: start ?? given.start,
    named: named ?? given.named,
    stated: start !== undefined || given.stated,
  };
}

/** Whether years run over two calendar years. */
export const isFiscal = ({ start }: Calendar): boolean => start !== 1;

/** The calendar year in which a year of the report begins. */
export const firstYear = (year: number, { start, named }: Calendar): number =>
  start !== 1 && named === 'end' ? year - 1 : year;

/** The days of a year: of FY2025 that begins in October, 2024-10-01 to 2025-09-30. */
export const yearPeriod = (year: number, calendar: Calendar): Period =>
  monthsFrom(firstYear(year, calendar), calendar.start, 12);

/** The calendar year in which a month of a year falls: November of FY2025 that begins in October is in 2024. */
export const yearOfMonth = (year: number, month: number, calendar: Calendar): number =>
  firstYear(year, calendar) + (month < calendar.start ? 1 : 0);

/** What a year is called: 2025 and 2025年, FY2025 and 2025年度 where it runs over two calendar years. */
export const yearName = (year: number, calendar: Calendar): Words =>
  isFiscal(calendar) ? { en: `FY${year}`, zh: `${year}年度` } : { en: String(year), zh: `${year}年` };

/** A year as a date of a draft: 2025, FY2025 where it runs over two calendar years. */
export const yearText = (year: number, calendar: Calendar): string => yearName(year, calendar).en;

/** The end of a year in Chinese: 2025年年底, 2025年度末. */
export const yearEnd = (year: number, calendar: Calendar): string =>
  isFiscal(calendar) ? `${year}年度末` : `${year}年年底`;

/** What a message calls a year, in either language: `year`, `yearZh`. */
export function yearData(year: number, calendar: Calendar): Data {
  const { en, zh } = yearName(year, calendar);
  return { year: en, yearZh: zh };
}

/** Whole months, from one of a calendar year; months past 12 are those of the years after. */
export function monthsFrom(year: number, month: number, count: number): Period {
  return { first: dayText(year, month, 1), last: dayText(year, month + count, 0) };
}

/** A day as YYYY-MM-DD; months past 12, and days before 1, run on as calendars do. */
export function dayText(year: number, month: number, day: number): string {
  // every month has these days
  if (year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 28)
    return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  if (day === 0 && year >= 1000 && year < 9900 && month >= 2 && month <= 24) {
    const [own, before] = month > 13 ? [year + 1, month - 13] : [year, month - 1];
    return `${own}-${twoDigits(before)}-${lastDay(own, before)}`;
  }
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.toISOString().slice(0, 10);
}

/** The last day of a month. */
function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** How many days a month has. */
export const daysOf = (year: number, month: number): number => Number(dayText(year, month + 1, 0).slice(8));
