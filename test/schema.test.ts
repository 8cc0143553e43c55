import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';

const FILE = '2017.report.yaml';

/** A draft in which everything stands that a draft can hold, and nothing is wrong. */
const draft = `格式: 1
标题: 某局2017年工作总结
编制单位: 某局
年度: 2017
语言: zh-CN
成文日期: 2018-01-10
文号: 某〔2018〕1号
上年: 2016.report.yaml
术语:
  幼高专: { 全称: 幼儿师范高等专科学校, 不用: [幼师高专] }
编号: { 各部分: 分列, 层级: [一、, （一）], 重新起编: 是 }
总结:
  导语: 全年工作平稳。
  编号: { 重新起编: 否 }
  章节:
    - 标识: 校园安全
      标题: 保持校园安全
      牵头: 安全科
      配合: [人事科, 财务科]
      正文: |
        发现隐患695处，完成整改695处。
        省级名校长{{各级名师.省级.名校长}}。
      指标:
        发现隐患: 695处
        完成整改: { 数值: 695处, 上年值: 690处, 历年: { 2015: 600处 }, 截至: 2017-12, 方向: 越高越好 }
      表格:
        各级名师: { 名称: 各级名师情况, 列: [名校长], 行: { 省级: [3人] } }
      完成情况:
        旧目标:
          结果: 未完成
          原因: 经费不足
          措施: 2018年完成
          日期: 2017-12-31
          进展: [{ 日期: 2017-06, 说明: 完成一半 }]
    - 标题: 教师培训
      是否编号: 否
      正文: 另见{{完成整改}}、{{章节：校园安全}}。
计划:
  标题: 2018年工作计划
  章节:
    - 标题: 学校建设
      牵头: 基建科
      正文: 年内开工，完成投资2亿元。
      目标:
        年度投资: { 目标值: 2亿元, 完成时限: 2018-12, 是否必保: 否, 节点: [{ 完成时限: 2018-07, 内容: 开工 }] }
附件:
  - 标题: 名词解释
    导语: 略。
`;

