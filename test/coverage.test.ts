import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { checkedOf } from '../src/lint/checked.ts';
import type { FigureCoverage } from '../src/lint/coverage/reach.ts';
import type { Level } from '../src/rules/rule.ts';
import { report } from './cli.ts';
import { folder } from './folder.ts';

const zh = '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n';
const en = 'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\n';
const body = (text: string, more = ''): string =>
  `${zh}总结:\n  章节:\n    - 标题: 工作\n      正文: ${text}\n${more}`;

const coverageOf = (text: string, levels: Readonly<Record<string, Level>> = {}): FigureCoverage =>
  checkedOf(lint('a.report.yaml', text, () => undefined, { levels, today: '2018-01-20' }))
    .coverage as FigureCoverage;
/** The figures that stand alone, as they are written. */
const alone = (text: string, levels: Readonly<Record<string, Level>> = {}): readonly string[] =>
  coverageOf(text, levels).alone.map((each) => each.text);

describe('a figure', () => {
  it('is held where a rule compares it with others, right or wrong, and else stands alone', () => {
    const text = body('承办任务25项（牵头15项，会办10项），走访300户。承办事项26项（主办15项，协办10项）。');
    expect(coverageOf(text)).toMatchObject({ figures: 7, held: 6, rules: ['parts-add-up'] });
    expect(alone(text)).toEqual(['300户']);
    expect(coverageOf(text).alone[0]).toEqual({
      file: 'a.report.yaml',
      text: '300户',
      range: { start: { line: 8, column: 34 }, end: { line: 8, column: 38 } },
    });
  });

  it('is not held by a rule that is off, and held by one whose finding is silenced', () => {
    const text = body('发现隐患695处，整改691处，整改率98.4%。');
    expect(coverageOf(text).held).toBe(3);
    expect(coverageOf(text, { 'rates-hold': 'off' }).held).toBe(0);
    const silenced = text.replace('      正文', '      # 忽略: rates-hold（口径不同）\n      正文');
    expect(coverageOf(silenced).held).toBe(3);
  });

  it('is not held by its own declaration, nor by a reference to it', () => {
    const metrics = '      指标:\n        走访: 300户\n        慰问: 40户\n';
    expect(alone(body('走访300户，慰问{{慰问}}。', metrics))).toEqual(['300户', '40户']);
    // once each, although both are declared as well
    expect(coverageOf(body('走访300户，慰问{{慰问}}。', metrics)).figures).toBe(2);
  });

  it('is held by the formula of its metric, wherever it is said, and what the formula reckons with is', () => {
    const metrics =
      '      指标:\n        隐患: 695处\n        整改: 691处\n        整改率: { 数值: 99.4%, 算式: 整改 / 隐患 }\n';
    const text = body('隐患{{隐患}}。已经整改691处。整改率{{整改率}}。', metrics);
    expect(coverageOf(text, { 'rates-hold': 'off' })).toMatchObject({
      figures: 3,
      held: 3,
      rules: ['formulas-hold'],
    });
    expect(coverageOf(text, { 'rates-hold': 'off', 'formulas-hold': 'off' }).held).toBe(0);
  });

  it('is held by last year where the text says the change', () => {
    const metrics = '      指标:\n        入围: { 数值: 3460人, 上年值: 3153人 }\n';
    expect(alone(body('入围3460人，比上年增加307人。', metrics))).toEqual([]);
    expect(alone(body('入围3460人。', metrics))).toEqual(['3460人']);
  });

  it('may be a value that no text says', () => {
    const metrics = '      指标:\n        走访: { 数值: 300户, 来源: 台账 }\n';
    expect(coverageOf(body('工作平稳。', metrics))).toMatchObject({ figures: 1, held: 0 });
    expect(alone(body('工作平稳。', metrics))).toEqual(['300户']);
  });

  it('may be a cell, which a total holds; names of years and dashes are none', () => {
    const table = (totals: string): string =>
      body(
        '见表。',
        `      表格:\n        学校: { 列: [公办, 民办, 合计], ${totals}行: { 小学: [12, 2, 14], 初中: [8, —, 8], 年份: [2016, '2017', —] } }\n`,
      );
    expect(coverageOf(table('合计: 行, '))).toMatchObject({ figures: 5, held: 5, rules: ['tables-add-up'] });
    expect(coverageOf(table(''))).toMatchObject({ figures: 5, held: 5 });
    expect(alone(table('').replace('合计]', '特教]'))).toEqual(['12', '2', '14', '8', '8']);
  });

  it('is no date, no number of a point, no telephone number, and nothing planned', () => {
    const text = body(
      '2017年3月5日召开。（1）走访10户；（2）慰问20户。3. 热线12345，电话：12345678。12:30开会。三项任务，第3名。',
      '计划:\n  章节:\n    - 标题: 打算\n      正文: 走访500户。\n      目标:\n        走访: { 目标值: 500户 }\n',
    );
    expect(alone(text)).toEqual(['10户', '20户']);
    expect(coverageOf(text)).toMatchObject({ planned: 2, dates: 1 });
  });

  it('stands alone in the order of the draft, and is masked where it is the number of a person', () => {
    const text = body('走访300户，慰问40户。', '').replace('标题: 工作', '标题: 工作8项');
    expect(alone(text)).toEqual(['8项', '300户', '40户']);
  });
});

