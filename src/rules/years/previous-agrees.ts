import type { Reading } from '../../reading/reading.ts';
import type { Finding } from '../../diagnostic.ts';
import { isFiscal, monthName, yearData, yearPeriod, type Calendar } from '../../dates/calendar.ts';
import { periodOf } from '../../dates/dates.ts';
import { definitionChanges, isSameUnit } from '../../chain/definitions.ts';
import { formerOf, valueOfYear, type YearValue } from '../../chain/previous-year.ts';
import type { Metric, Report } from '../../model/report.ts';
import { measuredOf } from '../../quantity/value/arithmetic.ts';
import { meet } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { en, lastYear, zh, type Rule } from '../rule.ts';

export const previousAgrees: Rule = {
  id: 'previous-agrees',
  severity: 'error',
  compares: true,
  figures: true,
  summary: {
    en: 'Values of earlier years are those that last year’s report gave.',
    zh: '上年值、历年值与上年报告一致。',
  },
  why: {
    en: 'A value of last year that differs from the one published then makes every change and growth rate doubtful. Both are compared with the rounding that they show, in any unit of the kind. Where the value was corrected, “restated” says why; one that was taken before the year was over may have moved since.',
    zh: '上年值与当年公布的数不一样，增减、增幅就都靠不住。比较时按两边写出的精度，单位可以换算。数据经过调整的，在“调整说明”里写明原因；上年报告只统计到年中某日的数，年底有变动不算矛盾。',
  },
  messages: {
    differs: {
      en: ({ name, year, value, before }) =>
        `${name} for ${year} is ${value} here, but ${before} in last year’s report`,
      zh: ({ name, yearZh, value, before }) => `“${name}”${yearZh}的数写作${value}，上年报告是${before}`,
      help: {
        en: ({ key }) => `correct the value, or say under “${key}” why it was changed`,
        zh: ({ key }) => `改正数值；确有调整的，在“${key}”里写明原因`,
      },
    },
    unit: {
      en: ({ name, year, value, before }) =>
        `${name} for ${year} is ${value} here, but in another unit in last year’s report: ${before}`,
      zh: ({ name, yearZh, value, before }) =>
        `“${name}”${yearZh}的数写作${value}，与上年报告单位不同：${before}`,
      help: {
        en: ({ key }) => `use last year’s unit, or say under “${key}” why it was changed`,
        zh: ({ key }) => `按上年的单位写；确有调整的，在“${key}”里写明原因`,
      },
    },
    calendar: {
      en: ({ month, key }) =>
        `last year’s report counts its years from ${month}, and this one, without “${key}”, counts them from January`,
      zh: ({ monthZh, key }) => `上年稿子的年度从${monthZh}算起，本稿没有写“${key}”，按1月算起`,
      help: {
        en: ({ month, start, key }) =>
          `write “${key}: ${start}” if the year still begins in ${month}, else “${key}: 1”`,
        zh: ({ monthZh, start, key }) =>
          `仍从${monthZh}算起的，写“${key}: ${start}”；改为1月的，写“${key}: 1”`,
      },
    },
  },

  on: {
    *report(reading, { own }) {
      const { report, lastYear } = reading;
      if (lastYear === undefined) return;
      const last = lastYear.report;
      yield* calendarOf(report, last, own('year-start'));
      const former = formerOf(last.metrics);
      for (const metric of report.metrics) {
        const old = former(metric);
        if (old === undefined || metric.data.restated !== undefined) continue;
        // that the metric itself has another unit now is said once, by definitions-stable
        if (definitionChanges(metric, reading, old, lastYear).some(({ kind }) => kind === 'unit')) continue;
        for (const finding of compared(metric, reading, old, lastYear))
          yield { ...finding, data: { ...finding.data, key: own('restated') } };
      }
    },
  },

  examples: {
    en: {
      previous: lastYear(en`
        summary:
          sections:
            - title: Ridership
              body: Buses carried 3,153 pupils a day and 13.4 million riders in the year.
              metrics: { pupils: '3,153', riders: 13.4 million }
      `),
      good: en`
        previous: 2016.report.yaml
        summary:
          sections:
            - title: Ridership
              body: Buses carried 3,460 pupils a day and 13,592,000 riders in the year.
              metrics:
                pupils: { value: '3,460', previous: '3,153' }
                riders: { value: '13,592,000', previous: '13,423,000' }
      `,
      bad: en`
        previous: 2016.report.yaml
        summary:
          sections:
            - title: Ridership
              body: Buses carried 3,460 pupils a day and 13,592,000 riders in the year.
              metrics:
                pupils: { value: '3,460', previous: '3,135' }
                riders: { value: '13,592,000', previous: '13,523,000' }
      `,
      finds: ['11:45 differs', '12:50 differs'],
    },
    zh: {
      previous: lastYear(zh`
        总结:
          章节:
            - 标题: 高考
              正文: 入围3153人，本科入围1.34万人。
              指标: { 入围: 3153人, 本科入围: 1.34万人 }
      `),
      good: zh`
        上年: 2016.report.yaml
        总结:
          章节:
            - 标题: 高考
              正文: 入围3460人，本科入围13592人。
              指标:
                入围: { 数值: 3460人, 上年值: 3153人 }
                本科入围: { 数值: 13592人, 上年值: 13423人 }
      `,
      bad: zh`
        上年: 2016.report.yaml
        总结:
          章节:
            - 标题: 高考
              正文: 入围3460人，本科入围13592人。
              指标:
                入围: { 数值: 3460人, 上年值: 3135人 }
                本科入围: { 数值: 13592人, 上年值: 13523人 }
      `,
      finds: ['11:31 differs', '12:34 differs'],
    },
  },
};

