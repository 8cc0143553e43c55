import { dirname, resolve } from 'node:path';
import type { Language } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { isWithin, realPath, searchPlaces, type Io, type Watch } from '../../io.ts';
import { countsOf } from '../../reporters/reporter.ts';
import { filesOfConfig, hasPlugins, isCode, isForPlugins, pluginFiles } from './asked-files.ts';
import { asksForBaseline, baselineOf } from './baseline-file.ts';
import { ChangedFiles } from './changed-files.ts';
import { sayCrashes } from '../crashes.ts';
import { projectDrafts, type ProjectDrafts } from '../drafts.ts';
import { checkBaseline, sayBaseline, withoutKnown } from './lint-baseline.ts';
import { print } from './lint-output.ts';
import type { LintOptions } from './lint-options.ts';
import { checkAll } from './lint-run.ts';
import { tell, unique } from '../print-error.ts';
import { runLanguage } from '../run-language.ts';
import { allWords, changedWords, noWatch, pluginChanged, refuseOthers, watching } from './watch-words.ts';
import { WatchedDrafts } from './watched-drafts.ts';

/**
 * `report lint --watch`: checks drafts, and again what a change concerns, until it is interrupted: 130 for Ctrl-C, which is neither a pass
 * nor a failure of the drafts. What is wrong meanwhile with a configuration, or what cannot be read, is said, and the watch goes on.
 * @throws UserError where it cannot begin, or the system ends it
 */
export async function watchDrafts(given: readonly string[], options: LintOptions, io: Io): Promise<number> {
  refuseOthers(given, options);
  if (io.watch === undefined) throw noWatch();
  // what is wrong from the start is mended from the start
  const project = await projectDrafts(given, options, io);
  if (asksForBaseline(options)) checkBaseline(options, io);
  const watch = await io.watch(placesOf(given, project, io));
  const turns = new Turns(given, options, io, watch);
  try {
    await turns.check(project, project.files);
    turns.sayWatching();
    for (;;) {
      const turn = await watch.next();
      if ('ended' in turn) return turn.ended;
      await turns.again(turn.changed);
    }
  } finally {
    await watch.close();
  }
}

const nothingMended = { mends: false, dry: false, unsafe: false };

/** One check after another of the same drafts. */
class Turns {
  readonly #given: readonly string[];
  readonly #options: LintOptions;
  readonly #io: Io;
  readonly #watch: Watch;
  readonly #drafts: WatchedDrafts;
  #language: Language;

  constructor(given: readonly string[], options: LintOptions, io: Io, watch: Watch) {
    this.#given = given;
    this.#options = options;
    this.#io = io;
    this.#watch = watch;
    this.#drafts = new WatchedDrafts(io);
    this.#language = runLanguage(options, io);
  }

  /** Checks some drafts and prints what is found in them. */
  async check(project: ProjectDrafts, files: readonly string[]): Promise<void> {
    const [options, io] = [this.#options, this.#io];
    const all = await checkAll({ ...project, files }, nothingMended, options, io, this.#drafts);
    const isWhole =
      this.#given.length === 0 && files.length === project.files.length && all.failures.length === 0;
    const run = await withoutKnown(all, { findConfig: project.findConfig, isWhole }, options, io);
    this.#drafts.take(run);
    this.#drafts.cover(project);
    this.#language = runLanguage(options, io, project.here?.config.language, run.drafts, this.#language);
    this.#addFiles(project);
    for (const words of unique([...project.notes, ...run.failures])) tell(io, words, this.#language);
    sayCrashes(run.crashes, io, this.#language);
    if (run.checked.length > 0) await print(run, [{ format: 'text' }], options, io, this.#language);
    if (run.heldBack) sayBaseline(run.heldBack, options, io, this.#language);
    if (files.length < project.files.length) this.#sayAll(project.files.length);
  }

  /** Checks again what a change concerns; nothing is said of one that concerns nothing. */
  async again(paths: ReadonlySet<string>): Promise<void> {
    const [options, io] = [this.#options, this.#io];
    try {
      const project = await projectDrafts(this.#given, options, io);
      const isFewer = this.#drafts.keep(project);
      const files = this.#drafts.concerned(project, new ChangedFiles(io, withReal(paths)), options);
      if (files.length === 0 && !isFewer) return;
      tell(io, changedWords(paths, io), this.#language);
      if (hasPluginIn(project, paths)) tell(io, pluginChanged, this.#language);
      await this.check(project, files);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#drafts.doubtAll();
      tell(io, changedWords(paths, io), this.#language);
      tell(io, error.words, this.#language);
    }
    this.sayWatching();
  }

  sayWatching(): void {
    tell(this.#io, watching, this.#language);
  }

  /** Whatever lint asked for is watched, wherever it is, whether it is there or not. */
  #addFiles({ files, findConfig }: ProjectDrafts): void {
    const paths = new Set(this.#drafts.asked);
    for (const file of files)
      try {
        const found = findConfig(dirname(file));
        const baseline = baselineOf(file, findConfig, this.#options, this.#io);
        for (const each of found ? filesOfConfig(found, this.#io) : []) paths.add(each);
        if (baseline !== undefined) paths.add(baseline);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    this.#watch.add([...wholePaths(this.#io, [...paths])]);
  }

  #sayAll(count: number): void {
    const findings = this.#drafts.findings;
    if (findings !== undefined) tell(this.#io, allWords(count, countsOf(findings)), this.#language);
  }
}

/** Where drafts are searched for, and what may be one there. */
function placesOf(
  given: readonly string[],
  { here, files, findConfig }: ProjectDrafts,
  io: Io,
): Parameters<NonNullable<Io['watch']>>[0] {
  const names =
    given.length > 0
      ? given
      : (here?.config.files ?? []).map((glob) => resolve(dirname(here?.file ?? ''), glob));
  const { folders, files: single } = searchPlaces(io, names);
  const withPlugins = [here, ...files.map((file) => configOf(file, findConfig))].some(hasPlugins);
  return {
    folders,
    files: [...wholePaths(io, [...files, ...single])],
    wanted: (path) =>
      /\.ya?ml$|[\\/](?:\.?report[^\\/]*|\.gitignore)$/i.test(path) || (withPlugins && isForPlugins(path)),
  };
}

/** Files by their whole path, and by what links in it lead to. */
const wholePaths = (io: Io, files: readonly string[]): ReadonlySet<string> =>
  withReal(files.map((file) => resolve(realPath(io.cwd), file)));

const withReal = (paths: Iterable<string>): ReadonlySet<string> =>
  new Set([...paths].flatMap((path) => [path, realPath(path)]));

/** The configuration of a draft; none where it is broken, which is said where the draft is checked. */
function configOf(file: string, findConfig: ProjectDrafts['findConfig']): ReturnType<typeof findConfig> {
  try {
    return findConfig(dirname(file));
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** Whether code of a plugin changed, or may have, which a process loads only once: its file, or code beside the configuration. */
const hasPluginIn = ({ files, findConfig }: ProjectDrafts, paths: ReadonlySet<string>): boolean =>
  files.some((file) => {
    const found = configOf(file, findConfig);
    if (found === undefined || !hasPlugins(found)) return false;
    const folder = realPath(dirname(found.file));
    return (
      pluginFiles(found).some((each) => paths.has(realPath(each)) || paths.has(each)) ||
      [...paths].some((path) => isCode(path) && isWithin(path, folder))
    );
  });
