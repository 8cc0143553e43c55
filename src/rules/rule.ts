import type { Template } from '../assets.ts';
import type { HeldFigure } from '../claims/claim.ts';
import type { Data, Finding, Language, Message, Path, Severity, Words } from '../diagnostic.ts';
import type { FindAsset } from '../model/published-files.ts';
import type { Section, Table, Target } from '../model/report.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import type { BodyText } from '../reading/bodies.ts';
import type { Figure } from '../reading/read-figure.ts';
import type { Prose } from '../reading/prose.ts';
import type { Reading } from '../reading/reading.ts';
import type { Sentence } from '../reading/sentences.ts';
import type { Sign } from '../reading/signs.ts';
import type { FigureStatement } from '../reading/statements.ts';
import type { Options, RuleOptions } from './options.ts';

/** `off`: only where it is asked for; `unfinished`: info while the report is a draft, an error once it carries a date of publication. */
export type Level = Severity | 'unfinished' | 'off';

/** Levels that a person can set. */
export const settable = ['off', 'info', 'warning', 'error', 'unfinished'] as const;

/**
 * Why nothing was compared with the report of last year that a draft names: its name is left out, it is missing, no draft,
 * the draft itself, that of another year, or could be read in part only.
 */
export type PreviousLack = 'unnamed' | 'missing' | 'unreadable' | 'itself' | 'year-other' | 'partly';

/** What a rule may know besides the thing that it looks at. */
export interface RuleContext<O extends Options = Options> {
  /** The reading of the report that is checked. */
  readonly reading: Reading;
  /** The kind of report that the draft names; undefined where it names none. */
  readonly template: Template | undefined;
  /** Every template that exists, for the message on one that does not. */
  readonly templates: readonly Template[];
  /** What is wrong with the file of a template that the draft names by its path. */
  readonly templateProblem: Pick<Finding, 'message' | 'data'> | undefined;
  /** Why there is no report of last year although one is named, with what the words on it need. */
  readonly previousLack: { readonly message: PreviousLack; readonly data: Data } | undefined;
  /** The day that the report speaks from, as YYYY-MM-DD: its `dated`, else its `published`, else today; undefined where nobody said. */
  readonly today: string | undefined;
  /** The day of the run, whatever the report says; undefined where nobody said. */
  readonly now: string | undefined;
  /** Where blanks are written in place of a value, which therefore is none. */
  readonly blanks: readonly Path[];
  /** Whether it is a document that was imported to be checked as it is: no draft, whose author could have declared anything. */
  readonly isDocument: boolean;
  /** A canonical key as the draft’s own key set has it. */
  readonly own: (key: string) => string;
  /** Whether every key of a section or thing could be read: what is missing from one may only be misspelt. */
  readonly isWhole: (thing: { readonly path: Path }) => boolean;
  /** A picture or an attachment by its path from the draft’s folder. */
  readonly asset: FindAsset;
  /** The rule’s options as they are set, else their defaults. */
  readonly options: O;
}

/**
 * Drafts that show a rule in one language: `good` has none of its findings, `bad` has those of `finds`, each
 * `line:column message`. Both may name last year’s draft as `2016.report.yaml`.
 */
export interface Example {
  readonly previous?: string;
  readonly good: string;
  readonly bad: string;
  readonly finds: readonly string[];
}

/** What a rule can look at. */
export interface Subjects {
  /** The whole report, once. */
  readonly report: Reading;
  readonly section: Section;
  /** A metric with its value read and its formula computed. */
  readonly metric: Figure;
  readonly table: Table;
  readonly target: Target;
  /** A text that is read as Markdown, as it is written. */
  readonly body: BodyText;
  /** A text as it is read, its references printed. */
  readonly text: Prose;
  /** A statement of a text that holds figures: what stands between stops and semicolons. */
  readonly statement: { readonly prose: Prose; readonly statement: FigureStatement };
  /** A sentence of a text that holds figures, or one in brackets. */
  readonly sentence: { readonly prose: Prose; readonly sentence: Sentence };
  readonly figure: { readonly prose: Prose; readonly figure: Quantity };
}

/** How a rule judges claims: of each text, or of the report. Made by `ofText` and `ofReport` (claims.ts). */
export type ClaimJudge<O extends Options = Options> =
  | {
      readonly in: 'text';
      /** Words without one of which a text makes no such claim. */
      readonly sign: Sign | undefined;
      judge(prose: Prose, context: RuleContext<O>, hold: Hold): Iterable<Finding>;
    }
  | {
      readonly in: 'report';
      judge(reading: Reading, context: RuleContext<O>, hold: Hold): Iterable<Finding>;
    };

