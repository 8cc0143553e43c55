import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deep, some } from './depth.ts';
import { reporters, type FindingsFormatName } from '../src/reporters/index.ts';
import { folder, report } from './cli.ts';

/** Every way in which something is not read × every command × every format: none ends with 0 without a word on it. */

const draft = (
  year: number,
  more = '',
  sections = '- title: Roads\n      body: The crews mended 12 km.\n      metrics: { mended: 12 km }',
): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: ${year}\npublished: ${year + 1}-01-17\n${more}summary:\n  sections:\n    ${sections}\n` +
  `plan: { sections: [{ title: Roads, lead: Works, body: Mend 15 km., targets: { mended: { level: 15 km, due: ${year + 1}-06 } } }] }\n`;
const answered =
  '- title: Roads\n      body: The crews mended 15 km.\n      metrics: { mended: 15 km }\n      results: { mended: { outcome: met, date: 2018-05-01 } }';
const good = {
  '2017.report.yaml': draft(2017),
  '2018.report.yaml': draft(2018, 'previous: 2017.report.yaml\n', answered),
};
const section = (file: string): string => `- file: ${file}`;
const table = (file: string): string =>
  `- title: Roads\n      body: Fine.\n      tables: { t: { file: ${file} } }`;

interface Way {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** What is done besides. */
  readonly make?: (cwd: string) => void;
  /** What the command is given; the draft of 2018, if it is left out. */
  readonly name?: string;
  /** Commands of which the thing is not asked: they do not read it. */
  readonly unasked?: readonly string[];
}

const draft18 = (more: string, sections = answered): Readonly<Record<string, string>> => ({
  '2017.report.yaml': draft(2017),
  '2018.report.yaml': draft(2018, more, sections),
});
const last17 = (
  text: string,
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> => ({
  ...good,
  '2017.report.yaml': text,
  ...more,
});
const config = (name: string, text: string): Readonly<Record<string, string>> => ({ ...good, [name]: text });

const ways: Readonly<Record<string, Way>> = {
  'a file that is missing': { files: good, name: 'none.report.yaml' },
  'a year without a draft': { files: good, name: '2016' },
  'a folder without drafts': { files: { ...good, 'empty/readme.txt': '' }, name: 'empty' },
  'a folder that is missing': { files: good, name: 'none/' },
  'a pattern without a match': { files: good, name: '*.none.yaml' },
  'a link to nothing': {
    files: good,
    make: (cwd) => symlinkSync('none', join(cwd, 'link.report.yaml')),
    name: 'link.report.yaml',
  },
  'a link to itself': {
    files: good,
    make: (cwd) => symlinkSync('link.report.yaml', join(cwd, 'link.report.yaml')),
    name: 'link.report.yaml',
  },
  'a draft that is empty': { files: { ...good, 'x.report.yaml': '' }, name: 'x.report.yaml' },
  'a draft of blanks': { files: { ...good, 'x.report.yaml': ' \n\n' }, name: 'x.report.yaml' },
  'a draft that is broken': { files: { ...good, 'x.report.yaml': 'title: [' }, name: 'x.report.yaml' },
  'a draft that is a list': { files: { ...good, 'x.report.yaml': '- a\n' }, name: 'x.report.yaml' },
  'a draft that is a text': { files: { ...good, 'x.report.yaml': 'a report\n' }, name: 'x.report.yaml' },
  'a draft with an unknown key': {
    files: { ...good, 'x.report.yaml': draft(2018, 'colour: red\n') },
    name: 'x.report.yaml',
  },
  'a draft in GB18030': {
    files: {
      ...good,
      'x.report.yaml': Buffer.from([0xb1, 0xea, 0xcc, 0xe2, 0x3a, 0x20, 0xb1, 0xa8, 0xb8, 0xe6]),
    },
    name: 'x.report.yaml',
  },
  'a draft in UTF-16': {
    files: { ...good, 'x.report.yaml': Buffer.from('\uFEFFtitle: x', 'utf16le') },
    name: 'x.report.yaml',
  },
  'a draft that may not be read': {
    files: { ...good, 'x.report.yaml': draft(2018) },
    make: (cwd) => chmodSync(join(cwd, 'x.report.yaml'), 0),
    name: 'x.report.yaml',
  },
  'a folder that may not be listed': {
    files: { ...good, 'x/a.report.yaml': draft(2018) },
    make: (cwd) => chmodSync(join(cwd, 'x'), 0),
    name: '.',
  },
  'a section file that is missing': {
    files: draft18('previous: 2017.report.yaml\n', section('none.section.yaml')),
  },
  'a section file that is empty': {
    files: { ...draft18('previous: 2017.report.yaml\n', section('x.section.yaml')), 'x.section.yaml': '' },
  },
  'a section file that is broken': {
    files: {
      ...draft18('previous: 2017.report.yaml\n', section('x.section.yaml')),
      'x.section.yaml': 'title: [',
    },
  },
  'a section file that is a folder': {
    files: draft18('previous: 2017.report.yaml\n', section('x.section.yaml')),
    make: (cwd) => mkdirSync(join(cwd, 'x.section.yaml')),
  },
  'a section file outside': { files: draft18('previous: 2017.report.yaml\n', section('../x.section.yaml')) },
  'a table that is missing': { files: draft18('previous: 2017.report.yaml\n', table('none.csv')) },
  'a table that is broken': {
    files: { ...draft18('previous: 2017.report.yaml\n', table('x.csv')), 'x.csv': 'a,b\n"c,1\n' },
  },
  'a table that is empty': {
    files: { ...draft18('previous: 2017.report.yaml\n', table('x.csv')), 'x.csv': '' },
  },
  'last year’s draft that is missing': { files: draft18('previous: none.report.yaml\n') },
  'last year’s draft that is not named': { files: draft18('previous:\n') },
  'last year’s draft that is empty': { files: last17('') },
  'last year’s draft that is broken': { files: last17('title: [') },
  'last year’s draft in UTF-16': {
    files: {
      ...good,
      'u.report.yaml': Buffer.from('\uFEFFtitle: x', 'utf16le'),
      '2018.report.yaml': draft(2018, 'previous: u.report.yaml\n', answered),
    },
  },
  'last year’s draft that is a folder': { files: draft18('previous: .\n') },
  'last year’s draft of another year': {
    files: { ...draft18('previous: 2016.report.yaml\n'), '2016.report.yaml': draft(2016) },
  },
  'last year’s draft that is the draft itself': { files: draft18('previous: 2018.report.yaml\n') },
  'last year’s draft that is a link to the draft itself': {
    files: draft18('previous: last.yaml\n'),
    make: (cwd) => symlinkSync('2018.report.yaml', join(cwd, 'last.yaml')),
  },
  'last year’s section file that is missing': {
    files: last17(draft(2017, '', section('none.section.yaml'))),
  },
  'last year’s section file that is empty': {
    files: last17(draft(2017, '', section('x.section.yaml')), { 'x.section.yaml': '' }),
  },
  'last year’s section file that is broken': {
    files: last17(draft(2017, '', section('x.section.yaml')), { 'x.section.yaml': 'a: [' }),
  },
  'last year’s table that is missing': { files: last17(draft(2017, '', table('none.csv'))) },
  'last year’s table that is broken': {
    files: last17(draft(2017, '', table('x.csv')), { 'x.csv': 'a,b\n"c,1\n' }),
  },
  'last year’s unknown key': { files: last17(draft(2017, 'colour: red\n')) },
  'a configuration that is broken': { files: config('report.config.yaml', 'rules: "\n') },
  'a configuration that is empty': { files: config('report.config.json', '') },
  'a configuration with an unknown rule': { files: config('report.config.yml', 'rules: { none: off }\n') },
  'a configuration whose templates are missing': { files: config('report.config.yaml', 'templates: none\n') },
  'a configuration that is a link to nothing': {
    files: good,
    make: (cwd) => symlinkSync('none', join(cwd, 'report.config.yaml')),
  },
  'a configuration beside another': {
    files: { ...config('report.config.yaml', 'rules: {}\n'), 'report.config.yml': 'rules: {}\n' },
  },
  'a configuration of a kind that is not read': { files: config('report.config.toml', '') },
  'only a file that is ignored': {
    files: config('report.config.yaml', 'ignore: ["2018*"]\n'),
    unasked: ['diff', 'new'],
  },
  'only a folder of ignored files': {
    files: { ...config('report.config.yaml', 'ignore: ["x/**"]\n'), 'x/a.report.yaml': draft(2018) },
    name: 'x',
  },
  'a configuration whose files are missing': {
    files: config('report.config.yaml', 'files: ["none/*.yaml"]\n'),
    name: '',
    unasked: ['diff', 'new', 'render'],
  },
  'a pipe in place of a draft': { files: good, name: '/dev/zero' },
  'a hidden draft': {
    files: { 'x/.a.report.yaml': draft(2018), 'x/b.report.yaml': draft(2017) },
    name: 'x',
    unasked: ['diff', 'new'],
  },
  'a hidden folder': {
    files: { 'x/.d/a.report.yaml': draft(2018), 'x/b.report.yaml': draft(2017) },
    name: 'x',
    unasked: ['diff', 'new'],
  },
  'a link to nothing beside a good draft': {
    files: { 'x/b.report.yaml': draft(2017) },
    make: (cwd) => symlinkSync('none', join(cwd, 'x/a.report.yaml')),
    name: 'x',
    unasked: ['diff', 'new'],
  },
  'a link to itself beside a good draft': {
    files: { 'x/b.report.yaml': draft(2017) },
    make: (cwd) => symlinkSync('a.report.yaml', join(cwd, 'x/a.report.yaml')),
    name: 'x',
    unasked: ['diff', 'new'],
  },
};

/** The command lines that read a draft, by command; each once for every format. */
function lines(name: string): readonly (readonly [command: string, argv: readonly string[]])[] {
  const named = name === '' ? [] : [name];
  const each = (
    command: string,
    formats: readonly string[],
    ...more: readonly string[]
  ): (readonly [string, readonly string[]])[] =>
    formats.map((format) => [command, [command, ...named, '--to', format, ...more]] as const);
  return [
    ...each('lint', Object.keys(reporters)),
    ...each('lint', ['text'], '--quiet'),
    ...each('render', ['md', 'html', 'text']),
    ...each('render', ['md', 'html', 'text'], '--draft'),
    ...each('figures', ['text', 'csv', 'md', 'json']),
    ...each('status', ['text', 'csv', 'md', 'json'], '--all'),
    ...each('status', ['md'], '--bulletin', '2018-12'),
    ...['text', 'md', 'json'].map(
      (format) => ['diff', ['diff', ...named, '2017.report.yaml', '--to', format]] as const,
    ),
    ...['text', 'md', 'json'].map(
      (format) => ['diff', ['diff', '2017.report.yaml', ...named, '--to', format]] as const,
    ),
    ['new', ['new', '2019', ...(name === '' ? [] : ['--from', name]), '-o', '-']],
  ];
}

/** In a quick run each way is tried with one line of every command, another each time. */
const tried = (name: string, index: number): ReturnType<typeof lines> => {
  const all = lines(name);
  if (deep) return all;
  return [...new Set(all.map(([command]) => command))].map((command) => {
    const own = all.filter(([each]) => each === command);
    return own[index % own.length] as (typeof own)[number];
  });
};

/** Whether a program that reads the findings, and neither the exit code nor what is said to people, would take all for well. */
const green: Readonly<Record<FindingsFormatName, (text: string) => boolean>> = {
  // where nothing was checked people are told why, and nothing else
  text: (text) => text !== '' && /^no (?:problems|errors) in \d+ files?$/m.test(text),
  json: (text) => {
    const { complete, findings } = JSON.parse(text) as { complete: boolean; findings: unknown[] };
    return complete && findings.length === 0;
  },
  sarif: (text) => {
    const { runs } = JSON.parse(text) as {
      runs: { invocations: { executionSuccessful: boolean }[]; results: unknown[] }[];
    };
    return runs.every(
      ({ invocations, results }) => invocations[0]?.executionSuccessful && results.length === 0,
    );
  },
  github: (text) => !/^::(?:error|warning) /m.test(text),
  gitlab: (text) => (JSON.parse(text) as unknown[]).length === 0,
  junit: (text) => /<testsuites [^>]* failures="0" errors="0">/.test(text),
  markdown: (text) => /: no (?:problems|errors) in \d+ files?$/m.test(text),
};
const isGreen = (argv: readonly string[], stdout: string): boolean =>
  green[argv[argv.indexOf('--to') + 1] as FindingsFormatName](stdout);

const root = process.getuid?.() === 0;

describe('what is not read', () => {
  it('is nothing where all is well, and every command ends with 0', async () => {
    for (const [, argv] of some(lines('2018.report.yaml'), 3))
      expect({ argv, ...(await report(folder(good), argv)) }).toMatchObject({ code: 0 });
  });

  it.each(Object.entries(ways).map(([way, about], index) => [way, about, index] as const))(
    'is never silent: %s',
    async (way, { files, make, name = '2018.report.yaml', unasked = [] }, index) => {
      if (root && /may not be/.test(way)) return console.log('skipped: root may read everything');
      const cwd = folder(files);
      make?.(cwd);
      for (const [command, argv] of tried(name, index)) {
        // what carries on from this year’s draft does not ask for that of the year before it
        const isUnasked = unasked.includes(command) || (command === 'new' && way.startsWith('last year’s'));
        const { code, stdout, stderr } = await report(cwd, [...argv, '--lang', 'en']);
        const at = `${argv.join(' ')}\n${stdout}${stderr}`;
        expect(code, at).not.toBe(3);
        if (command === 'lint' && code > 0) expect(isGreen(argv, stdout), at).toBe(false);
        if (isUnasked) continue;
        // 0 only where it is said which file was not read
        if (code === 0) expect(stderr, at).toMatch(/left out|not read|skipped/);
        else expect(stderr + stdout, at).not.toBe('');
      }
      if (/may not be/.test(way)) chmodSync(join(cwd, name === '.' ? 'x' : name), 0o755);
    },
  );

  it.each(['a.docx', 'a.txt', '-'])('is never silent in import: %s', async (name) => {
    const broken = folder({ 'a.docx': 'no word file', 'a.txt': '', 'report.config.yaml': 'rules: "\n' });
    expect((await report(broken, ['import', name])).code).toBe(2);
    const cwd = folder({ 'a.docx': 'no word file', 'a.txt': '' });
    for (const argv of [
      ['import', name],
      ['import', `none${name}`],
      ['import', name, '--into', '2018', '--section', 'x'],
    ]) {
      const { code, stdout, stderr } = await report(cwd, argv);
      expect({ argv, code, stdout, said: stderr !== '' }).toEqual({ argv, code: 2, stdout: '', said: true });
    }
  });
});
