/** What `workreport/rule` promises of a report that is read; see rule.ts for how long. */
import type {
  MetricData,
  PartData,
  ReportData,
  ResultData,
  SectionData,
  TableData,
  TargetData,
  TermData,
} from '../model/data.generated.ts';

export type { MetricData, PartData, ReportData, ResultData, SectionData, TableData, TargetData, TermData };

export type Language = 'en' | 'zh';

/** A place in the data of a draft, in English keys: the name of its file, then keys and indexes. */
export type Path = readonly [file: string, ...keys: (string | number)[]];
/** Characters of a text in UTF-16 units, end excluded. */
export type Span = readonly [start: number, end: number];
/** A place: its key or its value, and characters of the value. Of what is missing, the path that it would have in something that is there. */
export interface Place {
  readonly path: Path;
  readonly at?: 'key' | 'value';
  readonly span?: Span;
}

/** A number without rounding: `Number(x)`, `String(x)`, and arithmetic. */
export interface Exact {
  valueOf(): number;
  toString(): string;
  equals(other: number): boolean;
  /** Below 0, 0, or above. */
  compare(other: number): number;
}

/** What a rounded figure stands for: every number between two ends; a missing end is unbounded. */
export interface Interval {
  readonly low: { readonly value: Exact; readonly open: boolean } | undefined;
  readonly high: { readonly value: Exact; readonly open: boolean } | undefined;
}

/** A figure as it is read. */
export interface Quantity {
  /** As written, with its qualifiers. */
  readonly text: string;
  /** Where it stands in its text. */
  readonly span: Span;
  /** In the base unit of its family: of 1.7亿元 170000000. */
  readonly number: Exact;
  readonly interval: Interval;
  readonly qualifier:
    'exact' | 'about' | 'over' | 'at-least' | 'below' | 'at-most' | 'odd' | 'nearly' | 'range' | 'vague';
  /** Two figures can be compared where it is the same; empty where no unit is written. */
  readonly family: string;
  /** The unit as written. */
  readonly unit: string;
  readonly kind: 'figure' | 'rank' | 'ratio' | 'chinese' | 'claim';
}

/** A part of a report. */
export interface Part {
  readonly kind: 'summary' | 'problems' | 'plan' | 'annexes';
  readonly path: Path;
  readonly data: PartData;
  readonly sections: readonly Section[];
  /** As printed; empty where it takes none. */
  readonly number: string;
}

/** A section with what stands in it. */
export interface Section {
  readonly part: Part;
  readonly parent: Section | undefined;
  readonly path: Path;
  /** The best single place to point at. */
  readonly at: Path;
  /** 0 for the sections of a part. */
  readonly depth: number;
  readonly data: SectionData;
  /** Those one level below. */
  readonly sections: readonly Section[];
  readonly metrics: readonly Metric[];
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
  readonly results: readonly Result[];
  /** As printed; empty where it takes none. */
  readonly number: string;
}

/** A named thing of a section. */
export interface Named<T> {
  readonly id: string;
  readonly path: Path;
  readonly section: Section;
  readonly data: T;
}
export type Metric = Named<MetricData>;
export type Target = Named<TargetData>;
export type Result = Named<ResultData>;
export interface Table extends Named<TableData> {
  /** In the order of the text. */
  readonly rows: readonly (readonly [name: string, cells: readonly (string | null)[]])[];
}

/** A report: valid data in English keys, numbered, in the order of the text. */
export interface Report {
  readonly file: string;
  readonly path: Path;
  readonly data: Partial<ReportData>;
  /** Whether it is a section file by itself. */
  readonly alone: boolean;
  /** The key set of the draft. */
  readonly keys: Language;
  /** The language of its text. */
  readonly language: Language;
  /** Whether it carries a date of publication. */
  readonly final: boolean;
  readonly parts: readonly Part[];
  /** Every section, whatever its depth. */
  readonly sections: readonly Section[];
  readonly metrics: readonly Metric[];
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
  readonly results: readonly Result[];
  readonly terms: readonly { readonly id: string; readonly path?: Path; readonly data: TermData }[];
}

/** A metric with its value read and its formula computed. */
export interface Figure {
  readonly metric: Metric;
  /** Its value as declared; undefined where there is none, or where it is no figure. */
  readonly declared: Quantity | undefined;
  /** What is reckoned with: the declared value, else the computed one, in base units. */
  readonly measured: { readonly number: Exact; readonly interval: Interval } | undefined;
}

/** A text (a title, an introduction, a body, a goal, a reason …) as it is read, its references printed. Spans count in `text`. */
export interface Prose {
  readonly path: Path;
  readonly part: Part | undefined;
  readonly section: Section | undefined;
  readonly text: string;
  /** Every figure of it, typed or referenced. */
  readonly figures: readonly Quantity[];
  readonly sentences: readonly Sentence[];
  readonly statements: readonly Statement[];
  /** Where characters of the text stand in the draft. */
  readonly place: (span: Span) => Pick<Place, 'path' | 'span'>;
  /** Whether characters were typed, and not printed by a reference. */
  readonly isTyped: (span: Span) => boolean;
}

/** A sentence with figures, or one in brackets; its text begins at `start` of the whole. */
export interface Sentence {
  readonly start: number;
  readonly text: string;
  readonly figures: readonly Quantity[];
}

/** What stands between stops and semicolons, with its figures. */
export interface Statement {
  readonly span: Span;
  readonly figures: readonly Quantity[];
}

/** All that is derived from a report, each thing once, when it is asked for. */
export interface Reading {
  readonly report: Report;
  /** Last year’s, as far as it could be read. */
  readonly before: Reading | undefined;
  /** Last year’s, where it was read whole: what it lacks may be held against this one. */
  readonly lastYear: Reading | undefined;
  readonly texts: readonly Prose[];
  readonly figures: {
    readonly all: readonly Figure[];
    of(metric: Metric): Figure | undefined;
  };
  /** A text as a figure, in a unit where it names none; undefined where it is no figure. */
  quantity(text: string, unit?: string): Quantity | undefined;
  /** What a function derives, computed once for all rules. The function is the key. */
  once<T>(derive: (reading: Reading) => T): T;
}
