import { tracedRows, tracedText } from '../text/traced-blocks.ts';
import { Traced } from '../text/traced.ts';
import { flatten, type BlockGroup } from './block-tree.ts';

/** The paragraphs of a cell, with their numbers; a table within it gives a line for each of its rows. */
export const cellLines = (content: BlockGroup): Traced[] =>
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
