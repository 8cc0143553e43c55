import type { Block, Inline } from './block.ts';

/** Blocks as lines of running text, where nothing but paragraphs may stand. */
export function runningLines(blocks: readonly Block[]): (readonly Inline[])[] {
  return blocks.flatMap((block): (readonly Inline[])[] => {
    switch (block.kind) {
      case 'paragraph':
        return [block.text];
      case 'list':
        return block.items.flatMap((item, index) => {
          const [first = [], ...rest] = runningLines(item);
          const mark = block.start === undefined ? '• ' : `${block.start + index}. `;
          return [[{ kind: 'text' as const, text: mark }, ...first], ...rest];
        });
      case 'quote':
      case 'internal':
        return runningLines(block.blocks);
      case 'code':
        return [[{ kind: 'code', text: block.text }]];
      case 'table':
        return [block.head, ...block.rows.map(({ name, cells }) => [...(name ? [name] : []), ...cells])]
          .filter((row) => row.length > 0)
          .map((row) =>
            row.flatMap((cell, index) => [
              ...(index > 0 ? [{ kind: 'text' as const, text: '\t' }] : []),
              ...cell,
            ]),
          );
      default:
        return [];
    }
  });
}
