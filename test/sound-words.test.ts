import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';

const told: ReadonlySet<string> = new Set([
  'units-given',
  'as-of-given',
  'points-not-percent',
  'multiples-sensible',
  'digits-justified',
  'approximations-single',
  'schema',
  'yaml',
]);
const heads = {
  en: 'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary:\n  sections:\n    - body: |\n        ',
  zh: '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 正文: |\n        ',
} as const;

/** The findings on wording in a sentence, with the characters that each points at; `metrics` is what its section declares. */
function findingsIn(
  sentence: string,
  metrics = '',
): readonly {
  readonly rule: string;
  readonly severity: string;
  readonly at: string;
  readonly help: string;
}[] {
  const language = /\p{Script=Han}/u.test(sentence) ? 'zh' : 'en';
  const declared =
    metrics === '' ? '' : `      ${language === 'zh' ? '指标' : 'metrics'}:\n        ${metrics}\n`;
  return lint('example.report.yaml', `${heads[language]}${sentence}\n${declared}`, () => undefined)
    .diagnostics.filter(({ rule }) => told.has(rule))
    .map(({ rule, severity, range: { start, end }, help }) => ({
      rule,
      severity,
      at: sentence.slice(start.column - 9, end.column - 9),
      help: help?.[language] ?? '',
    }));
}

const sound: readonly string[] = [
  // units
  '收到爱心捐款11650元，全部用于助学。',
  '护理补助每人每月900元，惠及1200人。',
  '改造巷道35公里，新增公园面积3.2万平方米。',
  '培训骨干教师1200人，覆盖学校35所。',
  '全区排名第3，综合得分98.5，景气指数102.3。',
  '师生比例3:1，高于2017年的要求。',
  '基本公共服务补助标准由每人800提高到900元。',
  '支出情况（单位：万元）：基本支出1200，项目支出800。',
  '参训人数1200，及格人数1150。',
  '补助20万学生，惠及35万户。',
  '项目12、项目13已经开工。',
  '发现隐患695，已整改隐患690处。',
  '人均收入由3.2万增加到3.5万元。',
  '培训109人次，其中新任教师38人次。',
  'The Agency spent $1.2 million on road repairs.',
  'The Agency spent 1.2 million yuan on road repairs.',
  'Crews spent 40 days on the survey and 300 hours on site visits.',
  'Of the $1.5 million, crews spent 1.2 million on repairs.',
  'All amounts are in thousands of dollars: the budget was 1,200.',
  'The path has a length of 35 km.',
  'The storm cost 12 lives in 2017.',
  'The office paid 120 visits to schools.',
  // dates
  '截至2017年11月底，整改隐患695处。',
  '截至目前（11月30日），整改隐患695处。',
  '目前的12所学校均已达标。',
  '目前各项工作有序推进。全年培训教师1200人。',
  'As of 30 November 2017, 40 posts were vacant.',
  'By the end of November, 695 cases had been closed so far.',
  'The register was kept up to date and holds 695 cases.',
  'So far as the 12 posts are concerned, nothing changed.',
  // points and percent
  '入园率由52%提高到55%，提高3个百分点。',
  '入园率由52%提高到55%，提高5.8%。',
  '入园率85%，比上年的83%增长2.4%。',
  '培训经费20万元，比上年增长3%。',
  '绿化覆盖率42%，比上年提高1.5个百分点。',
  'The share of bus journeys rose 2.1 percentage points to 45.3%.',
  'The share of bus journeys rose 2.1 pp to 45.3%.',
  'The vacancy rate rose from 50% to 55%, an increase of 10%.',
  'Spending rose 2.1% to $45.3 million.',
  // multiples
  '学位由1000个增加到3000个，增加2倍。',
  '学位由1000个增加到3000个，增加到3倍。',
  '学位由1000个增加到3000个，是原来的3倍。',
  '经费由20万元增加到80万元，翻了两番。',
  '经费由20万元增加到50万元，翻了一番多。',
  '事故起数降低为原来的三分之一。',
  '全年利润下降120%，由盈转亏。',
  'Places tripled from 1,000 to 3,000.',
  'Places rose from 1,000 to 3,000, a threefold increase.',
  'Visits more than doubled from 1,000 to 3,000.',
  'The pump failed and output fell two times in 2017.',
  // digits and approximations
  '投入约1200万元，其中市级约1.72亿元。',
  '抽检学校7所，合格3所，合格率42.9%。',
  '抽检学校700所，合格300所，合格率42.86%。',
  '三镇完成率分别为98.5%、100%和96.4%。',
  '小学占55%、初中占30.4%、高中占14.6%。',
  '培训3400多人，走访近200户。',
  'Of 40 tests, 13 failed (32.5%).',
  'The works cost about $1.2 million.',
  'More than 1,200 people attended over 40 events.',
];

