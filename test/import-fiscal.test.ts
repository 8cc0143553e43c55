import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { folder, report, type Ended } from './cli.ts';

const authority = `# Riverton Water Authority Annual Report FY2025

Published November 12, 2025

## Summary of FY2025

### 1. Water quality

The laboratory took 4,820 samples in fiscal year 2025. As of September 30, 2025, 61 miles of main had been lined.

### 2. Leakage

Crews repaired 1,144 leaks. Losses stood at 11.8% at the end of FY2025.

## Challenges

A pump at the east works failed in Q3 FY2025 and ran at half its load for nine weeks.

## Plan for FY2026

### 1. Renewal

We will line 75 miles of main by the end of FY2026. The east works will receive 2 new pumps by Q2 FY2026.

### 2. Service

We will reach 15,000 smart meters by June 30, 2026. We will open the new laboratory by the end of the third quarter of fiscal year 2026.
`;
const october = { 'report.config.yaml': 'year-start: 10\n' };

interface Draft {
  readonly title: string;
  readonly year: number;
  readonly 'year-start'?: number;
  readonly 'year-named'?: string;
  readonly problems?: object;
  readonly plan?: { readonly sections: readonly { readonly targets?: Record<string, unknown> }[] };
}
const read = (cwd: string, name: string): { readonly text: string; readonly draft: Draft } => {
  const text = readFileSync(join(cwd, name), 'utf8');
  return { text, draft: parse(text) as Draft };
};
const brought = (cwd: string, ...argv: readonly string[]): Promise<Ended> =>
  report(cwd, ['import', ...argv, '-o', 'a.report.yaml', '--lang', 'en']);
/** Errors and warnings of the draft, after the year and its report are over. */
async function troubles(cwd: string, name = 'a.report.yaml'): Promise<readonly string[]> {
  const { stdout } = await report(cwd, [
    'lint',
    name,
    '--format',
    'json',
    '--today',
    '2025-12-01',
    '--lang',
    'en',
  ]);
  const { findings } = JSON.parse(stdout) as {
    findings: { severity: string; rule: string; message: string }[];
  };
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, message }) => `${rule} ${message}`);
}