/** Years that last year’s report counts from another month, and of which this one says nothing: it may only have been left out. */
function* calendarOf(report: Report, last: Report, key: string): Generator<Finding> {
  if (report.calendar.stated || !isFiscal(last.calendar)) return;
  const { start } = last.calendar;
  const { en: month, zh: monthZh } = monthName(start);
  yield {
    path: [...report.path, 'year'],
    message: 'calendar',
    severity: 'info',
    data: { start, month, monthZh, key },
    related: [
      {
        path: [...last.path, 'year-start'],
        note: { en: `years from ${month}`, zh: `年度从${monthZh}算起` },
      },
    ],
  };
}

/** Every value of a year before that last year’s report gives as well, and gives otherwise. */
function* compared(metric: Metric, reading: Reading, old: Metric, last: Reading): Generator<Finding> {
  const { report } = reading;
  const year = report.data.year ?? 0;
  const stated = new Set([year - 1, ...Object.keys(metric.data.history ?? {}).map(Number)]);
  for (const each of stated) {
    if (each === year - 1 && isMidYear([old, last.report.calendar], [metric, report.calendar], year - 1))
      continue;
    const before = valueOfYear(old, each, last);
    // last year’s value may stand both under `previous` and in the history
    const values = [
      each === year - 1 ? atPrevious(metric, reading) : undefined,
      valueInHistory(metric, each, reading),
    ];
    const wrong = values
      .map((value) => value && before && { value, message: verdict(value, before) })
      .find((pair) => pair?.message !== undefined);
    if (!wrong?.message || before === undefined) continue;
    yield {
      path: wrong.value.path,
      message: wrong.message,
      data: {
        name: metric.data.name ?? metric.id,
        ...yearData(each, report.calendar),
        value: wrong.value.text,
        before: before.text,
      },
      related: [
        {
          path: before.path,
          note: { en: `last year’s report: ${before.text}`, zh: `上年报告：${before.text}` },
        },
      ],
    };
  }
}

const atPrevious = (metric: Metric, reading: Reading): YearValue | undefined => {
  const { history: _, ...data } = metric.data;
  return valueOfYear({ ...metric, data }, (reading.report.data.year ?? 0) - 1, reading);
};

const valueInHistory = (metric: Metric, year: number, reading: Reading): YearValue | undefined =>
  metric.data.history?.[String(year)] === undefined ? undefined : valueOfYear(metric, year, reading);

/** Whether last year’s value was taken before that year was over, and this year’s not on the same day a year later: then the year’s whole may differ. */
function isMidYear(before: Counted, after: Counted, year: number): boolean {
  const [then, now] = [before, after].map(
    ([{ data }, calendar]) => periodOf(data['as-of'] ?? '', calendar)?.last,
  );
  return then !== undefined && then < yearPeriod(year, before[1]).last && then.slice(4) !== now?.slice(4);
}

/** A metric, and how the draft that it stands in counts its years. */
type Counted = readonly [Metric, Calendar];

/** What is wrong with a value beside that of last year’s report; undefined where they agree, or one of them is no figure. */
function verdict(
  { quantity: value }: YearValue,
  { quantity: before }: YearValue,
): 'differs' | 'unit' | undefined {
  if (value === undefined || before === undefined) return undefined;
  if (value.kind === 'ratio' || before.kind === 'ratio')
    return isSameRatio(value, before) ? undefined : 'differs';
  if (!isSameUnit(value, before)) return 'unit';
  // rounded to the same digit, neighbours meet at the half between them, and are two figures all the same
  if (areRoundedAlike(value, before))
    return value.number.equals(before.number) || value.per.join() !== before.per.join()
      ? undefined
      : 'differs';
  return meet(intervalOf(value), intervalOf(before)) ? undefined : 'differs';
}

const areRoundedAlike = (a: Quantity, b: Quantity): boolean =>
  a.qualifier === 'exact' && b.qualifier === 'exact' && a.step.equals(b.step);

const intervalOf = (value: Quantity): Quantity['interval'] => measuredOf(value)?.interval ?? value.interval;

const isSameRatio = ({ terms: a }: Quantity, { terms: b }: Quantity): boolean =>
  a.length === b.length && a.every((term, index) => term.equals(b[index] ?? 0));
