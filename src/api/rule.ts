/**
 * What `workreport/rule` promises to authors of rules: these shapes stay as they are in all versions 0.x.y of one x, and 1 and later of
 * one major version. What a rule is handed may hold more; that may change.
 */
import { en as draftInEnglish, lastYear as asLastYear, zh as draftInChinese } from '../rules/rule.ts';
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
export type Severity = 'error' | 'warning' | 'info';
/** `off`: only where it is asked for; `unfinished`: info in a draft, an error once the report carries a date of publication. */
export type Level = Severity | 'unfinished' | 'off';

/** Words in one language or in both; those of one are shown in both. */
export type Words =
  { readonly en: string; readonly zh?: string } | { readonly en?: string; readonly zh: string };

/** What a message is filled with. */
export type Data = Readonly<Record<string, string | number>>;
/** A text, or how it is made of the data of a finding. */
export type Text = string | ((data: Data) => string);
/** A text in one language or in both. */
export type Texts = { readonly en: Text; readonly zh?: Text } | { readonly en?: Text; readonly zh: Text };
/** What is wrong, without a full stop; what to do about it; and, of what is unfinished, what is missing, in a few words. */
export type Message = Texts & { readonly help?: Texts; readonly gap?: Texts };

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

/** How a finding can be mended: the characters, or the whole value, become `insert`; without it the entry goes. `safe` where it can only be meant so. */
export interface Change {
  readonly path: Path;
  readonly span?: Span;
  readonly insert?: string;
  readonly safe: boolean;
}

/** What a rule yields: a place, the id of one of its messages, and what fills the message. */
export interface Finding extends Place {
  readonly message: string;
  readonly data?: Data;
  /** Where it is not the rule’s. */
  readonly severity?: Severity;
  readonly fix?: Change;
  readonly related?: readonly (Place & { readonly note: { readonly en: string; readonly zh: string } })[];
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

/** What a rule may know besides the thing that it looks at. */
export interface RuleContext<O extends Options = Options> {
  readonly reading: Reading;
  /** The day that the report speaks from, YYYY-MM-DD: its `dated`, else its `published`, else today; undefined where nobody said. */
  readonly today: string | undefined;
  /** A key as the draft’s own key set has it. */
  readonly own: (key: string) => string;
  /** The options as they are set, else their defaults. */
  readonly options: { readonly [Name in keyof O]: Widened<O[Name]> };
}

/** What an option can be set to. */
export type OptionValue = number | boolean | string | readonly string[];
export type Options = Readonly<Record<string, OptionValue>>;
/** What an option with such a default can be set to. */
export type Widened<T extends OptionValue> = T extends number
  ? number
  : T extends boolean
    ? boolean
    : T extends string
      ? string
      : readonly string[];
/** An option: its default says of what type it is. */
export interface RuleOption<T extends OptionValue = OptionValue> {
  readonly default: T;
  readonly example?: T;
  readonly description: Words;
  /** The least and the most that a number may be; from 0 on, if it is left out. */
  readonly range?: readonly [least: number, most: number];
}

/** What a rule finds in one thing; nothing, where it returns nothing. */
export type Found = Iterable<Finding> | undefined | void;

/** How a rule judges the things that it looks at, one at a time. */
export interface Handlers<O extends Options = Options> {
  /** The whole report, once. */
  report?(reading: Reading, context: RuleContext<O>): Found;
  section?(section: Section, context: RuleContext<O>): Found;
  metric?(figure: Figure, context: RuleContext<O>): Found;
  table?(table: Table, context: RuleContext<O>): Found;
  target?(target: Target, context: RuleContext<O>): Found;
  /** A text that is read as Markdown, as it is written; `masked` is without code and references. */
  body?(
    body: { readonly path: Path; readonly text: string; readonly masked: string },
    context: RuleContext<O>,
  ): Found;
  text?(prose: Prose, context: RuleContext<O>): Found;
  statement?(thing: { readonly prose: Prose; readonly statement: Statement }, context: RuleContext<O>): Found;
  sentence?(thing: { readonly prose: Prose; readonly sentence: Sentence }, context: RuleContext<O>): Found;
  figure?(thing: { readonly prose: Prose; readonly figure: Quantity }, context: RuleContext<O>): Found;
}

/** Drafts that show a rule in one language: `good` has none of its findings, `bad` has those of `finds`, each `line:column message`. */
export interface Example {
  /** Last year’s draft, which both may name as `2016.report.yaml`. */
  readonly previous?: string;
  readonly good: string;
  readonly bad: string;
  readonly finds: readonly string[];
}

/** A rule: what it asks, why, how it says so, how it checks, and drafts that show it. It yields findings and changes nothing. */
export interface Rule<O extends Options = Options> {
  /** With a prefix of one’s own: `bureau/leads-named`. */
  readonly id: string;
  readonly severity: Level;
  readonly summary: Words;
  readonly why: Words;
  readonly messages: Readonly<Record<string, Message>>;
  readonly on: Handlers<O>;
  readonly options?: { readonly [Name in keyof O]: RuleOption<O[Name]> };
  /** Languages of reports it applies to; left out, all. */
  readonly languages?: readonly Language[];
  /** Of texts only those concern it that hold one of these words, in small letters. */
  readonly needs?: readonly string[];
  /** Whether it holds figures against each other: of a section that could not be read whole it then says nothing. */
  readonly figures?: boolean;
  /** Whether it reads last year’s report. */
  readonly compares?: boolean;
  /** `draft` for a rule that has nothing to say of a section file by itself. */
  readonly scope?: 'draft';
  /** What `report lint --test-rules` runs. */
  readonly examples?: { readonly en?: Example; readonly zh?: Example };
}

/** The same rule; an editor then knows its parts. */
export function defineRule<O extends Options = Options>(rule: Rule<O>): Rule<O> {
  return rule;
}

/** The draft of an example, after the four lines that every draft needs (schema, title, organization, year 2017); indentation is taken off. */
export function en(strings: TemplateStringsArray): string {
  return draftInEnglish(strings);
}

/** The same in Chinese keys. */
export function zh(strings: TemplateStringsArray): string {
  return draftInChinese(strings);
}

/** The draft of an example as last year’s, 2016. */
export function lastYear(draft: string): string {
  return asLastYear(draft);
}
