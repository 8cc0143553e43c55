import type { Edit } from '../../diagnostic.ts';
import { blankCount, blankName, widthOf } from '../line-starts.ts';
import type { Trap } from './repair.ts';

/** A block text that goes on: the column of its key, how far its lines are indented, if that is known, and its trap. */
export interface OpenBlock {
  readonly column: number;
  readonly indent: number | undefined;
  /** Its lines that are indented with wide spaces, mended together. */
  trap: { safe: boolean; readonly edits: Edit[] } | undefined;
}

/** A line below the key of a block text: where it begins, its blanks, and how many of them are spaces at its start. */
export interface BlockLine {
  readonly start: number;
  readonly white: string;
  readonly spaces: number;
}

/** A block text: its lines are indented as its header says, or as the first of them that is indented with spaces. */
export function blockBelow(text: string, column: number, header: string, end: number): OpenBlock {
  const said = /^[|>][+-]?(\d)/.exec(header)?.[1];
  const lines = /\n( *)(?=[^ \t\r\n\u00A0\u2000-\u200B\u3000])/g;
  lines.lastIndex = end;
  const first = lines.exec(text)?.[1]?.length ?? 0;
  return {
    column,
    indent: said === undefined ? (first > column ? first : undefined) : column + Number(said),
    trap: undefined,
  };
}

/** Moves a line that is indented with wide spaces into the block text above it. */
export function moveInto(block: OpenBlock, { start, white, spaces }: BlockLine, traps: Trap[]): void {
  const width = widthOf(white);
  const indent =
    block.indent ?? (white.includes('\u3000') ? block.column + 2 : Math.max(width, block.column + 1));
  // what stands further in than its block may be meant so, which only narrow spaces can tell
  const exact = width <= indent || !/[\t\u3000]/.test(white);
  // no-break spaces are as wide as others
  const isSure = !/[\t\u3000]/.test(white) && width > block.column;
  const insert = ' '.repeat(isSure || (block.indent !== undefined && width > indent) ? width : indent);
  if (block.trap === undefined) {
    block.trap = { safe: true, edits: [] };
    traps.push({
      start: start + spaces,
      end: start + spaces + 1,
      message: 'indent-character',
      data: { name: blankName(white), have: blankCount(white), want: insert.length },
      fix: block.trap,
    });
  }
  block.trap.safe &&= exact && !white.includes('\t');
  block.trap.edits.push({ start, end: start + white.length, insert });
}
