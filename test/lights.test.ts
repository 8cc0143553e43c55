import { Reading } from '../src/reading/reading.ts';
import { describe, expect, it } from 'vitest';
import { printPeriod } from '../src/dates/print-period.ts';
import type { LedgerRow } from '../src/ledger/ledger-row.ts';
import { ledgerOf, type LedgerDraft } from '../src/ledger/status.ts';
import { openReport } from '../src/lint/open.ts';
import { openPrevious } from '../src/lint/previous.ts';

const head = (year: number): string => `格式: 1\n标题: 报告\n编制单位: 某局\n年度: ${year}\n`;
const draftOf = (file: string, files: Readonly<Record<string, string>>): LedgerDraft => {
  const read = (name: string): string | undefined => files[name];
  const { report, problems, sources } = openReport(file, files[file] ?? '', read);
  if (report === undefined) throw new Error('no report');
  expect(problems).toEqual([]);
  const previous = openPrevious(report, read);
  const before = previous.report && new Reading(previous.report);
  return { reading: new Reading(report, { before }), sources: new Map([...previous.sources, ...sources]) };
};

/** The one target of a draft on 2018, given during the year, with its result. */
function rowOf(
  target: string,
  result: string | undefined,
  on: string,
  { days = 30, stale = 0, metric = '' } = {},
): LedgerRow {
  const answered = result === undefined ? '' : `      完成情况: { 事项: ${result} }\n`;
  const text = `${head(2018)}总结:\n  章节:\n    - 标题: 工作\n${metric}      目标: { 事项: ${target} }\n${answered}`;
  const [row, ...more] = ledgerOf([draftOf('2018.report.yaml', { '2018.report.yaml': text })], {
    on,
    days,
    stale,
  });
  expect(more).toEqual([]);
  return row as LedgerRow;
}
const said = ({ light, reasons }: LedgerRow): string => [light, ...reasons.map(({ code }) => code)].join(' ');
const progress = (...entries: string[]): string =>
  `{ 结果: 进行中, 进展: [${entries.map((entry) => `{ ${entry} }`).join(', ')}] }`;

describe('a light by its due date', () => {
  it.each([
    ['31 days before the end of a month', '{ 完成时限: 2018-07 }', '2018-06-30', 'green on-course silent'],
    ['30 days before', '{ 完成时限: 2018-07 }', '2018-07-01', 'yellow due-soon silent'],
    ['on the last day', '{ 完成时限: 2018-07 }', '2018-07-31', 'yellow due-soon silent'],
    ['the day after', '{ 完成时限: 2018-07 }', '2018-08-01', 'red overdue silent'],
    ['a quarter on its last day', '{ 完成时限: 2018年第三季度 }', '2018-09-30', 'yellow due-soon silent'],
    ['a quarter that is over', '{ 完成时限: 2018年第三季度 }', '2018-10-01', 'red overdue silent'],
    ['none written, in the year', '{ 内容: 建成 }', '2018-11-30', 'green on-course silent'],
    ['none written, 30 days before the year ends', '{ 内容: 建成 }', '2018-12-01', 'yellow due-soon silent'],
    ['none written, after the year', '{ 内容: 建成 }', '2019-01-01', 'red overdue silent'],
  ])('%s', (_, target, on, expected) => expect(said(rowOf(target, undefined, on))).toBe(expected));

  it('turns yellow as early as is asked', () => {
    const target = '{ 完成时限: 2018-07-31 }';
    expect(said(rowOf(target, undefined, '2018-07-30', { days: 0 }))).toBe('green on-course silent');
    expect(said(rowOf(target, undefined, '2018-07-31', { days: 0 }))).toBe('yellow due-soon silent');
    expect(said(rowOf(target, undefined, '2018-05-02', { days: 90 }))).toBe('yellow due-soon silent');
  });

  it('says how many days, in both languages', () => {
    const reasons = (on: string): unknown => rowOf('{ 完成时限: 2018-07-31 }', '进行中', on).reasons[0];
    expect(reasons('2018-08-15')).toMatchObject({ zh: '超期15天', en: 'overdue by 15 days' });
    expect(reasons('2018-08-01')).toMatchObject({ zh: '超期1天', en: 'overdue by 1 day' });
    expect(reasons('2018-07-31')).toMatchObject({ zh: '当日到期', en: 'due this day' });
    expect(reasons('2018-07-21')).toMatchObject({ zh: '还有10天到期', en: 'due in 10 days' });
  });

  it('goes by the date in force, from the day it was revised', () => {
    const result =
      '{ 结果: 进行中, 调整: [{ 完成时限: 2018-11, 日期: 2018-07-10, 批准: 局务会, 原因: 图纸变更 }] }';
    const row = rowOf('{ 完成时限: 2018-07 }', result, '2018-08-15');
    expect(said(row)).toBe('green on-course silent revised');
    expect(row.reasons.at(-1)).toMatchObject({
      zh: '完成时限由2018年7月调整为2018年11月',
      en: 'due date moved from July 2018 to November 2018',
    });
    expect(said(rowOf('{ 完成时限: 2018-06 }', result, '2018-07-09'))).toBe('red overdue silent');
  });
});

