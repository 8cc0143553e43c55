import type { Path, Words } from '../diagnostic.ts';
import { partName, sectionLabel } from './labels.ts';
import type { Report, Section } from './report.ts';

/** The sections of a report by their paths: every finding asks for its own. */
const byPath = new WeakMap<Report['sections'], ReadonlyMap<string, Section>>();

/** The innermost section that a path leads into. */
export function sectionAt(path: Path, { sections }: Report): Section | undefined {
  const known = byPath.get(sections) ?? new Map(sections.map((section) => [keyOf(section.path), section]));
  byPath.set(sections, known);
  for (let length = path.length; length > 0; length--) {
    const section = known.get(keyOf(path.slice(0, length)));
    if (section) return section;
  }
  return undefined;
}

/** A path in a word; names and indexes hold no null. */
const keyOf = (path: readonly (string | number)[]): string => path.join('\0');

/** Where in a report a path leads: its section, else its part, else what stands above all parts. */
export function whereIs(path: Path, report: Report): Words {
  const section = sectionAt(path, report);
  if (section) return sectionLabel(section);
  const part = report.parts.find((each) => each.path.every((key, index) => path[index] === key));
  return part ? partName(part.kind) : { en: 'title page', zh: '标题和落款' };
}

/** The office that answers for a place: the lead of its section or of one above it, else the name of its section file. */
export function officeOf(path: Path, report: Report): string | undefined {
  for (let at = sectionAt(path, report); at; at = at.parent) {
    const { lead } = at.data;
    if (lead !== undefined && !/[【[]/.test(lead)) return lead;
  }
  return path[0] === report.file ? undefined : /(?:^|[\\/])([^\\/]+)\.section\.ya?ml$/.exec(path[0])?.[1];
}
