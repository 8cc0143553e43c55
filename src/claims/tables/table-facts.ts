import type { Measured } from '../../quantity/value/arithmetic.ts';
import { isCount } from '../../quantity/value/unit.ts';
import type { Report } from '../../model/report.ts';
import type { Cell, ReadTable } from '../../reading/tables.ts';
import { labelOf, type TableLabel } from '../../reading/table-labels.ts';
import { columnChange, isPlanned, orderInTime } from './table-change-words.ts';
import { isShareName, roleOf } from './table-words.ts';

/** A figure of a table as a sentence would tell it: of what, of which year, in how many of its names. */
export interface TableFact {
  readonly table: ReadTable;
  readonly cell: Cell;
  readonly measured: Measured;
  /** The year that it is of; undefined where the table leaves it to the report. */
  readonly year: number | undefined;
  /** What has to be said: the row, the column, or both; each by the names that it may have in a sentence. */
  readonly names: readonly (readonly string[])[];
  /** Whether it is of all rows or columns, so that a sentence says “in all” or a name of the whole. */
  readonly isTotal: boolean;
  /** Whether it is a share of the whole. */
  readonly isShare: boolean;
  /** Whether one of its names is one that any table may have, so that it tells nothing without its table: 男, Urban. */
  readonly isCommon: boolean;
}

/** What a name tells of a figure. */
type Meaning =
  | { readonly is: 'name'; readonly names: readonly string[] }
  /** The figures themselves are all that it names: 数量, Number. */
  | { readonly is: 'plain' | 'total' | 'share' | 'other' }
  | { readonly is: 'year'; readonly year: number };

const plain =
  /^(?:数量|数值|数据|数|个数|人数|件数|户数|次数|金额|指标值|总量|规模|(?:累计|实际|全年)?完成(?:数|情况|值|量)?|实际(?:数|值)?|决算数?|执行数?|全年|值|单位)$|^(?:values?|numbers?|amounts?|counts?|people|figures?|quantity|actual|outturn|no\.|£|\$|€|total number|area|results?|sites|premises|facilities|locations|venues|buildings|headcount)$/i;
const otherTime =
  /^(?:.*(?:季度|半年|月份?|学期)|.*[一二三四五六七八九十\d]月.*|Q[1-4].*|.*quarter.*|.*half.*|jan.*|feb.*|mar|march|apr|april|may|june?|july?|aug.*|sept?.*|oct.*|nov.*|dec.*)$/i;

