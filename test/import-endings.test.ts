import { describe, expect, it } from 'vitest';
import { UserError } from '../src/errors.ts';
import { importDocument } from '../src/importer/import.ts';
import type { SourceBlock, SourceDocument } from '../src/importer/block.ts';
import { noteSign } from '../src/importer/notes/note-signs.ts';
import { readDocument } from '../src/importer/read.ts';
import { docxOf, zipOf } from './docx-file.ts';

const line = (block: SourceBlock): string => {
  if (block.kind === 'table')
    return `table${block.header ? '!' : ''} ${block.rows.map((cells) => cells.join('|')).join(' / ')}`;
  const { heading, item, number, apart, text } = block;
  return [
    heading && `h${heading}`,
    item !== undefined && `i${item}`,
    number && `(${number})`,
    apart && 'apart',
    text,
  ]
    .filter((each) => each !== false && each !== undefined && each !== '')
    .join(' ');
};
const lines = ({ blocks }: SourceDocument): string[] => blocks.map(line);
const refused = async (name: string, bytes: Uint8Array): Promise<string> =>
  readDocument(name, bytes).then(
    () => 'read',
    (error: unknown) =>
      error instanceof UserError ? `${error.words.en} | ${error.words.zh}` : String(error),
  );
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

const odf = 'urn:oasis:names:tc:opendocument:xmlns:';
const names = ['office', 'style', 'text', 'table', 'draw', 'svg-compatible', 'xsl-fo-compatible']
  .map(
    (name) =>
      `xmlns:${{ 'svg-compatible': 'svg', 'xsl-fo-compatible': 'fo' }[name] ?? name}="${odf}${{ draw: 'drawing' }[name] ?? name}:1.0"`,
  )
  .join(' ');
const odtOf = (body: string, styles = ''): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${names} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${names}><office:styles><style:style style:name="Title" style:family="paragraph"/><text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style></office:styles></office:document-styles>`,
  });
const list = (name: string, levels: readonly (readonly [format: string, suffix: string])[]): string =>
  `<text:list-style style:name="${name}">${levels
    .map(
      ([format, suffix], level) =>
        `<text:list-level-style-number text:level="${level + 1}" style:num-format="${format}" style:num-suffix="${suffix}"/>`,
    )
    .join('')}</text:list-style>`;
const p = (words: string, style = ''): string =>
  `<text:p${style && ` text:style-name="${style}"`}>${words}</text:p>`;
const item = (content: string): string => `<text:list-item>${content}</text:list-item>`;

describe('an OpenDocument text', () => {
  it('has its headings, counted as it counts them', async () => {
    const body =
      p('区水务局2017年工作总结', 'P1') +
      '<text:h text:outline-level="1">供水</text:h><text:h text:outline-level="2">管网</text:h><text:h text:outline-level="1">节水</text:h>';
    const style = '<style:style style:name="P1" style:parent-style-name="Title"/>';
    expect(lines(await readDocument('a.odt', odtOf(body, style)))).toEqual([
      'h1 区水务局2017年工作总结',
      'h2 (一、) 供水',
      'h3 管网',
      'h2 (二、) 节水',
    ]);
  });

  it('has the numbers of its lists, which go on where it says so', async () => {
    const body =
      `<text:list text:style-name="L1">${item(p('甲'))}${item(`${p('乙')}<text:list>${item(p('丙'))}${item(p('丁'))}</text:list>`)}</text:list>${p('间')}` +
      `<text:list text:style-name="L1" text:continue-numbering="true">${item(p('戊'))}</text:list><text:list text:style-name="L1">${item(p('己'))}</text:list>`;
    expect(
      lines(
        await readDocument(
          'a.odt',
          odtOf(
            body,
            list('L1', [
              ['1', '.'],
              ['a', ')'],
            ]),
          ),
        ),
      ),
    ).toEqual(['i0 (1.) 甲', 'i0 (2.) 乙', 'i1 (a)) 丙', 'i1 (b)) 丁', '间', 'i0 (3.) 戊', 'i0 (1.) 己']);
  });

  it('has tables with merged cells, and their head', async () => {
    const cell = (words: string, more = ''): string =>
      `<table:table-cell ${more}>${p(words)}</table:table-cell>`;
    const body = `<table:table><table:table-header-rows><table:table-row>${cell('指标', 'table:number-rows-spanned="2"')}${cell('业务量', 'table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>${cell('上年')}${cell('本年')}</table:table-row><table:table-row>${cell('接待')}${cell('7', 'table:number-columns-repeated="2"')}</table:table-row></table:table>`;
    expect(lines(await readDocument('a.odt', odtOf(body)))).toEqual([
      'table! 指标|业务量| / |上年|本年 / 接待|7|7',
    ]);
  });

  it('has notes, raised digits, blanks and breaks; deleted text is none of it', async () => {
    const note =
      '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>含支管。</text:p></text:note-body></text:note>';
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>删掉的。</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      p(
        `改造12公里<text:span text:style-name="T1">${note}</text:span>，<text:s text:c="2"/>供水3×10<text:span text:style-name="T1">8</text:span>方。<text:line-break/>另起一行。`,
      ) +
      p(`明<text:span text:style-name="T2">暗</text:span>`);
    const read = await readDocument(
      'a.odt',
      odtOf(
        body,
        '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>',
      ),
    );
    expect(lines(read)).toEqual([`改造12公里${noteSign(1)}， 供水3×10⁸方。`, '另起一行。', '明']);
    expect(read.notes?.get(noteSign(1))?.text).toBe('含支管。');
    expect(read.unread).toEqual([{ at: 3, text: '暗', why: 'hidden' }]);
  });

  it('has its contents apart, and says its pictures and embedded documents', async () => {
    const body = `<text:table-of-content><text:index-body>${p('供水 1')}</text:index-body></text:table-of-content>${p(`前<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>泵站</svg:desc></draw:frame><draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="b.png"/></draw:frame>后`)}${p(`<draw:frame><draw:text-box>${p('框中')}</draw:text-box></draw:frame>框外`)}`;
    const read = await readDocument('a.odt', odtOf(body));
    expect(lines(read)).toEqual(['apart 供水 1', '前后', '框中', '框外']);
    expect(read.unread).toEqual([
      { at: 2, text: '泵站', why: 'picture' },
      { at: 2, text: 'Object 1', why: 'embedded' },
    ]);
  });

  it('with a password is refused', async () => {
    const bytes = zipOf({
      'content.xml': 'x',
      'META-INF/manifest.xml': '<m:manifest xmlns:m="urn:m"><m:encryption-data/></m:manifest>',
    });
    expect(await refused('a.odt', bytes)).toContain('protected by a password');
  });
});

