import { CsvError, parse } from 'csv-parse/sync';
import { refuseBeyond } from './limits.ts';

/** A table from a CSV file: its first row names the columns, its first column the rows. */
export interface CsvTable {
  readonly file: string;
  /** The first cell of the first row; empty where it is. */
  readonly stub: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [name: string, cells: readonly string[]])[];
  /** The line of the file, from 1, that each row begins in. */
  readonly lines: ReadonlyMap<string, number>;
}

/** What is wrong with a CSV file, at a line of it; `more` counts further lines with the same mistake. */
export interface CsvProblem {
  readonly message:
    'csv-empty' | 'csv-quote' | 'csv-unreadable' | 'csv-ragged' | 'csv-nameless' | 'csv-twice';
  readonly data: Readonly<Record<string, string | number>>;
}

export interface CsvRead {
  readonly table: CsvTable;
  readonly problems: readonly CsvProblem[];
}

interface Line {
  readonly record: readonly string[];
  readonly line: number;
}

/** Reads a CSV text (RFC 4180; a tab or semicolon may part the cells). A byte order mark and empty rows are skipped. */
export function readCsv(file: string, text: string): CsvRead {
  refuseCsv(file, text);
  const none: CsvTable = { file, stub: '', columns: [], rows: [], lines: new Map() };
  let lines: readonly Line[];
  try {
    lines = linesOf(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message =
      error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_INVALID_CLOSING_QUOTE'
        ? 'csv-quote'
        : 'csv-unreadable';
    return {
      table: none,
      problems: [{ message, data: { file, line: Number(error['lines'] ?? 1), more: 0 } }],
    };
  }
  const [head, ...body] = lines;
  if (head === undefined || body.length === 0)
    return { table: none, problems: [{ message: 'csv-empty', data: { file, line: 1, more: 0 } }] };
  return tableOf(file, withoutEmptyEnd(head.record), body);
}

/** Refuses a table that is larger than any printed one, before it is read. @throws UserError */
function refuseCsv(file: string, text: string): void {
  refuseBeyond('csvCharacters', text.length, file);
  const counts = { rows: 1, columns: 1, cells: 1 };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') {
      counts.rows++;
      counts.cells = 1;
    } else if (character === ',' || character === ';' || character === '\t')
      counts.columns = Math.max(counts.columns, ++counts.cells);
  }
  refuseBeyond('csvRows', counts.rows - (text.endsWith('\n') ? 2 : 1), file);
  refuseBeyond('csvColumns', counts.columns, file);
}

/** A record with the line that it ends in. */
interface Counted {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function linesOf(text: string): Line[] {
  const bare = text.replace(/^\uFEFF/, '');
  const first = /^.*/.exec(bare)?.[0] ?? '';
  const delimiter = [',', '\t', ';'].find((each) => first.includes(each)) ?? ',';
  // the package’s types do not know what `info` makes of a record
  const read: unknown = parse(bare, {
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  let before = 0;
  return (read as readonly Counted[]).flatMap(({ record, info }) => {
    // a record ends in the line that is counted; one with a line break in a cell begins above
    const breaks = record.join('').split('\n').length - 1;
    const line = Math.max(info.lines - breaks, before + 1);
    before = info.lines;
    return record.every((cell) => cell.trim() === '')
      ? []
      : [{ record: record.map((cell) => cell.trim()), line }];
  });
}

/** Spreadsheets leave empty cells behind the last column. */
function withoutEmptyEnd(record: readonly string[]): readonly string[] {
  let end = record.length;
  while (end > 0 && record[end - 1] === '') end--;
  return record.slice(0, end);
}

function tableOf(file: string, [stub = '', ...columns]: readonly string[], body: readonly Line[]): CsvRead {
  const rows: (readonly [string, readonly string[]])[] = [];
  const lines = new Map<string, number>();
  const found = new Map<CsvProblem['message'], { readonly data: CsvProblem['data']; count: number }>();
  const report = (message: CsvProblem['message'], data: CsvProblem['data']): void => {
    const known = found.get(message);
    if (known) known.count++;
    else found.set(message, { data, count: 0 });
  };
  for (const { record, line } of body) {
    const [name = '', ...cells] = record.length > columns.length + 1 ? withoutEmptyEnd(record) : record;
    if (cells.length !== columns.length)
      report('csv-ragged', { file, line, name, found: cells.length + 1, wanted: columns.length + 1 });
    if (name === '') report('csv-nameless', { file, line });
    else if (lines.has(name)) report('csv-twice', { file, line, name, first: lines.get(name) ?? 0 });
    else {
      lines.set(name, line);
      rows.push([name, cells.slice(0, columns.length)]);
    }
  }
  return {
    table: { file, stub, columns, rows, lines },
    problems: [...found].map(([message, { data, count }]) => ({ message, data: { ...data, more: count } })),
  };
}
