import { flatten, type Group } from './block-tree.ts';

/** The paragraphs of a cell, with their numbers; a table within it gives a line for each of its rows. */
export const linesOf = (content: Group): string[] =>
  flatten(content).flatMap((block) =>
    block.kind === 'paragraph'
      ? [(block.number ?? '') + block.text]
      : block.rows.map((cells) => cells.filter((cell) => cell !== '').join(' ')),
  );
