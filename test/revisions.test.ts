import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { annotate, type Remark } from '../src/importer/annotate/annotate.ts';
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
import { folder } from './cli.ts';
import { deep, sample, seed, share } from './depth.ts';
import { commentsOf, settledFile } from './docx-comments.ts';
import { docxOfXml, paragraph, run } from './docx-file.ts';
import { runsOf } from './docx-runs.ts';

const told = '正文已用修订标出改法，可以接受，也可以拒绝。';
const xmlOf = (docx: Uint8Array, part = document): string =>
  strFromU8(unzipSync(docx)[part] ?? new Uint8Array());
const textOf = (docx: Uint8Array, part = document): string => (runsOf(docx).get(part) ?? []).join('');
/** How often the text was revised. */
const revisionsIn = (xml: string): number =>
  (xml.match(/<w:(?:ins|del)\b[^>]*w:author="report"/g) ?? []).length;

/** A report with a paragraph, annotated: what is left to say of it. */
async function revised(
  content: string,
  ...more: readonly string[]
): Promise<{ copy: Uint8Array; lines: readonly (readonly string[])[] }> {
  const docx = docxOfXml(head + chapter + paragraph(run('前言，') + content + run('平稳有序。')));
  const { copy, comments } = await annotated(docx, ...more);
  expect(textOf(settledFile(copy, 'reject'))).toBe(textOf(docx));
  return { copy, lines: comments.map(({ lines }) => lines) };
}

