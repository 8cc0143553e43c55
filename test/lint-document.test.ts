import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { isDocumentName } from '../src/importer/head/document-name.ts';
import { reporters } from '../src/reporters/index.ts';
import { rules } from '../src/rules/index.ts';
import { sample, seed } from './depth.ts';
import { folder, report } from './cli.ts';
import { docxOf, docxOfXml, paragraph, run } from './docx-file.ts';
import { runsOf } from './docx-runs.ts';

const root = resolve(import.meta.dirname, '..');

/** A report whose sum is wrong in the second paragraph of its second chapter, the figure split over runs. */
const body = (total: string): string =>
  [
    paragraph(run('某市图书馆2017年工作总结'), '<w:pStyle w:val="Title"/>'),
    paragraph(run('一、服务情况'), '<w:pStyle w:val="Heading1"/>'),
    paragraph(run('2017年全年接待读者12万人次。')),
    paragraph(run('二、资源建设'), '<w:pStyle w:val="Heading1"/>'),
    paragraph(run('馆藏结构进一步优化。')),
    paragraph(
      run('各分馆运行平稳。全年新增图书') +
        run(total.slice(0, 1)) +
        run(total.slice(1)) +
        run('册，其中中文图书300册，外文图书200册。'),
    ),
  ].join('');
const wrong = docxOfXml(body('400'));
const right = docxOfXml(body('500'));

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
  readonly fix: unknown;
  readonly related: readonly { readonly file: string; readonly spot?: Spot }[];
  readonly spot: Spot;
}
interface Spot {
  readonly where: { readonly zh: string };
  readonly paragraph: number | null;
  readonly cell: { readonly row: number; readonly column: number } | null;
  readonly runs: readonly { part: string; run: number; start: number; end: number }[];
}

async function json(cwd: string, argv: readonly string[]): Promise<{ code: number; findings: Finding[] }> {
  const { code, stdout } = await report(cwd, ['lint', ...argv, '--format', 'json']);
  const { findings } = JSON.parse(stdout) as { findings: Finding[] };
  return { code, findings };
}

