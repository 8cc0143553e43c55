import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, report } from './cli.ts';

const head = '格式: 1\n标题: 某局2017年工作总结\n编制单位: 某局\n年度: 2017\n发布日期: 2018-01-17\n';
const section = (title: string, lead: string): string =>
  `标题: ${title}\n牵头: ${lead}\n正文: ${title}工作平稳。\n`;
/** A draft whose summary and plan name section files below a folder. */
const draft = (summary: string, plan: string): string =>
  `${head}总结:\n  章节:\n    - 文件: ${summary}\n    - 标题: 综合\n      章节:\n        - 文件: 科/人事科.section.yaml\n计划:\n  章节:\n    - 文件: ${plan}\n`;
const files = {
  '2017.report.yaml': draft('科/基建科.section.yaml', '科/基建科计划.section.yaml'),
  '科/基建科.section.yaml': `标识: 建校\n${section('建校', '基建科')}指标: { 学校: { 数值: 12所, 来源: 统计局 } }\n`,
  '科/基建科计划.section.yaml': `标识: 建校\n${section('建校', '基建科')}目标: { 扩建: { 目标值: 3所, 完成时限: 2018-11 } }\n`,
  '科/人事科.section.yaml': section('培训', '人事科'),
};

describe('new with section files', () => {
  it('keeps last year’s layout, below a folder of its own year, and year after year', async () => {
    const cwd = folder(files);
    const { code, stderr } = await report(cwd, ['new', '2018', '--lang', 'zh']);
    expect(code).toBe(0);
    const made = [
      '2018/科/基建科.section.yaml',
      '2018/科/基建科计划.section.yaml',
      '2018/科/人事科.section.yaml',
    ];
    for (const file of made) expect(stderr).toContain(`已写好 ${file}\n`);
    const text = readFileSync(join(cwd, '2018.report.yaml'), 'utf8');
    for (const file of made) expect(text).toContain(`- 文件: ${file}\n`);
    expect(text).not.toContain('另请取文件名');
    expect(readFileSync(join(cwd, made[0] ?? ''), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\S+section\.zh\.schema\.json\n标识: 建校\n标题: 建校\n牵头: 基建科\n[^]*学校:[^]*扩建: \{ 结果: 进行中/,
    );
    for (const [file, before] of Object.entries(files))
      expect(readFileSync(join(cwd, file), 'utf8')).toBe(before);
    expect((await report(cwd, ['lint', '2018', '--today', '2018-02-01'])).code).toBe(0);
    // the draft of all in one says the same
    const inline = folder(files);
    writeFileSync(
      join(inline, '2018.report.yaml'),
      (await report(inline, ['new', '2018', '-o', '-'])).stdout,
    );
    const rendering = ['render', '2018', '--to', 'text', '--lang', 'zh'];
    expect((await report(cwd, rendering)).stdout).toBe((await report(inline, rendering)).stdout);
    expect((await report(cwd, ['new', '2019'])).code).toBe(0);
    for (const file of made) expect(existsSync(join(cwd, file.replace('2018', '2019'))), file).toBe(true);
  });

  it('moves on the year in a path, needs no folder of the year elsewhere, and gives no two sections one file', async () => {
    const dated = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name.replace('科/', '2017科/'),
        text.replaceAll('文件: 科/', '文件: 2017科/'),
      ]),
    );
    const cwd = folder(dated);
    expect((await report(cwd, ['new', '2018'])).code).toBe(0);
    expect(readFileSync(join(cwd, '2018.report.yaml'), 'utf8')).toContain(
      '- 文件: 2018科/人事科.section.yaml\n',
    );
    expect(
      (await report(folder(files), ['new', '2018', '-o', 'x/2018.report.yaml', '--from', '2017'])).stderr,
    ).toContain('x/科/人事科.section.yaml');
    // only the plan had a file: its section of the new summary and that of the new plan each have one
    const planned = folder({
      ...files,
      '2017.report.yaml': `${head}计划:\n  章节:\n    - 文件: 科/基建科计划.section.yaml\n`,
    });
    expect((await report(planned, ['new', '2018'])).stderr).toMatch(
      /2018\/科\/基建科计划\.section\.yaml\n[^]*2018\/科\/基建科计划-计划|基建科计划-2/,
    );
  });

  it('writes nothing where a file is in the way, but with --force', async () => {
    const cwd = folder(files);
    mkdirSync(join(cwd, '2018/科'), { recursive: true });
    writeFileSync(join(cwd, '2018/科/人事科.section.yaml'), '标题: 已写\n');
    expect(await report(cwd, ['new', '2018', '--lang', 'zh'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('2018/科/人事科.section.yaml') as string,
    });
    expect(existsSync(join(cwd, '2018.report.yaml'))).toBe(false);
    expect(existsSync(join(cwd, '2018/科/基建科.section.yaml'))).toBe(false);
    expect((await report(cwd, ['new', '2018', '--force'])).code).toBe(0);
  });
});
