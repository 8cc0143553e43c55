import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OriginSpan } from '../src/importer/text/origin.ts';
import { importDocument, type Imported } from '../src/importer/import.ts';
import { readPlainText } from '../src/importer/readers/read-text.ts';
import { readDocx } from '../src/importer/readers/docx/read-docx.ts';
import type { Span } from '../src/quantity/value/formula.ts';
import { Reading } from '../src/reading/reading.ts';
import { sample, some } from './depth.ts';
import { docxOf, docxOfXml, paragraph, run } from './docx-file.ts';
import { runsOf } from './docx-runs.ts';

const imported = (docx: Uint8Array): Imported =>
  importDocument(readDocx(docx), {
    from: 'a.docx',
    today: '2018-01-05',
    schema: () => 'x',
    keepAll: true,
    figures: true,
  });

/** Characters as they can be compared: what mending changes of their width and form is the same, what Markdown puts in is none. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('∶', ':')
    .replaceAll(/[\s\\]/g, '');

/** Marks that Markdown puts in, and blanks. */
const mark = /^[\s\\|*-]$/;
/** A number that Word counts and holds nowhere: of a list or a heading, behind a blank, or of a note. */
const counted = /^(?:[\p{L}\p{N}.、()（）:]{1,12}|[•●➢□-]|\[\^\d+\]:?|[¹²³⁰-⁹]+|\d+)$/u;
const opening = /(?:^|[\s|]|\[)$/;

/** Whether characters that stand nowhere are marks and counted numbers. */
const isMade = (text: string, [start, end]: Span): boolean => {
  const whole = text.slice(start, end);
  const lead = /^[\s\\|*-]*/.exec(whole)?.[0].length ?? 0;
  const words = whole.slice(lead).replaceAll('\\', '').trim();
  return (
    words === '' ||
    // a formula on one line is made of signs and raised letters
    /^[\p{Sm}\p{Lm}\p{No}⁻()[\]{}/^_,|]+$/u.test(words) ||
    (counted.test(words) &&
      (opening.test(text.slice(0, start + lead)) || words.startsWith('[') || /^[¹²³⁰-⁹]+$/.test(words)))
  );
};

interface Held {
  readonly texts: number;
  readonly figures: number;
}

/** Holds every text of an imported file, and every figure in it, against the runs that they are said to stand in. */
function hold(docx: Uint8Array): Held {
  const { report, originOf } = imported(docx);
  const reading = new Reading(report);
  const runs = runsOf(docx);
  const seen = new Set<string>();
  const said = (spans: readonly OriginSpan[]): string =>
    spans.map(({ part, run: at, start, end }) => runs.get(part)?.[at]?.slice(start, end)).join('');
  for (const { path, text } of reading.scalars.texts) {
    if (/^(?:【标题】|\[TODO: title\])$/.test(text)) continue;
    const place = (span: Span): { path: typeof path; span: Span } => ({ path, span });
    let nowhere = 0;
    for (let at = 0; at <= text.length; at++) {
      const [span, ...more] = at < text.length ? originOf({ place }, [at, at + 1]) : [];
      expect(more).toEqual([]);
      if (span === undefined && at < text.length && (nowhere < at || !mark.test(text.charAt(at)))) continue;
      if (nowhere < at)
        expect(isMade(text, [nowhere, at]), `${JSON.stringify(path)}: ${text.slice(nowhere, at)}`).toBe(true);
      nowhere = at + 1;
      if (span === undefined) continue;
      const key = `${span.part} ${span.run} ${span.start}`;
      // what is raised in Word is written as a raised sign, which is another character
      if (!/[\p{Lm}⁻⁺⁰-⁹ⁿ]/u.test(text.charAt(at)))
        expect(plain(said([span])), `${text.slice(at - 5, at + 5)} at ${key}`).toBe(plain(text.charAt(at)));
      expect(seen.has(key), `${key} stands twice`).toBe(false);
      seen.add(key);
    }
  }
  let figures = 0;
  for (const prose of reading.texts)
    for (const figure of prose.figures) {
      figures++;
      const spans = originOf(prose, figure.span);
      if (spans.length === 0 && isMade(prose.text, figure.span)) continue;
      expect(plain(said(spans)), `${figure.text} in ${prose.text.slice(0, 80)}`).toBe(plain(figure.text));
    }
  return { texts: reading.texts.length, figures };
}

/** Where a figure stands, as its first text in the report says it. */
function originsOf(docx: Uint8Array, figure: string): readonly OriginSpan[] {
  const { report, originOf } = imported(docx);
  for (const prose of new Reading(report).texts) {
    const at = prose.text.indexOf(figure);
    if (at !== -1) return originOf(prose, [at, at + figure.length]);
  }
  throw new Error(`${figure} stands nowhere`);
}
const main = 'word/document.xml';
const head = paragraph(run('某局2017年工作总结'));

describe('what is imported from Word stands', () => {
  it('in the run, at the offset: of a body, behind a number, of a title', () => {
    const docx = docxOfXml(
      head + paragraph(run('一、抓好') + run('巡查。全年巡查25次，') + run('查出隐患3处。')),
    );
    expect(originsOf(docx, '25次')).toEqual([{ part: main, run: 2, start: 7, end: 10 }]);
    expect(originsOf(docx, '抓好巡查')).toEqual([
      { part: main, run: 1, start: 2, end: 4 },
      { part: main, run: 2, start: 0, end: 2 },
    ]);
    expect(originsOf(docx, '2017年')).toEqual([{ part: main, run: 0, start: 2, end: 7 }]);
  });

  it('in each of the runs that a figure is split over', () => {
    const docx = docxOfXml(head + paragraph(run('投入1') + run('2') + run('0万') + run('元。')));
    expect(originsOf(docx, '120万元')).toEqual([
      { part: main, run: 1, start: 2, end: 3 },
      { part: main, run: 2, start: 0, end: 1 },
      { part: main, run: 3, start: 0, end: 2 },
      { part: main, run: 4, start: 0, end: 1 },
    ]);
  });

  it('behind runs that are not read, and tabs, breaks and signs in its own', () => {
    const deleted = '<w:del w:id="1"><w:r><w:delText>旧稿30次</w:delText></w:r></w:del>';
    const inserted = `<w:ins w:id="2">${run('新增25次。')}</w:ins>`;
    expect(originsOf(docxOfXml(head + paragraph(deleted + inserted)), '25次')).toEqual([
      { part: main, run: 2, start: 2, end: 5 },
    ]);
    const sign = '<w:r><w:t>检查</w:t><w:tab/><w:sym w:font="Symbol" w:char="F0B3"/><w:t>40次。</w:t></w:r>';
    expect(originsOf(docxOfXml(head + paragraph(sign)), '40次')).toEqual([
      { part: main, run: 1, start: 4, end: 7 },
    ]);
    const broken = '<w:r><w:t>第一行。</w:t><w:br/><w:t>办结8件。</w:t></w:r>';
    expect(originsOf(docxOfXml(head + paragraph(broken)), '8件')).toEqual([
      { part: main, run: 1, start: 7, end: 9 },
    ]);
  });

  it('in links, fields, content controls and text boxes', () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = '<w:r><w:instrText>PAGE 7</w:instrText></w:r>';
    const body =
      paragraph(`<w:hyperlink r:id="rId9">${run('链接办结11件，')}</w:hyperlink>`) +
      paragraph(
        `${run('引用')}${field('begin')}${code}${field('separate')}${run('12件')}${field('end')}${run('。')}`,
      ) +
      paragraph(`<w:fldSimple w:instr="REF a">${run('复核13件。')}</w:fldSimple>`) +
      `<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>${paragraph(run('受理14件。'))}</w:sdtContent></w:sdt>` +
      paragraph(
        `<w:r><w:t>框前15件，</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run('框内16件。'))}</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph(run('框内16件。'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>框后17件。</w:t></w:r>${run('末18件。')}`,
      );
    const docx = docxOfXml(head + body);
    hold(docx);
    const where = (figure: string): readonly number[] =>
      originsOf(docx, figure).flatMap(({ run: at, start, end }) => [at, start, end]);
    expect(where('11件')).toEqual([1, 4, 7]);
    expect(where('12件')).toEqual([6, 0, 3]);
    expect(where('13件')).toEqual([9, 2, 5]);
    expect(where('14件')).toEqual([10, 2, 5]);
    expect(where('15件')).toEqual([11, 2, 5]);
    expect(where('16件')).toEqual([12, 2, 5]);
    expect(where('17件')).toEqual([11, 8, 11]);
    expect(where('18件')).toEqual([14, 1, 4]);
  });

  it('in the part of the notes, and in cells of tables', () => {
    const footnotes = `<w:footnote w:id="1">${paragraph(`<w:r><w:footnoteRef/></w:r>${run('口径含21件。')}`)}</w:footnote>`;
    const cell = (text: string): string => `<w:tc>${paragraph(run(text))}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('科室')}${cell('22件')}</w:tr><w:tr>${cell('甲')}${cell('23')}</w:tr></w:tbl>`;
    const docx = docxOfXml(
      head +
        paragraph(`${run('完成20件')}<w:r><w:footnoteReference w:id="1"/></w:r>${run('。')}`) +
        table +
        paragraph(run('末。')),
      { footnotes },
    );
    hold(docx);
    expect(originsOf(docx, '21件')).toEqual([{ part: 'word/footnotes.xml', run: 1, start: 3, end: 6 }]);
    expect(originsOf(docx, '22件')).toEqual([{ part: main, run: 5, start: 0, end: 3 }]);
    expect(originsOf(docx, '23')).toEqual([{ part: main, run: 7, start: 0, end: 2 }]);
  });

  it('where it stood before it was mended: signs of PDF, lost and split punctuation, control characters', () => {
    const docx = docxOfXml(
      head +
        paragraph(run('⼯作,占９５％,比例2∶1;达标率:') + run('PM_2.5浓度25微克。')) +
        paragraph(run('空气中PM') + run(' 2.5') + run('浓度31微克，') + run('为*{{上年}}*的_9成_，第|列。')) +
        paragraph(run('甲、\n乙(注)、丙!丁?戊:己,庚;辛42件。')),
    );
    expect(hold(docx).figures).toBeGreaterThanOrEqual(5);
    expect(originsOf(docx, '31微克')).toEqual([{ part: main, run: 5, start: 2, end: 6 }]);
  });

  it.each<readonly [string, Uint8Array]>([
    [
      'lists and headings',
      docxOf(
        [
          { text: '某局2017年工作总结', style: 'Title' },
          { text: '落实任务', style: 'Heading1' },
          { text: '完成25项，\n其中9项提前。' },
          { text: '巡查30次', numbering: { list: 1, level: 0 } },
          { text: '整改6处', numbering: { list: 1, level: 1 } },
          { text: '抓好\n安全 7项', style: 'Heading2' },
          { text: '1. 甲8件' },
          { text: '2. 乙9件' },
        ],
        {
          lists: [
            [
              { format: 'decimal', text: '%1.' },
              { format: 'lowerLetter', text: '%2)' },
            ],
          ],
        },
      ),
    ],
    [
      'parts by their titles',
      docxOf(
        [
          '某局2017年工作总结和2018年工作计划',
          '2017年工作总结',
          '一、抓项目。全年开工31个，投资5.2亿元。',
          '（一）抓进度。完成32个。',
          '2018年工作计划',
          '一、确保开工33个。',
          '附件',
          '清单34件。',
        ].map((text) => ({ text })),
      ),
    ],
  ])('through %s', (_, docx) => expect(hold(docx).figures).toBeGreaterThan(4));

  it('however its text is split into runs', () => {
    const texts = [
      '一、抓好巡查。全年巡查25次，查出隐患3处。',
      '（一）投入1.2亿元，占％25',
      '检查 PM 2.5 达31微克',
      'We mended 60 roads, or 45 per cent.',
    ];
    const wraps: readonly ((xml: string) => string)[] = [
      (xml) => xml,
      (xml) => `<w:ins w:id="3">${xml}</w:ins>`,
      (xml) => `<w:hyperlink>${xml}</w:hyperlink>`,
      (xml) => `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>`,
      (xml) => `<w:del w:id="4"><w:r><w:delText>删</w:delText></w:r></w:del>${xml}`,
      (xml) => `<w:smartTag>${xml}</w:smartTag>`,
    ];
    const piece = fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: wraps.length - 1 }), fc.boolean());
    const paragraphs = fc.array(fc.tuple(fc.constantFrom(...texts), fc.array(piece, { maxLength: 8 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(paragraphs, fc.boolean(), (given, inCells) => {
        const body = given.map(([text, pieces]) => {
          let at = 0;
          const cut = [...pieces, [text.length, 0, false] as const].map(([length, wrap, bold]) => {
            const part = text.slice(at, (at += length));
            return (wraps[wrap] as (xml: string) => string)(run(part, bold ? '<w:b/>' : ''));
          });
          return paragraph(cut.join(''));
        });
        const row = (cells: string): string =>
          `<w:tr><w:tc>${cells}</w:tc><w:tc>${paragraph(run('乙'))}</w:tc></w:tr>`;
        hold(
          docxOfXml(
            head +
              (inCells ? `<w:tbl>${body.map(row).join('')}</w:tbl>${paragraph(run('末。'))}` : body.join('')),
          ),
        );
      }),
      { numRuns: sample(200), seed: 20_261_128 },
    );
  });
});

