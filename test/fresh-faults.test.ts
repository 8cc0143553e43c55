import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { enLast, enNow, zhLast, zhNow } from './fresh-pair.ts';

const chained = ['previous-agrees', 'definitions-stable', 'text-fresh', 'figures-fresh', 'years-fresh'];

const all = (
  now: string,
  last: string | undefined,
): { readonly rule: string; readonly code: string; readonly words: string; readonly related: number }[] =>
  lint('2018.report.yaml', now, (file) => (file === '2017.report.yaml' ? last : undefined)).diagnostics.map(
    ({ rule, code, message, related }) => ({
      rule,
      code,
      words: message.zh + message.en,
      related: related.length,
    }),
  );

const found = (now: string, last: string | undefined): string[] =>
  all(now, last)
    .filter(({ rule }) => chained.includes(rule) || rule === 'yaml' || rule === 'schema')
    .map(({ rule, code }) => `${rule} ${code}`);

/** A draft with pieces of it replaced, each of which stands in it. */
function changed(draft: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  let text = draft;
  for (const [from, to] of changes) {
    expect(text.split(from).length, from).toBeGreaterThan(1);
    text = text.replace(from, () => to);
  }
  return text;
}

/** The text of a body or an introduction, in the words of a draft. */
const line = (draft: string, begin: string): string => {
  const text = draft.split('\n').find((each) =>
    each
      .trim()
      .replace(/^(?:导语|intro): /, '')
      .startsWith(begin),
  );
  if (text === undefined) throw new Error(begin);
  return text.trim().replace(/^(?:导语|intro): /, '');
};

type Change = readonly [from: string, to: string];
const typhoon = line(zhNow, '遭遇两次台风');
const flood = line(zhLast, '2017年5月8日');
const silt = line(enNow, 'Silt came back');
const contractors = line(enLast, 'Dredging began');

const faults: Readonly<
  Record<string, readonly [finding: string, draft: 'zh' | 'en', ...changes: readonly Change[]]>
