import { isUnit } from '../quantity/value/unit.ts';
import type { Table } from './report.ts';

/** Whether a cell holds nothing: null, '', '/' or a dash, which are not 0. */
export const isEmptyCell = (text: string | null): boolean =>
  text === null || /^(?:[/／—–-]{0,4}|…+)$/.test(text.trim());

/** The unit of a table’s cells that name none: that in the brackets of the column’s name, 经费（万元）, else the table’s. */
export function cellUnit({ data, columns }: Table, column: number): string | undefined {
  const heading = columns[column] ?? '';
  const inBrackets = /[（(](?:单位[:：]?)?([^（()）]+)[)）]$/.exec(heading.trimEnd())?.[1]?.trim();
  return inBrackets !== undefined && isUnit(inBrackets) ? inBrackets : data.unit;
}
