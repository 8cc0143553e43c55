import { describe, expect, it } from 'vitest';
import { folder, report, type Ended } from './cli.ts';

const draft = (targets: string): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: 2018\nsummary:\n  sections:\n    - title: Roads\n      lead: Works\n      body: Work went on.\n      targets:\n${targets}`;
const overdue = '        roof closed: { due: 2018-03-31 }\n';
const soon = '        road opened: { due: 2018-07-10 }\n';
const later = '        bridge opened: { due: 2018-12-20 }\n';

const status = (targets: string, ...argv: readonly string[]): Promise<Ended> =>
  report(folder({ '2018.report.yaml': draft(targets) }), [
    'status',
    '--on',
    '2018-07-01',
    '--stale',
    '0',
    ...(argv.includes('--lang') ? [] : ['--lang', 'en']),
    ...argv,
  ]);

describe('status --fail-on', () => {
  it('ends with 1 where targets are in the state, and says which', async () => {
    const { code, stderr } = await status(overdue + soon + later, '--fail-on', 'overdue');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'report: 1 target overdue: roof closed (Works, 2018-03-31)\n',
    });
    const chinese = await status(overdue + soon, '--fail-on', 'overdue,due-soon', '--lang', 'zh');
    expect(chinese.stderr).toBe(
      'report：1项超期：roof closed（Works，2018-03-31）\nreport：1项临近时限：road opened（Works，2018-07-10）\n',
    );
  });

  it('ends with 0 where none is, and without it whatever is overdue', async () => {
    expect(await status(soon + later, '--fail-on', 'overdue')).toMatchObject({ code: 0, stderr: '' });
    expect(await status(overdue)).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    ['due-soon', soon, later],
    ['red', overdue, soon],
    ['yellow', soon, later],
    [
      'missed',
      '        a: { due: 2018-12-20 }\n      results:\n        a: { outcome: missed, reason: No money, remedy: Ask again }\n',
      later,
    ],
    [
      'milestone',
      '        a: { due: 2018-12-20, milestones: [{ due: 2018-05, goal: Roof closed }] }\n',
      later,
    ],
    [
      'behind',
      '        a: { level: 100 km, due: 2018-12-20 }\n      results:\n        a: { outcome: pending, progress: [{ date: 2018-06-20, value: 3 km }] }\n',
      later,
    ],
  ])('knows %s', async (state, is, isNot) => {
    expect((await status(is, '--fail-on', state)).code).toBe(1);
    expect((await status(isNot, '--fail-on', state)).code).toBe(0);
  });

  it('knows what nobody has reported on', async () => {
    const at = (days: string): Promise<Ended> => status(later, '--stale', days, '--fail-on', 'stale');
    expect((await at('60')).code).toBe(1);
    expect((await at('300')).code).toBe(0);
    const never = await at('0');
    expect(never.code).toBe(2);
    expect(never.stderr).toContain('--stale 0');
  });

  it('looks at what is asked for only, and not at what is closed', async () => {
    expect((await status(overdue, '--fail-on', 'overdue', '--due', '2018-02')).code).toBe(0);
    const met =
      '        a: { due: 2018-03-31 }\n      results:\n        a: { outcome: met, date: 2018-03-20 }\n';
    expect((await status(met, '--fail-on', 'overdue,red,yellow', '--all')).code).toBe(0);
  });

  it('changes nothing that is printed', async () => {
    for (const format of ['text', 'json', 'csv', 'md']) {
      const [without, with_] = [
        await status(overdue, '--to', format),
        await status(overdue, '--to', format, '--fail-on', 'overdue'),
      ];
      expect(with_.stdout).toBe(without.stdout);
      expect([without.code, with_.code]).toEqual([0, 1]);
    }
  });

  it('refuses a state that there is not', async () => {
    const { code, stderr } = await status(overdue, '--fail-on', 'late');
    expect(code).toBe(2);
    expect(stderr).toContain('overdue, due-soon');
  });

  it('names ten, and says that there are more', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `        t${index}: { due: 2018-03-31 }\n`).join(
      '',
    );
    expect((await status(many, '--fail-on', 'overdue')).stderr).toMatch(
      /^report: 12 targets overdue: .*; and 2 more\n$/,
    );
  });
});
