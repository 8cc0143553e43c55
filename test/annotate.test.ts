import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { annotate, type Remark } from '../src/importer/annotate/annotate.ts';
import { sample, seed, share } from './depth.ts';
import { folder, report } from './cli.ts';
import {
  annotated,
  author,
  chapter,
  document,
  head,
  holdSame,
  isHalf,
  looseRuns,
  whole,
} from './annotated.ts';
import { commentsOf } from './docx-comments.ts';
import { docxOf, docxOfXml, paragraph, run } from './docx-file.ts';

const doubled = ['--only', 'words-single'];
const revised = '正文已用修订标出改法，可以接受，也可以拒绝。';

describe('a finding is a comment', () => {
  it('on its characters, split over runs, in the second of two equal sentences', async () => {
    const bold = '<w:b/><w:color w:val="FF0000"/>';
    const same = run('本馆的运行平稳。', bold);
    const docx = docxOfXml(
      head +
        chapter +
        paragraph(same + run('本馆', bold) + run('运行平稳的', bold) + run('的。', bold)) +
        paragraph(same),
    );
    const { code, copy, comments } = await annotated(docx, ...doubled);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toMatchObject({ author: 'report', date: undefined, on: '的的' });
    expect(comments[0]?.lines.slice(-2)).toEqual(['[words-single]', revised]);
    expect(comments[0]?.lines.length).toBeGreaterThan(1);
    const xml = strFromU8(unzipSync(copy)[document] ?? new Uint8Array());
    expect(xml.split(`<w:rPr>${bold}</w:rPr>`).length).toBeGreaterThanOrEqual(6);
    const plain = await report(folder({ 'a.docx': docx }), ['lint', 'a.docx', ...doubled]);
    expect(code).toBe(plain.code);
  });

  it.each([
    ['a link', `<w:hyperlink w:anchor="x">${run('本馆的的服务')}</w:hyperlink>`],
    ['an insertion', `<w:ins w:id="7" w:author="甲">${run('本馆的的服务')}</w:ins>`],
    ['a content control', `<w:sdt><w:sdtContent>${run('本馆的的服务')}</w:sdtContent></w:sdt>`],
    ['a field', `<w:fldSimple w:instr="REF a">${run('本馆的的服务')}</w:fldSimple>`],
    [
      'a run with tabs',
      '<w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t>本馆的的服务</w:t><w:br/><w:t>好</w:t></w:r>',
    ],
  ])('in %s', async (_, content) => {
    const { comments } = await annotated(
      docxOfXml(head + chapter + paragraph(run('前言，') + content + run('平稳。'))),
      ...doubled,
    );
    expect(comments.map(({ on }) => on)).toEqual(['的的']);
  });

  it('in a cell, and on the run that holds a text box', async () => {
    const cell = (content: string): string => `<w:tc>${paragraph(content)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell(run('项目'))}${cell(run('情况'))}</w:tr><w:tr>${cell(run('甲'))}${cell(run('本馆的的服务平稳。'))}</w:tr></w:tbl>`;
    const box = `<w:r><w:pict><w:txbxContent>${paragraph(run('本馆的的读者意见逐条答复，流动书车走进乡村。'))}</w:txbxContent></w:pict></w:r>`;
    const { comments } = await annotated(
      docxOfXml(head + chapter + table + paragraph(run('框前') + box + run('框后。'))),
      ...doubled,
    );
    expect(comments.map(({ on }) => on)).toEqual(['的的', '本馆的的读者意见逐条答复，流动书车走进乡村。']);
  });

  it('at the mark of a note, where it is in its words', async () => {
    const footnotes = `<w:footnote w:id="1">${paragraph(run('口径的的说明。'))}</w:footnote>`;
    const mark =
      '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>';
    const { copy, comments } = await annotated(
      docxOfXml(head + chapter + paragraph(run('完成20件') + mark + run('。')), { footnotes }),
      ...doubled,
    );
    expect(comments).toHaveLength(1);
    const xml = strFromU8(unzipSync(copy)[document] ?? new Uint8Array());
    expect(xml).toContain(`<w:commentRangeStart w:id="0"/>${mark}<w:commentRangeEnd w:id="0"/>`);
  });

  it('that bears a date where one is given; the same each time', async () => {
    const docx = docxOfXml(head + chapter + paragraph(run('本馆的的服务平稳。')));
    const [one, other] = [
      await annotated(docx, ...doubled, '--date', '2018-01-05'),
      await annotated(docx, ...doubled, '--date', '2018-01-05'),
    ];
    expect(one.comments[0]?.date).toBe('2018-01-05T00:00:00Z');
    expect(one.copy).toEqual(other.copy);
  });

  it('and where nothing is found, the copy is the file', async () => {
    const docx = docxOfXml(head + chapter + paragraph(run('本馆的服务平稳。')));
    expect((await annotated(docx, ...doubled)).copy).toEqual(docx);
  });
});

