/** Measures a text in cells of a terminal. */
export type Width = (text: string) => number;

/** Rows of cells under their headings. */
export interface Cells {
  readonly head: readonly string[];
  readonly body: readonly (readonly string[])[];
}

/** Columns aligned for a terminal. */
export function alignedTable({ head, body }: Cells, width: Width): string {
  const widths = head.map((title, index) => Math.max(width(title), ...body.map((row) => width(row[index] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd();
  return [head, widths.map((each) => '─'.repeat(each)), ...body].map((row) => `${line(row)}\n`).join('');
}

/** A table of Markdown; what a cell holds is text, whatever its characters. */
export function markdownTable({ head, body }: Cells): string {
  const line = (row: readonly string[]): string => `| ${row.map(markdownText).join(' | ')} |\n`;
  return line(head) + `| ${head.map(() => '---').join(' | ')} |\n` + body.map(line).join('');
}

/** A text in which nothing is a mark of Markdown, on one line. */
export const markdownText = (text: string): string => text.replaceAll(/[\\|<*_`[\]]/g, '\\$&').replaceAll(/[\n\r]+/g, ' ');

/** The columns of which some row has something; the rest only take room where people read. */
export function usedColumns({ head, body }: Cells): Cells {
  const used = head.flatMap((_, index) => (body.some((row) => (row[index] ?? '') !== '') ? [index] : []));
  const pick = (row: readonly string[]): readonly string[] => used.map((index) => row[index] ?? '');
  return { head: pick(head), body: body.map(pick) };
}
