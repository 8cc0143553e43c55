import type { Block, Composition, NumberedTitle, Inline, Note, TableBlock } from '../block.ts';
import { compose } from '../compose.ts';
import { escapeStart, escapeText, headingText } from './markdown-escape.ts';
import { inlineMarkdown } from './markdown-inline.ts';
import type { TextRenderer } from '../renderer.ts';

/** CommonMark with GFM tables: numbers are text, run-in titles are bold, each paragraph is one line. */
export const markdownRenderer: TextRenderer = (report, options) => {
  const composition = compose(report, options);
  return [
    stamps(composition),
    `# ${headline(composition.title)}`,
    escapeStart(escapeText(composition.documentNumber.replaceAll(/\s+/g, ' '))),
    blocksOf(composition.blocks),
  ]
    .filter((piece) => piece !== '')
    .join('\n\n')
    .concat('\n');
};

const stamps = ({ stamps }: Composition): string => stamps.map((stamp) => `> ${stamp}`).join('\n>\n');

function blocksOf(blocks: readonly Block[]): string {
  const written = blocks.map((block, index) => blockOf(block, sameList(block, blocks[index - 1])));
  return written.filter((text) => text !== '').join('\n\n');
}

/** A list right after a list of its kind needs other marks, or the two become one. */
const sameList = (block: Block, before: Block | undefined): boolean =>
  block.kind === 'list' &&
  before?.kind === 'list' &&
  (block.start === undefined) === (before.start === undefined);

function blockOf(block: Block, other: boolean): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(block.level, 6))} ${headline(titleOf(block))}`;
    case 'run-in':
      return paragraph([
        { kind: 'strong', content: [...titleOf(block), { kind: 'text', text: block.stop }] },
        { kind: 'text', text: ' ' },
        ...block.text,
      ]);
    case 'item':
      return paragraph([{ kind: 'text', text: block.number }, ...block.text]);
    case 'paragraph':
      return paragraph(block.text);
    case 'list':
      return listOf(block, other);
    case 'quote':
      return prefixed(blocksOf(block.blocks), '> ', '> ');
    case 'code':
      return fenced(block.text);
    case 'rule':
      return '* * *';
    case 'table':
      return tableOf(block);
    case 'signature':
      return paragraph([
        { kind: 'text', text: block.organization },
        { kind: 'break' },
        { kind: 'text', text: block.date },
      ]);
    case 'internal':
      return prefixed(`**${block.label}**\n\n${blocksOf(block.blocks)}`, '> ', '> ');
    case 'notes':
      return block.notes.map(noteOf).join('\n\n');
    case 'gap':
      return prefixed(
        [
          `**${escapeText(block.label)}**`,
          ...block.places.map((place) => `- ${escapeStart(escapeText(place))}`),
        ].join('\n\n'),
        '> ',
        '> ',
      );
  }
}

const titleOf = ({ label, number, title }: NumberedTitle): Inline[] => [
  { kind: 'text', text: label === '' ? number : `${label} ${number}` },
  ...title,
];

const headline = (title: readonly Inline[]): string => headingText(inlineMarkdown(title));

const paragraph = (text: readonly Inline[]): string =>
  inlineMarkdown(text).split('\n').map(escapeStart).join('\n').trimEnd();

/** Puts one prefix before the first line and another before the rest; an empty line keeps only what is no space. */
const prefixed = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
    .join('\n');

function listOf({ start, loose, items }: Extract<Block, { readonly kind: 'list' }>, other: boolean): string {
  const mark = (index: number): string =>
    start === undefined ? (other ? '* ' : '- ') : `${start + index}${other ? ')' : '.'} `;
  const written = items.map((blocks, index) => {
    const text = blocks
      .map((block, at) => blockOf(block, sameList(block, blocks[at - 1])))
      .join(loose ? '\n\n' : '\n');
    return prefixed(text, mark(index), ' '.repeat(mark(index).length));
  });
  return written.join(loose ? '\n\n' : '\n');
}

/**
 * A footnote of GFM. Parsers that know none take a single word behind `[^1]:` for an address, and the note would be gone from
 * the page: what could be one stands in a `<span>`, which none can be.
 */
function noteOf({ number, blocks }: Note): string {
  const text = blocksOf(blocks);
  const [first = '', ...rest] = text.split('\n');
  const said = /^(?:<[^<>]*>|\S+)(?:\s*$|\s+["'(])/.test(first) ? `<span>${first}</span>` : first;
  return prefixed([said, ...rest].join('\n'), `[^${number}]: `, '    ');
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function tableOf({ caption, unit, head, rows, align = [] }: TableBlock): string {
  const lines = rows.map(({ name, cells }) => (name ? [name, ...cells] : cells));
  const width = Math.max(head.length, ...lines.map((cells) => cells.length));
  const row = (cells: readonly (readonly Inline[])[]): string =>
    `| ${Array.from({ length: width }, (_, index) => cellOf(cells[index] ?? [])).join(' | ')} |`;
  const above =
    caption.length === 0
      ? []
      : [
          paragraph([
            { kind: 'strong', content: caption },
            { kind: 'text', text: unit },
          ]),
          '',
        ];
  return [
    ...above,
    row(head),
    `| ${Array.from({ length: width }, (_, index) => rules[align[index] ?? 'none']).join(' | ')} |`,
    ...lines.map(row),
  ].join('\n');
}

const rules = { left: ':---', center: ':---:', right: '---:', none: '---' } as const;

/** A cell on one line. */
const cellOf = (content: readonly Inline[]): string =>
  inlineMarkdown(content, { before: '', after: '', inCell: true })
    .replaceAll('\\\n', '<br>')
    .replaceAll('|', '\\|');
