import type { Path } from '../diagnostic.ts';
import type { Calendar } from '../dates/calendar.ts';
import { datedMetric, datedResult, datedTarget } from './complete-dates.ts';
import type { MetricData, ResultData, SectionData, TableData, TargetData } from './data.generated.ts';
import {
  besideDraft,
  type DraftData,
  type Metric,
  type Named,
  type Part,
  type Result,
  type Section,
  type Table,
  type Target,
} from './report.ts';
import { cellsOf, namedIn, type FiledTable } from './named.ts';

/** A report while it is built; `sections` are those that are. */
export interface Building {
  readonly draft: DraftData;
  readonly sources: ReadonlyMap<string, DraftData>;
  readonly tables: ReadonlyMap<object, FiledTable>;
  readonly detached: ReadonlySet<object>;
  readonly calendar: Calendar;
  readonly year: number | undefined;
  readonly sections: Section[];
}

/** A section with what stands in it and below it, from the draft or from its own file. */
export function buildSection(
  written: SectionData,
  givenPath: Path,
  part: Part,
  parent: Section | undefined,
  building: Building,
): Section {
  const { source, data, path } = heldBy(written, givenPath, parent, building);
  const sections: Section[] = [];
  const lists = {
    metrics: [] as Metric[],
    tables: [] as Table[],
    targets: [] as Target[],
    results: [] as Result[],
  };
  const section: Section = {
    part,
    parent,
    path,
    at: placeOf(path, data),
    depth: parent ? parent.depth + 1 : 0,
    data,
    sections,
    ...lists,
    number: '',
    ordinals: [],
  };
  const fill = <T>(key: keyof typeof lists): Omit<Named<T>, 'section'>[] =>
    namedIn<T>(source, data[key] as Readonly<Record<string, T>> | undefined, [...path, key]);
  const { calendar, tables } = building;
  const year = yearOf(part, building);
  for (const metric of fill<MetricData>('metrics'))
    lists.metrics.push({ ...metric, section, data: datedMetric(metric.data, calendar) });
  for (const table of fill<TableData>('tables'))
    lists.tables.push({ ...table, section, ...cellsOf(table.data, source, tables.get(table.data)) });
  for (const target of fill<TargetData>('targets'))
    lists.targets.push({ ...target, section, data: datedTarget(target.data, year, calendar) });
  for (const result of fill<ResultData>('results'))
    lists.results.push({ ...result, section, data: datedResult(result.data, calendar) });
  building.sections.push(section);
  data.sections?.forEach((inner, index) =>
    sections.push(buildSection(inner, [...path, 'sections', index], part, section, building)),
  );
  return section;
}

/** Where the text of a section stands: in the draft, or in its own file, which then is the section. */
function heldBy(
  written: SectionData,
  givenPath: Path,
  parent: Section | undefined,
  { draft, sources, detached }: Building,
): { readonly source: DraftData; readonly data: SectionData; readonly path: Path } {
  const given = detached.has(written) ? withoutFile(written) : written;
  const file = given.file === undefined ? undefined : besideDraft(draft.file, given.file);
  const own = file === undefined || isInside(file, parent) ? undefined : sources.get(file);
  if (own === undefined) return { source: sources.get(givenPath[0]) ?? draft, data: given, path: givenPath };
  const path: Path = [own.file];
  if (typeof own.data !== 'object' || own.data === null || Array.isArray(own.data))
    return { source: own, data: given, path };
  // of what the draft says beside its file only its place in the outline counts
  const { numbered } = given;
  return {
    source: own,
    data: { ...(own.data as SectionData), ...(numbered !== undefined && { numbered }) },
    path,
  };
}

/** The best single place to point at in a section. */
function placeOf(path: Path, { title, body }: SectionData): Path {
  if (title !== undefined) return [...path, 'title'];
  return body === undefined ? path : [...path, 'body'];
}

/** The year that dates without one are of: that of the report, and for a plan the one after it. */
const yearOf = ({ kind }: Part, { year }: Building): number | undefined =>
  year === undefined ? undefined : year + (kind === 'plan' ? 1 : 0);

/** Whether a section file is being read already: a circle is reported elsewhere and not followed. */
function isInside(file: string, section: Section | undefined): boolean {
  for (let above = section; above; above = above.parent) if (above.path[0] === file) return true;
  return false;
}

const withoutFile = ({ file: _, ...rest }: SectionData): SectionData => rest;
