import type { Place } from '../diagnostic.ts';
import { isEmptyCell } from '../model/cells.ts';
import type { Part, Section, Table } from '../model/report.ts';
import type { Operand } from '../quantity/value/evaluate.ts';
import type { Span } from '../quantity/value/formula.ts';
import { isBody } from './bodies.ts';
import { bodyTables, type BodyTable } from './body-tables.ts';
import { operandOf } from './figures.ts';
import type { Prose } from './prose.ts';
import type { Reading } from './reading.ts';
import { isUnitHead, labelOf, plainCell, magnitudeOf, withUnitOf, type TableLabel } from './table-labels.ts';
import { withUnit } from './with-unit.ts';

/** A table as it is read, whether the draft declares it or a body has it typed. */
export interface ReadTable {
  /** The table of the draft; undefined of one in a body. */
  readonly declared: Table | undefined;
  /** The body that it stands in, and where; undefined of one that the draft declares. */
  readonly body: { readonly prose: Prose; readonly table: BodyTable } | undefined;
  readonly part: Part | undefined;
  readonly section: Section | undefined;
  /** Its name, or the line above it. */
  readonly caption: string;
  readonly columns: readonly TableLabel[];
  readonly rows: readonly ReadRow[];
  /** What is said right above and below it. */
  readonly around: string;
}

export interface ReadRow {
  readonly label: TableLabel;
  /** One for each column. */
  readonly cells: readonly Cell[];
}

/** A cell as it is read. */
export interface Cell {
  /** The words of the row and the column that it stands in. */
  readonly row: string;
  readonly column: string;
  /** As written or as printed, with the unit that its column or its table gives it; empty where there is nothing. */
  readonly text: string;
  /** What it is reckoned with. */
  readonly operand: Operand;
  readonly place: Pick<Place, 'path' | 'span'>;
  /** Where it stands in the text of a body. */
  readonly span: Span | undefined;
}

/** Every table of a report: those of bodies first, then those that are declared, each in the order of the text. */
export const tablesOf = (reading: Reading): readonly ReadTable[] => reading.once(readTables);

function readTables(reading: Reading): readonly ReadTable[] {
  const typed = reading.texts
    .filter(({ path, text }) => isBody(path) && (text.includes('|') || text.includes('\t')))
    .flatMap((prose) => prose.once(bodyTables).map((table) => ofBody(prose, table, reading)));
  return [...typed, ...reading.report.tables.map((table) => ofDraft(table, reading))];
}

/** As many characters before and behind a table may tell how it is to be read. */
const AROUND = 200;

function ofDraft(table: Table, reading: Reading): ReadTable {
  const { figures } = reading;
  const { id, data, section } = table;
  const width = Math.max(table.columns.length, ...table.rows.map(([, cells]) => cells.length));
  const columns = Array.from({ length: width }, (_, index) =>
    labelOf(table.columns[index] ?? String(index + 1)),
  );
  const units = table.columns.findIndex(isUnitHead);
  const rows = table.rows.map(([row, cells]): ReadRow => {
    const label = withUnitOf(labelOf(row), cells[units] ?? '');
    return {
      label,
      cells: columns.map((column, index): Cell => {
        const path: Place['path'] = [...table.path, 'rows', row, index];
        const written = cells[index] ?? null;
        const read = figures.cell(table, written, path);
        const unit = column.unit ?? label.unit ?? data.unit;
        const { operand, text } =
          written !== null && needsMore(read, written, label) ? cellFigure(written, unit, reading) : read;
        const name = table.columns[index] ?? String(index + 1);
        return { row, column: name, text, operand, place: { path }, span: undefined };
      }),
    };
  });
  const caption = data.name ?? id;
  const around = `${caption}\n${(section.data.body ?? '').slice(-AROUND)}`;
  return { declared: table, body: undefined, part: section.part, section, caption, columns, rows, around };
}

/** Whether a cell is read with more than its own column or its table gives it: a sign before it, or the unit of its row. */
function needsMore({ operand }: Pick<Cell, 'operand'>, written: string, { unit }: TableLabel): boolean {
  if (operand.kind === 'unreadable') return signs.test(written.trim());
  return (
    unit !== undefined &&
    operand.kind === 'figure' &&
    operand.measured.dimension.of.length === 0 &&
    !written.includes('{{')
  );
}

function ofBody(prose: Prose, table: BodyTable, reading: Reading): ReadTable {
  const { caption } = table;
  // of a first row 单位、万人次、天 each cell gives the unit of its column
  const units = table.rows.find(({ label }) => isUnitHead(label.name));
  const columns = table.columns.map((column, index) => {
    const at = units?.cells[index];
    return at === undefined ? column : withUnitOf(column, plainCell(prose.text.slice(...at)));
  });
  const typed = units === undefined ? table.rows : table.rows.filter((row) => row !== units);
  const rows = typed.map(({ label, span, cells }): ReadRow => ({
    label,
    cells: columns.map((column, index) => {
      const at = cells[index] ?? [span[1], span[1]];
      const unit = column.unit ?? label.unit ?? table.unit;
      return {
        row: label.name,
        column: column.name,
        ...cellFigure(prose.text.slice(...at), unit, reading),
        place: prose.place(at),
        span: at,
      };
    }),
  }));
  const { part, section } = prose;
  const [start, end] = table.span;
  const around = `${prose.text.slice(Math.max(0, start - AROUND), start)}\n${prose.text.slice(end, end + AROUND)}`;
  return { declared: undefined, body: { prose, table }, part, section, caption, columns, rows, around };
}

const empty = /^(?:无|n\/?a|none|nil|\.{2,}|[x×])$/i;

/** What says in front of a figure which way something went. */
const signs = /^(?:(\+|＋|↑|▲|增加|增长|上升|提高)|(-|−|－|–|↓|▼|减少|下降|降低))\s?(?=\d)/;
/** Money, and its order of magnitude. */
const money = /^(\D{0,2}[$£€¥]) ?(.*)$/;

/** What a typed cell is reckoned with, and as messages show it. */
function cellFigure(
  written: string,
  unit: string | undefined,
  reading: Reading,
): Pick<Cell, 'text' | 'operand'> {
  const words = plainCell(written);
  if (isEmptyCell(words) || empty.test(words)) return { text: '', operand: { kind: 'empty' } };
  const [sign = '', , down] = signs.exec(words) ?? [];
  const bare = (down === undefined ? '' : '-') + words.slice(sign.length);
  const amount = inMoney(bare, unit);
  const quantity = amount === undefined ? reading.quantity(bare, unit) : reading.quantity(amount);
  const shown = amount ?? (quantity ? withUnit(bare, unit, reading.report.language) : bare);
  return { text: sign === '' ? shown : words, operand: operandOf(words, quantity) };
}

/** A bare number in the money or the order of magnitude of its column, as it would be written: 22.4 under (£m) is £22.4m; undefined where the column has another unit. */
function inMoney(bare: string, unit: string | undefined): string | undefined {
  const magnitude = magnitudeOf(unit ?? '');
  if (magnitude !== undefined && /^-?[\d,.]+$/.test(bare)) return `${bare} ${magnitude}`;
  const [, symbol, scale = ''] = money.exec(unit ?? '') ?? [];
  if (symbol === undefined || !/^-?[\d,.]+$/.test(bare)) return undefined;
  const [sign, digits] = bare.startsWith('-') ? ['-', bare.slice(1)] : ['', bare];
  return (
    sign + symbol + digits + (/^'?000s?$/.test(scale) ? ' thousand' : scale.length > 2 ? ` ${scale}` : scale)
  );
}
