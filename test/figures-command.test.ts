import { parse } from 'csv-parse/sync';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, report } from './cli.ts';

const examples = resolve(import.meta.dirname, '../examples');
const rowsOf = async (argv: readonly string[], cwd = examples): Promise<Record<string, string>[]> => {
  const { code, stdout } = await report(cwd, ['figures', ...argv, '--format', 'csv', '--lang', 'zh']);
  expect(code).toBe(0);
  expect(stdout.startsWith('\uFEFF')).toBe(true);
  expect(stdout.replaceAll('\r\n', '')).not.toContain('\n');
  return parse(stdout, { bom: true, columns: true });
};
const draft = (metrics: string): string =>
  `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 标题: 安全\n      牵头: 安全科\n      正文: 发现隐患695处，整改691处，整改率99.4%。\n      指标:\n${metrics}`;

describe('report figures', () => {
  it('says that there is none where no figure is declared, and prints no empty table', async () => {
    const cwd = folder({
      'a.report.yaml': 'schema: 1\ntitle: R\norganization: O\nyear: 2017\nsummary: { intro: A calm year. }\n',
    });
    expect(await report(cwd, ['figures', '--lang', 'en'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'report: no metric and no target with a level is declared\n',
    });
    expect((await report(cwd, ['figures', '--format', 'csv'])).stdout).toContain('section,name,value');
    expect(await report(folder({ 'a.report.yaml': '' }), ['figures', '--format', 'md'])).toMatchObject({
      code: 1,
      stdout: '',
    });
  });

  it('lists every metric and level of the example, with its office, change and places', async () => {
    const rows = await rowsOf(['jiangmen-education/2017.report.yaml']);
    const named = (name: string): Record<string, string> | undefined =>
      rows.find((row) => row['名称'] === name);
    expect(rows.length).toBeGreaterThan(100);
    expect(named('重点入围人数')).toMatchObject({ 数值: '3460人', 上年值: '3153人', 增减: '增加307人' });
    expect(named('随班资源教室')).toMatchObject({ 截至: '2017-07' });
    expect(named('年度投资')).toMatchObject({ 数值: '', 目标值: '2亿元' });
    // its contradiction is silenced in lint, but not in the table
    expect(named('累计参训')).toMatchObject({ 是否相符: '不符' });
    expect(named('整改率')).toMatchObject({ 是否相符: '相符', 算式: '完成整改 / 发现隐患' });
    for (const row of rows) expect(row['正文位置'], row['名称']).toMatch(/2017\.report\.yaml:\d+:\d+/);
  });

  it('points to the character where a figure is said, in section files as well', async () => {
    const { stdout } = await report(examples, ['figures', 'riverside-transport', '--format', 'json']);
    const { figures } = JSON.parse(stdout) as {
      figures: {
        name: string;
        lead: string;
        level: string;
        said: { file: string; line: number; column: number }[];
      }[];
    };
    const row = figures.find(({ name }) => name === 'closure rate');
    expect(row).toMatchObject({
      lead: 'Roads Office',
      level: '98%',
      said: [{ file: 'riverside-transport/offices/roads.section.yaml', line: 7 }],
    });
  });

  it('computes what is only a formula, and says where formulas fail', async () => {
    const cwd = folder({
      'a.report.yaml': draft(
        '        隐患: 695处\n        整改: 691处\n        整改率: { 算式: 整改 / 隐患 }\n',
      ),
    });
    expect(
      (await rowsOf([], cwd)).map((row) => [row['名称'], row['数值'], row['牵头'], row['是否相符']]),
    ).toEqual([
      ['隐患', '695处', '安全科', ''],
      ['整改', '691处', '安全科', ''],
      ['整改率', '99.4%', '安全科', '相符'],
    ]);
    const wrong = folder({
      'a.report.yaml': draft(
        '        隐患: 695处\n        整改: 691处\n        整改率: { 数值: 100%, 算式: 整改 / 隐患 }\n',
      ),
    });
    const { code, stdout, stderr } = await report(wrong, ['figures', '--format', 'md', '--lang', 'en']);
    expect(code).toBe(1);
    expect(stderr).toContain('report lint');
    expect(stdout).toContain('| NO |');
  });

  it.each([
    [
      'an operand that is still a placeholder',
      '        隐患: 【多少】处\n        整改: 691处\n        率: { 数值: 99.4%, 算式: 整改 / 隐患 }\n',
      '“隐患”没有数值',
    ],
    [
      'an operand without a value',
      '        隐患:\n        整改: 691处\n        率: { 数值: 99.4%, 算式: 整改 / 隐患 }\n',
      '“隐患”没有数值',
    ],
    [
      'an operand whose value is an empty text',
      '        隐患: ""\n        整改: 691处\n        率: { 数值: 99.4%, 算式: 整改 / 隐患 }\n',
      '“隐患”没有数值',
    ],
    [
      'an operand that nothing is called',
      '        整改: 691处\n        率: { 数值: 99.4%, 算式: 整改 / 隐患 }\n',
      '没有叫“隐患”的指标',
    ],
    [
      'last year’s value that is not given',
      '        整改: 691处\n        增加: { 数值: 9处, 算式: 整改 - 整改.上年值 }\n',
      '“整改.上年值”没有数值',
    ],
    [
      'an operand that is no figure',
      '        隐患: 许多\n        整改: 691处\n        率: { 数值: 99.4%, 算式: 整改 / 隐患 }\n',
      '隐患写作“许多”，不是可以计算的数',
    ],
    [
      'a formula that cannot be read',
      '        整改: 691处\n        率: { 数值: 99.4%, 算式: 整改 // 整改 }\n',
      '“/”前缺指标名或数',
    ],
    [
      'two formulas that need each other',
      '        整改: { 数值: 691处, 算式: 率 * 1 }\n        率: { 数值: 99.4%, 算式: 整改 / 2 }\n',
      '算式互相引用',
    ],
    [
      'a division by nothing',
      '        整改: 691处\n        无: 0处\n        率: { 数值: 99.4%, 算式: 整改 / 无 }\n',
      '除数“无”（0处）是0或可能是0，不能相除',
    ],
    [
      'units that differ',
      '        整改: 691处\n        投入: 3元\n        率: { 数值: 99.4%, 算式: 整改 + 投入 }\n',
      '691处与3元单位不同，不能相加减',
    ],
    [
      'a value that is a placeholder',
      '        隐患: 695处\n        整改: 691处\n        率: { 数值: 【多少】%, 算式: 整改 / 隐患 }\n',
      '数值还不是一个数',
    ],
    [
      'a value that is a word',
      '        隐患: 695处\n        整改: 691处\n        率: { 数值: 很高, 算式: 整改 / 隐患 }\n',
      '数值还不是一个数',
    ],
  ])('says of %s that the formula was not computed, and why', async (_, metrics, reason) => {
    const cwd = folder({ 'a.report.yaml': draft(metrics) });
    for (const format of ['text', 'md', 'csv', 'json']) {
      const { code, stdout, stderr } = await report(cwd, ['figures', '--format', format, '--lang', 'zh']);
      expect(code).toBe(1);
      expect(stdout).toContain(format === 'json' ? `"zh": ${JSON.stringify(reason)}` : `未核算：${reason}`);
      expect(stdout).not.toContain('相符\n');
      expect(stderr).toMatch(/算式共[12]个：相符0个，未核算[12]个\n/);
    }
  });

  it('closes with what came of the formulas', async () => {
    const cwd = folder({
      'a.report.yaml': draft(
        '        隐患: 695处\n        整改: 691处\n        整改率: { 数值: 99.4%, 算式: 整改 / 隐患 }\n        错: { 数值: 7处, 算式: 隐患 - 整改 }\n',
      ),
    });
    expect((await report(cwd, ['figures', '--lang', 'en'])).stderr).toContain(
      'report: formulas: 1 holds, 1 does not\n',
    );
    const { stdout } = await report(cwd, ['figures', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ formulas: { hold: 1, differ: 1, uncomputed: 0 } });
  });

  it('keeps a cell from being a formula of the spreadsheet', async () => {
    const cwd = folder({
      'a.report.yaml': draft(
        '        "=1+1": 695处\n        整改: 691处\n        降幅: { 数值: -4.3%, 来源: 统计局 }\n',
      ),
    });
    expect((await rowsOf([], cwd)).map((row) => `${row['名称']} ${row['数值']}`)).toEqual([
      "'=1+1 695处",
      '整改 691处',
      '降幅 -4.3%',
    ]);
  });

  it('takes a year for the draft of that year', async () => {
    const cwd = folder({
      '2017.report.yaml': draft(
        '        隐患: 695处\n        整改: 691处\n        整改率: { 数值: 99.4%, 算式: 整改 / 隐患 }\n',
      ),
    });
    expect(await rowsOf(['2017'], cwd)).toHaveLength(3);
    expect(await report(cwd, ['lint', '2017'])).toMatchObject({ code: 0 });
    expect((await report(cwd, ['lint', '2016', '--lang', 'en'])).stderr).toContain('2016.report.yaml');
  });

  it('never ends with 0 where something was not read', async () => {
    expect(await report(folder(), ['figures'])).toMatchObject({ code: 2, stdout: '' });
    expect(
      (await report(folder({ 'a.report.yaml': '- 一\n' }), ['figures', 'a.report.yaml', 'b.report.yaml']))
        .code,
    ).toBe(2);
    expect((await report(folder({ 'a.report.yaml': '- 一\n' }), ['figures'])).code).toBe(1);
  });
});
