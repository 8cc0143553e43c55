import { shortDates } from '../../style/numerals.ts';
import { zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const datesInFull: Rule = {
  id: 'dates-in-full',
  severity: 'warning',
  languages: ['zh'],
  summary: {
    en: 'Years have four digits and dates are written with 年, 月 and 日.',
    zh: '年份写四位，日期写年月日。',
  },
  why: {
    en: 'Two digits such as 98年 are read as ninety-eight years as well; GB/T 15835 wants four digits. GB/T 9704 writes 2018年1月7日, without zeros; 2018.1.7 and 2018-01-07 are for tables and codes, and only a remark in a text.',
    zh: '“98年”也可以读作九十八年，GB/T 15835 要求写四位；GB/T 9704 写作“2018年1月7日”，月、日不补零。“2018.1.7”“2018-01-07”用于表格和编号，写在文中只作提示。',
  },
  messages: {
    'two-digits': {
      en: ({ found }) => `“${found}” has no century`,
      zh: ({ found }) => `“${found}”没有写全`,
      help: { en: () => `write four digits`, zh: () => `写四位年份` },
    },
    dotted: {
      en: ({ found }) => `“${found}” is a date of tables`,
      zh: ({ found }) => `“${found}”是表格里的写法`,
      help: { en: ({ insert }) => `write “${insert}”`, zh: ({ insert }) => `写作“${insert}”` },
    },
    zero: {
      en: ({ found }) => `“${found}” begins with a zero`,
      zh: ({ found }) => `“${found}”前面补了零`,
      help: { en: ({ insert }) => `write “${insert}”`, zh: ({ insert }) => `写“${insert}”` },
    },
  },

  on: {
    *text(prose) {
      yield* amissFindings(prose, prose.once(shortDates), ({ kind }) => ({
        message: kind,
        ...(kind === 'dotted' && { severity: 'info' as const }),
      }));
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 1998年底开工，2018年1月7日完工，历时19年。 }
      `,
      bad: zh`
        总结: { 导语: 98年底开工，2018年01月7日完工，2018.1.17验收。 }
      `,
      finds: ['5:11 two-digits', '5:23 zero', '5:31 dotted'],
    },
  },
};
