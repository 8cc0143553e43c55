import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, report } from './cli.ts';

const last = `格式: 1
标题: 某局2017年工作总结和2018年工作计划
编制单位: 某局
年度: 2017
总结: { 导语: 全年工作平稳。 }
计划:
  章节:
    - 标题: 建设
      牵头: 基建科
      配合: [财务科, 后勤科]
      目标:
        封顶: { 内容: 主体封顶, 完成时限: 2018-06, 牵头领导: 林副局长, 节点: [{ 完成时限: 2018-03, 内容: 完成桩基 }] }
        年度投资: { 目标值: 2亿元, 任务来源: 市政府工作清单, 是否必保: 是 }
    - 标题: 安全
      牵头: 安全科
      目标:
        演练: { 目标值: 12次, 完成时限: 2018-Q3, 任务来源: 市政府工作清单 }
        差错率: { 目标值: 3%以内, 是否必保: 否 }
        培训: 400人
`;
const now = `格式: 1
标题: 某局2018年工作总结和2019年工作计划
编制单位: 某局
年度: 2018
上年: 2017.report.yaml
总结:
  章节:
    - 标题: 建设
      牵头: 基建科
      完成情况:
        封顶:
          结果: 进行中
          进展:
            - { 日期: 2018-03-28, 说明: 桩基全部完成 }
            - { 日期: 2018-07-20, 说明: 二层完工 }
        年度投资: { 结果: 进行中, 进展: [{ 日期: 2018-07-31, 数值: 0.8亿元, 说明: 拨付第二批工程款 }] }
    - 标题: 安全
      牵头: 安全科
      目标:
        专项检查: { 完成时限: 2018-08-15, 任务来源: 市安委会 }
      完成情况:
        演练: { 结果: 完成, 日期: 2018-07-18, 完成值: 12次 }
        差错率: { 结果: 取消, 日期: 2018-07-25, 原因: 改由市局统一考核 }
        培训: { 结果: 完成, 日期: 2018-09-02, 完成值: 430人 }
计划:
  章节:
    - 标题: 打算
      目标: { 校车: 20辆 }
`;
const english = `schema: 1
title: Agency report
organization: Agency
year: 2018
summary:
  sections:
    - title: Roads
      lead: Roads Office
      targets:
        bridges: { level: 10, due: 2018-07 }
        signs: { level: 200 signs, firm: false, origin: Council }
      results:
        bridges: { outcome: met, date: 2018-07-02, actual: 10 }
        signs: { outcome: pending, progress: [{ date: 2018-07-10, value: 30 signs, note: east side }] }
`;
const drafts = { '2017.report.yaml': last, '2018.report.yaml': now };
const status = (cwd: string, ...argv: string[]): ReturnType<typeof report> =>
  report(cwd, ['status', ...argv]);
const zh = ['--lang', 'zh', '--on', '2018-08-10'];
const expected = (name: string): string => join(import.meta.dirname, 'status', name);