describe('a Word file is checked as it is', () => {
  it('with the chapter, the paragraph and the sentence, and nothing written', async () => {
    const cwd = folder({ '总结.docx': wrong });
    const { code, stdout, stderr } = await report(cwd, ['lint', '总结.docx', '--lang', 'zh']);
    expect(code).toBe(1);
    expect(stdout).toContain('╭─ 总结.docx：总结二“资源建设”第2段\n');
    expect(stdout).toContain(' │ 全年新增图书400册，其中中文图书300册，外文图书200册。\n');
    expect(stdout).not.toContain('各分馆运行平稳');
    expect(stdout).toMatch(/\d+个数字：\d+个有核对/);
    expect(stderr).not.toContain('编制单位');
    expect(readdirSync(cwd)).toEqual(['总结.docx']);
    expect(readFileSync(join(cwd, '总结.docx'))).toEqual(Buffer.from(wrong));
  });

  it('and one that is sound has no error', async () => {
    const { code, findings } = await json(folder({ 'a.docx': right }), ['a.docx']);
    expect({ code, findings }).toEqual({ code: 0, findings: [] });
  });

  it('with the runs that hold it, though it is split over several', async () => {
    const { findings } = await json(folder({ 'a.docx': wrong }), ['a.docx']);
    const [found] = findings.filter(({ rule }) => rule === 'parts-add-up');
    const runs = runsOf(wrong);
    const said = found?.spot.runs.map((each) => runs.get(each.part)?.[each.run]?.slice(each.start, each.end));
    expect(said?.join('')).toMatch(/^400/);
    expect(said?.length).toBeGreaterThan(1);
    expect(found?.range.start).toEqual({ line: 6, column: 15 });
    expect(found?.fix).toBeNull();
  });

  it('with last year’s Word file, to whose paragraph it leads', async () => {
    const same =
      '各分馆延长开放时间，周末办讲座、故事会和展览；流动书车进乡村、进学校、进工地，残疾读者可预约送书上门，馆际互借全面铺开。';
    const year = (at: number): Uint8Array =>
      docxOf([
        { text: `某市图书馆${at}年工作总结`, style: 'Title' },
        { text: '一、服务情况', style: 'Heading1' },
        { text: `${same}全年接待读者${at - 2000}万人次。` },
      ]);
    const cwd = folder({ '2017.docx': year(2017), '2016.docx': year(2016), '2014.docx': year(2014) });
    const alone = await json(cwd, ['2017.docx']);
    const { findings } = await json(cwd, ['2017.docx', '--previous', '2016.docx']);
    expect(findings.length).toBeGreaterThan(alone.findings.length);
    const [copied] = findings.filter(({ related }) => related.some(({ file }) => file === '2016.docx'));
    expect(copied?.spot.where.zh).toBe('总结一“服务情况”第1段');
    expect(copied?.related[0]?.spot?.where.zh).toBe('总结一“服务情况”第1段');
    const other = await report(cwd, ['lint', '2017.docx', '--previous', '2014.docx', '--lang', 'zh']);
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('总结的是2014年，不是上一年');
    const none = await report(cwd, ['lint', '2017.docx', '--previous', 'none.docx', '--lang', 'zh']);
    expect(none.code).toBe(2);
  });

  it('in every format, JSON as its schema has it', async () => {
    const cwd = folder({ 'a.docx': wrong });
    for (const format of Object.keys(reporters)) {
      const { code, stdout } = await report(cwd, ['lint', 'a.docx', '--lang', 'zh', '--format', format]);
      expect(code, format).toBe(1);
      expect(stdout, format).toContain('总结二“资源建设”第2段');
    }
    const schema = JSON.parse(readFileSync(join(root, 'schemas/lint-output.schema.json'), 'utf8')) as object;
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const { stdout } = await report(cwd, ['lint', 'a.docx', '--format', 'json']);
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('pages and texts are checked as they are', () => {
  const text = '2017年工作总结\n\n一、资源建设\n\n全年新增图书400册，其中中文图书300册，外文图书200册。\n';
  for (const [name, content, line] of [
    ['a.txt', text, 5],
    ['a.md', text.replace('2017', '# 2017').replace('一、', '## 一、'), 5],
    [
      'a.html',
      '<h1>2017年工作总结</h1><h2>一、资源建设</h2><p>全年新增图书400册，其中中文图书300册，外文图书200册。</p>',
      3,
    ],
  ] as const)
    it(name, async () => {
      const { code, findings } = await json(folder({ [name]: content }), [name]);
      expect(code).toBe(1);
      expect(findings[0]?.spot.where.zh).toBe('总结一“资源建设”第1段');
      expect(findings[0]?.range.start).toEqual({ line, column: 7 });
    });

  it('as they are sent', async () => {
    const bytes = new TextEncoder().encode(text);
    const world = { stdin: () => Promise.resolve(bytes) };
    const argv = ['lint', '-', '--stdin-filename', 'a.txt', '--lang', 'zh'];
    const { code, stdout } = await report(folder({}), argv, {}, undefined, world);
    expect(code).toBe(1);
    expect(stdout).toContain('a.txt：总结一“资源建设”第1段');
  });
});

describe('what cannot be checked is never green', () => {
  const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3, 4]);
  const files = {
    'empty.docx': '',
    'cut.docx': wrong.slice(0, 900),
    'blank.docx': docxOf([{ text: '' }]),
    'locked.docx': ole,
    'old.doc': ole,
    'old.wps': ole,
    'blank.txt': ' \n\n',
    'page.pdf': '%PDF-1.4\n',
  };
  for (const name of [...Object.keys(files), 'none.docx'])
    it(name, async () => {
      for (const format of Object.keys(reporters)) {
        const { code } = await report(folder(files), ['lint', name, '--format', format]);
        expect(code, format).toBe(2);
      }
    });

  it('a pattern stands for drafts and says what it leaves out', async () => {
    const { code, stderr } = await report(folder({ 'a.docx': right }), ['lint', '*.docx', '--lang', 'zh']);
    expect(code).toBe(2);
    expect(stderr).toContain('“a.docx”不是稿子');
  });

  it('what only drafts can be asked is refused', async () => {
    const cwd = folder({ 'a.docx': right, 'a.report.yaml': '格式: 1\n标题: 甲\n编制单位: 乙\n年度: 2017\n' });
    for (const more of [
      ['--fix'],
      ['--fix-unsafe'],
      ['--dry-run'],
      ['--keys', 'zh'],
      ['--watch'],
      ['--changed-since', 'HEAD'],
      ['--baseline', 'x.json'],
      ['--update-baseline'],
    ]) {
      const { code, stderr } = await report(cwd, ['lint', 'a.docx', ...more, '--lang', 'zh']);
      expect(code, more[0]).toBe(2);
      expect(stderr).toContain(`${more[0]} 只用于稿子`);
    }
    const draft = await report(cwd, ['lint', 'a.report.yaml', '--previous', 'a.docx', '--lang', 'zh']);
    expect(draft.code).toBe(2);
    expect(existsSync(join(cwd, 'report.baseline.json'))).toBe(false);
  });
});

it('names of drafts are no names of documents', () => {
  for (const name of ['a.report.yaml', '2017', 'a.section.yml', 'docx', 'a.json', 'a.csv'])
    expect(isDocumentName(name), name).toBe(false);
  for (const name of ['a.docx', 'A.DOCX', 'b/a.dotm', 'a.odt', 'a.htm', 'a.markdown'])
    expect(isDocumentName(name), name).toBe(true);
});

it('rules that only a draft can break name messages that they have', () => {
  for (const { id, draftOnly, messages } of rules)
    if (Array.isArray(draftOnly))
      for (const each of draftOnly) expect(Object.keys(messages), id).toContain(each);
});

describe('each fault is led to its own characters', () => {
  const sentences = [
    '各分馆运行平稳',
    '讲座和展览如期举办',
    '流动书车走进乡村',
    '读者意见逐条答复',
    '新馆土建基本完工',
  ];
  /** A sentence with a doubled word at a place, cut into runs. */
  const faulty = fc.record({
    sentence: fc.constantFrom(...sentences),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }),
    inCell: fc.boolean(),
    isWrong: fc.boolean(),
  });
  const pieces = (text: string, cuts: readonly number[]): string => {
    const at = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
    return at
      .slice(1)
      .map((end, index) => run(text.slice(at[index], end)))
      .join('');
  };
  const cell = (content: string): string => `<w:tc>${paragraph(content)}</w:tc>`;

  it('whatever runs they are split over, in paragraphs and cells, among equal sentences', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(faulty, { minLength: 2, maxLength: 6 }), async (all) => {
        const docx = docxOfXml(
          [
            paragraph(run('某馆2017年工作总结'), '<w:pStyle w:val="Title"/>'),
            paragraph(run('一、工作情况'), '<w:pStyle w:val="Heading1"/>'),
            ...all.map(({ sentence, cuts, inCell, isWrong }) => {
              const content = pieces(`本馆${isWrong ? '的的' : '的'}${sentence}。`, cuts);
              return inCell
                ? `<w:tbl><w:tr>${cell(run('项目'))}${cell(run('情况'))}</w:tr><w:tr>${cell(run('甲'))}${cell(content)}</w:tr></w:tbl>`
                : paragraph(content);
            }),
          ].join(''),
        );
        const { findings } = await json(folder({ 'a.docx': docx }), ['a.docx', '--only', 'words-single']);
        const runs = runsOf(docx);
        const seen = new Set<string>();
        for (const { spot } of findings) {
          const said = spot.runs.map((each) => runs.get(each.part)?.[each.run]?.slice(each.start, each.end));
          expect(said.join('')).toMatch(/^的的?$/);
          seen.add(JSON.stringify(spot.runs));
        }
        expect(seen.size).toBe(all.filter(({ isWrong }) => isWrong).length);
        found += seen.size;
      }),
      { numRuns: sample(200), seed },
    );
    expect(found).toBeGreaterThan(20);
  });
});

