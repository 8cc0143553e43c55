import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rules } from '../src/rules/index.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The files of dist/ that a command line loads, in order, without the code of earlier runs. */
function loadedBy(...words: readonly string[]): readonly string[] {
  const script = `
    const Module = require('node:module');
    const load = Module._load;
    const names = new Set();
    Module._load = function (name, ...more) {
      if (name.endsWith('.cjs')) names.add(name.split(/[\\\\/]/).pop().slice(0, -4));
      return load.call(this, name, ...more);
    };
    process.on('exit', () => process.stderr.write(JSON.stringify([...names])));
    process.argv = [process.argv[0], 'report', ...JSON.parse(process.env.WORDS)];
    require(${JSON.stringify(join(root, 'bin/run.js'))});`;
  const { stderr } = spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env: {
      ...process.env,
      XDG_CACHE_HOME: folder,
      NODE_DISABLE_COMPILE_CACHE: '1',
      WORDS: JSON.stringify(words),
    },
  });
  return JSON.parse(stderr.slice(stderr.lastIndexOf('['))) as string[];
}

function draft(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const core = ['report', 'cli', 'rolldown-runtime', 'commander', 'lint', 'core'];

it('the version is told without a check, and nothing of Word', () => {
  expect(loadedBy('--version')).toEqual([]);
});

describe('a lint loads', () => {
  it('no check, where every draft is as it was', () => {
    const file = join(root, 'examples/jiangmen-education/2018.report.yaml');
    expect(loadedBy('lint', file)).toContain('core');
    expect(loadedBy('lint', file)).toEqual(core.slice(0, -1));
  });

  it('the core alone, where a draft has no trouble, no English and no year before', () => {
    const file = join(root, 'examples/jiangmen-education/2017.report.yaml');
    expect(loadedBy('lint', '--no-cache', file)).toEqual(core);
  });

  it('what explains trouble, where there is some', () => {
    const file = draft('broken.report.yaml', '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结: {\n');
    expect(loadedBy('lint', '--no-cache', file)).toEqual([...core, 'trouble', 'yaml']);
  });

  it('what reads English, where a draft is in English', () => {
    const file = join(root, 'examples/riverside-transport/2017.report.yaml');
    expect(loadedBy('lint', '--no-cache', file)).toContain('english');
  });

  it('what compares with the year before, where there is one', () => {
    const file = join(root, 'examples/jiangmen-education/2018.report.yaml');
    expect(loadedBy('lint', '--no-cache', file)).toContain('years');
  });
});

it('what only pages of rules say stands in a file that only they load', () => {
  expect(loadedBy('explain', 'changes-hold')).toContain('pages-of-core');
  for (const { id, why } of rules.slice(0, 3)) {
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'bin/report.js'), 'explain', id, '--lang', 'zh'],
      {
        encoding: 'utf8',
      },
    );
    expect(stdout).toContain(why.zh);
  }
});
