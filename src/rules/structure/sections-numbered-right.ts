import type { Section } from '../../model/report.ts';
import { follows, runningOn, sameNumber } from '../../model/running-numbers.ts';
import type { Reading } from '../../reading/reading.ts';
import { en, zh, type Rule } from '../rule.ts';

/** A number before 1: 0. Introduction, 0.1 or 1.0 Overview. */
const isZero = (number: string): boolean => /^0(?:\.\d+)*[.、．]?$|^\d+(?:\.\d+)*\.0\.?$/.test(number.trim());

/** The sections of a report whose written numbers run on from the group before. */
const running = ({ report: { parts } }: Reading): ReadonlySet<Section> =>
  new Set(
    parts.flatMap(({ sections }) => [
      ...runningOn<Section>(sections, ({ data, number }) =>
        data.numbered === false ? undefined : (data.number ?? number),
      ),
    ]),
  );

/** The sections of all parts that stand one after the other, annexes apart. */
const firstSections = ({ report: { parts } }: Reading): readonly Section[] =>
  parts.flatMap(({ apart, sections }) => (apart ? [] : sections));

/** Whether the chapters all go on from one that is not the first, as those of an excerpt do: 三、, 四、, 五、. */
function isExcerpt(reading: Reading): boolean {
  const numbers = firstSections(reading).flatMap(({ data: { numbered, number } }) =>
    numbered === false ? [] : [number],
  );
  return (
    numbers.length > 1 &&
    numbers.every((number, at) => at === 0 || follows(numbers[at - 1] ?? '', number ?? ''))
  );
}

/** The sections that a section is counted with, up to itself and beyond, but for what takes no number. */
const countedWith = ({ parent, part }: Section, all: readonly Section[]): readonly Section[] =>
  (parent === undefined && part.numbering.parts === 'run-on' && !part.apart
    ? all
    : (parent ?? part).sections
  ).filter(({ data }) => data.numbered !== false);

/**
 * Whether a number stands in a list that begins anew among its siblings, as that of a form or a contract in a document does: 五、, then 一、, 二、
 * and 三、. Whether that was meant only its author can tell.
 */
function beginsAnew({ path }: Section, siblings: readonly Section[]): boolean {
  const written = siblings.map(({ data, number }) => data.number ?? number);
  const at = siblings.findIndex((each) => each.path === path);
  const start = written.findLastIndex(
    (number, index) => index > 0 && index <= at && sameNumber(number, siblings[0]?.number ?? ''),
  );
  return (
    start > 0 && [start, start + 1].every((index) => follows(written[index] ?? '', written[index + 1] ?? ''))
  );
}

/** Whether a number that differs only goes on from that of the section before, which differs already. */
function goesOn({ data, path }: Section, siblings: readonly Section[]): boolean {
  const at = siblings.findIndex((each) => each.path === path);
  const before = siblings[at - 1];
  const written = before?.data.number;
  return (
    written !== undefined && !sameNumber(written, before?.number ?? '') && follows(written, data.number ?? '')
  );
}

/** What is wrong with a number, and whether it is less than an error. */
function judged(section: Section, number: string, reading: Reading) {
  const { number: computed, depth } = section;
  if (computed === '')
    return {
      message: 'unnumbered',
      isAnew: false,
      isSlight: depth === 0 && reading.once(isExcerpt),
    } as const;
  const siblings = countedWith(section, firstSections(reading));
  const isAnew = beginsAnew(section, siblings);
  const isShifted = isAnew || goesOn(section, siblings);
  const isFirst = isAnew && sameNumber(number, siblings[0]?.number ?? '');
  return {
    message: isFirst ? 'anew' : isShifted ? 'shifted' : 'differs',
    isAnew,
    isSlight: isShifted || (depth === 0 && reading.once(isExcerpt)),
  } as const;
}

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
    shifted: {
      en: ({ number, computed }) =>
        `“${number}” goes on from the wrong number before it; the order gives “${computed}”`,
      zh: ({ number, computed }) => `“${number}”接着前一个有误的序号往下排，按次序应为“${computed}”`,
      help: {
        en: () => 'see to the number before it first; then remove both lines, numbers are computed',
        zh: () => '先看前一处；改好后两行都可删去：序号由程序编排',
      },
    },
    anew: {
      en: ({ number, computed }) =>
        `the numbers begin anew here, with “${number}”; the order gives “${computed}”`,
      zh: ({ number, computed }) => `序号到这里重新排起，写作“${number}”，按次序应为“${computed}”`,
      help: {
        en: () =>
          'leave it where a form or a contract has numbers of its own; else correct or remove the lines',
        zh: () => '表格、合同等自有序号的，不必改；否则改正，或删去这些行',
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
    *section(section, { reading }) {
      const { data, number: computed, path } = section;
      const { number } = data;
      if (number === undefined || sameNumber(number, computed)) return;
      // what counts from zero stands before the first that is counted
      if (computed === '' && isZero(number)) return;
      // nor is it wrong to count through
      if (reading.once(running).has(section)) return;
      const { message, isAnew, isSlight } = judged(section, number, reading);
      yield {
        path: [...path, 'number'],
        // one gap is one error: what follows it is shifted with it
        ...(isSlight && { severity: 'info' as const }),
        message,
        data: { number, computed },
        ...(!isAnew && {
          fix: { path: [...path, 'number'], ...(computed !== '' && { insert: computed }), safe: true },
        }),
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
