import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { openReport } from '../src/lint/open.ts';
import { beforeTitle, formatNumber } from '../src/model/numbering.ts';
import type { Report } from '../src/model/report.ts';
import { chineseNumeral, circledNumeral, letterNumeral, romanNumeral } from '../src/quantity/scan/numeral.ts';

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describe('Chinese numerals', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [111, '一百一十一'],
    [210, '二百一十'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1011, '一千零一十一'],
    [1100, '一千一百'],
    [1101, '一千一百零一'],
    [2020, '二千零二十'],
    [9999, '九千九百九十九'],
  ])('%i is %s', (value, written) => expect(chineseNumeral(value)).toBe(written));

  it('are right from 1 to 9999: spelt by rule, read back, and each another', () => {
    const written = upTo(9999).map((value) => {
      const numeral = chineseNumeral(value);
      if (numeral !== spell(value) || readChinese(numeral) !== value)
        expect([value, numeral, readChinese(numeral)]).toEqual([value, spell(value), value]);
      return numeral;
    });
    expect(new Set(written).size).toBe(9999);
    console.log(`${written.length} Chinese numerals, 0 wrong`);
  });

  it.each([0, -1, 10_000, 1.5])('give way to digits outside that range: %d', (value) =>
    expect(chineseNumeral(value)).toBe(String(value)),
  );
});

describe('other numerals', () => {
  const circles = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿';

  it('stand in circles up to 50, then in brackets', () => {
    expect(upTo(50).map(circledNumeral).join('')).toBe(circles);
    expect(upTo(50).map((value) => circledNumeral(value).normalize('NFKC'))).toEqual(upTo(50).map(String));
    expect([51, 120].map(circledNumeral)).toEqual(['（51）', '（120）']);
  });

  it('are Roman from i to mmmcmxcix', () => {
    expect([1, 2, 3, 4, 5, 9, 14, 40, 49, 90, 400, 999, 1994, 3999].map(romanNumeral)).toEqual(
      'i ii iii iv v ix xiv xl xlix xc cd cmxcix mcmxciv mmmcmxcix'.split(' '),
    );
    expect(upTo(3999).map((value) => readRoman(romanNumeral(value)))).toEqual(upTo(3999));
    expect(upTo(3999).filter((value) => /(.)\1{3}/.test(romanNumeral(value)))).toEqual([]);
  });

  it('are letters from a to z, then aa', () => {
    expect([1, 2, 26, 27, 52, 53, 702, 703].map(letterNumeral)).toEqual([
      'a',
      'b',
      'z',
      'aa',
      'az',
      'ba',
      'zz',
      'aaa',
    ]);
    const read = (letters: string): number =>
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
    expect(upTo(2000).map((value) => read(letterNumeral(value)))).toEqual(upTo(2000));
  });
});

describe('a pattern written as its first number', () => {
  it.each([
    ['一、', [3], '三、'],
    ['（一）', [1, 12], '（十二）'],
    ['第一部分', [2], '第二部分'],
    ['第一章　', [11], '第十一章　'],
    ['1.', [4, 3], '3.'],
    ['1、', [3], '3、'],
    ['01', [3], '03'],
    ['01.', [10], '10.'],
    ['（1）', [3], '（3）'],
    ['１．', [12], '１２．'],
    ['１．１', [2, 10], '２．１０'],
    ['1.1', [5, 2, 3], '2.3'],
    ['1.1.1', [5, 2, 3], '5.2.3'],
    ['1.1', [7], '7'],
    ['①', [3], '③'],
    ['①', [51], '（51）'],
    ['(a)', [3], '(c)'],
    ['A.', [3], 'C.'],
    ['i)', [3], 'iii)'],
    ['I.', [4], 'IV.'],
    ['Part A', [2], 'Part B'],
    ['Chapter I', [9], 'Chapter IX'],
    ['Annex 1:', [2], 'Annex 2:'],
    ['—', [2], '—'],
  ])('%s with %j is %s', (pattern, ordinals, number) => expect(formatNumber(pattern, ordinals)).toBe(number));

  it('is set off from a title by what ends it', () => {
    expect(['一、', '（一）', '1.', '①', '1', ''].map((number) => beforeTitle(number, 'zh'))).toEqual([
      '一、',
      '（一）',
      '1.',
      '①',
      '1 ',
      '',
    ]);
    expect(['1', '1.1', '(a)', ''].map((number) => beforeTitle(number, 'en'))).toEqual([
      '1 ',
      '1.1 ',
      '(a) ',
      '',
    ]);
  });
});

