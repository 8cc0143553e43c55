import { wrongWords } from '../../style/word-claims.ts';
import { zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const wordsSuited: Rule = {
  id: 'words-suited',
  severity: 'warning',
  languages: ['zh'],
  summary: { en: 'Words that are easily mistaken for each other are the right ones.', zh: '易混的词用对。' },
  why: {
    en: 'Some words are wrong in most sentences and meant in a few (截止2017年底, 群众反应意见, 法制政府): their author has to look. Older spellings (其它, 台帐, 成份) are only a remark; official texts prefer one form (第一批异形词整理表).',
    zh: '有些词用在多数句子里是错的，少数情况下又是对的，如“截止2017年底”“反应意见”“法制政府”，要由起草人看一眼。“其它”“台帐”“成份”这类旧写法只作提示，公文用《第一批异形词整理表》推荐的写法。',
  },
  messages: {
    doubt: {
      en: ({ found, insert }) => `“${found}” may be meant as “${insert}”`,
      zh: ({ found, insert }) => `“${found}”疑为“${insert}”`,
      help: {
        en: ({ insert }) => `if so, write “${insert}”`,
        zh: ({ insert }) => `确有误的，改为“${insert}”`,
      },
    },
    variant: {
      en: ({ found, insert }) => `“${found}” is mostly written “${insert}”`,
      zh: ({ found, insert }) => `“${found}”一般写作“${insert}”`,
      help: { en: ({ insert }) => `write “${insert}”`, zh: ({ insert }) => `写作“${insert}”` },
    },
  },

  on: {
    *text(prose) {
      yield* amissFindings(prose, prose.once(wrongWords), ({ kind }) =>
        kind === 'misspelt'
          ? undefined
          : { message: kind, safe: false, ...(kind === 'variant' && { severity: 'info' as const }) },
      );
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 截至2017年底，办结群众反映意见12条；报名10月底截止。 }
      `,
      bad: zh`
        总结: { 导语: 截止2017年底，办结群众反应意见12条，建立台帐。 }
      `,
      finds: ['5:11 doubt', '5:24 doubt', '5:34 variant'],
    },
  },
};
