import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { declareCommands } from '../src/cli/commands.ts';
import { valueOfArgument, valueOfOption } from '../src/cli/completion/complete.ts';
import { completionScripts } from '../src/commands/completion.generated.ts';
import { rules } from '../src/rules/index.ts';
import { folder, report } from './cli.ts';

const root = resolve(import.meta.dirname, '..');
const files = {
  '2017.report.yaml': '',
  'my draft.report.yaml': '',
  'notes.txt': '',
  'last.docx': '',
  'own.yaml': '',
  '.hidden/a.report.yaml': '',
  'node_modules/a/b.report.yaml': '',
  '科室 稿子/基建科.section.yaml': '',
};

/** What `report complete` answers for a command line whose last word is being written, and what each word means. */
async function asked(words: readonly string[], cwd = folder(files)): Promise<Map<string, string>> {
  const { code, stdout, stderr } = await report(cwd, ['complete', '--', ...words], { LANG: 'en' });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [kind, ...lines] = stdout.trimEnd().split('\n');
  expect(kind).toMatch(/^(?:words|paths)$/);
  return new Map(lines.map((line) => line.split('\t') as [string, string]));
}
const offered = async (...words: readonly string[]): Promise<readonly string[]> => [
  ...(await asked(words)).keys(),
];

describe('what may be written next', () => {
  it('is a command at first, with what it does', async () => {
    const commands = await asked(['']);
    expect([...commands.keys()]).toEqual(expect.arrayContaining(['new', 'lint', 'completion', 'help']));
    expect([...commands.keys()]).not.toContain('complete');
    expect(commands.get('explain')).toMatch(/^explain a rule/);
    expect(await offered('re')).toEqual(['render']);
    expect(await offered('--lang', 'zh', 'expl')).toEqual(['explain']);
    expect(await offered('help', 'sp')).toEqual(['split']);
    expect(await offered('nonsense', '')).toEqual([]);
  });

  it.each([
    [['lint', '--max'], ['--max-warnings']],
    [
      ['lint', '--fix'],
      ['--fix', '--fix-unsafe'],
    ],
    // an option that counts once is not offered twice; one that adds up is
    [['lint', '--fix', '--fix'], ['--fix-unsafe']],
    [['lint', '--skip', 'a', '--sk'], ['--skip']],
    [['lint', '--min'], ['--min-coverage']],
    [['lint', '--min-coverage', ''], []],
    [['lint', '--max-warnings', ''], []],
    [['lint', '--max-warnings', '3', '--max'], []],
    [['render', '--inter'], ['--internal']],
    [['figures', '--no-ig'], ['--no-ignore']],
    [['split', '--he'], ['--help']],
    [
      ['status', '--by', ''],
      ['lead', 'due', 'origin'],
    ],
    [['status', '--by=d'], ['--by=due']],
    [['lint', '--keys', 'z'], ['zh']],
    [['status', '--format', 'c'], ['csv']],
    [['status', '-t', 'c'], ['csv']],
    [['diff', '--format', 'c'], []],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', 'pwsh'],
    ],
    [
      ['new', '--template', 'b'],
      ['branch', 'bureau'],
    ],
    [['new', '--template', 'o'], ['own.yaml']],
    [['render', '--to', 'md,h'], ['md,html']],
    [['render', '--to', 'md,html,m'], []],
    // files by what the command reads
    [['lint', '2'], ['2017.report.yaml']],
    [['lint', './2'], ['./2017.report.yaml']],
    [['lint', 'no'], []],
    [['render', 'my'], ['my draft.report.yaml']],
    [['lint', '科'], ['科室 稿子/']],
    [['lint', '科室 稿子/'], ['科室 稿子/基建科.section.yaml']],
    [['render', '科室 稿子/'], []],
    [['lint', '.h'], ['.hidden/']],
    [['import', 'l'], ['last.docx']],
    [['import', '2'], []],
    [['lint', '-o', 'n'], ['notes.txt']],
    [['lint', '--out=n'], ['--out=notes.txt']],
    [['diff', '2017.report.yaml', '2'], ['2017.report.yaml']],
    [['diff', 'a', 'b', '2'], []],
    [['lint', '--', '2'], ['2017.report.yaml']],
    [['lint', '--', '--f'], []],
    [['lint', 'none/'], []],
  ])('%j: %j', async (words, expected) => expect(await offered(...words)).toEqual(expected));

  it('is a rule by its id, with what it asks', async () => {
    const ids = rules.map(({ id }) => id);
    expect(await offered('explain', '')).toEqual(ids);
    expect(await offered('lint', '--only', '')).toEqual(ids);
    expect((await asked(['lint', '--skip=figures-s'])).get('--skip=figures-said')).toMatch(/^Say every/);
    expect(await offered('lint', '--rule', 'figures-sa')).toEqual(['figures-said:']);
    expect(await offered('lint', '--rule', 'figures-said:')).toEqual(
      expect.arrayContaining(['figures-said:off', 'figures-said:error']),
    );
  });

  it('is said in the language that is asked for, or that of the person', async () => {
    const cwd = folder();
    const zh = await report(cwd, ['complete', '--', '--lang', 'zh', 'expl'], { LANG: 'en_US.UTF-8' });
    expect(zh.stdout).toMatch(/^words\nexplain\t说明一条规则/);
    expect((await report(cwd, ['complete', '--', 'expl'], { LANG: 'zh_CN.UTF-8' })).stdout).toBe(zh.stdout);
  });

  it('is an empty word where the shell could not hand it on', async () =>
    expect((await report(folder(), ['complete', '--new', '--', 'status', '--by'])).stdout).toContain(
      'origin\t',
    ));

  it('is found below the home folder', async () => {
    const home = folder({ 'drafts/2017.report.yaml': '' });
    expect((await report(folder(), ['complete', '--', 'lint', '~/drafts/'], { HOME: home })).stdout).toBe(
      'paths\n~/drafts/2017.report.yaml\t\n',
    );
  });
});

