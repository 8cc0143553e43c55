import type { Severity } from '../diagnostic.ts';
import { uncheckedIn, type Reporter } from './reporter.ts';
import { said, saidWhole } from './said.ts';

/** An entry of a Code Quality report, as GitLab documents it: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  /** From the root of the repository; lines from 1. */
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const severities: Readonly<Record<Severity, CodeQualityIssue['severity']>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

/** 32 hexadecimal digits, as those of findings. */
const fingerprint = (text: string): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Findings as a Code Quality report of GitLab; what was not checked blocks. Columns have no place in it. */
export const gitlabReporter: Reporter = (run, { language }) => {
  const fingerprints = run.fingerprints();
  const unchecked = uncheckedIn(run).map(({ file, rule, message }): CodeQualityIssue => ({
    description: said(message, language),
    check_name: rule ?? 'not-checked',
    fingerprint: fingerprint(`not-checked ${file === undefined ? '' : run.pathOf(file)} ${message.en}`),
    severity: 'blocker',
    location: { path: file === undefined ? '.' : run.pathOf(file), lines: { begin: 1 } },
  }));
  const issues = run.diagnostics.map((diagnostic, index): CodeQualityIssue => ({
    description: saidWhole(diagnostic, language),
    check_name: diagnostic.rule,
    fingerprint: fingerprints[index] ?? '',
    severity: severities[diagnostic.severity],
    location: { path: run.pathOf(diagnostic.file), lines: { begin: diagnostic.range.start.line } },
  }));
  return `${JSON.stringify([...unchecked, ...issues], null, 2)}\n`;
};
