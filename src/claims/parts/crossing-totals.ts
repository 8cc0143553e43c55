import { difference, type Measured } from '../../quantity/value/arithmetic.ts';
import type { Cell } from '../../reading/tables.ts';
import type { Line } from '../tables/table-totals.ts';

/** A line whose total is not the sum of its cells. */
export type WrongLine = Line & { readonly verdict: Extract<Line['verdict'], { readonly is: 'differs' }> };

/** The cell that one row and one column have in common, and what it would have to be for both to add up. */
export interface Crossing {
  readonly cell: Cell;
  readonly lines: readonly [row: WrongLine, column: WrongLine];
  readonly expected: Measured;
}

/** One row and one column that are wrong by the same have the cell where they cross in common: it is one mistake. */
export function crossingOf(wrong: readonly WrongLine[]): Crossing | undefined {
  const [row, column] = [wrong[0], wrong[1]];
  if (wrong.length !== 2 || row?.kind !== 'row' || column?.kind !== 'column') return undefined;
  const across = new Set([...column.parts, column.total]);
  const cell = [...row.parts, row.total].find((each) => across.has(each));
  if (cell?.operand.kind !== 'figure') return undefined;
  const { measured } = cell.operand;
  const [byRow, byColumn] = [expected(row, cell, measured), expected(column, cell, measured)];
  if (!byRow.number.equals(byColumn.number)) return undefined;
  return { cell, lines: [row, column], expected: { ...byRow, unit: measured.unit, loose: false } };
}

/** What a cell would have to be for its line to add up. */
function expected({ total, verdict: { sum, stated } }: WrongLine, cell: Cell, measured: Measured): Measured {
  if (cell === total) return sum;
  const rest = difference(sum, measured);
  return { ...difference(stated, rest), step: measured.step };
}
