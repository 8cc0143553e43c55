import type { Data } from '../../diagnostic.ts';
import { yearData, yearPeriod } from '../../dates/calendar.ts';
import { resultsOf, type Answer, type Commitment } from '../../chain/commitments.ts';
import { dueWords, movedDue } from '../../chain/revisions.ts';
import { isMiss } from '../../chain/open-targets.ts';
import type { Report } from '../../model/report.ts';
import { valueName } from '../../source/grammar.ts';
import { en, zh, type Rule } from '../rule.ts';

export const pendingInTime: Rule = {
  id: 'pending-in-time',
  severity: 'error',
  compares: true,
  summary: { en: 'Leave nothing pending past its due date.', zh: '到期的目标不能还写“进行中”。' },
  why: {
    en: 'Pending means that there is still time. Past the due date a target was met late, partly met or missed, or it got another date, which “revised” tells. What last year’s report said was missed may be pending in a draft while it is caught up with. In a draft, what is due within the year is a list of what is still to be settled; in a published report it is an error.',
    zh: '“进行中”是说还没到期。过了完成时限，就应写逾期完成、部分完成或未完成；改了时限的，用“调整”写明。上年没有完成、今年补办的，草稿里可写“进行中”。草稿里当年到期的是待办清单；写上发布日期后就是错误。',
  },
  messages: {
    overdue: {
      en: ({ target, due, today }) => `“${target}” was due by ${due} and is still pending on ${today}`,
      zh: ({ target, dueZh: due, today }) => `“${target}”完成时限是${due}，到${today}还写“进行中”`,
      help: {
        en: ({ revised }) => `write what came of it, or the new date with “${revised}: …”`,
        zh: ({ revised }) => `写明结果；改了时限的，用“${revised}: ……”写明`,
      },
    },
    unsettled: {
      en: ({ target, due }) =>
        `“${target}” is due by ${due}, within the year of the report, and still pending`,
      zh: ({ target, dueZh: due }) => `“${target}”完成时限是${due}，在本报告年度内，结果还是“进行中”`,
      help: {
        en: ({ revised }) => `write what came of it, or the new date with “${revised}: …”`,
        zh: ({ revised }) => `写明结果；改了时限的，用“${revised}: ……”写明`,
      },
    },
    arrears: {
      en: ({ target, before, year }) =>
        `“${target}” was ${before} in ${year}, and nothing says what has come of it`,
      zh: ({ target, before, yearZh }) => `“${target}”${yearZh}记为“${before}”，今年还没有写结果`,
      help: {
        en: ({ revised }) => `write what came of it, or the new date with “${revised}: …”`,
        zh: ({ revised }) => `写明结果；另定时限的，用“${revised}: ……”写明`,
      },
    },
  },

  on: {
    *report(reading, context) {
      const { own, isWhole } = context;
      const { report } = reading;
      const { year } = report.data;
      if (year === undefined) return;
      for (const answer of resultsOf(reading)) {
        if (!isPending(answer) || !isWhole(answer.result)) continue;
        const { commitment, result } = answer;
        const { due, open } = commitment;
        // what last year’s report said was missed is known to be overdue; it is to be caught up with within the year
        const inArrears = isMiss(open?.result?.data.outcome);
        // the day is asked for only where something hangs on it
        const today = inArrears ? undefined : context.today;
        const overdue = today !== undefined && today > due.last;
        if (!overdue && due.last > yearPeriod(year, report.calendar).last) continue;
        const data = { ...wordsOf(commitment, report, year), today: today ?? '', revised: own('revised') };
        const place = { path: [...result.path, 'outcome'] as const };
        yield overdue
          ? { ...place, message: 'overdue', data }
          : {
              ...place,
              message: inArrears ? 'arrears' : 'unsettled',
              data,
              severity: report.final ? 'error' : 'info',
            };
      }
    },
  },

  examples: {
    en: {
      good: en`
        dated: 2018-01-10
        summary:
          sections:
            - title: New depot
              results:
                roof closed: { outcome: pending, due: 2018-07 }
      `,
      bad: en`
        dated: 2017-10-10
        summary:
          sections:
            - title: New depot
              results:
                roof closed: { outcome: pending, due: 2017-07 }
                spending: pending
      `,
      finds: ['10:33 overdue', '11:19 unsettled'],
    },
    zh: {
      good: zh`
        成文日期: 2018-01-10
        总结:
          章节:
            - 标题: 学校建设
              完成情况:
                主体结构封顶: { 结果: 进行中, 完成时限: 2018-07 }
      `,
      bad: zh`
        成文日期: 2017-10-10
        总结:
          章节:
            - 标题: 学校建设
              完成情况:
                主体结构封顶: { 结果: 进行中, 完成时限: 2017-07 }
                年度投资: 进行中
      `,
      finds: ['10:23 overdue', '11:15 unsettled'],
    },
  },
};

/** Whether a target is left pending: a date beside it says that it is done, and other rules say that it was moved. */
const isPending = ({ commitment, result: { data }, isAsked }: Answer): boolean =>
  data.outcome === 'pending' && data.date === undefined && movedDue(commitment) === undefined && isAsked;

/** What the messages say of a target: its name, when it is due, and what last year’s report said of it. */
function wordsOf({ id, due, open }: Commitment, { keys, calendar }: Report, year: number): Data {
  const { en, zh } = dueWords(due);
  const before = valueName(open?.result?.data.outcome ?? '', keys);
  return { target: id, due: en, dueZh: zh, before, ...yearData(year - 1, calendar) };
}
