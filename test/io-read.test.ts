import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, report } from './cli.ts';

const bin = resolve(import.meta.dirname, '../bin/report.js');
const posix = process.platform !== 'win32';
const draft = (sections: string, more = ''): string =>
  `schema: 1\ntitle: T\norganization: O\nyear: 2017\n${more}summary:\n  sections:\n${sections}`;
const good = draft('    - { title: Roads, body: Text. }\n');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a line of a shell in which `report` is the program. */
function shell(cwd: string, line: string, env: Readonly<Record<string, string>> = {}): Ended {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--norc', '-c', `report() { "${process.execPath}" "${bin}" --lang en "$@"; }; ${line}`],
    {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
      encoding: 'utf8',
    },
  );
  return { code: status, stdout, stderr };
}

describe.runIf(posix)('standard input', () => {
  it('is read however slowly it comes, and however much', async () => {
    const cwd = folder();
    const child = spawn(process.execPath, [bin, 'import', '-', '--lang', 'en'], { cwd });
    const out: string[] = [];
    child.stdout.on('data', (piece) => out.push(String(piece)));
    child.stderr.resume();
    // more than a pipe holds, and after a first piece that was read long before
    child.stdin.write('# A\n\nBuilt 5 km.\n');
    await new Promise((done) => setTimeout(done, 700));
    child.stdin.end('\nBuilt 6 km of road.\n'.repeat(3500));
    const code = await new Promise((done) => child.on('close', done));
    expect(code).toBe(0);
    expect(out.join('').match(/Built 6 km/g)?.length).toBe(3500);
  });

  it('is refused where it is a folder, empty or without end', () => {
    const cwd = folder();
    expect(shell(cwd, 'report import - < /tmp')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is a folder') as string,
    });
    expect(shell(cwd, 'report import - < /dev/null')).toMatchObject({ code: 2 });
    if (existsSync('/dev/zero'))
      expect(shell(cwd, 'report import - < /dev/zero')).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('up to 50 MB') as string,
      });
  });
});

describe.runIf(posix)('standard output', () => {
  const cwd = folder({ '2017.report.yaml': good });
  it.runIf(existsSync('/dev/full'))('that is full is said, and is no success', () => {
    for (const command of ['lint', 'figures --format json', '--help', '--version'])
      expect(shell(cwd, `report ${command} > /dev/full`).code, command).toBe(2);
    expect(shell(cwd, 'report render 2017 > /dev/full').stderr).toContain(
      'standard output could not be written',
    );
  });

  it('whose reader stops early is no error', () => {
    expect(shell(cwd, 'set -o pipefail; report explain | head -1')).toMatchObject({ code: 0, stderr: '' });
  });

  it('takes a long text whole, into a pipe and into a file', () => {
    const long = folder({
      'a.report.yaml': draft(`    - { title: Roads, body: "${'text '.repeat(60_000)}" }\n`),
    });
    const { stdout } = shell(
      long,
      'report render a.report.yaml > o.md; report render a.report.yaml | cat > p.md; cmp o.md p.md && wc -c < o.md',
    );
    expect(Number(stdout)).toBeGreaterThan(299_000);
  });
});

