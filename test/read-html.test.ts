import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paragraph, SourceBlock, DocumentTable } from '../src/importer/block.ts';
import { readHtml, readHtmlText } from '../src/importer/readers/html/read-html.ts';
import { sample, seed } from './depth.ts';

/** A block on one line: what marks it, then its text. */
const line = (block: SourceBlock): string => {
  if (block.kind === 'table')
    return `table${block.header ? '!' : ''} ${block.rows.map((cells) => cells.join('|')).join(' / ')}`;
  const { heading, bold, number, item, apart, text } = block;
  const marks = [
    heading && `h${heading}`,
    bold && `b${bold}`,
    item !== undefined && `i${item}`,
    number && `(${number})`,
    apart && 'apart',
  ];
  return [...marks.filter(Boolean), text].join(' ');
};
const read = (html: string): string[] => readHtmlText(html).blocks.map(line);

describe('readHtml', () => {
  it('reads headings, paragraphs and stray text in order, and counts them', () => {
    expect(
      read('<h1>年度工作总结</h1>前言<p>正文。<h3>一、落实<br>任务</h3><div>甲<div>乙</div>丙</div>'),
    ).toEqual(['h1 年度工作总结', '前言', '正文。', 'h3 一、落实任务', '甲', '乙', '丙']);
    expect(readHtmlText('<p>甲</p><p></p><p>乙</p>').blocks.map(({ at }) => at)).toEqual([1, 2]);
  });

  it('ends paragraphs at line breaks and joins what is one word', () => {
    expect(read('<p>一是夯实基础。<br/>二是PM<sub>2.5</sub>下降&nbsp;3.1%&#12290;</p>')).toEqual([
      '一是夯实基础。',
      '二是PM2.5下降 3.1%。',
    ]);
    expect(read('<p>全年\n   完成\n12 项 tasks\n done</p>')).toEqual(['全年完成 12 项 tasks done']);
    expect(read('<pre>甲\n  乙</pre>')).toEqual(['甲', '乙']);
  });

  it('says how much of the start is bold', () => {
    expect(read('<p><b>抓好安全。</b>全年无事故。<strong>好</strong></p>')).toEqual([
      'b5 抓好安全。全年无事故。好',
    ]);
    expect(read('<p> <span style="font-weight: bold">（一）</span> <b>抓</b>好</p>')).toEqual([
      'b5 （一） 抓好',
    ]);
    expect(read('<b>全</b><p>无</p><p><b style="font-weight:normal">细</b></p>')).toEqual([
      'b1 全',
      '无',
      '细',
    ]);
  });

  it('numbers lists and says how deep they are', () => {
    expect(
      read(
        '<ol start=3><li>甲<li>乙<ul><li>子</ul><li value=9>丙</ol><ol type=A><li><p>天</p><p>地</p></ol>末',
      ),
    ).toEqual(['i0 (3.) 甲', 'i0 (4.) 乙', 'i1 子', 'i0 (9.) 丙', 'i0 (A.) 天', 'i0 地', '末']);
    expect(
      read(
        '<ol type=i><li>甲<li>乙</ol><ol style="list-style-type:cjk-ideographic"><li>丙</ol><ol style="list-style:none"><li>1、丁</ol>',
      ),
    ).toEqual(['i0 (i.) 甲', 'i0 (ii.) 乙', 'i0 (一、) 丙', 'i0 1、丁']);
  });

  it('reads tables with merged cells once', () => {
    const html = `<table><caption>任务</caption><thead><tr><th rowspan=2>指标<th colspan=2>数值<tr><th>上年<th>本年</thead>
      <tr><td>学校<td>12<br>所<td>13 <tr><td colspan=3>合计</table>`;
    expect(read(html)).toEqual(['table! 指标|数值| / |上年|本年 / 学校|12\n所|13 / 合计||']);
    expect((readHtmlText(html).blocks[0] as DocumentTable).caption).toBe('任务');
    expect(read('<table><tr><td>甲<td>1<tr><td>乙<td>2</table>')).toEqual(['table 甲|1 / 乙|2']);
    expect(read('<table><tr><td>甲</td><td>1</td></tr><td>乙</td><td>2</td></table>')).toEqual([
      'table 甲|1 / 乙|2',
    ]);
  });

  it('reads the text of tables that only lay out a page', () => {
    expect(read('<table><tr><td><h2>总结</h2><p>正文</p></td><td>右</td></tr></table>')).toEqual([
      'h2 总结',
      '正文',
      '右',
    ]);
    expect(read('<table><tr><td>外<td><table><tr><td>甲<td>1</table></table>')).toEqual(['外', 'table 甲|1']);
    expect(read('<table><tr><td>只有一列<tr><td>也是正文</table>')).toEqual(['只有一列', '也是正文']);
  });

  it('leaves out what no reader sees', () => {
    expect(
      read(
        '<style>p{}</style><p>甲<script>"<p>无</p>"</script></p><template><p>无</template><p hidden>无</p><div style="display: none"><p>无</p></div>乙',
      ),
    ).toEqual(['甲', '乙']);
    expect(
      read('<!--[if mso]><p>无<![endif]--><p><![if !supportLists]>1、<![endif]>甲<o:p></o:p></p>'),
    ).toEqual(['1、甲']);
  });

  it('marks what stands around the document', () => {
    const html = `<body class="has-sidebar"><header><a href="/">首页</a> <h1>年度总结</h1></header><nav><ul><li>栏目</ul></nav><div id="breadNav_menu">位置</div>
      <article class="shared"><header>导语 <a href="#">注</a></header><p>正文</p></article><div class="bdsharebuttonbox">分享</div><footer>版权</footer>`;
    expect(read(html)).toEqual([
      'apart 首页',
      'h1 年度总结',
      'i0 apart 栏目',
      'apart 位置',
      '导语 注',
      '正文',
      'apart 分享',
      'apart 版权',
    ]);
    expect(read('<div class="sidebar"><p>甲</p></div>')).toEqual(['甲']);
  });

  it('knows title, language and encoding', () => {
    const gbk = Buffer.concat([
      Buffer.from('<html lang=zh-CN><meta charset="gb2312"><title>'),
      Buffer.from('d7dcbde1', 'hex'),
      Buffer.from('</title><p>1'),
    ]);
    expect(readHtml(gbk)).toMatchObject({ title: '总结', language: 'zh-CN', blocks: [{ text: '1' }] });
    const big5 = Buffer.concat([
      Buffer.from('<meta http-equiv=Content-Type content="text/html; charset=big5"><p>'),
      Buffer.from('a440a142', 'hex'),
    ]);
    expect(readHtml(big5).blocks).toMatchObject([{ text: '一、' }]);
    expect(readHtmlText('<p>x</p><svg><title>no</title></svg>').title).toBeUndefined();
  });

  it('is not misled by tags that do not match', () => {
    expect(read('<div><table><tr><td>甲</div></p><td>乙</tr></td></table></b>丙')).toEqual([
      'table 甲|乙',
      '丙',
    ]);
    expect(read('<ul><li>甲</ul></li></ul><p>乙')).toEqual(['i0 甲', '乙']);
    expect(read('a < b &amp; c &unknown; <p')).toEqual(['a < b & c &unknown;']);
  });

  it('reads deep and long pages to their end', () => {
    const deep = sample(100_000);
    const pages = [
      `${'<div>'.repeat(deep)}末`,
      `${'<div><p>'.repeat(deep)}末`,
      `${'<div>'.repeat(deep)}${'</span>'.repeat(deep)}末`,
      `${'<ul><li>'.repeat(deep)}末`,
      `${'<table><tr><td>甲'.repeat(deep)}末`,
      `${'<header>'.repeat(deep)}末`,
      `<table>${'<tr><td colspan=1000><td rowspan=65534>'.repeat(deep / 4)}末`,
      `<p>${'全年完成任务25项。<b>'.repeat(deep)}末`,
      `${'<p>全年完成</p>\n'.repeat(deep)}末`,
      `${' '.repeat(deep * 10)}\n${'\n '.repeat(deep * 5)}末`,
      `<p>${'&nbsp;<a href=x'.repeat(deep)}>末`,
    ];
    for (const page of pages) {
      const last = readHtmlText(page).blocks.at(-1);
      expect(last?.kind === 'table' ? last.rows.at(-1)?.join('') : last?.text, page.slice(0, 40)).toMatch(
        /末$/,
      );
    }
  });

  it('gives back any paragraphs', () => {
    const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const text = fc.string({ unit: fc.constantFrom(...'总结计划，。（）1.<>&"\'ab;#'), minLength: 1 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        const blocks = readHtmlText(texts.map((each) => `<p>${escape(each)}</p>`).join('\n'))
          .blocks as Paragraph[];
        expect(blocks.map((block) => block.text)).toEqual(texts);
      }),
      { seed },
    );
  });
});
