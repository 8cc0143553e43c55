import about from '../package.json' with { type: 'json' };
import type { Io } from './io.ts';

/**
 * Runs the command line and returns its exit code: 0 done, 1 errors in the report, 2 could not run, 3 a bug of ours.
 * `--version` answers from here, so that it loads nothing.
 */
export async function main(argv: readonly string[], io?: Io): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    const text = `${about.version}\n`;
    if (io) io.stdout.write(text);
    else process.stdout.write(text);
    return 0;
  }
  const { run } = await import('./cli.ts');
  return run(argv, io, about.version);
}
