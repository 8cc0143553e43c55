import { tell, unique } from './print-error.ts';
import type { Io } from '../io.ts';
import { help } from '../messages/cli.ts';
import { reporters } from '../reporters/index.ts';
import { sayChange } from './changes.ts';
import { projectDrafts } from './drafts.ts';
import { formatOf } from './format.ts';
import { sayCrashes } from './crashes.ts';
import { mendingOf, sayDryRun } from './lint-mend.ts';
import { exitCode, print, sayTooMany } from './lint-output.ts';
import type { LintOptions } from './lint-options.ts';
import { checkAll } from './lint-run.ts';
import { runLanguage } from './run-language.ts';

/** `report lint [files…]`: prints what is wrong; 1 where there is an error, 2 where something could not be checked, 3 where a rule failed. */
export async function lintDrafts(given: readonly string[], options: LintOptions, io: Io): Promise<number> {
  const format = formatOf(options, reporters, 'text', io);
  const mending = mendingOf(options);
  const project = await projectDrafts(given, options, io);
  const run = await checkAll(project, mending, options, io);
  const language = runLanguage(options, io, project.here?.config.language, run.drafts);
  for (const [name, change] of run.changes) await sayChange(name, change, { dry: mending.dry, language }, io);
  for (const words of [...project.notes, ...unique(run.failures)]) tell(io, words, language);
  sayCrashes(run.crashes, io, language);
  if (mending.dry) sayDryRun(run, mending, project.allIgnored, io, language);
  if (run.alone > 0) tell(io, help.lintAlone, language);
  sayTooMany(run, options, io, language);
  if (!options.printConfig && !mending.dry && (run.checked > 0 || format !== 'text'))
    await print(run, { ...options, format }, io, language);
  return exitCode(run, options);
}
