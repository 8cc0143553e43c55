import { figuresWithin } from '../../reading/figure-at.ts';
import type { Reading } from '../../reading/reading.ts';
import { tablesOf, type Cell, type ReadTable } from '../../reading/tables.ts';
import type { HeldFigure, ReportClaim } from '../claim.ts';
import type { Related } from './line-relations.ts';
import { relationsIn } from './table-relations.ts';
import { linesOf, turned, type Line } from './table-totals.ts';

/** What a table says of its own figures: totals, shares, changes. */
export interface TableClaim extends ReportClaim {
  readonly table: ReadTable;
  readonly lines: readonly Line[];
  readonly related: readonly Related[];
}

/** What the tables of a report say of their own figures, a claim a table. */
export function tableClaims(reading: Reading): readonly TableClaim[] {
  return tablesOf(reading).map((table): TableClaim => {
    const [across, down] = [turned(table, 'row'), turned(table, 'column')];
    const relations = [...relationsIn(across), ...relationsIn(down)];
    const related = relations.flatMap((relation) => relation.related);
    // what is held as a share needs no total of shares besides
    const known = new Set(related.map(({ cell }) => cell));
    const lines = linesOf(table, across, down).filter(({ total }) => !known.has(total));
    const held = [
      ...related.flatMap(({ cell, from }) => [cell, ...from]),
      ...lines.flatMap(({ verdict, parts, total }) => (verdict.is === 'silent' ? [] : [...parts, total])),
    ];
    return { table, lines, related, figures: [...new Set(held)].flatMap((cell) => heldIn(cell, table)) };
  });
}

/** The figure of a cell as others know it: by its place in the text of a body, or as a value of the draft. */
export function heldIn(cell: Cell, { body }: ReadTable): readonly HeldFigure[] {
  const { span, place } = cell;
  if (cell.operand.kind !== 'figure') return [];
  if (body === undefined || span === undefined) return [{ path: place.path }];
  const { prose } = body;
  return figuresWithin(prose.figures, span).map((figure) => ({ prose, figure }));
}
