import { stringify } from 'csv-stringify/sync';
import type { Language, Words } from '../diagnostic.ts';
import type { CheckRow } from './check-table.ts';
import { alignedTable, markdownTable, type Width } from './tables.ts';

/** A format of the check table: rows of all drafts as one text. */
export type CheckTableFormat = (rows: readonly CheckRow[], language: Language, width: Width) => string;

const columns: readonly (readonly [Words, (row: CheckRow, language: Language) => string])[] = [
  [{ en: 'section', zh: '章节' }, ({ section }, language) => section[language]],
  [{ en: 'name', zh: '名称' }, ({ name }) => name],
  [{ en: 'value', zh: '数值' }, ({ value }) => value],
  [{ en: 'previous', zh: '上年值' }, ({ previous }) => previous],
  [{ en: 'change', zh: '增减' }, ({ change }) => change],
  [{ en: 'level', zh: '目标值' }, ({ level }) => level],
  [{ en: 'formula', zh: '算式' }, ({ formula }) => formula],
  [{ en: 'holds', zh: '是否相符' }, ({ holds }, language) => (holds === undefined ? '' : yesNo[language][holds ? 0 : 1])],
  [{ en: 'lead', zh: '牵头' }, ({ lead }) => lead],
  [{ en: 'source', zh: '来源' }, ({ source }) => source],
  [{ en: 'as of', zh: '截至' }, ({ asOf }) => asOf],
  [{ en: 'said at', zh: '正文位置' }, ({ said }) => said.map(({ file, line, column }) => `${file}:${line}:${column}`).join(' ')],
];
const yesNo = { en: ['yes', 'NO'], zh: ['相符', '不符'] } as const;

/** Cells under their headings; columns that are empty throughout are left out where people read. */
function cells(rows: readonly CheckRow[], language: Language, whole: boolean): { readonly head: string[]; readonly body: string[][] } {
  const used = columns.filter(([, read]) => whole || rows.some((row) => read(row, language) !== ''));
  return { head: used.map(([title]) => title[language]), body: rows.map((row) => used.map(([, read]) => read(row, language))) };
}

const text: CheckTableFormat = (rows, language, width) => alignedTable(cells(rows, language, false), width);

const md: CheckTableFormat = (rows, language) => markdownTable(cells(rows, language, false));

/** RFC 4180 with a byte order mark, by which Excel knows UTF-8; a text that Excel would take for a formula is marked as text. */
const csv: CheckTableFormat = (rows, language) => {
  const { head, body } = cells(rows, language, true);
  const safe = body.map((row) => row.map((cell) => (/^[=+@\t]|^-\D/.test(cell) ? `'${cell}` : cell)));
  return stringify([head, ...safe], { bom: true, record_delimiter: '\r\n' });
};

const json: CheckTableFormat = (rows) => `${JSON.stringify({ schema: 1, figures: rows.map((row) => ({ ...row, holds: row.holds ?? null })) }, null, 2)}\n`;

/** Every format of the check table, by name. */
export const checkTableFormats: Readonly<Record<string, CheckTableFormat>> = { text, csv, md, json };
