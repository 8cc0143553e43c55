import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarYears } from '../src/dates/calendar.ts';
import { importDocument } from '../src/importer/import.ts';
import type { PlanContext } from '../src/importer/targets/plan-dates.ts';
import { readPlainText } from '../src/importer/readers/read-text.ts';
import { targetsOf } from '../src/importer/targets/targets.ts';
import { findQuantities } from '../src/quantity/scan/scan.ts';
import { lint } from '../src/lint/lint.ts';
import { TakenNames } from '../src/reading/names/figure-name.ts';
import type { DraftEntry } from '../src/scaffold/emit.ts';

/** A target as a line says it: its name, its level and its date, `~` before what is aimed for only. */
function lineOf({ key, value }: DraftEntry): string {
  const of = (name: string): string | undefined => {
    if (value.kind !== 'map') return name === 'level' && 'text' in value ? value.text : undefined;
    const found = value.entries.find((entry) => entry.key === name)?.value;
    return found && 'text' in found ? found.text : undefined;
  };
  const due = of('due');
  return `${of('firm') === 'false' ? '~ ' : ''}${of('level') ?? '-'}${due === undefined ? '' : ` by ${due}`} = ${key}`;
}

const found = (text: string, context: Partial<PlanContext> = {}): string[] =>
  targetsOf({ text, figures: findQuantities(text) }, new TakenNames(), {
    calendar: calendarYears,
    year: 2026,
    ...context,
  }).map(lineOf);

/** Whether a line is one that a reader wants: `level by due = expression of the whole name`, where ` by ` may be left out. */
function fits(line: string, wanted: string): boolean {
  const [figure = '', name = ''] = wanted.split(' = ');
  const [levels = '', due] = figure.split(' by ');
  const [gotFigure = '', gotName = ''] = line.replace('~ ', '').split(' = ');
  const [level = '', gotDue] = gotFigure.split(' by ');
  return (
    levels.split('|').includes(level) &&
    (due === undefined || due.split('|').includes(gotDue ?? '')) &&
    new RegExp(`^(?:${name})$`, 'iu').test(gotName)
  );
}

const sentences = readFileSync(join(import.meta.dirname, 'plan-sentences.txt'), 'utf8')
  .split(/^> /m)
  .slice(1)
  .map((piece) => {
    const [sentence = '', ...lines] = piece.trimEnd().split('\n');
    return { sentence, lines };
  });

describe('sentences of plans, with the targets that a reader takes from them', () => {
  it.each(sentences)('$sentence', ({ sentence, lines }) => {
    const targets = found(sentence);
    expect(
      targets.filter((each) => !lines.some((line) => fits(each, line))),
      'no target',
    ).toEqual([]);
    expect(
      lines.filter((line) => !targets.some((each) => fits(each, line))),
      'not found',
    ).toEqual([]);
  });
});

describe('what is aimed for', () => {
  it('is not firm in either language', () => {
    expect(found('力争粮食产量达到90万吨。')).toEqual(['~ 90万吨 = 粮食产量']);
    expect(found('We aim to plant 900 trees.')).toEqual(['~ 900 = plant trees']);
    expect(found('确保粮食产量达到90万吨。')).toEqual(['90万吨 = 粮食产量']);
  });
});

describe('chapters of several years', () => {
  it('give their last year to what they set', () => {
    expect(found('建成区绿化覆盖率达到42%以上。', { horizon: 2030 })).toEqual([
      '42%以上 by 2030 = 建成区绿化覆盖率',
    ]);
    expect(found('Raise coverage to 42%.', { horizon: 2030 })).toEqual(['42% by 2030 = coverage']);
  });
});

