import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvTable } from '../src/ledger/table-formats.ts';
import { folder, report } from './cli.ts';

const cellsOf = (...cells: string[]): string[] =>
  (
    parse(csvTable({ head: ['cell', 'next'], body: cells.map((cell) => [cell, 'z']) }), {
      bom: true,
      from_line: 2,
    }) as string[][]
  ).map(([cell]) => cell as string);

describe('a cell of CSV', () => {
  it.each([
    '-3.5%',
    '-12',
    '+5',
    '+1,234.5',
    '-1e5',
    '-12人',
    '-3.5个百分点',
    '.5',
    '12; 13',
    '增加12人',
    'a=b',
    '2018-07',
    'x@y.cn',
    '',
    '’',
  ])('that is no formula stays as it is: %j', (cell) => expect(cellsOf(cell)).toEqual([cell]));

  it.each([
    ['=1+1', "'=1+1"],
    [' =1+1', "' =1+1"],
    ['+cmd', "'+cmd"],
    ['-2+3+cmd|A0', "'-2+3+cmd|A0"],
    ['-12(A1)', "'-12(A1)"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "\t'=1"],
    ['\r=1', "\n'=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['低于目标;=1+1', "低于目标;'=1+1"],
    ['低于目标; -cmd;-5;', "低于目标;' -cmd;-5;"],
    ['one\n=1', "one\n'=1"],
    ['a\u001b[31mb\u202ec', 'a\uFFFD[31mb\uFFFDc'],
  ])('that would be a formula or a command is marked: %j', (cell, wanted) =>
    expect(cellsOf(cell)).toEqual([wanted]),
  );

  it.each(['one\ntwo', 'one\rtwo', 'one\r\ntwo', '\n', '"\n"', 'a,b\n'])(
    'keeps its lines, and the row its cells: %j',
    (cell) => {
      expect(cellsOf(cell, 'after')).toEqual([cell.replaceAll(/\r\n?/g, '\n'), 'after']);
      // what reads line by line sees no line break outside of quotes but those of rows
      const outside = csvTable({ head: ['cell'], body: [[cell]] }).replaceAll(/"(?:[^"]|"")*"/g, '');
      expect(outside.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    },
  );
});

describe('a block of text in a table', () => {
  const draft = `schema: 1
title: T
organization: O
year: 2017
plan:
  sections:
    - title: Roads
      lead: "Roads\\r=Office"
      targets:
        roads:
          goal: |
            Six kilometres
            =are built.
          level: 6 km
          due: 2018-07
`;
  it.each(['status', 'figures'])('leaves every row of %s as wide as the first', async (command) => {
    const { stdout } = await report(folder({ 'a.report.yaml': draft }), [
      command,
      'a.report.yaml',
      '--format',
      'csv',
      '--lang',
      'en',
    ]);
    const rows = parse(stdout, { bom: true }) as string[][];
    expect(rows.length).toBe(2);
    const all = rows.flat();
    if (command === 'status') expect(all).toContain("Six kilometres\n'=are built.\n");
    expect(all).toContain("Roads\n'=Office");
  });
});
