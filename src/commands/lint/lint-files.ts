import type { Language } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { refuseOutput, standingText, writeFile, type Io } from '../../io.ts';
import { printableName } from '../../source/printable.ts';
import type { LintOutput } from './lint-outputs.ts';

/** An output that is a file. */
type FileOutput = LintOutput & { readonly file: string };

/**
 * Refuses a file of findings before anything is checked: findings of an earlier run give way to new ones, anything else only by `--force`.
 * @throws UserError
 */
export async function refuseFiles(outputs: readonly LintOutput[], force: boolean, io: Io): Promise<void> {
  for (const { file, ...how } of outputs)
    if (file !== undefined)
      refuseOutput(io, file, { force: force || (await givesWay({ file, ...how }, io)) });
}

/** Writes a file of findings, and says so. @throws UserError where it may not be, or cannot be, written */
export async function writeFindings(
  output: FileOutput,
  text: string,
  force: boolean,
  io: Io,
  language: Language,
): Promise<void> {
  await writeFile(io, output.file, text, { force: force || (await givesWay(output, io)) });
  io.stderr.write(`${language === 'zh' ? '已写好' : 'wrote'} ${printableName(output.file)}\n`);
}

/** Whether a file is one that is written anew: it holds findings of that format and nothing else, or nothing at all. @throws UserError where it holds something else */
async function givesWay({ file, format, anew }: FileOutput, io: Io): Promise<boolean> {
  if (!anew) return false;
  const text = standingText(io, file);
  if (text === undefined) return false;
  const { isFindings } = await import('../../reporters/own-files.ts');
  if (isFindings(format, text)) return true;
  throw new UserError({
    en: `“${printableName(file)}” exists and holds no findings in the format ${format}, so it is left as it is; name another file, or overwrite it with --force`,
    zh: `“${printableName(file)}”已存在，内容不是 ${format} 格式的检查结果，未作改动；请另写一个文件名，要覆盖请加 --force`,
  });
}
