import type { Path } from '../diagnostic.ts';
import { words } from '../source/grammar.ts';
import { suggest } from '../source/suggest/suggest.ts';
import { Suggestions } from '../source/suggest/suggestions.ts';
import type { Metric, Report, Result, Section, Table, Target } from './report.ts';

export type MetricWord = 'previous' | 'change' | 'growth' | 'level';

/** What a reference or a name in a formula means. */
export type Reference =
  | { readonly kind: 'metric'; readonly metric: Metric; readonly word: MetricWord | undefined }
  | { readonly kind: 'target'; readonly target: Target; readonly word: MetricWord | undefined }
  | { readonly kind: 'cell'; readonly table: Table; readonly text: string | null; readonly path: Path }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'year'; readonly offset: 0 | 1 }
  | { readonly kind: 'unknown'; readonly near: string | undefined };

/** The names of a report, by which references and formulas find things. */
export interface Names {
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly targets: ReadonlyMap<string, Target>;
  /** Last year’s targets, which the draft answers. */
  readonly results: ReadonlyMap<string, Result>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly sections: ReadonlyMap<string, Section>;
  /** Whether an id may stand where the draft could not be read: it is known then, though nothing is known of it. */
  readonly isLost: (id: string) => boolean;
  /** What unknown names are held against; made where the first is found. */
  readonly near: NearNames;
}

/** Collects the names of a report; of two things with one id the first counts. */
export function namesOf(report: Report, isLost: (id: string) => boolean = () => false): Names {
  const first = <T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> =>
    new Map([...things].reverse().map((thing) => [thing.id, thing]));
  const titled = [...report.sections]
    .reverse()
    .flatMap((section) => (section.data.title === undefined ? [] : [[section.data.title, section] as const]));
  const identified = [...report.sections]
    .reverse()
    .flatMap((section) => (section.data.id === undefined ? [] : [[section.data.id, section] as const]));
  let near: NearNames | undefined;
  const names = {
    metrics: first(report.metrics),
    targets: first(report.targets),
    results: first(report.results),
    tables: first(report.tables),
    sections: new Map([...titled, ...identified]),
    isLost,
    get near(): NearNames {
      return (near ??= nearNames(names));
    },
  };
  return names;
}

const metricWords: ReadonlySet<string> = new Set(['previous', 'change', 'growth', 'level']);

/** What a name between `{{` and `}}` means: declared names first, the longest first, then reference words. Of an unknown one, what is near. */
export function resolveName(written: string, names: Names): Reference {
  return knownReference(written, names) ?? { kind: 'unknown', near: nearReference(written, names) };
}

/** What a name means; undefined where it is unknown. The time does not depend on how many names there are. */
export function knownReference(
  written: string,
  names: Names,
): Exclude<Reference, { readonly kind: 'unknown' }> | undefined {
  const metric = names.metrics.get(written);
  if (metric) return { kind: 'metric', metric, word: undefined };
  const cell = cellOf(written, names);
  if (cell) return cell;
  const target = names.targets.get(written);
  if (target) return { kind: 'target', target, word: undefined };
  const dotted = wordAfterDot(written, names);
  if (dotted) return dotted;
  const word = words.get(written);
  if (word === 'year' || word === 'next-year') return { kind: 'year', offset: word === 'year' ? 0 : 1 };
  const [, name] = sectionNamed(written) ?? [];
  const section = name === undefined ? undefined : names.sections.get(name);
  return section && { kind: 'section', section };
}

/** `section: name` in either language, as what stands before the name and the name. */
function sectionNamed(written: string): readonly [before: string, name: string] | undefined {
  const colon = /^([^:：]*)[:：](.*)$/s.exec(written);
  if (!colon || words.get((colon[1] ?? '').trim()) !== 'section') return undefined;
  const name = (colon[2] ?? '').trimStart();
  return [written.slice(0, written.length - name.length), name];
}

/** A declared name that is nearly the written one and may be another: for a person to look at. */
export const alikeReference = (written: string, names: Names): string | undefined =>
  names.near.names.alike(written);

/** The name that was probably meant by one that is unknown. */
export function nearReference(written: string, names: Names): string | undefined {
  const section = sectionNamed(written);
  if (section === undefined) return nearest(written, names);
  const near = names.near.sections.of(section[1]);
  return near === undefined ? undefined : section[0] + near;
}

