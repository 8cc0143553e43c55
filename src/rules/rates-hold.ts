import { proseOf } from '../model/prose.ts';
import { ratesIn } from '../model/rate-claims.ts';
import { sentencesOf } from '../model/sentences.ts';
import { divide, meet } from '../quantity/interval.ts';
import { percentOf } from '../quantity/shown.ts';
import { en, type Rule } from './rule.ts';

export const ratesHold: Rule = {
  id: 'rates-hold',
  severity: 'error',
  figures: true,
  summary: { en: 'A rate in the text equals its two counts.', zh: '正文中的比率与所列两数相符。' },
  why: {
    en: 'A rate that stands beside its two counts is computed again. It may be rounded as it is written, but 100% means all: 694 of 695 is not 100%. Only rates that the text ties to both counts are checked.',
    zh: '比率与两个原数写在一起的，重新计算。比率可以四舍五入，但100%就是全部：695处整改694处，不能写成100%。只核对原数明确的比率。',
  },
  messages: {
    differs: {
      en: ({ rate, part, whole, result }) => `${part} of ${whole} is ${result}, not ${rate}`,
      zh: ({ rate, part, whole, result }) => `${part} ÷ ${whole} = ${result}，写作${rate}`,
      help: { en: ({ result }) => `write ${result}, or check the two counts`, zh: ({ result }) => `改为${result}，或核对两个原数` },
    },
  },

  *check(report, { names }) {
    for (const prose of proseOf(report, names))
      for (const { rate, part, whole } of ratesIn(sentencesOf(prose))) {
        const ratio = divide(part.interval, whole.interval);
        if (ratio === undefined || meet(ratio, rate.interval)) continue;
        yield {
          ...prose.place(rate.span),
          message: 'differs',
          data: { rate: rate.text, part: part.text, whole: whole.text, result: percentOf(part.number.div(whole.number), rate) },
          related: [
            { ...prose.place(part.span), note: { en: 'the count', zh: '分子' } },
            { ...prose.place(whole.span), note: { en: 'what it is counted of', zh: '分母' } },
          ],
        };
      }
  },

  examples: {
    good: en`
      summary:
        sections:
          - title: Roads
            body: The office closed 691 of 695 hazards (99.4%).
    `,
    bad: en`
      summary:
        sections:
          - title: Roads
            body: The office closed 694 of 695 hazards (100%).
    `,
    finds: ['8:51 differs'],
  },
};
