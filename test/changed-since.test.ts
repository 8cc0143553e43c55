import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, report, type Ended } from './cli.ts';
import { deep, some } from './depth.ts';
import { commit, git, gitEnv, put, repository } from './git-folder.ts';

/** `--changed-since`: which drafts a change concerns, and what is said where git cannot tell. */

const part = (sections: string): string => `summary:\n  sections:\n    - ${sections}\n`;
const draft = (year: number, more = '', sections = '{ title: Roads, body: All mended. }'): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: ${year}\n${more}${part(sections)}`;

/** Three unconnected drafts, and one with all that a draft can read: a section file with a table, last year’s with its own, a picture. */
const files = {
  'a/2018.report.yaml': draft(2018, 'previous: ../b/2017.report.yaml\n', 'file: offices/道 路.section.yaml'),
  'a/offices/道 路.section.yaml':
    'title: Roads\nbody: |\n  ![a map](map.svg) and [a list](list.pdf)\ntables: { t: { file: offices/t.csv } }\n',
  'a/offices/t.csv': 'a,b\nx,1\n',
  'a/map.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'a/list.pdf': '%PDF-',
  'b/2017.report.yaml': draft(2017, '', 'file: x.section.yaml'),
  'b/x.section.yaml': 'title: Roads\nbody: Fine.\n',
  'c/2018.report.yaml': draft(2018),
  'c/report.config.yaml': 'templates: t\n',
  'c/t/own.yaml': 'id: own\nkeys: en\ndraft: |\n  schema: 1\n',
  'd"e/“年报” 2018.report.yaml': draft(2018),
  'readme.txt': 'drafts\n',
};

const lint = (cwd: string, ...argv: readonly string[]): Promise<Ended> =>
  report(cwd, ['lint', '--lang', 'en', ...argv], gitEnv);

/** The drafts that are checked, as --print-config lists them. */
async function checked(cwd: string, ...argv: readonly string[]): Promise<string[]> {
  const { stdout, stderr, code } = await lint(cwd, '--print-config', ...argv);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return [...stdout.matchAll(/^ {2}"file": (".*"),$/gm)].map(([, name = '']) => JSON.parse(name) as string);
}

const [a, b, c, d] = [
  'a/2018.report.yaml',
  'b/2017.report.yaml',
  'c/2018.report.yaml',
  'd"e/“年报” 2018.report.yaml',
];
const all = [a, b, c, d];

const changes: Readonly<
  Record<string, readonly [change: Readonly<Record<string, string | undefined>>, drafts: readonly string[]]>
> = {
  nothing: [{}, []],
  'a file that no draft reads': [{ 'readme.txt': 'x' }, []],
  'a draft by itself': [{ [c]: draft(2018, '# x\n') }, [c]],
  'a draft with signs in its name': [{ [d]: draft(2018, '# x\n') }, [d]],
  'a new draft': [{ 'new one.report.yaml': draft(2018) }, ['new one.report.yaml']],
  'a section file': [{ 'a/offices/道 路.section.yaml': 'title: Roads\nbody: Fine.\n' }, [a]],
  'a section file that is gone': [{ 'a/offices/道 路.section.yaml': undefined }, [a]],
  'a table': [{ 'a/offices/t.csv': 'a,b\ny,2\n' }, [a]],
  'a picture': [{ 'a/map.svg': '<svg/>' }, [a]],
  'an attachment that is gone': [{ 'a/list.pdf': undefined }, [a]],
  'last year’s draft': [{ [b]: draft(2017, '# x\n', 'file: x.section.yaml') }, [a, b]],
  'last year’s draft that is gone': [{ [b]: undefined }, [a]],
  'last year’s section file': [{ 'b/x.section.yaml': 'title: Roads\nbody: Good.\n' }, [a, b]],
  'a configuration': [{ 'c/report.config.yaml': 'templates: t\nrules: {}\n' }, [c]],
  'a configuration that is gone': [{ 'c/report.config.yaml': undefined }, [c]],
  'a new configuration': [{ 'report.config.yaml': 'rules: {}\n' }, all],
  'a template': [{ 'c/t/own.yaml': 'id: own\nkeys: en\ndraft: |\n  schema: 2\n' }, [c]],
  'a new template': [{ 'c/t/more.yaml': 'id: more\nkeys: en\ndraft: |\n  schema: 1\n' }, [c]],
};

const plugin = `export default { rules: [{
  id: 'own/calm', severity: 'error',
  summary: { en: 'Be calm.', zh: '不报。' }, why: { en: 'To see.', zh: '试验。' },
  messages: { x: { en: () => 'x', zh: () => 'x' } },
  on: { *report() {} },
  examples: { en: { good: 'a', bad: 'b', finds: ['1:1 x'] } },
}] };
`;

describe('what a change concerns', () => {
  it.each(some(Object.entries(changes), 2))('is found, committed or not: %s', async (_, [change, drafts]) => {
    const cwd = repository(files);
    const expected = [...drafts].sort();
    put(cwd, change);
    expect(await checked(cwd, '--changed-since', 'HEAD')).toEqual(expected);
    if (deep) {
      git(cwd, 'add', '-A');
      expect(await checked(cwd, '--changed-since', 'main')).toEqual(expected);
    }
    git(cwd, 'checkout', '-q', '-b', 'work');
    commit(cwd);
    expect(await checked(cwd, '--changed-since', 'main')).toEqual(expected);
    if (deep) expect(await checked(cwd, '--changed-since', 'HEAD')).toEqual([]);
  });

  it('is every draft below a configuration whose plugin has changed, or code that it may import', async () => {
    const cwd = repository({
      ...files,
      'c/report.config.yaml': 'plugins: [./own.mjs]\n',
      'c/own.mjs': plugin,
    });
    for (const name of ['c/own.mjs', 'c/more.mjs']) {
      put(cwd, { [name]: `${plugin}// x\n` });
      expect(await checked(cwd, '--changed-since', 'HEAD')).toEqual([c]);
      commit(cwd);
    }
    put(cwd, { 'a/other.mjs': '' });
    expect(await checked(cwd, '--changed-since', 'HEAD')).toEqual([]);
  });

  it('is every draft where the baseline has changed', async () => {
    const cwd = repository(files);
    await lint(cwd, '--baseline', 'base.json', '--update-baseline');
    expect(await checked(cwd, '--changed-since', 'HEAD', '--baseline', 'base.json')).toHaveLength(4);
    commit(cwd);
    expect(await checked(cwd, '--changed-since', 'HEAD', '--baseline', 'base.json')).toEqual([]);
  });

  it('is found from a folder of the repository, and only in what is named', async () => {
    const cwd = repository(files);
    put(cwd, { [b]: draft(2017), [c]: draft(2018, '# x\n'), 'a/map.svg': '<svg/>' });
    expect(await checked(join(cwd, 'a'), '--changed-since', 'main')).toEqual(['2018.report.yaml']);
    expect(await checked(join(cwd, 'a'), '--changed-since', 'main', '..')).toHaveLength(3);
    expect(await checked(cwd, '--changed-since', 'main', 'b', d)).toEqual([b]);
    expect((await lint(cwd, '--changed-since', 'main', 'none.report.yaml')).code).toBe(2);
  });

  it('is a draft under its new name, and one that named the old', async () => {
    const cwd = repository(files);
    renameSync(join(cwd, b), join(cwd, 'b/old.report.yaml'));
    commit(cwd);
    expect(await checked(cwd, '--changed-since', 'HEAD~1')).toEqual([a, 'b/old.report.yaml']);
  });

  it('is not what others did on the branch that is compared with', async () => {
    const cwd = repository(files);
    git(cwd, 'checkout', '-q', '-b', 'work');
    commit(cwd, { [c]: draft(2018, '# x\n') });
    git(cwd, 'checkout', '-q', 'main');
    commit(cwd, { [d]: draft(2018, '# y\n') });
    git(cwd, 'checkout', '-q', 'work');
    expect(await checked(cwd, '--changed-since', 'main')).toEqual([c]);
    const { stderr } = await lint(cwd, '--changed-since', 'main');
    expect(stderr).toMatch(/checked 1 of 4 drafts: .* since [0-9a-f]{7,}, where main and HEAD part\n/);
  });

  it('is what git cannot know: a file that it ignores, that is elsewhere, in a submodule or in a repository within', async () => {
    const cwd = repository({
      '.gitignore': '*.csv\n',
      'a.report.yaml': draft(2018, '', '{ title: Roads, body: Fine., tables: { t: { file: t.csv } } }'),
      'b.report.yaml': draft(2018),
      'c.report.yaml': draft(2018, 'previous: ../out.report.yaml\n'),
      't.csv': 'a,b\nx,1\n',
    });
    expect(await checked(cwd, '--changed-since', 'HEAD')).toEqual(['a.report.yaml']);
    put(cwd, { '../out.report.yaml': draft(2017) });
    expect(await checked(cwd, '--changed-since', 'HEAD')).toEqual(['a.report.yaml', 'c.report.yaml']);
    put(cwd, { '../out.report.yaml': undefined });
    const other = repository({ 'x.report.yaml': draft(2018) });
    git(cwd, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', other, 'sub');
    commit(cwd);
    expect(await checked(cwd, '--changed-since', 'HEAD')).toEqual(['a.report.yaml']);
    put(cwd, { 'sub/x.report.yaml': draft(2018, '# x\n') });
    expect(await checked(cwd, '--changed-since', 'HEAD')).toEqual(['a.report.yaml', 'sub/x.report.yaml']);
    mkdirSync(join(cwd, 'within'));
    git(join(cwd, 'within'), 'init', '-q');
    put(cwd, { 'within/y.report.yaml': draft(2018) });
    expect(await checked(cwd, '--changed-since', 'HEAD')).toContain('within/y.report.yaml');
  });

  it('is what a link leads to, and a link that leads elsewhere now', async () => {
    const cwd = repository(files);
    symlinkSync('c/2018.report.yaml', join(cwd, 'link.report.yaml'));
    symlinkSync('b', join(cwd, 'last'));
    commit(cwd, { 'e.report.yaml': draft(2018, 'previous: last/2017.report.yaml\n') });
    put(cwd, { [c]: draft(2018, '# x\n') });
    expect(await checked(cwd, '--changed-since', 'HEAD', 'link.report.yaml')).toEqual(['link.report.yaml']);
    commit(cwd, { last: undefined });
    symlinkSync('a', join(cwd, 'last'));
    expect(await checked(cwd, '--changed-since', 'HEAD~1', 'e.report.yaml')).toEqual(['e.report.yaml']);
  });

  it('is a draft that cannot be read, so that why is said', async () => {
    const cwd = repository({ ...files, 'x.report.yaml': Buffer.from([0x80]) });
    expect(await lint(cwd, '--changed-since', 'HEAD')).toMatchObject({ code: 2 });
  });
});

