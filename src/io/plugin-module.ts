import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exports as exportsOf, legacy } from 'resolve.exports';
import importModule from '../../bin/import-module.js';

/** Why a module was not found. */
export type NotFound = 'no-file' | 'folder' | 'no-package' | 'no-entry';

/**
 * The file of a plugin: a path from a folder, or a package that is installed in its node_modules or above. Which of the two is meant
 * shows: a path begins with a dot or a stroke, or leads to a file.
 */
export function findPlugin(
  folder: string,
  name: string,
): { readonly file: string } | { readonly lacks: NotFound } {
  const path = resolve(folder, name);
  if (isFile(path)) return { file: path };
  if (/^(?:\.{0,2}[\\/]|[A-Za-z]:[\\/]|\.{0,2}$)/.test(name))
    return { lacks: isThere(path) ? 'folder' : 'no-file' };
  const [, packageName = name, inside = ''] = /^(@[^/]+\/[^/]+|[^@/][^/]*)(?:\/(.+))?$/.exec(name) ?? [];
  const root = packageAbove(folder, packageName);
  // a name that ends as a file does was most likely meant as one
  if (root === undefined) return { lacks: /\.[cm]?[jt]s$/.test(name) ? 'no-file' : 'no-package' };
  const entry = entryOf(root, inside);
  return entry !== undefined && isFile(entry) ? { file: entry } : { lacks: 'no-entry' };
}

/** Runs a module, and returns what it exports. @throws whatever it throws, and what Node says of a file that it cannot run */
export const loadModule = (file: string): Promise<unknown> => importModule(pathToFileURL(file).href);

const statsOf = (path: string): ReturnType<typeof statSync> => statSync(path, { throwIfNoEntry: false });
const isThere = (path: string): boolean => safely(() => statsOf(path)) !== undefined;
const isFile = (path: string): boolean => safely(() => statsOf(path))?.isFile() === true;

function safely<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

function packageAbove(folder: string, name: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const root = join(at, 'node_modules', name);
    if (isFile(join(root, 'package.json'))) return root;
    if (dirname(at) === at) return undefined;
  }
}

/** The file that a package gives to those who import it, or a file inside it. */
function entryOf(root: string, inside: string): string | undefined {
  const about = safely(() => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest);
  if (about === undefined) return undefined;
  if (about.exports !== undefined) {
    const [found] = safely(() => exportsOf(about, inside === '' ? '.' : `./${inside}`)) ?? [];
    return found === undefined ? undefined : join(root, found);
  }
  if (inside !== '') return join(root, inside);
  const main = safely(() => legacy(about, { browser: false, fields: ['main'] })) ?? 'index.js';
  return [main, `${main}.js`, join(main, 'index.js'), 'index.js']
    .map((each) => join(root, each))
    .find(isFile);
}

/** What a package says of itself. */
interface Manifest {
  readonly name: string;
  readonly main?: string;
  readonly exports?: unknown;
}