describe('a report of a fiscal year that is imported', () => {
  it('has its year, its parts and its due dates by the calendar of the configuration', async () => {
    const cwd = folder({ ...october, 'r.md': authority });
    expect((await report(cwd, ['import', 'r.md'])).code).toBe(0);
    const { text, draft } = read(cwd, '2025.report.yaml');
    expect(draft).toMatchObject({ year: 2025, title: 'Riverton Water Authority Annual Report FY2025' });
    expect(draft).not.toHaveProperty('year-start');
    expect(draft.problems).toBeDefined();
    expect(draft.plan?.sections.map(({ targets }) => targets)).toEqual([
      {
        'line main': { level: '75 miles', due: 'FY2026' },
        'receive new pumps': { level: 2, due: 'FY2026-Q2' },
      },
      {
        'smart meters': { level: '15,000', due: '2026-06-30' },
        'open the new laboratory': { due: 'FY2026-Q3' },
      },
    ]);
    expect(text).toContain('main lined: { value: 61 miles, as-of: 2025-09-30 }\n');
    expect(text).toContain('# published: 2025-11-12 #');
    expect(text).not.toContain('# check: the year');
    expect(await troubles(cwd, '2025.report.yaml')).toEqual([]);
  });

  it('names where its years begin where that is not what the configuration says', async () => {
    const flag = folder({ 'r.md': authority });
    expect((await brought(flag, 'r.md', '--year-start', '10')).code).toBe(0);
    expect(read(flag, 'a.report.yaml').draft).toMatchObject({ year: 2025, 'year-start': 10 });
    expect(read(flag, 'a.report.yaml').text).not.toContain('# check: read from the text');
    expect(await troubles(flag)).toEqual([]);
    const other = folder({ ...october, 'r.md': authority });
    await brought(other, 'r.md', '--year-start', '7', '--year-named', 'start');
    expect(read(other, 'a.report.yaml').draft).toMatchObject({ 'year-start': 7, 'year-named': 'start' });
    await brought(other, 'r.md', '--year-start', '10', '--force');
    expect(read(other, 'a.report.yaml').draft).not.toHaveProperty('year-start');
    for (const wrong of ['0', '13', 'October'])
      expect(await brought(other, 'r.md', '--year-start', wrong)).toMatchObject({
        code: 2,
        stderr: `report: “${wrong}” is not a value for --year-start; write a month from 1 to 12\n`,
      });
  });

  it.each([
    ['in the financial year ended 30 June 2025', 7],
    ['in the fiscal year ending June 30, 2025', 7],
    ['in a fiscal year that begins on October 1', 10],
    ['in the fiscal year ended December 31, 2025', undefined],
    // 52 weeks
    ['in the fiscal year ended June 24, 2025', undefined],
  ])('is counted as its text says: %s', async (words, start) => {
    const text = `Marsh Ferries Annual Review 2024–25\n\n1. Service\nFerries carried 412,300 passengers ${words}.\n`;
    const cwd = folder({ 'r.txt': text });
    await brought(cwd, 'r.txt');
    const { draft, text: written } = read(cwd, 'a.report.yaml');
    expect(draft['year-start']).toBe(start);
    expect(written.includes('# check: read from the text\nyear-start: ')).toBe(start !== undefined);
    if (start !== undefined) expect(draft.year).toBe(2025);
    expect(await troubles(cwd)).toEqual([]);
  });

  it('asks for the month where nothing says it, and sets no due date that nobody could read', async () => {
    const cwd = folder({ 'r.md': authority });
    const { code, stderr } = await brought(cwd, 'r.md');
    expect(code).toBe(0);
    expect(stderr).toContain('the month in which fiscal years begin (year-start)');
    const { text, draft } = read(cwd, 'a.report.yaml');
    expect(text).toContain(
      '# check: the text counts in fiscal years; add year-start, the month in which they begin\n',
    );
    expect(draft.year).toBe(2025);
    expect(text).not.toMatch(/due: .*(?:FY|fiscal)/);
    expect(text).toContain('due: 2026-06-30');
    expect(await troubles(cwd)).toEqual([]);
  });

  it.each([
    ['Annual report FY2024', 2024],
    ['FY24 Annual Report', 2024],
    ['Annual Report 2023–24', 2024],
    ['2024 Annual Report and 2025 Plan', 2024],
    ['Plan for 2025 and Review of 2024', 2024],
    ['Review of FY2024 and Plan for FY2025', 2024],
    ['Summary of fiscal year 2024', 2024],
    ['Plan for FY2025', 2024],
    ['2024财年工作总结', 2024],
  ])('takes its year from its title: %s', async (title, year) => {
    const cwd = folder({ ...october, 'r.txt': `${title}\n\nThe year was calm throughout the county.\n` });
    await brought(cwd, 'r.txt');
    expect(read(cwd, 'a.report.yaml').draft.year).toBe(year);
  });

  it('takes the last year that is over where the text names none', async () => {
    const cwd = folder({
      ...october,
      'r.txt': 'Harbour Report\n\nThe year was calm throughout the county.\n',
    });
    await brought(cwd, 'r.txt');
    // the day is 20 January 2018: FY2018 has begun
    expect(read(cwd, 'a.report.yaml').draft.year).toBe(2017);
  });

  it('keeps the calendar of the draft that a section is brought into', async () => {
    const cwd = folder({
      ...october,
      '2025.report.yaml':
        'schema: 1\ntitle: Report\norganization: Agency\nyear: 2025\nplan: { sections: [{ id: renewal, title: Renewal }] }\n',
      'r.txt': 'Renewal\n\nWe will line 75 miles of main by Q2 FY2026.\n',
    });
    const { code } = await report(cwd, ['import', 'r.txt', '--into', '2025', '--section', 'renewal']);
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'offices/r.section.yaml'), 'utf8')).toContain('due: FY2026-Q2');
  });

  it('is counted as a Chinese text says', async () => {
    const text = '某会2025财年工作总结\n\n一、概况\n本会财政年度自4月1日至次年3月31日。全年接待2310人次。\n';
    const cwd = folder({ 'r.txt': text });
    await report(cwd, ['import', 'r.txt', '-o', 'a.report.yaml']);
    expect(read(cwd, 'a.report.yaml').text).toContain('年度: 2025\n# 核对：由正文推定\n年度起: 4\n');
    expect(await troubles(cwd)).toEqual([]);
  });

  it('is in Chinese as in English', async () => {
    const text =
      '某水务局2025财年工作总结和2026财年工作计划\n\n一、2025财年工作总结\n（一）供水\n2025财年检测水样4820个。\n二、2026财年工作计划\n（一）管网\n2026财年内更新管道120公里，2026年6月底前新建泵站2座。\n';
    const cwd = folder({ ...october, 'r.txt': text });
    await report(cwd, ['import', 'r.txt', '-o', 'a.report.yaml']);
    const { text: written } = read(cwd, 'a.report.yaml');
    expect(written).toContain('\n年度: 2025\n');
    expect(written).toContain('完成时限: FY2026');
    expect(written).toContain('完成时限: 2026-06');
    expect(await troubles(cwd)).toEqual([]);
  });
});
