import { markdownTablesIn, type SourceRow, type SourceTable } from '../model/markdown-tables.ts';
import type { Span } from '../quantity/value/formula.ts';
import { isUnitHead, labelOf, plainCell, withUnitOf, type TableLabel } from './table-labels.ts';
import type { TextAlone } from './text-alone.ts';

/** A table of a body: what heads its rows and columns, and where its cells stand in the text. */
export interface BodyTable {
  readonly span: Span;
  readonly source: SourceTable;
  /** The line right above it. */
  readonly caption: string;
  /** The unit of cells that name none: 单位：万元 above the table, or in its corner. */
  readonly unit: string | undefined;
  readonly stub: string;
  readonly columns: readonly TableLabel[];
  readonly rows: readonly BodyRow[];
}

export interface BodyRow {
  readonly label: TableLabel;
  readonly span: Span;
  /** One for each column; undefined where the line ends before it. */
  readonly cells: readonly (Span | undefined)[];
}

/** The tables of a text that is read as Markdown, in order. Linear in its length. */
export function bodyTables({ text }: Pick<TextAlone, 'text'>): readonly BodyTable[] {
  return markdownTablesIn(text).flatMap((source) => tableOf(text, source) ?? []);
}

type Grid = readonly (readonly (Span | undefined)[])[];

function tableOf(text: string, source: SourceTable): BodyTable | undefined {
  const { head, rows, width, cornerless } = source;
  const padded = ({ cells }: SourceRow): (Span | undefined)[] =>
    Array.from({ length: width }, (_, index) => cells[index] && withoutMarks(text, cells[index]));
  const at = (span: Span | undefined): string => (span ? plainCell(text.slice(...span)) : '');
  const first = cornerless ? [undefined, ...padded(head)].slice(0, width) : padded(head);
  const grid = rows.map(padded);
  const [second, ...rest] = grid;
  const isParted =
    second !== undefined &&
    rest.length > 0 &&
    first.some((cell, index) => index > 0 && at(cell) === '') &&
    second.every((cell) => !isFigure(at(cell))) &&
    second.some((cell, index) => index > 0 && at(cell) !== '');
  const body: Grid = isParted ? rest : grid;
  const names = namesOf(body, first, at);
  if (names.cells >= width || body.length === 0) return undefined;
  const columns = isParted ? joinedHeads(first, second, at) : first.map((cell) => labelOf(at(cell)));
  const { caption, unit } = above(text, source.span[0]);
  const stub = at(first[names.first]);
  const offset = isParted ? 1 : 0;
  // of 指标、单位、2017年 the second column gives the units
  const units = first
    .slice(names.first, names.cells)
    .findIndex((cell, index) => index > 0 && isUnitHead(at(cell)));
  let outer = '';
  return {
    span: source.span,
    source,
    caption,
    unit:
      unit ??
      unitIn(stub) ??
      cornerUnit(
        stub,
        body.map((cells) => at(cells[names.first])),
      ),
    stub,
    columns: columns.slice(names.cells),
    rows: body.map((cells, index) => {
      const words = cells.slice(names.first, names.cells).map(at);
      const given = units < 0 ? '' : (words.splice(units, 1)[0] ?? '');
      const number = names.first > 0 ? at(cells[0]) : '';
      if ((words[0] ?? '') !== '') outer = words[0] ?? '';
      return {
        label: withUnitOf(rowLabel(words, outer, number), given),
        span: rows[index + offset]?.span ?? source.span,
        cells: cells.slice(names.cells),
      };
    }),
  };
}

