import type { DocumentTable } from '../block.ts';
import { rowsAndOrigins } from '../text/traced-blocks.ts';
import { Traced } from '../text/traced.ts';

/** A cell as its source gives it: how many columns and rows it reaches over. */
export interface GridCell {
  readonly text: Traced;
  /** Whether a cell above reaches into it, where the source says so instead of how far that one reaches. */
  readonly covered?: boolean;
  readonly across: number;
  readonly down: number;
}

const empty = new Traced('');

/** No merged cell reaches past this column; one that does is an attack on the memory, or a mistake. */
const WIDEST = 100;
/** Rows are filled up to one width while the table has fewer cells than this. */
const MOST_CELLS = 1_000_000;

/** Rows of cells as a grid: a merged cell is given once, at its upper left, and is empty where it reaches. Columns that no cell begins in are left out. */
export function gridOf(
  rows: readonly (readonly GridCell[])[],
): Pick<DocumentTable, 'rows' | 'origins' | 'covered' | 'wide'> {
  /** For each column, up to which row it is taken by a cell from above, that row excluded. */
  const taken: number[] = [];
  const grid = rows.map((cells, row) => {
    const texts: Traced[] = [];
    const covered: number[] = [];
    const cover = (): void => {
      covered.push(texts.length);
      texts.push(empty);
    };
    const skip = (): void => {
      while ((taken[texts.length] ?? 0) > row) cover();
    };
    let start = 0;
    for (const { text, across, down, covered: isCovered } of cells) {
      skip();
      start = texts.length;
      if (isCovered === true) cover();
      else texts.push(text);
      while (texts.length < Math.min(start + across, WIDEST)) cover();
      for (let column = start; column < Math.min(texts.length, WIDEST); column += 1)
        taken[column] = row + Math.max(1, down);
    }
    // what reaches in from above behind the last cell
    skip();
    const [only, more] = cells;
    const wide = only !== undefined && more === undefined && only.covered !== true ? only.across : 0;
    return { texts, covered, begun: cells.length === 0 ? 0 : start + 1, wide };
  });
  const width = grid.reduce((widest, { begun }) => Math.max(widest, begun), 0);
  const fill = width * grid.length <= MOST_CELLS;
  const cells = rowsAndOrigins(
    grid.map(({ texts }) =>
      fill
        ? [...texts.slice(0, width), ...Array<Traced>(Math.max(0, width - texts.length)).fill(empty)]
        : texts.slice(0, width),
    ),
  );
  const isMerged = grid.some(({ covered }) => covered.length > 0);
  const wide = new Set(grid.flatMap((row, at) => (width > 1 && row.wide >= width ? [at] : [])));
  return {
    ...cells,
    ...(isMerged && { covered: grid.map(({ covered }) => covered) }),
    ...(wide.size > 0 && { wide }),
  };
}
