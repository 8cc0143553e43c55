import type { Message } from '../../diagnostic.ts';
import { en, lastYear, zh, type Rule } from '../rule.ts';

const lintIt: Message['help'] = {
  en: ({ name }) => `run: report lint ${name}`,
  zh: ({ name }) => `请运行：report lint ${name}`,
};
const nameIt: Message['help'] = {
  en: ({ year }) => (year === '' ? 'name last year’s draft' : `name the draft that reports on ${year}`),
  zh: ({ yearZh }) => (yearZh === '' ? '应写上年的稿子' : `应写总结${yearZh}的稿子`),
};

export const previousFound: Rule = {
  id: 'previous-found',
  draftOnly: true,
  severity: 'error',
  summary: { en: 'Name last year’s draft where it stands.', zh: '“上年”要指向上年的稿子。' },
  why: {
    en: 'Last year’s figures and targets are read from the file under “previous”, a path from this draft’s folder. Where it leads nowhere, to another year or to a draft of which something cannot be read, nothing is compared, and a plan that nobody answered goes unnoticed.',
    zh: '与上年对账，靠“上年”所写的文件（从本稿所在文件夹算起）。文件不在、年份不对，或者其中有读不懂的地方，就没有对账，上年计划没有交账也看不出来。',
  },
  messages: {
    unnamed: {
      en: () => '“previous” names no file, so nothing was compared with last year',
      zh: () => '“上年”后面没有写文件，未与上年对账',
      help: {
        en: () =>
          'write the path of last year’s draft, from the folder of this one; take the line out if there is none',
        zh: () => '写上年稿子的路径，从本稿所在文件夹算起；没有上年稿子就删去这一行',
      },
    },
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
      help: lintIt,
    },
    partly: {
      en: ({ file, count, where }) =>
        `“${file}” has ${count === 1 ? 'a format error' : `${count} format errors`} (${count === 1 ? '' : 'the first at '}${where}), so nothing was compared with last year`,
      zh: ({ file, count, where }) =>
        `“${file}”有${count}处格式错误（${count === 1 ? '' : '第一处在 '}${where}），未与上年对账`,
      help: lintIt,
    },
    itself: {
      en: ({ file }) => `“${file}” is this draft itself, so nothing was compared with last year`,
      zh: ({ file }) => `“${file}”就是本稿，未与上年对账`,
      help: nameIt,
    },
    'year-other': {
      en: ({ file, found }) =>
        `“${file}” reports on ${found}, which is not the year before, so nothing was compared with it`,
      zh: ({ file, foundZh }) => `“${file}”总结的是${foundZh}，不是上一年，未与它对账`,
      help: nameIt,
    },
  },

  on: {
    *report({ report: { path } }, { previousLack }) {
      if (previousLack !== undefined) yield { path: [...path, 'previous'], ...previousLack };
    },
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
