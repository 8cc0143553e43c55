import { describe, expect, it } from 'vitest';
import { importDocument, type Imported } from '../src/importer/import.ts';
import type { SourceDocument } from '../src/importer/block.ts';
import { readHtmlText } from '../src/importer/readers/html/read-html.ts';
import { readMarkdown } from '../src/importer/readers/markdown/read-markdown.ts';
import { readPlainText } from '../src/importer/readers/read-text.ts';
import { lint } from '../src/lint/lint.ts';
import type { Report, Section } from '../src/model/report.ts';

const imported = (document: SourceDocument): Imported =>
  importDocument(document, {
    from: 'a',
    today: '2026-06-30',
    schema: () => 'x',
    keepAll: false,
    figures: true,
  });

/** Parts and sections with how many metrics (m) and targets (t) they declare; what is no heading is `…`. */
function headings({ parts }: Report): string[] {
  const line = ({ number, data, depth, metrics, targets, sections }: Section): string[] => [
    `${'  '.repeat(depth + 1)}${data.number ?? number}${data.title ?? '…'}${metrics.length > 0 ? ` m${metrics.length}` : ''}${targets.length > 0 ? ` t${targets.length}` : ''}`,
    ...sections.flatMap(line),
  ];
  return parts.flatMap(({ kind, number, data, sections }) => [
    `${kind} ${number}${data.title ?? ''}`.trim(),
    ...sections.flatMap(line),
  ]);
}

/** Title and year, outline, what was left out and why; a right numbering raises no finding. */
function structureOf(document: SourceDocument): string[] {
  const result = imported(document);
  const { report, diagnostics } = lint('a.report.yaml', result.text, () => undefined);
  const wrong = diagnostics.filter(({ rule }) => /number|years-fresh|yaml|schema/.test(rule));
  expect(wrong.map(({ rule, message }) => `${rule}: ${message.en}`)).toEqual([]);
  const { title, year, dated } = (report as Report).data;
  return [
    `${title} ${year}${dated === undefined ? '' : ` ${dated}`}`,
    ...headings(report as Report),
    ...result.left.map(({ why, text }) => `- ${why} ${text}`),
  ];
}

type Case = readonly [what: string, text: string, structure: string];
const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

