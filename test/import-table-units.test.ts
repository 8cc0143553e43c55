import { describe, expect, it } from 'vitest';
import { readDocument } from '../src/importer/read.ts';
import { lint } from '../src/lint/lint.ts';
import type { Report } from '../src/model/report.ts';
import { docxOfXml, paragraph, run } from './docx-file.ts';
import { documentOf, imported } from './imported.ts';
import type { SourceDocument } from '../src/importer/block.ts';

/** The tables of a draft with their names and units, the text around them, what was left out; lint finds nothing wrong. */
function tablesOf(document: SourceDocument): {
  readonly tables: readonly string[];
  readonly text: string;
  readonly left: readonly string[];
} {
  const result = imported(document);
  const { report, diagnostics } = lint('a.report.yaml', result.text, () => undefined);
  const wrong = diagnostics.filter(
    ({ severity, rule }) => severity !== 'info' && rule !== 'placeholders-filled',
  );
  expect(wrong.map(({ rule, message }) => `${rule}: ${message.en}`)).toEqual([]);
  const { tables, sections } = report as Report;
  return {
    tables: tables.map(
      ({ data, id, rows }) =>
        `${data.name ?? id} [${data.unit ?? ''}] ${(data.columns ?? []).join(', ')}; ${rows.map(([name, cells]) => `${name}: ${cells.join(', ')}`).join('; ')}`,
    ),
    text: sections.map(({ data }) => (data.body ?? '').trim()).join(' / '),
    left: result.left.map(({ text, why }) => `${why} ${text}`),
  };
}

const rows = ['项目\t收入\t支出', '市级\t12.5\t10', '县级\t3\t4.2'];
const shown = '收入, 支出; 市级: 12.5, 10; 县级: 3, 4.2';
const text = (lines: readonly string[]): string =>
  `青河市财政局2025年工作总结\n一、收支\n收支见下表。\n${lines.join('\n')}\n二、其他\n全年平稳。\n`;

