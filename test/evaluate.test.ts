import { Reading } from '../src/reading/reading.ts';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { resolveName } from '../src/model/references.ts';
import { printReference } from '../src/reading/print-reference.ts';
import { rules } from '../src/rules/index.ts';
import { folder, report as run } from './cli.ts';
import { sample } from './depth.ts';

type Metrics = Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;

const draft = (metrics: Metrics, more: object = {}): string =>
  JSON.stringify({
    schema: 1,
    title: '报告',
    organization: '某局',
    year: 2017,
    language: 'zh',
    summary: { sections: [{ title: '甲', body: '乙', metrics, ...more }] },
  });

const wanted = ['formulas-hold', 'tables-add-up', 'ranges-kept', 'schema', 'yaml'];
const check = (text: string, files: Readonly<Record<string, string>> = {}): ReturnType<typeof lint> =>
  lint('2017.report.yaml', text, (file) => files[file], {
    rules: rules.filter(({ id }) => wanted.includes(id)),
  });

/** What lint says of some metrics. */
const said = (metrics: Metrics, more?: object): string[] =>
  check(draft(metrics, more)).diagnostics.map(({ code }) => code);

/** The finding on a value that stands for a formula of some metrics; empty where it holds. */
const held = (value: string, formula: string, metrics: Metrics): string =>
  said({ ...metrics, 值: { value, formula } }).join(' ');

describe('a formula holds', () => {
  it.each([
    ['25项', '牵头 + 会办', { 牵头: '15项', 会办: '10项' }],
    ['99.4%', '整改 / 发现', { 整改: '691处', 发现: '695处' }],
    ['1.7亿元', '甲 + 乙', { 甲: '1.2亿元', 乙: '5000万元' }],
    ['17000万元', '甲', { 甲: '1.7亿元' }],
    ['2000元', '甲 / 乙', { 甲: '25万元', 乙: '125人' }],
    ['2000元/人', '甲 / 乙', { 甲: '25万元', 乙: '125人' }],
    ['300万元', '甲 * 乙', { 甲: '25万元', 乙: '12所' }],
    ['不低于10800元', '甲 * 12个月', { 甲: '不低于900元' }],
    ['10800元', '甲 * 12个月', { 甲: '900元/月' }],
    ['2.1个百分点', '甲 - 甲.上年值', { 甲: { value: '52.4%', previous: '50.3%' } }],
    ['0.6%', '100% - 甲', { 甲: '99.4%' }],
    ['594人次', '甲 + 乙', { 甲: '100人', 乙: '494人' }],
    ['6950人', '甲', { 甲: '6900多人' }],
    ['3项', '求和(甲, 乙)', { 甲: '1项', 乙: '2项' }],
    ['307人', '甲 - 甲.上年值', { 甲: { value: '3460人', history: { 2016: '3153人' } } }],
    ['691', '甲 - 乙', { 甲: '695', 乙: '4' }],
  ] satisfies [string, string, Metrics][])('%s = %s', (value, formula, metrics) =>
    expect(held(value, formula, metrics)).toBe(''),
  );

  it.each([
    ['differs', '26项', '牵头 + 会办', { 牵头: '15项', 会办: '10项' }],
    ['differs', '100%', '甲 / 乙', { 甲: '694处', 乙: '695处' }],
    ['differs', '0%', '甲 / 乙', { 甲: '1处', 乙: '695处' }],
    ['differs', '99.5%', '甲 / 乙', { 甲: '691处', 乙: '695处' }],
    ['differs', '6900人', '甲', { 甲: '6900多人' }],
    ['differs', '7000人', '甲', { 甲: '6900多人' }],
    ['differs', '1.9亿元', '甲 + 乙', { 甲: '1.2亿元', 乙: '5000万元' }],
    ['unit-differs', '2.1%', '甲 - 甲.上年值', { 甲: { value: '52.4%', previous: '50.3%' } }],
    ['unit-differs', '594人', '甲 + 0人次', { 甲: '594人次' }],
    ['unit-differs', '50人', '甲 * 2', { 甲: '25万元' }],
    ['units', '5人', '甲 + 乙', { 甲: '25万元', 乙: '125人' }],
    ['units', '5%', '甲 + 乙', { 甲: '25%', 乙: '2个百分点' }],
    ['zero', '5%', '甲 / 乙', { 甲: '25人', 乙: '0人' }],
    ['zero', '5%', '甲 / (乙 - 丙)', { 甲: '25人', 乙: '1.2万人', 丙: '1.2万人' }],
    ['unreadable', '5人', '甲', { 甲: '较多' }],
    ['too-large', '5', Array.from({ length: 3000 }, () => '99999').join(' * '), {}],
    ['', '5人', '甲 + 乙', { 甲: '【待填】', 乙: {} }],
  ] satisfies [string, string, string, Metrics][])(
    'or does not: %s for %s = %s',
    (code, value, formula, metrics) => expect(held(value, formula, metrics)).toBe(code),
  );

  it('with an open end: the sum of 6900多 and the rest is more than what was added with 6900', () => {
    const parts = { a: '7727人', b: '6900多人', c: '14088人', d: '494人', e: '39275人' };
    expect(held('68484人次', 'a + b + c + d + e', parts)).toBe('differs');
    expect(held('68500人次', 'a + b + c + d + e', parts)).toBe('');
  });

  it('in no circle: each is named once, with all that stand in it', () => {
    const { diagnostics } = check(
      draft({
        甲: { formula: '乙 + 1' },
        乙: { formula: '丙' },
        丙: { formula: '甲' },
        丁: { formula: '丁' },
        戊: { formula: '甲' },
      }),
    );
    expect(diagnostics.map(({ message }) => message.zh)).toEqual([
      '算式互相引用，无从算起：甲 → 乙 → 丙 → 甲',
      '算式互相引用，无从算起：丁 → 丁',
    ]);
  });
});