const numbers: readonly Case[] = [
  [
    'an item whose text begins with a year, a hotline or a figure is an item',
    '石桥镇2025年工作总结\n一、服务\n1.网格走访。走访到户。\n2.2025年3月起，推行错时办公。\n3.12345热线回访。逐件回访。\n4.5G基站。全部开通。\n二、环境\n1.5月底前，河道清淤完成。\n2.6月，管网移交。',
    `石桥镇2025年工作总结 2025
summary
  一、服务
    1.网格走访
    2.…
    3.12345热线回访
    4.5G基站
  二、环境
    1.…
    2.…`,
  ],
  [
    'a figure that a paragraph begins with is none',
    '石桥镇2025年工作总结\n一、服务\n1.网格走访。走访农户316户。\n2.5万人次参加了活动，反响很好。\n2.错时办公。全面推行。\n二、环境\n3.5公里河道完成清淤，整改问题27个。',
    `石桥镇2025年工作总结 2025
summary
  一、服务
    1.网格走访 m1
    2.错时办公
  二、环境 m1`,
  ],
  [
    'levels that differ from chapter to chapter are those of the chapter, wherever its items are met first',
    '石桥镇2025年工作总结\n一、服务\n1.叫号\n全部提速。\n2.预约\n全面推行。\n二、环境\n（一）河道\n1.清淤\n全部完成。\n2.护岸\n全部完成。\n（二）道路\n1.修补\n全部完成。\n2.照明\n全部完成。\n三、安全\n（1）演练\n按月开展。\n（2）值守\n昼夜在岗。',
    `石桥镇2025年工作总结 2025
summary
  一、服务
    1.叫号
    2.预约
  二、环境
    （一）河道
      1.清淤
      2.护岸
    （二）道路
      1.修补
      2.照明
  三、安全
    （1）演练
    （2）值守`,
  ],
  [
    'lists that each begin with 1 below the line that leads to them',
    '石桥镇2025年工作总结\n一、服务\n主要做法：\n1.叫号提速，窗口不排长队。\n2.预约推行。\n存在问题：\n1.人手不足。\n2.场地不足。\n二、环境\n（一）河道\n河道变清。\n下一步打算：\n（一）清淤\n继续清淤。\n（二）护岸\n继续护岸。',
    `石桥镇2025年工作总结 2025
summary
  一、服务
    主要做法：
      1.…
      2.…
    存在问题：
      1.…
      2.…
  二、环境
    （一）河道
    下一步打算：
      （一）清淤
      （二）护岸`,
  ],
  [
    'decimals without a blank before a sentence, but no length or sum',
    '石桥镇2025年工作总结\n1.服务\n1.1公司全体员工参加了窗口服务培训，并逐人考核。\n1.2预约办理在全部窗口推行，群众不再排队。\n1.3公里外的便民点也能办理，一年来运转正常。\n2.环境\n2.1人居环境整治按月评比，结果张榜公布。\n2.2元一张的车票继续供应，老人乘车免费。',
    `石桥镇2025年工作总结 2025
summary
  1.服务
    1.1…
    1.2预约办理在全部窗口推行，群众不再排队。
  2.环境
    2.1人居环境整治按月评比，结果张榜公布。`,
  ],
  [
    'the head in red of a document, the body that signs it, and the difficulties in the middle',
    '青禾县人民政府办公室文件\n青政办发〔2026〕3号\n青禾县人民政府办公室关于印发2025年政府工作情况\n和2026年工作安排的通知\n各乡镇人民政府：\n第一部分　2025年工作回顾\n平稳有序。\n第二部分　面临的困难\n财力偏紧。\n第三部分　2026年工作安排\n继续努力。\n青禾县人民政府办公室\n2026年1月15日\n抄送：县委办。',
    `青禾县人民政府办公室关于印发2025年政府工作情况和2026年工作安排的通知 2025 2026-01-15
summary
  第一部分2025年工作回顾
problems
  第二部分面临的困难
plan
  第三部分2026年工作安排
- cover 青禾县人民政府办公室文件
- cover 青政办发〔2026〕3号
- signature 青禾县人民政府办公室
- signature 2026年1月15日
- imprint 抄送：县委办。`,
  ],
  [
    'what did not go to plan is no plan, and the months under a title tell the year',
    'Lantern Reading Trust\nAnnual Review\nJanuary - December 2024\n1. Our reach\nWe read with pupils in 2025 as in 2024.\n2. What did not go to plan\nTwo schemes slipped.\n3. Looking ahead to 2025\nWe will go on in 2025.',
    `Annual Review 2024
summary
  1.Our reach
problems
  2.What did not go to plan
plan
  3.Looking ahead to 2025
- cover Lantern Reading Trust`,
  ],
  [
    'a sign of weight before a number',
    '石桥镇2025年工作总结\n一、服务\n★（一）叫号\n全部提速。\n（二）预约\n全面推行。\n▲（三）热线\n接听及时。\n二、环境\n变好。',
    `石桥镇2025年工作总结 2025
summary
  一、服务
    （一）★叫号
    （二）预约
    （三）▲热线
  二、环境`,
  ],
  [
    'bare numbers and decimals without a blank, with nothing but themselves to tell them',
    '海塘中学2025年度质量报告\n1办学概况\n1.1历史沿革\n学校建于1956年。\n1.2师资\n教师全部在岗。\n2教学\n2.1课程\n课程齐全。\n3展望\n继续努力。',
    `海塘中学2025年度质量报告 2025
summary
  1办学概况
    1.1历史沿革
    1.2师资
  2教学
    2.1课程
plan
  3展望`,
  ],
  [
    'chapters 1.0, 2.0 in English, and an introduction 0',
    'Ferry Board annual report 2024\n0. Introduction\nThe board runs the ferries.\n1. Service\nAll boats ran.\n2. Safety\nNobody was hurt.',
    `Ferry Board annual report 2024 2024
summary
  0.Introduction
  1.Service
  2.Safety`,
  ],
  [
    'scope as 2.0 and what stands in it',
    'Ferry Board annual report 2024\n1.0 Purpose\nIt tells what was done.\n2.0 Scope\nIt covers the year.\n2.1 Routes\nAll were open.\n2.2 Boats\nAll were afloat.',
    `Ferry Board annual report 2024 2024
summary
  1.0Purpose
  2.0Scope
    2.1Routes
    2.2Boats`,
  ],
  [
    'numbers that a line end broke',
    '石桥镇2025年工作总结\n一、服务\n（\n一）窗口\n提速。\n（二\n）热线\n畅通。\n（三）\n网格\n到户。\n二、\n环境\n变好。',
    `石桥镇2025年工作总结 2025
summary
  一、服务
    （一）窗口
    （二）热线
    （三）网格
  二、环境`,
  ],
  [
    'items of another kind than those of their level are a list in the text',
    '石桥镇2025年工作总结\n一．服务\n1)新建便民点3个。\n2)新增窗口12个。\n3)设立服务站2个。\n二．环境\n（1）清理河道6公里。\n（2）新建绿地4处。',
    `石桥镇2025年工作总结 2025
summary
  一．服务
    1)… m1
    2)… m1
    3)… m1
  二．环境 m2`,
  ],
  [
    'notes and lists of attachments are text',
    '石桥镇2025年统计公报\n一、综合\n全年平稳①。\n二、农业\n稳步增长。\n注：1、数据为初步统计数。\n2、合计数因四舍五入而不等。\n①含乡村两级。\n附件：1.项目清单\n2.资金清单\n石桥镇统计站\n2026年3月2日',
    `石桥镇2025年统计公报 2025 2026-03-02
summary
  一、综合
  二、农业
- signature 石桥镇统计站
- signature 2026年3月2日`,
  ],
];

