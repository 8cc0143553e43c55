/** What every check says and where: the words shared by all layers. */

export type Severity = 'error' | 'warning' | 'info';

/** A language of messages, keys and templates. */
export type Language = 'en' | 'zh';

/** The same words in both languages. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** What a message is filled with. */
export type Data = Readonly<Record<string, string | number>>;

/** A message in both languages, with what to do about it. */
export interface Message {
  readonly en: (data: Data) => string;
  readonly zh: (data: Data) => string;
  readonly help?: { readonly en: (data: Data) => string; readonly zh: (data: Data) => string };
  /** Of something unfinished, what is missing: a few words in a list. */
  readonly gap?: { readonly en: (data: Data) => string; readonly zh: (data: Data) => string };
}

/** A place in the canonical data of a file: the file’s name, then keys and indexes. */
export type Path = readonly [file: string, ...keys: (string | number)[]];

/** A place: a path, its key or its value, and characters of the value counted in UTF-16 units, end excluded. */
export interface Place {
  readonly path: Path;
  readonly at?: 'key' | 'value';
  readonly span?: readonly [start: number, end: number];
}

/** How a rule would mend a finding: a place whose characters, or the whole value, become `insert`; without it the entry goes. */
export interface Change extends Pick<Place, 'path' | 'span'> {
  readonly insert?: string;
  /** Entries that join the mapping at the path, which is made behind the entry `after` where there is none. */
  readonly entries?: readonly (readonly [key: string, value: string])[];
  readonly after?: string;
  readonly safe: boolean;
}

/** What a rule yields: a place, the id of one of its messages and the message’s data. */
export interface Finding extends Place {
  readonly message: string;
  readonly data?: Data;
  /** Where it is not the rule’s: a template may ask for one part more firmly than for another. */
  readonly severity?: Severity;
  readonly fix?: Change;
  readonly related?: readonly (Place & { readonly note: Words })[];
  /** What it counts up, where a rule tells many things of a place as one: those that join later are new. */
  readonly items?: readonly string[];
}

/** A stretch of a file in UTF-16 units from 0, end excluded. */
export interface Offsets {
  readonly start: number;
  readonly end: number;
}

/** A change of a text: the characters from `start` to `end`, end excluded, become `insert`. */
export interface Edit extends Offsets {
  readonly insert: string;
  /** The same stretch in lines and columns, where the edit is told to others. */
  readonly range?: Range;
}

/** How to mend a finding; safe where it can only mean what the author meant. */
export interface Fix {
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

/** A stretch of a file with what is wrong there: found while reading, before there is data with paths. */
export interface Problem extends Offsets {
  readonly message: string;
  readonly data?: Data;
  readonly related?: readonly (Offsets & { readonly note: Words })[];
  readonly fix?: Fix;
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

/** What could not be read or checked, with the reason and the remedy; the file is left out where it is none in particular. */
export interface Failure extends Words {
  readonly file?: string;
}

/** A rule that failed on a draft, which it so did not check: a run with one ends with 3, whatever else it found. */
export interface Crash {
  /** The draft. */
  readonly file: string;
  readonly rule: string;
  /** That the rule failed, and why. */
  readonly message: Words;
  /** Where it did, in lines of the stack, innermost first. */
  readonly stack: readonly string[];
}

/**
 * What a finding is known by from run to run, wherever it stands: no file, line, column or count. Texts are normalised: white space and
 * widths folded. Rule and code of the diagnostic belong to it.
 */
export interface Identity {
  /** The report; undefined where it is not known: of what is wrong with a file’s form, and of a section file by itself. */
  readonly report?: { readonly organization: string; readonly year: number };
  /** The id of the innermost section, else its title; of metrics, tables, targets and results their own ids do. */
  readonly section?: string;
  /** Keys below the section, the part or the report, without positions in lists. */
  readonly place?: string;
  /** What the message names, where the place alone does not tell it. */
  readonly names?: readonly string[];
  /** The text of the place. */
  readonly text: string;
  /** The clause around it, its digits as `#`, where the place is a part of a longer text. */
  readonly within?: string;
  /** What is counted up, sorted. */
  readonly items?: readonly string[];
}

/** Characters of one run of a document, end excluded. */
export interface RunSpan extends Offsets {
  /** The name of the part in the file, `word/document.xml`; empty for a plain text, which is one run. */
  readonly part: string;
  /** Which of the runs of the part it is, from 0. */
  readonly run: number;
}

/** Where a finding stands in a document that is checked as it is, as its reader looks for it. */
export interface Spot {
  /** Section and paragraph, or cell, in words. */
  readonly where: Words;
  /** The number and title of the section. */
  readonly section: Words;
  /** Which paragraph of the section it is, from 1; a table counts as one. Undefined of a title, and where only the section is known. */
  readonly paragraph?: number;
  /** The cell of a table, rows and columns from 1, the heading included. */
  readonly cell?: { readonly row: number; readonly column: number };
  /** The paragraph or cell as the document has it, in which the columns of the range count. */
  readonly text: string;
  /** Whether lines of the range are those of a text file; else they are paragraphs of the document. */
  readonly isLine: boolean;
  /** The runs that hold it, in a document that has some. */
  readonly runs: readonly RunSpan[];
  /** Where it goes on over further paragraphs, the last characters that it reaches to. */
  readonly last?: RunSpan;
}

/** A finding with its rule, severity and range: what reporters print. */
export interface Diagnostic {
  readonly file: string;
  readonly rule: string;
  /** The id of the message among the rule’s. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: Words;
  readonly help?: Words;
  readonly range: Range;
  readonly identity: Identity;
  readonly related: readonly {
    readonly file: string;
    readonly range: Range;
    readonly message: Words;
    readonly spot?: Spot;
  }[];
  /** In a document that is checked as it is, where; lines of the range are then its paragraphs, or lines of a text. */
  readonly spot?: Spot;
  /** Changes of the diagnostic’s own file. */
  readonly fix?: Fix;
  /** Of what is still to be filled: where in the report, and what. */
  readonly gap?: { readonly section: Words; readonly what: Words };
  /** Of what is still to be filled: the office that has to, where the draft names one. */
  readonly office?: string;
}
