import type { Diagnostic } from '../src/diagnostic.ts';
import { fingerprintsOf } from '../src/reporters/fingerprint.ts';
import { countsOf, type LintReport } from '../src/reporters/reporter.ts';
import { rules } from '../src/rules/index.ts';

/** A run of lint as formats are told of it, with these findings; `more` is told besides. */
export const lintReport = (
  diagnostics: readonly Diagnostic[],
  more: Partial<LintReport> = {},
): LintReport => ({
  diagnostics,
  counts: countsOf(diagnostics),
  crashes: [],
  failures: [],
  files: 1,
  checked: ['a.report.yaml'],
  because: [],
  exitCode: countsOf(diagnostics).error > 0 ? 1 : 0,
  version: '0.0.0',
  line: () => '',
  pathOf: (file) => file,
  fingerprints: () => fingerprintsOf(diagnostics),
  rule: (id) => rules.find((rule) => rule.id === id),
  ...more,
});
