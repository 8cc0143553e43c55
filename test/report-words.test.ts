import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';

/** Rules that hold the words of a whole report against each other, each with lines that it finds and lines that it lets pass. */
const cases: [rule: string, isFound: boolean, words: string][] = [];
let rule = '';
for (const line of readFileSync(join(import.meta.dirname, 'style/report-words.txt'), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  if (/^[+-] /.test(line)) cases.push([rule, line.startsWith('+'), line.slice(2)]);
  else rule = line;
}

const draft = (words: string): string => {
  const [summary = '', plan = '工作有序推进。'] = words.split(' | ').map((part) => JSON.stringify(part));
  return `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n${/[\u4e00-\u9fff]/.test(words) ? '' : '语言: en\n'}总结: { 导语: ${summary} }\n计划: { 导语: ${plan.startsWith('"') ? plan : JSON.stringify(plan)} }\n`;
};
const found = (id: string, text: string): readonly string[] =>
  lint('a.report.yaml', text, () => undefined)
    .diagnostics.filter(({ rule: by }) => by === id)
    .map(({ message: { zh } }) => zh);

describe('words of a whole report', () => {
  it.each(cases)('%s, %s: %s', (id, isFound, words) => {
    expect(found(id, draft(words))).toHaveLength(isFound ? 1 : 0);
  });

  it.each([
    ['2017年工作总结和2019年工作计划', 1],
    ['2017年工作总结和2018年工作计划', 0],
    ['2017年工作总结和2017年工作计划', 0],
    ['2017年工作总结和2018—2020年工作计划', 0],
    ['关于2019年计划', 0],
  ])('the years of a title: %s', (title, count) => {
    const text = draft('平稳。').replace('标题: 报告', `标题: ${title}`);
    expect(found('years-dominant', text)).toHaveLength(count);
  });

  it.each([
    ['met, late, missed', 'We met two of our three goals.', 0],
    ['met, met, missed', 'We met three of our three goals.', 1],
    ['met, missed, missed', '2 of the 3 targets were met.', 1],
    ['met, missed, missed', 'We met 2 of our 4 goals.', 0],
    ['met, missed, pending', 'We met 2 of our 3 goals.', 0],
    ['met, missed, missed', '3项目标中，已完成2项。', 1],
    ['met, missed, missed', '完成了三项任务中的一项。', 0],
  ])('the score of %s: %s', (outcomes, words, count) => {
    const results = outcomes
      .split(', ')
      .map(
        (outcome, index) => `        g${index}: { outcome: ${outcome}, reason: rain, remedy: next year }\n`,
      )
      .join('');
    const text = `schema: 1\ntitle: Report\norganization: Office\nyear: 2017\nsummary:\n  intro: ${words}\n  sections:\n    - title: Roads\n      body: Done.\n      results:\n${results}`;
    expect(found('scores-agree', text)).toHaveLength(count);
  });

  it('of a plan that cannot be checked are one finding with all its items', () => {
    const items = [
      ['师资', '进一步加强师资建设。'],
      ['安全', '加强管理，全年检查12次。'],
      ['党建', '推进党的建设，提升水平。'],
      ['基建', '加快推进，6月底前封顶。'],
      ['法治', '完善制度，出台办法。'],
    ];
    const text = `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结: { 导语: 平稳。 }\n计划:\n  章节:\n${items.map(([title, body]) => `    - { 标题: ${title}, 正文: ${body} }\n`).join('')}`;
    expect(found('plans-measurable', text)).toEqual(['计划中有2项没有可核对的内容：“师资”“党建”']);
  });

  it.each([
    ['于11月16日开工。', 0],
    ['于11月16日开工。2017年3月2日招标。', 1],
    ['3月2日—5日办展，4月8日闭馆。2017年5月6日招标。', 1],
    ['2017年11月16日开工，12月3日封顶。', 0],
    ['每年5月12日演练，12月4日国家宪法日宣讲。2017年5月6日招标。', 0],
    ['11月底开工，3月完工。2017年5月6日招标。', 0],
  ])('days without a year in a bureau’s report: %s', (words, count) => {
    const text = draft(words).replace('年度: 2017\n', '年度: 2017\n模板: bureau\n');
    expect(found('years-named', text)).toHaveLength(count);
  });

  it('今年 is asked for in a bureau’s report that is dated later', () => {
    const text = draft('今年建校3所，比去年多1所。').replace('年度: 2017\n', '年度: 2017\n模板: bureau\n');
    expect(found('years-named', text)).toHaveLength(1);
    expect(found('years-named', text.replace('模板: bureau\n', ''))).toEqual([]);
    expect(found('years-named', text.replace('年度: 2017\n', '年度: 2017\n成文日期: 2017-12-28\n'))).toEqual(
      [],
    );
    expect(found('years-named', text.replace('今年', '今年（2017年）').replace('去年', '上年'))).toEqual([]);
  });
});
