import { dirname, relative, resolve } from 'node:path';
import type { Diagnostic, Language, Words } from '../diagnostic.ts';
import { findDrafts, readBeside, readText, replaceText, type Io } from '../io.ts';
import { UserError } from '../errors.ts';
import { fixDraft } from '../lint/fix.ts';
import { lint, type Linted, type Settings } from '../lint/lint.ts';
import { configFinder, printable, settingsOf, type FoundConfig, type RuleOptions } from './settings.ts';
import { tell } from './tell.ts';
import { isSectionFile } from '../lint/open.ts';
import { help } from '../messages/cli.ts';
import { localeLanguage } from '../messages/locale.ts';
import { reporters } from '../reporters/index.ts';
import { printableName } from '../source/printable.ts';
import { countsOf } from '../reporters/reporter.ts';
import { loadStyle, wantsColour } from '../reporters/style.ts';

export interface LintOptions extends RuleOptions {
  readonly format: string;
  readonly quiet?: true;
  readonly maxWarnings?: number;
  readonly printConfig?: true;
  readonly fix?: true;
  readonly fixUnsafe?: true;
  readonly fixDryRun?: true;
  readonly today?: string;
  readonly lang?: Language;
}

/** `report lint [files…]`: prints what is wrong; 1 where there is an error, 2 where something could not be checked. */
export async function lintDrafts(given: readonly string[], options: LintOptions, io: Io): Promise<number> {
  const findConfig = configFinder(io);
  const here = await findConfig('.');
  const names = given.length > 0 ? given : (here?.config.files ?? []);
  const { files, problems, notes } = await findDrafts(io, names, await ignoring(here, io));
  const run: LintRun = { diagnostics: [], texts: new Map(), changes: new Map(), mended: [], failures: [...problems], checked: 0, drafts: undefined };
  for (const file of files)
    try {
      const found = await findConfig(dirname(file));
      const settings = { ...(await settingsOf(file, found, options, io)), today: options.today ?? io.today };
      if (options.printConfig) io.stdout.write(`${JSON.stringify(printable(file, found, settings, io), null, 2)}\n`);
      else take(file, await checkAndMend(file, options, settings, io, run), run);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      run.failures.push(error.words);
    }
  const language = options.lang ?? localeLanguage(io.env) ?? here?.config.language ?? run.drafts ?? 'en';
  for (const [name, change] of run.changes) await showChange(name, change, io);
  for (const words of run.mended) io.stderr.write(words[language]);
  for (const words of [...notes, ...unique(run.failures)]) tell(io, words, language);
  if (options.fixDryRun && run.changes.size === 0 && run.failures.length === 0) tell(io, options.fixUnsafe ? nothingLikely : nothingSafe, language);
  if (run.checked > 0 && files.some(isSectionFile)) tell(io, help.lintAlone, language);
  sayTooMany(run, options, io, language);
  if (!options.printConfig && !options.fixDryRun && (run.checked > 0 || options.format !== 'text')) await print(run, options, io, language);
  return run.failures.length > 0 ? 2 : exitCode(run, options);
}

const nothingSafe: Words = { en: 'there is nothing that --fix would change', zh: '没有 --fix 能改正的地方' };
const nothingLikely: Words = { en: 'there is nothing that --fix-unsafe would change', zh: '没有 --fix-unsafe 能改正的地方' };

const nothingRan = (file: string): Words => ({
  en: `no rule is left that would check “${file}”: see --only, --skip, --rule and the configuration (--print-config shows them); --rule <rule>:warning switches one on`,
  zh: `没有一条规则会检查“${file}”：请核对 --only、--skip、--rule 和配置文件（--print-config 可查看）；用 --rule <规则>:warning 可以打开一条`,
});

/** What a run has found so far. */
interface LintRun {
  readonly diagnostics: Diagnostic[];
  readonly texts: Map<string, string>;
  /** What a dry run would change, by file. */
  readonly changes: Map<string, Change>;
  /** What is said of files that were changed. */
  readonly mended: Words[];
  readonly failures: Words[];
  checked: number;
  /** The language of the first draft. */
  drafts: Language | undefined;
}

