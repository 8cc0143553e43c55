import { labelFaults } from '../../style/label-marks.ts';
import { zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const labelsMarked: Rule = {
  id: 'labels-marked',
  severity: 'warning',
  languages: ['zh'],
  summary: { en: 'Numbers of items have the right mark behind them.', zh: '序号后面的标点用对。' },
  why: {
    en: 'GB/T 15834 and 9704: 一 takes 、, an Arabic number a low dot, a number in brackets or in a ring nothing, 第一 a comma. Titles need none of it: the program numbers them.',
    zh: 'GB/T 15834 和 9704 规定：“一”后用顿号，阿拉伯数字后用下脚点，带括号、带圈的序号后什么也不用，“第一”后用逗号。标题不写序号，由程序编排。',
  },
  messages: {
    numeral: {
      en: ({ found }) => `“${found}” stands behind a Chinese numeral`,
      zh: ({ found }) => `汉字序号后面用了“${found}”`,
      help: { en: () => 'write “、”', zh: () => '改用“、”' },
    },
    bracketed: {
      en: ({ found }) => `“${found}” stands behind a number in brackets`,
      zh: ({ found }) => `带括号或带圈的序号后面用了“${found}”`,
      help: { en: () => 'remove it', zh: () => '删去' },
    },
    digit: {
      en: () => '“、” stands behind an Arabic number',
      zh: () => '阿拉伯数字序号后面用了“、”',
      help: { en: () => 'write “.”', zh: () => '改用下脚点“.”' },
    },
    ordinal: {
      en: () => '“、” stands behind an ordinal',
      zh: () => '“第几”后面用了“、”',
      help: { en: () => 'write “，”', zh: () => '改用“，”' },
    },
  },

  on: {
    *text(prose) {
      if (prose.path.at(-1) === 'title') return;
      yield* amissFindings(prose, prose.once(labelFaults), ({ kind }) => ({ message: kind }));
    },
  },

  examples: {
    zh: {
      good: zh`
        总结:
          导语: |
            一、加强巡查。（一）每月一次。1.有台账。（1）有专人。第一，抓培训。

            一、二年级全部参加。
      `,
      bad: zh`
        总结:
          导语: |
            一．加强巡查。（一）、每月一次。1、有台账。第一、抓培训。
      `,
      finds: ['7:6 numeral', '7:15 bracketed', '7:22 digit', '7:29 ordinal'],
    },
  },
};
