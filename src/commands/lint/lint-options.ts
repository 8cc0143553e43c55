import type { Crash, Diagnostic, Failure, Language, Words } from '../../diagnostic.ts';
import type { Revision } from '../../importer/annotate/place-revisions.ts';
import type { DraftCoverage } from '../../reporters/reporter.ts';
import type { FileChange } from '../changes.ts';
import type { BaselineOptions } from './baseline-file.ts';
import type { CheckedDraft, HeldBack } from './lint-baseline.ts';
import type { ConfigOptions } from '../config-file.ts';
import type { FormatOptions } from '../format.ts';
import type { Rule } from '../../rules/rule.ts';
import type { RuleFlags } from '../settings.ts';
import type { SentOptions } from '../sent-draft.ts';

/** What `report lint` is asked for. */
export interface LintOptions
  extends RuleFlags, Omit<FormatOptions, 'format'>, ConfigOptions, SentOptions, BaselineOptions {
  /** Formats, each with `=` and a file where it does not go to standard output. */
  readonly format?: readonly string[];
  /** A git ref. */
  readonly changedSince?: string;
  readonly watch?: true;
  /** Last year’s report, a document or a draft, that documents are held against. */
  readonly previous?: string;
  /** The copy of a Word file that takes the findings as comments. */
  readonly annotate?: string;
  /** The day that comments bear, as YYYY-MM-DD. */
  readonly date?: string;
  readonly force?: true;
  readonly ignore?: boolean;
  readonly dryRun?: true;
  readonly quiet?: true;
  readonly maxWarnings?: number;
  /** Which share of the figures of a draft has to be cross-checked, in percent. */
  readonly minCoverage?: number;
  readonly printConfig?: true;
  readonly testRules?: true;
  /** Whether findings are counted by rule. */
  readonly statistics?: true;
  readonly fix?: true;
  readonly fixUnsafe?: true;
  readonly fixDryRun?: true;
  readonly today?: string;
  readonly cache?: boolean;
  readonly version: string;
  readonly lang?: Language;
}

/** What was held of a draft, and the least share of it, in percent, with the word that asks for it. */
export interface CheckedCoverage extends DraftCoverage {
  readonly least?: { readonly percent: number; readonly by: string };
}

/** A Word file that is to be annotated, and how findings on it are safely mended. */
export interface AnnotatedDocument {
  readonly bytes: Uint8Array;
  readonly revisions: ReadonlyMap<Diagnostic, Revision>;
}

/** What a run has found so far. */
export interface LintRun {
  readonly diagnostics: Diagnostic[];
  /** The same, draft by draft. */
  readonly byDraft: CheckedDraft[];
  /** What baselines hold back of it, which is not among the diagnostics any more; undefined where there is none. */
  readonly heldBack?: HeldBack | undefined;
  /** Rules of plugins that ran, by id, for formats that tell what a rule asks. */
  readonly own: Map<string, Rule>;
  /** Rules that failed, draft by draft. */
  readonly crashes: Crash[];
  /** The lines that findings name. */
  readonly lines: Map<string, string>;
  /** What was changed, or would be, by file. */
  readonly changes: Map<string, FileChange>;
  readonly failures: Failure[];
  /** What a person should know of documents that were checked as they are. */
  readonly notes: Words[];
  /** Documents as they were read, where a copy of them is asked for. */
  readonly documents: Map<string, AnnotatedDocument>;
  /** The drafts and section files that were checked. */
  readonly checked: string[];
  /** How much of each draft was held against something, and what was asked for. */
  readonly coverage: CheckedCoverage[];
  /** How many section files were checked by themselves. */
  alone: number;
  /** Whether a bug of ours ended it. */
  readonly isBroken?: true;
  /** The language of the first draft. */
  drafts: Language | undefined;
}