it('one that is longer than a paragraph reaches to the last', () => {
  const docx = docxOfXml(
    head + paragraph(run('第一段话。')) + paragraph(run('第二段话。')) + paragraph(run('第三段话。')),
  );
  const span = (at: number, start: number, end: number): Remark['spans'][number] => ({
    part: document,
    run: at,
    start,
    end,
  });
  const copy = annotate(docx, [{ spans: [span(1, 2, 5), span(3, 0, 3)], lines: ['长'] }], author).bytes;
  holdSame(docx, copy);
  expect([...commentsOf(copy).values()].map(({ on }) => on)).toEqual(['段话。第二段话。第三段']);
});

it('one without words of its own stands at a title', async () => {
  const plan = paragraph(run('二、下一步打算'), '<w:pStyle w:val="Heading1"/>');
  const docx = docxOfXml(
    head + chapter + paragraph(run('本馆的服务平稳。')) + plan + paragraph(run('第二句。')),
  );
  const copy = annotate(docx, [{ spans: [], lines: ['无'] }], author).bytes;
  holdSame(docx, copy);
  expect([...commentsOf(copy).values()].map(({ on }) => on)).toEqual(['某馆2017年工作总结']);
  const last = paragraph(run('四、工作情况'), '<w:pStyle w:val="Heading1"/>');
  const { comments } = await annotated(
    docxOfXml(head + chapter + plan + paragraph(run('抓好服务。')) + last + paragraph(run('抓好服务。'))),
  );
  expect(comments.map(({ on, lines }) => [on, lines.at(-1)])).toEqual([
    ['工作情况', '[sections-filled]'],
    ['工作情况', '[sections-numbered-right]'],
  ]);
});

it('what cannot be annotated is refused, and nothing is overwritten', async () => {
  const docx = docxOfXml(head + chapter + paragraph(run('本馆的的服务平稳。')));
  const cwd = folder({
    'a.docx': docx,
    'c.docx': docx,
    'a.txt': '2017年总结\n',
    'b.docx': 'mine',
    'r.report.yaml': '',
  });
  for (const argv of [
    ['a.docx', '--annotate', 'b.docx'],
    ['a.docx', '--annotate', 'a.docx'],
    ['a.docx', '--annotate', 'a.docx', '--force'],
    ['a.docx', '--annotate', 'n.txt'],
    ['a.docx', '--annotate', 'n.docm'],
    ['a.docx', '--annotate', '-'],
    ['a.docx', 'c.docx', '--annotate', 'n.docx'],
    ['a.txt', '--annotate', 'n.docx'],
    ['r.report.yaml', '--annotate', 'n.docx'],
    ['--annotate', 'n.docx'],
    ['a.docx', '--date', '2018-01-05'],
    ['a.docx', '--annotate', 'n.docx', '--print-config'],
    ['b.docx', '--annotate', 'n.docx'],
  ]) {
    const { code, stderr } = await report(cwd, ['lint', ...argv, '--lang', 'zh']);
    expect(code, argv.join(' ')).toBe(2);
    expect(stderr, argv.join(' ')).not.toBe('');
  }
  expect(readdirSync(cwd).sort()).toEqual(['a.docx', 'a.txt', 'b.docx', 'c.docx', 'r.report.yaml']);
  expect(readFileSync(join(cwd, 'b.docx'), 'utf8')).toBe('mine');
  expect((await report(cwd, ['lint', 'a.docx', '--annotate', 'b.docx', '--force'])).stderr).toContain(
    'b.docx',
  );
  expect(commentsOf(new Uint8Array(readFileSync(join(cwd, 'b.docx')))).size).toBeGreaterThan(0);
});