function meaningOf(label: TableLabel, year: number | undefined): Meaning {
  const { name } = label;
  const last = label.levels.at(-1) ?? name;
  const time = label.levels.length < 2 ? timeOf(last, year) : undefined;
  if (time !== undefined) return time;
  if (otherTime.test(name) || isPlanned(name) || columnChange(last) !== undefined) return { is: 'other' };
  if (name === '' || plain.test(name) || label.unit === name.toLowerCase()) return { is: 'plain' };
  if (isShareName(last)) return /占(?!比|总|全|[（(%％]|$)/.test(last) ? { is: 'other' } : { is: 'share' };
  return namedBy(label);
}

function namedBy(label: TableLabel): Meaning {
  const role = roleOf(label);
  if (role === 'total') return { is: 'total' };
  const names = role === 'part' || role === 'apart' ? namesOf(label) : [];
  return names.length === 0 ? { is: 'other' } : { is: 'name', names };
}

/** The year that a name tells, 上年 by the year of the report. */
function timeOf(name: string, year: number | undefined): Meaning | undefined {
  const order = orderInTime(name);
  if (order === undefined) return undefined;
  if (order > 1900) return { is: 'year', year: order };
  return year === undefined ? { is: 'other' } : { is: 'year', year: year - 1 + order };
}

/** Names that any table may have, and that say nothing without it. */
const common =
  /^(?:其[他它余]|另外|男|女|城镇|城市|农村|乡村|公办|民办|市级|县级|区级|省级|国家级|市直|本级|一般|重大|较大|上级|下级|甲|乙|丙|新建|改造|改建|扩建|新增|续建|others?|men|women|male|female|urban|rural|public|private|yes|no|north|south|east|west|new|minor|serious|high|low|medium|unknown|none)$/i;

/** The names of a row or column as sentences have them: 学校数 is 学校, 在校生人数 is 在校生. */
function namesOf({ name, levels }: TableLabel): readonly string[] {
  const own = levels.length > 1 ? levels.join('') : name;
  const bare = own.replace(/^(?:全[市县区省]|其中[：:])/, '').trim();
  if (bare === '' || (bare.length < 2 && !common.test(bare)) || /^\d/.test(bare)) return [];
  const short = bare.replace(
    /(?:总数量?|数量|人数|总数|个数|总额|数|(?<=\p{Script=Han}{2})量)$|^(?:number|no\.|total(?: number)?) of /iu,
    '',
  );
  const isOther = short.length > 1 && (!common.test(short) || common.test(bare));
  return [...new Set([bare, ...(isOther ? [short] : [])])].map((each) => each.toLowerCase());
}

/** Units of which a name with a figure does not tell what is counted: 小学1200人 may be pupils or teachers. */
const telling = (family: string): boolean =>
  isCount(family) && !/^(?:|人|人次|次|个|项|名|件|person|people|point)$/.test(family);

/** The figures of a table that a sentence can tell. */
export function factsOf(table: ReadTable, { data: { year } }: Report): readonly TableFact[] {
  if (table.part?.kind === 'plan') return [];
  const columns = table.columns.map((label) => meaningOf(label, year));
  const captioned = /(?:19|20)\d{2}(?=年|\b)/.exec(table.caption)?.[0];
  const ofTable = captioned === undefined ? undefined : Number(captioned);
  const ofCorner = cornerNames(table);
  const families = table.columns.map((_, column) => familyOf(table, column));
  return table.rows.flatMap(({ label, cells }) => {
    const row = meaningOf(label, year);
    return cells.flatMap((cell, index): readonly TableFact[] => {
      const fact = factOf(table, cell, [row, columns[index] as Meaning]);
      if (fact === undefined) return [];
      const family = fact.measured.dimension.of[0] ?? '';
      // of 幼儿园35所 the unit tells the column
      const isTold =
        telling(family) || (family === '元' && isMoneyName.test(label.name)) || /^[$£€]$/.test(family);
      const isAlone = isTold && families.filter((each) => each === family).length === 1;
      const dated = { ...fact, year: fact.year ?? ofTable };
      return [dated, ...otherNamesOf(dated, isAlone, ofCorner)];
    });
  });
}

/** A cell as a fact, by what its row and its column say; undefined of one that no sentence tells. */
function factOf(table: ReadTable, cell: Cell, meanings: readonly Meaning[]): TableFact | undefined {
  if (cell.operand.kind !== 'figure' || meanings.some((each) => each.is === 'other')) return undefined;
  const names = meanings.flatMap((each) => (each.is === 'name' ? [each.names] : []));
  const years = meanings.flatMap((each) => (each.is === 'year' ? [each.year] : []));
  if (names.length === 0 || years.length > 1) return undefined;
  return {
    table,
    cell,
    measured: cell.operand.measured,
    year: years[0],
    names,
    isTotal: meanings.some((each) => each.is === 'total'),
    isShare: meanings.some((each) => each.is === 'share'),
    isCommon: names.some((all) => all.some((name) => common.test(name))),
  };
}

/** The same fact by the name of its row alone, and with what the corner says: 电子书外借21万册 under 外借（万册）. */
function otherNamesOf(fact: TableFact, isAlone: boolean, ofCorner: readonly string[]): readonly TableFact[] {
  const [first = [], second] = fact.names;
  if (second !== undefined) return isAlone ? [{ ...fact, names: [first] }] : [];
  return ofCorner.length > 0 ? [{ ...fact, names: [first, ofCorner] }] : [];
}

/** Rows that are amounts by their names. */
const isMoneyName = /(?:经费|支出|收入|资金|费用?|款|投入|投资|税|薪酬|工资)$/;

/** What a corner with a unit says that all figures are of: 外借（万册）. */
function cornerNames({ body }: ReadTable): readonly string[] {
  const { name, unit } = labelOf(body?.table.stub ?? '');
  return unit === undefined || name.length < 2 || plain.test(name) || common.test(name)
    ? []
    : [name.toLowerCase()];
}

/** The family of a column’s first figure. */
function familyOf({ rows }: ReadTable, column: number): string | undefined {
  for (const { cells } of rows) {
    const operand = cells[column]?.operand;
    if (operand?.kind === 'figure') return operand.measured.dimension.of[0] ?? '';
  }
  return undefined;
}
