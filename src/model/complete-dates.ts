import { calendarYears, type Calendar } from '../dates/calendar.ts';
import type { MetricData, ResultData, TargetData } from './data.generated.ts';
import { readDate } from '../dates/dates.ts';

/**
 * The dates of a draft as they say by themselves what they stand for: 6月底 of a plan for 2019 is 2019年6月底, 2025-Q3 of a
 * fiscal year is FY2025-Q3. What is complete stays as it is written, and so does what is no date.
 */
function complete(written: string, calendar: Calendar, year?: number): string {
  const read = readDate(written, { calendar, year });
  return 'fault' in read ? written : read.text;
}

/** The day of a report as YYYY-MM-DD. */
export function dayOf(written: string): string {
  const read = readDate(written, { calendar: calendarYears, day: true });
  return 'fault' in read ? written : read.first;
}

/** A metric with its date complete. */
export function datedMetric(data: MetricData, calendar: Calendar): MetricData {
  const date = data['as-of'];
  return date === undefined ? data : { ...data, 'as-of': complete(date, calendar) };
}

/** A target with its dates complete; those without a year are of the year that it is planned for. */
export function datedTarget(data: TargetData, year: number | undefined, calendar: Calendar): TargetData {
  const { due, milestones, revised } = data;
  return {
    ...data,
    ...(due !== undefined && { due: complete(due, calendar, year) }),
    ...(milestones && {
      milestones: milestones.map((each) =>
        each.due === undefined ? each : { ...each, due: complete(each.due, calendar, year) },
      ),
    }),
    ...(revised && { revised: revised.map((each) => revision(each, calendar)) }),
  };
}

/** A result with its dates complete. */
export function datedResult(data: ResultData, calendar: Calendar): ResultData {
  const { due, date, progress, revised } = data;
  return {
    ...data,
    ...(due !== undefined && { due: complete(due, calendar) }),
    ...(date !== undefined && { date: complete(date, calendar) }),
    ...(progress && {
      progress: progress.map((each) =>
        each.date === undefined ? each : { ...each, date: complete(each.date, calendar) },
      ),
    }),
    ...(revised && { revised: revised.map((each) => revision(each, calendar)) }),
  };
}

function revision<T extends { readonly due?: string; readonly date?: string }>(
  each: T,
  calendar: Calendar,
): T {
  const { due, date } = each;
  return {
    ...each,
    ...(due !== undefined && { due: complete(due, calendar) }),
    ...(date !== undefined && { date: complete(date, calendar) }),
  };
}
