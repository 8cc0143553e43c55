import { HtmlValidate } from 'html-validate';
import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { readTemplate } from '../src/lint/settings/template.ts';
import { formats } from '../src/render/index.ts';
import type { RenderOptions } from '../src/render/renderer.ts';
import { folder, report as run } from './cli.ts';
import { wordsOf } from './docx-words.ts';

const head = {
  zh: '格式: 1\n标题: 报告\n编制单位: 某局\n',
  en: 'schema: 1\ntitle: Report\norganization: Agency\n',
};

const lastChinese = `${head.zh}年度: 2017
总结: { 导语: 一年平稳。 }
计划:
  章节:
    - 标题: 建设
      牵头: 基建科
      正文: 抓紧建设。
      目标:
        主体封顶: { 内容: 主楼结构封顶, 完成时限: 2018-07 }
        年度投资: { 目标值: 2亿元, 牵头: 财务科 }
        新校区: { 目标值: 1所, 完成时限: 2020 }
        安置房: { 目标值: 30套 }
`;
const nowChinese = (template: string): string => `${head.zh}年度: 2018
模板: ${template}
上年: 2017.report.yaml
总结:
  章节:
    - 标题: 建设
      牵头: 基建科
      正文: 抓紧建设，车棚增加。
      指标: { 车棚: { 数值: "4", 计量单位: 个 } }
      目标: { 车棚: { 目标值: 4个 } }
      完成情况:
        主体封顶: { 结果: 完成, 日期: 2018-06-28, 进展: [{ 日期: 2018-03-31, 说明: 桩基做完 }] }
        年度投资:
          结果: 未完成
          目标值: 2亿元
          完成值: 1.8亿元
          原因: 征地延后|拆迁*迟缓*
          措施: 上半年补足
          调整: [{ 目标值: 1.9亿元, 批准: 林市长 }]
          进展: [{ 日期: 2018-05-31, 数值: 0.7亿元, 说明: 管线迁改 }]
        新校区: { 结果: 进行中, 目标值: 1所, 完成时限: 2020 }
        车棚: 完成
计划:
  章节:
    - 标题: 明年
      正文: 接着建。
      目标: { 校车: { 目标值: 20辆 } }
`;

/** Words that only the ledger of the Chinese draft holds, and of these the ones that are never public. */
const ledger = [
  '基建科',
  '财务科',
  '林市长',
  '桩基做完',
  '管线迁改',
  '0.7亿元',
  '2亿元',
  '1.8亿元',
  '征地延后',
  '上半年补足',
  '主体封顶',
  '主楼结构',
  '2020',
  '未完成',
  '进行中',
];
const never = ['基建科', '财务科', '林市长', '桩基做完', '管线迁改', '0.7亿元', '20辆'];
const titles = ['目标完成情况表', '完成情况', 'Performance scorecard'];

type Options = Partial<RenderOptions>;

/** A draft of 2018 in every format, as the command renders it. */
async function rendered(now: string, last: string, options: Options = {}): Promise<Record<string, string>> {
  const { reading, template } = lint('2018.report.yaml', now, (file) =>
    file === '2017.report.yaml' ? last : undefined,
  );
  if (reading === undefined) throw new Error('the draft cannot be read');
  const of = async (name: string): Promise<[string, string]> => {
    const render = await (formats[name] as (typeof formats)[string]).load();
    return [
      name,
      wordsOf(await render(reading, { draft: false, internal: false, ledger: template?.ledger, ...options })),
    ];
  };
  return Object.fromEntries(await Promise.all(Object.keys(formats).map(of)));
}

/** The cells of the scorecard in Markdown, line by line. */
const table = (text: string | undefined): string[][] =>
  [...(text ?? '').matchAll(/^(?:> )?\| (.*) \|$/gm)]
    .map(([, line = '']) => line.split(' | ').map((cell) => cell.trim()))
    .filter(([first]) => first !== '---');