describe('report status', () => {
  it.each(['lead', 'due', 'origin'])('shows the ledger by %s, aligned', async (by) => {
    const { code, stdout, stderr } = await status(folder(drafts), ...zh, '--by', by, '--all');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(expected(`${by}.zh.txt`));
  });

  it('speaks English', async () => {
    const { stdout } = await status(
      folder({ 'a.report.yaml': english }),
      '--on',
      '2018-08-01',
      '--all',
      '--lang',
      'en',
    );
    await expect(stdout).toMatchFileSnapshot(expected('lead.en.txt'));
  });

  it('writes Markdown', async () => {
    const { stdout } = await status(folder(drafts), ...zh, '--format', 'md');
    await expect(stdout).toMatchFileSnapshot(expected('lead.zh.md'));
  });

  it('writes CSV with every column', async () => {
    const { stdout } = await status(folder(drafts), ...zh, '--format', 'csv', '--all');
    expect(stdout.startsWith('\uFEFF')).toBe(true);
    const rows = parse(stdout, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => `${row['目标']} ${row['状态']}`)).toEqual([
      '封顶 ■ 红',
      '年度投资 ▲ 黄',
      '专项检查 ▲ 黄',
      '培训 ▲ 黄',
      '演练 ✓ 完成',
      '差错率 ○ 取消',
    ]);
    expect(rows[0]).toMatchObject({
      内容: '主体封顶',
      牵头: '基建科',
      配合: '财务科、后勤科',
      牵头领导: '林副局长',
      距时限: '超期41天',
      位置: '2018.report.yaml:11',
    });
    expect(rows[1]).toMatchObject({
      目标值: '2亿元',
      进展: '0.8亿元，拨付第二批工程款',
      截至: '2018-07-31',
      占目标值: '40%',
      任务来源: '市政府工作清单',
      是否必保: '必保',
    });
  });

  it('writes JSON', async () => {
    const { stdout } = await status(folder(drafts), ...zh, '--format', 'json');
    const { targets, ...rest } = JSON.parse(stdout) as { targets: Record<string, unknown>[] };
    expect(rest).toEqual({
      schema: 1,
      on: '2018-08-10',
      counts: {
        open: 4,
        red: 1,
        yellow: 3,
        green: 0,
        closed: 2,
        done: 1,
        misses: {},
        outcomes: { met: 1, dropped: 1 },
      },
    });
    expect(targets.find(({ id }) => id === '年度投资')).toMatchObject({
      file: '2018.report.yaml',
      line: 16,
      column: 9,
      set: 'earlier',
      light: 'yellow',
      reasons: [{ code: 'behind', zh: '0.8亿元为目标值的40%，时间已过61%' }],
      value: '0.8亿元',
      due: '2018',
      dueOn: '2018-12-31',
      daysLeft: 143,
      firm: true,
    });
  });

  it('looks back at what was answered since by its own level, where the plan sets another under its name', async () => {
    const again = `${now}    - 标题: 安全\n      牵头: 培训科\n      目标: { 培训: { 目标值: 500人, 基数: 430人, 完成时限: 2019-10 } }\n`;
    const on = async (day: string): Promise<object[]> => {
      const { stdout } = await status(
        folder({ ...drafts, '2018.report.yaml': again }),
        '2018',
        '--lang',
        'zh',
        '--on',
        day,
        '--format',
        'json',
      );
      return (JSON.parse(stdout) as { targets: { id: string }[] }).targets.filter(({ id }) => id === '培训');
    };
    const earlier = { set: 'earlier', level: '400人', due: '2018', lead: '安全科' };
    // what is planned for a year is under way when that year begins
    expect(await on('2018-08-10')).toMatchObject([earlier]);
    expect(await on('2019-01-01')).toMatchObject([
      { set: 'next', level: '500人', due: '2019-10', lead: '培训科' },
    ]);
  });

  it('takes today where no day is named, and a year for its draft', async () => {
    const { stdout } = await status(folder(drafts), '2017', '--format', 'json');
    const { on, targets } = JSON.parse(stdout) as { on: string; targets: { file: string; light: string }[] };
    expect(on).toBe('2018-01-20');
    expect(targets.map(({ file, light }) => `${file} ${light}`)).toEqual(
      Array(5).fill('2017.report.yaml green'),
    );
  });

  it('shows what an office leads, what is due by a date, and turns yellow as asked', async () => {
    const ids = async (...argv: string[]): Promise<unknown> =>
      (
        JSON.parse((await status(folder(drafts), ...zh, '--format', 'json', ...argv)).stdout) as {
          targets: { id: string }[];
        }
      ).targets.map(({ id }) => id);
    expect(await ids('--lead', '基建科')).toEqual(['封顶', '年度投资']);
    expect(await ids('--due', '2018-08')).toEqual(['封顶', '专项检查']);
    expect(await ids('--due', '2018-08-14')).toEqual(['封顶']);
    expect(await ids('--due', '2018年第三季度', '--all')).toEqual(['封顶', '专项检查', '演练']);
    const { stdout } = await status(folder(drafts), ...zh, '--lead', '安全科', '--days', '4', '--stale', '0');
    expect(stdout).toMatch(/● 绿 +专项检查/);
  });

  it('colours lights on request only, and says the same without', async () => {
    const cwd = folder(drafts);
    const plain = await status(cwd, ...zh);
    const coloured = await report(cwd, ['status', ...zh], { FORCE_COLOR: '1' });
    expect(plain.stdout).not.toContain('\u001B');
    expect(coloured.stdout).toContain('\u001B[31m\u001B[1m■ 红');
    expect(coloured.stdout.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain.stdout);
    expect(
      (await report(cwd, ['status', ...zh, '--format', 'csv'], { FORCE_COLOR: '1' })).stdout,
    ).not.toContain('\u001B');
  });

  it('says so where nothing is open', async () => {
    const { code, stdout } = await status(
      folder({ 'a.report.yaml': last.slice(0, last.indexOf('计划:')) }),
      ...zh,
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: '截至2018年8月10日，在办0项\n' });
  });
});

