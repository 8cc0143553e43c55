import type { Data } from '../diagnostic.ts';

/** What kind of time a date names; `quarters` are the first of a year (前三季度), a third is 上旬, 中旬 or 下旬 of a month. */
export type DateUnit = 'year' | 'half' | 'quarter' | 'quarters' | 'month' | 'third' | 'day';

/** A date as it is written, taken apart; what a year, half or quarter means, the calendar of the draft tells. */
export interface DateForm {
  readonly unit: DateUnit;
  /** Undefined where none is written: 6月底, Q3. */
  readonly year: number | undefined;
  /** Whose year it is, where the text says so: FY2025 and 2025财年, 2025年度 (the report’s, whatever that is), CY2025. */
  readonly of?: 'fiscal' | 'report' | 'calendar';
  /** The second year of FY2024/25. */
  readonly until?: number;
  /** From 1: of the half, quarter, month or third. */
  readonly number?: number;
  /** Of a third or day. */
  readonly month?: number;
  /** Only its end is meant: 6月底, end of 2025. */
  readonly end?: true;
  /** A time limit rather than a date: by June 2025, 6月底前. */
  readonly limit?: true;
}

/** Why a text is no date: what is wrong, and what it may be instead. */
export type DateFault =
  | 'ambiguous'
  | 'vague'
  | 'exclusive'
  | 'short-year'
  | 'range'
  | 'relative'
  | 'endless'
  | 'no-day'
  | 'no-month'
  | 'no-quarter'
  | 'no-half'
  | 'year-range'
  | 'yearless'
  | 'fiscal-unknown'
  | 'not-day'
  | 'unknown';

/** A text that is no date. */
export interface UnreadDate {
  readonly fault: DateFault;
  readonly data?: Data;
  /** What it may be, one or more, as dates of the format. */
  readonly instead?: readonly string[];
  /** Of “before June”: what nobody knows whether it counts. */
  readonly form?: DateForm;
}

/** Whether a text could not be read. */
export const isUnread = (read: DateForm | UnreadDate): read is UnreadDate => 'fault' in read;

const two = (value: number): string => String(value).padStart(2, '0');

/** What stands before a year, by whose it is. */
const owners = { fiscal: 'FY', report: '', calendar: 'CY' };

/** A date as the format writes it most plainly: 2025, FY2025-Q3, 2025-07, 2025-07-31. */
export function plainDate({ unit, year = 0, of, number = 0, month = 0, end }: DateForm): string {
  const whole = `${owners[of ?? 'report']}${year}`;
  switch (unit) {
    case 'year':
      return end && of !== 'fiscal' ? `${year}-12` : whole;
    case 'half':
      return `${whole}-H${number}`;
    case 'quarter':
      return `${whole}-Q${number}`;
    case 'quarters':
      return number === 2 ? `${whole}-H1` : `${whole}-Q${number}`;
    case 'month':
      return `${year}-${two(number)}`;
    case 'third':
      return `${year}-${two(month)}`;
    case 'day':
      return `${year}-${two(month)}-${two(number)}`;
  }
}

/** A day of a month, or what is wrong with it; February of no year has 29. */
export function dayForm(year: number | undefined, month: number, day: number): DateForm | UnreadDate {
  const wrong = monthFault(month);
  if (wrong) return wrong;
  return { unit: 'day', year, month, number: day };
}

/** A month, or that there is none of that number. */
export const monthForm = (year: number | undefined, month: number): DateForm | UnreadDate =>
  monthFault(month) ?? { unit: 'month', year, number: month };

const monthFault = (month: number): UnreadDate | undefined =>
  month >= 1 && month <= 12 ? undefined : { fault: 'no-month', data: { number: month } };

/** A half or quarter, or that a year has none of that number. */
export function partForm(
  unit: 'half' | 'quarter',
  number: number,
  rest: Pick<DateForm, 'year' | 'of' | 'until'>,
): DateForm | UnreadDate {
  if (number >= 1 && number <= (unit === 'half' ? 2 : 4)) return { unit, number, ...rest };
  return { fault: unit === 'half' ? 'no-half' : 'no-quarter', data: { number } };
}
