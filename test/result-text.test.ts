import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';

/** What is said of a result that reached 18 of 20, in a section with some text. */
function found(
  body: string,
  result = '{ 结果: 部分完成, 目标值: 20个, 完成值: 18个, 原因: 改建, 措施: 明年补评 }',
  id = '教育强镇复评',
): string[] {
  const text = `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2018\n总结:\n  章节:\n    - 标题: 督导\n      正文: ${body}\n      完成情况:\n        ${id}: ${result}\n`;
  return onOutcomes(text);
}
function foundEn(
  body: string,
  result = '{ outcome: partly, level: 20, actual: 18, reason: Two schools were closed., remedy: They are seen in March. }',
  id = 'inspections',
): string[] {
  return onOutcomes(
    `schema: 1\ntitle: Report\norganization: Agency\nyear: 2018\nsummary:\n  sections:\n    - title: Schools\n      body: ${body}\n      results:\n        ${id}: ${result}\n`,
  );
}
const onOutcomes = (text: string): string[] =>
  lint('2018.report.yaml', text, () => undefined, { today: '2019-01-20' })
    .diagnostics.filter(({ rule }) => rule === 'outcomes-agree')
    .map(({ severity, message, range }) => `${severity} ${range.start.line} ${message.zh}`);

describe('a text beside the result of its section', () => {
  it.each([
    ['全年完成教育强镇复评88个，另有2个推迟。', '88个'],
    ['到期复评20个，全年完成教育强镇复评10个。', '10个'],
    ['教育强镇复评17个。', '17个'],
    ['全市实现教育强镇复评81个，质量有保证。', '81个'],
    ['本年度教育强镇复评共19个，均已公示。', '19个'],
  ])('that says another figure of it is found: %s', (body, said) =>
    expect(found(body)).toEqual([`error 8 “教育强镇复评”正文写作${said}，完成情况里是18个`]),
  );

  it.each([
    ['88 of 20 inspections were done.', '88'],
    ['The team completed 15 of the 20 inspections.', '15'],
    ['Inspections reached 81 in all.', '81'],
  ])('in English too: %s', (body, said) =>
    expect(foundEn(body).join()).toContain(`正文写作${said}，完成情况里是18`),
  );

  it.each([
    '全年完成教育强镇复评18个，另有2个推迟。',
    '上半年完成教育强镇复评9个，下半年完成9个。',
    '上半年完成教育强镇复评9个，其余正在进行。',
    '截至6月底，教育强镇复评7个。',
    '2017年完成教育强镇复评11个，今年继续推进。',
    '去年教育强镇复评11个。',
    '计划完成教育强镇复评20个，因改建推迟。',
    '省级教育强镇复评5个。',
    '其中教育强镇复评12个已公示。',
    '教育强镇复评专家15人到位。',
    '幼儿园督导评估326所，教育强镇复评顺利。',
    '首批教育强镇复评6个通过。',
    '近三年累计完成教育强镇复评41个。',
    '未完成教育强镇复评2个。',
    '教育强镇复评增加3个。',
    '教育强镇复评8个，教育强镇复评10个，分两批公示。',
    '教育强镇复评十八个。',
  ])('that speaks of something else, or of the same figure, is not: %s', (body) =>
    expect(found(body)).toEqual([]),
  );

  it.each([
    'Of the 20 inspections planned, 18 were done.',
    'The team completed 18 of 20 inspections.',
    '5 of 20 inspectors left during the year.',
    'By June, inspections had reached 9.',
    'Inspections reached 11 in 2017.',
    'School inspections reached 31.',
    'The target was inspections of 20 schools.',
    'In the first half, inspections reached 9.',
  ])('nor in English: %s', (body) => expect(foundEn(body)).toEqual([]));

  it('is held against the last progress where no actual is given', () => {
    const progress = (outcome: string): string =>
      `{ 结果: ${outcome}, 目标值: 20个, 完成时限: 2019, 进展: [{ 日期: 2018-06, 数值: 9个 }, { 日期: 2018-12, 数值: 18个 }] }`;
    expect(found('全年完成教育强镇复评88个。', progress('进行中'))).toEqual([
      'warning 8 “教育强镇复评”正文写作88个，完成情况里是18个',
    ]);
    expect(found('教育强镇复评9个在上半年完成。', progress('进行中'))).toEqual([]);
    expect(found('完成教育强镇复评18个。', progress('进行中'))).toEqual([]);
  });
});

describe('what was reached beside its last progress', () => {
  const result = (actual: string, rest: string): string =>
    `{ 结果: 部分完成, 目标值: 20个, 完成值: ${actual}, 原因: 改建, 措施: 明年补评, ${rest} }`;

  it('is not less', () => {
    expect(
      found(
        '教育强镇复评顺利。',
        result('10个', '进展: [{ 日期: 2018-07, 数值: 9个 }, { 日期: 2018-12-20, 数值: 18个 }]'),
      ),
    ).toEqual(['error 10 “教育强镇复评”完成值是10个，少于2018-12-20的进展18个']);
    expect(
      found(
        '教育强镇复评顺利。',
        result('18个', '进展: [{ 日期: 2018-07, 数值: 9个 }, { 日期: 2018-12-20, 数值: 17个 }]'),
      ),
    ).toEqual([]);
    expect(found('教育强镇复评顺利。', result('18个', '进展: [{ 日期: 2018-12-20, 数值: 近20个 }]'))).toEqual(
      [],
    );
  });

  it('is the same on the same day', () => {
    const rest = (date: string): string => `日期: ${date}, 进展: [{ 日期: 2018-12-20, 数值: 17个 }]`;
    expect(found('教育强镇复评顺利。', result('18个', rest('2018-12-20')))).toEqual([
      'error 10 “教育强镇复评”完成值是18个，同一天（2018-12-20）的进展写作17个',
    ]);
    expect(found('教育强镇复评顺利。', result('18个', rest('2018-12-28')))).toEqual([]);
  });

  it('may be less where it is a rate, or is to stay low', () => {
    const rate =
      '{ 结果: 部分完成, 目标值: 95%, 完成值: 91%, 原因: 整改中, 措施: 复查, 进展: [{ 日期: 2018-06, 数值: 93% }] }';
    expect(found('合格率有回落。', rate, '合格率')).toEqual([]);
    const low = '{ 结果: 完成, 目标值: 30起以下, 完成值: 12起, 进展: [{ 日期: 2018-06, 数值: 14起 }] }';
    expect(found('事故下降。', low, '事故')).toEqual([]);
  });
});
