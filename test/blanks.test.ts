import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';

const head = '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n成文日期: 2018-01-10\n';
const draft = (lines: string, published = true): string =>
  `${head}${published ? '发布日期: 2018-01-17\n' : ''}${lines}`;
const section = (lines: string): string =>
  `总结:\n  章节:\n    - 标题: 安全\n      正文: 平稳。\n${lines.replaceAll(/^/gm, '      ').replace(/ +$/, '')}\n`;
const plan = (lines: string): string => section(lines).replace('总结', '计划');

const found = (text: string): string[] =>
  lint('a.report.yaml', text, () => undefined, { today: '2018-01-20' })
    .diagnostics.filter(({ rule, severity }) => severity === 'error' || rule === 'placeholders-filled')
    .map(({ code, severity, range: { start } }) => `${start.line}:${start.column} ${code} ${severity}`);

/** Every way to write nothing where a value could be. */
const nothings = ['""', "''", '" "', '"　"', "'\u00A0'", '"\\u200b"', '　'];

describe('blanks in place of a value are none', () => {
  it.each([
    ['a metric', (nothing: string) => section(`指标:\n  隐患: ${nothing}`), '12:9 value-missing error'],
    [
      'the value of a metric',
      (nothing: string) => section(`指标:\n  隐患: { 数值: ${nothing} }`),
      '12:9 value-missing error',
    ],
    ['a target', (nothing: string) => plan(`目标:\n  整改: ${nothing}`), '12:9 blank error'],
    [
      'the level of a target',
      (nothing: string) => plan(`目标:\n  整改: { 目标值: ${nothing} }`),
      '12:15 blank error',
    ],
    ['a due date', (nothing: string) => plan(`目标:\n  整改: { 完成时限: ${nothing} }`), '12:15 blank error'],
    ['a lead', (nothing: string) => section(`牵头: ${nothing}`), '11:7 blank error'],
    [
      'a title',
      (nothing: string) => `总结:\n  章节:\n    - 标题: ${nothing}\n      正文: 平稳。\n`,
      '9:7 blank error',
    ],
    [
      'a title of the draft',
      (nothing: string) => `总结:\n  导语: 平稳。\n文号: ${nothing}\n`,
      '9:1 blank error',
    ],
    [
      'an office of a list',
      (nothing: string) => section(`配合: [甲科, ${nothing === '　' ? '""' : nothing}]`),
      '11:16 blank error',
    ],
    [
      'a value of another year',
      (nothing: string) => section(`指标:\n  隐患: { 数值: 5处, 来源: 台账, 历年: { 2016: ${nothing} } }`),
      '12:43 blank error',
    ],
  ])('%s', (_, make, finds) => {
    for (const nothing of nothings) expect(found(draft(make(nothing))), nothing).toEqual([finds]);
  });

  it.each([
    '…',
    '……',
    '"？"',
    '—',
    '（）',
    '"[ ]"',
    '"/"',
    '待定',
    '待统计数据',
    '待确认。',
    '暂缺',
    'TBC',
    'to be confirmed',
    'unknown',
    "'\u3164'",
    "'\u00AD'",
  ])('a metric whose value is %s waits for one', (open) =>
    expect(found(draft(section(`指标:\n  隐患: ${open}`)))).toEqual([
      expect.stringMatching(/^12:\d+ value-missing error$/),
    ]),
  );

  it.each(['优秀', '合格', 'AA', '"≥ 3项"', '"3"', '待遇提高', 'none'])(
    'a metric whose value is %s does not',
    (told) =>
      expect(
        found(draft(section(`指标:\n  隐患: ${told}`))).filter((each) => each.includes('value-missing')),
      ).toEqual([]),
  );

  it('a text of signs alone is none', () => {
    for (const signs of ['……', '—', '***', '"- "', '（）'])
      expect(
        found(draft(`总结:\n  章节:\n    - 标题: 安全\n      正文: "${signs.replaceAll('"', '')}"\n`)),
        signs,
      ).toEqual(['10:11 section-empty error']);
  });

  it('a table without a filled cell is told', () => {
    const table = (rows: string) => found(draft(section(`表格:\n  学校: { 列: [小学, 初中], 行: ${rows} }`)));
    expect(table('{ 市直: ["", "　"], 镇街: [null, /] }')).toEqual(['12:9 cells-empty error']);
    expect(table('{ 市直: ["", 3] }')).toEqual([]);
  });

  it('and a report without any part is not written, which a misspelt part does not say twice', () => {
    for (const nothing of ['', '总结:\n', '附件: []\n'])
      expect(found(draft(nothing)), nothing).toEqual(['2:5 parts-none error']);
    expect(found(draft('总结：\n  导语: 平稳。\n'))).not.toContain('2:5 parts-none error');
    expect(found(draft('总接:\n  导语: 平稳。\n'))).toEqual(['7:1 key-misspelt error']);
    expect(found(draft('', false))).toEqual([]);
  });

  it('an empty block is none either', () => {
    expect(found(draft(section('指标:\n  隐患: |\n  整改: >-')))).toEqual([
      '12:9 value-missing error',
      '13:9 value-missing error',
    ]);
    expect(found(draft(plan('牵头: |\n\n目标:\n  甲: 1项')))).toContain('11:7 blank error');
  });

  it('what a result lacks is said by the rule that asks for it, too', () => {
    const results = section(
      '目标:\n  整改: 1项\n完成情况:\n  整改: { 结果: 未完成, 原因: "", 措施: " ", 完成值: "" }',
    );
    expect(found(draft(results)).filter((each) => each.includes('blank'))).toEqual([
      '14:24 blank error',
      '14:32 blank error',
      '14:41 blank error',
    ]);
    expect(found(draft(results)).length).toBeGreaterThan(3);
  });

  it('are told once in a section file', () => {
    const own = '标题: ""\n正文: |\n\n指标:\n  隐患:\n';
    const { diagnostics } = lint(
      'a.report.yaml',
      draft('总结:\n  章节:\n    - 文件: b.section.yaml\n'),
      () => own,
      { today: '2018-01-20' },
    );
    expect(
      diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ code, range: { start } }) => `${start.line} ${code}`),
    ).toEqual(['1 blank', '1 section-empty', '5 value-missing']);
  });

  it('in a draft they are to be filled', () =>
    expect(found(draft(section('牵头: " "'), false))).toEqual(['10:7 blank info']));

  it('but an empty cell is one, however it is written', () => {
    const table = section(
      '表格:\n  学校:\n    列: [小学, 初中, 高中, 合计]\n    行:\n      市直: ["", null, /, 3]\n    合计: 行',
    );
    expect(found(draft(table))).toEqual([]);
  });

  it('and what YAML leaves empty may stay empty, but for a metric', () => {
    expect(found(draft(plan('牵头:\n配合:\n目标:\n  整改: { 完成时限: }')))).toEqual([]);
    expect(found(draft(section('指标:\n  隐患:')))).toEqual(['12:9 value-missing error']);
  });
});
