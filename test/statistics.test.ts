import { describe, expect, it } from 'vitest';
import { folder, report } from './cli.ts';

const draft = (year: number, ...bodies: readonly string[]): string =>
  `格式: 1\n标题: 工作总结\n编制单位: 某局\n年度: ${year}\n总结:\n  章节:\n` +
  bodies.map((body, index) => `    - 标题: 第${'甲乙丙'[index]}节\n      正文: ${body}\n`).join('');
const rate = '整改隐患691处，占695处的98.4%。';
const points = '入园率由90%提高3%到93%。';
const files = {
  '2017.report.yaml': draft(2017, rate, points),
  '2018.report.yaml': draft(2018, points, '经费【待补】万元。'),
};

describe('--statistics', () => {
  it('counts by rule, the most frequent first, in place of the findings', async () => {
    const cwd = folder(files);
    expect((await report(cwd, ['lint', '--statistics', '--lang', 'zh'])).stdout).toMatchInlineSnapshot(`
      "个数  可改正  或可改正  文件  级别  规则
         2       -         2     2  警告  points-not-percent
         1       -         -     1  错误  rates-hold
         1       -         -     1  提示  placeholders-filled

      1个错误、2个警告、1个提示，共2个文件
      9个数字：3个有核对（1条规则），6个只此一处
      "
    `);
    expect((await report(cwd, ['lint', '--statistics', '--lang', 'en'])).stdout).toMatchInlineSnapshot(`
      "found  --fix  --fix-unsafe  files  severity  rule
          2      -             2      2  warning   points-not-percent
          1      -             -      1  error     rates-hold
          1      -             -      1  info      placeholders-filled

      1 error, 2 warnings, 1 info in 2 files
      9 figures: 3 cross-checked (1 rule), 6 stand alone
      "
    `);
  });

  it('leaves out the column of files where there is one, and says nothing of a clean run but that', async () => {
    const cwd = folder({
      '2017.report.yaml': draft(2017, '平稳。'),
      'a/2017.report.yaml': draft(2017, points),
    });
    expect((await report(cwd, ['lint', '2017.report.yaml', '--statistics', '--lang', 'zh'])).stdout).toBe(
      '没有发现问题，共1个文件\n没有要核对的数字\n',
    );
    expect((await report(cwd, ['lint', 'a', '--statistics', '--lang', 'zh'])).stdout).not.toContain('文件  ');
  });

  it('counts what a baseline holds back apart', async () => {
    const cwd = folder(files);
    await report(cwd, ['lint', '2017', '--update-baseline']);
    const { code, stdout } = await report(cwd, [
      'lint',
      '--statistics',
      '--baseline',
      'report.baseline.json',
      '--lang',
      'zh',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "个数  可改正  或可改正  在基线里  级别  规则
         1       -         1         1  警告  points-not-percent
         1       -         -         -  提示  placeholders-filled
         -       -         -         1  错误  rates-hold

      1个警告、1个提示，共2个文件，2个在基线里
      9个数字：3个有核对（1条规则），6个只此一处
      "
    `);
  });

  it('joins the findings in JSON, and adds up to the counts', async () => {
    const cwd = folder(files);
    const { stdout } = await report(cwd, ['lint', '--statistics', '--format', 'json']);
    const { findings, statistics } = JSON.parse(stdout) as {
      findings: readonly { rule: string; severity: string }[];
      statistics: readonly {
        rule: string;
        severity: string;
        count: number;
        files: number;
        fixable: object;
        known: number;
      }[];
    };
    expect(statistics[0]).toEqual({
      rule: 'points-not-percent',
      severity: 'warning',
      count: 2,
      files: 2,
      fixable: { safe: 0, likely: 2 },
      known: 0,
    });
    for (const { rule, severity, count } of statistics)
      expect(findings.filter((each) => each.rule === rule && each.severity === severity)).toHaveLength(count);
    expect(statistics.reduce((sum, { count }) => sum + count, 0)).toBe(findings.length);
  });

  it('changes no exit code, and counts errors only with --quiet', async () => {
    const cwd = folder(files);
    const quiet = await report(cwd, ['lint', '--statistics', '--quiet', '--lang', 'zh']);
    expect(quiet.code).toBe(1);
    expect(quiet.stdout).not.toContain('points-not-percent');
    expect(quiet.stdout).toContain('（另有2个警告、1个提示未列出）');
  });

  it('is refused where no format has counts, rather than left out', async () => {
    const cwd = folder(files);
    for (const formats of [
      ['--format', 'junit'],
      ['--format', 'sarif=a.sarif', '--format', 'gitlab=b.json'],
      ['-o', 'c.md'],
    ]) {
      const { code, stdout, stderr } = await report(cwd, [
        'lint',
        '--statistics',
        ...formats,
        '--lang',
        'zh',
      ]);
      expect({ code, stdout }, formats.join(' ')).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('--statistics 的个数只在文本和 JSON 里列出');
    }
    const both = await report(cwd, ['lint', '--statistics', '--format', 'text', '--format', 'sarif=a.sarif']);
    expect(both).toMatchObject({ code: 1, stdout: expect.stringContaining('rates-hold') as string });
  });
});
