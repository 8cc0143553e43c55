import type { Language, Words } from '../diagnostic.ts';
import type { Io } from '../io.ts';
import { printableName } from '../source/printable.ts';

/** A file that a command changes: its text before and after. */
export interface FileChange {
  readonly before: string;
  readonly after: string;
  /** How many places were changed, where that is counted. */
  readonly fixes?: number;
}

/** Lines of a change that was made, as many as are shown; a dry run shows all. */
const SHOWN = 60;

/**
 * Shows a change as a unified diff. A dry run prints it whole to standard output, as what was asked for; of a change that
 * was made its beginning goes to standard error, below the name of the file, so that findings stay readable for programs.
 */
export async function sayChange(
  name: string,
  { before, after, fixes }: FileChange,
  { dry, language }: { readonly dry: boolean; readonly language: Language },
  io: Io,
): Promise<void> {
  const patch = await patchOf(name, before, after, dry ? 4 : 1);
  if (dry) return io.stdout.write(patch);
  const lines = patch.split('\n').slice(2, -1);
  const more = lines.length - SHOWN;
  io.stderr.write(mended(name, fixes)[language]);
  io.stderr.write(
    lines
      .slice(0, more > 0 ? SHOWN : undefined)
      .map((line) => `${line}\n`)
      .join(''),
  );
  if (more > 0)
    io.stderr.write(
      {
        en: `… and ${more} more lines; git diff shows them all\n`,
        zh: `……另有${more}行，可用 git diff 查看全部\n`,
      }[language],
    );
}

async function patchOf(name: string, before: string, after: string, context: number): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  return createTwoFilesPatch(name, name, before, after, undefined, undefined, {
    context,
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
}

function mended(name: string, fixes: number | undefined): Words {
  const shown = printableName(name);
  if (fixes === undefined) return { en: `changed ${shown}\n`, zh: `已修改 ${shown}\n` };
  return {
    en: `mended ${shown} (${fixes} ${fixes === 1 ? 'place' : 'places'})\n`,
    zh: `已修改 ${shown}（${fixes}处）\n`,
  };
}
