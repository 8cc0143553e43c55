import type { Language, Severity, Words } from './diagnostic.ts';
import { templates } from './assets.generated.ts';

/** A part of a report. */
export type PartKind = 'summary' | 'problems' | 'plan' | 'annexes';

/** What a template asks for: a part, or a section of a part whose title holds one of the words. */
export interface Requirement {
  readonly part: PartKind;
  readonly section?: readonly string[];
  readonly severity?: Severity;
}

/** A kind of report: what it is called, what it requires and which rules it sets to another level. */
export interface Template {
  readonly id: string;
  readonly keys: Language;
  readonly name: Words;
  readonly requires: readonly Requirement[];
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Whether what came of targets is published, with reasons and remedies; internal, if it is left out. */
  readonly ledger?: Ledger;
}

/** For whom the scorecard of targets is: `public` where such a report has to publish it. */
export type Ledger = 'internal' | 'public';

export { templates };

/** The template of that id; undefined where there is none. */
export const templateOf = (id: string): Template | undefined =>
  templates.find((template) => template.id === id);
