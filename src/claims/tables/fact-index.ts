import type { Report } from '../../model/report.ts';
import type { Measured } from '../../quantity/value/arithmetic.ts';
import type Fraction from '../../quantity/value/fraction.ts';
import { meet } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Cell } from '../../reading/tables.ts';
import type { ReportClaim } from '../claim.ts';
import { FactWords } from './english-table-mentions.ts';
import type { TableFact } from './table-facts.ts';
import { TableNames } from './table-names.ts';

/** A figure that a sentence and a table tell, or two tables. */
export interface Agreement extends ReportClaim {
  readonly fact: TableFact;
  /** The sentence, or the cell of another table, that tells it as well. */
  readonly other: { readonly prose: Prose; readonly figure: Quantity } | { readonly cell: Cell };
  /** Whether both say the same. */
  readonly holds: boolean;
}

/** What more cells than this are called by one name tells none of them from the others. */
const MOST_FACTS = 60;

/** Facts by the names that tell them. */
export class FactIndex {
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

/** The year that a figure is told of, the report’s where none is said. */
export const yearOfFact = (
  { year }: { readonly year: number | undefined },
  report: Report,
): number | undefined => year ?? report.data.year;

/** Whether two figures may be one, rounded; those that show the same digits are equal. */
export function areSameRounded(
  a: Measured,
  b: Pick<Measured, 'number' | 'interval'> & { readonly step: Fraction | undefined },
): boolean {
  if (a.number.equals(b.number)) return true;
  return (
    meet(a.interval, b.interval) && !(a.step !== undefined && b.step !== undefined && a.step.equals(b.step))
  );
}
