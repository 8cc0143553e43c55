import { describe, expect, it } from 'vitest';
import type { Path, Place } from '../src/diagnostic.ts';
import { grammar, referenceWords } from '../src/source/grammar.generated.ts';
import { keyName, valueName } from '../src/source/grammar.ts';
import { parse } from '../src/source/parse.ts';
import { readSource, type Source } from '../src/source/source.ts';
import { sample } from './depth.ts';

const FILE = '2017.report.yaml';

describe('keys', () => {
  it('mean the same in English and in Chinese', () => {
    const english = read(`
      schema: 1
      title: Report
      year: 2017
      numbering: { parts: run-on, restart: false }
      summary:
        sections:
          - title: Safety
            numbered: true
            support: [Roads, Bridges]
            metrics:
              hazards: { value: 695, history: { 2015: 700 }, direction: lower }
            tables:
              t: { columns: [a], rows: { r: [1] }, totals: both }
            results:
              x: { outcome: no-data, reason: lost }
    `);
    const chinese = read(`
      格式: 1
      标题: Report
      年度: 2017
      编号: { 各部分: 连排, 重新起编: 否 }
      总结:
        章节:
          - 标题: Safety
            是否编号: 是
            配合: [Roads, Bridges]
            指标:
              hazards: { 数值: 695, 历年: { 2015: 700 }, 方向: 越低越好 }
            表格:
              t: { 列: [a], 行: { r: [1] }, 合计: 行列 }
            完成情况:
              x: { 结果: 无数据, 原因: lost }
    `);
    expect([english.keys, chinese.keys]).toEqual(['en', 'zh']);
    expect([said(english), said(chinese)]).toEqual([[], []]);
    expect(plain(chinese)).toEqual(plain(english));
    expect(plain(english)).toMatchObject({
      schema: 1,
      year: 2017,
      numbering: { parts: 'run-on', restart: false },
    });
  });

  it('of the other set are read, with one finding that names the own set', () => {
    const source = read(`
      格式: 1
      title: 甲
      编制单位: 乙
      年度: 2017
      总结:
        intro: 丙
        章节:
          - title: 丁
            完成情况: { 目标: met }
    `);
    expect(source.keys).toBe('zh');
    expect(plain(source)).toEqual({
      schema: 1,
      title: '甲',
      organization: '乙',
      year: 2017,
      summary: { intro: '丙', sections: [{ title: '丁', results: { 目标: { outcome: 'met' } } }] },
    });
    expect(said(source)).toEqual(['keys-mixed title']);
    expect(source.problems[0]?.data).toEqual({ written: 'title', own: '标题', keys: 'zh', count: 4 });
    expect(source.problems[0]?.related?.map(({ start, end }) => source.text.slice(start, end))).toEqual([
      'intro',
      'title',
      'met',
    ]);
  });

  it.each([
    ['title: a\n标题: b\n年度: 2017', 'zh'],
    ['title: a\nyear: 2017\n年度: 2018', 'en'],
    ['title: a\n年度: 2017', 'en'],
    ['年度: 2017\ntitle: a', 'zh'],
    ['', 'en'],
    ['甲: 乙', 'en'],
  ])('set the language of a file by their number, then by the first: %j', (text, keys) =>
    expect(readSource(FILE, text, 'report').keys).toBe(keys),
  );

  it.each([
    ['titel: a', 'key-misspelt titel', { title: 'a' }],
    ['标体: a\n年度: 2017', 'key-misspelt 标体', { title: 'a', year: 2017 }],
    ['title: a\nsumary: { intro: b }', 'key-misspelt sumary', { title: 'a', summary: { intro: 'b' } }],
    ['title: a\ntitel: b', 'key-unknown titel', { title: 'a' }],
    ['titel: b\ntitle: a', 'key-unknown titel', { title: 'a' }],
    ['标体: a\n标提: b\n年度: 2017', 'key-misspelt 标体; key-unknown 标提', { title: 'a', year: 2017 }],
    ['title: a\ncolour: b', 'key-unknown colour', { title: 'a' }],
    ['title: a\n? ""\n: b', 'key-unknown ""', { title: 'a' }],
    [
      'title: a\n__proto__: b\nconstructor: c',
      'key-unknown __proto__; key-unknown constructor',
      { title: 'a' },
    ],
    ['title: a\ntitle: b', 'key-duplicate title', { title: 'a' }],
    ['标题: a\n年度: 2017\ntitle: b', 'key-duplicate title', { title: 'a', year: 2017 }],
    ['title: b\n标题: a\n年度: 2017', 'key-duplicate 标题', { title: 'b', year: 2017 }],
    ['title:\ntitle: b\nyear: 2017', 'key-duplicate title', { title: 'b', year: 2017 }],
    ['title: a\ntitle:\nyear: 2017', 'key-duplicate title', { title: 'a', year: 2017 }],
    [
      'title: a\nsummary:\n  intro: b\n  intro: c',
      'key-duplicate intro',
      { title: 'a', summary: { intro: 'b' } },
    ],
    ['title: a\nterms:\n  甲: b\n  甲: c', 'key-duplicate 甲', { title: 'a', terms: { 甲: { full: 'b' } } }],
    // an item that lost its dash
    [
      'summary:\n  sections:\n    - title: a\n      body: b\n      title: c\n      body: d',
      'item-dash title',
      { summary: { sections: [{ title: 'a', body: 'b' }] } },
    ],
    [
      '总结:\n  章节:\n    - 标识: 甲\n      标题: a\n      标题: b\n      正文: c',
      'key-duplicate 标题',
      { summary: { sections: [{ id: '甲', title: 'a', body: 'c' }] } },
    ],
    [
      '总结:\n  章节:\n    - 标题: a\n      标题: b\n      正文: c',
      'key-duplicate 标题',
      { summary: { sections: [{ title: 'a', body: 'c' }] } },
    ],
  ])('that are misspelt, unknown or doubled are one finding each: %j', (text, problems, data) => {
    const source = readSource(FILE, text, 'report');
    expect(said(source).join('; ')).toBe(problems);
    expect(plain(source)).toEqual(data);
  });

  it('point from the second of two to the first', () => {
    const source = readSource(FILE, 'title: a\nyear: 1\ntitle: b', 'report');
    expect(source.problems[0]?.related).toMatchObject([{ start: 0, end: 5 }]);
  });

  it('by the thousand are each a problem', () => {
    const many = Array.from({ length: 4000 }, (_, index) => `key${index}: 1`).join('\n');
    expect(readSource(FILE, many, 'report').problems).toHaveLength(4000);
  });

  it('have one name in each language, and names that any object has are no keys', () => {
    for (const { keys = {} } of Object.values(grammar))
      for (const [key, { zh }] of Object.entries(keys))
        if (key !== 'previous') expect(keyName(key, 'zh')).toBe(zh);
    for (const { values = {} } of Object.values(grammar))
      for (const [value, zh] of Object.entries(values)) expect(valueName(value, 'zh')).toBe(zh);
    expect(keyName('next-year', 'zh')).toBe(referenceWords['next-year']);
    expect(
      ['constructor', '__proto__', 'toString', '甲'].map((key) => [keyName(key, 'zh'), valueName(key, 'zh')]),
    ).toEqual(['constructor', '__proto__', 'toString', '甲'].map((key) => [key, key]));
  });
});

