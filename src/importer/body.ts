import { escapeStart, escapeText } from '../render/markdown-inline.ts';
import type { Paragraph, SourceBlock, Table } from './block.ts';

/** Paragraphs, lists and tables as the Markdown of a body, in which nothing of the source is markup by accident. */
export function bodyOf(blocks: readonly SourceBlock[]): string {
  const pieces: string[] = [];
  let list: 'bullets' | 'numbers' | undefined;
  for (const block of blocks) {
    const item = block.kind === 'paragraph' ? listItem(block) : undefined;
    const kind = item === undefined ? undefined : /^\s*-/.test(item) ? 'bullets' : 'numbers';
    if (item !== undefined && (kind === list || /^\s/.test(item))) pieces[pieces.length - 1] += `\n${item}`;
    else pieces.push(item ?? (block.kind === 'table' ? markdownTable(block) : paragraph(numberedText(block))));
    if (item === undefined || !/^\s/.test(item)) list = kind;
  }
  return `${pieces.filter((piece) => piece !== '').join('\n\n')}\n`;
}

/** Text of a draft in which `{{` is what it says. */
export const literal = (text: string): string => text.replaceAll('{{', '\\{{');

const numberedText = ({ number, text }: Paragraph): string => (number === undefined ? text : `${number}${/[\w.]$/.test(number) ? ' ' : ''}${text}`);

const paragraph = (text: string): string =>
  text
    .split('\n')
    .map((line) => literal(escapeStart(escapeText(line.trim()))))
    .filter((line) => line !== '')
    .join('\\\n');

/** An item of a list; undefined of a paragraph that stands in none, or whose number Markdown cannot write. */
function listItem({ item, number, text }: Paragraph): string | undefined {
  if (item === undefined || (number !== undefined && !/^\d{1,9}\.$/.test(number))) return undefined;
  const indent = '   '.repeat(item);
  return `${indent}${number ?? '-'} ${paragraph(text).replaceAll('\n', `\n${indent}   `)}`;
}

const cell = (text: string): string => literal(escapeText(text.replaceAll(/\s+/g, ' ').trim())).replaceAll('|', '\\|');

function markdownTable({ rows, caption }: Table): string {
  const width = Math.max(...rows.map((row) => row.length));
  const line = (row: readonly string[]): string => `| ${Array.from({ length: width }, (_, index) => cell(row[index] ?? '')).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const table = [line(head), `| ${Array.from({ length: width }, () => '---').join(' | ')} |`, ...body.map(line)].join('\n');
  return caption === undefined ? table : `${paragraph(caption)}\n\n${table}`;
}
