import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { Turn } from '../src/io.ts';
import { folder, report, type Ended } from './cli.ts';
import { deep } from './depth.ts';
import { commit, git, gitEnv, put } from './git-folder.ts';

/** A repository of many drafts with a history, as offices would use it: two hundred of them in a deep run. */

const COUNT = deep ? 200 : 20;

it('takes a repository of drafts through a baseline, a commit, a pull request and a watch', async () => {
  const cwd = folder();
  execFileSync(
    process.execPath,
    [resolve(import.meta.dirname, '../bench/repository.mjs'), cwd, String(COUNT), '3'],
    {
      env: gitEnv,
    },
  );
  const lint = (...argv: readonly string[]): Promise<Ended> =>
    report(cwd, ['lint', '--lang', 'en', ...argv], gitEnv);

  // what is wrong today is known, and the project goes on
  expect((await lint()).code).toBe(1);
  expect((await lint('--baseline', 'base.json', '--update-baseline')).code).toBe(0);
  expect(await lint('--baseline', 'base.json')).toMatchObject({ code: 0 });
  commit(cwd);

  // a branch: one draft is wrong, a section file of another changes, others go on with main meanwhile
  git(cwd, 'checkout', '-q', '-b', 'work');
  const [draft, section] = ['offices/007 局/2018.report.yaml', 'offices/005 局/parts/2017.section.yaml'];
  const before = {
    [draft]: readFileSync(join(cwd, draft), 'utf8'),
    [section]: readFileSync(join(cwd, section), 'utf8'),
  };
  const after = {
    [draft]: (before[draft] ?? '').replace('body: |\n', 'body: |\n        See {{nothing}}.\n'),
    [section]: `${before[section]}# looked through\n`,
  };
  put(cwd, after);
  git(cwd, 'add', '-A');

  // before the commit, the hook names what is committed
  const staged = git(cwd, 'diff', '--cached', '--name-only', '-z')
    .split('\0')
    .filter((name) => name !== '');
  expect(staged.sort()).toEqual([section, draft].sort());
  const hook = await lint('--baseline', 'base.json', ...staged);
  expect(hook.code).toBe(1);
  expect(hook.stdout).toContain('nothing is called “nothing”');
  commit(cwd);

  // the pull request: the draft, and both years of the office whose section file of last year changed
  git(cwd, 'checkout', '-q', 'main');
  commit(cwd, {
    'offices/001 局/2018.report.yaml': `${readFileSync(join(cwd, 'offices/001 局/2018.report.yaml'), 'utf8')}# main\n`,
  });
  git(cwd, 'checkout', '-q', 'work');
  const request = await lint('--changed-since', 'main', '--baseline', 'base.json', '--format', 'json');
  expect(request.code).toBe(1);
  expect(request.stderr).toMatch(new RegExp(`checked 3 of ${COUNT} drafts: .*where main and HEAD part`));
  const { findings } = JSON.parse(request.stdout) as {
    findings: readonly { file: string; severity: string }[];
  };
  expect(findings.filter(({ severity }) => severity === 'error').map(({ file }) => file)).toEqual([draft]);

  // at the desk: a watch, in which both are taken back one after the other
  const said: string[] = [''];
  const left = Object.entries(before);
  const output = {
    write: (text: string) => void (said[said.length - 1] += text),
    isTTY: false,
    columns: 100,
  };
  const next = async (): Promise<Turn> => {
    const [name, text] = left.shift() ?? [];
    if (name === undefined) return { ended: 130 };
    put(cwd, { [name]: text });
    said.push('');
    return { changed: new Set([join(cwd, name)]) };
  };
  const { code } = await report(
    cwd,
    ['lint', '--lang', 'en', '--watch', '--baseline', 'base.json'],
    gitEnv,
    undefined,
    {
      stdout: output,
      stderr: output,
      watch: async () => ({ add: () => undefined, next, close: async () => undefined }),
    },
  );
  expect(code).toBe(130);
  expect(said[0]).toContain(`1 error in ${COUNT} files`);
  expect(said[1]).toMatch(new RegExp(`in 1 file.*\\n(?:.*\\n)*.*all ${COUNT} drafts: 0 errors`));
  expect(said[2]).toContain('in 2 files');
});
