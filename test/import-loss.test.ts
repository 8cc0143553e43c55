import { Reading } from '../src/reading/reading.ts';
import fc from 'fast-check';
import { calendarYears } from '../src/dates/calendar.ts';
import { describe, expect, it } from 'vitest';
import type { Path } from '../src/diagnostic.ts';
import type { SourceBlock, SourceDocument } from '../src/importer/block.ts';
import { importSection, type SectionPlace } from '../src/importer/import-section.ts';
import { importDocument, type Imported, type ImportOptions } from '../src/importer/import.ts';
import { normalise, withPlainControls } from '../src/importer/text/normalise.ts';
import { readDocx } from '../src/importer/readers/docx/read-docx.ts';
import { readOdt } from '../src/importer/readers/odt/read-odt.ts';
import { docxOfXml, paragraph as inWord, run, zipOf } from './docx-file.ts';
import { readHtmlText } from '../src/importer/readers/html/read-html.ts';
import { readMarkdown } from '../src/importer/readers/markdown/read-markdown.ts';
import { readPlainText } from '../src/importer/readers/read-text.ts';
import { lint } from '../src/lint/lint.ts';
import type { Report, Section } from '../src/model/report.ts';
import { escapeBody as escapeText } from '../src/importer/body.ts';
import { escapeStart } from '../src/render/markdown/markdown-escape.ts';
import { textRenderer as printed } from '../src/render/text.ts';
import { carryOver, nextTitle } from '../src/scaffold/carry.ts';
import { deep, sample } from './depth.ts';

const options: ImportOptions = {
  from: 'a',
  today: '2017-06-30',
  schema: () => 'x',
  keepAll: false,
  figures: true,
};

function reportOf({ text }: Imported): Report {
  const { report, diagnostics } = lint('a.report.yaml', text, () => undefined, { rules: [] });
  expect(
    diagnostics.filter(({ rule }) => rule === 'yaml' || rule === 'schema').map(({ message }) => message.en),
  ).toEqual([]);
  return report as Report;
}

/** What is wrong with the form of a draft whose only section file says this. */
const troubles = (text: string, section = ''): string[] =>
  lint('b.report.yaml', text, (path) => (path === 'a.section.yaml' ? section : undefined), { rules: [] })
    .diagnostics.filter(({ rule }) => rule === 'yaml' || rule === 'schema')
    .map(({ message }) => message.en);
const draft = '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 文件: a.section.yaml\n';
const sectionPlace = (title: string | undefined): SectionPlace => ({
  id: 'x',
  title,
  kind: 'summary',
  year: 2017,
  calendar: calendarYears,
  keys: 'zh',
  language: 'zh',
  metrics: new Set(),
  targets: new Set(),
  schema: 'x',
});

/** Characters that show: no blanks, of no width either, nor what turns the order of letters about; and no marks of lists, which are the renderer’s. */
const bare = (text: string): string =>
  text.replaceAll(/[\s•\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\u3164]/g, '');

const textOf = (block: SourceBlock): string =>
  block.kind === 'table'
    ? [block.caption ?? '', ...block.rows.flat()].join('\n')
    : `${block.number ?? ''}\n${block.text}`;

/** Parts the blocks of a source while they are mended together. */
const BETWEEN = '\uE000';

/** What must be in a draft: the blocks of its source, mended, that are not in the list of what was left out, the title first. */
function expected({ blocks }: SourceDocument, { left }: Imported, title: string): string {
  const texts = normalise(withPlainControls(blocks.map(textOf).join(BETWEEN)))
    .text.split(BETWEEN)
    .map(bare);
  const rest = blocks.map((block, index) => ({ at: block.at, text: texts[index] ?? '' }));
  for (const { at, text } of left) {
    const index = rest.findIndex((block) => block.at === at && block.text === bare(text));
    expect(index, `left out: ${JSON.stringify(text)}`).not.toBe(-1);
    rest.splice(index, 1);
  }
  const head = rest.findIndex(({ text }) => text === bare(title));
  const first = head === -1 ? [] : rest.splice(head, 1);
  return [...first, ...rest].map(({ text }) => text).join('');
}

