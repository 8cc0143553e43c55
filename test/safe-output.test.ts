import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Io } from '../src/io.ts';
import { main } from '../src/main.ts';
import { folder } from './cli.ts';

/** What a terminal obeys, what a build service obeys, and what turns letters about. */
const NASTY =
  '甲\u001b]0;PWN\u0007\u009b31m\u001b[31mPWN\n::error::PWN\r  ::warning::PWN\u2028::notice::PWN\u202egnp\n##vso[task.setvariable]##[add-mask]乙';
/** A name of a file may hold all of it but the slash and the zero. */
const NAME = 'n\u001b]0;PWN\u0007\u009b31m\n::error::PWN\r##vso[x]\u202e';

const quoted = (text: string): string =>
  JSON.stringify(text).replaceAll(
    /[\u007f-\uffff]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A draft in which every text that may be free holds all of it. */
const draftOf = (year: number, text: string): string => {
  const free = quoted(text);
  return `schema: 1
title: ${free}
document-number: ${free}
organization: ${free}
year: ${year}
dated: ${year + 1}-01-20
previous: ${year - 1}.report.yaml
terms: [{ term: ${free}, meaning: ${free} }]
summary:
  intro: ${free}
  sections:
    - title: ${free}
      number: ${free}
      lead: ${free}
      leader: ${free}
      body: ${quoted(`${text}\n\n{{${text}}} {{甲.${text}}} {{roads}}\n\n12 km`)}
      metrics:
        roads: { value: 12 km, previous: 10 km, source: ${free}, note: ${free}, definition: ${free} }
        ${free}: 12 km
        wrong: { value: ${free}, formula: ${free} }
      results:
        paths: { outcome: missed, reason: ${free}, remedy: ${free} }
        ${free}: { outcome: met }
      tables:
        ${free}: { name: ${free}, unit: ${free}, columns: [${free}], rows: { ${free}: [${free}] } }
    - file: ${quoted(`${NAME}.section.yaml`)}
    - file: ${quoted(`gone ${NAME}.section.yaml`)}
    - { ${free}: 1 }
plan:
  sections:
    - title: ${free}
      lead: ${free}
      origin: ${free}
      body: ${free}
      targets:
        paths: { goal: ${free}, level: 5 km, due: ${year + 1}-07, progress: [{ date: ${year + 1}-02-01, value: 1 km, note: ${free} }] }
        ${free}: { goal: ${free}, level: 5 km, due: ${year + 1}-07 }
annexes:
  - title: ${free}
    sections: [{ title: ${free}, body: ${free} }]
`;
};

const files = (text: string): Readonly<Record<string, string>> => ({
  '2016.report.yaml': draftOf(2016, text),
  '2017.report.yaml': draftOf(2017, text),
  // one without a mistake of form, so that it is rendered and compared
  'a.report.yaml': draftOf(2017, text).replaceAll(/^ {4}- (?:file: .*|\{ ".*)\n/gm, ''),
  [`${NAME}.section.yaml`]: `title: ${quoted(text)}\nbody: ${quoted(text)}\nlead: ${quoted(text)}\n`,
  [`${NAME}.report.yaml`]: draftOf(2017, text),
  [`b${NAME}.report.yaml`]: 'a: b\n',
  'raw.report.yaml': `title: raw \u009b31m \u202e\u2028::error::x ##vso[x]\nbody: ::error::\n::error::PWN\n`,
  'answers.yaml': `template: ${quoted(text)}\n`,
  'bad.csv': 'a',
  's.md': `# \u009b31m\u202e ::error::\n\n::error::PWN ##vso[x] Built 5 km.\n\n: : ::x\n`,
  [`${NAME}.md`]: '# A\n\nBuilt 5 km.\n',
});

const commands: readonly (readonly string[])[] = [
  // all of them at once
  ...['text', 'json'].map((format) => ['lint', '.', '--format', format]),
  ['lint', '.', '--fix-dry-run', '--fix-unsafe'],
  ...['text', 'md', 'csv', 'json'].flatMap((format) => [
    ['figures', 'a.report.yaml', `gone${NAME}.report.yaml`, '--format', format],
    ['status', '.', '--format', format, '--all'],
  ]),
  ['status', '2017.report.yaml', '--by', 'origin'],
  ['status', '2017.report.yaml', '--by', 'due'],
  ['status', '2017.report.yaml', '--bulletin', '2018-02'],
  ['status', '2017.report.yaml', '--lead', NASTY],
  ['lint', `*gone${NAME}*`],
  ...['a.report.yaml', `b${NAME}.report.yaml`, `gone${NAME}.report.yaml`].flatMap((draft) => [
    ...['text', 'md', 'html', 'json'].map((format) => [
      'render',
      draft,
      '--draft',
      '--internal',
      '--to',
      format,
    ]),
    ['render', draft, '--to', 'md'],
    ['new', '2018', '--from', draft, '--yes', '--out', '-'],
    ['import', 's.md', '--into', draft, '--section', NASTY],
  ]),
  ...['text', 'md', 'json'].flatMap((format) => [
    ['diff', 'a.report.yaml', 'a.report.yaml', '--format', format],
    ['diff', '2017.report.yaml', `${NAME}.report.yaml`, '--format', format],
  ]),
  ['import', 's.md', '-o', '-'],
  ['import', 's.md', '-o', `o${NAME}.report.yaml`],
  ['import', `${NAME}.md`, `${NAME}.docx`, '-o', '-'],
  ['new', '2018', '--yes', '--answers', 'answers.yaml'],
  ['new', '2018', '--yes', '--template', NASTY],
  ['new', '2018', '--yes', '--organization', NASTY, '--title', NASTY, '-o', '-'],
  ['new', '2019', '--yes', '--organization', NASTY, '-o', `new${NAME}.report.yaml`],
  ['explain', NASTY],
  ['lint', '--rule', NASTY],
  ['lint', '--only', NASTY],
  ['lint', '--format', NASTY],
  [NASTY],
  ['lint', `--${NASTY}`],
  ['render', 'a.report.yaml', '--to', NASTY],
];

interface Ran {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line as a step of a build, or on a terminal. */
async function run(
  cwd: string,
  argv: readonly string[],
  world: { readonly isLog?: boolean; readonly isTTY?: boolean },
): Promise<Ran> {
  const out = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr'): Io['stdout'] => ({
    write: (text) => void (out[name] += text),
    isTTY: world.isTTY === true,
    columns: undefined,
    isLog: world.isLog === true,
  });
  const code = await main(argv, {
    cwd,
    env: {},
    stdout: output('stdout'),
    stderr: output('stderr'),
    interactive: false,
    today: '2018-01-20',
  });
  expect(code, `${JSON.stringify(argv)}: ${out.stderr}`).toBeLessThan(3);
  return out;
}

const controls = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029\u202A-\u202E\u2066-\u2069]|\r(?!\n)/;
const commandOfService = /^\s*::|##[a-z]*\[/im;
const ownColours = /\x1B\[(?:[12]|22|3[1-69])m/g;

describe('a draft and names of files that hold commands for terminals and build services', () => {
  const cwd = folder(files(NASTY));

  it.each(
    commands.map(
      (argv) =>
        [JSON.stringify(argv.map((word) => (word === NASTY ? '(nasty)' : word))).slice(0, 90), argv] as const,
    ),
  )('get nothing obeyed: %s', async (_, argv) => {
    const { stdout, stderr } = await run(cwd, argv, { isLog: true });
    for (const text of [stdout, stderr]) {
      expect(text).not.toMatch(controls);
      expect(text).not.toMatch(commandOfService);
    }
  });

  it('get no colour of theirs onto a terminal', async () => {
    let coloured = 0;
    for (const argv of [
      ['lint', '.'],
      ['status', '.'],
      ['figures', '.'],
      ['diff', 'a.report.yaml', 'a.report.yaml'],
      ['render', 'a.report.yaml', '--draft'],
    ]) {
      const { stdout, stderr } = await run(cwd, argv, { isTTY: true });
      for (const text of [stdout, stderr]) {
        expect(text.replaceAll(ownColours, '')).not.toMatch(controls);
        expect(text).not.toContain('\u001b[31mPWN');
      }
      coloured += [...stdout.matchAll(ownColours)].length;
    }
    expect(coloured).toBeGreaterThan(10);
  });

  it('get no control character into what is written', async () => {
    const out = join(cwd, 'out');
    mkdirSync(out);
    await run(
      cwd,
      ['render', 'a.report.yaml', '--draft', '--internal', '--to', 'md,html,text', '--out', 'out'],
      {},
    );
    await run(cwd, ['status', 'a.report.yaml', '--bulletin', '2018-02', '--out', 'out/bulletin.md'], {});
    for (const format of ['text', 'md', 'csv'])
      await run(cwd, ['status', 'a.report.yaml', '--format', format, '--out', `out/status.${format}`], {});
    const written = readdirSync(out);
    expect(written.length).toBe(7);
    for (const name of written) expect(readFileSync(join(out, name), 'utf8'), name).not.toMatch(controls);
  });

  it('leave what is published as it is where nothing obeys it', async () => {
    const plain = folder({
      'a.report.yaml': 'schema: 1\ntitle: T\norganization: O\nyear: 2017\nsummary:\n  intro: ":: ##[x]"\n',
    });
    const { stdout } = await run(plain, ['render', 'a.report.yaml', '--to', 'text'], {});
    expect(stdout).toContain(':: ##[x]');
    expect((await run(plain, ['render', 'a.report.yaml', '--to', 'text'], { isLog: true })).stdout).toContain(
      '\\:: ##\\u005bx]',
    );
  });
});
