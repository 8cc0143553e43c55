import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const all = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'));
const holding = (pattern: RegExp): string[] =>
  all.filter((name) => pattern.test(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')));
/** Tests that watch the code as it is loaded, to count work or to see every expression: they load it anew. */
const watched = [...holding(/\bvi\.mock\(|'\.\/work\.ts'/), 'regexps.test.ts'];
/** The tests that hold file snapshots, which are all that an update has to run. */
const withSnapshots = holding(/Snapshot\(/);
const paths = (names: readonly string[]): string[] => names.map((name) => `test/${name}`);

/**
 * `vitest run` tries properties at a sample of their counts, `vitest run --mode deep` in full; `--mode update --update` runs what
 * holds snapshots. Files of tests share what they import. A loaded machine breaks nothing: no test has a time-out. Many wait
 * for processes, so there is one worker more than there are cores.
 */
export default defineConfig(({ mode }) => {
  const shared = {
    pool: 'threads' as const,
    testTimeout: 0,
    hookTimeout: 0,
    setupFiles: ['test/setup.ts'],
    // what imports the code of others is run by Node itself
    server: { deps: { external: [/\/bin\/import-module\.js$/] } },
    env: { REPORT_TEST_DEPTH: mode },
  };
  const files = mode === 'update' ? withSnapshots : all;
  return {
    root: `${import.meta.dirname}/..`,
    test: {
      maxWorkers: Math.min(8, availableParallelism() + 1),
      projects: [
        {
          test: {
            ...shared,
            // in the order of their names: the long ones first
            name: 'counted',
            include: paths(files.filter((name) => watched.includes(name))),
            isolate: true,
          },
        },
        {
          test: {
            ...shared,
            name: 'rest',
            include: paths(files.filter((name) => !watched.includes(name))),
            isolate: false,
          },
        },
      ],
    },
  };
});
