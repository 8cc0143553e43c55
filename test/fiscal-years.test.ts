import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { yearOfDay } from '../src/dates/dates.ts';
import { yearView } from '../src/dates/fiscal-text.ts';
import { shiftYears } from '../src/scaffold/years.ts';
import { folder, report } from './cli.ts';

const named = (part: string): Record<string, string> => {
  const from = join(import.meta.dirname, 'fiscal', part);
  return Object.fromEntries(readdirSync(from).map((name) => [name, readFileSync(join(from, name), 'utf8')]));
};

/** A water district whose years begin in October and have the number of the year in which they end. */
const district = (changes: (text: string) => string = (text) => text): string =>
  folder(
    Object.fromEntries(
      Object.entries(named('district')).map(([name, text]) => [
        name,
        name.startsWith('2025') ? changes(text) : text,
      ]),
    ),
  );

const rows = async (
  cwd: string,
  on: string,
): Promise<
  Record<string, { light: string; due: string; dueOn: string; daysLeft: number; reasons: { en: string }[] }>
> => {
  const { targets } = JSON.parse((await report(cwd, ['status', '--on', on, '--format', 'json'])).stdout) as {
    targets: {
      id: string;
      light: string;
      due: string;
      dueOn: string;
      daysLeft: number;
      reasons: { en: string }[];
    }[];
  };
  return Object.fromEntries(targets.map((row) => [row.id, row]));
};

