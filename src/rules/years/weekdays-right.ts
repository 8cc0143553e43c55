import { weekdayClaims, weekdayName, type WrongWeekday } from '../../claims/dates/weekday-claims.ts';
import type { Finding } from '../../diagnostic.ts';
import type { Prose } from '../../reading/prose.ts';
import { ofReport } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const weekdaysRight: Rule = {
  id: 'weekdays-right',
  severity: 'warning',
  summary: { en: 'Give each date its own day of the week.', zh: '日期和星期要对得上。' },
  why: {
    en: 'Where a date and its day of the week disagree, one of them is wrong, and readers come on the wrong day. A date without a year is of the report’s year, in a plan of the next; where the text names another year before it, that one may be meant as well.',
    zh: '日期和星期对不上，必有一个写错，读者会白跑一趟。没写年份的日期，总结里按报告年度、计划里按下一年推算；前文提到别的年份的，合得上那一年也算对。',
  },
  messages: {
    weekday: {
      en: ({ date, year, right, said }) => `${date} is a ${right} in ${year}, not a ${said}`,
      zh: ({ date, yearZh, right, said }) => `${yearZh}${date}是${right}，不是${said}`,
      help: {
        en: () => 'look it up, and correct the date or the day of the week',
        zh: () => '查对日历，改正日期或星期',
      },
    },
  },

  on: {
    claims: [
      ofReport(weekdayClaims, (claim, { reading }) => [found(claim.prose, claim, reading.report.language)]),
    ],
  },

  examples: {
    en: {
      good: en`
        summary: { intro: 'The session opened on Monday, 6 March 2017.' }
        plan: { intro: 'The hearing is on 5 March (a Monday).' }
      `,
      bad: en`
        summary: { intro: 'The session opened on Friday, 6 March 2017.' }
      `,
      finds: ['5:42 weekday'],
    },
    zh: {
      good: zh`
        总结: { 导语: 3月6日（星期一）召开动员会，此后每周五调度。 }
        计划: { 导语: 3月5日（星期一）开学。 }
      `,
      bad: zh`
        总结: { 导语: 3月6日（星期五）召开动员会。 }
      `,
      finds: ['5:15 weekday'],
    },
  },
};

function found({ text, place }: Prose, wrong: WrongWeekday, language: 'en' | 'zh'): Finding {
  const { span, date, year, right, said } = wrong;
  const name = (day: number): string => weekdayName(day)[language];
  return {
    ...place(span),
    message: 'weekday',
    data: {
      date: text.slice(...date.span),
      year,
      yearZh: date.year === undefined ? `${year}年` : '',
      right: name(right),
      said: name(said),
    },
  };
}
