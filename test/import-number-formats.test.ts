import { describe, expect, it } from 'vitest';
import { readDocument } from '../src/importer/read.ts';
import { docxOf, docxOfXml, paragraph, run, type DocxLevel, type DocxText } from './docx-file.ts';
import { outlineOf, titleOf } from './imported.ts';

const text = async (name: string, words: string): Promise<string[]> =>
  outlineOf(await readDocument(name, new TextEncoder().encode(words)));

/** Two chapters by Word’s own numbers, with a section in the first; headings, or paragraphs of no style. */
async function counted(levels: readonly DocxLevel[], isEnglish: boolean, headings = true): Promise<string[]> {
  const [title, first, inner, second, words] = isEnglish
    ? ['Annual report of the harbour office 2025', 'Berths', 'Lighting', 'Dredging', 'All of it was done.']
    : ['海湾航道处2025年工作总结', '码头养护', '灯标维护', '疏浚工程', '全部完成。'];
  const body: readonly DocxText[] = [
    { text: title as string, style: 'Title' },
    { text: first as string, ...(headings && { style: 'Heading1' }), numbering: { list: 1 } },
    { text: words as string },
    ...(levels.length > 1
      ? [
          {
            text: inner as string,
            ...(headings && { style: 'Heading2' }),
            numbering: { list: 1, level: 1 },
          },
          { text: words as string },
        ]
      : []),
    { text: second as string, ...(headings && { style: 'Heading1' }), numbering: { list: 1 } },
    { text: words as string },
  ];
  return outlineOf(await readDocument('a.docx', docxOf(body, { lists: [levels] })));
}

const level = (format: string, shown: string): DocxLevel => ({ format, text: shown });

