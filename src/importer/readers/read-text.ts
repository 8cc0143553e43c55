import type { SourceBlock, SourceDocument } from '../block.ts';
import { runKey } from '../text/origin.ts';
import { rowsAndOrigins, textAndOrigin } from '../text/traced-blocks.ts';
import { Traced } from '../text/traced.ts';

/**
 * The paragraphs and tables of a plain text. Each line is a paragraph, unless the lines were broken at a width: then
 * those that belong together are joined. Lines whose cells are parted by tabs are a table. Origins
 * are offsets in the text, as if it were one run of a part without a name.
 */
export function readPlainText(text: string): SourceDocument {
  const lines = text.split('\n');
  const whole = new Traced(text, [0, runKey(0, 0), 0]).split('\n');
  const joins = isWrapped(lines);
  const blocks: SourceBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if (line.trim() === '') continue;
    if (line.trimEnd().includes('\t', leadOf(line))) {
      const first = at;
      while (isRow(lines[at + 1])) at++;
      blocks.push(tableOf(whole.slice(first, at + 1), first + 1));
      continue;
    }
    const first = at;
    const pieces = [(whole[at] as Traced).trim()];
    while (joins && !isRow(lines[at + 1]) && continues(lines[at] as string, lines[at + 1]))
      join(pieces, (whole[++at] as Traced).trim());
    blocks.push({
      kind: 'paragraph',
      at: first + 1,
      ...textAndOrigin(Traced.join(pieces)),
      ...(/^ {2,}\S/.test(line) && { indented: true }),
    });
  }
  return { blocks, parts: [''] };
}

/** A tab at the start of a line parts an empty first cell from the next, unless it only indents a text. */
const leadOf = (line: string): number =>
  /^\t[^\t]*\t/.test(line) ? 0 : (/^\s*/.exec(line)?.[0].length ?? 0);

const isRow = (line: string | undefined): boolean =>
  line !== undefined && line.trim() !== '' && line.trimEnd().includes('\t', leadOf(line));

function tableOf(lines: readonly Traced[], at: number): SourceBlock {
  const cells = lines.map((line) =>
    line
      .replaceAll(/(?<![ \r])[ \r]+$/g, () => '')
      .split('\t')
      .map((cell) => cell.trim()),
  );
  const table = rowsAndOrigins(cells);
  const [head = [], ...body] = table.rows;
  const isNumeric = (cell: string): boolean => /\d/.test(cell);
  const header =
    body.length > 0 &&
    head.slice(1).every((cell) => !isNumeric(cell)) &&
    body.some((row) => row.slice(1).some(isNumeric));
  return { kind: 'table', at, ...table, header };
}

/** Whether lines were broken at a width: most of those that do not end a sentence are about as long as the longest. */
function isWrapped(lines: readonly string[]): boolean {
  const lengths = lines.map((line) => line.trimEnd().length).filter((length) => length > 0);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (lengths.length < 8 || longest > 120) return false;
  const open = lines.filter((line) => line.trim().length > 10 && !endsSentence(line));
  const full = open.filter((line) => line.trimEnd().length >= longest * 0.85);
  return full.length >= 5 && full.length >= open.length * 0.6;
}

const endsSentence = (line: string): boolean => /[。！？；：.!?:][”’）)」』]*\s*$/.test(line);

/** Whether the next line goes on with the sentence of this one: it is not set off and begins nothing of its own. */
function continues(line: string, next: string | undefined): boolean {
  if (next === undefined || next.trim() === '' || endsSentence(line) || /^[ \t\u3000]{2,}/.test(next))
    return false;
  return !/^\s*(?:第?[一二三四五六七八九十]+[、章节部]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])/.test(
    next,
  );
}

/** Adds a line to those of a paragraph: between Chinese characters nothing was lost, between Latin words a space. */
function join(pieces: Traced[], after: Traced): void {
  const last = pieces.pop() ?? new Traced('');
  if (/[A-Za-z]-$/.test(last.text) && /^[a-z]/.test(after.text)) pieces.push(last.slice(0, -1), after);
  else if (/[\x21-\x7E]$/.test(last.text) && /^[\x21-\x7E]/.test(after.text))
    pieces.push(last, new Traced(' '), after);
  else pieces.push(last, after);
}
