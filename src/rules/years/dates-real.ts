import { monthNames } from '../../dates/calendar.ts';
import { noDateClaims, type NoDate } from '../../claims/dates/date-claims.ts';
import { noHourClaims } from '../../claims/dates/hour-claims.ts';
import type { Finding } from '../../diagnostic.ts';
import type { Prose } from '../../reading/prose.ts';
import { ofReport, ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const datesReal: Rule = {
  id: 'dates-real',
  severity: 'error',
  summary: { en: 'Write only dates that exist.', zh: '日期要真有其日。' },
  why: {
    en: 'No one can keep a deadline of 31 September. The last days of months, 29 February of years that have none, months past 12, quarters past four, hours past 24 and minutes past 59 are found in any text. What is only counted (31 sites in June, a project of 14 months), dates of the lunar calendar and dates quoted by themselves are let alone.',
    zh: '“9月31日前报送”谁也做不到。每月的最后一天、平年的2月29日、大于12的月份、第五季度、超过24时的钟点、超过59分的时刻，写在哪段文字里都能查出来。只是计数的（6月31场、工期14个月）、农历日期、引号里单独引用的日期不算。',
  },
  messages: {
    day: {
      en: ({ found, month, days }) => `“${found}” does not exist: ${month} has ${days} days`,
      zh: ({ found, number, days }) => `没有“${found}”这一天：${number}月只有${days}天`,
      help: {
        en: () => 'correct the day, the month or the year',
        zh: () => '核对日、月、年，改正写错的一个',
      },
    },
    month: {
      en: ({ found, number }) => `“${found}” does not exist: there is no month ${number}`,
      zh: ({ found, number }) => `“${found}”不存在：一年没有${number}月`,
      help: { en: () => 'correct the month', zh: () => '改正月份；说的是时长的，写作“几个月”' },
    },
    quarter: {
      en: ({ found }) => `“${found}” does not exist: a year has four quarters`,
      zh: ({ found }) => `没有“${found}”：一年只有四个季度`,
      help: { en: () => 'correct the quarter', zh: () => '改正季度' },
    },
    hour: {
      en: ({ found }) => `“${found}” does not exist: a day ends at 24:00`,
      zh: ({ found }) => `没有“${found}”这个钟点：一天到24时为止`,
      help: { en: () => 'correct the hour', zh: () => '改正钟点；过了半夜的，写第二天的日期' },
    },
    minute: {
      en: ({ found }) => `“${found}” does not exist: an hour has 60 minutes, the last of them 59`,
      zh: ({ found }) => `没有“${found}”这个时刻：一小时到59分为止`,
      help: { en: () => 'correct the minutes', zh: () => '改正分钟数' },
    },
  },

  on: {
    claims: [
      ofReport(noDateClaims, (claim) => [found(claim.prose, claim)]),
      ofText(noHourClaims, (claim, prose) => [found(prose, claim)]),
    ],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Reports
              body: Returns were due by 30 September. In June 31 offices answered.
      `,
      bad: en`
        summary:
          sections:
            - title: Reports
              body: Returns were due by 31 September, 2018 ones on 29 February 2018.
      `,
      finds: ['8:33 day', '8:60 day'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 台账
              正文: 9月30日24时前报送台账；工期14个月，6月31场培训办完。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 台账
              正文: 9月31日前报送台账，14月底汇总，3月5日25时截止。
      `,
      finds: ['8:11 day', '8:22 month', '8:33 hour'],
    },
  },
};

const found = ({ text, place }: Prose, { span, fault, month, days }: NoDate): Finding => ({
  ...place(span),
  message: fault,
  data: { found: text.slice(...span), number: month, month: monthNames[month - 1] ?? '', days },
});
