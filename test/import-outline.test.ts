import { Reading } from '../src/reading/reading.ts';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../src/importer/block.ts';
import { importDocument, type Imported, type ImportOptions } from '../src/importer/import.ts';
import { readDocx } from '../src/importer/readers/docx/read-docx.ts';
import { readHtmlText } from '../src/importer/readers/html/read-html.ts';
import { readMarkdown } from '../src/importer/readers/markdown/read-markdown.ts';
import { readPlainText } from '../src/importer/readers/read-text.ts';
import { lint } from '../src/lint/lint.ts';
import type { Report, Section } from '../src/model/report.ts';
import { textRenderer as printed } from '../src/render/text.ts';
import { docxOf } from './docx-file.ts';

const options: ImportOptions = {
  from: 'a',
  today: '2017-06-30',
  schema: () => 'x',
  keepAll: false,
  figures: true,
};
const imported = (document: SourceDocument, more: Partial<ImportOptions> = {}): Imported =>
  importDocument(document, { ...options, ...more });

function reportOf({ text }: Imported): Report {
  const { report, diagnostics } = lint('a.report.yaml', text, () => undefined);
  expect(diagnostics.filter(({ rule }) => rule === 'yaml' || rule === 'schema')).toEqual([]);
  return report as Report;
}

/** An outline in one line a heading; `>` stands before the text of a section, cut to a few characters. */
function outline(result: Imported): string[] {
  const report = reportOf(result);
  const line = (section: Section): string[] => {
    const { title = '', body = '', number } = section.data;
    return [
      `${'  '.repeat(section.depth + 1)}${number ?? section.number}${title}${body.trim() === '' ? '' : ` > ${body.trim().slice(0, 6)}`}`,
      ...section.sections.flatMap(line),
    ];
  };
  return report.parts.flatMap((part) => [
    `${part.kind} ${part.number}${part.data.title ?? ''}${part.data.intro === undefined ? '' : ` > ${part.data.intro.trim().slice(0, 6)}`}`
      .replace('  ', ' ')
      .trimEnd(),
    ...part.sections.flatMap(line),
  ]);
}

const bare = (text: string): string => text.replaceAll(/\s/g, '');
const isWhole = (source: string, result: Imported): boolean =>
  bare(printed(new Reading(reportOf(result)), { draft: false, internal: false })) === bare(source);

