import type { Section } from '../../model/report.ts';
import { en, zh, type Rule, type RuleContext } from '../rule.ts';

export const targetsLed: Rule = {
  id: 'targets-led',
  draftOnly: true,
  severity: 'info',
  summary: { en: 'Say which office answers for each target.', zh: '目标写明牵头科室。' },
  why: {
    en: 'A target that nobody leads is a target that nobody reports on. The lead may stand on the target, on its section or on a section above.',
    zh: '没人牵头的目标，年底没人交账。牵头科室可以写在目标上，也可以写在所在章节或上级章节上。',
  },
  messages: {
    leaderless: {
      en: ({ target }) => `no office leads “${target}”`,
      zh: ({ target }) => `目标“${target}”没有写牵头科室`,
      help: {
        en: ({ key }) => `add “${key}: …” to the target or its section`,
        zh: ({ key }) => `在目标或所在章节补上“${key}: ……”`,
      },
    },
  },

  on: {
    *target({ id, data, path, section }, { own, isWhole }) {
      if (data.lead === undefined && !isLed(section, isWhole))
        yield { path, at: 'key', message: 'leaderless', data: { target: id, key: own('lead') } };
    },
  },

  examples: {
    en: {
      good: en`
        plan:
          sections:
            - title: New depot
              lead: Works Office
              body: The agency will spend $2 million.
              targets:
                spending: { level: $2 million, due: 2018-12 }
      `,
      bad: en`
        plan:
          sections:
            - title: New depot
              body: The agency will spend $2 million.
              targets:
                spending: { level: $2 million, due: 2018-12 }
      `,
      finds: ['10:9 leaderless'],
    },
    zh: {
      good: zh`
        计划:
          章节:
            - 标题: 学校建设
              牵头: 基建科
              正文: 完成年度投资2亿元。
              目标:
                年度投资: { 目标值: 2亿元, 完成时限: 2018-12 }
      `,
      bad: zh`
        计划:
          章节:
            - 标题: 学校建设
              正文: 完成年度投资2亿元。
              目标:
                年度投资: { 目标值: 2亿元, 完成时限: 2018-12 }
      `,
      finds: ['10:9 leaderless'],
    },
  },
};

/** Whether a section, or one above it, names its lead office, or might. */
function isLed(section: Section, isWhole: RuleContext['isWhole']): boolean {
  for (let at: Section | undefined = section; at; at = at.parent)
    if (at.data.lead !== undefined || !isWhole(at)) return true;
  return false;
}