describe('values', () => {
  it('stand for the main key of a metric, target, result and term', () => {
    const source = read(`
      title: a
      terms: { 甲: 全称甲, 乙: { full: 全称乙 } }
      summary:
        sections:
          - metrics: { a: 25项, b: { value: 10项 }, c: }
            targets: { d: 2亿元, e: }
            results: { f: met, g: }
    `);
    expect(said(source)).toEqual([]);
    expect(plain(source)).toEqual({
      title: 'a',
      terms: { 甲: { full: '全称甲' }, 乙: { full: '全称乙' } },
      summary: {
        sections: [
          {
            metrics: { a: { value: '25项' }, b: { value: '10项' }, c: {} },
            targets: { d: { level: '2亿元' }, e: {} },
            results: { f: { outcome: 'met' }, g: {} },
          },
        ],
      },
    });
  });

  const written = [
    'no',
    'yes',
    'on',
    '007',
    '2018-01-17',
    '113.40',
    '1_000',
    '12e3',
    '0x1F',
    '0o17',
    '~',
    'null',
    'true',
    '.inf',
    '.nan',
    '1:30',
    '<<',
    '=',
    '3,460人',
    '1.0',
    '-0',
    '+5',
  ];
  it.each(written)('of texts and quantities stay as they are written: %s', (value) => {
    const source = readSource(
      FILE,
      `title: ${value}\nsummary:\n  sections:\n    - metrics:\n        a: ${value}\n        b:\n          value: ${value}\n      targets:\n        c: ${value}\n`,
      'report',
    );
    expect(said(source)).toEqual([]);
    expect(plain(source)).toEqual({
      title: value,
      summary: { sections: [{ metrics: { a: { value }, b: { value } }, targets: { c: { level: value } } }] },
    });
  });

  it.each(
    Object.entries(grammar).flatMap(([place, { values = {} }]) =>
      Object.entries(values).map(([en, zh]) => [place, en, zh] as const),
    ),
  )('of a choice are read in both languages: %s %s %s', (place, en, zh) => {
    const [lead, english, chinese] = places[place] ?? expect.fail(`no place for ${place}`);
    const at = (source: Source): unknown => valueAt(source, [FILE, ...lead]);
    const own = [readSource(FILE, english(en), 'report'), readSource(FILE, chinese(zh), 'report')];
    expect(own.map(at)).toEqual([en, en]);
    expect(own.flatMap(said)).toEqual([]);
    const foreign = [readSource(FILE, english(zh), 'report'), readSource(FILE, chinese(en), 'report')];
    expect(foreign.map(at)).toEqual([en, en]);
    expect(foreign.map(said)).toEqual([[`keys-mixed ${zh}`], [`keys-mixed ${en}`]]);
    expect(foreign.map(({ problems }) => problems[0]?.data?.['own'])).toEqual([en, zh]);
  });

  it.each([
    ['mett', 'value-unknown mett', undefined],
    ['no_data', 'value-unknown no_data', undefined],
    ['done', 'value-unknown done', undefined],
    ['toString', 'value-unknown toString', undefined],
    ['"met"', '', 'met'],
  ])('of a choice that are none of it are one finding, and not guessed: %s', (value, problems, outcome) => {
    const source = readSource(
      FILE,
      `title: a\nsummary: { sections: [{ results: { x: { outcome: ${value} } } }] }`,
      'report',
    );
    expect(said(source).join()).toBe(problems);
    expect(valueAt(source, [FILE, 'summary', 'sections', 0, 'results', 'x', 'outcome'])).toBe(outcome);
  });

  it.each([
    ['true', true],
    ['false', false],
    ['是', true],
    ['否', false],
    ['yes', 'yes'],
    ['"true"', 'true'],
    ['constructor', 'constructor'],
    ['True', 'True'],
  ])('that are true or false: %s', (value, meant) => {
    const source = readSource(FILE, `title: a\nsummary: { sections: [{ numbered: ${value} }] }`, 'report');
    expect(valueAt(source, [FILE, 'summary', 'sections', 0, 'numbered'])).toBe(meant);
  });

  it.each([
    ['2017', 2017],
    ['"2017"', '2017'],
    ['2017年', '2017年'],
    ['2_017', '2_017'],
    ['0x7e1', '0x7e1'],
    ['2017.0', '2017.0'],
    ['20172017201720172017', '20172017201720172017'],
  ])('that are whole numbers: %s', (value, meant) =>
    expect(valueAt(readSource(FILE, `year: ${value}`, 'report'), [FILE, 'year'])).toBe(meant),
  );

  it('that are empty are as if they were not written', () => {
    const source = read(`
      title:
      organization: ""
      numbering:
      terms:
      summary:
        intro:
        sections:
          - title: a
            body: |
            metrics:
            support: [a, "", b]
            tables:
              t:
                rows:
                  r: [1, "", null, ~, /, '~']
                  s:
                    - 2
                    -
      plan: {}
      annexes: []
    `);
    expect(said(source)).toEqual([]);
    expect(source.blanks.map(([, ...keys]) => keys)).toEqual([
      ['organization'],
      ['summary', 'sections', 0, 'body'],
    ]);
    expect(plain(source)).toEqual({
      summary: {
        sections: [
          {
            title: 'a',
            support: ['a', '', 'b'],
            tables: { t: { rows: { r: ['1', '', null, null, '/', '~'], s: ['2', null] } } },
          },
        ],
      },
      plan: {},
      annexes: [],
    });
  });
});

