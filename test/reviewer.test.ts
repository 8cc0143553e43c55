import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { format, resolveConfig } from 'prettier';
import { rules } from '../src/rules/index.ts';
import { deep, sample, seed } from './depth.ts';
import { Floors, floorsFile } from './reviewer/floors.ts';
import { readJudgements } from './reviewer/judgements.ts';
import { kinds } from './reviewer/kinds.ts';
import { measureHeld, measureSeeded, sumOf, type Measure } from './reviewer/measure.ts';
import { accuracyPage } from './reviewer/page.ts';
import { patterns, SEEDED, seededOf } from './reviewer/seeds/index.ts';

const updating = process.env['REPORT_TEST_DEPTH'] === 'update';
const whole = deep || updating;

const held = measureHeld();
const every = whole ? 1 : Math.round(SEEDED / sample(SEEDED, 0.125));
const seeded = measureSeeded(every);

if (updating) {
  const floors = new Floors();
  floors.raise('held', held);
  floors.raise('seeded', seeded);
  writeFileSync(floorsFile, floors.text);
}
const floors = new Floors();

const inWords = ({ kind, found, silent }: Measure): string =>
  `${kind}: ${found.right}/${found.of} found, ${silent.right}/${silent.of} silent`;

/** The kinds that fall below their floors: in a sample, those that miss more than the whole may. */
function fallen(set: string, measures: readonly Measure[], wholes: (measure: Measure) => number): string[] {
  return measures
    .filter((measure) => {
      const floor = floors.of(set, measure);
      const missed = measure.found.of - measure.found.right;
      const raised = measure.silent.of - measure.silent.right;
      return missed > wholes(measure) - floor.found || (raised > 0 && raised > allowed(set, measure));
    })
    .map((measure) => `${measure.language} ${inWords(measure)}`);
}

/** How many sound passages may raise something: what did when the floor was set. */
function allowed(set: string, measure: Measure): number {
  return (set === 'seeded' ? SEEDED : measure.silent.of) - floors.of(set, measure).silent;
}

it('passages written before the rules: found and silent as often as before', () => {
  for (const name of Object.keys(kinds)) {
    const of = held.filter(({ kind }) => kind === name);
    const [found, silent] = [sumOf(of.map((each) => each.found)), sumOf(of.map((each) => each.silent))];
    console.log(inWords({ kind: name, language: 'zh', found, silent }));
  }
  expect(sumOf(held.map(({ found }) => found)).of).toBeGreaterThanOrEqual(200);
  expect(sumOf(held.map(({ silent }) => silent)).of).toBeGreaterThanOrEqual(200);
  expect(fallen('held', held, ({ found }) => found.of)).toEqual([]);
});

it(`seeded faults and their sound twins, seed ${seed}: found and silent as often as before`, () => {
  console.log(`seed ${seed}, one of ${every}`);
  expect(fallen('seeded', seeded, () => SEEDED)).toEqual([]);
});

it('every kind is seeded in its languages, and its rules exist', () => {
  const ids = new Set(rules.map(({ id }) => id));
  expect(Object.keys(patterns).sort()).toEqual(Object.keys(kinds).sort());
  for (const [name, { rules: own }] of Object.entries(kinds)) {
    expect(seededOf(name, 'zh').length, name).toBe(SEEDED);
    expect(
      own.filter((id) => !ids.has(id)),
      name,
    ).toEqual([]);
  }
});

it.runIf(whole)('the page of accuracy says what is measured', async () => {
  const accuracy = { seeded, held, judgements: readJudgements() };
  for (const [language, name] of [
    ['zh', 'accuracy.zh.md'],
    ['en', 'accuracy.md'],
  ] as const) {
    const file = join(import.meta.dirname, '../docs', name);
    const options = { ...(await resolveConfig(file)), filepath: file };
    await expect(await format(accuracyPage(language, accuracy), options)).toMatchFileSnapshot(file);
  }
});
