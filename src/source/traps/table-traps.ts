import { quoteTrap } from './quotes.ts';
import { keyName } from '../grammar.ts';
import type { Trap } from './repair.ts';
import type { ListNode, MapNode } from '../tree.ts';

/** The number of columns of a table, and those of its rows that are lists; none where the table names no columns. */
export function rowsOf({ entries }: MapNode): {
  readonly columns: number;
  readonly rows: readonly ListNode[];
} {
  const [columns, rows] = ['columns', 'rows'].map(
    (name) => entries.find(({ key }) => key.value === name || key.value === keyName(name, 'zh'))?.value,
  );
  if (columns?.kind !== 'list' || rows?.kind !== 'map') return { columns: 0, rows: [] };
  return {
    columns: columns.items.length,
    rows: rows.entries.flatMap(({ value }) => (value.kind === 'list' ? [value] : [])),
  };
}

/**
 * Figures of a row that YAML parts at the commas between their thousands: `[1,200, 800]` has three cells. They are told
 * where the row, with them in one piece, has exactly a cell for each column.
 */
export function splitThousands(text: string, { items }: ListNode, columns: number): Trap[] {
  const figures: { readonly start: number; end: number; readonly comma: number }[] = [];
  let whole = 0;
  for (const [index, { start, end }] of items.entries()) {
    const before = items[index - 1]?.end ?? start;
    const parted = text.slice(before, start) === ',' && /^\d{3}(?!\d)/.test(text.slice(start, start + 4));
    const last = figures.at(-1);
    if (parted && last?.end === before && text.slice(before - 3, before).search(/^\d{3}$/) === 0)
      last.end = end;
    else if (parted && /(?<![\d.])\d{1,3}$/.test(text.slice(Math.max(0, before - 4), before))) {
      figures.push({ start: items[index - 1]?.start ?? start, end, comma: before });
    } else whole++;
  }
  return whole === columns
    ? figures.map(({ start, end, comma }) => quoteTrap(text, start, end, comma, 'comma-in-cell'))
    : [];
}
