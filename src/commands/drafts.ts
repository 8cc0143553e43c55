import { dirname, join, relative, resolve } from 'node:path';
import type { Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { findDrafts, realPath, type FoundFiles, type Io } from '../io.ts';
import { isSectionFile } from '../lint/section-file.ts';
import { printableName } from '../source/printable.ts';
import {
  configFinder,
  isDraftIgnored,
  type ConfigOptions,
  type FindConfig,
  type FoundConfig,
} from './config-file.ts';

/** What a command is to read, by its arguments and the configuration. */
export interface ProjectDrafts extends Pick<FoundFiles, 'problems' | 'notes'> {
  /** Drafts first, so that a section file that stands in one of them need not be read by itself. */
  readonly files: readonly string[];
  /** The configuration of the folder that the command runs in. */
  readonly here: FoundConfig | undefined;
  readonly findConfig: FindConfig;
  /** Whether everything that was named is left out by the configuration. */
  readonly allIgnored: boolean;
  /** Notes that files were read; whether one need not be, because a draft that was read holds it. */
  readonly covered: { add(files: Iterable<string>): void; has(file: string): boolean };
}

/**
 * The drafts that arguments name: without any, those of `files` in the configuration, else all below here. What the
 * configuration ignores is left out, a file that is named outright as well, and this is said then: tools that name
 * every changed file heed the project’s wishes so. @throws UserError where the configuration of this folder is wrong
 */
export async function projectDrafts(
  given: readonly string[],
  options: ConfigOptions & { readonly ignore?: boolean },
  io: Io,
): Promise<ProjectDrafts> {
  const { ignore = true } = options;
  const findConfig = configFinder(io, options);
  const here = findConfig('.');
  const names = given.length > 0 ? given : (here?.config.files ?? []).map((glob) => fromHere(io, here, glob));
  const isLeftOut = (file: string): boolean =>
    ignore && (isDraftIgnored(here, file, io) || isDraftIgnored(nearest(findConfig, file), file, io));
  const { files, problems, notes, leftOut } = await findDrafts(io, names, isLeftOut);
  const read = new Set<string>();
  const real = (file: string): string => realPath(resolve(io.cwd, file));
  return {
    files: [...files.filter((file) => !isSectionFile(file)), ...files.filter(isSectionFile)],
    problems,
    notes: [...notes, ...(leftOut.length > 0 ? [ignored(leftOut)] : [])],
    here,
    findConfig,
    allIgnored: files.length === 0 && leftOut.length > 0,
    covered: {
      add: (each) => {
        for (const file of each) read.add(real(file));
      },
      has: (file) => isSectionFile(file) && read.has(real(file)),
    },
  };
}

/** A pattern of the configuration counts from its folder. */
const fromHere = (io: Io, here: FoundConfig | undefined, glob: string): string =>
  (relative(io.cwd, join(dirname(here?.file ?? ''), glob)) || '.').replaceAll('\\', '/');

/** The configuration nearest to a file; what is wrong with it is said when the file is read. */
function nearest(findConfig: FindConfig, file: string): FoundConfig | undefined {
  try {
    return findConfig(dirname(file));
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function ignored(files: readonly string[]): Words {
  const shown = files.map(printableName);
  return {
    en: `left out, because “ignore” of the configuration names ${files.length === 1 ? 'it' : 'them'} (--no-ignore reads ${files.length === 1 ? 'it' : 'them'} all the same): ${shown.join(', ')}`,
    zh: `配置文件的 ignore 写明不检查（加 --no-ignore 照样读取）：${shown.join('、')}`,
  };
}