it('a configuration that names a document checks it, and nothing is mended in silence', async () => {
  const cwd = folder({ 'a.docx': right, 'report.config.yaml': 'files: [a.docx]\n' });
  expect((await report(cwd, ['lint'])).code).toBe(0);
  expect((await report(cwd, ['lint', '--fix'])).code).toBe(2);
});

it('where drafts are read, a document is refused with the commands that take it', async () => {
  const cwd = folder({ 'a.docx': wrong, '2017.report.yaml': '' });
  for (const argv of [
    ['render', 'a.docx'],
    ['render', 'none.docx'],
    ['status', 'a.docx'],
    ['figures', 'a.docx'],
    ['diff', 'a.docx', '2017.report.yaml'],
    ['split', 'a.docx'],
    ['new', '2018', '--from', 'a.docx'],
  ]) {
    const { code, stderr } = await report(cwd, [...argv, '--lang', 'zh']);
    expect({ code, argv }).toEqual({ code: 2, argv });
    expect(stderr).toMatch(/是文档，不是稿子.*report lint (?:a|none)\.docx.*report import (?:a|none)\.docx/);
  }
  expect((await report(cwd, ['render', 'a.docx', '--lang', 'en'])).stderr).toContain('report import a.docx');
  expect(readdirSync(cwd).sort()).toEqual(['2017.report.yaml', 'a.docx']);
});

