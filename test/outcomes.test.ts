import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { folder, report } from './cli.ts';

const head = (year: number): string =>
  `格式: 1\n标题: 某局${year}年工作总结\n编制单位: 某局\n年度: ${year}\n`;
const planned = `${head(2017)}计划:
  章节:
    - 标题: 建设
      牵头: 基建科
      目标:
        封顶: { 完成时限: 2018-07-31 }
        投资: { 目标值: 2亿元, 完成时限: 2018-11 }
        床位: { 目标值: 600张 }
        合格率: { 目标值: 90%以上 }
        围墙: { 完成时限: 2018-10 }
`;
const answered = (results: string, plan = ''): string =>
  `${head(2018)}上年: 2017.report.yaml\n总结:\n  章节:\n    - 标题: 建设\n      牵头: 基建科\n      正文: 抓紧建设。\n      完成情况:\n${results}${plan}`;
const result = (text: string): string =>
  text
    .split('\n')
    .map((line) => `        ${line}\n`)
    .join('');
const all = `封顶: { 结果: 逾期完成, 日期: 2018-08-15, 原因: 汛期停工 }
投资: { 结果: 未完成, 完成值: 1.8亿元, 日期: 2018-12-05, 原因: 征地延后, 措施: 2019年上半年补齐 }
床位: { 结果: 部分完成, 完成值: 540张, 日期: 2018-12-20, 原因: 一处场地退租, 措施: 2019年6月补齐 }
合格率: { 结果: 完成, 完成值: 92%, 日期: 2018-12-10 }
围墙: { 结果: 取消, 日期: 2018-09-01, 原因: 并入校园整修 }`;
const draft = answered(result(all));
const files = { '2017.report.yaml': planned, '2018.report.yaml': draft };

const findings = (results: string, today = '2019-01-10', before = planned): string[] =>
  lint(
    '2018.report.yaml',
    answered(result(results)),
    (name) => (name === '2017.report.yaml' ? before : undefined),
    { today },
  )
    .diagnostics.filter(({ rule }) =>
      ['outcomes-agree', 'misses-explained', 'pending-in-time', 'milestones-dated', 'schema'].includes(rule),
    )
    .map(({ rule, message }) => `${rule} ${message.zh}`);
/** What is found on the first target, the others being answered. */
const onRoof = (roof: string, today?: string): string[] =>
  findings(all.replace(/^封顶: .*$/m, `封顶: ${roof}`), today);