const drafts = {
  'a.report.yaml': body('承办任务25项（牵头15项，会办10项），走访300户。'),
  'b.report.yaml': `${en}summary:\n  sections:\n    - title: Roads\n      body: We closed 691 of 695 hazards (99.4%) and mended 40 roads.\n`,
  'c.report.yaml': `${en}summary: { intro: Calm. }\n`,
};

describe('lint', () => {
  it('ends with what it held, of all drafts together, in the language of its messages', async () => {
    const cwd = folder(drafts);
    const run = async (...more: readonly string[]): Promise<string> =>
      (await report(cwd, ['lint', ...more])).stdout.split('\n').slice(-2)[0] ?? '';
    expect(await run('--lang', 'zh')).toBe('8个数字：6个有核对（2条规则），2个只此一处');
    expect(await run('--lang', 'en')).toBe('8 figures: 6 cross-checked (2 rules), 2 stand alone');
    expect(await run('a.report.yaml', '--lang', 'en')).toBe(
      '4 figures: 3 cross-checked (1 rule), 1 stands alone',
    );
    expect(await run('c.report.yaml', '--lang', 'zh')).toBe('没有要核对的数字');
    expect(await run('c.report.yaml', '--lang', 'en', '--quiet')).toBe('no figures to cross-check');
    expect(await run('b.report.yaml', '--only', 'dates-real', '--lang', 'en')).toBe(
      '4 figures: all stand alone',
    );
  });

  it('says it wherever findings go, and nothing of what could not be read', async () => {
    const cwd = folder({ ...drafts, 'd.report.yaml': '- a\n' });
    const line = '4 figures: 3 cross-checked (1 rule), 1 stands alone';
    const filed = await report(cwd, ['lint', 'b.report.yaml', '--format', 'json=x.json', '--lang', 'en']);
    expect(filed.stderr).toBe(`wrote x.json\nno problems in 1 file\n${line}\n`);
    const comment = await report(cwd, ['lint', 'b.report.yaml', '--format', 'markdown', '--lang', 'en']);
    expect(comment.stdout).toContain(`\n\n${line}\n`);
    expect((await report(cwd, ['lint', 'd.report.yaml', '--lang', 'en'])).stdout).not.toMatch(/figure|cross/);
  });

  it('gives each draft and each figure that stands alone in JSON', async () => {
    const { stdout } = await report(folder(drafts), ['lint', '--format', 'json']);
    const { coverage } = JSON.parse(stdout) as { coverage: FigureCoverage & { drafts: FigureCoverage[] } };
    expect(coverage).toMatchObject({ figures: 8, held: 6, rules: ['parts-add-up', 'rates-hold'] });
    expect(
      coverage.drafts.map(({ figures, alone: lone }) => [figures, lone.map(({ text }) => text)]),
    ).toEqual([
      [4, ['300户']],
      [4, ['40']],
      [0, []],
    ]);
  });

  it('says the same of a draft that was checked before', async () => {
    const cwd = folder({ ...drafts, 'cache/keep': '' });
    const run = (...more: readonly string[]): ReturnType<typeof report> =>
      report(cwd, ['lint', ...more], { XDG_CACHE_HOME: join(cwd, 'cache') });
    for (const more of [
      ['--format', 'json'],
      ['--lang', 'zh'],
      ['--min-coverage', '90%'],
    ]) {
      const first = await report(cwd, ['lint', '--no-cache', ...more]);
      expect(await run(...more)).toEqual(first);
      expect(await run(...more)).toEqual(first);
    }
    expect(existsSync(join(cwd, 'cache')) && readdirSync(join(cwd, 'cache')).length).toBeGreaterThan(1);
  });
});

