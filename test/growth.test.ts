import { describe, expect, it } from 'vitest';
// before what it counts
import { growth } from './work.ts';

const { importDocument } = await import('../src/importer/import.ts');
const { readDocx } = await import('../src/importer/readers/docx/read-docx.ts');
const { readHtmlText } = await import('../src/importer/readers/html/read-html.ts');
const { readMarkdown } = await import('../src/importer/readers/markdown/read-markdown.ts');
const { readPlainText } = await import('../src/importer/readers/read-text.ts');
const { lint } = await import('../src/lint/lint.ts');
const { Reading } = await import('../src/reading/reading.ts');
const { splitReferences } = await import('../src/model/split-references.ts');
const { namesIn, parseFormula } = await import('../src/quantity/value/formula.ts');
const { findQuantities } = await import('../src/quantity/scan/scan.ts');
const { rules } = await import('../src/rules/index.ts');
const { readSource } = await import('../src/source/source.ts');
const { docxOf, docxOfXml, paragraph, run, zipOf } = await import('./docx-file.ts');
const { readOdt } = await import('../src/importer/readers/odt/read-odt.ts');

const FILE = '2017.report.yaml';
const count = (size: number, write: (index: number) => string, between = ''): string =>
  Array.from({ length: size }, (_, index) => write(index)).join(between);
const only = (...ids: readonly string[]): typeof rules => rules.filter(({ id }) => ids.includes(id));

/** Holds that twice as much is about twice the work; some hundred times what a stranger would write goes in. */
const grows = (run: (size: number) => unknown, size: number): void =>
  expect(growth(run, size)).toBeLessThan(2.5);

describe('work grows with the length of a text', () => {
  it.each(['发现隐患695处，整改率100%。', '1、', '(', '一', '1,', '12:', '“', '每', '{{', '1-', '平均'])(
    'in which figures are sought: %s',
    (piece) => grows((size) => [...findQuantities(piece.repeat(size / piece.length))], 4000),
  );

  it.each(['甲{{', '\\{{', '{{甲}}'])('in which references are sought: %s', (piece) => {
    grows((size) => splitReferences(piece.repeat(size)), 2000);
    grows((size) => splitReferences(`${piece.repeat(size)}}}`), 2000);
  });

  const told = only(
    'units-given',
    'as-of-given',
    'points-not-percent',
    'multiples-sensible',
    'digits-justified',
    'approximations-single',
  );
  it.each([
    '培训教师1200，',
    '由10个增加到30个，增加3倍，',
    '入园率85%，比上年提高2%，',
    '截至目前，整改5处，',
    'spent 1,200 on it, ',
    '占5.5%、8.25%、',
  ])('whose wording is checked: %s', (piece) =>
    grows((size) => {
      const draft = `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 正文: |\n        ${piece.repeat(size)}\n`;
      return lint(FILE, draft, () => undefined, { rules: told }).diagnostics.length;
    }, 200),
  );

  const chained = only('previous-agrees', 'definitions-stable', 'text-fresh', 'figures-fresh', 'years-fresh');
  it.each([
    '2017年5月8日办事3件 ',
    '全局上下齐心协力抓重点任务和难点工作',
    '今年（2018年）与去年（2017年）',
    '《“〔（',
  ])('that is held against last year’s: %s', (piece) =>
    grows((size) => {
      const draft = (year: number): string =>
        `格式: 1\n标题: 报告\n编制单位: 某局\n年度: ${year}\n${year === 2018 ? `上年: ${FILE}\n` : ''}总结:\n  章节:\n    - 标题: 甲\n      正文: 共${year}条${piece.repeat(size)}\n`;
      return lint('2018.report.yaml', draft(2018), () => draft(2017), { rules: chained });
    }, 200),
  );
});