/** The characters of a text that another one lacks, however often and in whatever order they stand there. */
function lackingIn(text: string, wanted: string): string[] {
  const has = [...text];
  return [...wanted].filter((character) => {
    const at = has.indexOf(character);
    if (at >= 0) has.splice(at, 1);
    return at < 0;
  });
}

/** What an import writes where a document has no title, to be filled in. */
const OPEN_TITLE = /^(?:【标题】|\[TODO:\s*title\])/;

/** Whether a head or the name of a row holds a blank that is none of a cell: only joining makes them. */
const hasJoinedHeads = ({ data: { columns, stub = '', rows } }: Report['tables'][number]): boolean =>
  [stub, ...(columns ?? []), ...Object.keys(rows ?? {})].some((name) => / /.test(name));

/** Imports a document and holds the draft against it; says what it was. */
function holdsAll(document: SourceDocument, more: Partial<ImportOptions> = {}): Imported {
  const result = importDocument(document, { ...options, ...more });
  const report = reportOf(result);
  const titled = report.data.title ?? '';
  const title = titled.replace(OPEN_TITLE, '') === '' ? '' : titled.replaceAll('\\{{', '{{');
  const whole = bare(printed(new Reading(report), { draft: false, internal: false })).replace(OPEN_TITLE, '');
  const said = expected(document, result, title);
  // heads of two rows are joined, and the words of a merged one stand before each column that it is for
  // and the unit of a table is printed behind its name
  if (report.tables.some((table) => hasJoinedHeads(table) || table.data.unit !== undefined))
    expect(lackingIn(whole, said)).toEqual([]);
  else expect(whole).toBe(said);
  expect(sketchOf(result.report)).toEqual(sketchOf(report));
  return result;
}

/** What a report says, and where, but for the name of its file. */
function sketchOf(report: Report): unknown {
  const placed = <T extends { readonly path: Path }>({ path, ...rest }: T): unknown => [path.slice(1), rest];
  const thingsOf = (section: Section): unknown =>
    (['metrics', 'tables', 'targets', 'results'] as const).map((kind) =>
      section[kind].map(({ id, path, data, ...rest }) => [
        placed({ path, id, data }),
        'rows' in rest ? rest.rows : [],
      ]),
    );
  return {
    data: report.data,
    language: report.language,
    keys: report.keys,
    parts: report.parts.map(({ kind, path, number, ordinal, numbering }) =>
      placed({ path, kind, number, ordinal, numbering }),
    ),
    sections: report.sections.map((section) => {
      const { path, at, number, ordinals, depth, data } = section;
      return [placed({ path, number, ordinals, depth, data }), at.slice(1), thingsOf(section)];
    }),
  };
}

