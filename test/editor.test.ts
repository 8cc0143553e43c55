import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folder } from './folder.ts';
import { LspClient, type LspDiagnostic, type LspPosition } from './lsp-client.ts';

const schemas = fileURLToPath(new URL('../schemas', import.meta.url));
const examples = fileURLToPath(new URL('../examples', import.meta.url));

/** The heads of drafts that are whole but for what the test adds, by key set. */
const heads = {
  en: 'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\n',
  zh: '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n',
};
const schemaOf = { en: `${schemas}/report.schema.json`, zh: `${schemas}/report.zh.schema.json` };

let editor: LspClient;
beforeAll(async () => {
  editor = new LspClient();
  await editor.start(examples);
});
afterAll(() => editor.kill());

describe('an editor with yaml-language-server', () => {
  it.each([
    [
      'a section',
      'en',
      'summary:\n  sections:\n    - ▸\n',
      'id title body number numbered lead support metrics tables targets results sections file',
    ],
    [
      'a section',
      'zh',
      '总结:\n  章节:\n    - ▸\n',
      '标识 标题 正文 序号 是否编号 牵头 配合 指标 表格 目标 完成情况 章节 文件',
    ],
    [
      'a section that is begun',
      'en',
      'summary:\n  sections:\n    - title: a\n      ▸\n',
      'id body number numbered lead support metrics tables targets results sections file',
    ],
    [
      'a section that is begun',
      'zh',
      '总结:\n  章节:\n    - 标题: 甲\n      ▸\n',
      '标识 正文 序号 是否编号 牵头 配合 指标 表格 目标 完成情况 章节 文件',
    ],
    [
      'a section of a section',
      'zh',
      '计划:\n  章节:\n    - 章节:\n        - ▸\n',
      '标识 标题 正文 序号 是否编号 牵头 配合 指标 表格 目标 完成情况 章节 文件',
    ],
    ['a part', 'en', 'plan:\n  ▸\n', 'title intro numbering sections'],
    ['a part', 'zh', '计划:\n  ▸\n', '标题 导语 编号 章节'],
    [
      'the draft',
      'en',
      '▸\n',
      'year-start year-named language dated published document-number template previous terms numbering summary problems plan annexes',
    ],
    [
      'the draft',
      'zh',
      '▸\n',
      '年度起 年度命名 语言 成文日期 发布日期 文号 模板 上年 术语 编号 总结 问题 计划 附件',
    ],
    [
      'a metric',
      'en',
      'summary:\n  sections:\n    - metrics:\n        a:\n          ▸\n',
      'value unit name previous history formula as-of source definition method limits direction range restated was',
    ],
    [
      'a metric',
      'zh',
      '总结:\n  章节:\n    - 指标:\n        甲:\n          ▸\n',
      '数值 计量单位 名称 上年值 历年 算式 截至 来源 口径 核算方法 局限 方向 范围 调整说明 原名',
    ],
    [
      'a target',
      'zh',
      '计划:\n  章节:\n    - 目标:\n        甲:\n          ▸\n',
      '内容 目标值 指标 基数 完成时限 是否必保 节点 牵头 配合 牵头领导 任务来源 调整 原名',
    ],
  ] as const)('offers the keys of %s (%s)', async (_, language, body, keys) => {
    const { uri, position } = await open(language, body);
    const offered = (await editor.complete(uri, position)).map(({ label }) => label);
    for (const key of keys.split(' ')) expect(offered).toContain(key);
    // besides them only the mapping as a whole, under its title
    expect(offered.length).toBeLessThanOrEqual(keys.split(' ').length + 1);
  });

  it.each([
    [
      'outcome',
      'en',
      'summary:\n  sections:\n    - results:\n        a:\n          outcome: ▸\n',
      'met late partly missed dropped pending no-data',
    ],
    [
      '结果',
      'zh',
      '总结:\n  章节:\n    - 完成情况:\n        甲:\n          结果: ▸\n',
      '完成 逾期完成 部分完成 未完成 取消 进行中 无数据',
    ],
    ['parts', 'en', 'numbering:\n  parts: ▸\n', 'separate numbered run-on'],
    ['各部分', 'zh', '编号:\n  各部分: ▸\n', '分列 编号 连排'],
    [
      'direction',
      'en',
      'summary:\n  sections:\n    - metrics:\n        a:\n          direction: ▸\n',
      'higher lower',
    ],
    ['合计', 'zh', '总结:\n  章节:\n    - 表格:\n        甲:\n          合计: ▸\n', '行 列 行列'],
    ['restart', 'en', 'numbering:\n  restart: ▸\n', 'true false'],
    ['重新起编', 'zh', '编号:\n  重新起编: ▸\n', 'true false 是 否'],
  ] as const)('offers the values of %s (%s)', async (_, language, body, values) => {
    const { uri, position } = await open(language, body);
    expect((await editor.complete(uri, position)).map(({ label }) => label)).toEqual(values.split(' '));
  });

  it.each([
    [
      'en',
      'summary:\n  sections:\n    - ti▸tle: a\n',
      'Title without its number: numbers are computed.',
      'Road safety',
    ],
    ['zh', '总结:\n  章节:\n    - 标▸题: 甲\n', '章节标题，不带序号：序号由程序编排。', '保持校园安全稳定'],
    ['en', 'plan:\n  sections:\n    - targets:\n        a:\n          d▸ue: 2018-07\n', '', '2018'],
    [
      'zh',
      '总结:\n  章节:\n    - 完成情况:\n        甲:\n          结▸果: 完成\n',
      '结果如何。',
      '没有数据可以判断',
    ],
  ] as const)(
    'says what a key is in the language of the schema (%s): %s',
    async (language, body, description, example) => {
      const { uri, position } = await open(language, body);
      const said = await editor.hover(uri, position);
      expect(said).toContain(description);
      expect(said).toContain(example);
      expect(/\p{Script=Han}/u.test(said)).toBe(language === 'zh');
    },
  );

  it.each([
    [
      'a key in a section',
      'en',
      'summary:\n  sections:\n    - title: a\n      ▸bdoy: b\n',
      'Property bdoy is not allowed',
    ],
    [
      'a key in a section',
      'zh',
      '总结:\n  章节:\n    - 标题: 甲\n      ▸正问: 乙\n',
      'Property 正问 is not allowed',
    ],
    ['a key of the draft', 'zh', '▸模版: bureau\n', 'Property 模版 is not allowed'],
    ['a key of the other set', 'zh', '总结:\n  ▸intro: 甲\n', 'Property intro is not allowed'],
    [
      'a value',
      'zh',
      '总结:\n  章节:\n    - 完成情况:\n        甲: { 结果: ▸做完 }\n',
      'Value is not accepted',
    ],
    ['a date', 'en', 'dated: ▸2018-13-01\n', ''],
    ['a list', 'zh', '总结:\n  章节:\n    - 配合: ▸人事科\n', 'array'],
  ] as const)('finds what is mistyped, once: %s (%s)', async (_, language, body, message) => {
    const { diagnostics, position } = await open(language, body);
    expect(diagnostics).toMatchObject([
      { message: expect.stringContaining(message), range: { start: position } },
    ]);
  });

  it.each([
    [
      'en',
      'summary:\n  sections:\n    - title: a\n      numbered: false\n      metrics: { a: 695, b: 25 items, c: { value: 113.4%, history: { 2015: 1 } } }\n      results: { d: met }\n',
    ],
    [
      'zh',
      '总结:\n  章节:\n    - 标题: 甲\n      是否编号: 否\n      指标: { 甲: 695, 乙: 25项, 丙: { 数值: 113.4%, 历年: { 2015: 1 } } }\n      完成情况: { 丁: 完成 }\n',
    ],
    [
      'zh',
      '计划:\n  章节:\n    - 目标: { 甲: 2亿元, 乙: { 完成时限: 2018, 是否必保: false, 节点: [{ 完成时限: 2018年7月, 内容: 封顶 }] } }\n',
    ],
    [
      'zh',
      '总结:\n  章节:\n    - 表格: { 甲: { 列: [乙, 丙], 行: { 丁: [1, null, "", 2.5, 3人, /] }, 合计: 行 } }\n',
    ],
  ] as const)('has nothing against what is right (%s): %s', async (language, body) => {
    expect((await open(language, body)).diagnostics).toEqual([]);
  });

  it('has nothing against the example, by its own relative path', async () => {
    const path = `${examples}/jiangmen-education/2017.report.yaml`;
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/schemas\/report\.zh\.schema\.json\n/);
    expect(await editor.open(pathToFileURL(path).href, text)).toEqual([]);
    // the schema was found: a mistake is seen
    expect(
      await editor.open(
        pathToFileURL(`${examples}/jiangmen-education/wrong.report.yaml`).href,
        text.replace('\n标题:', '\n标体:'),
      ),
    ).toHaveLength(2);
  });

  it('knows a schema by its address', async () => {
    const { diagnostics } = await open(
      'zh',
      '总结:\n  章节:\n    - 正问: 甲\n',
      pathToFileURL(schemaOf.zh).href,
    );
    expect(diagnostics).toMatchObject([{ message: 'Property 正问 is not allowed.' }]);
  });

  it.each([
    [
      'section',
      'id title body number numbered lead support metrics tables targets results sections file',
      '▸\n',
    ],
    ['section.zh', '标识 标题 正文 序号 是否编号 牵头 配合 指标 表格 目标 完成情况 章节 文件', '▸\n'],
  ])('offers the keys of a section file (%s)', async (name, keys, body) => {
    const { uri, position } = await openText(`${schemas}/${name}.schema.json`, body);
    expect((await editor.complete(uri, position)).map(({ label }) => label)).toEqual(
      expect.arrayContaining(keys.split(' ')),
    );
  });
});

