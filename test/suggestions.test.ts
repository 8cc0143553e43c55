import { describe, expect, it } from 'vitest';
import { fixDraft } from '../src/lint/fix.ts';
import { lint } from '../src/lint/lint.ts';
import { areOpposed } from '../src/source/suggest/opposites.ts';
import { suggest, suggestKey } from '../src/source/suggest/suggest.ts';
import { folder, report } from './cli.ts';

describe('a suggestion', () => {
  it.each([
    // denied
    ['没完成数', '完成数'],
    ['未完成数', '完成数'],
    ['未达标率', '达标率'],
    ['不合格数', '合格数'],
    ['无证经营户', '有证经营户'],
    ['非在编教师', '在编教师'],
    ['不编号', '是否编号'],
    ['unnumbered', 'numbered'],
    ['unumbered', 'numbered'],
    ['targets-undated', 'targets-dated'],
    ['figures-undeclared', 'figures-declared'],
    ['no force', 'force'],
    ['inactive members', 'active members'],
    ['illegal dumping', 'legal dumping'],
    ['disability', 'ability'],
    ['homes without heat', 'homes with heat'],
    ['not met', 'met'],
    // limited
    ['基本完成数', '完成数'],
    ['应到人数', '到人数'],
    ['逾期办结件', '办结件'],
    ['待整改隐患', '整改隐患'],
    ['半完成数', '完成数'],
    // the opposite in the same place
    ['学校减少数', '学校增加数'],
    ['流入人口', '流出人口'],
    ['今年', '下年'],
    ['上年', '下年'],
    ['季度', '年度'],
    ['公办幼儿园', '民办幼儿园'],
    ['男生人数', '女生人数'],
    ['城镇居民收入', '乡村居民收入'],
    ['已办结件', '未办结件'],
    ['省级名师', '市级名师'],
    ['一季度投资', '二季度投资'],
    ['收入', '支出'],
    ['Q1 output', 'Q2 output'],
    ['2016年投资', '2017年投资'],
    ['inflow', 'outflow'],
    ['decrease', 'increase'],
    ['decraese', 'increase'],
    ['exports', 'imports'],
    ['max speed', 'min speed'],
    ['male staff', 'female staff'],
    ['offshore wells', 'onshore wells'],
    ['employee cost', 'employer cost'],
    ['north wards', 'south wards'],
    ['external audits', 'internal audits'],
  ])('never leads from %s to %s, nor back', (one, other) => {
    expect(areOpposed(one, other)).toBe(true);
    for (const [a, b] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(suggest(a, [b])).toBeUndefined();
      expect(suggestKey(a, [b])).toBeUndefined();
    }
  });

  it.each([
    ['立案数', '结案数'],
    ['应到人数', '实到人数'],
    ['受理数', '办结数'],
    ['入学率', '辍学率'],
    ['就业率', '失业率'],
    ['同比增长', '环比增长'],
    ['预算数', '决算数'],
    ['开工项目', '完工项目'],
    ['伤人数', '亡人数'],
    ['赞成票', '反对票'],
    ['常住人口', '户籍人口'],
    ['授奖人数', '受奖人数'],
    ['新建里程', '新减里程'],
    ['失业人员', '事业人员'],
    ['hires', 'fires'],
    ['sent', 'spent'],
    ['near wards', 'far wards'],
    ['attached', 'detached'],
    ['reused', 'unused'],
    ['northbound lanes', 'southbound lanes'],
    ['northeast wards', 'northwest wards'],
    ['am peak', 'pm peak'],
  ])('of a name leads neither from %s to %s, nor back', (one, other) => {
    expect([suggest(one, [other]), suggest(other, [one])]).toEqual([undefined, undefined]);
  });

  it.each([
    ['完成书', '完成数'],
    ['接案数', '结案数'],
    ['环笔增长', '环比增长'],
    ['户籍人扣', '户籍人口'],
    ['整改绿', '整改率'],
    ['办结件', '办结件数'],
    ['结办率', '办结率'],
    ['己办结', '已办结'],
    ['析旧费', '折旧费'],
  ])('of a name mends the slip of sound or sight in %s: %s', (written, name) =>
    expect(suggest(written, ['其他', name])).toBe(name),
  );

  it.each([
    ['完成书', '完成数'],
    ['未完成书', '未完成数'],
    ['没完成数', '未完成数'],
    ['末完成数', '未完成数'],
    ['是否必报', '是否必保'],
    ['发现隐换', '发现隐患'],
    ['计花', '计划'],
    ['总接', '总结'],
    ['各部份', '各部分'],
    ['PM25浓度', 'PM2.5浓度'],
    ['数量植', '数值'],
    ['编制部门', '编制单位'],
    ['年份', '年度'],
    ['unist', 'units'],
    ['numberd', 'numbered'],
    ['untied wards', 'united wards'],
    ['titel', 'title'],
    ['supprot', 'support'],
    ['indicater', 'indicator'],
    ['homes wihtout heat', 'homes without heat'],
    ['schools opend', 'schools opened'],
    ['targets-dtaed', 'targets-dated'],
  ])('still mends the slip of %s: %s', (written, name) =>
    expect(suggestKey(written, ['其他', 'other', name])).toBe(name),
  );

  it('takes no other word of the same length for a slip, nor loses what is only longer', () => {
    for (const [written, name] of [
      ['发现问题', '整改问题'],
      ['新建公里', '改造公里'],
      ['小学教师', '中学教师数'],
    ] as const)
      expect(suggest(written, [name]), written).toBeUndefined();
    expect(suggest('安全', ['校园安全'])).toBe('校园安全');
    expect(suggest('发现隐换', ['整改隐患', '发现隐患'])).toBe('发现隐患');
    expect(suggest('农村自来水普急律', ['农村自来水普及率'])).toBe('农村自来水普及率');
  });

  it('goes past what is opposed to the name that is meant', () => {
    expect(suggest('没完成数', ['完成数', '未完成数'])).toBe('未完成数');
    expect(suggest('targets undted', ['targets dated', 'targets undated'])).toBe('targets undated');
  });

  it('of the command line crosses no denial either', async () => {
    expect((await report(folder(), ['lint', '--no-fix'])).stderr).toBe(
      'report: unknown option --no-fix; see `report lint --help`\n',
    );
    expect((await report(folder(), ['lint', '--fxi'])).stderr).toBe(
      'report: unknown option --fxi; did you mean --fix?\n',
    );
    expect((await report(folder(), ['new', '2018', '--no-yes'])).stderr).toBe(
      'report: unknown option --no-yes; see `report new --help`\n',
    );
    expect((await report(folder(), ['new', '2018', '--no-fron'])).stderr).toBe(
      'report: unknown option --no-fron; did you mean --no-from?\n',
    );
  });
});

