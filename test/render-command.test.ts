import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, report } from './cli.ts';

const clean = 'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary: { intro: A calm year. }\n';
const wrong = 'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary: { intro: "See {{nothing}}." }\n';
const broken = 'title: "report\n';

describe('render', () => {
  const cwd = (): string => folder({ '2017.report.yaml': clean, 'wrong.report.yaml': wrong, 'broken.report.yaml': broken });

  it('writes one format to stdout, stamped as a draft until it is published', async () => {
    const { code, stdout, stderr } = await report(cwd(), ['render', '2017']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('# Report');
    expect(stdout).toContain('DRAFT');
    const published = folder({ 'a.report.yaml': `published: 2018-01-17\n${clean}` });
    expect((await report(published, ['render', 'a.report.yaml'])).stdout).not.toContain('DRAFT');
    expect((await report(published, ['render', 'a.report.yaml', '--draft'])).stdout).toContain('DRAFT');
  });

  it('writes several formats into a folder, named after the draft', async () => {
    const place = cwd();
    expect((await report(place, ['render', '2017.report.yaml', '--to', 'md,html', '--out', 'out'])).code).toBe(0);
    expect(readdirSync(join(place, 'out')).sort()).toEqual(['2017.report.html', '2017.report.md']);
  });

  it('refuses a report with errors, unless it is stamped a draft', async () => {
    const place = cwd();
    const refused = await report(place, ['render', 'wrong.report.yaml', '--out', 'x.md']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('references-known');
    expect(existsSync(join(place, 'x.md'))).toBe(false);
    expect((await report(place, ['render', 'wrong.report.yaml', '--draft', '--out', 'x.md'])).code).toBe(0);
    expect(readFileSync(join(place, 'x.md'), 'utf8')).toContain('DRAFT');
    expect((await report(place, ['render', 'broken.report.yaml', '--draft'])).code).toBe(1);
  });

  it('overwrites nothing without --force, and then writes none of several', async () => {
    const place = cwd();
    await report(place, ['render', '2017', '--to', 'html', '--out', '2017.report.html']);
    const again = await report(place, ['render', '2017', '--to', 'md,html', '--out', '.']);
    expect(again.code).toBe(2);
    expect(existsSync(join(place, '2017.report.md'))).toBe(false);
    expect((await report(place, ['render', '2017', '--to', 'md,html', '--out', '.', '--force'])).code).toBe(0);
  });

  it('says what is wrong with a format or a file', async () => {
    expect((await report(cwd(), ['render', '2017', '--to', 'htm'])).stderr).toContain('did you mean html?');
    expect(await report(cwd(), ['render', '2016'])).toMatchObject({ code: 2 });
    expect(await report(cwd(), ['render', '2017', '--to', 'md,html'])).toMatchObject({ code: 2 });
  });
});
