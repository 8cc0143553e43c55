import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { folder, report, type Ended } from './cli.ts';

const schema = (name: string): object =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../schemas', name), 'utf8')) as object;
const isBaseline = new Ajv2020({ allowUnionTypes: true }).compile(schema('baseline.schema.json'));

const head = (year = 2017, organization = '某区教育局'): string =>
  `格式: 1\n标题: 工作总结\n编制单位: ${organization}\n年度: ${year}\n`;
const section = (title: string, body: string, more = ''): string =>
  `    - 标题: ${title}\n${more}      正文: ${body}\n`;
const draft = (...sections: readonly string[]): string => `${head()}总结:\n  章节:\n${sections.join('')}`;

const rate = '整改隐患691处，占695处的98.4%。';
const points = '入园率由90%提高3%到93%。';
const FILE = 'report.baseline.json';

const lint = (cwd: string, ...argv: readonly string[]): Promise<Ended> =>
  report(cwd, ['lint', ...argv, '--lang', 'zh', '--no-cache']);
const held = (cwd: string, ...argv: readonly string[]): Promise<Ended> =>
  lint(cwd, '--baseline', FILE, ...argv);

interface Found {
  readonly findings: readonly { readonly rule: string; readonly file: string }[];
  readonly baseline?: {
    readonly files: readonly string[];
    readonly known: Readonly<Record<string, number>>;
    readonly stale: readonly {
      readonly rule: string;
      readonly section?: string;
      readonly text?: string;
      readonly count: number;
    }[];
  };
}
const found = async (cwd: string, ...argv: readonly string[]): Promise<Found> =>
  JSON.parse((await held(cwd, '--format', 'json', ...argv)).stdout) as Found;

const write = (cwd: string, name: string, text: string): void => writeFileSync(join(cwd, name), text);
const read = (cwd: string, name = FILE): string => readFileSync(join(cwd, name), 'utf8');

/** A folder with a draft of two faults, both in its baseline. */
async function known(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = folder({ '2017.report.yaml': draft(section('安全', rate), section('入园', points)), ...files });
  const { code } = await lint(cwd, '--update-baseline', '--baseline', FILE);
  expect(code).toBe(0);
  return cwd;
}

