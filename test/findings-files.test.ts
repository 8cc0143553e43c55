import { existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFindings } from '../src/reporters/own-files.ts';
import { reporters, type FindingsFormatName } from '../src/reporters/index.ts';
import { folder, report } from './cli.ts';
import { some } from './depth.ts';

const formats = Object.keys(reporters) as FindingsFormatName[];
const clean =
  'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary: { intro: A calm year. }\n';
const wrong = clean.replace('A calm year.', '"See {{nothing}}."');
const place = (): string => folder({ 'a.report.yaml': wrong, 'c/a.report.yaml': clean });

describe('several formats at once', () => {
  it('print what each prints alone, one on standard output and the others in files whose folders are made', async () => {
    const cwd = place();
    const alone = Object.fromEntries(
      await Promise.all(
        formats.map(
          async (format) => [format, (await report(cwd, ['lint', '--format', format])).stdout] as const,
        ),
      ),
    );
    const outputs = formats.slice(1).flatMap((format) => ['--format', `${format}=out/deep/${format}`]);
    const { code, stdout } = await report(cwd, ['lint', '--format', 'text', ...outputs]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: alone['text'] });
    for (const format of formats.slice(1))
      expect(readFileSync(join(cwd, 'out/deep', format), 'utf8'), format).toBe(alone[format]);
  });

  it('may all go to files; how the run went is said then', async () => {
    const cwd = place();
    const ended = await report(cwd, [
      'lint',
      '--format',
      'json=a.json',
      '--to=junit=b.xml',
      '-t',
      'text=c.txt',
      '--lang',
      'en',
    ]);
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: 'wrote a.json\nwrote b.xml\nwrote c.txt\n1 error in 2 files\nno figures to cross-check\n',
    });
  });

  it('leave the one without a file to -o, whose ending tells the format where none is named', async () => {
    const cwd = place();
    expect(
      await report(cwd, ['lint', '--format', 'sarif=a.sarif', '--format', 'json', '-o', 'b.txt']),
    ).toMatchObject({ code: 1, stdout: '' });
    expect(JSON.parse(readFileSync(join(cwd, 'b.txt'), 'utf8'))).toMatchObject({ schema: 1 });
    for (const [name, format] of [
      ['c.sarif', 'sarif'],
      ['c.sarif.json', 'sarif'],
      ['c.json', 'json'],
      ['c.xml', 'junit'],
      ['c.md', 'markdown'],
      ['c.txt', 'text'],
    ] as const) {
      await report(cwd, ['lint', '--format', `gitlab=g.json`, '-o', name]);
      expect(isFindings(format, readFileSync(join(cwd, name), 'utf8')), name).toBe(true);
    }
  });

  it.each([
    [
      ['--format', 'text', '--format', 'json'],
      'both go to standard output; name a file for one of them: --format json=<file>',
    ],
    [['--format', 'json', '--format', 'sarif=-'], 'both go to standard output'],
    [['--format', 'json=x', '--format', 'sarif=./x'], 'both go to “./x”'],
    [['--format', 'json', '--format', 'sarif', '-o', 'x'], 'both go to “x”'],
    [['--format', 'json=x', '--format', 'sarif', '-o', 'x'], 'both go to “x”'],
    [['--format', 'json='], 'write the name of a file behind “=”'],
    [['--format', 'jsn=x'], 'choose from text, json, sarif'],
    [['--format', 'text,json'], 'choose from text, json, sarif'],
  ])('are refused where two go to one place, or what is meant is not known: %j', async (argv, said) => {
    const cwd = place();
    const { code, stdout, stderr } = await report(cwd, ['lint', ...argv, '--lang', 'en']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect((await report(cwd, ['lint', ...argv, '--lang', 'zh'])).stderr).toMatch(
      /^report：.*\p{Script=Han}/u,
    );
    expect(readdirSync(cwd).sort()).toEqual(['a.report.yaml', 'c']);
  });
});

