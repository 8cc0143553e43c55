import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { htmlRenderer } from '../src/render/html/html.ts';
import { markdownRenderer } from '../src/render/markdown/markdown.ts';
import { textRenderer } from '../src/render/text.ts';
import { Reading } from '../src/reading/reading.ts';

const head = '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 标题: 甲\n';
const inBody = (...lines: readonly string[]): string =>
  `${head}      正文: |\n${lines.map((line) => `        ${line}\n`).join('')}`;
const declared = (table: string): string => `${head}      表格:\n        甲表: ${table}\n`;

/** The rows of a draft’s only table in each format, cell by cell; no format may lose a cell or move it. */
function rowsOf(draft: string): readonly (readonly string[])[] {
  const { report } = lint('2017.report.yaml', draft, () => undefined);
  if (report === undefined) throw new Error('there is no report');
  const reading = new Reading(report);
  const options = { draft: true, internal: false };
  const markdown = markdownRenderer(reading, options)
    .split('\n')
    .map((line) => line.replace(/^(?:> |- | {2})/, ''))
    .filter((line) => line.startsWith('|') && !/^[| -]+$/.test(line))
    .map((line) =>
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.trim()),
    );
  const html = [...htmlRenderer(reading, options).matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell),
  );
  const text = textRenderer(reading, options)
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.replace(/^• /, '').split('\t'));
  expect(html).toEqual(markdown);
  expect(text).toEqual(markdown);
  return markdown;
}

const findsIn = (draft: string): readonly string[] =>
  lint('2017.report.yaml', draft, () => undefined)
    .diagnostics.filter(({ rule }) => rule === 'rows-complete')
    .map(({ code, severity, range: { start } }) => `${severity} ${code} ${start.line}:${start.column}`);

describe('a ragged table is printed whole and unshifted, and said to be', () => {
  it('with a row longer than its head', () => {
    const draft = inBody('| 学段 | 公办 |', '| --- | --- |', '| 小学 | 12 | 3 |', '| 初中 | 8 |');
    expect(rowsOf(draft)).toEqual([
      ['学段', '公办', ''],
      ['小学', '12', '3'],
      ['初中', '8', ''],
    ]);
    expect(findsIn(draft)).toEqual(['error beyond 11:21']);
  });

  it('with a row shorter than its head', () => {
    const draft = inBody(
      '| 学段 | 公办 | 民办 |',
      '| --- | --- | --- |',
      '| 小学 | 12 |',
      '| 初中 | 8 | 1 |',
    );
    expect(rowsOf(draft)).toEqual([
      ['学段', '公办', '民办'],
      ['小学', '12', ''],
      ['初中', '8', '1'],
    ]);
    expect(findsIn(draft)).toEqual(['warning short 11:9']);
  });

  it('whose head leaves out its corner', () => {
    const draft = inBody('| 公办 | 民办 |', '| --- | --- |', '| 小学 | 12 | 3 |', '| 初中 | 8 | 1 |');
    expect(rowsOf(draft)).toEqual([
      ['', '公办', '民办'],
      ['小学', '12', '3'],
      ['初中', '8', '1'],
    ]);
    expect(findsIn(draft)).toEqual(['warning corner 9:9']);
  });

  it('whose line of dashes is of another width', () => {
    const draft = inBody('| 学段 | 公办 | 民办 |', '|---|---|', '| 小学 | 12 | 3 |');
    expect(rowsOf(draft)).toEqual([
      ['学段', '公办', '民办'],
      ['小学', '12', '3'],
    ]);
    expect(findsIn(draft)).toEqual(['info dashes 10:9']);
  });

  it('in a quote and in an item of a list', () => {
    for (const [first, next] of [
      ['> ', '> '],
      ['- ', '  '],
    ])
      expect(
        rowsOf(inBody(`${first}| 学段 | 公办 |`, `${next}|---|---|`, `${next}| 小学 | 12 | 3 |`)),
      ).toEqual([
        ['学段', '公办', ''],
        ['小学', '12', '3'],
      ]);
  });

  it('and a line without a border below it is no row', () => {
    const draft = inBody('| 学段 | 公办 |', '|---|---|', '| 小学 | 12 |', '注：不含分校。');
    expect(rowsOf(draft)).toEqual([
      ['学段', '公办'],
      ['小学', '12'],
    ]);
    const { report } = lint('2017.report.yaml', draft, () => undefined);
    expect(report && markdownRenderer(new Reading(report), { draft: true, internal: false })).toContain(
      '\n\n注：不含分校。\n',
    );
    expect(findsIn(draft)).toEqual([]);
  });

  it('whose columns begin with the heading of the names of rows', () => {
    const draft = declared('{ 列: [级别, 名校长, 名教师], 行: { 省级: [2, 3], 市级: [23, 10] } }');
    expect(rowsOf(draft)).toEqual([
      ['级别', '名校长', '名教师'],
      ['省级', '2', '3'],
      ['市级', '23', '10'],
    ]);
    expect(findsIn(draft)).toEqual(['warning shifted 9:19']);
  });

  it('but not where a year is still to come, or a total', () => {
    const years = declared('{ 列: [2015年, 2016年, 2017年], 行: { 小学: [1, 2], 初中: [3, 4] } }');
    expect(rowsOf(years)[1]).toEqual(['小学', '1', '2', '']);
    expect(findsIn(years)).toEqual(['warning short 9:46']);
    const total = declared('{ 列: [男, 女, 合计], 行: { 小学: [1, 2], 初中: [3, 4] } }');
    expect(rowsOf(total)[0]).toEqual(['', '男', '女', '合计']);
  });

  it('and a reference to a cell means the column that is printed above it', () => {
    const draft = declared('{ 列: [级别, 名校长, 名教师], 行: { 省级: [2, 3], 市级: [23, 10] } }').replace(
      '      表格:',
      '      正文: 省级名教师{{甲表.省级.名教师}}人。\n      表格:',
    );
    const { report } = lint('2017.report.yaml', draft, () => undefined);
    expect(report && new Reading(report).texts.map(({ text }) => text)).toContain('省级名教师3人。');
  });
});
