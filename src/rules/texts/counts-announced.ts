import { countAnnouncements } from '../../claims/counts/announced-counts.ts';
import { ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const countsAnnounced: Rule = {
  id: 'counts-announced',
  severity: 'warning',
  summary: { en: 'List as many points as are announced.', zh: '说几项就列几项。' },
  why: {
    en: 'A text that announces three priorities and lists two has lost one, or its count is of last year. Counted is what follows: numbered points, or short names up to the next full stop; in Chinese also what stands directly before the count. Lists that end with “such as” or 等 are let alone.',
    zh: '说“三项任务”只列两项，不是漏了，就是数没改。数得清才数：后面编了号的各点、到句号为止用顿号隔开的名称、括号里的名称，紧挨在前面的并列名称；带“等”的、说成效的不算。',
  },
  messages: {
    count: {
      en: ({ found, words }) => `“${words}” is followed by ${found}`,
      zh: ({ found, words }) => `“${words}”，后面列了${found}项`,
      help: {
        en: () => 'correct the count, or put in or take out what makes it wrong',
        zh: () => '改正数目，或补上、删去差的那一项',
      },
    },
    before: {
      en: ({ found, words }) => `“${words}” stands behind ${found}`,
      zh: ({ found, words }) => `“${words}”，前面列了${found}项`,
      help: {
        en: () => 'correct the count, or put in or take out what makes it wrong',
        zh: () => '改正数目，或补上、删去差的那一项',
      },
    },
  },

  on: {
    claims: [
      ofText(countAnnouncements, ({ span, found, isBefore }, { text, place }) => [
        {
          ...place(span),
          message: isBefore === true ? 'before' : 'count',
          data: { words: text.slice(...span), found },
        },
      ]),
    ],
  },

  examples: {
    en: {
      good: en`
        summary: { intro: 'The board set three priorities: safety, punctuality and comfort.' }
      `,
      bad: en`
        summary: { intro: 'The board set three priorities: safety and punctuality.' }
      `,
      finds: ['5:34 count'],
    },
    zh: {
      good: zh`
        总结: { 导语: 抓好三项任务：一是扩学位；二是强师资；三是保安全。 }
      `,
      bad: zh`
        总结: { 导语: 抓好四项任务：一是扩学位；二是强师资；三是保安全。 }
      `,
      finds: ['5:13 count'],
    },
  },
};
