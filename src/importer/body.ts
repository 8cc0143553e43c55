import { escapeStart } from '../render/markdown-escape.ts';
import type { Paragraph, SourceBlock, Table } from './block.ts';
import { ListLines } from './list-lines.ts';

/** Paragraphs, lists and tables as the Markdown of a body, in which nothing of the source is markup by accident. */
export function bodyOf(blocks: readonly SourceBlock[]): string {
  const pieces: string[] = [];
  const lists = new ListLines();
  for (const block of blocks) {
    const item = block.kind === 'paragraph' ? lists.item(block, paragraph(block.text)) : undefined;
    const piece =
      item?.text ?? (block.kind === 'table' ? markdownTable(block) : paragraph(numberedText(block)));
    if (item?.goesOn) pieces[pieces.length - 1] += piece;
    else if (piece !== '') pieces.push(piece);
    if (item === undefined && piece !== '') lists.end();
  }
  return `${pieces.join('\n\n')}\n`;
}

/** Whether a body made here begins with a paragraph, which a title may run into, and not with a list or a table. */
export const beginsWithText = (body: string): boolean => !/^(?:\n|[-|] |\d{1,9}\. )/.test(body);

/** Text as the body of a draft, which knows neither tags nor addresses by themselves: a backslash takes any mark its meaning. */
export const escapeBody = (text: string): string =>
  text.replace(/[\\`*[\]<~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=#?[A-Za-z0-9]+;)/g, '\\$&');

/** Text of a draft in which `{{` is what it says. */
export const literal = (text: string): string => text.replaceAll('{{', '\\{{');

const numberedText = ({ number, text }: Paragraph): string =>
  number === undefined ? text : `${number}${/[\w.]$/.test(number) ? ' ' : ''}${text}`;

const paragraph = (text: string): string =>
  text
    .split('\n')
    .map((line) => literal(escapeStart(escapeBody(line.trim()))))
    .filter((line) => line !== '')
    .join('\\\n');

const cell = (text: string): string =>
  literal(escapeBody(text.replaceAll(/\s+/g, ' ').trim())).replaceAll('|', '\\|');

function markdownTable({ rows, caption }: Table): string {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => cell(row[index] ?? '')).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const said = rows.some((row) => row.some((each) => each.trim() !== ''));
  const table = [
    line(head),
    `| ${Array.from({ length: width }, () => '---').join(' | ')} |`,
    ...body.map(line),
  ].join('\n');
  return [paragraph(caption ?? ''), said ? table : ''].filter((piece) => piece !== '').join('\n\n');
}
