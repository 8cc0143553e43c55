import { describe, expect, it } from 'vitest';
import { importDocument } from '../src/importer/import.ts';
import { readDocument } from '../src/importer/read.ts';
import { lint } from '../src/lint/lint.ts';

interface Found {
  readonly name: string | undefined;
  readonly stub: string | undefined;
  readonly columns: readonly (string | null)[];
  readonly rows: readonly string[];
  readonly totals: string | undefined;
}

/** The tables of a text, a page or a Markdown file as its draft has them, and what lint says of them. */
async function imported(
  name: string,
  source: string,
): Promise<{ readonly tables: Found[]; readonly rules: string[]; readonly text: string }> {
  const { text } = importDocument(await readDocument(name, new TextEncoder().encode(source)), {
    from: name,
    today: '2026-06-30',
    schema: () => 'x',
    keepAll: false,
    figures: true,
  });
  const { report, diagnostics } = lint('a.report.yaml', text, () => undefined);
  const tables = (report?.tables ?? []).map(({ data, rows }) => ({
    name: data.name,
    stub: data.stub,
    columns: data.columns ?? [],
    rows: rows.map(([row, cells]) => `${row}: ${cells.join(', ')}`),
    totals: data.totals,
  }));
  const rules = diagnostics.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
  return { tables, rules: rules.filter((rule) => rule !== 'placeholders-filled'), text };
}

const tabbed = (rows: readonly string[]): string =>
  `云泽市2025年工作总结\n一、人员\n人数见下表。\n${rows.map((row) => row.replaceAll(' | ', '\t')).join('\n')}\n二、其他\n全年平稳。\n`;
const page = (table: string): string =>
  `<h1>云泽市2025年工作总结</h1><h2>一、人员</h2><p>人数见下表。</p>${table}<h2>二、其他</h2><p>全年平稳。</p>`;
const cells = (rows: readonly string[]): string =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .split(' | ')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;

const wrong = [
  '级别 | 名校长 | 名教师 | 合计',
  '省级 | 2 | 3 | 6',
  '市级 | 23 | 10 | 33',
  '合计 | 25 | 13 | 38',
];

describe('totals', () => {
  it.each([
    ['in a text', 'a.txt', tabbed(wrong)],
    ['on a page', 'a.html', page(cells(wrong))],
    [
      'in English',
      'a.html',
      `<h1>Annual Report 2025</h1><h2>1. Staff</h2><p>See below.</p>${cells(['Level | Heads | Teachers | Total', 'County | 2 | 3 | 6', 'City | 23 | 10 | 33', 'Total | 25 | 13 | 38'])}`,
    ],
  ])('that do not hold are found by lint: %s', async (_, name, source) => {
    const { tables, rules } = await imported(name, source);
    expect(tables).toMatchObject([{ totals: 'both' }]);
    expect(rules).toEqual(['tables-add-up']);
  });

  it.each([
    ['of the last row', ['科室 | 件数 | 办结', '甲 | 3 | 2', '乙 | 4 | 4', '合计 | 7 | 6'], 'columns'],
    ['of the last column', ['科室 | 一月 | 二月 | 共计', '甲 | 3 | 2 | 5', '乙 | 4 | 4 | 8'], 'rows'],
    [
      'beside rates, whose total is left empty',
      ['类型 | 件数 | 按期率', '甲 | 3 | 80%', '乙 | 4 | 90%', '总计 | 7 | '],
      'columns',
    ],
    [
      'of money with commas',
      ['项目 | 投资（万元）', '甲 | 1,200', '乙 | 850.5', '合计 | 2,050.5'],
      'columns',
    ],
  ])('hold: %s', async (_, rows, totals) => {
    const { tables, rules } = await imported('a.html', page(cells(rows)));
    expect(tables).toMatchObject([{ totals }]);
    expect(rules).toEqual([]);
  });

  it.each([
    ['a sum on the way', ['科室 | 件数', '甲 | 3', '乙 | 4', '小计 | 7', '丙 | 5', '合计 | 12']],
    ['a row that is part of another', ['来源 | 件数', '来信 | 3', '来电 | 4', '其中：热线 | 2', '合计 | 7']],
    [
      'growth, which has no sum',
      ['产品 | 产量 | 同比增长', '甲 | 3 | 2.1', '乙 | 4 | 3.4', '合计 | 7 | 2.8'],
    ],
    ['ranks', ['单位 | 得分 | 排名', '甲 | 90 | 2', '乙 | 95 | 1', '合计 | 185 | 4']],
    ['a name of another kind', ['科室 | 件数', '甲 | 3', '乙 | 4', '丙 | 5']],
  ])('are none: %s', async (_, rows) => {
    const { tables, rules } = await imported('a.html', page(cells(rows)));
    expect(tables).toMatchObject([{ totals: undefined }]);
    expect(rules).toEqual([]);
  });
});