const title = '某局2017年工作总结和2018年工作计划\n';
const texts: readonly (readonly [what: string, text: string, outline: readonly string[]])[] = [
  [
    'parts under titles of their own, run-in titles, numbers that run on in one part only',
    `${title}2017年工作总结\n一、抓重点\n（一）防汛。全年平稳。\n（二）节水。推广到位。\n二、补短板\n（一）窗口。提速增效。\n2018年工作计划\n一、抓重点\n（一）防汛。加固堤坝。\n二、补短板\n（二）窗口。再提速。`,
    [
      'summary 2017年工作总结',
      '  一、抓重点',
      '    （一）防汛 > 全年平稳。',
      '    （二）节水 > 推广到位。',
      '  二、补短板',
      '    （一）窗口 > 提速增效。',
      'plan 2018年工作计划',
      '  一、抓重点',
      '    （一）防汛 > 加固堤坝。',
      '  二、补短板',
      '    （二）窗口 > 再提速。',
    ],
  ],
  [
    'parts that are the chapters themselves',
    '某局2017年工作总结\n一、2017年工作回顾\n全年平稳。\n（一）防汛。到位。\n二、存在的主要问题\n人手不足。\n三、2018年工作打算\n（一）防汛。加固。',
    [
      'summary 一、2017年工作回顾 > 全年平稳。',
      '  （一）防汛 > 到位。',
      'problems 二、存在的主要问题 > 人手不足。',
      'plan 三、2018年工作打算',
      '  （一）防汛 > 加固。',
    ],
  ],
  [
    'chapters that run on from what was done to what comes',
    '某市政府工作报告\n各位代表：\n一、2017年工作回顾\n（一）防汛。到位。\n二、今后五年目标任务\n再上台阶。\n三、2018年工作安排\n（一）防汛。加固。',
    [
      'summary > 各位代表：',
      '  一、2017年工作回顾',
      '    （一）防汛 > 到位。',
      'plan',
      '  二、今后五年目标任务 > 再上台阶。',
      '  三、2018年工作安排',
      '    （一）防汛 > 加固。',
    ],
  ],
  [
    'one part, titles on lines of their own, four levels',
    '某局2017年工作总结\n一、抓重点\n（一）防汛\n全年平稳。\n1.水库\n加固三座。\n（1）东区\n两座。\n（2）西区\n一座。\n2.堤防\n加高。\n（二）节水\n到位。',
    [
      'summary',
      '  一、抓重点',
      '    （一）防汛 > 全年平稳。',
      '      1.水库 > 加固三座。',
      '        （1）东区 > 两座。',
      '        （2）西区 > 一座。',
      '      2.堤防 > 加高。',
      '    （二）节水 > 到位。',
    ],
  ],
  [
    'parts and chapters in words, and items 1、',
    '某局2017年工作总结\n第一部分 工作开展情况\n第一章 防汛\n1、水库加固\n完成三座。\n2、堤防加高\n完成两段。\n第二部分 主要经验\n第一章 统筹\n一盘棋。',
    [
      'summary',
      '  第一部分工作开展情况',
      '    第一章防汛',
      '      1、水库加固 > 完成三座。',
      '      2、堤防加高 > 完成两段。',
      '  第二部分主要经验',
      '    第一章统筹 > 一盘棋。',
    ],
  ],
  [
    'items without a title, and measures that are no sections',
    `${title}2018年工作计划\n一、抓重点\n（一）认真学习上级部署，按照统一安排开展主题教育，用学到的方法解决实际问题，推动全年各项重点工作落到实处。\n（二）防汛。一是加固。二是值守。`,
    ['plan 2018年工作计划', '  一、抓重点', '    （一） > 认真学习上级', '    （二）防汛 > 一是加固。二'],
  ],
  [
    'annexes and glossaries with numbers of their own',
    `${title}2017年工作总结\n一、抓重点\n（一）防汛。到位。\n附件1：重点项目表\n一、水库\n三座。\n名词解释\n1.河长制：由负责人担任河长。\n2.海绵城市：能吸水、蓄水、渗水。`,
    [
      'summary 2017年工作总结',
      '  一、抓重点',
      '    （一）防汛 > 到位。',
      'annexes 附件1：重点项目表',
      '  一、水库 > 三座。',
      'annexes 名词解释',
      '  1. > 河长制：由负',
      '  2. > 海绵城市：能',
    ],
  ],
  [
    'a number that does not fit',
    '某局2017年工作总结\n一、抓重点\n（一）防汛。到位。\n（三）节水。到位。\n二、补短板\n（一）窗口。提速。',
    [
      'summary',
      '  一、抓重点',
      '    （一）防汛 > 到位。',
      '    （三）节水 > 到位。',
      '  二、补短板',
      '    （一）窗口 > 提速。',
    ],
  ],
  [
    'numbers that begin with （一） before the first 一、',
    '某局2017年工作总结\n（一）防汛。到位。\n一、补短板\n（一）窗口。提速。\n二、强队伍\n（一）培训。三期。\n（二）考核。从严。',
    [
      'summary',
      '  （一）防汛。 > 到位。',
      '  一、补短板',
      '    （一）窗口 > 提速。',
      '  二、强队伍',
      '    （一）培训 > 三期。',
      '    （二）考核 > 从严。',
    ],
  ],
  [
    'a text before the title of the first part',
    `${title}各位代表：现将情况报告如下。\n2017年工作总结\n一、防汛\n全年平稳。\n2018年工作计划\n一、防汛\n加固。`,
    [
      'summary > 各位代表：现',
      '  2017年工作总结',
      '    一、防汛 > 全年平稳。',
      'plan 2018年工作计划',
      '  一、防汛 > 加固。',
    ],
  ],
  [
    'chapters that speak of parts but are not numbered as such',
    '某局2017年工作总结\n一、2017年工作回顾\n平稳。\n三、2018年工作打算\n加固。',
    ['summary', '  一、2017年工作回顾 > 平稳。', 'plan', '  三、2018年工作打算 > 加固。'],
  ],
  [
    'decimal numbers in English',
    'Annual Report 2017\nSummary of 2017\nThe year was calm.\n1 Roads\n1.1 Repairs\nAll were made.\n1.2 Lights\nAll were lit.\n2 Buses\nThey ran.\nPlan for 2018\n1 Roads\nMore repairs.',
    [
      'summary Summary of 2017 > The ye',
      '  1Roads',
      '    1.1Repairs > All we',
      '    1.2Lights > All we',
      '  2Buses > They r',
      'plan Plan for 2018',
      '  1Roads > More r',
    ],
  ],
];

