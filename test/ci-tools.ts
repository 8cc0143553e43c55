import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { folder } from './folder.ts';

const root = resolve(import.meta.dirname, '..');

/** Whether a program is not there, which a test then says. */
export const missing = (name: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status !== 0;

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

export const actionText = readFileSync(join(root, 'action.yml'), 'utf8');
export const action = parse(actionText) as Action;

export interface StepRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly page: string;
  readonly cwd: string;
}

/** Runs a step of the action as a runner does: bash with its flags, inputs through the environment, files for outputs and the page of the run. */
export function runStep(
  id: string,
  given: {
    readonly inputs?: Readonly<Record<string, string>>;
    readonly steps?: Readonly<Record<string, string>>;
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
  },
): StepRun {
  const step = action.runs.steps.find((each) => each.id === id);
  if (step?.run === undefined) throw new Error(`the action has no step ${id} that runs a script`);
  const valueOf = (expression: string): string => {
    const [, input, output] =
      /^\$\{\{ (?:inputs\.([\w-]+)|steps\.(\w+\.outputs\.[\w-]+)|github\.action_path) \}\}$/.exec(
        expression,
      ) ?? [];
    if (input !== undefined) {
      if (!(input in action.inputs)) throw new Error(`the action has no input ${input}`);
      return given.inputs?.[input] ?? action.inputs[input]?.default ?? '';
    }
    if (output !== undefined) return given.steps?.[output] ?? '';
    if (expression === '${{ github.action_path }}') return given.env?.['ACTION_PATH'] ?? root;
    throw new Error(`what is ${expression}?`);
  };
  const runner = folder({ script: step.run, output: '', page: '' });
  const cwd = given.cwd ?? folder();
  mkdirSync(join(runner, 'temp'));
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', join(runner, 'script')],
    {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: runner,
        LANG: 'C.UTF-8',
        ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, valueOf(text)])),
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: join(runner, 'output'),
        GITHUB_STEP_SUMMARY: join(runner, 'page'),
        RUNNER_TEMP: join(runner, 'temp'),
        ...given.env,
      },
    },
  );
  const lines = readFileSync(join(runner, 'output'), 'utf8').split('\n');
  return {
    code: status,
    stdout,
    stderr,
    cwd,
    outputs: Object.fromEntries(lines.filter((line) => line !== '').map((line) => line.split(/=(.*)/s))),
    page: readFileSync(join(runner, 'page'), 'utf8'),
  };
}

/** A program in the place of report: it writes its words to `words` in its folder, one a line, and files of findings, and ends as it is told. */
export function standIn(
  code: number,
  markdown = '',
): { readonly program: string; readonly words: () => readonly string[] } {
  const at = folder();
  const text = `const { writeFileSync } = require('node:fs');
const words = process.argv.slice(2);
writeFileSync(${JSON.stringify(join(at, 'words'))}, words.join('\\n'));
for (const word of words) {
  const [, file] = /^--format=(?:markdown|sarif)=(.*)$/.exec(word) || [];
  if (file) writeFileSync(file, ${JSON.stringify(markdown)});
}
process.exitCode = ${code};
`;
  const program = join(at, 'report.js');
  writeFileSync(program, text);
  return { program, words: () => readFileSync(join(at, 'words'), 'utf8').split('\n') };
}

/** A folder with an npm that installs a program in the place of workreport, and writes down its words. */
export function npmThatInstalls(
  program: string,
  name = 'workreport',
): { readonly path: string; readonly words: () => string } {
  const at = folder({
    npm: `#!/bin/bash
printf '[%s]' "$@" >"$(dirname -- "$0")/words"
[ "$1" = install ] || exit 1
while [ "$1" != --prefix ]; do shift; done
mkdir -p -- "$2/node_modules/.bin" "$2/node_modules/${name}/bin"
ln -s ${JSON.stringify(program)} "$2/node_modules/${name}/bin/report.js"
printf '#!/bin/bash\\nexec node %q "$@"\\n' ${JSON.stringify(program)} >"$2/node_modules/.bin/report"
chmod +x -- "$2/node_modules/.bin/report"
`,
  });
  chmodSync(join(at, 'npm'), 0o755);
  return { path: `${at}:${process.env['PATH']}`, words: () => readFileSync(join(at, 'words'), 'utf8') };
}

/** The fenced blocks of README.md that carry a file’s name, by it, Chinese first. */
export function filesOfReadme(): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  const readme = readFileSync(join(root, 'README.md'), 'utf8').replace(/<!-- try [^]*?<!-- \/try -->/g, '');
  for (const [, name = '', text = ''] of readme.matchAll(/^```\w+ (\S+)\n([^]*?)^```$/gm))
    (found[name] ??= []).push(text);
  return found;
}