describe('the three ways of numbering parts', () => {
  const parts = {
    summary: { sections: [{ sections: [{}, {}] }, { sections: [{}, {}] }] },
    problems: { sections: [{ sections: [{}] }] },
    plan: { sections: [{ sections: [{}] }, {}] },
    annexes: [{ sections: [{}, {}] }, { sections: [{}] }],
  };
  it.each([
    [
      'zh',
      'separate',
      true,
      '',
      '一、（一）（二）二、（一）（二） | 一、（一） | 一、（一）二、 | 一、二、 | 一、',
    ],
    [
      'zh',
      'separate',
      false,
      '',
      '一、（一）（二）二、（三）（四） | 一、（一） | 一、（一）二、 | 一、二、 | 一、',
    ],
    [
      'zh',
      'numbered',
      true,
      '一、二、三、',
      '（一）1.2.（二）1.2. | （一）1. | （一）1.（二） | 一、二、 | 一、',
    ],
    [
      'zh',
      'numbered',
      false,
      '一、二、三、',
      '（一）1.2.（二）3.4. | （一）1. | （一）1.（二） | 一、二、 | 一、',
    ],
    [
      'zh',
      'run-on',
      true,
      '',
      '一、（一）（二）二、（一）（二） | 三、（一） | 四、（一）五、 | 一、二、 | 一、',
    ],
    [
      'zh',
      'run-on',
      false,
      '',
      '一、（一）（二）二、（三）（四） | 三、（一） | 四、（一）五、 | 一、二、 | 一、',
    ],
    ['en', 'separate', true, '', '1 1.1 1.2 2 2.1 2.2 | 1 1.1 | 1 1.1 2 | 1 2 | 1'],
    ['en', 'separate', false, '', '1 1.1 1.2 2 2.3 2.4 | 1 1.1 | 1 1.1 2 | 1 2 | 1'],
    [
      'en',
      'numbered',
      true,
      '1 2 3',
      '1.1 1.1.1 1.1.2 1.2 1.2.1 1.2.2 | 2.1 2.1.1 | 3.1 3.1.1 3.2 | 1 2 | 1',
    ],
    [
      'en',
      'numbered',
      false,
      '1 2 3',
      '1.1 1.1.1 1.1.2 1.2 1.2.3 1.2.4 | 2.1 2.1.1 | 3.1 3.1.1 3.2 | 1 2 | 1',
    ],
    ['en', 'run-on', true, '', '1 1.1 1.2 2 2.1 2.2 | 3 3.1 | 4 4.1 5 | 1 2 | 1'],
    ['en', 'run-on', false, '', '1 1.1 1.2 2 2.3 2.4 | 3 3.1 | 4 4.1 5 | 1 2 | 1'],
  ])('%s, %s, restart %s', (language, mode, restart, partNumbers, sectionNumbers) => {
    const report = reportOf({ language, numbering: { parts: mode, restart }, ...parts });
    const gap = language === 'en' ? ' ' : '';
    expect(
      report.parts
        .map(({ number }) => number)
        .join(gap)
        .trim(),
    ).toBe(partNumbers);
    expect(report.parts.map((part) => numbersOf(report, part.kind, part.path).join(gap)).join(' | ')).toBe(
      sectionNumbers,
    );
  });

  it('may differ from part to part', () => {
    const report = reportOf({
      language: 'zh',
      ...parts,
      plan: {
        numbering: { restart: false, levels: ['1、', '(1)'] },
        sections: [{ sections: [{}, {}] }, { sections: [{}] }],
      },
    });
    expect(numbersOf(report, 'summary')).toEqual(['一、', '（一）', '（二）', '二、', '（一）', '（二）']);
    expect(numbersOf(report, 'plan')).toEqual(['1、', '(1)', '(2)', '2、', '(3)']);
  });

  it('takes the language from the keys where the draft names none', () => {
    const report = reportOf(parts);
    expect(numbersOf(report, 'plan')).toEqual(['1', '1.1', '2']);
  });
});

