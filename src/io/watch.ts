import { watch } from 'chokidar';
import { dirname, relative, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { isIgnored, rulesAbove, ignoreRulesIn } from './ignored.ts';
import { isWithin, pathKind } from './read.ts';
import { realPath } from './touched.ts';
import type { Turn, Watch, WatchOptions } from './world.ts';

/** How long nothing must change before what has changed is told, in milliseconds: editors and git write several files at a time. */
const QUIET = 100;

/** How a process is ended that was interrupted, as shells count: 128 and the number of the signal. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Watches folders, with all below that a search for drafts would enter, and single files, wherever they are and whether they are there yet.
 * On Linux every folder is watched by itself, which the library sees to. @throws UserError where the system does not allow it
 */
export async function watchFiles({ folders, files, wanted }: WatchOptions): Promise<Watch> {
  const places = new Places(folders, wanted);
  const turns = new Turns();
  const watcher = watch([...folders], {
    ignoreInitial: true,
    ignored: (path, about) => places.isLeftOut(path, about?.isFile()),
  });
  const ready = new Promise<void>((done, fail) => {
    watcher.on('ready', done).on('error', (error) => {
      const words = refusal(error as NodeJS.ErrnoException);
      turns.fail(words);
      fail(words);
    });
  });
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, (path) => turns.note(path));
  const add = (more: readonly string[]): void => void watcher.add([...places.take(more)]);
  add(files);
  const ends = Object.entries(SIGNALS).map(([signal, code]) => {
    const end = (): void => turns.end(code);
    process.once(signal, end);
    return () => process.removeListener(signal, end);
  });
  const close = async (): Promise<void> => {
    for (const end of ends) end();
    turns.close();
    await watcher.close();
  };
  try {
    await ready;
  } catch (error) {
    await close();
    throw error;
  }
  return { add, next: () => turns.next(), close };
}

/** What is watched: folders with all below, folders for the sake of single files in them, and these files. */
class Places {
  readonly #deep: readonly string[];
  readonly #flat = new Set<string>();
  readonly #files = new Set<string>();
  readonly #rules: ReturnType<typeof ignoreRulesIn>;
  readonly #wanted: WatchOptions['wanted'];

  constructor(folders: readonly string[], wanted: WatchOptions['wanted']) {
    this.#deep = folders;
    this.#wanted = wanted;
    this.#rules = folders.flatMap((folder) => [...rulesAbove(folder, folder), ...ignoreRulesIn(folder)]);
  }

  /** Takes files in; what the watcher must be told for them is returned: a folder that none watches, so that they may go and come. */
  take(files: readonly string[]): ReadonlySet<string> {
    const paths = new Set<string>();
    for (const file of files) {
      if (this.#files.has(file)) continue;
      this.#files.add(file);
      let folder = dirname(file);
      while (pathKind(folder) !== 'folder' && dirname(folder) !== folder) folder = dirname(folder);
      if (!this.#entered(folder) && !this.#flat.has(folder)) {
        this.#flat.add(folder);
        paths.add(folder);
      }
      // a folder that is watched already passed over it
      else if (pathKind(file) === 'file') paths.add(file);
    }
    return paths;
  }

  isLeftOut(path: string, isFile: boolean | undefined): boolean {
    if (this.#files.has(path) || this.#flat.has(path) || this.#deep.includes(path)) return false;
    if (!this.#entered(isFile === false ? path : dirname(path)))
      return isFile !== undefined || !this.#leads(path);
    // nor is a link followed that leads out of what is searched
    return isFile === true
      ? !this.#wanted(path)
      : isFile === false && !this.#deep.some((each) => isWithin(realPath(path), each));
  }

  /** Whether one of the files lies below a path. */
  #leads = (path: string): boolean => [...this.#files].some((file) => file.startsWith(path + sep));

  /** Whether a folder is one that a search enters. */
  #entered(folder: string): boolean {
    const root = this.#deep.find((each) => isWithin(folder, each));
    if (root === undefined) return false;
    const names = relative(root, folder).split(sep);
    if (names.some((name) => name.startsWith('.') || name === 'node_modules')) return false;
    return names[0] === '' || !isIgnored(this.#rules, folder, true);
  }
}

/** What has changed since it was last asked for, told once nothing more does. */
class Turns {
  #changed = new Set<string>();
  #ended: Turn | undefined;
  #failure: UserError | undefined;
  #timer: NodeJS.Timeout | undefined;
  #waiting: { readonly done: (turn: Turn) => void; readonly fail: (error: UserError) => void } | undefined;

  note(path: string): void {
    this.#changed.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), QUIET);
  }

  end(code: number): void {
    this.#ended = { ended: code };
    this.#tell();
  }

  fail(error: UserError): void {
    this.#failure = error;
    this.#tell();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  next(): Promise<Turn> {
    return new Promise((done, fail) => {
      this.#waiting = { done, fail };
      // what came while a run went on is due at once
      if (this.#ended || this.#failure || (this.#changed.size > 0 && this.#timer === undefined)) this.#tell();
    });
  }

  #tell(): void {
    this.#timer = undefined;
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    this.#waiting = undefined;
    if (this.#failure) return waiting.fail(this.#failure);
    if (this.#ended) return waiting.done(this.#ended);
    const changed = this.#changed;
    this.#changed = new Set();
    waiting.done({ changed });
  }
}

/** Why the system does not watch, and what to do. */
function refusal({ code = '', message }: NodeJS.ErrnoException): UserError {
  if (code === 'ENOSPC' || code === 'EMFILE')
    return new UserError({
      en: 'the system watches no more files: raise its limit (on Linux: sudo sysctl fs.inotify.max_user_watches=524288), name fewer folders, or set CHOKIDAR_USEPOLLING=1',
      zh: '系统不能再监视更多文件：请调高上限（Linux：sudo sysctl fs.inotify.max_user_watches=524288），少写几个文件夹，或设 CHOKIDAR_USEPOLLING=1',
    });
  return new UserError({
    en: `files cannot be watched: ${message}; setting CHOKIDAR_USEPOLLING=1 looks at them again and again instead`,
    zh: `不能监视文件：${message}；可设 CHOKIDAR_USEPOLLING=1 改为轮询`,
  });
}
