import { declaredSeries } from '../../claims/changes/declared-series.ts';
import { slipIn, type Slip } from '../../claims/figures/scale-slips.ts';
import { seriesClaims } from '../../claims/changes/series-claims.ts';
import type { Data, Finding, Place } from '../../diagnostic.ts';
import { printLike } from '../../quantity/value/print-like.ts';
import { both } from '../../claims/claim-words.ts';
import { ofReport, ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const scalesKept: Rule = {
  id: 'scales-kept',
  severity: 'warning',
  figures: true,
  summary: {
    en: 'A figure keeps the scale of its other years.',
    zh: '各年数值的数量级前后一致。',
  },
  why: {
    en: 'A slip of the point or of the unit shows in a row of years: 4.1, 4.3, 0.45 and 4.8 million. One value that is 10, 100, 10,000 or 100 million times its neighbours, or one of so many, is asked for, in sentences, in tables with a column a year and in a metric’s history. Where the sentence gives a reason, nothing is said.',
    zh: '小数点点错、单位写错，放在历年数里一看便知：4.1亿元、4.3亿元、4500万元、4.8亿元。正文里历年并列的数、按年份分栏的表格、指标的历年值中，有一个是前后的10倍、100倍、1万倍、1亿倍（或几分之一）的，请核对。句中写明原因的，不报。',
  },
  messages: {
    slips: {
      en: ({ text, times, more, usual }) =>
        `${text} is about ${more === 1 ? `${times} times` : `1/${times} of`} the neighbouring ${usual}`,
      zh: ({ text, times, more, usual }) =>
        `${text}约为相邻年份${usual}的${more === 1 ? `${times}倍` : `1/${times}`}`,
      help: {
        en: ({ expected }) => `check the point and the unit: ${expected} is meant?`,
        zh: ({ expected }) => `核对小数点和单位，是否应为${expected}`,
      },
    },
  },

  on: {
    claims: [
      ofText(seriesClaims, ({ values }, prose) => {
        const slip = slipIn(values.map(({ number }) => number));
        return slip ? [findingOf(slip, values, ({ span }) => prose.place(span))] : [];
      }),
      ofReport(declaredSeries, ({ values }) => {
        const slip = slipIn(values.map(({ number }) => number));
        return slip ? [findingOf(slip, values, ({ path }) => ({ path }))] : [];
      }),
    ],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Floods
              body: Spending was $4.1 million in 2015, $4.3 million in 2016 and $4.5 million in 2017.
      `,
      bad: en`
        summary:
          sections:
            - title: Floods
              body: Spending was $4.1 million in 2014, $4.3 million in 2015, $450,000 in 2016 and $4.8 million in 2017.
              metrics:
                visits: { value: 3460, previous: 346, history: { 2015: 3310 } }
      `,
      finds: ['8:70 slips', '10:42 slips'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 水利
              正文: 2015年至2017年，水利投资分别为4.1亿元、4.3亿元、4.5亿元。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 水利
              正文: 2014年至2017年，水利投资分别为4.1亿元、4.3亿元、4500万元、4.8亿元。
              指标:
                接待: { 数值: 3460人, 上年值: 346人, 历年: { 2015: 3310人 } }
      `,
      finds: ['8:42 slips', '10:31 slips'],
    },
  },
};

/** What a value of a series looks like. */
type Value = Parameters<typeof printLike>[1];

function findingOf<V extends Value>(
  { index, times, isMore, expected }: Slip,
  values: readonly V[],
  placeOf: (value: V) => Place,
): Finding {
  const value = values[index] as V;
  const neighbour = values[index === 0 ? 1 : index - 1] as V;
  const data: Data = {
    text: value.text,
    times,
    more: isMore ? 1 : 0,
    usual: neighbour.text,
    expected: printLike(expected, neighbour),
  };
  return {
    ...placeOf(value),
    message: 'slips',
    data,
    related: [{ ...placeOf(neighbour), note: both(neighbour.text) }],
  };
}
