import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import picomatch from 'picomatch';
import type { Failure, Words } from '../diagnostic.ts';
import { isDocumentName } from '../importer/head/document-name.ts';
import { missing, quotedPath } from './file-errors.ts';
import { rulesAbove } from './ignored.ts';
import { isSent, pathKind } from './read.ts';
import { realPath } from './touched.ts';
import { walk, type Walked, type WalkOptions } from './walk.ts';
import type { Io } from './world.ts';

/** The drafts that the arguments of a command name: files, folders and globs. */
export interface FoundFiles {
  readonly files: readonly string[];
  /** What an argument lacks, or what could not be searched: the run did not do what was asked. */
  readonly problems: readonly Failure[];
  /** What was left out for a reason, and is said. */
  readonly notes: readonly Words[];
  /** Files named outright that are left out as `ignored` says. */
  readonly leftOut: readonly string[];
}

/** Finds drafts, each once. A folder is searched, without what git ignores; a file named outright is taken, but for one that is `ignored`. */
export async function findDrafts(
  io: Io,
  names: readonly string[],
  ignored: (file: string) => boolean = () => false,
): Promise<FoundFiles> {
  const files = new Map<string, string>();
  const [problems, notes]: [Failure[], Words[]] = [[], []];
  const leftOut = new Set<string>();
  const take = (file: string): void => {
    const real = realPath(resolve(io.cwd, file));
    // of two spellings the same one is shown, whichever came first
    const known = files.get(real);
    if (known === undefined || file < known) files.set(real, file);
  };
  const search = (walked: Walked, none: () => Failure): void => {
    const wanted = walked.files.filter((file) => !ignored(file)).sort();
    const found = wanted.filter((file) => !isDocumentName(file));
    if (found.length < wanted.length) problems.push(documentsApart(wanted.filter(isDocumentName)));
    problems.push(...walked.problems);
    notes.push(...walked.notes);
    if (wanted.length === 0 && walked.problems.length === 0)
      problems.push(walked.files.length > 0 ? onlyIgnored(walked.files) : none());
    found.forEach(take);
  };
  for (const given of names.length > 0 ? names : ['.']) {
    const name = draftOfYear(io, given);
    const full = resolve(io.cwd, name);
    const kind = isSent(io, full) ? 'file' : pathKind(full);
    if (kind === 'file' && ignored(name)) leftOut.add(name);
    else if (kind === 'file') take(name);
    else if (kind === 'folder')
      search(
        below(io, name, { wanted: isDraft }),
        noDrafts(name, () => below(io, name, { wanted: isSection }).files.length),
      );
    else if (/[*?[\]{}]/.test(name)) search(matching(io, name), () => noMatch(name));
    else problems.push({ ...missing(name), file: name });
  }
  return { files: [...files.values()], problems, notes, leftOut: [...leftOut] };
}

/** The draft that a year stands for: `2017` is `2017.report.yaml`, also beside a folder of that name; without such a draft it is what it says. */
export function draftOfYear(io: Io, name: string): string {
  if (!/^\d{4}$/.test(name)) return name;
  const draft = ['yaml', 'yml']
    .map((ending) => `${name}.report.${ending}`)
    .find((each) => existsSync(resolve(io.cwd, each)));
  return draft ?? (existsSync(resolve(io.cwd, name)) ? name : `${name}.report.yaml`);
}

/** Where drafts are searched for by the arguments of a command, as real paths, and the single files among them. */
export function searchPlaces(
  io: Io,
  names: readonly string[],
): { readonly folders: readonly string[]; readonly files: readonly string[] } {
  const folders = new Set<string>();
  const files = new Set<string>();
  for (const given of names.length > 0 ? names : ['.']) {
    const name = draftOfYear(io, given);
    const kind = pathKind(resolve(io.cwd, name));
    if (kind === 'folder') folders.add(realPath(resolve(io.cwd, name)));
    else if (kind === undefined && /[*?[\]{}]/.test(name))
      folders.add(realPath(resolve(io.cwd, picomatch.scan(name).base)));
    else files.add(name);
  }
  return { folders: [...folders], files: [...files] };
}

