import type { Diagnostic, Language, Words } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { pathsInRepository, type Io } from '../../io.ts';
import { lineKey } from '../../lint/checked.ts';
import { fingerprintsOf } from '../../reporters/fingerprint.ts';
import { reporters } from '../../reporters/index.ts';
import { coverageLine } from '../../reporters/coverage.ts';
import { countsOf, type LintReport } from '../../reporters/reporter.ts';
import { loadStyle, plain, wantsColour } from '../../reporters/style.ts';
import { counted, summaryLine } from '../../reporters/summary.ts';
import { rules } from '../../rules/index.ts';
import { settledWords } from './baseline-words.ts';
import { lowCoverage } from './lint-coverage.ts';
import { writeFindings } from './lint-files.ts';
import type { LintOptions, LintRun } from './lint-options.ts';
import type { LintOutput } from './lint-outputs.ts';
import { tell } from '../print-error.ts';

/** Width in cells of findings for people that go into a file. */
const FILE_WIDTH = 100;

/** Prints what was found, in every format asked for; whether each could be written. */
export async function print(
  run: LintRun,
  outputs: readonly LintOutput[],
  options: LintOptions,
  io: Io,
  language: Language,
): Promise<boolean> {
  const report = reportOf(run, options, io);
  let isWhole = true;
  for (const output of outputs) {
    const { file } = output;
    const text = await written(report, output, io, language);
    if (file === undefined) io.stdout.write(text, output.format === 'github' ? 'commands' : undefined);
    else isWhole = (await put({ ...output, file }, text, options, io, language)) && isWhole;
  }
  // nobody should have to open a file to know how a run went
  if (outputs.length > 0 && outputs.every(({ file }) => file !== undefined))
    io.stderr.write(summaryOf(report, language));
  else if (outputs.every(({ format, file }) => format !== 'text' || file !== undefined))
    sayUnlisted(report, options, io, language);
  return isWhole;
}

/** Counts and reach, a line each. */
const summaryOf = (report: LintReport, language: Language): string =>
  [summaryLine(report, language), coverageLine(report, language)]
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');

/** How many findings --quiet and a baseline hold back, for whoever runs a format in which there is no word on it. */
function sayUnlisted(
  { counts, baseline }: LintReport,
  { quiet }: LintOptions,
  io: Io,
  language: Language,
): void {
  const hidden = counts.warning + counts.info;
  if (quiet && hidden > 0)
    tell(
      io,
      {
        en: `${counted({ ...counts, error: 0 }, 'en')} not listed, because of --quiet`,
        zh: `另有${counted({ ...counts, error: 0 }, 'zh')}因 --quiet 没有列出`,
      },
      language,
    );
  const count = baseline?.known.length ?? 0;
  if (count > 0)
    tell(
      io,
      {
        en: `${count} ${count === 1 ? 'finding is' : 'findings are'} in the baseline and not listed`,
        zh: `另有${count}个问题在基线里，没有列出`,
      },
      language,
    );
}

/** Writes one file of findings; what keeps it from being written keeps no other from it. */
async function put(
  output: LintOutput & { readonly file: string },
  text: string,
  { force }: LintOptions,
  io: Io,
  language: Language,
): Promise<boolean> {
  try {
    await writeFindings(output, text, force === true, io, language);
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tell(io, error.words, language);
    return false;
  }
}

/** The findings in one format. */
async function written(
  report: LintReport,
  { format, file }: LintOutput,
  io: Io,
  language: Language,
): Promise<string> {
  const reporter = await reporters[format].load();
  if (file !== undefined)
    return reporter(report, { language, style: plain, width: FILE_WIDTH, reasons: true });
  const style = await loadStyle(wantsColour(io.stdout.isTTY, io.env));
  return reporter(report, { language, style, width: io.stdout.columns || FILE_WIDTH });
}

/** What there is to tell of a run. */
function reportOf(run: LintRun, options: LintOptions, io: Io): LintReport {
  const { diagnostics, crashes, failures, lines, checked } = run;
  const shown = options.quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  return {
    diagnostics: shown,
    counts: countsOf(diagnostics),
    files: checked.length,
    checked,
    crashes,
    failures,
    baseline: run.heldBack && { ...run.heldBack, known: [...run.heldBack.known] },
    coverage: run.coverage,
    statistics: options.statistics,
    because: reasonsOf(run, options),
    exitCode: exitCode(run, options),
    version: options.version,
    line: (file, line) => lines.get(lineKey(file, line)) ?? '',
    pathOf: pathsInRepository(io),
    fingerprints: () => fingerprintsOf(shown),
    rule: (id) => rules.find((each) => each.id === id) ?? run.own.get(id),
  };
}

const tooMany = (diagnostics: readonly Diagnostic[], { maxWarnings }: LintOptions): boolean =>
  maxWarnings !== undefined && countsOf(diagnostics).warning > maxWarnings;

/** Why a run ends with 1 although it has no error. */
function tooManyWords({ diagnostics }: LintRun, options: LintOptions): Words | undefined {
  const { warning } = countsOf(diagnostics);
  if (!tooMany(diagnostics, options)) return undefined;
  return {
    en: `${warning} ${warning === 1 ? 'warning' : 'warnings'}, and --max-warnings allows ${options.maxWarnings}`,
    zh: `有${warning}个警告，--max-warnings 最多允许${options.maxWarnings}个`,
  };
}

/** Why a run ends with 1 although it may have no error. */
function reasonsOf(run: LintRun, options: LintOptions): LintReport['because'] {
  const many = tooManyWords(run, options);
  const { heldBack } = run;
  const settled = options.failOn === 'stale' && heldBack ? settledWords(heldBack.settled) : undefined;
  // its first line; which they are is said to people
  const head = (text: string): string => text.replace(/[:：]\n[^]*/, '');
  const stale = settled && { en: head(settled.en), zh: head(settled.zh) };
  return [
    ...(many ? [{ id: 'max-warnings', message: many } as const] : []),
    ...(stale ? [{ id: 'baseline-stale', message: stale } as const] : []),
    ...lowCoverage(run).map((message) => ({ id: 'coverage-low', message }) as const),
  ];
}

/** Says why a run ends with 1 although it may have no error. */
export function sayTooMany(run: LintRun, options: LintOptions, io: Io, language: Language): void {
  const words = tooManyWords(run, options);
  if (words) tell(io, words, language);
  for (const low of lowCoverage(run)) tell(io, low, language);
}

/** 3 where a rule failed, 2 where something could not be read, 1 where there is an error, more warnings than are allowed, or less coverage than is asked for. */
export function exitCode(run: LintRun, options: LintOptions): number {
  const { diagnostics, crashes, failures, heldBack } = run;
  if (crashes.length > 0 || run.isBroken) return 3;
  if (failures.length > 0) return 2;
  if (options.failOn === 'stale' && heldBack && heldBack.settled.length > 0) return 1;
  return countsOf(diagnostics).error > 0 || tooMany(diagnostics, options) || lowCoverage(run).length > 0
    ? 1
    : 0;
}