describe('report status --bulletin', () => {
  it('says how many were closed without a date, and counts them in no month', async () => {
    const undated = english.replace(
      'outcome: met, date: 2018-07-02, actual: 10',
      'outcome: dropped, actual: 9, reason: rain',
    );
    const cwd = folder({ 'a.report.yaml': undated });
    expect((await status(cwd, '--bulletin', '2018-07', '--lang', 'en')).stdout).toContain(
      'In July 2018, no target was met. 1 more was closed without a date and is counted in no month.\n',
    );
    expect((await status(cwd, '--bulletin', '2018-07', '--lang', 'zh')).stdout).toContain(
      '7月没有完成的事项；另有1项已了结但未写日期，不计入各月。现将',
    );
    const { stdout } = await status(cwd, '--on', '2018-08-10', '--all', '--lang', 'en');
    expect(stdout).toContain('; closed otherwise: 1 dropped');
    expect(stdout).toContain('○ dropped  bridges');
  });

  it('says of what is dated by its month that it was met in it', async () => {
    const dated = english.replace('date: 2018-07-02', 'date: July 2018');
    expect(dated).not.toBe(english);
    const { stdout } = await status(
      folder({ 'a.report.yaml': dated }),
      '--bulletin',
      '2018-07',
      '--lang',
      'en',
    );
    expect(stdout).toContain('“bridges” was met in July');
    expect(stdout).not.toContain('on the end of');
  });

  it.each(['zh', 'en'])('writes the bulletin of a month (%s)', async (language) => {
    const cwd = folder(drafts);
    const { code, stdout } = await status(cwd, '--bulletin', '2018-07', '--lang', language);
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot(expected(`bulletin.${language}.md`));
    const stderr = language === 'zh' ? '已写好 notice.md\n' : 'wrote notice.md\n';
    expect(
      await status(cwd, '2018', '--bulletin', '2018-07', '--lang', language, '--out', 'notice.md'),
    ).toEqual({ code: 0, stdout: '', stderr });
    expect(readFileSync(resolve(cwd, 'notice.md'), 'utf8')).toBe(stdout);
  });

  it('says of an empty month that it was', async () => {
    const { stdout } = await status(folder(drafts), '2017', '--bulletin', '2018-01', '--lang', 'zh');
    for (const words of [
      '本月没有完成的事项。',
      '本月没有进展记录。',
      '没有超期和预警事项。',
      '在办事项中没有下月到期的。',
    ])
      expect(stdout).toContain(words);
  });

  it('knows what is due in January in December', async () => {
    const draft = english
      .replace('due: 2018-07 }', 'due: 2019-01-15 }')
      .replace('date: 2018-07-02', 'date: 2019-01-10');
    const { stdout } = await status(
      folder({ 'a.report.yaml': draft }),
      '--bulletin',
      '2018-12',
      '--lang',
      'en',
    );
    expect(stdout.slice(stdout.indexOf('Due next month'))).toContain('| bridges |');
  });

  it('overwrites nothing unasked', async () => {
    const cwd = folder({ ...drafts, 'notice.md': 'mine\n' });
    expect((await status(cwd, '--bulletin', '2018-07', '--out', 'notice.md')).code).toBe(2);
    expect(readFileSync(join(cwd, 'notice.md'), 'utf8')).toBe('mine\n');
    expect((await status(cwd, '--bulletin', '2018-07', '--out', 'notice.md', '--force')).code).toBe(0);
    expect(readFileSync(join(cwd, 'notice.md'), 'utf8')).toContain('督查通报');
  });
});