describe('a baseline', () => {
  it('holds back what it knows, and says how many', async () => {
    const cwd = await known();
    const { code, stdout, stderr } = await held(cwd);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '没有新问题，共1个文件，2个在基线里\n6个数字：3个有核对（1条规则），3个只此一处\n',
      stderr: '',
    });
    const english = await report(cwd, ['lint', '--baseline', FILE, '--lang', 'en']);
    expect(english.stdout).toBe(
      'no new problems in 1 file, 2 in the baseline\n6 figures: 3 cross-checked (1 rule), 3 stand alone\n',
    );
  });

  it('shows and fails only what is new', async () => {
    const cwd = await known();
    write(
      cwd,
      '2017.report.yaml',
      draft(
        section('安全', rate),
        section('入园', points),
        section('培训', '整改隐患691处，占695处的89.4%。'),
      ),
    );
    const { code, stdout } = await held(cwd);
    expect(code).toBe(1);
    expect(stdout).toContain('89.4%');
    expect(stdout).not.toContain('98.4%');
    expect(stdout).toContain('1个错误，共1个文件，2个在基线里');
  });

  it('loses nothing when a section is moved, lines are inserted and the file is renamed', async () => {
    const cwd = await known();
    rmSync(join(cwd, '2017.report.yaml'));
    mkdirSync(join(cwd, '年报'));
    const inner = `    - 标题: 总述\n      正文: 平稳。\n      章节:\n        - 标题: 安全\n          正文: |\n            先说一句。\n            ${rate}\n`;
    write(cwd, '年报/新名.report.yaml', `# 注\n\n${draft(section('入园', points), inner)}`);
    expect((await held(cwd)).stdout).toBe(
      '没有新问题，共1个文件，2个在基线里\n6个数字：3个有核对（1条规则），3个只此一处\n',
    );
  });

  it('reports one that is added where another of the same rule is mended', async () => {
    const cwd = await known();
    write(
      cwd,
      '2017.report.yaml',
      draft(
        section('安全', rate),
        section('入园', '入园率由90%提高3个百分点到93%，升学率95%，比上年提高2%。'),
      ),
    );
    const { findings, baseline } = await found(cwd);
    expect(findings.map(({ rule }) => rule)).toEqual(['points-not-percent']);
    expect(baseline?.stale.map(({ rule, text }) => [rule, text])).toEqual([['points-not-percent', '3%']]);
  });

  it('counts what is equal in everything', async () => {
    const body = '经费【待补】万元。';
    const cwd = folder({ '2017.report.yaml': draft(section('经费', body + body)) });
    await lint(cwd, '--update-baseline');
    expect(JSON.parse(read(cwd))).toMatchObject({
      reports: [{ findings: [{ text: '【待补】', count: 2 }] }],
    });
    expect((await found(cwd)).findings).toEqual([]);
    write(cwd, '2017.report.yaml', draft(section('经费', body.repeat(3))));
    const more = await found(cwd);
    expect(more.findings).toHaveLength(1);
    expect(more.findings[0]).toMatchObject({ range: { start: { line: 8, column: 31 } } });
    write(cwd, '2017.report.yaml', draft(section('经费', body)));
    expect((await found(cwd)).baseline?.stale).toMatchObject([{ count: 1 }]);
  });

  it('shows what has become more severe', async () => {
    const cwd = folder({ '2017.report.yaml': draft(section('经费', '经费【待补】万元。')) });
    await lint(cwd, '--update-baseline');
    expect((await held(cwd)).code).toBe(0);
    write(
      cwd,
      '2017.report.yaml',
      draft(section('经费', '经费【待补】万元。')).replace('总结:', '发布日期: 2018-01-17\n总结:'),
    );
    const { code, stdout, stderr } = await held(cwd);
    expect(code).toBe(1);
    expect(stdout).toContain('1个错误');
    expect(stderr).toBe('');
  });

  it('shows figures that join those of a section, and not those that leave', async () => {
    const rules = ['--rule', 'figures-declared:warning', '--only', 'figures-declared'];
    const of = (body: string): string => draft(section('培训', body));
    const cwd = folder({ '2017.report.yaml': of('培训教师36人，慰问教师12人。') });
    await lint(cwd, '--update-baseline', ...rules);
    write(cwd, '2017.report.yaml', of('培训教师36人，慰问教师多人。'));
    expect((await found(cwd, ...rules)).findings).toEqual([]);
    write(cwd, '2017.report.yaml', of('培训教师36人，走访学校58所。'));
    expect((await found(cwd, ...rules)).findings).toHaveLength(1);
  });

  it('is heeded by warnings that are counted, and by every format', async () => {
    const cwd = await known();
    expect((await held(cwd, '--max-warnings', '0')).code).toBe(0);
    expect((await lint(cwd, '--max-warnings', '0', '--skip', 'rates-hold')).code).toBe(1);
    for (const format of ['sarif', 'github', 'gitlab', 'junit', 'json', 'markdown']) {
      const { code, stdout, stderr } = await held(cwd, '--format', format);
      expect({ code, has: /98\.4%/.test(stdout) }, format).toEqual({ code: 0, has: false });
      expect(stderr, format).toBe('report：另有2个问题在基线里，没有列出\n');
      // nor is it silent on what --quiet leaves out
      write(cwd, '2016.report.yaml', draft(section('培训', '经费【待补】万元。')).replace('2017', '2016'));
      const quiet = await held(cwd, '--format', format, '--quiet', '--rule', 'placeholders-filled:warning');
      expect({ ...quiet, has: /待补/.test(quiet.stdout) }, format).toMatchObject({ code: 0, has: false });
      expect(quiet.stderr, format).toContain(
        'report：另有1个警告因 --quiet 没有列出\nreport：另有2个问题在基线里，没有列出\n',
      );
      unlinkSync(join(cwd, '2016.report.yaml'));
    }
  });

  it('is not used with --no-baseline', async () => {
    const cwd = await known({ 'report.config.yaml': `baseline: ${FILE}\n` });
    expect((await lint(cwd)).code).toBe(0);
    expect((await lint(cwd, '--no-baseline')).code).toBe(1);
  });

  it('stands in the configuration, from its folder', async () => {
    const cwd = folder({
      'a/report.config.yaml': 'baseline: known.json\n',
      'a/2017.report.yaml': draft(section('安全', rate)),
      'b/2017.report.yaml': draft(section('安全', rate)),
    });
    const written = await lint(cwd, 'a', '--update-baseline');
    expect(written.stderr).toBe('report：“a/known.json”现收录1个问题（新增1个，删去0个）\n');
    expect((await lint(join(cwd, 'a'))).stdout).toBe(
      '没有新问题，共1个文件，1个在基线里\n3个数字：都有核对（1条规则）\n',
    );
    const both = await lint(cwd);
    expect(both.code).toBe(1);
    expect(both.stdout).toContain('1个错误，共2个文件，1个在基线里');
  });

  it('counts for a section file by itself', async () => {
    const files = {
      '2017.report.yaml': draft('    - 文件: 安全.section.yaml\n'),
      '安全.section.yaml': `标题: 安全\n正文: ${rate}\n`,
    };
    const cwd = folder(files);
    await lint(cwd, '--update-baseline');
    expect((await held(cwd, '安全.section.yaml')).code).toBe(0);
    write(cwd, '安全.section.yaml', `标题: 安全\n正文: ${rate}另有695处中的691处，占89.4%。\n`);
    expect((await held(cwd, '安全.section.yaml')).code).toBe(1);
    const before = read(cwd);
    const alone = await held(cwd, '安全.section.yaml', '--update-baseline');
    expect(alone.code).toBe(1);
    expect(alone.stderr).toContain('1个问题没有收录，因为看不出属于哪个单位、哪一年度的报告');
    expect(read(cwd)).toBe(before);
  });
});

