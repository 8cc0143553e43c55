import { describe, expect, it } from 'vitest';
import { fixDraft } from '../src/lint/fix.ts';
import { lint } from '../src/lint/lint.ts';

const head = '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 标题: 安全\n';
const tail = '      牵头: 办公室\n    - 标题: "综合"\n      正文: 好。\n';

/** What the form of a draft is told: `line:column code`. */
const found = (text: string): string[] =>
  lint('a.report.yaml', text, () => undefined)
    .diagnostics.filter(({ rule }) => rule === 'yaml' || rule === 'schema')
    .map(({ code, range: { start } }) => `${start.line}:${start.column} ${code}`);
const fixed = (text: string, unsafe = false): string =>
  fixDraft('a.report.yaml', text, () => undefined, unsafe).changed.get('a.report.yaml')?.after ?? text;

describe('the bar of a text', () => {
  it.each([
    [
      'in full width',
      '      正文: ｜\n        隐患为零。\n',
      '8:11 block-wide',
      '      正文: |\n        隐患为零。\n',
    ],
    [
      'in full width before prose with colons',
      '      正文: ｜\n        一是: 检查。\n        二是: 整改。\n',
      '8:11 block-wide',
      '      正文: |\n        一是：检查。\n        二是：整改。\n',
    ],
    [
      'with the text in its line',
      '      正文: | 隐患为零。\n',
      '8:11 block-line',
      '      正文: |\n        隐患为零。\n',
    ],
    [
      'with the first line in its own',
      '      正文: |隐患为零。\n          检查: 9次。\n',
      '8:11 block-line',
      '      正文: |\n          隐患为零。\n          检查：9次。\n',
    ],
    [
      'that is the first of a table',
      '      正文: | 镇 | 次 |\n        | --- | --- |\n        | 甲 | 3 |\n',
      '8:11 block-line',
      '      正文: |\n        | 镇 | 次 |\n        | --- | --- |\n        | 甲 | 3 |\n',
    ],
  ])('%s', (_, lines, finds, mended) => {
    expect(found(head + lines + tail)).toEqual([finds]);
    expect(fixed(head + lines + tail)).toBe(head + mended + tail);
    expect(found(head + mended + tail)).toEqual([]);
  });

  it('keeps the line ends of the file', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    expect(fixed(crlf(`${head}      正文: | 好。\n`))).toBe(crlf(`${head}      正文: |\n        好。\n`));
  });

  it('is text where it stands in one', () =>
    expect(found(`${head}      正文: 甲｜乙 | 丙\n${tail}`)).toEqual([]));
});

describe('a quotation mark that is not closed in its line', () => {
  it.each([
    ['before others that are', '      正文: "隐患为零。\n', '8:11 quote-open', '      正文: "隐患为零。"\n'],
    [
      'closed with a Chinese one',
      '      正文: "隐患为零。”\n',
      '8:11 quote-open',
      '      正文: "隐患为零。"\n',
    ],
    ['a single one', "      正文: '隐患为零。\n", '8:11 quote-open', "      正文: '隐患为零。'\n"],
    [
      'around a name',
      '      指标:\n        "隐患: 0处\n',
      '9:9 quote-open',
      '      指标:\n        "隐患": 0处\n',
    ],
  ])('%s', (_, lines, finds, mended) => {
    expect(found(head + lines + tail)).toEqual([finds]);
    expect(fixed(head + lines + tail)).toBe(head + mended + tail);
  });

  it('at the end of a text that has Chinese ones is closed on request only', () => {
    const text = `${head}      正文: "推进“放管服”\n${tail}`;
    expect(found(text)).toEqual(['8:11 quote-open']);
    expect(fixed(text)).toBe(text);
  });

  it('with nothing behind it says nothing of what was meant', () =>
    expect(found(`${head}      正文: "\n${tail}`)).toEqual(['8:12 syntax']));

  it('is none in a text that goes on in quotes', () =>
    expect(found(`${head}      正文: "隐患\n        为零。"\n`)).toEqual(['8:11 lines-joined']));
});
