import { basename, join, resolve } from 'node:path';
import type { Words } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { isFolder, isStandardOutput, realPath, refuseOutput, type Io } from '../../io.ts';
import { formats } from '../../render/index.ts';
import { printableName } from '../../source/printable.ts';
import { suggest } from '../../source/suggest/suggest.ts';
import { formatOf, type FormatOptions } from '../format.ts';

/** The formats that are asked for, else that of the file’s ending, else Markdown. @throws UserError where there is no such format */
export function formatsOf({ format, out, several }: TargetOptions, io: Io): readonly string[] {
  if (several) checkFolder(out, io);
  const wanted = (format ?? formatOf({ out: several ? undefined : out }, formats, 'md', io, folderToo))
    .split(',')
    .map((format) => format.trim())
    .filter((format) => format !== '');
  const known = Object.keys(formats);
  for (const format of wanted)
    if (!known.includes(format)) {
      const near = suggest(format, known) ?? (format === 'markdown' ? 'md' : undefined);
      throw new UserError({
        en: `there is no format “${format}”; ${near === undefined ? `known: ${known.join(', ')}` : `did you mean ${near}?`}`,
        zh: `没有格式“${format}”；${near === undefined ? `可选：${known.join('、')}` : `是否想写 ${near}？`}`,
      });
    }
  if (wanted.length === 0)
    throw new UserError({
      en: `--to names no format; known: ${known.join(', ')}`,
      zh: `--to 没有写格式；可选：${known.join('、')}`,
    });
  return [...new Set(wanted)];
}

const folderToo: Words = { en: ' (a folder ends in /)', zh: '（文件夹以 / 结尾）' };

/** @throws UserError where several drafts would go to one file, or all to standard output */
function checkFolder(out: string | undefined, io: Io): void {
  const isFile =
    out !== undefined && !isFolder(io, out) && /\.(?:md|markdown|html?|txt|json|csv|docx|pdf)$/i.test(out);
  if (out === undefined || isStandardOutput(out) || isFile)
    throw new UserError({
      en: 'several drafts need a folder: --out <folder>',
      zh: '多份稿子要写明输出到哪个文件夹：--out <文件夹>',
    });
}

/** A rendering and where it goes. */
export interface RenderTarget {
  readonly file: string;
  readonly format: string;
  /** Undefined is standard output. */
  readonly path: string | undefined;
}

/** What decides where renderings go. */
export interface TargetOptions extends FormatOptions {
  /** Whether there are several drafts. */
  readonly several: boolean;
}

/** Where each format of a draft goes: to one file, or below a folder under the draft’s own name. @throws UserError where several have no folder */
export function renderTargetsOf(
  io: Io,
  file: string,
  wanted: readonly string[],
  { out, several }: TargetOptions,
): readonly RenderTarget[] {
  const [only] = wanted;
  if (out === undefined || isStandardOutput(out)) {
    if (wanted.length === 1 && only !== undefined) return [{ file, format: only, path: undefined }];
    throw new UserError({
      en: 'several formats need a folder: --out <folder>',
      zh: '多种格式要写明输出到哪个文件夹：--out <文件夹>',
    });
  }
  const folder = several || wanted.length > 1 || isFolder(io, out) || /[\\/]$/.test(out);
  const stem = basename(file).replace(/\.ya?ml$/, '');
  return wanted.map((format) => ({
    file,
    format,
    path: folder ? join(out, `${stem}.${formats[format]?.extension}`) : out,
  }));
}

/** Refuses, before anything is written, what would be overwritten, and two renderings of one name. @throws UserError */
export function checkTargets(
  targets: readonly RenderTarget[],
  { force }: { readonly force?: true },
  io: Io,
): void {
  const taken = new Map<string, string>();
  for (const { file, path } of targets) {
    if (path === undefined) continue;
    const real = realPath(resolve(io.cwd, path)).toLowerCase();
    const first = taken.get(real);
    if (first !== undefined) throw colliding(first, file, path);
    taken.set(real, file);
    refuseOutput(io, path, { force: force === true });
  }
}

function colliding(first: string, second: string, path: string): UserError {
  const [a, b, c] = [first, second, path].map((each) => `“${printableName(each)}”`);
  return new UserError({
    en: `${a} and ${b} would both be written to ${c}, so nothing was written; render them into different folders`,
    zh: `${a}和${b}都会写成${c}，所以没有输出；请分别输出到不同的文件夹`,
  });
}
