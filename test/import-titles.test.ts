import { describe, expect, it } from 'vitest';
import { docxOf } from './docx-file.ts';
import { documentOf, imported, outlineOf, titleOf } from './imported.ts';
import { readDocument } from '../src/importer/read.ts';

const note =
  '本表由综合科编写，供各站所填写年度总结时使用。填写前请通读本说明，把方括号里的字换成本站所的内容；没有内容的章节请整节删去，不要留空标题。数字同台账核对后再填，表格行数可以增减，有疑问的请打电话问综合科，并在一月十日前交回。';

type Titled = readonly [what: string, name: string, words: string, title: string, outline: readonly string[]];

const titled: readonly Titled[] = [
  [
    'a title behind a note to those who fill a form in',
    'a.md',
    `> ${note}\n\n# 沙溪航运站2025年工作总结\n\n## 一、航道\n\n疏浚完毕。\n\n## 二、船闸\n\n检修完毕。\n`,
    '沙溪航运站2025年工作总结',
    [`= ${note}`, '一、|航道 = 疏浚完毕。', '二、|船闸 = 检修完毕。'],
  ],
  [
    'the same on a page',
    'a.html',
    '<p>This layout is the one that the county asks of all of its offices, and the note on its use is left standing here so that those who write next year’s report find it again.</p><h1>Canal office report 2025</h1><h2>1. Locks</h2><p>Mended.</p><h2>2. Quays</h2><p>Built.</p>',
    'Canal office report 2025',
    [
      '= This layout is the one that the county asks of all of its offices, and the note on its use is left standing here so that those who write next year’s report find it again.',
      '1.|Locks = Mended.',
      '2.|Quays = Built.',
    ],
  ],
  [
    'behind such a note no heading that others stand beside',
    'a.md',
    `${note}\n\n# 航道\n\n疏浚完毕。\n\n# 船闸\n\n检修完毕。\n`,
    '【标题】',
    [`= ${note}`, '|航道 = 疏浚完毕。', '|船闸 = 检修完毕。'],
  ],
  [
    'no chapter that a list names with the others',
    'a.md',
    '- 航道\n- 船闸\n\n# 航道\n\n疏浚完毕。\n\n# 船闸\n\n检修完毕。\n',
    '【标题】',
    ['= - 航道 / - 船闸', '|航道 = 疏浚完毕。', '|船闸 = 检修完毕。'],
  ],
  [
    'the first line, and no chapter whose words end as titles do',
    'a.txt',
    '沙溪航运站的一年\n航道\n疏浚完毕。\n船闸\n检修完毕。\n2026年工作安排\n建成码头2座。',
    '沙溪航运站的一年',
    ['|航道 = 疏浚完毕。', '|船闸 = 检修完毕。', 'plan 2026年工作安排', '| = 建成码头2座。'],
  ],
  [
    'the same in English, with headings',
    'a.md',
    'Canal office in brief\n\n## Locks\n\nWe mended 4 locks.\n\n## Quays\n\nWe built 2.\n\n## Our plan\n\nWe will open 1 pier.\n',
    'Canal office in brief',
    ['|Locks = We mended 4 locks.', '|Quays = We built 2.', 'plan', '|Our plan = We will open 1 pier.'],
  ],
  [
    'minutes, whose summary is a part',
    'a.txt',
    '站务会记录：船闸检修\n地点：三楼\n记录人：丙\n总结\n本周换完闸门。',
    '站务会记录：船闸检修',
    ['= 地点：三楼 / 记录人：丙', '|总结 = 本周换完闸门。'],
  ],
  [
    'a document that is called after what it is for',
    'a.txt',
    '采购文件\n项目名称：船闸闸门\n第一部分 公告\n公开采购。\n第二部分 要求\n见下。',
    '采购文件',
    ['= 项目名称：船闸闸门', '第一部分|公告 = 公开采购。', '第二部分|要求 = 见下。'],
  ],
];

