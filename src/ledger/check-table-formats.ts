import type { figuresFormats } from './formats.ts';
import type { Language, Words } from '../diagnostic.ts';
import type { CheckRow } from './check-table.ts';
import { alignedLines, csvTable, markdownTable, type TextTable, type Width } from './table-formats.ts';

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
  [{ en: 'holds', zh: '是否相符' }, verdict],
  [{ en: 'checked by', zh: '核对依据' }, basis],
  [{ en: 'lead', zh: '牵头' }, ({ lead }) => lead],
  [{ en: 'source', zh: '来源' }, ({ source }) => source],
  [{ en: 'as of', zh: '截至' }, ({ asOf }) => asOf],
  [
    { en: 'said at', zh: '正文位置' },
    ({ said }) => said.map(({ file, line, column }) => `${file}:${line}:${column}`).join(' '),
  ],
];

/** Whether the formula holds; that it was not computed is said with the reason, and is neither. */
function verdict({ holds, uncomputed }: CheckRow, language: Language): string {
  if (uncomputed !== undefined)
    return language === 'zh' ? `未核算：${uncomputed.zh}` : `not computed: ${uncomputed.en}`;
  if (holds === undefined) return '';
  return { en: holds ? 'yes' : 'NO', zh: holds ? '相符' : '不符' }[language];
}

/** What some rules hold a metric against, as people call it. */
const bases: Readonly<Record<string, Words>> = {
  'formulas-hold': { en: 'formula', zh: '算式' },
  'changes-hold': { en: 'change', zh: '增减' },
  'parts-add-up': { en: 'parts', zh: '分项' },
  'rates-hold': { en: 'rate', zh: '比率' },
  'tables-add-up': { en: 'table', zh: '表格合计' },
  'tables-agree': { en: 'table and text', zh: '表文' },
  'averages-hold': { en: 'average', zh: '平均数' },
  'gaps-hold': { en: 'gap', zh: '差距' },
  'scales-kept': { en: 'other years', zh: '历年' },
  'progress-kept': { en: 'progress', zh: '进度' },
  'periods-nest': { en: 'period', zh: '时段' },
  'shares-possible': { en: 'count', zh: '基数' },
  'claims-backed': { en: 'claim', zh: '说法' },
  'figures-agree': { en: 'other place', zh: '别处' },
  'previous-agrees': { en: 'last year', zh: '上年' },
  'multiples-sensible': { en: 'multiple', zh: '倍数' },
};

/** What a metric is held against; that it stands alone is said. */
function basis({ kind, value, checkedBy }: CheckRow, language: Language): string {
  if (kind === 'level' || value === '') return '';
  if (checkedBy.length === 0) return { en: 'stands alone', zh: '只此一处' }[language];
  return checkedBy.map((rule) => bases[rule]?.[language] ?? rule).join({ en: ', ', zh: '、' }[language]);
}

/** How many formulas hold, how many do not, and how many were not computed. */
export interface FormulaCounts {
  readonly hold: number;
  readonly differ: number;
  readonly uncomputed: number;
}

/** Counts the formulas of a check table. */
export const countFormulas = (rows: readonly CheckRow[]): FormulaCounts => ({
  hold: rows.filter(({ holds }) => holds === true).length,
  differ: rows.filter(({ holds }) => holds === false).length,
  uncomputed: rows.filter(({ uncomputed }) => uncomputed !== undefined).length,
});

/** The line that closes a check table: what came of its formulas; undefined where there are none. */
export function closingLine({ hold, differ, uncomputed }: FormulaCounts): Words | undefined {
  const all = hold + differ + uncomputed;
  if (all === 0) return undefined;
  const en = [
    `${hold} ${hold === 1 ? 'holds' : 'hold'}`,
    `${differ} ${differ === 1 ? 'does' : 'do'} not`,
    `${uncomputed} not computed`,
  ];
  const zh = [`相符${hold}个`, `不符${differ}个`, `未核算${uncomputed}个`];
  const present = [true, differ > 0, uncomputed > 0];
  return {
    en: `formulas: ${en.filter((_, index) => present[index]).join(', ')}`,
    zh: `算式共${all}个：${zh.filter((_, index) => present[index]).join('，')}`,
  };
}

/** Cells under their headings; columns that are empty throughout are left out where people read. */
function cells(rows: readonly CheckRow[], language: Language, whole: boolean): TextTable {
  const used = columns.filter(([, read]) => whole || rows.some((row) => read(row, language) !== ''));
  return {
    head: used.map(([title]) => title[language]),
    body: rows.map((row) => used.map(([, read]) => read(row, language))),
  };
}

/** Columns aligned for a terminal. */
const text: CheckTableFormat = (rows, language, width) =>
  alignedLines(cells(rows, language, false), width)
    .map((line) => `${line}\n`)
    .join('');

const md: CheckTableFormat = (rows, language) => markdownTable(cells(rows, language, false));

const csv: CheckTableFormat = (rows, language) => csvTable(cells(rows, language, true));

const json: CheckTableFormat = (rows) =>
  `${JSON.stringify({ schema: 1, figures: rows.map((row) => ({ ...row, holds: row.holds ?? null, uncomputed: row.uncomputed ?? null })), formulas: countFormulas(rows) }, null, 2)}\n`;

/** What writes each format of the check table. */
export const checkTableWriters: Readonly<Record<keyof typeof figuresFormats, CheckTableFormat>> = {
  text,
  csv,
  md,
  json,
};
