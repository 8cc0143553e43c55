import { resolve } from 'node:path';
import type { Language, Words } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { readBeside, readText, replaceText, type Io } from '../../io.ts';
import { checkedOf, type Checked } from '../../lint/checked.ts';
import { fixDraft } from '../../lint/fix.ts';
import { lint, type Settings } from '../../lint/lint.ts';
import { countsOf } from '../../reporters/reporter.ts';
import type { FileChange } from '../changes.ts';
import type { LintOptions, LintRun } from './lint-options.ts';
import { mendSent } from '../mend-sent.ts';
import { tell } from '../print-error.ts';

/** How a run mends what it checks. */
export interface Mending {
  /** Whether drafts are mended, and whether only to be shown. */
  readonly mends: boolean;
  readonly dry: boolean;
  readonly unsafe: boolean;
}

/** What the options ask to be mended. */
export function mendingOf({ dryRun, fixDryRun, fix, fixUnsafe }: LintOptions): Mending {
  const dry = dryRun === true || fixDryRun === true;
  return { mends: dry || fix === true || fixUnsafe === true, dry, unsafe: fixUnsafe === true };
}

/** Checks one draft, and mends it where that is asked. Where a file could not be written, the drafts are as they were, and so is what is found in them. */
export async function checkAndMend(
  file: string,
  { mends, dry, unsafe }: Mending,
  settings: Settings,
  io: Io,
  run: LintRun,
): Promise<Checked> {
  const check = (): Checked => checkedOf(lint(file, readText(io, file), readBeside(io), settings));
  if (!mends) return check();
  if (io.sent?.path === resolve(io.cwd, file)) return mendSent(file, unsafe, settings, io, run);
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

const nothingSafe: Words = { en: 'there is nothing that --fix would change', zh: '没有 --fix 能改正的地方' };
const nothingLikely: Words = {
  en: 'there is nothing that --fix-unsafe would change',
  zh: '没有 --fix-unsafe 能改正的地方',
};

/** What a dry run says besides what would be changed. */
export function sayDryRun(
  run: LintRun,
  { unsafe }: Mending,
  allIgnored: boolean,
  io: Io,
  language: Language,
): void {
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
