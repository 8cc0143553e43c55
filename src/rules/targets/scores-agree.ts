import { scoreClaims } from '../../claims/figures/score-claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const scoresAgree: Rule = {
  id: 'scores-agree',
  severity: 'error',
  scope: 'draft',
  needs: ['goals', 'targets', 'objectives', 'commitments', '目标', '任务', '指标'],
  summary: {
    en: 'How many goals the text says were met agrees with the results.',
    zh: '正文所说完成几项，与登记的结果一致。',
  },
  why: {
    en: 'The sentence on the score is quoted, the results beside it are counted. Goals that were met late count as met. A sentence on another number of goals than the report has results may mean some of them, and is let pass.',
    zh: '“几项完成几项”会被引用，登记的结果会被人数一遍。逾期完成的算完成。正文总数与登记的结果数不同的，可能只说其中一部分，不报。',
  },
  messages: {
    other: {
      en: ({ said, total, met }) =>
        `the text says that ${said} of ${total} goals were met; the results say ${met}`,
      zh: ({ said, total, met }) => `正文写${total}项完成${said}项，登记的结果是完成${met}项`,
      help: { en: () => 'correct the sentence, or the outcomes', zh: () => '核对正文，或核对各项结果' },
    },
  },

  on: {
    *report({ texts, report: { results } }) {
      const met = results.filter(({ data: { outcome } }) => outcome === 'met' || outcome === 'late').length;
      if (results.length < 2 || results.some(({ data: { outcome } }) => outcome === 'pending')) return;
      for (const prose of texts) {
        if (prose.part?.kind !== 'summary') continue;
        for (const { met: said, total, span } of prose.once(scoreClaims))
          if (total === results.length && said !== met)
            yield { ...prose.place(span), message: 'other', data: { said, total, met } };
      }
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          intro: We met one of our two goals.
          sections:
            - { title: Roads, body: Done., results: { roads: met, lamps: { outcome: missed, reason: rain, remedy: next year } } }
      `,
      bad: en`
        summary:
          intro: We met both, that is, we met two of our two goals.
          sections:
            - { title: Roads, body: Done., results: { roads: met, lamps: { outcome: missed, reason: rain, remedy: next year } } }
      `,
      finds: ['6:35 other'],
    },
    zh: {
      good: zh`
        总结:
          导语: 2项目标中完成1项。
          章节:
            - { 标题: 道路, 正文: 完工。, 完成情况: { 修路: 完成, 路灯: { 结果: 未完成, 原因: 雨多, 措施: 明年上半年装完 } } }
      `,
      bad: zh`
        总结:
          导语: 2项目标中完成2项。
          章节:
            - { 标题: 道路, 正文: 完工。, 完成情况: { 修路: 完成, 路灯: { 结果: 未完成, 原因: 雨多, 措施: 明年上半年装完 } } }
      `,
      finds: ['6:7 other'],
    },
  },
};
