import { Reading } from '../src/reading/reading.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openReport } from '../src/lint/open.ts';
import { resolverOf } from '../src/render/resolve.ts';
import { printReference } from '../src/reading/print-reference.ts';
import { splitReferences, unclosedReference } from '../src/model/split-references.ts';
import { namesOf, resolveName, type Names } from '../src/model/references.ts';
import type { Report } from '../src/model/report.ts';
import { sample } from './depth.ts';

const SEED = 20180117;
const TEXTS = sample(20_000);

describe('a text splits at its references', () => {
  it.each([
    ['无引用', ['无引用']],
    ['', []],
    ['共{{甲}}。', ['共', ['甲'], '。']],
    ['{{甲}}{{乙}}', [['甲'], ['乙']]],
    ['{{ 甲 }}', [['甲']]],
    ['{{\u3000甲 乙\n}}', [['甲 乙']]],
    ['{{}}', [['']]],
    ['{{ }}', [['']]],
    ['\\{{甲}}', ['{{甲}}']],
    ['共\\{{甲}}和{{乙}}', ['共{{甲}}和', ['乙']]],
    ['\\{{{{甲}}', ['{{', ['甲']]],
    ['{{甲', ['{{甲']],
    ['{{甲}', ['{{甲}']],
    ['{{甲}}，{{乙', [['甲'], '，{{乙']],
    ['甲}}', ['甲}}']],
    ['{{甲{{乙}}丙}}', [['甲{{乙'], '丙}}']],
    ['{{{甲}}}', [['{甲'], '}']],
    ['{甲}', ['{甲}']],
    ['{{“甲”（2017年）}}', [['“甲”（2017年）']]],
  ])('%j', (text, parts) => {
    const segments = splitReferences(text);
    expect(segments.map((segment) => (segment.kind === 'text' ? segment.text : [segment.name]))).toEqual(
      parts,
    );
  });

  it('at places that are theirs, and loses nothing', () => {
    const unit = fc.constantFrom('{{', '}}', '{', '}', '\\', '甲', '😀', ' ', '\n', 'a', '：');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 25 }), (text) => {
        let literal = '';
        let between = '';
        let at = 0;
        for (const segment of splitReferences(text)) {
          if (segment.kind === 'text') literal += segment.text;
          else {
            const { name, span, inner } = segment;
            expect(text.slice(...span)).toMatch(/^\{\{[^]*\}\}$/);
            expect(text.slice(...inner)).toBe(name);
            expect(at <= span[0] && span[0] + 2 <= inner[0] && inner[1] + 2 <= span[1]).toBe(true);
            between += text.slice(at, span[0]);
            at = span[1];
          }
        }
        expect(literal).toBe((between + text.slice(at)).replaceAll('\\{{', '{{'));
      }),
      { seed: SEED, numRuns: TEXTS },
    );
    console.log(`seed ${SEED}: ${TEXTS} texts, 0 wrong`);
  });

  it.each([
    ['共{{甲', 1],
    ['{{甲}}和{{乙', 6],
    ['{{甲}}', undefined],
    ['\\{{甲', undefined],
    ['甲}}', undefined],
    ['', undefined],
  ])('of which one may be open: %j', (text, at) => expect(unclosedReference(text)).toBe(at));
});

const draft = {
  summary: {
    sections: [
      {
        id: '校园安全',
        title: '保持校园安全稳定',
        sections: [{ title: '排查隐患' }],
        metrics: {
          PM2: '2',
          'PM2.5浓度': '35微克/立方米',
          发现隐患: { value: '695处', previous: '700处' },
          '发现隐患.上年值': '701处',
          完成整改: { value: '695处', previous: '690处' },
          constructor: '1个',
        },
        tables: {
          各级名师: {
            columns: ['名校长', '5.1 名师'],
            rows: { 省级: ['3人', ''], '市级.区级': ['7人', '8人'], 2017: ['1人', null] },
          },
          '各级名师.省级': { columns: ['名校长'], rows: { 合计: ['9人'] } },
        },
        results: {
          年度投资: { outcome: 'met', level: '2亿元' },
          完成整改: { outcome: 'met', level: '690处' },
          旧目标: { outcome: 'met', level: '5所' },
        },
        targets: { 新增学位: '500个' },
      },
      { title: '新增学位' },
    ],
  },
  problems: { sections: [{ title: '经费不足' }] },
  plan: {
    sections: [
      { title: '第一件事' },
      {
        id: '校园安全',
        title: '建设平安校园',
        sections: [{ id: '隐患', title: '排查隐患' }],
        targets: {
          年度投资: '3亿元',
          整改: { level: '700处', metric: '完成整改' },
          'x.目标值': '4所',
          旧目标: '6所',
          新增学位: '800个',
          开工: { due: '2018-07' },
        },
      },
    ],
  },
};

