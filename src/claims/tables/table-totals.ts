import { fits, isShare } from '../../quantity/value/dimension.ts';
import { intervalBetween, meet, type IntervalEnd, type Interval } from '../../quantity/value/interval.ts';
import { plus, type Measured } from '../../quantity/value/arithmetic.ts';
import type { Cell, ReadTable } from '../../reading/tables.ts';
import type { TableLabel } from '../../reading/table-labels.ts';
import { areSums } from './table-doubts.ts';
import { totalsAmong, type Total } from './table-structure.ts';
import { isShareName, roleOf } from './table-words.ts';

/** A row or column of a table with its total, and whether it adds up. */
export interface Line {
  readonly kind: 'row' | 'column';
  readonly name: string;
  readonly parts: readonly Cell[];
  readonly total: Cell;
  readonly verdict: Verdict;
}

export type Verdict =
  | { readonly is: 'holds' }
  /** There is nothing to add, or something is still to be filled in. */
  | { readonly is: 'silent' }
  | { readonly is: 'differs'; readonly sum: Measured; readonly stated: Measured }
  /** There are figures, but no total. */
  | { readonly is: 'missing'; readonly sum: Measured }
  /** A cell is text, or its unit is another. */
  | { readonly is: 'text' | 'units'; readonly cell: Cell };

/** A table turned so that totals stand among its lines, and each place along them has a name. */
export interface Turned {
  readonly kind: Line['kind'];
  /** What adds up. */
  readonly lines: readonly TableLabel[];
  /** Where it adds up. */
  readonly places: readonly TableLabel[];
  readonly at: (line: number, place: number) => Cell | undefined;
}

/**
 * The rows and columns of a table that add up, in order: by what the draft says of its last row or column, and by the names of rows and
 * columns (合计, 小计, Total). What only a name calls a total, and its figures show to be none, is left out.
 */
export function linesOf(table: ReadTable, across: Turned, down: Turned): readonly Line[] {
  const totals = table.declared?.data.totals;
  return [
    ...(totals === 'rows' || totals === 'both' ? declaredLines(across) : namedLines(across, table.around)),
    ...(totals === 'columns' || totals === 'both' ? declaredLines(down) : namedLines(down, table.around)),
  ];
}

export function turned({ columns, rows }: ReadTable, kind: Line['kind']): Turned {
  const labels = rows.map(({ label }) => label);
  return kind === 'row'
    ? { kind, lines: columns, places: labels, at: (line, place) => rows[place]?.cells[line] }
    : { kind, lines: labels, places: columns, at: (line, place) => rows[line]?.cells[place] };
}

const nameAt = ({ kind }: Turned, cell: Cell): string => (kind === 'row' ? cell.row : cell.column);

/** The draft says that the last line is the total of all others; sums on the way among them, which their names tell, count once. */
function declaredLines(table: Turned): readonly Line[] {
  const last = table.lines.length - 1;
  const named = totalsAmong(table.lines).find(({ index }) => index === last);
  return table.places.flatMap((_, place) => {
    const cells = table.lines.flatMap((_label, line) => table.at(line, place) ?? []);
    const total = cells.at(-1);
    const parts = cells.slice(0, -1);
    if (total === undefined || parts.length === 0) return [];
    const verdict = verdictOn(parts, total);
    const byName = verdict.is === 'differs' && named ? best(table, named, place) : undefined;
    return [
      {
        kind: table.kind,
        name: nameAt(table, total),
        parts,
        total,
        verdict: byName?.verdict.is === 'holds' ? byName.verdict : verdict,
      },
    ];
  });
}

function namedLines(table: Turned, around: string): readonly Line[] {
  return totalsAmong(table.lines).flatMap((named) => {
    const total = { ...named, ways: likeliestFirst(table, named) };
    const lines = table.places.flatMap((label, place) =>
      mayAddUp(label, table.at(total.index, place)) && !(isStock(label) && areTimes(table, total))
        ? (best(table, total, place) ?? [])
        : [],
    );
    const judged = lines.filter(({ verdict: { is } }) => is === 'holds' || is === 'differs');
    return areSums(judged, total.sure, around)
      ? judged
      : judged.filter(({ verdict: { is } }) => is === 'holds');
  });
}

/** The ways of a total, the one first by which it adds up at the most places, else in their order. */
function likeliestFirst(table: Turned, { index, ways }: Total): Total['ways'] {
  if (ways.length < 2) return ways;
  const held = new Map(
    ways.map((way) => [
      way,
      table.places.filter((_, place) => {
        const total = table.at(index, place);
        const parts = way.flatMap((line) => table.at(line, place) ?? []);
        return total !== undefined && verdictOn(parts, total).is === 'holds';
      }).length,
    ]),
  );
  return ways.toSorted((a, b) => (held.get(b) ?? 0) - (held.get(a) ?? 0));
}

/** Whether a total is that of the stretches of a year. */
const areTimes = ({ lines }: Turned, { ways }: Total): boolean =>
  (ways[0] ?? []).every((line) =>
    /季度|半年|\d月|[一二三四五六七八九十]月|\bQ[1-4]\b|quarter|half|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(
      lines[line]?.name ?? '',
    ),
  );

/** Whether a name is that of a level, which stretches of a year do not add up to: that of the year is that of its end. */
const isStock = ({ name }: TableLabel): boolean =>
  /[年期季月][末底初]|在[册校园岗职编读]|存[量栏]|余额|结存|库存|保有|\b(?:balance|stock|headcount|in post|enrol\w*|year[- ]end|end of)\b/i.test(
    name,
  );

/** Whether what stands at a place has a sum: rates and ranks have none, shares have where their total is the whole. */
function mayAddUp(label: TableLabel, total: Cell | undefined): boolean {
  if (total?.operand.kind !== 'figure') return false;
  const { dimension, number } = total.operand.measured;
  if (isShare(dimension) || isShareName(label.name))
    return isShareName(label.name) && (number.equals(1) || number.equals(100));
  return roleOf(label) !== 'apart';
}

/** The total at a place by the first of its ways that adds up, else by the likeliest. */
function best(table: Turned, { index, ways }: Total, place: number): Line | undefined {
  const total = table.at(index, place);
  if (total === undefined) return undefined;
  let first: Line | undefined;
  for (const way of ways) {
    const parts = way.flatMap((line) => table.at(line, place) ?? []);
    const verdict = verdictOn(parts, total);
    const line: Line = { kind: table.kind, name: nameAt(table, total), parts, total, verdict };
    if (verdict.is === 'holds') return line;
    first ??= line;
  }
  return first;
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
    ? { is: 'holds' }
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
