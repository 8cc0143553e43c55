import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callsOf, expressionsIn } from './work.ts';

const { lint } = await import('../src/lint/lint.ts');

const root = resolve(import.meta.dirname, '../examples');
const examples = [
  ['Chinese', 'jiangmen-education/2017.report.yaml'],
  ['English', 'riverside-transport/2017.report.yaml'],
] as const;

describe.each(examples)('the lint of a draft, the %s example', (_, name) => {
  const file = resolve(root, name);
  const text = readFileSync(file, 'utf8');
  const run = (): ReturnType<typeof lint> => lint(name, text, () => undefined, { today: '2018-01-10' });
  const { reading } = run();
  const prose = (reading?.texts ?? []).reduce((sum, { text: { length } }) => sum + length, 0);

  it('parses it once, walks it once and reads each text once', () => {
    const calls = callsOf(run);
    expect(calls('source/fast/fast-parse.ts', 'parseFast')).toBe(1);
    expect(calls('source/parse-yaml.ts', 'parseWithLibrary')).toBe(0);
    expect(calls('lint/shape/shape.ts', 'checkShape')).toBe(1);
    expect(calls('model/build-report.ts', 'buildReport')).toBe(1);
    expect(calls('model/scalars.ts', 'scalarsOf')).toBe(1);
    expect(calls('model/references.ts', 'namesOf')).toBe(1);
    expect(calls('reading/prose.ts', 'readTexts')).toBe(1);
    expect(calls('reading/figures.ts', 'readFigures')).toBe(1);
    // a figure that is written by itself is sought by the same scan
    expect(
      calls('quantity/scan/scan.ts', 'findQuantities') - calls('quantity/scan/scan.ts', 'parseQuantity'),
    ).toBeLessThanOrEqual(reading?.texts.length ?? 0);
    expect(calls('reading/sentences.ts', 'readSentences')).toBeLessThanOrEqual(reading?.texts.length ?? 0);
    expect(calls('reading/statements.ts', 'statementEnds')).toBeLessThanOrEqual(reading?.texts.length ?? 0);
  });

  it('reads each written figure once', () => {
    const written = reading?.scalars;
    const figures = [...(written?.quantities ?? []), ...(written?.texts ?? [])].length;
    expect(callsOf(run)('quantity/scan/scan.ts', 'parseQuantity')).toBeLessThanOrEqual(figures);
  });

  it('executes about three expressions for a character of prose', () => {
    expect(prose).toBeGreaterThan(3000);
    expect(expressionsIn(run) / prose).toBeLessThanOrEqual(3.25);
  });

  it('does the same for the second as for the first', () => {
    const [once, again] = [expressionsIn(run), expressionsIn(run)];
    expect(again).toBe(once);
  });
});
