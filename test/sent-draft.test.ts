import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, report, type Ended } from './cli.ts';

/** A draft from standard input: read under a name, findings with that name, nothing written to files. */

const part = (sections: string): string => `summary:\n  sections:\n    - ${sections}\n`;
const draft = (more: string, year = 2018): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: ${year}\n${more}`;
const bad = draft(part('{ title: Roads, body: "Mended {{none}}." }'));
const good = draft(part('{ title: Roads, body: All mended. }'));

const send = (
  cwd: string,
  sent: string | Uint8Array,
  argv: readonly string[],
  world: object = {},
): Promise<Ended> =>
  report(cwd, [...argv, '--lang', 'en'], {}, undefined, { stdin: () => Buffer.from(sent), ...world });

describe('a draft from standard input', () => {
  it('is linted, and its findings say stdin where nobody names it', async () => {
    const cwd = folder();
    const { code, stdout } = await send(cwd, bad, ['lint', '-']);
    expect(code).toBe(1);
    expect(stdout).toContain('─ stdin:7:');
    expect((await send(cwd, good, ['lint', '-'])).code).toBe(0);
  });

  it('bears the name that is given, and finds section files, tables and last year’s draft from there', async () => {
    const cwd = folder({
      '年报/offices/道路.section.yaml': 'title: Roads\nbody: Fine.\ntables: { t: { file: t.csv } }\n',
      '年报/t.csv': 'a,b\nx,1\n',
      '年报/2017.report.yaml': draft(part('{ title: Roads, body: Fine. }'), 2017),
    });
    const text = draft(`previous: 2017.report.yaml\n${part('file: offices/道路.section.yaml')}`);
    const named = await send(cwd, text, ['lint', '-', '--stdin-filename', '年报/2018.report.yaml']);
    expect(named).toMatchObject({ code: 0, stderr: '' });
    const lost = await send(cwd, text, ['lint', '-', '--format', 'json']);
    expect(lost.code).toBe(1);
    const files = new Set(
      (JSON.parse(lost.stdout) as { findings: { file: string }[] }).findings.map(({ file }) => file),
    );
    expect([...files]).toEqual(['stdin']);
  });

  it('takes the place of the file on the disk, for itself and for drafts that name it', async () => {
    const cwd = folder({
      'a.report.yaml': draft(part('file: x.section.yaml')),
      'x.section.yaml': 'title: Roads\nbody: All {{none}} mended.\n',
    });
    const { code, stdout } = await send(cwd, 'title: Roads\nbody: All mended.\n', [
      'lint',
      'a.report.yaml',
      '-',
      '--stdin-filename',
      'x.section.yaml',
    ]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'no problems in 1 file\nno figures to cross-check\n',
    });
    expect((await report(cwd, ['lint', 'a.report.yaml'])).code).toBe(1);
  });

  it('is checked with the configuration of the folder that its name lies in', async () => {
    const cwd = folder({ 'a/report.config.yaml': 'rules: { references-known: off }\n' });
    expect((await send(cwd, bad, ['lint', '-', '--stdin-filename', 'a/x.report.yaml'])).code).toBe(0);
    expect((await send(cwd, bad, ['lint', '-', '--stdin-filename', 'b/x.report.yaml'])).code).toBe(1);
  });

  it('is read by figures, status, render and diff as well', async () => {
    const cwd = folder({ '2017.report.yaml': good });
    const text = draft(part('{ title: Roads, body: Mended 12 km., metrics: { mended: 12 km } }'));
    expect((await send(cwd, text, ['figures', '-'])).stdout).toContain('12 km');
    expect((await send(cwd, text, ['status', '-'])).code).toBe(0);
    expect((await send(cwd, text, ['render', '-', '--to', 'md'])).stdout).toContain('Mended 12 km.');
    expect((await send(cwd, text, ['diff', '2017', '-'])).stdout).toContain('mended');
    expect((await send(cwd, text, ['diff', '-', '2017'])).code).toBe(0);
    const same = await send(cwd, text, ['diff', '-', '2017', '--stdin-filename', './2017.report.yaml']);
    expect(same.code).toBe(2);
    expect(same.stderr).toContain('another name');
  });

  it('is written to a file by render under its name', async () => {
    const cwd = folder();
    expect(
      (await send(cwd, good, ['render', '-', '--stdin-filename', 'x.report.yaml', '-o', 'out/'])).code,
    ).toBe(0);
    expect(readFileSync(join(cwd, 'out/x.report.md'), 'utf8')).toContain('All mended.');
  });
});

describe('what cannot be read from standard input', () => {
  interface Case {
    readonly sent: string | Uint8Array;
    readonly argv: readonly string[];
    readonly said: RegExp;
    readonly world?: object;
  }
  const cases: Readonly<Record<string, Case>> = {
    nothing: { sent: '', argv: ['-'], said: /standard input was empty/ },
    'UTF-16': { sent: Buffer.from('\uFEFFtitle: x', 'utf16le'), argv: ['-'], said: /“stdin” is UTF-16/ },
    'bytes that are no text': {
      sent: Buffer.from([0x80, 0x61]),
      argv: ['-'],
      said: /“stdin” is not a text in UTF-8/,
    },
    'a terminal': { sent: good, argv: ['-'], said: /another program sends/, world: { stdinIsTTY: true } },
    'a name without -': { sent: good, argv: ['--stdin-filename', 'x.report.yaml'], said: /write - among/ },
    'two of them': { sent: good, argv: ['-', '-'], said: /write it once/ },
    'a name that is a folder': {
      sent: good,
      argv: ['-', '--stdin-filename', '.'],
      said: /no name of a file/,
    },
  };
  it.each(Object.entries(cases))('ends with 2 and says so: %s', async (_, { sent, argv, said, world }) => {
    const cwd = folder({ 'x.report.yaml': good });
    for (const command of ['lint', 'figures', 'status', 'render']) {
      const { code, stdout, stderr } = await send(cwd, sent, [command, ...argv], world);
      if (command === 'render' && argv[0] !== '-') continue;
      expect({ command, code, stdout }).toEqual({ command, code: 2, stdout: '' });
      expect(stderr).toMatch(said);
    }
  });
});

describe('--fix of a draft from standard input', () => {
  const slip = `${draft('')}summary：\n  sections:\n    - file: x.section.yaml\n`.replace('：', '： ');
  const mended = slip.replace('： ', ':');
  const files = { 'a.report.yaml': 'as it was\n', 'x.section.yaml': 'title： Roads\nbody: Fine.\n' };

  it('prints the mended draft and nothing else; no file is written', async () => {
    const cwd = folder(files);
    const { code, stdout, stderr } = await send(cwd, slip, [
      'lint',
      '--fix',
      '-',
      '--stdin-filename',
      'a.report.yaml',
    ]);
    expect(stdout).toBe(mended);
    // what is wrong in the section file stays and is said
    expect(stderr).toContain('x.section.yaml:1:');
    expect(code).toBe(1);
    for (const [name, text] of Object.entries(files))
      expect(readFileSync(join(cwd, name), 'utf8')).toBe(text);
  });

  it('prints the draft as it came where there is nothing to mend, byte order mark and line ends included', async () => {
    const text = `\uFEFF${good.replaceAll('\n', '\r\n')}`;
    const { code, stdout } = await send(folder(), text, ['lint', '--fix', '-']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: text });
  });

  it('shows a diff with --dry-run', async () => {
    const { stdout } = await send(folder(files), slip, ['lint', '--fix', '--dry-run', '-']);
    expect(stdout).toContain('+summary:');
    expect(stdout).toContain('--- stdin');
    expect(stdout).not.toContain('--- x.section.yaml');
  });

  it('prints nothing where the draft could not be checked', async () => {
    const cwd = folder({ ...files, 'x.section.yaml': Buffer.from([0x80]) });
    expect(await send(cwd, slip, ['lint', '--fix', '-'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('is refused beside other files, and beside findings for programs on the same stream', async () => {
    const cwd = folder(files);
    for (const argv of [
      ['-', 'a.report.yaml'],
      ['-', '--format', 'json'],
    ])
      expect(await send(cwd, slip, ['lint', '--fix', ...argv])).toMatchObject({ code: 2, stdout: '' });
    const { code, stdout } = await send(cwd, slip, ['lint', '--fix', '-', '-o', 'out.json']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: mended });
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toContain('x.section.yaml');
  });
});