/** `name.previous`: the last dot after which a word stands. */
function wordAfterDot(
  written: string,
  names: Names,
): Extract<Reference, { readonly word: unknown }> | undefined {
  const dot = written.lastIndexOf('.');
  const word = dot === -1 ? undefined : words.get(written.slice(dot + 1));
  if (word === undefined || !metricWords.has(word)) return undefined;
  const name = written.slice(0, dot);
  const metric = names.metrics.get(name);
  if (metric) return { kind: 'metric', metric, word: word as MetricWord };
  // the level of a target of last year that this year does not set again
  const target = names.targets.get(name) ?? (word === 'level' ? names.results.get(name) : undefined);
  return target && { kind: 'target', target, word: word as MetricWord };
}

/** `table.row.column`: every way to cut the name at two dots, longest table name first. */
function cellOf(
  written: string,
  { tables }: Names,
): Extract<Reference, { readonly kind: 'cell' }> | undefined {
  for (let dot = written.lastIndexOf('.'); dot > 0; dot = written.lastIndexOf('.', dot - 1)) {
    const table = tables.get(written.slice(0, dot));
    if (table === undefined) continue;
    const rest = written.slice(dot + 1);
    const { rows = {} } = table.data;
    for (let end = rest.indexOf('.'); end !== -1; end = rest.indexOf('.', end + 1)) {
      const row = rest.slice(0, end);
      const column = Object.hasOwn(rows, row) ? table.columns.indexOf(rest.slice(end + 1)) : -1;
      if (column !== -1)
        return {
          kind: 'cell',
          table,
          text: rows[row]?.[column] ?? null,
          path: [...table.path, 'rows', row, column],
        };
    }
  }
  return undefined;
}

/** The cell that a name with its parts in another order stands for, where it can be only one: `table.column.row`. */
export function reordered(written: string, { tables }: Names): string | undefined {
  const parts = written.split('.');
  if (parts.length < 3 || parts.length > MOST_PARTS) return undefined;
  const found = new Set<string>();
  for (let first = 1; first < parts.length - 1; first++)
    for (let second = first + 1; second < parts.length; second++) {
      const cut = [parts.slice(0, first), parts.slice(first, second), parts.slice(second)].map((some) =>
        some.join('.'),
      ) as [string, string, string];
      for (const [table, row, column] of orders(cut)) {
        const named = tables.get(table);
        if (Object.hasOwn(named?.data.rows ?? {}, row) && named?.columns.includes(column) === true)
          found.add(`${table}.${row}.${column}`);
      }
    }
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

/** A name with more dots than this is not tried in other orders. */
const MOST_PARTS = 8;

type Parts = readonly [string, string, string];
const orders = ([a, b, c]: Parts): readonly Parts[] => [
  [a, b, c],
  [a, c, b],
  [b, a, c],
  [b, c, a],
  [c, a, b],
  [c, b, a],
];

/** The names of a report as an unknown one is held against them. */
export interface NearNames {
  readonly names: Suggestions;
  readonly before: Suggestions;
  readonly cells: Suggestions;
  readonly sections: Suggestions;
}

function nearNames(names: Omit<Names, 'near'>): NearNames {
  const own = [...names.metrics.keys(), ...names.targets.keys(), 'year', '年度', 'next-year', '下年'];
  return {
    names: new Suggestions(own),
    before: new Suggestions([...own, ...names.results.keys()]),
    cells: new Suggestions(cellNames(names)),
    sections: new Suggestions(names.sections.keys()),
  };
}

const afterDot = [...words.keys()].filter((name) => metricWords.has(words.get(name) ?? ''));

/** The declared name nearest to a written one, with the word after its dot kept. */
function nearest(written: string, names: Names): string | undefined {
  const { near } = names;
  const whole = reordered(written, names) ?? near.names.of(written);
  if (whole !== undefined) return whole;
  const dot = written.lastIndexOf('.');
  if (dot === -1) return near.cells.of(written);
  const [head, tail] = [written.slice(0, dot), written.slice(dot + 1)];
  const word = words.has(tail) ? tail : suggest(tail, afterDot);
  const name = names.metrics.has(head) || names.targets.has(head) ? head : near.before.of(head);
  return name !== undefined && word !== undefined ? `${name}.${word}` : near.cells.of(written);
}

const cellNames = ({ tables }: Pick<Names, 'tables'>): string[] =>
  [...tables.values()].flatMap(({ id, columns, data }) =>
    Object.keys(data.rows ?? {}).flatMap((row) => columns.map((column) => `${id}.${row}.${column}`)),
  );
