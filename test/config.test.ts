import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { optionProblem, readConfig } from '../src/lint/settings/config.ts';
import { lint } from '../src/lint/lint.ts';
import { rules } from '../src/rules/index.ts';
import { readOption, resolveOptions } from '../src/rules/options.ts';
import { folder, report } from './cli.ts';

const draft =
  '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n计划:\n  章节:\n    - 标题: 建校\n      正文: 完成投资2亿元。\n      目标:\n        投资: 2亿元\n';
/** `rule severity` of each finding. */
const found = async (cwd: string, ...argv: string[]): Promise<string[]> => {
  const { stdout } = await report(cwd, ['lint', '--format', 'json', ...argv]);
  return (JSON.parse(stdout) as { findings: { rule: string; severity: string }[] }).findings.map(
    ({ rule, severity }) => `${rule} ${severity}`,
  );
};

describe('report.config.yaml', () => {
  it('sets levels, found upward from the draft', async () => {
    const cwd = folder({
      'x/y/a.report.yaml': draft,
      'report.config.yaml': 'rules: { targets-dated: error, targets-led: off }\n',
    });
    expect(await found(cwd)).toEqual(['targets-dated error']);
    const nearer = folder({
      'x/y/a.report.yaml': draft,
      'report.config.yaml': 'rules: { targets-dated: error }\n',
      'x/report.config.yaml': 'rules: { targets-led: warning }\n',
    });
    expect(await found(nearer)).toEqual(['targets-dated info', 'targets-led warning']);
  });

  it('builds on presets, and overrides some files', async () => {
    const config =
      'extends: [recommended, strict]\nrules: { targets-dated: info }\noverrides:\n  - files: ["b/**"]\n    rules: { targets-led: off }\n';
    const cwd = folder({ 'a/a.report.yaml': draft, 'b/b.report.yaml': draft, 'report.config.yaml': config });
    expect(await found(cwd, 'a')).toEqual(['targets-dated info', 'targets-led warning']);
    expect(await found(cwd, 'b')).toEqual(['targets-dated info']);
  });

  it('names the files to check and those to leave out of a search', async () => {
    const files = { 'a/a.report.yaml': draft, 'b/b.report.yaml': draft, 'c/c.report.yaml': draft };
    const cwd = folder({ ...files, 'report.config.yaml': 'files: ["[ab]/*.yaml"]\nignore: ["b/**"]\n' });
    expect((await report(cwd, ['lint', '--lang', 'en'])).stdout).toContain('in 1 file\n');
    expect((await report(cwd, ['lint', '--lang', 'en', 'b/b.report.yaml', '--no-ignore'])).stdout).toContain(
      'in 1 file\n',
    );
    expect(
      (await report(folder({ ...files, 'report.config.yaml': 'language: zh\n' }), ['lint', '--quiet']))
        .stdout,
    ).toBe('没有错误，共3个文件（另有6个提示未列出）\n没有要核对的数字；计划数6个不计在内\n');
  });

  it.each([
    [
      'an unknown rule',
      'rules:\n  targets-datd: off\n',
      '2:3 there is no rule “targets-datd”; “targets-dated” was probably meant',
    ],
    [
      'an unknown level',
      'rules:\n  targets-dated: eror\n',
      '2:18 “eror” is not a level; “error” was probably meant',
    ],
    ['a level of the form', 'rules:\n  schema: off\n', '2:3 “schema” cannot be switched'],
    [
      'an unknown key',
      'rules: {}\nextend: [strict]\n',
      '2:1 unknown key “extend”; “extends” was probably meant',
    ],
    [
      'an unknown preset',
      'extends: [stict]\n',
      '1:11 “stict” is not a value of this key (choose what is meant: recommended, official, strict)',
    ],
    [
      'a rule in an override',
      'overrides:\n  - files: [a]\n    rules: { ids-uniqe: off }\n',
      '3:14 there is no rule “ids-uniqe”',
    ],
    [
      'an unknown option',
      'rules:\n  placeholders-filled: [info, { phrase: [待定] }]\n',
      '2:33 “placeholders-filled” has no option “phrase”; “phrases” was probably meant',
    ],
    [
      'an option of the wrong type',
      'rules:\n  placeholders-filled: [info, { phrases: 待定 }]\n',
      '2:42 “phrases” should be a list of texts',
    ],
    [
      'an option of a rule that has none',
      'rules: { ids-unique: [error, { deep: true }] }\n',
      '1:32 “ids-unique” has no options',
    ],
    [
      'a wrong level before options',
      'rules: { placeholders-filled: [eror, { phrases: [待定] }] }\n',
      '1:32 “eror” is not a level; “error” was probably meant',
    ],
    [
      'options that are none',
      'rules: { placeholders-filled: [error, 待定] }\n',
      '1:10 “placeholders-filled” should be a level, or a list',
    ],
    ['no level', 'rules: { placeholders-filled: [] }\n', '“” is not a level'],
    ['a key as a term', 'terms: { 指标: 某项指标 }\n', '1:10 “指标” is a key of the format'],
    [
      'a wrong term',
      'terms: { 幼高专: { fall: 学校 } }\n',
      '1:17 unknown key “fall”; “full” was probably meant',
    ],
    ['a missing key', 'overrides:\n  - files: [a]\n', 'lacks “rules”'],
    ['broken YAML', 'rules: "\n', ''],
    ['a list', '- a\n', ''],
  ])('with %s ends with 2 and its place, and checks nothing', async (_, config, message) => {
    const { code, stdout, stderr } = await report(
      folder({ 'a.report.yaml': draft, 'report.config.yaml': config }),
      ['lint'],
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('nothing was checked');
    expect(stderr).toContain(message);
  });
});

describe('options of rules', () => {
  const text = draft.replace('完成投资', '（待定）完成【多少】投资');

  it('go with the level, and overrides set each for itself', async () => {
    const config =
      'rules: { placeholders-filled: [unfinished, { phrases: [待定, （待定） ] }], targets-led: [off], targets-dated: off }\n';
    const over = `${config}overrides:\n  - { files: ["b/*"], rules: { placeholders-filled: error } }\n`;
    const cwd = folder({ 'a/a.report.yaml': text, 'b/b.report.yaml': text, 'report.config.yaml': over });
    expect(await found(cwd, 'a')).toEqual(['placeholders-filled info', 'placeholders-filled info']);
    expect(await found(cwd, 'b')).toEqual(['placeholders-filled error', 'placeholders-filled error']);
    expect((await report(cwd, ['lint', '--lang', 'zh', 'a'])).stdout).toContain('（待定）、【多少】   8');
    const { stdout } = await report(cwd, ['lint', 'b', '--print-config']);
    expect(JSON.parse(stdout)).toMatchObject({
      rules: { 'placeholders-filled': ['error', { phrases: ['待定', '（待定）'] }], 'targets-led': 'off' },
    });
    const final = text.replace('年度: 2017', '年度: 2017\n发布日期: 2018-01-17');
    expect(await found(folder({ 'a.report.yaml': final, 'report.config.yaml': config }))).toEqual([
      'placeholders-filled error',
      'placeholders-filled error',
    ]);
  });

  it.each([
    [
      'a number',
      { default: 5, example: 10, range: [0, 50] },
      '7.5',
      7.5,
      ['-1', '51', '5%', 'five', '', ['5']],
      'a number from 0 to 50',
    ],
    [
      'true or false',
      { default: true, example: false },
      'false',
      false,
      ['no', '0', '', ['true']],
      'true or false',
    ],
    ['a text', { default: '元', example: '万元' }, '007', '007', ['', ['元'], null], 'a text'],
    [
      'a list of texts',
      { default: ['a'], example: ['b'] },
      ['b', 'c'],
      ['b', 'c'],
      ['b', [''], [['b']], null],
      'a list of texts',
    ],
  ] as const)('can be %s', (_, option, written, value, wrong, type) => {
    const description = { en: '', zh: '' };
    const options = { it: { ...option, description } };
    expect(readOption(options.it, written)).toEqual(value);
    for (const each of wrong) {
      expect(readOption(options.it, each)).toBeUndefined();
      expect(optionProblem({ id: 'a-rule', options }, 'it', each)).toMatchObject({
        code: 'option-wrong',
        data: { en: type },
      });
    }
    expect(resolveOptions(options)).toEqual({ it: option.default });
    expect(resolveOptions(options, { it: value })).toEqual({ it: value });
  });
});

describe('the reach of approximate figures', () => {
  const text = [
    '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:',
    '    - 标题: 投入\n      正文: 安排约4000万元，其中市级2100万元、县级2040万元。',
    '      指标: { 投入: { 数值: 约4000万元, 算式: 市级 + 县级 }, 市级: 2100万元, 县级: 2040万元 }\n',
  ].join('\n');
  const findings = async (config: string): Promise<string[]> =>
    found(folder({ 'a.report.yaml': text, 'report.config.yaml': config }));

  it('is that of the project for the text, for metrics and for formulas', async () => {
    expect(await findings('approximation: 5%\n')).toEqual([]);
    expect(await findings('ignore: []\n')).toEqual([]);
    expect(await findings('approximation: 4.5%\n')).toEqual([]);
    // one step of 4000 is 1000, whatever the percentage
    expect(await findings('approximation: 1%\n')).toEqual([]);
    const fine = text.replaceAll('约4000万元', '约4010万元');
    const cwd = folder({ 'a.report.yaml': fine, 'report.config.yaml': 'approximation: 1%\n' });
    // one finding, at the formula; without one, the text is held to its parts
    expect(await found(cwd)).toEqual(['formulas-hold error']);
    const textOnly = fine.replace(', 算式: 市级 + 县级', '');
    expect(
      await found(folder({ 'a.report.yaml': textOnly, 'report.config.yaml': 'approximation: 1%\n' })),
    ).toEqual(['parts-add-up error']);
    expect(await found(folder({ 'a.report.yaml': textOnly }))).toEqual([]);
    expect(JSON.parse((await report(cwd, ['lint', '--print-config'])).stdout)).toMatchObject({
      approximation: '1%',
    });
    expect(await found(folder({ 'a.report.yaml': fine }))).toEqual([]);
    expect(
      await found(folder({ 'a.report.yaml': fine, 'report.config.yaml': 'approximation: 3.5％\n' })),
    ).toEqual([]);
  });

  it.each(['5', '0.05', '100%', '-5%', 'wide', '[5%]'])('cannot be %s', (written) => {
    const { diagnostics } = readConfig('report.config.yaml', `approximation: ${written}\n`);
    expect(diagnostics.map(({ severity, range: { start } }) => `${severity} ${start.line}`)).toEqual([
      'error 1',
    ]);
  });
});

describe('terms of a project', () => {
  it('join those of a draft, which go before them', async () => {
    const { config, diagnostics } = readConfig(
      'report.config.yaml',
      'terms: { 甲: 甲全称, 乙: { full: 乙全称, avoid: [乙乙] } }\n',
    );
    expect(diagnostics).toEqual([]);
    const { report: read } = lint(
      'a.report.yaml',
      `${draft}术语: { 乙: 本稿的乙 }\n`,
      () => undefined,
      config.terms ? { terms: config.terms } : {},
    );
    expect(read?.terms.map(({ id, path, data }) => [id, path?.[0], data.full])).toEqual([
      ['乙', 'a.report.yaml', '本稿的乙'],
      ['甲', undefined, '甲全称'],
    ]);
    const cwd = folder({ 'a.report.yaml': draft, 'report.config.yaml': 'terms: { 甲: 甲全称 }\n' });
    expect(JSON.parse((await report(cwd, ['lint', '--print-config'])).stdout)).toMatchObject({
      terms: { 甲: { full: '甲全称' } },
    });
  });
});

describe('the command line over the configuration', () => {
  const cwd = folder({ 'a.report.yaml': draft, 'report.config.yaml': 'rules: { targets-dated: warning }\n' });

  it('sets levels and picks rules', async () => {
    expect(await found(cwd)).toEqual(['targets-dated warning', 'targets-led info']);
    expect(await found(cwd, '--rule', 'targets-dated:error', '--rule', 'targets-led:off')).toEqual([
      'targets-dated error',
    ]);
    expect(await found(cwd, '--only', 'targets-led')).toEqual(['targets-led info']);
    expect(await found(cwd, '--skip', 'targets-led')).toEqual(['targets-dated warning']);
  });

  it('counts warnings, also where only errors are shown', async () => {
    expect((await report(cwd, ['lint', '--max-warnings', '1'])).code).toBe(0);
    expect((await report(cwd, ['lint', '--max-warnings', '0'])).code).toBe(1);
    expect(await report(cwd, ['lint', '--max-warnings', '0', '--quiet', '--lang', 'en'])).toEqual({
      code: 1,
      stdout:
        'no errors in 1 file (1 warning, 1 info not shown)\nno figures to cross-check; not counted: 2 planned figures\n',
      stderr: 'report: 1 warning, and --max-warnings allows 0\n',
    });
    const { stdout } = await report(cwd, ['lint', '--max-warnings', '0', '--quiet', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [],
      counts: { error: 0, warning: 1, info: 1, files: 1 },
    });
  });

  it('shows the configuration', async () => {
    const { stdout, code } = await report(cwd, ['lint', '--print-config', '--skip', 'ids-unique']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'a.report.yaml',
      config: 'report.config.yaml',
      rules: { 'targets-dated': 'warning', 'ids-unique': 'off', 'references-known': 'error' },
    });
  });

  it.each([
    [['--rule', 'targets-dated']],
    [['--rule', 'no:error']],
    [['--rule', 'targets-dated:off:error']],
    [['--only', 'no']],
    [['--skip', 'no']],
    [['--max-warnings', '-1']],
    [['--max-warnings', 'many']],
  ])('%j ends with 2', async (argv) =>
    expect(await report(cwd, ['lint', ...argv])).toMatchObject({ code: 2, stdout: '' }),
  );
});

