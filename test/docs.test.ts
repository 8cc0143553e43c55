import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import about from '../package.json' with { type: 'json' };
import { rules } from '../src/rules/index.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the documents', () => {
  it('and every generated file say what the code says', () => {
    expect(() => execFileSync(process.execPath, ['src/build/generate.mjs', '--check'], { cwd: root, stdio: 'pipe' })).not.toThrow();
  });

  it('name every rule in both languages', () => {
    for (const page of ['README.md', 'docs/rules.md', 'docs/rules.zh.md']) for (const { id } of rules) expect(read(page), page).toContain(id);
  });

  it('agree on the version', () => expect(read('CHANGELOG.md')).toContain(`## ${about.version}`));

  it('give two commands that exist at the top of the README', () => {
    const commands = /```sh\n([^]*?)```/.exec(read('README.md'))?.[1] ?? '';
    expect(commands).toMatch(/^npm ci && npm run demo/m);
    expect(commands).toMatch(/^npm cit/m);
    expect(about.scripts).toHaveProperty('demo');
    expect(about.scripts).toHaveProperty('test');
  });

  it('link to pages that are there', () => {
    // what stands in backquotes shows how a link is written
    for (const page of ['README.md', 'CONTRIBUTING.md', 'docs/format.md', 'docs/format.zh.md'])
      for (const [, target = ''] of read(page)
        .replaceAll(/`[^`\n]*`/g, '')
        .matchAll(/\]\((?!https?:|#)([^)#]+)/g))
        expect(() => execFileSync('test', ['-e', join(root, page, '..', target)]), `${page} → ${target}`).not.toThrow();
  });
});
