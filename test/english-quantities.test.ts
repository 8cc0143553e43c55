import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { dimensionOf, dimensionText } from '../src/quantity/dimension.ts';
import { speltFigures } from '../src/quantity/english-number.ts';
import { plural, singular } from '../src/quantity/noun.ts';
import { parseQuantity } from '../src/quantity/scan.ts';

/** A value as it was read: the number as written, the upper end of a range, unit, kind (what it counts, by what) and qualifier. */
function told(text: string): string {
  const read = parseQuantity(text);
  if (read === undefined) return 'none';
  const { number, factor, interval, qualifier, unit, family, per } = read;
  const high = qualifier === 'range' ? interval.high?.value.div(factor).toString() : '';
  const written = unit.replace(/^ /, '').replace(/^((?:US|[AC])?[$£€¥]) (?=[a-zA-Z]{1,2}$)/, '$1');
  return [
    number.div(!/\d/.test(text) || unit === '' ? 1 : factor).toString(),
    high,
    written,
    dimensionText(dimensionOf(family, per).dimension),
    qualifier,
  ].join(' | ');
}

describe('English quantities', () => {
  const rows = readFileSync(join(import.meta.dirname, 'quantities-en.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  it.each(rows.map((row) => row.split('\t') as [string, ...string[]]))('%s', (text, number = '', high = '', unit = '', kind = '', qualifier = '') => {
    const wanted = qualifier === 'none' ? 'none' : [new Fraction(number).toString(), high, unit, kind, qualifier].join(' | ');
    expect(told(text)).toBe(wanted);
  });
});

describe('English nouns', () => {
  it.each([
    ['bed', 'beds'],
    ['person', 'people'],
    ['child', 'children'],
    ['box', 'boxes'],
    ['dish', 'dishes'],
    ['branch', 'branches'],
    ['city', 'cities'],
    ['bus', 'buses'],
    ['class', 'classes'],
    ['house', 'houses'],
    ['prize', 'prizes'],
    ['headache', 'headaches'],
    ['movie', 'movies'],
    ['analysis', 'analyses'],
    ['loaf', 'loaves'],
    ['series', 'series'],
    ['staff', 'staff'],
    ['FTE', 'FTEs'],
    ['day', 'days'],
    ['police officer', 'police officers'],
  ])('%s is one of %s', (one, many) => {
    expect([singular(many), singular(one), plural(one), plural(many)]).toEqual([one, one, many, many]);
  });

  it('are the same unit for one and for several, and in a longer phrase', () => {
    for (const [a, b] of [
      ['1 bed', '2 beds'],
      ['1 child', '24 children'],
      ['1 person', '62 people'],
      ['1 box', '9 boxes'],
      ['3 cities', '1 city'],
      ['17 primary schools', '2 schools'],
      ['40 hospital beds', '1 bed in the new wing'],
    ] as const)
      expect(parseQuantity(a)?.family).toBe(parseQuantity(b)?.family);
  });
});

describe('numbers in English words', () => {
  it.each([
    ['Sixty-two people came to nine sites.', '62 9'],
    ['One hundred and five homes, two hundred trees and a dozen parks.', '105 200 12'],
    ['Half a million riders, a quarter of a million drivers.', '500000 250000'],
    ['One of the two schools.', '2'],
    ['Nobody wrote, someone called, the tension rose.', ''],
    ['Twenty and thirty', '20 30'],
    ['ninety nine', '99'],
  ])('%s', (text, wanted) => expect(speltFigures(text).map(String).join(' ')).toBe(wanted));
});
