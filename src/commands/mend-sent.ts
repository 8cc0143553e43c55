import { UserError } from '../errors.ts';
import { readBeside, readText, type Io } from '../io.ts';
import { checkedOf, type Checked } from '../lint/checked.ts';
import { fixDraft } from '../lint/fix.ts';
import { lint, type Settings } from '../lint/lint.ts';
import type { LintOptions, LintRun } from './lint/lint-options.ts';
import type { LintOutput } from './lint/lint-outputs.ts';

/**
 * Mends the draft that came from standard input. No file is written: neither the one whose name it bears nor its section files; what is
 * left to say of it is said of the mended draft beside them as they are.
 */
export function mendSent(file: string, unsafe: boolean, settings: Settings, io: Io, run: LintRun): Checked {
  const { changed } = fixDraft(file, readText(io, file), readBeside(io), unsafe, settings);
  const change = changed.get(file);
  if (change !== undefined) run.changes.set(file, change);
  const sent = io.sent && change ? { ...io.sent, bytes: Buffer.from(change.after) } : io.sent;
  const world = sent ? { ...io, sent } : io;
  return checkedOf(lint(file, readText(world, file), readBeside(world), settings));
}

/** Writes the draft as it is after its fixes, to where another program waits for it; whole also where nothing was mended. */
export const writeSent = ({ changes }: LintRun, name: string, io: Io): void =>
  io.stdout.write(changes.get(name)?.after ?? readText(io, name), 'document');

/**
 * Whether a run answers the draft that was sent with the mended one: standard output holds that and nothing else then.
 * @throws UserError where something else would go there, or be mended as well
 */
export function answersSent(
  names: readonly string[],
  { mends, dry }: { readonly mends: boolean; readonly dry: boolean },
  outputs: readonly LintOutput[],
  { printConfig }: LintOptions,
): boolean {
  if (!names.includes('-') || !mends || dry || printConfig) return false;
  if (names.length > 1)
    throw new UserError({
      en: '--fix with - prints the mended draft to standard output and writes no file; mend the other files in a run of their own',
      zh: '--fix 与 - 同用时，改好的稿子写到标准输出，不写文件；其他文件请另外运行',
    });
  if (outputs.some(({ format, file }) => format !== 'text' && file === undefined))
    throw new UserError({
      en: '--fix with - prints the mended draft to standard output, so that findings for programs need a file: --format <format>=<file>',
      zh: '--fix 与 - 同用时，标准输出是改好的稿子；供程序读取的检查结果请写到文件：--format <格式>=<文件>',
    });
  return true;
}
