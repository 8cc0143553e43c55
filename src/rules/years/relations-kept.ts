import { lostRelations } from '../../chain/lost-relations.ts';
import { ofReport } from '../claims.ts';
import { en, lastYear, zh, type Rule } from '../rule.ts';

export const relationsKept: Rule = {
  id: 'relations-kept',
  severity: 'info',
  compares: true,
  figures: true,
  summary: {
    en: 'Keep what last year’s figures were checked by.',
    zh: '上年核对得了的数，今年也要核对得了。',
  },
  why: {
    en: 'A total that last year stood beside its parts, a rate beside its two counts, or a metric with a formula was checked; without them nobody sees that the figure is wrong. Looked at are figures of the same subject and unit.',
    zh: '上年合计数列了分项、比率写了两个原数、指标登记了算式，都核对得了；今年只剩一个数，错了也看不出来。只看名称和单位相同的数。',
  },
  messages: {
    formula: {
      en: ({ name, before }) => `${name} had a formula last year, ${before}, and has none now`,
      zh: ({ name, before }) => `${name}上年登记了算式“${before}”，今年没有，无从核对`,
      help: {
        en: () => 'declare the formula again, or give the parts in the text',
        zh: () => '补上算式，或在正文写出分项',
      },
    },
    parts: {
      en: ({ name, before }) =>
        `“${name}” had its parts beside it last year (“${before}”), and stands alone now`,
      zh: ({ name, before }) => `“${name}”上年与分项写在一起（“${before}”），今年只此一处，无从核对`,
      help: { en: () => 'give the parts again', zh: () => '补写分项' },
    },
    rate: {
      en: ({ name, before }) =>
        `“${name}” had its two counts beside it last year (“${before}”), and stands alone now`,
      zh: ({ name, before }) => `“${name}”上年与两个原数写在一起（“${before}”），今年只此一处，无从核对`,
      help: { en: () => 'give both counts again', zh: () => '补写两个原数' },
    },
  },

  on: {
    claims: [
      ofReport(lostRelations, ({ kind, name, before, place, formerPlace }) => [
        {
          ...place,
          message: kind,
          data: { name, before },
          related: [{ ...formerPlace, note: { en: 'last year', zh: '上年' } }],
        },
      ]),
    ],
  },

  examples: {
    en: {
      previous: lastYear(en`
        summary:
          sections:
            - title: Teachers
              body: The district employs 360 teachers (140 men and 220 women).
      `),
      good: en`
        previous: 2016.report.yaml
        summary:
          sections:
            - title: Teachers
              body: The district employs 372 teachers (145 men and 227 women).
      `,
      bad: en`
        previous: 2016.report.yaml
        summary:
          sections:
            - title: Teachers
              body: The district employs 372 teachers.
      `,
      finds: ['9:34 parts'],
    },
    zh: {
      previous: lastYear(zh`
        总结:
          章节:
            - 标题: 教师
              正文: 在职教师3600人（男1400人、女2200人）。排查隐患60处，整改57处，整改率95%。
              指标:
                隐患: 60处
                整改: 57处
                整改率: { 数值: 95%, 算式: 整改 / 隐患 }
      `),
      good: zh`
        上年: 2016.report.yaml
        总结:
          章节:
            - 标题: 教师
              正文: 在职教师3720人（男1450人、女2270人）。排查隐患50处，整改48处，整改率96%。
              指标:
                隐患: 50处
                整改: 48处
                整改率: { 数值: 96%, 算式: 整改 / 隐患 }
      `,
      bad: zh`
        上年: 2016.report.yaml
        总结:
          章节:
            - 标题: 教师
              正文: 在职教师3720人。隐患整改率96%。
              指标:
                整改率: 96%
      `,
      finds: ['9:15 parts', '11:14 formula'],
    },
  },
};
