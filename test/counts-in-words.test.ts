import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';

const heads = {
  en: 'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary:\n  sections:\n    - body: |\n        ',
  zh: '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 正文: |\n        ',
} as const;

/** The rules that find an error in a sentence, with the characters that each points at. */
const errorsOf = (sentence: string): readonly string[] =>
  lint(
    'a.report.yaml',
    `${heads[/\p{Script=Han}/u.test(sentence) ? 'zh' : 'en']}${sentence}\n`,
    () => undefined,
  )
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ rule, range }) => `${rule} ${sentence.slice(range.start.column - 9, range.end.column - 9)}`);

const wrong: readonly (readonly [sentence: string, found: string])[] = [
  // counts in words beside a rate
  ['Nine of the twelve counties (65%) met the standard.', 'rates-hold 65%'],
  ['Nine of the 12 counties (65%) met the standard.', 'rates-hold 65%'],
  ['Of the twelve counties, nine (65%) met the standard.', 'rates-hold 65%'],
  ['Twenty-one of thirty schools, or 80%, have a nurse.', 'rates-hold 80%'],
  ['In all, 65% (nine of twelve) of the counties reported.', 'rates-hold 65%'],
  ['十二个县中有九个，占65%。', 'rates-hold 65%'],
  ['十二个县中，九个达标，占65%。', 'rates-hold 65%'],
  ['三十所学校中有二十一所（占80%）配备了校医。', 'rates-hold 80%'],
  // other wordings of a rate
  ['整改隐患691处，占发现隐患695处的98.4%。', 'rates-hold 98.4%'],
  ['整改691处，占695处的98.4%。', 'rates-hold 98.4%'],
  ['发现隐患30处，其中28处完成整改，整改率94.3%。', 'rates-hold 94.3%'],
  ['30处隐患中整改28处，整改率94.3%。', 'rates-hold 94.3%'],
  ['Crews mended 28 of 30 bridges, a rate of 94.3%.', 'rates-hold 94.3%'],
  ['Crews mended 28 of the 30 bridges, a completion rate of 94.3%.', 'rates-hold 94.3%'],
  ['Crews mended 28 of 30 bridges, for a completion rate of 94.3%.', 'rates-hold 94.3%'],
  ['Crews mended 28 bridges, 94.3% of the 30 inspected.', 'rates-hold 94.3%'],
  // a part above its whole
  ['应检80家、实检88家。', 'rates-hold 88家'],
  ['应检企业80家，实际检查88家。', 'rates-hold 88家'],
  ['大会应到代表120人，实到125人。', 'rates-hold 125人'],
  ['应发放补贴卡300张，实发312张。', 'rates-hold 312张'],
  ['发放问卷500份，收回520份。', 'rates-hold 520份'],
  ['Inspectors visited 88 of the 80 sites due.', 'rates-hold 88'],
  ['In all, 80 pupils were enrolled, 88 of whom attended.', 'rates-hold 88'],
  ['In all, 80 sessions were due, of which 88 were held.', 'parts-add-up 88'],
  // a fraction as a change
  ['Complaints fell by a third, from 90 to 70.', 'changes-hold a third'],
  ['Complaints fell by a third from 90 to 70.', 'changes-hold a third'],
  ['Complaints fell from 90 to 70, down by a third.', 'changes-hold a third'],
  ['Journeys rose by a quarter, from 400 to 600.', 'changes-hold a quarter'],
  ['投诉由90件下降到70件，下降三分之一。', 'changes-hold 三分之一'],
];

const sound: readonly string[] = [
  'Nine of the twelve counties (75%) met the standard.',
  'Of the twelve counties, nine (75%) met the standard.',
  'Twenty-one of thirty schools, or 70%, have a nurse.',
  'Nine of the twelve counties, or 40% of the land, met the standard.',
  'One of the twelve counties (65% of the land) met the standard.',
  'Nine of twelve counties met the standard, and 65% of pupils passed.',
  '十二个县中有九个，占75%。',
  '十二个县中有九个达标，达标人口占65%。',
  '整改隐患691处，占发现隐患695处的99.4%。',
  '整改691处，占全市695万人的0.1%。',
  '30处隐患中整改28处，整改率93.3%。',
  '30处隐患中整改28处，入学率94.3%。',
  'Crews mended 28 of 30 bridges, a rate of 93.3%.',
  'Crews mended 28 of 30 bridges, a rise of 94.3%.',
  'Crews mended 28 bridges, 93.3% of the 30 inspected.',
  '应检80家、实检78家。',
  '计划检查80家，完成88家。',
  '计划培训80人，实际培训88人。',
  '目标任务80家，实际完成88家。',
  '应收款80万元，实收88万元。',
  '应检80家，实检设备88台。',
  '应到120人，实到115人，列席10人。',
  'Inspectors visited 80 of the 88 sites due.',
  'Buyers took 88 of the 80 tonne trucks.',
  'The plan asked for 80 sessions, and 88 were held.',
  'The museum sold 300 of the 2016 prints.',
  'Complaints fell by a third, from 90 to 60.',
  'Complaints fell by a third, from 90 to 61.',
  'Complaints fell by about a third, from 90 to 64.',
  'Complaints fell by nearly a third, from 90 to 63.',
  'Complaints fell to a third, from 90 to 30.',
  'Journeys rose by a quarter, from 400 to 500.',
  '投诉由90件下降到60件，下降三分之一。',
  '投诉由90件下降到30件，下降三分之二。',
  'A third of complaints came by post, up from 90 to 95.',
];

describe('counts, rates and changes in words', () => {
  it.each(wrong)('finds what is wrong in “%s”', (sentence, found) =>
    expect(errorsOf(sentence)).toEqual([found]),
  );
  it.each(sound)('finds nothing in “%s”', (sentence) => expect(errorsOf(sentence)).toEqual([]));
});
