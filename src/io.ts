import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Words } from './diagnostic.ts';
import { UserError } from './errors.ts';

/** A stream that text goes to. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width in cells, where it is a terminal. */
  readonly columns: number | undefined;
}

/** The outside world: everything that a command may touch. Paths count from `cwd`. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What another program may read. */
  readonly stdout: Output;
  /** What is said to a person about the run. */
  readonly stderr: Output;
  /** Whether a person can answer questions. */
  readonly interactive: boolean;
  /** Today as YYYY-MM-DD, by the local clock. */
  readonly today: string;
  /** Everything that another program sends. */
  readonly stdin?: () => Uint8Array;
}

const outputOf = (stream: NodeJS.WriteStream): Output => ({
  write: (text) => void stream.write(text),
  isTTY: stream.isTTY === true,
  columns: stream.isTTY ? stream.columns : undefined,
});

/** The outside world of this process. */
export function processIo(): Io {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    interactive: process.stdin.isTTY === true && process.stderr.isTTY === true,
    today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    stdin: () => readFileSync(0),
  };
}

/** Larger files are refused: a report of a year is some tens of kilobytes. */
const MAX_BYTES = 64 * 1024 * 1024;

const fileErrors: Readonly<Record<string, (path: string) => Words>> = {
  ENOENT: (path) => {
    const isDraft = /\.report\.ya?ml$/.test(path);
    return {
      en: `there is no file “${path}”; check the path${isDraft ? ', or write one with `report new`' : ''}`,
      zh: `没有文件“${path}”；请核对路径${isDraft ? '，或用 report new 生成' : ''}`,
    };
  },
  EISDIR: (path) => ({ en: `“${path}” is a folder; name a file in it`, zh: `“${path}”是文件夹；请写明其中的文件` }),
  EACCES: (path) => ({ en: `“${path}” may not be read; check its permissions`, zh: `“${path}”没有读取权限；请检查文件权限` }),
};

/** Reads a text file. @throws UserError where it is missing, unreadable, too large or not UTF-8. */
export function readText(io: Io, path: string): string {
  const bytes = readBytes(io, path, (size) => {
    if (size > MAX_BYTES)
      throw new UserError({
        en: `“${path}” has ${Math.round(size / 1e6)} MB; drafts of up to 64 MB are read`,
        zh: `“${path}”有${Math.round(size / 1e6)}MB；最多读取64MB的稿子`,
      });
  });
  return decode(bytes, path);
}

/** Reads a file; its size is checked before it is. @throws UserError where it is missing or unreadable, or its size is refused. */
export function readBytes(io: Io, path: string, checkSize: (bytes: number) => void): Uint8Array {
  try {
    const full = resolve(io.cwd, path);
    checkSize(statSync(full).size);
    return readFileSync(full);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UserError(fileErrors[code]?.(path) ?? { en: `“${path}” cannot be read: ${message}`, zh: `“${path}”无法读取：${message}` });
  }
}

/** Decodes UTF-8, and tables in GB18030, as spreadsheets write them on Chinese systems; a byte order mark stays. @throws UserError where the bytes are something else. */
function decode(bytes: Uint8Array, path: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new UserError({
      en: `“${path}” is UTF-16; save it as UTF-8 (in Notepad: Save as, Encoding UTF-8)`,
      zh: `“${path}”是 UTF-16 编码；请另存为 UTF-8（记事本：另存为，编码选 UTF-8）`,
    });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const chinese = isGb18030(bytes);
    if (chinese && /\.csv$/i.test(path)) return new TextDecoder('gb18030').decode(bytes);
    throw new UserError(
      chinese
        ? {
            en: `“${path}” is not UTF-8 but looks like GB18030; save it as UTF-8, or run: iconv -f GB18030 -t UTF-8`,
            zh: `“${path}”不是 UTF-8，像是 GBK（GB18030）编码；请另存为 UTF-8，或运行：iconv -f GB18030 -t UTF-8`,
          }
        : { en: `“${path}” is not a text in UTF-8; save it as UTF-8`, zh: `“${path}”不是 UTF-8 文本；请另存为 UTF-8` },
    );
  }
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return /\p{Script=Han}{2}/u.test(text) && !text.includes('\0');
  } catch {
    return false;
  }
}