describe('a light by milestones', () => {
  const target = '{ 完成时限: 2018-12, 节点: [{ 完成时限: 2018-03, 内容: 完成桩基 }] }';
  it.each([
    ['on its last day', '2018-03-31', progress('日期: 2018-02-10, 说明: 平整场地'), 'green on-course'],
    ['the day after', '2018-04-01', progress('日期: 2018-02-10, 说明: 平整场地'), 'yellow milestone'],
    ['that nothing is noted of', '2018-04-01', '进行中', 'yellow milestone silent'],
    ['that is noted', '2018-04-01', progress('日期: 2018-03-28, 说明: 完成桩基'), 'green on-course'],
    [
      'that is noted in another order',
      '2018-04-01',
      progress('日期: 2018-03-28, 说明: 桩基全部完成'),
      'green on-course',
    ],
    [
      'that is noted early',
      '2018-04-01',
      progress('日期: 2018-01-28, 说明: 提前完成桩基'),
      'green on-course',
    ],
    [
      'that is noted late, before',
      '2018-04-10',
      progress('日期: 2018-04-20, 说明: 完成桩基'),
      'yellow milestone silent',
    ],
    [
      'that is noted late, since',
      '2018-04-20',
      progress('日期: 2018-04-20, 说明: 完成桩基'),
      'green on-course',
    ],
    ['that is denied', '2018-04-01', progress('日期: 2018-03-28, 说明: 桩基尚未完成'), 'yellow milestone'],
    [
      'beside something else that is denied',
      '2018-04-01',
      progress('日期: 2018-03-28, 说明: 桩基已完成，征地未完成'),
      'green on-course',
    ],
  ])('%s', (_, on, result, expected) => expect(said(rowOf(target, result, on))).toBe(expected));

  it('holds a figure in the goal against what was reached', () => {
    const money = '{ 完成时限: 2018-12, 节点: [{ 完成时限: 2018-Q1, 内容: 完成投资0.5亿元 }] }';
    expect(said(rowOf(money, progress('日期: 2018-03-31, 数值: 5000万元'), '2018-04-10'))).toBe(
      'green on-course',
    );
    expect(said(rowOf(money, progress('日期: 2018-03-31, 数值: 4000万元'), '2018-04-10'))).toBe(
      'yellow milestone',
    );
    expect(said(rowOf(money, progress('日期: 2018-03-31, 数值: 5000人'), '2018-04-10'))).toBe(
      'yellow milestone',
    );
  });

  it('without a goal asks for any entry since its time began', () => {
    const bare = '{ 完成时限: 2018-12, 节点: [{ 完成时限: 2018-03 }] }';
    expect(said(rowOf(bare, progress('日期: 2018-02-28, 说明: 招标'), '2018-04-10'))).toBe(
      'yellow milestone',
    );
    expect(said(rowOf(bare, progress('日期: 2018-03-01, 说明: 招标'), '2018-04-10'))).toBe('green on-course');
  });
});

