import type { Finding, Path } from '../../diagnostic.ts';
import { en, zh, type Rule } from '../rule.ts';

interface Thing {
  readonly id: string;
  readonly path: Path;
}

export const idsUnique: Rule = {
  id: 'ids-unique',
  draftOnly: true,
  severity: 'error',
  summary: {
    en: 'Give each metric, target, table and section an id of its own.',
    zh: '指标、目标、表格、章节的标识各不重复。',
  },
  why: {
    en: 'References, formulas and next year’s draft find things by id; of two with one id, one would silently stand for the other. Only a section of the plan may repeat the id of the summary section that it continues.',
    zh: '引用、算式和下一年的稿子都凭标识找内容；两处同名，就会张冠李戴。只有计划中承接总结的章节，可以与总结那一章节同标识。',
  },
  messages: {
    repeated: {
      en: ({ id }) => `the id “${id}” is used twice`,
      zh: ({ id }) => `标识“${id}”重复使用`,
      help: {
        en: () => 'rename one of the two; the printed name can stay, under “name”',
        zh: () => '把其中一个改名；印出的名称可另写“名称”',
      },
    },
  },

  on: {
    *report({ report: { metrics, targets, tables, results, sections, parts } }) {
      for (const things of [metrics, targets, tables, results]) yield* repeated(things);
      const plan = new Set(parts.filter(({ kind }) => kind === 'plan'));
      const identified = sections.flatMap(({ data, path, part }) =>
        data.id === undefined
          ? []
          : [{ id: data.id, path: [...path, 'id'] as Path, planned: plan.has(part) }],
      );
      yield* repeated(identified.filter(({ planned }) => planned));
      yield* repeated(identified.filter(({ planned }) => !planned));
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - id: safety
              title: Safety
              body: Inspectors found 695 hazards.
              metrics:
                hazards found: 695
        plan:
          sections:
            - id: safety
              title: Safety
              body: Inspections go on.
      `,
      bad: en`
        summary:
          sections:
            - title: Safety
              body: Inspectors found 695 hazards.
              metrics:
                hazards: 695
            - title: Roads
              body: Roads had 12 hazards.
              metrics:
                hazards: 12
      `,
      finds: ['14:9 repeated'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标识: 安全
              标题: 校园安全
              正文: 发现隐患695处。
              指标:
                发现隐患: 695处
        计划:
          章节:
            - 标识: 安全
              标题: 校园安全
              正文: 继续逐校排查。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患695处。
              指标:
                隐患: 695处
            - 标题: 校车安全
              正文: 发现隐患12处。
              指标:
                隐患: 12处
      `,
      finds: ['14:9 repeated'],
    },
  },
};

function* repeated(things: readonly Thing[]): Generator<Finding> {
  const first = new Map<string, Path>();
  for (const { id, path } of things) {
    const before = first.get(id);
    if (before === undefined) first.set(id, path);
    else
      yield {
        path,
        at: 'key',
        message: 'repeated',
        data: { id },
        related: [{ path: before, at: 'key', note: { en: 'first used here', zh: '前一处在这里' } }],
      };
  }
}