describe('a draft', () => {
  it('without a mistake has no finding', () => expect(findings(draft)).toEqual([]));

  // ▸ marks the place of the finding
  it.each([
    // a value of the wrong kind, at each level
    ['格式: 1', '格式: ▸"1"', 'type-wrong'],
    ['标题: 某局2017年工作总结', '▸标题: [甲]', 'type-wrong'],
    ['年度: 2017', '年度: ▸二〇一七', 'year-written'],
    ['年度: 2017', '年度: ▸"2017"', 'year-written'],
    ['上年: 2016.report.yaml', '▸上年: { 文件: 甲 }', 'type-wrong'],
    ['  幼高专: { 全称: 幼儿师范高等专科学校, 不用: [幼师高专] }', '  ▸幼高专: [甲, 乙]', 'type-wrong'],
    ['不用: [幼师高专]', '不用: ▸幼师高专', 'type-wrong'],
    ['不用: [幼师高专]', '不用: [甲, [▸乙]]', 'type-wrong'],
    ['编号: { 各部分: 分列, 层级: [一、, （一）], 重新起编: 是 }', '编号: ▸分列', 'type-wrong'],
    ['层级: [一、, （一）]', '层级: ▸一、', 'type-wrong'],
    ['重新起编: 是', '重新起编: ▸也许', 'boolean-wrong'],
    ['重新起编: 是', '重新起编: ▸yes', 'boolean-wrong'],
    ['重新起编: 是', '重新起编: ▸"是"', 'boolean-wrong'],
    ['  导语: 全年工作平稳。', '  ▸导语:\n    - 全年工作平稳。', 'type-wrong'],
    ['  编号: { 重新起编: 否 }', '  ▸编号: [否]', 'type-wrong'],
    ['    - 标题: 教师培训', '    - 标题: 教师培训\n      标识: ▸""', 'pattern-wrong'],
    ['配合: [人事科, 财务科]', '配合: ▸人事科', 'type-wrong'],
    ['配合: [人事科, 财务科]', '配合: [人事科, { ▸财务科: 1 }]', 'type-wrong'],
    ['数值: 695处', '▸数值: [695处]', 'type-wrong'],
    ['历年: { 2015: 600处 }', '历年: ▸600处', 'type-wrong'],
    ['历年: { 2015: 600处 }', '▸历年: [600处]', 'type-wrong'],
    ['列: [名校长]', '列: ▸名校长', 'type-wrong'],
    ['是否编号: 否', '是否编号: ▸不', 'boolean-wrong'],
    ['是否必保: 否', '▸是否必保: []', 'boolean-wrong'],
    ['节点: [{ 完成时限: 2018-07, 内容: 开工 }]', '节点: ▸开工', 'type-wrong'],
    ['节点: [{ 完成时限: 2018-07, 内容: 开工 }]', '▸节点: { 完成时限: 2018-07, 内容: 开工 }', 'type-wrong'],
    ['节点: [{ 完成时限: 2018-07, 内容: 开工 }]', '节点: [▸开工]', 'type-wrong'],
    ['进展: [{ 日期: 2017-06, 说明: 完成一半 }]', '进展: ▸完成一半', 'type-wrong'],
    ['  - 标题: 名词解释\n    导语: 略。', '  - ▸名词解释', 'type-wrong'],
    ['    导语: 略。', '    导语: 略。\n  -▸', 'type-wrong'],
    ['附件:\n  - 标题: 名词解释\n    导语: 略。', '▸附件:\n  标题: 名词解释\n  导语: 略。', 'type-wrong'],
    // something that must stand there
    ['格式: 1\n标题: 某局', '▸标题: 某局', 'key-missing'],
    ['标题: 某局2017年工作总结\n', '', 'key-missing', '格式'],
    ['编制单位: 某局\n', '', 'key-missing', '格式'],
    ['年度: 2017\n', '', 'key-missing', '格式'],
    ['标题: 某局2017年工作总结', '▸标题:', 'key-missing'],
    ['        旧目标:\n          结果: 未完成\n', '        ▸旧目标:\n', 'key-missing'],
    ['结果: 未完成\n', '▸结果:\n', 'key-missing'],
    // a value that is none of those that may stand there
    ['格式: 1', '格式: ▸2', 'version-unknown'],
    ['各部分: 分列', '各部分: ▸照旧', 'value-unknown'],
    ['各部分: 分列', '各部分: ▸分裂', 'value-unknown'],
    ['方向: 越高越好', '方向: ▸高', 'value-unknown'],
    ['结果: 未完成', '结果: ▸做完', 'value-unknown'],
    ['结果: 未完成', '结果: ▸未完', 'value-unknown'],
    ['名称: 各级名师情况', '合计: ▸全部', 'value-unknown'],
    // numbers and dates
    ['年度: 2017', '年度: ▸17', 'year-range'],
    ['年度: 2017', '年度: ▸20170', 'year-range'],
    ['语言: zh-CN', '语言: ▸中文', 'language-wrong'],
    ['成文日期: 2018-01-10', '成文日期: ▸2018-13-10', 'date-no-month'],
    ['成文日期: 2018-01-10', '成文日期: ▸3/4/2018', 'date-ambiguous'],
    ['成文日期: 2018-01-10', '发布日期: ▸2018年1月', 'date-not-day'],
    ['截至: 2017-12', '截至: ▸2017-13', 'date-no-month'],
    ['截至: 2017-12', '截至: ▸年底', 'date-yearless'],
    ['完成时限: 2018-12', '完成时限: ▸2018-Q5', 'date-no-quarter'],
    ['完成时限: 2018-07', '完成时限: ▸2018-07-32', 'date-no-day'],
    ['日期: 2017-12-31', '日期: ▸2017.2.30', 'date-no-day'],
    ['日期: 2017-06', '日期: ▸六月', 'date-yearless'],
    ['历年: { 2015: 600处 }', '历年: { ▸2015年: 600处 }', 'year-wrong'],
    ['层级: [一、, （一）]', '▸层级: []', 'list-empty'],
    ['层级: [一、, （一）]', '层级: [一、, ▸第二级]', 'pattern-wrong'],
    ['上年: 2016.report.yaml', '上年: ▸" "', 'pattern-wrong'],
    // keys
    ['文号: 某〔2018〕1号', '▸文件号: 某〔2018〕1号', 'key-misspelt'],
    ['文号: 某〔2018〕1号', '▸收文单位: 某局', 'key-unknown'],
    ['  导语: 全年工作平稳。', '  ▸导言: 全年工作平稳。', 'key-misspelt'],
    ['  导语: 全年工作平稳。', '  导语: 甲\n  ▸备注说明: 全年工作平稳。', 'key-unknown'],
    ['      牵头: 安全科', '      ▸责任单位: 安全科', 'key-misspelt'],
    ['      牵头: 安全科', '      ▸lead: 安全科', 'keys-mixed'],
    ['      牵头: 安全科', '      牵头: 安全科\n      ▸标识: 甲', 'key-duplicate'],
    ['标题: 某局2017年工作总结', '标题:\n▸标题: 某局2017年工作总结', 'key-duplicate'],
    ['数值: 695处', '▸数直: 695处', 'key-misspelt'],
    ['名称: 各级名师情况', '▸表头情况: 甲', 'key-unknown'],
    ['原因: 经费不足', '▸缘因: 经费不足', 'key-misspelt'],
    ['说明: 完成一半', '▸完成的情况: 完成一半', 'key-unknown'],
    ['编制单位: 某局', '▸编制部门: 某局', 'key-misspelt'],
    ['年度: 2017', '▸年份: 2017', 'key-misspelt'],
  ])(
    'with one mistake has one finding: %j → %j',
    (right, wrong, code, key = undefined as string | undefined) => {
      const text = replaced(right, wrong);
      expect(findings(text.replace('▸', ''))).toEqual([`${position(text, key)} schema ${code}`]);
    },
  );

  it.each([
    ['a section that is a text', '    - ▸校园安全要抓好'],
    ['a section that is a list', '    - - ▸校园安全'],
    ['a section that is empty', '    -▸'],
  ])('may hold %s, which hides nothing elsewhere', (_, section) => {
    const text = withSection(section).replace('年内开工', '年内{{无此指标}}');
    expect(findings(text.replace('▸', ''))).toEqual([
      `${position(text)} schema type-wrong`,
      `${position(text.replace('▸', ''), '无此指标')} references-known unknown`,
    ]);
  });

  it.each([
    [
      'sections that are a mapping',
      '  ▸章节:\n    标识: 校园安全\n    正文: 甲\n    指标:\n      发现隐患: 695处\n      完成整改: 695处\n    章节:\n      - 正文: 乙{{完成整改}}',
    ],
    ['sections that are a text', '  章节: ▸保持校园安全'],
  ])('may hold %s', (_, sections) => {
    const text = withSections(sections).replace('年内开工', '年内{{完成整改}}');
    const own = sections.includes('完成整改')
      ? []
      : [`${position(text.replace('▸', ''), '{{完成整改', 2)} references-known unknown`];
    expect(findings(text.replace('▸', ''))).toEqual([`${position(text)} schema type-wrong`, ...own]);
  });

  it.each([
    [
      'metrics written as a list',
      '        发现隐患: 695处\n        完成整改: 695处',
      '        - 发现隐患: 695处\n        - 完成整改: 695处',
      '指标',
      'type-wrong',
    ],
    [
      'metrics written as a text',
      '        发现隐患: 695处\n        完成整改: 695处',
      '        ▸|\n          发现隐患：695处\n          完成整改：695处',
      '指标',
      'type-wrong',
    ],
    [
      'a metric written as a list',
      '        完成整改: 695处',
      '        ▸完成整改: [695处, 690处]',
      undefined,
      'type-wrong',
    ],
    [
      'a metric with a value that is a mapping',
      '        完成整改: 695处',
      '        完成整改:\n          ▸数值: { 2017: 695处 }',
      undefined,
      'type-wrong',
    ],
    [
      'a metric with an unknown key',
      '        完成整改: 695处',
      '        完成整改: { ▸实际数: 695处 }',
      undefined,
      'key-unknown',
    ],
    [
      'the metrics of a section twice',
      '        完成整改: 695处',
      '        其他: 1处\n      ▸指标:\n        完成整改: 695处',
      undefined,
      'key-duplicate',
    ],
    ['metrics under an unknown key', '      指标:', '      ▸核心数据情况:', undefined, 'key-unknown'],
    [
      'metrics in a body that is a mapping',
      '      正文: 发现隐患695处，完成整改695处，其他1处。\n      指标:',
      '      ▸正文:',
      undefined,
      'type-wrong',
    ],
  ])('may hold %s: its ids stay known', (_, right, wrong, key, code) => {
    const section =
      '    - 标题: 保持校园安全\n      正文: 发现隐患695处，完成整改695处，其他1处。\n      指标:\n        发现隐患: 695处\n        完成整改: 695处';
    expect(findings(withSection(section, '{{完成整改}}'))).toEqual([]);
    expect(section).toContain(right);
    const text = withSection(section.replace(right, wrong), '{{完成整改}}');
    expect(findings(text.replace('▸', ''))).toEqual([`${position(text, key)} schema ${code}`]);
  });

  it.each([
    ['rows that are a list', '行: { 省级: [3人] }', '▸行: [[3人]]'],
    ['a row that is a text', '行: { 省级: [3人] }', '行: { 省级: ▸3人 }'],
    ['columns that are a text', '列: [名校长]', '列: ▸名校长'],
    ['a cell that is a mapping', '省级: [3人]', '省级: [{ ▸人数: 3人 }]'],
    [
      'a table that is a list',
      '{ 名称: 各级名师情况, 列: [名校长], 行: { 省级: [3人] } }',
      '[名校长, 3人]',
      '各级名师: [',
    ],
    ['a table that is a text', '{ 名称: 各级名师情况, 列: [名校长], 行: { 省级: [3人] } }', '▸3人'],
  ])('may hold %s: its cells stay known', (_, right, wrong, key = undefined as string | undefined) => {
    const text = replaced(right, wrong);
    expect(findings(text.replace('▸', ''))).toEqual([`${position(text, key)} schema type-wrong`]);
  });

  it('names things as it does itself', () => {
    const said = (text: string): string[] =>
      lint(
        FILE,
        text,
        withPrevious(() => undefined, text),
      ).diagnostics.map(({ message }) => message.zh);
    expect(said(replaced('上年: 2016.report.yaml', '上年: [甲]'))).toEqual(['“上年”应写文字，这里是列表']);
    expect(said(replaced('上年值: 690处', '上年值: [甲]'))).toEqual(['“上年值”应写文字，这里是列表']);
    expect(
      said(
        replaced(
          '{ 数值: 695处, 上年值: 690处, 历年: { 2015: 600处 }, 截至: 2017-12, 方向: 越高越好 }',
          '[甲]',
        ),
      ),
    ).toEqual(['“完成整改”应写一组“键: 值”，这里是列表']);
    expect(said(withSection('    -'))).toEqual(['“章节”应写一个章节（标题、正文等键），这里是空']);
    for (const name of ['constructor', '__proto__', 'toString'])
      expect(said(replaced('发现隐患: 695处', `发现隐患: 695处\n        ${name}: [甲]`))).toEqual([
        `“${name}”应写一组“键: 值”，这里是列表`,
      ]);
    expect(said(replaced('是否编号: 否', '是否编号: constructor'))).toEqual([
      '“是否编号”应写是或否，这里是“constructor”',
    ]);
  });

  it('with many mistakes has a finding for each', () => {
    const text = draft
      .replace('年度: 2017', '年度: 二〇一七')
      .replace('语言: zh-CN', '语言: 中文')
      .replace('不用: [幼师高专]', '不用: 幼师高专')
      .replace('配合: [人事科, 财务科]', '配合: 人事科')
      .replace('截至: 2017-12', '截至: 年底')
      .replace('是否编号: 否', '是否编号: 不')
      .replace('完成时限: 2018-07', '完成时限: 每月');
    expect(findings(text).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'schema year-written',
      'schema language-wrong',
      'schema type-wrong',
      'schema type-wrong',
      'schema date-yearless',
      'schema boolean-wrong',
      'schema date-endless',
    ]);
  });
});

