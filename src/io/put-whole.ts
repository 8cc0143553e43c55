import { existsSync, rmdirSync, unlinkSync, type Stats } from 'node:fs';
import { link, mkdir, open, rename, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file to be put in place. */
export interface Put {
  /** Where it goes: an absolute path that is no link. */
  readonly target: string;
  readonly bytes: Uint8Array;
  /** The file that stands there, whose owner and permissions stay; undefined where there was none. */
  readonly about: Stats | undefined;
  /** Whether a file that stands there when all is written may be replaced. */
  readonly mayReplace: boolean;
  /** Asked when all is written; false leaves the old file. */
  readonly beforeReplacing?: () => Promise<boolean>;
}

/**
 * Puts a file in place whole or not at all: it is written beside its place to the last byte, synced, and renamed. Whatever fails, what stood there stands, and
 * nothing else is left: no part of a file, and no folder that was made for it. @throws what the system says; EEXIST where a file came in between
 */
export async function putWhole({ target, bytes, about, mayReplace, beforeReplacing }: Put): Promise<void> {
  const folder = dirname(target);
  const made: string[] = [];
  // short, so that it fits where the name itself does; no draft by its ending
  const beside = join(
    folder,
    `.report-${process.pid}-${process.getBuiltinModule('node:crypto').randomBytes(6).toString('hex')}.tmp`,
  );
  const stopWaiting = removeIfInterrupted(beside);
  try {
    await makeFolder(folder, made);
    await writeBeside(beside, bytes, about);
    const wanted = beforeReplacing === undefined || (await beforeReplacing());
    if (wanted) await (mayReplace ? rename(beside, target) : moveNew(beside, target));
    else await unlink(beside);
    await syncFolder(folder);
  } catch (error) {
    await unlink(beside).catch(() => undefined);
    removeFolders(made);
    throw error;
  } finally {
    stopWaiting();
  }
}

async function writeBeside(path: string, bytes: Uint8Array, about: Stats | undefined): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    const { size } = await handle.stat();
    if (size !== bytes.length)
      throw Object.assign(new Error(`${size} of ${bytes.length} bytes were written`), { code: 'ENOSPC' });
    if (about !== undefined) await keepOwner(handle, about);
    await handle.sync().catch(unlessUnsupported);
  } finally {
    await handle.close();
  }
}

/** Owner first: to change it takes permissions away. */
async function keepOwner(handle: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const own = await handle.stat();
  if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid);
  if ((own.mode & 0o7777) !== (mode & 0o7777) || own.uid !== uid) await handle.chmod(mode & 0o7777);
}

/** Some network disks know no sync. */
function unlessUnsupported(error: NodeJS.ErrnoException): void {
  if (!['EINVAL', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(error.code ?? '')) throw error;
}

/** Moves a file where none may be: a second name for it is only given where there is none. Where a disk knows no second names, it is looked first. */
async function moveNew(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(to))
      throw Object.assign(new Error('exists'), { code: 'EEXIST' });
    return rename(from, to);
  }
  await unlink(from);
}

/** The name itself is on the disk when the folder is; where a system does not sync folders, it does so by itself. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // what was written is whole all the same
  }
}

/** Makes a folder and those above it, one by one and each noted: what Node says of a full disk on the way is that there is no folder. */
async function makeFolder(folder: string, made: string[]): Promise<void> {
  try {
    await mkdir(folder);
    made.push(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && dirname(folder) !== folder) {
      await makeFolder(dirname(folder), made);
      await makeFolder(folder, made);
    } else if (!existsSync(folder)) throw error;
  }
}

function removeFolders(made: readonly string[]): void {
  try {
    for (const folder of [...made].reverse()) rmdirSync(folder);
  } catch {
    // another program has put something there
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Leaves nothing lying where the run is interrupted while it writes; what is returned ends that. */
function removeIfInterrupted(path: string): () => void {
  const stop = (): void => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals): void => {
    stop();
    try {
      unlinkSync(path);
    } catch {
      // it is gone already
    }
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return stop;
}
