import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { isBody } from '../../reading/bodies.ts';
import { bodyTables } from '../../reading/body-tables.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Reading } from '../../reading/reading.ts';
import type { FigureStatement } from '../../reading/statements.ts';
import type { ReadRow } from '../../reading/tables.ts';
import { areSameRounded, yearOfFact, type Agreement } from './fact-index.ts';
import { columnChange } from './table-change-words.ts';
import { heldIn } from './table-claims.ts';
import type { TableFact } from './table-facts.ts';
import { itemsOf, type RowItem } from './companion-words.ts';
import { yearToldBy } from './table-mentions.ts';
import { roleOf } from './table-words.ts';

/** So many figures of a sentence have to be those of a column before another is held against it. */
const ENOUGH = 2;
/** Words of time and plans that set a sentence apart from what a table of the year says. */
const apart =
  /半年|季度|\d月|[一二三四五六七八九十]月|计划|目标|预计|力争|明年|(?<![比较])(?:上年|去年)|平均|人均/u;
/**
 * Figures of Chinese sentences that stand beside others which are those of one column of a table: 医师820人、护士1320人、医技人员210人 beside a
 * table that has 820, 1230 and 210. Each names its row, and all say the same besides. With a figure that is its row’s, the growth behind it is held too.
 */
export function* besideOthers(
  { texts, report }: Reading,
  facts: readonly TableFact[],
  known: (prose: Prose, figure: Quantity) => boolean,
): Generator<Agreement> {
  const bySection = factsBySection(facts, report);
  for (const prose of texts) {
    const own = prose.section && bySection.get(prose.section);
    if (!own || !isBody(prose.path) || prose.part?.kind === 'plan') continue;
    for (const statement of statementsOutside(prose))
      for (const ofTable of own.values())
        for (const { figure, fact, holds } of ofOneTable(prose, statement, ofTable, report))
          if (prose.isTyped(figure.span) && !known(prose, figure))
            yield {
              fact,
              other: { prose, figure },
              holds,
              figures: [{ prose, figure }, ...heldIn(fact.cell, fact.table)],
            };
  }
}

/** Of more tables in a section, or of more cells in a table, a sentence does not tell which it means; and each would cost. */
const MOST_TABLES = 6;
const MOST_CELLS = 240;

/** What single cells say of the year, by the section of their table and the table. */
function factsBySection(
  facts: readonly TableFact[],
  report: Reading['report'],
): ReadonlyMap<unknown, ReadonlyMap<unknown, readonly TableFact[]>> {
  const bySection = new Map<unknown, Map<unknown, TableFact[]>>();
  for (const fact of facts) {
    if (fact.isTotal || fact.isShare || yearOfFact(fact, report) !== report.data.year) continue;
    const { table } = fact;
    const tables = bySection.get(table.section) ?? new Map<unknown, TableFact[]>();
    bySection.set(table.section, tables);
    const all = tables.get(table);
    if (all) all.push(fact);
    else tables.set(table, [fact]);
  }
  for (const [section, tables] of bySection) {
    if (tables.size > MOST_TABLES) bySection.delete(section);
    for (const [table, all] of tables) if (all.length > MOST_CELLS) tables.delete(table);
  }
  return bySection;
}

/** The Chinese statements of a body with several figures, outside its tables, that tell of the year. */
function statementsOutside(prose: Prose): readonly FigureStatement[] {
  const tables = prose.once(bodyTables);
  if (tables.length > MOST_TABLES) return [];
  return prose.statements.filter(({ span, figures }) => {
    const words = prose.text.slice(...span);
    const isInTable = tables.some((table) => table.span[0] <= span[0] && span[0] < table.span[1]);
    return (
      (figures.length >= ENOUGH || /最[多高大]/.test(words)) &&
      !isInTable &&
      !apart.test(words) &&
      /\p{Script=Han}/u.test(words)
    );
  });
}

interface Found {
  readonly figure: Quantity;
  readonly fact: TableFact;
  readonly holds: boolean;
}

