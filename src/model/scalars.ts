import type { Path } from '../diagnostic.ts';
import { shapeOf, type Is } from '../source/grammar.ts';
import type { Part, Report, Section } from './report.ts';

/** A scalar of a report, with the section or part it belongs to. */
export interface Scalar {
  readonly path: Path;
  readonly text: string;
  readonly part: Part | undefined;
  readonly section: Section | undefined;
}

/** Every text in which references are resolved: titles, introductions, bodies, cells, goals, reasons, notes …, in order. */
export const textsOf = (report: Report): readonly Scalar[] =>
  scalarsOf(report, (is) => is === ':text' || is === ':cell');

/** Every formula. */
export const formulasOf = (report: Report): readonly Scalar[] => scalarsOf(report, (is) => is === ':formula');

/** Every quantity that is written as one: values, levels, baselines. */
export const quantitiesOf = (report: Report): readonly Scalar[] =>
  scalarsOf(report, (is) => is === ':quantity');

/** Every name written as text: offices, persons, sources. */
export const wordsOf = (report: Report): readonly Scalar[] => scalarsOf(report, (is) => is === ':word');

function scalarsOf(report: Report, wanted: (is: Is) => boolean): readonly Scalar[] {
  const found: Scalar[] = [];
  const own = new Set(['summary', 'problems', 'plan', 'annexes']);
  const collect = (
    data: unknown,
    is: Is,
    path: Path,
    part: Part | undefined,
    section: Section | undefined,
    skip?: ReadonlySet<string>,
  ): void => {
    if (typeof data === 'string') {
      if (wanted(is)) found.push({ path, text: data, part, section });
      return;
    }
    const shape = shapeOf(is);
    if (typeof data !== 'object' || data === null || shape === undefined) return;
    if (Array.isArray(data))
      data.forEach((item, index) => collect(item, shape.items ?? ':', [...path, index], part, section));
    else
      for (const [key, value] of Object.entries(data)) {
        const under = shape.keys ? shape.keys[key]?.is : shape.entries;
        if (under !== undefined && !skip?.has(key)) collect(value, under, [...path, key], part, section);
      }
  };
  const skipSections = new Set(['sections']);
  const visit = (section: Section): void => {
    collect(section.data, 'section', section.path, section.part, section, skipSections);
    section.sections.forEach(visit);
  };
  collect(report.data, 'report', report.path, undefined, undefined, own);
  for (const part of report.parts) {
    collect(part.data, 'part', part.path, part, undefined, skipSections);
    part.sections.forEach(visit);
  }
  return found;
}
