import { pairFaults } from '../../style/pairs.ts';
import { en, zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const marksPaired: Rule = {
  id: 'marks-paired',
  severity: 'error',
  summary: {
    en: 'Brackets and quotation marks come in pairs.',
    zh: '括号、引号、书名号成对使用，嵌套正确。',
  },
  why: {
    en: 'A bracket or quotation mark without its partner leaves open where a remark or a quotation ends. Pairs are sought within a paragraph; labels such as 1) and apostrophes are none. In Chinese a title within a title takes 〈〉, a quotation within a quotation ‘’ (GB/T 15834).',
    zh: '缺了一半的括号、引号，读者不知道到哪里为止。在一段之内配对；1）这样的序号、英文撇号不算。书名号里再用书名号的，里面用〈〉；引号里再用引号的，里面用‘’（GB/T 15834）。',
  },
  messages: {
    unclosed: {
      en: ({ found }) => `“${found}” is not closed in this paragraph`,
      zh: ({ found }) => `“${found}”在本段内没有另一半`,
      help: { en: () => 'close it, or remove it', zh: () => '补上后一半，或者删去' },
    },
    unopened: {
      en: ({ found }) => `“${found}” closes nothing in this paragraph`,
      zh: ({ found }) => `“${found}”在本段内没有前一半`,
      help: { en: () => 'open it where it begins, or remove it', zh: () => '补上前一半，或者删去' },
    },
    straight: {
      en: () => 'a straight quotation mark of this paragraph has no partner',
      zh: () => '本段的直引号不成对',
      help: { en: () => 'close the quotation, or remove the mark', zh: () => '补上另一个，或者删去' },
    },
    'title-in-title': {
      en: () => 'a title within a title is marked with 〈〉',
      zh: () => '书名号里面的书名号用〈〉',
      help: { en: () => 'write 《…〈…〉…》', zh: () => '写作《……〈……〉……》' },
    },
    'quote-in-quote': {
      en: () => 'a quotation within a quotation is marked with single quotation marks',
      zh: () => '引号里面的引号用单引号',
      help: { en: () => 'write “… ‘…’ …”', zh: () => '写作“……‘……’……”' },
    },
  },

  on: {
    *text(prose) {
      yield* amissFindings(prose, prose.once(pairFaults), ({ kind }) => ({
        message: kind,
        ...(['title-in-title', 'quote-in-quote', 'straight'].includes(kind) && {
          severity: 'warning' as const,
        }),
      }));
    },
  },

  examples: {
    en: {
      good: en`
        summary: { intro: 'The board (of nine) met “the ‘green’ goal” of its plan: 1) trees, 2) lamps. It’s done.' }
      `,
      bad: en`
        summary: { intro: 'The board (of nine met the “green goal.' }
      `,
      finds: ['5:30 unclosed', '5:47 unclosed'],
    },
    zh: {
      good: zh`
        总结: { 导语: 印发《关于贯彻〈条例〉的意见》（试行），做到：1）有台账，2）有专人。 }
      `,
      bad: zh`
        总结: { 导语: 印发《关于贯彻《条例》的意见》，覆盖学校12所（含民办3所，“一校一策全部落实。 }
      `,
      finds: ['5:18 title-in-title', '5:34 unclosed', '5:41 unclosed'],
    },
  },
};
