import { describe, expect, it } from 'vitest';
import { importDocument, type Imported } from '../src/importer/import.ts';
import { shownByCode } from '../src/importer/readers/docx/docx-fields.ts';
import { readDocx } from '../src/importer/readers/docx/read-docx.ts';
import { readHtmlText } from '../src/importer/readers/html/read-html.ts';
import { lowered, raised } from '../src/importer/readers/scripts.ts';
import { docxOfXml, type DocxMore, paragraph, run } from './docx-file.ts';

const title = paragraph(run('临江市水务局2017年工作总结'), '<w:pStyle w:val="Title"/>');
const options = { from: 'a', today: '2018-01-05', schema: () => 'x', keepAll: false, figures: true };
const imported = (body: string, more: DocxMore = {}): Imported =>
  importDocument(readDocx(docxOfXml(title + paragraph(run('一、供水')) + body, more)), options);

/** What is said of a report besides its texts. */
const metrics = ({ report }: Imported): string[] =>
  report.metrics.map(({ id, data: { value = '', unit = '' } }) => `${id}: ${value}${unit}`);
const left = (from: Imported): string[] => from.left.map(({ text, why }) => `${why}: ${text}`);
const text = (from: Imported): string => from.report.parts[0]?.sections[0]?.data.body?.trim() ?? '';

