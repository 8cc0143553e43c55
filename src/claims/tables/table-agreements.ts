import type { Report } from '../../model/report.ts';
import type { Measured } from '../../quantity/value/arithmetic.ts';
import type Fraction from '../../quantity/value/fraction.ts';
import { meet } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isCount, isNoun, areLike } from '../../quantity/value/unit.ts';
import { isBody } from '../../reading/bodies.ts';
import { bodyTables } from '../../reading/body-tables.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Reading } from '../../reading/reading.ts';
import { tablesOf, type Cell } from '../../reading/tables.ts';
import type { HeldFigure, ReportClaim } from '../claim.ts';
import { heldIn } from './table-claims.ts';
import { FactWords, factsTold } from './english-table-mentions.ts';
import { factsOf, type TableFact } from './table-facts.ts';
import { isToldPlainly, toldBy, yearToldBy, type ToldOf } from './table-mentions.ts';
import { TableNames } from './table-names.ts';

/** A figure that a sentence and a table tell, or two tables. */
export interface Agreement extends ReportClaim {
  readonly fact: TableFact;
  /** The sentence, or the cell of another table, that tells it as well. */
  readonly other: { readonly prose: Prose; readonly figure: Quantity } | { readonly cell: Cell };
  /** Whether both say the same. */
  readonly holds: boolean;
}

/** What sentences and other tables say again of what tables say. */
export function tableAgreements(reading: Reading): readonly Agreement[] {
  const tables = tablesOf(reading);
  if (tables.length === 0) return [];
  const facts = tables.flatMap((table) => factsOf(table, reading.report));
  const index = new FactIndex(facts, reading.report);
  return [...betweenTextAndTable(reading, index), ...betweenTables(index)];
}

/** What more cells than this are called by one name tells none of them from the others. */
const MOST_FACTS = 60;

/** Facts by the names that tell them. */
class FactIndex {
  readonly report: Report;
  readonly names: TableNames;
  /** For English sentences; read where they are first asked for. */
  readonly #facts: readonly TableFact[];
  #words: FactWords | undefined;
  readonly #byNames = new Map<string, TableFact[]>();

