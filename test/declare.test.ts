import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, report } from './cli.ts';

const head = '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n';

/** The draft after its undeclared figures were declared. */
async function declared(text: string): Promise<string> {
  const cwd = folder({ 'a.report.yaml': text });
  const argv = ['lint', '--fix', '--rule', 'figures-declared:info'];
  expect(await report(cwd, argv)).toMatchObject({ code: 0 });
  const once = readFileSync(join(cwd, 'a.report.yaml'), 'utf8');
  expect((await report(cwd, argv)).stdout).not.toContain('figures-declared');
  expect(readFileSync(join(cwd, 'a.report.yaml'), 'utf8')).toBe(once);
  return once;
}

describe('figures that are declared by --fix', () => {
  it.each([
    [
      'make a mapping behind the text',
      '    - 标题: 安全 # 注\n      正文: |\n        发现隐患695处，抽查学校500多所。\n\n      章节: []\n',
      '    - 标题: 安全 # 注\n      正文: |\n        发现隐患695处，抽查学校500多所。\n      指标:\n        发现隐患: 695处\n        抽查学校: 500多所\n\n      章节: []\n',
    ],
    [
      'join those that stand there',
      '    - 标题: 安全\n      正文: 发现隐患695处，整改691处。\n      指标:\n          发现隐患: 695处 # 注\n      牵头: 甲科\n',
      '    - 标题: 安全\n      正文: 发现隐患695处，整改691处。\n      指标:\n          发现隐患: 695处 # 注\n          整改: 691处\n      牵头: 甲科\n',
    ],
    [
      'join those in braces',
      '    - 标题: 安全\n      正文: 发现隐患695处，整改691处。\n      指标: { 发现隐患: 695处 }\n',
      '    - 标题: 安全\n      正文: 发现隐患695处，整改691处。\n      指标: { 发现隐患: 695处, 整改: 691处 }\n',
    ],
    [
      'stand at the end of a file without a line break',
      '    - 正文: 整改隐患691处。',
      '    - 正文: 整改隐患691处。\n      指标:\n        整改隐患: 691处',
    ],
    [
      'are named once each',
      '    - 正文: 甲校新聘教师3人，乙校新聘教师4人。\n',
      '    - 正文: 甲校新聘教师3人，乙校新聘教师4人。\n      指标:\n        甲校新聘教师: 3人\n        乙校新聘教师: 4人\n',
    ],
  ])('%s', async (_, before, after) => {
    for (const feed of ['\n', '\r\n'])
      expect(await declared((head + before).replaceAll('\n', feed))).toBe(
        (head + after).replaceAll('\n', feed),
      );
  });

  it('leave alone dates, names, ordinals and what is declared already', async () => {
    const text = `${head}    - 标题: 安全\n      正文: 2017年6月26日，第七届“三二一”活动在附件1所列5A级景区举行，发现隐患695处。\n      指标:\n        发现隐患: 695处\n`;
    expect(await declared(text)).toBe(text);
  });
});
