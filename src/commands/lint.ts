import { dirname } from 'node:path';
import type { Diagnostic, Language, Words } from '../diagnostic.ts';
import { isStandardOutput, readBeside, readText, replaceText, type Io } from '../io.ts';
import { UserError } from '../errors.ts';
import { checkedOf, lineKey, type Checked } from '../lint/checked.ts';
import { Drafts } from '../lint/drafts.ts';
import { fixDraft } from '../lint/fix.ts';
import { lint, type Settings } from '../lint/lint.ts';
import { sayChange, type FileChange } from './changes.ts';
import { LintCache } from './lint-cache.ts';
import { projectDrafts, type ProjectDrafts } from './drafts.ts';
import { eachDraft } from './each-draft.ts';
import { formatOf, type FormatOptions } from './format.ts';
import { runLanguage } from './run-language.ts';
import { printableSettings, settingsOf, type RuleFlags } from './settings.ts';
import { deliver, tell, unique } from './print-error.ts';
import { isSectionFile } from '../lint/open.ts';
import { help } from '../messages/cli.ts';
import { reporters } from '../reporters/index.ts';
import { countsOf } from '../reporters/reporter.ts';
import { loadStyle, wantsColour } from '../reporters/style.ts';

export interface LintOptions extends RuleFlags, FormatOptions {
  readonly force?: true;
  readonly ignore?: boolean;
  readonly dryRun?: true;
  readonly quiet?: true;
  readonly maxWarnings?: number;
  readonly printConfig?: true;
  readonly fix?: true;
  readonly fixUnsafe?: true;
  readonly fixDryRun?: true;
  readonly today?: string;
  readonly cache?: boolean;
  readonly version: string;
  readonly lang?: Language;
}

/** `report lint [files…]`: prints what is wrong; 1 where there is an error, 2 where something could not be checked. */
export async function lintDrafts(given: readonly string[], options: LintOptions, io: Io): Promise<number> {
  const format = formatOf(options, reporters, 'text', io);
  const mending = mendingOf(options);
  const project = await projectDrafts(given, options, io);
  const run = await checkAll(project, mending, options, io);
  const language = runLanguage(options, io, project.here?.config.language, run.drafts);
  for (const [name, change] of run.changes) await sayChange(name, change, { dry: mending.dry, language }, io);
  for (const words of [...project.notes, ...unique(run.failures)]) tell(io, words, language);
  if (mending.dry) sayDryRun(run, mending, project.allIgnored, io, language);
  if (run.alone > 0) tell(io, help.lintAlone, language);
  sayTooMany(run, options, io, language);
  if (!options.printConfig && !mending.dry && (run.checked > 0 || format !== 'text'))
    await print(run, { ...options, format }, io, language);
  return run.failures.length > 0 ? 2 : exitCode(run, options);
}

function mendingOf({ dryRun, fixDryRun, fix, fixUnsafe }: LintOptions): Mending {
  const dry = dryRun === true || fixDryRun === true;
  return { mends: dry || fix === true || fixUnsafe === true, dry, unsafe: fixUnsafe === true };
}

/** Checks every draft, or prints what it is checked with. */
async function checkAll(
  { files, problems, findConfig, covered }: ProjectDrafts,
  mending: Mending,
  options: LintOptions,
  io: Io,
): Promise<LintRun> {
  const drafts = new Drafts();
  const cache =
    mending.mends || options.printConfig || options.cache === false
      ? undefined
      : LintCache.of(io, options.version);
  const run: LintRun = {
    diagnostics: [],
    lines: new Map(),
    changes: new Map(),
    failures: [...problems],
    checked: 0,
    alone: 0,
    drafts: undefined,
  };
  await eachDraft(files, run.failures, async (file) => {
    if (covered.has(file)) return;
    const found = findConfig(dirname(file));
    const settings = {
      ...(await settingsOf(file, found, options, io)),
      today: options.today ?? io.today,
      drafts,
    };
    if (options.printConfig)
      io.stdout.write(`${JSON.stringify(printableSettings(file, found, settings, io), null, 2)}\n`);
    else if (cache) covered.add(take(file, cache.check(file, settings), run));
    else covered.add(take(file, await checkAndMend(file, mending, settings, io, run), run));
  });
  cache?.save();
  return run;
}

