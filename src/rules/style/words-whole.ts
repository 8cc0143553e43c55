import { wordingFaults } from '../../style/whole-wording.ts';
import { zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const wordsWhole: Rule = {
  id: 'words-whole',
  severity: 'info',
  languages: ['zh'],
  summary: { en: 'No word is left out, none is said twice over.', zh: '词语不缺、不赘、不自相矛盾。' },
  why: {
    en: 'In a hurry 率 is left out of a rate (学历达标99.39%) and 全 of an area (市2万名教师); 无…的发生 says twice that something happens; 防止…不再发生 wishes for what it means to prevent; 本着…为原则 is two constructions in one. All but the negation are a remark.',
    zh: '赶稿时容易漏字，如“学历达标99.39%”漏了“率”、“市2万名教师”漏了“全”；“无事故的发生”多了“的发生”；“防止事故不再发生”意思正好说反；“本着……为原则”是两种句式混在一起。意思说反的报警告，其余只作提示。',
  },
  messages: {
    rate: {
      en: ({ found }) => `“${found}” before a percentage lacks 率`,
      zh: ({ found }) => `“${found}”后面是百分比，可能漏了“率”`,
      help: { en: () => 'name the rate: …率', zh: () => '写明是什么率，如“达标率”' },
    },
    area: {
      en: ({ found }) => `“${found}” before a number lacks 全 or 我`,
      zh: ({ found }) => `数字前只有“${found}”，可能漏了“全”或“我”`,
      help: {
        en: ({ found }) => `write 全${found} or 我${found}`,
        zh: ({ found }) => `写“全${found}”或“我${found}”`,
      },
    },
    occurred: {
      en: ({ found }) => `“${found}” says again what 无 and 没有 say`,
      zh: ({ found }) => `“${found}”多余`,
      help: { en: () => 'write 未发生…, or leave it out', zh: () => '写作“未发生……”，或删去这几个字' },
    },
    negated: {
      en: ({ found }) => `“${found}” negates twice and says the contrary`,
      zh: ({ found }) => `“${found}”两重否定，意思说反了`,
      help: { en: () => 'leave one of the negations', zh: () => '去掉一个否定词' },
    },
    blended: {
      en: ({ found }) => `“${found}” is two constructions in one`,
      zh: ({ found }) => `“${found}”是两种句式混在一起`,
      help: { en: () => 'keep one of them', zh: () => '只用一种句式' },
    },
  },

  on: {
    *text(prose) {
      yield* amissFindings(prose, prose.once(wordingFaults), ({ kind }) => ({
        message: kind,
        ...(kind === 'negated' && { severity: 'warning' as const }),
      }));
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 教师学历达标率99.39%，全市2万余名教师参训，全年未发生责任事故，防止事故再次发生。 }
      `,
      bad: zh`
        总结: { 导语: 教师学历达标99.39%，市2万余名教师参训，全年无责任事故的发生，防止事故不再发生。 }
      `,
      finds: ['5:15 rate', '5:24 area', '5:41 occurred', '5:45 negated'],
    },
  },
};