describe('merged cells', () => {
  it('give columns of two rows of heads one name', async () => {
    const { tables } = await imported(
      'a.html',
      page(
        '<table><caption>表1　主要指标</caption><tr><td rowspan="2">业务</td><td colspan="2">业务量</td><td colspan="2">收入（亿元）</td></tr><tr><td>2024年</td><td>2025年</td><td>2024年</td><td>2025年</td></tr><tr><td>供水</td><td>412</td><td>428</td><td>8.1</td><td>8.5</td></tr><tr><td>排水</td><td>335</td><td>359</td><td>6.0</td><td>6.5</td></tr></table>',
      ),
    );
    expect(tables).toEqual([
      {
        name: undefined,
        stub: '业务',
        columns: ['业务量 2024年', '业务量 2025年', '收入（亿元） 2024年', '收入（亿元） 2025年'],
        rows: ['供水: 412, 428, 8.1, 8.5', '排水: 335, 359, 6.0, 6.5'],
        totals: undefined,
      },
    ]);
  });

  it('give rows the name of their group', async () => {
    const { tables, rules } = await imported(
      'a.html',
      page(
        '<table><tr><td rowspan="2" colspan="2">本列数据的勾稽关系</td><td colspan="3">申请人情况</td></tr><tr><td>自然人</td><td>法人</td><td>总计</td></tr><tr><td colspan="2">一、本年新收</td><td>8</td><td>3</td><td>11</td></tr><tr><td rowspan="2">三、办理结果</td><td>（一）予以公开</td><td>5</td><td>2</td><td>7</td></tr><tr><td>（二）部分公开</td><td>1</td><td>1</td><td>2</td></tr></table>',
      ),
    );
    expect(tables).toMatchObject([
      {
        columns: ['申请人情况 自然人', '申请人情况 法人', '申请人情况 总计'],
        rows: [
          '一、本年新收: 8, 3, 11',
          '三、办理结果 （一）予以公开: 5, 2, 7',
          '三、办理结果 （二）部分公开: 1, 1, 2',
        ],
        totals: 'rows',
      },
    ]);
    expect(rules).toEqual([]);
  });

  it('that only lay out a page leave no empty columns', async () => {
    const { tables } = await imported(
      'a.html',
      page(
        '<table><tr><td>指标</td><td colspan="2">产量</td><td colspan="2">增长</td></tr><tr><td>粮食</td><td>650.0</td><td></td><td>17.3</td><td></td></tr><tr><td>油料</td><td>3.7</td><td></td><td>2.9</td><td></td></tr></table>',
      ),
    );
    expect(tables).toMatchObject([
      { columns: ['产量', '增长'], rows: ['粮食: 650.0, 17.3', '油料: 3.7, 2.9'] },
    ]);
  });
});

