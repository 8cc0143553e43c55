import type { Finding } from '../../diagnostic.ts';
import { fallClaims } from '../../claims/changes/falls.ts';
import { multipleClaims, type MultipleClaim } from '../../claims/changes/multiples.ts';
import { divide, meet } from '../../quantity/value/interval.ts';
import { ofReport, ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const multiplesSensible: Rule = {
  id: 'multiples-sensible',
  severity: 'error',
  figures: true,
  summary: {
    en: 'Use multiples that can be, and that fit the figures beside them.',
    zh: '倍数要讲得通，并与前后数字相符。',
  },
  why: {
    en: 'Nothing becomes less by more than all of it. 增加了两倍 is three times as much, 增加到两倍 twice; 翻一番 is twice, 翻两番 four times.',
    zh: '减少不会超过全部，不能用倍。“增加了两倍”是原来的三倍，“增加到两倍”是原来的两倍；翻一番是两倍，翻两番是四倍。',
  },
  messages: {
    less: {
      en: ({ words }) => `“${words}” cannot be: nothing falls by more than all of it`,
      zh: ({ words }) => `“${words}”讲不通，减少不会超过全部`,
      help: {
        en: () => 'give a percentage below 100, or a fraction',
        zh: () => '减少不用倍，改用百分之几（不超过100%）或几分之几',
      },
    },
    differs: {
      en: ({ figure, from, to, times }) =>
        `“${figure}” does not fit the figures beside it: ${to} is ${times} times ${from}`,
      zh: ({ figure, from, to, times }) => `“${figure}”与前后数字不符：由${from}到${to}，是原来的${times}倍`,
      help: {
        en: ({ figure }) =>
          `check the three figures${/\p{Script=Han}/u.test(String(figure)) ? '; 增加了N倍 is N + 1 times as much' : ''}`,
        zh: () => '核对这三个数；“增加了N倍”是原来的N+1倍，“增加到N倍”是N倍',
      },
    },
  },

  on: {
    claims: [
      ofText(fallClaims, ({ span }, { text, place }) => [
        { ...place(span), message: 'less', data: { words: text.slice(...span) } },
      ]),
      ofReport(multipleClaims, differing),
    ],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Child care
              body: The number of places tripled from 1,000 to 3,000. Energy use fell by half.
      `,
      bad: en`
        summary:
          sections:
            - title: Child care
              body: Energy use fell by 150%.
      `,
      finds: ['8:32 less'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 学位
              正文: 学位由1000个增加到3000个，增加2倍；经费由20万元增加到40万元，翻了一番。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 学位
              正文: 学位由1000个增加到3000个，增加3倍；能耗下降2倍。
      `,
      finds: ['8:30 differs', '8:35 less'],
    },
  },
};

/** A multiple beside two values that show another one. */
function* differing({ prose, multiple, step: { before, after } }: MultipleClaim): Generator<Finding> {
  const ratio = divide(after.interval, before.interval);
  if (ratio === undefined || multiple.times.some((each) => meet(ratio, each))) return;
  const times = String(Number(after.number.div(before.number).round(2).toString()));
  const data = { figure: prose.text.slice(...multiple.span), from: before.text, to: after.text, times };
  yield { ...prose.place(multiple.span), message: 'differs', data };
}