describe('titles', () => {
  it.each(titled)('%s', async (_, name, words, title, outline) => {
    const document = await documentOf(name, words);
    expect([titleOf(document), ...outlineOf(document)]).toEqual([title, ...outline]);
    // no sentence is taken for what surrounds a page
    expect(imported(document).left).toEqual([]);
  });

  it('chapters that a contents list of Word names, of which the first is no title', async () => {
    const toc =
      '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/></w:style>';
    const body = [
      { text: 'Locks\t1', style: 'TOC1' },
      { text: 'Quays\t2', style: 'TOC1' },
      { text: 'Locks', style: 'Heading1' },
      { text: 'All were mended.' },
      { text: 'Quays', style: 'Heading1' },
      { text: 'All were built.' },
    ];
    const document = await readDocument('a.docx', docxOf(body, { styles: toc }));
    expect(titleOf(document)).toBe('[TODO: title]');
    expect(outlineOf(document)).toEqual(['|Locks = All were mended.', '|Quays = All were built.']);
    expect(imported(document).left.map(({ why }) => why)).toEqual(['contents', 'contents']);
  });

  it('small headings below chapters that Word numbers without a style', async () => {
    const chapter = (text: string) => ({ text, numbering: { list: 1 } });
    const body = [
      { text: 'Canal office report 2025', style: 'Title' },
      chapter('Locks'),
      { text: 'All were mended.' },
      { text: 'Old lock', style: 'Heading5' },
      { text: 'It has new gates.' },
      { text: 'New lock', style: 'Heading5' },
      { text: 'It has old gates.' },
      chapter('Quays'),
      { text: 'All were built.' },
    ];
    const document = await readDocument(
      'a.docx',
      docxOf(body, { lists: [[{ format: 'decimal', text: '%1.' }]] }),
    );
    expect(outlineOf(document)).toEqual([
      '1.|Locks = All were mended.',
      '  |Old lock = It has new gates.',
      '  |New lock = It has old gates.',
      '2.|Quays = All were built.',
    ]);
  });
});

describe('lines of a page below its title', () => {
  it.each([
    [
      '沙溪航运站2025年工作情况\n2026-01-08 09:30\n文章来源：县网站\n浏览次数：1234\n【字号：\n大\n中\n小\n】\n【打印】\n一、航道\n疏浚完毕。\n二、船闸\n检修完毕。',
      9,
      ['一、|航道 = 疏浚完毕。', '二、|船闸 = 检修完毕。'],
    ],
    [
      '沙溪航运站2025年工作情况\n2026年1月8日 9时30分\n分享：\n2026年1月7日在全站大会上\n一、航道\n疏浚完毕。\n二、船闸\n检修完毕。',
      2,
      ['= 2026年1月7日在全站大会上', '一、|航道 = 疏浚完毕。', '二、|船闸 = 检修完毕。'],
    ],
    [
      'Canal office report 2025\nJanuary 8, 2026 9:30 AM\nBy Ann Lee\nShare this:\nFacebook\nTwitter\n1. Locks\nMended.\n2. Quays\nBuilt.',
      5,
      ['1.|Locks = Mended.', '2.|Quays = Built.'],
    ],
  ])('are left out and listed', async (words, left, outline) => {
    const document = await documentOf('a.txt', words);
    expect(imported(document).left).toHaveLength(left);
    expect(outlineOf(document)).toEqual(outline);
  });
});

describe('numbers of pages, as PDF leaves them', () => {
  it.each([
    [
      'that a list of contents names',
      'Canal board report 2025\nCONTENTS\nLocks 3\nQuays 7\nOutlook 9\n3\nLocks\nWe mended 4.\n7\nQuays\nWe built 2.\n9\nOutlook\nWe go on.',
      ['|Locks = We mended 4.', '|Quays = We built 2.', 'plan Outlook', '= We go on.'],
    ],
    [
      'one after another',
      '沙溪航运站2025年工作总结\n一、航道\n疏浚完毕。\n1\n全线贯通。\n2\n二、船闸\n检修完毕。\n3\n全部启用。',
      ['一、|航道 = 疏浚完毕。 / 全线贯通。', '二、|船闸 = 检修完毕。 / 全部启用。'],
    ],
    [
      'in words',
      '沙溪航运站2025年工作总结\n一、航道\n疏浚完毕。\n第1页 共2页\n全线贯通。',
      ['一、|航道 = 疏浚完毕。 / 全线贯通。'],
    ],
  ])('are left out: %s', async (_, words, outline) => {
    expect(outlineOf(await documentOf('a.txt', words))).toEqual(outline);
  });

  it('but not figures that stand by themselves', async () => {
    const words = '沙溪航运站2025年工作总结\n一、数字看航运\n12\n新建码头\n30\n检修船闸';
    expect(outlineOf(await documentOf('a.txt', words)).join()).toContain('12 / 新建码头 / 30 / 检修船闸');
  });
});

