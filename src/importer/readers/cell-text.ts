import { tracedRows, tracedText } from '../traced-blocks.ts';
import { Traced } from '../traced.ts';
import { flatten, type Group } from './block-tree.ts';

/** The paragraphs of a cell, with their numbers; a table within it gives a line for each of its rows. */
export const linesOf = (content: Group): Traced[] =>
  flatten(content).flatMap((block) =>
    block.kind === 'paragraph'
      ? [Traced.join([new Traced(block.number ?? ''), tracedText(block)])]
      : tracedRows(block).map((cells) =>
          Traced.join(
            cells.filter(({ text }) => text !== ''),
            ' ',
          ),
        ),
  );
