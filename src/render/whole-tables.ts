import { markdownTablesIn, type SourceRow, type SourceTable } from '../model/markdown-tables.ts';

/**
 * A body whose tables every reader of Markdown takes for the tables that they are: lines of cells parted by tabs between borders, every
 * line as wide as the widest, an empty corner where the head leaves it out, and a line that is no row apart from the rows above it.
 * What is whole stays as it is typed.
 */
export function withWholeTables(text: string): string {
  let source = '';
  let at = 0;
  for (const table of markdownTablesIn(text)) {
    source += text.slice(at, table.span[0]) + wholeTable(text, table);
    at = table.span[1];
    const behind = text.slice(at, at + 2);
    // a line right below would be a row
    if (behind.length === 2 && behind[1] !== '\n')
      source += `\n${(table.rule ?? table.head).prefix.trimEnd()}`;
  }
  return source + text.slice(at);
}

function wholeTable(text: string, { kind, head, rule, rows, width, cornerless }: SourceTable): string {
  const isWhole = (row: SourceRow | undefined): boolean => row?.cells.length === width;
  if (kind === 'pipes' && [head, rule, ...rows].every(isWhole))
    return text.slice(head.span[0], (rows.at(-1) ?? rule ?? head).span[1]);
  const words = ({ cells }: SourceRow): string[] =>
    cells.map((cell) => (kind === 'tabs' ? text.slice(...cell).replaceAll('|', '\\|') : text.slice(...cell)));
  const line = (row: SourceRow, before: number, empty = ''): string => {
    const lack = Array.from({ length: width - row.cells.length - before }, () => empty);
    const cells = [...Array.from({ length: before }, () => empty), ...words(row), ...lack];
    return `${row.prefix}| ${cells.join(' | ')} |`;
  };
  const dashes: SourceRow = rule ?? { ...head, prefix: '', cells: [] };
  const corner = cornerless ? 1 : 0;
  return [
    line(head, corner),
    line(dashes, dashes.cells.length < width ? corner : 0, '---'),
    ...rows.map((row) => line(row, 0)),
  ].join('\n');
}
