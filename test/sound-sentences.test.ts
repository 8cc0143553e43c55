import { expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';

const told: ReadonlySet<string> = new Set(['parts-add-up', 'rates-hold', 'changes-hold', 'schema', 'yaml']);

/** The characters that the rules on prose point at in a sentence. */
const found = (sentence: string): string[] =>
  lint('example.report.yaml', `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 正文: |\n        ${sentence}\n`, () => undefined)
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
];

const wrong: readonly (readonly [sentence: string, at: string])[] = [
  ['入围3460人，比2016年的3153人增加317人。', '317人'],
  ['入围3460人，比2016年的3753人增加307人。', '307人'],
  ['The Agency spent $39.6 million in 2017, $0.7 million less than its budget of $40.1 million.', '$0.7 million'],
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
];

it.each(sound)('is silent on: %s', (sentence) => expect(found(sentence)).toEqual([]));
it.each(wrong)('finds the one mistake of: %s', (sentence, at) => expect(found(sentence)).toEqual([at]));