const special = [
  ...'#->|*_`~[]<>()!&\\{}:;"\'%@,.=+?$^/',
  ...'一二三十年月日（）、。，；：！？“”《》〔〕—…％∶①⑳⼯⺠',
  ...'0123456789aB',
  ...[
    ' ',
    '  ',
    '\t',
    '\u3000',
    '\u00A0',
    '\u200B',
    '\u200F',
    '\u202E',
    '\u2028',
    '\u2029',
    '\u0085',
    '\uFEFF',
    '\u0001',
    '\u001B',
    '\u007F',
    '\r',
  ],
  ...[
    '{{',
    '{{x}}',
    '\\{{',
    '}}',
    '{{ 水库 }}',
    '{{#x}}',
    '<!--',
    '-->',
    '&amp;',
    '&#123;',
    '```',
    '~~~',
    '---',
    '***',
    '===',
    '- ',
    '# ',
    '> ',
    '* ',
    '+ ',
  ],
  ...[
    '1. ',
    '1) ',
    '| a |',
    '| --- |',
    '[x]: y',
    '[ ] ',
    '![a](b)',
    '<b>',
    '</p>',
    '<<',
    ': ',
    ' #',
    'http://a.cn',
    'a@b.cn',
    '!!str ',
    '%YAML',
    'null',
    'yes',
  ],
  ...[
    '水库',
    '加固三座。',
    '2017年',
    '3460人',
    '1.7亿元',
    '比上年增加307人',
    '截至2017年11月',
    '完成整改',
    '😀',
    '👨‍👩‍👧',
    '𠮷',
    'e\u0301',
    'שלום',
    'مرحبا',
  ],
];
const scrap = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...special) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }) },
);
/** Texts without the mark that a text is parted by, and the one that lists are printed with. */
const words = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(scrap, { maxLength }).map((pieces) => pieces.join('').replaceAll(/[\uE000•]/g, ''));
const long = fc.constantFrom('长'.repeat(300), 'x'.repeat(500), `${'很长的句子，'.repeat(30)}。`);
const prose = fc.constantFrom(
  '全年平稳。',
  '水库加固12座，投入3000万元。',
  '2017年是关键一年。',
  '2017年12月31日前完成。',
  '3460人参加，比上年增加307人。',
  '2018年底前完成水库加固，力争达到90%以上。',
  '（牵头单位：标题）确保12月底前建成。',
  '2017年工作总结',
  '2018年工作计划',
  '存在的问题',
  '附件1：项目表',
  '名词解释',
  '一、2017年工作回顾',
  '二、存在的主要问题',
  '三、2018年工作打算',
  '某局2017年工作总结和2018年工作计划',
  '来源：某局',
  '某市某某局',
  '2018年1月10日',
  '2017年13月45日',
  '2018年13月底前完成水库加固，力争达到90%以上。',
  '2018年2月30日前建成，确保3座。',
  '截至2017年13月，共有学生50人。',
  '截至2017年2月31日，共有学生60人。',
  '（责任单位：{{水库}}）确保建成。',
  '【打印本页】',
  '标题',
  '正文：|',
  '单位：亿元',
  '（单位：万元）',
  '(in thousands of dollars)',
  '参考文献',
  '备查文件目录',
  '过去一年工作',
  '今年工作',
  '目录',
  '7',
  '8',
  '9',
  '第7页',
  '2018-01-10 09:30',
);
const digits = [...'一二三四五六七八九十'];
const number = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 22 }))
  .map(([value, kind]) => {
    const han = digits[value % 10] ?? '';
    const kinds = [
      `${han}、`,
      `（${han}）`,
      `(${han})`,
      `${value}.`,
      `${value}、`,
      `（${value}）`,
      `(${value})`,
      `${value}）`,
      '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬'[value] ?? '',
    ];
    kinds.push(`第${han}章 `, `第${han}部分 `, `${value}.${value} `, `${value}.1.2 `, `${value} `, `${han}.`);
    const [letter, roman] = ['ABCDEFGHIJKLM'[value] ?? '', ['', 'I', 'II', 'III', 'IV', 'V'][value] ?? ''];
    kinds.push(`${letter}. `, `(${letter.toLowerCase()}) `, `${roman}. `, `${'ⅠⅡⅢⅣ'[value] ?? ''}．`);
    kinds.push(`第${value}章 `, `Chapter ${value}: `, `0${value % 10} `, `${'０１２３'[value] ?? ''}．`);
    return kinds[kind] ?? '';
  });
const line = fc.oneof(
  { weight: 3, arbitrary: words(8) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(number, fc.oneof(words(5), prose, fc.constantFrom('水库', '堤防。加高。', '窗口。提速增效。')))
      .map((pair) => pair.join('')),
  },
  { weight: 2, arbitrary: prose },
  { weight: 1, arbitrary: long },
);
const native = fc.constantFrom(
  '1.',
  '2.',
  '3.',
  '7.',
  '0.',
  '10.',
  '1)',
  'a.',
  '一、',
  '（二）',
  '第一章',
  '（1）',
  '甲、',
  '-',
  'iv.',
  '2.1',
  '1.1.1',
  'A.',
  'B.',
  'I.',
  'II.',
  '(a)',
  '第1章',
  'Chapter 1',
  '01',
  '001',
  'First',
  '１．',
  '一',
);

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
const defined = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const paragraph = fc
  .record({
    text: fc.oneof(
      { weight: 8, arbitrary: line },
      { weight: 1, arbitrary: fc.array(line, { minLength: 2, maxLength: 3 }).map((all) => all.join('\n')) },
    ),
    heading: optional(fc.integer({ min: 1, max: 9 })),
    bold: optional(fc.integer({ min: 0, max: 12 })),
    number: optional(native),
    item: optional(fc.integer({ min: 0, max: 5 })),
    indented: optional(fc.constant(true)),
    apart: fc.option(fc.constant(true), { nil: undefined, freq: 12 }),
  })
  .map((made) =>
    defined({
      kind: 'paragraph' as const,
      ...made,
      bold: made.bold === undefined ? undefined : [...made.text].slice(0, made.bold).join('').length,
    }),
  );
