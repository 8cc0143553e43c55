import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The tests that hold file snapshots, which are all that an update has to run. */
const withSnapshots = (): string[] =>
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.test.ts') && /Snapshot\(/.test(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')))
    .map((name) => `test/${name}`);

/**
 * `vitest run` tries properties at a sample of their counts, `vitest run --mode deep` in full; `--mode update --update` runs what
 * holds snapshots. A loaded machine breaks nothing: no test has a time-out.
 */
export default defineConfig(({ mode }) => ({
  root: `${import.meta.dirname}/..`,
  test: {
    include: mode === 'update' ? withSnapshots() : ['test/**/*.test.ts'],
    pool: 'threads',
    maxWorkers: Math.min(8, availableParallelism()),
    testTimeout: 0,
    hookTimeout: 0,
    env: { REPORT_TEST_DEPTH: mode },
  },
}));
