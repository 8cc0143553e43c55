import { spawnSync } from 'node:child_process';
import type { Profiler } from 'node:inspector';
import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import about from '../package.json' with { type: 'json' };
import { templates } from '../src/assets.ts';
import { folder, report } from './cli.ts';

const { version } = about;
const root = resolve(import.meta.dirname, '..');
const clean =
  'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary: { intro: A calm year. }\n';
const wrong =
  'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary: { intro: "See {{nothing}}." }\n';
const broken = 'title: {{year}} report\n';

describe('exit codes of lint', () => {
  it.each([
    ['a clean draft', ['a.report.yaml'], 0],
    ['an error in the report', ['wrong.report.yaml'], 1],
    ['broken YAML', ['broken.report.yaml'], 1],
    ['an empty file', ['empty.report.yaml'], 1],
    ['a list', ['list.report.yaml'], 1],
    ['a folder with drafts', ['sub'], 1],
    ['a folder with a file that cannot be decoded', ['.'], 2],
    ['the only file missing', ['none.report.yaml'], 2],
    ['one of two missing', ['a.report.yaml', 'none.report.yaml'], 2],
    ['a folder without drafts', ['empty'], 2],
    ['a glob that matches nothing', ['*.none'], 2],
    ['a glob that matches', ['a.*.yaml'], 0],
    ['an unknown option', ['--frmat', 'json'], 2],
    ['an unknown format', ['--format', 'xml'], 2],
    ['bytes that are not UTF-8', ['gbk.report.yaml'], 2],
    ['UTF-16', ['utf16.report.yaml'], 2],
  ])('%s', async (_, argv, code) => {
    const cwd = folder({
      'a.report.yaml': clean,
      'wrong.report.yaml': wrong,
      'broken.report.yaml': broken,
      'empty.report.yaml': '',
      'list.report.yaml': '- 1\n',
      'empty/readme.txt': '',
      'sub/a.report.yaml': clean,
      'sub/deep/b.report.yaml': wrong,
      'gbk.report.yaml': Buffer.from([0xb1, 0xea, 0xcc, 0xe2, 0x3a, 0x20, 0xb1, 0xa8, 0xb8, 0xe6]),
      'utf16.report.yaml': Buffer.from('\uFEFFtitle: x', 'utf16le'),
    });
    const ended = await report(cwd, ['lint', ...argv]);
    expect(ended).toMatchObject({ code });
    if (code === 2) expect(ended.stderr).toMatch(/^report: .+/);
  });

  it.each(['text', 'json'])('are the same in the format %s', async (format) => {
    const cwd = folder({ 'a.report.yaml': clean, 'wrong.report.yaml': wrong });
    expect((await report(cwd, ['lint', 'a.report.yaml', '--format', format])).code).toBe(0);
    expect((await report(cwd, ['lint', '--format', format])).code).toBe(1);
    expect((await report(cwd, ['lint', 'none.report.yaml', '--format', format])).code).toBe(2);
  });

  it('is 2 for a file that may not be read', async () => {
    const cwd = folder({ 'a.report.yaml': clean });
    chmodSync(join(cwd, 'a.report.yaml'), 0);
    const readable = process.getuid?.() === 0;
    if (readable) console.log('skipped: root may read every file');
    else expect((await report(cwd, ['lint', 'a.report.yaml'])).code).toBe(2);
  });

  it('is still told what is wrong in the files that were read', async () => {
    const cwd = folder({ 'wrong.report.yaml': wrong });
    const { stdout, stderr, code } = await report(cwd, ['lint', 'none.report.yaml', 'wrong.report.yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain('none.report.yaml');
    expect(stdout).toContain('references-known');
  });
});

describe('a file that is not there', () => {
  it.each([
    [
      ['render', '2016'],
      'there is no file “2016.report.yaml”; check the path, or write one with `report new`',
      '没有文件“2016.report.yaml”；请核对路径，或用 report new 生成',
    ],
    [
      ['new', '2018', '--from', 'last.yaml'],
      'there is no file “last.yaml”; check the path',
      '没有文件“last.yaml”；请核对路径',
    ],
    [
      ['new', '2018', '--answers', 'answers.yaml'],
      'there is no file “answers.yaml”; check the path',
      '没有文件“answers.yaml”；请核对路径',
    ],
    [
      ['import', 'last.docx'],
      'there is no file “last.docx”; check the path',
      '没有文件“last.docx”；请核对路径',
    ],
    [
      ['lint', 'x*.yaml'],
      'no file matches “x*.yaml”; check the pattern',
      '没有文件符合“x*.yaml”；请核对通配符',
    ],
  ])('%j is named, with what helps', async (argv, en, zh) => {
    expect(await report(folder(), [...argv, '--lang', 'en'])).toMatchObject({
      code: 2,
      stderr: `report: ${en}\n`,
    });
    expect(await report(folder(), [...argv, '--lang', 'zh'])).toMatchObject({
      code: 2,
      stderr: `report：${zh}\n`,
    });
  });

  it('cannot be written below what is no folder', async () => {
    const cwd = folder({ 'a.report.yaml': clean, 'b.txt': '' });
    const rendering = await report(cwd, [
      'render',
      'a.report.yaml',
      '--draft',
      '--to',
      'md,html',
      '--out',
      'b.txt',
    ]);
    expect(rendering).toMatchObject({
      code: 2,
      stderr: 'report: “b.txt/a.report.md” cannot be written, because “b.txt” is no folder; name another\n',
    });
  });

  it('is a folder where last year’s draft is looked for', async () => {
    const cwd = folder({ 'a.report.yaml': `${clean}previous: .\n` });
    expect((await report(cwd, ['lint', '--lang', 'en'])).stderr).toBe(
      'report: “.” is a folder; name a file in it\n',
    );
  });
});

describe('searching', () => {
  it('leaves out what git ignores, .git and node_modules, but takes a file named outright', async () => {
    const cwd = folder({
      '.gitignore': 'old/\n',
      'old/a.report.yaml': wrong,
      'node_modules/x/a.report.yaml': wrong,
      '.git/a.report.yaml': wrong,
      'b.report.yaml': clean,
    });
    expect((await report(cwd, ['lint'])).code).toBe(0);
    expect((await report(cwd, ['lint', 'old/a.report.yaml'])).code).toBe(1);
  });

  it('finds drafts below, each once', async () => {
    const cwd = folder({ 'x/a.report.yaml': clean, 'b.report.yaml': clean });
    expect((await report(cwd, ['lint', '.', 'x', 'b.report.yaml'])).stdout).toBe(
      'no problems in 2 files\nno figures to cross-check\n',
    );
  });
});

describe('other commands', () => {
  it('bare report says how it is used and ends with 2', async () => {
    const { code, stdout, stderr } = await report(folder(), []);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('lint');
  });

  it.each([
    [['--help'], 0],
    [['lint', '--help'], 0],
    [['--version'], 0],
    [['lnt'], 2],
    [['render'], 2],
    [['explain', 'nothing'], 2],
    [['explain', 'ids-unique'], 0],
    [['explain'], 0],
    [['new', '18'], 2],
    [['new'], 2],
    [['new', '--list'], 0],
  ])('%j ends with %d', async (argv, code) => expect((await report(folder(), argv)).code).toBe(code));

  it('help and errors come in Chinese and in English', async () => {
    expect((await report(folder(), ['--help'], { LANG: 'zh_CN.UTF-8' })).stdout).toContain('用法：');
    expect((await report(folder(), ['--help', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' })).stdout).toContain(
      'Usage:',
    );
    expect(
      (await report(folder(), ['lint', '--frmat'], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US' })).stderr,
    ).toBe('report：没有选项 --frmat；是否想写 --format？\n');
    expect((await report(folder(), ['lnt'])).stderr).toBe(
      'report: unknown command lnt; did you mean lint?\n',
    );
  });

  it('an option without a command gets the help too', async () => {
    const { code, stdout, stderr } = await report(folder(), ['--lang', 'zh']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^用法：[^]*命令：/);
    expect(stderr).not.toContain('outputHelp');
  });

  it.each([
    [
      ['completion', 'tcsh'],
      '“tcsh” is not a value for <shell>; choose from bash, zsh, fish, pwsh',
      '<shell> 不能写“tcsh”；可写 bash、zsh、fish、pwsh',
    ],
    [
      ['new', '201'],
      '“201” is not a value for <year>; write a year from 1900 to 2999',
      '<year> 不能写“201”；可写1900至2999年',
    ],
    [
      ['status', '--on', '2018-02-30'],
      '--on: there is no day “2018-02-30”: month 2 of 2018 has 28 days; correct the day or the month',
      '--on：没有“2018-02-30”这一天：2018年2月只有28天；核对日期',
    ],
    [
      ['status', '--due', '7月'],
      '--due: “7月” does not say of which year; write the year, such as 2018-07',
      '--due：“7月”没有写年份；写上年份，例如 2018-07',
    ],
    [
      ['status', '--bulletin', '2018-13'],
      '--bulletin: there is no month 13: “2018-13”; months are 1 to 12',
      '--bulletin：没有13月：“2018-13”；月份是1至12',
    ],
    [
      ['status', '--days', '-1'],
      '“-1” is not a value for --days; write 0 or a positive whole number',
      '--days 不能写“-1”；要写0或正整数',
    ],
    [
      ['status', '--by', 'name'],
      '“name” is not a value for --by; choose from lead, due, origin',
      '--by 不能写“name”；可写 lead、due、origin',
    ],
    [
      ['status', '--lead'],
      'the option --lead <name> lacks its value; see `report status --help`',
      '选项 --lead <name> 后面要写值；用法见 report status --help',
    ],
    [
      ['lint', '--rule', 'targets-dated'],
      '--rule targets-dated: “” is not a level; write off, info, warning, error or unfinished',
      '--rule targets-dated：没有级别“”；可写 off、info、warning、error、unfinished',
    ],
    [
      ['lint', '--rule', 'target-date:off'],
      '--rule target-date:off: there is no rule “target-date”; “targets-dated” was probably meant',
      '--rule target-date:off：没有规则“target-date”，应是“targets-dated”',
    ],
    [
      ['lint', '--rule', 'x:off'],
      '--rule x:off: there is no rule “x”; `report explain` lists the rules',
      '--rule x:off：没有规则“x”；report explain 列出全部规则',
    ],
    [
      ['render'],
      'the argument <files> is missing; see `report render --help`',
      '缺少参数 <files>；用法见 report render --help',
    ],
    [
      ['diff', '2017', '2018', '2019'],
      'too many arguments; see `report diff --help`',
      '参数太多；用法见 report diff --help',
    ],
  ])('%j is told what to write instead', async (argv, en, zh) => {
    const cwd = folder({ 'a.report.yaml': clean });
    expect((await report(cwd, argv)).stderr).toBe(`report: ${en}\n`);
    expect((await report(cwd, [...argv.slice(0, 1), '--lang=zh', ...argv.slice(1)])).stderr).toBe(
      `report：${zh}\n`,
    );
  });

  it('messages follow --lang, then the locale, then the draft', async () => {
    const cwd = folder({
      'zh.report.yaml': '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结: { 导语: 平稳。 }\n',
    });
    expect((await report(cwd, ['lint'])).stdout).toBe('没有发现问题，共1个文件\n没有要核对的数字\n');
    expect((await report(cwd, ['lint'], { LANG: 'en_US.UTF-8' })).stdout).toBe(
      'no problems in 1 file\nno figures to cross-check\n',
    );
    expect((await report(cwd, ['lint', '--lang', 'zh'], { LANG: 'en_US.UTF-8' })).stdout).toBe(
      '没有发现问题，共1个文件\n没有要核对的数字\n',
    );
  });
});

describe('messages about a draft in the other language', () => {
  it('list its keys as their own language does', async () => {
    const cwd = folder({
      'zh.report.yaml':
        '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结: { 导语: 平稳。 }\n问题: { 正文: 有。 }\n',
    });
    expect((await report(cwd, ['lint', '--lang', 'en'])).stdout).toContain(
      'known here: 标题, 导语, 编号, 章节\n',
    );
    expect((await report(cwd, ['lint', '--lang', 'zh'])).stdout).toContain(
      '这里可写：标题、导语、编号、章节\n',
    );
  });
});

describe('a dry run of fixes', () => {
  it('says where there is nothing to show', async () => {
    const cwd = folder({ 'wrong.report.yaml': wrong });
    expect(await report(cwd, ['lint', '--fix-dry-run'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'report: there is nothing that --fix would change\nreport: 1 error remains; see: report lint\n',
    });
    expect((await report(cwd, ['lint', '--fix-dry-run', '--fix-unsafe', '--lang', 'zh'])).stderr).toBe(
      'report：没有 --fix-unsafe 能改正的地方\nreport：还剩1个错误，见 report lint\n',
    );
  });
});

describe('an English figure with the noun that it counts', () => {
  const metric = (value: string): string =>
    `${clean.replace('{ intro: A calm year. }', '')}  sections:\n    - title: Parks\n      body: We planted 1,250 trees.\n      metrics:\n        trees: ${value}\n`;
  it('is right with the noun in the value, under its key, or left out; two figures are told how to be one', async () => {
    expect(await report(folder({ 'a.report.yaml': metric('1,250 trees') }), ['lint'])).toMatchObject({
      code: 0,
    });
    expect(
      await report(folder({ 'a.report.yaml': metric('{ value: "1,250", unit: trees }') }), ['lint']),
    ).toMatchObject({ code: 0 });
    expect(await report(folder({ 'a.report.yaml': metric('1,250') }), ['lint'])).toMatchObject({ code: 0 });
    const { code, stdout } = await report(folder({ 'a.report.yaml': metric('1,250 trees and 40 shrubs') }), [
      'lint',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('write one number with its unit, such as 1,250 trees');
  });
});

describe('new', () => {
  it('writes a draft that lints without error, asking nothing where nobody can answer', async () => {
    for (const { id: template, keys: lang } of templates) {
      const cwd = folder();
      const made = await report(cwd, [
        'new',
        '2018',
        '--template',
        template,
        '--organization',
        '某“局” \\ "Agency"',
        '--yes',
        '--lang',
        lang,
      ]);
      expect(made).toMatchObject({ code: 0, stdout: '' });
      expect(made.stderr).toContain('2018');
      expect(made.stderr).toContain('2019');
      const linted = await report(cwd, ['lint', '--format', 'json']);
      const { counts, findings } = JSON.parse(linted.stdout) as {
        counts: Record<string, number>;
        findings: { severity: string }[];
      };
      expect(linted.code, linted.stdout).toBe(0);
      expect(counts).toMatchObject({ error: 0, warning: 0 });
      expect(findings.every(({ severity }) => severity === 'info')).toBe(true);
      const text = readFileSync(join(cwd, '2018.report.yaml'), 'utf8');
      expect(text).toMatch(/^# yaml-language-server: \$schema=\S+\n/);
      expect(text).not.toMatch(/\[\[[a-z-]+\]\]/);
      expect(text.replaceAll(/^ *#.*$/gm, '')).not.toMatch(/^[^\S\n]*(?:- )?[^\s:]+: *[{[]/m);
    }
  });

  it.each(templates.map(({ id, keys }) => [id, keys] as const))(
    'writes a draft of %s that is clean once it is filled in and published',
    async (id, keys) => {
      const cwd = folder();
      await report(cwd, ['new', '2018', '--template', id, '--organization', 'City', '--yes']);
      const file = join(cwd, '2018.report.yaml');
      const text = readFileSync(file, 'utf8').replaceAll(/^( *[^# \n].*|)$/gm, (line) =>
        line
          .replaceAll(/(?<=。)【[^】]*】$/g, '办结12项。')
          .replaceAll(/【[^】]*】|\[TODO: [^\]]*\]/g, '12项'),
      );
      writeFileSync(file, text.replace(/^# ((?:published|发布日期): .*)$/m, '$1'));
      expect(text).toMatch(keys === 'zh' ? /^问题:$/m : /^problems:$/m);
      const { stdout, code } = await report(cwd, ['lint', '--format', 'json']);
      expect({ code, counts: (JSON.parse(stdout) as { counts: object }).counts }, stdout).toMatchObject({
        code: 0,
        counts: { error: 0, warning: 0 },
      });
    },
  );

  it('overwrites nothing without --force', async () => {
    const cwd = folder({ '2018.report.yaml': 'mine' });
    const refused = await report(cwd, ['new', '2018', '--yes']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect(readFileSync(join(cwd, '2018.report.yaml'), 'utf8')).toBe('mine');
    expect((await report(cwd, ['new', '2018', '--yes', '--force'])).code).toBe(0);
    expect(readFileSync(join(cwd, '2018.report.yaml'), 'utf8')).not.toBe('mine');
    expect(readdirSync(cwd)).toEqual(['2018.report.yaml']);
  });

  it('names the templates and the one that was probably meant', async () => {
    expect((await report(folder(), ['new', '--list'])).stdout).toMatch(
      /^agency {2}.+\n(?:.*\n)*bureau {2}.+\n/,
    );
    expect((await report(folder(), ['new', '2018', '--template', 'burea', '--yes'])).stderr).toContain(
      'did you mean bureau?',
    );
  });
});

describe('JSON', () => {
  it('has the shape that programs rely on', async () => {
    const { stdout } = await report(folder({ 'wrong.report.yaml': wrong }), ['lint', '--format', 'json']);
    const page = (name: string): string =>
      `https://unpkg.com/workreport@${version}/docs/${name}#references-known`;
    expect(JSON.parse(stdout)).toEqual({
      schema: 1,
      tool: { name: 'report', version },
      complete: true,
      exitCode: 1,
      findings: [
        {
          file: 'wrong.report.yaml',
          rule: 'references-known',
          code: 'unknown',
          url: { en: page('rules.md'), zh: page('rules.zh.md') },
          severity: 'error',
          message: { en: 'nothing is called “nothing”', zh: '没有叫“nothing”的内容' },
          help: null,
          range: { start: { line: 5, column: 26 }, end: { line: 5, column: 33 } },
          related: [],
          fix: null,
          gap: null,
          fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        },
      ],
      unchecked: [],
      counts: { error: 1, warning: 0, info: 0, files: 1, unchecked: 0 },
      hidden: { error: 0, warning: 0, info: 0 },
      coverage: {
        ...{ figures: 0, held: 0, planned: 0, dates: 0, rules: [] },
        drafts: [
          { file: 'wrong.report.yaml', figures: 0, held: 0, planned: 0, dates: 0, rules: [], alone: [] },
        ],
      },
    });
  });
});

describe('the program itself', () => {
  const bin = (
    argv: readonly string[],
    env: Readonly<Record<string, string>> = {},
    cwd = root,
  ): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [join(root, 'bin/report.js'), ...argv], {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
      encoding: 'utf8',
      input: '',
    });

  it('prints its version and ends with the code of the run', () => {
    expect(bin(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
    expect(bin([])).toMatchObject({ status: 2 });
  });

  it('colours only where it is told to or on a terminal', () => {
    const cwd = folder({ 'a.report.yaml': clean });
    expect(bin(['lint'], {}, cwd).stdout).not.toContain('\u001B[');
    expect(bin(['lint'], { FORCE_COLOR: '1' }, cwd).stdout).toContain('\u001B[');
  });

  it('never waits for an answer without a terminal', () => {
    const cwd = folder();
    expect(bin(['new', '2018'], {}, cwd)).toMatchObject({ status: 0 });
    expect(bin(['new'], {}, cwd)).toMatchObject({ status: 2 });
  });

  it('runs only the packages that a command uses', () => {
    const cwd = folder({
      'a.report.yaml': clean,
      'folder/a.report.yaml': clean,
      'broken.report.yaml': broken,
      'table.report.yaml': `${clean}plan: { sections: [{ title: Cases, tables: { t: { file: t.csv } } }] }\n`,
      't.csv': 'Year,Cases\n2017,3\n',
      'page.html': '<h1>Report 2017</h1><h2>Work</h2><p>All went well.</p>',
    });
    /** What was loaded of dist/, where each package is a file, as V8 lists the scripts that ran. */
    const files = (argv: readonly string[], env: Readonly<Record<string, string>> = {}): string[] => {
      const counts = folder();
      bin(argv, { ...env, NODE_V8_COVERAGE: counts, NODE_DISABLE_COMPILE_CACHE: '1' }, cwd);
      const { result } = JSON.parse(readFileSync(join(counts, readdirSync(counts)[0] ?? ''), 'utf8')) as {
        result: Profiler.ScriptCoverage[];
      };
      return result.flatMap(({ url }) => /dist\/([\w/-]+)\.cjs$/.exec(url)?.[1] ?? []).sort();
    };
    const packages = (...given: Parameters<typeof files>): string[] =>
      files(...given).flatMap((name) => /^packages\/(.*)/.exec(name)?.[1] ?? []);
    expect(files(['--version'])).toEqual([]);
    expect(files(['lint', 'a.report.yaml'])).toEqual([
      'cli',
      'core',
      'lint',
      'packages/commander',
      'report',
      'rolldown-runtime',
    ]);
    expect(packages(['lint', 'a.report.yaml'], { FORCE_COLOR: '1' })).toEqual(['chalk', 'commander']);
    expect(packages(['lint', 'folder'])).toEqual(['commander']);
    expect(packages(['lint', 'broken.report.yaml'])).toEqual(['commander', 'yaml']);
    expect(packages(['lint', 'table.report.yaml'])).toEqual(['commander', 'csv-parse']);
    expect(packages(['render', 'a.report.yaml', '--to', 'html'])).toEqual(['commander', 'marked']);
    expect(packages(['import', 'page.html'])).toEqual(['commander', 'marked', 'parse5']);
    expect(packages(['new', '2018', '--yes'])).not.toContain('inquirer');
  });
});
