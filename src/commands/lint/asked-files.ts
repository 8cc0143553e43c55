import { dirname, relative, resolve } from 'node:path';
import { readBeside, type Io } from '../../io.ts';
import { findPlugin } from '../../io/plugin-module.ts';
import { noting } from '../../lint/noting.ts';
import type { ReadFile } from '../../lint/open.ts';
import type { ChangedFiles } from './changed-files.ts';
import { baselineOf, type BaselineOptions } from './baseline-file.ts';
import type { ConfigOptions, FindConfig, FoundConfig } from '../config-file.ts';

/** A reader of files that notes which it is asked for, whether they are there or not. */
export function askedFiles(io: Io): { readonly asked: ReadonlySet<string>; readonly read: ReadFile } {
  const asked = new Set<string>();
  const note = (file: string): void => void asked.add(file);
  return { asked, read: noting(readBeside(io), { text: note, leaves: note, asset: note }) };
}

/** The files that a configuration is made of, from where the program runs; the folder of templates apart. */
export function filesOfConfig(found: FoundConfig, io: Io): readonly string[] {
  const { file, templates } = found;
  return [relative(io.cwd, file), ...templates.map((template) => template.file), ...pluginFiles(found)];
}

/** The files of the plugins that a configuration names; what these import is not known. */
export const pluginFiles = ({ file, config }: FoundConfig): readonly string[] =>
  (config.plugins ?? []).flatMap((name) => {
    const found = findPlugin(dirname(file), name);
    return 'file' in found ? [found.file] : [];
  });

/** Whether a configuration names plugins: what their code looks at besides a draft cannot be known. */
export const hasPlugins = (found: FoundConfig | undefined): boolean =>
  (found?.config.plugins ?? []).length > 0;

/** Code, which a process loads once. */
export const isCode = (path: string): boolean => /\.[cm]?[jt]s$/i.test(path);

/** Code, and what it is set up by. */
const isSetUp = (path: string): boolean => isCode(path) || /\.json$/i.test(path);

/** What plugins are made of, or may well look at; never what a run is printed into. */
export const isForPlugins = (path: string): boolean => isSetUp(path) || /\.(?:[ct]sv|ya?ml)$/i.test(path);

/**
 * Whether what a draft is checked with has changed: a configuration came, went or changed in its folder or above (with `--config` there is
 * only that one), a template of it, or the baseline. @throws UserError where the configuration is broken
 */
export function isSetAnew(
  file: string,
  findConfig: FindConfig,
  changed: ChangedFiles,
  options: ConfigOptions & BaselineOptions,
  io: Io,
): boolean {
  if (options.config === undefined && changed.hasConfigAbove(file)) return true;
  const found = findConfig(dirname(file));
  const baseline = baselineOf(file, findConfig, options, io);
  return (
    (found !== undefined && isReset(found, changed, io)) || (baseline !== undefined && changed.has(baseline))
  );
}

/** Whether a configuration has changed, or a file or folder that it names. */
function isReset(found: FoundConfig, changed: ChangedFiles, io: Io): boolean {
  const { file, config } = found;
  return (
    filesOfConfig(found, io).some((each) => changed.has(each)) ||
    (hasPlugins(found) && changed.hasIn(relative(io.cwd, dirname(file)), isSetUp)) ||
    (config.templates !== undefined &&
      changed.hasIn(relative(io.cwd, resolve(dirname(file), config.templates)), (path) =>
        /\.ya?ml$/.test(path),
      ))
  );
}
