import { syntaxMessages } from '../../messages/formulas.ts';
import { en, zh, type Rule } from '../rule.ts';

export const formulasReadable: Rule = {
  id: 'formulas-readable',
  severity: 'error',
  summary: { en: 'Write formulas that can be read.', zh: '算式要写得能算。' },
  why: {
    en: 'A formula holds names of metrics, constants, + - * / × ÷ ( ) and sum(a, b). One that cannot be read is not checked.',
    zh: '算式由指标名、常数、+ - * / × ÷ ( ) 和 求和(甲, 乙) 组成。读不懂的算式无法核对。',
  },
  messages: syntaxMessages,

  on: {
    *report(reading) {
      for (const { path, text } of reading.scalars.formulas) {
        const formula = reading.formula(text);
        if ('problem' in formula)
          yield {
            path,
            span: formula.problem.span,
            message: formula.problem.message,
            data: { found: formula.problem.found },
          };
      }
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Tasks
              body: The office took on 25 tasks, 15 as lead and 10 in support.
              metrics:
                tasks: { value: 25, formula: as lead + in support }
                as lead: 15
                in support: 10
      `,
      bad: en`
        summary:
          sections:
            - title: Tasks
              body: The office took on 25 tasks, 15 as lead and 10 in support.
              metrics:
                tasks: { value: 25, formula: (as lead + in support }
                as lead: 15
                in support: 10
      `,
      finds: ['10:38 formula-bracket'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 任务
              正文: 承办任务25项，其中牵头15项、会办10项。
              指标:
                承办: { 数值: 25项, 算式: 牵头任务 + 会办任务 }
                牵头任务: 15项
                会办任务: 10项
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 任务
              正文: 承办任务25项，其中牵头15项、会办10项。
              指标:
                承办: { 数值: 25项, 算式: (牵头任务 + 会办任务 }
                牵头任务: 15项
                会办任务: 10项
      `,
      finds: ['10:28 formula-bracket'],
    },
  },
};
