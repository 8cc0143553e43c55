import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import about from '../package.json' with { type: 'json' };
import { rules } from '../src/rules/index.ts';
import { deep } from './depth.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the documents', () => {
  // the check does this as well
  it.runIf(deep)('and every generated file say what the code says', () => {
    expect(() =>
      execFileSync(process.execPath, ['src/build/generate.mjs', '--check'], { cwd: root, stdio: 'pipe' }),
    ).not.toThrow();
  });

  it('name every rule in both languages', () => {
    for (const page of ['README.md', 'docs/rules.md', 'docs/rules.zh.md'])
      for (const { id } of rules) expect(read(page), page).toContain(id);
  });

  it('agree on the version', () => expect(read('CHANGELOG.md')).toContain(`## ${about.version}`));

  it('give two commands that exist at the top of the README', () => {
    const commands = /```sh\n([^]*?)```/.exec(read('README.md'))?.[1] ?? '';
    expect(commands).toMatch(/^npm ci && npm run demo/m);
    expect(commands).toMatch(/^npm cit/m);
    expect(about.scripts).toHaveProperty('demo');
    expect(about.scripts).toHaveProperty('test');
  });

  it('link to pages that are in the package, and to headings that they have', () => {
    for (const page of [...pages, 'CONTRIBUTING.md'])
      for (const [, path = '', heading] of prose(read(page)).matchAll(
        /\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g,
      )) {
        const target = relative(root, path === '' ? join(root, page) : resolve(root, page, '..', path));
        if (page !== 'CONTRIBUTING.md')
          expect(packed.has(target.split('/')[0] ?? ''), `${page} → ${target} is not in the package`).toBe(
            true,
          );
        expect(existsSync(join(root, target)), `${page} → ${target}`).toBe(true);
        if (heading !== undefined)
          expect(anchors(read(target)), `${page} → ${target}`).toContain(decodeURIComponent(heading));
      }
  });
});

const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
/** What npm packs, by its first folder; these three whether they are named or not. */
const packed = new Set(['README.md', 'LICENSE', 'package.json', ...about.files]);

/** A page without its code. */
const prose = (text: string): string => text.replace(/^(```|~~~)[^]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '');

/** Where a page can be linked to: its headings and names as GitHub writes them. */
const anchors = (text: string): readonly string[] => [
  ...[...text.replace(/^(```|~~~)[^]*?^\1$/gm, '').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-'),
  ),
  ...[...text.matchAll(/<a id="([^"]+)"/g)].map(([, id = '']) => id),
];
