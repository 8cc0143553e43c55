import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Draft04 from 'ajv-draft-04';
import type { Log } from 'sarif';
import { SaxesParser } from 'saxes';
import { validateXML } from 'xmllint-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { safeText } from '../src/io/safe-output.ts';
import { reporters, type FindingsFormatName } from '../src/reporters/index.ts';
import { PREVIOUS } from '../src/rules/rule.ts';
import { rules } from '../src/rules/index.ts';
import { folder, report } from './cli.ts';
import { hostileDraft, hostileNames } from './hostile.ts';
import { officialSchema } from './official.ts';

const root = resolve(import.meta.dirname, '..');
const formats = Object.keys(reporters) as FindingsFormatName[];

/** What is printed of a run in every format, and what the run ended with. */
interface Printed {
  readonly code: number;
  readonly text: Readonly<Record<FindingsFormatName, string>>;
}

/** Runs lint once, with a file for each format. */
async function everyFormat(cwd: string, argv: readonly string[], lang = 'zh'): Promise<Printed> {
  const outputs = formats.flatMap((format) => ['--format', `${format}=out/${format}`]);
  const { code, stdout } = await report(cwd, ['lint', ...argv, '--lang', lang, ...outputs]);
  expect(stdout).toBe('');
  const read = (format: string): string => readFileSync(join(cwd, 'out', format), 'utf8');
  return {
    code,
    text: Object.fromEntries(formats.map((format) => [format, read(format)])) as Printed['text'],
  };
}

/** The wrong example of every rule, a folder each, and drafts with texts and names that are not easily printed. */
function drafts(): string {
  const files: Record<string, string> = {};
  for (const { id, examples } of rules)
    for (const [language, { previous, bad }] of Object.entries(examples)) {
      files[`${id}-${language}/a.report.yaml`] = bad;
      if (previous !== undefined) files[`${id}-${language}/${PREVIOUS}`] = previous;
    }
  for (const name of hostileNames) files[name] = hostileDraft();
  files['broken.report.yaml'] = 'title: [\n';
  files['clean.report.yaml'] =
    'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary: { intro: A calm year. }\n';
  return folder(files);
}

let all: Printed;
beforeAll(async () => {
  all = await everyFormat(drafts(), ['.', 'missing.report.yaml', '--today', '2018-01-20']);
});

