import type { Path } from '../diagnostic.ts';
import { shapeOf, type Is, type Shape } from '../source/grammar.ts';
import type { Part, Report, Section } from './report.ts';

/** A scalar of a report, with the section or part it belongs to. */
export interface Scalar extends Holder {
  readonly path: Path;
  readonly text: string;
}

/** What a scalar belongs to. */
interface Holder {
  readonly part: Part | undefined;
  readonly section: Section | undefined;
}

/** The scalars of a report by what the format says they are, each kind in the order of the text. */
export interface Scalars {
  /** Every text in which references are resolved: titles, introductions, bodies, cells, goals, reasons, notes … */
  readonly texts: readonly Scalar[];
  readonly formulas: readonly Scalar[];
  /** Every quantity that is written as one: values, levels, baselines. */
  readonly quantities: readonly Scalar[];
  /** Every name written as text: offices, persons, sources. */
  readonly words: readonly Scalar[];
}

const kinds: Readonly<Partial<Record<Is, keyof Scalars>>> = {
  ':text': 'texts',
  ':cell': 'texts',
  ':formula': 'formulas',
  ':quantity': 'quantities',
  ':word': 'words',
};

/** What is walked part by part and section by section. */
const parts: ReadonlySet<string> = new Set(['summary', 'problems', 'plan', 'annexes']);
const sections: ReadonlySet<string> = new Set(['sections']);
const nothing: ReadonlySet<string> = new Set();

/** What the report holds as it is read, and not as it is written. */
const isThings = (key: string): key is 'metrics' | 'tables' | 'targets' | 'results' =>
  key === 'metrics' || key === 'tables' || key === 'targets' || key === 'results';

/** Every scalar of a report, in one walk. */
export function scalarsOf(report: Report): Scalars {
  const found: Record<keyof Scalars, Scalar[]> = { texts: [], formulas: [], quantities: [], words: [] };
  const collect = (
    data: unknown,
    is: Is,
    path: Path,
    holder: Holder,
    apart: ReadonlySet<string> = nothing,
  ): void => {
    if (typeof data === 'string') {
      const kind = kinds[is];
      if (kind !== undefined)
        found[kind].push({ path, text: data, part: holder.part, section: holder.section });
      return;
    }
    const shape = shapeOf(is);
    if (typeof data !== 'object' || data === null || shape === undefined) return;
    if (Array.isArray(data))
      data.forEach((item, index) => collect(item, shape.items ?? ':', [...path, index], holder));
    else collectEntries(data, shape, path, holder, apart);
  };
  const collectEntries = (
    data: object,
    shape: Shape,
    path: Path,
    holder: Holder,
    apart: ReadonlySet<string>,
  ): void => {
    for (const key of Object.keys(data)) {
      const under = shape.keys ? shape.keys[key]?.is : shape.entries;
      if (under === undefined || apart.has(key)) continue;
      const value = (data as Readonly<Record<string, unknown>>)[key];
      // no path is made where nothing is kept
      if (typeof value !== 'object' && kinds[under] === undefined) continue;
      if (apart === sections && holder.section && isThings(key))
        for (const thing of holder.section[key])
          collect(thing.data, shapeOf(under)?.entries ?? ':', thing.path, holder);
      else collect(value, under, [...path, key], holder);
    }
  };
  collect(report.data, 'report', report.path, { part: undefined, section: undefined }, parts);
  for (const part of report.parts) {
    collect(part.data, 'part', part.path, { part, section: undefined }, sections);
    const visit = (section: Section): void => {
      collect(section.data, 'section', section.path, { part, section }, sections);
      section.sections.forEach(visit);
    };
    part.sections.forEach(visit);
  }
  return found;
}