describe('names', () => {
  it('that any object has are names like others', () => {
    const source = read(`
      title: a
      summary:
        sections:
          - metrics: { __proto__: 1, constructor: 2, hasOwnProperty: 3, toString: { value: 4 } }
    `);
    expect(said(source)).toEqual([]);
    const path: Path = [FILE, 'summary', 'sections', 0, 'metrics'];
    const metrics = valueAt(source, path) as object;
    expect(source.entries(metrics).map(([id, data]) => [id, (data as { value: string }).value])).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['hasOwnProperty', '3'],
      ['toString', '4'],
    ]);
    expect(shown(source, { path: [...path, '__proto__', 'value'] })).toBe('1');
    expect(shown(source, { path: [...path, 'constructor'], at: 'key' })).toBe('constructor');
    expect(shown(source, { path: [...path, 'valueOf'], at: 'key' })).toBe('metrics');
  });

  it('keep the order of the text, numbers too', () => {
    const source = read(`
      title: a
      terms: { b: 1, 2019: 2, a: 3, 7: 4, 2017: 5, __proto__: 6, "1": 7 }
    `);
    const terms = valueAt(source, [FILE, 'terms']) as object;
    expect(source.entries(terms).map(([id]) => id)).toEqual([
      'b',
      '2019',
      'a',
      '7',
      '2017',
      '__proto__',
      '1',
    ]);
    expect(source.entries({ b: 1 })).toEqual([['b', 1]]);
  });

  it('that stand where nothing can be read are known', () => {
    const source = read(`
      title: a
      summary: { sections: { metrics: { 甲: 1 } } }
      plan: { colour: { 乙: [{ 丙: 1 }] }, intro: { 丁: 1 } }
      title: { 戊: 1 }
    `);
    expect(source.unread()).toEqual(['metrics', '甲', 'colour', '乙', '丙', '丁', 'title', '戊']);
  });
});

