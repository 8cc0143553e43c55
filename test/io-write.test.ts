import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceText, type Io } from '../src/io.ts';
import { folder, report } from './cli.ts';

const bin = resolve(import.meta.dirname, '../bin/report.js');
const isRoot = process.getuid?.() === 0;
const good = (title = 'T'): string =>
  `schema: 1\ntitle: ${title}\norganization: O\nyear: 2017\nsummary:\n  sections:\n    - { id: roads, title: Roads, body: Text. }\n`;
/** A draft in which --fix-unsafe finds something in each section. */
const faulty = (sections: number, length = 1): string => {
  const one = (index: number): string =>
    `    - tilte: Roads ${index}\n      body: Text${' note text'.repeat(Math.ceil(length / 2))}. # keep ${index}\n`;
  return `schema: 1\ntitle: T\norganization: O\nyear: 2017\nsummary:\n  sections:\n${Array.from({ length: sections }, (_, index) => one(index)).join('')}`;
};

describe('a disk with too little room', () => {
  const before = faulty(5, 400);
  /** Tries every command that writes in a folder with so little room; what stood there stands, and nothing else is left. */
  async function tryAll(cwd: string): Promise<number> {
    writeFileSync(join(cwd, '2017.report.yaml'), before);
    const mended = before.replaceAll('tilte', 'title');
    const standing = (): string[] => readdirSync(cwd).sort();
    let refused = 0;
    for (const argv of [
      ['lint', '--fix-unsafe', '2017.report.yaml'],
      ['render', '2017.report.yaml', '--draft', '--to', 'html', '--out', 'new/folder/o.html'],
      ['new', '2018', '--yes', '--from', '2017.report.yaml', '--out', 'n.report.yaml'],
    ]) {
      const there = standing();
      const { code, stdout, stderr } = await report(cwd, [...argv, '--lang', 'en']);
      const text = readFileSync(join(cwd, '2017.report.yaml'), 'utf8');
      if (code === 2) {
        refused++;
        expect(stderr).toMatch(/disk is full|larger than the system allows/);
        expect(stdout).not.toContain('no problems');
        expect(standing()).toEqual(there);
        expect(text).toBe(before);
      } else {
        expect(code).toBeLessThan(2);
        if (argv[0] === 'lint') expect(text).toBe(mended);
        if (argv[0] === 'render')
          expect(readFileSync(join(cwd, 'new/folder/o.html'), 'utf8')).toMatch(/<\/html>\n$/);
        writeFileSync(join(cwd, '2017.report.yaml'), before);
        for (const name of standing())
          if (!there.includes(name)) rmSync(join(cwd, name), { recursive: true });
      }
    }
    return refused;
  }

  const mounted: string[] = [];
  const mount = (...argv: string[]): boolean => {
    const at = argv.at(-1) as string;
    mkdirSync(at, { recursive: true });
    const done = spawnSync('mount', argv).status === 0;
    if (done) mounted.push(at);
    else console.log(`skipped: mount ${argv.slice(0, 2).join(' ')} is not permitted here`);
    return done;
  };
  afterAll(() => mounted.forEach((at) => spawnSync('umount', ['-l', at])));

  /** Writes a file once the system has given back the room of files that were removed just before. */
  async function fill(path: string, size: number): Promise<void> {
    for (let tries = 0; ; tries++)
      try {
        return writeFileSync(path, Buffer.alloc(size));
      } catch (error) {
        if (tries === 50) throw error;
        await new Promise((resume) => setTimeout(resume, 20));
      }
  }

  it('of memory (tmpfs) loses nothing', async ({ skip }) => {
    const at = join(folder(), 'disk');
    if (!mount('-t', 'tmpfs', '-o', 'size=64k', 'none', at)) return skip();
    const rooms: number[] = [];
    for (const filler of [0, 40, 44, 48]) {
      await fill(join(at, 'filler'), filler * 1024);
      rooms.push(await tryAll(at));
    }
    expect([rooms[0], rooms.at(-1)]).toEqual([0, 3]);
  });

  it('of a file (ext4) loses nothing', async ({ skip }) => {
    const image = join(folder({ disk: '' }), 'disk');
    truncateSync(image, 2 * 1024 * 1024);
    const at = `${image}-mounted`;
    if (spawnSync('mkfs.ext4', ['-q', '-m', '0', '-O', '^has_journal', image]).status !== 0)
      return skip('mkfs.ext4 is not there');
    if (!mount('-o', 'loop', image, at)) return skip();
    let refused = 0;
    writeFileSync(join(at, '2017.report.yaml'), before);
    for (const room of [1, 5, 9, 13, 17, 60]) {
      rmSync(join(at, 'filler'), { force: true });
      const free = Number(
        /(\d+)\s*$/.exec(spawnSync('df', ['-k', '--output=avail', at], { encoding: 'utf8' }).stdout)?.[1],
      );
      writeFileSync(join(at, 'filler'), Buffer.alloc((free - room) * 1024));
      refused += await tryAll(at);
    }
    expect(refused).toBeGreaterThan(5);
  });

  it.runIf(process.platform !== 'win32')('or a limit of the system loses nothing', () => {
    const cwd = folder({ '2017.report.yaml': before });
    const limited = (...argv: string[]): ReturnType<typeof spawnSync> =>
      spawnSync(
        'sh',
        ['-c', 'ulimit -f 8; exec "$@"', 'sh', process.execPath, bin, '--lang', 'en', ...argv],
        { cwd, encoding: 'utf8' },
      );
    const lint = limited('lint', '--fix-unsafe', '2017.report.yaml');
    expect(lint.status).toBe(2);
    expect(lint.stderr).toContain('larger than the system allows');
    expect(
      limited('render', '2017.report.yaml', '--draft', '--to', 'html', '--out', 'new/o.html').status,
    ).toBe(2);
    expect(readFileSync(join(cwd, '2017.report.yaml'), 'utf8')).toBe(before);
    expect(readdirSync(cwd)).toEqual(['2017.report.yaml']);
    // what the shell itself writes for us is not whole, and that is said
    const streamed = spawnSync(
      'sh',
      [
        '-c',
        'ulimit -f 8; exec "$@" > o.html',
        'sh',
        process.execPath,
        bin,
        '--lang',
        'en',
        'render',
        '2017.report.yaml',
        '--draft',
        '--to',
        'html',
      ],
      {
        cwd,
        encoding: 'utf8',
      },
    );
    expect(streamed.status).toBe(2);
    expect(streamed.stderr).toContain('not whole');
  });
});

