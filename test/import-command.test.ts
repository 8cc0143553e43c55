import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Io } from '../src/io.ts';
import { main } from '../src/main.ts';
import { folder, report } from './cli.ts';

const source = `首页
某市水务局2017年工作总结和2018年工作计划
来源：水务局 时间：2018-01-12
2017年工作总结
全年各项任务推进有序。
一、抓好防汛
（一）排查隐患。全市派出检查组24个，查出隐患95处，其中水库30处、堤防65处，比2016年增加15处。截至2017年11月，完成整改95处，整改率100%。
（二）加强值守。全年值守365天。
二、管好用水
（一）推广节水。新增节水户1200户（农村800户，城镇400户）。
2018年工作计划
一、加固水库
（一）加固水库12座。确保2018年6月主体工程完工，力争引进社会资金3000万元。
扫一扫在手机打开当前页
`;

describe('import', () => {
  it('writes a draft that lints, and says what it left out', async () => {
    const cwd = folder({ '总结.txt': source });
    const { code, stdout, stderr } = await report(cwd, [
      'import',
      '总结.txt',
      '--organization',
      '某市水务局',
      '--lang',
      'zh',
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('已由 总结.txt 写成 2017.report.yaml');
    expect(stderr).toContain('未收入正文（3处');
    expect(readFileSync(join(cwd, '2017.report.yaml'), 'utf8')).toMatchSnapshot();
    const lint = await report(cwd, ['lint', '--format', 'json']);
    expect(JSON.parse(lint.stdout)).toMatchObject({ counts: { error: 0, warning: 0 } });
    expect((await report(cwd, ['new', '2018', '--yes'])).code).toBe(0);
  });

  it('overwrites nothing without --force', async () => {
    const cwd = folder({ 'a.txt': source, '2017.report.yaml': 'mine' });
    expect(await report(cwd, ['import', 'a.txt', '--lang', 'en'])).toMatchObject({ code: 2 });
    expect(readFileSync(join(cwd, '2017.report.yaml'), 'utf8')).toBe('mine');
    expect((await report(cwd, ['import', 'a.txt', '--force'])).code).toBe(0);
  });

  it('takes what another program sends, in any encoding, and writes it on', async () => {
    const bytes = new Uint8Array([
      0xff,
      0xfe,
      ...[...source].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]),
    ]);
    let out = '';
    const stream = (write: (text: string) => void): Io['stdout'] => ({
      write,
      isTTY: false,
      columns: undefined,
    });
    const io: Io = {
      cwd: folder(),
      env: {},
      stdout: stream((text) => (out += text)),
      stderr: stream(() => undefined),
      interactive: false,
      today: '2018-01-20',
      stdin: () => bytes,
    };
    expect(await main(['import', '-'], io)).toBe(0);
    expect(out).toContain('年度: 2017');
  });

  it('writes several drafts, each by its own name, and goes on after one that cannot be read', async () => {
    const cwd = folder({ 'a.txt': source, 'b.pdf': '%PDF-1.4 \u0000', 'c.txt': source });
    const { code, stderr } = await report(cwd, [
      'import',
      'a.txt',
      'b.pdf',
      'c.txt',
      '--out',
      'drafts',
      '--lang',
      'en',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('b.pdf');
    expect(stderr).toContain('pdftotext');
    expect(
      existsSync(join(cwd, 'drafts/a.report.yaml')) && existsSync(join(cwd, 'drafts/c.report.yaml')),
    ).toBe(true);
  });

  it('fills one section of a draft from what an office sends', async () => {
    const draft =
      '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2018\n总结:\n  章节:\n    - 标识: 水库加固\n      标题: 加固水库\n    - { 标题: 其他, 正文: 平稳。 }\n';
    const cwd = folder({
      '2018.report.yaml': draft,
      '工程科.txt': '工程科2018年工作总结\n\n全年加固水库12座，投入3000万元。\n',
    });
    const argv = ['import', '工程科.txt', '--into', '2018', '--section', '水库加固', '--lang', 'zh'];
    const { code, stderr } = await report(cwd, argv);
    expect(code).toBe(0);
    expect(stderr).toContain('文件: offices/工程科.section.yaml');
    expect(readFileSync(join(cwd, 'offices/工程科.section.yaml'), 'utf8')).toMatchSnapshot();
    writeFileSync(
      join(cwd, '2018.report.yaml'),
      draft.replace('标识: 水库加固\n      标题: 加固水库', '文件: offices/工程科.section.yaml'),
    );
    const lint = await report(cwd, ['lint', '2018', '--format', 'json']);
    expect(JSON.parse(lint.stdout)).toMatchObject({ counts: { error: 0, warning: 0 } });
    const wrong = await report(cwd, [...argv.slice(0, 5), '水库加', '--lang', 'zh']);
    expect(wrong).toMatchObject({ code: 2 });
  });

  it('names the schema from where the draft goes', async () => {
    const cwd = folder({ 'a.txt': source, 'node_modules/workreport/schemas/report.zh.schema.json': '{}' });
    const schemaOf = async (file: string, ...argv: string[]): Promise<string | undefined> => {
      expect((await report(cwd, ['import', 'a.txt', ...argv])).code).toBe(0);
      return /\$schema=(\S+)/.exec(readFileSync(join(cwd, file), 'utf8'))?.[1];
    };
    expect(await schemaOf('2017.report.yaml')).toBe('node_modules/workreport/schemas/report.zh.schema.json');
    expect(await schemaOf('drafts/2017.report.yaml', '--out', 'drafts/')).toBe(
      '../node_modules/workreport/schemas/report.zh.schema.json',
    );
    expect(await schemaOf('b/c.yaml', '--out', 'b/c.yaml')).toBe(
      '../node_modules/workreport/schemas/report.zh.schema.json',
    );
  });

  it('refuses what it cannot read, with the remedy', async () => {
    const cwd = folder({
      'a.docx': 'no zip',
      'b.xlsx': 'PK',
      'c.txt': new Uint8Array([0, 1, 2, 3, 0, 0, 255]),
      'd.txt': '  \n',
    });
    for (const [name, remedy] of [
      ['a.docx', 'docx'],
      ['b.xlsx', '.docx, .docm, .odt, .ofd, .html, .md or .txt'],
      ['c.txt', 'UTF-8'],
      ['d.txt', 'no text'],
      ['e.txt', 'no file'],
    ] as const) {
      const { code, stdout, stderr } = await report(cwd, ['import', name, '--lang', 'en']);
      expect({ code, stdout }, name).toEqual({ code: 2, stdout: '' });
      expect(stderr, name).toContain(remedy);
    }
    expect(await report(cwd, ['import'])).toMatchObject({ code: 2 });
    expect(await report(cwd, ['import', 'd.txt', '--into', '2018'])).toMatchObject({ code: 2 });
  });

  it('refuses a file of 100 MB before it reads it', async () => {
    const cwd = folder({ 'large.txt': '' });
    truncateSync(join(cwd, 'large.txt'), 100 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await report(cwd, ['import', 'large.txt', '--lang', 'en'])).toMatchObject({ code: 2 });
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });
});
