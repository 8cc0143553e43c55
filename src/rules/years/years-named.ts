import { hasFullDay, relativeYears, yearlessDays } from '../../style/year-words.ts';
import { zh, type Rule } from '../rule.ts';

export const yearsNamed: Rule = {
  id: 'years-named',
  severity: 'off',
  languages: ['zh'],
  needs: ['今年', '去年', '月'],
  summary: {
    en: 'Name the year instead of 今年 and 去年 in a report that appears a year later.',
    zh: '次年印发的总结，“今年”“去年”写明是哪一年。',
  },
  why: {
    en: 'A report on 2017 is read in 2018, when 今年 is another year. A day without a year is told where other days of the summary have theirs. The template bureau asks for both. All places of a kind are one finding; a report that is dated within its year is let pass.',
    zh: '2017年的总结2018年才印发，“今年”会被读成2018年，有的日期写年份、有的只写“11月16日”，也要猜是哪一年。模板 bureau 要求核对。每一类全文只提示一次；当年成文的不算。',
  },
  messages: {
    unclear: {
      en: ({ found, count, year }) =>
        `${found} in a report on ${year} may be read as another year (${count} in all)`,
      zh: ({ found, count, year }) => `“${found}”在${year}年的总结里可能被读成另一年（全文${count}处）`,
      help: { en: ({ year }) => `write ${year}年, or 当年`, zh: ({ year }) => `写“${year}年”或“全年”` },
    },
    day: {
      en: ({ found, count }) => `${found} has no year, while other days have theirs (${count} in all)`,
      zh: ({ found, count }) => `“${found}”没有写年份，别处的日期写了（全文${count}处）`,
      help: { en: ({ year }) => `write ${year}年 before it`, zh: ({ year }) => `前面写上“${year}年”` },
    },
  },

  on: {
    *report({ texts, report: { data } }) {
      const { year, published, dated } = data;
      const day = dated ?? published;
      if (year === undefined || (day !== undefined && day.startsWith(String(year)))) return;
      const summary = texts.filter(({ part, path }) => part?.kind === 'summary' && path.at(-1) !== 'title');
      for (const [message, read] of [
        ['unclear', relativeYears],
        ['day', yearlessDays],
      ] as const) {
        const found = summary.flatMap((prose) => prose.once(read).map((span) => ({ prose, span })));
        const [first] = found;
        if (first === undefined) continue;
        if (message === 'day' && !summary.some((each) => each.once(hasFullDay))) continue;
        const { prose, span } = first;
        yield {
          ...prose.place(span),
          message,
          data: { found: prose.text.slice(...span), count: found.length, year },
        };
      }
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 2017年建校3所，11月16日开工；每年12月4日办展。 }
      `,
      bad: zh`
        总结: { 导语: 11月16日开工。2017年3月2日完成招标。今年建校3所，比去年多1所。 }
      `,
      finds: ['5:11 day', '5:34 unclear'],
    },
  },
};
