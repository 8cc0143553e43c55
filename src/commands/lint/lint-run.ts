import { dirname } from 'node:path';
import type { Failure, Words } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { isDocumentName } from '../../importer/head/document-name.ts';
import type { Io } from '../../io.ts';
import { lineKey, type Checked } from '../../lint/checked.ts';
import { Drafts } from '../../lint/drafts.ts';
import type { Settings } from '../../lint/lint.ts';
import { isSectionFile } from '../../lint/section-file.ts';
import { isOwnRule } from '../../rules/rule.ts';
import type { ProjectDrafts } from '../drafts.ts';
import { eachDraft } from '../each-draft.ts';
import { LintCache } from './lint-cache.ts';
import { checkAndMend, type Mending } from './lint-mend.ts';
import { leastCoverage } from './lint-coverage.ts';
import type { CheckedCoverage, LintOptions, LintRun } from './lint-options.ts';
import { printableSettings, settingsOf } from '../settings.ts';

/** A run that has found nothing yet but what could not be read. */
const emptyRun = (problems: readonly Failure[]): LintRun => ({
  diagnostics: [],
  byDraft: [],
  own: new Map(),
  crashes: [],
  lines: new Map(),
  changes: new Map(),
  failures: [...problems],
  notes: [],
  documents: new Map(),
  checked: [],
  coverage: [],
  alone: 0,
  drafts: undefined,
});

/** A run that came to nothing, and why: a bug of ours, or what the user can mend. */
export const failedRun = (error: unknown): LintRun =>
  error instanceof UserError ? emptyRun([error.words]) : { ...emptyRun([endedByBug]), isBroken: true };

const endedByBug: Words = {
  en: 'a bug in report ended the run before anything was found; standard error says more',
  zh: 'report 自身的缺陷使检查中断，没有得出结果；详情见标准错误输出',
};

/** Checks one draft after another, and may know some of them. */
export interface DraftChecker {
  check(file: string, settings: Settings): Checked;
}

/** What a process that checks again and again has open: what did not change since is not read anew. */
let standing: Drafts | undefined;

/** Checks every draft, by a checker if one is given, or prints what it is checked with. */
export async function checkAll(
  { files, problems, findConfig, covered }: ProjectDrafts,
  mending: Mending,
  options: LintOptions,
  io: Io,
  checker?: DraftChecker,
): Promise<LintRun> {
  const cache =
    checker || mending.mends || options.printConfig || options.cache === false
      ? undefined
      : LintCache.of(io, options.version);
  const run = emptyRun(problems);
  // what is printed is the same in whatever order the drafts were named
  await eachDraft(inOrder(files), run.failures, async (file) => {
    if (covered.has(file)) return;
    const found = findConfig(dirname(file));
    const least = leastCoverage(options, found?.config);
    const taken = (checked: Checked): void => void covered.add(take(file, checked, run, least));
    const settings = {
      ...(await settingsOf(file, found, options, io)),
      today: options.today ?? io.today,
      get drafts() {
        return (standing ??= new Drafts());
      },
    };
    for (const rule of settings.known ?? []) if (isOwnRule(rule.id)) run.own.set(rule.id, rule);
    if (isDocumentName(file) && !options.printConfig) {
      const { checkDocument } = await import('./lint-document.ts');
      const { checked, failures, notes, annotated } = await checkDocument(
        file,
        settings,
        options.previous,
        io,
      );
      run.failures.push(...failures);
      run.notes.push(...notes);
      if (options.annotate !== undefined) run.documents.set(file, annotated);
      taken(checked);
    } else if (options.printConfig)
      io.stdout.write(`${JSON.stringify(printableSettings(file, found, settings, io), null, 2)}\n`);
    else if (checker) taken(checker.check(file, settings));
    // what the code of plugins looks at cannot be known, and so not whether it is the same
    else if (cache && settings.known === undefined) taken(cache.check(file, settings));
    else taken(await checkAndMend(file, mending, settings, io, run));
  });
  cache?.save();
  run.failures.sort((a, b) => compare(a.file ?? '', b.file ?? '') || compare(a.en, b.en));
  return run;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Drafts by name, then section files, which need not be read where a draft holds them. */
const inOrder = (files: readonly string[]): readonly string[] =>
  [...files].sort((a, b) => Number(isSectionFile(a)) - Number(isSectionFile(b)) || compare(a, b));

const nothingRan = (file: string): Failure => ({
  file,
  en: `no rule is left that would check “${file}”: see --only, --skip, --rule and the configuration (--print-config shows them); --rule <rule>:warning switches one on`,
  zh: `没有一条规则会检查“${file}”：请核对 --only、--skip、--rule 和配置文件（--print-config 可查看）；用 --rule <规则>:warning 可以打开一条`,
});

/** Notes what was found in a draft; its files are returned. */
function take(
  file: string,
  { diagnostics, crashes, lines, files, keys, ran, judged, report, coverage }: Checked,
  run: LintRun,
  least: CheckedCoverage['least'],
): readonly string[] {
  const idle = keys !== undefined && ran === 0;
  if (idle) run.failures.push(nothingRan(file));
  // a baseline knows drafts
  if (!isDocumentName(file)) run.byDraft.push({ file, diagnostics, judged, report });
  for (const diagnostic of diagnostics) run.diagnostics.push(diagnostic);
  run.crashes.push(...crashes);
  for (const [name, line, text] of lines) run.lines.set(lineKey(name, line), text);
  run.drafts ??= keys;
  if (!idle) run.checked.push(file);
  if (!idle && coverage) run.coverage.push({ file, ...coverage, ...(least && { least }) });
  if (!idle && isSectionFile(file)) run.alone++;
  return files;
}
