import { changeThings } from '../model/change-things.ts';
import type { MetricData, ResultData, TargetData } from '../model/data.generated.ts';
import type { Calendar } from '../dates/calendar.ts';
import { periodOf } from '../dates/dates.ts';
import type { Report } from '../model/report.ts';

/**
 * A report as it stood at the end of a day, YYYY-MM-DD: what is dated later has not happened yet. Of what carries no
 * date, an outcome and an actual come after the last entry of progress, so that they fall with it. `previous` is last
 * year’s report, which knows what measures its targets.
 */
export function asOf(report: Report, previous: Report | undefined, day: string): Report {
  const { calendar } = report;
  const measuredBy = new Map(
    [...(previous?.targets ?? []), ...report.targets].map(({ id, data }) => [id, data.metric ?? id]),
  );
  const looksBack = new Set(
    report.results.filter(({ data }) => isCut(data, day, calendar)).map(({ id }) => measuredBy.get(id) ?? id),
  );
  return changeThings(report, {
    metric: ({ id, data }) => {
      const date = data['as-of'];
      const isAhead = isLater(date, day, calendar) || (date === undefined && looksBack.has(id));
      return isAhead ? withoutValue(data) : data;
    },
    target: ({ data }) => revisedBy(data, day, calendar),
    result: ({ data }) => revisedBy(resultOn(data, day, calendar), day, calendar),
  });
}

/** Whether a date begins only after a day: 2018-07 is none on 2018-07-15. */
const isLater = (date: string | undefined, day: string, calendar: Calendar): boolean =>
  date !== undefined && (periodOf(date, calendar)?.first ?? '') > day;

/** Whether progress was noted after a day. */
const isCut = ({ progress = [] }: ResultData, day: string, calendar: Calendar): boolean =>
  progress.some(({ date }) => isLater(date, day, calendar));

function withoutValue({ value: _, formula: __, ...rest }: MetricData): MetricData {
  return rest;
}

function resultOn(data: ResultData, day: string, calendar: Calendar): ResultData {
  const { date, actual: _, progress, ...rest } = data;
  const kept = progress && { progress: progress.filter((entry) => !isLater(entry.date, day, calendar)) };
  const isAhead = isLater(date, day, calendar) || (date === undefined && isCut(data, day, calendar));
  return isAhead ? { ...rest, ...kept, outcome: 'pending' } : { ...data, ...kept };
}

const revisedBy = <T extends Pick<TargetData, 'revised'>>(data: T, day: string, calendar: Calendar): T =>
  data.revised === undefined
    ? data
    : { ...data, revised: data.revised.filter(({ date }) => !isLater(date, day, calendar)) };
