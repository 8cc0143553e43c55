import type { Report } from '../../model/report.ts';
import type { Reading } from '../../reading/reading.ts';
import { tablesOf } from '../../reading/tables.ts';
import { areSameRounded, FactIndex, yearOfFact, type Agreement } from './fact-index.ts';
import { besideOthers } from './companion-figures.ts';
import { heldIn } from './table-claims.ts';
import { factsOf, type TableFact } from './table-facts.ts';
import { betweenTextAndTable } from './text-agreements.ts';

/** What sentences and other tables say again of what tables say. */
export function tableAgreements(reading: Reading): readonly Agreement[] {
  const tables = tablesOf(reading);
  if (tables.length === 0) return [];
  const facts = tables.flatMap((table) => factsOf(table, reading.report));
  const index = new FactIndex(facts, reading.report);
  const told = [...betweenTextAndTable(reading, index)];
  if (reading.report.language !== 'zh') return [...told, ...betweenTables(index)];
  const known = new Map<unknown, Set<number>>();
  for (const { other } of told)
    if ('prose' in other)
      known.set(other.prose, (known.get(other.prose) ?? new Set<number>()).add(other.figure.span[0]));
  const beside = besideOthers(reading, facts, (prose, { span }) => known.get(prose)?.has(span[0]) === true);
  return [...told, ...beside, ...betweenTables(index)];
}

/** What makes two tables of one form tables of different things: places, years, kinds, in their captions. */
const scopes =
  /(?:19|20)\d{2}|[一二三四\d]季度|[上下]半年|\d{1,2}月|[\p{Script=Han}]{1,3}(?:市|区|县|镇|街道|乡|省|州|旗)|公办|民办|国有|民营|城镇|城市|农村|乡村|男|女|新增|新建|改造|在建|计划|目标|预算|上年|去年|累计|其中|\b(?:public|private|urban|rural|new|planned|budget|target|last year|men|women|q[1-4]|north|south|east|west)\b/giu;

const scopeOf = ({ table }: TableFact): string =>
  [...new Set([...`${table.caption}`.matchAll(scopes)].map(([word]) => word.toLowerCase()))].sort().join(' ');

/** The same row and column in two tables; where most of what two tables share differs, they tell different things. */
function* betweenTables(index: FactIndex): Generator<Agreement> {
  const pairs = new Map<string, Agreement[]>();
  const numbers = new Map<unknown, number>();
  const numberOf = (table: unknown): number => {
    const known = numbers.get(table) ?? numbers.size;
    numbers.set(table, known);
    return known;
  };
  for (const group of index.groups) {
    const [first, ...others] = group;
    if (first === undefined || others.length === 0 || others.length > MOST_TABLES) continue;
    for (const other of others) {
      if (other.table === first.table || !isSameThing(first, other, index.report)) continue;
      const key = `${numberOf(first.table)} ${numberOf(other.table)}`;
      const holds = areSameRounded(first.measured, other.measured);
      const held = [...heldIn(first.cell, first.table), ...heldIn(other.cell, other.table)];
      const all = pairs.get(key) ?? [];
      if (
        !all.some(
          (each) => each.fact.cell === first.cell && 'cell' in each.other && each.other.cell === other.cell,
        )
      )
        all.push({ fact: first, other: { cell: other.cell }, holds, figures: held });
      pairs.set(key, all);
    }
  }
  for (const shared of pairs.values()) {
    const wrong = shared.filter(({ holds }) => !holds).length;
    const right = shared.filter((each) => each.holds && tellsMuch(each.fact)).length;
    if (wrong === 0 || right >= wrong) yield* shared;
  }
}

/** Whether that a fact agrees shows that two tables tell one thing: of names that any table may have small numbers agree by chance. */
const tellsMuch = ({ isCommon, measured }: TableFact): boolean =>
  !isCommon || measured.number.compare(10) >= 0;

/** Of what stands in more tables than this, each is a table of its own case. */
const MOST_TABLES = 20;

const isSameThing = (a: TableFact, b: TableFact, report: Report): boolean =>
  a.names.length === b.names.length &&
  a.isTotal === b.isTotal &&
  a.isShare === b.isShare &&
  yearOfFact(a, report) === yearOfFact(b, report) &&
  a.measured.dimension.of.join() === b.measured.dimension.of.join() &&
  scopeOf(a) === scopeOf(b);