describe('a run in which no rule is left', () => {
  it.each([
    ['rules: {}\n', ['--only', 'ids-unique', '--skip', 'ids-unique']],
    ['rules: {}\n', ['--only', 'ids-unique', '--rule', 'ids-unique:off']],
    ['rules: {}\n', ['--only', 'figures-declared']],
    ['rules: { ids-unique: off }\n', ['--only', 'ids-unique']],
  ])('ends with 2: %j %j', async (config, argv) => {
    const cwd = folder({ 'a.report.yaml': draft, 'report.config.yaml': config });
    for (const format of ['text', 'json']) {
      const { code, stderr } = await report(cwd, ['lint', ...argv, '--format', format, '--lang', 'en']);
      expect({ code, stderr }).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('no rule is left that would check “a.report.yaml”') as string,
      });
    }
  });

  it('is one in which a rule that compares with last year’s report has none to compare with', async () => {
    const cwd = folder({ 'a.report.yaml': draft.replace('计划:', '上年: 无.yaml\n计划:') });
    for (const { id, compares } of rules) {
      const expected = compares || id === 'previous-found' ? ['previous-found error'] : [];
      const { stdout } = await report(cwd, [
        'lint',
        '--only',
        id,
        '--rule',
        `${id}:error`,
        '--format',
        'json',
      ]);
      const read = (JSON.parse(stdout) as { findings: { rule: string; severity: string }[] }).findings.map(
        ({ rule, severity }) => `${rule} ${severity}`,
      );
      expect(
        read.filter((each) => each.startsWith('previous-found')),
        id,
      ).toEqual(expected);
    }
  });
});

