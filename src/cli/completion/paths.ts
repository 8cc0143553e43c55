import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Io } from '../../io.ts';
import type { Candidate } from './candidate.ts';

/**
 * Paths that begin as what is written does: folders, and files of some names. Hidden ones only where their dot is written. A folder
 * that cannot be read holds nothing.
 */
export function pathsFor(io: Io, written: string, wanted: RegExp): readonly Candidate[] {
  const slash = written.lastIndexOf('/') + 1;
  const [folder, begin] = [written.slice(0, slash), written.slice(slash)];
  const home = io.env['HOME'];
  const real =
    home !== undefined && folder.startsWith('~/') ? join(home, folder.slice(2)) : resolve(io.cwd, folder);
  return namesIn(real)
    .filter((name) => name.startsWith(begin) && (begin !== '' || !name.startsWith('.')))
    .flatMap((name): Candidate[] => {
      if (isFolder(join(real, name))) return name === 'node_modules' ? [] : [{ word: `${folder}${name}/` }];
      return wanted.test(name) ? [{ word: folder + name }] : [];
    });
}

function namesIn(folder: string): readonly string[] {
  try {
    // what a shell would take apart, or a terminal obey, is left to be typed
    return readdirSync(folder)
      .filter((name) => !/\p{C}/u.test(name))
      .sort();
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
