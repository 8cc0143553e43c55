import { Reading } from '../src/reading/reading.ts';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { textRenderer } from '../src/render/text.ts';
import { folder, report as run } from './cli.ts';

const draft = (rest: string): string =>
  `格式: 1\n标题: 某局2017年工作总结\n编制单位: 某局\n年度: 2017\n${rest}`;
const printed = (rest: string): string => {
  const { reading, diagnostics } = lint('a.report.yaml', draft(rest), () => undefined, { rules: [] });
  expect(diagnostics).toEqual([]);
  return textRenderer(reading as Reading, { draft: true, internal: false });
};

const sections = `总结:
  标题: 工作总结
  章节:
    - 标题: 重点工作
      章节:
        - 标题: 校园安全
          正文: |
            发现**隐患**{{发现隐患}}。

            - 校车
            - 消防
          牵头: 安全科
          指标: { 发现隐患: 695处 }
          表格:
            分校: { 列: [甲, 乙], 行: { 隐患: [300处, 395处] } }
`;

describe('the text of a report', () => {
  it('holds its words, numbers and cells, and no markup, stamp or signature', () =>
    expect(printed(`成文日期: 2018-01-10\n${sections}`)).toBe(
      '某局2017年工作总结\n\n工作总结\n\n一、重点工作\n\n（一）校园安全。发现隐患695处。\n\n• 校车\n\n• 消防\n\n分校\n\t甲\t乙\n隐患\t300处\t395处\n',
    ));

  it('has titles in lines of their own where they are not run in', () =>
    expect(printed(`编号: { 接排: 否 }\n${sections}`)).toContain('（一）校园安全\n\n发现隐患695处。'));

  it('prints a number as it was typed', () =>
    expect(printed(sections.replace('标题: 校园安全', '标题: 校园安全\n          序号: （三）'))).toContain(
      '（三）校园安全。',
    ));

  it('is written where only rules object, and refused where the form is wrong', async () => {
    const cwd = folder({
      'a.report.yaml': draft('总结:\n  导语: 见“{{没有}}”。\n'),
      'b.report.yaml': draft('总节: { 导语: 平稳。 }\n'),
    });
    expect(await run(cwd, ['render', 'a.report.yaml', '--to', 'text', '--lang', 'zh'])).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(await run(cwd, ['render', 'b.report.yaml', '--to', 'text', '--lang', 'zh'])).toMatchObject({
      code: 1,
      stdout: '',
    });
  });
});