describe('--min-coverage', () => {
  const cwd = folder(drafts);
  const run = (...more: readonly string[]): ReturnType<typeof report> => report(cwd, ['lint', ...more]);

  it('fails where a draft has less, and says how much less and what stands alone', async () => {
    const { code, stderr } = await run('--min-coverage', '80%', '--lang', 'en');
    expect(code).toBe(1);
    expect(stderr).toBe(
      [
        'report: a.report.yaml: 3 of 4 figures (75%) are cross-checked, and --min-coverage asks for 80%: 1 more is needed; what stands alone: “300户” (8:34)',
        'report: b.report.yaml: 3 of 4 figures (75%) are cross-checked, and --min-coverage asks for 80%: 1 more is needed; what stands alone: “40” (8:61)',
        '',
      ].join('\n'),
    );
    expect((await run('a.report.yaml', '--min-coverage', '80%')).stderr).toBe(
      'report：a.report.yaml：4个数字中有核对的3个（75%），--min-coverage 要求80%，还差1个；只此一处的有“300户”（8:34）\n',
    );
  });

  it('is content with as much as it asks for, and where there are no figures', async () => {
    expect((await run('--min-coverage', '75%')).code).toBe(0);
    expect((await run('--min-coverage', '75')).code).toBe(0);
    expect((await run('c.report.yaml', '--min-coverage', '100%')).code).toBe(0);
    expect((await run('--min-coverage', '75.1%')).code).toBe(1);
  });

  it.each(['', 'many', '-1', '101%', '0.8', '80%%', '1e1', '80 percent'])('refuses %j', async (value) => {
    const { code, stderr } = await run(`--min-coverage=${value}`, '--lang', 'en');
    expect(code).toBe(2);
    expect(stderr).toMatch(/--min-coverage/);
  });

  it('may stand in the configuration, and is overruled by the command line', async () => {
    const configured = folder({ ...drafts, 'report.config.yaml': 'min-coverage: 80%\n' });
    const low = await report(configured, ['lint', 'a.report.yaml', '--lang', 'en']);
    expect(low.code).toBe(1);
    expect(low.stderr).toContain('and min-coverage asks for 80%');
    expect((await report(configured, ['lint', '--min-coverage', '50%'])).code).toBe(0);
    const wrong = folder({ ...drafts, 'report.config.yaml': 'min-coverage: 180%\n' });
    expect((await report(wrong, ['lint'])).code).toBe(2);
  });

  it('is told to programs', async () => {
    const { stdout } = await run('a.report.yaml', '--min-coverage', '80%', '--format', 'sarif');
    expect(stdout).toContain('coverage-low');
    const json = JSON.parse((await run('--min-coverage', '80%', '--format', 'json')).stdout) as object;
    expect(json).toMatchObject({ exitCode: 1, complete: true });
  });
});
