import type { Report, Section } from '../model/report.ts';

/**
 * The section of another report that each section goes on from, within the same part: by id, by the titles down to it, by
 * its own title, and of sections without either by their place. Years in titles do not count.
 */
export function sectionPairs(report: Report, before: Report): ReadonlyMap<Section, Section> {
  const pairs = new Map<Section, Section>();
  const taken = new Set<Section>();
  for (const keyOf of keys) {
    const free = new Map<string, Section>();
    for (const section of [...before.sections].reverse()) {
      const key = taken.has(section) ? undefined : keyOf(section, report);
      if (key !== undefined) free.set(key, section);
    }
    for (const section of report.sections) {
      const key = pairs.has(section) ? undefined : keyOf(section, report);
      const former = key === undefined ? undefined : free.get(key);
      if (former === undefined || taken.has(former)) continue;
      pairs.set(section, former);
      taken.add(former);
    }
  }
  return pairs;
}

/** A title without its years: 2017年主要工作 is 2018年主要工作 a year later. */
export const standingTitle = (title: string): string =>
  title.replaceAll(/\{\{[^{}]*\}\}|(?:19|20)\d{2}|\s/g, '');

const titleOf = ({ data: { title } }: Section): string | undefined => {
  const standing = title === undefined ? '' : standingTitle(title);
  return standing === '' ? undefined : standing;
};

type Key = (section: Section, report: Report) => string | undefined;

const keys: readonly Key[] = [
  ({ part, data: { id } }) => id && `${part.kind} ${id}`,
  (section) => {
    const titles: (string | undefined)[] = [];
    for (let at: Section | undefined = section; at; at = at.parent) titles.unshift(titleOf(at));
    return titles.includes(undefined) ? undefined : `${section.part.kind} ${titles.join('\n')}`;
  },
  (section) => titleOf(section) && `${section.part.kind} ${titleOf(section)}`,
  ({ part, data, path }) =>
    data.id === undefined && data.title === undefined ? `${part.kind} ${path.slice(1).join(' ')}` : undefined,
];