describe('work grows with the rows of a table', () => {
  const tables = only('tables-add-up', 'tables-agree', 'rows-complete');
  it.each([
    '| 小学{} | 12 | 30 |',
    '| 小学{} | 12 |',
    '| 小计 | 12 | 30 |',
    '| 片区 小计 | 12 | 30 |',
    '| 小学 | 12 | 30 |',
    '| 合计 | 12 | 30 |',
    '| {} | 12 | 30 |\n        |---|---|---|',
    '|||||||',
  ])('%s', (row) =>
    grows((size) => {
      const rows = count(size, (index) => `        ${row.replace('{}', String(index))}\n`);
      const draft = `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 正文: |\n        全市有小学3所、小学5所。\n\n        | 学段 | 公办 | 民办 |\n        |---|---|---|\n${rows}        | 合计 | 12 | 30 |\n`;
      return lint(FILE, draft, () => undefined, { rules: tables }).diagnostics.length;
    }, 300),
  );

  it('and with their number', () =>
    grows((size) => {
      const body = count(
        size,
        (index) =>
          `        小学${index}所，初中${index}所。\n\n        | 学段 | 数量（所） |\n        |---|---|\n        | 小学 | ${index} |\n        | 初中 | 3 |\n\n`,
      );
      const draft = `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 正文: |\n${body}`;
      return lint(FILE, draft, () => undefined, { rules: tables }).diagnostics.length;
    }, 100));
});

describe('work grows with the number', () => {
  const formulaNames = {
    isSum: (word: string) => word === 'sum',
    isName: (word: string) => word.startsWith('项'),
  };

  it('of terms in a formula', () =>
    grows((size) => {
      const formula = parseFormula(
        count(size, (index) => `项${index}`, ' + '),
        formulaNames,
      );
      return 'expression' in formula && namesIn(formula.expression);
    }, 1000));

  it('of words without an operator', () =>
    grows((size) => parseFormula('甲 '.repeat(size), formulaNames), 500));

  it('of metrics, each reckoned from the one before', () => {
    const reportOf = (size: number): NonNullable<ReturnType<typeof lint>['report']> => {
      const metrics = count(
        size,
        (index) => `        m${index}: ${index === 0 ? '1项' : `{ 算式: m${index - 1} + 1项 }`}\n`,
      );
      const { report } = lint(
        FILE,
        `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 指标:\n${metrics}`,
        () => undefined,
        { rules: [] },
      );
      if (report === undefined) throw new Error('there is no report');
      return report;
    };
    const reports = new Map([500, 1000].map((size) => [size, reportOf(size)]));
    // only the figures are counted, and what comes first needs none of its own
    grows((size) => new Reading(reports.get(size) ?? reportOf(size)).figures, 500);
  });

  const head = '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 标题: 巡查\n';
  it.each<[string, (size: number) => string]>([
    ['anchors', (size) => `      配合: [${count(size, (index) => `&a${index} 甲科,`)}]\n`],
    [
      'anchors of mappings',
      (size) => `      指标: {${count(size, (index) => `m${index}: &a${index} { 数值: 1项 },`)}}\n`,
    ],
    ['aliases of one anchor', (size) => `      牵头: &a 甲科\n      配合: [${'*a,'.repeat(size)}]\n`],
    [
      'aliases, each of its own anchor',
      (size) => `      配合: [${count(size, (index) => `&a${index} 甲科,*a${index},`)}]\n`,
    ],
    [
      'aliases of anchors that are not there',
      (size) => `      配合: [${count(size, (index) => `*a${index},`)}]\n`,
    ],
    [
      'anchors that other text is taken for',
      (size) => `      配合: [${count(size, (index) => `&甲科 乙科${index},`)}]\n`,
    ],
  ])('of %s', (_, sections) =>
    grows((size) => readSource(FILE, head + sections(size), 'report').problems.length, 200),
  );

  it.each<[string, string, (size: number) => string]>([
    [
      'parts in one sentence',
      'parts-add-up',
      (size) => `      正文: 培训教师${size}人，其中${count(size, (index) => `第${index}所1人`, '、')}。\n`,
    ],
    [
      'parts in one sentence that do not add up',
      'parts-add-up',
      (size) =>
        `      正文: 培训教师${size * 7}人，其中${count(size, (index) => `第${index}所1人`, '、')}。\n`,
    ],
    [
      'parts in one English sentence',
      'parts-add-up',
      (size) =>
        `      正文: We trained ${size} teachers, including ${count(size, (index) => `1 at school ${index}`, ', ')}.\n`,
    ],
    [
      'references to one metric',
      'references-known',
      (size) => `      正文: 整改{{甲}}${'，查出{{甲}}'.repeat(size)}。\n      指标: { 甲: 5处 }\n`,
    ],
    [
      'references, each to its own metric',
      'references-known',
      (size) =>
        `      正文: |\n        整改${count(size, (index) => `{{m${index}}}`, '、')}。\n      指标: {${count(size, (index) => `m${index}: 5处,`)}}\n`,
    ],
    [
      'references in one line that is not quoted, each to its own metric',
      'references-known',
      (size) =>
        `      正文: 整改${count(size, (index) => `{{m${index}}}`, '、')}。\n      指标: {${count(size, (index) => `m${index}: 5处,`)}}\n`,
    ],
    [
      'references to what is not there',
      'references-known',
      (size) => `      正文: |\n        整改${count(size, (index) => `{{${index}z}}`, '、')}。\n`,
    ],
    [
      'sections, each with a reference to what is not there',
      'references-known',
      (size) => count(size, (index) => `    - { 标题: 巡查${index}, 正文: "整改{{${index}z}}。" }\n`),
    ],
  ])('of %s', (_, rule, section) =>
    grows(
      (size) => lint(FILE, head + section(size), () => undefined, { rules: only(rule) }).diagnostics.length,
      150,
    ),
  );

  it('of keys that no draft has', () =>
    grows(
      (size) =>
        readSource(
          FILE,
          count(size, (index) => `key${index}: 1\n`),
          'report',
        ),
      500,
    ));
});