describe('aliases', () => {
  it('stand for what they name, and are found where that is written', () => {
    const source = read(`
      title: &t 标题
      organization: *t
      summary: { sections: [&s { title: a, metrics: { x: 1 } }, *s] }
    `);
    expect(valueAt(source, [FILE, 'organization'])).toBe('标题');
    expect(source.locate({ path: [FILE, 'organization'] })).toEqual(source.locate({ path: [FILE, 'title'] }));
    expect(source.locate({ path: [FILE, 'summary', 'sections', 1, 'metrics', 'x', 'value'] })).toEqual(
      source.locate({ path: [FILE, 'summary', 'sections', 0, 'metrics', 'x', 'value'] }),
    );
  });

  it('may be read as another thing elsewhere', () => {
    const source = read(`
      title: a
      summary: { sections: [{ metrics: { m: &m { value: 1, unit: 2 } } }] }
      plan: { sections: [{ metrics: *m }] }
    `);
    const first = valueAt(source, [FILE, 'summary', 'sections', 0, 'metrics', 'm']) as object;
    const second = valueAt(source, [FILE, 'plan', 'sections', 0, 'metrics']) as object;
    expect(source.entries(first).map(([key]) => key)).toEqual(['value', 'unit']);
    expect(source.entries(second).map(([key]) => key)).toEqual(['value', 'unit']);
    expect(shown(source, { path: [FILE, 'plan', 'sections', 0, 'metrics', 'unit', 'value'] })).toBe('2');
    expect(said(source)).toEqual([]);
  });

  const bomb = (width: number, depth: number): string =>
    [
      'a0: &a0 [x, x]',
      ...Array.from(
        { length: depth },
        (_, index) => `a${index + 1}: &a${index + 1} [${Array(width).fill(`*a${index}`).join(', ')}]`,
      ),
    ].join('\n');
  it.each([
    ['of many small steps', bomb(10, 9)],
    ['of two to the fiftieth', bomb(2, 50)],
    [
      'of one long list taken many times',
      `a: &a { b: [${'[x], '.repeat(2000)}] }\nc: [${'*a, '.repeat(200)}]`,
    ],
    [
      'of itself in a mapping of itself',
      `a: &a { b: &b [${'x, '.repeat(1000)}], c: [${'*b, '.repeat(40)}] }\nd: [${'*a, '.repeat(40)}]`,
    ],
  ])('that expand to too much are one finding: %s', (_, text) => {
    const source = readSource(FILE, text, 'report');
    expect(said(source)).toEqual([expect.stringMatching(/^alias-bomb \*/)]);
    expect(source.data).toBeUndefined();
  });

  it.each(['title: *t', 'summary: &s { sections: [*s] }', 'a: &a [*a]', '? *k\n: v'])(
    'that refer to nothing before them are one finding: %s',
    (text) => {
      const source = readSource(FILE, text, 'report');
      expect(said(source)).toEqual([expect.stringMatching(/^alias-circular \*/)]);
      expect(source.data).toBeUndefined();
    },
  );
});

