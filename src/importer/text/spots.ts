import type { DocumentTable, SourceBlock, SourceDocument } from '../block.ts';
import { noteSigns } from '../notes/note-signs.ts';
import { runKey, type Origin } from './origin.ts';

/** A paragraph, a cell or a note of a document. */
export interface SourceSpot {
  /** The line of a text, or the number of the paragraph, as `At` says. */
  readonly at: number;
  readonly text: string;
  /** Where its characters stand in the runs of the file, where it has some. */
  readonly origin: Origin | undefined;
  /** Of a cell: which table it stands in, and where, from 1. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  readonly isNote?: true;
}

/** A document whose origins are its paragraphs, cells and notes instead of the runs of its file, and these by their numbers. */
export interface SpottedDocument {
  readonly document: SourceDocument;
  readonly spots: readonly SourceSpot[];
}

/**
 * Every paragraph, cell and note of a document as a run of its own, so that what import makes of it leads back to the words that a reader
 * sees, in a format that has no runs as well; from there the origin of the spot leads on to the runs of the file.
 */
export function spotted(document: SourceDocument): SpottedDocument {
  const spots: SourceSpot[] = [];
  const spot = (made: SourceSpot): Origin => [0, runKey(0, spots.push(made) - 1), 0];
  const noteAt = new Map<string, number>();
  const see = (text: string, at: number): void => {
    for (const [sign] of text.matchAll(noteSigns)) if (!noteAt.has(sign)) noteAt.set(sign, at);
  };
  const blocks = document.blocks.map((block, index): SourceBlock => {
    if (block.kind === 'table') return tableSpotted(block, index, spot, see);
    see(block.text, block.at);
    return { ...block, origin: spot({ at: block.at, text: block.text, origin: block.origin }) };
  });
  const notes =
    document.notes &&
    new Map(
      [...document.notes].map(([sign, { text, origin }]) => [
        sign,
        { text, origin: spot({ at: noteAt.get(sign) ?? 1, text, origin, isNote: true }) },
      ]),
    );
  return { document: { ...document, blocks, ...(notes && { notes }), parts: [''] }, spots };
}

function tableSpotted(
  table: DocumentTable,
  index: number,
  spot: (made: SourceSpot) => Origin,
  see: (text: string, at: number) => void,
): DocumentTable {
  const { at, rows, origins: old } = table;
  const origins = rows.map((cells, row) =>
    cells.map((text, column) => {
      see(text, at);
      const cell = { table: index, row: row + 1, column: column + 1 };
      return spot({ at, text, origin: old?.[row]?.[column], cell });
    }),
  );
  return { ...table, origins };
}

/** A text of a document on one line, of the same length: signs of notes and breaks are blanks. */
export const spotText = (text: string): string =>
  text.replaceAll(/[\n\r\t\v\f]/g, ' ').replaceAll(noteSigns, (sign) => ' '.repeat(sign.length));