/** Notes that a rule held a figure against something. */
export type Hold = (figure: HeldFigure) => void;

/** How a rule judges the things that it looks at, one at a time. */
export interface Handlers<O extends Options = Options> {
  report?(subject: Subjects['report'], context: RuleContext<O>): Iterable<Finding>;
  section?(subject: Subjects['section'], context: RuleContext<O>): Iterable<Finding>;
  metric?(subject: Subjects['metric'], context: RuleContext<O>): Iterable<Finding>;
  table?(subject: Subjects['table'], context: RuleContext<O>): Iterable<Finding>;
  target?(subject: Subjects['target'], context: RuleContext<O>): Iterable<Finding>;
  body?(subject: Subjects['body'], context: RuleContext<O>): Iterable<Finding>;
  text?(subject: Subjects['text'], context: RuleContext<O>): Iterable<Finding>;
  statement?(subject: Subjects['statement'], context: RuleContext<O>): Iterable<Finding>;
  sentence?(subject: Subjects['sentence'], context: RuleContext<O>): Iterable<Finding>;
  figure?(subject: Subjects['figure'], context: RuleContext<O>): Iterable<Finding>;
  /** Each claim by itself; the engine notes whose figures it holds. */
  readonly claims?: readonly ClaimJudge<O>[];
}

/** A rule: what it asks, why, how it says so, how it checks, and drafts that show it. It yields findings and touches nothing. */
export interface Rule<O extends Options = Options> {
  /** Thing first, then what is asked of it. */
  readonly id: string;
  /** `off` for a rule that runs only where it is asked for. */
  readonly severity: Level;
  /** Languages of reports it applies to; left out, all. */
  readonly languages?: readonly Language[];
  /** Whether it holds figures against each other: of a section that could not be read whole it then says nothing. */
  readonly figures?: true;
  /** Whether it reads last year’s report, and so says less without one. */
  readonly compares?: true;
  /** What a project can set, by name. */
  readonly options?: RuleOptions<O>;
  readonly summary: Words;
  readonly why: Words;
  readonly messages: Readonly<Record<string, Message>>;
  /** What the rule looks at, and how it judges each: the engine walks a report once. */
  readonly on: Handlers<O>;
  /**
   * Of texts only those concern the rule that hold one of these words, in lower case; left out, all do. Nothing that it finds may be
   * lost by them: a test runs it without.
   */
  readonly needs?: readonly string[];
  /** `draft` for a rule that holds a section against the rest of its draft: of a section file by itself it can say nothing. */
  readonly scope?: 'draft';
  /**
   * Of a rule, or of those messages, that only say what a draft lacks or declares wrong: of a document that is checked as it is (a Word
   * file), whose declarations an import made, they say nothing.
   */
  readonly draftOnly?: true | readonly string[];
  /** Whether it reports keys of the format that stand in place of a name; of other rules findings there are dropped, since they follow from that. */
  readonly onReserved?: true;
  /** One in each language that the rule applies to; a reader sees the one of the language they read. */
  readonly examples: Readonly<Partial<Record<Language, Example>>>;
}

/** Whether a rule is a project’s own: its id carries a prefix, `bureau/leads-named`, that no built-in rule has. */
export const isOwnRule = (rule: string): boolean => rule.includes('/');

/** The file that an example of last year’s draft stands in. */
export const PREVIOUS = '2016.report.yaml';

/** Files that stand beside every example. */
export const EXAMPLE_FILES: readonly string[] = [
  'pictures/roof.png',
  'files/list.pdf',
  '图/封顶.png',
  '附件/名单.pdf',
];

/** The lines that every draft begins with. */
export const heads = {
  en: 'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\n',
  zh: '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n',
};

/** The rest of a draft in an example, after the four lines that every draft needs; the indentation of its first line is taken off. */
export const en = (strings: TemplateStringsArray): string => heads.en + dedent(strings.raw.join(''));

/** The same in Chinese keys. */
export const zh = (strings: TemplateStringsArray): string => heads.zh + dedent(strings.raw.join(''));

/** An example of last year’s draft, by the same heads. */
export const lastYear = (draft: string): string => draft.replace(/^(year|年度): 2017$/m, '$1: 2016');

/** The text of a template without the line breaks around it and the indentation of its first line. */
export function dedent(raw: string): string {
  const text = raw.replace(/^\n/, '').replace(/\n *$/, '\n');
  const indent = /^ */.exec(text)?.[0] ?? '';
  // no expression: every run makes the examples of all rules
  return text.slice(indent.length).replaceAll(`\n${indent}`, '\n');
}
