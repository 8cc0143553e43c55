import type { Level, OptionValue, Reading, Report, Rule, Severity, TermData } from './rule.ts';

/** The same words in both languages. */
export interface BothWords {
  readonly en: string;
  readonly zh: string;
}

/** Line and column from 1; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What was found, and where. */
export interface Diagnostic {
  readonly file: string;
  /** `yaml`, `schema`, or the id of a rule. */
  readonly rule: string;
  /** The id of the message among the rule’s. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: BothWords;
  readonly help?: BothWords;
  readonly range: Range;
  readonly related: readonly { readonly file: string; readonly range: Range; readonly message: BothWords }[];
  /** Changes of the file, in UTF-16 units from 0; safe where they can only be meant so. */
  readonly fix?: {
    readonly edits: readonly { readonly start: number; readonly end: number; readonly insert: string }[];
    readonly safe: boolean;
  };
}

/** A rule that failed: what it looks for was not checked. */
export interface Crash {
  readonly file: string;
  readonly rule: string;
  readonly message: BothWords;
  /** Where, in lines of the stack, innermost first. */
  readonly stack: readonly string[];
}

/** Levels of rules by id, with options where there are some. */
export type RuleEntries = Readonly<
  Record<string, Level | readonly [Level, Readonly<Record<string, OptionValue>>?]>
>;

/** What report.config.yaml says, but for files: it is read and checked in the same way. */
export interface Config {
  readonly extends?: readonly ('recommended' | 'official' | 'strict')[];
  readonly rules?: RuleEntries;
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules: RuleEntries }[];
  readonly terms?: Readonly<Record<string, TermData>>;
  /** By how much “about” widens a figure: `5%`. */
  readonly approximation?: string;
  readonly 'year-start'?: number;
  readonly 'year-named'?: 'start' | 'end';
}

/** What a draft is read with. */
export interface ReadOptions {
  /** The name of the draft, from which paths in it count; `draft.report.yaml`, if it is left out. One of a section ends in `.section.yaml`. */
  readonly file?: string;
  /** The text of a file that the draft names (a section, a table, last year’s draft); undefined where there is none. Left out, there are none. */
  readonly readFile?: (file: string) => string | undefined;
  /** The bytes of a picture or an attachment; undefined where there is none. Left out, `readFile` is asked. */
  readonly readBytes?: (file: string) => Uint8Array | undefined;
  readonly config?: Config;
}

/** What a draft is checked with. */
export interface LintOptions extends ReadOptions {
  /** Rules of one’s own, as of `workreport/rule`. */
  readonly rules?: readonly Rule[];
  /** Of all rules, only these run. */
  readonly only?: readonly string[];
  /** The day, YYYY-MM-DD, for drafts without a date. Left out, nobody knows which day it is, and rules that ask for it are silent. */
  readonly today?: string;
}

/** A draft that was read. */
export interface ReadResult {
  /** What is wrong, in the order of the text; of a draft that was only read, its YAML and its form. */
  readonly findings: readonly Diagnostic[];
  /** Undefined where the draft has no data at all. */
  readonly report: Report | undefined;
  readonly reading: Reading | undefined;
  /** The draft, and the section files in it. */
  readonly files: readonly string[];
}

/** A draft that was checked. */
export interface LintResult extends ReadResult {
  readonly counts: Readonly<Record<Severity, number>>;
  /** Where there are some, not all was checked. */
  readonly crashes: readonly Crash[];
}

/** How a report is printed. */
export interface RenderOptions {
  /** `docx` gives the bytes of a Word file, the others a text. */
  readonly to?: 'md' | 'html' | 'docx' | 'text';
  /** Whether it is stamped 草稿 / DRAFT; where it carries no date of publication, if it is left out. */
  readonly draft?: boolean;
  /** Whether what is not published is printed too: lead offices, targets, outcomes. */
  readonly internal?: boolean;
  /** The bytes of a picture by its path from the draft’s folder; left out, no picture is shown, and its place says so. */
  readonly readBytes?: (path: string) => Uint8Array | undefined;
  /** Of a Word file: top, right, bottom and left, in millimetres, 0 to 90 each. */
  readonly margins?: readonly [top: number, right: number, bottom: number, left: number];
  /** Of a Word file: where page numbers stand. */
  readonly pageNumbers?: 'outside' | 'center' | 'none';
  /** An office’s own Word file, whose styles, size of paper and margins are taken. */
  readonly reference?: Uint8Array;
}