describe('every value', () => {
  const program = new Command('report');
  declareCommands(program, () => async () => undefined, 'en');
  const all = program.commands.flatMap((command) => [
    ...command.options
      .filter((option) => option.required || option.optional)
      .map((option): [string, unknown] => [`${command.name()} ${option.flags}`, valueOfOption(option)]),
    ...command.registeredArguments.map((argument): [string, unknown] => [
      `${command.name()} <${argument.name()}>`,
      valueOfArgument(command, argument),
    ]),
  ]);

  it('of an option and an argument is completed, or known to be for its author only', () => {
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter(([, value]) => value === undefined).map(([name]) => name)).toEqual([
      'complete <words>',
    ]);
  });
});

const missing = (name: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status !== 0;

/** How each shell is started with nothing of the user’s, and takes a script. */
const shells = {
  bash: { start: 'bash --norc --noprofile -i', source: (file: string) => `source ${file}` },
  zsh: {
    start: 'zsh -f -i',
    source: (file: string) => `autoload -U compinit; compinit -u -D; source ${file}`,
  },
  fish: { start: 'fish --no-config -i', source: (file: string) => `source ${file}` },
} as const;

/** What is typed, a tab where the key is struck, and the words of the command that is run then. */
const typed: readonly (readonly [string, readonly string[]])[] = [
  ['report lint --forc\t', ['lint', '--force']],
  ['report exp\t targets-d\t', ['explain', 'targets-dated']],
  ['report lint --rule targets-dated:wa\t --onl\t', ['lint', '--rule', 'targets-dated:warning', '--only']],
  ['report lint --rule targets-dat\twa\t', ['lint', '--rule', 'targets-dated:warning']],
  ['report lint --format=js\t -q', ['lint', '--format=json', '-q']],
  ['report lint 2\t', ['lint', '2017.report.yaml']],
  ['report lint my\t', ['lint', 'my draft.report.yaml']],
  ["report lint 'my\t", ['lint', 'my draft.report.yaml']],
  ['report lint my\\ d\t', ['lint', 'my draft.report.yaml']],
  ['report lint 科\t基\t', ['lint', '科室 稿子/基建科.section.yaml']],
  ['report render --to md,h\t 2017', ['render', '--to', 'md,html', '2017']],
  ['report --lang zh new --temp\tbur\t', ['--lang', 'zh', 'new', '--template', 'bureau']],
  ['echo; report lint --out=n\t; echo', ['lint', '--out=notes.txt']],
];

describe('the script', () => {
  for (const [name, { start, source }] of Object.entries(shells))
    it(`completes what is typed in ${name}`, () => {
      const lacking = [name, 'script'].filter(missing);
      if (lacking.length > 0 || process.platform !== 'linux')
        return console.log(`skipped: ${name} was not tried, for want of ${lacking.join(', ') || 'Linux'}`);
      const cwd = folder({ ...files, 'bin/report': standIn });
      chmodSync(join(cwd, 'bin/report'), 0o755);
      const home = mkdtempSync(join(tmpdir(), 'workreport-home-'));
      const log = join(home, 'log');
      const ended = spawnSync('script', ['-qec', start, join(home, 'screen')], {
        cwd,
        input: [
          source(join(root, 'src/commands/completion', `report.${name}`)),
          ...typed.map(([line]) => line),
          'exit',
        ]
          .map((line) => `${line}\r`)
          .join(''),
        env: {
          PATH: `${join(cwd, 'bin')}:${process.env['PATH']}`,
          NODE: process.execPath,
          BIN: join(root, 'bin/report.js'),
          LOG: log,
          HOME: home,
          LANG: 'C.UTF-8',
          TERM: 'xterm',
        },
      });
      expect(ended.error).toBeUndefined();
      const run = readFileSync(log, 'utf8').trimEnd().split('\n');
      rmSync(home, { recursive: true, force: true });
      expect(run).toEqual(typed.map(([, words]) => words.map((word) => `[${word}]`).join('')));
    });

  it('is printed as it is, for each shell', async () => {
    for (const [name, script] of Object.entries(completionScripts))
      expect(await report(folder(), ['completion', name])).toEqual({ code: 0, stdout: script, stderr: '' });
    expect((await report(folder(), ['completion', 'tcsh'])).stderr).toContain('bash, zsh, fish, pwsh');
    expect((await report(folder(), ['completion'])).code).toBe(2);
  });

  it('has nothing that shellcheck or the shell itself minds', () => {
    const checks = {
      shellcheck: ['--shell=bash', 'report.bash'],
      bash: ['-n', 'report.bash'],
      zsh: ['-n', 'report.zsh'],
      fish: ['--no-execute', 'report.fish'],
    };
    for (const [name, argv] of Object.entries(checks)) {
      if (missing(name)) console.log(`skipped: ${name} is not there`);
      else
        expect(
          spawnSync(name, argv, { cwd: join(root, 'src/commands/completion'), encoding: 'utf8' }),
        ).toMatchObject({ status: 0, stdout: '', stderr: '' });
    }
  });
});

/** Stands for the program where a line is run: it writes down its words, but answers what a script asks. */
const standIn = `#!/bin/sh
if [ "$1" = complete ]; then exec "$NODE" "$BIN" "$@"; fi
{ for word; do printf '[%s]' "$word"; done; echo; } >>"$LOG"
`;
