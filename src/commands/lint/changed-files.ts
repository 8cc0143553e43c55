import { dirname, resolve, sep } from 'node:path';
import { exists, realPath, type Io } from '../../io.ts';

/** Names of configurations, also of those that are refused: one that comes or goes concerns every draft below it. */
const CONFIG = /[\\/](?:report\.config(?:\.\w+)?|\.reportrc(?:\.\w+)?)$/;

/** Files that have changed, or may have. */
export class ChangedFiles {
  readonly #io: Io;
  readonly #top: string;
  readonly #paths: ReadonlySet<string>;
  readonly #followed: ReadonlySet<string> | undefined;

  /**
   * Paths are whole and real; a folder among them stands for all in it. Where it is given which files are followed, any other
   * that is there may have changed.
   */
  constructor(io: Io, paths: ReadonlySet<string>, followed?: ReadonlySet<string>) {
    this.#io = io;
    this.#top = realPath(io.cwd);
    this.#paths = paths;
    this.#followed = followed;
  }

  /** Whether a file, which need not be there, has changed or may have: itself, what a link leads to, a folder on the way. */
  has(file: string): boolean {
    const names = [resolve(this.#top, file), realPath(resolve(this.#io.cwd, file))];
    if (names.some((name) => isAmong(this.#paths, name))) return true;
    const followed = this.#followed;
    return followed !== undefined && exists(this.#io, file) && !names.some((name) => isAmong(followed, name));
  }

  /** Whether anything in a folder or below has changed that is wanted. */
  hasIn(folder: string, wanted: (path: string) => boolean): boolean {
    const start = withStroke(realPath(resolve(this.#io.cwd, folder)));
    return [...this.#paths].some((path) => path.startsWith(start) && wanted(path));
  }

  /** Whether a configuration came, went or changed in the folder of a file or above it. */
  hasConfigAbove(file: string): boolean {
    const folder = withStroke(realPath(resolve(this.#io.cwd, dirname(file))));
    return [...this.#paths].some((path) => CONFIG.test(path) && folder.startsWith(withStroke(dirname(path))));
  }
}

const withStroke = (folder: string): string => (folder.endsWith(sep) ? folder : folder + sep);

/** Whether a path, or a folder that it lies in, is one of them. */
function isAmong(paths: ReadonlySet<string>, path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (paths.has(at)) return true;
    if (dirname(at) === at) return false;
  }
}
