import type { Finding } from '../../diagnostic.ts';
import type { Table } from '../../model/report.ts';
import { tabled } from '../example-drafts.ts';
import type { Rule } from '../rule.ts';

export const rowsComplete: Rule = {
  id: 'rows-complete',
  severity: 'error',
  summary: { en: 'Give every row of a table one cell for each column.', zh: '表格每一行的格数与列数相符。' },
  why: {
    en: 'A cell beyond the last column is printed without a heading, and one cell too many or too few moves those behind it under the heading of another. `columns` names the columns of the cells; the names of rows take none.',
    zh: '多出的格印出来没有表头；多一格、少一格，后面的数字就对到别的列下。“列”只写各格的列名，行名一栏不写。',
  },
  messages: {
    wide: {
      en: ({ row, cells, columns }) =>
        `row “${row}” has ${cells} cells; the table has ${columns === 1 ? '1 column' : `${columns} columns`}`,
      zh: ({ row, cells, columns }) => `“${row}”一行有${cells}格，表格只有${columns}列`,
      help: {
        en: () =>
          'name the missing column, or take the cell out; a figure or text with a comma in it takes quotes: "1,200"',
        zh: () => '补上列名，或去掉多余的格；带逗号的数字、文字要加英文引号，如 "1,200"',
      },
    },
    shifted: {
      en: ({ column, cells, columns }) =>
        `no row has more than ${cells === 1 ? '1 cell' : `${cells} cells`}, but there are ${columns} columns: “${column}” heads the first cells`,
      zh: ({ column, cells, columns }) =>
        `各行都只有${cells}格，列却有${columns}个，第一格会印在“${column}”下`,
      help: {
        en: ({ column }) =>
          `if “${column}” is the heading of the names of rows, take it out of the columns; else give each row its last cell`,
        zh: ({ column }) => `“${column}”若是行名的表头，从“列”里去掉；若不是，各行补上最后一格`,
      },
    },
  },

  on: {
    *table(table) {
      // a file is read with a cell for each column, or not at all
      if (table.data.file === undefined && table.data.columns !== undefined)
        yield* inTable(table, table.data.columns);
    },
  },

  examples: {
    en: {
      good: tabled.en`
        columns: [drivers, mechanics]
        rows:
          North depot: ["1,200", 12]
          South depot: [31, 4]
      `,
      bad: tabled.en`
        columns: [drivers, mechanics]
        rows:
          North depot: [23, 12, 35]
          South depot: [31, 4]
      `,
      finds: ['13:35 wide'],
    },
    zh: {
      good: tabled.zh`
        列: [名校长, 名教师]
        行:
          省级: [2人, 3人]
          地市级: [23人, '/']
      `,
      bad: tabled.zh`
        列: [级别, 名校长, 名教师]
        行:
          省级: [2人, 3人]
          地市级: [23人, '/']
      `,
      finds: ['11:15 shifted'],
    },
  },
};

function* inTable({ path, rows }: Table, columns: readonly string[]): Generator<Finding> {
  for (const [row, { length }] of rows)
    if (length > columns.length)
      yield {
        path: [...path, 'rows', row, columns.length],
        message: 'wide',
        data: { row, cells: length, columns: columns.length },
      };
  // the heading of the names of rows, which has no cells
  const cells = Math.max(0, ...rows.map(([, each]) => each.length));
  if (
    rows.length > 0 &&
    cells > 0 &&
    cells === columns.length - 1 &&
    rows.every(([, each]) => each.length === cells)
  )
    yield {
      path: [...path, 'columns', 0],
      message: 'shifted',
      severity: 'warning',
      data: { column: columns[0] ?? '', cells, columns: columns.length },
    };
}
