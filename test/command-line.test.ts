import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, report, type Ended } from './cli.ts';

const draft = (year = 2017, more = ''): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: ${year}\n${more}summary:\n  sections:\n    - title: Roads\n      body: The crews mended 12 km.\n      metrics: { roads: 12 km }\nplan: { sections: [{ title: Roads, lead: Works, body: Mend 15 km., targets: { mended: { level: 15 km, due: ${year + 1}-06 } } }] }\n`;
const wrong = draft().replace('12 km.', '{{none}}.');
const json = ({ stdout }: Ended): unknown => JSON.parse(stdout);

describe('where a document goes, and as what', () => {
  it.each([
    [
      'render',
      ['2017'],
      {
        'o.md': '> DRAFT',
        'o.markdown': '> DRAFT',
        'o.html': '<!doctype',
        'o.htm': '<!doctype',
        'o.TXT': 'Report',
      },
    ],
    ['figures', ['2017'], { 'o.csv': '\uFEFFsection', 'o.md': '| ', 'o.json': '{', 'o.txt': 'section' }],
    ['status', ['2017', '--all'], { 'o.csv': '\uFEFF', 'o.md': '', 'o.json': '{', 'o.txt': '' }],
    ['diff', ['2017', '2018'], { 'o.md': '', 'o.json': '{', 'o.txt': '' }],
    ['lint', ['2017'], { 'o.json': '{', 'o.txt': '' }],
  ])(
    '%s -o tells the format by the ending, and takes both names of the option',
    async (command, argv, files) => {
      const cwd = folder({ '2017.report.yaml': draft(), '2018.report.yaml': draft(2018) });
      for (const [out, begin] of Object.entries(files)) {
        expect(await report(cwd, [command, ...argv, '-o', out]), out).toMatchObject({ code: 0, stdout: '' });
        expect(readFileSync(join(cwd, out), 'utf8').toLowerCase().startsWith(begin.toLowerCase()), out).toBe(
          true,
        );
        expect((await report(cwd, [command, ...argv, '--out', out])).stderr).toContain('--force');
        expect(await report(cwd, [command, ...argv, '--out', out, '--force'])).toMatchObject({
          code: 0,
          stdout: '',
        });
      }
      const format = Object.keys(files)[0] === 'o.md' && command !== 'diff' ? 'html' : 'json';
      const [to, same, short] = await Promise.all(
        ['--to', '--format', '-t'].map((option) => report(cwd, [command, ...argv, option, format])),
      );
      expect(to).toMatchObject({ code: 0 });
      expect(same).toEqual(to);
      expect(short).toEqual(to);
      expect(await report(cwd, [command, ...argv, '--to', format, '-o', '-'])).toEqual(to);
      // the format that is asked for goes before the ending
      expect((await report(cwd, [command, ...argv, '--to', format, '-o', 'as-asked.txt'])).code).toBe(0);
      expect(readFileSync(join(cwd, 'as-asked.txt'), 'utf8')).toBe(to?.stdout);
    },
  );

  it.each([
    [['render', '2017', '-o', 'o.doc'], '.md, .html, .docx, .pdf or .txt'],
    [['render', '2017', '-o', '发布'], 'a folder ends in /'],
    [['figures', '2017', '-o', 'o.xlsx'], '.txt, .csv, .md or .json'],
    [['status', '2017', '-o', 'o'], '.txt, .csv, .md, .json or .docx'],
    [['status', '2017', '--bulletin', '2018-01', '-o', 'o.html'], '.md, .txt or .docx'],
    [['diff', '2017', '2017', '-o', 'o.html'], '.txt, .md or .json'],
    [['lint', '-o', 'o.html'], '.txt, .json, .sarif, .xml or .md'],
    [['new', '2019', '-o', 'o.html'], 'cannot hold a draft'],
    [['import', 'a.txt', '-o', 'o.docx'], 'cannot hold a draft'],
  ])('an ending that says nothing is refused: %j', async (argv, said) => {
    const cwd = folder({ '2017.report.yaml': draft(), 'a.txt': 'A report.\n' });
    const { code, stdout, stderr } = await report(cwd, [...argv, '--lang', 'en']);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(said) as string,
    });
    expect(readdirSync(cwd)).toEqual(['2017.report.yaml', 'a.txt']);
    expect((await report(cwd, [...argv, '--lang', 'zh'])).stderr).toMatch(/^report：.*\p{Script=Han}/u);
  });
});

describe('a terminal that does not say how wide it is', () => {
  it('shows lines as one that is no terminal', async () => {
    const cwd = folder({ 'a.report.yaml': draft().replace(/$/, '\nnothing: here\n') });
    const plain = await report(cwd, ['lint', 'a.report.yaml', '--lang', 'en']);
    expect(plain.stdout).toContain('nothing: here');
    expect(await report(cwd, ['lint', 'a.report.yaml', '--lang', 'en'], {}, 0)).toEqual(plain);
    expect((await report(cwd, ['render', 'a.report.yaml', '--lang', 'en'], {}, 0)).stderr).toContain(
      'nothing: here',
    );
  });
});

describe('render of several drafts', () => {
  const files = {
    'a/2017.report.yaml': draft(),
    'b/2018.report.yaml': draft(2018),
    'c/2017.report.yaml': draft(),
    'wrong.report.yaml': wrong,
  };

  it('writes each by its own name into a folder', async () => {
    const cwd = folder(files);
    expect(await report(cwd, ['render', 'a', 'b/*.yaml', '--to', 'md,html', '-o', 'out'])).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual([
      '2017.report.html',
      '2017.report.md',
      '2018.report.html',
      '2018.report.md',
    ]);
    expect(await report(cwd, ['render', 'a', 'b', '-o', 'new'])).toMatchObject({ code: 0 });
    expect(readdirSync(join(cwd, 'new'))).toHaveLength(2);
  });

  it.each([[[]], [['-o', '-']], [['-o', 'all.md']]])('needs a folder: %j', async (argv) => {
    const { code, stderr } = await report(folder(files), ['render', 'a', 'b', ...argv, '--lang', 'en']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'report: several drafts need a folder: --out <folder>\n',
    });
  });

  it('writes nothing where two would have one name', async () => {
    const cwd = folder(files);
    const { code, stderr } = await report(cwd, [
      'render',
      'a',
      'b',
      'c',
      '-o',
      'out',
      '--force',
      '--lang',
      'en',
    ]);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('would both be written to “out/2017.report.md”') as string,
    });
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it('writes what it may and says what it may not', async () => {
    const cwd = folder(files);
    const { code, stderr } = await report(cwd, [
      'render',
      'a',
      'wrong.report.yaml',
      '-o',
      'out',
      '--lang',
      'en',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('nothing of wrong.report.yaml was written');
    expect(readdirSync(join(cwd, 'out'))).toEqual(['2017.report.md']);
    expect((await report(cwd, ['render', 'a', 'none.yaml', '-o', 'out', '--force'])).code).toBe(2);
  });
});

describe('a command that changes a draft', () => {
  const misspelt = draft().replace('title: Report', 'title：Report');

  it('shows what it wrote, beside findings that stay readable', async () => {
    const cwd = folder({ 'a.report.yaml': misspelt });
    const ended = await report(cwd, ['lint', '--fix', '--format', 'json', '--lang', 'en']);
    expect(json(ended)).toMatchObject({ counts: { error: 0 } });
    expect(ended.stderr).toBe(
      'mended a.report.yaml (1 place)\n@@ -1,3 +1,3 @@\n schema: 1\n-title：Report\n+title: Report\n organization: Agency\n',
    );
  });

  it.each([
    ['--fix'],
    ['--fix-unsafe'],
    ['--keys', 'zh', '--fix'],
    ['--rule', 'figures-declared:info', '--fix'],
  ])('writes nothing with --dry-run: %j', async (...argv) => {
    const cwd = folder({ 'a.report.yaml': misspelt });
    const { stdout } = await report(cwd, ['lint', ...argv, '--dry-run']);
    expect(stdout).toMatch(/^--- a\.report\.yaml\n\+\+\+ a\.report\.yaml\n@@/);
    expect(readFileSync(join(cwd, 'a.report.yaml'), 'utf8')).toBe(misspelt);
  });

  it('takes --dry-run, alone and by its older name', async () => {
    const cwd = folder({ 'a.report.yaml': misspelt });
    const ended = await report(cwd, ['lint', '--fix', '--dry-run']);
    expect(await report(cwd, ['lint', '--dry-run'])).toEqual(ended);
    expect(await report(cwd, ['lint', '--fix-dry-run'])).toEqual(ended);
  });

  it('shows the beginning of a long change, and how long it is', async () => {
    const many = Array.from(
      { length: 60 },
      (_, index) => `    - title：Road ${index}\n      body: Fine.\n`,
    ).join('');
    const cwd = folder({ 'a.report.yaml': `${draft().split('summary:')[0]}summary:\n  sections:\n${many}` });
    const { stderr } = await report(cwd, ['lint', '--fix', '--lang', 'en']);
    expect(stderr).toMatch(/… and \d+ more lines; git diff shows them all\n/);
    expect(stderr.split('\n').length).toBeLessThan(70);
  });
});

describe('the configuration', () => {
  const project = { 'a.report.yaml': draft(), 'old/b.report.yaml': wrong };

  it.each([['lint'], ['figures'], ['status', '--all'], ['render', '--draft', '-o', 'out/']])(
    'leaves out what it ignores, named or found: %j',
    async (...argv) => {
      const cwd = folder({ ...project, 'report.config.yaml': 'ignore: ["old/**"]\n' });
      const [command = '', ...more] = argv;
      expect((await report(cwd, [command, '.', ...more, '--force'])).code).toBe(0);
      const both = await report(cwd, [
        command,
        'a.report.yaml',
        'old/b.report.yaml',
        ...more,
        '--force',
        '--lang',
        'en',
      ]);
      expect(both.code).toBe(0);
      expect(both.stderr).toContain(
        'left out, because “ignore” of the configuration names it (--no-ignore reads it all the same): old/b.report.yaml\n',
      );
      const alone = await report(cwd, [command, 'old/b.report.yaml', ...more, '--force', '--lang', 'en']);
      expect(alone).toMatchObject({
        code: command === 'render' ? 2 : 0,
        stderr: expect.stringContaining('old/b.report.yaml') as string,
      });
      // a folder that is asked for and holds nothing else is not read in silence
      expect((await report(cwd, [command, 'old', ...more, '--force'])).code).toBe(2);
      const anyway = await report(cwd, [
        command,
        'old/b.report.yaml',
        '--no-ignore',
        '--lang',
        'en',
        ...more,
        '--force',
      ]);
      expect(anyway.stderr).not.toContain('left out');
      if (command === 'lint' || command === 'figures') expect(anyway.code).toBe(1);
    },
  );

  it.each([['lint'], ['figures'], ['status']])(
    'names the files, from its own folder: %s',
    async (command) => {
      const cwd = folder({ ...project, 'report.config.yaml': 'files: ["a.*"]\n', 'sub/readme.txt': '' });
      expect((await report(cwd, [command])).code).toBe(0);
      expect((await report(join(cwd, 'sub'), [command])).code).toBe(0);
    },
  );

  it('is heeded where a nearer one holds', async () => {
    const cwd = folder({
      ...project,
      'report.config.yaml': 'rules: {}\n',
      'old/report.config.yaml': 'ignore: ["b.*"]\n',
    });
    expect((await report(cwd, ['lint'])).code).toBe(0);
    expect((await report(cwd, ['lint', 'old/b.report.yaml', '--lang', 'en'])).stderr).toContain('left out');
  });

  it.each([
    ['report.config.yml', 'rules: { references-known: off }\n'],
    ['report.config.json', '{ "rules": { "references-known": "off" } }\n'],
  ])('may be %s', async (name, text) => {
    expect((await report(folder({ 'a.report.yaml': wrong, [name]: text }), ['lint'])).code).toBe(0);
  });

  const commands = [
    ['lint'],
    ['render', 'a.report.yaml'],
    ['figures'],
    ['status'],
    ['diff', 'a.report.yaml', 'a.report.yaml'],
    ['import', 'a.txt'],
    ['new', '2019', '--no-from'],
  ];
  const broken: readonly (readonly [string, (cwd: string) => void, string])[] = [
    [
      'broken',
      (cwd) => writeFileSync(join(cwd, 'report.config.yaml'), 'rules: "\n'),
      'report.config.yaml:2:1',
    ],
    [
      'broken JSON',
      (cwd) => writeFileSync(join(cwd, 'report.config.json'), '{ "rules": \n'),
      'report.config.json:',
    ],
    [
      'with an unknown rule',
      (cwd) => writeFileSync(join(cwd, 'report.config.yml'), 'rules: { none: off }\n'),
      'report.config.yml:1:10',
    ],
    ['empty', (cwd) => writeFileSync(join(cwd, 'report.config.yaml'), ''), 'report.config.yaml:1:1'],
    ['a link to nothing', (cwd) => symlinkSync('none', join(cwd, 'report.config.yaml')), 'it is a link'],
    [
      'a link to itself',
      (cwd) => symlinkSync('report.config.yaml', join(cwd, 'report.config.yaml')),
      'it is a link',
    ],
    ['a folder', (cwd) => mkdirSync(join(cwd, 'report.config.yaml')), 'is a folder'],
    [
      'one of two',
      (cwd) => ['yaml', 'json'].forEach((end) => writeFileSync(join(cwd, `report.config.${end}`), '{}\n')),
      'two configurations',
    ],
    [
      'of a kind that is not read',
      (cwd) => writeFileSync(join(cwd, 'report.config.js'), ''),
      'report.config.js',
    ],
  ];
  it.each(broken)('that is %s stops every command', async (_, make, said) => {
    const cwd = folder({ 'a.report.yaml': draft(), 'a.txt': '2018 report\n' });
    make(cwd);
    const before = readdirSync(cwd);
    for (const argv of commands) {
      const { code, stdout, stderr } = await report(cwd, [...argv, '--lang', 'en']);
      expect({ argv, code, stdout, stderr }).toEqual({
        argv,
        code: 2,
        stdout: '',
        stderr: expect.stringContaining(said) as string,
      });
      expect(readdirSync(cwd)).toEqual(before);
    }
  });

  it('holds for what status and diff read as well', async () => {
    const approximate = draft()
      .replace('12 km.', 'about 12 km.')
      .replace('roads: 12 km', 'roads: about 12 km');
    const cwd = folder({ 'a.report.yaml': approximate, 'report.config.yaml': 'terms: { year: x }\n' });
    for (const argv of [['status'], ['diff', 'a.report.yaml', 'a.report.yaml']])
      expect((await report(cwd, argv)).code).toBe(2);
  });
});

describe('a section file that is named with its draft', () => {
  const whole = `${draft().split('summary:')[0]}summary:\n  sections:\n    - file: x/roads.section.yaml\n`;
  const files = {
    'a.report.yaml': whole,
    'x/roads.section.yaml': 'title: Roads\nbody: The crews mended {{none}}.\nmetrics: { roads: 12 km }\n',
  };

  it('is read once, whatever the order', async () => {
    for (const names of [
      ['a.report.yaml', 'x/roads.section.yaml'],
      ['x/roads.section.yaml', 'a.report.yaml'],
      ['**/*.yaml'],
      ['./x/roads.section.yaml', '.'],
    ]) {
      const ended = await report(folder(files), ['lint', ...names, '--format', 'json', '--lang', 'en']);
      expect(json(ended)).toMatchObject({ counts: { files: 1, error: 1 } });
      expect(ended.stderr).toBe('');
      expect(json(await report(folder(files), ['figures', ...names, '--format', 'json']))).toMatchObject({
        figures: [{ id: 'roads' }],
      });
    }
  });

  it('is checked by itself without it, and beside another', async () => {
    const cwd = folder({ ...files, 'other.report.yaml': draft() });
    const ended = await report(cwd, [
      'lint',
      'x/roads.section.yaml',
      'other.report.yaml',
      '--format',
      'json',
      '--lang',
      'en',
    ]);
    expect(json(ended)).toMatchObject({ counts: { files: 2 } });
    expect(ended.stderr).toContain('checked by itself');
  });
});

describe('help', () => {
  it('is asked for by name or by option', async () => {
    const cwd = folder();
    const lint = await report(cwd, ['lint', '--help']);
    expect(lint.stdout).toContain('--max-warnings');
    expect(await report(cwd, ['help', 'lint'])).toEqual(lint);
    expect(await report(cwd, ['help'])).toEqual(await report(cwd, ['--help']));
    for (const argv of [
      ['--lang', 'zh', 'help', 'lint'],
      ['help', 'lint', '--lang', 'zh'],
    ])
      expect(await report(cwd, argv)).toEqual(await report(cwd, ['lint', '--help', '--lang', 'zh']));
    expect(await report(cwd, ['help', 'lnt', '--lang', 'en'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'report: unknown command lnt; did you mean lint?\n',
    });
    expect(await report(cwd, ['help', 'lint', 'render'])).toMatchObject({ code: 2, stdout: '' });
  });
});
