import { proseOf } from '../model/prose.ts';
import { zh, type Rule } from './rule.ts';

const now = /截[至止](?:到|至)?(?:当前|目前|今日|今天|现在)|\b(?:to date|at present|as of (?:now|today))\b/gi;

export const asOfGiven: Rule = {
  id: 'as-of-given',
  severity: 'warning',
  figures: true,
  summary: { en: 'Give figures the date they were taken at.', zh: '数字写明截至哪一天。' },
  why: {
    en: 'A report is read for years; “to date” says nothing then, and two offices that count on different days seem to contradict each other.',
    zh: '报告要存档备查，“截至目前”过后无从查考；两个部门统计的日子不同，数字还会看似矛盾。',
  },
  messages: {
    undated: {
      en: ({ words }) => `“${words}” does not say of which day the figures are`,
      zh: ({ words }) => `“${words}”没有说明数字是哪一天的`,
      help: { en: ({ year }) => `write the date, such as “as of 31 December ${year}”`, zh: ({ year }) => `写明日期，如“截至${year}年12月31日”` },
    },
  },

  *check(report, { names }) {
    for (const { text, figures, place } of proseOf(report, names))
      if (figures.length > 0)
        for (const { 0: words, index } of text.matchAll(now))
          yield { ...place([index, index + words.length]), message: 'undated', data: { words, year: report.data.year ?? 2017 } };
  },

  examples: {
    good: zh`
      总结:
        章节:
          - 标题: 安全
            正文: 截至2017年11月底，整改隐患695处。
    `,
    bad: zh`
      总结:
        章节:
          - 标题: 安全
            正文: 截至目前，整改隐患695处。
    `,
    finds: ['8:11 undated'],
  },
};
