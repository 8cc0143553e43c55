import { dashFaults } from '../../style/dashes.ts';
import { zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const dashesWhole: Rule = {
  id: 'dashes-whole',
  severity: 'warning',
  languages: ['zh'],
  summary: {
    en: 'Ranges, dashes and dots have their own marks in Chinese.',
    zh: '连接号、破折号、省略号写全。',
  },
  why: {
    en: 'In a Chinese text a hyphen joins codes, telephone numbers and dates such as 2018-01-17; a range takes — or ～ (11月22日—24日, 15%～20%), a dash is ——, dots are ……, which 等 makes needless (GB/T 15834).',
    zh: '短横线只用于编号、电话和 2018-01-17 这样的日期；起止用“—”或“～”（11月22日—24日、15%～20%），破折号是“——”，省略号是“……”，不与“等”并用（GB/T 15834）。',
  },
  messages: {
    range: {
      en: ({ found }) => `a range is written with “${found}”`,
      zh: ({ found }) => `起止之间用了“${found}”`,
      help: { en: () => 'write “—” or “～”', zh: () => '改用“—”或“～”' },
    },
    wave: {
      en: () => 'the wave of a range is half-width',
      zh: () => '表示起止的“~”是半角',
      help: { en: () => 'write “～”', zh: () => '改用“～”' },
    },
    dash: {
      en: ({ found }) => `“${found}” stands for a dash`,
      zh: ({ found }) => `破折号写成了“${found}”`,
      help: { en: () => 'write “——”', zh: () => '改用“——”' },
    },
    lone: {
      en: () => 'a single “—” parts two clauses',
      zh: () => '引号、书名号内的破折号只有一半',
      help: { en: () => 'write “——”; for a range “—” is right', zh: () => '改用“——”；表示起止的“—”不必改' },
    },
    dots: {
      en: ({ found }) => `“${found}” stands for dots`,
      zh: ({ found }) => `省略号写成了“${found}”`,
      help: { en: () => 'write “……”', zh: () => '改用“……”' },
    },
    'dots-etc': {
      en: () => 'dots and 等 say the same',
      zh: () => '省略号与“等”重复',
      help: { en: () => 'leave one of them', zh: () => '两者留一' },
    },
  },

  on: {
    *text(prose) {
      yield* amissFindings(prose, prose.once(dashFaults), ({ kind }) => ({
        message: kind,
        ...(kind === 'wave' && { severity: 'info' as const }),
        ...(kind === 'lone' && { severity: 'info' as const, safe: false }),
      }));
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 11月22日—24日开展培训，电话 0750-1234567，编号 A-12，2018-01-17 印发——逐项落实。 }
      `,
      bad: zh`
        总结: { 导语: 11月22-24日开展培训，合格率15%~20%，路灯--全部修复，座椅、雨棚...等。 }
      `,
      finds: ['5:16 range', '5:31 wave', '5:38 dash', '5:50 dots-etc'],
    },
  },
};
