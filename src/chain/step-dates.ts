import type { Finding, Path } from '../diagnostic.ts';
import type { Commitment } from './commitments.ts';
import { yearData, yearPeriod, type Calendar } from '../dates/calendar.ts';
import { periodOf, type Period } from '../dates/dates.ts';
import { dueWords } from './revisions.ts';
import type { Report } from '../model/report.ts';

export type StepFault = Pick<Finding, 'message' | 'data'> | undefined;

/** One finding a step at the most; what is wrong with a date already sets no order. */
export function* stepsInOrder(
  target: string,
  path: Path,
  dates: readonly (string | undefined)[],
  own: string,
  key: string,
  judge: (period: Period, date: string) => StepFault,
  calendar: Calendar,
): Generator<Finding> {
  let latest: { readonly date: string; readonly last: string; readonly path: Path } | undefined;
  for (const [index, date] of dates.entries()) {
    const place: Path = [...path, index, key];
    const period = date === undefined ? undefined : periodOf(date, calendar);
    const judged = period && date !== undefined ? judge(period, date) : undefined;
    if (date === undefined)
      yield { path: [...path, index], message: 'undated', data: { target, key: own }, severity: 'warning' };
    else if (period === undefined) yield { path: place, message: 'no-day', data: { date } };
    else if (judged) yield { path: place, message: judged.message, data: { target, date, ...judged.data } };
    else if (latest && period.last < latest.last) {
      const note = { en: `${latest.date} stands before it`, zh: `${latest.date}排在前面` };
      yield {
        path: place,
        message: 'disordered',
        data: { target, date, other: latest.date },
        related: [{ path: latest.path, note }],
      };
    } else latest = { date, last: period.last, path: place };
  }
}

/** Whether a target runs over several years and had been set before: its first milestones are over. */
export function isLongKept(
  { target, due }: Commitment,
  { data: { year = 0 }, calendar }: Report,
  last: Report | undefined,
): boolean {
  if (last === undefined) return due.last > yearPeriod(year + 1, calendar).last;
  const before =
    last.targets.find(({ id }) => id === target?.data.was) ??
    last.targets.find(({ id }) => id === target?.id);
  return (periodOf(before?.data.due ?? '', last.calendar)?.last ?? '') > yearPeriod(year, calendar).last;
}

export function milestoneFault(
  { last }: Period,
  { due }: Commitment,
  first: number | undefined,
  { data: { year }, calendar }: Report,
): StepFault {
  if (year === undefined && due.implied) return undefined;
  if (last > due.last)
    return { message: 'after-due', data: { due: dueWords(due).en, dueZh: dueWords(due).zh } };
  if (first === undefined || last >= yearPeriod(first, calendar).first) return undefined;
  return { message: 'before-year', data: yearData(first, calendar) };
}

export function progressFault(
  { first, last }: Period,
  { data: { year }, calendar }: Report,
  today: string | undefined,
): StepFault {
  if (today !== undefined && first > today) return { message: 'future', data: { today } };
  if (year === undefined) return undefined;
  // what happened between the end of the year and the day of the report may be told
  const own = yearPeriod(year, calendar);
  const isOutside = last < own.first || (today === undefined && first > own.last);
  return isOutside ? { message: 'outside', data: yearData(year, calendar) } : undefined;
}