const wrong: readonly (readonly [sentence: string, rule: string, at: string])[] = [
  ['收到爱心捐款11650，全部用于助学。', 'units-given', '11650'],
  ['护理补助每人每月900，惠及1200人。', 'units-given', '900'],
  ['安排培训经费20万，用于送教下乡。', 'units-given', '20万'],
  ['镇级投入约3.5亿。', 'units-given', '3.5亿'],
  ['全年巷道改造完成，道路改造35。', 'units-given', '35'],
  ['新增公园面积3.2万，绿地率42%。', 'units-given', '3.2万'],
  ['铺设供水管网120，受益12个村。', 'units-given', '120'],
  ['粮食产量35万，比上年持平。', 'units-given', '35万'],
  ['培训骨干教师1200，效果良好。', 'units-given', '1200'],
  ['走访困难企业35，解决问题。', 'units-given', '35'],
  ['排查隐患695，全部建档。', 'units-given', '695'],
  ['培训人次超过109人。', 'units-given', '人次超过109人'],
  ['全年服务群众人次达12万人。', 'units-given', '人次达12万人'],
  ['The Agency spent 1.2 million on road repairs.', 'units-given', '1.2 million'],
  ['The budget was 39.6 million, all of it used.', 'units-given', '39.6 million'],
  ['Volunteers raised 4,200 for the shelter.', 'units-given', '4,200'],
  ['The new depot cost 3.4 million.', 'units-given', '3.4 million'],
  ['The path has a length of 35.', 'units-given', '35'],
  ['截至目前，整改隐患695处。', 'as-of-given', '截至目前'],
  ['截止到现在已办结案件695件。', 'as-of-given', '截止到现在'],
  ['到目前为止，走访群众1200户。', 'as-of-given', '到目前为止'],
  ['目前，全市共有模范教师12人。', 'as-of-given', '目前'],
  ['自3月起实施，截至当前办结695件。', 'as-of-given', '截至当前'],
  ['So far, 695 of 700 cases were closed.', 'as-of-given', 'So far'],
  ['To date the Agency has closed 695 cases.', 'as-of-given', 'To date'],
  ['As of now, 40 posts are vacant.', 'as-of-given', 'As of now'],
  ['Since 3 March 2017 the office has closed 695 cases to date.', 'as-of-given', 'to date'],
  ['入园率由52%提高3%到55%。', 'points-not-percent', '3%'],
  ['升学率85%，比上年提高2%。', 'points-not-percent', '2%'],
  ['2016年入园率52%，2017年55%，提高3%。', 'points-not-percent', '3%'],
  ['空置率收窄2%，降至8%。', 'points-not-percent', '2%'],
  ['服务业占比45.3%，比上年上升2.1%。', 'points-not-percent', '2.1%'],
  ['绿化覆盖率比上年提高1.5%，达到42%。', 'points-not-percent', '1.5%'],
  ['The share of bus journeys rose 2.1% to 45.3%.', 'points-not-percent', '2.1%'],
  ['The share of bus journeys rose 2.1% from 43.2% to 45.3%.', 'points-not-percent', '2.1%'],
  ['The vacancy rate fell from 6.2% to 4.1%, a fall of 2.1%.', 'points-not-percent', '2.1%'],
  ['Punctuality was 91.2%, up 0.8% on 2016.', 'points-not-percent', '0.8%'],
  ['单位能耗下降2倍。', 'multiples-sensible', '下降2倍'],
  ['投诉减少了近三倍。', 'multiples-sensible', '减少了近三倍'],
  ['差距缩小1倍。', 'multiples-sensible', '缩小1倍'],
  ['事故起数降低为原来的2倍。', 'multiples-sensible', '降低为原来的2倍'],
  ['接诉量下降120%。', 'multiples-sensible', '120%'],
  ['学位由1000个增加到3000个，增长3倍。', 'multiples-sensible', '3倍'],
  ['学位由1000个增加到3000个，增加到2倍。', 'multiples-sensible', '2倍'],
  ['学位3000个，是上年1000个的2倍。', 'multiples-sensible', '2倍'],
  ['经费由20万元增加到40万元，翻两番。', 'multiples-sensible', '两番'],
  ['经费由20万元增加到80万元，实现翻番。', 'multiples-sensible', '翻番'],
  ['Complaints were three times fewer than in 2016.', 'multiples-sensible', 'three times fewer'],
  ['Complaints decreased by 200%.', 'multiples-sensible', '200%'],
  ['Places doubled from 1,000 to 3,000.', 'multiples-sensible', 'doubled'],
  ['Places increased 5 times from 1,000 to 3,000.', 'multiples-sensible', 'increased 5 times'],
  ['用水量下降3.9011%。', 'digits-justified', '3.9011%'],
  ['抽检学校7所，合格3所，合格率42.86%。', 'digits-justified', '42.86%'],
  ['镇级投入约1234.56万元。', 'digits-justified', '约1234.56万元'],
  ['三镇完成率分别为98.5%、97.25%和96.4%。', 'digits-justified', '97.25%'],
  ['Water use fell 3.9011%.', 'digits-justified', '3.9011%'],
  ['The pass rate was about 42.86%.', 'digits-justified', 'about 42.86%'],
  ['The rates were 98.5%, 97.25% and 96.4%.', 'digits-justified', '97.25%'],
  ['培训约3467人。', 'approximations-single', '约3467人'],
  ['镇级投入约20万元左右。', 'approximations-single', '约20万元左右'],
  ['About $1,200 or so was left.', 'approximations-single', 'About $1,200 or so'],
];

