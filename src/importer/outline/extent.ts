import type { SourceDocument } from '../block.ts';
import { refusal } from '../readers/refusals.ts';

/** A report of a year has some tens of thousands of characters; what is read of it is compared figure by figure, so that longer texts cost more than their length. */
export const MOST = { characters: 1_000_000, lines: 10_000, cells: 100_000 } as const;

/** Hands a document on that is no longer than a report can be. @throws UserError where it is */
export function withinExtent(document: SourceDocument): SourceDocument {
  const count = { characters: 0, lines: 0, cells: 0 };
  const tooLong = (): boolean =>
    count.characters > MOST.characters || count.lines > MOST.lines || count.cells > MOST.cells;
  for (const block of document.blocks) {
    const rows = block.kind === 'table' ? block.rows : [[block.text]];
    count.lines += rows.length;
    for (const row of rows) {
      if (block.kind === 'table') count.cells += row.length;
      for (const text of row) count.characters += text.length;
      if (tooLong()) throw refusal('tooLong');
    }
  }
  if (tooLong()) throw refusal('tooLong');
  return document;
}
