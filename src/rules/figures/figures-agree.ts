import { repeatedClaims } from '../../claims/figures/repeated-figures.ts';
import { toldTwice } from '../../claims/figures/told-twice.ts';
import { ofReport } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const figuresAgree: Rule = {
  id: 'figures-agree',
  severity: 'error',
  figures: true,
  summary: { en: 'Say one figure alike wherever it is said.', zh: '同一个数字，前后一致。' },
  why: {
    en: 'Two offices give the same figure twice, and the report contradicts itself. Figures agree when their rounding intervals meet; figures of different dates are different figures. Where nothing is declared and the same words and unit stand with two figures, without a date, a place or a part, it is asked as an info whether one thing is meant.',
    zh: '两个科室各报各的，同一个数前后就会打架。按写出的位数四舍五入后能相合，就算一致；截至日期不同，不算矛盾。没有登记指标的，同样的话、同样的单位写了两个数，又没有写明时间、地方或其中哪一部分，作为提示请核对。',
  },
  messages: {
    metric: {
      en: ({ name, said, value }) => `“${name}” is ${said} here, but is declared as ${value}`,
      zh: ({ name, said, value }) => `“${name}”此处写作${said}，声明的是${value}`,
      help: {
        en: ({ name }) => `make both the same, refer to it with {{${name}}}, or give the date of each`,
        zh: ({ name }) => `核实后改成一致，或用 {{${name}}} 引用；截至日期不同的，写明日期`,
      },
    },
    subject: {
      en: ({ name, said, value }) => `“${name}” is ${said} here and ${value} elsewhere`,
      zh: ({ name, said, value }) => `“${name}”此处是${said}，另一处是${value}`,
      help: {
        en: () => 'make both the same, or give the date of each',
        zh: () => '核实后改成一致；截至日期不同的，写明日期',
      },
    },
  },

  on: {
    claims: [
      ofReport(repeatedClaims, ({ wrong }) => (wrong ? [wrong] : [])),
      ofReport(toldTwice, ({ wrong }) => (wrong ? [wrong] : [])),
    ],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Buses
              body: Over the year bus punctuality rose to 91.2%.
              metrics:
                bus punctuality: 91.2%
            - title: Complaints
              body: Complaints fell as bus punctuality reached 91%.
      `,
      bad: en`
        summary:
          sections:
            - title: Buses
              body: Over the year bus punctuality rose to 91.2%.
              metrics:
                bus punctuality: 91.2%
            - title: Complaints
              body: Complaints fell as bus punctuality reached 92.1%.
      `,
      finds: ['12:56 metric'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 防汛
              正文: 截至2017年6月底，全市在册水库19座。
            - 标题: 水利
              正文: 截至2017年底，全市在册水库20座，完成投资1.72亿元。
              指标:
                完成投资: 1.72亿元
            - 标题: 重点工程
              正文: 完成投资1.7亿元。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 防汛
              正文: 全市在册水库19座。
            - 标题: 水利
              正文: 全市在册水库20座，完成投资1.72亿元。
              指标:
                完成投资: 1.72亿元
            - 标题: 重点工程
              正文: 完成投资1.6亿元。
      `,
      finds: ['10:17 subject', '14:15 metric'],
    },
  },
};
