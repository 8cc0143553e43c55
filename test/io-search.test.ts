import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDrafts, type FoundFiles, type Io } from '../src/io.ts';
import { folder, report } from './cli.ts';

const bin = resolve(import.meta.dirname, '../bin/report.js');
const good = 'schema: 1\ntitle: T\norganization: O\nyear: 2017\nsummary: { intro: Text. }\n';
const find = (cwd: string, ...names: string[]): Promise<FoundFiles> => findDrafts({ cwd } as Io, names);
const drafts = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, good]));
const slashed = (files: readonly string[]): string[] => files.map((file) => file.replaceAll('\\', '/'));

describe('a folder that is searched', () => {
  it('yields its drafts, sorted, named as it was', async () => {
    const cwd = folder(
      drafts(
        'b.report.yaml',
        'a.report.yml',
        'docs/2017.report.yaml',
        'docs/old/2016.report.yaml',
        'x.section.yaml',
        'report.yaml',
        'node_modules/p/a.report.yaml',
        'C.REPORT.YAML',
      ),
    );
    expect(slashed((await find(cwd)).files)).toEqual([
      'C.REPORT.YAML',
      'a.report.yml',
      'b.report.yaml',
      'docs/2017.report.yaml',
      'docs/old/2016.report.yaml',
    ]);
    expect(slashed((await find(cwd, './docs/')).files)).toEqual([
      'docs/2017.report.yaml',
      'docs/old/2016.report.yaml',
    ]);
    expect((await find(cwd, join(cwd, 'docs'))).files[0]).toBe(join(cwd, 'docs/2017.report.yaml'));
    expect(slashed((await find(join(cwd, 'docs'), '..')).files)).toContain('../docs/2017.report.yaml');
    expect(await find(cwd, 'docs', 'docs/2017.report.yaml', '.')).toMatchObject({
      problems: [],
      notes: [],
      leftOut: [],
    });
  });

  it('may have any name', async () => {
    const names = [
      'docs [old]',
      'a{b,c}',
      '!x',
      'it’s 报告',
      '#1',
      '--',
      'a b',
      ...(process.platform === 'win32' ? [] : ['a*b', 'q?', 'back\\slash', 'line\nbreak']),
    ];
    const cwd = folder(drafts(...names.map((name) => `${name}/2017.report.yaml`)));
    for (const name of names)
      expect(await find(cwd, name), name).toEqual({
        files: [join(name, '2017.report.yaml')],
        problems: [],
        notes: [],
        leftOut: [],
      });
    expect((await find(cwd)).files.length).toBe(names.length);
  });

  it('leaves out what git ignores, unless it is named', async () => {
    const cwd = folder({
      ...drafts(
        'a.report.yaml',
        'build/b.report.yaml',
        'docs/c.report.yaml',
        'docs/keep.report.yaml',
        'docs/tmp/d.report.yaml',
        'Build/e.report.yaml',
        'docs/sub/f.report.yaml',
      ),
      '.git/HEAD': '',
      '.git/info/exclude': '# mine\nf.report.yaml\n',
      '.gitignore': 'build/\n/docs/*.yaml\n',
      'docs/.gitignore': '!keep.report.yaml\ntmp\n',
    });
    const sensitive = process.platform === 'linux';
    expect(slashed((await find(cwd)).files)).toEqual([
      ...(sensitive ? ['Build/e.report.yaml'] : []),
      'a.report.yaml',
      'docs/keep.report.yaml',
    ]);
    // rules above the folder hold, also where the program runs elsewhere
    expect(slashed((await find(cwd, 'docs')).files)).toEqual(['docs/keep.report.yaml']);
    expect(slashed((await find(join(cwd, 'docs'))).files)).toEqual(['keep.report.yaml']);
    expect((await find(folder(), join(cwd, 'docs'))).files).toEqual([join(cwd, 'docs/keep.report.yaml')]);
    expect(slashed((await find(cwd, 'build')).files)).toEqual(['build/b.report.yaml']);
    expect(slashed((await find(cwd, 'build/b.report.yaml')).files)).toEqual(['build/b.report.yaml']);
    expect(slashed((await find(cwd, '**/*.report.yaml')).files)).not.toContain('build/b.report.yaml');
  });

  it('passes nothing hidden over in silence', async () => {
    const cwd = folder({
      ...drafts(
        'a.report.yaml',
        '.2016.report.yaml',
        '.old/2015.report.yaml',
        '.#a.report.yaml',
        '._a.report.yaml',
      ),
      '.git/x.report.yaml': '',
      '.x/y': '',
    });
    const { files, problems, notes } = await find(cwd);
    expect(files).toEqual(['a.report.yaml']);
    expect(problems).toEqual([]);
    expect(notes.map(({ en }) => en.split(' ')[0])).toEqual([
      '“.2016.report.yaml”',
      `“${join('.old', '2015.report.yaml')}”`,
    ]);
    expect((await find(cwd, '.old')).files).toEqual([join('.old', '2015.report.yaml')]);
    expect((await find(cwd, '.2016.report.yaml')).files).toEqual(['.2016.report.yaml']);
    expect((await find(cwd, '.*.report.yaml')).files).toEqual(['.2016.report.yaml']);
    expect((await find(cwd, '*.report.yaml')).notes.length).toBe(1);
    for (const command of ['lint', 'status', 'figures'])
      expect((await report(cwd, [command, '--lang', 'en'])).stderr, command).toContain(
        '“.2016.report.yaml” is hidden',
      );
    const only = folder(drafts('.2016.report.yaml'));
    expect((await report(only, ['lint'])).code).toBe(2);
  });

  it.runIf(process.platform !== 'win32')('does not follow links astray', async () => {
    const outer = folder({
      ...drafts('far/far.report.yaml', 'in/a.report.yaml', 'in/b/c.report.yaml'),
      secret: 'SECRET: [',
    });
    const cwd = join(outer, 'in');
    symlinkSync('gone.report.yaml', join(cwd, 'dead.report.yaml'));
    symlinkSync('round.report.yaml', join(cwd, 'round.report.yaml'));
    symlinkSync('../secret', join(cwd, 'out.report.yaml'));
    symlinkSync('../far', join(cwd, 'outfolder'));
    symlinkSync('.', join(cwd, 'b/self'));
    symlinkSync('..', join(cwd, 'b/up'));
    symlinkSync('a.report.yaml', join(cwd, 'again.report.yaml'));
    const { files, problems, notes } = await find(cwd);
    expect(files).toEqual(['a.report.yaml', 'b/c.report.yaml']);
    expect(problems.map(({ en }) => en.split(' ')[0]).sort()).toEqual([
      '“dead.report.yaml”',
      '“out.report.yaml”',
      '“round.report.yaml”',
    ]);
    expect(notes.map(({ en }) => en)).toEqual([expect.stringContaining('“outfolder”')]);
    for (const command of ['lint', 'status', 'figures']) {
      const { code, stdout, stderr } = await report(cwd, [command, '--lang', 'en']);
      expect(code, command).toBe(2);
      expect(stdout + stderr).not.toContain('SECRET');
    }
    // what the working folder holds may be reached from below it
    expect((await find(outer, 'in')).files).toContain('in/a.report.yaml');
    expect((await find(outer, 'in')).notes).toEqual([]);
    expect((await find(cwd, 'outfolder')).files).toEqual(['outfolder/far.report.yaml']);
  });

  it.runIf(process.platform !== 'win32')(
    'is searched though others cannot be, and what in it cannot be searched is named',
    () => {
      const cwd = folder(
        drafts(
          'docs/a.report.yaml',
          'other/x/b.report.yaml',
          'deep/locked/c.report.yaml',
          'deep/d.report.yaml',
        ),
      );
      for (const name of ['.', 'docs', 'other', 'deep']) chmodSync(join(cwd, name), 0o755);
      mkdirSync(join(cwd, 'other/lost+found'));
      const locked = ['other/lost+found', 'deep/locked'].map((name) => join(cwd, name));
      for (const each of locked) chmodSync(each, 0);
      const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      const run = (...argv: string[]): { code: number | null; stderr: string } => {
        const { status, stderr } = spawnSync(process.execPath, [bin, '--lang', 'en', ...argv], {
          cwd,
          encoding: 'utf8',
          ...user,
        });
        return { code: status, stderr };
      };
      for (const command of ['lint', 'status'])
        expect(run(command, 'docs'), command).toEqual({ code: 0, stderr: '' });
      expect(run('lint', 'docs/*.yaml')).toEqual({ code: 0, stderr: '' });
      const deep = run('lint', 'deep');
      expect(deep).toEqual({
        code: 2,
        stderr:
          'report: the folder “deep/locked” cannot be searched; check its permissions, or name the drafts themselves\n',
      });
      for (const each of locked) chmodSync(each, 0o755);
    },
  );
});

