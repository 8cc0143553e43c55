import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { folder } from './cli.ts';

const bin = resolve(import.meta.dirname, '../bin');
const tooOld = createRequire(import.meta.url)(join(bin, 'node-version.js')) as (
  version: string,
  wanted: string,
) => string | undefined;

describe('a version of Node', () => {
  it.each(['0.10.48', '4.9.1', '12.22.12', '18.20.8', '20.0.0', '20.16.9'])(
    'that is too old is told in one line: %s',
    (version) => {
      expect(tooOld(version, '>=20.17')).toBe(
        `report: Node.js 20.17 or later is needed; this is ${version} · 需要 Node.js 20.17 以上，现为 ${version}`,
      );
    },
  );

  it.each(['20.17.0', '20.18.1', '21.0.0', '22.1.0', '100.0.0'])('that is new enough is not: %s', (version) =>
    expect(tooOld(version, '>=20.17')).toBeUndefined(),
  );

  it('is looked at by what every Node can read', () => {
    for (const name of ['report.js', 'node-version.js']) {
      const text = readFileSync(join(bin, name), 'utf8').replaceAll(/^#!.*|\/\*.*\*\/|\/\/.*/gm, '');
      expect(text).not.toMatch(/=>|\b(?:const|let|import|await|class)\b|`|\?\.|\?\?|\.\.\./);
    }
    // and they are scripts, whatever the package is
    expect(JSON.parse(readFileSync(join(bin, 'package.json'), 'utf8'))).toEqual({ type: 'commonjs' });
    expect(readdirSync(bin).sort()).toEqual([
      'code-cache.js',
      'import-module.d.ts',
      'import-module.js',
      'node-version.js',
      'package.json',
      'report.js',
      'run.js',
    ]);
  });

  it('that is too old runs nothing, and ends with 2', () => {
    const said: string[] = [];
    const process = {
      versions: { node: '12.22.12' },
      stderr: { write: (text: string) => said.push(text) },
      exitCode: 0,
    };
    const loaded: string[] = [];
    const load = (name: string): unknown => {
      loaded.push(name);
      return name === './node-version.js' ? tooOld : { engines: { node: '>=20.17' } };
    };
    runInNewContext(readFileSync(join(bin, 'report.js'), 'utf8').replace(/^#!.*/, ''), {
      process,
      require: load,
    });
    expect(said).toEqual([
      expect.stringMatching(/^report: Node\.js 20\.17 or later is needed; this is 12\.22\.12 .*\n$/),
    ]);
    expect(process.exitCode).toBe(2);
    expect(loaded).not.toContain('./run.js');
  });

  it.each([
    ['npm run build', ['node_modules']],
    ['npm ci', []],
  ])('that finds nothing built says in one line to run %s', (remedy, folders) => {
    const cwd = folder({});
    cpSync(bin, join(cwd, 'bin'), { recursive: true });
    cpSync(join(bin, '../package.json'), join(cwd, 'package.json'));
    for (const name of folders) mkdirSync(join(cwd, name));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(cwd, 'bin/report.js'), 'lint'], {
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `report: this checkout is not built yet; run: ${remedy} · 源码还没有构建，请先运行 ${remedy}\n`,
    });
  });

  it('that is this one runs the program', () => {
    const { status, stdout } = spawnSync(process.execPath, [join(bin, 'report.js'), '--version'], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
    });
  });
});
