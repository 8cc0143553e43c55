import type { Path } from '../diagnostic.ts';
import type { Report, Section } from './report.ts';

/** The office that answers for a place: the lead of its section or of one above it, else the name of its section file. */
export function officeOf(path: Path, { sections, file }: Report): string | undefined {
  const inside = sections.filter((section) => section.path.every((key, index) => path[index] === key)).sort((a, b) => b.path.length - a.path.length)[0];
  for (let at: Section | undefined = inside; at; at = at.parent) {
    const { lead } = at.data;
    if (lead !== undefined && !/[【[]/.test(lead)) return lead;
  }
  return path[0] === file ? undefined : /(?:^|[\\/])([^\\/]+)\.section\.ya?ml$/.exec(path[0])?.[1];
}