describe('what is no draft', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['a mark only', '\uFEFF', 'empty'],
    ['a comment only', '# 注\n', 'empty'],
    ['the beginning of a document', '---\n', 'empty'],
    ['spaces', '   \n\n', 'empty'],
  ])('is one finding: %s', (_, text, problem) => {
    const source = readSource(FILE, text, 'report');
    expect([source.data, source.yaml]).toEqual([undefined, [{ start: 0, end: 1, message: problem }]]);
  });

  it.each([
    ['two documents', 'title: a\n---\ntitle: b\n', 'syntax MULTIPLE_DOCS ---'],
    ['two documents after a comment', '# 注\n---\ntitle: a\n...\n---\ntitle: b\n', 'syntax MULTIPLE_DOCS'],
    ['a tab for indentation', 'summary:\n\tintro: a\n', 'syntax TAB_AS_INDENT \t'],
    ['a tab after spaces', 'summary:\n  \tintro: a\n', 'syntax TAB_AS_INDENT \t'],
    [
      'tabs on a line of several keys',
      'summary:\n  sections:\n  \t- title: a\n    \tbody: b\n',
      'syntax TAB_AS_INDENT \t',
    ],
    ['a quote that is not closed', 'title: "a\nyear: 2017\n', 'syntax MISSING_CHAR'],
    ['a bracket that is not closed', 'title: { a: b\n', 'syntax MISSING_CHAR'],
    ['a quote and a bracket that are not closed', 'title: { a: "b', 'syntax MISSING_CHAR'],
    [
      'a bracket closed without indentation',
      'summary:\n  intro: {\n    a: b\n}\nyear: 2017',
      'syntax BAD_INDENT }',
    ],
    ['a key in the wrong column', 'title: a\n  year: 2017\n', 'syntax'],
    ['an escape that is none', 'title: "a\\q"\n', 'syntax BAD_DQ_ESCAPE'],
    ['a tag', 'title: !a b\n', 'syntax TAG_RESOLVE_FAILED !a'],
    ['a tag in Chinese', 'title: !中 a\n', 'syntax TAG_RESOLVE_FAILED'],
    ['a bracket too many', 'title: {a: b}}\nyear: 2017\nsummary: {}\n', 'syntax UNEXPECTED_TOKEN }'],
    ['an open quote before another document', 'title: "a\n---\nb"\n', 'syntax MISSING_CHAR'],
    ['a reference without quotes', 'title: {{x}}\n', 'key-not-text {x}'],
    ['a list as a key', '[a]: b\n', 'key-not-text [a]'],
    ['a sign that begins no text', 'title: @a\n', 'syntax BAD_SCALAR_START'],
  ])('to YAML is one finding: %s', (_, text, problem) => {
    const { problems } = parse(text);
    expect(said({ text, yaml: problems, problems: [] })).toEqual([expect.stringContaining(problem)]);
    expect(readSource(FILE, text, 'report').yaml).toHaveLength(1);
  });

  it('tells of each line that is broken for itself', () => {
    const text = 'title: "a\\q"\nyear: 2017\nsummary:\n\tintro: a\n';
    expect(parse(text).problems.map(({ start }) => text.slice(0, start).split('\n').length)).toEqual([1, 4]);
  });

  // a sample is still deeper than a stack of calls holds
  const deepest = sample(100_000, 0.12);
  it.each([
    ['brackets', '['.repeat(deepest)],
    ['closed brackets', '['.repeat(deepest) + ']'.repeat(deepest)],
    ['braces', '{a: '.repeat(deepest)],
    ['closed braces', '{a: '.repeat(deepest) + '}'.repeat(deepest)],
    ['list marks', `${'- '.repeat(deepest)}a`],
    ['keys', '? '.repeat(deepest / 2)],
  ])('or is nested too deeply is one finding, not a crash: %s', (_, text) => {
    const source = readSource(FILE, text, 'report');
    expect(said(source)).toHaveLength(1);
    expect(source.yaml[0]?.message).toBe('too-deep');
  });

  it('is nested too deeply from 200 levels on', () => {
    const nest = (levels: number): string[] =>
      said(readSource(FILE, `title: ${'['.repeat(levels)}${']'.repeat(levels)}`, 'report'));
    expect([nest(199), nest(200), nest(2000)]).toEqual([
      [],
      ['too-deep ['],
      [expect.stringContaining('too-deep')],
    ]);
  });

  it('takes a list or a text at the root as data of another form', () => {
    expect([readSource(FILE, '- a\n', 'report').data, readSource(FILE, 'a\n', 'report').data]).toEqual([
      [null],
      'a',
    ]);
  });
});

