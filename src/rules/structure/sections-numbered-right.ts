import { en, zh, type Rule } from '../rule.ts';

/** Compares numbers as printed, whatever the width of their brackets and dots. */
const same = (a: string, b: string): boolean =>
  a.normalize('NFKC').replaceAll(/\s/g, '') === b.normalize('NFKC').replaceAll(/\s/g, '');

/** A number before 1: 0. Introduction, 0.1 or 1.0 Overview. */
const isZero = (number: string): boolean => /^0(?:\.\d+)*[.、．]?$|^\d+(?:\.\d+)*\.0\.?$/.test(number.trim());

export const sectionsNumberedRight: Rule = {
  id: 'sections-numbered-right',
  severity: 'error',
  scope: 'draft',
  summary: {
    en: 'Where a number is written, it is the one that the order gives.',
    zh: '写出的序号要与编排的一致。',
  },
  why: {
    en: 'Numbers are computed from the order of the sections and the numbering of the part. A written number that differs means that a section was moved, or that the numbering is set wrongly.',
    zh: '序号按章节先后和编号方式编排。写出的序号不符，说明章节挪动过，或者编号方式设错了。',
  },
  messages: {
    differs: {
      en: ({ number, computed }) => `the number should be “${computed}”, not “${number}”`,
      zh: ({ number, computed }) => `序号应为“${computed}”，写作“${number}”`,
      help: {
        en: () => 'correct or remove the line; numbers are computed',
        zh: () => '改正，或删去这一行：序号由程序编排',
      },
    },
    unnumbered: {
      en: ({ number }) => `this section takes no number, but “${number}” is written`,
      zh: ({ number }) => `本章节不编号，却写了“${number}”`,
      help: {
        en: () => 'remove this line, or “numbered: false”',
        zh: () => '删去这一行，或删去“是否编号: 否”',
      },
    },
  },

  on: {
    *section({ data, number: computed, path }) {
      const { number } = data;
      if (number === undefined || same(number, computed)) return;
      // what counts from zero stands before the first that is counted
      if (computed === '' && isZero(number)) return;
      yield {
        path: [...path, 'number'],
        message: computed === '' ? 'unnumbered' : 'differs',
        data: { number, computed },
        fix: { path: [...path, 'number'], ...(computed !== '' && { insert: computed }), safe: true },
      };
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Main tasks
              sections:
                - title: Road safety
                  number: '1.1'
                  body: A calm year.
      `,
      bad: en`
        summary:
          sections:
            - title: Main tasks
              sections:
                - title: Road safety
                  number: '1.2'
                  body: A calm year.
      `,
      finds: ['10:19 differs'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 重点工作
              章节:
                - 标题: 校园安全
                  序号: （一）
                  正文: 全年平稳。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 重点工作
              章节:
                - 标题: 校园安全
                  序号: （二）
                  正文: 全年平稳。
      `,
      finds: ['10:15 differs'],
    },
  },
};
