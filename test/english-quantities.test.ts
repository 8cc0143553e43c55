import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Fraction from '../src/quantity/value/fraction.ts';
import { describe, expect, it } from 'vitest';
import { dimensionOf, dimensionText } from '../src/quantity/value/dimension.ts';
import { speltFigures } from '../src/quantity/scan/english-number.ts';
import { plural, singular, unitFor } from '../src/quantity/value/noun.ts';
import { parseQuantity } from '../src/quantity/scan/scan.ts';

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
  it.each(rows.map((row) => row.split('\t') as [string, ...string[]]))(
    '%s',
    (text, number = '', high = '', unit = '', kind = '', qualifier = '') => {
      const wanted =
        qualifier === 'none'
          ? 'none'
          : [new Fraction(number).toString(), high, unit, kind, qualifier].join(' | ');
      expect(told(text)).toBe(wanted);
    },
  );
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

  it.each([
    ['4.45', 'out of 5', 'out of 5'],
    ['96.7', 'percent', 'percent'],
    ['34', 'patients a day', 'patients a day'],
    ['1', 'patients a day', 'patient a day'],
    ['1,200', 'head of cattle', 'head of cattle'],
    ['40', 'miles of pipe', 'miles of pipe'],
    ['1', 'miles of pipe', 'mile of pipe'],
    ['80', 'elk', 'elk'],
  ])('go with a number: %s %s', (number, unit, printed) => {
    expect(unitFor(number, unit)).toBe(printed);
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

describe('Chinese values with what they count', () => {
  it.each([
    ['25棵树', '棵'],
    ['30袋大米', '袋'],
    ['120台电脑', '台'],
    ['5个孩子', '个'],
    ['12只羊', '只'],
    ['15个文明村', '个'],
    ['45本书', '本'],
    ['15瓶水', '瓶'],
    ['6座桥梁', '座'],
    ['2艘渔船', '艘'],
    ['28名教师', '人'],
    ['150户家庭', '户'],
    ['18头牛', '头'],
    ['5所小学', '所'],
    ['12家企业', '家'],
    ['30张床位', '张'],
    ['45例病例', '例'],
    ['3个班级', '个'],
    ['3万立方米污水', '立方米'],
    ['1.2万吨二氧化碳当量', 'CO2e'],
    ['300吨标准煤', '吨标准煤'],
    ['60摄氏度', '°C'],
    ['12英寸', '米'],
    ['3.5吉瓦', '千瓦'],
    ['600毫升', '立方米'],
    ['30分贝', '分贝'],
    ['2000卷', '卷'],
    ['12盘录像', '盘录像'],
    ['90分', '分'],
    ['4.2分', '分'],
    ['56万标箱', '标箱'],
    ['1200标准箱', '标准箱'],
    ['2.3万客', '客'],
    ['4.5万农户', '农户'],
    ['100工时', '工时'],
    ['12人月', '人'],
    ['4600公斤', '克'],
    ['3台次', '台次'],
    ['25人/平方公里', '人'],
    ['60小时/人', '小时'],
    ['3项未完成', ''],
    ['20万元经费', ''],
    ['25个和30个', ''],
    ['2亿元和3亿元', ''],
    ['若干', ''],
  ])('%s counts %s', (text, family) => expect(parseQuantity(text)?.family ?? '').toBe(family));
});
