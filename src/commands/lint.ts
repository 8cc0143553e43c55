import { tell, unique } from './print-error.ts';
import type { Language } from '../diagnostic.ts';
import type { Io } from '../io.ts';
import { help } from '../messages/cli.ts';
import { reporters } from '../reporters/index.ts';
import { sayChange } from './changes.ts';
import { asksForBaseline, baselineOf } from './baseline-file.ts';
import { changedDrafts } from './changed-since.ts';
import { projectDrafts, type ProjectDrafts } from './drafts.ts';
import { formatOf } from './format.ts';
import { sayCrashes } from './crashes.ts';
import { checkBaseline, sayBaseline, withoutKnown } from './lint-baseline.ts';
import { mendingOf, sayDryRun, type Mending } from './lint-mend.ts';
import { exitCode, print, sayTooMany } from './lint-output.ts';
import type { LintOptions, LintRun } from './lint-options.ts';
import { checkAll } from './lint-run.ts';
import { answersSent, writeSent } from './mend-sent.ts';
import { runLanguage } from './run-language.ts';
import { withSent } from './sent-draft.ts';

/** `report lint [files…]`: prints what is wrong; 1 where there is an error, 2 where something could not be checked, 3 where a rule failed. */
export async function lintDrafts(
  given: readonly string[],
  options: LintOptions,
  outside: Io,
): Promise<number> {
  const format = formatOf(options, reporters, 'text', outside);
  const mending = mendingOf(options);
  const { names, io, name: sent } = await withSent(given, options, outside);
  const answered = answersSent(names, sent, mending, { ...options, format });
  const project = await changedDrafts(await projectDrafts(names, options, io), options, io);
  if (asksForBaseline(options)) checkBaseline(options, io);
  const run = await compared(await checkAll(project, mending, options, io), project, options, io);
  const language = runLanguage(options, io, project.here?.config.language, run.drafts);
  await sayRun(run, project, mending, options, io, language);
  if (!options.printConfig && !mending.dry && (run.checked > 0 || format !== 'text'))
    await print(run, { ...options, format }, answered ? { ...io, stdout: io.stderr } : io, language);
  if (answered && run.failures.length === 0) writeSent(run, sent ?? '', io);
  return exitCode(run, options);
}

/** A run without what its baselines know, where there are any. */
async function compared(
  run: LintRun,
  { findConfig }: ProjectDrafts,
  options: LintOptions,
  io: Io,
): Promise<LintRun> {
  const has = ({ file }: { readonly file: string }): boolean =>
    baselineOf(file, findConfig, options, io) !== undefined;
  return !options.printConfig && run.byDraft.some(has) ? withoutKnown(run, findConfig, options, io) : run;
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
  for (const words of [...notes, ...unique(run.failures)]) tell(io, words, language);
  sayCrashes(run.crashes, io, language);
  if (mending.dry) sayDryRun(run, mending, allIgnored, io, language);
  if (run.alone > 0) tell(io, help.lintAlone, language);
  sayTooMany(run, options, io, language);
  if (!mending.dry && run.heldBack) sayBaseline(run.heldBack, options, io, language);
}
