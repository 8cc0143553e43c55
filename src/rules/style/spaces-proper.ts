import { looseSpaces, missingSpaces } from '../../style/spaces.ts';
import { zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const spacesProper: Rule<{ pangu: boolean }> = {
  id: 'spaces-proper',
  severity: 'info',
  languages: ['zh'],
  options: {
    pangu: {
      default: false,
      example: true,
      description: {
        en: 'Whether a blank is wanted between Han characters and figures or Latin words, as many web pages set it; official style sets none.',
        zh: '汉字与数字、外文之间是否空一格。网页常空，公文不空。',
      },
    },
  },
  summary: { en: 'No stray blanks stand in Chinese sentences.', zh: '中文句子里没有多余的空格。' },
  why: {
    en: 'A blank between two Han characters or beside a mark is left over from pasting and shows in print. Official style sets none round figures and Latin words either; projects that want them there set “pangu”.',
    zh: '汉字之间、标点旁边的空格，多是粘贴留下的，印出来看得见。公文里数字、外文两边也不空格；要空的，把“pangu”设为 true。',
  },
  messages: {
    between: {
      en: () => 'a blank stands between Han characters',
      zh: () => '汉字之间有空格',
      help: { en: () => 'remove it', zh: () => '删去' },
    },
    'beside-mark': {
      en: () => 'a blank stands beside a mark',
      zh: () => '标点旁边有空格',
      help: { en: () => 'remove it', zh: () => '删去' },
    },
    'beside-figure': {
      en: () => 'a blank stands beside a figure or a Latin word',
      zh: () => '数字或外文旁边有空格',
      help: { en: () => 'remove it', zh: () => '删去' },
    },
    missing: {
      en: () => 'a blank is missing between Han and Latin characters',
      zh: () => '汉字与数字、外文之间没有空格',
      help: { en: () => 'set one', zh: () => '空一格' },
    },
  },

  on: {
    *text(prose, { options: { pangu } }) {
      const isTitle = prose.path.at(-1) === 'title';
      yield* amissFindings(prose, prose.once(looseSpaces), ({ kind }) =>
        // two titles on one line are parted by a blank
        (pangu && kind === 'beside-figure') || (isTitle && kind === 'between')
          ? undefined
          : { message: kind },
      );
      if (pangu) yield* amissFindings(prose, prose.once(missingSpaces), () => ({ message: 'missing' }));
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 全年修复路灯96盏，PM2.5平均浓度30微克。 }
      `,
      bad: zh`
        总结: { 导语: 全年 修复路灯 96盏， 投入25万元。 }
      `,
      finds: ['5:13 between', '5:18 beside-figure', '5:23 beside-mark'],
    },
  },
};