describe('what came late', () => {
  it('is an outcome of its own, with a date after its due date and a reason', () => {
    expect(findings(all)).toEqual([]);
    expect(onRoof('{ 结果: 逾期完成, 原因: 汛期停工 }')).toEqual([
      'outcomes-agree “封顶”写作“逾期完成”，没有写哪一天完成',
    ]);
    expect(onRoof('{ 结果: 逾期完成, 日期: 2018-08-15 }')).toEqual([
      'misses-explained “封顶”的结果是“逾期完成”，没有写原因',
    ]);
    expect(onRoof('{ 结果: 逾期完成, 日期: 2018-07-31, 原因: 汛期停工 }')).toEqual([
      'outcomes-agree “封顶”写作“逾期完成”，但完成日期2018-07-31没有过时限2018-07-31',
    ]);
    expect(onRoof('{ 结果: 逾期完成, 日期: 2018-08, 原因: 汛期停工 }')).toEqual([]);
    expect(onRoof('{ 结果: 逾期完成, 日期: 2019-02-01, 原因: 汛期停工 }')).toEqual([
      'outcomes-agree “封顶”的日期是2019-02-01，本稿只写到2019-01-10',
    ]);
  });

  it('is neither met in time nor missed, and lint says which', () => {
    const { diagnostics } = lint(
      '2018.report.yaml',
      answered(result(all.replace(/^封顶: .*$/m, '封顶: { 结果: 完成, 日期: 2018-08-15 }'))),
      (name) => (name === '2017.report.yaml' ? planned : undefined),
      { today: '2019-01-10' },
    );
    const [late] = diagnostics.filter(({ rule }) => rule === 'outcomes-agree');
    expect(late?.message).toEqual({
      zh: '“封顶”写作“完成”，完成日期2018-08-15已过时限2018-07-31',
      en: '“封顶” is said to be 完成, but 2018-08-15 is after its due date: 2018-07-31',
    });
    expect(late?.help?.zh).toBe('写“逾期完成”并写明原因；时限推迟过的，用“调整”写明');
  });

  it('has reached its level all the same', () => {
    const late = (value: string): string[] =>
      findings(
        all.replace(
          /^床位: .*$/m,
          `床位: { 结果: 逾期完成, 完成值: ${value}, 日期: 2019-01-05, 原因: 场地退租 }`,
        ),
      );
    expect(late('610张')).toEqual([]);
    expect(late('540张')).toEqual(['outcomes-agree “床位”写作“逾期完成”，完成值540张没有达到目标值600张']);
  });

  it('is what a target of an earlier year must be, put off in words or not met', () => {
    const missed = { '2018.report.yaml': draft, '2017.report.yaml': planned };
    const next = (line: string): string[] =>
      lint(
        '2019.report.yaml',
        `${head(2019)}上年: 2018.report.yaml\n总结:\n  章节:\n    - 标题: 建设\n      完成情况:\n        投资: ${line}\n        床位: 进行中\n`,
        (name) => missed[name as keyof typeof missed],
        {
          today: '2019-07-10',
        },
      )
        .diagnostics.filter(({ rule }) => /outcomes|pending|misses|targets-(?:kept|answered)/.test(rule))
        .map(({ rule, severity, message }) => `${rule} ${severity} ${message.zh}`);
    const open = 'pending-in-time info “床位”2018年记为“部分完成”，今年还没有写结果';
    expect(next('{ 结果: 完成, 完成值: 2亿元 }')).toEqual([
      'outcomes-agree error “投资”写作“完成”，但时限是2018年年底（未写时限），2019年初还没有完成',
      open,
    ]);
    expect(next('{ 结果: 完成, 完成值: 2亿元, 日期: 2019-05-20 }')).toEqual([
      'outcomes-agree error “投资”写作“完成”，完成日期2019-05-20已过时限2018年年底（未写时限）',
      open,
    ]);
    expect(next('{ 结果: 逾期完成, 完成值: 2亿元, 日期: 2019-05-20, 原因: 征地延后 }')).toEqual([open]);
    expect(next('{ 结果: 进行中 }')).toEqual([
      'pending-in-time info “投资”2018年记为“未完成”，今年还没有写结果',
      open,
    ]);
    expect(
      next(
        '{ 结果: 完成, 完成值: 2亿元, 日期: 2019-05-20, 调整: [{ 完成时限: 2019-06, 日期: 2019-01-20, 批准: 局务会, 原因: 征地延后 }] }',
      ),
    ).toEqual([open]);
  });

  it('counts as met and is listed apart', async () => {
    const cwd = folder(files);
    const { stdout } = await report(cwd, [
      'render',
      '2018.report.yaml',
      '--to',
      'md',
      '--internal',
      '--draft',
      '--lang',
      'zh',
    ]);
    expect(stdout).toContain('目标共5项：完成2项（其中逾期完成1项）、部分完成1项、未完成1项、取消1项。');
    expect(stdout).toMatch(/\| 封顶 \|.*逾期完成/);
    const status = await report(cwd, ['status', '2018', '--on', '2018-12-31', '--all', '--lang', 'zh']);
    expect(status.stdout).toContain(
      '截至2018年12月31日，在办2项（含部分完成1项、未完成1项）：■ 红1项、▲ 黄1项；已销号2项（完成1项、逾期完成1项）；另有取消1项不再在办',
    );
    expect(status.stdout).toContain('✓ 逾期完成  封顶');
    const diff = await report(cwd, ['diff', '2017', '2018', '--lang', 'zh', '--format', 'md']);
    expect(diff.stdout).toMatch(/\| 封顶 \| 已交账 \|.*\| 逾期完成 \|/);
    expect(diff.stdout).toMatch(/\| 投资 \| 未完 \|.*\| 未完成 \|/);
  });
});

