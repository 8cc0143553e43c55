import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UserError } from '../src/errors.ts';
import type { Paragraph, SourceBlock } from '../src/importer/block.ts';
import { noteSign } from '../src/importer/notes/note-signs.ts';
import { countIn } from '../src/importer/readers/counter.ts';
import { readDocx } from '../src/importer/readers/docx/read-docx.ts';
import { sample } from './depth.ts';
import { docxOf, docxOfXml, paragraph, run, zipOf } from './docx-file.ts';

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
const read = (bytes: Uint8Array): string[] => readDocx(bytes).blocks.map(line);
const refused = (bytes: Uint8Array): string => {
  try {
    readDocx(bytes);
  } catch (error) {
    if (error instanceof UserError) return `${error.words.en} | ${error.words.zh}`;
    throw error;
  }
  return 'read';
};
const official = [
  { format: 'chineseCounting', text: '%1、' },
  { format: 'chineseCountingThousand', text: '（%2）' },
  { format: 'decimal', text: '%3.' },
  { format: 'decimalEnclosedCircle', text: '%4' },
];
const at = (level: number, text = '事'): { text: string; numbering: { list: number; level: number } } => ({
  text,
  numbering: { list: 1, level },
});
const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text
    .split('\n')
    .map((each) => paragraph(run(each)))
    .join('')}</w:tc>`;

describe('readDocx', () => {
  it('reads headings by style, by what a style is based on and by a level of their own', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="标题 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="office"/><w:basedOn w:val="Heading2"/></w:style>';
    const bytes = docxOf(
      [{ text: '落实任务', style: 'a1' }, { text: '抓好安全', style: 'own' }, { text: '正文。' }],
      { styles, title: '文档1' },
    );
    expect(read(bytes)).toEqual(['h1 落实任务', 'h2 抓好安全', '正文。']);
    expect(readDocx(bytes).title).toBe('文档1');
    expect(
      read(
        docxOfXml(
          paragraph(run('目标'), '<w:outlineLvl w:val="2"/>') +
            paragraph(run('文'), '<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/>'),
        ),
      ),
    ).toEqual(['h3 目标', '文']);
  });

  it('puts a title above the headings', () => {
    expect(
      read(
        docxOf([
          { text: '年度工作\n总结', style: 'Title' },
          { text: '落实', style: 'Heading1' },
          { text: '抓好', style: 'Heading2' },
        ]),
      ),
    ).toEqual(['h1 年度工作总结', 'h2 落实', 'h3 抓好']);
  });

  it('counts the numbers that Word shows', () => {
    const bytes = docxOf(
      [at(0), at(1), at(1), at(2), at(3), { text: '文' }, at(3), at(2), at(0), at(1), at(3)],
      { lists: [official] },
    );
    expect(readDocx(bytes).blocks.map((block) => (block as Paragraph).number ?? '')).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1.',
      '①',
      '',
      '②',
      '2.',
      '二、',
      '（一）',
      '①',
    ]);
    expect(read(bytes)[1]).toBe('i1 (（一）) 事');
  });

  it('counts on, restarts and follows overrides as Word does', () => {
    const level = (index: number, text: string, more = ''): string =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="${index === 0 ? 3 : 1}"/><w:numFmt w:val="decimal"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, '%1.')}${level(1, '%1.%2')}${level(2, '%3)', '<w:lvlRestart w:val="0"/>')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>';
    const texts = [
      [1, 0],
      [1, 1],
      [1, 2],
      [2, 0],
      [2, 2],
      [3, 0],
      [3, 0],
      [3, 1],
      [1, 0],
    ].map(([list = 0, each = 0]) => ({ text: '事', numbering: { list, level: each } }));
    expect(readDocx(docxOf(texts, { numbering })).blocks.map((block) => (block as Paragraph).number)).toEqual(
      ['3.', '3.1', '1)', '4.', '2)', '7.', '8.', '8.1', '9.'],
    );
  });

  it('counts numbers that come from a style, and none where a paragraph says so', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="item"><w:name w:val="item"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="-"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="upperRoman"/><w:pStyle w:val="item"/>' +
      '<w:lvlText w:val="第%2条"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const none = paragraph(run('丙'), '<w:pStyle w:val="item"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    const styled = paragraph(run('甲'), '<w:pStyle w:val="item"/>');
    expect(read(docxOfXml(styled + none + styled, { styles, numbering }))).toEqual([
      'i1 (第I条) 甲',
      '丙',
      'i1 (第II条) 甲',
    ]);
  });

  it('gives bullets no number', () => {
    expect(read(docxOf([at(0, '甲')], { lists: [[{ format: 'bullet', text: '\uf0b7' }]] }))).toEqual([
      'i0 甲',
    ]);
  });

  it('prints every way of counting', () => {
    const ways = (value: number): string =>
      'decimal decimalZero decimalFullWidth decimalEnclosedCircle decimalEnclosedParen chineseCounting japaneseCounting ideographDigital chineseLegalSimplified ideographTraditional lowerLetter upperLetter lowerRoman upperRoman none'
        .split(' ')
        .map((format) => countIn(format, value))
        .join(' ');
    expect(ways(3)).toBe('3 03 ３ ③ ⑶ 三 三 三 叁 丙 c C iii III ');
    expect(ways(10)).toBe('10 10 １０ ⑩ ⑽ 十 十 一〇 壹拾 癸 j J x X ');
    expect(ways(28)).toBe('28 28 ２８ ㉘ (28) 二十八 二十八 二八 贰拾捌 辛 bb BB xxviii XXVIII ');
  });

  it('says how much of the start is bold', () => {
    expect(
      read(
        docxOfXml(paragraph(run('（一）抓好安全。', '<w:b/>') + run('全年无事故。') + run('好', '<w:b/>'))),
      ),
    ).toEqual(['b8 （一）抓好安全。全年无事故。好']);
    expect(read(docxOfXml(paragraph(run('细', '<w:b w:val="0"/>'))))).toEqual(['细']);
  });

  it('takes changes as accepted', () => {
    const del = (text: string): string => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const inserted = paragraph(
      run('完成') +
        del('二十') +
        `<w:ins>${run('25')}</w:ins>${run('项')}<w:moveFrom>${run('旧')}</w:moveFrom>`,
    );
    const joined =
      paragraph(run('前半'), '<w:rPr><w:del/></w:rPr>') +
      paragraph(run('后半'), '<w:pPrChange><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>');
    expect(
      read(
        docxOfXml(
          inserted + joined + paragraph(del('全删'), '<w:rPr><w:del/></w:rPr>') + paragraph(run('末')),
        ),
      ),
    ).toEqual(['完成25项', '前半后半', '末']);
  });

  it('reads tabs, breaks, links, controls, fields, symbols, formulas and boxes', () => {
    const field = (code: string, result: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const box = `<w:txbxContent>${paragraph(run('框'))}</w:txbxContent>`;
    const body = [
      paragraph(run('甲\t乙\n丙')),
      paragraph(
        `<w:hyperlink>${run('链接')}</w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="无"/></w:sdtPr><w:sdtContent>${run('控件')}</w:sdtContent></w:sdt>`,
      ),
      paragraph(
        `${run('第')}${field(' PAGE ', '3')}${run('页')}<w:fldSimple w:instr="DATE">${run('今日')}</w:fldSimple>`,
      ),
      paragraph(
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:noBreakHyphen/></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>',
      ),
      paragraph(
        `${run('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>${run('后')}`,
      ),
      paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('坏')}`),
      paragraph(
        run('见') +
          run('密', '<w:vanish/>') +
          '<w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby>',
      ),
    ];
    expect(read(docxOfXml(body.join('')))).toEqual([
      '甲\t乙',
      '丙',
      '链接控件',
      '第3页今日',
      '✓-x=1',
      '前后',
      '框',
      '见音',
    ]);
  });

  it('reads tables with merged cells once', () => {
    const rows = [
      `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('指标', '<w:vMerge w:val="restart"/>')}${cell('数值', '<w:gridSpan w:val="2"/>')}</w:tr>`,
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('上年')}${cell('本年\n一季度')}</w:tr>`,
      `<w:tr><w:trPr><w:del/></w:trPr>${cell('删')}${cell('去')}${cell('行')}</w:tr>`,
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('12')}<w:tc><w:tbl><w:tr>${cell('内')}${cell('13')}</w:tr></w:tbl>${paragraph('')}</w:tc></w:tr>`,
    ];
    expect(read(docxOfXml(`<w:tbl>${rows.join('')}</w:tbl>${paragraph(run('末'))}`))).toEqual([
      'table! 指标|数值| / |上年|本年\n一季度 / |12|内 13',
      '末',
    ]);
    expect(read(docxOfXml(`<w:tbl><w:tr>${cell('框里的\n话')}</w:tr></w:tbl>`))).toEqual(['框里的', '话']);
  });

  it('keeps notes beside the text, by a sign for each, and headers apart', () => {
    const footnotes =
      `<w:footnote w:type="separator" w:id="-1">${paragraph(run('无'))}</w:footnote>` +
      `<w:footnote w:id="5">${paragraph(run(' 口径调整。'))}${paragraph(run('续'))}</w:footnote>`;
    const bytes = docxOfXml(
      paragraph(`${run('完成25项')}<w:r><w:footnoteReference w:id="5"/></w:r>${run('。')}`),
      {
        footnotes,
        header: paragraph(run('内部资料')),
      },
    );
    expect(read(bytes)).toEqual([`完成25项${noteSign(1)}。`, 'apart 内部资料']);
    expect([...(readDocx(bytes).notes ?? [])].map(([sign, { text }]) => [sign, text])).toEqual([
      [noteSign(1), '口径调整。 续'],
    ]);
  });

  it('sets a table of contents apart', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>';
    expect(read(docxOf([{ text: '一、落实\t3', style: 'TOC1' }], { styles }))).toEqual(['apart 一、落实\t3']);
  });

  it('reads files with other names for parts and namespaces', () => {
    const document =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>严格</x:t></x:r></x:p></x:body></x:document>';
    const relations =
      '<Relationships xmlns="urn:r"><Relationship Type="urn:x/officeDocument" Target="/word/document2.xml"/></Relationships>';
    expect(read(zipOf({ '_rels/.rels': relations, 'word/document2.xml': document }))).toEqual(['严格']);
  });

  it('gives back any paragraphs', () => {
    const text = fc.string({ unit: fc.constantFrom(...'总结计划，。（）1.<>&"\'ab;#'), minLength: 1 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        expect(
          readDocx(docxOf(texts.map((each) => ({ text: each })))).blocks.map(
            (block) => (block as Paragraph).text,
          ),
        ).toEqual(texts);
      }),
      { numRuns: sample(50, 0.3), seed: 20180117 },
    );
  });

  const LONG = sample(20_000);
  it('reads a long file to its end', () => {
    expect(
      read(
        docxOf(
          Array.from({ length: LONG }, (_, index) => ({
            text: `完成任务${index}项。`,
            numbering: { list: 1 },
          })),
          { lists: [official] },
        ),
      ),
    ).toHaveLength(LONG);
  });
});

describe('what is no sound Word file', () => {
  const document = (content: string): Uint8Array => zipOf({ 'word/document.xml': content });

  it('is refused, each with its remedy', () => {
    const ole = (name: string): Uint8Array =>
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(64), Buffer.from(name, 'utf16le')]);
    expect(refused(ole('EncryptedPackage'))).toMatch(/password.* \| .*密码/);
    expect(refused(ole('WordDocument'))).toMatch(/\.doc\).* \| .*另存为 \.docx/);
    expect(refused(strToU8('no zip'))).toMatch(/zip cannot be unpacked.* \| .*已损坏/);
    expect(refused(new Uint8Array())).toMatch(/zip cannot be unpacked/);
    expect(refused(zipOf({ 'xl/workbook.xml': '<workbook/>' }))).toMatch(/no Word file.* \| .*不是Word文件/);
    expect(refused(document('<workbook/>'))).toMatch(/no Word file/);
    expect(refused(document('<w:document>'))).toMatch(/XML cannot be read.* \| .*XML/);
    expect(refused(document('<a>&b;</a>'))).toMatch(/XML cannot be read/);
    expect(refused(document('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'))).toMatch(/XML cannot be read/);
    expect(refused(document('<a>'.repeat(100_000)))).toMatch(/XML cannot be read/);
  });

  it('is refused wherever it is cut or changed, or read in full', () => {
    const bytes = docxOf([{ text: '全年完成任务25项。' }]);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        expect(refused(bytes.subarray(0, place))).toMatch(/damaged|no Word file/);
        const other = bytes.map((byte, index) => (index === place ? byte ^ change : byte));
        const said = refused(other);
        if (said !== 'read') expect(said).toMatch(/damaged|no Word file|far more/);
        else for (const text of read(other)) expect(text).toContain('全年完成任务25项。');
      }),
      { numRuns: sample(300), seed: 20180117 },
    );
  });

  it('does not fill the memory', () => {
    const bomb = document(`<a>${' '.repeat(60 * 1024 * 1024)}</a>`);
    expect(bomb.length).toBeLessThan(100_000);
    expect(refused(bomb)).toMatch(/unpacks to far more.* \| .*解压后远大于/);
    // the size that the directory claims is not trusted
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let place = 0; place < bomb.length - 46; place += 1)
      if (view.getUint32(place, true) === 0x02014b50) view.setUint32(place + 24, 10, true);
    expect(refused(bomb)).toMatch(/unpacks to far more/);
  });
});