const covers: readonly Case[] = [
  [
    'a cover with body, department and month in numerals',
    '云泽大学\n2024—2025学年后勤工作报告\n后勤处　基建处\n二〇二五年十一月\n一、餐饮\n菜品丰富。\n二、物业\n楼宇整洁。',
    `2024—2025学年后勤工作报告 2025
summary
  一、餐饮
  二、物业
- cover 云泽大学
- cover 后勤处　基建处
- cover 二〇二五年十一月`,
  ],
  [
    'the number of the document, the imprint, and a signature before the annex',
    '云泽市园林局关于2025年工作总结和2026年工作计划的报告\n云园〔2026〕8号\n市政府：\n一、2025年工作总结\n绿化到位。\n二、2026年工作计划\n补植行道树。\n云泽市园林局\n2026年1月9日\n（联系人：林工，电话：0000-1234）\n附件：古树名录\n古树全部挂牌。\n抄送：市人大办公室。\n云泽市园林局办公室　　2026年1月9日印发',
    `云泽市园林局关于2025年工作总结和2026年工作计划的报告 2025 2026-01-09
summary
  一、2025年工作总结
plan
  二、2026年工作计划
annexes 附件：古树名录
- cover 云园〔2026〕8号
- signature 云泽市园林局
- signature 2026年1月9日
- imprint （联系人：林工，电话：0000-1234）
- imprint 抄送：市人大办公室。
- imprint 云泽市园林局办公室　　2026年1月9日印发`,
  ],
  [
    'a day in numerals that signs, in a line with the body',
    '云泽市气象局2025年工作总结\n一、预报\n准确率提高。\n二、服务\n及时发布预警。\n云泽市气象局 二〇二五年十二月二十八日',
    `云泽市气象局2025年工作总结 2025 2025-12-28
summary
  一、预报
  二、服务
- signature 云泽市气象局 二〇二五年十二月二十八日`,
  ],
  [
    'an English cover with a fiscal year',
    'RIVER LOCKS AUTHORITY\nAnnual Report\nFiscal Year 2024\nJuly 1, 2023 - June 30, 2024\n1. Locks\nAll locks were open.\n2. Weirs\nAll weirs were sound.',
    `Annual Report Fiscal Year 2024 2024
summary
  1.Locks
  2.Weirs
- cover RIVER LOCKS AUTHORITY
- cover July 1, 2023 - June 30, 2024`,
  ],
  [
    'a trail, a source line and a line on the size of letters',
    '首页 > 信息公开 > 年度报告\n云泽市气象局2025年工作总结\n发布时间：2026-01-20 来源：云泽市气象局\n【字体：大 中 小】\n一、预报\n发布预警及时。\n更新了雷达。',
    `云泽市气象局2025年工作总结 2025
summary
  一、预报
- chrome 首页 > 信息公开 > 年度报告
- source-line 发布时间：2026-01-20 来源：云泽市气象局
- source-line 【字体：大 中 小】`,
  ],
  [
    'contents with leaders, whose titles tell those without numbers',
    'Canal Trust yearly report 2024\nContents\nA word from the chair .......... 1\n1. Water .......... 2\n2. People .......... 4\nThanks .......... 6\n\nA word from the chair\nIt was a wet year for all of us.\n1. Water\nThe canal was full.\n2. People\nMany came to walk.\nThanks\nWe thank every donor.',
    `Canal Trust yearly report 2024 2024
summary
  A word from the chair
  1.Water
  2.People
  Thanks
- contents Contents
- contents A word from the chair .......... 1
- contents 1. Water .......... 2
- contents 2. People .......... 4
- contents Thanks .......... 6`,
  ],
  [
    'contents that only repeat the titles',
    '云泽市气象局2025年工作总结\n目 录\n一、预报\n二、服务\n一、预报\n准确率提高。\n二、服务\n及时发布预警。',
    `云泽市气象局2025年工作总结 2025
summary
  一、预报
  二、服务
- contents 目 录
- contents 一、预报
- contents 二、服务`,
  ],
];

