import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../src/importer/readers/docx/read-docx.ts';
import { lint } from '../src/lint/lint.ts';
import type { Reading } from '../src/reading/reading.ts';
import { docxRenderer } from '../src/render/docx.ts';
import type { RenderOptions } from '../src/render/renderer.ts';
import { textRenderer } from '../src/render/text.ts';
import { wordsOf } from './docx-words.ts';

const examples = join(import.meta.dirname, '../examples');
const published: RenderOptions = { draft: false, internal: false };

const readingOf = (file: string, text: string): Reading =>
  lint(file, text, (name) => readFileSync(name, 'utf8')).reading as Reading;
const example = (name: string): Reading =>
  readingOf(join(examples, name), readFileSync(join(examples, name), 'utf8'));
const zh = (body: string): Reading =>
  readingOf('2018.report.yaml', `格式: 1\n标题: 某局2018年工作总结\n编制单位: 某局\n年度: 2018\n${body}`);

const bytesOf = async (reading: Reading, options: RenderOptions = published): Promise<Uint8Array> =>
  docxRenderer(reading, options);
const parts = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
const document = async (reading: Reading, options: RenderOptions = published): Promise<string> =>
  parts(await bytesOf(reading, options))['word/document.xml'] ?? '';

const withAll = zh(`
总结:
  章节:
    - 标题: 基本情况
      正文: |
        全年“平稳”——**有成效**，*稳中有进*。[^1]说明[^1]见[网站](https://example.org/)。

        - 一条
          - 下级
        - 二条

        3. 三条
        4. 四条

        > 引文

        | 名称 | 数量 |
        | --- | --- |
        | 甲 | 1 |

        \`\`\`
        code
        \`\`\`

        [^1]: 注的文字。
      表格:
        明细: { 列: [学校, 教师], 行: { 甲区: [3所, 9人], 乙区: [4所, 8人] } }
`);

