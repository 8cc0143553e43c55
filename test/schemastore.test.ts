import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folder, report } from './cli.ts';

const root = resolve(import.meta.dirname, '..');
const home = join(root, 'schemas/schemastore');
const json = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

interface Entry {
  readonly name: string;
  readonly description: string;
  readonly fileMatch: readonly string[];
  readonly url: string;
}
const { schemas: entries } = json(join(home, 'catalog.json')) as unknown as { schemas: readonly Entry[] };

const ajv = new Ajv2020({ strict: false, allErrors: true });
for (const folderOf of [join(root, 'schemas'), home])
  for (const name of readdirSync(folderOf).filter(
    (each) => each.endsWith('.json') && each !== 'catalog.json',
  )) {
    const schema = json(join(folderOf, name));
    if (typeof schema['$id'] === 'string') ajv.addSchema(schema);
  }

/** The samples of one kind, by file. */
const samples = (kind: 'test' | 'negative_test', name: string): readonly (readonly [string, string])[] =>
  readdirSync(join(home, kind, name)).map((file) => [
    file,
    readFileSync(join(home, kind, name, file), 'utf8'),
  ]);

/** The folder of samples for a name of a file. */
const kinds = {
  workreport: '2025.report.yaml',
  'workreport-section': 'roads.section.yaml',
  'workreport-config': 'report.config.yaml',
} as const;
const entryFor = (file: string): Entry | undefined =>
  entries.find(({ fileMatch }) => picomatch.isMatch(file, [...fileMatch]));

describe('the entry for SchemaStore', () => {
  it('has what its catalog asks of an entry, and no more', () => {
    for (const entry of entries) {
      expect(Object.keys(entry)).toEqual(['name', 'description', 'fileMatch', 'url']);
      expect(entry.url).toMatch(/^https:\/\/\S+\.json$/);
      for (const pattern of entry.fileMatch) expect(pattern).toMatch(/\.(?:ya?ml|json)$/);
      // titles and descriptions end without a full stop there
      expect(entry.description).not.toMatch(/[.:]$/);
    }
    expect(entries.map(({ name }) => name)).toEqual(entries.map(({ name }) => name).sort());
    const patterns = entries.flatMap(({ fileMatch }) => fileMatch);
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  it('names schemas that are in the package, by their own addresses', () => {
    for (const { url } of entries) {
      const path = url.replace('https://unpkg.com/workreport/', '');
      expect(path).not.toBe(url);
      expect(json(join(root, path))['$id']).toBe(url);
    }
  });

  for (const [kind, file] of Object.entries(kinds)) {
    const validate = ajv.getSchema(entryFor(file)?.url ?? '');
    it(`takes what is right in ${file}, as the program does`, async () => {
      expect(samples('test', kind).length).toBeGreaterThan(0);
      for (const [name, text] of samples('test', kind)) {
        expect(validate?.(parse(text)), `${name}: ${ajv.errorsText(validate?.errors)}`).toBe(true);
        expect((await lint(file, text)).filter(isOfForm), name).toEqual([]);
      }
    });

    it(`refuses what is wrong in ${file}, as the program does`, async () => {
      expect(samples('negative_test', kind).length).toBeGreaterThan(1);
      for (const [name, text] of samples('negative_test', kind)) {
        expect(validate?.(parse(text)), name).toBe(false);
        expect((await lint(file, text)).filter(isOfForm), name).not.toEqual([]);
      }
    });
  }
});

/** What lint finds wrong with a file, by rule; a configuration is tried with a draft. */
async function lint(file: string, text: string): Promise<readonly string[]> {
  const draft =
    'schema: 1\ntitle: Report\norganization: Agency\nyear: 2025\nsummary: { intro: A calm year. }\n';
  const isConfig = file.startsWith('report.config');
  const cwd = folder({ [file]: text, ...(isConfig && { 'a.report.yaml': draft }) });
  const { stdout, stderr, code } = await report(cwd, [
    'lint',
    isConfig ? 'a.report.yaml' : file,
    '--format',
    'json',
    '--lang',
    'en',
  ]);
  if (code === 2) return [`config: ${stderr}`];
  const { findings } = JSON.parse(stdout) as { findings: readonly { rule: string; severity: string }[] };
  return findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

/** Whether it is the form that is wrong, of which a schema may know. */
const isOfForm = (rule: string): boolean => /^(?:schema|yaml|config)/.test(rule);
