/** The days that a date of a draft stands for, each as YYYY-MM-DD: 2018-Q3 is 2018-07-01 to 2018-09-30. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

const DAY = 86_400_000;
const quarters = '一二三四';

/**
 * The days that a date stands for, as the schema lets it be written: 2018, 2018-H1, 2018-Q3, 2018-07, 2018-07-31,
 * 2018年上半年, 2018年底, 2018年第三季度, 2018年7月, 2018年7月31日; undefined where it is none of these or no day of the calendar.
 */
export function periodOf(written: string): Period | undefined {
  const [, yearText, rest = ''] = /^(\d{4})(.*)$/.exec(written.trim()) ?? [];
  if (yearText === undefined) return undefined;
  const year = Number(yearText);
  const half = /^-H([12])$/.exec(rest)?.[1] ?? { 年上半年: 1, 年下半年: 2 }[rest];
  if (half !== undefined) return monthsOf(year, Number(half) * 6 - 5, 6);
  const quarter = /^(?:-Q|年第?)([1-4一二三四])(?:季度)?$/.exec(rest)?.[1];
  if (quarter !== undefined) return monthsOf(year, ((Number(quarter) || quarters.indexOf(quarter) + 1) - 1) * 3 + 1, 3);
  const [, month, day] = /^(?:-|年)(\d{1,2})(?:月|)(?:-?(\d{1,2})日?)?$/.exec(rest) ?? [];
  if (month === undefined) return /^(?:年|年底|年末)?$/.test(rest) ? monthsOf(year, 1, 12) : undefined;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const whole = monthsOf(year, Number(month), 1);
  if (day === undefined) return whole;
  const one = iso(year, Number(month), Number(day));
  return one >= whole.first && one <= whole.last ? { first: one, last: one } : undefined;
}

/** Whole months of a year, from one that counts from 1. */
function monthsOf(year: number, from: number, count: number): Period {
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(year, from - 1 + count, 0);
  return { first: iso(year, from, 1), last: last.toISOString().slice(0, 10) };
}

const iso = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');

/** Days from one day to another, each as YYYY-MM-DD; negative where the second comes first. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
