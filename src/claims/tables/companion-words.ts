import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Prose } from '../../reading/prose.ts';
import type { FigureStatement } from '../../reading/statements.ts';
import type { TableFact } from './table-facts.ts';
import { isToldPlainly } from './table-mentions.ts';

/** A figure of a sentence with the row that the words before it name, and what else they say. */
export interface RowItem {
  readonly figure: Quantity;
  readonly fact: TableFact;
  /** What the words say besides the names of row and column. */
  readonly rest: string;
  /** Whether they say that it is the most of all: 青江镇最多，为1.26万亩. */
  readonly isMost: boolean;
}

const leading = /^(?:其中|另有|而|和|与|及|以及|全[市县区省校院年]|全年|共|现|年末|[，、：\s])+/u;
const trailing =
  /(?:达到?了?|[为有共是仅计]|[增升降减]?[至到]|完成|实现|拥有|共有|合计|数量?|人数|的){1,4}$/u;

/** The cells that a figure may be told of: those of the one row that the words before it name. */
export function itemsOf(
  prose: Prose,
  { span, figures }: FigureStatement,
  index: number,
  facts: readonly TableFact[],
  last: TableFact | undefined,
): readonly RowItem[] {
  const figure = figures[index] as Quantity;
  if (!isToldPlainly(figure)) return [];
  const from = Math.max(figures[index - 1]?.span[1] ?? span[0], figure.span[0] - 40);
  const before = prose.text.slice(from, figure.span[0]);
  const [nearest = '', superlative] = clausesAt(before);
  const own = superlative ?? nearest.replace(leading, '');
  // of 甲、乙分别为12件、8件 each figure has its name by its place
  const clause = (own === '' || own.includes('分别') ? (prose.subjectOf(figure) ?? '') : own).toLowerCase();
  const named = facts.filter(({ names: [row = []] }) => row.some((name) => clause.includes(name)));
  if (named.length === 0) return last ? inRowOf(last, facts, clause, figure) : [];
  const longest = Math.max(...named.map(({ names: [row = []] }) => lengthIn(clause, row)));
  return named
    .filter(
      ({ names: [row = []], measured }) => lengthIn(clause, row) === longest && isOfFamily(measured, figure),
    )
    .map((fact) => ({ figure, fact, rest: restOf(clause, fact), isMost: superlative !== undefined }));
}

/** Where words name a column alone, the cell of the row that was told last. */
const inRowOf = (
  { names: [row = []] }: TableFact,
  facts: readonly TableFact[],
  clause: string,
  figure: Quantity,
): readonly RowItem[] =>
  facts
    .filter(
      ({ names: [own = []], cell, measured }) =>
        own.join() === row.join() &&
        isOfFamily(measured, figure) &&
        clause.includes(columnOf(cell)) &&
        columnOf(cell).length > 1,
    )
    .map((fact) => ({ figure, fact, rest: restOf(clause, fact), isMost: false }));

/** The words of a cell’s column without its unit. */
const columnOf = ({ column }: TableFact['cell']): string => {
  const name = column.toLowerCase();
  const open = Math.max(name.indexOf('（'), name.indexOf('('));
  return (open < 0 ? name : name.slice(0, open)).trim();
};

/** The clause before a figure, and where that only leads to it, the one before that says that something is the most. */
function clausesAt(before: string): readonly [last: string, superlative?: string] {
  const last = /(?<![^，、；：。])[^，、；：。]*$/u.exec(before)?.[0] ?? '';
  if (!/^(?:[为有共]|达到?|共有)?$/.test(last)) return [last];
  const most = /(?<![^，、；：。])([^，、；：。]*最[多高大][^，、；：。]*)，$/u.exec(
    before.slice(0, before.length - last.length),
  )?.[1];
  return most === undefined ? [last] : [last, most.replace(/最[多高大](?:的是)?/u, '').replace(leading, '')];
}

const lengthIn = (clause: string, names: readonly string[]): number =>
  Math.max(...names.map((name) => (clause.includes(name) ? name.length : 0)));

const isOfFamily = ({ dimension }: TableFact['measured'], { family, per }: Quantity): boolean =>
  per.length === 0 && dimension.per.length === 0 && (dimension.of[0] ?? '') === family;

/** What words say besides the names of a row and a column, and what leads to a figure. */
function restOf(clause: string, { names: [row = []], cell }: TableFact): string {
  const name = [...row].filter((each) => clause.includes(each)).sort((a, b) => b.length - a.length)[0] ?? '';
  const column = columnOf(cell);
  return clause
    .replace(name, '')
    .replace(column === '' ? '\n' : column, '')
    .replace(trailing, '');
}
