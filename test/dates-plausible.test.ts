import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';

/** What is said of dates in a report on 2018 that is checked on 20 January 2019. */
function found({
  head = '成文日期: 2019-01-10\n',
  asOf = '2018-12',
  value = '695处',
  today = '2019-01-20',
} = {}): string[] {
  const text = `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2018\n${head}总结:\n  章节:\n    - 标题: 安全\n      正文: 发现隐患695处。\n      指标:\n        发现隐患: { 数值: ${value}, 截至: ${asOf} }\n`;
  return lint('2018.report.yaml', text, () => undefined, { today })
    .diagnostics.filter(({ rule }) => rule === 'dates-plausible')
    .map(({ severity, message }) => `${severity} ${message.zh}`);
}

describe('dates of what has happened', () => {
  it('are not in the future', () => {
    expect(found()).toEqual([]);
    expect(found({ asOf: '2019-01-10' })).toEqual([]);
    expect(found({ asOf: '2019-01' })).toEqual([]);
    expect(found({ asOf: '2108-12' })).toEqual(['warning “发现隐患”写作截至2108-12，本稿只写到2019-01-10']);
    expect(found({ asOf: '2108年12月31日', head: '发布日期: 2019-01-18\n' })).toEqual([
      'error “发现隐患”写作截至2108年12月31日，本稿只写到2019-01-18',
    ]);
    expect(found({ asOf: '2019-02-01', head: '' })).toEqual([
      'warning “发现隐患”写作截至2019-02-01，本稿只写到2019-01-20',
    ]);
    expect(found({ asOf: '2019-02-01', head: '', value: '【待填】' })).toEqual([]);
  });

  it('are held against the real day where the report’s own is out of reach', () => {
    const head = '发布日期: 2099-01-18\n';
    expect(found({ head })).toEqual([
      'error “发布日期”是2099-01-18，比2018年末和今天（2019-01-20）都晚一年以上',
    ]);
    expect(found({ head, asOf: '2098-12' })).toEqual([
      'error “发布日期”是2099-01-18，比2018年末和今天（2019-01-20）都晚一年以上',
      'error “发现隐患”写作截至2098-12，本稿只写到2019-01-20',
    ]);
    expect(found({ head: '成文日期: 2109-01-10\n' })).toEqual([
      'error “成文日期”是2109-01-10，比2018年末和今天（2019-01-20）都晚一年以上',
    ]);
  });

  it('may be some time ahead in a draft, and long past', () => {
    expect(found({ head: '发布日期: 2019-02-10\n' })).toEqual([]);
    expect(found({ head: '成文日期: 2019-03-01\n', today: '2018-01-05', asOf: '2018-12' })).toEqual([]);
    expect(found({ head: '发布日期: 2019-01-18\n', today: '2026-11-28' })).toEqual([]);
    expect(found({ head: '发布日期: 2020-03-01\n', today: '2026-11-28' })).toEqual([]);
  });

  it('are not before the year of the report', () => {
    expect(found({ head: '发布日期: 2017-12-31\n', asOf: '2017-12' })).toEqual([
      'error “发布日期”是2017-12-31，早于报告年度2018年',
    ]);
    expect(found({ head: '成文日期: 1919-01-10\n', asOf: '1918-12' })).toEqual([
      'error “成文日期”是1919-01-10，早于报告年度2018年',
    ]);
    expect(found({ head: '年度起: 10\n发布日期: 2017-11-01\n', asOf: '2017-10' })).toEqual([]);
  });
});
