import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { rules } from '../src/rules/index.ts';
import type { Rule } from '../src/rules/rule.ts';

const root = resolve(import.meta.dirname, '..');

/** Folders and files of src from the bottom up; a layer imports itself and what stands before it. */
const layers = [
  ['messages', 'errors.ts', 'assets.ts', 'assets.generated.ts', 'diagnostic.ts'],
  ['quantity', 'source'],
  ['dates'],
  ['model'],
  ['reading'],
  ['claims', 'style'],
  ['chain'],
  ['rules'],
  ['lint'],
  ['plugins'],
  ['render'],
  ['ledger'],
  ['scaffold'],
  ['importer'],
  ['io', 'io.ts', 'reporters'],
  ['commands'],
  ['api'],
  ['cli', 'cli.ts'],
  ['main.ts'],
];
const layerOf = (file: string): number =>
  layers.findIndex((names) => names.includes(relative(join(root, 'src'), file).split('/')[0] as string));

/** The folder, or the file that stands for it, that a module stands in. */
const roomOf = (file: string): string =>
  (relative(join(root, 'src'), file).split('/')[0] as string).replace(/\.ts$/, '');
/** Rooms side by side in one layer, which do not know each other. */
const mayNotMeet: ReadonlySet<string> = new Set(['quantity', 'source', 'io', 'reporters']);