describe('entries that are settled', () => {
  it('are told, and fail a run only where that is asked', async () => {
    const cwd = await known();
    write(cwd, '2017.report.yaml', draft(section('安全', rate), section('入园', '平稳。')));
    const { code, stderr } = await held(cwd);
    expect(code).toBe(0);
    expect(stderr).toBe(
      'report：基线里有1条已经改好，可用 --update-baseline 删去：\n  某区教育局2017年  points-not-percent  入园  “3%”\n',
    );
    expect((await held(cwd, '--quiet')).stderr).toBe('');
    expect((await held(cwd, '--fail-on', 'stale')).code).toBe(1);
    const renewed = await held(cwd, '--update-baseline');
    expect(renewed.stderr).toBe(`report：“${FILE}”现收录1个问题（新增0个，删去1个）\n`);
    expect((await held(cwd, '--fail-on', 'stale')).code).toBe(0);
  });

  it('are none where the draft, or the rule, was not part of the run', async () => {
    const cwd = await known({ '2018.report.yaml': `${head(2018)}总结:\n  章节:\n${section('安全', rate)}` });
    const before = read(cwd);
    for (const argv of [
      ['2018'],
      ['2018', '--only', 'rates-hold'],
      ['--skip', 'points-not-percent'],
      ['--rule', 'rates-hold:off'],
    ]) {
      expect((await found(cwd, ...argv)).baseline?.stale, argv.join(' ')).toEqual([]);
      expect((await held(cwd, ...argv, '--update-baseline')).code).toBe(0);
      expect(read(cwd), argv.join(' ')).toBe(before);
    }
  });

  it('are none where another draft of the same report was not part of it', async () => {
    const cwd = await known({ '送审.report.yaml': draft(section('培训', points)) });
    const before = read(cwd);
    expect((await found(cwd, '送审.report.yaml')).baseline?.stale).toEqual([]);
    await held(cwd, '送审.report.yaml', '--update-baseline');
    expect(read(cwd)).toBe(before);
    rmSync(join(cwd, '送审.report.yaml'));
    expect((await found(cwd)).baseline?.stale).toMatchObject([{ section: '培训' }]);
  });

  it('are none where something has the wrong form, which hides other things', async () => {
    const cwd = await known();
    const before = read(cwd);
    write(cwd, '2017.report.yaml', `${draft(section('入园', '平稳。'))}乱写: 1\n`);
    const { baseline, findings } = await found(cwd);
    expect(findings.map(({ rule }) => rule)).toEqual(['schema']);
    expect(baseline?.stale).toEqual([]);
    const updated = await held(cwd, '--update-baseline');
    expect(updated.code).toBe(1);
    expect(updated.stderr).toContain('1个格式错误（yaml、schema）不能收进基线');
    expect(read(cwd)).toBe(before);
  });
});