/** Every object of a schema allows what it names only: what the program prints is described whole. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const own = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in own && own['type'] === 'object' ? { ...own, additionalProperties: false } : own;
}

interface Json {
  readonly complete: boolean;
  readonly findings: readonly {
    readonly file: string;
    readonly fingerprint: string;
    readonly rule: string;
  }[];
  readonly unchecked: readonly object[];
}

describe('findings in every format', () => {
  it('are as many in each', () => {
    const { findings, unchecked } = JSON.parse(all.text.json) as Json;
    expect(all.code).toBe(2);
    expect(findings.length).toBeGreaterThan(2 * rules.length);
    const found = new Set(findings.map(({ rule }) => rule));
    const running = rules.filter(({ severity }) => severity !== 'off').map(({ id }) => id);
    for (const id of ['yaml', 'schema', ...running]) expect(found).toContain(id);
    expect(unchecked.length).toBe(1);
    const log = JSON.parse(all.text.sarif) as Log;
    expect(log.runs[0]?.results).toHaveLength(findings.length);
    expect(JSON.parse(all.text.gitlab)).toHaveLength(findings.length + unchecked.length);
    expect(all.text.github.match(/^::/gm)).toHaveLength(findings.length + unchecked.length);
    expect(all.text.junit.match(/<failure |<system-out>|<error /g)).toHaveLength(
      findings.length + unchecked.length,
    );
  });

  it('hold nothing that a terminal or a build service obeys', () => {
    for (const format of formats)
      if (format !== 'github' && format !== 'text') {
        // JSON is what it was when its characters are escaped; the others need no escape
        const safe = safeText(all.text[format], false);
        if (format === 'junit' || format === 'markdown') expect(safe).toBe(all.text[format]);
        else expect(JSON.parse(safe)).toEqual(JSON.parse(all.text[format]));
      }
  });

  it('are the same bytes in whatever order drafts are named', async () => {
    const cwd = drafts();
    const names = [
      'schema',
      'titles-unnumbered-zh',
      'clean.report.yaml',
      'none',
      'figures-agree-en',
      '部门',
      './clean.report.yaml',
      'broken.report.yaml',
    ];
    const there = await everyFormat(cwd, names);
    const back = await everyFormat(cwd, [...names].reverse());
    expect(back).toEqual(there);
  });
});

describe('JSON', () => {
  it('is as its schema says, which describes all of it', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schemas/lint-output.schema.json'), 'utf8')) as object;
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
      closed(schema) as object,
    );
    expect(validate(JSON.parse(all.text.json)), JSON.stringify(validate.errors, null, 2)).toBe(true);
    // and it is no schema that takes everything
    for (const key of Object.keys(JSON.parse(all.text.json) as object)) {
      const { [key]: _, ...less } = JSON.parse(all.text.json) as Record<string, unknown>;
      expect(validate(less), key).toBe(false);
    }
  });

  it('is as its schema says where there is a baseline with settled entries, where findings are counted, and where a rule failed', async () => {
    const draft = (body: string): string =>
      `schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary:\n  sections:\n    - { title: Roads, body: "${body}" }\n`;
    const broken = `export default { id: 'own/broken', severity: 'warning', summary: { en: 'x' }, why: { en: 'x' }, messages: { no: { en: () => 'no' } }, examples: {},
      on: { report() { throw new Error('no'); } } };`;
    const cwd = folder({ 'a.report.yaml': draft('See {{one}}. Look at {{two}}.'), 'broken.mjs': broken });
    const base = ['--baseline', 'known.json'];
    await report(cwd, ['lint', ...base, '--update-baseline']);
    writeFileSync(join(cwd, 'a.report.yaml'), draft('See {{one}}. Ask {{three}}. [TODO: text]'));
    writeFileSync(join(cwd, 'report.config.yaml'), 'plugins: [./broken.mjs]\n');
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
      closed(JSON.parse(readFileSync(join(root, 'schemas/lint-output.schema.json'), 'utf8'))) as object,
    );
    const { code, stdout } = await report(cwd, [
      'lint',
      ...base,
      '--statistics',
      '--quiet',
      '--format',
      'json',
    ]);
    const printed = JSON.parse(stdout) as Record<string, object>;
    expect(code).toBe(3);
    expect(validate(printed), JSON.stringify(validate.errors, null, 2)).toBe(true);
    expect(printed).toMatchObject({
      complete: false,
      baseline: {
        files: ['known.json'],
        known: { error: 1 },
        stale: [{ organization: 'Agency', year: 2017 }],
      },
      hidden: { info: 1 },
    });
    for (const key of ['baseline', 'statistics'])
      for (const part of [printed[key], ...Object.values(printed[key] ?? {}).flat()])
        if (typeof part === 'object' && !Array.isArray(part)) {
          Object.assign(part, { more: 1 });
          expect(validate(printed), `${key} ${JSON.stringify(part)}`).toBe(false);
          Reflect.deleteProperty(part, 'more');
        }
  });

  it('has a schema in both languages, and lets keys join', () => {
    const text = readFileSync(join(root, 'schemas/lint-output.schema.json'), 'utf8');
    for (const [, words = ''] of text.matchAll(/"description": "((?:[^"\\]|\\.)*)"/g))
      expect(words).toMatch(/\p{Script=Han}.*[A-Za-z]{2}/u);
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(text) as object);
    expect(validate({ ...(JSON.parse(all.text.json) as object), spelling: { drafts: 1 } })).toBe(true);
  });

  it('gives every finding a fingerprint of its own', () => {
    const prints = (JSON.parse(all.text.json) as Json).findings.map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });
});

describe('SARIF', () => {
  const official = officialSchema('sarif-schema-2.1.0.json');
  const uri = /^(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=])*$/;

  it.skipIf(official === undefined)('is valid by the schema of OASIS', async () => {
    const validate = new Draft04.default({
      allErrors: true,
      strict: false,
      formats: {
        uri: (text: string) => URL.canParse(text),
        'uri-reference': uri,
        'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
      },
    }).compile(JSON.parse(official ?? '') as object);
    const nothing = await everyFormat(folder(), ['none']);
    for (const text of [all.text.sarif, nothing.text.sarif])
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors?.slice(0, 5), null, 2)).toBe(true);
    expect(validate({ ...(JSON.parse(all.text.sarif) as object), version: '2.0.0' })).toBe(false);
  });

  it('says how columns are counted, where files stand, and what was not read', () => {
    const [run] = (JSON.parse(all.text.sarif) as Log).runs;
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.invocations).toEqual([
      {
        executionSuccessful: false,
        exitCode: 2,
        toolExecutionNotifications: [
          expect.objectContaining({
            level: 'error',
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'missing.report.yaml', uriBaseId: '%SRCROOT%' },
                },
              },
            ],
          }),
        ],
      },
    ]);
    const uris = new Set(
      run?.results?.map((each) => each.locations?.[0]?.physicalLocation?.artifactLocation?.uri),
    );
    const named = hostileNames.map((name) => name.split('/').map(encodeURIComponent).join('/'));
    for (const name of named) expect(uris).toContain(name);
    for (const each of uris) expect(each).toMatch(uri);
  });

  it('describes each rule that found something, and names it by its place', () => {
    const [run] = (JSON.parse(all.text.sarif) as Log).runs;
    const described = run?.tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex } of run?.results ?? [])
      expect(described[ruleIndex ?? -1]?.id).toBe(ruleId);
    for (const rule of described) {
      expect(rule.shortDescription?.text, rule.id).toMatch(/\p{Script=Han}/u);
      expect(rule.fullDescription?.text.length, rule.id).toBeGreaterThan(
        rule.shortDescription?.text.length ?? 0,
      );
      expect(rule.help?.markdown, rule.id).toContain(`## ${rule.id}`);
      expect(rule.helpUri, rule.id).toMatch(/^https:\/\/.*\.zh\.md/);
    }
  });

  it('mends a draft as --fix-unsafe does, where one program applies its replacements', async () => {
    const text =
      'schema: 1\ntitle: Report\r\norganization: 局👍Agency\nyear: FY2018\nsummary:\n  sections:\n    - title: 1.1 𠮷 Roads\n      boddy: Fine.\n';
    const [ours, theirs] = [folder({ 'a.report.yaml': text }), folder({ 'a.report.yaml': text })];
    const { stdout } = await report(theirs, ['lint', '--format', 'sarif']);
    const results = (JSON.parse(stdout) as Log).runs[0]?.results ?? [];
    const lines = text.split('\n');
    const offset = (line: number, column: number): number =>
      lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
    const edits = results
      .flatMap(({ fixes }) => fixes?.[0]?.artifactChanges[0]?.replacements ?? [])
      .map(({ deletedRegion: at, insertedContent }) => ({
        start: offset(at.startLine ?? 0, at.startColumn ?? 0),
        end: offset(at.endLine ?? 0, at.endColumn ?? 0),
        insert: insertedContent?.text ?? '',
      }))
      .sort((a, b) => b.start - a.start);
    expect(edits.length).toBeGreaterThanOrEqual(3);
    const mended = edits.reduce(
      (now, { start, end, insert }) => now.slice(0, start) + insert + now.slice(end),
      text,
    );
    await report(ours, ['lint', '--fix-unsafe']);
    expect(readFileSync(join(ours, 'a.report.yaml'), 'utf8')).toBe(mended);
  });
});

describe('JUnit XML', () => {
  const official = officialSchema('junit-10.xsd');

  it.skipIf(official === undefined)('is valid by the schema of Jenkins', async () => {
    const nothing = await everyFormat(folder(), ['none']);
    const clean = await everyFormat(
      folder({
        'a.report.yaml': 'schema: 1\ntitle: A\norganization: B\nyear: 2017\nsummary: { intro: Calm. }\n',
      }),
      [],
    );
    for (const text of [all.text.junit, nothing.text.junit, clean.text.junit]) {
      const { valid, errors } = await validateXML({
        xml: { fileName: 'j.xml', contents: text },
        schema: official ?? '',
      });
      expect({ valid, errors }).toEqual({ valid: true, errors: [] });
    }
    const wrong = await validateXML({
      xml: { fileName: 'j.xml', contents: all.text.junit.replace(' tests="', ' test="') },
      schema: official ?? '',
    });
    expect(wrong.valid).toBe(false);
  });

  it('is read as XML, and counts what stands in it', () => {
    const suites: {
      name: string;
      tests: number;
      failures: number;
      errors: number;
      found: Record<string, number>;
    }[] = [];
    const names: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => expect.fail(error.message));
    parser.on('opentag', ({ name, attributes }) => {
      const own = attributes as Record<string, string>;
      if (name === 'testsuite')
        suites.push({
          name: own['name'] ?? '',
          tests: Number(own['tests']),
          failures: Number(own['failures']),
          errors: Number(own['errors']),
          found: { testcase: 0, failure: 0, error: 0 },
        });
      const { found } = suites.at(-1) ?? {};
      if (found && name in found) found[name] = (found[name] ?? 0) + 1;
      if (name === 'testcase') names.push(`${suites.at(-1)?.name} ${own['classname']} ${own['name']}`);
    });
    parser.write(all.text.junit).close();
    expect(suites.map(({ name }) => name)).toEqual(
      expect.arrayContaining([...hostileNames, 'clean.report.yaml', 'missing.report.yaml']),
    );
    for (const { tests, failures, errors, found } of suites)
      expect(found).toEqual({ testcase: tests, failure: failures, error: errors });
    expect(new Set(names).size).toBe(names.length);
    expect(suites.find(({ name }) => name === 'clean.report.yaml')).toMatchObject({
      tests: 1,
      failures: 0,
      errors: 0,
    });
    expect(suites.find(({ name }) => name === 'missing.report.yaml')).toMatchObject({
      tests: 1,
      failures: 0,
      errors: 1,
    });
  });

  it('fails where there are more warnings than are allowed, which alone fail nothing', async () => {
    const text =
      'schema: 1\ntitle: A\norganization: B\nyear: 2017\ntemplate: agncy\nsummary: { intro: Calm. }\n';
    const cwd = folder({ 'a.report.yaml': text });
    const [some, many] = [await everyFormat(cwd, []), await everyFormat(cwd, ['--max-warnings', '0'])];
    expect({ code: some.code, failures: /failures="(\d+)"/.exec(some.text.junit)?.[1] }).toEqual({
      code: 0,
      failures: '0',
    });
    expect({ code: many.code, failures: /failures="(\d+)"/.exec(many.text.junit)?.[1] }).toEqual({
      code: 1,
      failures: '1',
    });
  });
});

describe('GitLab Code Quality', () => {
  it('has the fields that GitLab documents, relative paths, and no two fingerprints alike', () => {
    const issues = JSON.parse(all.text.gitlab) as Record<string, unknown>[];
    const levels = ['info', 'minor', 'major', 'critical', 'blocker'];
    for (const issue of issues) {
      const { description, check_name: check, fingerprint, severity, location, ...more } = issue;
      const { path, lines } = location as { path: string; lines: { begin: number } };
      expect(more).toEqual({});
      expect([typeof description, typeof check]).toEqual(['string', 'string']);
      expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
      expect(levels).toContain(severity);
      expect(path).not.toMatch(/^\.?\/|^[A-Za-z]:[\\/]|\\/);
      expect(lines.begin).toBeGreaterThanOrEqual(1);
    }
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    expect(issues.filter(({ severity }) => severity === 'blocker')).toHaveLength(1);
  });

  it('gives equal findings fingerprints of their own, which lines that come before do not change', async () => {
    const section = '    - title: Roads\n      body: About 3,467 people came.\n';
    const twice = `schema: 1\ntitle: A\norganization: B\nyear: 2017\nsummary:\n  sections:\n${section}${section}`;
    const prints = async (text: string): Promise<unknown[]> => {
      const { stdout } = await report(folder({ 'a.report.yaml': text }), ['lint', '--format', 'gitlab']);
      return (JSON.parse(stdout) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
    };
    const before = await prints(twice);
    expect(before).toHaveLength(2);
    expect(new Set(before).size).toBe(2);
    expect(await prints(`# a comment\n\n${twice}`)).toEqual(before);
  });

  it('names files from the root of the repository, wherever it runs', async () => {
    const text = 'title: [\n';
    const cwd = folder({ 'repo/offices/a.report.yaml': text });
    const paths = async (env: Readonly<Record<string, string>>, format: string): Promise<string> =>
      (await report(join(cwd, 'repo/offices'), ['lint', '--format', format], env)).stdout;
    expect(await paths({}, 'gitlab')).toContain('"path": "a.report.yaml"');
    expect(await paths({ CI_PROJECT_DIR: join(cwd, 'repo') }, 'gitlab')).toContain(
      '"path": "offices/a.report.yaml"',
    );
    expect(await paths({ GITHUB_WORKSPACE: join(cwd, 'repo') }, 'github')).toContain(
      'file=offices/a.report.yaml,',
    );
    expect(await paths({ CI_PROJECT_DIR: join(cwd, 'other') }, 'sarif')).toContain('"uri": "a.report.yaml"');
    mkdirSync(join(cwd, 'repo/.git'));
    expect(await paths({}, 'sarif')).toContain('"uri": "offices/a.report.yaml"');
    expect(await paths({}, 'junit')).toContain('file="offices/a.report.yaml"');
  });
});
