import { averageClaims, averageHolds, type AverageClaim } from '../../claims/rates/average-claims.ts';
import { both } from '../../claims/claim-words.ts';
import type { Finding } from '../../diagnostic.ts';
import { printLike } from '../../quantity/value/print-like.ts';
import type { Prose } from '../../reading/prose.ts';
import { ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const averagesHold: Rule = {
  id: 'averages-hold',
  severity: 'error',
  figures: true,
  summary: {
    en: 'An average in the text makes its total.',
    zh: '正文中的平均数与总数相符。',
  },
  why: {
    en: 'What each gets, or gets on average, times how many there are is the total beside it: 15 tablets for each of 80 schools are 1,200, not 1,500. Averages may be rounded as they are written; over several years, months or days the words of the sentence say how many. Only averages that the sentence gives one total and one count for are checked.',
    zh: '每校15人、80校，一共就是1200人，写成1500人便有一个数错了。人均、户均、场均、年均等可以按写出的位数舍入；年均、月均、日均，按句中写明的“五年”“全年”计算。一句话里总数和个数都只有一个的，才核对。',
  },
  messages: {
    differs: {
      en: ({ total, count, result, average }) => `${total} by ${count} makes ${result}, not ${average}`,
      zh: ({ total, count, result, average }) => `${total} ÷ ${count} = ${result}，写作${average}`,
      help: {
        en: ({ result }) => `write ${result}, or check the total and the count`,
        zh: ({ result }) => `改为${result}，或核对总数和个数`,
      },
    },
    sum: {
      en: ({ average, count, result, total }) =>
        `${average} for each of ${count} makes ${result}, not ${total}`,
      zh: ({ average, count, result, total }) => `${average} × ${count} = ${result}，写作${total}`,
      help: {
        en: ({ result }) => `write ${result}, or check what each gets and how many there are`,
        zh: ({ result }) => `总数改为${result}，或核对每份的数和份数`,
      },
    },
  },

  on: {
    claims: [ofText(averageClaims, (claim, prose) => (averageHolds(claim) ? [] : [findingOf(claim, prose)]))],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Tablets
              body: Eighty schools received 15 tablets each, 1,200 tablets in all.
      `,
      bad: en`
        summary:
          sections:
            - title: Tablets
              body: Eighty schools received 15 tablets each, 1,500 tablets in all. The 48 sessions drew 5,760 people, an average of 110 per session.
      `,
      finds: ['8:54 sum', '8:125 differs'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 图书
              正文: 为80所学校配备图书管理员，每校15人，共1200人。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 图书
              正文: 为80所学校配备图书管理员，每校15人，共1500人。巡回义诊48场，服务5760人次，平均每场110人次。
      `,
      finds: ['8:32 sum', '8:59 differs'],
    },
  },
};

function findingOf({ average, total, count, isEach }: AverageClaim, prose: Prose): Finding {
  const result = isEach
    ? printLike(average.number.mul(count.number), total)
    : printLike(total.number.div(count.number), average);
  return {
    ...prose.place((isEach ? total : average).span),
    message: isEach ? 'sum' : 'differs',
    data: { average: average.text, total: total.text, count: count.text, result },
    related: [
      { ...prose.place((isEach ? average : total).span), note: both((isEach ? average : total).text) },
      { ...prose.place(count.span), note: both(count.text) },
    ],
  };
}
