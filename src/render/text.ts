import { plainText, inlineWords, type Block, type Inline, type TableBlock } from './block.ts';
import { compose } from './compose.ts';
import type { TextRenderer } from './renderer.ts';

/**
 * The words of a report and nothing else: title, numbers, headings, paragraphs, tables cell by cell, parted by tabs.
 * It holds no stamp, no signature and no markup, so that it can be held against the text that a draft came from.
 */
export const textRenderer: TextRenderer = (report, options) => {
  const { title, documentNumber, blocks } = compose(report, { ...options, draft: false });
  const head = [plainText(title), documentNumber].filter((line) => line !== '');
  return `${[...head, ...blocks.flatMap((block) => paragraphs(block))].join('\n\n')}\n`;
};

/** A block as paragraphs, each of one or more lines. */
function paragraphs(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [titled(block.label, block.number, block.title)];
    case 'run-in':
      return [
        `${titled(block.label, block.number, block.title)}${block.stop}${/[.!?:;,]$/.test(block.stop) ? ' ' : ''}${lines(block.text)}`,
      ];
    case 'item':
      return [block.number + lines(block.text)];
    case 'paragraph':
      return [lines(block.text)];
    case 'list':
      return listed(block);
    case 'quote':
      return block.blocks.flatMap(paragraphs);
    case 'internal':
      return [block.label, ...block.blocks.flatMap(paragraphs)];
    case 'notes':
      return block.notes.map(({ number, blocks }) => `[${number}] ${blocks.flatMap(paragraphs).join('\n')}`);
    case 'gap':
      return [[block.label, ...block.places].join('\n')];
    case 'code':
      return [block.text];
    case 'table':
      return [tabbed(block)];
    case 'rule':
    case 'signature':
      return [];
  }
}

/** A heading as its draft has it: what an annex is called stands only where it has no title. */
const titled = (label: string, number: string, title: readonly Inline[]): string =>
  number + (plainText(title) || label);

/** Running text, a forced break as the end of a line. */
const lines = (content: readonly Inline[]): string =>
  content.map((item) => (item.kind === 'break' ? '\n' : inlineWords(item, lines))).join('');

/** The items of a list one after another, those of a list that was numbered with their numbers. */
const listed = ({ start, items }: Extract<Block, { readonly kind: 'list' }>): string[] =>
  items.flatMap((item, index) => {
    const [first = '', ...rest] = item.flatMap(paragraphs);
    return [`${start === undefined ? '• ' : `${start + index}. `}${first}`, ...rest];
  });

/** A table as lines of cells. */
function tabbed({ caption, unit, head, rows }: TableBlock): string {
  const title = plainText(caption) + unit;
  const names = head.length === 0 ? [] : [head.map(plainText).join('\t')];
  const body = rows.map(({ name, cells }) => [...(name ? [name] : []), ...cells].map(plainText).join('\t'));
  return [...(title === '' ? [] : [title]), ...names, ...body].join('\n');
}