describe('comments that silence a rule', () => {
  const silenced = (comment: string, behind = ''): string =>
    draft
      .replace('        投资', `        ${comment}\n        投资`)
      .replace('2亿元\n', `2亿元${behind}\n`)
      .replace('\n\n', '\n');

  it('cover what stands below them or in their line, in both languages', async () => {
    for (const comment of [
      '# 忽略 targets-dated -- 待批复',
      '# report-ignore targets-dated -- not settled',
      '#忽略 targets-dated —— 待批复',
    ])
      expect(await found(folder({ 'a.report.yaml': silenced(comment) }))).toEqual(['targets-led info']);
    expect(
      await found(
        folder({ 'a.report.yaml': draft.replace('投资: 2亿元', '投资: 2亿元 # 忽略 targets-led -- 待定') }),
      ),
    ).toEqual(['targets-dated info']);
  });

  it('cover a whole section from above its first key, and no other', async () => {
    const two = `${draft}    - 标题: 扩校\n      正文: 扩建2所。\n      目标:\n        扩建: 2所\n`;
    const above = two.replace('    - 标题: 建校', '    # 忽略 targets-dated -- 待批复\n    - 标题: 建校');
    expect(await found(folder({ 'a.report.yaml': above }), '--only', 'targets-dated')).toEqual([
      'targets-dated info',
    ]);
  });

  it('are heeded only with a reason, and not with --no-inline', async () => {
    expect(await found(folder({ 'a.report.yaml': silenced('# 忽略 targets-dated') }))).toEqual([
      'suppressions-justified warning',
      'targets-dated info',
      'targets-led info',
    ]);
    expect(
      await found(folder({ 'a.report.yaml': silenced('# 忽略 targets-dated -- 待批复') }), '--no-inline'),
    ).toEqual(['targets-dated info', 'targets-led info']);
  });

  it.each([
    '# 忽略 target-dated -- 待批复',
    '# 忽略 schema -- 待批复',
    '# 忽略 ids-unique -- 待批复',
    '# 忽略',
  ])('are a finding where they silence nothing: %s', async (comment) =>
    expect(
      await found(
        folder({ 'a.report.yaml': silenced(comment) }),
        '--skip',
        'targets-led',
        '--skip',
        'targets-dated',
      ),
    ).toEqual(['suppressions-justified warning']),
  );

  it('are words in a text, not comments', async () => {
    expect(
      await found(
        folder({
          'a.report.yaml': draft.replace(
            '正文: 完成',
            '正文: |\n        # 忽略 targets-dated -- 见下\n        完成',
          ),
        }),
      ),
    ).toEqual(['marks-supported warning', 'targets-dated info', 'targets-led info']);
  });
});