describe('a pattern', () => {
  it('finds what it says', async () => {
    const cwd = folder({
      ...drafts('2016.report.yaml', '2017.report.yaml', 'docs/2017.report.yaml', 'docs/a/2018.report.yaml'),
      'docs/x.yaml': good,
    });
    expect(slashed((await find(cwd, '201[67].report.yaml')).files)).toEqual([
      '2016.report.yaml',
      '2017.report.yaml',
    ]);
    expect(slashed((await find(cwd, '{2016,2018}.report.yaml')).files)).toEqual(['2016.report.yaml']);
    expect(slashed((await find(cwd, 'docs/**/*.report.yaml')).files)).toEqual([
      'docs/2017.report.yaml',
      'docs/a/2018.report.yaml',
    ]);
    expect(slashed((await find(cwd, './docs/*.yaml')).files)).toEqual([
      'docs/2017.report.yaml',
      'docs/x.yaml',
    ]);
    expect(slashed((await find(join(cwd, 'docs'), '../*.yaml')).files)).toEqual([
      '../2016.report.yaml',
      '../2017.report.yaml',
    ]);
    expect((await find(cwd, 'none/*.yaml')).problems.length).toBe(1);
    expect((await find(cwd, '*.none')).problems[0]?.en).toContain('no file matches');
  });

  it('that are section files are named where a folder holds nothing else', async () => {
    const cwd = folder({ '2018/offices/甲.section.yaml': '标题: 甲\n正文: 好。\n', 'empty/x.txt': '' });
    const [problem] = (await find(cwd, '2018')).problems;
    expect(problem?.zh.replaceAll('\\', '/')).toBe(
      '“2018”及其下没有稿子（*.report.yaml），只有1个章节文件：请写用到它们的稿子，或单独检查：report lint "2018/**/*.section.yaml"',
    );
    expect(slashed((await find(cwd, '2018/**/*.section.yaml')).files)).toEqual([
      '2018/offices/甲.section.yaml',
    ]);
    expect((await find(cwd, 'empty')).problems[0]?.en).toContain('write one with `report new`');
  });
});
