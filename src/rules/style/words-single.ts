import { repeatedWords } from '../../style/repeated-words.ts';
import { en, zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

/** The word of what stands too often: “ the”. */
const firstOf = (found: unknown): string => String(found).trim().split(/\s/)[0] ?? '';

export const wordsSingle: Rule = {
  id: 'words-single',
  severity: 'warning',
  summary: { en: 'No word or phrase stands twice in a row.', zh: '词句不重复。' },
  why: {
    en: 'A phrase that stands twice (加大培训力度，加大培训力度; “the the”) is left over from an edit. Words that are doubled on purpose (实实在在, 一户一户, “that that”) are let pass.',
    zh: '“加大培训力度，加大培训力度”“的的”这样的重复是改稿留下的。实实在在、一户一户这类叠用，以及“目的的确”这样分属两个词的，不报。',
  },
  messages: {
    phrase: {
      en: ({ found }) => `a phrase stands twice: “${found}”`,
      zh: ({ found }) => `词句重复：“${found}”`,
      help: { en: () => `leave it once`, zh: () => `留一次` },
    },
    particle: {
      en: ({ found }) => `“${found}” is doubled`,
      zh: ({ found }) => `“${found}”重复`,
      help: { en: ({ insert }) => `leave “${insert}”`, zh: ({ insert }) => `留一个“${insert}”` },
    },
    word: {
      en: ({ found }) => `a word stands twice: “${firstOf(found)}”`,
      zh: ({ found }) => `单词重复：“${firstOf(found)}”`,
      help: { en: () => `leave it once`, zh: () => `留一个` },
    },
  },

  on: {
    *text(prose) {
      yield* amissFindings(prose, prose.once(repeatedWords), ({ kind }) => ({ message: kind }));
    },
  },

  examples: {
    en: {
      good: en`
        summary: { intro: 'The board had had its say, and that that was said was kept.' }
      `,
      bad: en`
        summary: { intro: 'The board met in in May.' }
      `,
      finds: ['5:36 word'],
    },
    zh: {
      good: zh`
        总结: { 导语: 一户一户走访，实实在在解决问题，目的的确达到。 }
      `,
      bad: zh`
        总结: { 导语: 加大培训力度，加大培训力度，做好群众的的工作。 }
      `,
      finds: ['5:17 phrase', '5:29 particle'],
    },
  },
};
