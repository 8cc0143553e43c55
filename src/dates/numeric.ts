import { dayForm, isUnread, monthForm, plainDate, type DateForm, type UnreadDate } from './form.ts';

/** Dates in figures: 2019, 2019-06, 2019.6.30, 2019/6/30, 20190630, 30/06/2025, 2024/25; undefined where a text is none. */
export function readNumeric(text: string): DateForm | UnreadDate | undefined {
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const [a = 0, b = 0, c = 0] = numbers;
  if (/^\d{4}$/.test(text)) return { unit: 'year', year: a };
  if (/^\d{8}$/.test(text)) return eightDigits(text);
  if (/^\d{4}\/\d{2}$/.test(text) && b > 12 && isNextYear(a, b))
    return { unit: 'year', year: a, of: 'fiscal', until: a + 1 };
  if (/^\d{4}[-./]\d{1,2}$/.test(text)) return monthForm(a, b);
  if (/^\d{4}([-./])\d{1,2}\1\d{1,2}$/.test(text)) return dayForm(a, b, c);
  if (/^\d{1,2}([-./])\d{1,2}\1\d{4}$/.test(text)) return dayFirstOrMonth(a, b, c);
  return /^\d{1,2}([-./])\d{1,2}\1\d{2}$/.test(text) ? { fault: 'short-year' } : undefined;
}

/** 20190630. */
const eightDigits = (text: string): DateForm | UnreadDate =>
  dayForm(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));

/** Whether two digits name the year after one of four: 25 after 2024. */
export const isNextYear = (year: number, next: number): boolean =>
  next === year + 1 || next === (year + 1) % 100;

/** 30/06/2025 and 06/30/2025 can only be one day; 03/04/2025 is another in London than in New York. */
function dayFirstOrMonth(a: number, b: number, year: number): DateForm | UnreadDate {
  const [first, second] = [dayForm(year, b, a), dayForm(year, a, b)];
  if (isUnread(first)) return second;
  if (isUnread(second) || a === b) return first;
  return { fault: 'ambiguous', instead: [plainDate(first), plainDate(second)] };
}