const item = fc
  .record({ text: line, number: optional(native), item: fc.integer({ min: 0, max: 4 }) })
  .map((made) => defined({ kind: 'paragraph' as const, ...made }));
const cell = fc.oneof(
  { weight: 2, arbitrary: words(3) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('', '学校', '甲', '甲', '乙', '合计', '12', '3', '1.0', '标题', '<<', 'a\nb'),
  },
);
const grid = fc.oneof(
  fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }),
  fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 4 })),
);
const table = fc
  .record({
    rows: grid,
    header: fc.boolean(),
    caption: optional(fc.oneof(words(4), fc.constantFrom('表一', '标题', '正文'))),
  })
  .map((made) => defined({ kind: 'table' as const, ...made }));
type Made = Omit<SourceBlock, 'at'> & Pick<SourceBlock, 'kind'>;
const numberBlocks = (blocks: readonly Made[]): SourceDocument => ({
  blocks: blocks.map((block, index) => ({ ...block, at: index + 1 }) as SourceBlock),
});
const plainLine = line.map((text): Made => ({ kind: 'paragraph', text }) as Made);
const document = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: paragraph as fc.Arbitrary<Made> },
      { weight: 3, arbitrary: plainLine },
      { weight: 2, arbitrary: item as fc.Arbitrary<Made> },
      { weight: 1, arbitrary: table as fc.Arbitrary<Made> },
    ),
    { maxLength: 12 },
  )
  .map(numberBlocks);

const runs = Number(process.env['RUNS'] ?? sample(150));
const seed = Number(process.env['SEED'] ?? 20180117);

