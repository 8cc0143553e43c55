import type { Finding } from '../diagnostic.ts';
import { placeholders } from '../model/placeholders.ts';
import { quantitiesOf, textsOf, wordsOf, type Scalar } from '../model/texts.ts';
import { en, zh, type Rule } from './rule.ts';

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
    en: 'Templates and copied models leave 【…】, XX, TBD or metrics without a value; reports have been printed with them. In a draft they are a list of what is left to do; once the report is dated as published they are errors.',
    zh: '模板和旧稿常留下【……】、××、X万元、20XX年，或没有数值的指标，印出来就闹笑话。草稿里它们是待办清单；写上发布日期后就是错误。',
  },
  messages: {
    placeholder: { en: ({ shown }) => `${shown} is still to be filled in`, zh: ({ shown }) => `${shown}还没有填` },
    'value-missing': { en: ({ id }) => `the metric “${id}” has no value yet`, zh: ({ id }) => `指标“${id}”还没有数值` },
  },

  *check(report, { options: { phrases } }) {
    const pattern = phrases.length === 0 ? placeholders : new RegExp(`${longestFirst(phrases).map(literal).join('|')}|${placeholders.source}`, 'g');
    for (const scalar of [...textsOf(report), ...quantitiesOf(report), ...wordsOf(report)]) yield* inText(scalar, pattern);
    for (const { id, path, data } of report.metrics)
      if (data.value === undefined && data.formula === undefined) yield { path, at: 'key', message: 'value-missing', data: { id } };
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
      finds: ['8:30 placeholder', '8:37 placeholder', '10:9 value-missing'],
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

function* inText({ path, text }: Pick<Scalar, 'path' | 'text'>, pattern: RegExp): Generator<Finding> {
  for (const { 0: found, index } of text.matchAll(pattern))
    yield { path, span: [index, index + found.length], message: 'placeholder', data: { shown: shown(found) } };
}

const longestFirst = (phrases: readonly string[]): string[] => phrases.toSorted((a, b) => b.length - a.length);
const literal = (phrase: string): string => phrase.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A placeholder as a message names it: in quotes unless it has brackets of its own, long ones cut. */
function shown(found: string): string {
  const [first = '', last = ''] = [found[0], found.at(-1)];
  if (!/[【[]/.test(first)) return `“${found}”`;
  return found.length > 24 ? `${found.slice(0, 22)}…${last}` : found;
}
