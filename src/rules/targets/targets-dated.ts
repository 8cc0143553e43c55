import { yearEnd, yearName } from '../../dates/calendar.ts';
import { en, zh, type Rule } from '../rule.ts';

export const targetsDated: Rule = {
  id: 'targets-dated',
  draftOnly: true,
  severity: 'info',
  summary: { en: 'Say by when each target is due.', zh: '目标写明完成时限。' },
  why: {
    en: 'Next year the outcome is held against the date; without one, only the end of the year is implied. Supervisors ask for the date of each commitment first.',
    zh: '下年要按时限对账；不写，只能视为年底。督查部门首先看的就是每项任务的完成时限。',
  },
  messages: {
    undated: {
      en: ({ target }) => `“${target}” has no due date`,
      zh: ({ target }) => `目标“${target}”没有写完成时限`,
      help: { en: ({ key }) => `add “${key}: …”`, zh: ({ key }) => `补上“${key}: ……”` },
    },
    implied: {
      en: ({ target, due }) => `“${target}” has no due date, so the end of ${due} is implied`,
      zh: ({ target, dueZh }) => `目标“${target}”没有写完成时限，视为${dueZh}`,
      help: { en: ({ key }) => `add “${key}: …”`, zh: ({ key }) => `补上“${key}: ……”` },
    },
  },

  on: {
    *target({ id, data, path, section }, { own, reading: { report } }) {
      if (data.due !== undefined) return;
      const {
        calendar,
        data: { year },
      } = report;
      const found = { target: id, key: own('due') };
      // a section file by itself does not say of which year it is
      if (year === undefined) yield { path, at: 'key', message: 'undated', data: found };
      else {
        const planned = section.part.kind === 'plan' ? year + 1 : year;
        yield {
          path,
          at: 'key',
          message: 'implied',
          data: { ...found, due: yearName(planned, calendar).en, dueZh: yearEnd(planned, calendar) },
        };
      }
    },
  },

  examples: {
    en: {
      good: en`
        plan:
          sections:
            - title: New depot
              body: The roof will be closed in July 2018.
              targets:
                roof closed: { due: 2018-07 }
      `,
      bad: en`
        plan:
          sections:
            - title: New depot
              body: The agency will spend $2 million.
              targets:
                spending: $2 million
      `,
      finds: ['10:9 implied'],
    },
    zh: {
      good: zh`
        计划:
          章节:
            - 标题: 学校建设
              正文: 2018年7月主体结构封顶。
              目标:
                主体结构封顶: { 完成时限: 2018-07 }
      `,
      bad: zh`
        计划:
          章节:
            - 标题: 学校建设
              正文: 完成年度投资2亿元。
              目标:
                年度投资: 2亿元
      `,
      finds: ['10:9 implied'],
    },
  },
};
