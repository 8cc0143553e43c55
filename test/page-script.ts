import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Io } from '../src/io.ts';
import { main } from '../src/main.ts';
import { folder } from './cli.ts';
import { git, gitEnv } from './git-folder.ts';

const root = resolve(import.meta.dirname, '..');

/** What a page shows between `<!-- try zh|en [folder] -->` and `<!-- /try -->`: it is done in one folder, from its head to its end. */
const scripts = /(<!-- try (zh|en)(?: (\S+))? -->\n)([^]*?)(?=<!-- \/try -->)/g;
/** A fenced block of a script: ```lang, or ```lang file. */
const block = /^```(\w+)(?: (\S+))?\n([^]*?)^```$/gm;

export interface Tried {
  /** The page with what its commands print in place of what it says they print. */
  readonly page: string;
  readonly commands: number;
  /** Commands that ended otherwise than the page says, which is 0 where it says nothing. */
  readonly wrong: readonly string[];
}

/**
 * Does what a page tells its readers to do: blocks with the name of a file are written (`diff` blocks change it), `console`
 * blocks (`report`, which `< file` may be sent to, `git`, and `node` with a script of the page) are run and their output is held against the page (a line `…` stands for any lines), `sh` blocks are run. A comment behind a command may
 * say its exit code.
 */
export async function tryPage(text: string, today: string): Promise<Tried> {
  const wrong: string[] = [];
  let [page, last, commands] = ['', 0, 0];
  for (const { index, 0: whole, 1: head = '', 2: language = 'en', 3: given, 4: body = '' } of text.matchAll(
    scripts,
  )) {
    const cwd = folder();
    if (given !== undefined) cpSync(join(root, given), cwd, { recursive: true });
    if (body.includes("'workreport")) install(cwd);
    page += text.slice(last, index) + head;
    let done = 0;
    for (const { index: at, 0: fenced, 1: kind = '', 2: file, 3: content = '' } of body.matchAll(block)) {
      page += body.slice(done, at);
      done = at + fenced.length;
      if (file !== undefined)
        put(
          join(cwd, file),
          kind === 'diff' ? edited(readFileSync(join(cwd, file), 'utf8'), content) : content,
        );
      const lines =
        file === undefined && (kind === 'console' || kind === 'sh') ? steps(content, kind) : undefined;
      if (lines === undefined) {
        page += fenced;
        continue;
      }
      let shown = '';
      for (const { command, said } of lines) {
        const { code, output } = await perform(command, cwd, language, today);
        commands++;
        const expected = Number(/ # .*?(\d)$/.exec(command)?.[1] ?? 0);
        if (code !== expected) wrong.push(`${command} → ${code}, not ${expected}\n${output}`);
        shown += kind === 'sh' ? `${command}\n` : `$ ${command}\n${fits(output, said) ? said : output}`;
      }
      page += `\`\`\`${kind}\n${shown}\`\`\``;
    }
    page += body.slice(done);
    last = index + whole.length;
  }
  return { page: page + text.slice(last), commands, wrong };
}

/** The package, as it is built, in the node_modules of a folder. */
function install(cwd: string): void {
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(root, join(cwd, 'node_modules/workreport'), 'junction');
}

/** A text after a change that a page shows: what follows `-` stands once in it, and gives way to what follows `+`. */
function edited(text: string, change: string): string {
  const lines = (sign: string): string =>
    change
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n');
  const [before, after] = [lines('-'), lines('+')];
  if (text.split(before).length !== 2)
    throw new Error(`a page changes what does not stand once in the file: ${before}`);
  return text.replace(before, () => after);
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

interface Step {
  readonly command: string;
  readonly said: string;
}

/** The commands of a block, each with what the page says it prints. */
function steps(content: string, kind: 'console' | 'sh'): readonly Step[] {
  const lines = content.split('\n').slice(0, -1);
  if (kind === 'sh') return lines.filter((line) => line !== '').map((command) => ({ command, said: '' }));
  const found: { command: string; said: string }[] = [];
  for (const line of lines)
    if (line.startsWith('$ ')) found.push({ command: line.slice(2), said: '' });
    else (found.at(-1) ?? { said: '' }).said += `${line}\n`;
  return found;
}

/** Whether an output is what the page says, lines of `…` standing for any others. */
function fits(output: string, said: string): boolean {
  const parts = said.split(/^…\n/m);
  let from = 0;
  for (const [index, part] of parts.entries()) {
    const at = index === 0 ? (output.startsWith(part) ? 0 : -1) : output.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return parts.length === 1 ? output === said : output.endsWith(parts.at(-1) ?? '');
}

/** Runs one command of a page as on a terminal of 100 columns without colour. */
async function perform(
  command: string,
  cwd: string,
  language: string,
  today: string,
): Promise<{ code: number; output: string }> {
  const [line = '', sent] = command.replace(/ +# .*$/, '').split(/ < /);
  const [name, ...words] = [...line.matchAll(/"([^"]*)"|'([^']*)'|[^\s"']+/g)].map(
    ([word, double, single]) => double ?? single ?? word,
  );
  if (name === 'node') {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8' });
    return { code: status ?? 3, output: stdout + stderr };
  }
  if (name === 'git') return { code: 0, output: git(cwd, ...words) };
  if (name !== 'report') throw new Error(`a page can only have report, git and node run: ${command}`);
  let output = '';
  const stream: Io['stdout'] = { write: (text) => void (output += text), isTTY: true, columns: 100 };
  const env = { NO_COLOR: '1', LANG: language === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8' };
  const code = await main(words, {
    cwd,
    env: { ...gitEnv, ...env },
    stdout: stream,
    stderr: stream,
    interactive: false,
    today,
    ...(sent !== undefined && { stdin: async () => readFileSync(join(cwd, sent)) }),
  });
  return { code, output: output === '' || output.endsWith('\n') ? output : `${output}\n` };
}
