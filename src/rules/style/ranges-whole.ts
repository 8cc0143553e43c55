import { shortRanges } from '../../style/numerals.ts';
import { zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const rangesWhole: Rule = {
  id: 'ranges-whole',
  severity: 'warning',
  languages: ['zh'],
  summary: { en: 'Both figures of a range carry their % or 万.', zh: '起止两个数都带上百分号或“万”“亿”。' },
  why: {
    en: 'In 63～68% the first figure is 63, not 63%, as it is written; GB/T 15835 repeats %, 万 and 亿 in both. Plain units may be written once (100～150亩).',
    zh: '“63～68%”按字面是从63到68%。GB/T 15835 规定起止两个数都写百分号、“万”“亿”；一般单位可以只写一次（100～150亩）。',
  },
  messages: {
    short: {
      en: ({ found }) => `the first figure of the range lacks what the second carries: “${found}”`,
      zh: ({ found }) => `起止数里的前一个没有写全：“${found}”`,
      help: { en: ({ insert }) => `write “${insert}”`, zh: ({ insert }) => `写作“${insert}”` },
    },
  },

  on: {
    *text(prose) {
      yield* amissFindings(prose, prose.once(shortRanges), ({ kind }) => ({ message: kind }));
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 合格率63%～68%，投资9亿—16亿元，每块100～150亩。 }
      `,
      bad: zh`
        总结: { 导语: 合格率63～68%，投资9—16亿元。 }
      `,
      finds: ['5:14 short', '5:23 short'],
    },
  },
};
