import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { formErrors, lostFrom, nextDraft, nothingElse, reportOf, type Read } from './chain.ts';
import { folder, report } from './cli.ts';

const examples = resolve(import.meta.dirname, '../examples');

interface Findings {
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

/** A copy of an example’s folder as it was when 2018 began. */
function copy(name: string): string {
  const cwd = folder();
  cpSync(join(examples, name), cwd, { recursive: true, filter: (source) => !source.includes('2018.report') });
  return cwd;
}

describe.each(['jiangmen-education', 'riverside-transport'])('the draft after %s', (name) => {
  it('holds every target, metric, table and id of last year, and lints without an error in January', async () => {
    const cwd = copy(name);
    const made = await report(cwd, ['new', '2018']);
    expect(made).toMatchObject({ code: 0, stdout: '' });
    const read: Read = (file) => readFileSync(join(cwd, file), 'utf8');
    const [last, next] = ['2017', '2018'].map((year) =>
      reportOf(`${year}.report.yaml`, read(`${year}.report.yaml`) ?? '', read),
    );
    if (last === undefined || next === undefined) throw new Error('two reports');
    expect(lostFrom(last, next)).toEqual([]);
    expect(next.data.previous).toBe('2017.report.yaml');
    expect(last.metrics.length).toBeGreaterThan(9);
    expect(next.results.length).toBe(last.targets.length);
    const { stdout, code } = await report(cwd, [
      'lint',
      '2018.report.yaml',
      '--today',
      '2018-01-20',
      '--format',
      'json',
    ]);
    const { findings } = JSON.parse(stdout) as Findings;
    expect({ code, heavy: findings.filter(({ severity }) => severity !== 'info') }).toEqual({
      code: 0,
      heavy: [],
    });
    expect(await report(cwd, ['render', '2018.report.yaml', '--to', 'md'])).toMatchObject({ code: 0 });
  });

  it('prints no word of last year but titles', async () => {
    const cwd = copy(name);
    await report(cwd, ['new', '2018']);
    const made = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /^2018.*\.yaml$/.test(file),
    );
    const text = made.map((file) => readFileSync(join(cwd, file), 'utf8')).join('');
    const last = reportOf('2017.report.yaml', readFileSync(join(cwd, '2017.report.yaml'), 'utf8'), (file) =>
      readFileSync(join(cwd, file), 'utf8'),
    );
    const written = text.replaceAll(/(?:^| )# .*$/gm, '');
    for (const { data } of last.sections)
      for (const sentence of (data.body ?? '').split(/[。.]\s*/).filter((each) => each.length > 12))
        expect(written).not.toContain(sentence);
    // what was said and planned stands there to be looked at
    for (const { data } of last.sections)
      for (const line of (data.body ?? '').split('\n').filter((each) => each !== '' && !each.includes('{{')))
        expect(text).toContain(line);
  });
});

/** Fills in a carried draft: every body, figure, cell and result. */
function filled(text: string, year: number): string {
  let figures = 0;
  const figure = (): string => `${year}${++figures}`;
  return text
    .replaceAll(
      /^( *)((?:- )?)(正文|导语|body|intro): \|\n/gm,
      (_, indent: string, dash: string, key: string) =>
        `${indent}${dash}${key}: |\n${indent}${dash && '  '}  ${year}.\n`,
    )
    .replaceAll(/(数值|value): ?(?=,|$)/gm, (_, key: string) => `${key}: ${figure()}`)
    .replaceAll(/''/g, () => `'${figure()}'`)
    .replaceAll(/(结果: )进行中|(outcome: )pending/g, (_, zh?: string, en?: string) =>
      zh ? `${zh}完成` : `${en}met`,
    );
}

describe('a chain over three years', () => {
  it.each(['jiangmen-education', 'riverside-transport'])(
    'keeps the ids and lets the histories grow: %s',
    (name) => {
      const read: Read = (file) => readFileSync(join(examples, name, file), 'utf8');
      const first = reportOf('2017.report.yaml', read('2017.report.yaml') ?? '', read);
      const text = filled(nextDraft(first), 2018);
      const second = reportOf('2018.report.yaml', text);
      const linted = lint('2019.report.yaml', nextDraft(second), (file) =>
        file === '2018.report.yaml' ? text : undefined,
      );
      expect(formErrors(linted)).toEqual([]);
      // the figures that were filled in are serial numbers without units
      expect(
        linted.diagnostics.filter(({ severity, rule }) => severity === 'error' && rule !== 'ranges-kept'),
      ).toEqual([]);
      const third = linted.report;
      if (third === undefined) throw new Error('the third draft cannot be read');
      expect(lostFrom(second, third)).toEqual([]);
      expect(second.metrics.every(({ data }) => data.value?.startsWith('2018'))).toBe(true);
      for (const { id, data } of first.metrics) {
        const { previous, history } = third.metrics.find((metric) => metric.id === id)?.data ?? {};
        expect(history, id).toMatchObject({ 2017: data.value, 2018: previous });
      }
      const ids = (each: typeof first): string[] =>
        [...new Set(each.sections.flatMap(({ data }) => data.id ?? []))].sort();
      expect(ids(third)).toEqual(ids(first));
      // what was met is answered for good
      expect(third.results).toEqual([]);
    },
  );
});

const head = '格式: 1\n标题: 某局2017年工作总结和2018年工作计划\n编制单位: 某局\n年度: 2017\n';

/** Last year’s draft and the one that carries on from it; the latter may have no error of any kind. */
function carried(
  last: string,
  read: Read = nothingElse,
): { readonly text: string; readonly linted: ReturnType<typeof lint> } {
  const text = nextDraft(reportOf('2017.report.yaml', last, read));
  const linted = lint('2018.report.yaml', text, (file) => (file === '2017.report.yaml' ? last : read(file)));
  expect(linted.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  return { text, linted };
}

describe('what is carried over', () => {
  it('is the plan’s outline, then what only the summary has, at the end of the chapter of its name', () => {
    const { linted } = carried(`${head}总结:
  章节:
    - 标题: 抓重点
      章节:
        - 标识: 安全
          标题: 保安全
          正文: 好。
        - 标题: 独有甲
          正文: 好。
        - 标题: 同名
          正文: 好。
    - 标题: 没有了
      章节:
        - 标题: 独有乙
          正文: 好。
    - 标题: 都去了别处
      章节:
        - 标识: 质量
          正文: 好。
计划:
  章节:
    - 标题: 促质量
      章节:
        - 标识: 质量
          标题: 提质量
          正文: 干。
        - 标题: 同名
          正文: 干。
    - 标题: 抓重点
      章节:
        - 标识: 安全
          标题: 守安全
          正文: 干。
`);
    const outline = linted.report?.parts.map(({ kind, sections }) => [
      kind,
      sections.map(({ data, sections: inner }) => [
        data.title,
        inner.map((each) => each.data.title ?? each.data.id),
      ]),
    ]);
    expect(outline).toEqual([
      [
        'summary',
        [
          ['促质量', ['提质量', '同名']],
          ['抓重点', ['守安全', '独有甲']],
          ['没有了', ['独有乙']],
        ],
      ],
      [
        'plan',
        [
          ['促质量', ['提质量', '同名']],
          ['抓重点', ['守安全']],
        ],
      ],
    ]);
  });

  it('gives no id to something else', () => {
    const { linted } = carried(`${head}总结:
  章节:
    - 标识: 甲
      标题: 同一标题
      正文: 好。
问题:
  章节:
    - 标识: 丙
      标题: 难题
      正文: 难。
计划:
  章节:
    - 标识: 乙
      标题: 同一标题
      正文: 干。
    - 标识: 丙
      标题: 解难题
      正文: 干。
`);
    const ids = linted.report?.sections.map(
      ({ part, data }) => `${part.kind} ${data.id ?? ''} ${data.title ?? ''}`,
    );
    expect(ids).toEqual([
      'summary 乙 同一标题',
      'summary 丙 解难题',
      'summary 甲 同一标题',
      'problems  难题',
      'plan 乙 同一标题',
      'plan 丙 解难题',
    ]);
  });

  it('calls the summary a summary where sections name the parts, and no section that only plans', () => {
    const titles = (summary: string, plan: string): readonly (string | undefined)[] => {
      const { linted } = carried(`${head}总结:
  章节:
    - 标题: ${summary}
      章节:
        - { 标题: 供水, 正文: 好。 }
计划:
  章节:
    - 标题: ${plan}
      章节:
        - { 标题: 供水, 正文: 干。 }
`);
      return linted.report?.sections.map(({ data }) => data.title) ?? [];
    };
    expect(titles('2017年工作总结', '2018年工作计划')).toEqual([
      '2018年工作总结',
      '供水',
      '2019年工作计划',
      '供水',
    ]);
    expect(titles('Review of 2017', 'Plan for 2018')).toEqual([
      'Review of 2018',
      '供水',
      'Plan for 2019',
      '供水',
    ]);
    expect(titles('供水总体情况', '供水工作安排')).toEqual(['供水工作安排', '供水', '供水工作安排', '供水']);
  });

  it('moves the years of titles on, but not those in names of documents', () => {
    const { linted } = carried(`${head}总结:
  标题: 2017年工作总结
  章节:
    - 标题: 2017年招生
      正文: 好。
    - 标题: 落实《2017年方案》和2016—2018年规划
      正文: 好。
计划:
  标题: 2018年工作计划
  章节:
    - 标题: 办好2018年实事
      正文: 干。
    - 标题: 迎接{{下年}}年检查
      正文: 干。
`);
    const titles = linted.report?.parts.flatMap(({ data, sections }) => [
      data.title,
      ...sections.map((section) => section.data.title),
    ]);
    expect(titles).toEqual([
      '2018年工作总结',
      '办好2018年实事',
      '迎接2018年检查',
      '2018年招生',
      '落实《2017年方案》和2016—2018年规划',
      '2019年工作计划',
      '办好2019年实事',
      '迎接2019年检查',
    ]);
    expect(linted.report?.data.title).toBe('某局2018年工作总结和2019年工作计划');
  });

  it('keeps targets of several years, and asks again for what was pending', () => {
    const last = `${head}总结:
  章节:
    - 标识: 建设
      正文: 好。
      目标:
        临时任务: { 目标值: 3项, 完成时限: 2018-06 }
        办完的: 1项
      完成情况:
        旧目标: { 结果: 进行中, 目标值: 5亿元, 完成时限: 2018-12 }
        办完的: 完成
        临时任务: 进行中
计划:
  章节:
    - 标识: 建设
      正文: 干。
      目标:
        当年: 2亿元
        跨年:
          目标值: 9公里
          内容: 建成{{当年}}的路
          完成时限: 2020年底
          是否必保: false
          牵头: 基建科
          配合: [人事科, 财务科]
          节点: [{ 完成时限: 2018-06, 内容: 开工 }, { 完成时限: 2019-06, 内容: "完成一半，通车" }]
          调整: [{ 目标值: 9公里, 日期: 2017-11-01, 批准: 市政府, 原因: 征地 }]
`;
    const { linted, text } = carried(last);
    const results = Object.fromEntries(
      (linted.report?.results ?? []).map(({ id, data }) => [
        id,
        [data.outcome, data.level, data.due, data.lead],
      ]),
    );
    expect(results).toEqual({
      当年: ['pending', '2亿元', undefined, undefined],
      跨年: ['pending', '9公里', '2020年底', '基建科'],
      旧目标: ['pending', '5亿元', '2018-12', undefined],
      临时任务: ['pending', '3项', '2018-06', undefined],
    });
    const [kept, ...others] = linted.report?.targets ?? [];
    expect(others).toEqual([]);
    expect(kept?.data).toMatchObject({
      level: '9公里',
      due: '2020年底',
      firm: false,
      lead: '基建科',
      support: ['人事科', '财务科'],
      goal: '建成2亿元的路',
    });
    expect(kept?.data.milestones?.[1]).toEqual({ due: '2019-06', goal: '完成一半，通车' });
    expect(text).toContain('# 2017年完成情况：办完的：完成');
  });

  it('survives names and texts that YAML could misread', () => {
    const last = `${head}术语:
  "a: b": { 全称: "全称 # 不是注释", 不用: ["x, y", 'it''s'] }
  yes: 是
总结:
  导语: |
    忽略 targets-dated -- 这不是注释。
  章节:
    - 标识: "- 标识"
      标题: "标题: 带冒号 # 带井号"
      正文: |
        忽略 references-known -- 看起来像
        report-ignore ids-unique -- 也像
      指标:
        "指标：全角": 5项
        "{甲}": "1,250"
        ? |-
          两行
          名
        : 3个
        "null": { 数值: 7, 口径: "第一行\\n\\n  第二行: x\\n", 历年: { 2015: "1,000", 2016: ~ } }
        2016: '007'
        "a  b\\tc": 60%以上
        "'": "\\"引\\""
        “引号”: “二十”
      表格:
        "表 # 一":
          列: ["[a]", "b: c", ""]
          行: { "x: y": ["1,000", /, ], 2017: ["#", "{", "2"] }
计划: { 章节: [{ 标识: "- 标识", 标题: "计划, 甲", 正文: 干, 目标: { "目标: 甲": "≥90%", "*": { 完成时限: 2018-07, 牵头: "@科" } } }] }
`;
    for (const [name, text] of [
      ['lines', last],
      ['carriage returns', last.replaceAll('\n', '\r\n')],
      ['a mark', `\uFEFF${last}`],
      ['comments', last.replaceAll(/^( *)(正文|指标|总结)/gm, '$1# 注: “x” {[ #\n$1$2')],
    ] as const) {
      const report = reportOf('2017.report.yaml', text);
      const linted = lint('2018.report.yaml', nextDraft(report), nothingElse);
      expect(formErrors(linted), name).toEqual([]);
      if (linted.report) expect(lostFrom(report, linted.report), name).toEqual([]);
      expect(linted.diagnostics.filter(({ rule }) => rule === 'suppressions-justified')).toEqual([]);
      expect(linted.report?.metrics.map(({ id }) => id)).toContain('两行\n名');
    }
  });
});
