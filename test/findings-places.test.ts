import { describe, expect, it } from 'vitest';
import type { Log } from 'sarif';
import { folder, report } from './cli.ts';

/** What stands before a place, each counted otherwise by cells, characters, UTF-16 units and bytes. */
const before: Readonly<Record<string, string>> = {
  'Han characters': '全市教育系统平稳，',
  'signs beyond the first plane': '𠮷👍🏽👩‍👩‍👧‍👦',
  'marks without a width': 'e\u0301a\u0308',
  'full-width letters': 'ＡＢＣ（一）',
  'half-width katakana': 'ｱｲｳ',
  tabs: 'a\tb\t',
  'a bit of each': '见👍\t（𠮷）e\u0301',
};
const wrong = '{{不存在}}';
const draft = (text: string): string =>
  `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 标题: 安全\n      正文: ${JSON.stringify(text).replaceAll('\\t', '\t')}\n`;
const LINE = 8;

/** Cells of a text on a terminal, by what Unicode and terminals say of the few signs above. */
const cells = (text: string): number =>
  [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].reduce(
    (sum, { segment }) => sum + (/^[\u0000-\u02ff\u2500-\u257f\uff61-\uffdc]/.test(segment) ? 1 : 2),
    0,
  );

describe.each(Object.entries(before))('a place behind %s', (_, text) => {
  const line = draft(`${text}${wrong}。`).split('\n')[LINE - 1] ?? '';
  const column = line.indexOf('不存在') + 1;
  const run = async (format: string): Promise<string> =>
    (
      await report(folder({ 'a.report.yaml': draft(`${text}${wrong}。`) }), [
        'lint',
        '--format',
        format,
        '--lang',
        'zh',
      ])
    ).stdout;

  it('has columns in UTF-16 units in JSON, SARIF and annotations', async () => {
    const { findings } = JSON.parse(await run('json')) as {
      findings: {
        rule: string;
        range: { start: { line: number; column: number }; end: { column: number } };
      }[];
    };
    const at = findings.find(({ rule }) => rule === 'references-known')?.range;
    expect(line.slice((at?.start.column ?? 0) - 1, (at?.end.column ?? 0) - 1)).toBe('不存在');
    expect(at?.start).toEqual({ line: LINE, column });
    const result = (JSON.parse(await run('sarif')) as Log).runs[0]?.results?.find(
      ({ ruleId }) => ruleId === 'references-known',
    );
    expect(result?.locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: LINE,
      startColumn: at?.start.column,
      endLine: LINE,
      endColumn: at?.end.column,
    });
    expect(await run('github')).toContain(
      `,line=${LINE},endLine=${LINE},col=${at?.start.column},endColumn=${at?.end.column},title=references-known::`,
    );
    expect(await run('markdown')).toContain(`| ${LINE}:${at?.start.column} | 错误 |`);
    expect(await run('junit')).toContain(` a.report.yaml:${LINE}:${at?.start.column}\n`);
    expect(await run('gitlab')).toContain(`"begin": ${LINE}`);
  });

  it('is underlined to the cell in text', async () => {
    const lines = (await run('text')).split('\n');
    const at = lines.findIndex((each) => each.endsWith('references-known')) + 2;
    const [code, rule] = [lines[at] ?? '', lines[at + 1] ?? ''];
    const start = code.indexOf('不存在');
    expect(cells(rule.slice(0, rule.indexOf('─')))).toBe(cells(code.slice(0, start)));
    expect(rule.match(/─/g)).toHaveLength(cells('不存在'));
  });
});