> = {
  'previous value off by a digit': ['previous-agrees differs', 'zh', ['上年值: 1240人', '上年值: 1420人']],
  'previous share off by a tenth': ['previous-agrees differs', 'zh', ['上年值: 11.6%', '上年值: 11.7%']],
  'previous value in another scale and off': [
    'previous-agrees differs',
    'zh',
    ['上年值: 18500台', '上年值: 1.75万台'],
  ],
  'last year in the history off': ['previous-agrees differs', 'zh', ['2017: 812次', '2017: 821次']],
  'an earlier year in the history off': ['previous-agrees differs', 'zh', ['2015: 640次', '2015: 460次']],
  'previous value in another unit': ['previous-agrees unit', 'zh', ['上年值: 46公里', '上年值: 46公斤']],
  'previous value off, in English': [
    'previous-agrees differs',
    'en',
    ["previous: '1,840'", "previous: '1,804'"],
  ],
  'previous value beyond its rounding': ['previous-agrees differs', 'en', ['0.41 million', '0.43 million']],
  'previous value of a metric with another name': [
    'previous-agrees differs',
    'zh',
    [
      '转移居民: { 数值: 2105人, 上年值: 1240人 }',
      '转移人员: { 数值: 2105人, 上年值: 1204人, 原名: 转移居民 }',
    ],
  ],
  'people became visits': [
    'definitions-stable unit',
    'zh',
    ['转移渔民和工棚人员2105人', '转移渔民和工棚人员2105人次'],
    ['数值: 2105人, 上年值: 1240人', '数值: 2105人次'],
  ],
  'a length became a weight': ['definitions-stable unit', 'en', ['4.6 km, previous: 4200 m', '4.6 tonnes']],
  'another definition': [
    'definitions-stable definition',
    'zh',
    ['漏损水量与供水总量之比', '漏损水量与售水总量之比'],
  ],
  'a definition gone': [
    'definitions-stable definition-gone',
    'zh',
    ['          口径: 漏损水量与供水总量之比\n', ''],
  ],
  'another method': ['definitions-stable method', 'zh', ['按月抄表汇总', '远传水表自动汇总']],
  'another definition, in English': [
    'definitions-stable definition',
    'en',
    ['persons boarding or landing', 'persons boarding'],
  ],
  'another method, in English': [
    'definitions-stable method',
    'en',
    ['counted by hand', 'counted by the call centre'],
  ],
  'a table in another unit': ['definitions-stable unit', 'zh', ['计量单位: 万吨', '计量单位: 万元']],
  'a column with another name': ['definitions-stable columns', 'zh', ['2018年, 增长]', '2018年, 增量]']],
  'a text copied': ['text-fresh copied', 'zh', [line(zhNow, '三条黑臭'), line(zhLast, '组织巡河')]],
  'a text copied with one fresh figure': [
    'text-fresh copied',
    'zh',
    [typhoon, flood.replace('1240人', '2105人')],
  ],
  'a text copied, its year changed': [
    'text-fresh copied',
    'zh',
    [typhoon, flood.replace('2017年5月8日', '2018年5月8日').replace('1240人', '2105人')],
  ],
  'a text copied from another section': ['text-fresh copied', 'zh', [typhoon, line(zhLast, '组织巡河')]],
  'a text copied with a sentence turned round': [
    'text-fresh copied',
    'en',
    [silt, `${contractors.split('. ')[1] ?? ''} ${contractors.split('. ')[0] ?? ''}.`],
  ],
  'an introduction copied': [
    'text-fresh copied',
    'zh',
    [line(zhNow, '2018年，我们'), line(zhLast, '2017年，全局上下')],
  ],
  'a text copied, in English': ['text-fresh copied', 'en', [silt, contractors]],
  'a text copied word for word with its figures': [
    'text-fresh copied',
    'zh',
    [line(zhNow, '更换老旧管网52'), line(zhLast, '更换老旧管网46')],
  ],
  'figures copied into new words': [
    'figures-fresh same',
    'zh',
    [
      line(zhNow, '更换老旧管网52'),
      '市民拨打热线7312件，件件有回音；新建泵站3座，智能水表装了1.85万台，改造小区29个，管网更换46公里，管网漏损率11.6%。',
    ],
    ['52公里, 上年值: 46公里', '46公里'],
    ['2座, 上年值: 3座', '3座'],
    ['31个, 上年值: 29个', '29个'],
    ['2.1万台, 上年值: 18500台', '1.85万台'],
    ['6940件', '7312件'],
    ['10.8%\n          上年值: 11.6%', '11.6%'],
  ],
  'figures copied, in English': [
    'figures-fresh same',
    'en',
    [
      line(enNow, 'The harbour handled 1,902'),
      'Ships numbered 1,840 and cruise calls 96, with 412 thousand passengers; there were 37 tows, 5,210 containers and 58 complaints.',
    ],
    ["'1,902', previous: '1,840'", "'1,840'"],
    ['103, previous: 96', '96'],
    ['437 thousand, previous: 0.41 million', '412 thousand'],
    ['41, previous: 37', '37'],
    ["'5,380', previous: '5,210'", "'5,210'"],
    ['49, previous: 58', '58'],
  ],
  'the title of last year': [
    'years-fresh title',
    'zh',
    ['水务局2018年工作总结和2019年工作计划', '水务局2017年工作总结和2018年工作计划'],
  ],
  'last year in half of the title': ['years-fresh title', 'en', ['Annual report 2018', 'Annual report 2017']],
  'the summary’s heading of last year': [
    'years-fresh title',
    'zh',
    ['标题: 2018年工作总结', '标题: 2017年工作总结'],
  ],
  'the plan’s heading of last year': [
    'years-fresh title',
    'zh',
    ['标题: 2019年工作计划', '标题: 2018年工作计划'],
  ],
  'the plan’s heading of last year, in English': [
    'years-fresh title',
    'en',
    ['Plan for 2019', 'Plan for 2018'],
  ],
  'a section’s heading of last year': [
    'years-fresh title',
    'zh',
    ['标题: 守住防汛底线', '标题: 2017年主要工作'],
  ],
  'an opening of last year': [
    'years-fresh opening',
    'zh',
    ['2018年，我们把节水摆上了桌面，比2017年', '2017年，我们把节水摆上了桌面，比以前'],
  ],
  'an opening of last year, in English': ['years-fresh opening', 'en', ['In 2018, crews', 'In 2017, crews']],
  'this year that is last year': ['years-fresh words', 'zh', ['遭遇两次台风', '今年（2017年）遭遇两次台风']],
  'last year that is the year before': [
    'years-fresh words',
    'zh',
    ['清出淤泥', '与去年（2016年）比，清出淤泥'],
  ],
  'this year up to a day of last year': [
    'years-fresh words',
    'zh',
    ['沿河排口', '今年再接再厉，截至2017年底，沿河排口'],
  ],
  'next year that is this year, in English': [
    'years-fresh words',
    'en',
    ['moved their hours', 'will move their hours next year (2018)'],
  ],
  'a date left in a new text': [
    'years-fresh date',
    'zh',
    ['遭遇两次台风', '2017年5月8日启动四级应急响应，连续值守11天。遭遇两次台风'],
  ],
  'a date left in a new text, in English': [
    'years-fresh date',
    'en',
    ['Silt came back', 'Dredging began on 14 March 2017 and went on for nine weeks. Silt came back'],
  ],
  'a day without its year left': [
    'years-fresh date',
    'zh',
    ['遭遇两次台风', '5月8日启动四级应急响应，连续值守11天。遭遇两次台风'],
  ],
  'the day of last year’s count': ['years-fresh as-of', 'zh', ['截至: 2018-12', '截至: 2017-12']],
  'the date of last year’s report': [
    'years-fresh dated',
    'zh',
    ['成文日期: 2019-01-10', '成文日期: 2018-01-12'],
  ],
};

