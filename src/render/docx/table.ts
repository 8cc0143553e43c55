import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { plainText, type Alignment, type Inline, type TableBlock } from '../block.ts';
import { TurnedPages, type DocxPiece, type DocxPrinting } from './printing.ts';
import { turnedHouse, type House, type Type } from './house.ts';
import { widthsOf } from './width.ts';

/** Beside the text of a cell, in twips. */
const padding = 80;
/** A text of at most so many characters stands in the middle; a longer one is read from its left. */
const short = 12;

/** A table that repeats its head on each page and breaks no row, with its caption above and a line of room below. */
export function docxTable(block: TableBlock, options: DocxPrinting): DocxPiece[] {
  const { house, text } = options;
  const { caption, unit, head, align = [] } = block;
  const rows = block.rows.map(({ name, cells }) => [...(name ? [name] : []), ...cells]);
  const columns = Math.max(head.length, ...rows.map((cells) => cells.length));
  if (columns === 0) return [];
  const upright = columnsIn([head, ...rows], columns, roomOn(house), house.table.size);
  const turned = columnsIn([head, ...rows], columns, roomOn(turnedHouse(house)), house.table.size);
  const isTurned = upright.lines > readable && turned.lines <= upright.lines * gain;
  const { widths } = isTurned ? turned : upright;
  const row = (cells: readonly (readonly Inline[])[], type: Type, isHead: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: Array.from({ length: columns }, (_, index) => {
        const content = cells[index] ?? [];
        return new TableCell({
          width: { size: widths[index] as number, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          children: [
            new Paragraph({
              style: 'TableText',
              alignment: alignmentOf(content, align[index], isHead),
              keepNext: isHead,
              children: text.runs(content, { type }),
            }),
          ],
        });
      }),
    });
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const table = new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    margins: { left: padding, right: padding },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      ...(head.length === 0 ? [] : [row(head, house.tableHead, true)]),
      ...rows.map((cells) => row(cells, house.table, false)),
    ],
  });
  const setting = { type: { ...house.tableHead, size: house.table.size } };
  const title =
    caption.length === 0
      ? []
      : [
          new Paragraph({
            style: 'Caption',
            children: [...text.runs(caption, setting), ...text.words(unit, setting)],
          }),
        ];
  return isTurned
    ? [new TurnedPages([...title, table])]
    : [...title, table, new Paragraph({ style: 'TableText' })];
}

/** A cell of more lines is a column of letters; it is read on a turned page, if it has much fewer there. */
const readable = 8;
const gain = 2 / 3;
const roomOn = ({ page, margin }: House): number => page.width - margin.left - margin.right;

/** The columns of a table in a room: their widths, and how many lines the longest cell has then. */
function columnsIn(
  rows: readonly (readonly (readonly Inline[])[])[],
  columns: number,
  room: number,
  size: number,
): { readonly widths: readonly number[]; readonly lines: number } {
  const widths = columnWidths(rows, columns, room, size);
  const lines = rows.flatMap((cells) =>
    cells.map((cell, index) => {
      const inner = Math.max(1, (widths[index] as number) - 2 * padding);
      return Math.ceil((widthsOf(cell).whole * size * 10) / inner);
    }),
  );
  return { widths, lines: Math.max(0, ...lines) };
}

function alignmentOf(content: readonly Inline[], asked: Alignment, isHead: boolean): NonNullable<Alignment> {
  if (asked !== undefined) return asked;
  return isHead || plainText(content).length <= short ? 'center' : 'left';
}

/** Widths by what the columns hold: none narrower than its longest word, the rest of the room shared by their whole lengths. */
function columnWidths(
  rows: readonly (readonly (readonly Inline[])[])[],
  columns: number,
  room: number,
  size: number,
): number[] {
  const character = size * 10;
  const least = 2 * padding + character;
  const wanted = Array.from({ length: columns }, (_, index) => {
    const cells = rows.flatMap((cells) => (cells[index] ? [widthsOf(cells[index])] : []));
    const whole = Math.max(1, ...cells.map((cell) => cell.whole)) * character;
    const longest = Math.max(1, ...cells.map((cell) => cell.longest)) * character;
    return { least: least + longest, whole: least + Math.min(whole, room / 2) };
  });
  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
  const wholes = wanted.map(({ whole, least }) => Math.max(whole, least));
  if (sum(wholes) <= room) {
    const scale = sum(wholes) < room * 0.6 ? 1.3 : room / sum(wholes);
    return wholes.map((width) => Math.floor(width * scale));
  }
  const leasts = wanted.map(({ least }) => least);
  const left = room - sum(leasts);
  if (left <= 0) return leasts.map((width) => Math.floor((width * room) / sum(leasts)));
  const over = wholes.map((width, index) => width - (leasts[index] as number));
  return leasts.map((width, index) =>
    Math.floor(width + ((over[index] as number) * left) / Math.max(1, sum(over))),
  );
}
