import { en, lastYear, zh, type Rule } from './rule.ts';

export const previousFound: Rule = {
  id: 'previous-found',
  severity: 'warning',
  summary: { en: 'Name last year’s draft where it stands.', zh: '“上年”要指向上年的稿子。' },
  why: {
    en: 'Last year’s figures and targets are read from the file under “previous”, a path from this draft’s folder. Where it leads nowhere, or to another year, nothing is compared, and a plan that nobody answered goes unnoticed.',
    zh: '与上年对账，靠“上年”所写的文件（从本稿所在文件夹算起）。文件不在或年份不对，就没有对账，上年计划没有交账也看不出来。',
  },
  messages: {
    missing: {
      en: ({ file }) => `there is no file “${file}”, so nothing was compared with last year`,
      zh: ({ file }) => `没有文件“${file}”，未与上年对账`,
      help: {
        en: () => 'write the path of last year’s draft, from the folder of this one',
        zh: () => '写上年稿子的路径，从本稿所在文件夹算起',
      },
    },
    unreadable: {
      en: ({ file }) => `“${file}” cannot be read as a draft, so nothing was compared with last year`,
      zh: ({ file }) => `“${file}”读不成稿子，未与上年对账`,
      help: { en: ({ file }) => `run: report lint ${file}`, zh: ({ file }) => `请运行：report lint ${file}` },
    },
    itself: {
      en: ({ file }) => `“${file}” is this draft itself`,
      zh: ({ file }) => `“${file}”就是本稿`,
      help: { en: ({ year }) => `name the draft that reports on ${year}`, zh: ({ year }) => `应写总结${year}年的稿子` },
    },
    'year-other': {
      en: ({ file, found }) => `“${file}” reports on ${found}, which is not the year before`,
      zh: ({ file, found }) => `“${file}”总结的是${found}年，不是上一年`,
      help: { en: ({ year }) => `name the draft that reports on ${year}`, zh: ({ year }) => `应写总结${year}年的稿子` },
    },
  },

  *check({ path, data: { previous: file, year } }, { previous, previousLack }) {
    if (file === undefined) return;
    const place = { path: [...path, 'previous'] as const };
    const before = year === undefined ? '' : year - 1;
    if (previousLack !== undefined) yield { ...place, message: previousLack, data: { file, year: before } };
    const found = previous?.data.year;
    if (found !== undefined && year !== undefined && found !== before) yield { ...place, message: 'year-other', data: { file, found, year: before } };
  },

  examples: {
    en: {
      previous: lastYear(en`
        summary: { intro: A calm year. }
      `),
      good: en`
        previous: 2016.report.yaml
        summary: { intro: A calm year. }
      `,
      bad: en`
        previous: 2016.reprot.yaml
        summary: { intro: A calm year. }
      `,
      finds: ['5:11 missing'],
    },
    zh: {
      previous: lastYear(zh`
        总结: { 导语: 全年工作平稳。 }
      `),
      good: zh`
        上年: 2016.report.yaml
        总结: { 导语: 全年工作平稳。 }
      `,
      bad: zh`
        上年: 2016.reprot.yaml
        总结: { 导语: 全年工作平稳。 }
      `,
      finds: ['5:5 missing'],
    },
  },
};
