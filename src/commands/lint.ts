import type { Language } from '../diagnostic.ts';
import type { Io } from '../io.ts';
import { help, lintUnwritten } from '../messages/cli.ts';
import { printableName } from '../source/printable.ts';
import { sayChange } from './changes.ts';
import { asksForBaseline, baselineOf } from './lint/baseline-file.ts';
import { projectDrafts, type ProjectDrafts } from './drafts.ts';
import { sayCrashes } from './crashes.ts';
import { checkBaseline, sayBaseline, withoutKnown } from './lint/lint-baseline.ts';
import { refuseAnnotating } from './annotate/refuse-annotating.ts';
import { refuseDocuments } from './lint/refuse-documents.ts';
import { refuseFiles } from './lint/lint-files.ts';
import { mendingOf, sayDryRun, type Mending } from './lint/lint-mend.ts';
import { exitCode, print, sayTooMany } from './lint/lint-output.ts';
import { outputsOf, type LintOutput } from './lint/lint-outputs.ts';
import type { LintOptions, LintRun } from './lint/lint-options.ts';
import { checkAll, failedRun } from './lint/lint-run.ts';
import { answersSent, writeSent } from './mend-sent.ts';
import { tell, unique } from './print-error.ts';
import { runLanguage } from './run-language.ts';
import { withSent } from './sent-draft.ts';

/** `report lint [files…]`: prints what is wrong; 1 where there is an error, 2 where something could not be checked, 3 where a rule failed. */
export async function lintDrafts(
  given: readonly string[],
  options: LintOptions,
  outside: Io,
): Promise<number> {
  refuseDocuments(given, options);
  refuseAnnotating(given, options, outside);
  if (options.testRules) return (await import('./lint/test-rules.ts')).testRules(given, options, outside);
  if (options.watch) return (await import('./lint/lint-watch.ts')).watchDrafts(given, options, outside);
  const outputs = outputsOf(options, outside);
  const isPrinted = !options.printConfig && !mendingOf(options).dry;
  if (isPrinted) await refuseFiles(outputs, options.force === true, outside);
  else sayUnwritten(outputs, options, outside);
  const answered = answersSent(given, mendingOf(options), outputs, options);
  const checked = await check(given, options, outside).catch(async (error: unknown) => {
    if (isPrinted) await printFailed(error, outputs, options, outside);
    throw error;
  });
  const { run, project, sent, io } = checked;
  const language = runLanguage(options, io, project.here?.config.language, run.drafts);
  await sayRun(run, project, mendingOf(options), options, io, language);
  const told = isPrinted ? speaking(outputs, run) : [];
  if (isPrinted) await annotated(run, project, options, io, language);
  const isWhole = await print(run, told, options, answered ? { ...io, stdout: io.stderr } : io, language);
  if (answered && run.failures.length === 0) writeSent(run, sent ?? '', io);
  return Math.max(exitCode(run, options), isWhole ? 0 : 2);
}

/** Writes the Word file with comments, where one is asked for. */
async function annotated(
  run: LintRun,
  project: ProjectDrafts,
  options: LintOptions,
  io: Io,
  language: Language,
): Promise<void> {
  if (options.annotate !== undefined)
    await (await import('./annotate/lint-annotate.ts')).writeAnnotated(run, project, options, io, language);
}

/** A run before anything is said of it. */
interface CheckedRun {
  /** The world in which a draft that was sent stands under its name. */
  readonly io: Io;
  readonly sent: string | undefined;
  readonly project: ProjectDrafts;
  readonly run: LintRun;
}

/** Finds the drafts and checks them. @throws UserError where that cannot be done */
async function check(given: readonly string[], options: LintOptions, outside: Io): Promise<CheckedRun> {
  const { names, io, name: sent } = await withSent(given, options, outside);
  const all = await projectDrafts(names, options, io);
  // a configuration may name documents too
  refuseDocuments(all.files, options);
  const project =
    options.changedSince === undefined
      ? all
      : await (await import('./lint/changed-since.ts')).changedDrafts(all, options.changedSince, options, io);
  if (asksForBaseline(options)) checkBaseline(options, io);
  const run = await checkAll(project, mendingOf(options), options, io);
  return { io, sent, project, run: await compared(run, project, names, options, io) };
}

/** Where nothing was checked, people are told why, and findings on standard output would say nothing more. */
const speaking = (outputs: readonly LintOutput[], { checked }: LintRun): readonly LintOutput[] =>
  outputs.filter(({ format, file }) => checked.length > 0 || format !== 'text' || file !== undefined);

/** Where a run could not be done, programs that read its findings are told so in their format; people are by whoever catches the error. */
async function printFailed(
  error: unknown,
  outputs: readonly LintOutput[],
  options: LintOptions,
  io: Io,
): Promise<void> {
  const run = failedRun(error);
  await print(run, speaking(outputs, run), options, io, runLanguage(options, io));
}

/** Says which files are not written where no findings are printed. */
function sayUnwritten(outputs: readonly LintOutput[], options: LintOptions, io: Io): void {
  const files = outputs.flatMap(({ file }) => file ?? []);
  if (files.length > 0) tell(io, lintUnwritten(files.map(printableName)), runLanguage(options, io));
}

/** A run without what its baselines know, where there are any. */
async function compared(
  run: LintRun,
  { findConfig }: ProjectDrafts,
  names: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<LintRun> {
  const has = ({ file }: { readonly file: string }): boolean =>
    baselineOf(file, findConfig, options, io) !== undefined;
  const isWhole =
    (names.length === 0 || names.includes('.')) &&
    options.changedSince === undefined &&
    run.failures.length === 0;
  return !options.printConfig && run.byDraft.some(has)
    ? withoutKnown(run, { findConfig, isWhole }, options, io)
    : run;
}

/** What is said of a run to the person, besides what was found. */
async function sayRun(
  run: LintRun,
  { notes, allIgnored }: ProjectDrafts,
  mending: Mending,
  options: LintOptions,
  io: Io,
  language: Language,
): Promise<void> {
  for (const [name, change] of run.changes) await sayChange(name, change, { dry: mending.dry, language }, io);
  for (const words of [...notes, ...run.notes, ...unique(run.failures)]) tell(io, words, language);
  sayCrashes(run.crashes, io, language);
  if (mending.dry) sayDryRun(run, mending, allIgnored, io, language);
  if (run.alone > 0) tell(io, help.lintAlone, language);
  sayTooMany(run, options, io, language);
  if (!mending.dry && run.heldBack) sayBaseline(run.heldBack, options, io, language);
}
