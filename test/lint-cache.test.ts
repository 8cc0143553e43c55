import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as lintModule from '../src/lint/lint.ts';
import { cacheFolder, Pack } from '../src/io.ts';
import { folder, report, type Ended } from './cli.ts';

const linted = vi.hoisted((): string[] => []);
vi.mock('../src/lint/lint.ts', async (original) => {
  const module = await original<typeof lintModule>();
  return {
    ...module,
    lint: (...given: Parameters<typeof module.lint>) => {
      linted.push(given[0]);
      return module.lint(...given);
    },
  };
});
beforeEach(() => void linted.splice(0));

/** A project in which every kind of file plays a part. */
const files = (): Record<string, string> => ({
  'report.config.yaml': 'templates: templates\nterms: { GDP: gross domestic product }\n',
  'templates/own.template.yaml':
    'id: own\nname: { en: Own }\nkeys: en\nrequires: [{ part: summary }]\ndraft: |\n  schema: 1\n  title: T\n  organization: O\n  year: 2017\n',
  'kinds/other.yaml':
    'id: other\nname: { en: Other }\nkeys: en\nrequires: [{ part: plan }]\ndraft: |\n  schema: 1\n  title: T\n  organization: O\n  year: 2017\n',
  '2016.report.yaml':
    'schema: 1\ntitle: Report\norganization: Agency\nyear: 2016\nsummary:\n  sections:\n    - file: 2016/roads.section.yaml\n',
  '2016/roads.section.yaml': 'title: Roads\nbody: We mended 12 roads.\nmetrics: { roads: 12 }\n',
  '2017.report.yaml':
    'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nprevious: 2016.report.yaml\ntemplate: kinds/other.yaml\nsummary:\n  sections:\n' +
    '    - file: 2017/roads.section.yaml\n    - title: Tables\n      body: We spent {{t.North.2017}}. ![Roof](roof.png "Roof") [List](list.pdf)\n      tables: { t: { file: t.csv, unit: people } }\n',
  '2017/roads.section.yaml':
    'title: Roads\nbody: We mended {{roads}} roads.\nmetrics: { roads: { value: 14, previous: 12 } }\n',
  't.csv': 'Area,2016,2017\nNorth,1,2\nSouth,3,4\n',
  'roof.png': '\x89PNG\r\n\x1A\n',
  'list.pdf': '%PDF',
});

interface Project {
  readonly cwd: string;
  readonly cache: string;
  readonly run: (...argv: string[]) => Promise<Ended>;
}

function project(written: Readonly<Record<string, string>> = files()): Project {
  const cwd = folder(
    Object.fromEntries(
      Object.entries(written).map(([name, text]) => [
        name,
        Buffer.from(text, name.endsWith('.png') ? 'latin1' : 'utf8'),
      ]),
    ),
  );
  const cache = folder();
  return { cwd, cache, run: (...argv) => report(cwd, ['lint', ...argv], { XDG_CACHE_HOME: cache }) };
}

const packs = (cache: string): string[] =>
  readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.pack/.test(name))
    .map((name) => join(cache, name));

