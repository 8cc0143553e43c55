import { Reading } from '../src/reading/reading.ts';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { folder, report as run } from './cli.ts';

const path = resolve(import.meta.dirname, '../examples/jiangmen-education/2017.report.yaml');
const draft = readFileSync(path, 'utf8');
const { report, diagnostics } = lint('2017.report.yaml', draft, () => undefined);
if (report === undefined) throw new Error('the example cannot be read');

/** The 77 quantitative statements of the published report: name and figure, as the example declares them. */
const statements: Readonly<Record<number, string>> = {
  1: '省民生实事 6项',
  2: '市委督办任务 10项',
  3: '年度工作清单任务 25项 牵头任务 15项 会办任务 10项',
  4: '市政府常务会议交办事项 3项',
  5: '实地督导 近20次',
  6: '项目学校 17所 建成投用学校 5所 在建学校 12所',
  7: '广雅中学主体工程进度 75%以上',
  8: '广雅小学主体工程进度 65%以上',
  9: '学前三年毛入园率 113.4%',
  10: '残疾儿童学前毛入园率 85%',
  11: '幼儿园专任教师学历达标率 99.39%',
  12: '重点入围人数 3460人 重点入围人数.previous 3153人',
  13: '本科入围人数 13592人 本科入围人数.previous 13423人',
  14: '本科入围率 52.43%',
  15: '清华北大录取人数 6人',
  16: '试点学校 7所 试点专业点 22个',
  17: '国赛一等奖 3人 国赛二等奖 4人 国赛三等奖 4人 省赛一等奖 13人',
  18: '小学一年级随迁子女 2.35万人 公办小学同年级占比 40.97% 小学一年级公办入读比例 82.86%',
  19: '初中一年级随迁子女 1.56万人 公办初中同年级占比 33.86% 初中一年级公办入读比例 83.22%',
  20: '随班资源教室 56个',
  21: '随班就读在校生 615人',
  22: '受资助贫困学生 约12万人次',
  23: '发放资助金 约1.7亿元',
  24: '困难家庭大学新生 125人 发放助学金 25万元',
  25: '改善办学条件投入 31.2亿元',
  26: '明厨亮灶学校 143所',
  27: '专用校车 68辆 接送线路 78条 上落站点 338个',
  28: '受益镇 10个 受益学校 25所 受益小学生 6645名',
  29: '校车营运费 1710多万元',
  30: '四市岗位津贴 不低于900元',
  31: '三市岗位津贴 1000元以上',
  32: '重病困难职工捐款 11650元',
  33: '慈善公益捐款 92709元',
  34: '困难教职工 21名',
  35: '德育专项经费 20万元',
  36: '名班主任工作室建设投入 25万元',
  37: '江门市名班主任工作室 10个 工作室培训 12期',
  38: '全国文明校园 1所 省级文明校园 2所 广东省青少年科学教育特色学校 1所',
  39: '优秀组织奖 6项',
  40: '个人德育获奖 超过109人次',
  41: '德育专项立项 2项 全省立项总数 10项',
  42: '高中（中职）新生 42500名',
  43: '名医名师名家 60名 专家工作室 4个',
  44: '全国模范教师 2人 全国优秀教师 3人',
  45: '各级名师.省级.名校长 2人 各级名师.省级.名教师 3人 各级名师.省级.名班主任 10人',
  46: '校长（园长）类主持人 4人 教师类主持人 12人 班主任类主持人 3人',
  47: '在岗特级教师 43人 新一轮省级百千万培养对象 20名',
  48: '各级名师.地市级.名校长 23人 各级名师.地市级.名教师 51人 各级名师.地市级.名班主任 27人 各级名师.地市级.学科带头人 95人 江门教育专家培养人选 46人',
  49: '专家委员 3人 优秀中青年专家、拔尖人才 3人',
  50: '各级名师.县级.名校长 78人 各级名师.县级.名教师 363人 各级名师.县级.名班主任 81人 各级名师.县级.学科带头人 1486人',
  51: '名师培养对象 超过1000人',
  52: '各类培训班 20多期 培训班学员 7727人',
  53: '公需课学员 6900多人',
  54: '专业课学员 14088人 国培省培学员 494人 提升工程学员 39275人',
  55: '累计参训 68484人次',
  56: '教师资格首次注册 约10000名',
  57: '城镇中小学互联网带宽 不低于500Mbps 其余学校互联网带宽 不低于100Mbps',
  58: '晒课教师 2万余名',
  59: '师生省级以上获奖 239人次',
  60: '重大网络安全事故 0起',
  61: '排查小组 244个 出动人员 3246人次',
  62: '抽查学校和幼儿园 500多所',
  63: '发现隐患 695处 完成整改 695处 整改率 100%',
  64: '校车督查组 96个 校车督查人员 3368人次',
  65: '受检校车 312辆 受检驾驶人 460人次',
  66: '防溺水短讯 70万余条',
  67: '电话访问家长 6300多人次 家访 3700多户',
  68: '校园安全责任事故 0起',
  69: '督前检查组 3个 到期复评镇（街） 11个',
  70: '专项督导组 49个 义务教育公办学校 487所 底线要求 20条',
  71: '全部建成.due 2018-12-31',
  72: '主体结构封顶.due 2018-07',
  73: '年度投资 2亿元',
  74: '引进优质名校 1—2所',
  75: '每天体育活动时间 1小时',
  76: '依法治校达标学校 60%以上',
  77: '教育强镇（街）复评 20个',
};

