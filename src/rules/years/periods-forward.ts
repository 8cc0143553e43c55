import { backwardClaims, type BackwardPeriod } from '../../claims/changes/backward-periods.ts';
import type { Finding } from '../../diagnostic.ts';
import type { Prose } from '../../reading/prose.ts';
import { ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const periodsForward: Rule = {
  id: 'periods-forward',
  severity: 'error',
  summary: { en: 'Let a period end after it begins.', zh: '起止时间要先起后止。' },
  why: {
    en: 'A period from 20 May to 12 May has a slip in one of its dates. Periods over the turn of a year (November to March), whole years (1 July to 30 June) and dates that were moved are let alone; days of neighbouring months without a year are a warning.',
    zh: '“5月20日至5月12日”，起止必有一个写错。跨年的（11月至3月）、满一年的（7月1日至6月30日）、改期的（由20日提前到12日）不算；没写年份、前后相差一个月的，只作警告。',
  },
  messages: {
    backward: {
      en: ({ first, last }) => `the period ends (${last}) before it begins (${first})`,
      zh: ({ first, last }) => `起于“${first}”，止于“${last}”，止在起前`,
      help: {
        en: () => 'correct one of them; over the turn of a year, give both years',
        zh: () => '改正其中一个；跨年的写明“次年”或年份',
      },
    },
  },

  on: { claims: [ofText(backwardClaims, (claim, prose) => [found(prose, claim)])] },

  examples: {
    en: {
      good: en`
        summary: { intro: 'Trials ran from November 2016 to March 2017, and from 12 to 20 May.' }
      `,
      bad: en`
        summary: { intro: 'Trials ran from November 2017 to March 2017, and from 20 to 12 May 2017.' }
      `,
      finds: ['5:36 backward', '5:74 backward'],
    },
    zh: {
      good: zh`
        总结: { 导语: 5月12日至20日宣传，12月20日至次年1月5日封山。 }
      `,
      bad: zh`
        总结: { 导语: 5月20日至12日宣传，2017年11月至2017年3月封山。 }
      `,
      finds: ['5:11 backward', '5:23 backward'],
    },
  },
};

const found = ({ place }: Prose, { span, first, last, sure }: BackwardPeriod): Finding => ({
  ...place(span),
  message: 'backward',
  data: { first, last },
  ...(!sure && { severity: 'warning' as const }),
});
