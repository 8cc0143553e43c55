import type { PartKind } from '../assets.ts';
import type { Language, Path } from '../diagnostic.ts';
import { APPROXIMATION } from '../quantity/value/written-interval.ts';
import type { Source } from '../source/source.ts';
import { calendarOf, type Calendar } from '../dates/calendar.ts';
import { datedMetric, datedResult, datedTarget, dayOf } from './complete-dates.ts';
import type {
  MetricData,
  PartData,
  ReportData,
  ResultData,
  SectionData,
  TableData,
  TargetData,
  TermData,
} from './data.generated.ts';
import { numberingOf, numberParts, type Numbering } from './numbering.ts';

/** A named thing of a section: its id is its key in the draft. */
export interface Named<T> {
  readonly id: string;
  readonly path: Path;
  readonly section: Section;
  readonly data: T;
}

export type Metric = Named<MetricData>;
/** A table; `rows` are in the order of the text, which the data do not keep for names such as 2016. */
export interface Table extends Named<TableData> {
  readonly rows: readonly (readonly [name: string, cells: readonly (string | null)[]])[];
}
export type Target = Named<TargetData>;
export type Result = Named<ResultData>;

/** A section with its computed number and what stands in it; `sections` are those one level below. */
export interface Section {
  readonly part: Part;
  readonly parent: Section | undefined;
  /** Where the section stands: in the draft, or in its own file. */
  readonly path: Path;
  /** The best single place to point at: the title, else the text, else the section. */
  readonly at: Path;
  /** 0 for the sections of a part. */
  readonly depth: number;
  readonly data: SectionData;
  readonly sections: readonly Section[];
  readonly metrics: readonly Metric[];
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
  readonly results: readonly Result[];
  /** As printed; empty where the section takes none. */
  number: string;
  /** Positions of the section and those above it, from 1. */
  ordinals: readonly number[];
}

/** A part of a report: summary, problems, plan, or one annex. */
export interface Part {
  readonly kind: PartKind;
  readonly path: Path;
  readonly data: PartData;
  readonly numbering: Numbering;
  readonly sections: readonly Section[];
  readonly apart: boolean;
  /** As printed, where parts are numbered; else empty. */
  number: string;
  /** Position among the numbered parts, from 1; else 0. */
  ordinal: number;
}

/** A report as rules and renderers see it: valid data, numbered, in the order of the text. */
export interface Report {
  readonly file: string;
  readonly path: Path;
  readonly data: Partial<ReportData>;
  /** How its years are counted. */
  readonly calendar: Calendar;
  /** Whether it is a section file by itself, of whose draft nothing is known. */
  readonly alone: boolean;
  /** The key set of the draft. */
  readonly keys: Language;
  /** The language of its text. */
  readonly language: Language;
  /** Whether it carries a date of publication: then nothing may be open. */
  readonly final: boolean;
  readonly parts: readonly Part[];
  /** Every section, whatever its depth, in the order of the text. */
  readonly sections: readonly Section[];
  readonly metrics: readonly Metric[];
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
  readonly results: readonly Result[];
  /** The draft’s own terms, then those of the project, which have no path. */
  readonly terms: readonly { readonly id: string; readonly path?: Path; readonly data: TermData }[];
  /** By how much 约, 左右 and “about” widen a figure, in percent. */
  readonly approximation: number;
}

/** Terms that the drafts of a project share, by id. */
export type Terms = Readonly<Record<string, TermData>>;

/** The files of a report: the draft and its section files, by name. */
export type Sources = ReadonlyMap<string, Source>;

/** What a report is built from: the data of a draft or section file in canonical keys, and the order of its names. A file that was read is one, and so is a draft that is not written yet. */
export type DraftData = Pick<Source, 'file' | 'data' | 'keys' | 'mostKeys' | 'entries'>;