describe('what status cannot do', () => {
  it.each([
    [['--on', '2018-02-30'], '--on'],
    [['--due', '明年'], '--due'],
    [['--days', '-1'], '--days'],
    [['--by', 'colour'], '--by'],
    [['--format', 'html'], '--format'],
    [['--bulletin', '2018'], '--bulletin'],
    [['--bulletin', '2018-13'], '--bulletin'],
    [['--bulletin', '2018-07', '--on', '2018-07-31'], '--on'],
    [['--bulletin', '2018-07', '--format', 'csv'], 'csv'],
    [['--lead', '基建课'], '基建科'],
    [['2016'], '2016.report.yaml'],
    [['*.none'], '*.none'],
  ])('%j', async (argv, word) => {
    const { code, stdout, stderr } = await status(folder(drafts), ...argv, '--lang', 'zh');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^report：.*\p{Script=Han}/u);
    expect(stderr).toContain(word);
  });

  it('says where no draft names any lead office', async () => {
    const { stderr } = await status(
      folder({ 'a.report.yaml': english.replace('      lead: Roads Office\n', '') }),
      '--lead',
      'Roads',
      '--lang',
      'en',
    );
    expect(stderr).toBe('report: no draft names “Roads” as a lead office; none is named\n');
  });

  it('is said where a draft has errors of form, and the rest is shown', async () => {
    const cwd = folder({
      '2017.report.yaml': last,
      '2018.report.yaml': now.replace('结果: 取消,', '结果: 不要了,'),
    });
    const { code, stdout, stderr } = await status(cwd, ...zh);
    expect(code).toBe(1);
    expect(stderr).toContain('report lint');
    expect(stdout).toContain('封顶');
    expect((await status(folder({ 'a.report.yaml': '- 一\n' }), ...zh)).code).toBe(1);
    // last year’s draft counts even where only this year’s is named
    const broken = folder({
      '2017.report.yaml': last.replace('目标值: 12次', '目标直: 12次'),
      '2018.report.yaml': now,
    });
    expect((await status(broken, '2018', ...zh)).code).toBe(1);
  });

  it('is said where last year’s draft is no YAML, and ends with 1', async () => {
    const cwd = folder({ '2017.report.yaml': '标题: [', '2018.report.yaml': now });
    const { code, stdout, stderr } = await status(cwd, '2018', ...zh);
    expect(code).toBe(1);
    expect(stderr).toContain(
      '“2017.report.yaml”读不成稿子，未与上年对账；上年计划的目标可能没有列全；请运行：report lint 2017.report.yaml\n',
    );
    expect(stdout).toContain('封顶');
  });

  it('is said where last year’s draft is not there', async () => {
    const { code, stdout, stderr } = await status(folder({ '2018.report.yaml': now }), ...zh);
    expect(code).toBe(1);
    expect(stderr).toBe(
      'report：2018.report.yaml：没有文件“2017.report.yaml”，未与上年对账；上年计划的目标可能没有列全；写上年稿子的路径，从本稿所在文件夹算起\n',
    );
    expect(stdout).toContain('封顶');
  });

  it('does not count errors of rules, such as a pending target past its date', async () => {
    const { code } = await status(
      folder({ '2017.report.yaml': last, '2018.report.yaml': now }),
      '--on',
      '2020-01-01',
      '--lang',
      'zh',
    );
    expect(code).toBe(0);
  });
});

describe('the formats that programs read', () => {
  it.each(['csv', 'json', 'md'])('are the same bytes on standard output as in a file: %s', async (format) => {
    const cwd = folder({
      'a.report.yaml':
        'schema: 1\ntitle: T\norganization: O\nyear: 2025\nplan:\n  sections:\n    - title: A\n      lead: "Works\\n::error::x ##[y]"\n      targets: { b: { due: 2026-01 } }\n',
    });
    const to = await report(cwd, [
      'status',
      'a.report.yaml',
      '--on',
      '2026-02-01',
      '--format',
      format,
      '--lang',
      'en',
      '-o',
      `s.${format}`,
    ]);
    expect(to.code).toBe(0);
    const { stdout } = await report(cwd, [
      'status',
      'a.report.yaml',
      '--on',
      '2026-02-01',
      '--format',
      format,
      '--lang',
      'en',
    ]);
    expect(stdout).toBe(readFileSync(join(cwd, `s.${format}`), 'utf8'));
  });
});
