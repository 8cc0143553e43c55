import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import about from '../package.json' with { type: 'json' };
import { declareCommands } from '../src/cli/commands.ts';
import { exitCodes } from '../src/messages/help-frame.ts';
import { rules } from '../src/rules/index.ts';
import { folder, report } from './cli.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = { en: read('docs/stability.md'), zh: read('docs/stability.zh.md') };
const schema = (name: string): Schema => JSON.parse(read(`schemas/${name}.schema.json`)) as Schema;

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly items?: Schema | boolean;
  readonly additionalProperties?: Schema | boolean;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

/** Every key that a schema knows, with the way to it. */
function keysOf(node: Schema | boolean | undefined, way: string): readonly string[] {
  if (typeof node !== 'object') return [];
  const below = (found: Readonly<Record<string, Schema>> | undefined, mark: string): readonly string[] =>
    Object.entries(found ?? {}).flatMap(([name, sub]) => [
      ...(mark === '.' ? [`${way}.${name}`] : []),
      ...keysOf(sub, `${way}${mark}${name}`),
    ]);
  return [
    ...below(node.properties, '.'),
    ...below(node.$defs, '#'),
    ...keysOf(node.items, `${way}[]`),
    ...keysOf(node.additionalProperties, `${way}.*`),
  ];
}

const program = new Command('report');
declareCommands(program, () => async () => undefined, 'en');
const commands = program.commands.filter((each) =>
  program.createHelp().visibleCommands(program).includes(each),
);

/** Everything that is frozen, one thing a line. */
const current = [
  ...commands.flatMap((command) => [
    `command ${command.name()}`,
    ...command.options
      .filter(({ hidden }) => !hidden)
      .flatMap(({ long, short, argChoices }) => [
        ...[long, short]
          .filter((name) => name !== undefined)
          .map((name) => `option ${command.name()} ${name}`),
        ...(argChoices ?? []).map((choice) => `option ${command.name()} ${long} ${choice}`),
      ]),
  ]),
  ...rules.flatMap(({ id, messages, options }) => [
    `rule ${id}`,
    ...Object.keys(messages).map((code) => `rule ${id} finds ${code}`),
    ...Object.keys(options ?? {}).map((name) => `rule ${id} takes ${name}`),
  ]),
  ...['report', 'report.zh', 'config', 'template', 'baseline', 'lint-output'].flatMap((name) =>
    // the rules in the schema of the configuration are the rules above
    keysOf(schema(name), name).filter((key) => !key.startsWith('config#levels')),
  ),
];

describe('what is frozen', () => {
  const file = join(import.meta.dirname, 'frozen.txt');
  const isUnreleased = /^## .*\(unreleased\)/m.test(read('CHANGELOG.md'));

  const frozen = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

  /** What is missing has to come back, or to be taken out of the file by hand in a version that may do so (docs/stability.md). */
  it('is all still there', () => {
    const now = new Set(current);
    expect(now.size).toBeGreaterThan(600);
    expect(frozen.length).toBeGreaterThan(600);
    expect(frozen.filter((line) => !now.has(line))).toEqual([]);
  });

  /** `npm run update` adds what is new and takes nothing out. A version that is not released yet may still change what it adds. */
  it.skipIf(isUnreleased && process.env['REPORT_TEST_DEPTH'] !== 'update')('is all written down', async () =>
    expect(`${[...new Set([...frozen, ...current])].sort().join('\n')}\n`).toMatchFileSnapshot(file),
  );
});

describe.each(['en', 'zh'] as const)('the page on it (%s)', (language) => {
  const page = pages[language];

  it('lists the exit codes that there are', () => {
    const listed = [...page.matchAll(/^\| (\d) /gm)].map(([, code]) => Number(code));
    const said = [...exitCodes[language].matchAll(/[:：·] ?(\d) /g)].map(([, code]) => Number(code));
    expect(listed).toEqual([0, 1, 2, 3]);
    expect(said).toEqual(listed);
    expect(schema('lint-output').properties?.['exitCode']?.enum).toEqual(listed);
  });

  it('says the version of Node.js, of the format and of the baseline that there is', () => {
    expect(page).toContain(`${about.engines.node.replace('>=', '')} `);
    const number = schema('report').properties?.['schema']?.enum;
    expect(number).toEqual([1]);
    expect(page).toContain({ en: '`schema: 1`', zh: '`格式: 1`' }[language]);
    expect(schema('baseline').properties?.['version']?.enum).toEqual([1]);
    expect(page).toContain('`version: 1`');
  });

  it('names options that there are, and what stands for one that went', async () => {
    const names = new Set(
      program.commands.flatMap(({ options }) => options.flatMap(({ long, short }) => [long, short])),
    );
    for (const [, name] of page.matchAll(/`(--[a-z-]+)`/g))
      expect([...names, '--help'], name).toContain(name);
    const cwd = folder({
      'a.report.yaml': 'schema: 1\ntitle: A\norganization: B\nyear: 2017年\nsummary: { intro: C. }\n',
    });
    const [old, present] = await Promise.all(
      ['--fix-dry-run', '--dry-run'].map((name) => report(cwd, ['lint', '--fix', name])),
    );
    expect(old).toEqual(present);
  });
});

it('says in both languages that the same things are frozen', () => {
  const bold = (page: string): number => [...page.matchAll(/^\*\*/gm)].length;
  expect(bold(pages.zh)).toBe(bold(pages.en));
  const items = (page: string): number => [...page.matchAll(/^- /gm)].length;
  expect(items(pages.zh)).toBe(items(pages.en));
});
