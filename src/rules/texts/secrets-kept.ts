import { secrecyMarksOf } from '../../claims/names/secrecy-marks.ts';
import { en, zh, type Rule } from '../rule.ts';

export const secretsKept: Rule = {
  id: 'secrets-kept',
  severity: 'unfinished',
  summary: {
    en: 'Publish nothing that is marked as secret or for internal use.',
    zh: '标有密级或“内部文件”“此件不公开”字样的，不公开发布。',
  },
  why: {
    en: 'Text that is taken over from another document brings its mark along: either the mark is wrong, or the text must not be published. A mark stands in a line, a bracket or a sentence of its own; words about secrecy do not count.',
    zh: '从别的文件里搬来的文字常把标志一起带来：不是标志错了，就是文字不能公开（《保守国家秘密法》、GB/T 9704的密级和保密期限）。标志独占一行、一个括号或一句；说到保密工作的文字不算。',
  },
  messages: {
    marked: {
      en: ({ mark }) => `“${mark}” stands in a report that is to be published`,
      zh: ({ mark }) => `将公开的报告里有“${mark}”`,
      help: {
        en: () => 'have it cleared for publication and take the mark out, or take out what it covers',
        zh: () => '经保密审查可以公开的，删去标志；不能公开的，删去所标的内容',
      },
    },
  },

  on: {
    *report(reading) {
      for (const { path, span, written } of secrecyMarksOf(reading))
        yield { path, ...(span && { span }), message: 'marked', data: { mark: written } };
    },
  },

  examples: {
    en: {
      good: en`
        published: 2018-01-31
        summary: { intro: All 36 files are kept confidential. }
      `,
      bad: en`
        published: 2018-01-31
        summary: { intro: The office closed 36 files. (For internal use only) }
      `,
      finds: ['6:48 marked'],
    },
    zh: {
      good: zh`
        发布日期: 2018-01-31
        总结: { 导语: 开展保密宣传月活动4场；“此件不予公开”的公文40件。 }
      `,
      bad: zh`
        发布日期: 2018-01-31
        总结: { 导语: 全年办结36件。（此件不予公开） }
      `,
      finds: ['6:20 marked'],
    },
  },
};
