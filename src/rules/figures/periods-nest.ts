import { spoken, spokenWords } from '../../claims/claim-words.ts';
import { nestedPeriods } from '../../claims/dates/nested-periods.ts';
import { isSumOfTimes, periodSums } from '../../claims/dates/period-sums.ts';
import type { Words } from '../../diagnostic.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const periodsNest: Rule = {
  id: 'periods-nest',
  severity: 'warning',
  figures: true,
  summary: {
    en: 'A longer period has no less of a thing than a shorter one within it.',
    zh: '全年的数不应少于上半年等其中一段时间的数。',
  },
  why: {
    en: 'What was trained, spent or built in the first half was trained, spent or built in the year: 300 in the first half and 280 over the year cannot both be right. Figures of one thing in one text are compared where both say of what time they are. In English, quarters or halves that fill a year are added up as well. Stocks, balances, averages, net figures and plans can fall and are left alone.',
    zh: '上半年培训的人，全年也算培训了：上半年300人、全年280人，总有一个不对。同一段文字里同一件事、各写明了时间的两个数相互核对；英文里四个季度、上下半年齐全的，另与全年核对合计。余额、存量、在校生、平均数、净增数和计划数可以减少，不核对。',
  },
  messages: {
    less: {
      en: ({ outer, outerWords, inner, innerWords }) =>
        `${outer} (${outerWords}) is less than ${inner} (${innerWords}), which is part of that time`,
      zh: ({ outerZh, outerWords, innerZh, innerWords }) =>
        `${innerWords}（${innerZh}）是${outerWords}的一部分，数却大于${outerWords}的${outerZh}`,
      help: {
        en: () => 'check both figures and the times that they are of',
        zh: () => '核对两个数和各自的时间',
      },
    },
    sum: {
      en: ({ total, words, parts }) => `${parts} is not ${total} (${words})`,
      zh: ({ total, words, parts }) => `${parts}不等于${total}（${words}）`,
      help: {
        en: () => 'check the parts of the year and their sum',
        zh: () => '核对各段时间的数及其合计',
      },
    },
  },

  on: {
    claims: [
      ofText(periodSums, (claim, prose) => {
        if (isSumOfTimes(claim)) return [];
        const { total, parts, totalWords } = claim;
        const said = parts.map((part) => spokenWords(spoken(prose, part)));
        return [
          {
            ...prose.place(total.span),
            message: 'sum',
            data: {
              total: total.text,
              words: totalWords,
              parts: parts.map(({ text }) => text).join(' + '),
            },
            related: parts.map((part, at) => ({ ...prose.place(part.span), note: said[at] as Words })),
          },
        ];
      }),
      ofText(nestedPeriods, ({ outer, inner, outerWords, innerWords }, prose) => {
        const [low, high] = [inner.interval.low, outer.interval.high];
        if (!low || !high || low.value.compare(high.value) <= 0) return [];
        const [all, some] = [spokenWords(spoken(prose, outer)), spokenWords(spoken(prose, inner))];
        return [
          {
            ...prose.place(outer.span),
            message: 'less',
            data: {
              outer: all.en,
              outerZh: outer.text,
              inner: some.en,
              innerZh: inner.text,
              outerWords,
              innerWords,
            },
            related: [
              { ...prose.place([startOf(prose.text, innerWords, inner), inner.span[1]]), note: some },
            ],
          },
        ];
      }),
    ],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Training
              body: In the first half we trained 300 teachers, and over the year we trained 580 teachers.
      `,
      bad: en`
        summary:
          sections:
            - title: Training
              body: In the first half we trained 300 teachers, and over the year we trained 280 teachers.
      `,
      finds: ['8:85 less'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 培训
              正文: 上半年培训教师300人，全年培训教师580人。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 培训
              正文: 上半年培训教师300人，全年培训教师280人。
      `,
      finds: ['8:29 less'],
    },
  },
};

/** As many characters before a figure its time may be told. */
const NEAR = 40;

/** Where the words begin that tell of what time a figure is. */
function startOf(text: string, words: string, { span: [start] }: Pick<Quantity, 'span'>): number {
  const at = text.slice(Math.max(0, start - NEAR), start).lastIndexOf(words);
  return at < 0 ? start : Math.max(0, start - NEAR) + at;
}
