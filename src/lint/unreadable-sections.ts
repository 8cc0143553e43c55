import type { Finding, Path } from '../diagnostic.ts';
import type { Report } from '../model/report.ts';
import type { Opened } from './open.ts';

/**
 * Whether a finding about figures stands, or has a related place, in a section of which something could not be read as it was
 * written: the figure that it misses may only be misspelt, and one mistake is one finding. Sections are searched among the
 * mistakes, and findings among the sections, by what is sorted and keyed: a draft may have thousands of each.
 */
export function troubleOf(report: Report, { problems, sources }: Opened): (finding: Finding) => boolean {
  if (problems.length === 0) return () => false;
  const starts = new Map<string, number[]>();
  for (const { file, start } of problems) {
    const own = starts.get(file);
    if (own) own.push(start);
    else starts.set(file, [start]);
  }
  for (const own of starts.values()) own.sort((a, b) => a - b);
  const troubled = new Set<string>();
  for (const { path } of report.sections) {
    const extent = starts.has(path[0]) ? sources.get(path[0])?.extent(path) : undefined;
    if (extent !== undefined && hasWithin(starts.get(path[0]) ?? [], extent)) troubled.add(keyOf(path));
  }
  const isIn = (path: Path): boolean =>
    path.some((_, index) => troubled.has(keyOf(path.slice(0, index + 1))));
  return ({ path, related = [] }) => isIn(path) || related.some((each) => isIn(each.path));
}

const keyOf = (path: readonly (string | number)[]): string => path.join('\0');

/** Whether one of some sorted offsets lies within two, both counted in. */
function hasWithin(
  sorted: readonly number[],
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (sorted[low] ?? Infinity) <= end;
}