describe('a file of findings', () => {
  it.each(formats)('is written anew each run, whatever was found: %s', async (format) => {
    const cwd = place();
    const out = join(cwd, 'out');
    const runs = [
      ['a.report.yaml'],
      ['c'],
      ['none'],
      ['a.report.yaml', 'none'],
      ['a.report.yaml', '--quiet'],
      ['a.report.yaml'],
    ];
    for (const lang of ['en', 'zh'])
      for (const argv of runs) {
        const { stderr } = await report(cwd, ['lint', ...argv, '--format', `${format}=out`, '--lang', lang]);
        expect(stderr).toContain(lang === 'en' ? 'wrote out\n' : '已写好 out\n');
        const { stdout } = await report(cwd, ['lint', ...argv, '--format', format, '--lang', lang]);
        if (format !== 'text') expect(readFileSync(out, 'utf8')).toBe(stdout);
      }
    const written = readFileSync(out, 'utf8');
    for (const other of formats)
      // annotations of a clean run are an empty file, which every format takes
      expect(isFindings(other, written), other).toBe(other === format);
  });

  it.each(formats)('is nothing else: %s', async (format) => {
    const others = {
      'notes.txt': 'Notes of the meeting\n3 errors were found in the plan\n',
      'data.json': '{ "findings": 3 }\n',
      'list.json': '[{ "description": "x" }]\n',
      'other.sarif':
        '{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "ESLint" } }, "results": [] }] }\n',
      'other.xml': '<?xml version="1.0"?>\n<testsuites name="pytest tests"></testsuites>\n',
      'page.md': '# A page\n\n<!-- report lint -->\n',
      'script.txt': '::error file=a::b\nrm -rf x\n',
      'bytes.bin': Buffer.from([0xff, 0xfe, 0, 1]),
      'a.report.yaml': wrong,
    };
    for (const [name, content] of some(Object.entries(others), 3)) {
      const cwd = folder({ ...others });
      const { code, stdout, stderr } = await report(cwd, [
        'lint',
        '--format',
        `${format}=${name}`,
        '--lang',
        'en',
      ]);
      expect({ name, code, stdout }).toEqual({ name, code: 2, stdout: '' });
      expect(stderr).toContain(`“${name}” exists and holds no findings in the format ${format}`);
      expect(readFileSync(join(cwd, name))).toEqual(Buffer.from(content));
      const forced = await report(cwd, ['lint', '--format', `${format}=${name}`, '--force', '--lang', 'en']);
      // what is being read is never overwritten
      if (name !== 'a.report.yaml')
        expect(isFindings(format, readFileSync(join(cwd, name), 'utf8'))).toBe(true);
      else {
        expect(forced).toMatchObject({ code: 2, stderr: expect.stringContaining('is being read') as string });
        expect(readFileSync(join(cwd, name), 'utf8')).toBe(wrong);
      }
    }
  });

  it('takes the place of an empty file, follows a link, and is refused where a folder stands or none can be made', async () => {
    const cwd = folder({ 'a.report.yaml': wrong, empty: '', 'real.json': '', 'folder/x': '', file: 'text' });
    symlinkSync('real.json', join(cwd, 'link.json'));
    const run = (out: string): ReturnType<typeof report> =>
      report(cwd, ['lint', '--format', `json=${out}`, '--lang', 'en']);
    for (const out of ['empty', 'link.json', 'link.json']) expect((await run(out)).code).toBe(1);
    expect(readFileSync(join(cwd, 'real.json'), 'utf8')).toContain('"findings"');
    for (const out of ['folder', 'file/below.json']) {
      const { code, stderr } = await run(out);
      expect(code).toBe(2);
      expect(stderr).toContain(out);
    }
  });

  it('that cannot be written keeps none of the others from it, and the run from ending well', async () => {
    const cwd = folder({ 'a.report.yaml': clean, file: 'text' });
    const { code, stdout, stderr } = await report(cwd, [
      'lint',
      '--format',
      'sarif=file/x',
      '--format',
      'json=b.json',
      '--format',
      'text',
      '--lang',
      'en',
    ]);
    expect(code).toBe(2);
    expect(stdout).toContain('no problems in 1 file');
    expect(stderr).toContain('file/x');
    expect(existsSync(join(cwd, 'b.json'))).toBe(true);
  });

  it('is not written by a dry run, which says so', async () => {
    const cwd = place();
    for (const option of ['--dry-run', '--print-config']) {
      const { stderr } = await report(cwd, ['lint', option, '--format', 'json=b.json', '--lang', 'en']);
      expect(stderr).toContain('“b.json” was not written');
      expect(existsSync(join(cwd, 'b.json'))).toBe(false);
    }
  });

  it('by -o is left as it is, unless --force says otherwise', async () => {
    const cwd = place();
    const run = (...more: readonly string[]): ReturnType<typeof report> =>
      report(cwd, ['lint', '-o', 'b.json', ...more]);
    expect((await run()).code).toBe(1);
    expect(await run()).toMatchObject({ code: 2, stderr: expect.stringContaining('--force') as string });
    expect((await run('--force')).code).toBe(1);
  });

  it('is broken by nobody: what is no longer findings stays', async () => {
    const cwd = place();
    await report(cwd, ['lint', '--format', 'json=b.json']);
    writeFileSync(join(cwd, 'b.json'), `${readFileSync(join(cwd, 'b.json'), 'utf8')}\nmy notes\n`);
    expect((await report(cwd, ['lint', '--format', 'json=b.json'])).code).toBe(2);
    expect(readFileSync(join(cwd, 'b.json'), 'utf8')).toContain('my notes');
  });
});

describe('findings for people in a file', () => {
  it('say what was not checked, which standard error says otherwise', async () => {
    const cwd = place();
    await report(cwd, ['lint', 'c', 'none', '--format', 'text=b.txt', '--lang', 'en']);
    expect(readFileSync(join(cwd, 'b.txt'), 'utf8')).toBe(
      'not checked  there is no file “none”; check the path\n\nno problems in 1 file, but not all was checked: 1 thing could not be checked\nno figures to cross-check\n',
    );
    await report(cwd, ['lint', 'none', '--format', 'text=b.txt', '--lang', 'zh']);
    expect(readFileSync(join(cwd, 'b.txt'), 'utf8')).toBe(
      '未检查  没有文件“none”；请核对路径\n\n没有检查任何内容\n',
    );
  });

  it('that would be a folder is refused before anything is checked, with --force too', async () => {
    const cwd = folder({
      'a.report.yaml': 'schema: 1\ntitle: A\norganization: B\nyear: 2017\n',
      'out/x': '',
    });
    for (const named of [
      ['--format', 'sarif=out'],
      ['--format', 'sarif=out/'],
      ['--format', 'sarif', '-o', 'out'],
    ])
      for (const force of [[], ['--force']]) {
        const ended = await report(cwd, ['lint', '--lang', 'en', ...named, ...force]);
        expect(ended, named.join(' ')).toMatchObject({ code: 2, stdout: '' });
        expect(ended.stderr).toMatch(/^report: “out\/?” is a folder; name a file\n$/);
      }
  });
});
