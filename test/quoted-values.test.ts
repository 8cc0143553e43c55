import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { readSource } from '../src/source/source.ts';
import { applyEdits } from '../src/source/traps/repair.ts';

const draft = (head: string, section: string): string =>
  `格式: 1\n编制单位: 某局\n年度: 2017\n${head}总结:\n  章节:\n    - 正文: 平稳。\n${section}`;
const english = (section: string): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary:\n  sections:\n    - body: Quiet.\n${section}`;
const remarks = (text: string): ReturnType<typeof readSource>['remarks'] =>
  readSource('a.report.yaml', text, 'report').remarks;

describe('quotation marks around a whole name or title are told, and taken away', () => {
  it.each<[string, string, boolean]>([
    [draft('标题: “报告”\n', ''), '标题: 报告\n', true],
    [draft('标题: ”报告“\n', ''), '标题: 报告\n', true],
    [draft('标题: “报告"\n', ''), '标题: 报告\n', true],
    [draft('标题: 报告\n文号: 「某发〔2018〕1号」\n', ''), '文号: 某发〔2018〕1号\n', true],
    [draft('标题: 报告\n', '      标题: “不忘初心”\n'), '      标题: 不忘初心\n', false],
    [draft('标题: 报告\n', '      牵头: ‘办公室’\n'), '      牵头: 办公室\n', true],
    [draft('标题: 报告\n', '      标识: 『甲』\n'), '      标识: 甲\n', true],
    [draft('标题: 报告\n', '      配合: [“甲处”, 乙处]\n'), '      配合: [甲处, 乙处]\n', true],
    [draft('标题: 报告\n', '      牵头: “甲, 乙”\n'), '      牵头: "甲, 乙"\n', true],
    [english('      lead: “Bus Office”\n'), '      lead: Bus Office\n', true],
    [english('      title: ‘Buses’\n'), '      title: Buses\n', false],
    [
      english('      targets:\n        a: { leader: “Ann Lee”, goal: done }\n'),
      '{ leader: Ann Lee, goal: done }\n',
      true,
    ],
  ])('%j', (text, plain, safe) => {
    const [found, ...others] = remarks(text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ message: 'quotes-printed', fix: { safe } });
    const mended = applyEdits(text, found?.fix?.edits ?? []);
    expect(mended).toContain(plain);
    expect(remarks(mended)).toEqual([]);
  });

  it.each([
    draft('标题: 报告\n', '      标题: “放管服”改革\n'),
    draft('标题: 报告\n', '      标题: “一带”与“一路”\n'),
    draft('标题: "“报告”"\n', ''),
    draft('标题: 报告\n', '      标题: 落实“三二一”\n'),
    draft('标题: 报告\n', '    - 正文: “平稳。”\n'),
    draft('标题: 报告\n', '      指标:\n        甲: { 数值: 1项, 口径: “全市” }\n'),
    english('      title: “A” and “B”\n'),
    english('      lead: Director’s Office\n'),
    english('    - body: “Quiet,” she said. “Very.”\n'),
  ])('but not those that belong to a text: %j', (text) => expect(remarks(text)).toEqual([]));
});

describe('years of a history written otherwise', () => {
  const found = (history: string): { fixed: string; help: string; safe: boolean | undefined } => {
    const text = draft('标题: 报告\n', `      指标:\n        甲: { 数值: 3项, 历年: ${history} }\n`);
    const { diagnostics } = lint('a.report.yaml', text, () => undefined, { rules: [] });
    expect(diagnostics.map(({ code }) => code)).toEqual(['year-wrong']);
    const [{ fix, help }] = diagnostics as [(typeof diagnostics)[number]];
    return {
      fixed:
        applyEdits(text, fix?.edits ?? [])
          .split('历年: ')[1]
          ?.replace(' }\n', '') ?? '',
      help: help?.zh ?? '',
      safe: fix?.safe,
    };
  };
  it.each([
    ['{ 2016年: 2项 }', '{ 2016: 2项 }', true],
    ['{ 2016年度: 2项, 2015: 1项 }', '{ 2016: 2项, 2015: 1项 }', true],
    ['{ FY2016: 2项 }', '{ 2016: 2项 }', true],
    ['{ "2016年": 2项 }', '{ 2016: 2项 }', true],
    ['{ ２０１６: 2项 }', '{ 2016: 2项 }', true],
    ['{ FY16: 2项 }', '{ 2016: 2项 }', false],
  ])('%s → %s', (written, fixed, safe) => {
    expect(found(written)).toEqual({ fixed, safe, help: '改为 2016' });
  });
  it.each(['{ 去年: 2项 }', '{ 16: 2项 }'])('no year is guessed: %s', (written) =>
    expect(found(written)).toMatchObject({
      fixed: written,
      safe: undefined,
      help: '年份写四位数字，如 2017',
    }),
  );
  it('nor is one made twice', () =>
    expect(found('{ 2016: 1项, 2016年: 2项 }')).toMatchObject({
      fixed: '{ 2016: 1项, 2016年: 2项 }',
      safe: undefined,
    }));
});

it.each([
  ['标题：报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 正文: 平稳。\n', '格式: 1'],
  [
    'title：Report\norganization: Agency\nyear: 2017\nsummary:\n  sections:\n    - body: Quiet.\n',
    'schema: 1',
  ],
])('the format that is missing is told as what to write, in both languages: %j', (text, line) => {
  const { diagnostics } = lint('a.report.yaml', text, () => undefined, { rules: [] });
  const help = diagnostics.find(({ code }) => code === 'key-missing')?.help;
  expect(help?.zh).toContain(`“${line}”`);
  expect(help?.en).toContain(`“${line}”`);
});
