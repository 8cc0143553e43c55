import { isNotLess, progressClaims } from '../../chain/fallen-progress.ts';
import { both } from '../../claims/claim-words.ts';
import { isKept, runningSums } from '../../claims/parts/running-sums.ts';
import { ofReport, ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const progressKept: Rule = {
  id: 'progress-kept',
  severity: 'warning',
  figures: true,
  summary: {
    en: 'A running sum does not become less.',
    zh: '累计数只增不减。',
  },
  why: {
    en: 'What was spent, built or paid by August includes what was by April. A smaller figure is last year’s, another unit, or a slip. Looked at are sums that the text tells at two times (“by April”, “in the first nine months”, a cumulative total) and the progress of targets that count what was done, down to the actual. Balances, stocks and rates may fall; a note of progress that says what was corrected settles it.',
    zh: '截至8月的累计数包含截至4月的，只会多不会少；少了，多半是照抄了别处、单位写错或数字有误。核对正文里“截至……”“1—9月”“累计”的数，以及按完成量计的目标历次进展和最后结果。余额、存量、在建在校数和比率可以下降；进展的说明写了核减、调整原因的，不报。',
  },
  messages: {
    fell: {
      en: ({ later, earlier }) =>
        `${later} is less than the earlier ${earlier}, though the sum can only grow`,
      zh: ({ later, earlier }) => `累计数由${earlier}减到${later}，只会增加不会减少`,
      help: {
        en: () => 'check both figures, their units and their dates',
        zh: () => '核对两个数、单位和截止时间',
      },
    },
    below: {
      en: ({ target, later, earlier, date }) =>
        `“${target}” stands at ${later}, less than the ${earlier} noted for ${date}`,
      zh: ({ target, later, earlier, date }) => `“${target}”为${later}，少于${date}已记的${earlier}`,
      help: {
        en: () => 'check both figures; where one was corrected, say so in a note of progress',
        zh: () => '核对两个数；有核减或调整的，在进展的说明里写明',
      },
    },
  },

  on: {
    claims: [
      ofText(runningSums, (claim, prose) => {
        const { earlier, later } = claim;
        if (isKept(claim)) return [];
        return [
          {
            ...prose.place(later.span),
            message: 'fell',
            data: { later: later.text, earlier: earlier.text },
            related: [{ ...prose.place(earlier.span), note: both(earlier.text) }],
          },
        ];
      }),
      ofReport(progressClaims, (claim) => {
        const { id, earlier, later } = claim;
        if (isNotLess(claim)) return [];
        return [
          {
            path: later.path,
            message: 'below',
            data: { target: id, later: later.text, earlier: earlier.text, date: earlier.date },
            related: [{ path: earlier.path, note: both(`${earlier.date} ${earlier.text}`.trim()) }],
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
            - title: Works
              body: Cumulative spending stood at $5.8 million in September and at $6.2 million in December.
      `,
      bad: en`
        summary:
          sections:
            - title: Works
              body: Cumulative spending stood at $6.2 million in September and at $5.8 million in December.
              results:
                new-paths:
                  outcome: partly
                  actual: 40 km
                  progress:
                    - { date: 2017-06-30, value: 45 km }
      `,
      finds: ['8:75 fell', '12:19 below'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 项目
              正文: 截至4月底，项目累计完成投资1.1亿元；截至8月底，累计完成投资1.3亿元。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 项目
              正文: 截至4月底，项目累计完成投资1.3亿元；截至8月底，累计完成投资1.1亿元。
              完成情况:
                新建绿道:
                  结果: 部分完成
                  完成值: 40公里
                  进展:
                    - { 日期: 2017年6月30日, 数值: 45公里 }
      `,
      finds: ['8:43 fell', '12:16 below'],
    },
  },
};