describe('last year’s plan is held against a text of this year', () => {
  const plan =
    '二、2018年工作计划\n（一）服务读者\n2018年接待读者15万人次，办证率达到60%以上。年底前完成流动书车更新。\n';
  const last = `某市图书馆2017年工作总结和2018年工作计划\n一、2017年工作总结\n（一）服务情况\n2017年接待读者12万人次。\n${plan}`;
  const found = async (text: string): Promise<readonly string[]> => {
    const cwd = folder({
      '2017.txt': last,
      '2018.txt': `某市图书馆2018年工作总结\n一、服务情况\n${text}\n二、资源建设\n馆藏结构进一步优化。\n`,
    });
    const argv = [
      'lint',
      '2018.txt',
      '--previous',
      '2017.txt',
      '--only',
      'targets-answered',
      '--format',
      'json',
    ];
    const { findings } = JSON.parse((await report(cwd, argv)).stdout) as {
      findings: {
        code: string;
        severity: string;
        message: { zh: string } | string;
        related: { file: string }[];
      }[];
    };
    for (const { severity, related } of findings) {
      expect(severity).not.toBe('error');
      expect(related.map(({ file }) => file)).toEqual(['2017.txt']);
    }
    return findings.map(({ message }) => (typeof message === 'string' ? message : message.zh));
  };
  const bus = '流动书车完成更新。';

  it.each([
    ['reached', `2018年接待读者15万人次，办证率为61%。${bus}`],
    ['more than reached', `全年接待读者15.2万人次，办证率为61.5%。${bus}`],
    ['in other words', `接待读者超过15万人次，办证率达到62%。新的流动书车已经更新上路。`],
    ['said to be missed', `全年接待读者14万人次，没有达到计划，原因是闭馆改造。办证率为61%。${bus}`],
    ['a part of the year', `上半年接待读者7万人次。办证率为61%。${bus}`],
    ['a part of the office', `其中分馆接待读者3万人次。办证率为61%。${bus}`],
    ['the year before beside it', `2017年接待读者12万人次，2018年接待读者15万人次。办证率为61%。${bus}`],
    ['a change', `接待读者比上年增加3万人次。办证率为61%。${bus}`],
    ['another unit', `接待读者的窗口14个。办证率为61%。${bus}`],
  ])('and says nothing: %s', async (_, text) => expect(await found(text)).toEqual([]));

  it('and says what is below its level, and what is not mentioned', async () => {
    expect(await found(`2018年接待读者14万人次，办证率为61%。${bus}`)).toEqual([
      expect.stringContaining('“接待读者”为15万人次，这里是14万人次，没有达到'),
    ]);
    expect(await found('2018年接待读者15万人次，办证率为61%。')).toEqual([
      expect.stringContaining('流动书车更新”，这里没有提到'),
    ]);
  });
});
