import type { Spot } from '../diagnostic.ts';
import { aboutRule } from './about-rule.ts';
import { coverageOf } from './coverage.ts';
import { countsOf, uncheckedIn, type BaselineFindings, type LintReport, type Reporter } from './reporter.ts';
import { statisticsOf } from './statistics.ts';

/**
 * Findings as JSON, version 1, as `schemas/lint-output.schema.json` has it: words in both languages, lines and columns from 1, columns
 * in UTF-16 units. Keys may be added; a key that goes or changes its meaning makes a version 2.
 */
export const jsonReporter: Reporter = (run) => {
  const { diagnostics, counts, files, exitCode, version } = run;
  const shown = countsOf(diagnostics);
  const fingerprints = run.fingerprints();
  const unchecked = uncheckedIn(run).map(({ file, rule, message }) => ({
    file: file ?? null,
    rule: rule ?? null,
    message,
  }));
  const findings = diagnostics.map(
    ({ file, rule, code, severity, message, help, range, related, fix, gap, office, spot }, index) => ({
      file,
      rule,
      code,
      url: aboutRule(rule, run).url ?? null,
      severity,
      message,
      help: help ?? null,
      range,
      related: related.map((each) => ({
        file: each.file,
        range: each.range,
        message: each.message,
        ...(each.spot && { spot: spotOf(each.spot) }),
      })),
      fix: fix ? { safe: fix.safe, edits: fix.edits } : null,
      gap: gap ? { section: gap.section, what: gap.what, office: office ?? null } : null,
      ...(spot && { spot: spotOf(spot) }),
      fingerprint: fingerprints[index],
    }),
  );
  const hidden = {
    error: counts.error - shown.error,
    warning: counts.warning - shown.warning,
    info: counts.info - shown.info,
  };
  const report = {
    schema: 1,
    tool: { name: 'report', version },
    complete: unchecked.length === 0,
    exitCode,
    findings,
    unchecked,
    counts: { ...counts, files, unchecked: unchecked.length },
    hidden,
    coverage: coverageIn(run),
    ...(run.baseline && { baseline: baselineOf(run.baseline) }),
    ...(run.statistics && { statistics: statisticsOf(run) }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};

/** Where in a document, every key in its place. */
const spotOf = ({ where, section, paragraph, cell, runs }: Spot): object => ({
  where,
  section,
  paragraph: paragraph ?? null,
  cell: cell ? { row: cell.row, column: cell.column } : null,
  runs: runs.map(({ part, run, start, end }) => ({ part, run, start, end })),
});

/** What was held, in all and of each draft, with a place for each figure that stands alone. */
function coverageIn(run: LintReport): object {
  const none = { figures: 0, held: 0, planned: 0, dates: 0, rules: [] };
  const drafts = (run.coverage ?? []).map(({ file, figures, held, planned, dates, rules, alone }) => ({
    file,
    figures,
    held,
    planned,
    dates,
    rules,
    alone: alone.map((each) => ({ file: each.file, range: each.range, text: each.text })),
  }));
  return { ...(coverageOf(run) ?? none), drafts };
}

const baselineOf = ({ files, known, settled }: BaselineFindings): object => ({
  files,
  known: countsOf(known),
  stale: settled.map(({ organization, year, entry, count }) => ({ organization, year, ...entry, count })),
});
