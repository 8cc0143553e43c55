import type { Path, Words } from '../diagnostic.ts';
import { partName, sectionLabel } from './labels.ts';
import type { Report, Section } from './report.ts';

/** The innermost section that a path leads into. */
export const sectionAt = (path: Path, { sections }: Report): Section | undefined =>
  sections
    .filter((section) => section.path.every((key, index) => path[index] === key))
    .reduce<Section | undefined>(
      (inner, section) => (inner && inner.path.length >= section.path.length ? inner : section),
      undefined,
    );

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
