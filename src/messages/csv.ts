import type { Data, Message } from '../diagnostic.ts';

const csvForm: Message['help'] = {
  en: () => 'the first row names the columns, the first column the rows; export it as CSV again',
  zh: () => '第一行写列名，第一列写行名；可重新导出为 CSV',
};
const moreLines = (more: Data[string] | undefined): string =>
  Number(more) === 0 ? '' : ` (and ${more} more ${more === 1 ? 'line' : 'lines'})`;

/** What is said of the CSV file of a table. */
export const csvMessages: Readonly<Record<string, Message>> = {
  'csv-empty': {
    en: ({ file }) => `“${file}” has no rows`,
    zh: ({ file }) => `“${file}”里没有数据行`,
    help: csvForm,
  },
  'csv-quote': {
    en: ({ file, line }) => `line ${line} of “${file}”: a quotation mark is not closed`,
    zh: ({ file, line }) => `“${file}”第${line}行：双引号不成对`,
    help: {
      en: () => 'inside a quoted cell, write two quotation marks for one',
      zh: () => '引号内要写双引号的，写两个',
    },
  },
  'csv-unreadable': {
    en: ({ file, line }) => `line ${line} of “${file}” cannot be read as CSV`,
    zh: ({ file, line }) => `“${file}”第${line}行不是合法的 CSV`,
    help: csvForm,
  },
  'csv-ragged': {
    en: ({ file, line, found: count, wanted: columns, more }) =>
      `line ${line} of “${file}” has ${count} ${count === 1 ? 'cell' : 'cells'}, not ${columns}${moreLines(more)}`,
    zh: ({ file, line, found: count, wanted: columns, more }) =>
      `“${file}”第${line}行有${count}格，第一行有${columns}格${more === 0 ? '' : `（另有${more}行也不符）`}`,
    help: {
      en: () => 'give every row as many cells as the first; a cell with a comma in it stands in "…"',
      zh: () => '各行格数要与第一行相同；格内有逗号的，加英文双引号',
    },
  },
  'csv-nameless': {
    en: ({ file, line, more }) =>
      `line ${line} of “${file}” begins with an empty cell, so that the row has no name${moreLines(more)}`,
    zh: ({ file, line, more }) =>
      `“${file}”第${line}行的第一格是空的，这一行没有名称${more === 0 ? '' : `（另有${more}行）`}`,
    help: { en: () => 'the first column names the rows', zh: () => '第一列写各行的名称' },
  },
  'csv-twice': {
    en: ({ file, line, name, first, more }) =>
      `line ${line} of “${file}”: there is a row “${name}” in line ${first} already${moreLines(more)}`,
    zh: ({ file, line, name, first, more }) =>
      `“${file}”第${line}行：“${name}”与第${first}行重名${more === 0 ? '' : `（另有${more}行）`}`,
    help: { en: () => 'give each row a name of its own', zh: () => '每行用不同的名称' },
  },
};