/** Comments at random characters of random runs: each stands on its own. */
function holdRandom(docx: Uint8Array, random: readonly (readonly [number, number, number])[]): number {
  const runs = looseRuns(docx);
  if (runs.length === 0) return 0;
  const before = commentsOf(docx);
  const all = random.flatMap(([which, from, length]) => {
    const picked = runs[Math.floor(which * runs.length)];
    if (!picked) return [];
    const at = Math.floor(from * picked.text.length);
    // half a sign is no character: all of it is commented
    const start = isHalf(picked.text, at) ? at - 1 : at;
    const last = Math.min(picked.text.length, at + 1 + Math.floor(length * 6));
    const end = isHalf(picked.text, last) ? last + 1 : last;
    return [{ ...picked, start, end }];
  });
  const remarks = all.map(({ at, start, end }): Remark => ({
    spans: [{ part: document, run: at, start, end }],
    lines: ['甲 & <乙>'],
  }));
  const copy = annotate(docx, remarks, author).bytes;
  holdSame(docx, copy);
  const made = [...commentsOf(copy)];
  expect(made.slice(0, before.size).map(([id]) => id)).toEqual([...before.keys()]);
  for (const [id, old] of before) expect(commentsOf(copy).get(id)).toEqual(old);
  const added = made.slice(before.size).map(([, comment]) => comment);
  expect(added.map(({ on }) => on)).toEqual(all.map(({ text, start, end }) => text.slice(start, end)));
  for (const { lines } of added) expect(lines).toEqual(['甲 & <乙>']);
  return added.length;
}