describe('a light by progress', () => {
  // a hundred days, of which 19 February is the fiftieth
  const hundred = (more: string): string => `{ 完成时限: 2018-04-10, ${more} }`;
  const value = (text: string, date = '2018-02-01'): string => progress(`日期: ${date}, 数值: ${text}`);
  it.each([
    ['ten points behind', '目标值: 100件', '40件', '2018-02-19', 'green on-course'],
    ['eleven points behind', '目标值: 100件', '39件', '2018-02-19', 'yellow behind'],
    ['a day later', '目标值: 100件', '40件', '2018-02-20', 'yellow behind'],
    ['ahead of the time', '目标值: 100件', '80件', '2018-02-19', 'green on-course'],
    ['at the level', '目标值: 100件', '100件', '2018-02-19', 'green on-course reached'],
    ['in another scale', '目标值: 2亿元', '7900万元', '2018-02-19', 'yellow behind'],
    ['in another unit', '目标值: 100件', '10人', '2018-02-19', 'green on-course'],
    ['without a level', '内容: 建成', '10人', '2018-02-19', 'green on-course'],
    ['without a number', '目标值: 100件', '数十件', '2018-02-19', 'green on-course'],
    ['before the year', '目标值: 100件', '0件', '2017-12-31', 'green on-course ahead silent'],
    ['from a baseline, ten points behind', '目标值: 60%, 基数: 48%', '51%', '2018-02-04', 'green on-course'],
    ['from a baseline, more', '目标值: 60%, 基数: 48%', '51%', '2018-02-05', 'yellow behind'],
    [
      'down from a baseline, ten points behind',
      '目标值: 3%以内, 基数: 5%',
      '4.5%',
      '2018-02-04',
      'green on-course',
    ],
    ['down from a baseline, more', '目标值: 3%以内, 基数: 5%', '4.5%', '2018-02-05', 'yellow behind'],
    ['below a ceiling', '目标值: 3%以内', '2.9%', '2018-02-19', 'green on-course reached'],
    ['beyond a ceiling', '目标值: 3%以内', '3.1%', '2018-02-19', 'yellow beyond'],
  ])('%s', (_, target, reached, on, expected) => {
    const { light, reasons } = rowOf(hundred(target), value(reached), on);
    // before the year nothing is noted yet
    expect([light, ...reasons.map(({ code }) => code)]).toEqual(
      expected.replace('ahead silent', 'ahead').split(' '),
    );
  });

  it('says progress beside time', () => {
    const [plain] = rowOf(hundred('目标值: 100件'), value('39件'), '2018-02-19').reasons;
    expect(plain).toMatchObject({
      zh: '39件为目标值的39%，时间已过50%',
      en: '39件 is 39% of 100件, 50% of the time has passed',
    });
    const [based] = rowOf(hundred('目标值: 60%, 基数: 48%'), value('51%'), '2018-02-19').reasons;
    expect(based).toMatchObject({
      zh: '由基数48%到目标值60%，51%走完25%，时间已过50%',
      en: '51% is 25% of the way from 48% to 60%, 50% of the time has passed',
    });
  });

  it('stays red when the level is reached but the outcome is not recorded', () =>
    expect(said(rowOf(hundred('目标值: 100件'), value('100件'), '2018-04-11'))).toBe('red overdue reached'));

  it('goes by the direction of the metric', () => {
    const metric = '      指标: { 事项: { 数值: 45起, 方向: 越低越好, 截至: 2018-02-10 } }\n';
    expect(said(rowOf(hundred('目标值: 40起'), undefined, '2018-02-19', { metric }))).toBe('yellow beyond');
    expect(said(rowOf(hundred('目标值: 50起'), undefined, '2018-02-19', { metric }))).toBe(
      'green on-course reached',
    );
  });

  it('takes the latest figure, whatever the order in the draft', () => {
    const row = rowOf(
      hundred('目标值: 100件'),
      progress('日期: 2018-02-10, 数值: 60件', '日期: 2018-01-10, 数值: 10件, 说明: 起步'),
      '2018-02-19',
    );
    expect(row).toMatchObject({ value: '60件', date: '2018-02-10', share: '60%', note: '' });
  });

  it('looks back from an earlier day without what came later', () => {
    const target = hundred('目标值: 100件');
    const result =
      '{ 结果: 完成, 日期: 2018-03-20, 完成值: 100件, 进展: [{ 日期: 2018-02-01, 数值: 39件 }, { 日期: 2018-03-01, 数值: 90件 }] }';
    expect(rowOf(target, result, '2018-02-19')).toMatchObject({
      light: 'yellow',
      value: '39件',
      outcome: 'pending',
    });
    expect(rowOf(target, result, '2018-03-19')).toMatchObject({
      light: 'yellow',
      value: '90件',
      outcome: 'pending',
    });
    expect(rowOf(target, result, '2018-03-20')).toMatchObject({
      light: 'closed',
      value: '100件',
      outcome: 'met',
      closedOn: '2018-03-20',
    });
    const undated = result.replace('日期: 2018-03-20, ', '');
    expect(rowOf(target, undated, '2018-02-19')).toMatchObject({
      light: 'yellow',
      value: '39件',
      outcome: 'pending',
    });
    expect(rowOf(target, undated, '2018-03-01')).toMatchObject({ light: 'closed', value: '100件' });
    const metric = '      指标: { 事项: 100件 }\n';
    expect(rowOf(target, undated.replace('完成值: 100件, ', ''), '2018-02-19', { metric })).toMatchObject({
      light: 'yellow',
      value: '39件',
    });
  });
});