const parts: readonly Case[] = [
  [
    'the year before that of the plan that a report is called after',
    '2026年青石区政府工作报告\n各位代表：\n一、过去一年工作\n新建公路20公里。\n二、“十五五”时期总体要求\n到2030年建成3座公园。\n三、2026年工作任务\n新建公路30公里。',
    `2026年青石区政府工作报告 2025
summary
  一、过去一年工作 m1
plan
  二、“十五五”时期总体要求 t1
  三、2026年工作任务 t1`,
  ],
  [
    'what was done in the five years that ended',
    '2026年青石区政府工作报告\n一、“十四五”发展成就和2025年工作\n新建公路20公里。\n二、“十五五”主要目标和战略举措\n建成公园3座。\n三、今年工作安排\n新建公路30公里。',
    `2026年青石区政府工作报告 2025
summary
  一、“十四五”发展成就和2025年工作 m1
plan
  二、“十五五”主要目标和战略举措 t1
  三、今年工作安排 t1`,
  ],
  [
    'tasks of the year itself before the plan',
    '青石公司2025年度报告\n一、经营情况\n营收平稳。\n二、重点工作\n投产两条线。\n三、存在的问题\n成本偏高。\n四、2026年工作打算\n再投一条线。',
    `青石公司2025年度报告 2025
summary
  一、经营情况
  二、重点工作
problems
  三、存在的问题
plan
  四、2026年工作打算`,
  ],
  [
    'tasks behind the review are the plan',
    '青石公司2025年工作总结\n一、2025年工作回顾\n营收平稳。\n二、2026年重点工作\n投产两条线。',
    `青石公司2025年工作总结 2025
summary 一、2025年工作回顾
plan 二、2026年重点工作`,
  ],
  [
    'how the tasks of the plan were done is no plan',
    '青石公司2025年工作总结\n一、2025年重点工作完成情况\n营收平稳。\n二、下一步工作思路\n投产两条线。',
    `青石公司2025年工作总结 2025
summary 一、2025年重点工作完成情况
plan 二、下一步工作思路`,
  ],
  [
    'chapters on lines without numbers',
    '2026年青石区政府工作报告\n各位代表：\n2025年工作回顾\n过去一年，新建公路20公里。\n今后五年的奋斗目标\n到2030年，公园更多。\n2026年主要任务\n（一）修路\n新建公路30公里。\n（二）建园\n建成公园1座。',
    `2026年青石区政府工作报告 2025
summary
  2025年工作回顾 m1
plan
  今后五年的奋斗目标
  2026年主要任务
    （一）修路 t1
    （二）建园 t1`,
  ],
  [
    'the same in English',
    'Library Service annual report 2024\n\nOpening the doors\nThe library lent 40,120 books over the year.\n\nWorking with schools\nWe visited 23 schools.\n\nWhat went less well\nTwo branches closed for repairs.\n\nLooking ahead to 2025\nWe will visit 30 schools.',
    `Library Service annual report 2024 2024
summary
  Opening the doors m1
  Working with schools m1
problems What went less well
plan Looking ahead to 2025
  … t1`,
  ],
  [
    'text right under the parts',
    '青石局2025年工作总结和2026年工作计划\n2025年工作总结\n全年新建公路20公里。\n2026年工作计划\n新建公路30公里。',
    `青石局2025年工作总结和2026年工作计划 2025
summary 2025年工作总结
  … m1
plan 2026年工作计划
  … t1`,
  ],
  [
    'a glossary and another annex, each with its numbers',
    '青石局2025年工作总结\n一、修路\n路修好了。\n（一）城区\n全部完工。\n附件1\n民生实事清单\n（1）修路。三条。\n（2）建园。一座。\n附件2\n名词解释\n1.“四好”：建好、管好、护好、运营好。\n2.“双高”：高水平学校和专业。\n3.5G：第五代移动通信。',
    `青石局2025年工作总结 2025
summary
  一、修路
    （一）城区
annexes 民生实事清单
  （1）修路。
  （2）建园。
annexes 名词解释
  1.…
  2.…
  3.…
- annex-label 附件1
- annex-label 附件2`,
  ],
];

