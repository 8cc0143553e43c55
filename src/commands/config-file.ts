import { dirname, join, relative, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { fileNamesIn, readText, standsAt, type Io } from '../io.ts';
import { readConfig, type Config } from '../lint/settings/config.ts';
import { matches } from '../lint/settings/rule-settings.ts';
import type { OwnTemplate } from '../lint/settings/template.ts';
import type { Rule } from '../rules/rule.ts';
import { printableName } from '../source/printable.ts';
import { mistakesIn, templatesIn } from './templates.ts';

/** The configuration that holds for a folder, and where it stands. */
export interface FoundConfig {
  readonly file: string;
  readonly config: Config;
  /** The project’s own templates. */
  readonly templates: readonly OwnTemplate[];
  /** Whether somebody named it, rather than that it was found. */
  readonly named?: true;
  /** Checks what it, and its templates, say of the rules of its plugins, once these are loaded. @throws UserError */
  readonly checkRules: (own: readonly Rule[]) => void;
}

/** Finds the configuration of a folder: in it, else upward. @throws UserError where it has mistakes, leads nowhere, or is not the only one in its folder. */
export type FindConfig = (folder: string) => FoundConfig | undefined;

/** JSON is YAML. */
const NAMES = ['report.config.yaml', 'report.config.yml', 'report.config.json'];

/** Names that look like a configuration and are none. */
const REFUSED = /^(?:report\.config\.(?:[cm]?[jt]s|toml|jsonc|json5)|report\.config|\.reportrc(?:\.\w+)?)$/;

/** What `--config` says: the one configuration that holds, wherever a draft stands. */
export interface ConfigOptions {
  readonly config?: string;
}

/**
 * Finds configurations; each folder is listed once for all drafts in and below it, and each configuration read once. One that the
 * command line names holds for every draft, and no other is looked for. @throws UserError where that one cannot be read or has mistakes
 */
export function configFinder(io: Io, { config }: ConfigOptions = {}): FindConfig {
  if (config !== undefined) {
    const only: FoundConfig = { ...load(io, resolve(io.cwd, config)), named: true };
    return () => only;
  }
  const known = new Map<string, FoundConfig | UserError | undefined>();
  const find = (folder: string): FoundConfig | UserError | undefined => {
    if (known.has(folder)) return known.get(folder);
    const own = attempt(() => {
      const file = configIn(io, folder);
      return file === undefined ? undefined : load(io, file);
    });
    const above = dirname(folder);
    const found = own ?? (above === folder ? undefined : find(above));
    known.set(folder, found);
    return found;
  };
  return (folder) => {
    const found = find(resolve(io.cwd, folder));
    if (found instanceof UserError) throw found;
    return found;
  };
}

function attempt<T>(load: () => T): T | UserError {
  try {
    return load();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** The configuration in a folder itself. */
function configIn(io: Io, folder: string): string | undefined {
  const shown = (name: string): string => `“${printableName(relative(io.cwd, join(folder, name)) || name)}”`;
  const names = candidates(io, folder);
  const found = names.filter((name) => NAMES.includes(name)).sort();
  const refused = names.find((name) => REFUSED.test(name));
  if (refused !== undefined)
    throw new UserError({
      en: `${shown(refused)} is not read: write the configuration as ${NAMES[0]} (or .yml, .json)`,
      zh: `${shown(refused)}不会被读取：配置请写成 ${NAMES[0]}（或 .yml、.json）`,
    });
  const [first, second] = found;
  if (first !== undefined && second !== undefined)
    throw new UserError({
      en: `two configurations stand in one folder: ${shown(first)} and ${shown(second)}; keep one`,
      zh: `一个文件夹里有两个配置文件：${shown(first)}和${shown(second)}；只留一个`,
    });
  return first === undefined ? undefined : join(folder, first);
}

/** Names in a folder that begin as a configuration’s may; where it cannot be listed, every name is asked for. */
const candidates = (io: Io, folder: string): readonly string[] =>
  fileNamesIn(io, folder)?.filter((name) => /^\.?report/.test(name)) ??
  NAMES.filter((name) => standsAt(io, join(folder, name)) !== undefined);

function load(io: Io, file: string): FoundConfig {
  const shown = relative(io.cwd, file) || file;
  const text = textOf(io, file, shown);
  const read = (own?: readonly Rule[]): Pick<FoundConfig, 'config' | 'templates'> => {
    const { config, diagnostics } = readConfig(shown, text, own);
    if (diagnostics.length > 0) throw mistaken(diagnostics);
    const { templates: folder, plugins = [] } = config;
    const known = own ?? (plugins.length === 0 ? [] : undefined);
    const from = relative(io.cwd, resolve(dirname(file), folder ?? '.')) || '.';
    return { config, templates: folder === undefined ? [] : templatesIn(io, from, shown, known) };
  };
  return { file, ...read(), checkRules: (own) => void read(own) };
}

function mistaken(diagnostics: readonly Diagnostic[]): UserError {
  const lines = mistakesIn(diagnostics);
  return new UserError({
    en: `the configuration has mistakes, so that nothing was checked:${lines.en}`,
    zh: `配置文件有错误，没有检查稿子：${lines.zh}`,
  });
}

/** A link to nothing is a configuration that somebody meant to have. */
function textOf(io: Io, file: string, shown: string): string {
  try {
    return readText(io, shown);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const isLink = standsAt(io, file) === 'link';
    throw new UserError({
      en: `the configuration cannot be read, so that nothing was checked: ${error.words.en}${isLink ? ' (it is a link)' : ''}`,
      zh: `配置文件无法读取，没有检查稿子：${error.words.zh}${isLink ? '（它是链接）' : ''}`,
    });
  }
}

/** Whether a configuration leaves a file out. */
export const isDraftIgnored = (found: FoundConfig | undefined, file: string, io: Io): boolean =>
  found?.config.ignore !== undefined && matches(found.config.ignore, nameIn(found, file, io));

/** A file by its path from the configuration’s folder, with strokes. */
export const nameIn = (found: FoundConfig, file: string, io: Io): string =>
  relative(dirname(found.file), resolve(io.cwd, file)).replaceAll('\\', '/');
