import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
// before what it counts
import { growth } from './work.ts';

const { lint } = await import('../src/lint/lint.ts');
const { rules } = await import('../src/rules/index.ts');
const { rulesBesideStyle } = await import('./style-rules.ts');

const style = rules.filter((rule) => !rulesBesideStyle.includes(rule));
const file = 'a.report.yaml';
const head = (language: string): string =>
  `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n语言: ${language}\n总结:\n  章节:\n`;
const inBody = (language: string, body: string): string =>
  `${head(language)}    - 标题: 工作\n      正文: |\n        ${body.replaceAll('\n', '\n        ')}\n`;
const found = (text: string): number =>
  lint(file, text, () => undefined, { rules: style }).diagnostics.length;

/** Holds that twice as much text is about twice the work of all rules of style, whatever it is made of. */
const grows = (write: (index: number) => string, size: number, language = 'zh'): void =>
  expect(
    growth(
      (count) => found(inBody(language, Array.from({ length: count }, (_, index) => write(index)).join(''))),
      size,
    ),
  ).toBeLessThan(2.5);

/** Numbers in Chinese characters that are no words, so that no two names are alike. */
const sign = (index: number): string =>
  String.fromCharCode(0x4e00 + (index % 5000), 0x5e00 + ((index * 7) % 5000));

describe('the work of the rules of style grows with the text', () => {
  it.each([
    '全年修路12公里，植树300棵。',
    '，',
    '，。',
    '“',
    '“”、“”',
    '《',
    '》',
    '（',
    '(',
    '甲',
    '甲乙丙',
    '的的',
    '，甲乙丙丁，甲乙丙丁',
    ' 甲乙丙 丁',
    '一、',
    '\n一、甲',
    '\n1、甲',
    '-',
    '2015-2017年',
    '—',
    '...',
    '。。',
    '12，',
    '1,2',
    '１',
    '{修路',
    '**公司',
    '××',
    '截止',
    '按装布署',
    '毕竟争取',
    '本着',
    '围绕',
    '无事故',
    '防止',
    '百分之',
    '三月',
    '11月16日，',
    '五个、',
    '与和及',
    '平台中心系统',
    '江门市平台',
  ])('Chinese: %j', (piece) => grows(() => piece, Math.ceil(800 / piece.length)));

  it.each([
    ['names in quotes', (index: number) => `“${sign(index)}行动”工程开工，${sign(index)}行动工程完工。`],
    ['names in quotes of one beginning', (index: number) => `“滨江文化${sign(index)}”工程，`],
    ['titles', (index: number) => `《关于${sign(index)}管理工作的若干意见》，`],
    ['bodies', (index: number) => `${sign(index)}市智慧水务平台、${sign(index)}智慧水务平台，`],
    ['brackets', (index: number) => `文${sign(index)}（乡）复核，`],
    ['names with 与', (index: number) => `农村${sign(index)}与成人教育示范基地，`],
    ['abbreviations', (index: number) => `${sign(index)}管理中心（以下简称“${sign(index)}”），`],
    ['clauses', (index: number) => `组织全县初中数学教师优质课${sign(index)}评比展示活动，`],
  ])('with %s that differ', (_, write) => grows(write, 60));

  it.each([
    'The crew mended the roof. ',
    'the ',
    '“',
    '"',
    '’',
    'organise organize ',
    'The Parks and Recreation ',
    '1,2',
    'XX ',
  ])('English: %j', (piece) => grows(() => piece, Math.ceil(800 / piece.length), 'en'));

  it('in sections rather than in one text', () => {
    const section = (index: number): string =>
      `    - 标题: 工作\n      正文: 组织全县${sign(index)}教师优质课评比展示活动，“${sign(index)}行动”工程开工。\n`;
    expect(
      growth(
        (count) => found(head('zh') + Array.from({ length: count }, (_, index) => section(index)).join('')),
        60,
      ),
    ).toBeLessThan(2.5);
  });

  it('on the page that is right', () => {
    const page = readFileSync(join(import.meta.dirname, 'style/official-page.report.yaml'), 'utf8');
    const prose = page.replaceAll(/[^\u4e00-\u9fff，。；：、“”《》（）\d%—～]/g, '');
    expect(growth((count) => found(inBody('zh', prose.repeat(count))), 1)).toBeLessThan(2.5);
  });
});