describe('work grows with the length of a document', () => {
  it.each<[string, (size: number) => string]>([
    ['blocks', (size) => '<div>'.repeat(size)],
    ['paragraphs in blocks', (size) => '<div><p>'.repeat(size)],
    ['ends without a start', (size) => '<div>'.repeat(size) + '</span>'.repeat(size)],
    ['lists', (size) => '<ul><li>'.repeat(size)],
    ['tables', (size) => '<table><tr><td>甲'.repeat(size)],
    ['headers', (size) => '<header>'.repeat(size)],
    ['marks that are not closed', (size) => `<p>${'全年完成任务25项。<b>'.repeat(size)}`],
    ['paragraphs', (size) => '<p>全年完成</p>\n'.repeat(size)],
    ['blanks', (size) => `${' '.repeat(size * 5)}\n${'\n '.repeat(size * 2)}`],
    ['links that are not closed', (size) => `<p>${'&nbsp;<a href=x'.repeat(size)}>`],
  ])('in HTML, with %s', (_, page) => grows((size) => readHtmlText(`${page(size)}末`), 1000));

  it('in HTML with notes', () =>
    grows((size) => {
      const marks = count(
        size,
        (index) => `<p>检测水样${index + 9}份<a href="#fn${index}">[${index}]</a>。</p>`,
      );
      const notes = count(size, (index) => `<p id="fn${index}">[${index}] 甲<a href="#r${index}">↩</a></p>`);
      expect(readHtmlText(marks + notes).notes?.size).toBe(size);
    }, 300));

  it.each([
    [
      'of tables with units and merged cells',
      (index: number) =>
        `<h2>一、收支${index}</h2><p>单位：万元</p><table><tr><td>项目</td><td>收入</td><td>科室</td></tr><tr><td>甲</td><td>${index}</td><td rowspan=2>财务科</td></tr><tr><td>乙</td><td>2</td></tr></table>`,
    ],
    [
      'of chapters and items by letters',
      (index: number) =>
        `<h2>${String.fromCharCode(65 + (index % 26))}. Work</h2><p>I. Bridges</p><p>All stand.</p><p>II. Roads</p><p>All lead on.</p>`,
    ],
    [
      'of annexes with lists',
      (index: number) =>
        `<p>附件${(index % 90) + 1}</p><p>名词解释</p><p>1．名词${index}：指巡查${index}次。</p>`,
    ],
  ])('of a draft made of a page %s', (_, piece) =>
    grows(
      (size) =>
        importDocument(readHtmlText(`<h1>某局2025年工作总结</h1>${count(size, piece)}`), {
          from: 'a',
          today: '2026-01-30',
          schema: () => 'x',
          keepAll: false,
          figures: true,
        }),
      60,
    ),
  );

  it.each(['- ', '> ', '1. ', '[a', '**a ', '全年完成任务25项。\n', '全年完成任务25项。\n\n'])(
    'in Markdown: %j',
    (piece) => grows((size) => readMarkdown(`${piece.repeat(size)}末`), 1000),
  );

  it.each([
    ['that 分别 gives out', (index: number) => `${index + 100}个`, '公益岗位、企业岗位分别为'],
    ['each part of the one before', (index: number) => `其中男${index + 100}人`, '教师'],
    ['of a list with one verb', (index: number) => `岗位${index + 100}个`, '新建'],
  ])('with figures of one sentence %s', (_, figure, lead) =>
    grows((size) => {
      const { report } = importDocument(
        readPlainText(`某局2018年工作总结\n一、就业\n${lead}${count(size, figure, '、')}。\n`),
        { from: 'a', today: '2018-01-30', schema: () => 'x', keepAll: false, figures: true },
      );
      expect(report.sections.length).toBeGreaterThan(0);
    }, 500),
  );

  it('with levels in one sentence of a plan', () =>
    grows((size) => {
      const levels = count(size, (index) => `确保新增岗位${index + 100}个`, '，');
      const { text } = importDocument(
        readPlainText(`某局2018年工作计划\n一、稳定就业\n抓好就业。${levels}。\n`),
        {
          from: 'a',
          today: '2018-01-30',
          schema: () => 'x',
          keepAll: false,
          figures: true,
        },
      );
      expect(text).toContain(`${size + 99}个`);
    }, 150));

  it('in Word', () =>
    grows(
      (size) =>
        readDocx(
          docxOf(
            Array.from({ length: size }, (_, index) => ({
              text: `完成任务${index}项。`,
              numbering: { list: 1 },
            })),
          ),
        ),
      400,
    ));

  it('in Markdown with notes, links and containers, as far as the draft', () =>
    grows((size) => {
      const notes = count(
        size,
        (index) =>
          `检测水样${index + 9}份[^${index}]，见[表](b.html)。\n\n:::note\n\n[^${index}]: 甲[乙](c.html)\n\n`,
      );
      const { text } = importDocument(readMarkdown(`# 某局2017年工作总结\n\n## 供水\n\n${notes}`), {
        from: 'a',
        today: '2017-06-30',
        schema: () => 'x',
        keepAll: false,
        figures: true,
      });
      expect(text).toContain(`[^${size}]: 甲乙`);
    }, 120));

  it('in Word with notes, fields, formulas, pictures and hidden text', () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const piece = (index: number): string =>
      paragraph(
        `${run('检测')}<w:r><w:footnoteReference w:id="${index}"/></w:r>${field('begin')}<w:r><w:instrText>EQ \\o\\ac(○,${index})</w:instrText></w:r>${field('end')}` +
          `<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>${index}</m:t></m:r></m:den></m:f></m:oMath>${run('暗', '<w:vanish/>')}<w:r><w:drawing><blip/></w:drawing></w:r>`,
      );
    const note = (index: number): string =>
      `<w:footnote w:id="${index}">${paragraph(run('含支管。'))}</w:footnote>`;
    grows((size) => readDocx(docxOfXml(count(size, piece), { footnotes: count(size, note) })), 200);
  });

  it('in an OpenDocument text', () => {
    const item = (index: number): string =>
      `<t:list t:style-name="L"><t:list-item><t:p>甲<t:span t:style-name="a">${index}</t:span></t:p></t:list-item></t:list>`;
    grows(
      (size) =>
        readOdt(
          zipOf({
            'content.xml': `<o:document-content xmlns:o="urn:o" xmlns:t="urn:t"><o:body><o:text>${count(size, item)}</o:text></o:body></o:document-content>`,
          }),
        ),
      300,
    );
  });

  it('that is imported', () => {
    const line = (index: number): string =>
      `（${index}）开展巡查。全年巡查${index}次，查出隐患${index + 3}处，比2016年增加2处。`;
    const chapter = (index: number): string =>
      index % 20 === 0 ? `${'一二三四五六七八九'[Math.floor(index / 20) % 9]}、抓好巡查\n` : '';
    grows((size) => {
      const text = `某局2017年工作总结\n${count(size, (index) => chapter(index) + line((index % 20) + 1), '\n')}`;
      return importDocument(readPlainText(text), {
        from: 'a',
        today: '2017-06-30',
        schema: () => 'x',
        keepAll: false,
        figures: true,
      });
    }, 200);
  });
});
