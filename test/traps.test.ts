import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { applyEdits } from '../src/source/traps/repair.ts';
import { readSource } from '../src/source/source.ts';

const head = '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n';
const section = (lines: string): string =>
  `${head}总结:\n  章节:\n    - 标题: 安全\n${lines.replaceAll(/^/gm, '      ').trimEnd()}\n`;

/** What is found: `line:column code`, from the schema and YAML. */
const found = (text: string): string[] =>
  lint('a.report.yaml', text, () => undefined)
    .diagnostics.filter(({ rule }) => rule === 'yaml' || rule === 'schema')
    .map(({ code, range: { start } }) => `${start.line}:${start.column} ${code}`);

/** The text after every fix of its traps. */
const mended = (text: string): string =>
  applyEdits(
    text,
    readSource('a.report.yaml', text, 'report').yaml.flatMap(({ fix }) => fix?.edits ?? []),
  );

describe('a trap is one finding at its character, and its fix makes it what was meant', () => {
  it.each([
    ['a full-width colon', head.replace('标题: ', '标题：'), '2:3 colon-wide', head],
    [
      'a full-width colon before a section',
      section('正文：平稳。\n牵头: 办公室'),
      '8:9 colon-wide',
      section('正文: 平稳。\n牵头: 办公室'),
    ],
    [
      'a full-width colon before a metric',
      section('正文: 发现695处。\n指标:\n  隐患：695处\n  整改: 695处'),
      '10:11 colon-wide',
      section('正文: 发现695处。\n指标:\n  隐患: 695处\n  整改: 695处'),
    ],
    [
      'all metrics with full-width colons',
      section('指标:\n  隐患：695处\n  整改：695处'),
      '9:11 colon-wide 10:11 colon-wide',
      section('指标:\n  隐患: 695处\n  整改: 695处'),
    ],
    [
      'a full-width colon before a key that holds others',
      section('指标：\n  隐患: 695处'),
      '8:9 colon-wide',
      section('指标:\n  隐患: 695处'),
    ],
    ['a missing space after a colon', head.replace('年度: ', '年度:'), '4:3 colon-space', head],
    [
      'a missing space after the colon of a metric',
      section('指标:\n  隐患:695处'),
      '9:11 colon-space',
      section('指标:\n  隐患: 695处'),
    ],
    [
      'a missing space after a dash',
      `${head}总结:\n  章节:\n    -标题: 安全\n      正文: 平稳。\n`,
      '7:5 dash-space',
      section('正文: 平稳。'),
    ],
    [
      'a Chinese dash',
      `${head}总结:\n  章节:\n    —标题: 安全\n      正文: 平稳。\n`,
      '7:5 dash-wrong',
      `${head}总结:\n  章节:\n    - 标题: 安全\n      正文: 平稳。\n`,
    ],
    [
      'a Chinese dash and a space',
      `${head}总结:\n  章节:\n    — 标题: 安全\n      正文: 平稳。\n`,
      '7:5 dash-wrong',
      section('正文: 平稳。'),
    ],
    [
      'a reference at the start of a title',
      head.replace('报告', '{{年度}}年报告'),
      '2:5 reference-unquoted',
      head.replace('报告', '"{{年度}}年报告"'),
    ],
    [
      'a reference alone',
      section('正文: {{隐患}}\n指标:\n  隐患: 695处'),
      '8:11 reference-unquoted',
      section('正文: "{{隐患}}"\n指标:\n  隐患: 695处'),
    ],
    [
      'a reference in braces',
      section('目标:\n  整改: { 内容: 完成{{隐患}}, 完成时限: 2018-07 }\n指标:\n  隐患: 695处'),
      '9:21 reference-unquoted',
      section('目标:\n  整改: { 内容: "完成{{隐患}}", 完成时限: 2018-07 }\n指标:\n  隐患: 695处'),
    ],
    [
      'a thousands separator in braces',
      section('指标:\n  人数: { 数值: 3,460人 }'),
      '9:20 comma-in-text',
      section('指标:\n  人数: { 数值: "3,460人" }'),
    ],
    [
      'thousands separators in the cells of a row',
      section('表格:\n  甲: { 列: [a, b, c], 行: { x: [1,200, 800人, $1,234,567.5], y: [1, 2, 3] } }'),
      '9:38 comma-in-cell 9:52 comma-in-cell',
      section('表格:\n  甲: { 列: [a, b, c], 行: { x: ["1,200", 800人, "$1,234,567.5"], y: [1, 2, 3] } }'),
    ],
    [
      'a sum in braces',
      section('指标:\n  甲: 1项\n  乙: 2项\n  计: { 数值: 3项, 算式: 求和(甲, 乙) }'),
      '11:30 comma-in-text',
      section('指标:\n  甲: 1项\n  乙: 2项\n  计: { 数值: 3项, 算式: "求和(甲, 乙)" }'),
    ],
    [
      'a full-width comma in braces',
      section('指标:\n  甲: 1项\n  计: { 数值: 1项，算式: 甲 }'),
      '10:20 comma-wide',
      section('指标:\n  甲: 1项\n  计: { 数值: 1项, 算式: 甲 }'),
    ],
    [
      'full-width braces',
      section('指标:\n  甲: ｛ 数值: 1项 ｝'),
      '9:12 bracket-wide',
      section('指标:\n  甲: { 数值: 1项 }'),
    ],
    [
      'a full-width colon in braces',
      section('指标:\n  甲: { 数值：1项 }'),
      '9:16 colon-wide',
      section('指标:\n  甲: { 数值: 1项 }'),
    ],
    [
      'names with a full-width comma in brackets',
      section('配合: [人事科，财务科]'),
      '8:15 comma-wide',
      section('配合: [人事科, 财务科]'),
    ],
    [
      'a number sign in a text',
      section('正文: 完成 #1 桩基'),
      '8:14 comment-cut',
      section('正文: "完成 #1 桩基"'),
    ],
    [
      'a comparison at the start',
      section('目标:\n  达标率: >=60%'),
      '9:14 start-special',
      section('目标:\n  达标率: ">=60%"'),
    ],
    [
      'an anchor that is none',
      section('牵头: &公交科 一组'),
      '8:11 sign-lost',
      section('牵头: "&公交科 一组"'),
    ],
    [
      'an anchor that is all of a text',
      section('牵头: &公交科'),
      '8:11 sign-lost',
      section('牵头: "&公交科"'),
    ],
    ['an anchor before a bar', section('正文: &| 平稳。'), '8:11 sign-lost', section('正文: "&| 平稳。"')],
    [
      'an anchor before quotation marks',
      section('正文: &甲 "平稳。"'),
      '8:11 sign-lost',
      section(`正文: '&甲 "平稳。"'`),
    ],
    [
      'an anchor before a metric',
      section('指标:\n  &隐患 处: 695处'),
      '9:9 sign-lost',
      section('指标:\n  "&隐患 处": 695处'),
    ],
    [
      'an anchor in braces',
      section('指标:\n  甲: { 数值: &乙 1项 }'),
      '9:18 sign-lost',
      section('指标:\n  甲: { 数值: "&乙 1项" }'),
    ],
    ['a tag without a name', section('牵头: ! 公交科'), '8:11 sign-lost', section('牵头: "! 公交科"')],
    ['a tag', section('牵头: !公交科'), '8:11 start-special', section('牵头: "!公交科"')],
    ['an alias to nothing', section('牵头: *公交科'), '8:11 start-special', section('牵头: "*公交科"')],
    ['a percent sign', section('牵头: %甲'), '8:11 start-special', section('牵头: "%甲"')],
    ['an at sign', section('牵头: @甲'), '8:11 start-special', section('牵头: "@甲"')],
    ['a backquote', section('牵头: `甲`'), '8:11 start-special', section('牵头: "`甲`"')],
    [
      'bold at the start',
      section('正文: **重点**工作平稳。'),
      '8:11 start-special',
      section('正文: "**重点**工作平稳。"'),
    ],
    ['a percent sign at the start', section('正文: "%"'), '', section('正文: "%"')],
    [
      'a colon with a space in a text',
      section('正文: 重点: 安全'),
      '8:13 colon-in-text',
      section('正文: "重点: 安全"'),
    ],
    [
      'text behind a quotation',
      section('正文: "强师工程"平稳推进。'),
      '8:17 quote-inside',
      section('正文: \'"强师工程"平稳推进。\''),
    ],
    [
      'text behind a quotation in braces',
      section('目标:\n  整改: { 内容: "强师"工程, 完成时限: 2018-07 }'),
      '9:23 quote-inside',
      section('目标:\n  整改: { 内容: \'"强师"工程\', 完成时限: 2018-07 }'),
    ],
    [
      'one mistake beside keys in quotes',
      section('"正文": "平稳。"\n\'牵头\': 某科\n配合：\n- "甲"\n- \'乙\' # 注'),
      '10:9 colon-wide',
      section('"正文": "平稳。"\n\'牵头\': 某科\n配合:\n- "甲"\n- \'乙\' # 注'),
    ],
    [
      'a note behind a number sign',
      section('正文: 完成 #1 桩基 # 注'),
      '8:14 comment-cut',
      section('正文: "完成 #1 桩基" # 注'),
    ],
    [
      'a text that begins with a number sign',
      section('正文: #1机组并网'),
      '8:11 comment-cut',
      section('正文: "#1机组并网"'),
    ],
    [
      'an office that does, and a note',
      section('牵头: #3 科 # 注'),
      '8:11 comment-cut',
      section('牵头: "#3 科" # 注'),
    ],
    [
      'full-width spaces for indentation',
      section('正文: 平稳。').replace('      正文', '　　　正文'),
      '8:1 indent-character',
      section('正文: 平稳。'),
    ],
    [
      'no-break spaces for indentation',
      section('正文: 平稳。').replace('      正文', '\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0正文'),
      '8:1 indent-character',
      section('正文: 平稳。'),
    ],
    [
      'a tab for indentation',
      section('正文: 平稳。').replace('      正文', '\t\t\t正文'),
      '8:1 indent-character',
      section('正文: 平稳。'),
    ],
    [
      'full-width spaces under a block',
      section('正文: |\n  第一段。').replace('        第一段', '　　第一段'),
      '9:1 indent-character',
      section('正文: |\n  第一段。'),
    ],
  ])('%s', (_, text, finds, fixed) => {
    expect(found(text).join(' ')).toBe(finds);
    expect(mended(text)).toBe(fixed);
    expect(found(fixed)).toEqual([]);
  });
});