/** Name of a file given beside a draft’s own: `offices/a.yaml` in `x/2017.report.yaml` is `x/offices/a.yaml`. */
export function besideDraft(draft: string, path: string): string {
  const slash = Math.max(draft.lastIndexOf('/'), draft.lastIndexOf('\\'));
  const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
  return draft.slice(0, slash + 1) + parts.join('/');
}

/** A table that stands in a file of its own. */
export interface FiledTable extends Pick<Table, 'rows'> {
  readonly stub: string;
  readonly columns: readonly string[];
}

/** What a report takes from outside the data of its draft and section files: terms, which its own go before, tables that stand in files, sections whose file is not read, and how figures are read. */
export interface Outside {
  readonly shared?: Terms | undefined;
  /** By the data of each table. */
  readonly tables?: ReadonlyMap<object, FiledTable>;
  /** The data of sections whose file stands elsewhere already, so that they are read without it. */
  readonly detached?: ReadonlySet<object>;
  /** By how much 约 and “about” widen a figure, in percent. */
  readonly approximation?: number | undefined;
  /** How years are counted, where the draft does not say it. */
  readonly calendar?: Calendar | undefined;
}

/** Builds the report of a draft whose data is valid; `sources` hold the draft and the section files that were read. */
export function buildReport(
  draft: DraftData,
  sources: ReadonlyMap<string, DraftData>,
  outside: Outside = {},
): Report {
  const { shared = {}, tables = new Map(), detached = new Set(), approximation = APPROXIMATION } = outside;
  const data = withDays((draft.data ?? {}) as Partial<ReportData>);
  const calendar = calendarOf(data, outside.calendar);
  const language: Language = (data.language ?? draft.mostKeys).split('-')[0] === 'zh' ? 'zh' : 'en';
  const path: Path = [draft.file];
  const state: State = { draft, sources, tables, detached, calendar, year: data.year, sections: [] };
  const parts: Part[] = [];
  const add = (kind: PartKind, part: PartData | undefined, at: Path): void => {
    if (part)
      parts.push(buildPart(kind, part, at, numberingOf(language, data.numbering, part.numbering), state));
  };
  for (const kind of ['summary', 'problems', 'plan'] as const) add(kind, data[kind], [...path, kind]);
  data.annexes?.forEach((annex, index) => add('annexes', annex, [...path, 'annexes', index]));
  numberParts(parts);
  const { sections } = state;
  return {
    file: draft.file,
    path,
    data,
    calendar,
    alone: draft.file !== [...sources.keys()][0],
    keys: draft.keys,
    language,
    final: data.published !== undefined,
    parts,
    sections,
    metrics: sections.flatMap(({ metrics }) => metrics),
    tables: sections.flatMap(({ tables }) => tables),
    targets: sections.flatMap(({ targets }) => targets),
    results: sections.flatMap(({ results }) => results),
    terms: [
      ...named<TermData>(draft, data.terms, [...path, 'terms']),
      ...Object.entries(shared).flatMap(([id, term]) =>
        Object.hasOwn(data.terms ?? {}, id) ? [] : [{ id, data: term }],
      ),
    ],
    approximation,
  };
}

interface State {
  readonly draft: DraftData;
  readonly sources: ReadonlyMap<string, DraftData>;
  readonly tables: ReadonlyMap<object, FiledTable>;
  readonly detached: ReadonlySet<object>;
  readonly calendar: Calendar;
  readonly year: number | undefined;
  readonly sections: Section[];
}

/** The days of a report, however they are written, as YYYY-MM-DD. */
function withDays(data: Partial<ReportData>): Partial<ReportData> {
  const { dated, published } = data;
  return {
    ...data,
    ...(dated !== undefined && { dated: dayOf(dated) }),
    ...(published !== undefined && { published: dayOf(published) }),
  };
}

function buildPart(kind: PartKind, data: PartData, path: Path, numbering: Numbering, state: State): Part {
  const sections: Section[] = [];
  const part: Part = {
    kind,
    path,
    data,
    numbering,
    sections,
    apart: kind === 'annexes',
    number: '',
    ordinal: 0,
  };
  data.sections?.forEach((section, index) =>
    sections.push(buildSection(section, [...path, 'sections', index], part, undefined, state)),
  );
  return part;
}

