import type { Prose } from '../../reading/prose.ts';
import type { Reading } from '../../reading/reading.ts';
import { planYearOfTitle, yearsOfEvents, type YearNamed } from '../../style/year-words.ts';
import { en, zh, type Rule } from '../rule.ts';

export const yearsDominant: Rule = {
  id: 'years-dominant',
  severity: 'warning',
  scope: 'draft',
  summary: {
    en: 'The summary is mostly on the year of the report, and the plan of its title on the next.',
    zh: '总结以本稿年度为主，标题中的计划是下一年的。',
  },
  why: {
    en: 'A summary that names another year over and over, and its own hardly at all, was copied from that year, or the year of the draft is wrong.',
    zh: '总结里反复出现另一年、本年却很少提到，多半是照抄那一年的，或“年度”写错了。',
  },
  messages: {
    other: {
      en: ({ other, count, year, own }) =>
        `the summary names ${other} ${count} times, and ${year} ${own === 0 ? 'never' : own === 1 ? 'once' : `${own} times`}`,
      zh: ({ other, count, year, own }) =>
        `总结里${other}年出现${count}次，${year}年${own === 0 ? '一次也没有' : `只有${own}次`}`,
      help: {
        en: ({ year }) => `correct the years, or the year of the draft (${year})`,
        zh: ({ year }) => `改正正文的年份，或改正本稿年度（${year}）`,
      },
    },
    plan: {
      en: ({ found, right }) =>
        `the title names a plan for ${found}; the year after the report’s is ${right}`,
      zh: ({ found, right }) => `标题中的计划是${found}年的，本稿年度的下一年是${right}年`,
      help: {
        en: ({ right }) => `write ${right}, or check the year of the draft`,
        zh: ({ right }) => `改为${right}年，或核对本稿年度`,
      },
    },
  },

  on: {
    *report(reading) {
      const { texts, report } = reading;
      const { year } = report.data;
      if (year === undefined) return;
      const title = texts.find(
        ({ path }) => path.length === report.path.length + 1 && path.at(-1) === 'title',
      );
      const planned = title?.once(planYearOfTitle);
      if (title && planned && planned.year !== year + 1 && planned.year !== year)
        yield {
          ...title.place(planned.span),
          message: 'plan',
          data: { found: planned.year, right: year + 1 },
        };
      const other = reading.once(otherYear);
      if (other !== undefined)
        yield {
          ...other.prose.place(other.span),
          message: 'other',
          data: { other: other.year, count: other.count, year, own: other.own },
        };
    },
  },

  examples: {
    en: {
      good: en`
        summary: { intro: 'In 2017, we built 3 schools. In 2017, we hired 12 teachers.' }
      `,
      bad: en`
        summary: { intro: 'In 2015, we built 3 schools. In 2015, we hired 12. In 2015, we met. In 2015, we paid. In 2015, we left.' }
      `,
      finds: ['5:23 other'],
    },
    zh: {
      good: zh`
        总结: { 导语: 2017年建校3所，2017年招聘教师12名。 }
      `,
      bad: zh`
        总结: { 导语: 2015年建校3所。2015年招聘12名。2015年投入3亿元。2015年评优2次。2015年开班4期。 }
      `,
      finds: ['5:11 other'],
    },
  },
};

/** Another year must be named so often, and so many times as often as the report’s own. */
const [OFTEN, TIMES] = [5, 4];

interface Other extends YearNamed {
  readonly prose: Prose;
  readonly count: number;
  readonly own: number;
}

/** The year that most of a summary is on, where that is not the report’s; with the first place that names it. */
function otherYear({ texts, report }: Reading): Other | undefined {
  const { year } = report.data;
  const named = texts
    .filter(({ part, path }) => part?.kind === 'summary' && path.at(-1) !== 'title')
    .flatMap((prose) => prose.once(yearsOfEvents).map((each) => ({ ...each, prose })));
  const counts = new Map<number, number>();
  for (const each of named) counts.set(each.year, (counts.get(each.year) ?? 0) + 1);
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  const own = counts.get(year ?? 0) ?? 0;
  if (top === undefined || top[0] === year || top[1] < OFTEN || top[1] < own * TIMES) return undefined;
  if (top[1] * 2 < named.length) return undefined;
  const first = named.find((each) => each.year === top[0] && each.prose.isTyped(each.span));
  return first && { ...first, count: top[1], own };
}