/** Every figure that the example declares, by name. */
const declared = new Map<string, string | null | undefined>([
  ...report.metrics.flatMap(({ id, data }) => [
    [id, data.value] as const,
    [`${id}.previous`, data.previous] as const,
  ]),
  ...report.targets.flatMap(({ id, data }) => [[id, data.level] as const, [`${id}.due`, data.due] as const]),
  ...report.tables.flatMap(({ id, data }) =>
    Object.entries(data.rows ?? {}).flatMap(([row, cells]) =>
      cells.map((cell, index) => [`${id}.${row}.${data.columns?.[index]}`, cell] as const),
    ),
  ),
]);

describe('the real example', () => {
  it('declares each of the 77 statements with its figure', () => {
    const wrong = Object.entries(statements).flatMap(([number, text]) => {
      const words = text.split(' ');
      return words.flatMap((name, index) =>
        index % 2 === 0 && declared.get(name) !== words[index + 1]
          ? [`${number}: ${name} is ${declared.get(name)}, not ${words[index + 1]}`]
          : [],
      );
    });
    expect(Object.keys(statements)).toHaveLength(77);
    expect(wrong).toEqual([]);
  });

  it('says each figure in the section that declares it', () => {
    const unsaid = [
      ...report.metrics.map(({ id, data, section }) => ({ id, figure: data.value, section })),
      ...report.targets.map(({ id, data, section }) => ({ id, figure: data.level, section })),
    ].filter(
      ({ id, figure, section }) =>
        figure !== undefined &&
        figure !== '0起' &&
        !section.data.body?.includes(figure) &&
        !section.data.body?.includes(`{{${id}}}`),
    );
    expect(unsaid.map(({ id }) => id)).toEqual([]);
  });

  it('has the 36 sections in their chapters', () => {
    expect(
      report.parts.map(({ kind, sections }) => [kind, sections.map((chapter) => chapter.sections.length)]),
    ).toEqual([
      ['summary', [4, 3, 5, 6]],
      ['plan', [3, 3, 9, 3]],
    ]);
    expect(report.sections.at(-1)?.number).toBe('（十八）');
  });

  it('lints without error, and the same when it is copied elsewhere alone', async () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const cwd = folder();
    cpSync(path, join(cwd, '2017.report.yaml'));
    const copied = await run(cwd, ['lint', '2017.report.yaml', '--format', 'json']);
    const own = await run(resolve(path, '..'), ['lint', '2017.report.yaml', '--format', 'json']);
    expect(copied).toEqual(own);
    expect(copied.code).toBe(0);
  });

  it('names no site but the bureau, no file and no previous report', () => {
    expect(report.data).toMatchObject({ organization: '江门市教育局' });
    expect(report.data.previous).toBeUndefined();
    expect(draft).not.toMatch(/365|^ *(?:文件|file):/m);
  });
});

const text = (name: string): string => readFileSync(resolve(path, '..', name), 'utf8');
const next = lint('2018.report.yaml', text('2018.report.yaml'), text);
if (next.report === undefined) throw new Error('the example of the year after cannot be read');
const { metrics, parts, results, sections, targets } = next.report;