describe('what was missed', () => {
  const rows = async (cwd: string, ...argv: string[]): Promise<string[]> => {
    const { stdout } = await report(cwd, ['status', ...argv, '--format', 'json', '--lang', 'zh']);
    const { targets } = JSON.parse(stdout) as {
      targets: { file: string; id: string; light: string; outcome: string; reasons: { zh: string }[] }[];
    };
    return targets.map(
      ({ file, id, light, outcome, reasons }) =>
        `${file.slice(0, 4)} ${id} ${light} ${outcome} ${reasons[0]?.zh ?? ''}`,
    );
  };

  it('stays open, and never green', async () => {
    expect(await rows(folder(files), '2018', '--on', '2018-12-25', '--stale', '0')).toEqual([
      '2018 投资 red missed 超期25天',
      '2018 床位 yellow partly 已记为部分完成：一处场地退租',
    ]);
  });

  it('is open in the years that follow, whether the draft answers it or not', async () => {
    const silent = `${head(2019)}上年: 2018.report.yaml\n总结:\n  章节:\n    - 标题: 建设\n      完成情况:\n        投资: { 结果: 未完成, 日期: 2019-12-20, 原因: 征地延后, 措施: 补齐 }\n`;
    const later = `${head(2020)}上年: 2019.report.yaml\n总结: { 导语: 平稳。 }\n`;
    const cwd = folder({ ...files, '2019.report.yaml': silent, '2020.report.yaml': later });
    expect(await rows(cwd, '2019', '--on', '2019-03-01', '--stale', '0')).toEqual([
      '2019 投资 red pending 超期60天',
      '2018 床位 red pending 超期60天',
    ]);
    expect(await rows(cwd, '2018', '2019', '2020', '--on', '2020-03-01', '--stale', '0')).toEqual([
      '2018 床位 red pending 超期426天',
      '2019 投资 red pending 超期61天',
    ]);
  });

  it('is settled by the plan that takes it up, under its name or a new one', async () => {
    const plan =
      '计划:\n  章节:\n    - 标题: 建设\n      目标: { 投资: { 目标值: 0.2亿元, 完成时限: 2019-06 }, 新增床位: { 目标值: 60张, 原名: 床位 } }\n';
    const cwd = folder({ ...files, '2018.report.yaml': answered(result(all), plan) });
    expect(await rows(cwd, '2018', '--on', '2018-12-25')).toEqual([]);
    expect(await rows(cwd, '2018', '--on', '2018-12-25', '--all')).toContain(
      '2018 投资 closed missed 已列入计划',
    );
    expect(await rows(cwd, '2018', '--on', '2019-01-10', '--stale', '0')).toEqual([
      '2018 投资 green pending 还有171天到期',
      '2018 新增床位 green pending 还有355天到期',
    ]);
  });

  it('is carried into the next draft, overdue until it is answered', async () => {
    const cwd = folder(files);
    expect((await report(cwd, ['new', '2019', '--yes', '--lang', 'zh'])).code).toBe(0);
    const carried = readFileSync(join(cwd, '2019.report.yaml'), 'utf8');
    expect(carried).toMatch(/投资:\n? *\{? *结果: 进行中, 完成时限: 2018 *\}/);
    expect(carried).toMatch(/床位:\n? *\{? *结果: 进行中, 完成时限: 2018 *\}/);
    for (const done of ['封顶', '合格率', '围墙'])
      expect(carried).not.toMatch(new RegExp(`^ *${done}:`, 'm'));
    const { code, stdout } = await report(cwd, [
      'lint',
      '2019.report.yaml',
      '--today',
      '2019-03-01',
      '--lang',
      'zh',
    ]);
    expect({ code, wrong: /错误 {2}.*/.exec(stdout)?.[0] }).toEqual({ code: 0, wrong: undefined });
  });

  it('has a heading of its own in the bulletin, and is not done', async () => {
    const { stdout } = await report(folder(files), [
      'status',
      '2018',
      '--bulletin',
      '2018-12',
      '--lang',
      'zh',
    ]);
    const section = (title: string): string =>
      new RegExp(`## .、${title}\\n\\n([\\s\\S]*?)\\n\\n## `).exec(stdout)?.[1] ?? '';
    expect(stdout).toContain(
      '截至2018年12月31日，在办事项2项（含部分完成1项、未完成1项），其中黄灯1项、红灯1项；12月完成1项。',
    );
    expect(section('本月完成情况')).toBe('- 基建科“合格率”：12月10日完成，实际92%，目标值90%以上。');
    expect(section('未完成和部分完成事项').split('\n')).toEqual([
      '- 基建科“投资”：12月5日记为未完成，实际1.8亿元，目标值2亿元。原因：征地延后。措施：2019年上半年补齐。',
      '- 基建科“床位”：12月20日记为部分完成，实际540张，目标值600张。原因：一处场地退租。措施：2019年6月补齐。',
    ]);
    const august = await report(folder(files), ['status', '2018', '--bulletin', '2018-08', '--lang', 'en']);
    expect(august.stdout).toContain('In August 2018, 1 was met, 1 of them late.');
    expect(august.stdout).toContain(
      '- 基建科: “封顶” was met late, on 15 August (due by 31 July). Reason: 汛期停工.',
    );
  });
});

