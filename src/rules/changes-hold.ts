import type { Finding } from '../diagnostic.ts';
import { comparedChanges, declaredChanges, pairedChanges, toldChanges, type ChangeClaim } from '../model/change-claims.ts';
import { proseOf, type Prose } from '../model/prose.ts';
import { sentencesOf } from '../model/sentences.ts';
import { changeHolds, rightChange } from '../quantity/change.ts';
import { zh, type Rule } from './rule.ts';

export const changesHold: Rule = {
  id: 'changes-hold',
  severity: 'error',
  figures: true,
  summary: { en: 'A change in the text leads from the old value to the new one.', zh: '正文中的增减与前后两数相符。' },
  why: {
    en: 'Last year’s number left in a copied sentence shows up here: value, previous value and the stated increase or decrease are computed again, absolute, relative or in percentage points, with the rounding that they show.',
    zh: '照抄上年句子、漏改数字，在这里能查出来：本年数、上年数与所写的增减数、增减幅度、百分点，按各自的精度重新计算。',
  },
  messages: {
    differs: {
      en: ({ change, before, after, result }) => `from ${before} to ${after} is a change of ${result}, not ${change}`,
      zh: ({ change, before, after, result }) => `由${before}到${after}，变动应为${result}，写作${change}`,
      help: { en: () => 'check the change and both values', zh: () => '核对增减数和前后两数' },
    },
    direction: {
      en: ({ before, after, direction }) => `from ${before} to ${after} is ${direction === 'up' ? 'no increase' : 'no decrease'}`,
      zh: ({ before, after, direction }) => `由${before}到${after}，不是${direction === 'up' ? '增加' : '减少'}`,
      help: { en: () => 'check the word and both values', zh: () => '核对增减用语和前后两数' },
    },
  },

  *check(report, { names }) {
    for (const prose of proseOf(report, names))
      for (const sentence of sentencesOf(prose)) {
        for (const claim of declaredChanges(sentence, prose.section?.metrics ?? [], report)) yield* findingOf(claim, prose);
        for (const claim of [...toldChanges(sentence), ...comparedChanges(sentence), ...pairedChanges(sentence)]) yield* findingOf(claim, prose);
      }
  },

  examples: {
    good: zh`
      总结:
        章节:
          - 标题: 高考
            正文: 入围3460人，比2016年增加307人，增长9.7%。
            指标:
              入围: { 数值: 3460人, 上年值: 3153人 }
    `,
    bad: zh`
      总结:
        章节:
          - 标题: 高考
            正文: 入围3460人，比2016年增加317人。
            指标:
              入围: { 数值: 3460人, 上年值: 3153人 }
    `,
    finds: ['8:27 differs'],
  },
};

function* findingOf({ before, after, change, direction, beforeText, metric }: ChangeClaim, prose: Prose): Generator<Finding> {
  if (changeHolds({ before, after }, change, direction) !== false) return;
  const order = after.number.compare(before.number);
  const wrongWay = order !== 0 && order > 0 !== (direction === 'up');
  const declared = metric && { path: metric.data.previous === undefined ? ([...metric.path, 'history'] as const) : ([...metric.path, 'previous'] as const) };
  yield {
    ...prose.place(change.span),
    message: wrongWay ? 'direction' : 'differs',
    data: { change: change.text, before: beforeText, after: after.text, direction, result: rightChange({ before, after }, change) },
    related: [
      { ...prose.place(after.span), note: { en: 'the value', zh: '本年数' } },
      ...(declared ? [{ ...declared, note: { en: 'the previous value', zh: '上年数' } }] : []),
    ],
  };
}