describe('plans as their reports hold them', () => {
  const imported = (text: string): string[] => {
    const { report } = importDocument(readPlainText(text), {
      from: 'a.txt',
      today: '2026-06-30',
      schema: () => 'x',
      keepAll: false,
      figures: true,
    });
    return report.targets.map(
      ({ id, data: { level = '-', due } }) => `${level}${due === undefined ? '' : ` by ${due}`} = ${id}`,
    );
  };

  it('under titles of next year', () => {
    expect(
      imported(
        '2025年青浦区政府工作报告\n各位代表：\n现在，我代表区人民政府报告工作。\n一、2024年工作回顾\n新建驿站12座，完成投资3亿元。\n二、2025年发展总体要求和主要目标\n城镇新增就业6万人，茶叶产量9万吨以上。\n三、2025年政府工作任务\n（一）抓好环卫\n新建驿站20座以上。\n',
      ),
    ).toEqual(['6万人 = 城镇新增就业', '9万吨以上 = 茶叶产量', '20座以上 = 新建驿站']);
  });

  it('over five years, with the year that they end in', () => {
    expect(
      imported(
        '2026年青浦区政府工作报告\n一、2025年工作回顾\n新建驿站12座。\n二、“十五五”时期主要目标和重点举措\n研发投入强度达到3.1%左右，河湖健康率90%以上。\n三、2026年工作安排\n新建驿站20座。\n',
      ),
    ).toEqual(['3.1%左右 by 2030 = 研发投入强度', '90%以上 by 2030 = 河湖健康率', '20座 = 新建驿站']);
  });

  it('in lists of headlines, and by dates without a year', () => {
    expect(
      imported(
        '某局2025年工作总结和2026年工作计划\n一、2025年工作总结\n（一）供水\n新建泵站12座。\n二、2026年工作计划\n（一）主要目标\n今年主要预期目标是：固定资产投资增长4%左右；城镇调查失业率5.2%左右；农村低保标准提高6%。\n（二）其他\n失业率控制在5.5%以内。年底前建成文化馆。7月底前完成堤防加固。到2028年建成两条地铁。建设学校5所。为2万名老年人提供体检服务。建设60个球场。\n',
      ),
    ).toEqual([
      '4%左右 = 固定资产投资增长',
      '5.2%左右 = 城镇调查失业率',
      '6% = 农村低保标准提高',
      '5.5%以内 = 失业率',
      '- by 2026 = 建成文化馆',
      '- by 2026-07 = 完成堤防加固',
      '- by 2028 = 建成两条地铁',
      '5所 = 建设学校',
      '2万名 = 为老年人提供体检服务',
      '60个 = 建设球场',
    ]);
  });

  it('in a chapter of what was done, where a title speaks of the year to come', () => {
    const text =
      '某水务公司2025年年度报告\n第一章 经营情况\n一、经营概况\n营业收入38亿元。\n二、计划财务工作\n融资成本3.1%。\n三、2026年经营计划\n营业收入41亿元，漏损率控制在8%以内。6月底前完成水厂扩建。\n';
    expect(imported(text)).toEqual([
      '41亿元 by 2026 = 营业收入',
      '8%以内 by 2026 = 漏损率',
      '- by 2026-06 = 完成水厂扩建',
    ]);
    const draft = importDocument(readPlainText(text), {
      from: 'a.txt',
      today: '2026-06-30',
      schema: () => 'x',
      keepAll: false,
      figures: true,
    });
    const { report } = draft;
    expect(report.metrics.map(({ id, data: { value } }) => `${id}: ${value}`)).toEqual(['营业收入: 38亿元']);
    // nor is it another figure of the same year
    const { diagnostics } = lint('a.report.yaml', draft.text, () => undefined);
    expect(diagnostics.filter(({ rule }) => rule === 'figures-agree')).toEqual([]);
  });

  it('right under the title of their part', () => {
    expect(
      imported(
        '某局2025年工作总结和2026年工作计划\n一、2025年工作总结\n全年新建泵站12座，完成投资3亿元。\n二、2026年工作计划\n新建泵站20座，完成投资5亿元。\n',
      ),
    ).toEqual(['20座 = 新建泵站', '5亿元 = 完成投资']);
  });
});