describe('a name means', () => {
  const { names } = open(draft);
  const meaning = (name: string): string => meaningIn(name, names);

  it.each([
    ['PM2.5浓度', 'metric PM2.5浓度'],
    ['PM2', 'metric PM2'],
    ['constructor', 'metric constructor'],
    ['完成整改', 'metric 完成整改'],
    ['完成整改.上年值', 'metric 完成整改 previous'],
    ['完成整改.previous', 'metric 完成整改 previous'],
    ['完成整改.增减', 'metric 完成整改 change'],
    ['完成整改.change', 'metric 完成整改 change'],
    ['完成整改.增幅', 'metric 完成整改 growth'],
    ['完成整改.growth', 'metric 完成整改 growth'],
    ['完成整改.目标值', 'metric 完成整改 level'],
    ['PM2.5浓度.上年值', 'metric PM2.5浓度 previous'],
    ['发现隐患.上年值', 'metric 发现隐患.上年值'],
    ['发现隐患.previous', 'metric 发现隐患 previous'],
    ['发现隐患.上年值.上年值', 'metric 发现隐患.上年值 previous'],
    ['年度投资', 'target 年度投资'],
    ['年度投资.level', 'target 年度投资 level'],
    ['x.目标值', 'target x.目标值'],
    ['各级名师.省级.名校长', 'cell 3人'],
    ['各级名师.市级.区级.名校长', 'cell 7人'],
    ['各级名师.市级.区级.5.1 名师', 'cell 8人'],
    ['各级名师.2017.名校长', 'cell 1人'],
    ['各级名师.省级.合计.名校长', 'cell 9人'],
    ['各级名师.省级.5.1 名师', 'cell '],
    ['各级名师.2017.5.1 名师', 'cell null'],
    ['年度', 'year 0'],
    ['year', 'year 0'],
    ['下年', 'year 1'],
    ['next-year', 'year 1'],
    ['章节:校园安全', 'section 保持校园安全稳定'],
    ['章节：校园安全', 'section 保持校园安全稳定'],
    ['章节 ： 校园安全', 'section 保持校园安全稳定'],
    ['section: 隐患', 'section 排查隐患'],
    ['section:建设平安校园', 'section 建设平安校园'],
    ['章节：新增学位', 'section 新增学位'],
  ])('%s: %s', (name, meant) => expect(meaning(name)).toBe(meant));

  it.each([
    ['发现隐换', '发现隐患'],
    ['完成整政', '完成整改'],
    ['完成整改.上年', '完成整改.上年值'],
    ['完成整改.增幅度', '完成整改.增幅'],
    ['完成整政.上年值', '完成整改.上年值'],
    ['旧目表.目标值', '旧目标.目标值'],
    ['年渡', '年度'],
    ['nextyear', 'next-year'],
    ['各级名师.省级.名校章', '各级名师.省级.名校长'],
    ['章节：校园安泉', '章节：校园安全'],
    ['section: 校园安泉', 'section: 校园安全'],
    ['毫无关系', undefined],
    ['完成整改.毫无关系', undefined],
    ['章节：毫无关系', undefined],
    ['章节', undefined],
    ['', undefined],
    ['校园安全', undefined],
    ['__proto__', undefined],
    ['章节：constructor', undefined],
  ])('nothing where it is unknown: %j, perhaps %s', (name, near) => {
    expect(resolveName(name, names)).toEqual({ kind: 'unknown', near });
  });

  it('the first of two things with one id', () => {
    const twice = open({
      language: 'zh',
      summary: {
        sections: [
          { title: '甲', metrics: { a: '1' } },
          { title: '甲', body: '二', metrics: { a: '2' } },
        ],
      },
    });
    expect(printReference(resolveName('a', twice.names), new Reading(twice.report), undefined)).toBe('1');
    expect(meaningIn('章节：甲', twice.names)).toBe('section 甲');
    expect(printReference(resolveName('章节：甲', twice.names), new Reading(twice.report), undefined)).toBe(
      '2017年工作总结第一部分',
    );
  });
});

