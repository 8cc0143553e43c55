import { relativeDayClaims } from '../../claims/dates/relative-days.ts';
import { ofReport } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const daysNamed: Rule = {
  id: 'days-named',
  severity: 'warning',
  needs: ['天', '日', '周', '月', 'tomorrow', 'yesterday', 'next ', 'last ', 'this '],
  summary: { en: 'Name days in a published report by their dates.', zh: '发布稿里的日子写明日期。' },
  why: {
    en: 'A published report is read for years; “next Friday” was one day for its author and is another, or none, for its readers. In a draft nothing is said. What comes again (every Friday), what is in quotes and metaphors (a better tomorrow) are let alone, and so are this year and last year.',
    zh: '发布的报告要看好多年，“下周五”在起草人是一天，在读者就不知是哪一天。草稿不报；每周五这样的惯例、引号和书名号里的、“美好明天”一类的说法不算，今年、去年、明年也不算。',
  },
  messages: {
    relative: {
      en: ({ found }) => `“${found}” names no day for who reads the report later`,
      zh: ({ found }) => `“${found}”是哪一天，以后的读者不知道`,
      help: { en: () => 'write the date', zh: () => '写明几月几日' },
    },
  },

  on: {
    claims: [
      ofReport(relativeDayClaims, ({ prose: { text, place, isTyped }, span }) =>
        isTyped(span) ? [{ ...place(span), message: 'relative', data: { found: text.slice(...span) } }] : [],
      ),
    ],
  },

  examples: {
    en: {
      good: en`
        published: 2018-01-15
        summary: { intro: 'The clinic opens on 26 January 2018; staff meet every Friday.' }
      `,
      bad: en`
        published: 2018-01-15
        summary: { intro: 'The clinic opens next Friday.' }
      `,
      finds: ['6:37 relative'],
    },
    zh: {
      good: zh`
        发布日期: 2018-01-15
        总结: { 导语: 1月26日前补偿到位，每周五调度。 }
      `,
      bad: zh`
        发布日期: 2018-01-15
        总结: { 导语: 本周五前补偿到位，下月初开工。 }
      `,
      finds: ['6:11 relative', '6:20 relative'],
    },
  },
};
