import type { Io } from '../src/io.ts';
import { main } from '../src/main.ts';

export { folder } from './folder.ts';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in process; bytes come as one character each, in a folder, without a terminal; `columns` is how wide one says to be, `world` what else is not as usual. */
export async function report(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  columns?: number,
  world: Partial<Io> = {},
): Promise<Ended> {
  const out = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr'): Io['stdout'] => ({
    write: (text) => void (out[name] += text),
    writeBytes: (bytes) => void (out[name] += Buffer.from(bytes).toString('latin1')),
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
    ...world,
  };
  const code = await main(argv, io);
  return { code, ...out };
}
