import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for what a run makes; `leave` deletes it. */
export const work = mkdtempSync(join(tmpdir(), 'workreport-bench-'));
export const leave = () => rmSync(work, { recursive: true, force: true });

/** Runs a command once. @throws where it did not do what `check` asks of what it ended with and wrote. */
export function runOnce({ name, argv, cwd, env, check }) {
  const output = join(work, 'rss');
  const start = process.hrtime.bigint();
  const ended = spawnSync(argv[0], argv.slice(1), {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'C.UTF-8', BENCH_RSS: output, ...env },
  });
  const took = Number(process.hrtime.bigint() - start) / 1e6;
  if (ended.error) throw ended.error;
  const fault = check?.(ended);
  if (fault)
    throw new Error(
      `${name} did not do its work: ${fault}\n${ended.stdout.slice(-600)}${ended.stderr.slice(-600)}`,
    );
  return { took, ended, rss: env?.NODE_OPTIONS ? Number(readFileSync(output, 'utf8')) : undefined };
}

/** Medians of commands that take turns, after one round that is not counted; each is checked each time. */
export function race(commands, rounds) {
  const times = new Map(commands.map((command) => [command.name, []]));
  for (const command of commands) runOnce(command);
  for (let round = 0; round < rounds; round++)
    for (const command of commands) times.get(command.name).push(runOnce(command).took);
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Ends with that code, and where a text is given, writes it. */
export const ends =
  (code, text) =>
  ({ status, stdout }) =>
    status !== code
      ? `it ended with ${status}, not ${code}`
      : text !== undefined && !stdout.includes(text)
        ? `its output lacks “${text}”`
        : undefined;
