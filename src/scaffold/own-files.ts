import type { Language, Path } from '../diagnostic.ts';
import type { Mapping, DraftValue } from './emit.ts';

/** A section of a new draft, by its path without the file, and the file that its forerunner stood in. */
export interface OwnFile {
  readonly path: readonly (string | number)[];
  readonly file: string;
}

/** The topmost sections of a draft that stood in files of their own last year, in the order of the text. */
export function ownFilesOf(draft: Mapping): readonly OwnFile[] {
  const look = (value: DraftValue | undefined, path: readonly (string | number)[]): readonly OwnFile[] => {
    if (value?.kind === 'list') return value.items.flatMap((item, index) => look(item, [...path, index]));
    if (value?.kind !== 'map') return [];
    if (value.file !== undefined) return [{ path, file: value.file }];
    return value.entries.flatMap(({ key, value: inner }) =>
      followed.has(key) ? look(inner, [...path, key]) : [],
    );
  };
  return look(draft, []);
}

const followed: ReadonlySet<string> = new Set(['summary', 'problems', 'plan', 'annexes', 'sections']);

/** Where files of one year go that those of the next are not to meet. */
export interface YearFolders {
  readonly last: number;
  readonly year: number;
  /** Whether the new draft stands in another folder than last year’s, so that nothing can meet. */
  readonly apart: boolean;
  readonly keys: Language;
}

/**
 * The new file of each section: last year’s path with the year in it moved on, else below a folder of the new year. A file
 * whose forerunner serves summary and plan is one of the plan in the plan; no two are alike.
 */
export function newFilesOf(
  files: readonly OwnFile[],
  { last, year, apart, keys }: YearFolders,
): ReadonlyMap<OwnFile, string> {
  const taken = new Set<string>();
  return new Map(
    files.map((own) => {
      const moved = own.file.replaceAll(new RegExp(`(?<!\\d)${last}(?!\\d)`, 'g'), String(year));
      const [, stem = moved, ending = ''] =
        /^(.*?)(\.section\.ya?ml|\.ya?ml)$/.exec(apart || moved !== own.file ? moved : `${year}/${moved}`) ??
        [];
      const plan = keys === 'zh' ? '-计划' : '-plan';
      let free = taken.has(stem) && own.path[0] === 'plan' && !stem.endsWith(plan) ? stem + plan : stem;
      for (let count = 2; taken.has(free); count++) free = `${stem}-${count}`;
      taken.add(free);
      return [own, free + ending] as const;
    }),
  );
}

/** A path of a new draft in its file. */
export const inFile = (file: string, { path }: OwnFile): Path => [file, ...path];
