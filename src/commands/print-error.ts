import type { Language, Words } from '../diagnostic.ts';
import { isStandardOutput, writeText, type Io, type WriteOptions } from '../io.ts';
import { errorPrefix } from '../messages/cli.ts';
import { printableName } from '../source/printable.ts';

/** Says one line to the person who runs the program. */
export const tell = (io: Io, words: Words, language: Language): void =>
  io.stderr.write(`${errorPrefix[language]}${words[language]}\n`);

/** Writes a document where `--out` says, and says so; without it, and for `-`, to standard output. @throws UserError where it may not be, or cannot be, written. */
export async function deliver(
  io: Io,
  out: string | undefined,
  text: string,
  { force, language }: WriteOptions & { readonly language: Language },
): Promise<void> {
  if (out === undefined || isStandardOutput(out)) return io.stdout.write(text, 'document');
  await writeText(io, out, text, { force });
  io.stderr.write(`${language === 'zh' ? '已写好' : 'wrote'} ${printableName(out)}\n`);
}

/** Lines to be said, each once. */
export const unique = (all: readonly Words[]): readonly Words[] => [
  ...new Map(all.map((words) => [words.en, words])).values(),
];
