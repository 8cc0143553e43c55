import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder } from './cli.ts';

const root = resolve(import.meta.dirname, '..');

/** The package as npm packs it, in the node_modules of an empty folder, without any other package. */
function installed(): string {
  const cwd = folder();
  const made = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', cwd], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [{ filename = '' } = {}] = JSON.parse(made) as { filename?: string }[];
  execFileSync('tar', ['-xzf', filename], { cwd });
  mkdirSync(join(cwd, 'node_modules'));
  renameSync(join(cwd, 'package'), join(cwd, 'node_modules/workreport'));
  writeFileSync(join(cwd, 'package.json'), '{ "private": true }\n');
  return cwd;
}

const cwd = installed();
const put = (files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
};
const node = (...argv: string[]) =>
  spawnSync(process.execPath, argv, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: join(cwd, '.cache'), NO_COLOR: '1' },
  });
const bin = 'node_modules/workreport/bin/report.js';

const draft =
  'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary:\n  sections:\n    - { title: Roads, body: We mended 12 roads. }\n';
const rule = `{
  id: 'office/leads-named',
  severity: 'error',
  summary: { en: 'Name a lead.' },
  why: { en: 'Nobody answers for it else.' },
  options: { least: { default: 1, description: { en: 'How many signs.' } } },
  messages: { missing: { en: ({ title = '' }) => 'no lead for ' + title } },
  on: {
    *section({ data, at }, { options }) {
      if ((data.lead ?? '').length < options.least)
        yield { path: at, message: 'missing', data: { title: data.title ?? '' } };
    },
    *figure({ prose, figure }, { reading }) {
      if (Number(figure.number) < 0 && reading.report.final)
        yield { ...prose.place(figure.span), message: 'missing' };
    },
  },
  examples: {
    en: {
      good: en\`
        summary: { sections: [{ title: Roads, lead: Works, body: Text. }] }
      \`,
      bad: en\`
        summary: { sections: [{ title: Roads, body: Text. }] }
      \`,
      finds: ['5:32 missing'],
    },
  },
}`;