describe('a place', () => {
  const source = read(`
    标题: "甲：“乙”"
    总结:
      导语: |
        第一行
      章节:
        - 标题: 丙
          指标:
            丁: 25项
            戊:
          配合: [己, 庚]
        -
          正文: 辛
    计划: {}
  `);
  const section = ['summary', 'sections', 0] as const;

  it.each<[string, Place, string]>([
    ['a value with its quotes', { path: [FILE, 'title'] }, '"甲：“乙”"'],
    ['a key', { path: [FILE, 'title'], at: 'key' }, '标题'],
    ['characters of a value', { path: [FILE, 'title'], span: [2, 5] }, '“乙”'],
    ['no characters', { path: [FILE, 'title'], span: [2, 2] }, ''],
    ['characters past the end', { path: [FILE, 'title'], span: [4, 99] }, '”'],
    ['a mapping, by its key', { path: [FILE, 'summary'] }, '总结'],
    ['the value of a mapping, by its first key', { path: [FILE, 'summary'], at: 'value' }, '导语'],
    ['a block, by its key', { path: [FILE, 'summary', 'intro'] }, '导语'],
    ['the value of a block, by its header', { path: [FILE, 'summary', 'intro'], at: 'value' }, '|'],
    ['a list, by its key', { path: [FILE, 'summary', 'sections'] }, '章节'],
    ['an item that is a mapping, by its first key', { path: [FILE, ...section] }, '标题'],
    ['an item on the next line', { path: [FILE, 'summary', 'sections', 1] }, '正文'],
    ['an item of a list', { path: [FILE, ...section, 'support', 1] }, '庚'],
    ['the value that stands for a mapping', { path: [FILE, ...section, 'metrics', '丁', 'value'] }, '25项'],
    ['characters of it', { path: [FILE, ...section, 'metrics', '丁', 'value'], span: [0, 2] }, '25'],
    ['a thing written as a value, by its value', { path: [FILE, ...section, 'metrics', '丁'] }, '25项'],
    ['a thing without a value, by its key', { path: [FILE, ...section, 'metrics', '戊'] }, '戊'],
    ['an empty mapping, by its key', { path: [FILE, 'plan'] }, '计划'],
    ['the whole draft, by its first key', { path: [FILE] }, '标题'],
  ])('is found: %s', (_, place, text) => expect(shown(source, place)).toBe(text));

  it.each<[string, Place, string]>([
    ['a key of the draft', { path: [FILE, 'year'] }, '标题'],
    ['a key of a section', { path: [FILE, ...section, 'body'] }, '标题'],
    ['characters of it', { path: [FILE, ...section, 'body'], span: [3, 5] }, '标题'],
    ['an item', { path: [FILE, 'summary', 'sections', 7, 'title'] }, '章节'],
    ['an id', { path: [FILE, ...section, 'metrics', '壬', 'value'] }, '指标'],
    ['a value without one', { path: [FILE, ...section, 'metrics', '戊', 'value'] }, '戊'],
    ['another key of what stands as a value', { path: [FILE, ...section, 'metrics', '丁', 'unit'] }, '丁'],
    ['a thing inside a text', { path: [FILE, 'title', 'x', 0] }, '标题'],
    ['a key of an empty part', { path: [FILE, 'plan', 'sections', 0] }, '计划'],
    ['a name that any object has', { path: [FILE, ...section, 'metrics', 'constructor'] }, '指标'],
  ])('that is not written is where its nearest ancestor is: %s', (_, place, text) =>
    expect(shown(source, place)).toBe(text),
  );

  it('is the beginning of the file where there is no data', () => {
    expect(readSource(FILE, '', 'report').locate({ path: [FILE, 'title'] })).toEqual({ start: 0, end: 1 });
  });

  it('is found in a text of 200,000 empty lines', () => {
    const long = readSource(
      FILE,
      `title: "${'\n'.repeat(200_000)}  X"\norganization: >\n  a\n${'\n'.repeat(200_000)}  X\n`,
      'report',
    );
    for (const key of ['title', 'organization']) {
      const { length } = valueAt(long, [FILE, key]) as string;
      const last = key === 'title' ? length : length - 1;
      expect(shown(long, { path: [FILE, key], span: [last - 1, last] })).toBe('X');
    }
  });
});

