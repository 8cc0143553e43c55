import type { Finding, Path } from '../../diagnostic.ts';
import { hasPlaceholder, isOpenValue, placeholderFinder } from '../../model/placeholders.ts';
import type { Metric } from '../../model/report.ts';
import type { Scalar } from '../../model/scalars.ts';
import type { Span } from '../../quantity/value/formula.ts';
import { saysNothing } from '../../source/tree.ts';
import { en, zh, type Rule } from '../rule.ts';

export const placeholdersFilled: Rule<{ phrases: readonly string[] }> = {
  id: 'placeholders-filled',
  severity: 'unfinished',
  options: {
    phrases: {
      default: [],
      example: ['（待定）', '以正式发文为准'],
      description: {
        en: 'Further words that your offices write for what is still open; each is found wherever it stands in a text.',
        zh: '本单位表示“还没写”的其他说法，出现在任何文字里都算待填。',
      },
    },
  },
  summary: { en: 'Fill in every placeholder and every figure.', zh: '待填之处都要填上。' },
  why: {
    en: 'Templates and copied models leave [TODO …], XX, TBD or metrics without a value; reports have been printed with them. In a draft they are a list of what is left to do; once the report is dated as published they are errors.',
    zh: '模板和旧稿常留下【……】、××小区、**公司、X万元、20XX年，或没有数值的指标，印出来就闹笑话。草稿里它们是待办清单；写上发布日期后就是错误。',
  },
  messages: {
    placeholder: {
      en: ({ shown }) => `${shown} is still to be filled in`,
      zh: ({ shown }) => `${shown}还没有填`,
      gap: { en: ({ written }) => String(written), zh: ({ written }) => String(written) },
    },
    blank: {
      en: ({ key }) => `“${key}” holds nothing but blanks`,
      zh: ({ key }) => `“${key}”只写了空白，没有内容`,
      gap: { en: ({ key }) => `“${key}”`, zh: ({ key }) => `“${key}”` },
      help: { en: () => 'write what belongs there, or remove the line', zh: () => '填上内容，或删去这一行' },
    },
    'value-missing': {
      en: ({ id }) => `the metric “${id}” has no value yet`,
      zh: ({ id }) => `指标“${id}”还没有数值`,
      gap: { en: ({ id }) => `value of “${id}”`, zh: ({ id }) => `指标“${id}”的数值` },
    },
  },

  on: {
    *report(reading, { blanks, own, options: { phrases } }) {
      const { report } = reading;
      const find = placeholderFinder(phrases);
      const { texts, quantities, words } = reading.scalars;
      for (const scalars of [texts, quantities, words])
        for (const scalar of scalars) yield* inText(scalar, find);
      for (const metric of report.metrics) yield* inMetric(metric);
      for (const path of blanks)
        if (!isToldOtherwise(path, report.file))
          yield { path, at: 'key', message: 'blank', data: { key: nameOf(path, own) } };
      for (const scalars of [quantities, words])
        for (const { path, text } of scalars)
          if (saysNothing(text)) yield { path, message: 'blank', data: { key: nameOf(path, own) } };
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Funds
              body: The board spent $250,000, **chiefly** on training.
              metrics:
                spent: $250,000
      `,
      bad: en`
        summary:
          sections:
            - title: Funds
              body: The board spent $XX on [TBD].
              metrics:
                spent:
      `,
      finds: ['8:30 placeholder', '8:36 placeholder', '10:9 value-missing'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 经费
              正文: 投入25万元，**重点**用于培训。
              指标:
                投入: 25万元
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 经费
              正文: 投入X万元，用于【待补：项目名称】。
              指标:
                投入:
      `,
      finds: ['8:13 placeholder', '8:19 placeholder', '10:9 value-missing'],
    },
  },
};

/** What a value of a metric, a text of a section or a key that every draft has is told elsewhere. */
const isToldOtherwise = (path: Path, draft: string): boolean => {
  const [key, outer] = [path.at(-1), path.at(-3)];
  if (path.length === 2 && path[0] === draft) return key === 'title' || key === 'organization';
  return (
    key === 'body' || key === 'intro' || path.at(-2) === 'metrics' || (outer === 'metrics' && key === 'value')
  );
};

/** The last key of a path as the draft has it; of an item of a list, that of the list. */
function nameOf(path: Path, own: (key: string) => string): string {
  const key = path.findLast((each) => typeof each === 'string') as string;
  return isUnderName(path) ? key : own(key);
}

/** Whether the last key of a path is a name that the author gave, such as that of a target. */
const isUnderName = (path: Path): boolean =>
  ['targets', 'results', 'history', 'terms'].includes(String(path.at(-2)));

function* inMetric({ id, path, data: { value, formula } }: Metric): Generator<Finding> {
  if (value === undefined && formula === undefined)
    yield { path, at: 'key', message: 'value-missing', data: { id } };
  else if (value !== undefined && isOpenValue(value) && !hasPlaceholder(value))
    yield { path: [...path, 'value'], message: 'value-missing', data: { id } };
}

function* inText(
  { path, text }: Pick<Scalar, 'path' | 'text'>,
  find: (text: string) => readonly Span[],
): Generator<Finding> {
  for (const span of find(text)) {
    const found = text.slice(...span);
    yield { path, span, message: 'placeholder', data: { shown: shown(found), written: found } };
  }
}

/** A placeholder as a message names it: in quotes unless it has brackets of its own, long ones cut. */
function shown(found: string): string {
  const [first = '', last = ''] = [found[0], found.at(-1)];
  if (!/[【[]/.test(first)) return `“${found}”`;
  return found.length > 24 ? `${found.slice(0, 22)}…${last}` : found;
}