describe('an OFD file', () => {
  const object = (x: number, y: number, words: string, size = 5): string =>
    `<ofd:TextObject Boundary="${x} ${y} ${words.length * size} ${size}" Size="${size}"><ofd:TextCode X="0" Y="4">${words}</ofd:TextCode></ofd:TextObject>`;
  const ofdOf = (...pages: readonly string[]): Uint8Array =>
    zipOf({
      'OFD.xml':
        '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
      'Doc_0/Document.xml': `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages>${pages.map((_, at) => `<ofd:Page ID="${at}" BaseLoc="Pages/Page_${at}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
      ...Object.fromEntries(
        pages.map((page, at) => [
          `Doc_0/Pages/Page_${at}/Content.xml`,
          `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer>${page}</ofd:Layer></ofd:Content></ofd:Page>`,
        ]),
      ),
    });

  it('is read from top to bottom and from left to right, in whatever order its pieces stand', async () => {
    const page =
      object(20, 40, '一、供水') +
      object(60, 20, '2017年工作总结') +
      object(46, 50, '12公里。') +
      object(20, 50, '改造管网');
    const read = await readDocument(
      'a.ofd',
      ofdOf(page + object(100, 280, '— 1 —'), object(20, 20, '二、节水') + object(20, 30, '建成小区8个。')),
    );
    expect(lines(read)).toEqual([
      '2017年工作总结',
      '一、供水',
      '改造管网 12公里。',
      '二、节水',
      '建成小区8个。',
    ]);
    expect(read.unread).toEqual([{ at: 0, text: '— 1 —', why: 'page-number' }]);
  });

  it('keeps powers and indices, which stand above or below their line', async () => {
    const page =
      object(20, 20, '2017年工作总结') +
      object(20, 30, '供水1.2×10') +
      object(58, 28.5, '8', 3) +
      object(61, 30, '立方米，CO') +
      object(95, 31, '2', 3) +
      object(98, 30, '降低。') +
      object(20, 40, '灌溉3500米') +
      object(52, 38.5, '2', 3) +
      object(54, 40, '。');
    expect(lines(await readDocument('a.ofd', ofdOf(page)))).toEqual([
      '2017年工作总结',
      '供水1.2×10⁸立方米，CO2降低。',
      '灌溉3500米²。',
    ]);
  });

  it('reads one column after the other, and a table row by row', async () => {
    const column = (x: number, sign: string): string =>
      Array.from({ length: 6 }, (_, at) =>
        object(x, 40 + 8 * at, `${sign}栏第${at + 1}行文字一直写到边`),
      ).join('');
    const table = ['科室,件数', '甲,12', '乙,30', '丙,4', '丁,9', '戊,2']
      .map((row, at) =>
        row
          .split(',')
          .map((cell, place) => object(20 + 60 * place, 110 + 8 * at, cell))
          .join(''),
      )
      .join('');
    const page = object(60, 20, '2017年工作总结') + column(20, '左') + column(105, '右') + table;
    expect(
      (await readDocument('a.ofd', ofdOf(page))).blocks
        .flatMap((block) => (block.kind === 'table' ? [] : [block.text]))
        .join(''),
    ).toBe(
      `2017年工作总结${['左', '右'].map((sign) => [1, 2, 3, 4, 5, 6].map((at) => `${sign}栏第${at}行文字一直写到边`).join('')).join('')}科室 件数甲 12乙 30丙 4丁 9戊 2`,
    );
  });

  it('reads text that is set by a matrix where that puts it', async () => {
    const scaled = (x: number, y: number, words: string): string =>
      `<ofd:TextObject Boundary="0 0 210 297" CTM="0.5 0 0 0.5 0 0" Size="10"><ofd:TextCode X="${2 * x}" Y="${2 * y}">${words}</ofd:TextCode></ofd:TextObject>`;
    const page = scaled(20, 40, '一、供水') + scaled(60, 20, '2017年工作总结') + scaled(20, 50, '改造管网。');
    expect(lines(await readDocument('a.ofd', ofdOf(page)))).toEqual([
      '2017年工作总结',
      '一、供水',
      '改造管网。',
    ]);
  });

  it('of pictures alone is refused, with the way out', async () => {
    expect(await refused('a.ofd', ofdOf('<ofd:ImageObject/>'))).toContain('OCR');
  });
});

