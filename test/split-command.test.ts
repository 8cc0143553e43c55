import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixDraft } from '../src/lint/fix.ts';
import { filedSections, joinDraft, contentOf, splitDraft } from '../src/lint/shape/layout.ts';
import { lint, type Linted } from '../src/lint/lint.ts';
import type { Report } from '../src/model/report.ts';
import { folder, report } from './cli.ts';
import { sample } from './depth.ts';
import { Dice, Draft, DRAFT } from './random-draft.ts';

const examples = resolve(import.meta.dirname, '../examples');
const filesOf = (where: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(where, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(where, name), 'utf8')]),
  );

const head = (keys: 'zh' | 'en'): string =>
  keys === 'zh'
    ? '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2018\n总结:\n'
    : 'schema: 1\ntitle: Report\norganization: Agency\nyear: 2018\nsummary:\n';
const zh = `${head('zh')}  章节:
    # 基建科负责
    - 标题: 建校   # 见附表
      牵头: 基建科
      正文: |2
         首行缩进。

        完成扩建2所。
      # 忽略 targets-dated -- 待批复
      目标:
        扩建: { 目标值: 2所 }
      # 以上由基建科核对

    - 标题: 综合
      章节:
      - 标题: 培训
        牵头: 人事科
        正文: "培训
          全员。"

      - 标题: 绿化
        牵头: 基建科
        正文: 植树30株。
    - 标题: 混合
      牵头: 办公室
      章节:
        - { 标题: 督查, 牵头: 督导室, 正文: 督查3次。 }
        - 正文: 其他工作平稳。
    # 最后
    - 标题: 结语
      正文: 完。
`;