describe('what is printed', () => {
  it('is that nothing has changed, with 0, and a whole document for programs', async () => {
    const cwd = repository(files);
    const text = await lint(cwd, '--changed-since', 'main');
    expect(text).toMatchObject({ code: 0, stdout: '' });
    expect(text.stderr).toMatch(
      /^report: nothing to check: of the 4 drafts here, .* since main \([0-9a-f]{7,}\)\n$/,
    );
    const json = await lint(cwd, '--changed-since', 'main', '--format', 'json');
    expect(json.code).toBe(0);
    expect(JSON.parse(json.stdout)).toMatchObject({ findings: [] });
  });

  it('is what is wrong in a draft that has changed, with 1, and nothing of the others', async () => {
    const bad = draft(2018, '', '{ title: Roads, body: "{{none}}" }');
    const cwd = repository({ ...files, 'x.report.yaml': bad });
    put(cwd, { [c]: bad });
    const { code, stdout } = await lint(cwd, '--changed-since', 'main');
    expect(code).toBe(1);
    expect(stdout).toContain(c);
    expect(stdout).not.toContain('x.report.yaml');
  });

  it('is the error of a draft whose last year’s is gone', async () => {
    const cwd = repository(files);
    commit(cwd, { [b]: undefined });
    const { code, stdout } = await lint(cwd, '--changed-since', 'HEAD~1');
    expect(code).toBe(1);
    expect(stdout).toContain('previous-found');
  });
});