describe('files by what they are, whatever they are called', () => {
  const word = docxOf([{ text: '区水务局2017年工作总结', style: 'Title' }, { text: '完成25项。' }]);
  it.each(['a.docm', 'a.dotx', 'a.dotm', 'a.doc', 'a.wps', 'a.odt', 'a', 'a.txt'])(
    'a Word file called %s is read',
    async (name) =>
      expect(lines(await readDocument(name, word))).toEqual(['h1 区水务局2017年工作总结', '完成25项。']),
  );

  const ole = (...streams: readonly string[]): Uint8Array =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      ...streams.map((name) => Buffer.from(name, 'utf16le')),
    ]);
  it.each<readonly [string, Uint8Array, string, string]>([
    ['a.doc', ole('WordDocument'), 'Word 97–2003', '另存为 .docx'],
    ['a.docx', ole('WordDocument'), 'Word 97–2003', '另存为 .docx'],
    ['a.wps', ole('WordDocument'), 'WPS Writer', '请用 WPS 打开'],
    ['a.docx', ole('WpsCustomData', 'WordDocument'), 'WPS Writer', '请用 WPS 打开'],
    ['a.docx', ole('EncryptedPackage'), 'protected by a password', '打开密码'],
    ['a.xls', ole('Workbook'), 'Excel 97–2003', '.csv'],
    ['a.ppt', ole('PowerPoint Document'), 'PowerPoint 97–2003', '演示文稿'],
    ['a.rtf', text('{\\rtf1 x}'), 'RTF', '另存为 .docx'],
    ['a.docx', text('{\\rtf1 x}'), 'damaged', '损坏'],
    ['a.pdf', text('%PDF-1.7'), 'pdftotext', 'pdftotext'],
    ['a.xlsx', zipOf({ 'xl/workbook.xml': 'x', '_rels/.rels': 'x' }), 'workbook', '.csv'],
    ['a.pptx', zipOf({ 'ppt/presentation.xml': 'x' }), 'slides', '演示文稿'],
    [
      'a.ods',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': 'x' }),
      'workbook',
      '.csv',
    ],
    ['a.zip', zipOf({ 'a.txt': 'x' }), 'zip file', 'zip'],
  ])('%s is refused in words of its own', async (name, bytes, en, zh) => {
    const words = await refused(name, bytes);
    expect(words).toContain(en);
    expect(words.split(' | ')[1]).toContain(zh);
  });
});

