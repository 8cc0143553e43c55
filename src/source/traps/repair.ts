import type { Edit, Fix, Problem } from '../../diagnostic.ts';

/** What was mistyped and where, with the change that makes YAML read what was meant. */
export interface Trap extends Problem {
  readonly fix: Fix;
}

/** A text with its traps mended, and the way back from its offsets to those of the text as it was written. */
export interface Repaired {
  readonly text: string;
  /** The offset in the written text of an offset in the mended one. */
  back(offset: number): number;
}

/** Mends the traps of a text in memory, so that one mistake hides nothing else. Edits may not overlap; later ones that do are left out. */
export function repair(text: string, traps: readonly Trap[]): Repaired {
  const edits = inOrder(traps.flatMap(({ fix }) => fix.edits));
  if (edits.length === 0) return { text, back: (offset) => offset };
  const pieces: string[] = [];
  // [offset in the mended text, offset in the written text] of every end of an edit
  const anchors: (readonly [mended: number, written: number])[] = [[0, 0]];
  let at = 0;
  let length = 0;
  for (const { start, end, insert } of edits) {
    pieces.push(text.slice(at, start), insert);
    length += start - at;
    anchors.push([length, start]);
    length += insert.length;
    anchors.push([length, end]);
    at = end;
  }
  pieces.push(text.slice(at));
  return { text: pieces.join(''), back: (offset) => backFrom(anchors, offset) };
}

/** Edits by place, without those that overlap an earlier one. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let end = -1;
  return sorted.filter((edit) => {
    if (edit.start < end) return false;
    end = Math.max(edit.end, edit.start);
    return true;
  });
}

function backFrom(anchors: readonly (readonly [number, number])[], offset: number): number {
  let low = 0;
  let high = anchors.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((anchors[middle] as readonly [number, number])[0] <= offset) low = middle;
    else high = middle - 1;
  }
  const [mended, written] = anchors[low] as readonly [number, number];
  const next = anchors[low + 1]?.[1];
  return next === undefined ? written + offset - mended : Math.min(written + offset - mended, next);
}

/** The text after some edits. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, insert } of inOrder(edits)) {
    out += text.slice(at, start) + insert;
    at = end;
  }
  return out + text.slice(at);
}
