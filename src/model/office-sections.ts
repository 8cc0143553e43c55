import type { Report, Section } from './report.ts';

/** A section that one office answers for, and which. */
export interface OfficeSection {
  readonly section: Section;
  readonly lead: string;
}

/**
 * The topmost sections of one lead each, in the order of the text: those in which, with all below them, one office is named
 * and no other. A section of several offices is looked into. What stands in a file of its own already is left.
 */
export function officeSections({ parts, file }: Report): readonly OfficeSection[] {
  const look = (section: Section): readonly OfficeSection[] => {
    if (section.path[0] !== file) return [];
    const leads = leadsOf(section);
    const [lead] = leads;
    if (leads.size === 1 && lead !== undefined && !/[【[]/.test(lead)) return [{ section, lead }];
    return section.sections.flatMap(look);
  };
  return parts.flatMap(({ sections }) => sections.flatMap(look));
}

const leadsOf = ({ data, sections }: Section): ReadonlySet<string> =>
  new Set([
    ...(data.lead === undefined ? [] : [data.lead]),
    ...sections.flatMap((section) => [...leadsOf(section)]),
  ]);

/** A name as a file’s: without what systems do not take, nor spaces at its ends. */
export const fileName = (name: string): string =>
  name
    .replaceAll(/[\\/:*?"<>|#\u0000-\u001F\u007F]+/g, '-')
    .replaceAll(/^[\s.-]+|(?<![\s.-])[\s.-]+$/g, '')
    .slice(0, 60) || 'section';

/**
 * A file for each section, below a folder: one of an office under the office’s name, several in a folder of that name under
 * their titles. No two are alike, whatever the case of their letters.
 */
export function officeFiles(
  sections: readonly OfficeSection[],
  folder: string,
): ReadonlyMap<Section, string> {
  const files = new Map<Section, string>();
  const taken = new Set<string>();
  for (const { section, lead } of sections) {
    const several = sections.filter((other) => other.lead === lead).length > 1;
    const name = fileName(section.data.title ?? section.data.id ?? section.part.kind);
    const stem = `${folder}${fileName(lead)}${several ? `/${name}` : ''}`;
    let free = stem;
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${stem}-${count}`;
    taken.add(free.toLowerCase());
    files.set(section, `${free}.section.yaml`);
  }
  return files;
}
