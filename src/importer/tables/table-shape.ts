import type { DocumentTable } from '../block.ts';
import { withGroups } from './table-groups.ts';
import { isTotalName } from './table-totals.ts';
import { tracedRows } from '../text/traced-blocks.ts';
import { Traced } from '../text/traced.ts';

/** A table as a draft holds one: a name for each column and row. */
export interface TableShape {
  readonly stub: Traced;
  readonly columns: readonly Traced[];
  readonly rows: readonly (readonly [Traced, ...Traced[]])[];
  /** Whether rows that only head a group stood between the rows. */
  readonly isGrouped?: boolean;
}

type Grid = readonly (readonly Traced[])[];

const none = new Traced('');
const at = (grid: Grid, row: number, column: number): string => grid[row]?.[column]?.text ?? '';

/**
 * The names of a table: heads of two rows are joined (业务量 2024年), merged names of rows are joined with what they stand before,
 * columns that are empty all over, as merged cells leave them, are left out. Undefined where a row or column has no name of its own.
 */
export function tableShape(table: DocumentTable): TableShape | undefined {
  const { rows } = table;
  const width = rows[0]?.length ?? 0;
  if (width < 2 || rows.length < 2 || rows.some((row) => row.length !== width)) return undefined;
  const { grid: cells, covered, isGrouped } = withGroups(tracedRows(table), table);
  const grid = withoutEmpty(cells);
  const heads = headRows(grid, table.header);
  if (heads === 0 || heads >= grid.length) return undefined;
  const names = namedColumns(grid, heads);
  // merged words hold for each row, which a merged figure would be counted twice by
  const filled = covered === undefined ? grid : withoutEmpty(repeated(cells, covered, heads, names));
  const shape = {
    stub: Traced.join(headOf(grid, heads, 0, names)),
    columns: columnsOf(grid, heads, names),
    rows: rowsOf(filled.slice(heads), names),
    ...(isGrouped && { isGrouped }),
  };
  return isNamed(shape) ? shape : undefined;
}

/** Words of merged cells in each row that they reach into. */
function repeated(grid: Grid, covered: readonly (readonly number[])[], heads: number, names: number): Grid {
  const filled = grid.map((row) => [...row]);
  for (const [row, columns] of covered.entries())
    // a total has no office and no day of its own
    for (const column of row < heads || isTotalName(at(grid, row, 0)) ? [] : columns) {
      const above = column < names ? undefined : filled[row - 1]?.[column];
      const isBelow = above !== undefined && row > heads && covered[row]?.includes(column) === true;
      if (isBelow && isWords(above.text) && filled[row]?.[column]?.text === '')
        (filled[row] as Traced[])[column] = new Traced(above.text);
    }
  return filled;
}

/** Whether a cell says something beside a figure: a day, an office, “500元/人”. */
const isWords = (text: string): boolean =>
  /[\p{L}]{2}/u.test(text.replaceAll(/\s/g, '')) || /[年月日]/.test(text);

/** Without columns and rows that are empty all over. */
function withoutEmpty(grid: Grid): Grid {
  const kept = (grid[0] ?? []).map((_, column) => grid.some((row) => row[column]?.text !== ''));
  return grid
    .map((row) => row.filter((_, column) => kept[column]))
    .filter((row) => row.some(({ text }) => text !== ''));
}

const isFigure = (text: string): boolean =>
  /\d/.test(text) && !/^(?:20|19)\d{2}(?:[年/–-]\d{0,4})?(?:末|度|底)?$/.test(text);

/** How many rows name the columns: one that is marked or differs from those below by its words, and one that parts merged heads. */
function headRows(grid: Grid, isMarked: boolean): number {
  const [first = [], second = []] = grid;
  const isMerged = first.slice(1).some(({ text }) => text === '');
  const isParted =
    isMerged &&
    first.every(
      ({ text }, column) =>
        text !== '' ||
        (second[column]?.text ?? '') !== '' ||
        (column > 0 && at(grid, 0, 0) !== '' && column < stubWidth(grid)),
    ) &&
    !second.some(({ text }) => isFigure(text)) &&
    second.some(({ text }, column) => text !== '' && first[column]?.text === '');
  const heads = isParted && grid.length > 2 ? 2 : 1;
  if (isMarked) return heads;
  const above = grid.slice(0, heads).flatMap((row) => row.slice(1));
  const below = grid.slice(heads).map((row) => row.slice(1));
  const isHead =
    above.every(({ text }) => !isFigure(text)) &&
    below.every((row) => row.some(({ text }) => /\d/.test(text) || /^(?:[-—–/]|持平|)$/.test(text)));
  return isHead && below.some((row) => row.some(({ text }) => isFigure(text))) ? heads : 0;
}

/** How many columns the name of the rows reaches over. */
function stubWidth(grid: Grid): number {
  let width = 1;
  const [first = []] = grid;
  while (
    width < first.length &&
    first[width]?.text === '' &&
    at(grid, 1, width) === '' &&
    isText(grid, width)
  )
    width++;
  return width;
}

/** Whether a column holds words, not figures. */
const isText = (grid: Grid, column: number): boolean =>
  grid.slice(1).some((row) => (row[column]?.text ?? '') !== '') &&
  grid.every((row) => !/^[\d.,%\s-]+$/.test(row[column]?.text ?? '') || row[column]?.text === '');

const namedColumns = (grid: Grid, heads: number): number => (heads > 0 ? stubWidth(grid) : 1);

/** The words of the heads of a column, those of a merged one from its left. */
function headOf(grid: Grid, heads: number, column: number, names: number): Traced[] {
  const [first = [], second = []] = grid;
  const own = second[column] ?? none;
  if (heads < 2) return [first[column] ?? none];
  let from = column;
  while (own.text !== '' && from > names && first[from]?.text === '') from--;
  const above = first[from] ?? none;
  return [above, ...(above.text !== '' && own.text !== '' ? [new Traced(' ')] : []), own].filter(
    ({ text }) => text !== '',
  );
}

const columnsOf = (grid: Grid, heads: number, names: number): Traced[] =>
  (grid[0] ?? []).slice(names).map((_, index) => Traced.join(headOf(grid, heads, index + names, names)));

/** Each row with its name; a merged name goes on over the rows below it. */
function rowsOf(grid: Grid, names: number): (readonly [Traced, ...Traced[]])[] {
  let above = none;
  return grid.map((row) => {
    const [first = none] = row;
    if (first.text !== '') above = first;
    const inner = row.slice(1, names).filter(({ text }) => text !== '');
    const outer = first.text === '' && inner.length > 0 ? above : first;
    const words = [outer, ...inner].filter(({ text }) => text !== '');
    const name = Traced.join(
      words.flatMap((word, index) => (index === 0 ? [word] : [new Traced(' '), word])),
    );
    return [name, ...row.slice(names)] as const;
  });
}

/** Whether each row and column has a name of its own; a name is no reference. */
function isNamed({ columns, rows }: TableShape): boolean {
  const isOwn = (all: readonly string[]): boolean => !all.includes('') && new Set(all).size === all.length;
  const names = rows.map(([{ text }]) => text);
  return (
    columns.length > 0 &&
    isOwn(names) &&
    !names.some((name) => name.includes('{{')) &&
    isOwn(columns.map(({ text }) => text))
  );
}
