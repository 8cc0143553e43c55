import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from './cli.ts';

const bin = resolve(import.meta.dirname, '../bin/report.js');

/** Runs a command with a cache folder of its own. */
const run = (cache: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, [bin, ...argv, '--lang', 'en'], {
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache, ...env },
  });

/** Runs `report explain`, which is quick. */
function explain(cache: string, env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = run(cache, ['explain', 'targets-dated'], env);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

const kept = (cache: string): string[] =>
  readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bin'));

describe('compiled code that is kept for the next run', () => {
  it('is written by the first run, used by the second, and changes nothing', () => {
    const cache = folder();
    const first = explain(cache);
    const [name = ''] = kept(cache);
    expect(name).toMatch(/explain-[a-z0-9]+\.bin$/);
    const before = new Date(2020, 0, 1);
    utimesSync(join(cache, name), before, before);
    expect(explain(cache)).toBe(first);
    expect(statSync(join(cache, name)).mtimeMs).toBe(before.getTime());
  });

  it.each<[string, (file: string) => void]>([
    ['is cut', (file) => truncateSync(file, 5000)],
    ['is empty', (file) => truncateSync(file, 0)],
    [
      'belongs to another version',
      (file) => writeFileSync(file, Buffer.concat([Buffer.from('v0.0.0\n'), readFileSync(file)])),
    ],
  ])('is made anew in silence where it %s', (_, spoil) => {
    const cache = folder();
    const first = explain(cache);
    const file = join(cache, kept(cache)[0] ?? '');
    const { size } = statSync(file);
    spoil(file);
    expect(explain(cache)).toBe(first);
    expect(statSync(file).size).toBeGreaterThan(size / 2);
    expect(kept(cache)).toHaveLength(1);
  });

  it('takes in what a later run needs besides, and keeps what that run did not use', () => {
    const cache = folder();
    const drafts = folder({
      'a.report.yaml':
        'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nplan: { intro: Plans. }\n',
      'b.report.yaml': 'title: "Report\n',
    });
    const size = (): number => statSync(join(cache, kept(cache)[0] ?? '')).size;
    expect(run(cache, ['lint', join(drafts, 'a.report.yaml')]).status).toBe(0);
    const first = size();
    const broken = run(cache, ['lint', join(drafts, 'b.report.yaml')]);
    expect(broken.status).toBe(1);
    const second = size();
    expect(second).toBeGreaterThan(first + 50_000);
    expect(run(cache, ['lint', join(drafts, 'b.report.yaml')])).toMatchObject({ stdout: broken.stdout });
    expect(run(cache, ['lint', join(drafts, 'a.report.yaml')]).status).toBe(0);
    expect(size()).toBe(second);
    expect(kept(cache)).toHaveLength(1);
  });

  it('does not grow by commands that do not exist, nor by what nobody has used for long', () => {
    const cache = folder();
    expect(run(cache, ['nothing']).status).toBe(2);
    expect(kept(cache)).toEqual([]);
    explain(cache);
    const [name = ''] = kept(cache);
    const old = join(cache, name.replace('explain', 'lint'));
    writeFileSync(old, 'of a version that is gone');
    utimesSync(old, new Date(2020, 0, 1), new Date(2020, 0, 1));
    run(cache, ['--help']);
    expect(kept(cache).map((file) => basename(file).split('-')[0])).toEqual(['explain', 'help']);
  });

  it('is not missed where it cannot be written, or is not wanted', () => {
    const cache = folder({ workreport: 'a file where the folder would be', '.cache': 'another' });
    const first = explain(cache);
    expect(kept(cache)).toEqual([]);
    const sealed = folder();
    chmodSync(sealed, 0o500);
    expect(explain(sealed)).toBe(first);
    const unwanted = folder();
    expect(explain(unwanted, { NODE_DISABLE_COMPILE_CACHE: '1' })).toBe(first);
    expect(kept(unwanted)).toEqual([]);
  });
});
