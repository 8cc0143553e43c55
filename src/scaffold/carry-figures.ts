import type { Metric, Report, Table } from '../model/report.ts';
import { hasPlaceholder } from '../model/placeholders.ts';
import { noValue, text, type DraftEntry, type Mapping, type DraftScalar, type DraftValue } from './emit.ts';
import type { PreviousTexts } from './previous-texts.ts';

/** What goes on standing of a metric beside its figures, in the order in which it is written. */
const lasting = ['formula', 'definition', 'range', 'direction', 'source', 'method', 'limits'] as const;

/**
 * A metric for the new year: no value, last year’s as `previous`; what defines it stays. A history, or a value of the
 * year before last, grows to a history with last year in it. Of its day and its corrections nothing is carried.
 */
export function carriedMetric(
  { id, data, section }: Metric,
  { data: { year = 0 } }: Report,
  said: PreviousTexts,
): DraftValue {
  const last = settled(data.value);
  const entries: DraftEntry[] = [];
  const add = (key: string, as: DraftValue): void => void entries.push({ key, value: as });
  if (data.unit !== undefined) add('unit', text(data.unit));
  if (data.name !== undefined && data.name !== id) add('name', text(data.name));
  if (last !== undefined) add('previous', text(last));
  const history = grown(data, year, last);
  if (history.length > 0) add('history', { kind: 'map', short: true, entries: history });
  for (const key of lasting) {
    const written = data[key];
    if (written === undefined) continue;
    const isText = key === 'definition' || key === 'method' || key === 'limits';
    add(key, isText ? text(said.standing(written, section.part, false)) : text(written));
  }
  if (entries.length === 0) return noValue;
  return { kind: 'map', short: true, entries: [{ key: 'value', value: noValue }, ...entries] };
}

/** Earlier values by year, oldest first: with last year’s own, where there was any history at all. */
function grown(
  { history = {}, previous }: Metric['data'],
  year: number,
  last: string | undefined,
): DraftEntry[] {
  const values = new Map(Object.entries(history));
  const before = settled(previous);
  if (before !== undefined && !values.has(String(year - 1))) values.set(String(year - 1), before);
  if (values.size === 0) return [];
  if (last !== undefined) values.set(String(year), last);
  return [...values]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([each, value]) => ({ key: each, value: text(value) }));
}

/** A figure that was filled in. */
const settled = (value: string | undefined): string | undefined =>
  value === undefined || /^\s*$/.test(value) || hasPlaceholder(value) ? undefined : value;

/** A table for the new year: columns and names of rows, with empty cells; last year’s stand in comments behind the rows. */
export function carriedTable({ data, rows, columns, stub, section }: Table, said: PreviousTexts): Mapping {
  const entries: DraftEntry[] = [];
  if (data.name !== undefined)
    entries.push({
      key: 'name',
      value: text(said.standing(data.name, section.part, section.part.kind !== 'plan')),
    });
  if (data.unit !== undefined) entries.push({ key: 'unit', value: text(data.unit) });
  if (stub !== '') entries.push({ key: 'stub', value: text(stub) });
  if (columns.length > 0)
    entries.push({ key: 'columns', value: { kind: 'list', short: true, items: columns.map(text) } });
  if (rows.length > 0)
    entries.push({
      key: 'rows',
      value: {
        kind: 'map',
        entries: rows.map(([name, cells]) => ({
          key: name,
          value: emptied(cells),
          behind: said.cells(cells) || undefined,
        })),
      },
    });
  if (data.totals !== undefined) entries.push({ key: 'totals', value: text(data.totals) });
  return { kind: 'map', entries };
}

/** Cells to be filled in; a stroke, which says that there is nothing to fill in, stays. */
const emptied = (cells: readonly (string | null)[]): DraftValue => ({
  kind: 'list',
  short: true,
  items: cells.map((cell): DraftScalar => (cell === '/' ? text('/') : { kind: 'quoted', text: '' })),
});
