import type { Span } from '../quantity/value/formula.ts';
import { isNaming } from './table-heads.ts';
import { sourceLines, maskCode, tabbedIn, type SourceLine } from './markdown-source.ts';

/** A line of a table: what stands before its first border (the mark of a quote or item), and its cells without the blanks around them. */
export interface SourceRow {
  readonly span: Span;
  readonly prefix: string;
  readonly cells: readonly Span[];
}

/** A table as it is typed in a body. Spans count UTF-16 units of the body. */
export interface SourceTable {
  readonly span: Span;
  /** How its cells are parted; of tabs the first line names the columns. */
  readonly kind: 'pipes' | 'tabs';
  readonly head: SourceRow;
  /** The line of dashes below the head; where tabs part the cells there is none. */
  readonly rule: SourceRow | undefined;
  readonly rows: readonly SourceRow[];
  /** As many columns as its widest line has. */
  readonly width: number;
  /** Whether the head leaves out the corner above the names of the rows, so that each row has one cell more. */
  readonly cornerless: boolean;
}

/** The marks of quotes and items that a line of a table may stand behind. */
const prefixes = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,3}[.)](?=[ \t])))*[ \t]*/;
const dashes = /^\|?(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?)?$/;
const isRule = ({ words }: Bordered): boolean => words.includes('-') && dashes.test(words.trim());

/**
 * The tables of a body, in order, pipes or tabs; linear in its length. More is understood than Markdown does: a head, a line of dashes and
 * rows of unlike lengths are one table, and a line without a border below it is no row.
 */
export function markdownTablesIn(text: string): readonly SourceTable[] {
  if (!text.includes('\t') && !/\|[ \t]*:?-|-:?[ \t]*\|/.test(text)) return [];
  const masked = maskCode(text);
  return [...pipedIn(masked), ...tabbed(masked)].sort((a, b) => a.span[0] - b.span[0]);
}

function pipedIn(masked: string): SourceTable[] {
  const lines = sourceLines(masked);
  const found: SourceTable[] = [];
  for (let at = 1; at < lines.length; at++) {
    const rule = bordered(lines[at]);
    const head = rule && isRule(rule) ? bordered(lines[at - 1]) : undefined;
    if (rule === undefined || head === undefined || isRule(head)) continue;
    const rows: Bordered[] = [];
    for (let next = at + 1; next < lines.length; next++) {
      const row = bordered(lines[next]);
      if (row === undefined || row.prefix.trim() !== rule.prefix.trim()) break;
      rows.push(row);
    }
    found.push(tableOf(masked, 'pipes', rowOf(head), rowOf(rule), rows.map(rowOf)));
    at += rows.length;
  }
  return found;
}

function tabbed(masked: string): SourceTable[] {
  return tabbedIn(masked).flatMap(([start, end]) => {
    const [head, ...rows] = sourceLines(masked.slice(start, end)).map(({ start: from, text }): SourceRow => {
      const at = start + from;
      return { span: [at, at + text.length], prefix: '', cells: cellsOf(text, at, '\t') };
    });
    return head === undefined ? [] : [tableOf(masked, 'tabs', head, undefined, rows)];
  });
}

function tableOf(
  masked: string,
  kind: SourceTable['kind'],
  head: SourceRow,
  rule: SourceRow | undefined,
  rows: readonly SourceRow[],
): SourceTable {
  const width = [head, ...(rule ? [rule] : []), ...rows].reduce(
    (most, { cells }) => Math.max(most, cells.length),
    0,
  );
  const own = head.cells.length + 1;
  return {
    span: [head.span[0], (rows.at(-1) ?? rule ?? head).span[1]],
    kind,
    head,
    rule,
    rows,
    width,
    cornerless:
      rows.length > 0 &&
      rows.every(({ cells }) => cells.length >= own) &&
      rows.some(({ cells }) => cells.length === own) &&
      !isNaming(masked.slice(...(head.cells[0] ?? [0, 0]))),
  };
}

/** A line with a border, apart from the marks before it. */
interface Bordered {
  readonly line: SourceLine;
  readonly prefix: string;
  readonly words: string;
}

function bordered(line: SourceLine | undefined): Bordered | undefined {
  if (line === undefined || !line.text.includes('|')) return undefined;
  const prefix = prefixes.exec(line.text)?.[0] ?? '';
  return { line, prefix, words: line.text.slice(prefix.length) };
}

const rowOf = ({ line, prefix, words }: Bordered): SourceRow => ({
  span: [line.start, line.start + line.text.length],
  prefix,
  cells: cellsOf(words, line.start + prefix.length, '|'),
});

/** The cells of a line; of pipes the outer borders part none. */
function cellsOf(line: string, start: number, border: '|' | '\t'): readonly Span[] {
  const cells: Span[] = [];
  let at = 0;
  for (const words of line.split(border)) {
    const from = start + at + words.length - words.trimStart().length;
    cells.push([
      words.trim() === '' ? start + at : from,
      words.trim() === '' ? start + at : from + words.trim().length,
    ]);
    at += words.length + 1;
  }
  if (border === '\t') return cells;
  const isBlank = (span: Span | undefined): boolean => span !== undefined && span[0] === span[1];
  return cells.slice(isBlank(cells[0]) ? 1 : 0, cells.length > 1 && isBlank(cells.at(-1)) ? -1 : undefined);
}
