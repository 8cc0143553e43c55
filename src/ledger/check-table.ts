import type { Reading } from '../reading/reading.ts';
import type { Linted } from '../lint/lint.ts';
import { Places } from '../lint/stamp.ts';
import { sectionLabel } from '../model/labels.ts';
import { printReference } from '../reading/print-reference.ts';
import type { Metric, Section } from '../model/report.ts';
import { sayingsOf, type Mention, type Saying } from '../reading/mentions.ts';
import type { Path, Words } from '../diagnostic.ts';
import { formulaChecks, type FormulaCheck } from './formula-check.ts';

/** A place of a file as people name it: file:line:column. */
export interface SaidAt {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A row of the check table: a metric, or a target’s level, with all that a person holds it against. What is not given is empty. */
export interface CheckRow {
  readonly file: string;
  readonly kind: 'metric' | 'level';
  readonly section: Words;
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly previous: string;
  readonly change: string;
  readonly level: string;
  readonly formula: string;
  /** Whether the formula holds; undefined where there is none, and where it was not computed. */
  readonly holds: boolean | undefined;
  /** Why the formula was not computed; undefined where there is none, and where it was. */
  readonly uncomputed: Words | undefined;
  readonly lead: string;
  readonly source: string;
  readonly asOf: string;
  /** The rules that hold it against something, where it is declared or said; none for levels. */
  readonly checkedBy: readonly string[];
  /** Where the text says it; empty where it does not. */
  readonly said: readonly SaidAt[];
}

/** The figures of a draft in the order of its text: every metric, and every level that a target sets. */
export function checkTable({
  reading,
  reach,
  sources,
}: Pick<Linted, 'reading' | 'reach' | 'sources'>): readonly CheckRow[] {
  if (reading === undefined) return [];
  const { report } = reading;
  const places = new Places(sources);
  const sayings = new Map(
    sayingsOf(reading).flatMap((each) =>
      each.sayings.map((saying) => [keyOf(saying.declared.path.slice(0, -1)), saying] as const),
    ),
  );
  const check = formulaChecks(reading);
  const saidAt = (path: Path): readonly SaidAt[] =>
    sayings.get(keyOf(path))?.mentions.map((mention) => placeOf(mention, places)) ?? [];
  return report.sections.flatMap((section) => [
    ...section.metrics.map((metric): CheckRow => ({
      ...metricRow(metric, reading, check(metric)),
      checkedBy: reach?.of(metric) ?? [],
      said: saidAt(metric.path),
    })),
    ...section.targets
      .filter(({ data: { level } }) => level !== undefined)
      .map(({ id, path, data }): CheckRow => {
        const lead = data.lead ?? leadOf(section);
        return {
          ...blank,
          file: path[0],
          kind: 'level',
          section: sectionLabel(section),
          id,
          name: id,
          level: data.level ?? '',
          lead,
          said: saidAt(path),
        };
      }),
  ]);
}

const keyOf = (path: readonly (string | number)[]): string => path.join('\n');

const blank = {
  value: '',
  previous: '',
  change: '',
  level: '',
  formula: '',
  holds: undefined,
  uncomputed: undefined,
  checkedBy: [],
  source: '',
  asOf: '',
} as const;

function metricRow(
  metric: Metric,
  reading: Reading,
  check: FormulaCheck | undefined,
): Omit<CheckRow, 'said' | 'checkedBy'> {
  const { id, path, data, section } = metric;
  const { figures } = reading;
  return {
    file: path[0],
    kind: 'metric',
    section: sectionLabel(section),
    id,
    name: data.name ?? id,
    value: data.value ?? figures.print(metric, undefined) ?? '',
    previous: data.previous ?? figures.print(metric, 'previous') ?? '',
    change: figures.print(metric, 'change') ?? '',
    level: printReference({ kind: 'metric', metric, word: 'level' }, reading, section.part) ?? '',
    formula: data.formula ?? '',
    holds: check === undefined || check.kind === 'uncomputed' ? undefined : check.kind === 'holds',
    uncomputed: check?.kind === 'uncomputed' ? check.reason : undefined,
    lead: leadOf(section),
    source: data.source ?? '',
    asOf: data['as-of'] ?? '',
  };
}

function leadOf(section: Section): string {
  for (let at: Section | undefined = section; at; at = at.parent)
    if (at.data.lead !== undefined) return at.data.lead;
  return '';
}

function placeOf({ prose, figure }: Saying['mentions'][number] & Mention, places: Places): SaidAt {
  const { start } = places.of(figure ? prose.place(figure.span) : { path: prose.path });
  return { file: prose.path[0], line: start.line, column: start.column };
}
