import type { Span } from '../quantity/value/formula.ts';
import { isFiscal, yearPeriod, type Calendar } from './calendar.ts';
import { periodOf } from './dates.ts';

/** A text as one of calendar years would have it, and the way back to the characters of the text itself. */
export interface YearView {
  readonly text: string;
  readonly back: (span: Span) => Span;
}

/**
 * A text in which years are named without FY and 财年, so that what finds years finds these. In a fiscal year a bare 2024
 * may well be the calendar year in which it began: unless `bare` is true, as in titles, bare years are veiled.
 */
export function yearView(text: string, calendar: Calendar, bare: boolean): YearView {
  if (!isFiscal(calendar)) return { text, back: (span) => span };
  const cuts: { readonly at: number; readonly length: number }[] = [];
  let taken = 0;
  const shown = text.replaceAll(
    /\b(?:FY|fiscal(?: year)?|financial year) ?((?:19|20)\d{2})(?![\d/–-])|(?<!\d)((?:19|20)\d{2})(财年|年度)?(?!\d)/gi,
    (found, marked, year, behind, at) => {
      if (typeof marked === 'string') {
        const length = found.length - marked.length;
        cuts.push({ at: Number(at) - taken, length });
        taken += length;
        return marked;
      }
      if (typeof behind === 'string') return `${String(year)}年度`;
      return bare ? found : found.replaceAll(/\d/g, '\uE001');
    },
  );
  const origin = (index: number): number =>
    index + cuts.reduce((sum, cut) => sum + (cut.at <= index ? cut.length : 0), 0);
  return { text: shown, back: ([start, end]) => [origin(start), origin(start) + end - start] };
}

/** Whether a date of a text, with its year, lies in a year; `year` is that which it names. */
export function liesInYear(date: string, named: number, year: number, calendar: Calendar): boolean {
  if (!isFiscal(calendar)) return named === year;
  const [days, whole] = [
    /\d月|[a-z] \d|\d [a-z]{3}/i.test(date) ? periodOf(date, calendar) : undefined,
    yearPeriod(year, calendar),
  ];
  return days !== undefined && days.first >= whole.first && days.last <= whole.last;
}
