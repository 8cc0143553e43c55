import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulesIn } from '../src/plugins/rules-in.ts';
import { folder, report, type Ended } from './cli.ts';

const draft = (title = 'Roads'): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary:\n  sections:\n    - { title: ${title}, body: We mended 12 roads. }\n`;

/** A rule that finds sections without a lead office, and is named in the text of its example. */
const ruleText = (id: string, more = ''): string => `{
  id: '${id}',
  severity: 'warning',
  summary: { en: 'Name a lead office.', zh: '写明牵头科室。' },
  why: { en: 'Nobody answers for it else.', zh: '不写就没人负责。' },
  options: { titles: { default: [], description: { en: 'Only these.', zh: '只看这些。' } } },
  messages: { missing: { en: ({ title }) => 'no lead for ' + title, zh: ({ title }) => title + '没有牵头' } },
  on: {
    *section({ data, at }, { options }) {
      if (data.lead === undefined && (options.titles.length === 0 || options.titles.includes(data.title)))
        yield { path: at, message: 'missing', data: { title: data.title } };
    },
  },
  examples: {
    en: {
      good: ${JSON.stringify(draft().replace('title: Roads', 'lead: Works, title: Roads'))},
      bad: ${JSON.stringify(draft())},
      finds: ['7:16 missing'],
    },
  },
  ${more}
}`;
const plugin = (...rules: readonly string[]): string => `export default { rules: [${rules.join(', ')}] };\n`;

interface Project {
  readonly cwd: string;
  readonly run: (...argv: string[]) => Promise<Ended>;
}

/** A project with a plugin; files beside it. */
function project(files: Readonly<Record<string, string>> = {}, config = ''): Project {
  const cwd = folder({
    'report.config.yaml': `plugins: [./own.mjs]\n${config}`,
    'own.mjs': plugin(ruleText('own/leads-named')),
    'a.report.yaml': draft(),
    ...files,
  });
  const cache = folder();
  return {
    cwd,
    run: (command, ...argv) =>
      report(cwd, [command ?? '', ...argv, '--lang', 'en'], { XDG_CACHE_HOME: cache }),
  };
}

describe('a rule of a project’s own', () => {
  it.each(
    (
      [
        ['own.mjs', plugin(ruleText('own/leads-named')), 'a module with { rules }'],
        [
          'own.js',
          plugin(ruleText('own/leads-named')).replace('export default', 'module.exports ='),
          'CommonJS',
        ],
        ['own.cjs', `module.exports = [${ruleText('own/leads-named')}];`, 'CommonJS with a list'],
        ['own.cjs', `exports.rules = [${ruleText('own/leads-named')}];`, 'CommonJS with a name'],
        [
          'own.cjs',
          `exports.__esModule = true; exports.default = ${ruleText('own/leads-named')};`,
          'compiled CommonJS',
        ],
        ['own.mjs', `export default ${ruleText('own/leads-named')};`, 'a rule'],
        ['own.mjs', `export default [${ruleText('own/leads-named')}];`, 'a list'],
        ['own.mjs', `export const rules = [${ruleText('own/leads-named')}];`, 'a list by its name'],
        ['deep/own.mjs', plugin(ruleText('own/leads-named')), 'a file in a folder'],
      ] as const
    ).map(([name, text, kind]) => ({ name, text, kind })),
  )('stands in $name, as $kind', async ({ name, text }) => {
    const { run } = project({ 'report.config.yaml': `plugins: [./${name}]\n`, [name]: text });
    const { code, stdout, stderr } = await run('lint', '--only', 'own/leads-named');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('no lead for Roads  own/leads-named');
    expect(stdout).toContain('a.report.yaml:7:16');
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    [
      'office-rules',
      { 'package.json': '{ "name": "office-rules", "main": "lib/a.js" }', 'lib/a.js': 'module.exports = ' },
    ],
    ['office-rules', { 'package.json': '{ "name": "office-rules" }', 'index.js': 'module.exports = ' }],
    [
      'office-rules',
      {
        'package.json': '{ "name": "office-rules", "type": "module", "exports": "./a.js" }',
        'a.js': 'export default ',
      },
    ],
    [
      '@office/rules',
      {
        'package.json':
          '{ "name": "@office/rules", "exports": { ".": { "types": "./a.d.ts", "import": "./a.mjs", "require": "./no.cjs" } } }',
        'a.mjs': 'export default ',
      },
    ],
    [
      '@office/rules/more',
      {
        'package.json': '{ "name": "@office/rules", "exports": { "./more": { "default": "./a.mjs" } } }',
        'a.mjs': 'export default ',
      },
    ],
    ['office-rules/a.mjs', { 'package.json': '{ "name": "office-rules" }', 'a.mjs': 'export default ' }],
  ])('comes from a package: %s', async (name, files) => {
    const [root = ''] = /^(?:@[^/]+\/)?[^/]+/.exec(name) ?? [];
    const { run } = project({
      'report.config.yaml': `plugins: ["${name}"]\n`,
      ...Object.fromEntries(
        Object.entries(files).map(([file, text]) => [
          `node_modules/${root}/${file}`,
          file === 'package.json' ? text : `${text}${ruleText('office/leads-named')};`,
        ]),
      ),
    });
    expect((await run('lint', '--only', 'office/leads-named')).stdout).toContain('no lead for Roads');
  });

  it('takes levels and options, in the configuration, its overrides and on the command line', async () => {
    const lint = async (config: string, ...argv: string[]): Promise<Ended> =>
      project({ 'b.report.yaml': draft('Bridges') }, config).run(
        'lint',
        '--only',
        'own/leads-named',
        ...argv,
      );
    expect(await lint('rules: { own/leads-named: error }\n')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('2 errors in 2 files') as string,
    });
    const chosen = await lint('rules: { own/leads-named: [info, { titles: [Bridges] }] }\n');
    expect(chosen.stdout).toMatch(/no lead for Bridges[^]*1 info in 2 files/);
    const over = await lint('overrides: [{ files: [b*], rules: { own/leads-named: off } }]\n');
    expect(over.stdout).toMatch(/no lead for Roads[^]*1 warning in 1 file/);
    expect((await lint('', '--rule', 'own/leads-named:error')).code).toBe(1);
    expect((await lint('', '--max-warnings', '1')).code).toBe(1);
  });

  it('is left out by --skip, and silenced by a comment with a reason', async () => {
    const { run, cwd } = project();
    expect((await run('lint', '--skip', 'own/leads-named')).stdout).not.toContain('own/leads-named');
    const silenced = (reason: string): string =>
      draft().replace('    - {', `    # report-ignore own/leads-named${reason}\n    - {`);
    writeFileSync(join(cwd, 'a.report.yaml'), silenced(' -- nobody does'));
    expect((await run('lint')).stdout).not.toContain('own/leads-named');
    writeFileSync(join(cwd, 'a.report.yaml'), silenced(''));
    expect((await run('lint')).stdout).toMatch(/“own\/leads-named” is not silenced[^]*no lead for Roads/);
    writeFileSync(
      join(cwd, 'a.report.yaml'),
      silenced(' -- nobody does').replace('leads-named', 'lead-named'),
    );
    expect((await run('lint')).stdout).toMatch(/“own\/leads-named” was probably meant/);
  });

  it('is explained, listed and shown by --print-config', async () => {
    const { run } = project({}, 'rules: { own/leads-named: [error, { titles: [Roads] }] }\n');
    expect((await run('explain', 'own/leads-named')).stdout).toMatch(
      /## own\/leads-named[^]*Nobody answers[^]*`titles`/,
    );
    expect((await run('explain')).stdout).toMatch(
      /^years-fresh [^]*^own\/leads-named +Name a lead office\.$/m,
    );
    expect(JSON.parse((await run('lint', '--print-config')).stdout)).toMatchObject({
      plugins: ['./own.mjs'],
      rules: { 'own/leads-named': ['error', { titles: ['Roads'] }] },
    });
    expect((await run('explain', 'own/lead')).code).toBe(2);
  });

  it('is in the findings that programs read', async () => {
    const { findings } = JSON.parse((await project().run('lint', '--to', 'json')).stdout) as {
      findings: readonly { rule: string; message: unknown }[];
    };
    expect(findings.map(({ rule }) => rule)).toContain('own/leads-named');
  });

  it('is told of in SARIF as ours are, without an address on the web', async () => {
    const { runs } = JSON.parse((await project().run('lint', '--to', 'sarif')).stdout) as {
      runs: readonly [{ tool: { driver: { rules: readonly Readonly<Record<string, unknown>>[] } } }];
    };
    const about = runs[0].tool.driver.rules.find(({ id }) => id === 'own/leads-named');
    expect(about).toMatchObject({
      shortDescription: { text: 'Name a lead office.' },
      fullDescription: { text: 'Name a lead office. Nobody answers for it else.' },
    });
    expect(about).not.toHaveProperty('helpUri');
  });

  it('keeps a report with its errors from being rendered', async () => {
    const { run } = project({}, 'rules: { own/leads-named: error }\n');
    const { code, stdout, stderr } = await run('render', 'a.report.yaml');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('no lead for Roads');
  });

  it('is asked anew in every run, whatever it looks at', async () => {
    const { run, cwd } = project({
      'own.mjs': plugin(
        ruleText('own/leads-named').replace(
          '*section({ data, at }, { options }) {',
          "*section({ data, at }, { options }) {\n if (!readFileSync(new URL('words.txt', import.meta.url), 'utf8').includes('on')) return;",
        ),
      ).replace(/^/, "import { readFileSync } from 'node:fs';\n"),
      'words.txt': 'off',
    });
    expect((await run('lint')).stdout).not.toContain('own/leads-named');
    writeFileSync(join(cwd, 'words.txt'), 'on');
    expect((await run('lint')).stdout).toContain('own/leads-named');
  });

  it('may be written in one language, and is shown in both', async () => {
    const { run } = project({
      'own.mjs': plugin(
        ruleText('局里/牵头')
          .replaceAll(/en: '[^']*', /g, '')
          .replaceAll(/en: \(\{ title \}\) => [^,]*, /g, ''),
      ),
    });
    expect((await run('lint', '--only', '局里/牵头')).stdout).toContain('Roads没有牵头  局里/牵头');
    expect((await run('explain', '局里/牵头')).stdout).toContain('写明牵头科室。');
  });

  it('that fails is named with the draft, and what others find is printed: 3', async () => {
    const { run } = project({
      'b.report.yaml': draft('Bridges'),
      'own.mjs': plugin(
        ruleText('own/leads-named'),
        ruleText('own/broken').replace(
          '*section({ data, at }, { options }) {',
          '*figure({ prose }) { prose.no.where;',
        ),
      ),
    });
    for (const format of ['text', 'json']) {
      const { code, stdout, stderr } = await run('lint', '--to', format);
      expect(code).toBe(3);
      expect(stderr).toMatch(
        /^report: a\.report\.yaml: the rule “own\/broken” failed.*TypeError.*\n +at .*own\.mjs:\d+:\d+\)?\n[^]*^report: b\.report\.yaml: the rule “own\/broken” failed/m,
      );
      expect(stdout).toMatch(/no lead for Roads[^]*no lead for Bridges/);
    }
    expect((await run('lint')).stdout).toMatch(
      /2 warnings in 2 files, but not all was checked: 1 rule failed\n2 figures: all stand alone\n$/,
    );
    expect(await run('render', 'a.report.yaml')).toMatchObject({ code: 3, stdout: '' });
    expect((await run('render', 'a.report.yaml', '--draft')).code).toBe(3);
    expect((await run('figures', 'a.report.yaml')).code).toBe(3);
    expect((await run('lint', '--skip', 'own/broken')).code).toBe(0);
  });

  it('does not run where sections are moved into files', async () => {
    const { run, cwd } = project({
      'own.mjs': 'throw new Error("loaded");',
      'a.report.yaml': draft().replace('title: Roads', 'title: Roads, lead: Works'),
    });
    expect(await run('split', 'a.report.yaml')).toMatchObject({ code: 0 });
    expect(readdirSync(cwd, { recursive: true, encoding: 'utf8' })).toContain(
      join('2017', 'offices', 'Works.section.yaml'),
    );
  });
});

