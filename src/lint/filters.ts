import type { Finding, Path } from '../diagnostic.ts';
import type { Report, Sources } from '../model/report.ts';
import type { Rule } from '../rules/rule.ts';
import { reserved } from '../source/grammar.ts';
import type { Opened } from './open.ts';
import type { Places } from './stamp.ts';
import { troubleOf } from './unreadable-sections.ts';

/** Whether a finding of a rule is dropped. */
export type Filter = (finding: Finding, rule: Rule) => boolean;

/**
 * What findings are dropped, since they follow from a mistake of form that is told already; in this order:
 * - broken: in a thing that could not be read whole, what a rule misses may only be misspelt;
 * - trapped: a value stands in a trap of YAML, and was not read as it was meant;
 * - told: the form of the very place is wrong;
 * - misplaced: a key of the format stands in place of a name, which a rule of its own reports (`onReserved`);
 * - troubled: figures in a section of which something could not be read as it was written (`figures`).
 */
export const filtersOf = (report: Report, opened: Opened, places: Places): readonly Filter[] => [
  brokenFilter(opened),
  trappedFilter(opened.sources, places),
  toldFilter(opened.problems, places),
  ({ path }, { onReserved }) => onReserved !== true && isMisplaced(path),
  troubledFilter(report, opened),
];

/** Whether the object that a path leads into could not be read whole. */
export function isBroken(path: Path, { sources, broken }: Pick<Opened, 'sources' | 'broken'>): boolean {
  if (broken.size === 0) return false;
  let data = sources.get(path[0])?.data;
  let last: unknown = data;
  for (let index = 1; index < path.length; index++) {
    data = (data as Record<string | number, unknown> | undefined)?.[path[index] as string | number];
    if (typeof data !== 'object' || data === null) break;
    last = data;
  }
  return broken.has(last as object);
}

const brokenFilter =
  (opened: Opened): Filter =>
  ({ path }) =>
    isBroken(path, opened);

const trappedFilter =
  (sources: Sources, places: Places): Filter =>
  (finding) => {
    const traps = sources.get(finding.path[0])?.yaml ?? [];
    if (traps.length === 0 || finding.span !== undefined) return false;
    const { start, end } = places.offsets(finding);
    return traps.some(({ fix }) => fix?.edits.some((edit) => edit.start < end && start < edit.end));
  };

function toldFilter(problems: Opened['problems'], places: Places): Filter {
  if (problems.length === 0) return () => false;
  const told = new Set(problems.map(({ file, start, end }) => `${start} ${end} ${file}`));
  return (finding) => {
    const { start, end } = places.offsets(finding);
    return told.has(`${start} ${end} ${finding.path[0]}`);
  };
}

const named: ReadonlySet<string | number> = new Set(['metrics', 'tables', 'targets', 'results', 'terms']);

/** Whether a path leads through a key of the format in place of an id: a line with the wrong indentation, reported as that. */
const isMisplaced = (path: Path): boolean =>
  path.some((key, index) => index > 0 && named.has(path[index - 1] ?? '') && reserved.has(String(key)));

function troubledFilter(report: Report, opened: Opened): Filter {
  const isTroubled = troubleOf(report, opened);
  return (finding, { figures }) => figures === true && isTroubled(finding);
}