const superscript = (digits: string): string => run(digits, '<w:vertAlign w:val="superscript"/>');
const style = (id: string, property: string): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${property}</w:rPr></w:style>`;
const code = (words: string, end = ''): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${words}</w:instrText></w:r>${end}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('digits set above the line are no digits of a figure', () => {
  it.each([
    ['by the run', superscript('8')],
    ['by a style', run('8', '<w:rStyle w:val="up"/>')],
    ['by its lift', run('8', '<w:position w:val="8"/>')],
  ])('%s', (_, eight) => {
    const found = imported(
      paragraph(
        `${run('全年供水1.2×10')}${eight}${run('立方米，灌溉面积3500米')}${superscript('2')}${run('。')}`,
      ),
      { styles: style('up', '<w:vertAlign w:val="superscript"/>') },
    );
    expect(text(found)).toBe('全年供水1.2×10⁸立方米，灌溉面积3500米²。');
    expect(metrics(found)).toEqual(['灌溉面积: 3500米²']);
  });

  it('nor the marks of citations and of notes typed so', () => {
    const found = imported(
      paragraph(
        `${run('检修管道24公里')}${superscript('[1]')}${run('，清理沟渠9处')}${superscript('2')}${run('。')}`,
      ),
    );
    expect(text(found)).toBe('检修管道24公里\\[1\\]，清理沟渠9处²。');
    expect(metrics(found)).toEqual(['检修管道: 24公里', '清理沟渠: 9处']);
  });

  it('in a page, and those below the line stay behind letters', () => {
    const page =
      '<h1>Annual report 2017</h1><p>Flow was 3×10<sup>6</sup> m<sup>3</sup>; CO<sub>2</sub> and x<sub>1</sub>, (a)<sub>12</sub>; 5<sup>th</sup>.</p>';
    expect(readHtmlText(page).blocks.at(-1)).toMatchObject({
      text: 'Flow was 3×10⁶ m³; CO2 and x1, (a)₁₂; 5th.',
    });
    expect([raised('-3'), lowered('2', 'PM'), lowered('2', '')]).toEqual(['⁻³', '2', '₂']);
  });
});

describe('formulas are read on one line', () => {
  const r = (words: string): string => `<m:r><m:t>${words}</m:t></m:r>`;
  it.each([
    ['a fraction', `<m:f><m:num>${r('1')}</m:num><m:den>${r('3')}</m:den></m:f>`, '1/3'],
    ['a fraction of sums', `<m:f><m:num>${r('a+b')}</m:num><m:den>${r('2')}</m:den></m:f>`, '(a+b)/2'],
    ['a power', `<m:sSup><m:e>${r('10')}</m:e><m:sup>${r('4')}</m:sup></m:sSup>`, '10⁴'],
    ['an index', `<m:sSub><m:e>${r('x')}</m:e><m:sub>${r('12')}</m:sub></m:sSub>`, 'x₁₂'],
    [
      'both',
      `<m:sSubSup><m:e>${r('x')}</m:e><m:sub>${r('i')}</m:sub><m:sup>${r('2')}</m:sup></m:sSubSup>`,
      'xᵢ²',
    ],
    [
      'a root',
      `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${r('16')}</m:e></m:rad>`,
      '√16',
    ],
    ['a cube root', `<m:rad><m:deg>${r('3')}</m:deg><m:e>${r('a+b')}</m:e></m:rad>`, '³√(a+b)'],
    [
      'brackets',
      `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${r('x')}</m:e></m:d>`,
      '[x]',
    ],
    [
      'a sum',
      `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${r('1')}</m:sub><m:sup>${r('n')}</m:sup><m:e>${r('x')}</m:e></m:nary>`,
      '∑₁ⁿ x',
    ],
  ])('%s', (_, formula, line) => {
    const { blocks } = readDocx(
      docxOfXml(paragraph(`${run('即')}<m:oMath>${formula}</m:oMath>${run('份')}`)),
    );
    expect(blocks[0]).toMatchObject({ text: `即${line}份` });
  });

  it('and declares nothing of them', () => {
    const tenth = `<m:oMath><m:sSup><m:e>${r('10')}</m:e><m:sup>${r('4')}</m:sup></m:sSup></m:oMath>`;
    const found = imported(paragraph(`${run('漏损减少')}${tenth}${run('立方米。')}`));
    expect(text(found)).toBe('漏损减少10⁴立方米。');
    expect(metrics(found)).toEqual([]);
  });
});

describe('fields whose code alone says what they show', () => {
  it.each([
    [' eq \\o\\ac(○,1)', '①'],
    ['EQ \\o(○,12)', '⑫'],
    ['EQ \\o\\ac(○,三)', '㊂'],
    ['EQ \\o\\ac(□,密)', '[密]'],
    ['EQ \\o\\ac(○,甲)', '(甲)'],
    ['EQ \\F(1,3)', '1/3'],
    ['EQ \\f(a+b;2)', '(a+b)/2'],
    ['EQ \\r(3,8)', '³√8'],
    ['EQ 10\\s\\up6(4)', '10⁴'],
    ['EQ x\\s\\do4(2)', 'x₂'],
    ['EQ \\b(\\f(1,2))', '(1/2)'],
    ['EQ f(x)\\, y', 'f(x), y'],
    ['SYMBOL 252 \\f Wingdings', '✓'],
    ['MACROBUTTON NoMacro 点此填写', '点此填写'],
    ['PAGE', ''],
  ])('%s', (words, shown) => expect(shownByCode(words)).toBe(shown));

  it('show it in the text, and not twice where a result stands', () => {
    const result = `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('①')}`;
    const found = imported(
      paragraph(
        `${code('eq \\o\\ac(○,1)', result)}${run('检修闸门12座。')}${code('EQ \\o\\ac(○,2)')}${run('清淤9处。')}`,
      ),
    );
    expect(found.text).toContain('检修闸门12座');
    expect(found.text).toContain('②清淤9处');
    expect(found.text).not.toMatch(/①①|②②/);
  });

  it('of a form show its box', () => {
    const box = (ticked: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="${ticked}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(text(imported(paragraph(`${box('1')}${run('完成')}${box('0')}${run('未完成。')}`)))).toBe(
      '☒完成☐未完成。',
    );
  });
});

describe('notes', () => {
  const reference = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const footnotes = [1, 2]
    .map((id) => `<w:footnote w:id="${id}">${paragraph(run(`口径${id}有9处。`))}</w:footnote>`)
    .join('');
  it('are footnotes of the draft, and no mark is a figure or parts one from its unit', () => {
    const found = imported(
      paragraph(
        `${run('改造旧管网12')}${reference(1)}${run('公里，抽检水样340份')}${reference(2)}${run('。')}`,
      ),
      { footnotes },
    );
    expect(text(found)).toBe(
      '改造旧管网12公里[^1]，抽检水样340份[^2]。\n\n[^1]: 口径1有9处。\n\n[^2]: 口径2有9处。',
    );
    expect(metrics(found)).toEqual(['改造旧管网: 12公里', '抽检水样: 340份']);
    expect(left(found)).toEqual([]);
  });

  it('to a title are listed, with a raised mark in the title', () => {
    const heading = paragraph(`${run('二、节水')}${reference(1)}`);
    const found = imported(`${paragraph(run('正文一句。'))}${heading}${paragraph(run('正文两句。'))}`, {
      footnotes,
    });
    expect(found.report.parts[0]?.sections[1]?.data.title).toBe('节水¹');
    expect(left(found)).toEqual(['note: ¹ 口径1有9处。']);
  });
});

describe('what is no text of the document is said', () => {
  it('hidden text, by its run, its style and the style of its paragraph', () => {
    const styles = `${style('H', '<w:vanish/>')}<w:style w:type="paragraph" w:styleId="P"><w:name w:val="P"/><w:rPr><w:vanish/></w:rPr></w:style>`;
    const found = imported(
      paragraph(
        `${run('改造12公里')}${run('（内部13公里）', '<w:vanish/>')}${run('（未审）', '<w:rStyle w:val="H"/>')}${run('。')}`,
      ) + paragraph(run('整段隐藏。') + run('又显示。', '<w:vanish w:val="0"/>'), '<w:pStyle w:val="P"/>'),
      { styles },
    );
    expect(text(found)).toBe('改造12公里。\n\n又显示。');
    expect(left(found)).toEqual(['hidden: （内部13公里）（未审）', 'hidden: 整段隐藏。']);
  });

  it('pictures with their words, embedded documents, charts', () => {
    const drawing = (inside: string, words = ''): string =>
      `<w:r><w:drawing><wp:inline xmlns:wp="urn:wp" xmlns:a="urn:a" xmlns:c="urn:c"><wp:docPr descr="${words}"/>${inside}</wp:inline></w:drawing></w:r>`;
    const cell = `<w:tbl><w:tr><w:tc>${paragraph(run('甲') + drawing('<a:blip r:embed="rId1"/>'))}</w:tc><w:tc>${paragraph(run('1'))}</w:tc></w:tr></w:tbl>`;
    const found = imported(
      `${paragraph(drawing('<a:blip r:embed="rId9"/>', '泵站外景'))}${paragraph(drawing('<c:chart r:id="rId2"/>', '供水量'))}<w:altChunk r:id="rId9"/>${cell}`,
    );
    expect(left(found)).toEqual(['picture: 泵站外景', 'chart: 供水量', 'embedded: ', 'picture: styles.xml']);
  });

  it('signs that newer Word writes are read from what it gives older ones', () => {
    const sign =
      '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="urn:s"/></mc:Choice><mc:Fallback><w:t>✅</w:t></mc:Fallback></mc:AlternateContent></w:r>';
    expect(text(imported(paragraph(sign + run('改造完工。'))))).toBe('✅改造完工。');
  });

  it('lines of a Word file are never taken for a page', () => {
    const lines = ['更新改造管网12公里', '相关制度修订5项', '分享经验3次', '打印材料9份'];
    const found = imported(lines.map((line) => paragraph(run(line))).join(''));
    expect(left(found)).toEqual([]);
  });
});

it('symbols of a font are signs', () => {
  const wingdings = (letter: string): string =>
    run(letter, '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>');
  expect(
    text(imported(paragraph(`${wingdings('ü')}${run('甲；')}${wingdings('\uf081')}${run('乙。')}`))),
  ).toBe('✓甲；①乙。');
});