describe('the outline of a text', () => {
  it.each(texts)('%s', (_, text, expected) => {
    const result = imported(readPlainText(text));
    expect(outline(result)).toEqual(expected);
    expect(isWhole(text, result)).toBe(true);
  });

  it('says which number does not fit', () => {
    const result = imported(readPlainText(texts[7]?.[1] ?? ''));
    expect(result.misnumbered).toEqual(['（三）']);
    const { diagnostics } = lint('a.report.yaml', result.text, () => undefined);
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'sections-numbered-right',
    ]);
  });
});

it('a plan by itself belongs to the report on the year before', () => {
  const result = imported(
    readPlainText(
      '某局2018年工作计划\n一、抓重点\n（一）防汛。确保2018年6月底前完成堤防加固，年底前建成泵站3座。\n',
    ),
  );
  expect(outline(result)).toEqual(['plan', '  一、抓重点', '    （一）防汛 > 确保2018']);
  const { data, targets } = reportOf(result);
  expect(data.year).toBe(2017);
  expect(targets.map(({ id, data: { level, due } }) => [id, level, due])).toEqual([
    ['完成堤防加固', undefined, '2018-06'],
    ['建成泵站', '3座', undefined],
  ]);
});

describe('the outline of other formats', () => {
  const lists = [
    [
      { format: 'chineseCounting', text: '%1、' },
      { format: 'chineseCounting', text: '（%2）' },
      { format: 'decimal', text: '%3.' },
    ],
  ];

  it('follows the numbers that Word counts', () => {
    const document = readDocx(
      docxOf(
        [
          { text: '某局2017年工作总结', style: 'Title' },
          { text: '抓重点', numbering: { list: 1, level: 0 } },
          { text: '防汛。全年平稳。', numbering: { list: 1, level: 1 } },
          { text: '节水。推广到位。', numbering: { list: 1, level: 1 } },
          { text: '补短板', numbering: { list: 1, level: 0 } },
          { text: '窗口。提速增效。', numbering: { list: 1, level: 1 } },
        ],
        { lists },
      ),
    );
    const result = imported(document);
    expect(outline(result)).toEqual([
      'summary',
      '  一、抓重点',
      '    （一）防汛 > 全年平稳。',
      '    （二）节水 > 推广到位。',
      '  二、补短板',
      '    （一）窗口 > 提速增效。',
    ]);
    expect(
      isWhole(
        '某局2017年工作总结一、抓重点（一）防汛。全年平稳。（二）节水。推广到位。二、补短板（一）窗口。提速增效。',
        result,
      ),
    ).toBe(true);
  });

  it('follows the headings of Word, with typed numbers or without', () => {
    const document = readDocx(
      docxOf([
        { text: '某局2017年工作总结和2018年工作计划', style: 'Title' },
        { text: '2017年工作总结', style: 'Heading1' },
        { text: '一、抓重点', style: 'Heading2' },
        { text: '全年平稳。' },
        { text: '2018年工作计划', style: 'Heading1' },
        { text: '防汛', style: 'Heading2' },
        { text: '加固堤坝。' },
      ]),
    );
    expect(outline(imported(document))).toEqual([
      'summary 2017年工作总结',
      '  一、抓重点 > 全年平稳。',
      'plan 2018年工作计划',
      '  防汛 > 加固堤坝。',
    ]);
  });

  it('follows the headings of HTML and Markdown', () => {
    const expected = ['summary', '  Roads > All we', '    Lights > All ar', '  Buses > They r'];
    expect(
      outline(
        imported(
          readMarkdown(
            '# Annual Report 2017\n\n## Roads\n\nAll were mended.\n\n### Lights\n\nAll are lit.\n\n## Buses\n\nThey ran.\n',
          ),
        ),
      ),
    ).toEqual(expected);
    const html =
      '<h1>Annual Report 2017</h1><h2>Roads</h2><p>All were mended.</p><h3>Lights</h3><p>All are lit.</p><h2>Buses</h2><p>They ran.</p>';
    expect(outline(imported(readHtmlText(html)))).toEqual(expected);
  });

  it('keeps lists as lists', () => {
    const result = imported(
      readMarkdown(
        '# 某局2017年工作总结\n\n## 防汛\n\n做了两件事：\n\n1. 加固水库。\n2. 加高堤坝。\n\n- 值守\n- 演练\n',
      ),
    );
    expect(reportOf(result).sections[0]?.data.body).toBe(
      '做了两件事：\n\n1. 加固水库。\n2. 加高堤坝。\n\n- 值守\n- 演练\n',
    );
  });
});