function* ofOneTable(
  prose: Prose,
  statement: FigureStatement,
  facts: readonly TableFact[],
  report: Reading['report'],
): Generator<Found> {
  const groups = columnsTold(prose, statement, facts, report);
  for (const group of groups.values()) {
    const right = group.filter(isRight);
    const isColumn = right.length >= ENOUGH && group.length - right.length < right.length;
    const isTold = isColumn || arePair(prose, statement, group, right);
    for (const item of isTold ? group : group.filter(isMostOfColumn)) yield { ...item, holds: isRight(item) };
    for (const each of right) yield* growthBehind(prose, statement, each);
  }
}

/** The figures of a statement that name a row, by their column and what else they say. */
function columnsTold(
  prose: Prose,
  statement: FigureStatement,
  facts: readonly TableFact[],
  report: Reading['report'],
): ReadonlyMap<string, readonly RowItem[]> {
  const groups = new Map<string, RowItem[]>();
  let row: TableFact | undefined;
  for (const [index, figure] of statement.figures.entries()) {
    const items = itemsOf(prose, statement, index, facts, row);
    row = items[0]?.fact ?? row;
    for (const item of items.length > 0 && yearToldBy(prose, figure, report) !== 'other' ? items : []) {
      const key = `${item.fact.cell.column}\n${item.rest}`;
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

const isRight = ({ figure, fact }: RowItem): boolean => areSameRounded(fact.measured, figure);

/** Two figures one behind the other, with names of their own that nothing else is said of, of which one is that of the column. */
function arePair(
  { text }: Prose,
  { span }: FigureStatement,
  group: readonly RowItem[],
  { length }: readonly RowItem[],
): boolean {
  const [one, two, more] = group;
  if (!one || !two || more || length !== 1 || one.rest !== '') return false;
  const names = group.map(
    ({
      fact: {
        names: [row = []],
      },
    }) => Math.max(...row.map((name) => name.length)),
  );
  const gap = text.slice(one.figure.span[1], two.figure.span[0]);
  // as the table shows, 收到投诉1206件、办结1208件
  const isOfTable = /[上下]表|表\s?\d/.test(text.slice(...span));
  return (isOfTable || Math.min(...names) > 3) && /^[、，]\p{Script=Han}{2,16}$/u.test(gap);
}

/** Whether words say that a row is the most of a column, and name nothing else. */
const isMostOfColumn = ({ isMost, rest, fact }: RowItem): boolean =>
  isMost && (rest === '' || fact.cell.column.includes(rest)) && isGreatest(fact);

/** Whether a cell is the greatest of its column. */
function isGreatest({ table, cell, measured }: TableFact): boolean {
  const column = table.rows.find(({ cells }) => cells.includes(cell))?.cells.indexOf(cell) ?? -1;
  return table.rows.every(({ label, cells }) => {
    const other = cells[column];
    return (
      roleOf(label) !== 'part' ||
      other?.operand.kind !== 'figure' ||
      other.operand.measured.number.compare(measured.number) <= 0
    );
  });
}

/** The growth directly behind a figure that is its row’s: 第二产业186.3亿元，增长6.2%. */
function* growthBehind(
  prose: Prose,
  { figures }: FigureStatement,
  { figure, fact }: RowItem,
): Generator<Found> {
  const next = figures[figures.indexOf(figure) + 1];
  if (!next || !isPercent(next) || next.movement?.to !== false || next.qualifier !== 'exact') return;
  if (
    !/^[，,](?:同比|比上年|较上年)?\p{Script=Han}{0,2}(?:[增提上][长高升]|[下减][降少])$/u.test(
      prose.text.slice(figure.span[1], next.span[0]),
    )
  )
    return;
  const [index, more] = fact.table.columns.flatMap(({ name, levels, unit }, at) =>
    unit === '%' && columnChange(levels.at(-1) ?? name) !== undefined ? [at] : [],
  );
  const row = fact.table.rows.find(({ cells }) => cells.includes(fact.cell));
  const cell = index === undefined || more !== undefined ? undefined : (row as ReadRow).cells[index];
  if (cell?.operand.kind !== 'figure') return;
  const { measured } = cell.operand;
  const isUp = next.movement.direction === 'up';
  if (measured.number.compare(0) < 0 !== !isUp) return;
  const told = isUp ? next.number : next.number.neg();
  yield {
    figure: next,
    fact: { ...fact, cell, measured },
    holds: told.equals(measured.number) || next.step.compare(measured.step ?? next.step) !== 0,
  };
}
