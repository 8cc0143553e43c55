import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paragraph, SourceBlock } from '../src/importer/block.ts';
import { readMarkdown } from '../src/importer/readers/markdown/read-markdown.ts';
import { sample, seed } from './depth.ts';

/** A block on one line: where it begins, what marks it, then its text. */
const line = (block: SourceBlock): string => {
  if (block.kind === 'table')
    return `${block.at} table${block.header ? '!' : ''} ${block.rows.map((cells) => cells.join('|')).join(' / ')}`;
  const { at, heading, bold, number, item, apart, text } = block;
  const marks = [
    at,
    heading && `h${heading}`,
    bold && `b${bold}`,
    item !== undefined && `i${item}`,
    number && `(${number})`,
    apart && 'apart',
  ];
  return [...marks.filter(Boolean), text].join(' ');
};
const read = (...lines: string[]): string[] => readMarkdown(lines.join('\n')).blocks.map(line);

describe('readMarkdown', () => {
  it('reads headings and paragraphs by their lines', () => {
    expect(
      read(
        '# 年度工作总结',
        '',
        '导语第一行',
        '第二行 and',
        'more',
        '## 一、**落实** #',
        '正文。',
        '',
        '计划',
        '---',
        '末',
      ),
    ).toEqual([
      '1 h1 年度工作总结',
      '3 导语第一行第二行 and more',
      '6 h2 一、落实',
      '7 正文。',
      '9 h2 计划',
      '11 末',
    ]);
  });

  it('keeps numbers that are text, each with a paragraph of its own', () => {
    expect(read('一、抓好安全', '（一）开展排查', '全年排查12处。', '**1、整改**', '①验收')).toEqual([
      '1 一、抓好安全',
      '2 （一）开展排查全年排查12处。',
      '4 b4 1、整改',
      '5 ①验收',
    ]);
  });

  it('reads inline marks as their text', () => {
    expect(
      read(
        '**“强师工程”**的*成效*，见[网页](http://a.cn "题")和`a * b`，PM<sub>2.5</sub> &lt; 3 \\* 2，10~20人，~~旧~~',
      ),
    ).toEqual(['1 b6 “强师工程”的成效，见网页和a * b，PM2.5 < 3 * 2，10~20人，旧']);
    expect(read('**抓好安全。**全年', '__无事故__，<http://a.cn>  ', '另起', '再<br>起')).toEqual([
      '1 b5 抓好安全。全年无事故，http://a.cn',
      '3 另起再',
      '4 起',
    ]);
  });

  it('reads lists with their numbers and depth', () => {
    expect(read('3. 甲', '4. 乙', '', '   续', '   - 子', '     1) 孙', '- [x] 办结', '- [ ] 在办')).toEqual([
      '1 i0 (3.) 甲',
      '2 i0 (4.) 乙',
      '4 i0 续',
      '5 i1 子',
      '6 i2 (1)) 孙',
      '7 i0 ☑ 办结',
      '8 i0 ☐ 在办',
    ]);
  });

  it('reads tables, code, quotes, rules and raw HTML', () => {
    expect(
      read(
        '| 指标 | 数值 |',
        '|---|---|',
        '| **学校** | 12<br>所 |',
        '| a\\|b |',
        '',
        '> 引文',
        '> 两行',
        '',
        '***',
        '```',
        '代码',
        '',
        '  行',
        '```',
        '<table>',
        '',
        '<tr><td>甲<td>1',
        '<tr><td>乙<td>2</table>',
      ),
    ).toEqual([
      '1 table! 指标|数值 / 学校|12\n所 / a|b|',
      '6 引文两行',
      '11 代码',
      '13 行',
      '15 table 甲|1 / 乙|2',
    ]);
    expect(read('| | |', '|---|---|', '| 甲 | 1 |')).toEqual(['1 table 甲|1']);
    expect(
      read(
        '　　首行缩进的正文',
        '',
        '    四个空格的正文',
        '',
        '[注]: 说明',
        '<!-- 无 -->',
        '',
        '<script>',
        '无',
        '</script>',
      ),
    ).toEqual(['1 首行缩进的正文', '3 四个空格的正文', '5 [注]: 说明']);
  });

  it('takes front matter off', () => {
    const text = '---\ntitle: "年度：总结"\nlang: zh-CN\ntags:\n  - a\n---\n\n正文\n';
    expect(readMarkdown(text)).toEqual({
      title: '年度：总结',
      told: { language: 'zh' },
      blocks: [
        { kind: 'paragraph', text: '年度：总结', heading: 1, at: 1 },
        { kind: 'paragraph', text: '正文', at: 8 },
      ],
      unread: [
        { at: 2, text: 'title: "年度：总结"', why: 'front-matter' },
        { at: 3, text: 'lang: zh-CN', why: 'front-matter' },
        { at: 4, text: 'tags:\n  - a', why: 'front-matter' },
      ],
    });
    expect(readMarkdown(text.replaceAll('\n', '\r\n')).blocks.slice(1)).toMatchObject([
      { text: '正文', at: 8 },
    ]);
    expect(read('---', '正文不是键。', '---', '末')).toEqual(['2 h2 正文不是键。', '4 末']);
  });

  it('reads deep and long texts to their end', () => {
    const texts = [
      '- '.repeat(sample(100_000)),
      '> '.repeat(sample(100_000)),
      '1. '.repeat(sample(60_000)),
      '[a'.repeat(sample(100_000)),
      '**a '.repeat(sample(60_000)),
      '全年完成任务25项。\n'.repeat(sample(40_000)),
    ];
    for (const text of [
      ...texts,
      '全年完成任务25项。\n\n'.repeat(sample(40_000)),
      Array.from({ length: 600 }, (_, depth) => `${'  '.repeat(depth)}- 甲`).join('\n'),
    ]) {
      expect(
        readMarkdown(`${text}末`)
          .blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))
          .join(''),
      ).toMatch(/末$/);
    }
  });

  it('gives back any paragraphs', () => {
    const text = fc.string({ unit: fc.constantFrom(...'总结计划，。（）“”1ab'), minLength: 1 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        expect((readMarkdown(texts.join('\n\n')).blocks as Paragraph[]).map((block) => block.text)).toEqual(
          texts,
        );
      }),
      { seed },
    );
  });

  it('loses nothing of what has no mark of Markdown', () => {
    const text = fc.string({ unit: fc.constantFrom(...'总结，（）一、1. \n\n:"|'), minLength: 1 });
    fc.assert(
      fc.property(text, (source) => {
        fc.pre(!source.includes('|') || !source.includes(':'));
        const found = readMarkdown(source).blocks.flatMap((block) =>
          block.kind === 'table' ? block.rows.flat() : [(block.number ?? '') + block.text],
        );
        const solid = (each: string): string => each.replaceAll(/\s/g, '');
        expect(solid(found.join(''))).toBe(solid(source));
      }),
      { seed },
    );
  });
});
