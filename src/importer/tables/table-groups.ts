import type { DocumentTable } from '../block.ts';
import { isTotalName } from './table-totals.ts';
import { Traced } from '../text/traced.ts';

type Grid = readonly (readonly Traced[])[];

/** The rows of a table without those that only head a group, each row of which has its name: 一、环卫 公厕. */
export interface Grouped {
  readonly grid: Grid;
  readonly covered: readonly (readonly number[])[] | undefined;
  readonly isGrouped: boolean;
}

/** 一、, （一）, 1., I. and A., with which a group is counted. */
const numbered =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．]|[IVX]+\.|[A-Z]\.)\s*\S/u;

/**
 * Rows that hold the name of a group alone, merged over the table or numbered as one, are put before the names of the rows below them.
 * A total at the end is one of the whole table.
 */
export function withGroups(grid: Grid, { covered, wide }: Pick<DocumentTable, 'covered' | 'wide'>): Grouped {
  const isHead = grid.map((row, at) => at > 0 && isGroup(row, wide?.has(at) === true));
  const isWhole =
    isHead.includes(true) &&
    grid.every(
      (row, at) => at === 0 || isHead[at] === true || row.slice(1).some(({ text }) => text !== ''),
    ) &&
    grid.every((_, at) => isHead[at] !== true || (at + 1 < grid.length && isHead[at + 1] !== true));
  if (!isWhole) return { grid, covered, isGrouped: false };
  let group: Traced | undefined;
  const rows = grid.map((row, at) => {
    const [first = new Traced('')] = row;
    if (isHead[at] === true) group = first;
    const isLast = at === grid.length - 1 && isTotalName(first.text);
    return group === undefined || isLast || first.text === ''
      ? row
      : [Traced.join([group, new Traced(' '), first]), ...row.slice(1)];
  });
  const isKept = (_: unknown, at: number): boolean => isHead[at] !== true;
  return { grid: rows.filter(isKept), covered: covered?.filter(isKept), isGrouped: true };
}

/** Whether a row names a group and says nothing else. */
function isGroup([first, ...rest]: readonly Traced[], isWide: boolean): boolean {
  if (first === undefined || rest.length < 2 || first.text === '' || isTotalName(first.text)) return false;
  if (rest.some(({ text }) => text !== '')) return false;
  return isWide || numbered.test(first.text);
}

const none: ReadonlySet<number> = new Set();
/** No title of a table is longer. */
const LONGEST = 40;

/** Rows of a table as they count without the first. */
export const rowsBelow = (rows: ReadonlySet<number>): ReadonlySet<number> =>
  new Set([...rows].flatMap((at) => (at > 0 ? [at - 1] : [])));

/** Whether the first row of a table is its title: one cell over all columns, above a row that names them all. */
function hasTitle({ rows, wide = none, caption }: DocumentTable): boolean {
  const [words = '', ...rest] = rows[0] ?? [];
  const isTitle = words.trim() !== '' && words.length <= LONGEST && rest.every((text) => text === '');
  const isAbove = wide.has(0) && !wide.has(1) && rows.length > 3;
  return caption === undefined && isTitle && isAbove && rows[1]?.includes('') === false;
}

/** A table whose first row is its title, without it; undefined where it has none. */
export function withoutTitle(
  table: DocumentTable,
): { readonly table: DocumentTable; readonly title: Traced } | undefined {
  if (!hasTitle(table)) return undefined;
  const { rows, origins, covered, wide = none } = table;
  return {
    title: new Traced(rows[0]?.[0] ?? '', origins?.[0]?.[0]).trim(),
    table: {
      ...table,
      rows: rows.slice(1),
      origins: origins?.slice(1),
      covered: covered?.slice(1),
      wide: rowsBelow(wide),
    },
  };
}