describe('a target without progress', () => {
  const under = (...progress: string[]): Record<string, string> => ({
    '2017.report.yaml': planned,
    '2018.report.yaml': answered(result(`床位: { 结果: 进行中, 进展: [${progress.join(', ')}] }`)),
  });
  const light = async (on: string, ...argv: string[]): Promise<string> => {
    const { stdout } = await report(folder(under('{ 日期: 2018-03-31, 数值: 210张 }')), [
      'status',
      '2018',
      '--on',
      on,
      '--format',
      'json',
      ...argv,
    ]);
    const { targets } = JSON.parse(stdout) as {
      targets: { id: string; light: string; reasons: { zh: string; code: string }[] }[];
    };
    const { light: color, reasons } = targets.find(({ id }) => id === '床位') as (typeof targets)[number];
    return [color, ...reasons.filter(({ code }) => code === 'stale').map(({ zh }) => zh)].join(' ');
  };

  it('is yellow after so many days', async () => {
    expect(await light('2018-05-29')).toBe('green');
    expect(await light('2018-05-30')).toBe('yellow 已60天没有报送进展（上次2018年3月31日）');
    expect(await light('2018-05-30', '--stale', '61')).toBe('green');
    expect(await light('2018-04-10', '--stale', '10')).toBe('yellow 已10天没有报送进展（上次2018年3月31日）');
    expect(await light('2018-05-30', '--stale', '0')).toBe('green');
  });

  it('is listed by office in the bulletin, whose sentences are sentences', async () => {
    const cwd = folder(
      under('{ 日期: 2018-03-31, 数值: 150张 }', '{ 日期: 2018-07-31, 数值: 210张, 说明: 第二处开工。 }'),
    );
    const zh = (await report(cwd, ['status', '2018', '--bulletin', '2018-07', '--lang', 'zh'])).stdout;
    expect(zh).toContain('- 基建科“床位”：截至7月31日完成210张，占年度目标600张的35%；第二处开工。\n');
    expect(zh).toContain('未报送进展（满60天）\n\n- 基建科4项：“封顶”“围墙”“投资”“合格率”均从未报送。\n');
    const en = (await report(cwd, ['status', '2018', '--bulletin', '2018-07', '--lang', 'en'])).stdout;
    expect(en).toContain(
      '- 基建科: “床位” stood at 210张 on 31 July, 35% of the year’s target of 600张. 第二处开工.\n',
    );
    expect(en).toContain('- 基建科 (4): never reported: “封顶”, “围墙”, “投资” and “合格率”.\n');
    const october = async (language: string): Promise<string> =>
      (await report(cwd, ['status', '2018', '--bulletin', '2018-10', '--lang', language])).stdout;
    expect(await october('zh')).toContain(
      '- 基建科5项：“床位”上次报送7月31日；“封顶”“围墙”“投资”“合格率”均从未报送。\n',
    );
    expect(await october('en')).toContain(
      '- 基建科 (5): “床位” last reported on 31 July; never reported: “封顶”, “围墙”, “投资” and “合格率”.\n',
    );
  });

  it('says in the bulletin what was done, if anything, and of no light that nothing has', async () => {
    const cwd = folder({ '2017.report.yaml': planned });
    const january = async (language: string): Promise<string> =>
      (await report(cwd, ['status', '2017', '--bulletin', '2018-01', '--lang', language])).stdout;
    const zh = await january('zh');
    expect(zh).toContain('项，均为绿灯；1月没有完成的事项。现将');
    // nobody has reported yet, and it is not sixty days since the year began
    expect(zh).toContain('未报送进展（满60天）\n\n在办事项中没有满60天未报送进展的。\n');
    expect(zh).not.toMatch(/都已报送|[灯成]0项/);
    const en = await january('en');
    expect(en).toContain('were open, all green. In January 2018, no target was met.');
    expect(en).not.toContain('0 yellow');
  });

  it('does not measure progress against time that is over', async () => {
    const cwd = folder(under('{ 日期: 2018-11-30, 数值: 420张 }'));
    const reasons = async (on: string): Promise<string> => {
      const { stdout } = await report(cwd, ['status', '2018', '--on', on, '--format', 'json']);
      const { targets } = JSON.parse(stdout) as { targets: { id: string; reasons: { zh: string }[] }[] };
      return (targets.find(({ id }) => id === '床位')?.reasons ?? []).map(({ zh }) => zh).join('；');
    };
    expect(await reasons('2018-12-30')).toContain('420张为目标值的70%，时间已过99%');
    expect(await reasons('2018-12-31')).toBe('当日到期；420张为目标值的70%');
    expect(await reasons('2019-01-01')).toBe('超期1天；420张为目标值的70%');
  });

  it('keeps open what was answered with no outcome that can be read', async () => {
    const cwd = folder({
      '2017.report.yaml': planned,
      '2018.report.yaml': answered(
        result('床位: { 结果: 在办中, 进展: [{ 日期: 2018-03-31, 数值: 150张 }] }'),
      ),
    });
    const { stdout } = await report(cwd, ['status', '2018', '--bulletin', '2018-04', '--lang', 'zh']);
    expect(stdout).toMatch(/在办事项5项/);
    expect(stdout).not.toContain('已了结');
  });
});