const read = readPlainText;
describe('the structure of a text', () => {
  it.each([...numbers, ...covers, ...parts])('%s', (_, text, structure) => {
    expect(structureOf(read(text))).toEqual(lines(structure));
  });
});

describe('the structure of pages', () => {
  it('a first heading with a number is a chapter', () => {
    expect(
      structureOf(readMarkdown('# 1. 供水\n\n水量充足。\n\n# 2. 排水\n\n管网畅通。\n')).slice(1),
    ).toEqual(lines('summary\n  1.供水\n  2.排水'));
    expect(
      structureOf(readHtmlText('<h1>1供水</h1><p>水量充足。</p><h1>2排水</h1><p>管网畅通。</p>')).slice(1),
    ).toEqual(lines('summary\n  1供水\n  2排水'));
  });
});

describe('headings with markup', () => {
  it('stand where their numbers say, with markup or without', () => {
    const page = readHtmlText(
      '<h1>河段管护2025年工作总结</h1><p>一、巡河</p><p>（一）上游</p><p>水清。</p><h3>（二）下游</h3><p>岸绿。</p><h2>二、清淤</h2><p>如期完成。</p><h3>（一）主槽</h3><p>畅通。</p>',
    );
    expect(structureOf(page)).toEqual(
      lines(
        '河段管护2025年工作总结 2025\nsummary\n  一、巡河\n    （一）上游\n    （二）下游\n  二、清淤\n    （一）主槽',
      ),
    );
  });

  it('that are one title on two lines are one; a chapter below a title is none of it', () => {
    const two = '<h1>河段管护站</h1><h1>2025年工作总结</h1><p>岸绿水清。</p><h2>一、巡河</h2><p>到位。</p>';
    expect(structureOf(readHtmlText(two))[0]).toBe('河段管护站2025年工作总结 2025');
    const report = '<h1>Annual report 2024</h1><h1>Rivers</h1><p>They ran clear.</p>';
    expect(structureOf(readHtmlText(report)).slice(0, 3)).toEqual(
      lines('Annual report 2024 2024\nsummary\n  Rivers'),
    );
  });

  it('a motto below the title is no chapter above the chapters', () => {
    const page =
      '<h1>巡河站2025年工作总结</h1><h2>守一河清水</h2><h3>一、巡河</h3><p>到位。</p><h3>二、清淤</h3><p>完成。</p>';
    expect(structureOf(readHtmlText(page))).toEqual(
      lines('巡河站2025年工作总结 2025\nsummary\n  一、巡河\n  二、清淤'),
    );
  });
});

describe('the bodies that a draft names for a person to confirm', () => {
  it.each([
    ['青石区城市管理局关于2025年工作的报告\n一、环卫\n整洁。', '“青石区城市管理局”'],
    ['2026年青石区政府工作报告\n一、2025年工作回顾\n平稳。', '“青石区人民政府”'],
    [
      '政府工作报告\n（2026年1月8日在清水省第十四届人民代表大会第四次会议上）\n现在，我代表省人民政府报告工作。\n一、2025年工作回顾\n平稳。',
      '“清水省人民政府”',
    ],
    ['2025年工作总结报告\n一、环卫\n整洁。\n青石区园林处\n2026年1月3日', '“青石区园林处”'],
    ['Vale Trust: Yearly Review 2024\n\n1. Rivers\nThey ran clear.', '“Vale Trust”'],
    ['Lakeside Parks Department\nYear in Review 2024\n\n1. Trees\nThey grew.', '“Lakeside Parks Department”'],
    ['Annual Report of the Lock Commission\n\n1. Locks\nThey held.', '“Lock Commission”'],
    ['Eastport Borough Council annual report 2024\n\n1. Homes\nAll were let.', '“Eastport Borough Council”'],
  ])('%s', (text, names) => {
    expect(imported(read(text)).text).toMatch(new RegExp(`(?:原文写的是|the document names )${names}`));
  });
});

it('a year whose days are named begins where they do', () => {
  const years = 'Report\n1. Roads\nThis report covers the year from 1 July 2024 to 30 June 2025.';
  expect(imported(read(`Roads Board annual report 2025\n${years}`)).text).toContain('year-start: 7');
  const half = 'Report\n1. Roads\nIt covers 1 July 2024 to 31 December 2024.';
  expect(imported(read(`Roads Board annual report 2024\n${half}`)).text).not.toContain('year-start');
});