describe('a computed metric prints', () => {
  const printed = (name: string, metrics: Metrics, language = 'zh'): string | undefined => {
    const { reading } = check(draft(metrics).replace('"language":"zh"', `"language":"${language}"`));
    return reading && printReference(resolveName(name, reading.names), reading, undefined);
  };
  const now = { value: '3460人', previous: '3153人' };

  it.each([
    ['整改率', '99.4%', { 整改率: { formula: '整改 / 发现' }, 整改: '691处', 发现: '695处' }],
    ['整改率', '99.999%', { 整改率: { formula: '整改 / 发现' }, 整改: '99999处', 发现: '100000处' }],
    ['整改率', '75%', { 整改率: { formula: '整改 / 发现' }, 整改: '3处', 发现: '4处' }],
    ['和', '1.5亿元', { 和: { formula: '甲 + 乙' }, 甲: '1.2亿元', 乙: '3000万元' }],
    ['和', '超过7394人', { 和: { formula: '甲 + 乙' }, 甲: '6900多人', 乙: '494人' }],
    ['和', '约2.0亿元', { 和: { formula: '甲 + 乙' }, 甲: '约1.7亿元', 乙: '3000万元' }],
    ['均', '约2000元/人', { 均: { formula: '甲 / 乙' }, 甲: '25万元', 乙: '125人' }],
    ['甲.增减', '增加307人', { 甲: now }],
    ['甲.增幅', '增长9.7%', { 甲: now }],
    ['甲.增减', '减少307人', { 甲: { value: '3153人', previous: '3460人' } }],
    ['甲.增幅', '下降8.9%', { 甲: { value: '3153人', previous: '3460人' } }],
    ['甲.增减', '提高2.1个百分点', { 甲: { value: '52.4%', previous: '50.3%' } }],
    ['甲.增减', '与上年持平', { 甲: { value: '3人', previous: '3人' } }],
    ['甲.增幅', undefined, { 甲: { value: '3人', previous: '0人' } }],
    ['甲.增减', undefined, { 甲: { value: '3人', previous: '3万元' } }],
  ] satisfies [string, string | undefined, Metrics][])('%s: %s', (name, text, metrics) =>
    expect(printed(name, metrics)).toBe(text),
  );

  it.each([
    [
      'cost',
      '$2.27',
      { cost: { formula: 'spending / journeys' }, spending: '$14.2 million', journeys: '6,255,500' },
    ],
    ['journeys.change', 'increased by 257,800', { journeys: { value: '6,255,500', previous: '5,997,700' } }],
    ['journeys.growth', 'grew by 4.3%', { journeys: { value: '6,255,500', previous: '5,997,700' } }],
    ['rate.change', 'rose by 0.8 percentage points', { rate: { value: '91.2%', previous: '90.4%' } }],
    ['rate.change', 'unchanged from the previous year', { rate: { value: '91.2%', previous: '91.2%' } }],
  ] satisfies [string, string, Metrics][])('in English %s: %s', (name, text, metrics) =>
    expect(printed(name, metrics, 'en')).toBe(text),
  );
});