describe('an editor that knows a draft by its name only', () => {
  // the schema that it is told, beside the others, without the address by which it would look for them
  const copy = folder(
    Object.fromEntries(
      ['schemastore/workreport.json', 'report.schema.json', 'report.zh.schema.json'].map((name) => [
        name,
        readFileSync(`${schemas}/${name}`, 'utf8').replace(/^ {2}"\$id": .*\n/m, ''),
      ]),
    ),
  );
  const schema = `${copy}/schemastore/workreport.json`;

  it.each([
    ['en', 'summary:\n  sections:\n    - ▸\n', 'title body metrics targets'],
    ['zh', '总结:\n  章节:\n    - ▸\n', '标题 正文 指标 目标'],
  ] as const)('offers the keys of its language (%s)', async (language, body, labels) => {
    const { uri, position } = await open(language, body, schema);
    expect((await editor.complete(uri, position)).map(({ label }) => label)).toEqual(
      expect.arrayContaining(labels.split(' ')),
    );
  });

  it.each([
    ['en', 'summary:\n  sections:\n    - title: a\n      ▸bdoy: b\n', 'Property bdoy is not allowed'],
    ['zh', '总结:\n  章节:\n    - 标题: 甲\n      ▸正问: 乙\n', 'Property 正问 is not allowed'],
  ] as const)('finds what is mistyped, once (%s)', async (language, body, message) => {
    const { diagnostics, position } = await open(language, body, schema);
    expect(diagnostics).toMatchObject([
      { message: expect.stringContaining(message), range: { start: position } },
    ]);
  });
});

interface Opened {
  readonly uri: string;
  readonly diagnostics: readonly LspDiagnostic[];
  /** Where the mark ▸ stood. */
  readonly position: LspPosition;
}

const open = (language: 'en' | 'zh', body: string, schema = schemaOf[language]): Promise<Opened> =>
  openText(schema, heads[language] + body);

let opened = 0;
async function openText(schema: string, body: string): Promise<Opened> {
  const marked = `# yaml-language-server: $schema=${schema}\n${body}`;
  const before = marked.split('▸')[0]?.split('\n') ?? [];
  const uri = pathToFileURL(`${examples}/draft${++opened}.report.yaml`).href;
  const diagnostics = await editor.open(uri, marked.replace('▸', ''));
  return { uri, diagnostics, position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}