describe('a reference prints', () => {
  const { report, names } = open({ language: 'zh', ...draft });
  const print = (name: string, part: string): string | undefined =>
    printReference(
      resolveName(name, names),
      new Reading(report),
      report.parts.find(({ kind }) => kind === part),
    );

  it.each([
    ['发现隐患', 'summary', '695处'],
    ['发现隐患.previous', 'summary', '700处'],
    ['发现隐患.上年值', 'summary', '701处'],
    ['PM2.5浓度.上年值', 'summary', undefined],
    ['各级名师.省级.名校长', 'plan', '3人'],
    ['各级名师.2017.5.1 名师', 'plan', undefined],
    ['年度', 'summary', '2017'],
    ['下年', 'plan', '2018'],
    ['年度投资', 'plan', '3亿元'],
    ['开工', 'plan', undefined],
    ['毫无关系', 'plan', undefined],
  ])('%s in the %s: %s', (name, part, printed) => expect(print(name, part)).toBe(printed));

  it.each([
    ['年度投资.目标值', '2亿元', '3亿元'],
    ['完成整改.目标值', '690处', '700处'],
    ['整改.目标值', undefined, '700处'],
    ['旧目标.目标值', '5所', '6所'],
    ['新增学位.目标值', '500个', '800个'],
    ['PM2.5浓度.目标值', undefined, undefined],
  ])(
    'the level of last year in the summary, of this one in the plan: %s is %s, then %s',
    (name, summary, plan) => {
      expect(print(name, 'summary')).toBe(summary);
      expect(print(name, 'plan')).toBe(plan);
    },
  );

  it('the level of a target that only last year set', () => {
    const { report, names } = open({
      summary: { sections: [{ results: { 旧目标: { outcome: 'met', level: '5所' } } }] },
    });
    expect(printReference(resolveName('旧目标.level', names), new Reading(report), report.parts[0])).toBe(
      '5所',
    );
    expect(resolveName('旧目标', names).kind).toBe('unknown');
    expect(resolveName('旧目标.previous', names).kind).toBe('unknown');
  });

  it.each([
    ['zh', 'separate', '第一部分（一）', '2018年工作计划第二部分（一）', '2018年工作计划第二部分'],
    ['zh', 'numbered', '第一部分（一）1.', '第三部分（二）1.', '第三部分（二）'],
    ['zh', 'run-on', '第一部分（一）', '第五部分（一）', '第五部分'],
    ['en', 'separate', 'section 1.1', 'section 2.1 of “Plan for 2018”', 'section 2 of “Plan for 2018”'],
    ['en', 'numbered', 'section 1.1.1', 'section 3.2.1', 'section 3.2'],
    ['en', 'run-on', 'section 1.1', 'section 5.1', 'section 5'],
  ])('sections by their numbers: %s, %s', (language, parts, own, other, above) => {
    const { report, names } = open({ language, numbering: { parts }, ...draft });
    const [summary] = report.parts;
    const print = (name: string): string | undefined =>
      printReference(resolveName(name, names), new Reading(report), summary);
    expect([print('章节：排查隐患'), print('section:隐患'), print('section:建设平安校园')]).toEqual([
      own,
      other,
      above,
    ]);
  });

  it('no year where the draft has none', () => {
    const { report } = openReport(
      '2017.report.yaml',
      '{ schema: 1, title: a, organization: b }',
      () => undefined,
    );
    expect(
      report && printReference({ kind: 'year', offset: 0 }, new Reading(report), undefined),
    ).toBeUndefined();
  });
});

