import { describe, expect, it } from 'vitest';
import { deep, sample } from './depth.ts';
import { Dice } from './random-draft.ts';
import { chainFaults } from './year-faults-chain.ts';
import { foundAfter, lintTexts, yearPair, type Fault } from './year-pair.ts';

const SEED = 20190110;
const ROUNDS = sample(8, 0.125);

const pairs = (['zh', 'en'] as const).map(yearPair);
const faults: readonly Fault[] = [...chainFaults];

describe('two drafts in a row', () => {
  it.each(pairs)('have nothing to find: $language', ({ texts, last, now }) => {
    expect(lintTexts(texts).diagnostics).toEqual([]);
    expect(last.targets.length + now.results.length).toBeGreaterThan(10);
  });
});

describe('a fault between them', () => {
  const seen = new Set<string>();

  it.each(faults)('$kind is found by $rule, once and at its place', ({ kind, rule, plant }) => {
    let count = 0;
    // in a quick run in one language, the other one for the next kind
    const turned = faults.findIndex((fault) => fault.kind === kind) % 2 === 0 ? pairs : pairs.toReversed();
    for (const pair of turned)
      for (let round = 0; round < ROUNDS; round++) {
        const planted = plant(pair, new Dice(SEED + round));
        if (!deep && count > 0) break;
        if (planted === undefined || seen.has(`${kind} ${pair.language} ${planted.what}`)) continue;
        seen.add(`${kind} ${pair.language} ${planted.what}`);
        count++;
        const { fresh, at } = foundAfter(pair, planted);
        const places = fresh.map(
          ({ file, rule: by, range: { start } }) => `${by} ${file} ${start.line}:${start.column}`,
        );
        expect(
          places,
          `${kind}: ${planted.what}\n${fresh.map(({ message }) => message.en).join('\n')}`,
        ).toEqual([`${rule} ${at}`]);
      }
    expect(count).toBeGreaterThan(0);
  });

  it('is planted often enough to tell', () =>
    expect(seen.size).toBeGreaterThan(deep ? 99 : faults.length - 1));
});
