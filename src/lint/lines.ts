import type { Position } from '../diagnostic.ts';

/** The lines of a text: offset to line and column. */
export interface LineIndex {
  /** Line and column, from 1, of an offset in UTF-16 units. A byte order mark takes no column. */
  position(offset: number): Position;
  /** A line, from 1, without its line break or a byte order mark; empty where there is none. */
  line(number: number): string;
}

/** Counts the lines of a text once; every look-up is then a binary search. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  return {
    position(offset) {
      const at = Math.min(Math.max(offset, 0), text.length);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= at) low = middle;
        else high = middle - 1;
      }
      return {
        line: low + 1,
        column: Math.max(at - (starts[low] as number) + 1 - (low === 0 ? mark : 0), 1),
      };
    },
    line: (number) =>
      text
        .slice(starts[number - 1] ?? text.length, starts[number])
        .replace(/\r?\n$/, '')
        .replace(/\r$/, '')
        .replace(/^\uFEFF/, ''),
  };
}
