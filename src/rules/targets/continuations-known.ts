import { continuations, isTouchedOn } from '../../style/vague-plans.ts';
import { zh, type Rule } from '../rule.ts';

export const continuationsKnown: Rule = {
  id: 'continuations-known',
  severity: 'info',
  languages: ['zh'],
  scope: 'draft',
  summary: {
    en: 'What a plan means to go on with stands in the summary.',
    zh: '计划里“继续”做的，总结里要有。',
  },
  why: {
    en: 'To go on with something says that it was begun. Where the summary has no word of it, either the summary has a gap or it is new.',
    zh: '说“继续”，就是已经在做；总结只字未提的，要么总结漏写，要么其实是新工作。',
  },
  messages: {
    unknown: {
      en: ({ found }) => `the summary says nothing of what is to go on: “${found}”`,
      zh: ({ found }) => `“${found}”，总结里没有提到`,
      help: {
        en: () => 'say in the summary what was done, or drop 继续',
        zh: () => '总结里补写已做的，或删去“继续”',
      },
    },
  },

  on: {
    *report({ texts }) {
      const summary = texts.filter(({ part }) => part?.kind === 'summary');
      const said = summary.map(({ text }) => text).join('\n');
      // of a summary that is hardly begun nothing can be missing
      if (said.length < LEAST) return;
      for (const prose of texts) {
        if (prose.part?.kind !== 'plan' || prose.path.at(-1) === 'title') continue;
        for (const each of prose.once(continuations))
          if (prose.isTyped(each.span) && !isTouchedOn(each, said))
            yield {
              ...prose.place(each.span),
              message: 'unknown',
              data: { found: prose.text.slice(...each.span) },
            };
      }
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 全年修复路灯96盏，更换座椅40张，清理河道12公里，建成口袋公园3个，新设垃圾分类点20处，受理来电1200件。 }
        计划: { 导语: 继续修复路灯。 }
      `,
      bad: zh`
        总结: { 导语: 全年修复路灯96盏，更换座椅40张，清理河道12公里，建成口袋公园3个，新设垃圾分类点20处，受理来电1200件。 }
        计划: { 导语: 继续加固水库大坝。 }
      `,
      finds: ['6:11 unknown'],
    },
  },
};

const LEAST = 50;