describe('section files', () => {
  const own =
    '标题: 保持校园安全\n正文: 发现隐患695处，完成整改695处。\n指标:\n  发现隐患: 695处\n  完成整改: 695处\n';
  const taken = (path: string): string => withSection(`    - 文件: ▸${path}`, '{{完成整改}}');

  it('are read', () => {
    const { report, diagnostics } = lint(
      `a/${FILE}`,
      taken('offices/安全科.section.yaml').replace('▸', ''),
      withPrevious((file) => (file === 'a/offices/安全科.section.yaml' ? own : undefined), ''),
    );
    expect(diagnostics).toEqual([]);
    expect(report?.metrics.map(({ id, path }) => [id, path[0]])).toEqual([
      ['发现隐患', 'a/offices/安全科.section.yaml'],
      ['完成整改', 'a/offices/安全科.section.yaml'],
    ]);
    expect(report?.sections.map(({ data, number }) => number + data.title)).toEqual([
      '一、保持校园安全',
      '教师培训',
      '一、学校建设',
    ]);
  });

  it.each([
    ['../安全科.section.yaml', 'file-outside'],
    ['offices/../../安全科.section.yaml', 'file-outside'],
    ['/etc/安全科.section.yaml', 'file-outside'],
    ['C:\\安全科.section.yaml', 'file-outside'],
    ['offices\\..\\安全科.section.yaml', 'file-outside'],
    ['offices/没有.section.yaml', 'file-missing'],
    [FILE, 'file-circular'],
    [`./${FILE}`, 'file-circular'],
  ])('that cannot be taken in are one finding: %s', (path, code) => {
    const text = taken(path).replace('{{完成整改}}', code === 'file-circular' ? '甲' : '{{完成整改}}');
    let read: string[] = [];
    const found = findings(text.replace('▸', ''), (file) => {
      read = [...read, file];
      return file === FILE ? text : undefined;
    });
    expect(found).toEqual([`${position(text)} schema ${code}`]);
    expect(read).toEqual(code === 'file-missing' ? [path] : []);
  });

  it('that are missing leave what is nearly right to be found', () => {
    const text = taken('没有.section.yaml').replace('年内{{完成整改}}', '年内{{年度投姿}}').replace('▸', '');
    expect(findings(text)).toEqual([
      `${position(taken('没有.section.yaml'))} schema file-missing`,
      `${position(text, '年度投姿')} references-known near`,
    ]);
  });

  const broken: readonly (readonly [name: string, text: string, finding: string])[] = [
    ['broken YAML', '标题: { 甲: \n正文: 乙\n', 'yaml syntax'],
    ['nothing', '', 'yaml empty'],
    ['a list', '- 标题: 甲\n', 'schema not-a-mapping'],
    ['a text', '甲\n', 'schema not-a-mapping'],
  ];
  it.each(broken)('that hold %s are one finding, which names the file', (_, text, finding) => {
    const found = findings(taken('甲.section.yaml').replace('▸', ''), () => text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^甲\\.section\\.yaml:\\d+:\\d+ ${finding}$`));
  });

  it.each([
    ['标题: 保持校园安全', '▸标题: [甲]', 'schema type-wrong'],
    ['正文: ', '▸正问: ', 'schema key-misspelt'],
    ['  发现隐患: 695处', '  ▸发现隐患: [695处]', 'schema type-wrong'],
    ['标题: 保持校园安全', 'title: 保持校园安全', 'schema keys-mixed', 'title'],
    ['完成整改695处', '完成整改{{▸无此指标}}', 'references-known unknown'],
    ['标题: 保持校园安全', '标题: ▸一、保持校园安全', 'titles-unnumbered numbered'],
  ])(
    'with a mistake have a finding that names the file: %s',
    (right, wrong, finding, key = undefined as string | undefined) => {
      expect(own).toContain(right);
      const text = own.replace(right, wrong);
      expect(findings(taken('甲.section.yaml').replace('▸', ''), () => text.replace('▸', ''))).toEqual([
        `甲.section.yaml:${position(text, key)} ${finding}`,
      ]);
    },
  );

  it('may name others, all from the folder of the draft', () => {
    const files: Readonly<Record<string, string>> = {
      'a/甲.section.yaml': '标题: 甲\n章节:\n  - 文件: a/乙.section.yaml\n',
      'a/乙.section.yaml': own,
    };
    const text = taken('a/甲.section.yaml').replace('▸', '');
    expect(findings(text, (file) => files[file])).toEqual([]);
    expect(findings(text, (file) => files[file]?.replace('a/乙', '▸a/丙').replace('▸', ''))).toEqual([
      'a/甲.section.yaml:3:9 schema file-missing',
    ]);
  });

  it('that name themselves or one another are one finding', () => {
    const files: Readonly<Record<string, string>> = {
      '甲.section.yaml': '标题: 甲\n章节:\n  - 文件: 乙.section.yaml\n',
      '乙.section.yaml': `${own}章节:\n  - 文件: 甲.section.yaml\n`,
      '丙.section.yaml': `${own}文件: 丙.section.yaml\n`,
    };
    const read = (file: string): string | undefined => files[file];
    expect(findings(taken('甲.section.yaml').replace('▸', ''), read)).toEqual([
      '乙.section.yaml:7:9 schema file-circular',
    ]);
    expect(findings(taken('丙.section.yaml').replace('▸', ''), read)).toEqual([
      '丙.section.yaml:6:5 schema file-circular',
    ]);
  });

  it.each(['甲.section.yaml', './甲.section.yaml'])('that are taken in twice are one finding: %s', (path) => {
    const text = withSection('    - 文件: 甲.section.yaml', '{{完成整改}}').replace(
      '附件:',
      `附件:\n  - 标题: 附\n    章节:\n      - 文件: ▸${path}`,
    );
    expect(findings(text.replace('▸', ''), () => own)).toEqual([`${position(text)} schema file-twice`]);
  });
});

/** The same files, and last year’s draft, which the draft names. */
function withPrevious(
  read: (file: string) => string | undefined,
  text: string,
): (file: string) => string | undefined {
  const plan = text.includes('旧目标:')
    ? '计划: { 章节: [{ 标题: 建设, 正文: 平稳。, 目标: { 旧目标: { 完成时限: 2017 } } }] }'
    : '总结: { 导语: 平稳。 }';
  return (file) =>
    file.endsWith('2016.report.yaml')
      ? `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2016\n${plan}\n`
      : read(file);
}

/** The findings of a draft as `line:column rule code`, with the file before it where that is another. */
function findings(text: string, read: (file: string) => string | undefined = () => undefined): string[] {
  return lint(FILE, text, withPrevious(read, text)).diagnostics.map(
    ({ file, rule, code, range: { start } }) =>
      `${file === FILE ? '' : `${file}:`}${start.line}:${start.column} ${rule} ${code}`,
  );
}

/** The draft with one thing changed. */
function replaced(right: string, wrong: string): string {
  expect(draft.split(right)).toHaveLength(2);
  return draft.replace(right, wrong);
}

/** The draft with another first section, and another text in the plan. */
const withSection = (section: string, body?: string): string => {
  const text = draft
    .replace(/ {4}- 标识: 校园安全[^]*(?= {4}- 标题: 教师培训)/, `${section}\n`)
    .replace('另见{{完成整改}}、{{章节：校园安全}}。', '培训12期。');
  return body === undefined ? text : text.replace('年内开工', `年内${body}`);
};

/** The draft with other sections in the summary. */
const withSections = (sections: string): string =>
  draft.replace(/ {2}章节:\n {4}- 标识[^]*(?=计划:)/, `${sections}\n`);

/** Line and column of the mark ▸, or of the first place of a word. */
function position(text: string, word = '▸', skip = 0): string {
  const at = text.indexOf(word);
  expect(at).toBeGreaterThan(-1);
  const before = text.slice(0, at + skip).split('\n');
  return `${before.length}:${(before.at(-1) as string).length + 1}`;
}
