import type { Crash, Diagnostic, Failure, Language, Severity, Words } from '../diagnostic.ts';
import type { FigureCoverage } from '../lint/coverage/reach.ts';
import type { Settled } from '../lint/baseline/baseline.ts';
import type { Rule } from '../rules/rule.ts';
import type { TerminalStyle } from './style.ts';

/** What a run of lint found. */
export interface LintFindings {
  /** Those that are shown. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many there are of each severity, shown or not; left out, all are shown. */
  readonly counts?: Counts;
  /** Rules that failed: what they look for was not checked, and the run ends with 3. */
  readonly crashes?: readonly Crash[];
  /** What could not be read or checked: the run ends with 2. */
  readonly failures?: readonly Failure[];
  /** What baselines say; undefined where none is used. */
  readonly baseline?: BaselineFindings | undefined;
  /** Whether findings are counted by rule. */
  readonly statistics?: boolean | undefined;
  /** How much of each draft was held against something. */
  readonly coverage?: readonly DraftCoverage[];
  /** How many drafts were checked. */
  readonly files: number;
  /** A line, from 1, that a diagnostic names, without its line break or a byte order mark. */
  readonly line: (file: string, line: number) => string;
}

/** What was held of a draft. */
export interface DraftCoverage extends FigureCoverage {
  readonly file: string;
}

/** What baselines hold back, and what of them is settled. */
export interface BaselineFindings {
  /** The files, by name. */
  readonly files: readonly string[];
  /** Findings that are known, and so are not among the others. */
  readonly known: readonly Diagnostic[];
  readonly settled: readonly Settled[];
}

export interface ReporterOptions {
  readonly language: Language;
  readonly style: TerminalStyle;
  /** Width in cells to fit lines of code into. */
  readonly width: number;
  /** Whether a format for people says why something was not checked; on standard output the command does. */
  readonly reasons?: boolean;
}

/** All that there is to tell of a run, for formats that other programs read. */
export interface LintReport extends LintFindings {
  readonly counts: Counts;
  /** The drafts and section files that were checked, by name. */
  readonly checked: readonly string[];
  /** Why the run ends with 1 although there may be no error. */
  readonly because: readonly {
    readonly id: 'max-warnings' | 'baseline-stale' | 'coverage-low';
    readonly message: Words;
  }[];
  readonly exitCode: number;
  /** That of the program. */
  readonly version: string;
  /** A file as its repository names it, with slashes: what services that show findings beside the code go by. */
  readonly pathOf: (file: string) => string;
  /** What each of the findings is known by, in their order; no two are the same. */
  readonly fingerprints: () => readonly string[];
  /** A rule by its id; undefined for the stages before the rules, `yaml` and `schema`. */
  readonly rule: (id: string) => Rule | undefined;
}

/** A format of findings: a pure function to the text that is printed. */
export type Reporter = (run: LintReport, options: ReporterOptions) => string;

/** What was not checked, whether it could not be read or its rule failed. */
export interface Unchecked {
  readonly file?: string;
  readonly rule?: string;
  readonly message: Words;
}

/** All that a run did not check, each once. */
export function uncheckedIn({ crashes = [], failures = [] }: LintFindings): readonly Unchecked[] {
  const all: readonly Unchecked[] = [
    ...failures.map(({ file, en, zh }) => ({ ...(file !== undefined && { file }), message: { en, zh } })),
    ...crashes.map(({ file, rule, message }) => ({ file, rule, message })),
  ];
  return [...new Map(all.map((each) => [`${each.file ?? ''}\0${each.message.en}`, each])).values()];
}

/** What stands in place of a severity for what was not checked. */
export const notCheckedWord: Words = { en: 'not checked', zh: '未检查' };

const severities: Readonly<Record<Severity, Words>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'info', zh: '提示' },
};

/** A severity in words. */
export const severityName = (severity: Severity, language: Language): string =>
  severities[severity][language];

export type Counts = Readonly<Record<Severity, number>>;

/** How many findings there are of each severity. */
export function countsOf(diagnostics: readonly Diagnostic[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}
