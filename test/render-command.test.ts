import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, report } from './cli.ts';

const clean =
  'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary: { intro: A calm year. }\n';
const wrong =
  'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary: { intro: "See {{nothing}}." }\n';
const broken = 'title: "report\n';

describe('render', () => {
  const cwd = (): string =>
    folder({ '2017.report.yaml': clean, 'wrong.report.yaml': wrong, 'broken.report.yaml': broken });

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
    expect(
      (await report(place, ['render', '2017.report.yaml', '--to', 'md,html', '--out', 'out'])).code,
    ).toBe(0);
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

  it('says of a section file that is named beside its draft that it gets no file of its own', async () => {
    const draft =
      'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary: { sections: [{ file: x.section.yaml }] }\n';
    const place = folder({ 'a.report.yaml': draft, 'x.section.yaml': 'title: Roads\nbody: Text.\n' });
    const { code, stderr } = await report(place, [
      'render',
      'x.section.yaml',
      'a.report.yaml',
      '--to',
      'html',
      '--out',
      'out',
    ]);
    expect({ code, written: readdirSync(join(place, 'out')) }).toEqual({
      code: 0,
      written: ['a.report.html'],
    });
    expect(stderr).toContain(
      '“x.section.yaml” is part of a draft that is named too, and gets no file of its own',
    );
  });

  it('overwrites nothing without --force, and then writes none of several', async () => {
    const place = cwd();
    await report(place, ['render', '2017', '--to', 'html', '--out', '2017.report.html']);
    const again = await report(place, ['render', '2017', '--to', 'md,html', '--out', '.']);
    expect(again.code).toBe(2);
    expect(existsSync(join(place, '2017.report.md'))).toBe(false);
    expect((await report(place, ['render', '2017', '--to', 'md,html', '--out', '.', '--force'])).code).toBe(
      0,
    );
  });

  it('says what is wrong with a format or a file', async () => {
    expect((await report(cwd(), ['render', '2017', '--to', 'htm'])).stderr).toContain('did you mean html?');
    expect(await report(cwd(), ['render', '2016'])).toMatchObject({ code: 2 });
    expect(await report(cwd(), ['render', '2017', '--to', 'md,html'])).toMatchObject({ code: 2 });
  });

  it('writes what it could not read only as an open gap, and then does not exit 0', async () => {
    const draft = `${clean.split('summary')[0]}summary:\n  sections:\n    - { title: Roads, body: Text., tables: { T: { file: t.csv } } }\n    - file: x.section.yaml\n`;
    const sections = { broken: 'title: Buses\nbody: [\n', empty: '', list: '- a\n', missing: undefined };
    for (const [kind, section] of Object.entries(sections))
      for (const format of ['md', 'html', 'text']) {
        const place = folder({
          'a.report.yaml': draft,
          't.csv': ',b\na,1\n',
          ...(section !== undefined && { 'x.section.yaml': section }),
        });
        expect((await report(place, ['render', 'a.report.yaml', '--to', format])).code, kind).toBe(1);
        const { code, stdout, stderr } = await report(place, [
          'render',
          'a.report.yaml',
          '--to',
          format,
          '--draft',
        ]);
        expect(code, `${kind} ${format}`).toBe(1);
        expect(stderr).toContain(kind === 'missing' ? 'there is no file' : 'x.section.yaml:');
        expect(stderr).toContain('the rendering is incomplete');
        expect(stdout).toMatch(
          /Not everything could be read[^]*\.yaml:\d+[^]*A section is missing here: .*x\.section\.yaml/,
        );
        expect(stdout).not.toContain('A table is missing');
      }
    const place = folder({
      'a.report.yaml': draft,
      'x.section.yaml': 'title: Buses\nbody: Text.\n',
      't.csv': '',
    });
    const { code, stdout } = await report(place, ['render', 'a.report.yaml', '--draft']);
    expect({ code, gap: stdout.includes('A table is missing here: “t.csv”') }).toEqual({
      code: 1,
      gap: true,
    });
  });

  it.each([
    [
      'zh',
      '标题: 公交\n正文: 新开{{线路}}。\n指标: { 线路: 3条 }\n章节:\n  - { 标题: 站点, 正文: 已换新。 }\n',
      '> 草稿\n\n# 公交\n\n新开3条。\n\n**（一）站点。** 已换新。\n',
    ],
    [
      'en',
      'title: Buses\nbody: We opened {{lines}}.\nmetrics: { lines: 3 km }\n',
      '> DRAFT\n\n# Buses\n\nWe opened 3 km.\n',
    ],
  ])(
    'renders a section file by itself, without a year or a part around it (%s)',
    async (_, section, written) => {
      expect(
        await report(folder({ 'offices/x.section.yaml': section }), ['render', 'offices/x.section.yaml']),
      ).toMatchObject({
        code: 0,
        stdout: written,
        stderr: '',
      });
    },
  );
});