describe('a draft beside last year’s', () => {
  it.each([
    ['zh', zhNow, zhLast],
    ['en', enNow, enLast],
  ])('raises nothing where it is clean: %s', (_, now, last) => {
    expect(all(now, last).filter(({ rule }) => rule !== 'targets-led' && rule !== 'targets-dated')).toEqual(
      [],
    );
    expect(all(last, undefined)).toEqual([]);
  });

  it.each(Object.entries(faults))('is found out once: %s', (_, [finding, draft, ...changes]) => {
    const [now, last] = draft === 'zh' ? [zhNow, zhLast] : [enNow, enLast];
    expect(found(changed(now, ...changes), last)).toEqual([finding]);
  });

  it('is told the values of both years and where last year’s stands', () => {
    const [finding] = all(changed(zhNow, ['上年值: 1240人', '上年值: 1420人']), zhLast).filter(
      ({ rule }) => rule === 'previous-agrees',
    );
    expect(finding?.words).toContain('1420人');
    expect(finding?.words).toContain('1240人');
    expect(finding?.related).toBe(1);
  });
});

describe('what is no fault', () => {
  const silent: Readonly<Record<string, readonly [draft: 'zh' | 'en', ...changes: readonly Change[]]>> = {
    'a corrected value that says why': ['zh', ['上年值: 1240人', '上年值: 1290人, 调整说明: 补报了两个镇']],
    'another definition that says why': [
      'zh',
      ['漏损水量与供水总量之比', '漏损水量与售水总量之比\n          调整说明: 按新国标'],
    ],
    'a rounder previous value': ['zh', ['上年值: 18500台', '上年值: 1.9万台']],
    'a unit that converts': ['zh', ['上年值: 46公里', '上年值: 46000米']],
    'a definition with other punctuation': ['zh', ['漏损水量与供水总量之比', '漏损水量 与供水总量之比。']],
    'columns in another order, and one more': [
      'zh',
      ['列: [2017年, 2018年, 增长]', '列: [2018年, 2017年, 增长, 备注]'],
      ["'325', '333', 2.5%", "'333', '325', 2.5%, 平"],
      ["'211', '219', 3.8%", "'219', '211', 3.8%, 平"],
    ],
    'a comparison with last year': [
      'zh',
      ['遭遇两次台风', '比2017年早半个月入汛，2017年为五次的台风只来了两次。遭遇两次台风'],
    ],
    'the year in which something began': ['zh', ['清出淤泥', '自2017年5月8日起包干，清出淤泥']],
    'a document of last year': [
      'zh',
      ['清出淤泥', '按照《关于2017年河道清淤的通知》（水河〔2017〕12号），清出淤泥'],
    ],
    'a short text that is the same': [
      'zh',
      [line(zhNow, '三条黑臭'), '组织巡河人员每周走一遍，发现垃圾当天清走。'],
    ],
    'the plan’s levels, the same every year': [
      'zh',
      [
        line(zhNow, '正文: 更换老旧管网40'),
        '正文: 泵站再建2座；小区改造定30个；智能水表争取装到2万台；抽检不少于800次，管网换50公里。',
      ],
    ],
    'a slogan with a year': ['zh', ['标题: 整治河道', '标题: “2017清河”行动收官']],
    'numbers of people beside “this year”': [
      'zh',
      ['清出淤泥', '今年2000人次参加义务劳动，水位是去年2000年以来最低，清出淤泥'],
    ],
    'a school year': ['zh', ['标题: 2018年工作总结', '标题: 2017学年工作总结']],
    'a report on two years': ['zh', ['标题: 2018年工作总结', '标题: 2017—2018年工作总结']],
    'what happened last year, told': ['zh', ['清出淤泥', '2017年开工的截污管今年全线贯通，清出淤泥']],
  };
  it.each(Object.entries(silent))('%s', (_, [draft, ...changes]) => {
    const [now, last] = draft === 'zh' ? [zhNow, zhLast] : [enNow, enLast];
    expect(found(changed(now, ...changes), last)).toEqual([]);
  });

  it('a value that was counted before last year was over', () => {
    const last = changed(zhLast, ['转移居民: 1240人', '转移居民: { 数值: 1240人, 截至: 2017-09 }']);
    const now = changed(zhNow, ['上年值: 1240人', '上年值: 1312人']);
    expect(found(now, last)).toEqual([]);
    // counted on the same day of both years they are one figure
    expect(found(changed(now, ['数值: 2105人', '数值: 2105人, 截至: 2018-09']), last)).toEqual([
      'previous-agrees differs',
    ]);
  });

  it('a draft of another year under “previous”', () => {
    const last = changed(zhLast, ['年度: 2017', '年度: 2015']);
    expect(found(changed(zhNow, ['上年值: 1240人', '上年值: 1420人']), last)).toEqual([]);
  });
});