describe('report split', () => {
  it('gives each topmost section of one lead a file, and several of an office a folder', async () => {
    const cwd = folder({ '2018.report.yaml': zh });
    const before = await report(cwd, ['render', '2018', '--internal']);
    const ended = await report(cwd, ['split', '2018', '--lang', 'zh']);
    expect(ended).toMatchObject({ code: 0, stdout: '' });
    expect(Object.keys(filesOf(cwd)).sort()).toEqual([
      '2018.report.yaml',
      '2018/offices/人事科.section.yaml',
      '2018/offices/基建科/建校.section.yaml',
      '2018/offices/基建科/绿化.section.yaml',
      '2018/offices/督导室.section.yaml',
    ]);
    expect(ended.stderr).toContain('已写好 2018/offices/人事科.section.yaml\n');
    expect(ended.stderr).toContain('\n+    - 文件: 2018/offices/基建科/建校.section.yaml\n');
    expect(readFileSync(join(cwd, '2018/offices/基建科/建校.section.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\S*section\.zh\.schema\.json\n# 基建科负责\n标题: 建校 {3}# 见附表\n牵头: 基建科\n正文: \|2\n {3}首行缩进。\n\n {2}完成扩建2所。\n# 忽略 targets-dated -- 待批复\n目标:\n {2}扩建: \{ 目标值: 2所 \}\n# 以上由基建科核对\n$/,
    );
    expect(await report(cwd, ['render', '2018', '--internal'])).toEqual(before);
    expect(await report(cwd, ['split', '2018', '--join'])).toMatchObject({ code: 0 });
    expect(filesOf(cwd)).toEqual({ '2018.report.yaml': zh });
    expect(readdirSync(cwd)).toEqual(['2018.report.yaml']);
  });

  it('takes English drafts, in a folder of their year', async () => {
    const text = `${head('en')}  sections:\n    - title: "Roads: north"\n      lead: Roads/North\n      body: Calm.\n`;
    const cwd = folder({ '2018/a.report.yaml': text });
    expect((await report(cwd, ['split', '2018/a.report.yaml'])).code).toBe(0);
    expect(filesOf(cwd)['2018/a.report.yaml']).toBe(
      `${head('en')}  sections:\n    - file: offices/Roads-North.section.yaml\n`,
    );
    expect((await report(cwd, ['split', '2018/a.report.yaml', '--join'])).code).toBe(0);
    expect(filesOf(cwd)).toEqual({ '2018/a.report.yaml': text });
  });

  it.each(['jiangmen-education/2018', 'riverside-transport/2017'])(
    'takes a whole example apart and together again: %s',
    async (name) => {
      const [where = '', year = ''] = name.split('/');
      const cwd = folder(filesOf(join(examples, where)));
      expect((await report(cwd, ['split', year, '--join'])).code).toBe(0);
      const whole = filesOf(cwd);
      const rendered = await report(cwd, ['render', year, '--internal']);
      expect((await report(cwd, ['split', year])).code).toBe(0);
      expect(Object.keys(filesOf(cwd)).length).toBeGreaterThan(Object.keys(whole).length + 1);
      expect(await report(cwd, ['render', year, '--internal'])).toEqual(rendered);
      expect((await report(cwd, ['split', year, '--join'])).code).toBe(0);
      expect(filesOf(cwd)).toEqual(whole);
    },
  );

  it('has nothing to do the second time, and says so', async () => {
    const cwd = folder({ '2018.report.yaml': zh });
    const again = async (lang: string, ...more: string[]): Promise<string> => {
      const before = filesOf(cwd);
      const { code, stdout, stderr } = await report(cwd, ['split', '2018', ...more, '--lang', lang]);
      expect({ code, stdout, files: filesOf(cwd) }).toEqual({ code: 0, stdout: '', files: before });
      return stderr;
    };
    expect(await again('zh', '--join')).toBe('report：各章节都已在稿子里，没有单独的章节文件，不用再并\n');
    await report(cwd, ['split', '2018']);
    expect(await again('zh')).toBe('report：由一个科室（单位）牵头的章节都已分成单独的文件，不用再分\n');
    expect(await again('en')).toBe(
      'report: the sections that one lead office answers for are already in files of their own; there is nothing to do\n',
    );
    expect(await again('zh', '--dry-run')).toContain('不用再分');
    await report(cwd, ['split', '2018', '--join']);
    expect(await again('en', '--join')).toBe(
      'report: all sections are already in the draft, which names no section file; there is nothing to do\n',
    );
    // where none has a lead, that is said
    writeFileSync(join(cwd, '2018.report.yaml'), `${head('zh')}  章节: [{ 标题: 结语, 正文: 完。 }]\n`);
    expect(await again('zh')).toContain('没有由一个科室（单位）牵头的章节');
  });

  it('only shows what it would do with --dry-run', async () => {
    const cwd = folder({ '2018.report.yaml': zh });
    const { code, stdout } = await report(cwd, ['split', '2018', '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toContain('+++ 2018/offices/基建科/建校.section.yaml\n');
    expect(filesOf(cwd)).toEqual({ '2018.report.yaml': zh });
  });

  it('changes nothing where a file is in the way, or the draft has mistakes of form', async () => {
    const files = { '2018.report.yaml': zh, '2018/offices/人事科.section.yaml': '标题: 别的\n' };
    const cwd = folder(files);
    expect(await report(cwd, ['split', '2018', '--lang', 'zh'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('2018/offices/人事科.section.yaml') as string,
    });
    expect(filesOf(cwd)).toEqual(files);
    writeFileSync(join(cwd, '2018.report.yaml'), `${zh}颜色: 红\n`);
    expect((await report(cwd, ['split', '2018'])).code).toBe(2);
    expect((await report(cwd, ['split', '2018', '--join'])).code).toBe(2);
    expect((await report(cwd, ['split', '2016'])).code).toBe(2);
  });

  it('leaves what cannot move without a change, and says so', async () => {
    const text = zh
      .replace('    - 标题: 建校   # 见附表', '    - &甲\n      标题: 建校')
      .replace('牵头: 人事科', '牵头: &乙 人事科')
      .replace('正文: 植树30株。', '正文: 植树30株。\n        配合: [*乙]');
    const cwd = folder({ '2018.report.yaml': text });
    const { code, stderr } = await report(cwd, ['split', '2018', '--lang', 'zh']);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('留在原处：') as string,
    });
    expect((await report(cwd, ['lint', '2018', '--format', 'json'])).stdout).toContain('"error": 0');
  });

  it('leaves the draft as it is where nothing can move', async () => {
    const text = `${head('zh')}  章节:\n    - &甲\n      标题: 建校\n      牵头: 基建科\n      正文: 好。\n`;
    const cwd = folder({ '2018.report.yaml': text });
    expect(await report(cwd, ['split', '2018', '--lang', 'zh'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('留在原处：“建校”') as string,
    });
    expect(filesOf(cwd)).toEqual({ '2018.report.yaml': text });
  });

  it.each(['总结', '计划'])('takes sections apart that are still to be written: %s', async (part) => {
    const text = `${head('zh').replace('总结', part)}  章节:\n    - 标题: 建校\n      牵头: 基建科\n      正文: |\n\n      指标:\n        校舍:\n`;
    const cwd = folder({ '2018.report.yaml': text });
    const before = await report(cwd, ['lint', '2018', '--format', 'json']);
    expect((await report(cwd, ['split', '2018'])).code).toBe(0);
    expect(Object.keys(filesOf(cwd)).sort()).toEqual([
      '2018.report.yaml',
      '2018/offices/基建科.section.yaml',
    ]);
    const counts = (out: string): unknown => (JSON.parse(out) as { counts: unknown }).counts;
    expect(counts((await report(cwd, ['lint', '2018', '--format', 'json'])).stdout)).toEqual(
      counts(before.stdout),
    );
  });

  it('takes back files that have the names of those of another year', async () => {
    const draft = (year: string): string =>
      `${head('zh').replace('2018', year)}  章节:\n    - 文件: ${year}/offices/基建科.section.yaml\n`;
    const own = '标题: 建校\n牵头: 基建科\n正文: 好。\n';
    const files = {
      '2018.report.yaml': draft('2018'),
      '2019.report.yaml': draft('2019'),
      '2018/offices/基建科.section.yaml': own,
      '2019/offices/基建科.section.yaml': own,
    };
    const cwd = folder(files);
    expect((await report(cwd, ['split', '2018', '--join', '--lang', 'zh'])).stderr).toContain('已并回稿子');
    expect(Object.keys(filesOf(cwd)).sort()).toEqual([
      '2018.report.yaml',
      '2019.report.yaml',
      '2019/offices/基建科.section.yaml',
    ]);
  });

  it('keeps a file that another draft names', async () => {
    const cwd = folder({
      '2018.report.yaml': `${head('zh')}  章节:\n    - 文件: a.section.yaml # 总稿\n`,
      'b.report.yaml': `${head('zh')}  章节:\n    - 文件: a.section.yaml\n`,
      'a.section.yaml': '\uFEFF标题: 建校\r\n正文: |\r\n  好。\r\n',
    });
    expect((await report(cwd, ['split', '2018', '--join', '--lang', 'zh'])).stderr).toContain(
      'a.section.yaml 保留原处',
    );
    expect(existsSync(join(cwd, 'a.section.yaml'))).toBe(true);
    expect(readFileSync(join(cwd, '2018.report.yaml'), 'utf8')).toBe(
      `${head('zh')}  章节:\n    # 总稿\n    - 标题: 建校\n      正文: |\n        好。\n`,
    );
  });
});

describe('sections of random drafts', () => {
  const count = sample(600, 0.02);
  const linesOf = (texts: Iterable<string>): string[] =>
    [...texts]
      .flatMap((text) => text.replace('\uFEFF', '').split(/\r?\n/))
      .map((line) => line.trim().replace(/^-\s+/, ''))
      .filter((line) => line !== '' && line !== '-' && !/^(?:文件|file): x\/\d+\.section\.yaml$/.test(line));

  it(`go into files and back, and say the same with every comment (${count} drafts, seeds from 1)`, () => {
    let [moved, all, trips] = [0, 0, 0];
    for (let seed = 1; seed <= count; seed++) {
      const made = new Draft(new Dice(seed), { tame: seed % 2 === 0 });
      made.write();
      const text =
        seed % 4 === 0
          ? (fixDraft(DRAFT, made.text, () => undefined, false, { keys: 'en' }).changed.get(DRAFT)?.after ??
            made.text)
          : made.text;
      const texts = new Map([[DRAFT, text]]);
      const check = (): Linted => lint(DRAFT, texts.get(DRAFT) ?? '', (name) => texts.get(name));
      const before = check();
      const draft = before.report as Report;
      const moves = draft.parts
        .flatMap(({ sections }) => sections)
        .map((section, index) => ({ section, file: `x/${index}.section.yaml` }));
      const apart = splitDraft(
        before,
        moves,
        () => '',
        (name) => texts.get(name),
        {},
      );
      for (const [name, each] of apart.texts) texts.set(name, each);
      all += moves.length;
      moved += apart.files.length;
      expect(apart.files.length + apart.left.length, `seed ${seed}`).toBe(moves.length);
      const between = check();
      expect(contentOf(between.report as Report), `seed ${seed}`).toBe(contentOf(draft));
      expect(linesOf(texts.values()).sort(), `seed ${seed}`).toEqual(linesOf([text]).sort());
      const together = joinDraft(
        between,
        filedSections(between, between.report as Report),
        (name) => texts.get(name),
        {},
      );
      const joined = together.texts.get(DRAFT) ?? texts.get(DRAFT) ?? '';
      expect(contentOf(lint(DRAFT, joined, (name) => texts.get(name)).report as Report), `seed ${seed}`).toBe(
        contentOf(draft),
      );
      if (together.left.length === 0) expect(linesOf([joined]), `seed ${seed}`).toEqual(linesOf([text]));
      if (apart.files.length > 0 && together.left.length === 0) trips++;
    }
    // what does not move shares its line, has anchors or says something else elsewhere, and stays
    expect(moved / all).toBeGreaterThan(0.3);
    expect(trips).toBeGreaterThan(0);
  });
});
