import { doubledUnits } from '../../style/numerals.ts';
import { zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const unitsSingle: Rule = {
  id: 'units-single',
  severity: 'error',
  languages: ['zh'],
  summary: { en: 'A unit is typed once.', zh: '单位不重复。' },
  why: {
    en: 'Doubled units such as 3亿元元 and 16人人 are slips of the keyboard; where the second character begins a word of its own (16人人均, 12个个体户) nothing is said.',
    zh: '“3亿元元”“16人人”是手误；后一个字属于下一个词的（16人人均、12个个体户），不报。',
  },
  messages: {
    doubled: {
      en: ({ found }) => `the unit stands twice: “${found}”`,
      zh: ({ found }) => `单位重复：“${found}”`,
      help: { en: () => `leave one`, zh: () => `留一个` },
    },
  },

  on: {
    *text(prose) {
      yield* amissFindings(prose, prose.once(doubledUnits), ({ kind }) => ({ message: kind }));
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 培训16人人均两次，扶持12个个体户，投资3亿元。 }
      `,
      bad: zh`
        总结: { 导语: 培训16人人，投资3亿元元。 }
      `,
      finds: ['5:15 doubled', '5:22 doubled'],
    },
  },
};