describe('a draft that is mended', () => {
  const io = (cwd: string): Io => ({ cwd }) as Io;
  const changed = 'was changed by another program';

  it('is left as it is where it was changed since it was read', async () => {
    const cwd = folder({ 'a.yaml': 'edited meanwhile' });
    await expect(replaceText(io(cwd), 'a.yaml', 'as read', 'mended')).rejects.toThrow(changed);
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe('edited meanwhile');
    expect(readdirSync(cwd)).toEqual(['a.yaml']);
    await expect(replaceText(io(cwd), 'gone.yaml', 'as read', 'mended')).rejects.toThrow('gone.yaml');
    expect(readdirSync(cwd)).toEqual(['a.yaml']);
    // another run has done the same
    await replaceText(io(cwd), 'a.yaml', 'as read', 'edited meanwhile');
  });

  it('is left as it is where it is read-only, for an administrator too', async () => {
    const cwd = folder({ '2017.report.yaml': faulty(1) });
    chmodSync(join(cwd, '2017.report.yaml'), 0o444);
    const { code, stdout, stderr } = await report(cwd, ['lint', '--fix-unsafe', '--lang', 'en']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'report: “2017.report.yaml” is read-only and is left as it is; allow writing to it first, or name another file\n',
    });
    expect(stdout).toContain('“title” was probably meant');
    expect(readFileSync(join(cwd, '2017.report.yaml'), 'utf8')).toBe(faulty(1));
    expect((await report(cwd, ['new', '2018', '--yes', '--out', '2017.report.yaml', '--force'])).code).toBe(
      2,
    );
  });

  it('keeps its owner, its permissions and the link that leads to it', async () => {
    const cwd = folder({ 'store/draft.yaml': faulty(1) });
    const file = join(cwd, 'store/draft.yaml');
    chmodSync(file, 0o640);
    if (isRoot) chownSync(file, 1234, 2345);
    else console.log('skipped: only an administrator may give a file to another owner');
    const { uid, gid } = statSync(file);
    symlinkSync('store/draft.yaml', join(cwd, '2017.report.yaml'));
    expect((await report(cwd, ['lint', '--fix-unsafe'])).code).toBe(0);
    expect(lstatSync(join(cwd, '2017.report.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('title: Roads 0');
    expect(statSync(file)).toMatchObject({ uid, gid });
    expect(statSync(file).mode & 0o7777).toBe(0o640);
    expect((await report(cwd, ['render', '2017.report.yaml', '--out', 'o.md'])).code).toBe(0);
    chmodSync(join(cwd, 'o.md'), 0o600);
    expect((await report(cwd, ['render', '2017.report.yaml', '--out', 'o.md', '--force'])).code).toBe(0);
    expect(statSync(join(cwd, 'o.md')).mode & 0o777).toBe(0o600);
  });

  it('is checked once, by whatever names it was given', async () => {
    const cwd = folder({ '2017.report.yaml': faulty(1) });
    symlinkSync('2017.report.yaml', join(cwd, 'latest.report.yaml'));
    const { code, stdout } = await report(cwd, [
      'lint',
      '--fix-unsafe',
      '2017.report.yaml',
      './2017.report.yaml',
      '.',
      '--lang',
      'en',
    ]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'no problems in 1 file\n1 figure: it stands alone\n',
    });
  });
});

describe('runs at the same time', () => {
  it('make a file once', async () => {
    const cwd = folder();
    const codes = (
      await Promise.all(Array.from({ length: 8 }, () => report(cwd, ['new', '2018', '--yes'])))
    ).map(({ code }) => code);
    expect(codes.sort()).toEqual([0, 2, 2, 2, 2, 2, 2, 2]);
    expect(readdirSync(cwd)).toEqual(['2018.report.yaml']);
  });

  it('mend a draft once', async () => {
    const cwd = folder({ '2017.report.yaml': faulty(50) });
    const codes = (
      await Promise.all(Array.from({ length: 5 }, () => report(cwd, ['lint', '--fix-unsafe'])))
    ).map(({ code }) => code);
    expect(codes).toEqual([0, 0, 0, 0, 0]);
    expect(readFileSync(join(cwd, '2017.report.yaml'), 'utf8')).toBe(faulty(50).replaceAll('tilte', 'title'));
    expect(readdirSync(cwd)).toEqual(['2017.report.yaml']);
  });
});

describe('--force', () => {
  const table = '  tables: { t: { file: t.csv } }';
  const files = {
    '2016.report.yaml': good().replace('2017', '2016'),
    '2017.report.yaml': `${good()}    - file: a.section.yaml\n      \nprevious: 2016.report.yaml\n`,
    'a.section.yaml': `id: schools\ntitle: Schools\nbody: Text.\ntables: { t: { file: t.csv } }\n`,
    't.csv': 'kind,count\na,1\n',
    's.md': '# A\n\nBuilt 5 km.\n',
    'answers.yaml': 'year: 2018\n',
    'report.config.yaml': 'rules: {}\n',
    'other.md': 'mine',
  };
  let cwd = '';
  beforeAll(() => {
    cwd = folder(files);
    symlinkSync('2017.report.yaml', join(cwd, 'link.yaml'));
    symlinkSync('s.md', join(cwd, 'source.yaml'));
    expect(table).toContain('t.csv');
  });

  it.each([
    ['render 2017 --to md --out 2017.report.yaml'],
    ['render 2017 --to md --out ./x/../2017.report.yaml'],
    ['render 2017 --to md --out link.yaml'],
    ['render link.yaml --to md --out 2017.report.yaml'],
    ['render 2017 --to md --out a.section.yaml'],
    ['render 2017 --to md --out t.csv'],
    ['render 2017 --to md --out 2016.report.yaml'],
    ['render 2017 --to md --out report.config.yaml'],
    ['new 2018 --yes --from 2017.report.yaml -o 2017.report.yaml'],
    ['new 2018 --yes --from 2017.report.yaml -o a.section.yaml'],
    ['new --yes --answers answers.yaml -o answers.yaml'],
    ['import s.md -o source.yaml'],
    ['import s.md --into 2017.report.yaml --section roads -o 2017.report.yaml'],
    ['import s.md --into 2017.report.yaml --section roads -o source.yaml'],
    ['status 2017 --to md --out 2017.report.yaml'],
    ['status . --to md --out 2016.report.yaml'],
  ])('never overwrites what is read: %s', async (line) => {
    const { code, stderr } = await report(cwd, [...line.split(' '), '--force', '--lang', 'en']);
    expect(code, stderr).toBe(2);
    expect(stderr).toContain('is being read by this very command');
    for (const [name, text] of Object.entries(files))
      expect(readFileSync(join(cwd, name), 'utf8'), name).toBe(text);
    expect(lstatSync(join(cwd, 'link.yaml')).isSymbolicLink()).toBe(true);
  });

  it('never overwrites what the same run has written', async () => {
    const here = folder({ 'a/x.md': '# FIRST\n\nText.\n', 'b/x.md': '# SECOND\n\nText.\n' });
    const { code, stderr } = await report(here, [
      'import',
      'a/x.md',
      'b/x.md',
      '-o',
      'o/',
      '--force',
      '--lang',
      'en',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('was written by this same run');
    expect(readdirSync(join(here, 'o'))).toEqual(['x.report.yaml']);
    expect(readFileSync(join(here, 'o/x.report.yaml'), 'utf8')).toContain('FIRST');
  });

  it('overwrites what the run has nothing to do with, and a section that is imported anew', async () => {
    const here = folder(files);
    expect((await report(here, ['render', '2017', '--out', 'other.md'])).code).toBe(2);
    expect((await report(here, ['render', '2017', '--out', 'other.md', '--force'])).code).toBe(0);
    expect(readFileSync(join(here, 'other.md'), 'utf8')).toContain('# T');
    const { code } = await report(here, [
      'import',
      's.md',
      '--into',
      '2017',
      '--section',
      'schools',
      '-o',
      'a.section.yaml',
      '--force',
    ]);
    expect(code).toBe(0);
    expect(readFileSync(join(here, 'a.section.yaml'), 'utf8')).toContain('5 km');
  });

  it('puts nothing in the place of a folder, a link to nothing, a pipe or a device', async () => {
    const here = folder({ '2017.report.yaml': good(), 'dir/x': '' });
    symlinkSync('nothing', join(here, 'dead'));
    symlinkSync('round', join(here, 'round'));
    spawnSync('mkfifo', [join(here, 'pipe')]);
    for (const out of ['dead', 'round', ...(existsSync(join(here, 'pipe')) ? ['pipe'] : [])]) {
      const there = readdirSync(here);
      const { code, stderr } = await report(here, ['render', '2017', '--out', out, '--force']);
      expect(code, stderr).toBe(2);
      expect(stderr).toContain(out);
      expect(readdirSync(here)).toEqual(there);
      expect(lstatSync(join(here, out)).isFile()).toBe(false);
    }
    expect((await report(here, ['new', '2018', '--yes', '-o', 'dir', '--force'])).code).toBe(2);
    if (!existsSync('/dev/null')) return;
    expect((await report(here, ['render', '2017', '--out', '/dev/null'])).code).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    if (existsSync('/dev/full'))
      expect((await report(here, ['render', '2017', '--out', '/dev/full', '--lang', 'en'])).stderr).toContain(
        'the disk is full',
      );
  });
});

describe('--out -', () => {
  it.each([
    ['render 2017 --out -', '# T'],
    ['status 2017 --out -', 'no target'],
    ['new 2018 --yes --no-from --out -', 'year: 2018'],
    ['import s.md --out -', 'Built 5 km'],
    ['import s.md --into 2017 --section roads --out -', 'Built 5 km'],
    ['render 2017 --out /dev/stdout', '# T'],
  ])('is standard output: %s', async (line, text) => {
    const cwd = folder({ '2017.report.yaml': good(), 's.md': '# A\n\nBuilt 5 km.\n' });
    const { code, stdout, stderr } = await report(cwd, [...line.split(' '), '--lang', 'en']);
    expect(code, stderr).toBe(0);
    if (!line.startsWith('status')) expect(stdout).toContain(text);
    expect(stdout).not.toBe('');
    expect(stderr).not.toContain('wrote');
    expect(readdirSync(cwd).sort()).toEqual(['2017.report.yaml', 's.md']);
  });

  it('holds one format', async () => {
    const cwd = folder({ '2017.report.yaml': good() });
    expect((await report(cwd, ['render', '2017', '--to', 'md,html', '--out', '-'])).code).toBe(2);
    expect(readdirSync(cwd)).toEqual(['2017.report.yaml']);
  });
});
