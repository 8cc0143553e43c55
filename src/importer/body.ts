import { escapeStart } from '../render/markdown/markdown-escape.ts';
import type { Paragraph, SourceBlock, DocumentTable } from './block.ts';
import { ListLines } from './outline/list-lines.ts';
import { tracedRows, tracedText } from './text/traced-blocks.ts';
import { Traced } from './text/traced.ts';

/** Paragraphs, lists and tables as the Markdown of a body, in which nothing of the source is markup by accident. */
export function bodyOf(blocks: readonly SourceBlock[]): Traced {
  const pieces: Traced[] = [];
  const lists = new ListLines();
  for (const block of blocks) {
    const item = block.kind === 'paragraph' ? lists.item(block, paragraph(tracedText(block))) : undefined;
    const piece =
      item?.text ?? (block.kind === 'table' ? markdownTable(block) : paragraph(numberedText(block)));
    if (item?.goesOn) pieces.push(piece);
    else if (piece.text !== '') pieces.push(...(pieces.length > 0 ? [parting] : []), piece);
    if (item === undefined && piece.text !== '') lists.end();
  }
  return Traced.join([...pieces, new Traced('\n')]);
}

/** What stands between two blocks. */
const parting = new Traced('\n\n');

/** Whether a body made here begins with a paragraph, which a title may run into, and not with a list or a table. */
export const beginsWithText = (body: string): boolean => !/^(?:\n|[-|] |\d{1,9}\. )/.test(body);

/** Text as the body of a draft, which knows neither tags nor addresses by themselves: a backslash takes any mark its meaning. */
export const escapeBody = (text: string): string => escapedBody(new Traced(text)).text;

/** The same of a text with its origin. */
export const escapedBody = (text: Traced): Traced =>
  text.replaceAll(
    /[\\`*[\]<~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=#?[A-Za-z0-9]+;)/g,
    (mark) => `\\${mark}`,
  );

/** Text of a draft in which `{{` is what it says. */
export const literal = (text: string): string => tracedLiteral(new Traced(text)).text;

/** The same of a text with its origin. */
export const tracedLiteral = (text: Traced): Traced => text.replaceAll(/\{\{/g, () => '\\{{');

const numberedText = (block: Paragraph): Traced => {
  const { number } = block;
  return number === undefined
    ? tracedText(block)
    : Traced.join([new Traced(`${number}${/[\w.]$/.test(number) ? ' ' : ''}`), tracedText(block)]);
};

const paragraph = (text: Traced): Traced =>
  Traced.join(
    text
      .split('\n')
      .map((line) => tracedLiteral(startEscaped(escapedBody(line.trim().replaceAll(/\t+/g, () => ' ')))))
      .filter((line) => line.text !== ''),
    '\\\n',
  );

const startEscaped = (line: Traced): Traced => line.becoming(escapeStart(line.text));

const cell = (text: Traced): Traced =>
  tracedLiteral(escapedBody(text.replaceAll(/\s+/g, () => ' ').trim())).replaceAll(/\|/g, () => '\\|');

function markdownTable(table: DocumentTable): Traced {
  const rows = tracedRows(table);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const none = new Traced('');
  const line = (row: readonly Traced[]): Traced =>
    Traced.join([
      new Traced('| '),
      Traced.join(
        Array.from({ length: width }, (_, index) => cell(row[index] ?? none)),
        ' | ',
      ),
      new Traced(' |'),
    ]);
  const [head = [], ...body] = rows;
  const said = rows.some((row) => row.some(({ text }) => text.trim() !== ''));
  const rule = new Traced(`| ${Array.from({ length: width }, () => '---').join(' | ')} |`);
  const lines = said ? [Traced.join([line(head), rule, ...body.map(line)], '\n')] : [];
  const caption = paragraph(new Traced(table.caption ?? ''));
  return Traced.join([...(caption.text === '' ? [] : [caption]), ...lines], '\n\n');
}
