import { needlessCommas } from '../../style/list-marks.ts';
import { zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const commasNeeded: Rule = {
  id: 'commas-needed',
  severity: 'info',
  languages: ['zh'],
  summary: {
    en: 'No 、 stands between adjacent quotations or titles.',
    zh: '并列的引号、书名号之间不用顿号。',
  },
  why: {
    en: 'GB/T 15834: quotation marks and title marks part what they hold by themselves, so that nothing stands between “甲”“乙” or 《甲》《乙》; where a note in brackets follows one of them, a 、 is right.',
    zh: 'GB/T 15834 规定，标有引号、书名号的并列成分之间通常不用顿号，写“甲”“乙”、《甲》《乙》；其间有括注的，可以用。',
  },
  messages: {
    needless: {
      en: () => '“、” stands between adjacent quotations or titles',
      zh: () => '并列的引号或书名号之间用了顿号',
      help: { en: () => 'remove it', zh: () => '删去顿号' },
    },
  },

  on: {
    *text(prose) {
      yield* amissFindings(prose, prose.once(needlessCommas), () => ({ message: 'needless' }));
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 推进“明厨”“亮灶”，印发《办法》（试行）、《细则》。 }
      `,
      bad: zh`
        总结: { 导语: 推进“明厨”、“亮灶”，印发《办法》、《细则》。 }
      `,
      finds: ['5:17 needless', '5:29 needless'],
    },
  },
};
