import { relativeYears } from '../../style/year-words.ts';
import { zh, type Rule } from '../rule.ts';

export const yearsNamed: Rule = {
  id: 'years-named',
  severity: 'off',
  languages: ['zh'],
  needs: ['今年', '去年'],
  summary: {
    en: 'Name the year instead of 今年 and 去年 in a report that appears a year later.',
    zh: '次年印发的总结，“今年”“去年”写明是哪一年。',
  },
  why: {
    en: 'A report on 2017 is read in 2018, when 今年 is another year. The template bureau asks for it. All places are one finding; a report that is dated within its year is let pass.',
    zh: '2017年的总结2018年才印发，“今年”会被读成2018年。模板 bureau 要求核对。全文只提示一次；当年成文的不算。',
  },
  messages: {
    unclear: {
      en: ({ found, count, year }) =>
        `${found} in a report on ${year} may be read as another year (${count} in all)`,
      zh: ({ found, count, year }) => `“${found}”在${year}年的总结里可能被读成另一年（全文${count}处）`,
      help: { en: ({ year }) => `write ${year}年, or 当年`, zh: ({ year }) => `写“${year}年”或“全年”` },
    },
  },

  on: {
    *report({ texts, report: { data } }) {
      const { year, published, dated } = data;
      const day = dated ?? published;
      if (year === undefined || (day !== undefined && day.startsWith(String(year)))) return;
      const found = texts
        .filter(({ part }) => part?.kind === 'summary')
        .flatMap((prose) => prose.once(relativeYears).map((span) => ({ prose, span })));
      const [first] = found;
      if (first === undefined) return;
      yield {
        ...first.prose.place(first.span),
        message: 'unclear',
        data: { found: first.prose.text.slice(...first.span), count: found.length, year },
      };
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 2017年建校3所。 }
      `,
      bad: zh`
        总结: { 导语: 今年建校3所，比去年多1所。 }
      `,
      finds: ['5:11 unclear'],
    },
  },
};