describe('what lint found before', () => {
  it.each([['text'], ['json']])(
    'is said again, byte for byte, without a look at the drafts: %s',
    async (format) => {
      const { run, cache } = project();
      const plain = await run('--no-cache', '--to', format);
      expect(packs(cache)).toEqual([]);
      expect(plain.stdout).toMatch(/"findings"|╭─/);
      const first = await run('--to', format);
      expect(packs(cache)).toHaveLength(1);
      linted.splice(0);
      expect(await run('--to', format)).toEqual(plain);
      expect(linted).toEqual([]);
      expect(first).toEqual(plain);
      for (const more of [['--quiet'], ['--lang', 'zh'], ['--max-warnings', '0']])
        expect(await run(...more)).toEqual(await run('--no-cache', ...more));
    },
  );

  const write =
    (name: string, change: (text: string) => string) =>
    ({ cwd }: Project) =>
      writeFileSync(join(cwd, name), change(readFileSync(join(cwd, name), 'latin1')), 'latin1');
  const drop =
    (name: string) =>
    ({ cwd }: Project) =>
      rmSync(join(cwd, name), { recursive: true });

  it.each<[string, (project: Project) => void, readonly string[]]>([
    ['the draft', write('2017.report.yaml', (text) => text.replace('Tables', 'Sums')), []],
    ['its section file', write('2017/roads.section.yaml', (text) => text.replace('14', '15')), []],
    ['its section file, which is gone', drop('2017/roads.section.yaml'), []],
    [
      'its section file, which a link leads out of the folder to',
      ({ cwd }) => {
        const elsewhere = folder({
          'roads.section.yaml': readFileSync(join(cwd, '2017/roads.section.yaml')),
        });
        unlinkSync(join(cwd, '2017/roads.section.yaml'));
        symlinkSync(join(elsewhere, 'roads.section.yaml'), join(cwd, '2017/roads.section.yaml'));
      },
      [],
    ],
    ['its table', write('t.csv', (text) => text.replace('3,4', '3,x')), []],
    ['its picture, which is gone', drop('roof.png'), []],
    ['its picture, which is none', write('roof.png', () => 'MZ\x90 no picture'), []],
    ['its attachment, which is gone', drop('list.pdf'), []],
    ['last year’s draft', write('2016.report.yaml', (text) => text.replace('year: 2016', 'year: 2015')), []],
    ['last year’s draft, which is gone', drop('2016.report.yaml'), []],
    [
      'a section file of last year',
      write('2016/roads.section.yaml', (text) => text.replace(/12/g, '13')),
      [],
    ],
    [
      'the template that it names by its file',
      write('kinds/other.yaml', (text) => text.replace('plan', 'problems')),
      [],
    ],
    [
      'the project’s own templates',
      write('templates/own.template.yaml', (text) => text.replace('T\n', 'U\n')),
      [],
    ],
    ['the terms of the project', write('report.config.yaml', (text) => text.replace('GDP', 'GNP')), []],
    [
      'the configuration',
      write('report.config.yaml', (text) => `${text}rules: { figures-said: error }\n`),
      [],
    ],
    ['how years are counted', write('report.config.yaml', (text) => `${text}year-start: 4\n`), []],
    ['how far “about” reaches', write('report.config.yaml', (text) => `${text}approximation: 20%\n`), []],
    ['the level of a rule', () => undefined, ['--rule', 'figures-said:error']],
    ['the rules that run', () => undefined, ['--skip', 'figures-said']],
    ['comments that silence', () => undefined, ['--no-inline']],
    ['the key set', () => undefined, ['--keys', 'zh']],
  ])('is not said again after a change of %s', async (_, change, argv) => {
    const made = project();
    await made.run('2017');
    linted.splice(0);
    await made.run('2017');
    expect(linted).toEqual([]);
    change(made);
    const now = await made.run('2017', ...argv);
    expect(linted).toEqual(['2017.report.yaml']);
    expect(now).toEqual(await made.run('2017', ...argv, '--no-cache'));
  });

  it('is not said again after a change that no clock shows', async () => {
    const { cwd, run } = project();
    const then = new Date('2020-01-01');
    const file = join(cwd, '2017/roads.section.yaml');
    utimesSync(file, then, then);
    await run();
    // of the same length, and with the same time
    writeFileSync(file, readFileSync(file, 'utf8').replace('previous: 12', 'previous: 19'));
    utimesSync(file, then, then);
    expect(await run()).toEqual(await run('--no-cache'));
    expect((await run()).stdout).toContain('19');
  });

  it('is said again on another day, but where a rule asked for the day', async () => {
    const pending = (date: string): string =>
      `schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\n${date}previous: 2016.report.yaml\nsummary:\n  sections:\n    - title: Roads\n      body: We go on.\n      results: { roads: { outcome: pending, reason: Rain held us up. } }\n`;
    const before =
      'schema: 1\ntitle: Report\norganization: Agency\nyear: 2016\nplan:\n  sections:\n    - title: Roads\n      body: We build.\n      targets: { roads: { goal: Mend all roads, due: 2017-11 } }\n';
    for (const [text, again] of [
      [pending(''), ['2017.report.yaml']],
      [pending('dated: 2017-10-02\n'), []],
      [pending('').replace(/ {6}results.*\n/, ''), []],
    ] as const) {
      const { run } = project({ '2016.report.yaml': before, '2017.report.yaml': text });
      await run('2017', '--today', '2017-10-01');
      linted.splice(0);
      const later = await run('2017', '--today', '2018-10-01');
      expect(linted).toEqual(again);
      expect(later).toEqual(await run('2017', '--today', '2018-10-01', '--no-cache'));
    }
  });

  it('of some drafts stays when others change', async () => {
    const { cwd, run } = project();
    await run();
    writeFileSync(
      join(cwd, '2016.report.yaml'),
      files()['2016.report.yaml']?.replace('Report', 'Other') ?? '',
    );
    linted.splice(0);
    await run('2016');
    expect(linted).toEqual(['2016.report.yaml']);
    linted.splice(0);
    const all = await run();
    expect(linted).toEqual(['2017.report.yaml']);
    expect(all).toEqual(await run('--no-cache'));
  });

  it('stands for a section file that a draft holds', async () => {
    const { run } = project();
    const argv = ['2017', '2017/roads.section.yaml'];
    const first = await run(...argv);
    linted.splice(0);
    expect(await run(...argv)).toEqual(first);
    expect(linted).toEqual([]);
  });

  it('is left alone where drafts are mended', async () => {
    const { cwd, run } = project({ 'a.report.yaml': 'title: A\norganization: B\nyear: 2017\n' });
    await run();
    expect((await run('--fix')).stderr).toContain('schema: 1');
    expect(readFileSync(join(cwd, 'a.report.yaml'), 'utf8')).toContain('schema: 1');
    expect(await run()).toEqual(await run('--no-cache'));
  });

  it('is not kept where a file could not be read', async () => {
    const made = project();
    const section = join(made.cwd, '2017/roads.section.yaml');
    const text = readFileSync(section);
    writeFileSync(section, Buffer.from([0xff, 0xfe, 0x41, 0]));
    const failed = await made.run('2017');
    expect(failed.code).toBe(2);
    expect(await made.run('2017')).toEqual(failed);
    writeFileSync(section, text);
    expect(await made.run('2017')).toEqual(await made.run('2017', '--no-cache'));
    writeFileSync(section, Buffer.from([0xff, 0xfe, 0x41, 0]));
    expect(await made.run('2017')).toEqual(failed);
  });
});