function open(data: object): { readonly report: Report; readonly names: Names } {
  const { report, problems } = openReport(
    '2017.report.yaml',
    JSON.stringify({ schema: 1, title: '报告', organization: '某局', year: 2017, ...data }),
    () => undefined,
  );
  if (report === undefined || problems.length > 0)
    throw new Error(`there is no report: ${JSON.stringify(problems)}`);
  return { report, names: namesOf(report) };
}

function meaningIn(name: string, names: Names): string {
  const meant = resolveName(name, names);
  switch (meant.kind) {
    case 'metric':
      return ['metric', meant.metric.id, ...(meant.word ? [meant.word] : [])].join(' ');
    case 'target':
      return ['target', meant.target.id, ...(meant.word ? [meant.word] : [])].join(' ');
    case 'cell':
      return `cell ${meant.text}`;
    case 'section':
      return `section ${meant.section.data.title}`;
    case 'year':
      return `year ${meant.offset}`;
    case 'unknown':
      return `unknown ${meant.near}`;
  }
}

describe('a bare number brings the unit that its metric gives it', () => {
  const printed = (language: 'en' | 'zh', metric: string, body: string): string => {
    const head =
      language === 'zh'
        ? '格式: 1\n标题: T\n编制单位: O\n年度: 2017\n总结:\n  章节:\n'
        : 'schema: 1\ntitle: T\norganization: O\nyear: 2017\nsummary:\n  sections:\n';
    const [text, metrics] = language === 'zh' ? ['正文', '指标'] : ['body', 'metrics'];
    const draft = `${head}    - ${text}: |\n        ${body}\n      ${metrics}:\n        m: ${metric}\n`;
    const { report } = openReport('example.report.yaml', draft, () => undefined);
    if (!report) throw new Error(draft);
    const [prose] = new Reading(report).texts.filter(({ path }) => path.at(-1) === 'body');
    expect(
      resolverOf(new Reading(report))(`${body}\n`, report.parts[0])
        .map(({ text }) => text)
        .join('')
        .trim(),
    ).toBe(prose?.text.trim());
    return prose?.text.trim() ?? '';
  };

  it.each([
    ['zh', '{ 数值: 25, 计量单位: 所 }', '学校共{{m}}，均达标。', '学校共25所，均达标。'],
    ['zh', '{ 数值: 25, 计量单位: 所 }', '有{{m}}所学校。', '有25所学校。'],
    ['zh', '{ 数值: 25, 计量单位: 所 }', '有{{m}}多所学校。', '有25多所学校。'],
    ['zh', '{ 数值: 25, 计量单位: 所, 上年值: 22 }', '上年{{m.上年值}}，{{m.增减}}。', '上年22所，增加3所。'],
    ['zh', '{ 数值: 25所 }', '学校共{{m}}。', '学校共25所。'],
    ['zh', '{ 数值: 25, 计量单位: 所 }', '| 学校（所） | {{m}} |', '| 学校（所） | 25 |'],
    ['en', '{ value: 25, unit: schools }', 'There are {{m}}.', 'There are 25 schools.'],
    [
      'en',
      '{ value: 25, unit: schools }',
      'There are {{m}} primary schools.',
      'There are 25 primary schools.',
    ],
    [
      'en',
      '{ value: 25, unit: schools }',
      'There are {{m}} in 3 towns with schools.',
      'There are 25 schools in 3 towns with schools.',
    ],
    ['en', '{ value: "14.5", unit: $ }', 'It cost {{m}}.', 'It cost $14.5.'],
    ['en', '{ value: 25%, unit: "%" }', 'It is {{m}}.', 'It is 25%.'],
  ] as const)('%s, %s: %s', (language, metric, body, text) =>
    expect(printed(language, metric, body)).toBe(text),
  );
});
