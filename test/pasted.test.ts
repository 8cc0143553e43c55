import { describe, expect, it } from 'vitest';
import { fixDraft } from '../src/lint/fix.ts';
import { lint } from '../src/lint/lint.ts';

const zh = '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 标题: 安全\n';
const en =
  'schema: 1\ntitle: Report\norganization: Office\nyear: 2017\nsummary:\n  sections:\n    - title: Roads\n';

/** What the form of a draft is told: `line:column code`. */
const found = (text: string): string[] =>
  lint('a.report.yaml', text, () => undefined)
    .diagnostics.filter(({ rule }) => rule === 'yaml' || rule === 'schema')
    .map(({ code, range: { start } }) => `${start.line}:${start.column} ${code}`);
const words = (text: string): string =>
  lint('a.report.yaml', text, () => undefined).diagnostics.find(({ rule }) => rule === 'yaml')?.message.zh ??
  '';

/** The text after `--fix`. */
const fixed = (text: string): string =>
  fixDraft('a.report.yaml', text, () => undefined, false).changed.get('a.report.yaml')?.after ?? text;

describe('a pasted text that lost its indentation is one finding, and is moved in as a whole', () => {
  it.each([
    [
      'every line, before another key',
      `${zh}      正文: |\n第一段：平稳。\n会议强调：要抓好落实。\n\n1. 第一项\n- 第二项\n# 小结\n## 又一节\n{{隐患}}。\n      指标:\n        隐患: 695处\n`,
      '9:1 text-unindented',
      `${zh}      正文: |\n        第一段：平稳。\n        会议强调：要抓好落实。\n\n        1. 第一项\n        - 第二项\n        # 小结\n        ## 又一节\n        {{隐患}}。\n      指标:\n        隐患: 695处\n`,
    ],
    [
      'all but the first, at the end of the file',
      `${zh}      正文: |\n        第一段。\n会议强调: 要抓好落实。\n第三段`,
      '10:1 text-unindented',
      `${zh}      正文: |\n        第一段。\n        会议强调：要抓好落实。\n        第三段`,
    ],
    [
      'in several columns, before the next item',
      `${zh}      正文: |\n          第一段。\n  第二段。\n\n      第三段：好。\n          第四段。\n    - 标题: 乙\n      正文: 好。\n`,
      '10:3 text-unindented',
      `${zh}      正文: |\n          第一段。\n          第二段。\n\n          第三段：好。\n          第四段。\n    - 标题: 乙\n      正文: 好。\n`,
    ],
    [
      'behind a first line that stands too far in',
      `${zh}      正文: |\n            第一段。\n        第二段。\n      牵头: 办公室\n`,
      '9:13 text-unindented',
      `${zh}      正文: |\n        第一段。\n        第二段。\n      牵头: 办公室\n`,
    ],
    [
      'with words of the format before its colons',
      `${zh}      正文: |\n问题：不少学校经费不足。\n原因：征地延后。\n目标：全部完成。\n计划:\n  导语: 好。\n`,
      '9:1 text-unindented',
      `${zh}      正文: |\n        问题：不少学校经费不足。\n        原因：征地延后。\n        目标：全部完成。\n计划:\n  导语: 好。\n`,
    ],
    [
      'without a mark for a text',
      `${zh}      正文:\n会议强调：要抓好落实。\n第二段。\n`,
      '9:1 text-unindented',
      `${zh}      正文: |\n        会议强调：要抓好落实。\n        第二段。\n`,
    ],
    [
      'behind a text that begins with its key',
      `${zh}      正文: 第一段。\n第二段：好。\n      牵头: 办公室\n`,
      '9:1 text-unindented',
      `${zh}      正文: |\n        第一段。\n        第二段：好。\n      牵头: 办公室\n`,
    ],
    [
      'in English, with an item below an item',
      `${en}      body: |\nNote: the bridge\nwas closed in May.\n\n* one\n  * two\nSource: Bureau of Roads\n      lead: Bus Office\n`,
      '9:1 text-unindented',
      `${en}      body: |\n        Note: the bridge\n        was closed in May.\n\n        * one\n          * two\n        Source: Bureau of Roads\n      lead: Bus Office\n`,
    ],
    [
      'in English, as deep as its key',
      `${en}      body: |\n        Fine.\n      Note: the bridge is open\n      and safe.\n`,
      '10:7 text-unindented',
      `${en}      body: |\n        Fine.\n        Note: the bridge is open\n        and safe.\n`,
    ],
    [
      'some lines of it with full-width spaces or tabs',
      `${zh}      正文: |\n　　第一段。\n第二段。\n\t第三段。\n`,
      '9:3 text-unindented',
      `${zh}      正文: |\n        第一段。\n        第二段。\n        第三段。\n`,
    ],
    [
      'with the line ends of Windows',
      `${zh}      正文: |\n第一段：平稳。\n\n第二段。\n      牵头: 办公室\n`.replaceAll('\n', '\r\n'),
      '9:1 text-unindented',
      `${zh}      正文: |\n        第一段：平稳。\n\n        第二段。\n      牵头: 办公室\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    ],
    [
      'in a metric, before the next one',
      `${zh}      正文: 发现695处。\n      指标:\n        隐患:\n          数值: 695处\n          口径: |\n含小学：全部。\n        整改: 691处\n`,
      '13:1 text-unindented',
      `${zh}      正文: 发现695处。\n      指标:\n        隐患:\n          数值: 695处\n          口径: |\n            含小学：全部。\n        整改: 691处\n`,
    ],
  ])('%s', (_, text, finds, after) => {
    expect(found(text)).toEqual([finds]);
    expect(fixed(text)).toBe(after);
    expect(found(after)).toEqual([]);
  });

  it('and two texts are two', () => {
    const text = `${zh}      正文: |\n第一段。\n    - 标题: 乙\n      正文: |\n第二段：好。\n`;
    expect(found(text)).toEqual(['9:1 text-unindented', '12:1 text-unindented']);
    expect(fixed(text)).toBe(
      `${zh}      正文: |\n        第一段。\n    - 标题: 乙\n      正文: |\n        第二段：好。\n`,
    );
  });

  it('and says how many spaces there are and should be', () =>
    expect(words(`${zh}      正文: |\n        第一段。\n  第二段。\n`)).toBe(
      '“正文”的文字要整段缩进到第9列：每行前空8格，这里空了2格',
    ));
});

describe('what is a key, an item or a note stays one', () => {
  it.each([
    [
      'a key that is misspelt',
      `${zh}      正文: |\n        平稳。\n      牵头头: 办公室\n`,
      ['10:7 key-misspelt'],
    ],
    [
      'a key of another name',
      `${zh}      正文: |\n        平稳。\n      责任科室: 办公室\n`,
      ['10:7 key-misspelt'],
    ],
    [
      'a key that there is not',
      `${zh}      正文: |\n        平稳。\n      备注: 待核\n`,
      ['10:7 key-unknown'],
    ],
    ['a key in the wrong column', `${zh}      正文: |\n        平稳。\n     牵头: 办公室\n`, ['10:6 syntax']],
    [
      'a full-width colon behind a key',
      `${zh}      正文: |\n        平稳。\n      牵头：办公室\n`,
      ['10:9 colon-wide'],
    ],
    [
      'a metric',
      `${zh}      指标:\n        隐患:\n          口径: |\n            全部。\n        整改: 691处\n`,
      [],
    ],
    ['a note above the next key', `${zh}      正文: |\n        平稳。\n# 注\n      牵头: 办公室\n`, []],
  ])('%s', (_, text, finds) => expect(found(text)).toEqual(finds));

  it('and a note among lines that were lost is not printed without being asked', () =>
    expect(fixed(`${zh}      正文: |\n        平稳。\n    # 待核\n第二段。\n`)).toContain(
      '\n    # 待核\n第二段。\n',
    ));
});

describe('a text that breaks over lines without “|”', () => {
  const unsafe = (text: string): string =>
    fixDraft('a.report.yaml', text, () => undefined, true).changed.get('a.report.yaml')?.after ?? text;
  const block = (lines: string): string => `${zh}      正文: |\n${lines}      牵头: 办公室\n`;

  it.each([
    [
      'in quotes, without indentation',
      `${zh}      正文: "第一段：好。\n第二段。"\n      牵头: 办公室\n`,
      '8:11 quote-lines',
      block('        第一段：好。\n        第二段。\n'),
    ],
    [
      'in quotes, with it',
      `${zh}      正文: "第一段：好。\n        第二段。"\n      牵头: 办公室\n`,
      '8:11 lines-joined',
      block('        第一段：好。\n        第二段。\n'),
    ],
    [
      'in quotes, with an empty line',
      `${zh}      正文: '甲。\n\n        乙。'\n      牵头: 办公室\n`,
      '8:11 lines-joined',
      block('        甲。\n\n        乙。\n'),
    ],
    [
      'with items',
      `${zh}      正文: 有两项\n        - 甲\n        - 乙\n      牵头: 办公室\n`,
      '8:11 lines-joined',
      block('        有两项\n        - 甲\n        - 乙\n'),
    ],
  ])('is told to use it: %s', (_, text, finds, after) => {
    expect(found(text)).toEqual([finds]);
    expect(unsafe(text)).toBe(after);
    expect(found(after)).toEqual([]);
  });

  it.each([
    [
      'words of English that YAML joins with the space that is meant',
      `${en}      body: "The bridge was\n        closed in May."\n`,
    ],
    ['a plain text of several lines', `${zh}      正文: 会议强调\n        第一：安全。\n`],
  ])('is left alone where nothing changes: %s', (_, text) => expect(found(text)).toEqual([]));

  it('and a quotation mark without its partner is that', () =>
    expect(found(`${zh}      正文: "平稳。\n      牵头: "办公室"\n`)).not.toContain('8:11 quote-lines'));
});

describe('every finding on indentation says how many spaces', () => {
  it.each([
    ['a line too far in', `${zh}      正文: 平稳。\n       牵头: 办公室\n`, /空了7格，应空6格/],
    ['a line too far out', `${zh}      正文: 平稳。\n     牵头: 办公室\n`, /空了5格，应空6格/],
    ['full-width spaces', `${zh}　　　正文: 平稳。\n`, /3个全角空格/],
    ['a collection whose lines fit nowhere', `${zh}      正文: 平稳。\n      牵头:\n  - {\n`, /空了\d+格/],
  ])('%s', (_, text, pattern) => expect(words(text)).toMatch(pattern));
});

describe('a key by another name', () => {
  const near = (text: string): string[] =>
    lint('a.report.yaml', text, () => undefined)
      .diagnostics.filter(({ rule }) => rule === 'schema')
      .map(({ message }) => message.zh);
  const meant = (written: string, key: string): string => `不认识的键“${written}”，应是“${key}”`;
  const part = (lines: string): string => `${zh.replace('    - 标题: 安全\n', '')}    - ${lines}`;

  it.each([
    ['题目', '标题', part('题目: 安全\n      正文: 平稳。\n')],
    ['内容', '正文', `${zh}      内容: 平稳。\n`],
    ['负责人', '牵头', `${zh}      正文: 平稳。\n      负责人: 张三\n`],
    ['责任科室', '牵头', `${zh}      正文: 平稳。\n      责任科室: 办公室\n`],
    ['单位', '编制单位', zh.replace('编制单位', '单位') + '      正文: 平稳。\n'],
    [
      '单位',
      '计量单位',
      `${zh}      正文: 平稳。\n      指标:\n        隐患: { 数值: 5, 单位: 处, 来源: 台账 }\n`,
    ],
    ['日期', '成文日期', `日期: 2018-01-10\n${zh}      正文: 平稳。\n`],
    ['日期', '完成时限', `${zh}      正文: 平稳。\n      目标:\n        整改: { 日期: 2018-07 }\n`],
    ['heading', 'title', en.replace('- title', '- heading') + '      body: Fine.\n'],
    ['name', 'title', en.replace('- title', '- name') + '      body: Fine.\n'],
    ['content', 'body', `${en}      content: Fine.\n`],
    ['Text', 'body', `${en}      Text: Fine.\n`],
    ['owner', 'lead', `${en}      body: Fine.\n      owner: Bus Office\n`],
    ['deadline', 'due', `${en}      body: Fine.\n      targets:\n        repair: { deadline: 2018-07 }\n`],
    ['due_date', 'due', `${en}      body: Fine.\n      targets:\n        repair: { due_date: 2018-07 }\n`],
  ])('%s is suggested as %s, at its place', (written, key, text) =>
    expect(near(text)).toEqual([meant(written, key)]),
  );

  it.each([
    ['a key that is there already', `${zh}      正文: 平稳。\n      内容: 又一段。\n`],
    ['keys where the word means a text', `${zh}      正文: 平稳。\n      任务: 好。\n`],
    ['a place that has no such key', `${zh}      正文: 平稳。\n      单位: 某局\n`],
  ])('but not in place of %s', (_, text) => expect(near(text).join()).toMatch(/^不认识的键“[^”]+”$/));

  it('and a draft that does not say its format is told to, and mended', () => {
    const text = `# 注\n${zh.replace('格式: 1\n', '')}      正文: 平稳。\n`;
    expect(found(text)).toEqual(['2:1 key-missing']);
    expect(fixed(text)).toBe(`# 注\n${zh}      正文: 平稳。\n`);
    expect(fixed(`${en.replace('schema: 1\n', '')}      body: Fine.\n`)).toBe(`${en}      body: Fine.\n`);
  });
});

describe('what only looks like keys of the format', () => {
  const text = (lines: string): string =>
    `schema: 1\ntitle: Bus report 2025\norganization: Bus Office\nyear: 2025\nsummary:\n  sections:\n    - title: Files\n      body: |\n${lines}`;
  const found = (lines: string): string[] =>
    lint('a.report.yaml', text(lines), () => undefined).diagnostics.flatMap(({ rule }) =>
      rule === 'yaml' ? [rule] : [],
    );
  it('stays text in a block of code, and where nothing stands below it', () => {
    const code = '        metrics:\n          riders: 12\n';
    expect(found(`        As follows.\n\n        \`\`\`yaml\n${code}        \`\`\`\n`)).toEqual([]);
    expect(found('        As follows.\n\n        metrics:\n\n        riders: 12\n')).toEqual([]);
    expect(found(`        As follows.\n${code}`)).toEqual(['yaml']);
    expect(found(`        \`\`\`\n        x: 1\n        \`\`\`\n${code}`)).toEqual(['yaml']);
  });
});