describe('sections', () => {
  it('without a number leave no gap', () => {
    const report = reportOf({
      language: 'zh',
      summary: { sections: [{}, { numbered: false }, { sections: [{ numbered: false }, {}, {}] }] },
    });
    expect(numbersOf(report, 'summary')).toEqual(['一、', '', '二、', '', '（一）', '（二）']);
  });

  it('without a number leave no gap where the second level runs on', () => {
    const sections = [{ sections: [{}, { numbered: false }] }, { sections: [{ numbered: false }, {}] }];
    const report = reportOf({ language: 'zh', numbering: { restart: false }, summary: { sections } });
    expect(numbersOf(report, 'summary')).toEqual(['一、', '（一）', '', '二、', '', '（二）']);
  });

  it('may set the patterns of those below them, whose own depths go on from there', () => {
    const report = reportOf({
      language: 'zh',
      summary: {
        sections: [
          {
            levels: ['1.', '1.1'],
            sections: [{ sections: [{}, {}] }, { numbered: false, sections: [{}] }, {}],
          },
          { sections: [{ sections: [{}] }] },
          { levels: ['（1）'], sections: [{ sections: [{}] }] },
        ],
      },
    });
    expect(numbersOf(report, 'summary')).toEqual([
      '一、',
      '1.',
      '1.1',
      '1.2',
      '',
      '1.',
      '2.',
      '二、',
      '（一）',
      '1.',
      '三、',
      '（1）',
      '1.',
    ]);
  });

  it('of the third level start again where the second runs on', () => {
    const sections = [
      { sections: [{ sections: [{}, {}] }, { sections: [{}] }] },
      { sections: [{ sections: [{}] }] },
    ];
    const report = reportOf({ language: 'zh', numbering: { restart: false }, summary: { sections } });
    expect(numbersOf(report, 'summary')).toEqual([
      '一、',
      '（一）',
      '1.',
      '2.',
      '（二）',
      '1.',
      '二、',
      '（三）',
      '1.',
    ]);
  });

  it.each([
    ['zh', ['二、', '（二）', '2.', '（2）', '②', '']],
    ['en', ['2', '2.2', '2.2.2', '(b)', '(ii)', '']],
  ])('nest to six levels in %s, the last without a number of its own', (language, numbers) => {
    const report = reportOf({ language, summary: { sections: nested(6) } });
    expect(report.sections.filter((_, index) => index % 2 === 1).map(({ number }) => number)).toEqual(
      numbers,
    );
    expect(report.sections.at(-1)?.ordinals).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('take patterns of the draft’s own at every level', () => {
    const levels = ['第一部分', '第一章', '1、', '(a)', 'A.', 'i)'];
    const report = reportOf({ language: 'zh', numbering: { levels }, summary: { sections: nested(6) } });
    expect(report.sections.filter((_, index) => index % 2 === 1).map(({ number }) => number)).toEqual([
      '第二部分',
      '第二章',
      '2、',
      '(b)',
      'B.',
      'ii)',
    ]);
  });

  it('run on past fifty in circles', () => {
    const report = reportOf({
      language: 'zh',
      numbering: { levels: ['①'] },
      summary: { sections: upTo(52).map(() => ({})) },
    });
    expect(numbersOf(report, 'summary').slice(48)).toEqual(['㊾', '㊿', '（51）', '（52）']);
  });
});

/** Two sections a level, the second of which holds the next level. */
const nested = (levels: number): object[] => (levels === 0 ? [] : [{}, { sections: nested(levels - 1) }]);

function reportOf(data: object): Report {
  const { report } = openReport(
    '2017.report.yaml',
    JSON.stringify({ schema: 1, title: '报告', organization: '某局', year: 2017, ...data }),
    () => undefined,
  );
  if (report === undefined) throw new Error('there is no report');
  return report;
}

const numbersOf = ({ sections }: Report, kind: string, path?: readonly unknown[]): string[] =>
  sections
    .filter(({ part }) => part.kind === kind && (path === undefined || part.path === path))
    .map(({ number }) => number);

/** A numeral by rule, from the largest unit down. */
function spell(value: number, inside = false): string {
  const digits = '零一二三四五六七八九';
  for (const [worth, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    if (value < worth) continue;
    const rest = value % worth;
    const head = (worth === 10 && value < 20 && !inside ? '' : digits[Math.floor(value / worth)]) + unit;
    return head + (rest === 0 ? '' : (rest < worth / 10 ? '零' : '') + spell(rest, true));
  }
  return digits[value] as string;
}

/** Reads a numeral back, digit by digit. */
function readChinese(numeral: string): number {
  const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
  let sum = 0;
  let digit: number | undefined;
  for (const character of numeral) {
    const unit = units[character];
    if (unit === undefined) digit = '零一二三四五六七八九'.indexOf(character);
    else {
      sum += (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  return sum + (digit ?? 0);
}

function readRoman(numeral: string): number {
  const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  const values = [...numeral].map((letter) => worth[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

describe('written numbers that run on from group to group', () => {
  const draft = (...groups: readonly (readonly string[])[]): string =>
    `格式: 1\n标题: 某局2025年工作总结\n编制单位: 某局\n年度: 2025\n总结:\n  章节:\n    - 标题: 任务\n      章节:\n${groups
      .map(
        (numbers, at) =>
          `        - 标题: 第${at}组\n          章节:\n${numbers
            .map(
              (number) => `            - { 标题: 甲${at}${number}, 序号: "${number}", 正文: 全年平稳。 }\n`,
            )
            .join('')}`,
      )
      .join('')}`;
  const found = (...groups: readonly (readonly string[])[]): string[] =>
    lint('a.report.yaml', draft(...groups), () => undefined).diagnostics.flatMap(({ rule, severity }) =>
      rule === 'sections-numbered-right' ? [severity] : [],
    );
  it('are right where all of a group do', () => {
    expect(found(['1.', '2.'], ['3.', '4.'], ['5.'])).toEqual([]);
    expect(found(['1.', '2.'], ['1.', '2.'])).toEqual([]);
  });
  it('are told softly where the chapters of an excerpt go on from another', () => {
    const of = (...numbers: readonly string[]): string[] =>
      lint(
        'a.report.yaml',
        `格式: 1\n标题: 某局2025年工作总结\n编制单位: 某局\n年度: 2025\n编号: { 各部分: 连排 }\n总结:\n  章节:\n${numbers.map((number) => `    - { 标题: 甲${number}, 序号: ${number}, 正文: 全年平稳${number}。 }\n`).join('')}`,
        () => undefined,
      ).diagnostics.flatMap(({ rule, severity }) => (rule === 'sections-numbered-right' ? [severity] : []));
    expect(of('三、', '四、', '五、')).toEqual(['info', 'info', 'info']);
    expect(of('三、', '五、')).toEqual(['error', 'error']);
    expect(of('二、', '二、')).toEqual(['error']);
  });
  it('are told softly where a list of their own begins anew, and are left as they are', () => {
    expect(found(['1.', '2.', '3.', '1.', '2.', '3.'])).toEqual(['info', 'info', 'info']);
    // one is left out of what stands by itself
    expect(found(['1.', '2.', '1.', '2.', '3.', '5.'])).toEqual(['info', 'info', 'info', 'info']);
    expect(found(['1.', '2.', '1.', '2.'])).toEqual(['error', 'info']);
    const text = draft(['1.', '2.', '3.', '1.', '2.', '3.']);
    expect(
      lint('a.report.yaml', text, () => undefined).diagnostics.filter(
        ({ rule, fix }) => rule === 'sections-numbered-right' && fix !== undefined,
      ),
    ).toEqual([]);
  });
  it('and wrong where one is left out or only some do', () => {
    expect(found(['1.', '2.'], ['4.', '5.'])).toEqual(['error', 'info']);
    expect(found(['1.', '2.'], ['3.', '2.'])).toEqual(['error']);
    expect(found(['1.', '3.'], ['4.'])).toEqual(['error', 'error']);
  });
});