describe('numbers that Word counts', () => {
  it.each([
    ['chineseCountingThousand', '第%1章', '第一章|', '第二章|'],
    ['chineseCountingThousand', '%1．', '一．|', '二．|'],
    ['chineseCountingThousand', '%1', '一|', '二|'],
    ['chineseCounting', '（%1）', '（一）|', '（二）|'],
    ['decimal', '第%1章', '第1章|', '第2章|'],
    ['decimalFullWidth', '%1．', '１．|', '２．|'],
    ['decimalEnclosedCircle', '%1', '①|', '②|'],
    ['decimalZero', '%1', '01|', '02|'],
    ['upperRoman', '%1.', 'I.|', 'II.|'],
    ['upperLetter', '%1、', 'A、|', 'B、|'],
    // what no pattern of a draft says stays with the title
    ['ideographTraditional', '%1、', '|甲、', '|乙、'],
    ['ideographZodiac', '%1、', '|子、', '|丑、'],
    ['chineseLegalSimplified', '%1、', '|壹、', '|贰、'],
    ['ideographLegalTraditional', '%1、', '|壹、', '|貳、'],
  ])('%s %s in Chinese', async (format, shown, first, second) => {
    expect(await counted([level(format, shown)], false)).toEqual([
      `${first}码头养护 = 全部完成。`,
      `${second}疏浚工程 = 全部完成。`,
    ]);
  });

  it.each([
    ['decimal', 'Chapter %1', 'Chapter 1|', 'Chapter 2|'],
    ['upperRoman', 'Part %1:', 'Part I:|', 'Part II:|'],
    ['upperLetter', '%1.', 'A.|', 'B.|'],
    ['lowerLetter', '(%1)', '(a)|', '(b)|'],
    ['lowerRoman', '(%1)', '(i)|', '(ii)|'],
    ['ordinal', '%1', '|1st ', '|2nd '],
    ['ordinalText', '%1:', '|First: ', '|Second: '],
    ['cardinalText', 'Part %1', '|Part One ', '|Part Two '],
    ['numberInDash', '%1', '|- 1 - ', '|- 2 - '],
    ['hex', '0x%1', '|0x1 ', '|0x2 '],
  ])('%s %s in English', async (format, shown, first, second) => {
    expect(await counted([level(format, shown)], true)).toEqual([
      `${first}Berths = All of it was done.`,
      `${second}Dredging = All of it was done.`,
    ]);
  });

  it.each([
    ['decimal', '%1', 'decimal', '%1.%2', '1|', '1.1|', '2|'],
    ['upperRoman', '%1.', 'upperLetter', '%2.', 'I.|', 'A.|', 'II.|'],
    ['upperLetter', '%1.', 'decimal', '%2.', 'A.|', '1.|', 'B.|'],
    ['decimal', '%1.', 'lowerLetter', '(%2)', '1.|', '(a)|', '2.|'],
    ['decimal', 'Chapter %1.', 'decimal', '%1.%2', 'Chapter 1.|', '1.1|', 'Chapter 2.|'],
    // A.1 counts by two kinds of numerals
    ['upperLetter', '%1', 'decimal', '%1.%2', 'A|', '|A.1 ', 'B|'],
  ])('%s %s and %s %s below', async (upper, shown, lower, below, first, inner, second) => {
    const levels = [level(upper, shown), level(lower, below)];
    expect(await counted(levels, true)).toEqual([
      `${first}Berths = All of it was done.`,
      `  ${inner}Lighting = All of it was done.`,
      `${second}Dredging = All of it was done.`,
    ]);
  });

  it('decimals of which the upper level counts in Chinese', async () => {
    expect(
      await counted([level('chineseCountingThousand', '第%1章'), level('decimal', '%1.%2')], false),
    ).toEqual([
      '第一章|码头养护 = 全部完成。',
      '  |一.1 灯标维护 = 全部完成。',
      '第二章|疏浚工程 = 全部完成。',
    ]);
  });

  it('a format of one’s own, with what older Word reads instead', async () => {
    const levelXml = `<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="1">${levelXml}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
    const heading = (words: string): string =>
      paragraph(
        run(words),
        '<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
      );
    const body = `${heading('Berths')}${paragraph(run('All done.'))}${heading('Dredging')}${paragraph(run('All done.'))}`;
    expect(outlineOf(await readDocument('a.docx', docxOfXml(body, { numbering })))).toEqual([
      '|001 Berths = All done.',
      '|002 Dredging = All done.',
    ]);
  });

  it.each([
    ['decimal', '%1.', '1.|', '2.|'],
    ['upperLetter', '%1.', 'A.|', 'B.|'],
    ['upperRoman', '%1.', 'I.|', 'II.|'],
  ])(
    'chapters of no style with texts below them, as clerks number them: %s',
    async (format, shown, first, second) => {
      expect(await counted([level(format, shown)], true, false)).toEqual([
        `${first}Berths = All of it was done.`,
        `${second}Dredging = All of it was done.`,
      ]);
      expect(await counted([level(format, shown)], false, false)).toEqual([
        `${first}码头养护 = 全部完成。`,
        `${second}疏浚工程 = 全部完成。`,
      ]);
    },
  );

  it('items of a list with nothing between them are text', async () => {
    const item = (words: string): DocxText => ({ text: words, numbering: { list: 1 } });
    const body = [
      { text: 'Annual report of the harbour office 2025', style: 'Title' },
      { text: 'Work', style: 'Heading1' },
      { text: 'We mended three things.' },
      item('Berths'),
      item('Lighting'),
      item('Dredging'),
    ];
    for (const [format, shown] of [
      ['upperLetter', '%1.'],
      ['lowerLetter', '(%1)'],
      ['upperRoman', '%1.'],
    ] as const)
      expect(
        outlineOf(await readDocument('a.docx', docxOf(body, { lists: [[level(format, shown)]] }))).length,
      ).toBe(1);
  });
});

const zh = '海湾航道处2025年工作总结';
const en = 'Annual report of the harbour office 2025';

describe('letters and Roman numbers that are typed', () => {
  it.each([
    [
      'chapters I. with A. below, where A. begins again',
      'a.txt',
      `${en}\nI. Berths\nAll were open.\nA. Old pier\nIt was mended.\nB. New pier\nIt was built.\nII. Dredging\nA. Inner basin\nIt is deep.\nB. Outer basin\nIt is deeper.\nIII. Outlook\nWe go on.`,
      [
        'I.|Berths = All were open.',
        '  A.|Old pier = It was mended.',
        '  B.|New pier = It was built.',
        'II.|Dredging',
        '  A.|Inner basin = It is deep.',
        '  B.|Outer basin = It is deeper.',
        'plan',
        'III.|Outlook = We go on.',
      ],
    ],
    [
      'headings by markup',
      'a.md',
      `# ${en}\n\n## A. Berths\n\nAll were open.\n\n### (i) Lights\n\nAll burn.\n\n### (ii) Ropes\n\nAll hold.\n\n## B. Dredging\n\nDone.\n`,
      [
        'A.|Berths = All were open.',
        '  (i)|Lights = All burn.',
        '  (ii)|Ropes = All hold.',
        'B.|Dredging = Done.',
      ],
    ],
    [
      'Chinese chapters by letters',
      'a.txt',
      `${zh}\nA. 码头养护\n码头全部开放。\nB. 疏浚工程\n航道全部达标。`,
      ['A.|码头养护 = 码头全部开放。', 'B.|疏浚工程 = 航道全部达标。'],
    ],
    [
      'Roman numbers of one sign',
      'a.txt',
      `${zh}\nⅠ．码头养护\n码头全部开放。\nⅡ．疏浚工程\n航道全部达标。\nⅢ．展望\n继续。`,
      ['Ⅰ．|码头养护 = 码头全部开放。', 'Ⅱ．|疏浚工程 = 航道全部达标。', 'plan', 'Ⅲ．|展望 = 继续。'],
    ],
    [
      'chapters by words',
      'a.txt',
      `${en}\nChapter 1: Berths\nAll were open.\nChapter 2: Dredging\nDone.`,
      ['Chapter 1:|Berths = All were open.', 'Chapter 2:|Dredging = Done.'],
    ],
    [
      'chapters 第1章 and decimals below',
      'a.txt',
      `${zh}\n第1章 码头养护\n1.1 灯标\n全亮。\n1.2 缆桩\n全部加固。\n第2章 疏浚工程\n2.1 内港\n达标。`,
      [
        '第1章|码头养护',
        '  1.1|灯标 = 全亮。',
        '  1.2|缆桩 = 全部加固。',
        '第2章|疏浚工程',
        '  2.1|内港 = 达标。',
      ],
    ],
    [
      'chapters with a zero before their number',
      'a.md',
      `# ${en}\n\n## 01 Berths\n\nAll were open.\n\n## 02 Dredging\n\nDone.\n`,
      ['01|Berths = All were open.', '02|Dredging = Done.'],
    ],
  ])('%s', async (_, name, words, outline) => {
    expect(await text(name, words)).toEqual(outline);
  });

  it.each([
    ['initials', `${en}\nBerths\nAll were open.\nA. Smith chaired the board.\nB. Jones kept the books.`],
    ['answers', `${zh}\n一、问卷\n问卷结果如下。\nA. 满意\nB. 基本满意\nC. 不满意`],
    ['sentences', `${en}\n1. Berths\nI. think, therefore I am.\nThe board met.\nII. is a Roman number.`],
    ['names', `${zh}\n一、企业\nA．公司新投产两条生产线，年产值明显增长，带动就业。\nB．公司停产。`],
    ['an unit', `${en}\n1. Berths\nV. good results came in.\nAll were open.\nVI. followed.`],
    ['what goes on', `${en}\n1. Berths\nC. Quays\nAll were open.\nD. Locks\nAll were shut.`],
  ])('%s are none', async (_, words) => {
    for (const line of await text('a.txt', words)) expect(line).not.toMatch(/(?:^|\s)[A-Z][.．]\|/);
  });
});