describe('a Markdown file', () => {
  const imported = async (markdown: string): Promise<ReturnType<typeof importDocument>> =>
    importDocument(await readDocument('a.md', text(markdown)), {
      from: 'a',
      today: '2018-06-30',
      schema: () => 'x',
      keepAll: false,
      figures: true,
    });
  const left = ({ left: all }: ReturnType<typeof importDocument>): string[] =>
    all.map(({ text: words, why }) => `${why}: ${words}`);

  it.each([
    [
      'YAML',
      '---\ntitle: "Roads: report for 2017"\nlang: en-GB\ndate: 2018-01-05 13:00 -5\nexcerpt: "It was good,\nand 4 bridges too."\n---\n',
    ],
    ['TOML', '+++\ntitle = "Roads: report for 2017"\nlang = "en"\ndate = 2018-01-05T13:00:00Z\n+++\n'],
    ['a title that is no YAML', '---\ntitle: Roads: report for 2017\nlang: en\ndate: 2018-1-5\n---\n'],
  ])('takes title, day and language from front matter in %s, and lists it', async (_, matter) => {
    const found = await imported(`${matter}\n# Bridges\n\nWe repaired 12 bridges.\n`);
    expect(found.report.data).toMatchObject({
      title: 'Roads: report for 2017',
      dated: '2018-01-05',
      year: 2017,
    });
    expect(found.report.language).toBe('en');
    expect(found.report.parts[0]?.sections[0]?.data.title).toBe('Bridges');
    expect(left(found).every((each) => each.startsWith('front-matter: '))).toBe(true);
    expect(left(found).join('\n')).toContain('title');
  });

  it('keeps what only looks like front matter', async () => {
    const found = await imported('---\n今年一切顺利，完成任务25项。\n\n---\n\n余下是正文。\n');
    expect(found.text).toContain('今年一切顺利');
    expect(left(found)).toEqual([]);
  });

  it('gives the text of links and lists where they lead', async () => {
    const found = await imported(
      '# Report 2017\n\nWith [partners][1], [notes](https://a.example/n) and ![a bridge](b.png).\n\n[1]: https://a.example/p-12\n\n[注]: 说明留下\n\nThe end of it.\n',
    );
    expect(found.text).toContain('With partners, notes and .');
    expect(found.text).toContain('说明留下');
    expect(left(found)).toEqual([
      'address: https://a.example/n',
      'picture: a bridge b.png',
      'address: [1]: https://a.example/p-12',
    ]);
  });

  it('has tasks as text, those that are open not declared', async () => {
    const found = await imported(
      '# 某局2017年工作总结\n\n## 节水\n\n- [x] 新增节水小区8个\n- [ ] 建成泵站3座\n',
    );
    expect(found.text).toContain(
      '- ☑ 新增节水小区8个\n          - ☐ 建成泵站3座'.replaceAll('          ', '        '),
    );
    expect(found.report.metrics.map(({ id }) => id)).toEqual(['新增节水小区']);
  });

  it('has footnotes as footnotes, in the order of the text', async () => {
    const found = await imported(
      '# 某局2017年工作总结\n\n## 供水\n\n改造12[^乙]公里，检测9次[^a]。\n\n[^a]: 含*支管*。\n    再续。\n[^乙]: 另有[链接](http://a.example)。\n',
    );
    expect(found.report.parts[0]?.sections[0]?.data.body?.trim()).toBe(
      '改造12公里[^1]，检测9次[^2]。\n\n[^1]: 另有链接。\n\n[^2]: 含支管。 再续。',
    );
  });

  it('has what stands in containers, without their fences', async () => {
    const found = await imported(
      '# Report 2017\n\n:::warning 注意\n\n漏损5处。\n\n:::\n\n```\n::: 代码\n```\n',
    );
    expect(found.text).toContain('注意');
    expect(found.text).toContain('漏损5处');
    expect(found.text).toContain('::: 代码');
    expect(left(found)).toEqual(['markup: :::warning 注意', 'markup: :::']);
  });
});
