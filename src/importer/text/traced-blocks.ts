import type { Paragraph, DocumentTable } from '../block.ts';
import type { Origin } from './origin.ts';
import { Traced } from './traced.ts';

/** The text of a paragraph with where it stands. */
export const tracedText = ({ text, origin }: Pick<Paragraph, 'text' | 'origin'>): Traced =>
  new Traced(text, origin);

/** A text as a paragraph has it. */
export const textAndOrigin = ({ text, origin }: Traced): Pick<Paragraph, 'text' | 'origin'> => ({
  text,
  origin,
});

/** The cells of a table with where they stand. */
export const tracedRows = ({
  rows,
  origins,
}: Pick<DocumentTable, 'rows' | 'origins'>): readonly (readonly Traced[])[] =>
  rows.map((cells, row) => cells.map((text, column) => new Traced(text, origins?.[row]?.[column])));

/** Cells as a table has them. */
export function rowsAndOrigins(
  rows: readonly (readonly Traced[])[],
): Pick<DocumentTable, 'rows' | 'origins'> {
  const origins = rows.map((cells): readonly (Origin | undefined)[] => cells.map(({ origin }) => origin));
  const isTraced = origins.some((cells) => cells.some((origin) => origin !== undefined));
  return {
    rows: rows.map((cells) => cells.map(({ text }) => text)),
    origins: isTraced ? origins : undefined,
  };
}