/** The places of the choices of the format: a path, and drafts in either language with a value there. */
const places: Readonly<
  Record<
    string,
    readonly [
      path: readonly (string | number)[],
      english: (value: string) => string,
      chinese: (value: string) => string,
    ]
  >
> = {
  'numbering.parts': [
    ['numbering', 'parts'],
    (value) => `title: a\nnumbering: { parts: ${value} }`,
    (value) => `标题: a\n编号: { 各部分: ${value} }`,
  ],
  'metric.direction': [
    ['summary', 'sections', 0, 'metrics', 'x', 'direction'],
    (value) => `summary: { sections: [{ metrics: { x: { direction: ${value} } } }] }`,
    (value) => `总结: { 章节: [{ 指标: { x: { 方向: ${value} } } }] }`,
  ],
  'table.totals': [
    ['summary', 'sections', 0, 'tables', 'x', 'totals'],
    (value) => `summary: { sections: [{ tables: { x: { totals: ${value} } } }] }`,
    (value) => `总结: { 章节: [{ 表格: { x: { 合计: ${value} } } }] }`,
  ],
  'report.year-named': [
    ['year-named'],
    (value) => `title: a\nyear-named: ${value}`,
    (value) => `标题: a\n年度命名: ${value}`,
  ],
  'light.color': [
    ['summary', 'sections', 0, 'results', 'x', 'light', 'color'],
    (value) => `summary: { sections: [{ results: { x: { light: { color: ${value} } } } }] }`,
    (value) => `总结: { 章节: [{ 完成情况: { x: { 亮灯: { 颜色: ${value} } } } }] }`,
  ],
  'result.outcome': [
    ['summary', 'sections', 0, 'results', 'x', 'outcome'],
    (value) => `summary: { sections: [{ results: { x: ${value} } }] }`,
    (value) => `总结: { 章节: [{ 完成情况: { x: { 结果: ${value} } } }] }`,
  ],
};

/** Reads a draft whose lines are indented as those of the test. */
function read(text: string): Source {
  const indent = /^\n( *)/.exec(text)?.[1] ?? '';
  return readSource(FILE, text.replace(/^\n/, '').replaceAll(new RegExp(`^${indent}`, 'gm'), ''), 'report');
}

/** What is wrong with a source: message, parser’s code and the text it points at. */
const said = ({ text, yaml, problems }: Pick<Source, 'text' | 'yaml' | 'problems'>): string[] =>
  [...yaml, ...problems].map(({ message, data, start, end }) =>
    [message, data?.['code'], text.slice(start, end)]
      .filter((word) => word !== undefined && word !== '')
      .join(' '),
  );

const shown = (source: Source, place: Place): string => {
  const { start, end } = source.locate(place);
  return source.text.slice(start, end);
};

const valueAt = ({ data }: Source, [, ...keys]: Path): unknown =>
  keys.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], data);

/** The data as plain objects. */
const plain = ({ data }: Source): unknown => JSON.parse(JSON.stringify(data));
