import { Reading } from '../src/reading/reading.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Section } from '../src/model/report.ts';
import { reportOf, type Read } from './chain.ts';
import { folder, report, type Ended } from './cli.ts';

const example = readFileSync(
  resolve(import.meta.dirname, '../examples/jiangmen-education/2017.report.yaml'),
  'utf8',
);

interface Answer {
  /** As it stands in the draft. */
  readonly result: string;
  /** As the text says it. */
  readonly said: string;
}

/** What became of each target of the plan for 2018. */
const answers: Readonly<Record<string, Answer>> = {
  全部建成: { result: '结果: 完成, 日期: 2018-11-20', said: '“三二一”工程全部建成' },
  主体结构封顶: { result: '结果: 完成, 日期: 2018-06-28', said: '主体结构于2018年6月28日封顶' },
  年度投资: {
    result:
      '结果: 未完成, 完成值: 1.6亿元, 原因: 钢材晚到六周, 措施: 加开夜班, 进展: [{ 日期: 2018-08-31, 数值: 0.7亿元, 说明: 等待钢材 }, { 日期: 2018-12-31, 数值: 1.6亿元 }]',
    said: '年度投资1.6亿元',
  },
  引进优质名校: { result: '结果: 完成, 完成值: 1所', said: '引进优质名校1所' },
  每天体育活动时间: { result: '结果: 完成, 完成值: 1小时', said: '每天体育活动时间1小时' },
  依法治校达标学校: { result: '结果: 完成, 完成值: 61%', said: '依法治校达标学校占61%' },
  '教育强镇（街）复评': {
    result:
      '结果: 部分完成, 完成值: 17个, 原因: 三处校舍没有完工, 措施: 春季补评, 进展: [{ 日期: 2018-08-31, 数值: 13个, 说明: 三处申请延后 }, { 日期: 2018-12-20, 数值: 17个 }]',
    said: '教育强镇（街）复评17个',
  },
};

/** What came of the targets that were not met. */
const outcomes: Readonly<Record<string, string>> = { 年度投资: 'missed', '教育强镇（街）复评': 'partly' };

/** One step more than a figure of last year, counted to the last: 近20次 → 30次, 52.43% → 52.44%; none stays none. */
const oneMore = (figure: string): string =>
  figure.replaceAll(/[近多余]/g, '').replace(/\d+(?:\.\d+)?/, (digits) => {
    const places = digits.split('.')[1]?.length ?? 0;
    const step =
      Number(digits) === 0 ? 0 : 10 ** (places === 0 ? (/0*$/.exec(digits)?.[0].length ?? 0) : -places);
    return (Number(digits) + step).toFixed(places);
  });

