import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { transform } from 'esbuild';

/** Where the program is written. */
export const src = resolve(import.meta.dirname, '../src');
/** Its modules, by their path in it. */
export const modules = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (name) =>
    name.endsWith('.ts') &&
    !name.endsWith('.generated.ts') &&
    !name.startsWith('build') &&
    name !== 'main.ts',
);

/** A regular expression. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** The regular expressions that a module writes out. */
export async function literalsOf(name: string): Promise<Pattern[]> {
  const { code } = await transform(readFileSync(join(src, name), 'utf8'), {
    loader: 'ts',
    target: 'esnext',
    charset: 'utf8',
  });
  const found: Pattern[] = [];
  simple(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), {
    Literal: (node) => {
      if (node.regex) found.push({ source: node.regex.pattern, flags: node.regex.flags });
    },
  });
  return found;
}