  constructor(facts: readonly TableFact[], report: Report) {
    this.report = report;
    this.#facts = facts.filter(({ isCommon }) => !isCommon);
    for (const fact of facts)
      for (const key of keysOf(fact)) {
        const known = this.#byNames.get(key);
        if (known) known.push(fact);
        else this.#byNames.set(key, [fact]);
      }
    this.names = new TableNames(this.#facts.flatMap(({ names }) => names.flat()));
  }

  of(names: readonly string[]): readonly TableFact[] {
    const facts = (this.#byNames.get(keyOf(names)) ?? []).filter(({ isCommon }) => !isCommon);
    return facts.length > MOST_FACTS ? [] : facts;
  }

  get words(): FactWords {
    return (this.#words ??= new FactWords(this.#facts));
  }

  get groups(): Iterable<readonly TableFact[]> {
    return this.#byNames.values();
  }
}

const keyOf = (names: readonly string[]): string => [...names].sort().join('\n');

/** Every way to name a fact. */
function keysOf({ names: [first = [], second] }: TableFact): readonly string[] {
  return second === undefined
    ? first.map((name) => keyOf([name]))
    : first.flatMap((row) => second.map((column) => keyOf([row, column])));
}

const yearOf = ({ year }: { readonly year: number | undefined }, report: Report): number | undefined =>
  year ?? report.data.year;

/** The figures of a body that stand in no table. */
function figuresOutside(prose: Prose): readonly Quantity[] {
  const tables = prose.once(bodyTables);
  let next = 0;
  return prose.figures.filter(({ span: [start] }) => {
    while ((tables[next]?.span[1] ?? Infinity) <= start) next++;
    return start < (tables[next]?.span[0] ?? Infinity);
  });
}

/** The figure of a table that a sentence told last, and where. */
interface Known {
  readonly fact: TableFact;
  readonly end: number;
  readonly holds: boolean;
}

/** 共有党员9120名，其中女党员2680名: what leads from a figure to a part of it. */
const partOf = /^，其中[，：]?[^，。；]{0,16}$/;
/** 小学46所、在校生2.32万人: the second is of 小学 as well. */
const goesOn = /^[、，](?:(?![全共总合])\p{Script=Han}){2,8}$/u;

/** The cells that words may tell of; where they name a column alone, in the row of the figure before them. */
function cellsTold(
  told: ToldOf,
  figure: Quantity,
  index: FactIndex,
  last: Known | undefined,
): readonly TableFact[] {
  const { report } = index;
  const among = (names: readonly string[]): readonly TableFact[] =>
    index
      .of(names)
      .filter((fact) => yearOf(fact, report) === yearOf(told, report))
      .filter((fact) => (!fact.isTotal || told.isTotal) && fact.isShare === told.isShare)
      .filter((fact) => isOfKind(fact, figure, told.names));
  const facts = among(told.names);
  const [row = []] = last?.fact.names ?? [];
  if (facts.length > 0 || told.names.length > 1 || last === undefined) return facts;
  return row.flatMap((name) => among([name, ...told.names])).filter(({ table }) => table === last.fact.table);
}

/** Whether the figure before in the sentence is one of the same table. */
const isBesideOne = (last: Known | undefined, { fact }: Known, gap: string): boolean =>
  last !== undefined && last.holds && last.fact.table === fact.table && !/[。；\n]/.test(gap);

const tellsOfYear = ({ part, figures }: Prose): boolean =>
  part !== undefined && part.kind !== 'plan' && figures.length > 0;

/** The cell that a figure is told of, one that says the same where there is one. */
function knownBy(facts: readonly TableFact[], figure: Quantity): Known | undefined {
  const same = facts.find(({ measured }) => areSame(measured, figure));
  const fact = same ?? facts[0];
  return fact && { fact, end: figure.span[1], holds: same !== undefined };
}

function* betweenTextAndTable(reading: Reading, index: FactIndex): Generator<Agreement> {
  for (const prose of reading.texts) {
    const lower = prose.text.toLowerCase();
    if (tellsOfYear(prose) && lower.length === prose.text.length) yield* betweenOneText(prose, lower, index);
  }
}

function* betweenOneText(prose: Prose, lower: string, index: FactIndex): Generator<Agreement> {
  const outside = isBody(prose.path) ? figuresOutside(prose) : prose.figures;
  let last: Known | undefined;
  for (const figure of outside) {
    // a figure that a reference printed is that of the cell
    if (!prose.isTyped(figure.span)) continue;
    const known = cellOf(prose, lower, figure, index, last);
    if (known === undefined) continue;
    last = known;
    const { fact, holds } = known;
    const held: readonly HeldFigure[] = [{ prose, figure }, ...heldIn(fact.cell, fact.table)];
    yield { fact, other: { prose, figure }, holds, figures: held };
  }
}

/** The cell that a figure tells: by the names that stand at it, behind the figure before, or by the words of its sentence. */
function cellOf(
  prose: Prose,
  lower: string,
  figure: Quantity,
  index: FactIndex,
  last: Known | undefined,
): Known | undefined {
  const gap = prose.text.slice(last?.end ?? figure.span[0], figure.span[0]);
  const isPart = partOf.test(gap) && last?.holds;
  const told = toldBy(prose, lower, figure, index.names, index.report, isPart);
  const named = told ? cellsTold(told, figure, index, goesOn.test(gap) ? last : undefined) : [];
  if (told === undefined || named.length === 0)
    return knownBy(toldInWords(prose, lower, figure, index), figure);
  const known = knownBy(named, figure);
  return known && told.isLoose && !known.holds && !isBesideOne(last, known, gap) ? undefined : known;
}

/** The facts that a figure tells by all the words of an English sentence. */
function toldInWords(prose: Prose, lower: string, figure: Quantity, index: FactIndex): readonly TableFact[] {
  const { report } = index;
  if (
    !isToldPlainly(figure) ||
    /\p{Script=Han}/u.test(lower.slice(Math.max(0, figure.span[0] - 40), figure.span[0]))
  )
    return [];
  const { facts, year: said } = factsTold(prose, figure, index.words);
  const year = said ?? (facts.length === 0 ? undefined : yearToldBy(prose, figure, report));
  if (facts.length === 0 || year === 'other') return [];
  return facts.filter(
    (fact) => yearOf(fact, report) === yearOf({ year }, report) && isOfKind(fact, figure, fact.names.flat()),
  );
}

/** Whether two figures may be one, rounded; those that show the same digits are equal. */
function areSame(
  a: Measured,
  b: Pick<Measured, 'number' | 'interval'> & { readonly step: Fraction | undefined },
): boolean {
  if (a.number.equals(b.number)) return true;
  return (
    meet(a.interval, b.interval) && !(a.step !== undefined && b.step !== undefined && a.step.equals(b.step))
  );
}

/** Whether a figure of a text can be that of a cell, by its unit; a cell may leave to the names what it counts. */
function isOfKind(
  { measured }: TableFact,
  { family, per, unit, number }: Quantity,
  names: readonly string[],
): boolean {
  if (per.length > 0 || measured.dimension.per.length > 0) return false;
  const own = measured.dimension.of[0] ?? '';
  if (own === family) return true;
  if (own === '')
    return (
      isCount(family) &&
      isNear(measured, number) &&
      (!isNoun(family) || names.some((name) => name.includes(unit.trim().toLowerCase())))
    );
  return family === '' ? isCount(own) : isNoun(own) && isNoun(family) && areLike(own, family);
}

/** Whether a cell without a unit can be so many: 168.2 under a head that leaves out 万 is not. */
const isNear = (measured: Measured, number: Fraction): boolean =>
  measured.number.mul(100).compare(number) >= 0 && number.mul(100).compare(measured.number) >= 0;

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
      const holds = areSame(first.measured, other.measured);
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
  yearOf(a, report) === yearOf(b, report) &&
  a.measured.dimension.of.join() === b.measured.dimension.of.join() &&
  scopeOf(a) === scopeOf(b);
