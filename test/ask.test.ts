import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from './cli.ts';
import { hasTerminal, typed } from './terminal.ts';

const example = readFileSync(
  resolve(import.meta.dirname, '../examples/jiangmen-education/2017.report.yaml'),
  'utf8',
);
const ENTER = '\r';
const DOWN = '\u001B[B';

describe.skipIf(!hasTerminal)('questions on a terminal', () => {
  it('go from the year to the title', () => {
    const cwd = folder();
    const { code, screen } = typed(
      cwd,
      ['new'],
      [
        ['Year reported on', `18${ENTER}`],
        ['four digits', `\b\b2018${ENTER}`],
        ['Language of the draft', ENTER],
        ['Kind of report', DOWN + ENTER],
        ['Full name of the organization', `Harbour Trust${ENTER}`],
        ['Title', ENTER],
      ],
    );
    expect({ code, screen }).toMatchObject({ code: 0 });
    const text = readFileSync(join(cwd, '2018.report.yaml'), 'utf8');
    expect(text).toContain('title: "Harbour Trust: Annual Report for 2018 and Plan for 2019"');
    expect(text).toContain('template: nonprofit\n');
  });

  it('offer last year’s draft, in Chinese', () => {
    const cwd = folder({ '2017.report.yaml': example });
    const { code, screen } = typed(
      cwd,
      ['new', '2018'],
      [
        ['由上年稿子结转：2017.report.yaml', ENTER],
        ['编制单位全称', ENTER],
        ['标题', ENTER],
      ],
      'zh_CN.UTF-8',
    );
    expect({ code, screen }).toMatchObject({ code: 0 });
    const text = readFileSync(join(cwd, '2018.report.yaml'), 'utf8');
    expect(text).toContain('上年: 2017.report.yaml\n');
    expect(text).toContain('标题: "江门市教育局2018年工作总结和2019年工作计划"\n编制单位: 江门市教育局\n');
  });

  it('start afresh where last year’s draft is not wanted', () => {
    const cwd = folder({ '2017.report.yaml': example });
    const { code, screen } = typed(
      cwd,
      ['new', '2018'],
      [
        ['由上年稿子结转：2017.report.yaml', `n${ENTER}`],
        ['稿子用哪种语言', ENTER],
        ['报告种类', ENTER],
        ['编制单位全称', `某支部${ENTER}`],
        ['标题', ENTER],
      ],
      'zh_CN.UTF-8',
    );
    expect({ code, screen }).toMatchObject({ code: 0 });
    const text = readFileSync(join(cwd, '2018.report.yaml'), 'utf8');
    expect(text).toContain('模板: bureau\n');
    expect(text).not.toMatch(/^上年:/m);
  });

  it('are not asked where a flag or a file answers', () => {
    const cwd = folder({ 'answers.yaml': 'organization: City Team\ntemplate: team\nfrom: false\n' });
    const { code, screen } = typed(
      cwd,
      ['new', '2018', '--answers', 'answers.yaml', '--title', 'Review'],
      [],
    );
    expect({ code, screen }).toMatchObject({ code: 0 });
    expect(screen).not.toContain('?');
    expect(typed(cwd, ['new', '2019', '--yes'], [])).toMatchObject({ code: 0 });
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['the end of the input', '\u0004'],
  ])('end with 2 at %s, and nothing is written', (_, keys) => {
    const cwd = folder({ '2017.report.yaml': example });
    for (const [argv, wait] of [
      [['new'], 'Year'],
      [['new', '2018'], 'Carry over'],
      [['new', '2018', '--no-from'], 'Language'],
    ] as const) {
      const { code, screen } = typed(cwd, argv, [[wait, keys]]);
      expect({ code, screen }).toMatchObject({ code: 2, screen: expect.stringContaining('--yes') as string });
      expect(existsSync(join(cwd, '2018.report.yaml'))).toBe(false);
    }
  });
});
