import type { Measured } from '../../quantity/value/arithmetic.ts';
import type Fraction from '../../quantity/value/fraction.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isCount, isNoun, areLike } from '../../quantity/value/unit.ts';
import { isBody } from '../../reading/bodies.ts';
import { bodyTables } from '../../reading/body-tables.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Reading } from '../../reading/reading.ts';
import type { HeldFigure } from '../claim.ts';
import { factsTold } from './english-table-mentions.ts';
import { areSameRounded, yearOfFact, type Agreement, type FactIndex } from './fact-index.ts';
import { heldIn } from './table-claims.ts';
import type { TableFact } from './table-facts.ts';
import { isToldPlainly, toldBy, yearToldBy, type ToldOf } from './table-mentions.ts';

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
      .filter((fact) => yearOfFact(fact, report) === yearOfFact(told, report))
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
  const same = facts.find(({ measured }) => areSameRounded(measured, figure));
  const fact = same ?? facts[0];
  return fact && { fact, end: figure.span[1], holds: same !== undefined };
}

/** What sentences say again of what tables say. */
export function* betweenTextAndTable(reading: Reading, index: FactIndex): Generator<Agreement> {
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
    (fact) =>
      yearOfFact(fact, report) === yearOfFact({ year }, report) && isOfKind(fact, figure, fact.names.flat()),
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
