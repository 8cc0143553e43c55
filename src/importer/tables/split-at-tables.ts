import type { SourceBlock } from '../block.ts';
import type { SourceSection } from '../outline/sections.ts';
import { isCaptionLine } from './tables.ts';
import { tableShape } from './table-shape.ts';

/**
 * Sections whose tables stand where a draft prints them, behind the text: what follows a table is a section without a title of
 * its own, before those below. Nothing changes its place.
 */
export const splitAtTables = (sections: readonly SourceSection[]): SourceSection[] =>
  sections.map((section) => {
    const [blocks = [], ...rest] = stretchesOf(section.blocks);
    const behind = rest.map((stretch): SourceSection => ({
      at: stretch[0]?.at ?? section.at,
      number: undefined,
      title: undefined,
      runIn: false,
      blocks: stretch,
      sections: [],
    }));
    return { ...section, blocks, sections: [...behind, ...splitAtTables(section.sections)] };
  });

/** Blocks up to and with tables that are tables of a draft, stretch by stretch. */
function stretchesOf(blocks: readonly SourceBlock[]): SourceBlock[][] {
  const stretches: SourceBlock[][] = [[]];
  let isBehind = false;
  const tables = blocks.map((block) => block.kind === 'table' && tableShape(block) !== undefined);
  for (const [index, block] of blocks.entries()) {
    const isOfTable = tables[index] === true || (tables[index + 1] === true && isCaptionLine(block));
    if (isBehind && !isOfTable) stretches.push([]);
    stretches.at(-1)?.push(block);
    isBehind = isOfTable && (isBehind || tables[index] === true);
  }
  return stretches;
}