describe('each of many faults', () => {
  const wraps: Readonly<Record<string, (inner: string) => string>> = {
    none: (inner) => inner,
    link: (inner) => `<w:hyperlink w:anchor="x">${inner}</w:hyperlink>`,
    insertion: (inner) => `<w:ins w:id="7" w:author="甲">${inner}</w:ins>`,
    control: (inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`,
    deletion: (inner) => `<w:del w:id="8"><w:r><w:delText>旧稿的的话</w:delText></w:r></w:del>${inner}`,
  };
  const fault = fc.record({
    sentence: fc.constantFrom(
      ['服务', '平稳', '有序'],
      ['讲座', '和展览', '如期举办'],
      ['流动书车', '走进', '乡村'],
    ),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }),
    wrap: fc.constantFrom(...Object.keys(wraps)),
    outer: fc.constantFrom('none', 'link', 'control'),
    place: share,
    inCell: fc.boolean(),
    isWrong: fc.boolean(),
  });
  const cell = (content: string): string => `<w:tc>${paragraph(content)}</w:tc>`;

  it('has its comment on it, and no other place has one', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 4, maxLength: 10 }), async (all) => {
        const blocks = all.map(({ sentence, cuts, wrap, outer, place, inCell, isWrong }) => {
          const before = Math.floor(place * sentence.length);
          const word = isWrong ? '的的' : '的';
          const text = `本馆${sentence.slice(0, before).join('')}${word}${sentence.slice(before).join('')}。`;
          const at = [0, ...cuts.sort((a, b) => a - b), text.length];
          const runs = at.slice(1).map((end, index) => run(text.slice(at[index], end)));
          const content = wraps[outer]?.(wraps[wrap]?.(runs.join('')) ?? '') ?? '';
          return inCell
            ? `<w:tbl><w:tr>${cell(run('项目'))}${cell(run('情况'))}</w:tr><w:tr>${cell(run('甲'))}${cell(content)}</w:tr></w:tbl>`
            : paragraph(content);
        });
        const { comments, copy } = await annotated(docxOfXml(head + chapter + blocks.join('')), ...doubled);
        expect(comments.map(({ on }) => on)).toEqual(all.filter(({ isWrong }) => isWrong).map(() => '的的'));
        const xml = strFromU8(unzipSync(copy)[document] ?? new Uint8Array());
        // each in the paragraph of its own fault
        const marked = xml
          .split('</w:p>')
          .map((each) => each.includes('commentRangeStart'))
          .slice(2, -1);
        const wrong = all.flatMap(({ inCell, isWrong }) =>
          inCell ? [false, false, false, isWrong] : [isWrong],
        );
        expect(marked).toEqual(wrong);
        found += comments.length;
      }),
      { numRuns: sample(300), seed },
    );
    expect(found).toBeGreaterThan(50);
  });
});

const picks = fc.array(fc.tuple(share, share, share), { minLength: 1, maxLength: 25 });
const real = join(process.env['REPORT_REAL_TEXTS'] ?? '', 'docx');
const files =
  process.env['REPORT_REAL_TEXTS'] && existsSync(real)
    ? readdirSync(real).filter((name) => /\.do[ct]x$/.test(name))
    : [];
if (files.length === 0)
  console.warn('skipped: real Word files (REPORT_REAL_TEXTS names no folder with docx)');

describe('nothing changes but what is added', () => {
  it.skipIf(files.length === 0).each(files)('in %s', (name) => {
    const docx = new Uint8Array(readFileSync(join(real, name)));
    fc.assert(
      fc.property(picks, (random) => void holdRandom(docx, random)),
      { numRuns: Math.max(1, sample(docx.length > 100_000 ? 3 : 10)), seed },
    );
  });

  it('wherever runs are cut, with signs of XML, blanks and comments that were there', () => {
    const text = fc
      .array(fc.constantFrom(...'一二三 &<>"的\t\n😀'), { minLength: 1, maxLength: 12 })
      .map((signs) => signs.join(''));
    const content = fc
      .tuple(text, fc.constantFrom('', '<w:b/>'))
      .map(([words, properties]) => run(words, properties));
    const wrapped = fc
      .tuple(content, fc.constantFrom('', 'ins', 'hyperlink', 'sdt'))
      .map(([inner, by]) =>
        by === ''
          ? inner
          : by === 'sdt'
            ? `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`
            : `<w:${by} w:id="3">${inner}</w:${by}>`,
      );
    let count = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(wrapped, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        picks,
        (all, random) => {
          const docx = docxOfXml(all.map((runs) => paragraph(runs.join(''))).join(''));
          count += holdRandom(docx, random);
          const once = annotate(docx, [{ spans: [], lines: ['先'] }], author).bytes;
          count += holdRandom(once, random);
        },
      ),
      { numRuns: sample(300), seed },
    );
    expect(count).toBeGreaterThan(100);
  });
});

const validator = process.env['REPORT_OOXML_VALIDATOR'] ?? '';
if (validator === '')
  console.warn('REPORT_OOXML_VALIDATOR is not set: no copy is held against the Open XML SDK');
it.skipIf(validator === '')('a copy has no error by the validator of the Open XML SDK', async () => {
  const docx = whole(
    docxOf([
      { text: '某馆2017年工作总结', style: 'Title' },
      { text: '一、工作情况', style: 'Heading1' },
      { text: '本馆的的服务平稳，读者的的意见答复。' },
    ]),
  );
  const { copy } = await annotated(docx, ...doubled);
  const cwd = folder({});
  const errors = (name: string, bytes: Uint8Array): unknown => {
    writeFileSync(join(cwd, name), bytes);
    const said = spawnSync(validator, [join(cwd, name)], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    return JSON.parse(said.stdout);
  };
  expect(errors('a.docx', docx)).toMatchObject({ ok: true, errors: [] });
  expect(errors('b.docx', copy)).toMatchObject({ ok: true, errors: [] });
});

const office = spawnSync('soffice', ['--version']).status === 0;
if (!office) console.warn('soffice is not installed: no copy is read by LibreOffice');
it.skipIf(!office)('LibreOffice reads each comment on its words', async () => {
  const bold = '<w:b/>';
  const docx = whole(
    docxOfXml(
      head + chapter + paragraph(run('本馆的的') + run('的服务', bold) + run('平稳，一切如常常规。')),
    ),
  );
  const spans: Remark['spans'] = [
    { part: document, run: 2, start: 1, end: 4 },
    { part: document, run: 3, start: 0, end: 2 },
  ];
  const copy = annotate(docx, [{ spans, lines: ['多了字', '[words-single]'] }], author).bytes;
  const cwd = folder({ 'b.docx': copy });
  const profile = `-env:UserInstallation=file://${cwd}/profile`;
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'fodt', '--outdir', cwd, join(cwd, 'b.docx')]);
  const xml = readFileSync(join(cwd, 'b.fodt'), 'utf8');
  const [, words = ''] = /<\/office:annotation>(.*?)<office:annotation-end/s.exec(xml) ?? [];
  expect(words.replaceAll(/<[^>]*>/g, '')).toBe('馆的的的服');
  expect(xml).toContain('多了字');
});
