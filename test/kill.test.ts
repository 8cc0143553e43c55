import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from './cli.ts';
import { sample } from './depth.ts';
import { Dice } from './random-draft.ts';

const SEED = 20180117;
const RUNS = sample(100, 0.05);
const AT_ONCE = 2;
const bin = resolve(import.meta.dirname, '../bin/report.js');
const traps = readFileSync(join(import.meta.dirname, 'lint/traps-of-yaml/2017.report.yaml'), 'utf8');

/** Runs the program in a process of its own, and kills it after some milliseconds; how long it ran. */
function run(cwd: string, argv: readonly string[], killedAfter?: number): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [bin, ...argv], { cwd, stdio: 'ignore' });
  const timer = killedAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killedAfter);
  return new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('exit', () => {
      clearTimeout(timer);
      ended(performance.now() - begun);
    });
  });
}

describe('a run that is killed', () => {
  it.each([
    ['lint --fix', '2017.report.yaml', ['lint', '--fix', '2017.report.yaml']],
    ['new', '2018.report.yaml', ['new', '2018', '--yes', '--force', '--lang', 'zh']],
  ])('leaves the old file or the new one: %s', async (name, file, argv) => {
    const read = (cwd: string): string => readFileSync(join(cwd, file), 'utf8');
    const folders = Array.from({ length: AT_ONCE }, () => folder({ [file]: traps }));
    const durations: number[] = [];
    for (let warm = 0; warm < 2; warm++)
      durations.push(...(await Promise.all(folders.map((cwd) => run(cwd, argv)))));
    const usual = durations.sort((a, b) => a - b)[durations.length >> 1] as number;
    const fresh = read(folders[0] as string);
    expect(fresh).not.toBe(traps);

    const dice = new Dice(SEED);
    // some in each part of a run and after it; the last is not killed, however slow the machine is by then
    const moments = Array.from({ length: RUNS }, (_, index) =>
      index === 0 ? undefined : ((RUNS - index - 1 + dice.number(0, 1000) / 1000) / (RUNS - 1)) * 2 * usual,
    );
    const count = { old: 0, new: 0, left: 0 };
    const work = async (cwd: string): Promise<void> => {
      while (moments.length > 0) {
        const moment = moments.pop();
        writeFileSync(join(cwd, file), traps);
        await run(cwd, argv, moment);
        const text = read(cwd);
        expect([traps, fresh], `killed after ${moment} ms`).toContain(text);
        count[text === traps ? 'old' : 'new']++;
        const left = readdirSync(cwd).filter((other) => other !== file);
        // what is left over may not be taken for a draft
        expect(left.filter((other) => /\.ya?ml$/.test(other))).toEqual([]);
        count.left += left.length;
        for (const other of left) rmSync(join(cwd, other));
      }
    };
    await Promise.all(folders.map(work));
    console.log(
      `seed ${SEED}: ${name}, usually ${Math.round(usual)} ms, killed ${RUNS} times: ${count.old} old, ${count.new} new, ${count.left} temporary files left`,
    );
    expect(count.old + count.new).toBe(RUNS);
    expect(Math.min(count.old, count.new)).toBeGreaterThan(0);
  });
});
