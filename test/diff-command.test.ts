import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { charactersOf, cellsIn } from '../src/reporters/width.ts';
import { folder, report } from './cli.ts';
import { enLast, enNow } from './fresh-pair.ts';

const before = `格式: 1
标题: 某局2017年报告
编制单位: 某局
年度: 2017
总结:
  章节:
    - 标题: 教学
      章节:
        - 标识: 高考
          标题: 抓高考
          正文: 入围3153人，入围率50.1%，投入1.2亿元。
          指标:
            入围: 3153人
            入围率: { 数值: 50.1%, 口径: 按报名人数计 }
            投入: 1.2亿元
            录取: { 数值: 6人, 来源: 考试院 }
            名次: 第4位
            参训: 1200人次
            旧指标: { 数值: 5所, 来源: 统计 }
        - 标题: 抓实训
          正文: |
            各校轮流开放实训车间，企业师傅每周来讲一次课，学生分组操作，师傅当场点评，学期末办一次作品展。
    - 标题: 安全
      正文: 校门口装了护栏。
    - 标题: 后勤
      正文: 食堂明厨亮灶。
计划:
  章节:
    - 标题: 明年
      目标:
        校舍: { 目标值: 10所, 完成时限: 2018-06 }
        校车: { 目标值: 20辆, 完成时限: 2018-09 }
        围墙: { 目标值: 3处, 完成时限: 2018-06 }
        图书: { 目标值: 2万册 }
        食堂: { 目标值: 4个 }
        操场: { 目标值: 5个 }
        绿化: { 目标值: 6处 }
        电梯: { 目标值: 2部 }
`;
const after = `格式: 1
标题: 某局2018年报告
编制单位: 某局
年度: 2018
上年: 2017.report.yaml
总结:
  章节:
    - 标题: 安全
      正文: 校门口装了护栏。
    - 标题: 教学
      章节:
        - 标识: 高考
          标题: 高考创新高
          正文: 入围3460人，入围率52.4%，投入1.2亿元。
          指标:
            上线: { 数值: 3460人, 原名: 入围 }
            入围率: { 数值: 52.4%, 口径: 按实考人数计, 调整说明: 统计制度变了 }
            投入: 12000万元
            录取: { 数值: 4人, 来源: 考试院 }
            名次: 第3位
            参训: 1300人
            "新|指标*": { 数值: 8所, 来源: 统计 }
            空指标:
        - 标题: 校企合作
          正文: |
            各校轮流开放实训车间，企业师傅每周来讲一次课，学生分组操作，师傅当场点评，还请家长来看。
      完成情况:
        校舍: { 结果: 完成, 日期: 2018-05-20, 完成值: 10所 }
        校车: { 结果: 部分完成, 完成值: 12辆, 原因: 招标流标, 措施: 年内补齐 }
        围墙: { 结果: 进行中, 完成时限: 2018-12, 调整: [{ 完成时限: 2018-12, 原因: 雨季 }] }
        电梯: { 结果: 取消, 原因: 楼要拆 }
计划:
  章节:
    - 标题: 明年
      目标:
        校车: { 目标值: 25辆 }
        图书: { 目标值: 1.5万册 }
        食堂: { 目标值: 4个 }
        运动场: { 目标值: 5个, 原名: 操场 }
        礼堂: { 目标值: 1个 }
`;
const cwd = (): string => folder({ '2017.report.yaml': before, '2018.report.yaml': after });

