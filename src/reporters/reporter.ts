import type { Crash, Diagnostic, Language, Severity, Words } from '../diagnostic.ts';
import type { TerminalStyle } from './style.ts';

/** What a run of lint found. */
export interface LintFindings {
  /** Those that are shown. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many there are of each severity, shown or not; left out, all are shown. */
  readonly counts?: Counts;
  /** Rules that failed: what they look for was not checked, and the run ends with 3. */
  readonly crashes?: readonly Crash[];
  /** How many drafts were checked. */
  readonly files: number;
  /** A line, from 1, that a diagnostic names, without its line break or a byte order mark. */
  readonly line: (file: string, line: number) => string;
}

export interface ReporterOptions {
  readonly language: Language;
  readonly style: TerminalStyle;
  /** Width in cells to fit lines of code into. */
  readonly width: number;
}

/** A format of findings: a pure function to the text that goes to stdout. */
export type Reporter = (run: LintFindings, options: ReporterOptions) => string;

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