describe('a plugin that cannot be used', () => {
  it.each<[string, string, Readonly<Record<string, string>>, RegExp]>([
    [
      'is missing',
      'plugins: [./gone.mjs]',
      {},
      /“\.\/gone\.mjs”, which report\.config\.yaml names, is not found: there is no such file/,
    ],
    ['is missing and has no dot before it', 'plugins: [gone.mjs]', {}, /“gone\.mjs”.*no such file/],
    ['is no package', 'plugins: [gone]', {}, /“gone”.*no such package in node_modules/],
    ['is a folder', 'plugins: [./rules]', { 'rules/a.mjs': '' }, /“\.\/rules”.*is a folder/],
    [
      'has no module of that name',
      'plugins: [a/b]',
      { 'node_modules/a/package.json': '{ "name": "a", "exports": {} }' },
      /no such module/,
    ],
    [
      'throws',
      '',
      { 'own.mjs': 'throw new RangeError("too far")' },
      /RangeError: too far \(file:.*own\.mjs:1:\d+\)/,
    ],
    ['throws nothing', '', { 'own.mjs': 'throw undefined' }, /“\.\/own\.mjs” cannot be loaded/],
    ['is no JavaScript', '', { 'own.mjs': 'export default {{' }, /SyntaxError.*node --check/],
    ['imports what is missing', '', { 'own.mjs': 'import "./gone.mjs"' }, /Cannot find module/],
    [
      'imports workreport, which is not installed',
      '',
      { 'own.mjs': 'import "workreport/rule"' },
      /npm install -D workreport/,
    ],
    ['exports nothing', '', { 'own.mjs': '' }, /exports no rule; write: export default/],
    ['exports no list', '', { 'own.mjs': 'export default { rules: {} }' }, /exports no rule/],
    [
      'has a rule twice',
      '',
      { 'own.mjs': plugin(ruleText('own/a'), ruleText('own/a')) },
      /has the rule “own\/a” twice/,
    ],
    [
      'has a rule that another has',
      'plugins: [./own.mjs, ./b.mjs]',
      { 'own.mjs': plugin(ruleText('own/a')), 'b.mjs': plugin(ruleText('own/a')) },
      /“\.\/own\.mjs” and “\.\/b\.mjs” both have a rule “own\/a”/,
    ],
    [
      'has a rule like ours',
      '',
      { 'own.mjs': plugin(ruleText('figures-agree')) },
      /rule “figures-agree”: the id needs a prefix.*“bureau\/figures-agree”/,
    ],
    ['is named in an empty text', 'plugins: [""]', {}, /“”.*is a folder/],
  ])('where it %s ends the run with 2, named', async (_, config, files, says) => {
    const { run } = project({ ...files, ...(config !== '' && { 'report.config.yaml': config }) });
    const { code, stdout, stderr } = await run('lint');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replaceAll('\n', ' ')).toMatch(says);
  });

  it.each([['render', 'a.report.yaml'], ['figures'], ['explain', 'no-rule'], ['lint', '--test-rules']])(
    'ends %s with 2 as well',
    async (...argv) => {
      const { code, stderr } = await project({ 'own.mjs': 'throw new Error("no")' }).run(...argv);
      expect(code).toBe(2);
      expect(stderr).toMatch(/“\.\/own\.mjs” cannot be loaded/);
    },
  );

  it('says all that is wrong with its rules, in both languages', () => {
    const { problems } = rulesIn({
      default: {
        rules: [
          7,
          { id: 'a/b', severty: 'info', on: { setcion: () => [] } },
          {
            id: 'a/c',
            severity: 'fatal',
            summary: {},
            why: { en: ' ' },
            messages: { one: { en: 3 }, two: { zh: '二', help: [] } },
            on: { text: 'no' },
            options: { a: {}, b: { default: 3, example: '3', description: { en: 'B' }, range: [1] } },
            languages: [],
            needs: ['A'],
            scope: 'report',
            figures: 'yes',
            examples: {
              en: { good: 'x', finds: ['1:1 three', '1:1 one'] },
              zh: { good: 'x', bad: 'y', finds: ['x'] },
            },
          },
          {
            id: 'a/d',
            severity: 'info',
            summary: { en: 'D' },
            why: { en: 'D' },
            messages: {},
            on: {},
            examples: [],
          },
        ],
      },
    });
    const about = (words: 'en' | 'zh'): readonly string[] =>
      problems.map(
        (each) =>
          /^(?:rule|规则|第).*?[:：]/.exec(each[words])?.[0] +
          (/“([\w.]+)”/.exec(each[words].replace(/^[^:：]*/, ''))?.[1] ?? ''),
      );
    const parts = (rule: string): string[] =>
      about('en').flatMap((each) => (each.startsWith(`rule ${rule}`) ? [each.replace(/^.*?:/, '')] : []));
    expect(parts('1')).toEqual(['']);
    expect(parts('“a/b”')).toEqual(['severty', 'severity', 'summary', 'why', 'messages', 'on.setcion']);
    expect(parts('“a/c”')).toEqual([
      'severity',
      'summary',
      'why',
      'messages.one',
      'messages.two.help',
      'on.text',
      'languages',
      'needs',
      'scope',
      'figures',
      'options.a.default',
      'options.a.description',
      'options.b.example',
      'options.b.range',
      'examples.en.bad',
      'examples.en.finds',
      'examples.zh.finds',
    ]);
    expect(parts('“a/d”')).toEqual(['messages', 'on', 'examples']);
    expect(about('zh').map((each) => each.replace(/^.*：/, ''))).toEqual(
      about('en').map((each) => each.replace(/^.*:/, '')),
    );
    for (const { en, zh } of problems) {
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('does not hinder what has nothing to do with it', async () => {
    const { run } = project({ 'own.mjs': 'throw new Error("no")' });
    expect((await run('explain', 'figures-agree')).code).toBe(0);
    expect((await run('status')).code).toBe(0);
  });
});

describe('what a configuration says of the rules of its plugins', () => {
  it.each<[string, string, Readonly<Record<string, string>>, RegExp]>([
    [
      'a rule that there is not',
      'rules: { own/lead-named: error }\n',
      {},
      /report\.config\.yaml:2:10 there is no rule “own\/lead-named”; “own\/leads-named” was probably meant/,
    ],
    [
      'a level that there is not',
      'rules: { own/leads-named: fatal }\n',
      {},
      /report\.config\.yaml:2:27 .*“fatal” is not a level/,
    ],
    [
      'an option that there is not',
      'rules: { own/leads-named: [error, { title: [a] }] }\n',
      {},
      /has no option “title”; “titles” was probably meant/,
    ],
    [
      'an option of another type',
      'rules: { own/leads-named: [error, { titles: a }] }\n',
      {},
      /“titles” should be a list of texts/,
    ],
    [
      'a rule in an override',
      'overrides: [{ files: [b*], rules: { own/x: off } }]\n',
      {},
      /there is no rule “own\/x”/,
    ],
    [
      'a rule in a template',
      'templates: kinds\n',
      {
        'kinds/a.yaml':
          'id: own\nname: { en: Own }\nkeys: en\nrules: { own/none: off }\ndraft: |\n  schema: 1\n  title: T\n  organization: O\n  year: 2017\n',
      },
      /kinds\/a\.yaml:4:10 there is no rule “own\/none”/,
    ],
  ])('is held against them: %s', async (_, config, files, says) => {
    const { code, stderr } = await project(files, config).run('lint');
    expect(code).toBe(2);
    expect(stderr.replaceAll('\n', ' ')).toMatch(says);
  });

  it('names plugins that are missing where it names none', async () => {
    const { code, stderr } = await project({
      'report.config.yaml': 'rules: { own/leads-named: error }\n',
    }).run('lint');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /no rule “own\/leads-named”, because the configuration names no plugin.*\(name the file/,
    );
  });

  it('may set them in a template that a draft names by its file', async () => {
    const kind = (rule: string): string =>
      `id: own\nname: { en: Own }\nkeys: en\nrules: { ${rule}: error }\ndraft: |\n  schema: 1\n  title: T\n  organization: O\n  year: 2017\n`;
    const { run, cwd } = project({
      'kind.yaml': kind('own/leads-named'),
      'a.report.yaml': draft().replace('year: 2017', 'year: 2017\ntemplate: kind.yaml'),
    });
    expect((await run('lint')).stdout).toMatch(/error {2}no lead for Roads/);
    writeFileSync(join(cwd, 'kind.yaml'), kind('own/none'));
    expect((await run('lint')).stdout).toContain('own/none');
  });
});

describe('plugins are code, and run only', () => {
  const shout = `globalThis.ranPlugin = true;\n${plugin(ruleText('own/leads-named'))}`;
  const ran = (): boolean => {
    const had = 'ranPlugin' in globalThis;
    Reflect.deleteProperty(globalThis, 'ranPlugin');
    return had;
  };

  it('where a configuration of the project names them', async () => {
    const { run } = project({
      'report.config.yaml': 'language: en\n',
      'own.mjs': shout,
      'sub/report.config.yaml': 'plugins: [../own.mjs]\n',
      'sub/b.report.yaml': draft(),
    });
    expect(await run('lint', 'a.report.yaml')).toMatchObject({ code: 0 });
    expect(ran()).toBe(false);
    expect(await run('lint', 'sub/b.report.yaml')).toMatchObject({ code: 0 });
    expect(ran()).toBe(true);
  });

  it('not where a draft from elsewhere brings a configuration along, unless that is named', async () => {
    const elsewhere = folder({
      'report.config.yaml': 'plugins: [./own.mjs]\n',
      'own.mjs': shout,
      'c.report.yaml': draft(),
      'node_modules/p/report.config.yaml': 'plugins: [./own.mjs]\n',
      'node_modules/p/own.mjs': shout,
      'node_modules/p/d.report.yaml': draft(),
    });
    const { cwd, run } = project({ 'report.config.yaml': 'language: en\n' });
    const far = await run('lint', join(elsewhere, 'c.report.yaml'));
    expect(far).toMatchObject({ code: 2, stdout: '' });
    expect(far.stderr).toMatch(/report\.config\.yaml” names plugins, and stands outside/);
    symlinkSync(elsewhere, join(cwd, 'link'));
    expect((await run('lint', 'link/c.report.yaml')).code).toBe(2);
    const inside = await report(elsewhere, ['lint', 'node_modules/p/d.report.yaml', '--lang', 'en']);
    expect(inside.code).toBe(2);
    expect(ran()).toBe(false);
    const named = await run('lint', 'a.report.yaml', '--config', join(elsewhere, 'report.config.yaml'));
    expect(named).toMatchObject({ code: 0, stdout: expect.stringContaining('own/leads-named') as string });
  });
});

describe('--test-rules', () => {
  it('runs the examples of each rule: 0', async () => {
    expect(await project().run('lint', '--test-rules')).toEqual({
      code: 0,
      stderr: '',
      stdout:
        'own/leads-named\n  passed  en good draft\n  passed  en bad draft\n1 rule: 2 of 2 drafts passed\n',
    });
  });

  it.each<[string, (rule: string) => string, number, string]>([
    [
      'finds something in its good draft',
      (rule) => rule.replace('lead: Works', 'support: [Works]'),
      1,
      'failed  en good draft\n          expected: nothing\n          found:    7:34 missing\n',
    ],
    [
      'finds its bad draft at another place',
      (rule) => rule.replace('7:16', '7:17'),
      1,
      'expected: 7:17 missing\n          found:    7:16 missing\n',
    ],
    [
      'has a draft with a mistake of form',
      (rule) => rule.replaceAll('year: 2017', 'year: 2017\\ncolour: red'),
      1,
      'schema key-unknown',
    ],
    [
      'fails',
      (rule) => rule.replace('*section({ data, at }, { options }) {', '*report() { nothing();'),
      1,
      'ReferenceError: nothing is not defined',
    ],
    [
      'has no examples',
      (rule) => rule.replace('examples:', 'examples: undefined, rest:'),
      2,
      'not tested: it has no examples\n1 rule: 0 of 0 drafts passed; 1 rule not tested\n',
    ],
    ['is off unless asked for', (rule) => rule.replace("'warning'", "'off'"), 0, '2 of 2 drafts passed'],
  ])('tells where a rule %s', async (_, change, code, says) => {
    const ended = await project({ 'own.mjs': plugin(change(ruleText('own/leads-named'))) }).run(
      'lint',
      '--test-rules',
    );
    expect(ended.stdout).toContain(says);
    expect(ended.code).toBe(code);
  });

  it('has nothing to test without plugins, and does nothing else besides: 2', async () => {
    const { run } = project({ 'report.config.yaml': 'language: en\n' });
    expect(await run('lint', '--test-rules')).toMatchObject({ code: 2, stdout: '' });
    const other = project();
    for (const more of [['a.report.yaml'], ['--to', 'json'], ['--fix'], ['-o', 'x.txt']])
      expect(await other.run('lint', '--test-rules', ...more)).toMatchObject({ code: 2, stdout: '' });
    expect(await other.run('lint', '--test-rules', '--skip', 'own/leads-named')).toMatchObject({ code: 2 });
    expect(await other.run('lint', '--test-rules', '--only', 'own/none')).toMatchObject({ code: 2 });
  });
});
