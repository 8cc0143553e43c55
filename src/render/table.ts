import type { Language } from '../diagnostic.ts';
import type { Table } from '../model/report.ts';
import type { Inline, TableBlock } from './block.ts';
import { onOneLine } from '../reading/controls.ts';
import { tableUnit } from './words.ts';

/** A table of the draft, its cells as written: the names of the rows make the first column. Without rows there is nothing to print. */
export function tableOf(
  { id, data, rows, columns, stub }: Table,
  line: (text: string) => Inline[],
  language: Language,
): TableBlock[] {
  if (rows.length === 0) return [];
  const width = rows.reduce((widest, [, cells]) => Math.max(widest, cells.length), columns.length);
  const filled = (cells: readonly (string | null)[]): Inline[][] =>
    Array.from({ length: width }, (_, index) => line(cells[index] ?? ''));
  return [
    {
      kind: 'table',
      caption: line(data.name ?? id),
      unit: data.unit === undefined ? '' : tableUnit(onOneLine(data.unit), language),
      head: columns.length === 0 ? [] : [line(stub), ...filled(columns)],
      rows: rows.map(([name, cells]) => ({ name: line(name), cells: filled(cells) })),
    },
  ];
}