describe('tables in the middle of a text', () => {
  it('stay where they are: what follows is a section without a title', async () => {
    const { tables, text } = await imported(
      'a.md',
      '# 云泽市2025年工作总结\n\n## 一、人员\n\n人数见下表。\n\n| 级别 | 人数 |\n| --- | ---: |\n| 省级 | 2 |\n| 市级 | 23 |\n\n全年培训88人次。\n',
    );
    expect(tables).toMatchObject([{ columns: ['人数'], rows: ['省级: 2', '市级: 23'] }]);
    expect(text.indexOf('市级')).toBeLessThan(text.indexOf('全年培训88人次'));
  });
});

describe('what is no table of a draft', () => {
  it.each([
    ['rows of one name', ['科室 | 件数', '甲 | 3', '甲 | 4']],
    ['words in columns', ['联系人 | 地址', '陈工 | 滨河路', '李工 | 湖滨路']],
    ['no head', ['甲 | 3', '乙 | 4']],
  ])('stays in the text: %s', async (_, rows) => {
    const { tables, text } = await imported('a.html', page(cells(rows)));
    expect(tables).toEqual([]);
    expect(text).toContain('|');
  });
});

describe('rows that head groups, and a first row that is a title', () => {
  const row = (words: string): string =>
    `<tr>${words
      .split(' | ')
      .map((cell) => `<td>${cell}</td>`)
      .join('')}</tr>`;
  const wide = (words: string): string => `<tr><td colspan="3">${words}</td></tr>`;
  const head = row('器材 | 计划 | 到位');

  it('give their name to the rows below; a total is one of the table where it holds', async () => {
    const rows = [row('帐篷 | 10 | 12'), row('水泵 | 30 | 31')].join('');
    const { tables, rules } = await imported(
      'a.html',
      page(`<table>${head}${wide('北库')}${rows}${wide('南库')}${rows}${row('合计 | 80 | 86')}</table>`),
    );
    expect(tables).toMatchObject([
      {
        rows: [
          '北库 帐篷: 10, 12',
          '北库 水泵: 30, 31',
          '南库 帐篷: 10, 12',
          '南库 水泵: 30, 31',
          '合计: 80, 86',
        ],
        totals: 'columns',
      },
    ]);
    expect(rules).toEqual([]);
    const last = await imported(
      'a.html',
      page(`<table>${head}${wide('北库')}${rows}${wide('南库')}${rows}${row('合计 | 40 | 43')}</table>`),
    );
    expect(last.tables[0]?.totals).toBe(undefined);
    expect(last.rules).toEqual([]);
  });

  it('are told by their number where nothing is merged, and else are rows without figures', async () => {
    const { tables } = await imported(
      'a.html',
      page(
        cells(['器材 | 计划 | 到位', '一、北库 |  | ', '帐篷 | 10 | 12', '二、南库 |  | ', '水泵 | 30 | 31']),
      ),
    );
    expect(tables[0]?.rows).toEqual(['一、北库 帐篷: 10, 12', '二、南库 水泵: 30, 31']);
  });

  it('name the table', async () => {
    const { tables } = await imported(
      'a.html',
      page(
        `<table>${wide('防汛器材到位情况')}${head}${row('帐篷 | 10 | 12')}${row('水泵 | 30 | 31')}</table>`,
      ),
    );
    expect(tables).toEqual([
      {
        name: undefined,
        stub: '器材',
        columns: ['计划', '到位'],
        rows: ['帐篷: 10, 12', '水泵: 30, 31'],
        totals: undefined,
      },
    ]);
  });

  it('say of what they are the sum only where they are', async () => {
    const of = (sum: string): string =>
      page(`<table>${head}${row('帐篷 | 10 | 12')}${row('水泵 | 30 | 31')}${row(sum)}</table>`);
    expect((await imported('a.html', of('器材合计 | 40 | 43'))).tables[0]?.totals).toBe('columns');
    expect((await imported('a.html', of('库容合计 | 900 | 900'))).tables[0]?.totals).toBe(undefined);
    expect((await imported('a.html', of('合计 | 40 | 44'))).tables[0]?.totals).toBe('columns');
  });
});
