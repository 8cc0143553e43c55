import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { some } from './depth.ts';
import { Drafts } from '../src/lint/drafts.ts';
import { Recent } from '../src/lint/recent.ts';
import { lint, type Settings } from '../src/lint/lint.ts';
import { rules } from '../src/rules/index.ts';
import { PREVIOUS } from '../src/rules/rule.ts';
import type { ReadFile } from '../src/lint/open.ts';
import { fixDraft } from '../src/lint/fix.ts';
import * as source from '../src/source/source.ts';
import { folder, report } from './cli.ts';

const parses = vi.hoisted((): string[] => []);
vi.mock('../src/source/source.ts', async (original) => {
  const module = await original<typeof source>();
  return {
    ...module,
    readSource: (...given: Parameters<typeof module.readSource>) => {
      parses.push(given[0]);
      return module.readSource(...given);
    },
  };
});
beforeEach(() => void parses.splice(0));

/** A draft of one year, which names the one before it and a section file. */
const yearly = (year: number, head = ''): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: ${year}\nprevious: ${year - 1}.report.yaml\n${head}` +
  `summary:\n  sections:\n    - file: offices/${year}.section.yaml\n    - title: Roads\n      body: We mended ${year - 1900} roads.\n` +
  `      metrics: { roads: ${year - 1900} }\n`;
const office = (year: number): string =>
  `title: Office\nbody: We counted {{heads}} heads.\nmetrics: { heads: ${year} }\n`;

const chain = (years: number, head = ''): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: years }, (_, at) => 2008 + at).flatMap((year) => [
      [`${year}.report.yaml`, yearly(year, head)],
      [`offices/${year}.section.yaml`, office(year)],
    ]),
  );

const reader =
  (files: Readonly<Record<string, string>>): ReadFile =>
  (file) =>
    files[file];

describe('a chain of ten years', () => {
  it.each([
    ['lint', chain(10), ['lint']],
    ['lint of drafts that count their years otherwise', chain(10, 'year-start: 10\n'), ['lint']],
    [
      'lint with terms and years of the project',
      {
        ...chain(10),
        'report.config.yaml': 'terms: { GDP: gross domestic product }\nyear-start: 4\napproximation: 8%\n',
      },
      ['lint'],
    ],
    ['status', chain(10), ['status']],
    ['figures', chain(10), ['figures']],
    ['render', chain(10), ['render', ...Array.from({ length: 10 }, (_, at) => `${2008 + at}`), '-o', 'out']],
    ['diff', chain(2), ['diff', '2008', '2009']],
  ])('is read once a file by %s', async (_, files, argv) => {
    await report(folder(files), argv);
    const wanted = Object.keys(files).map((file) => file.replace(/^report\.config.*/, 'report.config.yaml'));
    expect([...parses].sort()).toEqual(wanted.sort());
  });

  it('has the findings of its drafts one by one', () => {
    const files: Record<string, string> = {
      ...chain(6),
      '2010.report.yaml': yearly(2010).replace('title: Roads', 'titel: Roads'),
    };
    const drafts = new Drafts();
    for (let year = 2008; year < 2014; year++) {
      const [file, text] = [`${year}.report.yaml`, files[`${year}.report.yaml`] ?? ''];
      const shared = lint(file, text, reader(files), { drafts });
      expect(shared.diagnostics).toEqual(lint(file, text, reader(files)).diagnostics);
    }
  });
});

describe('a draft that changes in a running process', () => {
  const changes: readonly [what: string, file: string, text: string | undefined][] = [
    ['the draft', '2009.report.yaml', yearly(2009).replace('109 roads', '108 roads')],
    ['its section file', 'offices/2009.section.yaml', office(2009).replace('{{heads}}', '{{head}}')],
    ['a section file that is gone', 'offices/2009.section.yaml', undefined],
    ['last year’s draft', '2008.report.yaml', yearly(2008).replace('{ roads: 108 }', '{ roads: 77 }')],
    ['a section file of last year', 'offices/2008.section.yaml', office(2008).replace('2008', '77')],
    ['last year’s draft that is gone', '2008.report.yaml', undefined],
  ];

  it.each(changes)('is looked at anew: %s', (_, file, text) => {
    const before = chain(2);
    const after = { ...before };
    if (text === undefined) delete after[file];
    else after[file] = text;
    const drafts = new Drafts();
    const check = (files: Readonly<Record<string, string>>, settings: Settings): unknown =>
      lint('2009.report.yaml', files['2009.report.yaml'] ?? '', reader(files), settings).diagnostics;
    check(before, { drafts });
    parses.splice(0);
    const found = check(after, { drafts });
    // what did not change is not read again
    expect(parses).toEqual(text === undefined ? [] : [file]);
    expect(found).toEqual(check(after, {}));
    expect(check(before, { drafts })).toEqual(check(before, {}));
  });

  it.each<[string, Settings]>([
    ['the key set', { keys: 'zh' }],
    ['terms', { terms: { Agency: { full: 'The Agency', avoid: ['agency'] } } }],
    ['how far “about” reaches', { approximation: 50 }],
    ['how years are counted', { calendar: { start: 10, named: 'end', stated: true } }],
  ])('is looked at anew for %s', (_, settings) => {
    const files = chain(2);
    const text = yearly(2009).replace('We mended', 'By FY2009 Q1 about 80 of the agency’s');
    const drafts = new Drafts();
    for (const given of [{}, settings, {}])
      expect(lint('2009.report.yaml', text, reader(files), { ...given, drafts }).diagnostics).toEqual(
        lint('2009.report.yaml', text, reader(files), given).diagnostics,
      );
  });

  it('keeps its links in mind, which may come to lead out of the folder', () => {
    const files = chain(2);
    const drafts = new Drafts();
    const check = (leads: boolean): readonly string[] =>
      lint('2009.report.yaml', yearly(2009), Object.assign(reader(files), { leaves: () => leads }), {
        drafts,
      }).diagnostics.map(({ code }) => code);
    expect(check(false)).not.toContain('file-outside');
    expect(check(true)).toContain('file-outside');
    expect(check(false)).not.toContain('file-outside');
  });
});

describe('what is opened', () => {
  const root = import.meta.dirname;
  const stored = [root, join(root, '../examples')].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.report\.ya?ml$/.test(name))
      .map((name) => join(top, name)),
  );
  const onDisk: ReadFile = (file) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  };
  /** Section files named twice and in a circle, tables in files (one of them ragged), and blanks in place of values. */
  const files: Readonly<Record<string, string>> = {
    'a.report.yaml':
      'schema: 1\ntitle: " "\norganization: Agency\nyear: FY2017\nsummary:\n  sections:\n' +
      '    - { file: a.section.yaml }\n    - { file: a.section.yaml }\n    - title: Tables\n      body: We spent {{t.North.2017}}.\n' +
      '      tables:\n        t: { file: t.csv, unit: people }\n        u: { file: u.csv }\n        v: { file: v.csv, rows: { a: [1] } }\n',
    'a.section.yaml': 'title: A\nsections:\n  - { file: a.section.yaml }\n  - { file: b.section.yaml }\n',
    't.csv': 'Area,2016,2017\nNorth,1,2\nSouth,3,4\n',
    'u.csv': 'Area,2016\nNorth,1,2\n',
  };
  const examples = rules.flatMap((rule) =>
    Object.values(rule.examples).flatMap(({ good, bad, previous = '' }) =>
      [good, bad].map((text): readonly [string, ReadFile] => [
        'example.report.yaml',
        (file) => ({ 'example.report.yaml': text, [PREVIOUS]: previous })[file],
      ]),
    ),
  );

  it.each<[string, readonly (readonly [file: string, read: ReadFile])[]]>([
    ['what is stored', stored.map((file) => [file, onDisk])],
    ['files in files', [['a.report.yaml', reader(files)]]],
    ['the examples of the rules', examples],
  ])('is never changed by lint, by fixes or by what is derived from it: %s', (_, drafts) => {
    for (const [file, read] of some(drafts, 4)) {
      const text = read(file) ?? '';
      const store = new Drafts();
      const opened = store.open(file, text, read);
      freeze(opened.report, new Set());
      for (const { data } of opened.sources.values()) freeze(data, new Set());
      const plain = lint(file, text, read).diagnostics;
      expect(lint(file, text, read, { drafts: store }).diagnostics, file).toEqual(plain);
      fixDraft(file, text, read, true, { drafts: store });
      expect(lint(file, text, read, { drafts: store }).diagnostics, file).toEqual(plain);
    }
    expect(drafts.length).toBeGreaterThan(0);
  });

  it('is let go of, what was used longest ago first', () => {
    const recent = new Recent<number>(10);
    recent.set('a', 1, 4);
    recent.set('b', 2, 4);
    expect(recent.get('a')).toBe(1);
    recent.set('c', 3, 4);
    expect(['a', 'b', 'c', 'd'].map((key) => recent.get(key))).toEqual([1, undefined, 3, undefined]);
    recent.set('d', 4, 11);
    expect(recent.get('d')).toBeUndefined();
    recent.set('a', 5, 9);
    expect(['a', 'c'].map((key) => recent.get(key))).toEqual([5, undefined]);
  });

  it('is read again where it was let go of', () => {
    const files = chain(2);
    const drafts = new Drafts(10);
    for (const _ of [1, 2])
      expect(lint('2009.report.yaml', yearly(2009), reader(files), { drafts }).diagnostics).toEqual(
        lint('2009.report.yaml', yearly(2009), reader(files)).diagnostics,
      );
  });
});

/** Freezes data and all in it, so that a change throws. */
function freeze(data: unknown, seen: Set<unknown>): void {
  if (typeof data !== 'object' || data === null || seen.has(data)) return;
  seen.add(data);
  Object.freeze(data);
  for (const value of Object.values(data)) freeze(value, seen);
}