describe('a year that begins in October', () => {
  it('passes lint, the day that it speaks from and its dates as people write them', async () => {
    const { code, stdout } = await report(district(), ['lint', '2024', '2025']);
    expect([code, stdout.match(/^(?:error|warning|info) .*/gm)]).toEqual([
      0,
      ['info  “mains replaced” has no due date, so the end of FY2025 is implied  targets-dated'],
    ]);
  });

  it('has its quarters, months and implied ends counted from there', async () => {
    const all = await rows(district(), '2024-11-30');
    expect([
      all['East Pump Station']?.dueOn,
      all['leak survey']?.dueOn,
      all['billing system']?.dueOn,
    ]).toEqual(['2025-06-30', '2025-09-30', '2027-09-30']);
    expect(all['leak survey']?.reasons[0]?.en).toBe(
      '60 miles is 12% of 500 miles, 17% of the time has passed',
    );
    const implied = await rows(
      folder({ '2024.report.yaml': named('district')['2024.report.yaml'] ?? '' }),
      '2024-10-01',
    );
    expect([
      implied['mains replaced']?.due,
      implied['mains replaced']?.dueOn,
      implied['mains replaced']?.light,
    ]).toEqual(['FY2025', '2025-09-30', 'green']);
    expect(
      await rows(folder({ '2024.report.yaml': named('district')['2024.report.yaml'] ?? '' }), '2024-09-30'),
    ).toEqual({});
  });

  it('puts a milestone of December in the December of the year', async () => {
    const { 'East Pump Station': row } = await rows(district(), '2025-02-15');
    expect([row?.light, row?.reasons[0]?.en]).toEqual([
      'yellow',
      'milestone “design finished” (December 2024) is past and not recorded as reached',
    ]);
  });

  it.each([
    ["outcome: met, date: 'May 20, 2025'", "outcome: met, date: 'July 20, 2025'", 'outcomes-agree'],
    ["outcome: met, date: 'May 20, 2025'", "outcome: met, date: 'Sept 20, 2024'", 'outcomes-agree'],
    ["outcome: met, date: 'May 20, 2025'", 'outcome: pending', 'pending-in-time'],
    ["date: 'Nov. 15, 2024', value", "date: 'Sept. 15, 2024', value", 'milestones-dated'],
    ['In FY2025, the', 'In FY2024, the', 'years-fresh'],
    ['for FY2025 and Plan for FY2026', 'for FY2024 and Plan for FY2025', 'years-fresh'],
    ['due: Q4 FY2025,', 'due: Q3 FY2025,', 'targets-kept'],
    [
      'a year earlier.',
      'a year earlier. On 12 March 2024 the new laboratory opened its doors.',
      'years-fresh',
    ],
    ['due: September 2026', 'due: Q5 FY2026', 'schema'],
    ['year: 2025', 'year: FY2025', 'schema'],
  ])('finds the mistake where %s becomes %s', async (right, wrong, rule) => {
    const cwd = district((text) => text.replace(right, wrong));
    const { findings } = JSON.parse((await report(cwd, ['lint', '--format', 'json', '2025'])).stdout) as {
      findings: { rule: string }[];
    };
    expect(findings.map((each) => each.rule)).toEqual([rule]);
  });

  it.each([
    ["outcome: met, date: 'May 20, 2025'", "outcome: met, date: 'October 3, 2024'"],
    ['In FY2025, the', 'In 2024, a storm passed; in FY2025, the'],
    ["date: 'Nov. 15, 2024', value", 'date: 2024-10-02, value'],
    ['a year earlier.', 'a year earlier. On 12 November 2024 the new laboratory opened its doors.'],
  ])('finds nothing wrong where %s becomes %s', async (before, after) => {
    const cwd = district((text) => text.replace(before, after));
    expect((await report(cwd, ['lint', '2025'])).stdout).toMatch(
      /^no problems in 1 file\n5 figures: all stand alone; [^\n]*\n$/,
    );
  });

  it('is named in titles, in what new carries over, and in differences', async () => {
    const cwd = district();
    const page = (await report(cwd, ['render', '2025', '--draft', '--internal'])).stdout;
    expect(page.match(/^## .*/gm)).toEqual(['## Summary of FY2025', '## Plan for FY2026']);
    expect(page).toContain('| leak survey | 500 miles | 505 miles | Met | Q4 FY2025 | 12 September 2025 |');
    expect((await report(cwd, ['new', 'FY2026', '-y', '--lang', 'en'])).stderr).toMatch(
      /^wrote 2026.report.yaml: it reports on FY2026 and plans FY2027\n/,
    );
    const carried = readFileSync(join(cwd, '2026.report.yaml'), 'utf8');
    for (const line of [
      'Annual Report for FY2026 and Plan for FY2027',
      'year: 2026\nyear-start: 10\n# dated: 2026-11-15',
      '# FY2025: In FY2025',
      'due: September 2026',
      'due: FY2027',
    ])
      expect(carried).toContain(line);
    expect((await report(cwd, ['diff', '2024', '2025', '--lang', 'en'])).stdout).toMatch(
      /^2024.report.yaml \(FY2024\) → 2025.report.yaml \(FY2025\)\n/,
    );
  });

  it('may be asked for what is due in one of its quarters', async () => {
    const due = async (date: string): Promise<readonly string[]> => {
      const { stdout } = await report(district(), [
        'status',
        '--on',
        '2024-11-30',
        '--due',
        date,
        '--format',
        'json',
      ]);
      return (JSON.parse(stdout) as { targets: { id: string }[] }).targets.map(({ id }) => id);
    };
    expect(await due('Q3 FY2025')).toEqual(['East Pump Station']);
    expect(await due('2025-Q4')).toEqual(['East Pump Station', 'leak survey']);
    expect(await due('June 2025')).toEqual(['East Pump Station']);
  });
});

describe('a year that begins in April, by the configuration, and is named by its first', () => {
  const school = (): string => folder(named('school'));

  it('passes lint, and takes months without a year from the plan', async () => {
    const cwd = school();
    const { code, stdout } = await report(cwd, ['lint', '--today', '2025-04-10'], { LANG: 'zh_CN.UTF-8' });
    expect([code, stdout.match(/^(?:错误|警告|提示) .*/gm)]).toEqual([
      0,
      [
        '提示  目标“讲座”没有写完成时限，视为2024年度末  targets-dated',
        '提示  目标“讲座”没有写牵头科室  targets-led',
      ],
    ]);
    const { 体育馆竣工: hall, 讲座: talks } = await rows(cwd, '2024-12-20');
    expect([hall?.due, hall?.dueOn, hall?.reasons[0]?.en]).toEqual([
      '2025年2月底前',
      '2025-02-28',
      'milestone “封顶” (October 2024) is past and not recorded as reached',
    ]);
    expect([talks?.dueOn, talks?.reasons[0]?.en]).toEqual([
      '2025-03-31',
      '12场 is 30% of 40场, 72% of the time has passed',
    ]);
  });

  it('is named so by render and new', async () => {
    const cwd = school();
    const page = (await report(cwd, ['render', '2024', '--draft', '--internal'])).stdout;
    expect(page).toContain('## 2025年度工作计划');
    expect(page).toContain('| 校园网改造 |  |  | 完成 | 2024年度第三季度 | 2024年12月上旬 |');
    const { stderr } = await report(cwd, ['new', '2025', '-y'], { LANG: 'zh_CN.UTF-8' });
    expect(stderr).toMatch(/^已写好 2025.report.yaml：本稿总结2025年度、计划2026年度\n/);
    const fresh = await report(cwd, [
      'new',
      '2030',
      '-y',
      '--no-from',
      '--template',
      'bureau',
      '-o',
      'fresh.report.yaml',
    ]);
    expect(fresh.code).toBe(0);
    const text = readFileSync(join(cwd, 'fresh.report.yaml'), 'utf8');
    expect(text).toContain('标题: "【编制单位全称】2030年度工作总结和2031年度工作计划"\n');
    expect(text).toContain('# 成文日期: 2031-04-10\n');
    expect(text).toContain('完成时限: 2032-03');
  });
});

describe('a year that only last year’s draft counts from October', () => {
  const before =
    'schema: 1\ntitle: A report\norganization: An agency\nyear: 2016\nyear-start: 10\nplan:\n  sections:\n    - title: Roads\n      lead: Works\n      targets:\n        roof closed: { due: 2017-Q2 }\n        road opened: {}\n';
  const after = (start: string, roof: string, road: string): string =>
    `schema: 1\ntitle: A report\norganization: An agency\nyear: 2017\n${start}previous: 2016.report.yaml\nsummary:\n  sections:\n    - title: Roads\n      results:\n        roof closed: { outcome: ${roof} }\n        road opened: { outcome: ${road} }\n`;
  const found = async (start: string, roof: string, road: string): Promise<unknown> => {
    const { code, stdout } = await report(
      folder({ '2016.report.yaml': before, '2017.report.yaml': after(start, roof, road) }),
      ['lint', '2017', '--today', '2018-01-10', '--lang', 'en'],
    );
    return [code, stdout.match(/^(?:error|warning|info) .*/gm)];
  };

  it('has its dates read so, whatever this year’s draft says', async () => {
    expect(await found('year-start: 1\n', 'met, date: 2017-03-20', 'met, date: 2017-09-20')).toEqual([
      0,
      null,
    ]);
    expect(await found('year-start: 1\n', 'met, date: 2017-05-20', 'met, date: 2017-11-20')).toEqual([
      1,
      [
        'error  “roof closed” is said to be met, but 2017-05-20 is after its due date: FY2017-Q2  outcomes-agree',
        'error  “road opened” is said to be met, but 2017-11-20 is after its due date: the end of FY2017 (no date was given)  outcomes-agree',
      ],
    ]);
  });

  it('leaves a draft that says nothing of it as it is, and asks', async () => {
    expect(await found('', 'met, date: 2017-03-20', 'met, date: 2017-09-20')).toEqual([
      0,
      [
        'info  last year’s report counts its years from October, and this one, without “year-start”, counts them from January  previous-agrees',
      ],
    ]);
  });

  it('compares due dates that are repeated each by its own', async () => {
    const repeated = (due: string): string => `met, due: ${due}, date: 2017-03-20`;
    expect(await found('year-start: 1\n', repeated('2017-03'), 'met, date: 2017-09-20')).toEqual([0, null]);
    expect(await found('year-start: 1\n', repeated('2017-Q2'), 'met, date: 2017-09-20')).toEqual([
      1,
      ['error  “roof closed” has the due date 2017-Q2, and the report of FY2016 set FY2017-Q2  targets-kept'],
    ]);
  });
});

describe('the number of a year', () => {
  const draft = (year: string): string =>
    `schema: 1\ntitle: A report\norganization: An agency\nyear: ${year}\nsummary: { intro: A calm year. }\n`;

  it.each(['FY2018', '2018年', '2018年度', '"2018"', '２０１８', '二〇一八', '2018财年'])(
    'may be found as %s, which --fix mends',
    async (written) => {
      const cwd = folder({ 'a.report.yaml': draft(written) });
      const { stdout } = await report(cwd, ['lint', '--lang', 'en']);
      expect(stdout.match(/^(?:error|warning|info) .*/gm)).toHaveLength(1);
      expect((await report(cwd, ['lint', '--fix'])).code).toBe(0);
      expect(readFileSync(join(cwd, 'a.report.yaml'), 'utf8')).toBe(draft('2018'));
    },
  );

  it.each(['soon', '2018-07', '18', '[2018]'])('is none where %s stands', async (written) => {
    const cwd = folder({ 'a.report.yaml': draft(written) });
    expect((await report(cwd, ['lint', '--fix-unsafe'])).code).toBe(1);
    expect(readFileSync(join(cwd, 'a.report.yaml'), 'utf8')).toBe(draft(written));
  });

  it('that a day falls in is that of the calendar of the report', () => {
    const days = ['2024-09-30', '2024-10-01', '2025-03-31', '2025-04-01'];
    expect(days.map((day) => yearOfDay(day, { start: 10, named: 'end', stated: true }))).toEqual([
      2024, 2025, 2025, 2025,
    ]);
    expect(days.map((day) => yearOfDay(day, { start: 4, named: 'start', stated: true }))).toEqual([
      2024, 2024, 2024, 2025,
    ]);
    expect(days.map((day) => yearOfDay(day, { start: 1, named: 'end', stated: false }))).toEqual([
      2024, 2024, 2025, 2025,
    ]);
  });
});

it('a date of a target without year keeps its text in the draft, and is given the year of its plan in what is carried over', async () => {
  const cwd = folder({
    '2018.report.yaml':
      '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2018\n计划:\n  章节:\n    - 标题: 甲\n      目标:\n        乙: { 完成时限: 6月底前 }\n        丙: { 完成时限: 三季度 }\n',
  });
  expect((await report(cwd, ['new', '2019', '-y'])).code).toBe(0);
  const text = readFileSync(join(cwd, '2019.report.yaml'), 'utf8');
  expect(text).toContain('完成时限: 2019年6月底前');
  expect(text).toContain('完成时限: 2019年三季度');
});

it('dates of what happened need their year, and --fix-unsafe proposes that of the report', async () => {
  const draft = (date: string): string =>
    `schema: 1\ntitle: A report\norganization: An agency\nyear: 2018\nsummary:\n  sections:\n    - title: Roads\n      results:\n        roads: { outcome: met, date: ${date} }\n`;
  const cwd = folder({ 'a.report.yaml': draft('28 June') });
  expect((await report(cwd, ['lint', '--fix'])).stdout).toContain('“28 June” does not say of which year');
  expect(readFileSync(join(cwd, 'a.report.yaml'), 'utf8')).toBe(draft('28 June'));
  await report(cwd, ['lint', '--fix-unsafe']);
  expect(readFileSync(join(cwd, 'a.report.yaml'), 'utf8')).toBe(draft('2018-06-28'));
});

describe('years in texts of fiscal years', () => {
  const october = { start: 10, named: 'end', stated: true } as const;

  it('are found by their number, and bare ones veiled', () => {
    const text = 'In FY 2024, as in 2023 and fiscal year 2025, we';
    const { text: shown, back } = yearView(text, october, false);
    expect(shown.replaceAll('\uE001', '#')).toBe('In 2024, as in #### and 2025, we');
    for (const year of ['2024', '2025']) {
      const at = shown.indexOf(year);
      expect(text.slice(...back([at, at + 4]))).toBe(year);
    }
  });

  it('move on with the year', () => {
    expect(shiftYears('Summary of FY2025, Plan for FY2026', 2025, october)).toBe(
      'Summary of FY2026, Plan for FY2027',
    );
    expect(shiftYears('Report 2024/25', 2025, october)).toBe('Report 2025/26');
    expect(shiftYears('Report 1999-2000', 2000, october)).toBe('Report 2000-2001');
    expect(shiftYears('《2025—2030年规划》 2025', 2025, october)).toBe('《2025—2030年规划》 2026');
  });
});

it.each(['docs/format.md', 'docs/format.zh.md'])(
  'the example of %s lints clean, and its comments say the last days',
  async (page) => {
    const [, example = ''] =
      /```yaml [^\n]*\n((?:schema|格式): 1\n(?:(?!```)[\s\S])*?^(?:year-start|年度起): [\s\S]*?)```/m.exec(
        readFileSync(join(import.meta.dirname, '..', page), 'utf8'),
      ) ?? [];
    const cwd = folder({ 'a.report.yaml': example });
    expect((await report(cwd, ['lint', '--lang', 'en'])).stdout).toMatch(
      /^no problems in 1 file\n1 figure: it stands alone; [^\n]*\n$/,
    );
    const due = Object.values(await rows(cwd, '2024-10-01')).map(({ dueOn }) => dueOn);
    expect(due).toEqual(
      page.includes('zh')
        ? ['2024-12-31', '2025-02-28', '2025-03-31']
        : ['2024-12-31', '2025-03-31', '2025-06-30', '2025-09-30'],
    );
  },
);