/** Every module of src that is part of the program, with what it imports. */
const modules = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('build/'))
  .map((name) => {
    const file = join(root, 'src', name);
    const text = readFileSync(file, 'utf8');
    return {
      file,
      name,
      text,
      imports: [...text.matchAll(/(?<![\w'-])(?:from|import)\s*\(?\s*'([^'\s,]+)'/g)].map(
        (match) => match[1] as string,
      ),
    };
  });

it('no two modules export things of one name', () => {
  const places = new Map<string, string[]>();
  // what others build upon is named there as it is here
  for (const { name, text } of modules.filter((each) => !each.name.startsWith('api/')))
    for (const [, exported = ''] of text.matchAll(
      /^export (?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm,
    ))
      places.set(exported, [...(places.get(exported) ?? []), name]);
  expect(places.size).toBeGreaterThan(1000);
  expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
});

describe('the layers', () => {
  it('hold every module', () => {
    expect(modules.length).toBeGreaterThan(40);
    expect(modules.filter(({ file }) => layerOf(file) === -1).map(({ name }) => name)).toEqual([]);
  });

  it('point one way', () => {
    const wrong = modules.flatMap(({ file, name, imports }) =>
      imports
        .filter((path) => path.startsWith('.') && path.endsWith('.ts'))
        .filter((path) => {
          const other = resolve(dirname(file), path);
          const isSibling = layerOf(other) === layerOf(file) && roomOf(other) !== roomOf(file);
          return layerOf(other) > layerOf(file) || (isSibling && mayNotMeet.has(roomOf(other)));
        })
        .map((path) => `${name} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it('know each dependency in one place', () => {
    const places: Readonly<Record<string, RegExp>> = {
      commander: /^cli(?:\.ts$|\/)/,
      inquirer: /^commands\/ask\.ts$/,
      chalk: /^reporters\/style\.ts$/,
      yaml: /^source\//,
      marked: /^(?:render|importer\/readers\/markdown)\//,
      parse5: /^importer\/readers\/html\/html-tokens\.ts$/,
      sarif: /^reporters\/sarif\.ts$/,
      saxes: /^importer\/readers\/docx\/xml\.ts$/,
      'get-east-asian-width': /^reporters\/width\.ts$/,
      'fastest-levenshtein': /^source\/suggest\/slips\.ts$/,
      picomatch: /^(?:lint\/settings\/rule-settings|io\/search)\.ts$/,
      'csv-stringify/sync': /^ledger\/table-formats\.ts$/,
      'fraction.js': /^quantity\//,
      'csv-parse/sync': /^source\/csv\.ts$/,
      docx: /^render\/docx(?:\.ts$|\/)/,
      fflate: /^render\/docx\/(?:package|reference)\.ts$/,
      diff: /^commands\/changes\.ts$/,
      chokidar: /^io\/watch\.ts$/,
      ignore: /^io\/ignored\.ts$/,
      'resolve.exports': /^io\/plugin-module\.ts$/,
    };
    const outside = modules.flatMap(({ name, imports }) =>
      imports
        .filter((path) => !/^(?:\.|node:)/.test(path) && !places[path]?.test(name))
        .map((path) => `${name} → ${path}`),
    );
    expect(outside).toEqual([]);
  });

  it('below the commands read no clock, no environment and no file', () => {
    const core = modules.filter(
      ({ file, name }) => layerOf(file) < layerOf(join(root, 'src/io.ts')) && !name.includes('generated'),
    );
    const impure = core
      .filter(({ text }) =>
        /\bnode:(?:fs|os|process|child_process)\b|\bprocess\.|new Date\(\)|Date\.now|Math\.random/.test(text),
      )
      .map(({ name }) => name);
    expect(impure).toEqual([]);
  });
});

describe('the rule set', () => {
  const files = readdirSync(join(root, 'src/rules'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('/'),
  );

  it('lists every file, in order, under its own name', () => {
    expect(rules.map(({ id }) => `${id}.ts`)).toEqual(files.map((file) => basename(file)).sort());
  });

  it('names rules in one grammar: things first, then what is asked of them', () => {
    for (const { id } of rules) expect(id).toMatch(/^(?:[a-z]+s|text|pending|privacy)(?:-[a-z]+)+$/);
  });

  it('says everything in both languages, ends its sentences and starts its messages alike', () => {
    for (const { id, summary, why } of rules) {
      for (const words of [summary, why]) {
        expect(words.en, id).toMatch(/^[A-Z].*\.$/s);
        expect(words.zh, id).toMatch(/\p{Script=Han}.*。$/su);
      }
    }
  });

  it('has messages that end without a full stop, as findings do', () => {
    for (const { id, messages } of rules)
      for (const { en, zh, help } of Object.values(messages))
        for (const words of [en, zh, help?.en, help?.zh]) expect(words?.({}) ?? '', id).not.toMatch(/[.。]$/);
  });
});

describe('CONTRIBUTING', () => {
  it('shows a rule that works, written in one file', async () => {
    const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const code = /<!-- rule -->\s*```ts\n([^]*?)```/.exec(text)?.[1] as string;
    const { outputFiles } = await build({
      stdin: { contents: code, loader: 'ts', resolveDir: join(root, 'src/rules/texts') },
      bundle: true,
      format: 'esm',
      write: false,
    });
    const module = (await import(
      `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`
    )) as Record<string, Rule>;
    const rule = Object.values(module)[0] as Rule;
    const found = (draft: string): string[] =>
      lint('example.report.yaml', draft, () => undefined, { rules: [rule] }).diagnostics.map(
        ({ code: message, range: { start } }) => `${start.line}:${start.column} ${message}`,
      );
    expect(Object.keys(rule.examples)).toEqual(['en', 'zh']);
    for (const { good, bad, finds } of Object.values(rule.examples)) {
      expect(found(good)).toEqual([]);
      expect(found(bad)).toEqual(finds);
    }
  });
});

describe('tests', () => {
  const clocks = /\b(?:performance\.now|Date\.now|process\.hrtime|process\.cpuUsage)\b/;
  const texts = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && name !== basename(import.meta.filename))
    .map((name) => [name, readFileSync(join(import.meta.dirname, name), 'utf8')] as const);

  // it measures a run to kill others in the midst of it, and expects the same whenever they end
  it('look at no clock but where a program is killed', () =>
    expect(texts.filter(([, text]) => clocks.test(text)).map(([name]) => name)).toEqual(['kill.test.ts']));

  it('have no time-out of their own', () =>
    expect(
      texts
        .filter(([, text]) => /\b(?:testTimeout|hookTimeout|timeout): ?[1-9]/.test(text))
        .map(([name]) => name),
    ).toEqual([]));
});