describe('the unit of a table', () => {
  it.each([
    ['a line above', ['单位：亿元', ...rows], ` [亿元] ${shown}`, '单位：亿元'],
    [
      'a line between caption and table',
      ['2025年收支', '单位：万元', ...rows],
      `2025年收支 [万元] ${shown}`,
      '单位：万元',
    ],
    [
      'in brackets',
      ['2025年收支', '（单位：万元）', ...rows],
      `2025年收支 [万元] ${shown}`,
      '（单位：万元）',
    ],
    [
      'behind the caption',
      ['2025年收支（单位：万元）', ...rows],
      `2025年收支 [万元] ${shown}`,
      '（单位：万元）',
    ],
    [
      'at the right of the caption',
      ['2025年收支　　单位：万元', ...rows],
      `2025年收支 [万元] ${shown}`,
      '单位：万元',
    ],
    [
      'called otherwise',
      ['2025年收支', '计量单位：万元', ...rows],
      `2025年收支 [万元] ${shown}`,
      '计量单位：万元',
    ],
    [
      'of money',
      ['2025年收支', '金额单位：人民币万元', ...rows],
      `2025年收支 [万元] ${shown}`,
      '金额单位：人民币万元',
    ],
    ['set with blanks', ['2025年收支', '单位: 亿 元', ...rows], `2025年收支 [亿元] ${shown}`, '单位: 亿 元'],
  ])('%s', async (_, lines, table, left) => {
    const found = tablesOf(await documentOf('a.txt', text(lines)));
    expect(found).toEqual({
      tables: [table],
      text: '收支见下表。 / 全年平稳。',
      left: [`table-unit ${left}`],
    });
  });

  it('of several kinds stays in the text', async () => {
    const found = tablesOf(await documentOf('a.txt', text(['2025年收支', '单位：亿元、%', ...rows])));
    expect(found.tables).toEqual([` [] ${shown}`]);
    expect(found.text).toContain('单位：亿元、%');
    expect(found.left).toEqual([]);
  });

  it('no unit of what is no table, and none of an office', async () => {
    const found = tablesOf(await documentOf('a.txt', text(['单位：市财政局', ...rows])));
    expect(found.tables).toEqual([` [] ${shown}`]);
    expect(found.text).toContain('单位：市财政局');
    const none = tablesOf(await documentOf('a.txt', text(['单位：亿元', '全年收入12亿元。'])));
    expect(none.text).toContain('单位：亿元');
  });

  const page = (table: string): string =>
    `<h1>青河市财政局2025年工作总结</h1><h2>一、收支</h2><p>收支见下表。</p>${table}<h2>二、其他</h2><p>全年平稳。</p>`;
  const cells = (list: readonly string[]): string =>
    list
      .map(
        (row) =>
          `<tr>${row
            .split('\t')
            .map((cell) => `<td>${cell}</td>`)
            .join('')}</tr>`,
      )
      .join('');

  it.each([
    ['in the first row', `<table><tr><td colspan="3">单位：万元</td></tr>${cells(rows)}</table>`, ''],
    [
      'in its caption',
      `<table><caption>2025年收支（单位：万元）</caption>${cells(rows)}</table>`,
      '2025年收支',
    ],
    [
      'above on a page',
      `<p>2025年收支</p><p align="right">单位：万元</p><table>${cells(rows)}</table>`,
      '2025年收支',
    ],
  ])('%s', async (_, table, name) => {
    const found = tablesOf(await documentOf('a.html', page(table)));
    expect(found.tables).toEqual([`${name} [万元] ${shown}`]);
    expect(found.left.join()).toMatch(/^table-unit .*单位：万元/);
  });

  it('in Word', async () => {
    const cell = (words: string): string => `<w:tc>${paragraph(run(words))}</w:tc>`;
    const table = `<w:tbl>${rows.map((row) => `<w:tr>${row.split('\t').map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
    const body = `${['青河市财政局2025年工作总结', '一、收支', '收支见下表。', '2025年收支', '单位：万元'].map((words) => paragraph(run(words))).join('')}${table}`;
    const found = tablesOf(await readDocument('a.docx', docxOfXml(body)));
    expect(found.tables).toEqual([`2025年收支 [万元] ${shown}`]);
  });

  const english = ['Item\tIncome\tCosts', 'City\t12.5\t10', 'County\t3\t4.2'];
  const englishShown = 'Income, Costs; City: 12.5, 10; County: 3, 4.2';
  it.each([
    ['(in thousands of dollars)', 'thousand dollars'],
    ['(Dollars in millions)', 'million dollars'],
    ['(amounts in thousands of U.S. dollars)', 'thousand dollars'],
    ['($ millions)', 'million dollars'],
    ['In millions of euros', 'million euros'],
    ['Unit: million yuan', 'million yuan'],
    ['(Unit: tonnes)', 'tonnes'],
    ['£ million', 'million pounds'],
    ['RMB million', 'million yuan'],
  ])('%s', async (line, unit) => {
    const words = `Annual report of the finance office 2025\n1. Money\nIt came and went.\nIncome and costs\n${line}\n${english.join('\n')}\n2. Outlook\nWe go on.\n`;
    const found = tablesOf(await documentOf('a.txt', words));
    expect(found.tables).toEqual([`Income and costs [${unit}] ${englishShown}`]);
    expect(found.left).toEqual([`table-unit ${line}`]);
  });
});

describe('cells that are merged', () => {
  it('say their words in each row, and their figure once', async () => {
    const table =
      '<table><tr><td>工程</td><td>投资（万元）</td><td>责任科室</td><td>完成时限</td></tr>' +
      '<tr><td>清淤</td><td rowspan="2">120</td><td rowspan="2">水利科</td><td rowspan="3">2025年6月</td></tr>' +
      '<tr><td>护岸</td></tr><tr><td>闸门</td><td>80</td><td>工程科</td></tr>' +
      '<tr><td>合计</td><td>200</td><td></td><td></td></tr></table>';
    const found = tablesOf(
      await documentOf(
        'a.html',
        `<h1>青河市水务局2025年工作总结</h1><h2>一、工程</h2><p>见下表。</p>${table}<h2>二、其他</h2><p>全年平稳。</p>`,
      ),
    );
    expect(found.tables).toEqual([
      ' [] 投资（万元）, 责任科室, 完成时限; 清淤: 120, 水利科, 2025年6月; 护岸: , 水利科, 2025年6月; 闸门: 80, 工程科, 2025年6月; 合计: 200, , ',
    ]);
  });

  it('in Word', async () => {
    const cell = (words: string, merge = ''): string =>
      `<w:tc><w:tcPr>${merge}</w:tcPr>${paragraph(run(words))}</w:tc>`;
    const begin = '<w:vMerge w:val="restart"/>';
    const table = `<w:tbl>${[
      cell('Work') + cell('Length') + cell('Office'),
      cell('Dredging') + cell('12') + cell('Rivers unit', begin),
      cell('Banks') + cell('4') + cell('', '<w:vMerge/>'),
    ]
      .map((row) => `<w:tr>${row}</w:tr>`)
      .join('')}</w:tbl>`;
    const body = `${['Annual report of the river office 2025', '1. Work', 'See below.'].map((words) => paragraph(run(words))).join('')}${table}`;
    const found = tablesOf(await readDocument('a.docx', docxOfXml(body)));
    expect(found.tables).toEqual([' [] Length, Office; Dredging: 12, Rivers unit; Banks: 4, Rivers unit']);
  });
});