function take(file: string, linted: Linted, run: LintRun): void {
  const idle = linted.report !== undefined && linted.ran === 0;
  if (idle) run.failures.push(nothingRan(file));
  for (const source of linted.sources.values()) run.texts.set(source.file, source.text);
  for (const diagnostic of linted.diagnostics) run.diagnostics.push(diagnostic);
  run.drafts ??= linted.report?.keys;
  if (!idle) run.checked++;
}

/** The files that a search leaves out by the configuration. */
async function ignoring(found: FoundConfig | undefined, io: Io): Promise<(file: string) => boolean> {
  const globs = found?.config.ignore;
  if (found === undefined || globs === undefined) return () => false;
  const { matches } = await import('../lint/config.ts');
  return (file) => matches(globs, relative(dirname(found.file), resolve(io.cwd, file)).replaceAll('\\', '/'));
}

const unique = (failures: readonly Words[]): Words[] => [...new Map(failures.map((words) => [words.en, words])).values()];

async function print({ diagnostics, texts, checked }: LintRun, { format, quiet }: LintOptions, io: Io, language: Language): Promise<void> {
  const report = await (reporters[format] as () => ReturnType<(typeof reporters)[string]>)();
  const style = await loadStyle(wantsColour(io.stdout.isTTY, io.env));
  const shown = quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  io.stdout.write(
    report(
      { diagnostics: shown, counts: countsOf(diagnostics), files: checked, text: (file) => texts.get(file) ?? '' },
      { language, style, width: io.stdout.columns ?? 100 },
    ),
  );
}

const tooMany = (diagnostics: readonly Diagnostic[], { maxWarnings }: LintOptions): boolean =>
  maxWarnings !== undefined && countsOf(diagnostics).warning > maxWarnings;

/** Says why a run ends with 1 although it has no error. */
function sayTooMany({ diagnostics }: LintRun, options: LintOptions, io: Io, language: Language): void {
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

const exitCode = ({ diagnostics }: LintRun, options: LintOptions): number => (countsOf(diagnostics).error > 0 || tooMany(diagnostics, options) ? 1 : 0);

interface Change {
  readonly before: string;
  readonly after: string;
  readonly fixes: number;
}

/** Checks one draft, and mends it where that is asked. Where a file could not be written, the drafts are as they were, and so is what is found in them. */
async function checkAndMend(file: string, { fix, fixUnsafe, fixDryRun }: LintOptions, settings: Settings, io: Io, run: LintRun): Promise<Linted> {
  const check = (): Linted => lint(file, readText(io, file), readBeside(io), settings);
  if (!(fix || fixUnsafe || fixDryRun)) return check();
  const { linted, changed } = fixDraft(file, readText(io, file), readBeside(io), fixUnsafe === true, settings);
  let whole = true;
  for (const [name, change] of changed)
    if (fixDryRun) run.changes.set(name, change);
    else whole = (await write(name, change, io, run)) && whole;
  return whole ? linted : check();
}

/** Writes what was mended; false where it could not be. */
async function write(name: string, { before, after, fixes }: Change, io: Io, run: LintRun): Promise<boolean> {
  try {
    await replaceText(io, name, before, after);
    run.mended.push({
      en: `mended ${printableName(name)} (${fixes} ${fixes === 1 ? 'place' : 'places'})\n`,
      zh: `已修改 ${printableName(name)}（${fixes}处）\n`,
    });
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    run.failures.push(error.words);
    return false;
  }
}

/** Shows what would be changed, as a diff. */
async function showChange(name: string, { before, after }: Change, io: Io): Promise<void> {
  const { createTwoFilesPatch } = await import('diff');
  io.stdout.write(
    createTwoFilesPatch(name, name, before, after, undefined, undefined, {
      headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
    }),
  );
}
