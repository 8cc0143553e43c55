import { reserved } from '../../source/grammar.ts';
import { en, zh, type Rule } from '../rule.ts';

export const idsUnreserved: Rule = {
  id: 'ids-unreserved',
  draftOnly: true,
  severity: 'error',
  onReserved: true,
  summary: { en: 'Use no key of the format as an id.', zh: '不拿本格式的键名作标识。' },
  why: {
    en: 'An id that is also a key is nearly always a line with the wrong indentation: “value: 100%” one step too far left would become a metric named “value”.',
    zh: '标识与键同名，几乎总是缩进错了：“数值: 100%”少缩进一级，就成了名叫“数值”的指标。',
  },
  messages: {
    reserved: {
      en: ({ id }) => `“${id}” is a key of the format and cannot be an id`,
      zh: ({ id }) => `“${id}”是本格式的键，不能作标识`,
      help: {
        en: () => 'check the indentation of this line, or choose another name',
        zh: () => '请检查这一行的缩进，或另取名称',
      },
    },
  },

  on: {
    *report({ report: { metrics, targets, tables, results, sections, terms } }) {
      for (const { id, path } of [...metrics, ...targets, ...tables, ...results, ...terms])
        if (path && reserved.has(id)) yield { path, at: 'key', message: 'reserved', data: { id } };
      for (const { data, path } of sections)
        if (data.id !== undefined && reserved.has(data.id))
          yield { path: [...path, 'id'], message: 'reserved', data: { id: data.id } };
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Road safety
              body: 99.4% of the hazards were closed.
              metrics:
                share closed:
                  value: 99.4%
      `,
      bad: en`
        summary:
          sections:
            - title: Road safety
              body: 99.4% of the hazards were closed.
              metrics:
                share closed:
                value: 99.4%
      `,
      finds: ['11:9 reserved'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 整改率100%。
              指标:
                整改率:
                  数值: 100%
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 整改率100%。
              指标:
                整改率:
                数值: 100%
      `,
      finds: ['11:9 reserved'],
    },
  },
};