describe('where git cannot tell, a run ends with 2 and says what to do', () => {
  const says = async (cwd: string, ref: string, said: RegExp, env = gitEnv): Promise<void> => {
    const { code, stdout, stderr } = await report(cwd, ['lint', '--lang', 'en', '--changed-since', ref], env);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  };

  it('of a ref', async () => {
    const cwd = repository(files);
    await says(cwd, 'none', /there is no branch, tag or commit “none” in this repository; check the name/);
    await says(cwd, 'main..HEAD', /no branch, tag or commit “main\.\.HEAD”|is a range; write one commit/);
    await says(cwd, '', /names no commit/);
    await says(cwd, '--output=x', /does not begin with a hyphen/);
    git(cwd, 'update-ref', 'refs/remotes/origin/dev', 'HEAD');
    await says(cwd, 'dev', /did you mean origin\/dev\?/);
    git(cwd, 'checkout', '-q', '--orphan', 'other');
    await lint(cwd, '--changed-since', 'main').then(({ code }) => expect(code).toBe(0));
    commit(cwd, { 'readme.txt': 'x' });
    await says(cwd, 'main', /no commit in common/);
  });

  it('of a folder without a repository, of one without a work tree, and without git', async () => {
    const cwd = folder({ 'a.report.yaml': draft(2018) });
    await says(cwd, 'HEAD', /in no git repository/, { ...gitEnv, GIT_CEILING_DIRECTORIES: cwd });
    git(cwd, 'init', '-q', '--bare', 'bare.git');
    put(cwd, { 'bare.git/a.report.yaml': draft(2018) });
    await says(join(cwd, 'bare.git'), 'HEAD', /without a work tree/);
    await says(cwd, 'HEAD', /git, which was not found; install git/, { PATH: folder() });
  });

  it('of a clone of the last commits only; what is advised mends it', async () => {
    const origin = repository(files);
    git(origin, 'branch', 'base');
    commit(origin, { [c]: draft(2018, '# x\n') });
    const cwd = join(folder(), 'clone');
    git(origin, 'clone', '-q', '--depth', '1', `file://${origin}`, cwd);
    await says(cwd, 'origin/base', /only the last commits .*fetch-depth: 0.*git fetch --unshallow/);
    git(cwd, 'fetch', '-q', '--depth', '1', 'origin', '+refs/heads/base:refs/remotes/origin/base');
    await says(cwd, 'origin/base', /where “origin\/base” and HEAD part is not known.*git fetch --unshallow/);
    const { stderr } = await lint(cwd, '--changed-since', 'origin/base');
    const [, advised = ''] = /(git fetch --unshallow [^)]*?) \(/.exec(stderr) ?? [];
    execFileSync('sh', ['-c', advised], { cwd, env: gitEnv, stdio: 'ignore' });
    expect(await checked(cwd, '--changed-since', 'origin/base')).toEqual([c]);
  });

  it('of a draft from standard input', async () => {
    const { code, stderr } = await report(
      repository(files),
      ['lint', '--lang', 'en', '-', '--changed-since', 'HEAD'],
      gitEnv,
      undefined,
      { stdin: () => Buffer.from(draft(2018)) },
    );
    expect(code).toBe(2);
    expect(stderr).toContain('nothing to compare');
  });
});
