import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Io } from './world.ts';

/** What a run has done with a file: read it because it was named, read it because a draft names it, or written it. */
export type Touch = 'named' | 'beside' | 'written';

const runs = new WeakMap<Io, Map<string, Touch>>();

/** Where a path really leads, links followed and spelt as the disk spells it; a file that is not there yet by its folder. */
export function realPath(full: string): string {
  try {
    return realpathSync.native(full);
  } catch {
    return dirname(full) === full ? full : join(realPath(dirname(full)), basename(full));
  }
}

/** Notes what the run of `io` did with a file; the first reading counts most. */
export function touch(io: Io, full: string, how: Touch): void {
  const touched = runs.get(io) ?? new Map<string, Touch>();
  runs.set(io, touched);
  const real = realPath(full);
  if (touched.get(real) === undefined || how === 'named') touched.set(real, how);
}

/** What the run of `io` did with a file before. */
export const touchOf = (io: Io, full: string): Touch | undefined => runs.get(io)?.get(realPath(full));