interface Diff {
  readonly metrics: readonly {
    id: string;
    was: string;
    status: string;
    before: string;
    after: string;
    change: { zh: string; en: string };
    growth: { zh: string };
    note: { zh: string };
  }[];
  readonly targets: readonly {
    id: string;
    was: string;
    status: string;
    outcome: string;
    actual: string;
    before: { level: string };
    after: { level: string; due: string };
  }[];
  readonly sections: readonly {
    before: { zh: string };
    after: { zh: string };
    changes: string[];
    text: string;
    same: number | null;
  }[];
}
async function diffOf(where: string, ...names: string[]): Promise<Diff> {
  const { code, stdout, stderr } = await report(where, ['diff', ...names, '--format', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Diff;
}

describe('report diff', () => {
  it('tells metric by metric how values moved, and where they cannot be compared', async () => {
    const { metrics } = await diffOf(cwd(), '2017', '2018');
    expect(
      metrics.map(({ id, was, status, change, growth }) => [id, was, status, change.zh, growth.zh]),
    ).toEqual([
      ['上线', '入围', 'changed', '增加307人', '增长9.7%'],
      ['入围率', '', 'incomparable', '', ''],
      ['投入', '', 'unchanged', '', ''],
      ['录取', '', 'changed', '减少2人', '下降33.3%'],
      ['名次', '', 'changed', '', ''],
      ['参训', '', 'incomparable', '', ''],
      ['新|指标*', '', 'new', '', ''],
      ['空指标', '', 'new', '', ''],
      ['旧指标', '', 'gone', '', ''],
    ]);
    expect(metrics[1]?.note.zh).toBe('口径：按报名人数计→按实考人数计；调整说明：统计制度变了');
    expect(metrics[5]?.note.zh).toBe('单位：人次→人');
  });

  it('counts in Chinese with measure words', async () => {
    const { stdout } = await report(cwd(), ['diff', '2017', '2018', '--lang', 'zh']);
    expect(stdout).toMatch(/^指标：有变动\d+项、.*不再列1项$/m);
    expect(stdout).toMatch(/^章节：.*删去1节$/m);
  });

  it('gives rates their change in points and no growth', async () => {
    const where = folder({
      '2017.report.yaml': before.replace('按报名人数计', '按实考人数计'),
      '2018.report.yaml': after.replace(', 调整说明: 统计制度变了', ''),
    });
    const [, rate] = (await diffOf(where, '2017', '2018')).metrics;
    expect(rate).toMatchObject({
      status: 'changed',
      change: { zh: '提高2.3个百分点', en: 'rose by 2.3 percentage points' },
      growth: { zh: '' },
    });
  });

  it('tells target by target what came of it', async () => {
    const { targets } = await diffOf(cwd(), '2017', '2018');
    expect(
      targets.map(({ id, was, status, outcome, actual, after: { level } }) => [
        id,
        was,
        status,
        outcome,
        actual,
        level,
      ]),
    ).toEqual([
      ['校舍', '', 'answered', 'met', '10所', ''],
      ['校车', '', 'raised', 'partly', '12辆', '25辆'],
      ['围墙', '', 'postponed', 'pending', '', ''],
      ['图书', '', 'lowered', '', '', '1.5万册'],
      ['食堂', '', 'kept', '', '', '4个'],
      ['运动场', '操场', 'kept', '', '', '5个'],
      ['绿化', '', 'dropped', '', '', ''],
      ['电梯', '', 'dropped', 'dropped', '', ''],
      ['礼堂', '', 'new', '', '', '1个'],
    ]);
  });

  it('tells section by section what was added, removed, moved, renamed and rewritten', async () => {
    const { sections } = await diffOf(cwd(), '2017', '2018');
    expect(
      sections.map(({ before: old, after: now, changes, text }) => [old.zh, now.zh, changes.join(), text]),
    ).toEqual([
      ['总结二“安全”', '总结一“安全”', 'renumbered', 'same'],
      ['总结一“教学”', '总结二“教学”', 'renumbered', ''],
      ['总结一（一）“抓高考”', '总结二（一）“高考创新高”', 'renamed', 'changed'],
      ['总结一（二）“抓实训”', '总结二（二）“校企合作”', 'renamed', 'changed'],
      ['计划一“明年”', '计划一“明年”', '', ''],
      ['总结三“后勤”', '', 'removed', 'gone'],
    ]);
    expect(sections[0]?.same).toBe(100);
    expect(sections[3]?.same).toBeGreaterThan(60);
    expect(sections[3]?.same).toBeLessThan(100);
  });

  it('aligns columns by the cells of a terminal, in both languages', async () => {
    for (const lang of ['zh', 'en']) {
      const { stdout } = await report(cwd(), ['diff', '2017', '2018', '--lang', lang]);
      const tables = stdout.split('\n\n').flatMap((block) => {
        const lines = block.split('\n').filter((line) => line !== '');
        const rule = lines.findIndex((line) => line.startsWith('─'));
        return rule === -1 ? [] : [lines.slice(rule - 1)];
      });
      expect(tables).toHaveLength(3);
      for (const [head = '', rule = '', ...rows] of tables) {
        const starts = [...rule.matchAll(/─+/g)].map(({ index }) => index);
        for (const row of [head, ...rows])
          for (const start of starts) {
            let cells = 0;
            const at = charactersOf(row).findIndex(
              (character) => (cells += cellsIn([character])) > start - 1,
            );
            // before each column stand two blanks, or the row has ended
            if (start > 0 && at !== -1) expect(charactersOf(row)[at], `${row}|${start}`).toBe(' ');
          }
      }
    }
    expect((await report(cwd(), ['diff', '2017', '2018', '--lang', 'en'])).stdout).toContain(
      'increased by 307',
    );
  });

  it('writes Markdown in which names are text', async () => {
    const { stdout } = await report(cwd(), ['diff', '2017', '2018', '--format', 'md', '--lang', 'zh']);
    expect(stdout).toContain('新\\|指标\\*');
    const bars = stdout.split('\n').filter((line) => line.startsWith('|'));
    for (const block of stdout.split(/^## /m).slice(1)) {
      const counts = block
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.replaceAll('\\|', '').split('|').length);
      expect(new Set(counts).size).toBe(1);
    }
    expect(bars.length).toBeGreaterThan(20);
  });

  it('says the same in the same bytes, and nothing has changed beside itself', async () => {
    const [where, argv] = [cwd(), ['diff', '2017.report.yaml', '2018.report.yaml']];
    expect(await report(where, argv)).toEqual(await report(where, argv));
    const { metrics, targets, sections } = await diffOf(where, '2018', '2018');
    expect(new Set(metrics.map(({ id, status }) => (id === '空指标' ? '' : status)))).toEqual(
      new Set(['unchanged', '']),
    );
    expect(targets.filter(({ id }) => id !== '围墙').map(({ status }) => status)).toEqual(
      Array(5).fill('kept'),
    );
    expect(
      sections.filter(({ changes, text }) => changes.length > 0 || (text !== '' && text !== 'same')),
    ).toEqual([]);
  });

  it('compares a real report with the draft that carries on from it', async () => {
    const where = folder({
      '2017.report.yaml': readFileSync(
        resolve(import.meta.dirname, '../examples/jiangmen-education/2017.report.yaml'),
        'utf8',
      ),
    });
    expect((await report(where, ['new', '2018', '--yes'])).code).toBe(0);
    const { metrics, targets, sections } = await diffOf(where, '2017', '2018');
    expect(metrics.length).toBeGreaterThan(100);
    expect(metrics.every(({ status }) => status === 'unfilled')).toBe(true);
    expect(targets.every(({ status }) => status === 'open')).toBe(true);
    expect(sections.some(({ changes }) => changes.includes('renamed'))).toBe(true);
    expect(sections.some(({ changes }) => changes.includes('removed'))).toBe(false);
  });

  it('reads English drafts', async () => {
    const where = folder({ '2017.report.yaml': enLast, 'b.yaml': enNow });
    const { code, stdout } = await report(where, ['diff', '2017', 'b.yaml', '--lang', 'en']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ships +1,840 +1,902 +increased by 62 +grew by 3\.4%/);
  });

  it('ends with 2 and says what to do where a draft cannot be read whole', async () => {
    const where = folder({
      '2017.report.yaml': before,
      '2018.report.yaml': after.replace('年度: 2018', '年渡: 2018'),
      'x.yaml': '- 一\n',
    });
    for (const [name, words] of [
      ['2018', 'report lint 2018.report.yaml'],
      ['x.yaml', 'report lint x.yaml'],
      ['2016', '2016.report.yaml'],
    ] as const) {
      const { code, stdout, stderr } = await report(where, ['diff', '2017', name, '--lang', 'zh']);
      expect({ code, stdout }, name).toEqual({ code: 2, stdout: '' });
      expect(stderr, name).toContain(words);
    }
    expect(await report(where, ['diff', '2017'])).toMatchObject({ code: 2, stdout: '' });
    expect(await report(where, ['diff', '2017', '2018', '--format', 'csv'])).toMatchObject({
      code: 2,
      stdout: '',
    });
  });
});