describe('a lone number that is not the first', () => {
  it.each([
    [
      'a.md',
      '# 3. 供水保障\n\n## 关键结论\n\n改造旧管网12公里。\n',
      '3. 供水保障',
      ['|关键结论 = 改造旧管网12公里。'],
    ],
    [
      'a.md',
      '# 4 Water supply\n\n## Findings\n\nMains were renewed.\n',
      '4 Water supply',
      ['|Findings = Mains were renewed.'],
    ],
    [
      'a.txt',
      '五、供水保障\n改造旧管网。\n（一）泵站\n新建泵站。\n（二）管网\n改造管网。',
      '五、供水保障',
      ['= 改造旧管网。', '（一）|泵站 = 新建泵站。', '（二）|管网 = 改造管网。'],
    ],
  ])('is the title of an excerpt: %s %s', async (name, words, title, outline) => {
    const document = await readDocument(name, new TextEncoder().encode(words));
    expect([titleOf(document), ...outlineOf(document)]).toEqual([title, ...outline]);
  });

  it('is none where others of its kind follow', async () => {
    const words = '三、供水保障\n改造旧管网。\n四、节水工作\n新增节水小区。';
    expect(titleOf(await readDocument('a.txt', new TextEncoder().encode(words)))).toBe('【标题】');
  });
});