describe('section files and offices', () => {
  const files = {
    'a.report.yaml':
      '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  导语: 【待写】\n  章节:\n    - 文件: 科/基建科.section.yaml\n    - 文件: 科/人事.section.yaml\n',
    '科/基建科.section.yaml': '标题: 建校\n正文: 完成【多少】，投入【多少】。\n',
    '科/人事.section.yaml': '标题: 培训\n牵头: 人事科\n正文: 【待补】\n',
  };

  it('tell what is missing by office', async () => {
    const cwd = folder(files);
    expect((await report(cwd, ['lint', '--lang', 'zh'])).stdout).toContain(
      '\n还缺4项：基建科2项，人事科1项，其余1项\n4个提示，共1个文件\n',
    );
    expect((await report(cwd, ['lint', '--lang', 'en'])).stdout).toContain(
      '\nstill to be filled in: 4 (基建科 2, 人事科 1, others 1)\n',
    );
  });

  it('are checked by themselves as far as they go, and it is said how far', async () => {
    const cwd = folder({
      ...files,
      '科/基建科.section.yaml': '标题: （一）建校\n正文: 完成{{别处的指标}}。\n目标:\n  投资: “2亿元”\n',
    });
    const { code, stdout, stderr } = await report(cwd, [
      'lint',
      '科/基建科.section.yaml',
      '--format',
      'json',
      '--lang',
      'en',
    ]);
    const found = (JSON.parse(stdout) as { findings: { file: string; rule: string }[] }).findings;
    expect(code).toBe(1);
    expect(found.map(({ file, rule }) => `${file} ${rule}`)).toEqual(
      ['titles-unnumbered', 'targets-dated', 'targets-led', 'yaml'].map(
        (rule) => `科/基建科.section.yaml ${rule}`,
      ),
    );
    expect(stderr).toContain('references');
  });
});