describe('totals', () => {
  const table = (rows: object, totals: string): object => ({
    tables: { 表: { columns: ['甲', '乙', '总计'], rows, totals } },
  });
  it.each([
    ['', { 一: ['1人', '2人', '3人'], 二: ['1人', '/', '1人'] }, 'rows'],
    ['differs', { 一: ['1人', '2人', '4人'] }, 'rows'],
    ['missing', { 一: ['1人', '2人', ''] }, 'rows'],
    ['text', { 一: ['1人', '2人', '好'] }, 'rows'],
    ['units', { 一: ['1人', '2万元', '3人'] }, 'rows'],
    ['', { 一: ['1.2亿元', '2.3亿元', '3.6亿元'] }, 'rows'],
    ['differs', { 一: ['1.2亿元', '2.3亿元', '3.7亿元'] }, 'rows'],
    ['', { 一: ['90%', '33.3%', '好'], 二: ['100%', '66.7%', '好'], 三: ['95%', '100%', '好'] }, 'columns'],
    ['cell', { 一: ['1人', '3人', '3人'], 二: ['1人', '2人', '3人'], 三: ['2人', '4人', '6人'] }, 'both'],
    ['cell', { 一: ['1人', '2人', '3人'], 二: ['1人', '2人', '3人'], 三: ['2人', '4人', '7人'] }, 'both'],
    [
      'differs differs',
      { 一: ['1人', '2人', '4人'], 二: ['1人', '2人', '4人'], 三: ['2人', '4人', '6人'] },
      'rows',
    ],
  ] satisfies [string, object, string][])('%s', (codes, rows, totals) =>
    expect(said({}, table(rows, totals)).join(' ')).toBe(codes),
  );
});

describe('a table in a CSV file', () => {
  const open = (csv: string, metrics: Metrics = {}): ReturnType<typeof lint> =>
    check(draft(metrics, { tables: { 表: { file: 'data/t.csv', totals: 'rows' } } }), { 'data/t.csv': csv });

  it('stands like one in the draft, its rows in their order, and is held to its totals at the key of the file', () => {
    const { report, diagnostics } = open('\uFEFF级别,甲,总计,\r\n2016,1人,1人,\r\n2015,"1,200人",3人\r\n', {
      值: { value: '5人', formula: '表.2016.甲 * 2' },
    });
    expect(report?.tables[0]?.rows.map(([name]) => name)).toEqual(['2016', '2015']);
    expect(diagnostics.map(({ code, message }) => [code, message.zh])).toEqual([
      ['differs', '值应为2人，写作5人'],
      ['differs', '“2015”一行合计应为1200人，写作3人，少1197人'],
    ]);
    expect(diagnostics[1]?.related[0]?.message).toEqual({
      en: 'line 3 of data/t.csv',
      zh: 'data/t.csv第3行',
    });
  });

  it.each([
    ['csv-empty', '级别,甲\n', 1],
    ['csv-quote', '级别,甲\n一,"1人\n', 2],
    ['csv-ragged', '级别,甲,总计\n一,1人,1人\n二,1人\n三,1人\n', 3],
    ['csv-ragged', '级别,甲\n一,"甲\n乙"\n二,1人,2人\n', 4],
    ['csv-twice', '级别,甲\n一,1人\n一,2人\n', 3],
    ['csv-nameless', '级别,甲\n一,1人\n,2人\n', 3],
  ])('with a mistake has one finding, with its line: %s', (code, csv, line) => {
    const { diagnostics } = open(csv);
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
    if (code !== 'csv-empty') expect(diagnostics[0]?.message.zh).toContain(`第${line}行`);
  });
});

// a draft may have 3,000
const COUNT = sample(2900, 0.7);

describe('thousands of metrics', () => {
  const chain = (count: number): Metrics =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `m${index}`,
        index === 0 ? '1项' : { formula: `m${index - 1} + 1项` },
      ]),
    );
  const open = (metrics: Metrics): NonNullable<ReturnType<typeof lint>['report']> => {
    const { report } = lint('2017.report.yaml', draft(metrics), () => undefined, { rules: [] });
    if (report === undefined) throw new Error('there is no report');
    return report;
  };

  it('each on the one before, are computed without overflow', () => {
    const report = open(chain(COUNT));
    const last = report.metrics.at(-1);
    expect(last && new Reading(report).figures.print(last, undefined)).toBe(`${COUNT}项`);
  });

  it('in one sum, are added without overflow', () => {
    const parts = Object.fromEntries(Array.from({ length: COUNT }, (_, index) => [`m${index}`, '1项']));
    const formula = Object.keys(parts).join(' + ');
    expect(said({ ...parts, 和: { value: `${COUNT}项`, formula } })).toEqual([]);
    expect(said({ ...parts, 和: { value: `${COUNT + 1}项`, formula } })).toEqual(['differs']);
  });
});

describe('a table in a CSV file on disk', () => {
  it('may be in GB18030, as spreadsheets write it', async () => {
    const cwd = folder({
      // 级别,甲,总计 / 省级,1人,2人
      'data/t.csv': Buffer.from('bcb6b1f02cbcd72cd7dcbcc60d0acaa1bcb62c31c8cb2c32c8cb0d0a', 'hex'),
      '2017.report.yaml': draft({}, { tables: { 表: { file: 'data/t.csv', totals: 'rows' } } }),
    });
    const { stdout, code } = await run(cwd, ['lint', '--lang', 'zh']);
    expect(stdout).toContain('“省级”一行合计应为1人，写作2人，多1人');
    expect(code).toBe(1);
    const rendered = await run(cwd, ['render', '--draft', '2017.report.yaml']);
    expect(rendered.stdout).toContain('| 省级 | 1人 | 2人 |');
  });
});