describe.runIf(posix)('what is no regular file', () => {
  const sections = draft(
    '    - { title: Roads, body: Text. }\n    - file: pipe.section.yaml\n    - { title: A, body: b, tables: { t: { file: pipe.csv } } }\n',
  );
  const cwd = folder({
    'section.report.yaml': draft('    - { title: Roads, body: Text. }\n    - file: pipe.section.yaml\n'),
    'table.report.yaml': draft('    - { title: A, body: b, tables: { t: { file: pipe.csv } } }\n'),
    'previous.report.yaml': draft('    - { title: Roads, body: Text. }\n', 'previous: pipe.section.yaml\n'),
    'endless.report.yaml': draft('    - { title: Roads, body: Text. }\n', 'previous: /dev/zero\n'),
    'good.report.yaml': good,
    'all.txt': sections,
  });
  const made = ['pipe.section.yaml', 'pipe.csv', 'pipe.report.yaml', 'pipe.md'].every(
    (name) => spawnSync('mkfifo', [join(cwd, name)]).status === 0,
  );

  it
    .runIf(made)
    .each([
      ['lint section.report.yaml'],
      ['lint table.report.yaml'],
      ['lint previous.report.yaml'],
      ['lint endless.report.yaml'],
      ['lint pipe.report.yaml'],
      ['lint .'],
      ['lint /dev/zero'],
      ['figures endless.report.yaml'],
      ['status previous.report.yaml'],
      ['render section.report.yaml --draft'],
      ['render /dev/zero'],
      ['diff good.report.yaml pipe.report.yaml'],
      ['import pipe.md'],
      ['import /dev/zero'],
      ['new 2018 --yes --from pipe.report.yaml'],
      ['new 2018 --yes --answers pipe.report.yaml'],
      ['new 2018 --yes --template pipe.report.yaml'],
    ])('is refused at once: %s', async (line) => {
    const { code, stderr } = await report(cwd, [...line.split(' '), '--lang', 'en']);
    expect(code, stderr).toBe(2);
    expect(stderr).toContain('is a device or a pipe, not a file, and is not read');
  });

  it.runIf(made)('is refused as a configuration', async () => {
    const here = folder({ 'a.report.yaml': good });
    spawnSync('mkfifo', [join(here, 'report.config.yaml')]);
    for (const command of ['lint', 'render', 'figures'])
      expect((await report(here, [command, 'a.report.yaml'])).code, command).toBe(2);
  });

  it('is read where a shell hands it over', () => {
    expect(shell(cwd, 'report lint <(sleep 0.3; cat good.report.yaml)')).toMatchObject({ code: 0 });
    expect(shell(cwd, 'report diff <(cat good.report.yaml) <(cat good.report.yaml)')).toMatchObject({
      code: 0,
    });
    expect(shell(cwd, 'cat good.report.yaml | report lint /dev/stdin')).toMatchObject({ code: 0 });
    expect(shell(cwd, 'report lint <(cat /dev/zero)')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('up to 64 MB') as string,
    });
  });
});

describe.runIf(posix)('a link', () => {
  const cwd = folder({
    'secret.section.yaml': 'title: SECRET\nbody: SECRET\n',
    'secret.csv': 'SECRET,SECRET\na,1\n',
    'in/a.report.yaml': draft(
      '    - file: x.section.yaml\n    - { title: A, body: b, tables: { t: { file: x.csv }, u: { file: far/secret.csv } } }\n',
    ),
    'in/own/b.section.yaml': 'title: Own\nbody: Own text.\n',
    'in/b.report.yaml': draft('    - file: b.section.yaml\n'),
  });
  symlinkSync('../secret.section.yaml', join(cwd, 'in/x.section.yaml'));
  symlinkSync('../secret.csv', join(cwd, 'in/x.csv'));
  symlinkSync('..', join(cwd, 'in/far'));
  symlinkSync('own/b.section.yaml', join(cwd, 'in/b.section.yaml'));

  it('out of the folder of a draft is not followed', async () => {
    const lint = await report(cwd, ['lint', 'in/a.report.yaml', '--lang', 'en']);
    expect(lint.code).toBe(1);
    expect(lint.stdout.match(/leaves the draft’s folder/g)?.length).toBe(3);
    for (const argv of [
      ['lint'],
      ['lint', '--fix-unsafe'],
      ['render', '--draft'],
      ['figures'],
      ['status', '--all'],
    ]) {
      const [command = '', ...options] = argv;
      const { stdout, stderr } = await report(cwd, [command, 'in/a.report.yaml', ...options]);
      expect(stdout + stderr).not.toContain('SECRET');
    }
  });

  it('within it is', async () => {
    expect((await report(cwd, ['render', 'in/b.report.yaml'])).stdout).toContain('Own text.');
    // from wherever the folder is reached
    symlinkSync('in', join(cwd, 'also'));
    expect((await report(cwd, ['render', 'also/b.report.yaml'])).stdout).toContain('Own text.');
  });
});

describe('what cannot be read', () => {
  it.runIf(posix)('is said with its name', async () => {
    const cwd = folder({
      'a.report.yaml': good,
      'b.report.yaml': draft('    - file: folder.section.yaml\n'),
      'folder.section.yaml/x': '',
      'c.report.yaml': good,
    });
    symlinkSync('round.report.yaml', join(cwd, 'round.report.yaml'));
    chmodSync(join(cwd, 'c.report.yaml'), 0);
    const named = async (...argv: string[]): Promise<string> => {
      const { code, stderr } = await report(cwd, [...argv, '--lang', 'en']);
      expect(code, stderr).toBe(2);
      return stderr;
    };
    expect(await named('lint', 'round.report.yaml')).toContain('round.report.yaml');
    expect(await named('lint', 'b.report.yaml')).toContain('“folder.section.yaml” is a folder');
    if (process.getuid?.() !== 0) expect(await named('lint', 'c.report.yaml')).toContain('may not be read');
  });
});
