import type { Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { isStandardOutput, writeFile, type Io, type WriteOptions } from '../io.ts';
import { errorPrefix } from '../messages/cli.ts';
import { printableName } from '../source/printable.ts';

/** Says one line to the person who runs the program. */
export const tell = (io: Io, words: Words, language: Language): void =>
  io.stderr.write(`${errorPrefix[language]}${words[language]}\n`);

/** Writes a document where `--out` says, and says so; without it, and for `-`, to standard output. @throws UserError where it may not be, or cannot be, written. */
export async function deliver(
  io: Io,
  out: string | undefined,
  content: string | Uint8Array,
  { force, language }: WriteOptions & { readonly language: Language },
): Promise<void> {
  if (out === undefined || isStandardOutput(out)) {
    if (typeof content === 'string') return io.stdout.write(content, 'document');
    if (io.stdout.writeBytes === undefined || io.stdout.isTTY || io.stdout.isLog === true) throw notShown();
    return io.stdout.writeBytes(content);
  }
  await writeFile(io, out, content, { force });
  io.stderr.write(`${language === 'zh' ? '已写好' : 'wrote'} ${printableName(out)}\n`);
}

const notShown = (): UserError =>
  new UserError({
    en: 'this format is no text to be shown here; write it to a file: -o <file>',
    zh: '这种格式不是文本，不能直接显示；请写明输出到哪个文件：-o <文件>',
  });

/** Lines to be said, each once. */
export const unique = (all: readonly Words[]): readonly Words[] => [
  ...new Map(all.map((words) => [words.en, words])).values(),
];
