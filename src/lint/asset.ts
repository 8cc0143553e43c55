import type { Asset, FindAsset } from '../model/published-files.ts';
import { besideDraft, type Report } from '../model/report.ts';
import type { ReadFile } from './open.ts';
import { fromFolderOf } from './previous.ts';

/** Where a file that a text names is looked for: in the folder of the draft; of a section file by itself also above it, where its draft may stand. */
const foldersOf = ({ alone }: Report): readonly string[] => (alone ? ['.', '..', '../..'] : ['.']);

/** A file by its path from the folder of a draft, with its name as from where the program runs; where a reader knows texts only, those. */
export function locateAsset(
  report: Report,
  path: string,
  read: ReadFile,
): { readonly name: string; readonly asset: Asset } {
  const found = foldersOf(report).map((folder) =>
    assetIn(folder === '.' ? report.file : fromFolderOf(report.file, `${folder}/*`), path, read),
  );
  return found.find(({ asset }) => asset.kind !== 'missing') ?? (found[0] as (typeof found)[number]);
}

function assetIn(
  draft: string,
  path: string,
  read: ReadFile,
): { readonly name: string; readonly asset: Asset } {
  const name = besideDraft(draft, path);
  if (read.leaves?.(name, besideDraft(draft, '.')) === true) return { name, asset: { kind: 'outside' } };
  if (read.asset) return { name, asset: read.asset(name) };
  const text = read(name);
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    asset:
      text === undefined ? { kind: 'missing' } : { kind: 'file', size: bytes.length, bytes: () => bytes },
  };
}

/** Looks up files by their paths from the folder of a draft, as all paths in it count. */
export const assetsOf =
  (report: Report, read: ReadFile): FindAsset =>
  (path) =>
    locateAsset(report, path, read).asset;
