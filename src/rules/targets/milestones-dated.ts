import type { Finding, Path } from '../../diagnostic.ts';
import { commitmentsOf, type Commitment } from '../../chain/commitments.ts';
import { periodOf, type Period } from '../../dates/dates.ts';
import {
  stepsInOrder,
  isLongKept,
  milestoneFault,
  progressFault,
  type StepFault,
} from '../../chain/step-dates.ts';
import type { Report } from '../../model/report.ts';
import { en, zh, type Rule, type RuleContext } from '../rule.ts';

export const milestonesDated: Rule = {
  id: 'milestones-dated',
  severity: 'error',
  compares: true,
  summary: {
    en: 'Date milestones and progress, in order and within their time.',
    zh: '节点和进展要有日期，按先后，不越界。',
  },
  why: {
    en: 'Milestones lead to the due date and progress is what has happened: a milestone behind the due date, a step back in time or progress on a day to come is a slip of the year or month, and reminders and charts go wrong with it.',
    zh: '节点通向完成时限，进展是已经发生的事。节点晚于时限、前后颠倒、进展写在将来，多半是年月写错，催办和图表也跟着错。',
  },
  messages: {
    undated: {
      en: ({ target }) => `a step of “${target}” has no date`,
      zh: ({ target }) => `“${target}”有一步没有写日期`,
      help: { en: ({ key }) => `add “${key}: …”`, zh: ({ key }) => `补上“${key}: ……”` },
    },
    'no-day': {
      en: ({ date }) => `${date} is no day of the calendar`,
      zh: ({ date }) => `日历上没有${date}这一天`,
      help: { en: () => 'correct the day or the month', zh: () => '更正日或月' },
    },
    disordered: {
      en: ({ target, date, other }) => `in “${target}”, ${date} stands behind ${other}`,
      zh: ({ target, date, other }) => `“${target}”的${date}排在${other}后面`,
      help: {
        en: () => 'put the steps in the order of time, or correct the date',
        zh: () => '按时间先后排列，或更正日期',
      },
    },
    'after-due': {
      en: ({ target, date, due }) => `the milestone ${date} comes after “${target}” is due: ${due}`,
      zh: ({ target, date, dueZh: due }) => `“${target}”完成时限是${due}，节点${date}在它之后`,
      help: { en: () => 'correct the milestone, or the due date', zh: () => '更正节点日期，或更正完成时限' },
    },
    'before-year': {
      en: ({ target, date, year }) =>
        `the milestone ${date} of “${target}” lies before ${year}, the year it is planned for`,
      zh: ({ target, date, yearZh }) => `“${target}”是${yearZh}的目标，节点${date}在这之前`,
      help: { en: () => 'correct the year', zh: () => '更正年份' },
    },
    future: {
      en: ({ target, date, today }) =>
        `progress of “${target}” is dated ${date}, and the report speaks from ${today}`,
      zh: ({ target, date, today }) => `“${target}”的进展写在${date}，本稿只写到${today}`,
      help: {
        en: () => 'correct the date; what is still to come is a milestone',
        zh: () => '更正日期；还没发生的写成节点',
      },
    },
    'light-future': {
      en: ({ target, date, today }) =>
        `the light of “${target}” is dated ${date}, and the report speaks from ${today}`,
      zh: ({ target, date, today }) => `“${target}”的亮灯写在${date}，本稿只写到${today}`,
      help: { en: () => 'correct the date', zh: () => '更正日期' },
    },
    outside: {
      en: ({ target, date, year }) =>
        `progress of “${target}” is dated ${date}, outside ${year}, the year of the report`,
      zh: ({ target, date, yearZh }) => `本稿总结${yearZh}，“${target}”的进展写在${date}`,
      help: {
        en: () => 'correct the year; what was done before stands in the report of that year',
        zh: () => '更正年份；往年的进展写在当年的稿子里',
      },
    },
  },

  on: {
    *report(reading, context) {
      const { own, isWhole } = context;
      const { report } = reading;
      const { year } = report.data;
      const last = reading.lastYear?.report;
      for (const commitment of commitmentsOf(reading)) {
        const { target, result, set } = commitment;
        const steps = function* (
          path: Path,
          dates: readonly (string | undefined)[],
          key: string,
          judge: (period: Period, date: string) => StepFault,
        ) {
          for (const finding of stepsInOrder(
            commitment.id,
            path,
            dates,
            own(key),
            key,
            judge,
            report.calendar,
          ))
            if (isWhole(finding)) yield finding;
        };
        if (target && target.path[0] !== last?.file && set !== 'earlier' && target.data.milestones) {
          const { milestones } = target.data;
          const first =
            year === undefined || isLongKept(commitment, report, last)
              ? undefined
              : year + (set === 'next' ? 1 : 0);
          const dates = milestones.map(({ due }) => due);
          yield* steps([...target.path, 'milestones'], dates, 'due', (period) =>
            milestoneFault(period, commitment, first, report),
          );
        }
        if (result?.data.progress) {
          const dates = result.data.progress.map(({ date }) => date);
          yield* steps([...result.path, 'progress'], dates, 'date', (period) =>
            progressFault(period, report, context.today),
          );
        }
        yield* lightAhead(commitment, report, context);
      }
    },
  },

  examples: {
    en: {
      good: en`
        dated: 2017-12-20
        summary:
          sections:
            - title: New depot
              results:
                spending: { outcome: pending, due: 2018, progress: [{ date: 2017-03, value: $0.6 million }, { date: 2017-10-09, value: $1.5 million }] }
        plan:
          sections:
            - title: New depot
              targets:
                roof closed: { due: 2018-07, milestones: [{ due: 2018-03, goal: Foundations done }, { due: 2018-06, goal: Walls up }] }
      `,
      bad: en`
        dated: 2017-12-20
        summary:
          sections:
            - title: New depot
              results:
                spending: { outcome: pending, due: 2018, progress: [{ date: 2016-03, value: $0.6 million }, { date: 2018-10-09, value: $1.5 million }] }
        plan:
          sections:
            - title: New depot
              targets:
                roof closed:
                  due: 2018-07
                  milestones:
                    - { due: 2017-03, goal: Foundations done }
                    - { due: 2018-05, goal: Walls up }
                    - { due: 2018-04, goal: Steel delivered }
                    - { due: 2018-09, goal: Inspection passed }
                    - { goal: Keys handed over }
      `,
      finds: [
        '10:69 outside',
        '10:109 future',
        '18:22 before-year',
        '20:22 disordered',
        '21:22 after-due',
        '22:17 undated',
      ],
    },
    zh: {
      good: zh`
        成文日期: 2017-12-20
        总结:
          章节:
            - 标题: 学校建设
              完成情况:
                年度投资: { 结果: 进行中, 完成时限: 2018, 进展: [{ 日期: 2017-03, 数值: 0.6亿元 }, { 日期: 2017-10-09, 数值: 1.5亿元 }] }
        计划:
          章节:
            - 标题: 学校建设
              目标:
                主体结构封顶: { 完成时限: 2018-07, 节点: [{ 完成时限: 2018-03, 内容: 桩基完工 }, { 完成时限: 2018-06, 内容: 浇筑到顶层 }] }
      `,
      bad: zh`
        成文日期: 2017-12-20
        总结:
          章节:
            - 标题: 学校建设
              完成情况:
                年度投资: { 结果: 进行中, 完成时限: 2018, 进展: [{ 日期: 2016-03, 数值: 0.6亿元 }, { 日期: 2018-10-09, 数值: 1.5亿元 }] }
        计划:
          章节:
            - 标题: 学校建设
              目标:
                主体结构封顶:
                  完成时限: 2018-07
                  节点:
                    - { 完成时限: 2017-03, 内容: 桩基完工 }
                    - { 完成时限: 2018-05, 内容: 浇筑到十层 }
                    - { 完成时限: 2018-04, 内容: 浇筑到顶层 }
                    - { 完成时限: 2018-09, 内容: 验收 }
                    - { 内容: 交付 }
      `,
      finds: [
        '10:49 outside',
        '10:77 future',
        '18:23 before-year',
        '20:23 disordered',
        '21:23 after-due',
        '22:17 undated',
      ],
    },
  },
};

/** The light of a result that is dated after the day that the report speaks from. */
function* lightAhead(
  { id, result }: Commitment,
  { calendar }: Report,
  context: Pick<RuleContext, 'today'>,
): Generator<Finding> {
  const date = result?.data.light?.date;
  // the day is asked for only where something hangs on it
  const today = date === undefined ? undefined : context.today;
  if (!result || date === undefined || today === undefined) return;
  if ((periodOf(date, calendar)?.first ?? '') > today)
    yield {
      path: [...result.path, 'light', 'date'],
      message: 'light-future',
      data: { target: id, date, today },
    };
}