describe('what is imported from a text', () => {
  const broken = Array.from(
    { length: 12 },
    (_, index) => `全年巡查各类场所${index + 20}次，其中夜间巡查若干次，现场查出隐患并督促有关单位`,
  );

  it.each([
    [
      'lines',
      '某局2017年工作总结\n\n一、抓好巡查。全年巡查25次，\n　　（一）查出隐患3处，PM_2.5浓度31微克。\n',
    ],
    ['lines broken at a width', `某局2017年工作总结\n${broken.join('\n')}整改6处。\n`],
    [
      'words broken at a width',
      `${Array.from({ length: 12 }, (_, index) => `In the year we mended ${index + 20} roads and in-\nspected all of the older bridges of the`).join('\n')} town.\n`,
    ],
    ['rows', '某局2017年工作总结\n科室\t件数\n甲\t22件\n甲\t23件\n末：共45件。\n'],
  ])('stands at its offset: %s', (_, text) => {
    const { report, originOf } = importDocument(readPlainText(text), {
      from: 'a.txt',
      today: '2018-01-05',
      schema: () => 'x',
      keepAll: true,
      figures: true,
    });
    let found = 0;
    for (const prose of new Reading(report).texts)
      for (const figure of prose.figures) {
        const spans = originOf(prose, figure.span);
        expect(plain(spans.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(
          plain(figure.text),
        );
        found++;
      }
    expect(found).toBeGreaterThan(2);
  });

  it('and nowhere, where its document does not say it', () => {
    const result = importDocument(
      { blocks: [{ kind: 'paragraph', at: 1, text: '全年巡查25次。' }] },
      { from: 'a.txt', today: '2018-01-05', schema: () => 'x', keepAll: true, figures: true },
    );
    for (const prose of new Reading(result.report).texts)
      expect(result.originOf(prose, [0, prose.text.length])).toEqual([]);
  });
});

const folder = join(process.env['REPORT_REAL_TEXTS'] ?? '', 'docx');
const real =
  process.env['REPORT_REAL_TEXTS'] !== undefined && existsSync(folder)
    ? readdirSync(folder).filter((name) => /\.do[ct]x$/.test(name))
    : [];
if (real.length === 0) console.log('skipped: real Word files (REPORT_REAL_TEXTS names no folder with docx)');
describe.runIf(real.length > 0)('real Word files', () => {
  it.each(some(real, 4))('%s: texts and figures stand where they are said to', (name) => {
    const docx = new Uint8Array(readFileSync(join(folder, name)));
    expect(hold(docx).texts).toBeGreaterThan(0);
  });
});