describe('printPeriod', () => {
  it.each([
    ['2018-07-05', '2018年7月5日', '5 July 2018'],
    ['2018-11', '2018年11月', 'November 2018'],
    ['2018-Q3', '2018年第三季度', 'Q3 2018'],
    ['2018-H1', '2018年上半年', 'H1 2018'],
    ['2018', '2018年', '2018'],
    ['2018年底', '2018年底', 'end of 2018'],
    ['FY2018', '2018年度', 'FY2018'],
    ['FY2018-Q3', '2018年度第三季度', 'Q3 FY2018'],
    ['H1 FY2018', '2018年度上半年', 'H1 FY2018'],
    ['end of June 2018', '2018年6月底', 'end of June 2018'],
    ['Sept 30, 2018', '2018年9月30日', '30 September 2018'],
    ['2018年6月上旬', '2018年6月上旬', 'early June 2018'],
    ['2018年前三季度', '2018年前三季度', 'first three quarters of 2018'],
    ['by 30 June 2018', 'by 30 June 2018', 'by 30 June 2018'],
    ['', '', ''],
  ])('%s', (written, zh, en) =>
    expect([printPeriod(written, 'zh'), printPeriod(written, 'en')]).toEqual([zh, en]),
  );
});

describe('the ledger of several years', () => {
  const plan = (targets: string): string =>
    `计划:\n  章节:\n    - 标题: 打算\n      牵头: 办公室\n      目标:\n${targets}`;
  const last =
    head(2017) +
    plan(
      '        围墙: 3处\n        大楼: { 目标值: 100间, 完成时限: 2019 }\n        校车: 20辆\n        食堂: {}\n',
    );
  const now = `${head(2018)}上年: 2017.report.yaml
总结:
  章节:
    - 标题: 工作
      完成情况:
        围墙: { 结果: 完成, 日期: 2018-05-01 }
        大楼: { 结果: 进行中, 进展: [{ 日期: 2018-06-01, 数值: 40间 }] }
        校车: { 结果: 进行中, 完成时限: 2018, 调整: [{ 完成时限: 2019-06, 日期: 2018-12-01, 批准: 局务会, 原因: 采购流标 }] }
${plan('        大楼: { 目标值: 100间, 完成时限: 2019 }\n        操场: 1个\n')}`;
  const next = `${head(2019)}上年: 2018.report.yaml
总结:
  章节:
    - 标题: 工作
      完成情况: { 大楼: { 结果: 进行中, 目标值: 100间, 完成时限: 2019 } }
`;
  const files = { '2017.report.yaml': last, '2018.report.yaml': now, '2019.report.yaml': next };
  const listed = (names: readonly string[], on: string): string[] =>
    ledgerOf(
      names.map((name) => draftOf(`${name}.report.yaml`, files)),
      { on, days: 30, stale: 0 },
    ).map((row) => `${row.file.slice(0, 4)} ${row.id} ${said(row)}`);

  it('lists a plan by itself', () =>
    expect(listed(['2017'], '2018-02-01')).toEqual([
      '2017 围墙 green on-course silent',
      '2017 大楼 green on-course silent',
      '2017 校车 green on-course silent',
      '2017 食堂 green on-course silent',
    ]));

  it('lists once what the next draft answers, leaves open or plans again', () => {
    const expected = [
      '2018 围墙 closed',
      '2018 大楼 green on-course',
      '2018 校车 green on-course silent revised',
      '2017 食堂 yellow due-soon unanswered',
    ];
    expect(listed(['2017', '2018'], '2018-12-15')).toEqual(
      expected.map((line) => line.replace('ahead silent', 'ahead')),
    );
    expect(listed(['2018', '2017'], '2018-12-15')).toEqual(listed(['2018'], '2018-12-15'));
  });

  it('lists in the last of three years what is still open, and from when it was open', () => {
    expect(listed(['2017', '2018', '2019'], '2019-03-01')).toEqual([
      '2018 围墙 closed',
      '2017 食堂 red overdue unanswered',
      '2019 大楼 yellow behind',
      '2018 校车 green on-course unanswered revised',
      '2018 操场 green on-course unanswered',
    ]);
  });

  it('leaves the earlier draft in charge until the year of the later begins', () => {
    const of = (on: string): string[] => listed(['2018', '2019'], on).filter((line) => line.includes('大楼'));
    expect(of('2018-12-31')).toEqual(['2018 大楼 green on-course']);
    expect(of('2019-01-01')).toEqual(['2019 大楼 yellow behind']);
  });
});
