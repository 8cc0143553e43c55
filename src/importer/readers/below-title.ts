import type { SourceDocument } from '../block.ts';

/** Makes room above headings for the title, which readers of paragraphs give as level 0. */
export function belowTitle(blocks: SourceDocument['blocks']): SourceDocument['blocks'] {
  const titled = blocks.some((block) => block.kind === 'paragraph' && block.heading === 0);
  return titled
    ? blocks.map((block) =>
        block.kind === 'paragraph' && block.heading !== undefined
          ? { ...block, heading: block.heading + 1 }
          : block,
      )
    : blocks;
}
