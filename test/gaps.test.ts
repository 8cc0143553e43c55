import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { jsonReporter } from '../src/reporters/json.ts';
import { plain } from '../src/reporters/style.ts';
import { textReporter } from '../src/reporters/text.ts';
import { charactersOf, cellsIn } from '../src/reporters/width.ts';
import { lintReport } from './lint-report.ts';

const draft = (published: boolean, body = '【写做了什么】，投入X万元。'): string =>
  `格式: 1\n标题: 报告\n编制单位: 【单位】\n年度: 2017\n成文日期: 2018-01-10\n${published ? '发布日期: 2018-01-17\n' : ''}总结:\n  章节:\n    - 标题: 安全\n      牵头: 安全科\n      正文: ${body}\n      指标:\n        隐患:\n    - 标题: 督导\n`;
const run = (written: string) => {
  const { diagnostics } = lint('a.report.yaml', written, () => undefined);
  return { diagnostics, files: 1, line: (_: string, line: number) => written.split('\n')[line - 1] ?? '' };
};
const shown = (written: string, language: 'en' | 'zh', width = 80): string =>
  textReporter(run(written), { language, style: plain, width });

describe('what is still to be filled in', () => {
  it('is a table by section, office and line', () => {
    expect(shown(draft(false), 'zh')).toBe(`待填5处  a.report.yaml
章节          待填               科室    行
标题和落款    【单位】                    3
总结一“安全”  【写做了什么】、X  安全科  10
              指标“隐患”的数值   安全科  12
总结二“督导”  正文                       13

还缺5项：安全科3项，其余2项
5个提示，共1个文件
`);
    const widths = shown(draft(false), 'zh')
      .split('\n')
      .slice(1, 6)
      .map((line) => cellsIn(charactersOf(line)));
    expect(new Set(widths).size).toBe(1);
  });

  it('in English as well', () => {
    const lines = shown(draft(false), 'en').split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '5 to be filled in  a.report.yaml',
      'section            to be filled in    office  line',
      'title page         【单位】                      3',
    ]);
  });

  it('is cut to the width of the terminal', () => {
    const lines = shown(draft(false, `【${'写'.repeat(60)}】`), 'zh', 60).split('\n');
    expect(lines[3]).toMatch(/写… +安全科  10$/);
  });

  it('stands below what else is found, which comes in full', () => {
    const out = shown(draft(false, '【写】见{{附表}}。'), 'zh');
    expect(out.indexOf('没有叫“附表”的内容')).toBeGreaterThan(-1);
    expect(out.indexOf('待填')).toBeGreaterThan(out.indexOf('没有叫“附表”的内容'));
  });

  it('is errors in full, once the report is published', () => {
    const out = shown(draft(true), 'zh');
    expect(out).not.toContain('待填');
    expect(out).toContain('错误  【写做了什么】还没有填  placeholders-filled');
  });

  it('is every finding for programs', () => {
    const { findings } = JSON.parse(
      jsonReporter(lintReport(run(draft(false)).diagnostics), { language: 'zh', style: plain, width: 80 }),
    ) as {
      findings: object[];
    };
    expect(findings).toHaveLength(5);
    expect(Object.keys(findings[0] as object)).toEqual([
      'file',
      'rule',
      'code',
      'url',
      'severity',
      'message',
      'help',
      'range',
      'related',
      'fix',
      'gap',
      'fingerprint',
    ]);
  });
});
