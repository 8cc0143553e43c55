import type { Words } from '../diagnostic.ts';
import { countsOf, type Reporter } from './reporter.ts';

/** Findings as JSON, version 1: lines and columns from 1, columns in UTF-16 units. */
export const jsonReporter: Reporter = (
  { diagnostics, files, counts = countsOf(diagnostics) },
  { language },
) => {
  const say = (words: Words | undefined): string | null => words?.[language] ?? null;
  const findings = diagnostics.map(({ file, rule, severity, message, help, range, related, fix }) => ({
    file,
    rule,
    severity,
    message: say(message),
    help: say(help),
    range,
    related: related.map((each) => ({ ...each, message: say(each.message) })),
    fix: fix ? { safe: fix.safe, edits: fix.edits } : null,
  }));
  return `${JSON.stringify({ schema: 1, findings, counts: { ...counts, files } }, null, 2)}\n`;
};
