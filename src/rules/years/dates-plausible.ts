import type { Finding } from '../../diagnostic.ts';
import { dayText, yearData, yearPeriod } from '../../dates/calendar.ts';
import { periodOf } from '../../dates/dates.ts';
import { hasPlaceholder } from '../../model/placeholders.ts';
import type { Metric, Report } from '../../model/report.ts';
import { en, zh, type Rule, type RuleContext } from '../rule.ts';

export const datesPlausible: Rule = {
  id: 'dates-plausible',
  severity: 'error',
  summary: { en: 'Date nothing that has happened in the future.', zh: '已有的数字和事不写将来的日期。' },
  why: {
    en: 'A figure as of 6018, or a report published in 2099, is a slip of the year, and everything that is held against the day of the report is then held against nothing. A draft may be dated ahead; a figure that is to come is a warning until the report is published.',
    zh: '截至6018年的数字、2099年发布的报告，都是年份写错；凡是按报告日期核对的，也跟着失去依据。草稿的日期可以提前写；数字的“截至”还没到的，定稿前只作警告。',
  },
  messages: {
    'as-of-future': {
      en: ({ name, date, today }) => `“${name}” is given as of ${date}, and the report speaks from ${today}`,
      zh: ({ name, date, today }) => `“${name}”写作截至${date}，本稿只写到${today}`,
      help: { en: () => 'correct the year or the month', zh: () => '更正年份或月份' },
    },
    'revised-future': {
      en: ({ name, date, today }) =>
        `a revision of “${name}” is dated ${date}, and the report speaks from ${today}`,
      zh: ({ name, date, today }) => `“${name}”的调整写在${date}，本稿只写到${today}`,
      help: { en: () => 'correct the year or the month', zh: () => '更正年份或月份' },
    },
    'day-far': {
      en: ({ key, date, year, today }) =>
        `“${key}” is ${date}, more than a year after ${year} ended and after today, ${today}`,
      zh: ({ key, date, yearZh, today }) => `“${key}”是${date}，比${yearZh}末和今天（${today}）都晚一年以上`,
      help: { en: () => 'correct the year', zh: () => '更正年份' },
    },
    'day-early': {
      en: ({ key, date, year }) => `“${key}” is ${date}, before ${year}, the year of the report, began`,
      zh: ({ key, date, yearZh }) => `“${key}”是${date}，早于报告年度${yearZh}`,
      help: { en: () => 'correct the year', zh: () => '更正年份' },
    },
  },

  on: {
    *report(reading, context) {
      const { report } = reading;
      yield* ofReport(report, context);
      const severity = report.final ? 'error' : 'warning';
      const latest = (): string | undefined => latestDay(report, context);
      const isAhead = (date: string): boolean => {
        const day = latest();
        return day !== undefined && (periodOf(date, report.calendar)?.first ?? '') > day;
      };
      for (const metric of report.metrics) {
        const { id, path, data } = metric;
        const date = data['as-of'];
        // of a figure that is still to come the date may be written
        if (date === undefined || !isAhead(date) || !isGiven(metric)) continue;
        yield {
          path: [...path, 'as-of'],
          message: 'as-of-future',
          data: { name: data.name ?? id, date, today: latest() ?? '' },
          severity,
        };
      }
      for (const { id, path, data } of [...report.targets, ...report.results])
        for (const [index, { date }] of (data.revised ?? []).entries())
          if (date !== undefined && isAhead(date))
            yield {
              path: [...path, 'revised', index, 'date'],
              message: 'revised-future',
              data: { name: id, date, today: latest() ?? '' },
              severity,
            };
    },
  },

  examples: {
    en: {
      good: en`
        dated: 2018-01-10
        summary:
          sections:
            - title: Road safety
              body: Inspectors found 695 hazards.
              metrics:
                hazards: { value: 695, as-of: 2017-12-31 }
      `,
      bad: en`
        dated: 2018-01-10
        summary:
          sections:
            - title: Road safety
              body: Inspectors found 695 hazards.
              metrics:
                hazards: { value: 695, as-of: 2107-12-31 }
      `,
      finds: ['11:39 as-of-future'],
    },
    zh: {
      good: zh`
        成文日期: 2018-01-10
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患695处。
              指标:
                发现隐患: { 数值: 695处, 截至: 2017-12-31 }
      `,
      bad: zh`
        成文日期: 2016-01-10
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患695处。
              指标:
                发现隐患: { 数值: 695处, 截至: 2107-12-31 }
      `,
      finds: ['5:7 day-early', '11:31 as-of-future'],
    },
  },
};

/** What a check of dates is told of the day. It is asked for only where something hangs on it, so that what was found holds on other days. */
type Day = Pick<RuleContext, 'today' | 'now'>;

/** Whether the figure of a metric is there. */
const isGiven = ({ data: { value, formula } }: Metric): boolean =>
  (value !== undefined || formula !== undefined) && !hasPlaceholder(value ?? '');

/** The days that a report carries: not before its year, and not long after it. */
function* ofReport(report: Report, context: Day & Pick<RuleContext, 'own'>): Generator<Finding> {
  const { path, data, calendar } = report;
  const { year } = data;
  if (year === undefined) return;
  for (const key of ['dated', 'published'] as const) {
    const date = data[key];
    const day = date === undefined ? undefined : periodOf(date, calendar)?.first;
    if (date === undefined || day === undefined) continue;
    const found = {
      path: [...path, key],
      data: { key: context.own(key), date, ...yearData(year, calendar) },
    } as const;
    if (day < yearPeriod(year, calendar).first) yield { ...found, message: 'day-early' };
    else if (isFar(day, report, context))
      yield { ...found, message: 'day-far', data: { ...found.data, today: context.now ?? '' } };
  }
}

/** The day up to which a report can speak; the day that it says it speaks from may itself be wrong. */
const latestDay = (report: Report, context: Day): string | undefined =>
  context.today !== undefined && isFar(context.today, report, context) ? context.now : context.today;

/** Whether a day is more than a year after the real day and after the report’s year: a draft is opened when its year begins, and may be dated then. */
const isFar = (day: string, { data: { year = 0 }, calendar }: Report, context: Day): boolean =>
  day > yearAfter(yearPeriod(year, calendar).last) &&
  context.now !== undefined &&
  day > yearAfter(context.now);

/** The same day a year later. */
function yearAfter(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return dayText(year + 1, month, date);
}