describe('the file', () => {
  it('is sorted, the same whatever the order of files, one line a finding, and has its schema', async () => {
    const cwd = await known({
      'a/2018.report.yaml': `${head(2018, 'Agency')}总结:\n  章节:\n${section('安全', rate)}`,
    });
    const text = read(cwd);
    expect(text).toMatchInlineSnapshot(`
      "{
        "version": 1,
        "reports": [
          {
            "organization": "Agency",
            "year": 2018,
            "drafts": ["a/2018.report.yaml"],
            "findings": [
              { "rule": "rates-hold", "code": "differs", "severity": "error", "section": "安全", "place": "body", "text": "98.4%", "within": "占#处的#%" }
            ]
          },
          {
            "organization": "某区教育局",
            "year": 2017,
            "drafts": ["2017.report.yaml"],
            "findings": [
              { "rule": "points-not-percent", "code": "points", "severity": "warning", "section": "入园", "place": "body", "text": "3%", "within": "入园率由#%提高#%到#%" },
              { "rule": "rates-hold", "code": "differs", "severity": "error", "section": "安全", "place": "body", "text": "98.4%", "within": "占#处的#%" }
            ]
          }
        ]
      }
      "
    `);
    expect(isBaseline(JSON.parse(text)), JSON.stringify(isBaseline.errors)).toBe(true);
    rmSync(join(cwd, FILE));
    await held(cwd, '--update-baseline', '2017.report.yaml', 'a/2018.report.yaml');
    expect(read(cwd)).toBe(text);
    const again = await held(cwd, '--update-baseline', 'a/2018.report.yaml', '2017.report.yaml');
    expect(again.stderr).toBe(`report：“${FILE}”无须改动，共收录3个问题\n`);
  });

  it('is written by its usual name where none is given, and how to use it is said', async () => {
    const cwd = folder({ '2017.report.yaml': draft(section('安全', rate)) });
    const { stderr } = await lint(cwd, '--update-baseline');
    expect(stderr).toBe(
      `report：“${FILE}”现收录1个问题（新增1个，删去0个）\nreport：以后不再列出这些问题：检查时加 --baseline ${FILE}，或在 report.config.yaml 里写 baseline: ${FILE}\n`,
    );
  });

  it('keeps its permissions, and the file that a link leads to', async () => {
    const cwd = await known();
    chmodSync(join(cwd, FILE), 0o600);
    renameSync(join(cwd, FILE), join(cwd, 'real.json'));
    symlinkSync('real.json', join(cwd, FILE));
    write(cwd, '2017.report.yaml', draft(section('安全', rate)));
    await held(cwd, '--update-baseline');
    expect(JSON.parse(read(cwd, 'real.json'))).toMatchObject({
      reports: [{ findings: [{ rule: 'rates-hold' }] }],
    });
    expect(statSync(join(cwd, 'real.json')).mode & 0o777).toBe(0o600);
  });

  it('is short where a text is long, and tells long texts apart', async () => {
    const last = `逐校排查消防、食品、校车隐患，列出台账，限期整改；开学第一周组织疏散演练，全市中小学师生都参加，并请家长到场观看，逐班讲评，记入档案，学年末一并考核。`;
    const cwd = folder({
      '2016.report.yaml': `${head(2016)}总结:\n  章节:\n${section('安全', last)}`,
      '2017.report.yaml': draft(section('安全', last)).replace('总结:', '上年: 2016.report.yaml\n总结:'),
    });
    await lint(cwd, '--update-baseline');
    expect(
      read(cwd)
        .split('\n')
        .every((line) => line.length < 300),
    ).toBe(true);
    expect((await held(cwd)).code).toBe(0);
    write(
      cwd,
      '2017.report.yaml',
      draft(section('安全', last.replace('学年末', '年末'))).replace(
        '总结:',
        '上年: 2016.report.yaml\n总结:',
      ),
    );
    expect((await found(cwd)).findings).toHaveLength(1);
  });
});

