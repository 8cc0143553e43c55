import { wideLetters } from '../../style/wide-letters.ts';
import { zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const digitsNarrow: Rule = {
  id: 'digits-narrow',
  severity: 'warning',
  languages: ['zh'],
  summary: { en: 'Digits and Latin letters are half-width.', zh: '数字和字母用半角。' },
  why: {
    en: 'GB/T 15835 sets Arabic figures half-width; full-width ones come from an input method and cannot be sought. A full-width comma that parts thousands (6，645) reads as two figures.',
    zh: 'GB/T 15835 规定阿拉伯数字用半角；全角的是输入法留下的，搜也搜不到。千位之间用了全角逗号（6，645），会被读成两个数。',
  },
  messages: {
    letters: {
      en: ({ found }) => `“${found}” is full-width`,
      zh: ({ found }) => `“${found}”是全角`,
      help: { en: ({ insert }) => `write “${insert}”`, zh: ({ insert }) => `改为“${insert}”` },
    },
    comma: {
      en: ({ found }) => `“${found}” has a full-width comma`,
      zh: ({ found }) => `“${found}”里的逗号是全角`,
      help: {
        en: ({ insert }) => `if it is one figure, write “${insert}”`,
        zh: ({ insert }) => `如果是一个数，写“${insert}”`,
      },
    },
  },

  on: {
    *text(prose) {
      yield* amissFindings(prose, prose.once(wideLetters), ({ kind }) => ({
        message: kind,
        safe: kind === 'letters',
      }));
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: '全年修复路灯96盏，分3，5，8月三批完成，A类6,645处。' }
      `,
      bad: zh`
        总结: { 导语: 全年修复路灯９６盏，Ａ类6，645处。 }
      `,
      finds: ['5:17 letters', '5:21 letters', '5:23 comma'],
    },
  },
};