/** Reads a file that a draft names; undefined where there is none. @throws UserError where it cannot be read. */
export function readBeside(io: Io): (path: string) => string | undefined {
  return (path) => (existsSync(resolve(io.cwd, path)) ? readText(io, path) : undefined);
}

/** The drafts that the arguments of a command name: files, folders and globs; and what each of them lacks. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly problems: readonly Words[];
}

const SKIPPED = ['**/node_modules/**', '**/.git/**'];

/** Finds drafts. A folder is searched, without what git ignores; a file named outright is always taken. */
export async function findDrafts(io: Io, names: readonly string[], ignored: (file: string) => boolean = () => false): Promise<FoundFiles> {
  const files: string[] = [];
  const problems: Words[] = [];
  for (const given of names.length > 0 ? names : ['.']) {
    const name = draftOfYear(io, given);
    const kind = kindOf(resolve(io.cwd, name));
    if (kind === 'file') files.push(name);
    else if (kind === 'folder') {
      const found = (await search(io, join(name, '**/*.report.{yaml,yml}'))).filter((file) => !ignored(file));
      if (found.length === 0) problems.push(noDrafts(name));
      files.push(...found);
    } else if (/[*?[\]{}]/.test(name)) {
      const found = (await search(io, name)).filter((file) => !ignored(file));
      if (found.length === 0) problems.push({ en: `no file matches “${name}”; check the pattern`, zh: `没有文件符合“${name}”；请核对通配符` });
      files.push(...found);
    } else problems.push((fileErrors['ENOENT'] as (path: string) => Words)(name));
  }
  return { files: [...new Set(files)], problems };
}

/** The draft that a year stands for: `2017` is `2017.report.yaml`, unless something of that name is there. */
export const draftOfYear = (io: Io, name: string): string =>
  /^\d{4}$/.test(name) && kindOf(resolve(io.cwd, name)) === undefined ? `${name}.report.yaml` : name;

const noDrafts = (folder: string): Words => ({
  en: `there is no draft (*.report.yaml) in ${folder === '.' ? 'this folder' : `“${folder}”`} or below; write one with \`report new\``,
  zh: `${folder === '.' ? '当前文件夹' : `“${folder}”`}及其下没有稿子（*.report.yaml）；可用 report new 生成`,
});

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** Files that match a pattern, sorted, named as from `cwd`. */
async function search(io: Io, pattern: string): Promise<string[]> {
  const { globby } = await import('globby');
  const slashed = pattern.replaceAll('\\', '/');
  const outside = slashed.startsWith('../') || slashed.startsWith('/');
  const found = await globby(slashed, { cwd: io.cwd, gitignore: !outside, ignore: SKIPPED, expandDirectories: false });
  return found.map((path) => (outside ? path : relative(io.cwd, resolve(io.cwd, path)))).sort();
}

/** Writes a file whole or not at all. @throws UserError where it exists and may not be overwritten, or cannot be written. */
export async function writeText(io: Io, path: string, text: string, force: boolean): Promise<void> {
  const full = resolve(io.cwd, path);
  if (!force && existsSync(full))
    throw new UserError({ en: `“${path}” exists and is left as it is; --force overwrites it`, zh: `“${path}”已存在，未作改动；要覆盖请加 --force` });
  const { default: writeFileAtomic } = await import('write-file-atomic');
  const { mkdir } = await import('node:fs/promises');
  try {
    await mkdir(dirname(full), { recursive: true });
    await writeFileAtomic(full, text);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new UserError({
        en: `“${path}” cannot be written, because “${dirname(path)}” is no folder; name another`,
        zh: `“${path}”无法写入，因为“${dirname(path)}”不是文件夹；请另写一个`,
      });
    throw new UserError({ en: `“${path}” cannot be written: ${message}`, zh: `“${path}”无法写入：${message}` });
  }
}

/** Whether a path exists. */
export const exists = (io: Io, path: string): boolean => existsSync(resolve(io.cwd, path));

/** Whether a path is a folder. */
export const isFolder = (io: Io, path: string): boolean => kindOf(resolve(io.cwd, path)) === 'folder';

/** The names of the YAML files in a folder, sorted; undefined where there is no such folder. */
export const yamlFilesIn = (io: Io, folder: string): readonly string[] | undefined =>
  isFolder(io, folder)
    ? readdirSync(resolve(io.cwd, folder))
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
    : undefined;
