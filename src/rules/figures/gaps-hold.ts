import { both } from '../../claims/claim-words.ts';
import { gapClaims, gapHolds, distanceOf, type GapClaim } from '../../claims/rates/gap-claims.ts';
import type { Finding } from '../../diagnostic.ts';
import { printLike } from '../../quantity/value/print-like.ts';
import type { Prose } from '../../reading/prose.ts';
import { ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const gapsHold: Rule = {
  id: 'gaps-hold',
  severity: 'error',
  figures: true,
  summary: {
    en: 'What is above or below the average is so by its figures.',
    zh: '“高于全省”“比全国低”与所列两数相符。',
  },
  why: {
    en: 'Where a sentence holds its figure against that of the county, the nation or others and gives both, side and distance follow from them: 92.4% against 90.1% is 2.3 points above. Rounded figures may be equal. Where the other figure is not given nothing is said.',
    zh: '与全省、全国或平均水平相比，两个数都写出的，高低和差距由两数算得：92.4%与90.1%，高2.3个百分点。经过舍入的数可以相等。对方的数没有写出的，不作判断。',
  },
  messages: {
    differs: {
      en: ({ own, other, result, side, by }) => `${own} is ${result} ${side} ${other}, not ${by}`,
      zh: ({ own, other, result, side, by }) =>
        `${own}比${other}${side === 'above' ? '高' : '低'}${result}，写作${by}`,
      help: {
        en: ({ result }) => `write ${result}, or check both figures`,
        zh: ({ result }) => `改为${result}，或核对两个数`,
      },
    },
    side: {
      en: ({ own, other, side }) => `${own} is not ${side} ${other}`,
      zh: ({ own, other, side }) => `${own}并不${side === 'above' ? '高于' : '低于'}${other}`,
      help: { en: () => 'check the wording and both figures', zh: () => '核对高低用语和两个数' },
    },
  },

  on: {
    claims: [ofText(gapClaims, (claim, prose) => (gapHolds(claim) ? [] : [findingOf(claim, prose)]))],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Schools
              body: The pass rate was 92.4%, 2.3 points above the national average of 90.1%.
      `,
      bad: en`
        summary:
          sections:
            - title: Schools
              body: The pass rate was 92.4%, 3.2 points above the national average of 90.1%. At 88.6%, attendance was higher than the national average of 89.9%.
      `,
      finds: ['8:38 differs', '8:89 side'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 空气
              正文: 空气优良天数比例92.4%，全省平均为90.1%，高于全省平均2.3个百分点。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 空气
              正文: 空气优良天数比例92.4%，全省平均为90.1%，高于全省平均3.2个百分点。居民收入增长8.6%，高于全国平均水平（9.1%）。
      `,
      finds: ['8:42 differs', '8:56 side'],
    },
  },
};

function findingOf(claim: GapClaim, prose: Prose): Finding {
  const { own, other, side, by, said } = claim;
  const { number } = distanceOf(claim);
  const isWrongSide = by === undefined || number.compare(0) < 0;
  return {
    ...prose.place((by && !isWrongSide ? by : own).span),
    message: isWrongSide ? 'side' : 'differs',
    data: {
      own: own.text,
      other: other.text,
      side,
      by: by?.text ?? '',
      result: by ? printLike(number, by) : '',
    },
    related: [
      ...(said && isWrongSide ? [{ span: said, text: prose.text.slice(...said) }] : []),
      ...(by && !isWrongSide ? [own] : []),
      other,
      ...(by && isWrongSide ? [by] : []),
    ].map(({ span, text }) => ({
      ...prose.place(span),
      note: both(text),
    })),
  };
}