describe('the example of the year after', () => {
  it('lints without a finding, from elsewhere and from its own folder', async () => {
    expect(next.diagnostics).toEqual([]);
    const { code, stdout } = await run(resolve(path, '..'), ['lint', '2018.report.yaml', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [] });
  });

  it('answers every target of the plan that the real report made', () => {
    expect(next.report?.data.previous).toBe('2017.report.yaml');
    expect(results.map(({ id, data }) => [id, data.outcome])).toEqual([
      ['全部建成', 'met'],
      ['主体结构封顶', 'met'],
      ['年度投资', 'missed'],
      ['引进优质名校', 'met'],
      ['每天体育活动时间', 'met'],
      ['依法治校达标学校', 'met'],
      ['教育强镇（街）复评', 'partly'],
    ]);
    expect(results.map(({ id }) => id).toSorted()).toEqual(report.targets.map(({ id }) => id).toSorted());
  });

  it('takes up every section of that plan, two of them from files that offices keep', () => {
    const summary = new Set(
      sections.filter(({ part }) => part.kind === 'summary').map(({ data }) => data.id),
    );
    const planned = report.sections
      .filter(({ part, sections: below }) => part.kind === 'plan' && below.length === 0)
      .map(({ data }) => data.id);
    expect(planned).toHaveLength(18);
    expect(planned.filter((id) => !summary.has(id))).toEqual([]);
    expect(
      sections
        .filter(({ path: [file] }) => file !== '2018.report.yaml')
        .map(({ path: [file], data }) => [file, data.id]),
    ).toEqual([
      ['offices/基建科.section.yaml', '幼高专建设'],
      ['offices/督导室.section.yaml', '教育督导'],
    ]);
    expect(
      parts.map(({ kind, sections: chapters }) => [kind, chapters.map((chapter) => chapter.sections.length)]),
    ).toEqual([
      ['summary', [4, 3, 10, 3]],
      ['problems', [0, 0]],
      ['plan', [2, 3, 8, 3]],
    ]);
  });

  it('says whose each section and target is, and by when, one of them beyond its year', () => {
    expect(
      sections.filter(
        ({ part, data, sections: below }) =>
          part.kind !== 'problems' && below.length === 0 && data.lead === undefined,
      ),
    ).toEqual([]);
    expect(targets.length).toBeGreaterThanOrEqual(8);
    expect(
      targets.filter(({ data }) => !data.due?.startsWith('2019')).map(({ id, data }) => [id, data.due]),
    ).toEqual([
      ['二期工程建成', '2020-09-30'],
      ['普惠性幼儿园覆盖率', '2020-12-31'],
    ]);
  });

  it('compares its figures with those of the year before, where it has them', () => {
    const values = new Map(report.metrics.map(({ id, data }) => [id, data.value]));
    const wrong = metrics.filter(({ id, data }) => data.previous !== values.get(id));
    expect(wrong.map(({ id, data }) => [id, data.previous])).toEqual([]);
    expect([report.metrics.length, metrics.length]).toEqual([108, 60]);
    expect(metrics.filter(({ data }) => data.previous !== undefined).length).toBeGreaterThan(40);
  });
});

/** Han characters and digits only: what two texts share, whatever their punctuation. */
const bare = (text: string): string => text.replaceAll(/[^\p{Script=Han}\d]/gu, '');

describe('the words of the examples', () => {
  const real = process.env['REPORT_REAL_TEXTS'];

  it('are not those of the published report', () => {
    if (real === undefined)
      return console.log('skipped: REPORT_REAL_TEXTS names no folder with the published report');
    const published = bare(readdirSync(real).filter((name) => name.startsWith('jiangmen')).map((name) => readFileSync(join(real, name), 'utf8')).join('')); // prettier-ignore
    expect(published.length).toBeGreaterThan(5000);
    const clauses = [report, next.report]
      .flatMap((each) => (each === undefined ? [] : new Reading(each).scalars.texts))
      .filter(({ path: at }) => ['title', 'body', 'intro', 'goal'].includes(String(at.at(-1))))
      .flatMap(({ text }) =>
        text.replaceAll(/《[^》]*》|(?:截至)?\d{4}年[\d月日]*/g, '').split(/[。；！？，：\n]/),
      )
      .map(bare);
    expect(clauses.filter((clause) => clause.length >= 10 && published.includes(clause))).toEqual([]);
    return undefined;
  });
});

describe('the rendered examples', () => {
  it.each([
    ['2017.report.md', ['--to', 'md']],
    ['2017.report.html', ['--to', 'html']],
    ['2018.report.md', ['--to', 'md']],
    ['2018.report.html', ['--to', 'html']],
    ['2018.report.internal.md', ['--to', 'md', '--internal']],
    ['2018.report.internal.html', ['--to', 'html', '--internal']],
  ])('%s is what the code makes of its draft today', async (name, options) => {
    const { stdout, code } = await run(resolve(path, '..'), [
      'render',
      name.replace(/(?:\.internal)?\.\w+$/, '.yaml'),
      ...options,
    ]);
    expect(code).toBe(0);
    expect(stdout).toBe(text(name));
  });
});