describe('a cache', () => {
  it.each<[string, (file: string) => void]>([
    ['is empty', (file) => writeFileSync(file, '')],
    ['is no cache', (file) => writeFileSync(file, 'x'.repeat(5000))],
    ['is cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, -20))],
    [
      'has other bytes in it',
      (file) => {
        const bytes = readFileSync(file);
        writeFileSync(file, bytes.fill(0x61, bytes.length - 900, bytes.length - 400));
      },
    ],
    [
      'has a word changed',
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replaceAll('warning', 'info   ')),
    ],
    [
      'lists what it does not hold',
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/(\d{3,}),"/, '999999999,"')),
    ],
    [
      'has a head that is too long',
      (file) => writeFileSync(file, `999999999999${readFileSync(file, 'utf8')}`),
    ],
    [
      'is of another version',
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/"key":"\d/, '"key":"9')),
    ],
    ['is a folder', (file) => (unlinkSync(file), mkdirSync(file))],
    ['is gone', (file) => unlinkSync(file)],
  ])('that %s does no harm', async (_, damage) => {
    const { cache, run } = project();
    const plain = await run('--no-cache');
    await run();
    const [file = ''] = packs(cache);
    damage(file);
    expect(await run()).toEqual(plain);
    expect(await run()).toEqual(plain);
  });

  it('that cannot be written is done without in silence', async () => {
    const { cwd, run } = project();
    const plain = await run('--no-cache');
    const readOnly = folder();
    chmodSync(readOnly, 0o500);
    for (const place of [readOnly, join(cwd, '2017.report.yaml'), '/dev/full', '/proc/none'])
      expect(await report(cwd, ['lint'], { XDG_CACHE_HOME: place })).toEqual(plain);
    expect(await report(cwd, ['lint'])).toEqual(plain);
  });

  it('is written whole by two runs at once', async () => {
    const { run, cache } = project();
    const plain = await run('--no-cache');
    const ended = await Promise.all([run(), run('2016'), run(), run('2017')]);
    expect(ended[0]).toEqual(plain);
    expect(ended[2]).toEqual(plain);
    expect(await run()).toEqual(plain);
    expect(packs(cache)).toHaveLength(1);
  });

  it('stands where the user keeps such things, and only there', () => {
    const of = (env: Record<string, string>, platform: string): string | undefined =>
      cacheFolder({ env }, platform);
    expect(of({ HOME: '/home/a' }, 'linux')).toBe('/home/a/.cache/workreport');
    expect(of({ HOME: '/home/a', XDG_CACHE_HOME: '/tmp/c' }, 'linux')).toBe('/tmp/c/workreport');
    expect(of({ HOME: '/home/a', XDG_CACHE_HOME: 'c' }, 'linux')).toBe('/home/a/.cache/workreport');
    expect(of({ HOME: '/Users/a' }, 'darwin')).toBe('/Users/a/Library/Caches/workreport');
    expect(of({}, 'linux')).toBeUndefined();
    expect(of({ LOCALAPPDATA: '/l' }, 'win32')).toBe('/l/workreport/Cache');
    expect(of({ USERPROFILE: '/u' }, 'win32')).toBe('/u/AppData/Local/workreport/Cache');
  });

  it('drops what is old when there is no more room, and what nobody wrote for long', () => {
    const path = folder();
    const old = join(path, 'lint-old.pack');
    writeFileSync(old, '');
    utimesSync(old, new Date('2020-01-01'), new Date('2020-01-01'));
    const bytes = (size: number, value: number): Uint8Array => new Uint8Array(size).fill(value);
    const open = (): Pack => new Pack(join(path, 'a.pack'), 'key', 100);
    const add = (...values: [string, Uint8Array][]): void => {
      const pack = open();
      pack.add(new Map(values));
      pack.close();
    };
    add(['a', bytes(40, 1)], ['b', bytes(40, 2)]);
    expect(existsSync(old)).toBe(false);
    add(['c', bytes(50, 3)]);
    const pack = open();
    expect(['a', 'b', 'c'].map((name) => pack.get(name)?.[0])).toEqual([1, undefined, 3]);
    expect(new Pack(join(path, 'a.pack'), 'other key').get('a')).toBeUndefined();
    pack.close();
  });
});
