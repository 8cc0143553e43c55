import { describe, expect, it } from 'vitest';
import { folder, report } from './cli.ts';

/** `--config FILE`: the one configuration of a run. */

const bad =
  'schema: 1\ntitle: Report\norganization: Agency\nyear: 2018\nsummary: { sections: [{ title: Roads, body: "Mended {{none}}." }] }\n';
const off = 'rules: { references-known: off }\n';

const commands: readonly (readonly string[])[] = [
  ['lint'],
  ['figures'],
  ['status'],
  ['render', 'a.report.yaml'],
  ['diff', 'a.report.yaml', 'a.report.yaml'],
  ['split', 'a.report.yaml'],
  ['new', '--list'],
  ['import', 'a.txt'],
];

describe('--config', () => {
  it.each(commands.map((argv) => [argv[0] as string, argv] as const))(
    'is refused where it cannot be read or has mistakes: %s',
    async (_, argv) => {
      const cwd = folder({
        'a.report.yaml': bad,
        'a.txt': 'text',
        'wrong.yaml': 'rules: { none: off }\n',
        'broken.json': '{',
      });
      for (const name of ['none.yaml', 'wrong.yaml', 'broken.json', '.']) {
        const { code, stdout, stderr } = await report(cwd, [...argv, '--config', name, '--lang', 'en']);
        expect({ name, code, stdout }).toEqual({ name, code: 2, stdout: '' });
        expect(stderr).toMatch(
          /the configuration (?:cannot be read|has mistakes), so that nothing was checked/,
        );
      }
    },
  );

  it('holds in place of the one beside the draft and of those in folders below, which are not even read', async () => {
    const cwd = folder({
      'a.report.yaml': bad,
      'x/b.report.yaml': bad,
      'report.config.yaml': 'broken: [',
      'x/report.config.toml': '',
      'ci/strict.yaml': off,
    });
    expect((await report(cwd, ['lint'])).code).toBe(2);
    expect((await report(cwd, ['lint', '--config', 'ci/strict.yaml'])).code).toBe(0);
  });

  it('counts its paths from its own folder: files, ignore, overrides and templates', async () => {
    const cwd = folder({
      'a.report.yaml': bad,
      'b.report.yaml': bad,
      'c.report.yaml': bad,
      'ci/some.yaml': 'files: ["../a.*", "../b.*"]\nignore: ["../b.*"]\n',
      'ci/over.yaml': `overrides: [{ files: ["../*.yaml"], ${off.trim()} }]\n`,
      'ci/own.yaml': 'templates: t\n',
      'ci/t/own.yaml': 'id: own\nkeys: en\nname: { en: Our own }\ndraft: |\n  schema: 1\n',
    });
    const some = await report(cwd, ['lint', '--config', 'ci/some.yaml', '--format', 'json']);
    const files = (JSON.parse(some.stdout) as { findings: { file: string }[] }).findings.map(
      ({ file }) => file,
    );
    expect([...new Set(files)]).toEqual(['a.report.yaml']);
    expect((await report(cwd, ['lint', '--config', 'ci/over.yaml'])).code).toBe(0);
    expect((await report(cwd, ['new', '--list', '--config', 'ci/own.yaml'])).stdout).toMatch(/^own {2}/m);
  });

  it('is what --print-config names', async () => {
    const cwd = folder({ 'x/a.report.yaml': bad, 'x/report.config.yaml': '', 'ci/c.json': '{}' });
    const { stdout } = await report(cwd, ['lint', '--config', 'ci/c.json', '--print-config']);
    expect(JSON.parse(stdout)).toMatchObject({ file: 'x/a.report.yaml', config: 'ci/c.json' });
  });
});