const isSection = (way: string): boolean => /\.section\.ya?ml$/i.test(way);
const isDraft = (way: string): boolean => /\.report\.ya?ml$/i.test(way);

function below(io: Io, folder: string, looksFor: Pick<WalkOptions, 'wanted' | 'hiddenToo'>): Walked {
  const real = realPath(resolve(io.cwd, folder));
  const top = realPath(io.cwd);
  return walk(real, join(folder), { ...looksFor, rules: rulesAbove(real, top), within: [real, top] });
}

/** Files that a pattern names: its part without wildcards is the folder that is searched. */
function matching(io: Io, pattern: string): Walked {
  const { base, glob } = picomatch.scan(
    process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern,
  );
  if (pathKind(resolve(io.cwd, base)) !== 'folder') return { files: [], problems: [], notes: [] };
  // a hidden file is only meant where the pattern says its dot; else it is said
  return below(io, base, {
    wanted: picomatch(glob, { nonegate: true, dot: true }),
    hiddenToo: picomatch(glob, { nonegate: true }),
  });
}

const onlyIgnored = (files: readonly string[]): Words => ({
  en: `nothing is left to read: the configuration ignores ${files.map(quotedPath).join(', ')}; --no-ignore reads ${files.length === 1 ? 'it' : 'them'} all the same`,
  zh: `没有可读的稿子：配置文件的 ignore 排除了${files.map(quotedPath).join('、')}；要照样读取请加 --no-ignore`,
});

/** How many documents are named of those that a pattern also matches. */
const SHOWN = 3;

/** A pattern means drafts: a Word file that it matches too is not passed over in silence. */
function documentsApart(files: readonly string[]): Words {
  const named = files.slice(0, SHOWN).map(quotedPath);
  const more = files.length - named.length;
  return {
    en: `folders and patterns stand for drafts; ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''} ${files.length === 1 ? 'is none' : 'are none'}: to check a Word file, page or text as it is, name it outright`,
    zh: `文件夹和通配符只代表稿子，${named.join('、')}${more > 0 ? `等${files.length}个文件` : ''}不是稿子；要直接检查 Word 文件、网页或文本，请写明文件名`,
  };
}

const noMatch = (pattern: string): Words => ({
  en: `no file matches ${quotedPath(pattern)}; check the pattern`,
  zh: `没有文件符合${quotedPath(pattern)}；请核对通配符`,
});

/** Where a folder holds section files only, nobody is told to write a draft there. */
function noDrafts(folder: string, countSections: () => number): () => Words {
  return () => {
    const count = countSections();
    return count === 0 ? noFiles(folder) : onlySections(folder, count);
  };
}

const onlySections = (folder: string, count: number): Words => {
  const pattern = quotedPath(join(folder, '**', '*.section.yaml')).slice(1, -1);
  return {
    en: `there is no draft (*.report.yaml) in ${folder === '.' ? 'this folder' : quotedPath(folder)} or below, but ${count === 1 ? 'a section file' : `${count} section files`}: name the draft that takes ${count === 1 ? 'it' : 'them'} in, or check ${count === 1 ? 'it' : 'them'} alone: report lint "${pattern}"`,
    zh: `${folder === '.' ? '当前文件夹' : quotedPath(folder)}及其下没有稿子（*.report.yaml），只有${count}个章节文件：请写用到它们的稿子，或单独检查：report lint "${pattern}"`,
  };
};

const noFiles = (folder: string): Words => ({
  en: `there is no draft (*.report.yaml) in ${folder === '.' ? 'this folder' : quotedPath(folder)} or below; write one with \`report new\``,
  zh: `${folder === '.' ? '当前文件夹' : quotedPath(folder)}及其下没有稿子（*.report.yaml）；可用 report new 生成`,
});
