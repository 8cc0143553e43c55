import { Reading } from '../src/reading/reading.ts';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { commitmentsOf, type Commitment } from '../src/chain/commitments.ts';
import { reaches } from '../src/quantity/value/levels.ts';
import { parseQuantity } from '../src/quantity/scan/scan.ts';
import type { Report } from '../src/model/report.ts';

const draft = (year: number, rest: string): string =>
  `格式: 1\n标题: 报告\n编制单位: 某局\n年度: ${year}\n${rest}`;
const reportOf = (text: string): Report => {
  const { report, diagnostics } = lint('a.report.yaml', text, () => undefined, { rules: [] });
  expect(diagnostics).toEqual([]);
  return report as Report;
};

const last = draft(
  2017,
  `总结:
  章节:
    - 标题: 校园
      目标:
        围墙: { 目标值: 3处, 完成时限: 2017-06 }
        灯光: 5处
      完成情况:
        灯光: 完成
计划:
  章节:
    - 标题: 建设
      牵头: 基建科
      目标:
        封顶: { 完成时限: 2018-07 }
        投资: { 目标值: 2亿元, 牵头: 财务科 }
        能耗: { 目标值: 3%以内 }
`,
);
const now = draft(
  2018,
  `总结:
  章节:
    - 标题: 建设
      指标:
        能耗: 2.8%
      目标:
        车棚: 2个
      完成情况:
        封顶: { 结果: 完成, 日期: 2018-06-28 }
        投资: { 结果: 部分完成, 目标值: 2亿元, 完成值: 1.8亿元, 原因: 征地延后, 调整: [{ 目标值: 1.9亿元, 完成时限: 2019-03 }] }
        能耗: 完成
        旧账: { 结果: 进行中, 完成时限: 2018-H1 }
计划:
  章节:
    - 标题: 明年
      目标: { 校车: 20辆 }
`,
);

const shown = ({ id, set, level, due, lead, actual, direction }: Commitment): unknown[] => [
  id,
  set,
  level?.text,
  due.last,
  due.implied,
  lead,
  actual?.text,
  direction,
];

describe('commitmentsOf', () => {
  it('joins what was promised to what came of it', () =>
    expect(
      commitmentsOf(new Reading(reportOf(now), { before: new Reading(reportOf(last)) })).map(shown),
    ).toEqual([
      ['封顶', 'earlier', undefined, '2018-07-31', false, '基建科', undefined, 'higher'],
      ['投资', 'earlier', '1.9亿元', '2019-03-31', false, '财务科', '1.8亿元', 'higher'],
      ['能耗', 'earlier', '3%以内', '2018-12-31', true, '基建科', '2.8%', 'lower'],
      ['旧账', 'earlier', undefined, '2018-06-30', false, undefined, undefined, 'higher'],
      ['车棚', 'during', '2个', '2018-12-31', true, undefined, undefined, 'higher'],
      ['校车', 'next', '20辆', '2019-12-31', true, undefined, undefined, 'higher'],
      ['围墙', 'earlier', '3处', '2017-06-30', false, undefined, undefined, 'higher'],
    ]));

  it('does without last year’s report', () =>
    expect(
      commitmentsOf(new Reading(reportOf(now))).map(({ id, set, target }) => [id, set, target?.id]),
    ).toEqual([
      ['封顶', 'earlier', undefined],
      ['投资', 'earlier', undefined],
      ['能耗', 'earlier', undefined],
      ['旧账', 'earlier', undefined],
      ['车棚', 'during', '车棚'],
      ['校车', 'next', '校车'],
    ]));
});

describe('reaches', () => {
  it.each([
    ['2亿元', '2亿元', true],
    ['1.8亿元', '2亿元', false],
    ['19600万元', '2亿元', false],
    ['2.3亿元', '2亿元', true],
    ['59.9%', '60%以上', false],
    ['60%', '60%以上', true],
    ['1所', '1—2所', true],
    ['3所', '1—2所', true],
    ['0所', '1—2所', false],
    ['3.1%', '3%以内', false],
    ['2.9%', '3%以内', true],
    ['约2亿元', '2亿元', true],
    ['$1.3 million', 'at least $1.2 million', true],
    ['695处', '2亿元', undefined],
  ] as const)('%s against %s', (actual, level, expected) =>
    expect(reaches(parseQuantity(actual)!, parseQuantity(level)!)).toBe(expected),
  );
});
