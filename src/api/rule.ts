/**
 * What `workreport/rule` promises to authors of rules: these shapes stay as they are in all versions 0.x.y of one x, and 1 and later of
 * one major version. What a rule is handed may hold more; that may change.
 */
import { en as draftInEnglish, lastYear as asLastYear, zh as draftInChinese } from '../rules/rule.ts';
import type {
  Figure,
  Language,
  Path,
  Place,
  Prose,
  Quantity,
  Reading,
  Section,
  Sentence,
  Span,
  Statement,
  Table,
  Target,
} from './reading.ts';

export type * from './reading.ts';

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
