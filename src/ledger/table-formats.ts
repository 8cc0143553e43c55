import { stringify } from 'csv-stringify/sync';
import { escapeStart, escapeText, headingText } from '../render/markdown/markdown-escape.ts';
import { printable } from '../source/printable.ts';

/** A table of plain texts: a heading over each column, and rows of as many cells. */
export interface TextTable {
  readonly head: readonly string[];
  readonly body: readonly (readonly string[])[];
}

/** Measures a text in cells of a terminal. */
export type Width = (text: string) => number;

/** A text on one line: what stands on several is parted by a space, and control characters show as signs. */
export const oneLine = (text: string): string =>
  printable(text.replaceAll(/\s+/g, (gap) => (/[\r\n]/.test(gap) ? ' ' : gap)));

/** Lines of columns aligned for a terminal: the heading, a rule below it, one line a row. */
export function alignedLines({ head, body }: TextTable, width: Width): string[] {
  const rows = body.map((row) => row.map(oneLine));
  const widths = head.map((title, index) =>
    Math.max(width(title), ...rows.map((row) => width(row[index] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd();
  return [head, widths.map((each) => '─'.repeat(each)), ...rows].map(line);
}

/** A text within a line of Markdown, in which nothing is markup. */
export const markdownText = (text: string): string => escapeText(oneLine(text));

/** A text as a line of Markdown of its own, such as an item of a list. */
export const markdownLine = (text: string): string => escapeStart(markdownText(text));

/** A text as a heading of Markdown. */
export const markdownHeading = (text: string): string => headingText(markdownText(text));

const markdownCell = (cell: string): string => markdownText(cell).replaceAll('|', '\\|');

export function markdownTable({ head, body }: TextTable): string {
  const line = (row: readonly string[]): string => `| ${row.map(markdownCell).join(' | ')} |\n`;
  return line(head) + `| ${head.map(() => '---').join(' | ')} |\n` + body.map(line).join('');
}

/** RFC 4180 with a byte order mark, by which Excel knows UTF-8; line breaks within a cell are line feeds in quotes. */
export const csvTable = ({ head, body }: TextTable): string =>
  stringify([[...head], ...body.map((row) => row.map(csvCell))], {
    bom: true,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n\t;]/,
  });

/** What a spreadsheet takes for a formula, in full width as well. */
const formula = /^\s*[=+\-@＝＋－＠]/;
/** A number, with its unit after it: no formula goes on with letters there. */
const plainNumber = /^\s*[-+]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?[\p{L}%‰℃]*\s*$/u;

/**
 * A cell in which nothing comes alive: a text that a spreadsheet would take for a formula is marked as text by `'`; numbers stay numbers. Where `;` parts the cells,
 * Excel does not know the quotes of a file whose cells are parted by commas, so that a cell may begin after any `;`, tab and line break.
 */
const csvCell = (cell: string): string =>
  printable(cell.replaceAll(/\r\n?/g, '\n'))
    .split(/(?<=[;\t\n])/)
    .map((piece) =>
      formula.test(piece) && !plainNumber.test(piece.replace(/[;\t\n]$/, '')) ? `'${piece}` : piece,
    )
    .join('');

/** The columns of which some row has something; the rest only take room where people read. */
export function usedColumns({ head, body }: TextTable): TextTable {
  const used = head.flatMap((_, index) => (body.some((row) => (row[index] ?? '') !== '') ? [index] : []));
  const pick = (row: readonly string[]): readonly string[] => used.map((index) => row[index] ?? '');
  return { head: pick(head), body: body.map(pick) };
}
