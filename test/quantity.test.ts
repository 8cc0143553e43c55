import fc from 'fast-check';
import Fraction from 'fraction.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../src/quantity/interval.ts';
import type { Quantity } from '../src/quantity/quantity.ts';
import { findQuantities, parseQuantity } from '../src/quantity/scan.ts';

/** A row of quantities.tsv: an expression as reports write it, and what a reader takes from it. */
interface Row {
  readonly text: string;
  readonly isMetric: boolean;
  readonly low: string;
  readonly high: string;
  readonly unit: string;
  readonly qualifier: string;
}

const rows: readonly Row[] = readFileSync(join(import.meta.dirname, 'quantities.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [text = '', isMetric, low = '', high = '', unit = '', qualifier = ''] = line.split('\t');
    return { text, isMetric: isMetric === 'yes', low, high, unit, qualifier };
  });

/** Families of the units of the rows, where they are not the unit itself. */
const families: Readonly<Record<string, string>> = {
  名: '人',
  位: '人',
  pp: '百分点',
  '×': '%',
  'µg/m3': '克',
  '元/人/月': '元',
  '小时/天': '小时',
  季度: '月',
  年: '月',
  '元/月': '元',
  '元/千瓦时': '元',
  '个/千人': '个',
  '吨标准煤/万元': '吨标准煤',
  '元/公斤': '元',
};
/** What a unit of a row is worth in the base unit of its family: the rows say 113.4 for 113.4%. */
const worth: Readonly<Record<string, Fraction>> = {
  '%': new Fraction(1, 100),
  pp: new Fraction(1),
  'µg/m3': new Fraction(1, 1_000_000),
  季度: new Fraction(3),
  年: new Fraction(12),
};

const down = (found: Quantity): Fraction =>
  found.movement?.direction === 'down' && !found.movement.to && found.family === '%' ? new Fraction(-1) : new Fraction(1);

/** Which ends of an interval leave their number out, as the qualifier of a row has it. */
const openEnds: Readonly<Record<string, readonly [boolean | undefined, boolean | undefined]>> = {
  near_below: [undefined, true],
  gt: [true, undefined],
  more_than: [true, true],
  more_than_delta: [true, true],
  ge: [false, undefined],
  ge_target: [false, undefined],
};
const unbounded: Readonly<Record<string, readonly ('low' | 'high')[]>> = { gt: ['high'], ge: ['high'], ge_target: ['high'] };

function isRight(found: Quantity, row: Row): boolean {
  const ends = openEnds[row.qualifier];
  const opens = !ends || ((ends[0] === undefined || found.interval.low?.open === ends[0]) && (ends[1] === undefined || found.interval.high?.open === ends[1]));
  const bounds = (unbounded[row.qualifier] ?? []).every((side) => found.interval[side] === undefined);
  if (row.unit === 'ratio') return found.kind === 'ratio' && (row.low === '' ? found.terms.length > 1 : found.number.equals(new Fraction(row.low)));
  // a unit that is only inferred is not counted
  const family = row.unit === '' || row.unit === 'index' || row.unit.endsWith('?') || row.qualifier === 'zero_claim' || row.qualifier === 'rank';
  const number = new Fraction(row.low || row.high).mul(worth[row.unit] ?? new Fraction(1));
  const high = row.qualifier.startsWith('more_than') ? new Fraction(row.high).mul(worth[row.unit] ?? new Fraction(1)) : undefined;
  return (
    opens &&
    bounds &&
    (family || found.family === (families[row.unit] ?? row.unit)) &&
    found.number.mul(down(found)).equals(number) &&
    (high === undefined || found.interval.high?.value.equals(high) === true)
  );
}

describe('real expressions', () => {
  const told = (text: string): string =>
    findQuantities(text)
      .map((each) => `${each.text} = ${each.number.toFraction()} of ${each.family || 'no unit'}`)
      .join('; ') || 'nothing';
  const wrong = rows.filter((row) => {
    const found = findQuantities(row.text);
    return row.isMetric ? !found.some((each) => isRight(each, row)) : found.length > 0;
  });

  it(`are read as a reader takes them: ${rows.length - wrong.length} of ${rows.length}`, () => {
    console.log(`quantities.tsv: ${rows.length - wrong.length} of ${rows.length} rows right`);
    for (const { text, low, high, unit, qualifier } of wrong)
      console.log(`not right: ${text} (wanted ${low}…${high} ${unit} ${qualifier}; read ${told(text)})`);
    expect(rows).toHaveLength(149);
    expect((rows.length - wrong.length) / rows.length).toBeGreaterThanOrEqual(0.98);
  });
});