describe('the package', () => {
  const names = readdirSync(join(cwd, 'node_modules/workreport'), { recursive: true, encoding: 'utf8' });
  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: unknown };

  it('holds what its users need, and nothing of how it is made', () => {
    const first = new Set(names.map((name) => name.split(/[\\/]/)[0]));
    expect([...first].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin',
      'dist',
      'docs',
      'examples',
      'package.json',
      'schemas',
      'templates',
    ]);
    expect(
      names.filter((name) => /\.test\.|\.tsbuildinfo|\.map$|(?<!\.d)\.ts$|node_modules/.test(name)),
    ).toEqual([]);
    const size = names.reduce(
      (sum, name) => sum + statSync(join(cwd, 'node_modules/workreport', name)).size,
      0,
    );
    expect(size).toBeLessThan(6_000_000);
  });

  it('has every file that it exports', () => {
    const files: string[] = [];
    JSON.stringify(about.exports, (_, value: unknown) => {
      if (typeof value === 'string' && !value.includes('*')) files.push(value);
      return value;
    });
    expect(files.length).toBeGreaterThan(8);
    for (const file of files)
      expect(() => statSync(join(cwd, 'node_modules/workreport', file)), file).not.toThrow();
  });

  it('lints, alone in an empty folder', () => {
    put({ 'a.report.yaml': draft });
    expect(node(bin, 'lint', 'a.report.yaml', '--lang', 'en')).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    ['mjs', `import { lint, read, render } from 'workreport';`],
    ['cjs', `const { lint, read, render } = require('workreport');`],
  ])('is a library: %s', (kind, load) => {
    put({
      [`use.${kind}`]: `${load}
const { findings, counts } = lint(${JSON.stringify(draft.replace('Roads', '一、Roads'))});
render(read(${JSON.stringify(draft)})).then((text) =>
  console.log(JSON.stringify([findings.map(({ rule }) => rule), counts, text.includes('# Report')])));
`,
    });
    const { stdout, stderr, status } = node(`use.${kind}`);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const [rules, counts, rendered] = JSON.parse(stdout) as [string[], { error: number }, boolean];
    expect(rules).toContain('titles-unnumbered');
    expect([counts.error >= 0, rendered]).toEqual([true, true]);
  });

  it('gives its schemas', () => {
    put({
      'schema.cjs': `console.log(require('workreport/schemas/report.schema.json').title !== undefined)`,
    });
    expect(node('schema.cjs').stdout).toBe('true\n');
  });

  it('loads a plugin from node_modules, which draws on workreport/rule', () => {
    put({
      'node_modules/office-rules/package.json':
        '{ "name": "office-rules", "type": "module", "exports": "./index.js" }',
      'node_modules/office-rules/index.js': `import { defineRule, en } from 'workreport/rule';\nexport default defineRule(${rule});\n`,
      'report.config.yaml': 'plugins: [office-rules]\n',
      'a.report.yaml': draft,
    });
    const { stdout, status } = node(bin, 'lint', '--lang', 'en');
    expect(stdout).toContain('no lead for Roads  office/leads-named');
    expect(status).toBe(1);
    expect(node(bin, 'lint', '--test-rules', '--lang', 'en')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('2 of 2 drafts passed') as string,
    });
  });

  it.each([
    ['never finishes loading', 'await new Promise(() => {});'],
    ['ends the process while it is loaded', 'process.exit(0);'],
    [
      'ends the process in a rule',
      `export default { id: 'a/b', severity: 'info', summary: { en: 'A' }, why: { en: 'A' }, messages: { a: { en: 'A' } }, on: { report() { process.exit(0); } } };`,
    ],
  ])('never ends with 0 where a plugin %s', (_, text) => {
    put({ 'own.mjs': text, 'report.config.yaml': 'plugins: [./own.mjs]\n', 'a.report.yaml': draft });
    const { status, stderr } = node(bin, 'lint');
    expect(status).toBe(3);
    expect(stderr).toMatch(/the run ended before it was done.*运行没有完成/);
  });

  it('types a plugin and the use of the library, in ESM and CommonJS', () => {
    symlinkSync(join(root, 'node_modules/typescript'), join(cwd, 'node_modules/typescript'), 'junction');
    const library = `import { lint, read, render, UserError, type Diagnostic, type LintResult } from 'workreport';
const result: LintResult = lint('', { config: { rules: { 'figures-said': ['error', {}] } }, rules: [own], today: '2018-01-01' });
const lines: number[] = result.findings.map((each: Diagnostic) => each.range.start.line);
const value: number | undefined = read('').reading?.figures.all[0]?.declared?.number.valueOf();
const text: Promise<string | Uint8Array> = render(result, { to: 'html', draft: true });
try { lint(''); } catch (error) { if (error instanceof UserError) error.words.zh.trim(); }
export { lines, value, text };
`;
    const good = `import { defineRule, en, type Rule } from 'workreport/rule';\nexport const own = defineRule(${rule});\nexport const plain: Rule = own;\n${library}`;
    put({
      'types/good.mts': good,
      'types/good.cts': good,
      'types/bad.mts': `import { defineRule, en } from 'workreport/rule';\nexport default defineRule(${rule.replace("severity: 'error'", "severity: 'fatal'").replace('data.lead', 'data.leed')});\n`,
      'types/tsconfig.json': JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          target: 'es2023',
          lib: ['es2023'],
          types: [],
          strict: true,
          noEmit: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
        },
      }),
    });
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'types'],
      { cwd, encoding: 'utf8' },
    );
    const errors = stdout.split('\n').filter((line) => /error TS/.test(line));
    expect(errors.filter((line) => line.includes('good.'))).toEqual([]);
    expect(errors.filter((line) => line.includes('bad.mts'))).toHaveLength(2);
    expect(errors).toHaveLength(2);
  });
});