describe('a light set by hand', () => {
  const lit = (light: string, ...progress: string[]): Record<string, string> => ({
    '2017.report.yaml': planned,
    '2018.report.yaml': answered(
      result(`床位: { 结果: 进行中, 进展: [${progress.join(', ')}], 亮灯: ${light} }`),
    ),
  });
  const hand = '{ 颜色: 红, 原因: 施工单位停工, 日期: 2018-05-20 }';
  const row = async (files_: Record<string, string>, on: string): Promise<Record<string, unknown>> => {
    const { stdout } = await report(folder(files_), ['status', '2018', '--on', on, '--format', 'json']);
    return (JSON.parse(stdout) as { targets: Record<string, unknown>[] }).targets.find(
      ({ id }) => id === '床位',
    ) as Record<string, unknown>;
  };

  it('stands until the next entry of progress, with the computed one beside it', async () => {
    const march = '{ 日期: 2018-03-31, 数值: 210张 }';
    const before = await row(lit(hand, march), '2018-05-19');
    expect(before).toMatchObject({ light: 'green', computed: 'green', hand: null });
    const stands = await row(lit(hand, march), '2018-05-20');
    expect(stands).toMatchObject({
      light: 'red',
      computed: 'green',
      hand: { reason: '施工单位停工', date: '2018-05-20' },
    });
    expect((stands['reasons'] as { zh: string }[]).map(({ zh }) => zh)).toEqual([
      '2018年5月20日人工亮灯：施工单位停工',
      '测算为● 绿',
      '210张为目标值的35%，时间已过38%',
    ]);
    const same = await row(lit(hand, march, '{ 日期: 2018-05-20, 说明: 停工 }'), '2018-05-25');
    expect(same).toMatchObject({ light: 'red' });
    const after = await row(lit(hand, march, '{ 日期: 2018-06-02, 说明: 复工 }'), '2018-06-05');
    expect(after).toMatchObject({ hand: null });
    expect(after['light']).toBe(after['computed']);
  });

  it('is shown as such in every format, and in the bulletin', async () => {
    const cwd = folder(lit(hand, '{ 日期: 2018-05-10, 数值: 210张 }'));
    const status = async (...argv: string[]): Promise<string> =>
      (await report(cwd, ['status', '2018', '--lang', 'zh', ...argv])).stdout;
    expect(await status('--on', '2018-05-31')).toMatch(
      /■ 红（人工） +● 绿 +床位 .*2018年5月20日人工亮灯：施工单位停工；测算为● 绿/,
    );
    expect(await status('--on', '2018-05-31', '--format', 'md')).toContain('| ■ 红（人工） | ● 绿 | 床位 |');
    const csv = parse(await status('--on', '2018-05-31', '--format', 'csv'), {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
    expect(csv.find((each) => each['目标'] === '床位')).toMatchObject({ 状态: '■ 红（人工）', 测算: '● 绿' });
    const bulletin = await status('--bulletin', '2018-05');
    expect(bulletin).toContain('| ■ 红（人工） | 床位 |');
    expect(bulletin).toContain('测算为● 绿');
    expect((await report(cwd, ['status', '2018', '--lang', 'en', '--on', '2018-05-31'])).stdout).toMatch(
      /■ red \(by hand\) +● green +床位/,
    );
  });

  it('needs a colour, a reason and a date, and stands in no time to come', () => {
    const found = (light: string): string[] =>
      findings(
        `${all.replace(/^床位: .*$/m, `床位: { 结果: 进行中, 完成时限: 2019, 亮灯: ${light} }`)}`,
      ).filter((each) => !/pending|目标/.test(each));
    expect(found('{ 颜色: 黄, 日期: 2018-05-20 }')).toEqual(['schema “亮灯”缺少“原因”']);
    expect(found('{ 颜色: 橙, 原因: 停工, 日期: 2018-05-20 }')).toEqual(['schema 这里不能写“橙”']);
    expect(found('{ 颜色: 红, 原因: 停工, 日期: 2019-05-20 }')).toEqual([
      'milestones-dated “床位”的亮灯写在2019-05-20，本稿只写到2019-01-10',
    ]);
    expect(found('{ 颜色: 红, 原因: 停工, 日期: 2018-05-20 }')).toEqual([]);
  });

  it('is published nowhere', async () => {
    const { stdout } = await report(folder(lit(hand)), [
      'render',
      '2018.report.yaml',
      '--to',
      'md',
      '--draft',
    ]);
    expect(stdout).not.toMatch(/停工|亮灯/);
  });
});
