import type { Finding } from '../../diagnostic.ts';
import type { Table } from '../../model/report.ts';
import { tablesOf, type ReadTable } from '../../reading/tables.ts';
import { tabled } from '../example-drafts.ts';
import type { Rule } from '../rule.ts';

export const rowsComplete: Rule = {
  id: 'rows-complete',
  severity: 'error',
  summary: { en: 'Give every row of a table one cell for each column.', zh: '表格每一行的格数与列数相符。' },
  why: {
    en: 'A cell beyond the last column is printed without a heading, and one cell too many or too few moves those behind it under the heading of another. `columns` names the columns of the cells; the names of rows take none. A table typed in a body is held to the same: its head names every column, that of the names of rows as well. Where the corner is plain, it is put where it belongs, whatever is said here.',
    zh: '多出的格印出来没有表头；多一格、少一格，后面的数字就对到别的列下。“列”只写各格的列名，行名一栏不写。正文里用 Markdown 写的表也这样查：表头每列都写，行名那一列也算一列。左上角的表头放错了位置、一看就明白的，印出来会归位，这里仍作提示。',
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
    beyond: {
      en: ({ row, cells, columns }) =>
        `row “${row}” has ${cells} cells; the head has ${columns === 1 ? '1 column' : `${columns} columns`}`,
      zh: ({ row, cells, columns }) => `“${row}”一行有${cells}格，表头只有${columns}格`,
      help: {
        en: () =>
          'name the missing column in the head, or take the cell out; a | that parts no cells is written \\|',
        zh: () => '在表头补上列名，或去掉多余的格；不作分隔用的竖线写成 \\|',
      },
    },
    short: {
      en: ({ row, cells, columns, more }) =>
        `row “${row}” has ${cells === 1 ? '1 cell' : `${cells} cells`}; the table has ${columns} columns, so that the last stay empty${more === 0 ? '' : ` (${more} more rows like it)`}`,
      zh: ({ row, cells, columns, more }) =>
        `“${row}”一行只有${cells}格，表格有${columns}列，末尾的格印出来是空的${more === 0 ? '' : `（另有${more}行）`}`,
      help: {
        en: () =>
          'add the cell that is missing where it is missing; where there is nothing to say, write "–"',
        zh: () => '缺了哪一格就补在哪里；没有内容的，写“—”',
      },
    },
    shifted: {
      en: ({ column, cells, columns }) =>
        `no row has more than ${cells === 1 ? '1 cell' : `${cells} cells`}, but there are ${columns} columns: “${column}” is taken for the heading of the names of rows`,
      zh: ({ column, cells, columns }) =>
        `各行都只有${cells}格，列却有${columns}个：“${column}”当作行名的表头印出`,
      help: {
        en: ({ column, stub }) =>
          `write it as ${stub}: ${column}, and take it out of the columns; if it heads cells, give each row its last cell`,
        zh: ({ column, stub }) =>
          `写成“${stub}: ${column}”，并从“列”里去掉；它若是各格的列名，给每行补上最后一格`,
      },
    },
    corner: {
      en: ({ cells, columns }) =>
        `the head has ${columns === 1 ? '1 cell' : `${columns} cells`} and each row ${cells}: an empty corner is put before the head`,
      zh: ({ cells, columns }) => `表头只有${columns}格，各行有${cells}格：印出时在表头左边补一个空格`,
      help: {
        en: () =>
          'begin the head with an empty cell, or with what the names of rows are called: | Branch | …',
        zh: () => '表头开头加一格，写行名那一列的名称，或留空：| 学段 | …',
      },
    },
    dashes: {
      en: ({ cells, columns }) =>
        `the line of dashes has ${cells === 1 ? '1 cell' : `${cells} cells`}, the table ${columns}: other readers of Markdown take it for no table`,
      zh: ({ cells, columns }) => `横线行有${cells}格，表格有${columns}列：别的 Markdown 软件认不出这张表`,
      help: { en: ({ columns }) => `give it ${columns} cells`, zh: ({ columns }) => `改成${columns}格` },
    },
  },

  on: {
    *table(table, { own }) {
      // a file is read with a cell for each column, or not at all
      if (table.data.file === undefined && table.data.columns !== undefined)
        yield* inTable(table, own('stub'));
    },
    *report(reading) {
      for (const table of tablesOf(reading)) yield* inBody(table);
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

function* inTable({ path, rows, columns, cornered, data }: Table, stub: string): Generator<Finding> {
  const [first = ''] = data.columns ?? [];
  for (const [row, { length }] of rows)
    if (length > columns.length)
      yield {
        path: [...path, 'rows', row, columns.length],
        message: 'wide',
        data: { row, cells: length, columns: columns.length },
      };
  if (cornered)
    yield {
      path: [...path, 'columns', 0],
      message: 'shifted',
      severity: 'warning',
      data: { column: first, cells: columns.length, columns: columns.length + 1, stub },
    };
  // a row without cells is still to be filled
  const short = rows.filter(([, { length }]) => length > 0 && length < columns.length);
  const [row] = short;
  if (row !== undefined)
    yield {
      path: [...path, 'rows', row[0]],
      message: 'short',
      severity: 'warning',
      data: { row: row[0], cells: row[1].length, columns: columns.length, more: short.length - 1 },
    };
}

/** A table as it is typed in a body. */
function* inBody({ body, rows: read }: ReadTable): Generator<Finding> {
  if (body === undefined) return;
  const { prose, table } = body;
  const { head, rule, rows, width, cornerless } = table.source;
  const columns = head.cells.length + (cornerless ? 1 : 0);
  const nameOf = (index: number): string =>
    read[index - (rows.length - read.length)]?.label.name ?? String(index + 1);
  for (const [index, { cells }] of rows.entries()) {
    const extra = cells[columns];
    if (extra !== undefined)
      yield {
        ...prose.place(extra),
        message: 'beyond',
        data: { row: nameOf(index), cells: cells.length, columns },
      };
  }
  if (cornerless)
    yield {
      ...prose.place(head.span),
      message: 'corner',
      severity: 'warning',
      data: { cells: columns, columns: head.cells.length },
    };
  // what a spreadsheet leaves off at the end of a line is empty
  const short =
    rule === undefined ? [] : [...rows.entries()].filter(([, { cells }]) => cells.length < columns);
  const [first] = short;
  if (first !== undefined)
    yield {
      ...prose.place(first[1].span),
      message: 'short',
      severity: 'warning',
      data: { row: nameOf(first[0]), cells: first[1].cells.length, columns, more: short.length - 1 },
    };
  if (rule !== undefined && rule.cells.length !== head.cells.length && !cornerless)
    yield {
      ...prose.place(rule.span),
      message: 'dashes',
      severity: 'info',
      data: { cells: rule.cells.length, columns: width },
    };
}