function buildSection(
  written: SectionData,
  givenPath: Path,
  part: Part,
  parent: Section | undefined,
  state: State,
): Section {
  const given = state.detached.has(written) ? withoutFile(written) : written;
  const file = given.file === undefined ? undefined : besideDraft(state.draft.file, given.file);
  const own = file === undefined || isInside(file, parent) ? undefined : state.sources.get(file);
  const source = own ?? state.sources.get(givenPath[0]) ?? state.draft;
  // the file is the section; of what the draft says beside it only its place in the outline counts
  const held =
    typeof own?.data === 'object' && own.data !== null && !Array.isArray(own.data)
      ? (own.data as SectionData)
      : undefined;
  const data = held ? { ...held, ...(given.numbered !== undefined && { numbered: given.numbered }) } : given;
  const path: Path = own ? [own.file] : givenPath;
  const sections: Section[] = [];
  const at: Path = [
    ...path,
    ...(data.title !== undefined ? ['title'] : data.body !== undefined ? ['body'] : []),
  ];
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
    at,
    depth: parent ? parent.depth + 1 : 0,
    data,
    sections,
    ...lists,
    number: '',
    ordinals: [],
  };
  const fill = <T>(key: 'metrics' | 'tables' | 'targets' | 'results'): Named<T>[] =>
    named<T>(source, data[key] as Readonly<Record<string, T>> | undefined, [...path, key]).map((item) => ({
      ...item,
      section,
    }));
  const { calendar } = state;
  const year = state.year === undefined ? undefined : state.year + (part.kind === 'plan' ? 1 : 0);
  lists.metrics.push(
    ...fill<MetricData>('metrics').map((metric) => ({ ...metric, data: datedMetric(metric.data, calendar) })),
  );
  lists.tables.push(
    ...fill<TableData>('tables').map((table) => {
      const filed = state.tables.get(table.data);
      return filed
        ? { ...table, data: withCells(table.data, filed), rows: filed.rows }
        : { ...table, rows: rowsOf(source, table.data) };
    }),
  );
  lists.targets.push(
    ...fill<TargetData>('targets').map((target) => ({
      ...target,
      data: datedTarget(target.data, year, calendar),
    })),
  );
  lists.results.push(
    ...fill<ResultData>('results').map((result) => ({ ...result, data: datedResult(result.data, calendar) })),
  );
  state.sections.push(section);
  data.sections?.forEach((inner, index) =>
    sections.push(buildSection(inner, [...path, 'sections', index], part, section, state)),
  );
  return section;
}

/** Whether a section file is being read already: a circle is reported elsewhere and not followed. */
function isInside(file: string, section: Section | undefined): boolean {
  for (let above = section; above; above = above.parent) if (above.path[0] === file) return true;
  return false;
}

const withoutFile = ({ file: _, ...rest }: SectionData): SectionData => rest;

/** A table whose cells stand in a file, as if they were written in the draft. */
const withCells = (data: TableData, { stub, columns, rows }: FiledTable): TableData => ({
  ...data,
  columns: [...columns],
  ...(stub.trim() !== '' && { stub }),
  rows: Object.assign(Object.create(null) as NonNullable<TableData['rows']>, Object.fromEntries(rows)),
});

const rowsOf = (source: DraftData, { rows }: TableData): Table['rows'] =>
  rows === undefined ? [] : (source.entries(rows) as Table['rows']);

/** The entries of a mapping of names in the order of the text. */
function named<T>(
  source: DraftData,
  map: Readonly<Record<string, T>> | undefined,
  path: Path,
): { id: string; path: Path; data: T }[] {
  if (map === undefined) return [];
  return source.entries(map).map(([id, data]) => ({ id, path: [...path, id], data: data as T }));
}