const marked = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const charactersOf = ({ blocks }: SourceDocument): string => bare(blocks.map(textOf).join('\n'));
/** Texts as a file of one format holds them, and what is read back from it. */
interface Format {
  readonly name: string;
  /** What a file of this format cannot hold, or its reader takes for white space or a mark. */
  readonly without: RegExp;
  /** Writes a file and reads it. */
  readonly round: (blocks: readonly SourceBlock[]) => SourceDocument;
}
const formats: readonly Format[] = [
  {
    name: 'text',
    without: /(?!)/g,
    round: (blocks) =>
      readPlainText(
        blocks
          .map((block) =>
            block.kind === 'table' ? block.rows.map((row) => row.join('\t')).join('\n') : block.text,
          )
          .join('\n')
          .replaceAll(/\r\n?/g, '\n'),
      ),
  },
  {
    name: 'HTML',
    without: /\0/g,
    round: (blocks) =>
      readHtmlText(
        blocks
          .map((block) =>
            block.kind === 'table'
              ? `<table>${block.rows.map((row) => `<tr>${row.map((each) => `<td>${marked(each)}</td>`).join('')}</tr>`).join('')}</table>`
              : block.heading === undefined
                ? `<p>${marked(block.text)}</p>`
                : `<h${Math.min(6, block.heading)}>${marked(block.text)}</h${Math.min(6, block.heading)}>`,
          )
          .join('\n'),
      ),
  },
  {
    name: 'Markdown',
    without: /[\0\n\r\u2028\u2029\u0085]/g,
    round: (blocks) =>
      readMarkdown(
        blocks
          .map((block) => {
            if (block.kind === 'paragraph')
              return block.heading === undefined
                ? escapeStart(escapeText(block.text))
                : `${'#'.repeat(Math.min(6, block.heading))} ${escapeText(block.text).replaceAll('#', '\\#')}`;
            const width = Math.max(1, ...block.rows.map((row) => row.length));
            const line = (row: readonly string[]): string =>
              `| ${Array.from({ length: width }, (_, index) => escapeText(row[index] ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
            const [head = [], ...rest] = block.rows;
            return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n');
          })
          .join('\n\n'),
      ),
  },
  {
    name: 'Word file',
    without: /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
    round: (blocks) =>
      readDocx(
        docxOfXml(
          blocks
            .map((block) =>
              block.kind === 'table'
                ? `<w:tbl>${block.rows.map((row) => `<w:tr>${row.map((each) => `<w:tc>${inWord(run(each))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
                : inWord(
                    run(block.text),
                    block.heading === undefined ? '' : `<w:pStyle w:val="Heading${block.heading}"/>`,
                  ),
            )
            .join(''),
        ),
      ),
  },
  {
    name: 'OpenDocument text',
    without: /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
    round: (blocks) =>
      readOdt(
        zipOf({
          'content.xml': `<o:document-content xmlns:o="urn:o" xmlns:t="urn:t" xmlns:b="urn:b"><o:body><o:text>${blocks
            .map((block) =>
              block.kind === 'table'
                ? `<b:table>${block.rows.map((row) => `<b:table-row>${row.map((each) => `<b:table-cell><t:p>${inXml(each)}</t:p></b:table-cell>`).join('')}</b:table-row>`).join('')}</b:table>`
                : block.heading === undefined
                  ? `<t:p>${inXml(block.text)}</t:p>`
                  : `<t:h t:outline-level="${block.heading}">${inXml(block.text)}</t:h>`,
            )
            .join('')}</o:text></o:body></o:document-content>`,
        }),
      ),
  },
];
const inXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const withoutIn = (block: SourceBlock, signs: RegExp): SourceBlock =>
  block.kind === 'table'
    ? {
        kind: 'table',
        at: block.at,
        header: block.header,
        rows: block.rows.map((row) => row.map((each) => each.replaceAll(signs, ''))),
      }
    : {
        kind: 'paragraph',
        at: block.at,
        text: block.text.replaceAll(signs, ''),
        ...(block.heading !== undefined && { heading: block.heading }),
      };

describe('no character of a document is lost', () => {
  it('whatever its blocks', () => {
    fc.assert(
      fc.property(
        document,
        fc.boolean(),
        fc.boolean(),
        (given, keepAll, figures) => void holdsAll(given, { keepAll, figures }),
      ),
      { numRuns: runs * 2, seed },
    );
  });

  it('and what is made of them lints: the next year, and the file of one section', () => {
    fc.assert(
      fc.property(document, optional(fc.constantFrom('水库', '抓重点')), (given, title) => {
        const report = reportOf(importDocument(given, options));
        const next = carryOver(new Reading(report), {
          organization: '某局',
          title: nextTitle(report, '某局'),
          template: undefined,
          previous: 'a.report.yaml',
          schema: 'x',
          parts: ['summary', 'problems', 'plan'],
        });
        expect(troubles(next.text)).toEqual([]);
        const section = importSection(given, sectionPlace(title), options);
        expect(troubles(draft, section.text)).toEqual([]);
      }),
      { numRuns: runs, seed },
    );
  });

  it.each(formats)('nor of its $name', ({ without, round }) => {
    fc.assert(
      fc.property(document, (given) => {
        const blocks = given.blocks.map((block) => withoutIn(block, without));
        const document = round(blocks);
        expect(charactersOf(document)).toBe(charactersOf({ blocks }));
        holdsAll(document);
      }),
      { numRuns: runs, seed },
    );
  });
});

describe('what is kept whole', () => {
  const head = { kind: 'paragraph', text: '某局2017年工作总结' } as Made;
  const chapter = { kind: 'paragraph', text: '一、防汛' } as Made;
  const last = { kind: 'paragraph', text: '全年平稳。' } as Made;
  const say = (text: string, more: object = {}): Made => ({ kind: 'paragraph', text, ...more }) as Made;
  const rows = (all: readonly (readonly string[])[], more: object = {}): Made =>
    ({ kind: 'table', rows: all, header: true, ...more }) as Made;
  const bodyOf = (result: Imported): string | undefined => reportOf(result).sections[0]?.data.body;

  it.each<readonly [what: string, blocks: readonly Made[], body: string]>([
    [
      'an item that begins deep',
      [say('甲', { item: 2 }), say('乙', { item: 0 }), last],
      '- 甲\n- 乙\n\n全年平稳。\n',
    ],
    [
      'items below one another',
      [say('甲', { item: 0, number: '10.' }), say('乙', { item: 3 }), last],
      '10. 甲\n    - 乙\n\n全年平稳。\n',
    ],
    [
      'numbers that do not follow',
      [say('甲', { item: 0, number: '1.' }), say('乙', { item: 0, number: '3.' }), last],
      '1. 甲\n\n3\\. 乙\n\n全年平稳。\n',
    ],
    [
      'a list that begins again',
      [say('甲', { item: 0, number: '1.' }), rows([]), say('乙', { item: 0, number: '1.' }), last],
      '1. 甲\n\n1\\. 乙\n\n全年平稳。\n',
    ],
    ['an item without a text', [say('', { item: 0, number: '7.' }), last], '7\\.\n\n全年平稳。\n'],
    [
      'control characters, which are left out',
      [say('全年\u0001平稳\u0000。'), last],
      '全年平稳。\n\n全年平稳。\n',
    ],
    ['a table of one caption', [rows([], { caption: '一览' }), last], '一览\n\n全年平稳。\n'],
    [
      'rows named like references',
      [
        rows([
          ['项目', '数'],
          ['{{x}}', '1'],
        ]),
      ],
      '| 项目 | 数 |\n| --- | --- |\n| \\{{x}} | 1 |\n',
    ],
  ])('%s', (_, blocks, body) => {
    const result = holdsAll(numberBlocks([head, chapter, ...blocks]));
    expect(bodyOf(result)).toBe(body);
  });

  it('a number that Word counts before a heading', () => {
    const result = holdsAll(
      numberBlocks([
        head,
        say('防汛', { heading: 2, number: '甲、' }),
        last,
        say('名词解释', { number: '二、' }),
      ]),
    );
    expect(reportOf(result).sections.map(({ data }) => data.title)).toEqual(['甲、防汛', '名词解释']);
  });

  it('a caption that is a key of the format, or a reference', () => {
    const grid = [
      ['项目', '数'],
      ['标题', '1'],
    ];
    const result = holdsAll(
      numberBlocks([head, chapter, rows(grid, { caption: '标题' }), rows(grid, { caption: '{{x}}' })]),
    );
    expect(reportOf(result).tables.map(({ data }) => data.name)).toEqual(['标题', '\\{{x}}']);
  });

  it('days that no calendar has, as text', () => {
    const result = holdsAll(
      numberBlocks([head, chapter, say('2018年2月30日前建成，确保3座。'), say('2017年13月45日')]),
    );
    expect(result.text).not.toMatch(/2018-02-30|2017-13/);
    expect(result.left.map(({ text }) => text)).toEqual(['2017年13月45日']);
  });

  it('a title that another is given for is listed', () => {
    const result = importDocument(numberBlocks([head, chapter, last]), { ...options, title: '另一标题' });
    expect(result.left).toEqual([{ at: 1, text: '某局2017年工作总结', why: 'title-replaced' }]);
  });

  it('what stands before the one chapter that an office sends is listed, its parts are text', () => {
    const { text, left } = importSection(
      numberBlocks([head, say('2017年工作总结'), chapter, last]),
      sectionPlace('水库'),
      options,
    );
    expect(left.map((each) => each.text)).toEqual(['某局2017年工作总结']);
    expect(text).toContain('2017年工作总结');
    expect(text).toContain('标题: 防汛');
  });

  it('a document of nothing but a table, a title, or empty lines around them', () => {
    holdsAll(
      numberBlocks([
        rows([
          ['项目', '数'],
          ['甲', '1'],
        ]),
      ]),
    );
    holdsAll(numberBlocks([head]));
    const empty = '\n'.repeat(10_000);
    holdsAll(readPlainText(`${empty}某局2017年工作总结${empty}一、防汛\n${empty}全年平稳。${empty}`));
  });

  it('50 levels of headings', () => {
    const levels = Array.from({ length: 50 }, (_, level) => say(`第${level}级`, { heading: level + 2 }));
    expect(reportOf(holdsAll(numberBlocks([head, ...levels, last]))).sections.at(-1)?.depth).toBe(49);
  });

  // which is some 120,000
  it.runIf(deep)('a text of more lines than a call takes arguments', () => {
    const LINES = 124_000;
    const lines = Array.from({ length: LINES }, () => '平。').join('\n');
    expect(
      importDocument(readPlainText(`某局2017年工作总结\n${lines}`), { ...options, figures: false }).text
        .length,
    ).toBeGreaterThan(LINES * 4);
  });
});
