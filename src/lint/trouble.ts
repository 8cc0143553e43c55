import type { Finding, Path } from '../diagnostic.ts';
import type { Report, Section } from '../model/report.ts';
import type { Opened } from './open.ts';

/**
 * Whether a finding about figures stands, or has a related place, in a section of which something could not be read as it was
 * written: the figure that it misses may only be misspelt, and one mistake is one finding.
 */
export function troubleOf(report: Report, { problems, sources }: Opened): (finding: Finding) => boolean {
  if (problems.length === 0) return () => false;
  const troubled = new Set<Section>();
  for (const { file, start } of problems) {
    const around = report.sections.filter(({ path }) => {
      const extent = path[0] === file ? sources.get(file)?.extent(path) : undefined;
      return extent !== undefined && extent.start <= start && start <= extent.end;
    });
    for (const section of around) troubled.add(section);
  }
  const isIn = (path: Path): boolean => [...troubled].some((section) => section.path.every((key, index) => path[index] === key));
  return ({ path, related = [] }) => isIn(path) || related.some((each) => isIn(each.path));
}
