import { expect, it } from 'vitest';
import { importDocument } from '../src/importer/import.ts';
import { readDocument } from '../src/importer/read.ts';

/** The metrics that an import of one section declares. */
async function metricsOf(title: string, text: string): Promise<Record<string, unknown>> {
  const bytes = new TextEncoder().encode(
    /[A-Z]/.test(title) ? `# ${title}\n\n## 1. Work\n\n${text}\n` : `${title}\n\n一、工作\n${text}\n`,
  );
  const name = /[A-Z]/.test(title) ? 'report.md' : 'report.txt';
  const { report } = importDocument(await readDocument(name, bytes), {
    from: name,
    today: '2026-06-30',
    schema: () => 'x',
    keepAll: false,
    figures: true,
  });
  return Object.fromEntries(
    report.metrics.map(({ id, data }) => [
      id,
      data.previous === undefined ? data.value : [data.previous, data.value],
    ]),
  );
}

const zh = '东湖区园林局2025年工作总结';
const en = 'Report of the Parks Office 2025';

it.each([
  [zh, '城区绿地率由上年的36.2%提高到38.9%。', { 城区绿地率: ['36.2%', '38.9%'] }],
  [zh, '注册志愿者从2024年末的2.1万人增至2.6万人。', { 注册志愿者: ['2.1万人', '2.6万人'] }],
  // of an earlier level the year is not known, or is another
  [zh, '注册志愿者从2.1万人增至2.6万人。', { 注册志愿者: '2.6万人' }],
  [zh, '注册志愿者从2020年的1.1万人增至2.6万人。', { 注册志愿者: '2.6万人' }],
  [zh, '建成口袋公园38个，比2024年增加6个。', { 建成口袋公园: ['32个', '38个'] }],
  [zh, '建成口袋公园38个，比2020年增加6个。', { 建成口袋公园: '38个' }],
  [zh, '全年0—6岁儿童入园率71.5%。', { '0—6岁儿童入园率': '71.5%' }],
  [zh, '收入完成6.2亿元，加上级补助收入3.4亿元。', { 收入: '6.2亿元', 上级补助收入: '3.4亿元' }],
  // a point is a hundredth of a share
  [zh, '苗木成活率91.4%，比上年下降1.6个百分点。', { 苗木成活率: ['93.0%', '91.4%'] }],
  [zh, '公园开放率96.2%，同比提高0.7个百分点。', { 公园开放率: ['95.5%', '96.2%'] }],
  [zh, '投诉办结率99.1%，较上年提高30个基点。', { 投诉办结率: ['98.8%', '99.1%'] }],
  [en, 'Visits grew from 1,200 in 2024 to 1,950.', { Visits: ['1,200', '1,950'] }],
  [en, 'Visits grew from 1,200 in 2019 to 1,950.', { Visits: '1,950' }],
  [en, 'The number of closed paths fell from 31 to 17.', { 'number of closed paths': '17' }],
  // a limit that is all that an item says; an age is asked for
  [
    zh,
    '- 抢修用时~35%以内\n- 报名年龄35岁以下\n- 恢复供水时间2小时以内',
    { 抢修用时: '35%以内', 恢复供水时间: '2小时以内' },
  ],
  // the mark of a list is no part of a name
  [
    zh,
    '- 改造旧管网12公里\n- 绿地率38.5%\n• 新增绿地35公顷',
    { 改造旧管网: '12公里', 绿地率: '38.5%', 新增绿地: '35公顷' },
  ],
  [zh, '- 抢修用时控制在2小时以内，超时12次。', {}],
  // last year’s value behind the figure
  [
    zh,
    '平均等候时间19分钟（2024年为27分钟），受理投诉46件（上年58件）。',
    { 平均等候时间: ['27分钟', '19分钟'], 受理投诉: ['58件', '46件'] },
  ],
  [
    zh,
    '平均等候时间19分钟（2021年为27分钟），受理投诉46件（有效投诉31件）。',
    { 平均等候时间: '19分钟', 受理投诉: '46件', 有效投诉: '31件' },
  ],
  [en, 'We welcomed 1,950 visitors, up from 1,200 in 2024.', { visitors: ['1,200', '1,950'] }],
  [
    en,
    'Turnover was £48.2 million, compared with £46.9 million a year earlier.',
    { Turnover: ['£46.9 million', '£48.2 million'] },
  ],
  [en, 'Complaints dropped to 214 (2024: 265).', { Complaints: ['265', '214'] }],
  [en, 'Complaints dropped to 214, down from 265 in 2019.', { Complaints: '214' }],
  [en, 'Complaints dropped to 214, down from 265 in March 2024.', { Complaints: '214' }],
  [
    en,
    'Turnover was £48.2 million, compared with a plan of £46.9 million in 2024.',
    { Turnover: '£48.2 million' },
  ],
  // what 分别 and “respectively” give out belongs to each by its place, or to nobody where the names are not whole
  [zh, '苹果、梨产量分别达12万吨、8万吨。', { 苹果产量: '12万吨', 梨产量: '8万吨' }],
  // a unit that the last of a list carries is the others’ as well
  [zh, '国内游客、过夜游客分别为86.5万、12.4万人次。', { 国内游客: '86.5万人次', 过夜游客: '12.4万人次' }],
  [zh, '住院、门诊患者满意度分别达96.1%、94.8%。', {}],
  [en, 'Oaks and elms numbered 41 and 57 respectively.', { Oaks: '41', elms: '57' }],
  [en, 'Water and energy costs were £1.2m and £3.4m respectively.', {}],
  // addresses, numbers of titles and items, counts among so many
  [zh, '投诉请写信至83451270@qq.com，电话0750-3322110。', {}],
  [zh, '供水情况如下。\n2.2 泵站检修逐一完成，运行平稳。\n全年供水36万吨。', { 供水: '36万吨' }],
  [en, 'Missed visits were 38 per 100,000. Recycling reached 47%.', { Recycling: '47%' }],
  [
    en,
    'Our 412 staff dealt with every call, and our 276 volunteers read to pupils.',
    { staff: '412', volunteers: '276' },
  ],
  // powers, fractions, anniversaries and codes are no figures
  [zh, '水资源总量2.4×10⁸立方米，为上年的1/3。', {}],
  [zh, '喜迎建园40周年，开通12345热线。', {}],
])('%s: %s', async (title, text, metrics) => {
  expect(await metricsOf(title, text)).toEqual(metrics);
});