/** A cell without the marks that make all of it bold. */
function withoutMarks(text: string, [start, end]: Span): Span {
  const mark = /^(?:\*{1,3}|_{1,3}|`)/.exec(text.slice(start, start + 3))?.[0] ?? '';
  const isAround =
    mark !== '' && end - start > 2 * mark.length && text.slice(end - mark.length, end) === mark;
  return isAround ? [start + mark.length, end - mark.length] : [start, end];
}

/** The words before the cells of a row, those of a merged cell from above it; a total may stand where the rows are numbered. */
function rowLabel(words: readonly string[], outer: string, number: string): TableLabel {
  const [first = '', ...rest] = words;
  const inner = rest.filter((each) => each !== '');
  if (first === '' && inner.length === 0) return labelOf(number);
  const all = [first === '' ? outer : first, ...inner];
  return labelOf(all.at(-1) ?? '', ...all.slice(0, -1));
}

const numbering = /^(?:序号|编号|项次|行次|No\.?|#|Nr\.?)$/i;
export const isFigure = (text: string): boolean => /^[-+−–＋↑↓▲▼(（约]?\s?(?:US)?[$£€¥]?[\d０-９]/.test(text);

/** Where the names of the rows stand: behind a column of running numbers, and over as many columns as hold words only. */
function namesOf(
  body: Grid,
  head: readonly (Span | undefined)[],
  at: (span: Span | undefined) => string,
): { readonly first: number; readonly cells: number } {
  const isNumbered =
    numbering.test(at(head[0])) && head.length > 2 && body.some((row) => isFigure(at(row[0])));
  const first = isNumbered ? 1 : 0;
  let cells = first + 1;
  const isWords = (column: number): boolean =>
    body.every((row) => !isFigure(at(row[column]))) && body.some((row) => /\p{L}/u.test(at(row[column])));
  const hasFigures = (column: number): boolean => body.some((row) => isFigure(at(row[column])));
  // words behind the last figures are remarks
  while (
    cells < head.length - 1 &&
    isWords(cells) &&
    head.some((_, later) => later > cells && hasFigures(later))
  )
    cells++;
  return { first, cells };
}

/** Of two lines of heads the words of a merged one go on to the right. */
function joinedHeads(
  first: readonly (Span | undefined)[],
  second: readonly (Span | undefined)[],
  at: (span: Span | undefined) => string,
): readonly TableLabel[] {
  let outer = '';
  return first.map((cell, index) => {
    const own = at(second[index]);
    if (at(cell) !== '') outer = at(cell);
    return own === '' ? labelOf(at(cell)) : labelOf(own, outer);
  });
}

const unitWords =
  /(?:计量)?单位[:：]\s?([^\s（）()，。、|]{1,8})|\((?:all figures )?in ([^()|]{1,20})\)|[（(]([$£€](?:m|bn|k| million| billion|000))[)）]/;
const unitIn = (words: string): string | undefined => {
  const [, zh, en, sign] = unitWords.exec(words) ?? [];
  return zh ?? sign ?? en;
};

/** The unit that a corner gives for what the table tells, 收入（亿元）; of rows that are numbers, or of times, it is that of the rows: 年龄（岁）. */
function cornerUnit(stub: string, rows: readonly string[]): string | undefined {
  if (!/[（(][^（）()]{1,12}[)）]$/.test(stub) || rows.some((row) => /\d/.test(row))) return undefined;
  const { unit } = labelOf(stub);
  return unit !== undefined && /^(?:岁|周岁|年|月|日|天|时|分|years?|months?|days?|hours?)$/.test(unit)
    ? undefined
    : unit;
}

/** The line above a table, and the unit that it gives; a line with the unit alone stands between caption and table. */
function above(text: string, start: number): { readonly caption: string; readonly unit: string | undefined } {
  const lines = text
    .slice(Math.max(0, start - 400), start)
    .split('\n')
    .map((line) =>
      line
        .replace(/^[ \t>*#-]+/, '')
        .replaceAll('*', '')
        .trim(),
    )
    .filter((line) => line !== '' && !line.includes('|'));
  const last = lines.at(-1) ?? '';
  const unit = unitIn(last);
  const isUnitAlone = unit !== undefined && last.length < unit.length + 8;
  const caption = isUnitAlone ? (lines.at(-2) ?? '') : last;
  // a sentence is no caption
  return { caption: caption.length > 60 || /[。；]|，.*，|\. /.test(caption) ? '' : caption, unit };
}