describe('the scorecard', () => {
  it('is in no format of a report whose kind keeps it internal, nor is any other word of the ledger', async () => {
    for (const kind of ['bureau', 'school', 'unheard-of'])
      for (const [format, text] of Object.entries(await rendered(nowChinese(kind), lastChinese)))
        expect(
          [...ledger, ...titles].filter((word) => text.includes(word)),
          `${kind} ${format}`,
        ).toEqual([]);
    expect(Object.keys(formats).length).toBeGreaterThan(2);
  });

  it('is public in every format where the kind of report says so, without leads and progress', async () => {
    for (const [format, text] of Object.entries(await rendered(nowChinese('agency'), lastChinese))) {
      expect(
        never.filter((word) => text.includes(word)),
        format,
      ).toEqual([]);
      const missing = [
        '目标完成情况表',
        '主体封顶',
        '未完成',
        '征地延后',
        '上半年补足',
        '1.9亿元（原2亿元）',
      ].filter((word) => !text.includes(word));
      expect(missing, format).toEqual([]);
      expect(text, format).not.toContain('牵头');
    }
  });

  it('holds everything where it is internal, and says that it is', async () => {
    for (const kind of ['bureau', 'agency'])
      for (const [format, text] of Object.entries(
        await rendered(nowChinese(kind), lastChinese, { internal: true }),
      ))
        expect(
          [...ledger, '目标完成情况表', '牵头单位', '内部资料'].filter((word) => !text.includes(word)),
          `${kind} ${format}`,
        ).toEqual([]);
    const { md } = await rendered(nowChinese('bureau'), lastChinese, { internal: true });
    expect(md).toContain('> **内部资料**\n>\n> **目标完成情况表**\n>\n> | 目标 |');
  });

  it('has a row for each target with its level, what was reached, the outcome and the dates, in Chinese', async () => {
    const { md } = await rendered(nowChinese('bureau'), lastChinese, { internal: true });
    expect(table(md)).toEqual([
      ['目标', '目标要求', '实际完成', '完成情况', '完成时限', '办结日期', '牵头单位', '原因', '措施'],
      ['主体封顶', '主楼结构封顶', '', '完成', '2018年7月', '2018年6月28日', '基建科', '', ''],
      [
        '年度投资',
        '1.9亿元（原2亿元）',
        '1.8亿元',
        '未完成',
        '',
        '',
        '财务科',
        '征地延后\\|拆迁\\*迟缓\\*',
        '上半年补足',
      ],
      ['新校区', '1所', '', '进行中', '2020年', '', '基建科', '', ''],
      ['车棚', '4个', '4个', '完成', '', '', '基建科', '', ''],
      ['安置房', '30套', '', '未填报', '', '', '基建科', '', ''],
    ]);
  });

  const english = (rest: string): string =>
    `${head.en}year: 2018\ntemplate: agency\nsummary:\n  sections:\n    - title: Roads\n      lead: Roads Office\n      body: All is well.\n${rest}`;

  it('speaks English in an English report, and leaves out columns that are empty throughout', async () => {
    const { md } = await rendered(
      english(`      metrics:
        potholes: { name: Potholes filled, value: "695", unit: holes }
        cost: { value: "14.5", unit: $ }
      targets:
        tunnel: { goal: The tunnel is open, due: 2021-06 }
      results:
        potholes: { outcome: partly, level: "700", due: 2018-12-31, reason: rain, remedy: more crews }
        cost: { outcome: no-data }
        bridge: { outcome: dropped, date: 2018-Q3, reason: no money }
`),
      '',
    );
    expect(table(md)).toEqual([
      ['Goal', 'Target', 'Actual', 'Outcome', 'Due', 'Date', 'Reason', 'Remedy'],
      [
        'Potholes filled',
        '700 holes',
        '695 holes',
        'Partly met',
        '31 December 2018',
        '',
        'rain',
        'more crews',
      ],
      ['cost', '', '$14.5', 'No data', '', '', '', ''],
      ['bridge', '', '', 'Dropped', '', 'Q3 2018', 'no money', ''],
      ['tunnel', 'The tunnel is open', '', 'In progress', 'June 2021', '', '', ''],
    ]);
    const bare = await rendered(english('      results: { bridge: met }\n'), '');
    expect(table(bare['md'])).toEqual([
      ['Goal', 'Outcome'],
      ['bridge', 'Met'],
    ]);
  });

  it('is not there where nothing is answered for', async () => {
    for (const text of Object.values(await rendered(english(''), '', { internal: true })))
      expect(text).not.toContain('Performance scorecard');
  });

  it('closes the summary, before what follows it', async () => {
    const { md = '' } = await rendered(nowChinese('agency'), lastChinese);
    const places = ['车棚增加', '目标完成情况表', '2019年工作计划', '接着建'].map((word) => md.indexOf(word));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it('takes what the author wrote for text, never for markup', async () => {
    const reason = '"a | b *c* <b>d</b> [e](f) `g` _h_\\n# i"';
    const texts = await rendered(
      english(`      results: { "x|y": { outcome: missed, reason: ${reason}, remedy: "{{year}}" } }\n`),
      '',
    );
    expect(texts['md']).toContain(
      '| x\\|y | Missed | a \\| b \\*c\\* &lt;b>d&lt;/b> \\[e\\](f) \\`g\\` \\_h\\_ # i | 2018 |',
    );
    expect(micromark(texts['md'] ?? '')).not.toMatch(/<em>|<a |<code>|<b>d/);
    expect(texts['html']).toContain(
      '<td class="long">a | b *c* &lt;b&gt;d&lt;/b&gt; [e](f) `g` _h_ # i</td>',
    );
    expect(texts['text']).toContain('x|y\tMissed\ta | b *c* <b>d</b> [e](f) `g` _h_ # i\t2018\n');
  });

  it('is valid HTML, public and internal', async () => {
    const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });
    for (const internal of [false, true]) {
      const { html = '' } = await rendered(nowChinese('agency'), lastChinese, { internal });
      expect(html).toContain('<th scope="row">主体封顶</th>');
      const found = validator
        .validateStringSync(html)
        .results.flatMap(({ messages }) => messages.map(({ message }) => message));
      expect(found).toEqual([]);
    }
  });

  it('holds no target of a report that is not last year’s', async () => {
    const other = lastChinese.replace('年度: 2017', '年度: 2015');
    const { md } = await rendered(nowChinese('agency'), other);
    expect(md).toContain('主体封顶');
    expect(md).not.toContain('安置房');
  });
});

describe('a kind of report', () => {
  const own = (ledgerLine: string): string => `id: own\nkeys: zh\n${ledgerLine}draft: ""\n`;

  it('says in its template for whom the scorecard is, and it is internal unless it does', async () => {
    const show = async (line: string): Promise<string> => {
      const cwd = folder({
        '2017.report.yaml': lastChinese,
        '2018.report.yaml': nowChinese('own.yaml'),
        'own.yaml': own(line),
      });
      const { code, stdout } = await run(cwd, ['render', '2018', '--draft']);
      expect(code).toBe(0);
      return stdout;
    };
    expect(await show('ledger: public\n')).toContain('**目标完成情况表**');
    for (const line of ['', 'ledger: internal\n']) expect(await show(line)).not.toContain('目标完成情况表');
  });

  it('names no third way', () => {
    const read = readTemplate('own.yaml', own('ledger: publc\n'));
    const found = 'diagnostics' in read ? read.diagnostics : [];
    expect(found.map(({ range, message }) => [range.start.line, message.en])).toEqual([
      [3, expect.stringContaining('publc')],
    ]);
  });
});
