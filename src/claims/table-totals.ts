import type { Path } from '../diagnostic.ts';
import { fits, isShare } from '../quantity/value/dimension.ts';
import { intervalBetween, meet, type IntervalEnd, type Interval } from '../quantity/value/interval.ts';
import { plus, type Measured } from '../quantity/value/arithmetic.ts';
import type { Figures, NamedOperand } from '../reading/figures.ts';
import type { Table } from '../model/report.ts';

/** A cell of a table that adds up, with the names of its row and column. */
export interface Cell extends NamedOperand {
  readonly row: string;
  readonly column: string;
  readonly path: Path;
}

/** A row or column of a table with its total, and whether it adds up. */
export interface Line {
  readonly kind: 'row' | 'column';
  readonly name: string;
  readonly parts: readonly Cell[];
  readonly total: Cell;
  readonly verdict: Verdict;
}

export type Verdict =
  /** It adds up, or there is nothing to add, or something is still to be filled in. */
  | { readonly is: 'silent' }
  | { readonly is: 'differs'; readonly sum: Measured; readonly stated: Measured }
  /** There are figures, but no total. */
  | { readonly is: 'missing'; readonly sum: Measured }
  /** A cell is text, or its unit is another. */
  | { readonly is: 'text' | 'units'; readonly cell: Cell };

/** The rows and columns of a table that its `totals` says add up, in order. */
export function linesOf(table: Table, figures: Figures): readonly Line[] {
  const { totals, columns = [] } = table.data;
  if (totals === undefined) return [];
  const width = Math.max(columns.length, ...table.rows.map(([, cells]) => cells.length));
  const grid = table.rows.map(([row, cells]) =>
    Array.from({ length: width }, (_, column): Cell => {
      const path: Path = [...table.path, 'rows', row, column];
      return {
        ...figures.cell(table, cells[column] ?? null, path),
        row,
        column: columns[column] ?? String(column + 1),
        path,
      };
    }),
  );
  const rows = totals === 'columns' ? [] : grid.map((cells) => lineOf('row', cells[0]?.row ?? '', cells));
  const across = Array.from({ length: width }, (_, column) => grid.flatMap((cells) => cells[column] ?? []));
  const down =
    totals === 'rows' ? [] : across.map((cells) => lineOf('column', cells[0]?.column ?? '', cells));
  return [...rows, ...down].flatMap((line) => line ?? []);
}

function lineOf(kind: Line['kind'], name: string, cells: readonly Cell[]): Line | undefined {
  const total = cells.at(-1);
  const parts = cells.slice(0, -1);
  return total === undefined || parts.length === 0
    ? undefined
    : { kind, name, parts, total, verdict: verdictOn(parts, total) };
}

function verdictOn(parts: readonly Cell[], total: Cell): Verdict {
  // a column of remarks has nothing to add
  if (!parts.some(({ operand }) => operand.kind === 'figure')) return { is: 'silent' };
  const text = [...parts, total].find(({ operand }) => operand.kind === 'unreadable');
  if (text) return { is: 'text', cell: text };
  if ([...parts, total].some(({ operand }) => operand.kind === 'absent')) return { is: 'silent' };
  let sum: Measured | undefined;
  for (const cell of parts) {
    if (cell.operand.kind !== 'figure') continue;
    const next = sum === undefined ? cell.operand.measured : plus('+', sum, cell.operand.measured);
    if (next === undefined) return { is: 'units', cell };
    sum = next;
  }
  if (sum === undefined) return { is: 'silent' };
  // rates have no sum, so that none is missing
  if (total.operand.kind !== 'figure')
    return isShare(sum.dimension) ? { is: 'silent' } : { is: 'missing', sum };
  const stated = total.operand.measured;
  if (!fits(stated.dimension, sum.dimension)) return { is: 'units', cell: total };
  return meet(stated.interval, sum.interval) || isMean(stated, parts)
    ? { is: 'silent' }
    : { is: 'differs', sum, stated };
}

/** Whether a total of rates is a rate between theirs: the completion of all tasks is no sum of completions. */
function isMean(stated: Measured, parts: readonly Cell[]): boolean {
  if (!isShare(stated.dimension)) return false;
  const figures = parts.flatMap(({ operand }) => (operand.kind === 'figure' ? [operand.measured] : []));
  const ends = (pick: (interval: Interval) => Interval['low']): IntervalEnd['value'][] =>
    figures.flatMap(({ interval }) => pick(interval)?.value ?? []);
  const [least] = ends(({ low }) => low).sort((a, b) => a.compare(b));
  const most = ends(({ high }) => high)
    .sort((a, b) => a.compare(b))
    .at(-1);
  return least !== undefined && most !== undefined && meet(stated.interval, intervalBetween(least, most));
}