const nothingSafe: Words = { en: 'there is nothing that --fix would change', zh: '没有 --fix 能改正的地方' };
const nothingLikely: Words = {
  en: 'there is nothing that --fix-unsafe would change',
  zh: '没有 --fix-unsafe 能改正的地方',
};

/** What a dry run says besides what would be changed. */
function sayDryRun(run: LintRun, { unsafe }: Mending, allIgnored: boolean, io: Io, language: Language): void {
  const isIdle = run.changes.size === 0 && run.failures.length === 0 && !allIgnored;
  if (isIdle) tell(io, unsafe ? nothingLikely : nothingSafe, language);
  sayLeft(run, io, language);
}

/** Errors that stay when all is mended that can be: a dry run prints no findings. */
function sayLeft({ diagnostics }: LintRun, io: Io, language: Language): void {
  const { error } = countsOf(diagnostics);
  if (error === 0) return;
  tell(
    io,
    {
      en: `${error} ${error === 1 ? 'error remains' : 'errors remain'}; see: report lint`,
      zh: `还剩${error}个错误，见 report lint`,
    },
    language,
  );
}

const nothingRan = (file: string): Words => ({
  en: `no rule is left that would check “${file}”: see --only, --skip, --rule and the configuration (--print-config shows them); --rule <rule>:warning switches one on`,
  zh: `没有一条规则会检查“${file}”：请核对 --only、--skip、--rule 和配置文件（--print-config 可查看）；用 --rule <规则>:warning 可以打开一条`,
});

/** What a run has found so far. */
interface LintRun {
  readonly diagnostics: Diagnostic[];
  /** The lines that findings name. */
  readonly lines: Map<string, string>;
  /** What was changed, or would be, by file. */
  readonly changes: Map<string, FileChange>;
  readonly failures: Words[];
  checked: number;
  /** How many section files were checked by themselves. */
  alone: number;
  /** The language of the first draft. */
  drafts: Language | undefined;
}

/** Notes what was found in a draft; its files are returned. */
function take(
  file: string,
  { diagnostics, lines, files, keys, ran }: Checked,
  run: LintRun,
): readonly string[] {
  const idle = keys !== undefined && ran === 0;
  if (idle) run.failures.push(nothingRan(file));
  for (const diagnostic of diagnostics) run.diagnostics.push(diagnostic);
  for (const [name, line, text] of lines) run.lines.set(lineKey(name, line), text);
  run.drafts ??= keys;
  if (!idle) run.checked++;
  if (!idle && isSectionFile(file)) run.alone++;
  return files;
}

async function print(
  { diagnostics, lines, checked }: LintRun,
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

const exitCode = ({ diagnostics }: LintRun, options: LintOptions): number =>
  countsOf(diagnostics).error > 0 || tooMany(diagnostics, options) ? 1 : 0;

interface Mending {
  /** Whether drafts are mended, and whether only to be shown. */
  readonly mends: boolean;
  readonly dry: boolean;
  readonly unsafe: boolean;
}

/** Checks one draft, and mends it where that is asked. Where a file could not be written, the drafts are as they were, and so is what is found in them. */
async function checkAndMend(
  file: string,
  { mends, dry, unsafe }: Mending,
  settings: Settings,
  io: Io,
  run: LintRun,
): Promise<Checked> {
  const check = (): Checked => checkedOf(lint(file, readText(io, file), readBeside(io), settings));
  if (!mends) return check();
  const { linted, changed } = fixDraft(file, readText(io, file), readBeside(io), unsafe, settings);
  let whole = true;
  for (const [name, change] of changed) {
    const done = dry || (await write(name, change, io, run));
    if (done) run.changes.set(name, change);
    whole &&= done;
  }
  return whole ? checkedOf(linted) : check();
}

/** Writes what was mended; false where it could not be. */
async function write(name: string, { before, after }: FileChange, io: Io, run: LintRun): Promise<boolean> {
  try {
    await replaceText(io, name, before, after);
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    run.failures.push(error.words);
    return false;
  }
}
