import { reachWords, spoken, spokenWords, standsNote } from '../../claims/claim-words.ts';
import type { PartOfWhole } from '../../claims/parts/parts-above.ts';
import type { Finding } from '../../diagnostic.ts';
import type { Prose } from '../../reading/prose.ts';
import { countClaims, rateClaims } from '../../claims/rates/rate-claims.ts';
import type { RateClaim } from '../../claims/rates/rate-figures.ts';
import { isReckoned } from '../../claims/rates/derived-figures.ts';
import { divide, meet, type Interval } from '../../quantity/value/interval.ts';
import { printLike } from '../../quantity/value/print-like.ts';
import { ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const ratesHold: Rule = {
  id: 'rates-hold',
  severity: 'error',
  figures: true,
  summary: { en: 'A rate in the text equals its two counts.', zh: '正文中的比率与所列两数相符。' },
  why: {
    en: 'A rate that stands beside its two counts is computed again. It may be rounded as it is written, but 100% means all: 694 of 695 is not 100%. What was planned and what was done of it are two such counts, and a plan is exact: $4 million budgeted is no other sum. Only rates that the text ties to both counts are checked.',
    zh: '比率与两个原数写在一起的，重新计算。比率可以四舍五入，但100%就是全部：695处整改694处，不能写成100%。计划与实际、应缴与实缴也是这样的两个数，计划数按原样算：计划2亿元就是2亿元。只核对原数明确的比率。',
  },
  messages: {
    differs: {
      en: ({ few, many, result, reach, rate }) => `${few} of ${many} makes ${result}${reach}, not ${rate}`,
      zh: ({ partZh, wholeZh, result, reachZh, rate }) =>
        `${partZh} ÷ ${wholeZh} = ${result}${reachZh}，写作${rate}`,
      help: {
        en: ({ result }) => `write ${result}, or check both counts`,
        zh: ({ result }) => `改为${result}，或核对两个原数`,
      },
    },
    exceeds: {
      en: ({ few, many }) => `${few} cannot be part of ${many}: the part is larger than the whole`,
      zh: ({ partZh, wholeZh }) => `${partZh}多于${wholeZh}：部分不会多于全部`,
      help: {
        en: () => 'check the two counts and their order',
        zh: () => '核对两个数，看是否写颠倒；另有来源的，写明“含……”',
      },
    },
    above: {
      en: ({ few, many, rate }) => `${few} cannot be ${rate} of ${many}: the part is larger than the whole`,
      zh: ({ partZh, wholeZh, rate }) => `${partZh}多于${wholeZh}，不会是其中的${rate}`,
      help: {
        en: ({ swapped }) =>
          swapped
            ? 'the rate holds with the two counts the other way round: check their order'
            : 'check the two counts and the rate',
        zh: ({ swapped }) =>
          swapped ? '两数对调后比率相符，可能写颠倒了；核对两个原数' : '核对两个原数和比率',
      },
    },
  },

  on: {
    claims: [
      ofText(countClaims, exceeding),
      ofText(rateClaims, (claim, prose, { reading: { figures } }) => {
        const ratio = divide(claim.part.interval, claim.whole.interval);
        return ratio === undefined ||
          meet(ratio, claim.rate.interval) ||
          isReckoned(claim.rate, prose.section, figures)
          ? []
          : [differing(claim, ratio, prose)];
      }),
    ],
  },

  examples: {
    en: {
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
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患695处，整改691处，整改率99.4%。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患695处，整改691处，整改率98.4%。
      `,
      finds: ['8:30 differs'],
    },
  },
};

/** A count above what it is of. */
function* exceeding({ part, whole }: PartOfWhole, prose: Prose): Generator<Finding> {
  if (part.number.compare(whole.number) <= 0) return;
  const [above, below] = [spokenWords(spoken(prose, part)), spokenWords(spoken(prose, whole))];
  yield {
    ...prose.place(part.span),
    message: 'exceeds',
    data: { few: above.en, many: below.en, partZh: above.zh, wholeZh: below.zh },
    related: [{ ...prose.place(whole.span), note: below }],
  };
}

/** A rate that its two counts do not make. */
function differing({ rate, part, whole }: RateClaim, ratio: Interval, prose: Prose): Finding {
  const [above, below] = [spokenWords(spoken(prose, part)), spokenWords(spoken(prose, whole))];
  const reach = reachWords(ratio, rate);
  const isAbove = part.number.compare(whole.number) > 0 && rate.number.compare(1) <= 0;
  const turned = divide(whole.interval, part.interval);
  return {
    ...prose.place(rate.span),
    message: isAbove ? 'above' : 'differs',
    data: {
      swapped: turned !== undefined && meet(turned, rate.interval) ? 1 : 0,
      few: part.text,
      many: spoken(prose, whole).name === '' ? below.en : whole.text,
      partZh: above.zh,
      wholeZh: below.zh,
      result: printLike(part.number.div(whole.number), rate),
      reach: reach.en,
      reachZh: reach.zh,
      rate: rate.text,
    },
    related: [
      ...standsNote(prose.place(rate.span), rate, rate.interval),
      { ...prose.place(part.span), note: above },
      { ...prose.place(whole.span), note: below },
    ],
  };
}
