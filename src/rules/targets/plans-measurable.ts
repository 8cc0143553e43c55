import type { Section } from '../../model/report.ts';
import type { Reading } from '../../reading/reading.ts';
import { isVaguePlan } from '../../style/vague-plans.ts';
import { en, zh, type Rule } from '../rule.ts';

export const plansMeasurable: Rule = {
  id: 'plans-measurable',
  severity: 'info',
  scope: 'draft',
  summary: {
    en: 'Each item of the plan has something that can be checked.',
    zh: '计划各项都有可核对的内容。',
  },
  why: {
    en: 'Next year is asked what came of each item. Of “strengthen” and “promote” alone nothing can be said: a figure, a date, a document or a thing that is finished is needed. All such items of a plan are one finding.',
    zh: '下一年要逐项交账，只有“加强”“推进”“完善”的，无从核对：要有数字、时限、文件或建成的东西。整份计划只提示一次，列出各项。',
  },
  messages: {
    vague: {
      en: ({ count, items }) =>
        `${count === 1 ? 'an item' : `${count} items`} of the plan ${count === 1 ? 'holds' : 'hold'} nothing that can be checked: ${items}`,
      zh: ({ count, itemsZh }) => `计划中有${count}项没有可核对的内容：${itemsZh}`,
      help: {
        en: () => 'add a figure, a date, or what will be there by the end of the year; or declare a target',
        zh: () => '写上数字、时限或年底看得见的成果，或登记目标',
      },
    },
  },

  on: {
    *report(reading) {
      const vague = reading.report.sections.filter((section) => isVague(section, reading));
      const [first] = vague;
      if (first === undefined) return;
      const titles = vague.map(({ data: { title = '' } }) => title);
      yield {
        path: first.at,
        message: 'vague',
        data: {
          count: vague.length,
          items: titles.map((title) => `“${title}”`).join(', '),
          itemsZh: titles.map((title) => `“${title}”`).join(''),
        },
      };
    },
  },

  examples: {
    en: {
      good: en`
        plan: { sections: [{ title: Schools, body: We will further improve schools and open 3 libraries. }] }
      `,
      bad: en`
        plan: { sections: [{ title: Schools, body: We will further improve schools. }] }
      `,
      finds: ['5:29 vague'],
    },
    zh: {
      good: zh`
        计划: { 章节: [{ 标题: 学校, 正文: 进一步改善办学条件，建成图书室3间。 }] }
      `,
      bad: zh`
        计划: { 章节: [{ 标题: 学校, 正文: 进一步改善办学条件，加强师资队伍。 }] }
      `,
      finds: ['5:18 vague'],
    },
  },
};

/** Whether a section of a plan, with nothing below it, says by words alone what is to be done. */
function isVague({ part, sections, targets, metrics, tables, data }: Section, reading: Reading): boolean {
  if (part.kind !== 'plan' || sections.length + targets.length + metrics.length + tables.length > 0)
    return false;
  const { body = '', title = '' } = data;
  // a text without a title is no item
  if (title.trim() === '') return false;
  return body.trim() !== '' && !body.includes('{{') && isVaguePlan(reading.alone(body));
}
