import { lowered, raised } from '../scripts.ts';

/** A piece of text where it stands on its page, in millimetres from its upper left. */
export interface PagePiece {
  readonly x: number;
  /** The line that it stands on. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly text: string;
}

/** Pieces that stand on one line, and the largest of them, by which the others are raised or lowered. */
interface Row {
  readonly pieces: PagePiece[];
  main: PagePiece;
}

/** Pieces as lines, from top to bottom and from left to right, column by column; a line that begins further in than its column does is indented. */
export function pageLines(pieces: readonly PagePiece[]): string[] {
  return columnsOf(rowsOf(pieces)).flatMap((rows) => {
    const edge = rows.flatMap((row) => row.pieces).reduce((least, { x }) => Math.min(least, x), Infinity);
    return rows.map((row) => {
      const [first] = row.pieces;
      const isIndented = first !== undefined && first.x - edge > row.main.size * 1.2;
      return (isIndented ? '\u3000\u3000' : '') + joined(row);
    });
  });
}

/** Small signs above or below a line stand on it: lines are further apart than half of what is largest on them. */
function rowsOf(pieces: readonly PagePiece[]): Row[] {
  const rows: Row[] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && Math.abs(piece.y - row.main.y) < Math.max(row.main.size, piece.size) / 2) {
      row.pieces.push(piece);
      if (piece.size > row.main.size) row.main = piece;
    } else rows.push({ pieces: [piece], main: piece });
  }
  for (const row of rows) row.pieces.sort((a, b) => a.x - b.x);
  return rows;
}

/** Columns are told by this many lines with a text of some length on both sides of one gap: cells of a table are shorter. */
const LEAST_LINES = 5;
const LEAST_LENGTH = 10;

/** Stretches of lines in the order in which they are read: two columns of text one after the other. */
function columnsOf(rows: readonly Row[]): Row[][] {
  const stretches: Row[][] = [];
  for (let at = 0; at < rows.length;) {
    const gap = gapOf(rows[at] as Row);
    let end = at;
    while (gap !== undefined && end < rows.length && isParted(rows[end] as Row, gap)) end++;
    if (gap === undefined || end - at < LEAST_LINES) {
      const last = stretches.at(-1);
      if (last && gap === undefined) last.push(rows[at] as Row);
      else stretches.push([rows[at] as Row]);
      at++;
      continue;
    }
    const parted = rows.slice(at, end);
    stretches.push(
      side(parted, (piece) => piece.x < gap),
      side(parted, (piece) => piece.x >= gap),
      [],
    );
    at = end;
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

const side = (rows: readonly Row[], is: (piece: PagePiece) => boolean): Row[] =>
  rows.flatMap(({ pieces }) => {
    const held = pieces.filter(is);
    const main = held.reduce<PagePiece | undefined>(
      (largest, piece) => (largest === undefined || piece.size > largest.size ? piece : largest),
      undefined,
    );
    return main === undefined ? [] : [{ pieces: held, main }];
  });

const lengthOf = (pieces: readonly PagePiece[]): number =>
  pieces.reduce((length, { text }) => length + text.trim().length, 0);

/** The widest gap of a line that is more than a blank: how wide it is, and where the piece behind it begins. */
function widestGap({ pieces, main }: Row): { readonly width: number; readonly at: number } | undefined {
  let widest: { readonly width: number; readonly at: number } | undefined;
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    const width = before === undefined ? 0 : piece.x - (before.x + before.width);
    if (width > main.size * 1.5 && width > (widest?.width ?? 0)) widest = { width, at: piece.x };
  });
  return widest;
}

/** Where the second column of a line begins, if its widest gap parts two texts. */
function gapOf(row: Row): number | undefined {
  const widest = widestGap(row);
  if (widest === undefined) return undefined;
  const isLong = [true, false].every(
    (isLeft) => lengthOf(row.pieces.filter(({ x }) => x < widest.at === isLeft)) >= LEAST_LENGTH,
  );
  return isLong ? widest.at - row.main.size / 2 : undefined;
}

/** Whether nothing of a line crosses the gap between two columns, and it is no row of a table: a line may end short in one of them. */
function isParted(row: Row, gap: number): boolean {
  const { pieces } = row;
  const [left, right] = [pieces.filter(({ x }) => x < gap), pieces.filter(({ x }) => x >= gap)];
  const isShort = Math.max(lengthOf(left), lengthOf(right)) < LEAST_LENGTH;
  const isRow = isShort && (widestGap(row) !== undefined || (left.length > 0 && right.length > 0));
  return !isRow && left.every(({ x, width }) => x + width <= gap + 0.1);
}

/** The pieces of a line; where the page leaves more than the width of a sign between them, a blank stands. */
function joined({ pieces, main }: Row): string {
  let text = '';
  let end = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    text += (piece.x - end > main.size * 0.8 ? ' ' : '') + shown(piece, main, text);
    end = piece.x + Math.max(piece.width, 0);
  }
  return text.trim();
}

/** A small sign above or below its line, so that its digits are no digits of the text. */
function shown({ text, size, y }: PagePiece, main: PagePiece, before: string): string {
  if (size > main.size * 0.8) return text;
  if (main.y - y > main.size * 0.15) return raised(text);
  return y - main.y > main.size * 0.1 ? lowered(text, before) : text;
}
