import type { PartKind } from '../assets.ts';
import type { Language, Path } from '../diagnostic.ts';
import type { Source } from '../source/source.ts';
import type { Calendar } from '../dates/calendar.ts';
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
import type { Numbering } from './numbering.ts';

/** A named thing of a section: its id is its key in the draft. */
export interface Named<T> {
  readonly id: string;
  readonly path: Path;
  readonly section: Section;
  readonly data: T;
}

export type Metric = Named<MetricData>;
/** A table as it is meant: its rows in the order of the text, which the data do not keep for names such as 2016, and the names of its columns. */
export interface Table extends Named<TableData> {
  readonly rows: readonly (readonly [name: string, cells: readonly (string | null)[]])[];
  /** The names of the columns of cells, without the heading of the names of rows, wherever the draft has it. */
  readonly columns: readonly string[];
  /** What the names of the rows are headed; empty where nothing does. */
  readonly stub: string;
  /** Whether the draft names the heading of the names of rows as the first column. */
  readonly cornered: boolean;
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
