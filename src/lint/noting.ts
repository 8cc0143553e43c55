import type { Asset } from '../model/published-files.ts';
import type { ReadFile } from './open.ts';

/** Is told what a reader of files is asked and what it answers. */
export interface ReadObserver {
  text(file: string, text: string | undefined): void;
  leaves(file: string, folder: string, leaves: boolean): void;
  asset?(file: string, asset: Asset): void;
  /** The bytes of an asset, which not everybody who asks for it wants. */
  bytes?(file: string, bytes: Uint8Array): void;
}

/** A reader whose answers are noted: all that is made with it alone stays right as long as they stay the same. */
export const noting = (read: ReadFile, note: ReadObserver): ReadFile =>
  Object.assign(
    (file: string) => {
      const text = read(file);
      note.text(file, text);
      return text;
    },
    read.leaves && {
      leaves: (file: string, folder: string) => {
        const leaves = read.leaves?.(file, folder) === true;
        note.leaves(file, folder, leaves);
        return leaves;
      },
    },
    read.asset && {
      asset: (file: string) => notedAsset(file, read.asset?.(file) ?? { kind: 'missing' }, note),
    },
  );

function notedAsset(file: string, asset: Asset, note: ReadObserver): Asset {
  note.asset?.(file, asset);
  if (asset.kind !== 'file') return asset;
  return {
    ...asset,
    bytes: () => {
      const bytes = asset.bytes();
      note.bytes?.(file, bytes);
      return bytes;
    },
  };
}
