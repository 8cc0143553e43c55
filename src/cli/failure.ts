import { CommanderError } from 'commander';
import type { Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import type { Io } from '../io.ts';
import { bug, errorPrefix, outputLost } from '../messages/cli.ts';
import { usageError } from '../messages/usage-error.ts';
import { areOpposed } from '../source/suggest/opposites.ts';

/** Says why a run of a command could not be done, and returns the exit code: 2 for what the user can mend, 3 for a bug of ours. */
export function failure(error: unknown, io: Io, language: Language, command: string): number {
  const tell = (words: Words): void => io.stderr.write(`${errorPrefix[language]}${words[language]}\n`);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    tell(usageError(error.code, withoutOpposed(error.message), command));
    return 2;
  }
  if (error instanceof UserError) {
    tell(error.words);
    return 2;
  }
  tell(bug);
  io.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 3;
}

/** Says that what was to be read by others was not written whole; whether that is so. */
export function isLost(io: Io, language: Language): boolean {
  const failure = io.stdout.failure?.();
  if (failure) io.stderr.write(`${errorPrefix[language]}${outputLost(failure.message)[language]}\n`);
  return failure !== undefined || io.stderr.failure?.() !== undefined;
}

/** What commander says, with no suggestion left that denies what was written: --no-forc is never --force. */
function withoutOpposed(message: string): string {
  const [, written = ''] = /'([^']*)'/.exec(message) ?? [];
  return message.replace(/Did you mean (?:one of )?([^)?]+)\?/, (_, near: string) => {
    const left = near.split(', ').filter((each) => !areOpposed(written, each));
    return left.length === 0 ? '' : `Did you mean ${left.join(', ')}?`;
  });
}
