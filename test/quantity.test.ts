import fc from 'fast-check';
import Fraction from '../src/quantity/value/fraction.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Quantity } from '../src/quantity/value/quantity.ts';
import { findQuantities, parseQuantity } from '../src/quantity/scan/scan.ts';
import { seed } from './depth.ts';

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
  found.movement?.direction === 'down' && !found.movement.to && found.family === '%'
    ? new Fraction(-1)
    : new Fraction(1);

/** Which ends of an interval leave their number out, as the qualifier of a row has it. */
const openEnds: Readonly<Record<string, readonly [boolean | undefined, boolean | undefined]>> = {
  near_below: [undefined, true],
  gt: [true, undefined],
  more_than: [true, true],
  more_than_delta: [true, true],
  ge: [false, undefined],
  ge_target: [false, undefined],
};
const unbounded: Readonly<Record<string, readonly ('low' | 'high')[]>> = {
  gt: ['high'],
  ge: ['high'],
  ge_target: ['high'],
};

function isRight(found: Quantity, row: Row): boolean {
  const ends = openEnds[row.qualifier];
  const opens =
    !ends ||
    ((ends[0] === undefined || found.interval.low?.open === ends[0]) &&
      (ends[1] === undefined || found.interval.high?.open === ends[1]));
  const bounds = (unbounded[row.qualifier] ?? []).every((side) => found.interval[side] === undefined);
  if (row.unit === 'ratio')
    return (
      found.kind === 'ratio' &&
      (row.low === '' ? found.terms.length > 1 : found.number.equals(new Fraction(row.low)))
    );
  // a unit that is only inferred is not counted
  const family =
    row.unit === '' ||
    row.unit === 'index' ||
    row.unit.endsWith('?') ||
    row.qualifier === 'zero_claim' ||
    row.qualifier === 'rank';
  const number = new Fraction(row.low || row.high).mul(worth[row.unit] ?? new Fraction(1));
  const high = row.qualifier.startsWith('more_than')
    ? new Fraction(row.high).mul(worth[row.unit] ?? new Fraction(1))
    : undefined;
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

describe('a figure', () => {
  const read = (text: string): string =>
    findQuantities(text)
      .map(({ text: words, number, interval: { low, high }, family }) => {
        const ends = `${low?.open ? '(' : '['}${low?.value.toFraction() ?? '…'}, ${high?.value.toFraction() ?? '…'}${high?.open ? ')' : ']'}`;
        return `${words} ${number.toFraction()} ${ends} ${family}`.trim();
      })
      .join('; ');

  it.each([
    ['$1.2 million', '$1.2 million 1200000 [1150000, 1250000] $'],
    ['about 40%', 'about 40% 2/5 [3/10, 1/2] %'],
    ['one in five', 'one in five 1/5 [1/5, 1/5] %'],
    ['10%-20%', '10%-20% 1/10 [1/10, 1/5] %'],
    ['-4.3%', '-4.3% -43/1000 [-87/2000, -17/400] %'],
    ['为-4.3%', '-4.3% -43/1000 [-87/2000, -17/400] %'],
    ['12,345人', '12,345人 12345 [12345, 12345] 人'],
    ['１２３人', '１２３人 123 [123, 123] 人'],
    ['1710多万元', '1710多万元 17100000 (17100000, 17200000) 元'],
    ['70万多条', '70万多条 700000 (700000, 710000) 条'],
    ['3.5万余元', '3.5万余元 35000 (35000, 36000) 元'],
    ['20多家', '20多家 20 (20, 30) 家'],
    ['6900多人', '6900多人 6900 (6900, 7000) 人'],
    ['近20次', '近20次 20 (10, 20) 次'],
    ['约1.7亿元', '约1.7亿元 170000000 [160000000, 180000000] 元'],
    ['113.40%', '113.40% 567/500 [22679/20000, 22681/20000] %'],
    ['113.4%', '113.4% 567/500 [2267/2000, 2269/2000] %'],
    ['92709元', '92709元 92709 [92709, 92709] 元'],
    ['0起', '0起 0 [0, 0] 起'],
    ['100%', '100% 1 [1, 1] %'],
    ['三分之二', '三分之二 2/3 [2/3, 2/3] %'],
    ['翻两番', '两番 4 [4, 4] %'],
    ['9亿～16亿元', '9亿～16亿元 900000000 [900000000, 1600000000] 元'],
    ['more than 1,200', 'more than 1,200 1200 (1200, …]'],
    ['up to 30%', 'up to 30% 3/10 […, 3/10] %'],
    ['9时30分开会', ''],
    ['COVID-19', ''],
    ['12.5 million tonnes', '12.5 million tonnes 12500000000000 [12450000000000, 12550000000000] 克'],
    ['3–5 million km', '3–5 million km 3000000000 [3000000000, 5000000000] 米'],
    ['1.2 million yuan', '1.2 million yuan 1200000 [1150000, 1250000] 元'],
    ['5-10 people', '5-10 5 [5, 10]'],
    ['groups of 5–10 people', '5–10 5 [5, 10]'],
    ['2017年3亿元', '3亿元 300000000 [250000000, 350000000] 元'],
    ['2017年完成3亿元', '3亿元 300000000 [250000000, 350000000] 元'],
    ['2017年1月3.5亿元', '3.5亿元 350000000 [345000000, 355000000] 元'],
    ['In December 694 cases were closed', '694 694 [694, 694]'],
    ['12 December 694 cases', '694 694 [694, 694]'],
    ['In December 25% of cases', '25% 1/4 [49/200, 51/200] %'],
    ['In 2017 694 cases', '694 694 [694, 694]'],
    ['In December 2017 694 cases', '694 694 [694, 694]'],
    ['on December 31, 2017', ''],
  ])('%s is read as %s', (text, wanted) => expect(read(text)).toBe(wanted));

  it.each([
    ['12.5 million tonnes', ' million tonnes'],
    ['3 thousand km', ' thousand km'],
    ['1.7亿元', '亿元'],
    ['$1.2 million', '$ million'],
  ])('%s keeps its unit as it is written', (text, unit) => expect(parseQuantity(text)?.unit).toBe(unit));

  it('is found at exactly its place in any text, with its value', () => {
    const expressions = [
      '695处',
      '1710多万元',
      '约12万人次',
      '52.43%',
      '3,460人',
      '三分之二',
      '2.6：1',
      '近20次',
      '１２项',
    ];
    const words = fc
      .array(fc.constantFrom('学校', '工作', '稳步', '推进', '，', '。', '教育', '“', '（', '安全', '的'), {
        maxLength: 30,
      })
      .map((each) => each.join(''));
    fc.assert(
      fc.property(words, fc.constantFrom(...expressions), words, (before, expression, after) => {
        const text = `${before}，${expression}，${after}`;
        const alone = parseQuantity(expression) as Quantity;
        const start = before.length + 1;
        const found = findQuantities(text).find(({ span }) => span[0] === start);
        expect(found?.span).toEqual([start, start + expression.length]);
        expect(found?.number.equals(alone.number)).toBe(true);
      }),
      { seed },
    );
  });
});
