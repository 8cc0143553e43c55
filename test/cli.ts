import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Io } from '../src/io.ts';
import { main } from '../src/main.ts';

const made: string[] = [];
afterAll(() => made.forEach((path) => rmSync(path, { recursive: true, force: true })));

/** A new folder with files in it; it goes when the tests of the file are over. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'report-'));
  made.push(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in process, in a folder, without a terminal; `columns` is how wide one says to be. */
export async function report(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  columns?: number,
): Promise<Ended> {
  const out = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr'): Io['stdout'] => ({
    write: (text) => void (out[name] += text),
    isTTY: false,
    columns,
  });
  const io: Io = {
    cwd,
    env,
    stdout: output('stdout'),
    stderr: output('stderr'),
    interactive: false,
    today: '2018-01-20',
  };
  const code = await main(argv, io);
  return { code, ...out };
}
