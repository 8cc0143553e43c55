import { oddNumerals } from '../../style/numerals.ts';
import { en, zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const numeralsFormed: Rule = {
  id: 'numerals-formed',
  severity: 'error',
  summary: { en: 'Numbers are formed as numbers are.', zh: '数字写法正确。' },
  why: {
    en: 'A number such as 1千3百万 mixes digits with small powers, $1,200,00 has a comma in the wrong place, .5% lacks its zero: nobody knows which digit was lost. 70万多 is the spoken form of 70多万, and only a remark.',
    zh: '“1千3百万”把阿拉伯数字和千、百混写，“1,200,00”分节号错位，“.5%”缺了前面的0，读者不知道是不是漏了数字。“70万多”宜写“70多万”，只作提示。',
  },
  messages: {
    mixed: {
      en: ({ found }) => `“${found}” mixes digits with 千 and 百`,
      zh: ({ found }) => `“${found}”把阿拉伯数字和千、百混写`,
      help: {
        en: () => `write the whole number, with 万 or 亿 at most`,
        zh: () => `全用阿拉伯数字，只可以带“万”“亿”`,
      },
    },
    many: {
      en: ({ found }) => `“${found}” is the spoken form`,
      zh: ({ found }) => `“${found}”是口语说法`,
      help: { en: ({ insert }) => `write “${insert}”`, zh: ({ insert }) => `写作“${insert}”` },
    },
    grouped: {
      en: ({ found }) => `the commas of “${found}” do not stand at thousands`,
      zh: ({ found }) => `“${found}”的分节号不在千位上`,
      help: { en: () => `check the digits`, zh: () => `核对数字` },
    },
    bare: {
      en: () => `a decimal without its zero`,
      zh: () => `小数点前缺0`,
      help: { en: ({ insert }) => `write “${insert}”`, zh: ({ insert }) => `写“${insert}”` },
    },
  },

  on: {
    *text(prose) {
      yield* amissFindings(prose, prose.once(oddNumerals), ({ kind }) => ({
        message: kind,
        ...(kind === 'mixed' && { severity: 'warning' as const }),
        // 70多万 may be a little more than 70万多
        ...(kind === 'many' && { severity: 'info' as const, safe: false }),
      }));
    },
  },

  examples: {
    en: {
      good: en`
        summary: { intro: 'The board spent $1,200,000 on items 3,5 and 7.' }
      `,
      bad: en`
        summary: { intro: 'The board spent $1,200,00 on lamps.' }
      `,
      finds: ['5:37 grouped'],
    },
    zh: {
      good: zh`
        总结: { 导语: 投入1300万元，接听70多万次，增长0.5%。 }
      `,
      bad: zh`
        总结: { 导语: 投入1千3百万元，接听70万多次，增长.5%。 }
      `,
      finds: ['5:13 mixed', '5:22 many', '5:30 bare'],
    },
  },
};
