import { wrongWords } from '../../style/word-claims.ts';
import { amissFindings } from '../amiss-findings.ts';
import { zh, type Rule } from '../rule.ts';

export const wordsRight: Rule = {
  id: 'words-right',
  severity: 'error',
  languages: ['zh'],
  summary: { en: 'Chinese words are spelt with their own characters.', zh: '不写别字。' },
  why: {
    en: 'A wrong character in an official text is read as carelessness about everything else in it. Only words that are wrong in every sentence are listed (按装, 布署, 竟争力); where their characters belong to two other words (毕竟争取到), or the text speaks of the word itself in quotes, nothing is said.',
    zh: '公文里一个别字，会让人怀疑其余内容是否也这样马虎。只列怎么写都是错的词，如“按装”“布署”“竟争力”；这些字分属前后两个词的（如毕竟、争取连写）、加了引号专门谈这个词的，不报。',
  },
  messages: {
    misspelt: {
      en: ({ found, insert }) => `“${found}” is a misspelling of “${insert}”`,
      zh: ({ found, insert }) => `“${found}”是别字，应为“${insert}”`,
      help: { en: ({ insert }) => `write “${insert}”`, zh: ({ insert }) => `写“${insert}”` },
    },
  },

  on: {
    *text(prose) {
      yield* amissFindings(prose, prose.once(wrongWords), ({ kind }) =>
        kind === 'misspelt' ? { message: kind } : undefined,
      );
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 全年安装路灯96盏，费用按装机数核定；毕竟争取到了资金。 }
      `,
      bad: zh`
        总结: { 导语: 全年按装路灯96盏，产业竟争力提升。 }
      `,
      finds: ['5:13 misspelt', '5:23 misspelt'],
    },
  },
};