const chinese = (line: string): string => `格式: 1
标题: 报告
编制单位: 某局
年度: 2017
总结:
  章节:
    - 标题: 甲
      正文: 平稳。
${line}
`;
const english = (line: string): string => `schema: 1
title: Report
organization: Agency
year: 2017
summary:
  sections:
    - title: A
      body: Quiet.
${line}
`;

describe('a choice', () => {
  const outcomes = [
    '没有完成',
    '没完成',
    '未完',
    '完成了',
    '无法完成',
    '完成一半',
    '基本完成',
    '逾期未完成',
    '未达标',
    '不取消',
    '已取消',
    '进行',
    '有数据',
    '完 成',
  ];
  const english_ = [
    'unmet',
    'mett',
    'not met',
    'nearly met',
    'not done',
    'not-met',
    'Met',
    'miss',
    'undropped',
    'not pending',
    'data',
    'no_data',
    'latee',
  ];
  const lines = [
    ...outcomes.map((value) => chinese(`      完成情况: { 乙: { 结果: ${value} } }`)),
    ...outcomes.map((value) => chinese(`      完成情况: { 乙: ${value} }`)),
    ...['越高越坏', '越高越差', '越低越坏', '不越高越好', '越高越', '高越好', '越多越好'].map((value) =>
      chinese(`      指标: { 乙: { 数值: 3, 方向: ${value} } }`),
    ),
    ...['flase', 'ture', 'untrue', 'not true', '不是', '是的', '没有', 'False', '"false"', '1'].map((value) =>
      chinese(`      是否编号: ${value}`),
    ),
    ...['不分列', '未编号', '连编'].map((value) => `编号: { 各部分: ${value} }\n${chinese('')}`),
    ...english_.map((value) => english(`      results: { b: { outcome: ${value} } }`)),
    ...english_.map((value) => english(`      results: { b: ${value} }`)),
    ...['highr', 'not higher', 'lowe', 'slower', 'up'].map((value) =>
      english(`      metrics: { b: { value: 3, direction: ${value} } }`),
    ),
    ...['fals', 'flase', 'ture', 'untrue', 'no', 'yes', 'falsee'].map((value) =>
      english(`      numbered: ${value}`),
    ),
    ...['row', 'columnss', 'none'].map((value) =>
      english(`      tables: { b: { columns: [c], rows: { d: [1] }, totals: ${value} } }`),
    ),
  ];

  it.each(lines)('that is not one of those is told which there are, and never repaired:\n%s', (text) => {
    const { diagnostics } = lint('2017.report.yaml', text, () => undefined);
    const about = diagnostics.filter(({ rule }) => rule === 'schema');
    expect(about).toHaveLength(1);
    const [{ message, help, fix } = { message: undefined, help: undefined, fix: undefined }] = about;
    expect(fix).toBeUndefined();
    expect([message?.zh, help?.zh].join()).not.toMatch(/应是|改为|是否想写/);
    expect([message?.en, help?.en].join()).not.toMatch(/did you mean|change it|probably/);
    expect(help?.zh).toMatch(/按实际情况选写：.+（.+）、.+（.+）|含义：/);
    expect(help?.en).toMatch(/choose what is meant: .+ \(.+\), .+ \(.+\)|what it says: /);
    expect(fixDraft('2017.report.yaml', text, () => undefined, true).changed.size).toBe(0);
  });

  it('in the other set of keys is still translated, which changes nothing that is said', () => {
    const { changed } = fixDraft(
      '2017.report.yaml',
      chinese('      完成情况: { 乙: { 结果: missed, 原因: 征地, 措施: 补办 } }'),
      () => undefined,
      false,
    );
    expect(changed.get('2017.report.yaml')?.after).toContain('结果: 未完成,');
  });
});
