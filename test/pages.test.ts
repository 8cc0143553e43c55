import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deep } from './depth.ts';
import { tryPage } from './page-script.ts';

const root = resolve(import.meta.dirname, '..');

describe('what a page tells its readers to do', () => {
  for (const [name, commands] of [
    ['README.md', 30],
    ['docs/format.md', 15],
    ['docs/format.zh.md', 15],
    ['docs/api.md', 3],
    ['docs/api.zh.md', 3],
    ['docs/ci.md', 12],
    ['docs/ci.zh.md', 12],
    ['docs/output.md', 3],
    ['docs/output.zh.md', 3],
  ] as const)
    it(`prints what ${name} says${deep ? ', on whatever day' : ''}`, async () => {
      const text = readFileSync(join(root, name), 'utf8');
      const tried = await tryPage(text, '2026-01-20');
      expect(tried.wrong).toEqual([]);
      expect(tried.commands).toBeGreaterThanOrEqual(commands);
      if (deep) expect(await tryPage(text, '2031-07-01')).toEqual(tried);
      await expect(tried.page).toMatchFileSnapshot(join(root, name));
    });

  it('lints clean in every example of the format', async () => {
    for (const name of ['docs/format.md', 'docs/format.zh.md']) {
      const { page } = await tryPage(readFileSync(join(root, name), 'utf8'), '2026-01-20');
      const printed = [...page.matchAll(/^\$ report lint.*\n(.*)$/gm)].map(([, first]) => first);
      expect(printed.length).toBe([...page.matchAll(/^<!-- try /gm)].length);
      for (const first of printed) expect(first).toMatch(/^(no problems in|没有发现问题)/);
    }
  });
});

describe('a script of a page', () => {
  const script = (output: string, code = ''): string =>
    `<!-- try en -->\n\n\`\`\`yaml a.report.yaml\nschema: 1\ntitle: A\norganization: B\nyear: 2025\nsumary: { intro: C }\n\`\`\`\n\n\`\`\`console\n$ report lint a.report.yaml${code}\n${output}\`\`\`\n\n<!-- /try -->\n`;

  it('is found out where it does not end as it says', async () => {
    expect((await tryPage(script(''), '2026-01-20')).wrong).toHaveLength(1);
    expect((await tryPage(script('', ' # exit code 1'), '2026-01-20')).wrong).toEqual([]);
  });

  it('is mended where it does not print what it says, and kept where lines are left out', async () => {
    const whole = (await tryPage(script('nonsense\n', ' # exit code 1'), '2026-01-20')).page;
    expect(whole).toContain('1 error');
    expect(whole).not.toContain('nonsense');
    const last = /([^\n]*1 error[^\n]*\n[^\n`]*\n)/.exec(whole)?.[1] ?? '';
    const short = script(`…\n${last}`, ' # exit code 1');
    expect((await tryPage(short, '2026-01-20')).page).toBe(short);
    expect((await tryPage(script(`…\nnot ${last}`, ' # exit code 1'), '2026-01-20')).page).toBe(whole);
  });

  it('cannot have anything else run', () =>
    expect(tryPage('<!-- try en -->\n```sh\nrm -rf .\n```\n<!-- /try -->', '2026-01-20')).rejects.toThrow(
      'rm -rf',
    ));
});
