import { expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';

const told: ReadonlySet<string> = new Set(['parts-add-up', 'rates-hold', 'changes-hold', 'schema', 'yaml']);

const draftOf = (sentence: string, metric: string): string =>
  `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 正文: |\n        ${sentence}\n${metric === '' ? '' : `      指标:\n        ${metric}\n`}`;

/** The characters that the rules on prose point at in a sentence. */
const found = (sentence: string, metric = ''): string[] =>
  lint('example.report.yaml', draftOf(sentence, metric), () => undefined)
    .diagnostics.filter(({ rule }) => told.has(rule))
    .map(({ range }) => sentence.slice(range.start.column - 9, range.end.column - 9));

const sound: readonly string[] = [
  '全年培训教师30人（女教师10人、党员25人）。',
  '任务25项，其中牵头任务15项、会办任务10项。',
  '投入45万元（2016年40万元，2015年38万元）。',
  '完成率95%（甲校98%，乙校93%）。',
  '四市岗位津贴平均每人每月900元，其中三市1000元以上。',
  '蓬江、江海两区和台山、开平两市接受督查。',
  '走访台山、开平五镇。',
  '家具业、纸和印刷业分别增长63.2%、41%。',
  '发现隐患695处、整改695处、整改率100%。',
  '小学占55%、初中占30%、高中占16%。',
  '全年投入45万元，其中市级28万元，撬动社会资本120万元。',
  '地区生产总值由2万亿元增加到3万亿元，增长8%。',
  'Crews resurfaced 42.6 km of road (27.4 km of main roads and 15.2 km of local streets).',
  'The office closed 691 of 695 (99.4%), against a target of 98%.',
  '共投入45万元：市级28万元、县级18万元。',
  '入围3460人，比2016年的3153人增加307人。',
  '入围3460人，比先进县的5000人少很多。',
  'The Agency spent $39.6 million in 2017, $0.5 million less than its budget of $40.1 million.',
  'Passengers made 6,255,500 journeys in 2017, 257,800 more than the 5,997,700 of 2016.',
  'Punctuality was 91.2%, 0.8 percentage points better than the 90.4% of 2016.',
  // changes between figures of the text
  '生均补助标准从98元提高到178元，提高80元，增幅81.6%。',
  '学位由1200个增至1500个，增长25%。',
  '受理申请由3607件上升为3646件，同比增长5.2%。',
  '发电量由2012年的100亿千瓦时增加到2017年的161亿千瓦时，年均增长10%。',
  '经费由2012年的1.2亿元增加到2017年的2.4亿元，年均增长14.9%。',
  '经费由1.2亿元增加到2.4亿元，年均增长14.9%。',
  '甲、乙两校招生分别由100人、200人增加到110人、260人，增长10%、30%。',
  '财政收入由10亿元增长到12亿元，同比增长20%，增收2亿元。',
  '2017年完成投资12亿元，比2016年的10亿元增长20%，比2015年的8亿元增长50%。',
  '粮食产量由98万吨增加到102万吨，同比增长4.1%，亩产由410公斤提高到420公斤，提高10公斤。',
  '年审案件30件，比上年减少10件，下降25%。',
  '走访企业200家，上年为160家，增长25%。',
  '走访企业200家（上年160家），增长25%。',
  '走访企业200家，比上年增加40家（25%）。',
  '补助由1.2增加到3.4万元，增加2.2万元。',
  '事故由40起下降到30起，减少10起，下降25%。',
  '固定资产投资由200亿元增加到230亿元，实际增长12%。',
  'Journeys rose from 3,607 to 3,646, up 1.08%.',
  'Journeys rose from 3,607 in 2016 to 3,646 in 2017, an increase of 39, or 1.08%.',
  'Spending grew 7.7% to $4.2 million from $3.9 million.',
  'Complaints fell by 480 (12%) to 3,520 from 4,000 in 2016.',
  'Complaints fell from 4,000 to 3,520 (down 12%).',
  'Revenue was $4.2 million in 2017, up 7.7% from $3.9 million.',
  'Revenue rose from $3.9 to $4.2 million, an increase of 7.7%.',
  'Staff rose from 30 to 50 and costs rose 12% to $4.2 million.',
  'Buses and trams rose from 30 to 40 and from 50 to 55, up 33% and 10% respectively.',
  'Fares rose from $2.00 to $2.20, up 4% after inflation.',
  'Journeys rose from 3,607 to 3,646, 2% below the target.',
  'The network grew from 100 km in 2012 to 161 km in 2017, an average of 10% a year.',
  'Visits increased 10% a year on average from 100,000 in 2012 to 161,051 in 2017.',
  'Membership doubled from 1,000 to 1,980.',
  'The Agency ran 3,646 buses, compared with 3,607 in 2016, an increase of 1.1%.',
  'Punctuality rose 0.8 percentage points to 91.2% from 90.4%.',
  'Income was £4.2 million (2016: £3.9 million), an increase of 7.7%.',
  'The office spent £1.2m, up from £1.1m in 2016 (an increase of 9%).',
  'Sales rose from 200 to 250 in May, up 5% on April.',
  'Response times fell from 12 to 9 minutes, down 25%.',
  'Response times fell from 12 to 9 minutes, 2% below the target.',
  'Turnout rose from 44 to 47%, up 3 percentage points.',
  'The number rose to 45 from 40, up from 35 in 2015.',
  'The price fell to $2.10 from $2.40 in 2016 and $2.60 in 2015, down 19% over two years.',
  'Injuries more than doubled from 10 to 29.',
  // rates
  '抽检食品1200批次，合格1164批次，合格率97%。',
  '全区共有村庄240个，其中已通公交228个，占95%。',
  '完成投资4.2亿元，占年度计划的105%。',
  'Of the 240 posts, 18 (7.5%) were vacant.',
  'Inspectors visited 1,140 of 1,200 sites (95%).',
  'Some 55% of staff answered, and 64 of 114 managers did.',
  'The team answered 950 calls (95%) within 30 seconds.',
  // parts
  '全年办理建议48件，其中主办20件、会办28件。',
  '培训1200人次（线上800人次，线下400人次）。',
  '新建学校3所、改建5所，合计8所。',
  '投入1.5亿元（市级0.8亿元，县级0.8亿元）。',
  'The fleet has 120 buses (80 diesel and 40 electric).',
  'The Agency bought 30 vehicles, including 12 vans and 9 trucks.',
  'It spent $4.2 million ($2.6 million on roads and $1.7 million on paths).',
  'Crews planted 12 oaks, 8 limes and 5 elms, 25 in all.',
];

const wrong: readonly (readonly [sentence: string, at: string])[] = [
  ['入围3460人，比2016年的3153人增加317人。', '317人'],
  ['入围3460人，比2016年的3753人增加307人。', '307人'],
  [
    'The Agency spent $39.6 million in 2017, $0.7 million less than its budget of $40.1 million.',
    '$0.7 million',
  ],
  ['Passengers made 6,255,500 journeys in 2017, 267,800 more than the 5,997,700 of 2016.', '267,800'],
  ['Punctuality was 91.2%, 1.8 percentage points better than the 90.4% of 2016.', '1.8 percentage points'],
  ['承办任务25项（牵头15项，会办11项）。', '25项'],
  ['承办任务25项(牵头14项，会办10项)。', '25项'],
  ['任务25项，其中牵头16项、会办10项。', '25项'],
  ['任务25项，其中已办结26项。', '26项'],
  ['全年编发简报119期，其中，市级67期、东区28期、西区22期、南县15期。', '119期'],
  ['小学12所、初中8所、高中3所，合计24所。', '24所'],
  ['三校共招生1200人，分别为甲校300人、乙校400人、丙校510人。', '1200人'],
  ['台山、开平、恩平分别为3所、4所。', '3所、4所'],
  ['台山、开平、恩平四地投入31.2亿元。', '四地'],
  ['走访四市（台山、开平、恩平）。', '四市'],
  ['三次产业比为3.9：59.5：37.6。', '3.9：59.5：37.6'],
  ['小学占55%、初中占30%、高中占18%。', '55%、初中占30%、高中占18%'],
  ['发现隐患695处、整改694处、整改率100%。', '100%'],
  ['114所学校中有64所（占55%）。', '55%'],
  ['共有学校114所，其中达标64所，占55%。', '55%'],
  ['从98元提高到178元，提高90元。', '90元'],
  ['从3607件增加到3646件，增长1.05%。', '1.05%'],
  ['由178元增加到98元，增加80元。', '80元'],
  ['录取3460人，比上年增加307人，增长9.84%。', '9.84%'],
  ['Crews resurfaced 42.6 km of road (27.4 km of main roads and 16.2 km of local streets).', '42.6 km'],
  ['The office will resurface 45 km of road: 28 km of main roads and 18 km of local streets.', '45 km'],
  ['Of the Agency’s 240 driving posts, 18 (7.9%) were vacant.', '7.9%'],
  ['The office closed 64 of 114 (55%).', '55%'],
  ['Of 184,600 scheduled departures, 168,355 left on time, which puts punctuality at 92.2%.', '92.2%'],
  ['The fleet has 40 buses, including 50 electric buses.', '50'],
  // changes between figures of the text
  ['生均补助标准从98元提高到178元，提高80元，增幅81.6%；学位由1200个增至1500个，增长30%。', '30%'],
  ['发电量由2012年的100亿千瓦时增加到2017年的161亿千瓦时，年均增长12%。', '12%'],
  ['经费由2012年的2.4亿元下降到2017年的1.2亿元，年均下降15.9%。', '15.9%'],
  ['走访企业200家，上年为160家，增长20%。', '20%'],
  ['走访企业200家（上年160家），增长20%。', '20%'],
  ['走访企业200家，比上年增加40家（20%）。', '20%'],
  ['走访企业200家，比上年的160家增长30%。', '30%'],
  ['事故由40起下降到30起，下降15%。', '15%'],
  ['合格率由91.2%提高到93.4%，提高1.2个百分点。', '1.2个百分点'],
  ['投入由1.7亿元增加到2.1亿元，增加0.6亿元。', '0.6亿元'],
  ['Journeys rose from 3,607 to 3,646, up 1.05%.', '1.05%'],
  ['Journeys rose from 3,607 in 2016 to 3,646 in 2017, an increase of 39, or 1.8%.', '1.8%'],
  ['Journeys rose by 49, or 1.08%, to 3,646 from 3,607.', '49'],
  ['Spending grew 17% to $4.2 million from $3.9 million.', '17%'],
  ['Complaints fell by 480 (22%) to 3,520 from 4,000 in 2016.', '22%'],
  ['Complaints fell from 4,000 to 3,520 (down 14%).', '14%'],
  ['Complaints rose by 480 to 3,520 from 4,000.', '480'],
  ['Revenue was $4.2 million in 2017, up 17% from $3.9 million.', '17%'],
  ['The network grew from 100 km in 2012 to 161 km in 2017, an average of 12% a year.', '12%'],
  ['Visits increased 12% a year on average from 100,000 in 2012 to 161,051 in 2017.', '12%'],
  ['Membership doubled to 1,480 from 1,000.', 'doubled'],
  ['The Agency ran 3,646 buses, compared with 3,607 in 2016, an increase of 2.1%.', '2.1%'],
  ['Income was £4.2 million (2016: £3.9 million), an increase of 17%.', '17%'],
  ['The office spent £1.2m, up from £1.1m in 2016 (an increase of 29%).', '29%'],
  ['Response times fell from 12 to 9 minutes, down 35%.', '35%'],
  ['Deaths dropped from 12 to 9, a 35% reduction.', '35%'],
  ['A total of 3,646 requests came in, compared to 3,607 last year, an increase of 2%.', '2%'],
  ['Punctuality rose 1.8 percentage points to 91.2% from 90.4%.', '1.8 percentage points'],
  // rates
  ['抽检食品1200批次，合格1164批次，合格率98%。', '98%'],
  ['全区共有村庄240个，其中已通公交228个，占94%。', '94%'],
  ['Inspectors visited 1,140 of 1,200 sites (96%).', '96%'],
  ['Of the 240 posts, 18 (7.6%) were vacant.', '7.6%'],
  // parts
  ['全年办理建议48件，其中主办20件、会办29件。', '48件'],
  ['培训1200人次（线上800人次，线下500人次）。', '1200人次'],
  ['新建学校3所、改建5所，合计9所。', '9所'],
  ['The fleet has 120 buses (80 diesel and 50 electric).', '120'],
  ['The Agency bought 30 vehicles, including 32 vans.', '32'],
  ['It spent $4.2 million ($2.6 million on roads and $1.8 million on paths).', '$4.2 million'],
  ['Crews planted 12 oaks, 8 limes and 5 elms, 26 in all.', '26'],
];

/** Sentences beside a declared metric with its value and that of the year before. */
const declaredSound: readonly (readonly [metric: string, sentence: string])[] = [
  ['入围: { 数值: 3460人, 上年值: 3153人 }', '入围3460人，比上年增加307人，增长9.7%。'],
  ['入围: { 数值: 3460人, 上年值: 3153人 }', '入围3460人，比2015年增加412人。'],
  ['入围: { 数值: 3460人, 上年值: 3153人 }', '入围3460人，比计划增加160人。'],
  ['入围: { 数值: 3460人, 上年值: 3153人 }', '参加3460人，比上年增加12人；其余3460人，增长5%。'],
  ['入围: { 数值: 3460人, 历年: { 2016: 3153人 } }', '入围3460人，同比增长9.7%。'],
  ['招生: { 数值: 200人, 上年值: 98人 }', '全年招生200人，比上年翻一番。'],
  ['招生: { 数值: 230人, 上年值: 100人 }', '全年招生230人，是上年的2.3倍。'],
  ['招生: { 数值: 230人, 上年值: 100人 }', '全年招生230人，比上年增长1.3倍。'],
  ['地区生产总值: { 数值: 3万亿元, 上年值: 2万亿元 }', '地区生产总值3万亿元，比上年增长8%。'],
  ['journeys: { 数值: "3,646", 上年值: "3,607" }', 'There were 3,646 journeys in 2017, up 1.08%.'],
  ['journeys: { 数值: "3,646", 上年值: "3,607" }', 'There were 3,646 journeys, an increase of 39 on 2016.'],
  ['journeys: { 数值: "3,646", 上年值: "3,607" }', 'There were 3,646 journeys, 120 more than the target.'],
];

const declaredWrong: readonly (readonly [metric: string, sentence: string, at: string])[] = [
  ['入围: { 数值: 3460人, 上年值: 3153人 }', '入围3460人，比上年增加307人，增长8.7%。', '8.7%'],
  ['入围: { 数值: 3460人, 历年: { 2016: 3153人 } }', '入围3460人，同比增长8.7%。', '8.7%'],
  [
    '入围: { 数值: 3460人, 上年值: 3153人 }',
    '参加3460人，比上年增加12人；入围3460人，比上年增加317人。',
    '317人',
  ],
  ['入围: { 数值: 3460人, 上年值: 3753人 }', '入围3460人，比上年增加293人。', '293人'],
  ['招生: { 数值: 200人, 上年值: 88人 }', '全年招生200人，比上年翻一番。', '一番'],
  ['招生: { 数值: 230人, 上年值: 90人 }', '全年招生230人，是上年的2.3倍。', '2.3倍'],
  ['招生: { 数值: 230人, 上年值: 90人 }', '全年招生230人，比上年增长1.3倍。', '1.3倍'],
  ['journeys: { 数值: "3,646", 上年值: "3,607" }', 'There were 3,646 journeys in 2017, up 1.05%.', '1.05%'],
  [
    'journeys: { 数值: "3,646", 上年值: "3,607" }',
    'There were 3,646 journeys, an increase of 49 on 2016.',
    '49',
  ],
  [
    'journeys: { 数值: "3,646", 上年值: "3,607" }',
    'There were 3,646 journeys, 1.8% more than in 2016.',
    '1.8%',
  ],
];

it.each(sound)('is silent on: %s', (sentence) => expect(found(sentence)).toEqual([]));
it.each(wrong)('finds the one mistake of: %s', (sentence, at) => expect(found(sentence)).toEqual([at]));
it.each(declaredSound)('is silent beside %s on: %s', (metric, sentence) =>
  expect(found(sentence, metric)).toEqual([]),
);
it.each(declaredWrong)('finds beside %s the one mistake of: %s', (metric, sentence, at) =>
  expect(found(sentence, metric)).toEqual([at]),
);

it('holds a change against last year’s draft', () => {
  const draft = (year: number, value: string, sentence: string): string =>
    `格式: 1\n标题: 报告\n编制单位: 某局\n年度: ${year}\n${year === 2017 ? '上年: 2016.report.yaml\n' : ''}总结:\n  章节:\n    - 正文: ${sentence}\n      指标:\n        受理申请: ${value}\n`;
  const { diagnostics } = lint(
    '2017.report.yaml',
    draft(2017, '3646件', '受理申请3646件，同比增长1.05%。'),
    () => draft(2016, '3607件', '受理申请3607件。'),
  );
  const [change] = diagnostics.filter(({ rule }) => rule === 'changes-hold');
  expect(change?.message.zh).toBe('受理申请3646件 ÷ 上年3607件 − 1 = 1.08%，写作1.05%');
  expect(change?.related.map(({ file, range, message }) => [file, range.start.line, message.zh])).toEqual([
    ['2017.report.yaml', 8, '“1.05%”指1.045%至1.055%'],
    ['2017.report.yaml', 8, '受理申请3646件'],
    ['2016.report.yaml', 9, '上年3607件'],
  ]);
});

it('points at the year of a history, and shows rounding where it matters', () => {
  const metric = '投入: { 数值: 1.7亿元, 历年: { 2015: 1.1亿元, 2016: 1.5亿元 } }';
  const [history] = lint(
    'example.report.yaml',
    draftOf('投入1.7亿元，比上年增长3%。', metric),
    () => undefined,
  ).diagnostics;
  expect(history?.message).toEqual({
    en: '1.7亿元 is 13% (6.5% to 20.7%) more than last year’s 1.5亿元, not 3%',
    zh: '投入1.7亿元 ÷ 上年1.5亿元 − 1 = 13%（6.5%至20.7%），写作3%',
  });
  expect(history?.related.at(-1)?.range.start.column).toBe(metric.indexOf('1.5亿元') + 9);
});

it('writes a long sum into the help', () => {
  const [long] = lint(
    'example.report.yaml',
    draftOf(
      '全市收办案件3617件（市政府349件、各部门933件、甲县477件、乙县301件、丙县874件、丁区216件、戊区457件）。',
      '',
    ),
    () => undefined,
  ).diagnostics;
  expect(long?.message.zh).toBe('7个分项合计3607件，收办案件写作3617件');
  expect(long?.help?.zh).toContain('市政府349件 + 各部门933件 + 甲县477件');
});
