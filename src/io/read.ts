import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  type Stats,
} from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import type { Asset, FindAsset } from '../model/published-files.ts';
import { decode } from './decode.ts';
import { irregular, quotedPath, unreadable } from './file-errors.ts';
import { realPath, touch, type Touch } from './touched.ts';
import type { CheckSize, Io } from './world.ts';

/** Larger files are refused: a report of a year is some tens of kilobytes. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Reads a text file. @throws UserError where it is missing, unreadable, too large, no regular file or not UTF-8. */
export const readText = (io: Io, path: string): string => decode(readNamedBytes(io, path), path);

/** The bytes of a text file that was named. @throws UserError where it is missing, unreadable, too large or no regular file. */
export const readNamedBytes = (io: Io, path: string): Uint8Array => readAs(io, path, textSize(path), 'named');

/** Reads a file; its size is checked before it is, and while it is. @throws UserError where it is missing or unreadable, or its size is refused. */
export const readBytes = (io: Io, path: string, checkSize: CheckSize): Uint8Array =>
  readAs(io, path, checkSize, 'named');

/** Refuses a text that is too large. */
export const textSize =
  (path: string): CheckSize =>
  (size) => {
    if (size <= MAX_BYTES) return;
    throw new UserError({
      en: `${quotedPath(path)} has ${Math.ceil(size / 1e6)} MB or more; drafts of up to 64 MB are read`,
      zh: `${quotedPath(path)}超过${Math.floor(size / 1e6)}MB；最多读取64MB的稿子`,
    });
  };

/** Reads a file that a draft names; undefined where there is none. @throws UserError where it cannot be read. */
export function readBeside(io: Io): ((path: string) => string | undefined) & {
  leaves: (file: string, folder: string) => boolean;
  asset: FindAsset;
} {
  const read = (path: string): string | undefined => {
    const bytes = readBesideBytes(io, path);
    return bytes && decode(bytes, path);
  };
  return Object.assign(read, {
    leaves: (file: string, folder: string) => leaves(io, file, folder),
    asset: (path: string) => assetOf(io, path),
  });
}

/** The bytes of a file that a draft names; undefined where there is none. @throws UserError where it cannot be read. */
export function readBesideBytes(io: Io, path: string): Uint8Array | undefined {
  const full = resolve(io.cwd, path);
  try {
    if (!isSent(io, full) && statSync(full, { throwIfNoEntry: false }) === undefined) return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw unreadable(error, path);
    return undefined;
  }
  return readAs(io, path, textSize(path), 'beside');
}

/** A picture or an attachment, which is read when it is needed. @throws UserError where it is there and cannot be read. */
function assetOf(io: Io, path: string): Asset {
  try {
    const about = statSync(resolve(io.cwd, path));
    if (about.isDirectory()) return { kind: 'folder' };
    if (!about.isFile()) throw irregular(path);
    return { kind: 'file', size: about.size, bytes: () => readAs(io, path, textSize(path), 'beside') };
  } catch (error) {
    if (error instanceof UserError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw unreadable(error, path);
    return { kind: 'missing' };
  }
}

/** Whether a file that should stand below a folder stands elsewhere, by a link. */
export function leaves(io: Io, file: string, folder: string): boolean {
  const full = resolve(io.cwd, file);
  return existsSync(full) && !isWithin(realPath(full), realPath(resolve(io.cwd, folder)));
}

/** Whether a real path is a folder or stands below it. */
export function isWithin(real: string, folder: string): boolean {
  const way = relative(folder, real);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(folder, way) === way);
}

/** What a shell hands over: `<(…)` is named like this. */
export const isHandedOver = (path: string): boolean =>
  /^\/(?:dev|proc\/self)\/fd\/\d+$/.test(path) || path === '/dev/stdin';

function readAs(io: Io, path: string, checkSize: CheckSize, how: Touch): Uint8Array {
  const full = resolve(io.cwd, path);
  if (io.sent && isSent(io, full)) {
    touch(io, full, how);
    return io.sent.bytes;
  }
  try {
    const about = statSync(full);
    if (about.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
    if (!about.isFile() && !(how === 'named' && isHandedOver(path))) throw irregular(path);
    checkSize(about.size);
    const bytes = readBounded(full, about, checkSize);
    touch(io, full, how);
    return bytes;
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(error, path);
  }
}

const PIECE = 1 << 16;

/** Reads to the end, and no further than its size is allowed to be; what took the place of a file in the meantime does not hold it up. */
function readBounded(full: string, about: Stats, checkSize: CheckSize): Uint8Array {
  const fd = openSync(full, constants.O_RDONLY | (about.isFile() ? (constants.O_NONBLOCK ?? 0) : 0));
  try {
    if (about.isFile() && !fstatSync(fd).isFile()) throw irregular(full);
    const pieces: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const piece = new Uint8Array(Math.max(PIECE, size === 0 ? about.size + 1 : 0));
      const length = readSync(fd, piece, 0, piece.length, null);
      if (length === 0) return pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces);
      size += length;
      checkSize(size);
      pieces.push(piece.subarray(0, length));
    }
  } finally {
    closeSync(fd);
  }
}

/** Whether a path leads to the file whose content was sent. */
export const isSent = ({ sent }: Io, full: string): boolean =>
  sent !== undefined && (sent.path === full || realPath(sent.path) === realPath(full));

/** Whether a path exists. */
export const exists = (io: Io, path: string): boolean => existsSync(resolve(io.cwd, path));

/** Whether a path is a folder. */
export const isFolder = (io: Io, path: string): boolean => pathKind(resolve(io.cwd, path)) === 'folder';

/** What a path leads to; undefined where there is nothing. */
export function pathKind(full: string): 'file' | 'folder' | undefined {
  try {
    return statSync(full).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** The names of the YAML files in a folder, sorted; undefined where there is no such folder. */
export const yamlFilesIn = (io: Io, folder: string): readonly string[] | undefined =>
  isFolder(io, folder)
    ? readdirSync(resolve(io.cwd, folder))
        .filter((name) => /\.ya?ml$/.test(name))
        .sort()
    : undefined;

/** The names in a folder, sorted; undefined where it cannot be listed. */
export function fileNamesIn(io: Io, folder: string): readonly string[] | undefined {
  try {
    return readdirSync(resolve(io.cwd, folder)).sort();
  } catch {
    return undefined;
  }
}

/** What stands at a path itself, a link not followed; undefined where nothing does. */
export const standsAt = (io: Io, path: string): 'link' | 'other' | undefined => {
  const about = lstatSync(resolve(io.cwd, path), { throwIfNoEntry: false });
  return about && (about.isSymbolicLink() ? 'link' : 'other');
};