describe('a title below the name of its body', () => {
  it.each([
    ['沙溪航运站\n关于2025年工作情况的报告', '沙溪航运站关于2025年工作情况的报告'],
    ['沙溪区人民法院\n工作报告', '沙溪区人民法院工作报告'],
    ['沙溪航运站\n2025年度工作报告', '2025年度工作报告'],
  ])('%s', async (lines, title) => {
    const text = `${lines}\n一、航道\n疏浚完毕。\n二、船闸\n检修完毕。`;
    const document = await documentOf('a.txt', text);
    expect(titleOf(document)).toBe(title);
    expect(imported(document).text).toMatch(/原文写的是“沙溪/);
  });
});

describe('a title on two lines of a page', () => {
  it.each([
    ['沙溪航运站<br>2025年工作总结', '沙溪航运站2025年工作总结'],
    ['2025年<br>工作总结', '2025年工作总结'],
    ['Canal office<br>Annual report 2025', 'Canal office Annual report 2025'],
    ['沙溪航运站2025年工作总结<br>Annual report', '沙溪航运站2025年工作总结 Annual report'],
  ])('%s', async (heading, title) => {
    const page = `<h1>${heading}</h1><h2>一、航道</h2><p>疏浚完毕。</p>`;
    expect(titleOf(await documentOf('a.html', page))).toBe(title);
  });
});

describe('chapters on lines of their own', () => {
  it('may be the one review beside the problems and the plan', async () => {
    const text =
      '沙溪航运站2025年工作总结\n今年以来，航运平稳。\n主要成效\n一是疏浚航道。建成码头4座。\n存在不足\n人手偏紧。\n明年打算\n新建码头2座。';
    expect(outlineOf(await documentOf('a.txt', text))).toEqual([
      '= 今年以来，航运平稳。',
      '|主要成效 = 一是疏浚航道。建成码头4座。',
      'problems 存在不足',
      '= 人手偏紧。',
      'plan 明年打算',
      '| = 新建码头2座。',
    ]);
  });
  it('stand below one that has nothing else below it', async () => {
    const text =
      '沙溪航运站2025年工作总结\n今年以来，航运平稳。\n一年来的工作\n航道畅通\n疏浚完毕。\n船闸安全\n检修完毕。\n明年打算\n新建码头2座。';
    expect(outlineOf(await documentOf('a.txt', text))).toEqual([
      '= 今年以来，航运平稳。',
      '|一年来的工作',
      '  |航道畅通 = 疏浚完毕。',
      '  |船闸安全 = 检修完毕。',
      'plan 明年打算',
      '| = 新建码头2座。',
    ]);
  });
});

describe('the past year and this year', () => {
  it.each([
    [
      '石桥市2026年政府工作报告\n一、过去一年工作\n新建水厂2座。\n二、今年工作\n新建水厂3座。',
      ['2025', '新建水厂: 2座', '新建水厂: 3座'],
    ],
    [
      '石桥市2026年政府工作报告\n一、过去五年主要工作\n新建水厂2座。\n二、今年重点任务\n新建水厂3座。\n三、政府自身建设\n转变作风。',
      ['2025', '新建水厂: 2座', '新建水厂: 3座'],
    ],
    [
      '石桥市水务局2025年工作总结\n一、今年主要工作\n新建水厂2座。\n二、明年打算\n新建水厂3座。',
      ['2025', '新建水厂: 2座', '新建水厂: 3座'],
    ],
  ])('%s', async (words, found) => {
    const { report } = imported(await documentOf('a.txt', words));
    expect([
      String(report.data.year),
      ...report.metrics.map(({ id, data }) => `${id}: ${data.value}`),
      ...report.targets.map(({ id, data }) => `${id}: ${data.level}`),
    ]).toEqual(found);
  });
});

describe('numbers that a line end broke off their mark', () => {
  it.each([
    ['二\n、船闸', ['一、|航道 = 疏浚完毕。', '二、|船闸 = 检修完毕。']],
    ['二、\n船闸', ['一、|航道 = 疏浚完毕。', '二、|船闸 = 检修完毕。']],
  ])('%s', async (broken, outline) => {
    const words = `沙溪航运站2025年工作总结\n一、航道\n疏浚完毕。\n${broken}\n检修完毕。`;
    expect(outlineOf(await documentOf('a.txt', words))).toEqual(outline);
  });
});