const bold = '<w:b/><w:color w:val="FF0000"/>';
const doubled = ['--only', 'words-single'];
const complex = (instruction: string, inner: string): string =>
  [
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`,
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    inner,
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ].join('');
const control = (properties: string, inner: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
const fault = run('本馆的的服务', bold);

describe('a safe fix is a tracked change', () => {
  it.each([
    ['a run', fault],
    ['several runs', run('本馆的') + run('的', bold) + run('服务')],
    ['a link', `<w:hyperlink w:anchor="x">${fault}</w:hyperlink>`],
    ['the words of a link that is a field', complex('HYPERLINK "http://a.cn"', fault)],
    ['an insertion of somebody', `<w:ins w:id="7" w:author="甲">${fault}</w:ins>`],
    ['a content control', control('<w:alias w:val="x"/>', fault)],
    ['a tag', `<w:smartTag w:element="x">${fault}</w:smartTag>`],
    [
      'a run with tabs',
      '<w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t>本馆的的服务</w:t><w:br/><w:t>好</w:t></w:r>',
    ],
    ['pieces of a run', '<w:r><w:tab/><w:t>本馆的</w:t>\n<w:t>的</w:t><w:t>服务</w:t></w:r>'],
    [
      'a run whose setting was changed',
      run('本馆的的服务', `${bold}<w:rPrChange w:id="9" w:author="甲"><w:rPr/></w:rPrChange>`),
    ],
    [
      'beside what was taken out',
      `<w:del w:id="8" w:author="乙"><w:r><w:delText>旧</w:delText></w:r></w:del>${fault}`,
    ],
  ])('in %s: taking it mends, refusing it changes nothing', async (_, content) => {
    const { copy, lines } = await revised(content, ...doubled);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.at(-1)).toBe(told);
    expect(textOf(settledFile(copy, 'accept'))).toMatch(/前言，\t?本馆的服务\n?好?平稳有序。/);
  });

  it.each([
    ['a field that is counted anew', `<w:fldSimple w:instr="REF a">${fault}</w:fldSimple>`],
    ['a complex field', complex('REF a \\h', fault)],
    ['a link within such a field', complex('IF 1=1', complex('HYPERLINK "http://a.cn"', fault))],
    ['a control that data are bound to', control('<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>', fault)],
    ['a locked control', control('<w:lock w:val="contentLocked"/>', fault)],
    ['a list to choose from', control('<w:dropDownList/>', fault)],
    ['a date to choose', control('<w:date/>', `<w:hyperlink w:anchor="x">${fault}</w:hyperlink>`)],
    ['what was moved', `<w:moveTo w:id="7" w:author="甲">${fault}</w:moveTo>`],
    [
      'a text box',
      `<w:r><w:pict><w:txbxContent>${paragraph(run('本馆的的服务平稳。'))}</w:txbxContent></w:pict></w:r>`,
    ],
    ['text of which half is a symbol', `${run('本馆的')}<w:r><w:sym w:font="SimSun" w:char="7684"/></w:r>`],
  ])('but not in %s: only the comment', async (_, content) => {
    const { copy, lines } = await revised(content, ...doubled);
    expect(lines.flat()).not.toContain(told);
    expect(revisionsIn(xmlOf(copy))).toBe(0);
  });

  it('what comes in is set as what it stands for, without the past of its setting', async () => {
    const past = '<w:rPrChange w:id="9" w:author="甲"><w:rPr><w:i/></w:rPr></w:rPrChange>';
    const { copy } = await revised(run('本馆的服务,读者满意', bold + past), '--only', 'marks-full-width');
    expect(xmlOf(copy)).toMatch(
      /<w:ins w:id="\d+" w:author="report"><w:r><w:rPr><w:b\/><w:color w:val="FF0000"\/><\/w:rPr><w:t xml:space="preserve">，<\/w:t><\/w:r><\/w:ins>/,
    );
    expect(textOf(settledFile(copy, 'accept'))).toContain('服务，读者');
  });

  it('an insertion of somebody is parted around what comes into it', async () => {
    const own = `<w:ins w:id="7" w:author="甲" w:date="2018-01-02T00:00:00Z">${run('本馆的服务,读者满意')}</w:ins>`;
    const { copy } = await revised(own, '--only', 'marks-full-width');
    const xml = xmlOf(copy);
    expect(textOf(settledFile(copy, 'accept'))).toContain('服务，读者');
    // none stands within another
    expect(xml).not.toMatch(/<w:ins\b[^>]*>(?:(?!<\/w:ins>)[^])*<w:ins\b/);
    const ids = [...xml.matchAll(/<w:(?:ins|del)\b[^>]*w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // what stands deeper in one takes no words
    const deep = `<w:ins w:id="7" w:author="甲"><w:smartTag w:element="x">${run('本馆的服务,读者满意')}</w:smartTag></w:ins>`;
    expect(revisionsIn(xmlOf((await revised(deep, '--only', 'marks-full-width')).copy))).toBe(0);
  });

  it('in a note and in a cell', async () => {
    const footnotes = `<w:footnote w:id="1">${paragraph(run('口径的的说明。'))}</w:footnote>`;
    const cell = (content: string): string => `<w:tc>${paragraph(content)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell(run('项目'))}${cell(run('情况'))}</w:tr><w:tr>${cell(run('甲'))}${cell(fault)}</w:tr></w:tbl>`;
    const mark = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    const docx = docxOfXml(head + chapter + paragraph(run('完成20件') + mark + run('。')) + table, {
      footnotes,
    });
    const { copy, comments } = await annotated(docx, ...doubled);
    expect(comments.map(({ lines }) => lines.at(-1))).toEqual([told, told]);
    const taken = settledFile(copy, 'accept');
    expect(textOf(taken, 'word/footnotes.xml')).toBe('口径的说明。');
    expect(textOf(taken)).toContain('甲本馆的服务');
  });

  it('bears the date that is given, and is the same each time', async () => {
    const docx = docxOfXml(head + chapter + paragraph(fault));
    const [one, other] = [
      await annotated(docx, ...doubled, '--date', '2018-01-05'),
      await annotated(docx, ...doubled, '--date', '2018-01-05'),
    ];
    expect(xmlOf(one.copy)).toContain('w:author="report" w:date="2018-01-05T00:00:00Z"');
    expect(one.copy).toEqual(other.copy);
  });

  it('a fix that is only likely is none', async () => {
    const { copy, lines } = await revised(run('全年经费20万，'), '--only', 'units-given');
    expect(lines).toHaveLength(1);
    expect(revisionsIn(xmlOf(copy))).toBe(0);
  });
});

const spansOf = (at: number, start: number, end: number): Remark['spans'] =>
  Array.from({ length: end - start }, (_, index) => ({
    part: document,
    run: at,
    start: start + index,
    end: start + index + 1,
  }));

it('of two changes of the same words the first is written', () => {
  const docx = docxOfXml(paragraph(run('一二三四')));
  const remark = (start: number, end: number, insert: string): Remark => {
    const held = spansOf(0, start, end);
    const text = '一二三四'.slice(start, end);
    return {
      spans: held,
      lines: ['x'],
      fix: { revision: { held, text, from: 0, to: end - start, insert }, line: told },
    };
  };
  const { bytes, revisions } = annotate(
    docx,
    [remark(0, 2, '甲'), remark(1, 3, '乙'), remark(2, 4, '丙')],
    author,
  );
  expect(revisions).toBe(2);
  expect(textOf(settledFile(bytes, 'accept'))).toBe('甲丙');
  expect([...commentsOf(bytes).values()].map(({ lines }) => lines.at(-1))).toEqual([told, 'x', told]);
});

it('what does not stand as it is told is left', () => {
  const docx = docxOfXml(paragraph(run('一二') + run('三')) + paragraph(run('四')));
  const at = (held: Remark['spans'], text: string): number =>
    annotate(
      docx,
      [
        {
          spans: held,
          lines: ['x'],
          fix: { revision: { held, text, from: 0, to: text.length, insert: '' }, line: told },
        },
      ],
      author,
    ).revisions;
  const [one, two, three, four] = [spansOf(0, 0, 1), spansOf(0, 1, 2), spansOf(1, 0, 1), spansOf(2, 0, 1)];
  expect(at([...two, ...three], '二三')).toBe(1);
  expect(at([...two, ...three], '二四')).toBe(0);
  expect(at([...one, ...three], '一三')).toBe(0);
  expect(at([...three, ...four], '三四')).toBe(0);
  expect(at([...three, ...two], '三二')).toBe(0);
});

type Random = readonly [which: number, from: number, length: number, removed: number, insert: string];

/** Changes at random characters of random runs: taken, they are made; refused, nothing is. How many could be placed, and where. */
function holdRandom(
  docx: Uint8Array,
  random: readonly Random[],
): { readonly revisions: number; readonly copy: Uint8Array } {
  const runs = looseRuns(docx);
  if (runs.length === 0) return { revisions: 0, copy: docx };
  const all = random.flatMap(([which, from, length, removed, insert]) => {
    const picked = runs[Math.floor(which * runs.length)];
    if (!picked) return [];
    const { at, text } = picked;
    const start = Math.floor(from * text.length);
    const end = Math.min(text.length, start + 1 + Math.floor(length * 6));
    if (isHalf(text, start) || isHalf(text, end)) return [];
    const to = start + Math.floor(removed * (end - start + 1));
    if (isHalf(text, to) || (to === start && insert === '')) return [];
    return [{ at, start, end, to, insert, text: text.slice(start, end) }];
  });
  const remarks = all.map(({ at, start, end, to, insert, text }, index): Remark => {
    const held = spansOf(at, start, end);
    return {
      spans: held,
      lines: [`remark ${index}`],
      fix: { revision: { held, text, from: 0, to: to - start, insert }, line: told },
    };
  });
  const { bytes, revisions } = annotate(docx, remarks, author);
  holdSame(docx, bytes);
  // comments stand in the order of their places, not of the remarks
  const comments = [...commentsOf(bytes).values()].slice(-remarks.length);
  const placed = remarks.map(
    ({ lines }) => comments.find((each) => each.lines[0] === lines[0])?.lines.at(-1) === told,
  );
  if (remarks.length > 0) expect(placed.filter(Boolean)).toHaveLength(revisions);
  const texts = [...(runsOf(docx).get(document) ?? [])];
  const made = all.filter((_, index) => placed[index]).sort((a, b) => b.start - a.start || b.to - a.to);
  for (const { at, start, to, insert } of made)
    texts[at] = (texts[at] ?? '').slice(0, start) + insert + (texts[at] ?? '').slice(to);
  expect(textOf(settledFile(bytes, 'accept'))).toBe(texts.join(''));
  return { revisions, copy: bytes };
}

const validator = process.env['REPORT_OOXML_VALIDATOR'] ?? '';
if (validator === '')
  console.warn('REPORT_OOXML_VALIDATOR is not set: no copy is held against the Open XML SDK');

/** What the validator of the Open XML SDK finds wrong with a Word file. */
function faultsOf(docx: Uint8Array): readonly string[] {
  const cwd = folder({});
  writeFileSync(join(cwd, 'b.docx'), docx);
  const { stdout } = spawnSync(validator, [join(cwd, 'b.docx')], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const { errors } = JSON.parse(stdout) as { readonly errors: readonly { readonly description: string }[] };
  return errors.map(({ description }) => description);
}

const picks: fc.Arbitrary<Random[]> = fc.array(
  fc.tuple(share, share, share, share, fc.constantFrom('', '甲', ' & <乙> ', '。')),
  { minLength: 1, maxLength: 25 },
);
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
    let last: Uint8Array = docx;
    fc.assert(
      fc.property(picks, (random) => {
        const { revisions, copy } = holdRandom(docx, random);
        if (revisions > 0) last = copy;
      }),
      { numRuns: Math.max(1, sample(docx.length > 100_000 ? 3 : 10)), seed },
    );
    if (deep && validator !== '') expect(faultsOf(last)).toEqual(faultsOf(docx));
  });

  it('wherever runs are cut, with signs of XML, blanks and what people changed', () => {
    const words = fc
      .array(fc.constantFrom(...'一二三 &<>"的\t\n😀'), { minLength: 1, maxLength: 12 })
      .map((signs) => signs.join(''));
    const content = fc
      .tuple(words, fc.constantFrom('', '<w:b/>'))
      .map(([each, properties]) => run(each, properties));
    const wraps: Readonly<Record<string, (inner: string) => string>> = {
      none: (inner) => inner,
      link: (inner) => `<w:hyperlink w:anchor="x">${inner}</w:hyperlink>`,
      insertion: (inner) => `<w:ins w:id="3" w:author="甲">${inner}</w:ins>`,
      control: (inner) => control('', inner),
      field: (inner) => complex('HYPERLINK "a"', inner),
    };
    const wrapped = fc
      .tuple(content, fc.constantFrom(...Object.keys(wraps)))
      .map(([inner, by]) => wraps[by]?.(inner) ?? '');
    let count = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(wrapped, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        picks,
        (all, random) => {
          const docx = docxOfXml(all.map((runs) => paragraph(runs.join(''))).join(''));
          count += holdRandom(docx, random).revisions;
        },
      ),
      { numRuns: sample(300), seed },
    );
    expect(count).toBeGreaterThan(25);
  });
});

const mixed = whole(
  docxOfXml(
    head +
      chapter +
      paragraph(
        run('本馆的的', bold) +
          `<w:ins w:id="7" w:author="甲">${run('服务,平稳，，有序')}</w:ins>` +
          run('。'),
      ),
  ),
);

it.skipIf(validator === '')('a copy has no error by the validator of the Open XML SDK', async () => {
  const { copy } = await annotated(mixed);
  expect(revisionsIn(xmlOf(copy))).toBeGreaterThan(3);
  expect(faultsOf(copy)).toEqual([]);
});

const office = spawnSync('soffice', ['--version']).status === 0;
if (!office) console.warn('soffice is not installed: no copy is read by LibreOffice');
it.skipIf(!office)('LibreOffice reads what goes and what comes, and whose it is', async () => {
  const { copy } = await annotated(mixed);
  const cwd = folder({ 'b.docx': copy });
  const profile = `-env:UserInstallation=file://${cwd}/profile`;
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'fodt', '--outdir', cwd, join(cwd, 'b.docx')]);
  const xml = readFileSync(join(cwd, 'b.fodt'), 'utf8');
  const regions = [
    ...xml.matchAll(/<text:changed-region[^>]* text:id="(\w+)">(.*?)<\/text:changed-region>/gs),
  ];
  // an insertion of somebody in which something goes says both
  const told = regions.flatMap(([, id = '', inner = '']): [string, string][] => {
    const [, kind = '', by = ''] =
      /<text:(\w+)>\s*<office:change-info>\s*<dc:creator>(.*?)</s.exec(inner) ?? [];
    const [, words = ''] =
      new RegExp(
        `<text:change-start text:change-id="${id}"/>(.*?)<text:change-end text:change-id="${id}"/>`,
        's',
      ).exec(xml) ?? [];
    return by === 'report'
      ? [[kind, words.replaceAll(/<office:annotation .*?<\/office:annotation>|<[^>]*>/gs, '')]]
      : [];
  });
  expect(told).toEqual([
    ['deletion', '的'],
    ['deletion', ','],
    ['insertion', '，'],
    ['deletion', '，'],
  ]);
  expect(xml).toContain('<dc:creator>甲</dc:creator>');
});
