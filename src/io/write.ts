import { existsSync, lstatSync, statSync, type Stats } from 'node:fs';
import { access, constants, open, readFile, rmdir, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { quotedPath, unwritable } from './file-errors.ts';
import { isHandedOver } from './read.ts';
import { putWhole } from './put-whole.ts';
import { realPath, touch, touchOf } from './touched.ts';
import type { Io } from './world.ts';

/** Whether an output means standard output: `-`, or what a system calls it. */
export const isStandardOutput = (out: string): boolean =>
  out === '-' || /^\/(?:dev\/stdout|dev\/fd\/1|proc\/self\/fd\/1)$/.test(out);

/** How freely a file may be written. */
export interface WriteOptions {
  /** Whether a file that exists may be replaced. What the run reads, or wrote before, never is. */
  readonly force: boolean;
  /** Whether it may be a file that only a draft names: a section that is imported anew. */
  readonly beside?: boolean | undefined;
}

/** Refuses an output before anything is computed for it. @throws UserError where it exists without force, is what is being read, or was written by this run. */
export function refuseOutput(io: Io, path: string, { force, beside = false }: WriteOptions): void {
  if (isStandardOutput(path)) return;
  const full = resolve(io.cwd, path);
  const touched = touchOf(io, full);
  if (touched === 'written')
    throw new UserError({
      en: `${quotedPath(path)} was written by this same run a moment ago and is not overwritten; give each output a name of its own`,
      zh: `${quotedPath(path)}是这次运行刚写成的，不再覆盖；请给每个输出各起一个名字`,
    });
  if (touched === 'named' || (touched === 'beside' && !beside))
    throw new UserError({
      en: `${quotedPath(path)} is being read by this very command and is not overwritten, with --force neither; name another file`,
      zh: `${quotedPath(path)}正是这次所读的文件，加 --force 也不覆盖；请另写一个文件名`,
    });
  const about = existsSync(full) ? statSync(full) : undefined;
  // no --force makes a file of a folder
  if (about?.isDirectory()) throw unwritable({ code: 'EISDIR' }, path);
  if (!force && about && !about.isCharacterDevice() && !isHandedOver(path)) throw standing(path);
}

/** Writes a file, text or bytes, whole or not at all; a link is followed and stays, and a terminal or `/dev/null` is written into. @throws UserError where it may not be, or cannot be, written. */
export async function writeFile(
  io: Io,
  path: string,
  content: string | Uint8Array,
  options: boolean | WriteOptions,
): Promise<void> {
  const { force, beside } = typeof options === 'boolean' ? { force: options } : options;
  refuseOutput(io, path, { force, beside });
  const full = resolve(io.cwd, path);
  try {
    const about = targetAt(full, path);
    if (about !== undefined && !about.isFile()) return await writeInto(full, content, path, about);
    if (about !== undefined) await refuseReadOnly(full, about, path);
    await putWhole({ target: realPath(full), bytes: Buffer.from(content), about, mayReplace: force });
    touch(io, full, 'written');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw code === 'EEXIST' || code === 'ENOTDIR' ? taken(full, path) : unwritable(error, path);
  }
}

/**
 * Changes a file that was read: only where it still holds what was read, and where it may be written. A file that holds the new text already was changed by
 * another run. @throws UserError where it was not changed
 */
export async function replaceText(io: Io, path: string, before: string, after: string): Promise<void> {
  const full = resolve(io.cwd, path);
  try {
    const about = statSync(full);
    const [old, bytes] = [Buffer.from(before), Buffer.from(after)];
    const target = realPath(full);
    await refuseReadOnly(full, about, path);
    const stillHolds = async (): Promise<boolean> => {
      const now = await readFile(target);
      if (!now.equals(old) && !now.equals(bytes)) throw changed(path);
      return now.equals(old);
    };
    if (await stillHolds())
      await putWhole({ target, bytes, about, mayReplace: true, beforeReplacing: stillHolds });
  } catch (error) {
    throw unwritable(error, path);
  }
}

/** Removes a file that still holds what was read, and folders that are empty then; whether it did. @throws UserError where it cannot be removed */
export async function removeText(io: Io, path: string, before: string): Promise<boolean> {
  const full = resolve(io.cwd, path);
  try {
    if (!(await readFile(full)).equals(Buffer.from(before))) return false;
    await unlink(full);
    // below this folder only, and only what is empty
    for (
      let folder = dirname(full);
      folder !== resolve(io.cwd) && folder.startsWith(resolve(io.cwd));
      folder = dirname(folder)
    )
      await rmdir(folder);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return true;
    throw unwritable(error, path);
  }
}

const changed = (path: string): UserError =>
  new UserError({
    en: `${quotedPath(path)} was changed by another program after it was read, and is left as it is; run the command again`,
    zh: `${quotedPath(path)}在读取之后被别的程序改过，保持原样；请重新运行`,
  });

/** What stands at a path; undefined where nothing does. A link to nothing is refused: what is meant is not known. */
function targetAt(full: string, path: string): Stats | undefined {
  const about = existsSync(full) ? statSync(full) : undefined;
  if (about === undefined && lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new UserError({
      en: `${quotedPath(path)} is a link to a file that does not exist; name the file itself`,
      zh: `${quotedPath(path)}是链接，所指的文件不存在；请直接写明文件`,
    });
  return about;
}

/** Read-only is read-only for an administrator too, whom the system would let. */
async function refuseReadOnly(full: string, { mode }: Stats, path: string): Promise<void> {
  const mayWrite = await access(full, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!mayWrite || (mode & 0o222) === 0)
    throw new UserError({
      en: `${quotedPath(path)} is read-only and is left as it is; allow writing to it first, or name another file`,
      zh: `${quotedPath(path)}是只读文件，保持原样；请先取消只读，或另写一个文件名`,
    });
}

/** Writes into a terminal, `/dev/null` or what a shell hands over. @throws where it is a folder, a pipe of its own name or a disk. */
async function writeInto(
  full: string,
  content: string | Uint8Array,
  path: string,
  about: Stats,
): Promise<void> {
  if (about.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
  if (!about.isCharacterDevice() && !isHandedOver(path))
    throw new UserError({
      en: `${quotedPath(path)} is a device or a pipe, not a file, and is not written; name a file, or - for standard output`,
      zh: `${quotedPath(path)}是设备或管道，不是文件，不予写入；请写明文件，标准输出写 -`,
    });
  const handle = await open(full, 'w');
  try {
    await handle.writeFile(content);
  } finally {
    await handle.close();
  }
}

const standing = (path: string): UserError =>
  new UserError({
    en: `${quotedPath(path)} exists and is left as it is; --force overwrites it, --out names another file`,
    zh: `${quotedPath(path)}已存在，未作改动；要覆盖请加 --force，另存请用 --out`,
  });

function taken(full: string, path: string): UserError {
  if (existsSync(full)) return standing(path);
  return new UserError({
    en: `${quotedPath(path)} cannot be written, because ${quotedPath(dirname(path))} is no folder; name another`,
    zh: `${quotedPath(path)}无法写入，因为${quotedPath(dirname(path))}不是文件夹；请另写一个`,
  });
}
