import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isRight, tried } from './reviewer/measure.ts';
import { passagesIn } from './reviewer/passages.ts';

/** Sentences of real reports' build, one half written to be kept apart: how many of each kind are found and silent at least; it only rises. */
it.each([
  ['chinese-build.txt', 98, 98],
  ['chinese-build-kept.txt', 92, 96],
  ['chinese-reports.txt', 72, 76],
  ['chinese-reports-kept.txt', 35, 53],
])('%s: finds and is silent as often as before', (name, found, silent) => {
  const outcomes = passagesIn(readFileSync(join(import.meta.dirname, 'reviewer/passages', name), 'utf8')).map(
    tried,
  );
  const right = (wrong: boolean): number =>
    outcomes.filter((each) => each.passage.wrong === wrong && isRight(each)).length;
  console.log(`${name}: ${right(true)} found, ${right(false)} silent of ${outcomes.length}`);
  expect(right(true)).toBeGreaterThanOrEqual(found);
  expect(right(false)).toBeGreaterThanOrEqual(silent);
});
