import { definitionChanges, tableChanges, type DefinitionChange } from '../../chain/definitions.ts';
import type { Finding } from '../../diagnostic.ts';
import { formerOf } from '../../chain/previous-year.ts';
import { en, lastYear, zh, type Rule } from '../rule.ts';

export const definitionsStable: Rule = {
  id: 'definitions-stable',
  severity: 'warning',
  compares: true,
  figures: true,
  summary: {
    en: 'A metric keeps its unit, definition and method, or says why not.',
    zh: '指标的单位、口径、核算方法不变；变了要说明。',
  },
  why: {
    en: 'Two values of one name that count different things are read as a rise or a fall. Where a unit, a definition or a method has to change, “restated” says so; a table keeps its unit and its columns, or a comment gives the reason.',
    zh: '同一个指标前后两年统计的不是一回事，读者会当成增减。单位、口径、核算方法确要改的，在“调整说明”里写明；表格的单位和各列也应前后一致，确要改的用注释写明原因。',
  },
  messages: {
    unit: {
      en: ({ name, before, now }) => `${name} is given in ${now}; last year it was in ${before}`,
      zh: ({ name, before, now }) => `${name}的单位是“${now}”，上年是“${before}”`,
      help: { en: help('keep last year’s unit'), zh: helpZh('沿用上年的单位') },
    },
    definition: {
      en: ({ name, before, now }) => `${name} is defined as “${now}”; last year it was “${before}”`,
      zh: ({ name, before, now }) => `${name}的口径是“${now}”，上年是“${before}”`,
      help: { en: help('keep last year’s definition'), zh: helpZh('沿用上年的口径') },
    },
    method: {
      en: ({ name, before, now }) => `the method of ${name} is “${now}”; last year it was “${before}”`,
      zh: ({ name, before, now }) => `${name}的核算方法是“${now}”，上年是“${before}”`,
      help: { en: help('keep last year’s method'), zh: helpZh('沿用上年的核算方法') },
    },
    'definition-gone': {
      en: ({ name, before }) => `${name} no longer has a definition; last year it was “${before}”`,
      zh: ({ name, before }) => `${name}没有写口径，上年是“${before}”`,
      help: { en: help('write the definition again'), zh: helpZh('补上口径') },
    },
    'method-gone': {
      en: ({ name, before }) => `${name} no longer has a method; last year it was “${before}”`,
      zh: ({ name, before }) => `${name}没有写核算方法，上年是“${before}”`,
      help: { en: help('write the method again'), zh: helpZh('补上核算方法') },
    },
    columns: {
      en: ({ name, before, now }) =>
        now === ''
          ? `table “${name}” no longer has these columns of last year: ${inEnglish(before)}`
          : `table “${name}” has the columns ${inEnglish(now)}; last year it had ${inEnglish(before)}`,
      zh: ({ name, before, now }) =>
        now === ''
          ? `表格“${name}”少了上年的列：${before}`
          : `表格“${name}”的列写作“${now}”，上年是“${before}”`,
      help: { en: help('keep last year’s columns'), zh: helpZh('沿用上年的列') },
    },
  },

  on: {
    *report(reading, { own }) {
      const { report } = reading;
      const { lastYear } = reading;
      if (lastYear === undefined) return;
      const last = lastYear.report;
      const former = formerOf(last.metrics);
      for (const metric of report.metrics) {
        const old = former(metric);
        if (old === undefined || metric.data.restated !== undefined) continue;
        for (const change of definitionChanges(metric, reading, old, lastYear))
          yield findingOf(change, metric.data.name ?? metric.id, own('restated'));
      }
      const tables = new Map([...last.tables].reverse().map((table) => [table.id, table]));
      for (const table of report.tables) {
        const old = tables.get(table.id);
        if (old)
          for (const change of tableChanges(table, old))
            yield findingOf(change, table.data.name ?? table.id, '');
      }
    },
  },

  examples: {
    en: {
      previous: lastYear(en`
        summary:
          sections:
            - title: Services
              body: Crews swept 1,200 km of road; 91.4% of places were filled.
              metrics:
                roads swept: 1,200 km
                places filled: { value: 91.4%, definition: children enrolled over licensed places }
      `),
      good: en`
        previous: 2016.report.yaml
        summary:
          sections:
            - title: Services
              body: Crews swept 1,300 km of road; 88.4% of places were filled.
              metrics:
                roads swept: 1,300 km
                places filled:
                  value: 88.4%
                  definition: children attending over licensed places
                  restated: attendance replaced enrolment this year, by order of the board
      `,
      bad: en`
        previous: 2016.report.yaml
        summary:
          sections:
            - title: Services
              body: Crews swept roads for 1,300 hours; 88.4% of places were filled.
              metrics:
                roads swept: 1,300 hours
                places filled: { value: 88.4%, definition: children attending over licensed places }
      `,
      finds: ['11:22 unit', '12:52 definition'],
    },
    zh: {
      previous: lastYear(zh`
        总结:
          章节:
            - 标题: 学前教育
              正文: 培训教师1200人次，毛入园率112.1%。
              指标:
                教师培训: 1200人次
                毛入园率: { 数值: 112.1%, 口径: 在园幼儿不分年龄，与适龄幼儿数相比 }
      `),
      good: zh`
        上年: 2016.report.yaml
        总结:
          章节:
            - 标题: 学前教育
              正文: 培训教师0.13万人次，毛入园率98.4%。
              指标:
                教师培训: 0.13万人次
                毛入园率:
                  数值: 98.4%
                  口径: 只计3至5周岁在园幼儿
                  调整说明: 自本年起按新的统计制度
      `,
      bad: zh`
        上年: 2016.report.yaml
        总结:
          章节:
            - 标题: 学前教育
              正文: 培训教师1300人，毛入园率98.4%。
              指标:
                教师培训: 1300人
                毛入园率: { 数值: 98.4%, 口径: 只计3至5周岁在园幼儿 }
      `,
      finds: ['11:15 unit', '12:32 definition'],
    },
  },
};

function help(keep: string): ({ key }: Readonly<Record<string, string | number>>) => string {
  return ({ key }) =>
    `${keep}, or ${key === '' ? 'silence the rule with a comment that gives the reason' : `say under “${key}” why it changed`}`;
}

function helpZh(keep: string): ({ key }: Readonly<Record<string, string | number>>) => string {
  return ({ key }) => `${keep}；确要更改的，${key === '' ? '用“忽略”注释写明原因' : `在“${key}”里写明原因`}`;
}

const inEnglish = (names: string | number | undefined): string => String(names).replaceAll('、', ', ');

const findingOf = (
  { kind, before, now, path, formerPath }: DefinitionChange,
  name: string,
  key: string,
): Finding => ({
  path,
  ...(now === '' && kind !== 'columns' && { at: 'key' as const }),
  message: now === '' && kind !== 'columns' ? `${kind}-gone` : kind,
  data: { name, before, now, key },
  related: [{ path: formerPath, note: { en: 'last year', zh: '上年' } }],
});