describe('the wording of figures', () => {
  it.each(sound)('is sound in: %s', (sentence) => expect(findingsIn(sentence)).toEqual([]));
  it.each(wrong)('has one mistake in: %s', (sentence, rule, at) =>
    expect(findingsIn(sentence).map((each) => [each.rule, each.at])).toEqual([[rule, at]]),
  );

  it.each([
    ['学位3000个，比上年增加2倍。', '学位: { 数值: 3000个, 上年值: 1000个 }', []],
    [
      '学位3000个，比上年增加3倍。',
      '学位: { 数值: 3000个, 上年值: 1000个 }',
      ['multiples-sensible error 3倍'],
    ],
    ['学位翻两番，达3000个。', '学位: { 数值: 3000个, 上年值: 1500个 }', ['multiples-sensible error 两番']],
    ['学位3000个，比上年翻番。', '学位: { 数值: 3000个, 上年值: 1500个 }', []],
    [
      '入园率85.0%，比上年提高2.5%。',
      '入园率: { 数值: 85.0%, 上年值: 82.5% }',
      ['points-not-percent error 2.5%'],
    ],
    ['入园率85.0%，比上年提高3.0%。', '入园率: { 数值: 85.0%, 上年值: 82.5% }', []],
    [
      '入园率提高2.5%，达到85.0%。',
      '入园率: { 数值: 85.0%, 历年: { 2016: 82.5% } }',
      ['points-not-percent error 2.5%'],
    ],
    ['入园率85%，比上年提高2%。', '入园率: { 数值: 85% }', ['points-not-percent warning 2%']],
    ['截至目前，整改隐患695处。', '整改隐患: { 数值: 695处, 截至: 2017-11-30 }', []],
    ['截至目前，整改隐患695处。', '整改隐患: 695处', ['as-of-given warning 截至目前']],
    [
      '截至目前，培训教师1200人。',
      '整改隐患: { 数值: 695处, 截至: 2017-11-30, 来源: 台账 }',
      ['as-of-given warning 截至目前'],
    ],
    ['To date 695 cases were closed.', 'cases closed: { value: "695", as-of: 2017-11-30 }', []],
    ['To date 695 cases were closed.', 'cases closed: "695"', ['as-of-given warning To date']],
  ])('goes by what the section declares: %s %s', (sentence, metrics, wanted) =>
    expect(
      findingsIn(sentence, metrics).map(({ rule, severity, at }) => `${rule} ${severity} ${at}`),
    ).toEqual(wanted),
  );

  it('asks for the date by the key of the draft', () => {
    expect(findingsIn('截至目前，整改隐患695处。').map(({ help }) => help)).toEqual([
      expect.stringContaining('“截至”'),
    ]);
    expect(findingsIn('To date 695 cases were closed.').map(({ help }) => help)).toEqual([
      expect.stringContaining('“as-of”'),
    ]);
  });

  it('tells a unit said twice, and a count called approximate, in one message', () => {
    expect(findingsIn('培训人次超过109人。').map(({ rule, help }) => `${rule} ${help}`)).toEqual([
      'units-given 单位只在数字后写一次，写“人”或“人次”；109是精确数，不必说“超过”“约”',
    ]);
    expect(findingsIn('培训人次达110人。').map(({ help }) => help)).toEqual([
      '单位只在数字后写一次，写“人”或“人次”',
    ]);
  });

  it('is tried in English as well as in Chinese', () => {
    for (const sentences of [sound, wrong.map(([sentence]) => sentence)]) {
      expect(sentences.length).toBeGreaterThanOrEqual(50);
      expect(
        sentences.filter((sentence) => !/\p{Script=Han}/u.test(sentence)).length * 3,
      ).toBeGreaterThanOrEqual(sentences.length);
    }
  });
});
