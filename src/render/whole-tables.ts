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
  const line = (row: SourceRow, isLate: boolean, empty = ''): string => {
    const lack = Array.from({ length: width - row.cells.length }, () => empty);
    return `${row.prefix}| ${(isLate ? [...lack, ...words(row)] : [...words(row), ...lack]).join(' | ')} |`;
  };
  const dashes: SourceRow = rule ?? { ...head, prefix: '', cells: [] };
  return [
    line(head, cornerless),
    line(dashes, cornerless, '---'),
    ...rows.map((row) => line(row, false)),
  ].join('\n');
}