describe('what no text may hold', () => {
  it.each([
    ['a NUL', head.replace('报告', '报\0告'), '2:6 control-character'],
    [
      'control characters, once',
      head.replace('报告', '报\u0007告').replace('某局', '某\u0001局'),
      '2:6 control-character',
    ],
    ['half a character', head.replace('报告', '"报\\ud800告"'), '2:5 surrogate-lone'],
  ])('is one finding: %s', (_, text, finds) => expect(found(text)).toEqual([finds]));

  it('but whole characters in escapes are well', () =>
    expect(found(`${head.replace('报告', '"报\\ud83d\\ude00告"')}总结: { 导语: 平稳。 }\n`)).toEqual([]));
});

it('an alias to nothing is one finding, with quotation marks as its fix', () => {
  const text = section('牵头: *Bus');
  expect(found(text)).toEqual(['8:11 alias-circular']);
  expect(mended(text)).toBe(section('牵头: "*Bus"'));
});

describe('what is meant as text is no trap', () => {
  it.each([
    ['a colon in a text', section('正文: 会议强调：安全第一。')],
    ['colons in a text of several lines', section('正文: 会议强调\n  第一：安全。\n  第二：质量。')],
    ['colons in a block', section('正文: |\n  标题：安全\n  正文:安全\n  — 安全\n  - 安全')],
    ['a time and an address', section('正文: 8:30在 https://example.org/a 公布')],
    ['quotation marks', section('正文: “强师工程”平稳推进。')],
    ['commas in a text', section('指标:\n  甲: { 数值: 1项, 口径: 含小学、初中，不含高中 }')],
    ['a note behind a value', section('正文: 平稳。 # 待核')],
    ['a reference inside a text', section('正文: 发现{{隐患}}。\n指标:\n  隐患: 695处')],
    ['a key with a full-width colon', section('指标:\n  甲：乙: 1项')],
    [
      'three figures, of which one looks like thousands',
      section('表格:\n  甲: { 列: [a, b, c], 行: { x: [1,200,300], y: [1, 2, 3] } }'),
    ],
    [
      'cells without blanks behind their commas',
      section('表格:\n  甲: { 列: [a, b], 行: { x: [1,200], y: [1, 2] } }'),
    ],
    ['a tag of YAML itself', section('牵头: !!str 公交科')],
    ['an anchor before its alias in a list', section('配合:\n  - &a 甲科\n  - *a')],
    ['an ampersand inside', section('正文: R&D 平稳 & 有序\n牵头: "&甲"')],
    ['an anchor and its alias', section('正文: &a 平稳。\n牵头: *a')],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
    expect(mended(text)).toBe(text);
  });
});