describe('what the web and PDF do to a text', () => {
  it('is mended: folded punctuation, radicals, broken lines, PM2.5', () => {
    const text =
      '某局2017年工作总结\n\n一、抓重点\n\n(一)大⽓治理。全市PM\n2.5\n平均浓度28微克,⽐2016年下降3微克;优良天数占⽐92％,其中:城区90％,郊区94％(按⽉统计)。\n';
    const result = imported(readPlainText(text));
    expect(result.done).toEqual(['subscript', 'radicals', 'percent', 'punctuation']);
    expect(result.text).toContain(
      '全市PM2.5平均浓度28微克，比2016年下降3微克；优良天数占比92%，其中：城区90%，郊区94%（按月统计）。',
    );
  });

  it('is mended: lines that were broken at a width', () => {
    const paragraph =
      '全年加固水库三座、堤坝十二段，组织防汛演练四次，培训一线人员，更新抢险物资，建成监测站点，群众安全感不断提高，各项任务如期完成，社会反响良好，为明年工作打下坚实基础。';
    const broken = (paragraph.match(/.{1,20}/gu) ?? []).join('\n');
    const result = imported(
      readPlainText(`某局2017年工作总结\n\n一、抓重点\n\n${broken}\n\n二、补短板\n\n${broken}\n`),
    );
    expect(reportOf(result).sections.map(({ data }) => data.body)).toEqual([
      `${paragraph}\n`,
      `${paragraph}\n`,
    ]);
  });

  it('is not done to English within Chinese, times and numbers', () => {
    const text =
      '某局2017年工作总结\n\n一、平台\n\n(一)上线。系统(v2.1)于9:30上线,支持A,B,C三类,共3,460人使用;网址http://a.cn/b:c,详见说明(附后)。\n';
    expect(imported(readPlainText(text)).text).toContain(
      '系统（v2.1）于9:30上线，支持A,B,C三类，共3,460人使用；网址http://a.cn/b:c，详见说明（附后）。',
    );
  });
});

describe('what stands around a text', () => {
  const page =
    '首页\n某局2017年工作总结\n发布时间：2018-01-12 来源：某局办公室\n【字体：\n大\n小\n】\n一、抓重点\n全年平稳。\n某市某某局\n2018年1月10日\n【打印本页】\n关闭窗口\n';

  it('is left out and listed, and its dates are used', () => {
    const result = imported(readPlainText(page));
    expect(result.left.map(({ text }) => text)).toEqual([
      '首页',
      '发布时间：2018-01-12 来源：某局办公室',
      '【字体：',
      '大',
      '小',
      '】',
      '某市某某局',
      '2018年1月10日',
      '【打印本页】',
      '关闭窗口',
    ]);
    expect(result.text).toContain('成文日期: 2018-01-10');
    expect(result.text).toContain('# 发布日期: 2018-01-12');
    expect(outline(result)).toEqual(['summary', '  一、抓重点 > 全年平稳。']);
  });

  it('stays where it is wanted', () => {
    const result = imported(readPlainText(page), { keepAll: true });
    expect(result.left).toEqual([]);
    expect(bare(printed(new Reading(reportOf(result)), { draft: false, internal: false })).length).toBe(
      bare(page).length,
    );
  });
});
