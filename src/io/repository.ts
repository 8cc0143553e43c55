import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { isWithin } from './read.ts';
import { realPath } from './touched.ts';
import type { Io } from './world.ts';

/** What build services set to the folder of the repository. */
const WORKSPACES = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'];

/** Names files from the root of the repository, with slashes: the build service’s folder, else the nearest with `.git`, else where the program runs. */
export function pathsInRepository(io: Io): (file: string) => string {
  let root: string | undefined;
  return (file) =>
    relative((root ??= rootOf(io)), join(realPath(io.cwd), relative(io.cwd, resolve(io.cwd, file))))
      .split(sep)
      .join('/');
}

function rootOf(io: Io): string {
  const cwd = realPath(io.cwd);
  for (const name of WORKSPACES) {
    const workspace = io.env[name] ?? '';
    if (workspace !== '' && isWithin(cwd, realPath(resolve(workspace)))) return realPath(resolve(workspace));
  }
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return cwd;
  }
}