describe('--keys', () => {
  it('turns a draft from one key set into the other and back, byte for byte', async () => {
    const body = '到{{年度}}年后完成{{投资.目标值}}，见{{ 章节：建校 }}，';
    const more = `        引进: { 目标值: 1—2所, 是否必保: false }
      指标:
        甲: { 数值: 3人, 上年值: 2人 }
        乙: { 数值: 7人, 算式: '求和(甲, 甲.上年值) + 求和("甲.上年值")' }
`;
    const text = `# 注\n${draft.replace('建校', '"建校" # 注').replace('完成', body).replace('2亿元。', '2亿元，引进1—2所，甲3人、乙7人。')}${more}`;
    const cwd = folder({ 'a.report.yaml': text });
    expect((await report(cwd, ['lint', '--keys', 'en'])).code).toBe(1);
    expect((await report(cwd, ['lint', '--keys', 'en', '--fix'])).code).toBe(0);
    const english = readFileSync(join(cwd, 'a.report.yaml'), 'utf8');
    // the text stays Chinese, and so do its numbers
    expect(english).toMatch(/^# 注\nlanguage: zh\nschema: 1\n/);
    expect(english).toContain(
      'body: 到{{year}}年后完成{{投资.level}}，见{{ section：建校 }}，投资2亿元，引进1—2所，甲3人、乙7人。',
    );
    expect(english).toContain(`formula: 'sum(甲, 甲.previous) + sum("甲.previous")'`);
    expect(english).toContain('targets:\n        投资: 2亿元\n        引进: { level: 1—2所, firm: false }');
    expect((await report(cwd, ['lint', '--keys', 'zh', '--fix'])).code).toBe(0);
    expect(readFileSync(join(cwd, 'a.report.yaml'), 'utf8')).toBe(text);
  });

  it.each(['jiangmen-education', 'riverside-transport'])(
    'turns a whole example, which renders as before: %s',
    async (name) => {
      const example = resolve(import.meta.dirname, '../examples', name);
      const files = readdirSync(example, { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.yaml'),
      );
      const texts = Object.fromEntries(
        files.map((file) => [file, readFileSync(join(example, file), 'utf8')]),
      );
      const cwd = folder(texts);
      const read = (): Record<string, string> =>
        Object.fromEntries(files.map((file) => [file, readFileSync(join(cwd, file), 'utf8')]));
      const [away, back] = name.startsWith('jiang') ? ['en', 'zh'] : ['zh', 'en'];
      await report(cwd, ['lint', '--keys', away, '--fix']);
      expect(read()).not.toEqual(texts);
      expect((await report(cwd, ['render', '2017.report.yaml'])).stdout).toBe(
        (await report(example, ['render', '2017.report.yaml'])).stdout,
      );
      await report(cwd, ['lint', '--keys', back, '--fix']);
      expect(read()).toEqual(texts);
    },
  );
});
