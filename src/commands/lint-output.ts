import type { Diagnostic, Language } from '../diagnostic.ts';
import { isStandardOutput, type Io } from '../io.ts';
import { lineKey } from '../lint/checked.ts';
import { reporters } from '../reporters/index.ts';
import { countsOf } from '../reporters/reporter.ts';
import { loadStyle, wantsColour } from '../reporters/style.ts';
import type { LintOptions, LintRun } from './lint-options.ts';
import { deliver, tell } from './print-error.ts';

/** Prints what was found, in the format asked for. */
export async function print(
  { diagnostics, crashes, lines, checked }: LintRun,
  { format, quiet, out, force }: LintOptions & { readonly format: keyof typeof reporters },
  io: Io,
  language: Language,
): Promise<void> {
  const report = await reporters[format].load();
  const style = await loadStyle(out === undefined && wantsColour(io.stdout.isTTY, io.env));
  const shown = quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  const text = report(
    {
      diagnostics: shown,
      counts: countsOf(diagnostics),
      files: checked,
      crashes,
      line: (file, line) => lines.get(lineKey(file, line)) ?? '',
    },
    { language, style, width: io.stdout.columns || 100 },
  );
  if (out === undefined || isStandardOutput(out)) io.stdout.write(text);
  else await deliver(io, out, text, { force: force === true, language });
}

const tooMany = (diagnostics: readonly Diagnostic[], { maxWarnings }: LintOptions): boolean =>
  maxWarnings !== undefined && countsOf(diagnostics).warning > maxWarnings;

/** Says why a run ends with 1 although it has no error. */
export function sayTooMany({ diagnostics }: LintRun, options: LintOptions, io: Io, language: Language): void {
  const { warning } = countsOf(diagnostics);
  if (!tooMany(diagnostics, options)) return;
  tell(
    io,
    {
      en: `${warning} ${warning === 1 ? 'warning' : 'warnings'}, and --max-warnings allows ${options.maxWarnings}`,
      zh: `有${warning}个警告，--max-warnings 最多允许${options.maxWarnings}个`,
    },
    language,
  );
}

/** 3 where a rule failed, 2 where something could not be read, 1 where there is an error, or more warnings than are allowed. */
export function exitCode(
  { diagnostics, crashes, failures, heldBack }: LintRun,
  options: LintOptions,
): number {
  if (crashes.length > 0) return 3;
  if (failures.length > 0) return 2;
  if (options.failOn === 'stale' && heldBack && heldBack.settled.length > 0) return 1;
  return countsOf(diagnostics).error > 0 || tooMany(diagnostics, options) ? 1 : 0;
}
