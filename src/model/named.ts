import type { Path } from '../diagnostic.ts';
import type { TableData } from './data.generated.ts';
import type { DraftData, Table } from './report.ts';
import { headsOf } from './table-heads.ts';

/** A table that stands in a file of its own. */
export interface FiledTable extends Pick<Table, 'rows'> {
  readonly stub: string;
  readonly columns: readonly string[];
}

/** The entries of a mapping of names in the order of the text. */
export function namedIn<T>(
  source: DraftData,
  map: Readonly<Record<string, T>> | undefined,
  path: Path,
): { id: string; path: Path; data: T }[] {
  if (map === undefined) return [];
  return source.entries(map).map(([id, data]) => ({ id, path: [...path, id], data: data as T }));
}

/** A table’s data, its rows in the order of the text and what heads them: its own, or those of a file, as if they were written in the draft. */
export function cellsOf(
  data: TableData,
  source: DraftData,
  filed: FiledTable | undefined,
): Omit<Table, 'id' | 'path' | 'section'> {
  if (filed !== undefined) {
    const { stub, columns, rows } = filed;
    return { data: withCells(data, filed), rows, stub, columns, cornered: false };
  }
  const rows = data.rows === undefined ? [] : (source.entries(data.rows) as Table['rows']);
  return { data, rows, ...headsOf(data, rows) };
}

const withCells = (data: TableData, { stub, columns, rows }: FiledTable): TableData => ({
  ...data,
  columns: [...columns],
  ...(stub.trim() !== '' && { stub }),
  rows: Object.assign(Object.create(null) as NonNullable<TableData['rows']>, Object.fromEntries(rows)),
});
