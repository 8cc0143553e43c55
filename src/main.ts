import about from '../package.json' with { type: 'json' };
import type { Io } from './io.ts';

/** Runs the command line and returns its exit code: 0 done, 1 errors in the report, 2 could not run, 3 a bug of ours. */
export async function main(argv: readonly string[], io?: Io): Promise<number> {
  const { run } = await import('./cli.ts');
  return run(argv, io, about.version);
}
