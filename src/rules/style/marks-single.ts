import { doubledMarks } from '../../style/doubled-marks.ts';
import { en, zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const marksSingle: Rule = {
  id: 'marks-single',
  severity: 'error',
  summary: { en: 'No two stops stand in a row.', zh: '标点不重复。' },
  why: {
    en: 'Two stops in a row (,, or 。，) are what is left of an edit. Which one is meant is mended where only one can be; ？！ and dots are right as they are.',
    zh: '“，，”“。，”这样连着的两个标点，是改稿留下的。只有一种改法的可以自动改；“？！”和省略号不算。',
  },
  messages: {
    doubled: {
      en: ({ found }) => `“${found}”: stops follow on each other`,
      zh: ({ found }) => `标点连用：“${found}”`,
      help: {
        en: ({ insert = '' }) => (insert === '' ? 'leave the one that is meant' : `leave “${insert}”`),
        zh: ({ insert = '' }) => (insert === '' ? '留下该用的一个' : `只留“${insert}”`),
      },
    },
  },

  on: {
    *text(prose) {
      yield* amissFindings(prose, prose.once(doubledMarks), () => ({ message: 'doubled' }));
    },
  },

  examples: {
    en: {
      good: en`
        summary: { intro: 'Lamps, benches, etc., were mended.' }
      `,
      bad: en`
        summary: { intro: 'Lamps,, benches and bins were mended.' }
      `,
      finds: ['5:25 doubled'],
    },
    zh: {
      good: zh`
        总结: { 导语: 路灯、座椅等已修复。居民问：何时完工？！ }
      `,
      bad: zh`
        总结: { 导语: 路灯、、座椅已修复，。全年投入25万元；，按期完工。 }
      `,
      finds: ['5:13 doubled', '5:20 doubled', '5:30 doubled'],
    },
  },
};
