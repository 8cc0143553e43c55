import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, report } from './cli.ts';

const head = '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n';
const traps = readFileSync(join(import.meta.dirname, 'lint/traps-of-yaml/2017.report.yaml'), 'utf8');

describe('lint --fix', () => {
  it('mends every trap of YAML, and a second run changes nothing', async () => {
    const cwd = folder({ 'a.report.yaml': traps });
    const { code, stderr } = await report(cwd, ['lint', '--fix', '--lang', 'en']);
    expect(code).toBe(0);
    // what was written is shown
    expect(stderr).toMatch(/^mended a\.report\.yaml \(13 places\)\n@@ -1,\d+ \+1,\d+ @@\n/);
    expect(stderr).toContain('\n-年度:2017\n+年度: 2017\n');
    const mended = readFileSync(join(cwd, 'a.report.yaml'), 'utf8');
    const again = await report(cwd, ['lint', '--fix', '--lang', 'en']);
    expect(again.stderr).toBe('');
    expect(readFileSync(join(cwd, 'a.report.yaml'), 'utf8')).toBe(mended);
  });

  it('shows what it would do and writes nothing', async () => {
    const cwd = folder({ 'a.report.yaml': traps });
    const { stdout } = await report(cwd, ['lint', '--fix-dry-run']);
    expect(stdout).toContain('-标题：某区教育局2017年工作总结\n');
    expect(stdout).toContain('+标题: 某区教育局2017年工作总结\n');
    expect(readFileSync(join(cwd, 'a.report.yaml'), 'utf8')).toBe(traps);
  });

  it.each([
    [
      'a typed number, plain',
      '    - 标题: （一）安全 # 注\n      正文: 平稳。\n',
      '    - 标题: 安全 # 注\n      正文: 平稳。\n',
    ],
    [
      'a typed number, in double quotes',
      '    - 标题: "一、“安全”"   # 注\n      正文: 平稳。\n',
      '    - 标题: "“安全”"   # 注\n      正文: 平稳。\n',
    ],
    [
      'a typed number before what cannot stay plain',
      '    - 标题: 一、- 安全\n      正文: 平稳。\n',
      '    - 标题: "- 安全"\n      正文: 平稳。\n',
    ],
    [
      'a typed number in braces',
      "    - { 标题: '一、安全', 正文: 平稳。 }\n",
      "    - { 标题: '安全', 正文: 平稳。 }\n",
    ],
    [
      'a wrong number',
      '    - 标题: 安全\n      序号: 二、\n      正文: 平稳。\n',
      '    - 标题: 安全\n      序号: 一、\n      正文: 平稳。\n',
    ],
    [
      'a number where there is none',
      '    - 标题: 安全\n      是否编号: 否\n      序号: 二、 # 旧号\n      正文: 平稳。\n',
      '    - 标题: 安全\n      是否编号: 否\n      # 旧号\n      正文: 平稳。\n',
    ],
    [
      'keys of the other set',
      '    - title: 安全\n      "body": 平稳。\n',
      '    - 标题: 安全\n      "正文": 平稳。\n',
    ],
  ])('mends %s, and nothing else', async (_, wrong, right) => {
    for (const feed of ['\n', '\r\n'])
      for (const mark of ['', '\uFEFF']) {
        const write = (text: string): string => mark + (head + text).replaceAll('\n', feed);
        const cwd = folder({ 'a.report.yaml': write(wrong) });
        expect(await report(cwd, ['lint', '--fix'])).toMatchObject({ code: 0 });
        expect(readFileSync(join(cwd, 'a.report.yaml'), 'utf8')).toBe(write(right));
      }
  });

  it('leaves alone what is only likely, unless it is told', async () => {
    const wrong = `${head}    - 标题: 安全\n      正问: 平稳{{隐换}}。\n      指标:\n        隐患: 5处\n`;
    const cwd = folder({ 'a.report.yaml': wrong });
    expect((await report(cwd, ['lint', '--fix'])).code).toBe(1);
    expect(readFileSync(join(cwd, 'a.report.yaml'), 'utf8')).toBe(wrong);
    expect((await report(cwd, ['lint', '--fix-unsafe'])).code).toBe(0);
    expect(readFileSync(join(cwd, 'a.report.yaml'), 'utf8')).toBe(
      wrong.replace('正问', '正文').replace('隐换', '隐患'),
    );
  });

  it('mends a section file where it stands', async () => {
    const cwd = folder({
      'a.report.yaml': `${head}    - 文件: 科/安全.section.yaml\n`,
      '科/安全.section.yaml': '标题：一、安全\n正文: 平稳。\n',
    });
    expect((await report(cwd, ['lint', 'a.report.yaml', '--fix'])).code).toBe(0);
    expect(readFileSync(join(cwd, '科/安全.section.yaml'), 'utf8')).toBe('标题: 安全\n正文: 平稳。\n');
  });
});