describe('a report in Word', () => {
  it.each([
    'jiangmen-education/2017.report.yaml',
    'jiangmen-education/2018.report.yaml',
    'riverside-transport/2017.report.yaml',
  ])('says what %s says, number by number', async (name) => {
    const reading = example(name);
    const words = (text: string): string => text.replace(/^## /gm, '').replace(/\s+/g, '');
    const said = words(wordsOf(await bytesOf(reading)));
    const lines = String(textRenderer(reading, published))
      .split(/\n\n|\n|\t|(?<=。)/)
      .map(words)
      .filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(50);
    let at = 0;
    for (const line of lines) {
      // a title in the line of its text is a paragraph of its own, without its stop
      const bare = line.replace(/。$/, '');
      const found = said.indexOf(bare, at);
      expect(found, bare).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });

  it.each(['jiangmen-education/2018.report.yaml', 'riverside-transport/2017.report.yaml'])(
    'reads as the extract of %s has it, with what is internal',
    async (name) => {
      const words = wordsOf(await bytesOf(example(name), { draft: true, internal: true }));
      const file = `./render-docx/${name.replace('/', '-').replace(/\.yaml$/, '.txt')}`;
      await expect(`${words}\n`).toMatchFileSnapshot(file);
    },
  );

  it('is the same bytes each time, with no day in it', async () => {
    const reading = example('riverside-transport/2017.report.yaml');
    const [one, two] = [await bytesOf(reading), await bytesOf(reading)];
    expect(two).toEqual(one);
    const core = parts(one)['docProps/core.xml'] ?? '';
    expect(core).not.toMatch(/\d{4}-\d{2}-\d{2}T|created|modified|lastModifiedBy/);
    expect(core).toContain('<dc:creator>Riverside Transport Agency</dc:creator>');
  });

  it('has the paper of GB/T 9704-2012: 156 × 225 mm, 22 lines', async () => {
    const xml = await document(withAll);
    const [, width = 0, height = 0] = (/<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml) ?? []).map(Number);
    const side = (name: string): number =>
      Number(new RegExp(`<w:pgMar[^>]* w:${name}="(\\d+)"`).exec(xml)?.[1]);
    const mm = (twips: number): number => Math.round((twips * 25.4) / 1440);
    expect([mm(width), mm(height)]).toEqual([210, 297]);
    expect([mm(side('top')), mm(side('left'))]).toEqual([37, 28]);
    expect(mm(width - side('left') - side('right'))).toBe(156);
    const room = height - side('top') - side('bottom');
    expect(mm(room)).toBe(225);
    const pitch = Number(/w:linePitch="(\d+)"/.exec(xml)?.[1]);
    expect(Math.floor(room / pitch)).toBe(22);
    // 28 characters of 16 pt, set closer
    const styles = parts(await bytesOf(withAll))['word/styles.xml'] ?? '';
    const normal = /w:styleId="Normal"[^]*?<\/w:style>/.exec(styles)?.[0] ?? '';
    expect(normal).toContain('<w:sz w:val="32"/>');
    const closer = Number(/<w:spacing w:val="(-?\d+)"/.exec(normal)?.[1]);
    const line = width - side('left') - side('right');
    expect(Math.floor(line / (16 * 20 + closer))).toBe(28);
  });

  it('sets the faces on every run, hints at marks that Latin has too, and names no theme', async () => {
    const all = parts(await bytesOf(withAll));
    const xml = all['word/document.xml'] ?? '';
    const runs = [...xml.matchAll(/<w:r>[^]*?<\/w:r>/g)]
      .map(([run]) => run)
      .filter((run) => run.includes('<w:t'));
    expect(runs.length).toBeGreaterThan(15);
    for (const run of runs)
      expect(run).toMatch(/<w:rFonts [^>]*w:eastAsia="(?:仿宋|黑体|楷体|方正小标宋简体)"/);
    const marked = runs.filter((run) => /<w:t[^>]*>[“”‘’…—]/.test(run));
    expect(marked.length).toBeGreaterThanOrEqual(2);
    for (const run of marked) expect(run).toContain('w:hint="eastAsia"');
    for (const run of runs) expect(run).not.toMatch(/<w:t[^>]*>[^<]*[^“”‘’…—<>][“”‘’…—]/);
    for (const [name, part] of Object.entries(all))
      if (!name.includes('theme/')) expect(part).not.toMatch(/asciiTheme|eastAsiaTheme/);
  });

  it('numbers titles as a list that is bound to their styles', async () => {
    const all = parts(await bytesOf(example('jiangmen-education/2018.report.yaml')));
    const numbering = all['word/numbering.xml'] ?? '';
    expect(numbering).toMatch(
      /<w:numFmt w:val="chineseCounting"\/><w:pStyle w:val="Heading2"\/>[^]*?<w:lvlText w:val="%1、"\/>/,
    );
    expect(numbering).toMatch(/<w:lvlText w:val="（%2）"\/>/);
    // the plan numbers on below the next title above
    expect(numbering).toMatch(/<w:numFmt w:val="chineseCounting"\/><w:lvlRestart w:val="0"\/>/);
    expect(all['word/styles.xml']).toMatch(
      /w:styleId="Heading2"[^]*?<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="\d+"\/><\/w:numPr>/,
    );
    expect(all['word/document.xml']).not.toMatch(/<w:t[^>]*>（[一二三四五六七八九十]+）/);
  });

  it('keeps a title in the line of its text a title, and every section and metric has a bookmark', async () => {
    const xml = await document(
      zh(
        `总结:\n  章节:\n    - 标题: 建设\n      章节:\n        - { 标题: 学校, 指标: { 学校数: 12所 }, 正文: "共{{学校数}}，仍是{{学校数}}。" }\n`,
      ),
    );
    expect(xml).toMatch(
      /<w:pStyle w:val="Heading3"\/>[^]*?<w:rPr><w:vanish\/><w:specVanish\/><\/w:rPr><\/w:pPr>[^]*?学校[^]*?<\/w:p><w:p>/,
    );
    expect([...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'summary',
      'summary_1',
      'summary_1_1',
      'metric_学校数',
    ]);
  });

  it('repeats heads of tables, breaks no row, and puts notes at the foot of the page once', async () => {
    const all = parts(await bytesOf(withAll));
    const xml = all['word/document.xml'] ?? '';
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(5);
    expect(xml.match(/<w:footnoteReference /g)).toHaveLength(1);
    expect(xml).toMatch(/<w:vertAlign w:val="superscript"\/><\/w:rPr><w:t[^>]*>1</);
    expect(all['word/footnotes.xml']).toContain('注的文字。');
    const { notes } = readDocx(await bytesOf(withAll));
    expect([...(notes ?? [])].map(([, { text }]) => text)).toEqual(['注的文字。']);
  });

  it('turns the page for a table whose cells would be columns of letters, and for no other', async () => {
    const long = '两个镇的中心小学综合楼遇软土地基，重做基础，年内无法迎检，已经调整工期，明年一季度补评。';
    const table = (cells: readonly string[]): string =>
      `总结:
  章节:
    - 标题: 情况
      正文: 平稳。
      表格: { 明细: { 列: [${cells.map((_, index) => `第${index}列`).join(', ')}], 行: { 甲: [${cells.join(', ')}], 乙: [${cells.join(', ')}] } } }
    - 标题: 之后
      正文: 平稳。
`;
    const sections = async (cells: readonly string[], options?: RenderOptions): Promise<string[]> =>
      (await document(zh(table(cells)), options)).match(/<w:sectPr\b[^]*?<\/w:sectPr>/g) ?? [];
    expect(await sections(['1件', '2件', '3件'])).toHaveLength(1);
    expect(await sections(Array<string>(8).fill('12件'))).toHaveLength(1);
    const three = await sections([...Array<string>(7).fill('十二个月'), long, long]);
    expect(three.map((each) => /w:orient="(\w+)"/.exec(each)?.[1])).toEqual([
      'portrait',
      'landscape',
      'portrait',
    ]);
    // bound at its head, with the lines of the standard, and heads and feet of the pages before
    expect(three[1]).toMatch(
      /<w:pgSz w:w="16838" w:h="11906".*w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"/,
    );
    expect(three.map((each) => each.includes('footerReference'))).toEqual([true, false, false]);
    // on an office’s own paper pages that are not turned lie on it
    const reference = await bytesOf(zh('总结: { 导语: 平稳。 }\n'), {
      ...published,
      paper: { margins: [11, 40, 13, 30] },
    });
    const own = await sections([...Array<string>(7).fill('十二个月'), long, long], {
      ...published,
      paper: { reference },
    });
    expect(own.map((each) => /w:top="(\d+)"/.exec(each)?.[1])).toEqual(['624', '1701', '624']);
    // what is said of a scorecard stands on its page
    const scorecard = await document(example('riverside-transport/2017.report.yaml'), {
      ...published,
      ledger: 'public',
    });
    expect(scorecard).toMatch(/w:orient="landscape"(?:(?!<w:p>)[^])*3 targets: 2 met, 1 missed\./);
  });

  it('takes what looks like a field, a formula, markup or a placeholder for text', async () => {
    const hostile =
      'CURRENT 与 {titles1-0} 与 {PAGE} 与 { =1+1 } 与 { EQ \\\\f(1,2) } 与 HYPERLINK "http://a.cn" 与 =SUM(A1) 与 <w:p/> & &amp; ]]>';
    const reading = zh(
      `总结: { 导语: '\`${hostile}\`', 章节: [{ 标题: CURRENT, 正文: "NUMPAGES\\tCURRENT" }] }\n`,
    );
    const xml = await document(reading);
    expect(xml).not.toMatch(/fldChar|fldSimple|instrText/);
    expect(wordsOf(await bytesOf(reading))).toContain(hostile);
  });

  it('drops characters that no XML can hold', async () => {
    const xml = await document(zh('总结: { 导语: "甲\\u0007乙\\uFFFE丙\\uFFFF丁" }\n'));
    expect(xml).toContain('>甲乙丙丁<');
  });

  it('is stamped a draft on every page, and what has no value is marked', async () => {
    const all = parts(await bytesOf(zh('总结: { 导语: "共{{没有}}。" }\n'), { ...published, draft: true }));
    expect(all['word/document.xml']).toMatch(/<w:pStyle w:val="Stamp"\/>[^]*?草稿/);
    expect(all['word/document.xml']).toMatch(/<w:highlight w:val="yellow"\/>[^]{0,80}\{\{没有\}\}/);
    expect(all['word/header1.xml']).toContain('草稿');
    expect(await document(zh('总结: { 导语: "共{{没有}}。" }\n'))).not.toContain('highlight');
  });

  it('says what could not be read', async () => {
    const xml = await document(withAll, { ...published, draft: true, unread: ['a.yaml:3：缺字'] });
    expect(xml.indexOf('有内容没能读出')).toBeLessThan(xml.indexOf('基本情况'));
    expect(xml).toContain('a.yaml:3：缺字');
  });

  it('has other margins and page numbers where they are asked for', async () => {
    const paper = { margins: [28, 27, 27, 28], pageNumbers: 'center' } as const;
    const all = parts(await bytesOf(withAll, { ...published, paper }));
    expect(all['word/document.xml']).toMatch(
      /<w:pgMar w:top="1587" w:right="1531" w:bottom="1531" w:left="1587"/,
    );
    expect(all['word/footer1.xml']).toContain('<w:jc w:val="center"/>');
    expect(all['word/settings.xml']).not.toContain('<w:evenAndOddHeaders/>');
    const none = parts(await bytesOf(withAll, { ...published, paper: { pageNumbers: 'none' } }));
    expect(Object.keys(none).filter((name) => name.includes('footer'))).toEqual([]);
  });
});

describe('a Word file', () => {
  const files = async (): Promise<ReadonlyMap<string, Uint8Array>> =>
    new Map([
      ['zh', await bytesOf(example('jiangmen-education/2018.report.yaml'))],
      [
        'internal',
        await bytesOf(example('jiangmen-education/2018.report.yaml'), { draft: true, internal: true }),
      ],
      ['en', await bytesOf(example('riverside-transport/2017.report.yaml'))],
      ['all', await bytesOf(withAll)],
    ]);
  const inFolder = async (work: (path: string) => void): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'report-docx-'));
    try {
      for (const [name, bytes] of await files()) {
        const path = join(folder, `${name}.docx`);
        writeFileSync(path, bytes);
        work(path);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  const validator = process.env['REPORT_OOXML_VALIDATOR'] ?? '';
  if (validator === '')
    console.warn('REPORT_OOXML_VALIDATOR is not set: no Word file is held against the Open XML SDK');
  it.skipIf(validator === '')('is valid by the validator of the Open XML SDK', async () => {
    await inFolder((path) => {
      const said = spawnSync(validator, [path], { encoding: 'utf8', shell: process.platform === 'win32' });
      expect(JSON.parse(said.stdout)).toMatchObject({ ok: true, errors: [] });
    });
  });

  const office = spawnSync('soffice', ['--version']).status === 0;
  if (!office) console.warn('soffice is not installed: no Word file is converted by LibreOffice');
  it.skipIf(!office)('is read by LibreOffice, with its numbers', async () => {
    await inFolder((path) => {
      const folder = join(path, '..');
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'txt:Text (encoded):UTF8',
          '--outdir',
          folder,
          path,
        ],
        { stdio: 'ignore' },
      );
      const text = readFileSync(path.replace(/docx$/, 'txt'), 'utf8');
      if (path.endsWith('zh.docx')) expect(text).toMatch(/（十四） ?推进从严治党和依法治校/);
      if (path.endsWith('en.docx')) expect(text).toMatch(/1\.2\s+Bus service/);
      if (path.endsWith('all.docx')) expect(text).toContain('4. 四条');
    });
  });
});
