import { dirname, relative, resolve } from 'node:path';
import type { Io } from '../../io.ts';
import type { FindConfig } from '../config-file.ts';

/** What the command line says of baselines. */
export interface BaselineOptions {
  /** The file; false where none is to be used, whatever the configuration says. */
  readonly baseline?: string | false;
  readonly updateBaseline?: true;
  /** What ends a run with 1 although nothing new is wrong. */
  readonly failOn?: 'stale';
}

/** The name of a baseline where nobody gives it one. */
const USUAL = 'report.baseline.json';

/** Whether the command line itself asks for a baseline, which is looked at before anything is checked. */
export const asksForBaseline = ({ baseline, updateBaseline }: BaselineOptions): boolean =>
  typeof baseline === 'string' || updateBaseline === true;

/** The baseline of a draft, named from here: the one asked for, else that of its configuration, else one that is to be written. */
export function baselineOf(
  file: string,
  findConfig: FindConfig,
  { baseline, updateBaseline }: BaselineOptions,
  io: Io,
): string | undefined {
  if (baseline === false) return undefined;
  if (baseline !== undefined) return baseline;
  const found = findConfig(dirname(file));
  const configured = found?.config.baseline;
  if (found && configured !== undefined)
    return relative(io.cwd, resolve(dirname(found.file), configured)) || configured;
  return updateBaseline ? USUAL : undefined;
}