/** A draft as its office has it in January: every figure, cell, text and result filled in, with the days it is dated and published. */
const filled = (draft: string, read: Read): string =>
  withTexts(withFormulas(withFigures(withCells(draft), read), read), read)
    .replaceAll(
      /^( *)(.+?): \{ 结果: 进行中/gm,
      (_, indent: string, id: string) => `${indent}${id}: { ${answers[id]?.result}`,
    )
    .replaceAll(/^# ((?:成文|发布)日期: \S+).*$/gm, '$1');

/** Rows of a table whose last cell is the total of the others. */
const withCells = (draft: string): string =>
  draft.replaceAll(/\[((?:''|\/)(?:, (?:''|\/))*)\]/g, (_, row: string) => {
    const cells = row.split(', ').map((cell, index) => (cell === '/' ? 0 : 10 + index));
    const total = cells.slice(0, -1).reduce((sum, cell) => sum + cell, 0);
    return `[${[...cells.slice(0, -1), total].map((cell) => (cell === 0 ? '/' : `${cell}人`)).join(', ')}]`;
  });

/** Figures that are counted, one more than last year’s. */
const withFigures = (draft: string, read: Read): string =>
  reportOf('2018.report.yaml', draft, read)
    .metrics.filter(({ data }) => data.formula === undefined)
    .reduce((text, { id, data }) => withValue(text, id, oneMore(data.previous ?? '')), draft);

/** Figures that are computed from others, in the unit that they had last year. */
function withFormulas(draft: string, read: Read): string {
  const report = reportOf('2018.report.yaml', draft, read);
  const { figures } = new Reading(report);
  return report.metrics
    .filter(({ data }) => data.formula !== undefined)
    .reduce((text, metric) => {
      const number = /[\d.]+/.exec(figures.print(metric, undefined) ?? '')?.[0] ?? '';
      return withValue(text, metric.id, (metric.data.previous ?? '').replace(/[\d.]+/, number));
    }, draft);
}

const withValue = (draft: string, id: string, value: string): string =>
  draft.replace(new RegExp(`(\n *${id}:[ {\n]*数值:) ?(?=[,\n])`), `$1 ${value}`);

/** Bodies that say each figure of their section and what became of its targets; plans that promise nothing new. */
function withTexts(draft: string, read: Read): string {
  const bodies = reportOf('2018.report.yaml', draft, read)
    .sections.filter(({ sections }) => sections.length === 0)
    .map(bodyOf);
  return draft.replaceAll(/^( *)(正文|导语): \|\n/gm, (_, indent: string, key: string) => {
    const text = key === '导语' ? '全年工作有序推进，主要情况如下。' : bodies.shift();
    return `${indent}${key}: |\n${indent}  ${text}\n`;
  });
}

function bodyOf({ data: { id }, part, metrics, results }: Section): string {
  const figures = metrics.map((metric) => `${metric.id}${metric.data.value}`);
  const said = [...figures, ...results.map((result) => answers[result.id]?.said)];
  if (part.kind === 'plan') return `继续做好${id}各项工作，及时总结经验。`;
  return said.length === 0 ? `围绕${id}开展了调研和培训。` : `按照部署推进工作，${said.join('，')}。`;
}

interface Finding {
  readonly rule: string;
  readonly severity: string;
}

describe('a year from draft to draft', () => {
  const cwd = folder({ '2017.report.yaml': example });
  const read: Read = (file) => readFileSync(join(cwd, file), 'utf8');
  const textOf = (file: string): string => read(file) ?? '';
  const run = (...argv: string[]): Promise<Ended> => report(cwd, [...argv, '--lang', 'zh']);

  it('opens with last year’s targets to answer, and lints', async () => {
    expect(await run('new', '2018', '--yes')).toMatchObject({ code: 0, stdout: '' });
    const { code, stdout } = await run('lint', '2018.report.yaml');
    expect({ code, says: stdout.includes('错误') }).toEqual({ code: 0, says: false });
    expect((await run('status', '2018.report.yaml', '--on', '2018-01-31')).stdout).toContain(
      '在办7项：● 绿7项',
    );
  });

  it('is filled in, and lints as what is published', async () => {
    writeFileSync(join(cwd, '2018.report.yaml'), filled(textOf('2018.report.yaml'), read));
    const next = reportOf('2018.report.yaml', textOf('2018.report.yaml'), read);
    expect(next.data.published).toBe('2019-01-17');
    expect(next.metrics.filter(({ data: { value = '' } }) => !/\d/.test(value)).map(({ id }) => id)).toEqual(
      [],
    );
    expect(next.metrics).toHaveLength(108);
    expect(
      next.metrics.filter(({ data }) => data.formula !== undefined).map(({ data }) => data.value),
    ).toEqual(['19所', '68588人次', '100%', '36项']);
    const { code, stdout } = await run('lint', '2018.report.yaml', '--format', 'json');
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly Finding[] };
    // what is filled in here are words for words: its plan has nothing to check, and goes on with what was never begun
    expect([...new Set(findings.map(({ rule, severity }) => `${rule} ${severity}`))].sort()).toEqual([
      'continuations-known info',
      'plans-measurable info',
      'sections-required info',
    ]);
    expect(code).toBe(0);
  });

  it('is refused with an error put into it', async () => {
    const broken = textOf('2018.report.yaml').replace('数值: 68588人次', '数值: 68585人次');
    writeFileSync(join(cwd, 'broken.report.yaml'), broken);
    const { code, stdout } = await run('lint', 'broken.report.yaml', '--format', 'json');
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly Finding[] };
    expect({
      code,
      rules: findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
    }).toEqual({
      code: 1,
      rules: ['figures-said', 'formulas-hold'],
    });
    expect(await run('render', 'broken.report.yaml', '--to', 'md')).toMatchObject({ code: 1, stdout: '' });
  });

  it('is printed in three formats, without what is internal', async () => {
    expect(await run('render', '2018.report.yaml', '--to', 'md,html,text', '--out', '发布')).toMatchObject({
      code: 0,
      stdout: '',
    });
    const printed = ['md', 'html', 'txt'].map((extension) => textOf(`发布/2018.report.${extension}`));
    for (const text of printed) {
      for (const said of [
        '江门市教育局2018年工作总结和2019年工作计划',
        '年度投资1.6亿元',
        '累计参训68588人次',
      ])
        expect(text).toContain(said);
      for (const kept of ['草稿', '钢材', '加开夜班', '春季补评', '三处']) expect(text).not.toContain(kept);
    }
    expect(printed[0]).toMatch(/^# 江门市教育局/);
    expect(printed[1]).toMatch(/^<!doctype html>/i);
    expect(printed[2]).not.toMatch(/^#|<\w/m);
    const internal = await run('render', '2018.report.yaml', '--to', 'md', '--internal');
    for (const kept of ['钢材晚到六周', '加开夜班', '春季补评', '三处校舍没有完工'])
      expect(internal.stdout).toContain(kept);
  });

  it('is watched: what was open in September is closed in January, but for what was missed', async () => {
    interface Status {
      readonly targets: readonly {
        readonly id: string;
        readonly light: string;
        readonly value: string;
        readonly outcome: string;
      }[];
    }
    const on = async (day: string): Promise<Status['targets']> =>
      (
        JSON.parse(
          (await run('status', '2018.report.yaml', '--on', day, '--all', '--format', 'json')).stdout,
        ) as Status
      ).targets;
    const september = new Map((await on('2018-09-30')).map((row) => [row.id, row]));
    expect(september.get('主体结构封顶')).toMatchObject({ light: 'closed', outcome: 'met' });
    expect(september.get('年度投资')).toMatchObject({
      light: 'yellow',
      value: '0.7亿元',
      outcome: 'pending',
    });
    expect(september.get('教育强镇（街）复评')).toMatchObject({
      light: 'green',
      value: '13个',
      outcome: 'pending',
    });
    const january = await on('2019-01-17');
    expect(january).toHaveLength(7);
    for (const { id, light, outcome } of january)
      expect([id, light, outcome]).toEqual([id, id in outcomes ? 'red' : 'closed', outcomes[id] ?? 'met']);
  });

  it('is compared with the year before', async () => {
    interface Difference {
      readonly metrics: readonly {
        readonly id: string;
        readonly status: string;
        readonly before: string;
        readonly after: string;
        readonly change: { readonly zh: string };
      }[];
      readonly targets: readonly {
        readonly id: string;
        readonly status: string;
        readonly outcome: string;
        readonly actual: string;
      }[];
      readonly sections: readonly { readonly text: string }[];
    }
    const { code, stdout } = await run('diff', '2017', '2018', '--format', 'json');
    expect(code).toBe(0);
    const { metrics, targets, sections } = JSON.parse(stdout) as Difference;
    expect(metrics).toHaveLength(108);
    expect(new Set(metrics.map(({ status }) => status))).toEqual(new Set(['changed', 'unchanged']));
    expect(metrics.find(({ id }) => id === '累计参训')).toMatchObject({
      before: '68484人次',
      after: '68588人次',
      change: { zh: '增加104人次' },
    });
    expect(metrics.find(({ id }) => id === '整改率')).toMatchObject({
      status: 'unchanged',
      before: '100%',
      after: '100%',
    });
    expect(targets.map(({ id, status, outcome }) => [id, status, outcome])).toEqual(
      Object.keys(answers).map((id) => [id, id in outcomes ? 'open' : 'answered', outcomes[id] ?? 'met']),
    );
    expect(targets.find(({ id }) => id === '年度投资')).toMatchObject({ actual: '1.6亿元' });
    // no text of last year is left
    expect(sections.filter(({ text }) => text === 'same')).toEqual([]);
    const text = await run('diff', '2017', '2018');
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(/^2017\.report\.yaml（2017年）→ 2018\.report\.yaml（2018年）\n/);
  });
});