describe('a baseline that cannot be used', () => {
  const says = async (text: string | undefined, ...argv: readonly string[]): Promise<Ended> => {
    const cwd = folder({
      '2017.report.yaml': draft(section('安全', rate)),
      ...(text !== undefined && { [FILE]: text }),
    });
    const ended = await held(cwd, ...argv);
    if (text !== undefined) expect(read(cwd)).toBe(text);
    return ended;
  };
  const empty = '{ "version": 1, "reports": [] }\n';
  const one = (entry: string): string =>
    `{\n  "version": 1,\n  "reports": [\n    { "organization": "某局", "year": 2017, "findings": [\n      ${entry}\n    ] }\n  ]\n}\n`;
  const entry = '{ "rule": "rates-hold", "code": "differs", "severity": "error" }';

  it('ends with 2 and the remedy where it is missing, and nothing passes for an empty one', async () => {
    const { code, stdout, stderr } = await says(undefined);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      `report：没有基线文件“${FILE}”；要写出它，请运行 report lint --update-baseline --baseline ${FILE}\n`,
    );
    const configured = folder({
      '2017.report.yaml': draft(section('安全', rate)),
      'report.config.yaml': 'baseline: none.json\n',
    });
    const ended = await lint(configured);
    expect(ended.code).toBe(2);
    expect(ended.stdout).toContain('98.4%');
    expect(ended.stderr).toContain('没有基线文件“none.json”');
  });

  it.each([
    ['', `${FILE}:1:1 文件是空的`],
    ['[]', `${FILE}:1:1`],
    ['{', FILE],
    ['{ "version": 2, "reports": [] }', '更新版本'],
    ['{ "version": 1 }', 'reports'],
    [`<<<<<<< HEAD\n${empty}=======\n${empty}>>>>>>> b\n`, `${FILE}:1:1 这里留有 git 合并冲突的标记`],
    [one(entry.replace('"rule"', '"rul"')), `${FILE}:5:9`],
    [one(entry.replace('"error"', '"fatal"')), `${FILE}:5:`],
    [one(entry.replace('rates-hold', 'schema')), `${FILE}:5:17 格式错误（yaml、schema）不能收进基线`],
    [one(entry.replace('rates-hold', 'yaml')), '不能收进基线'],
    [one(entry.replace('}', ', "count": 0 }')), `${FILE}:5:`],
  ])('ends with 2 and the place where it is %j', async (text, words) => {
    for (const argv of [[], ['--update-baseline']]) {
      const { code, stdout, stderr } = await says(text, ...argv);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(words);
    }
  });

  it('has the same in the schema that editors use', () => {
    expect(isBaseline(JSON.parse(one(entry)))).toBe(true);
    expect(isBaseline(JSON.parse(one(entry.replace('"rule"', '"rul"'))))).toBe(false);
    expect(isBaseline(JSON.parse(empty))).toBe(true);
  });

  it('is refused by a name that is no JSON, and beside what writes nothing', async () => {
    const cwd = folder({ '2017.report.yaml': draft(section('安全', rate)) });
    expect((await lint(cwd, '--update-baseline', '--baseline', '基线.yaml')).stderr).toContain(
      '请以 .json 结尾',
    );
    for (const option of ['--dry-run', '--print-config', '--no-baseline']) {
      const ended = await lint(cwd, '--update-baseline', option);
      expect(ended.code, option).toBe(2);
      expect(ended.stderr, option).toContain(`与 ${option} 不能同时用`);
    }
  });

  it('is written for what was read where something else was not, and the run ends with 2', async () => {
    const cwd = await known();
    write(cwd, '2017.report.yaml', draft(section('安全', rate)));
    const { code, stderr } = await held(cwd, '2017.report.yaml', 'x.report.yaml', '--update-baseline');
    expect(code).toBe(2);
    expect(stderr).toContain('x.report.yaml');
    expect(JSON.parse(read(cwd))).toMatchObject({ reports: [{ findings: [{ rule: 'rates-hold' }] }] });
  });

  it('is read where two branches were merged by hand, an entry no more often than either has it', async () => {
    const cwd = folder({ '2017.report.yaml': draft(section('安全', rate + rate)) });
    await lint(cwd, '--update-baseline');
    const single = read(cwd).replaceAll(', "count": 2', '');
    const line = (single.split('\n').find((each) => each.includes('rates-hold')) ?? '').replace(/,$/, '');
    write(cwd, FILE, single.replace(line, `${line},\n${line}`));
    expect((await found(cwd)).findings).toHaveLength(1);
  });
});

describe('fixes', () => {
  it('mend what is known as well, and a baseline that is updated knows what is left', async () => {
    const cwd = folder({
      '2017.report.yaml': draft(section('（一）安全', rate)),
    });
    await lint(cwd, '--update-baseline');
    const mended = await held(cwd, '--fix');
    expect(read(cwd, '2017.report.yaml')).toContain('标题: 安全');
    expect(mended.stderr).toContain('titles-unnumbered');
    expect(mended.code).toBe(0);
    expect((await held(cwd, '--update-baseline', '--fix')).stderr).toContain(
      '现收录1个问题（新增0个，删去1个）',
    );
  });
});
