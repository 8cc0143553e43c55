import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { unreadable } from './file-errors.ts';
import type { Io } from './world.ts';

/** The text of a file that stands where an output is to go, whatever its bytes are; undefined where no file does. It is not noted as read, since it may be written then. @throws UserError where it cannot be read */
export function standingText(io: Io, path: string): string | undefined {
  const full = resolve(io.cwd, path);
  try {
    return statSync(full, { throwIfNoEntry: false })?.isFile() ? readFileSync(full, 'utf8') : undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR' || code === 'ELOOP') return undefined;
    throw unreadable(error, path);
  }
}
