import { describe, expect, it } from 'vitest';
import { evaluate } from '../src/quantity/value/evaluate.ts';
import { parseFormula } from '../src/quantity/value/formula.ts';
import { constantOf } from '../src/quantity/value/arithmetic.ts';
import { parseQuantity } from '../src/quantity/scan/scan.ts';
import { lint, type Settings } from '../src/lint/lint.ts';
import { limits } from '../src/source/limits.ts';
import { COMPARISONS, Suggestions } from '../src/source/suggest/suggestions.ts';
import { deep } from './depth.ts';

const head =
  'schema: 1\ntitle: Report\norganization: Office\nyear: 2017\nsummary:\n  sections:\n    - title: Roads\n';
const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');
const check = (text: string, csv = '', settings: Settings = {}): unknown =>
  lint('a.report.yaml', text, (file) => (file.endsWith('.csv') ? csv : undefined), settings);
const table = `${head}      tables: { t: { file: t.csv } }\n`;

describe('a file beyond a stated limit is refused', () => {
  it.each([
    [
      'by its characters',
      () => check(`${head}      body: ${'a '.repeat(limits.characters / 2)}\n`),
      'characters',
    ],
    [
      'by its keys and values',
      () => check(`${head}      support: [${many(limits.nodes, () => 'a,')}]\n`),
      'keys and values',
    ],
    [
      'by its metrics',
      () => check(`${head}      metrics:\n${many(limits.names + 1, (index) => `        m${index}: 1\n`)}`),
      'metrics, targets and results',
    ],
    [
      'by its list marks',
      () => check(`${head}      body: |\n        ${'- '.repeat(limits.marks + 1)}x\n`),
      'nests lists',
    ],
    [
      'by its marks of quotations',
      () => check(`${head}      body: |\n        ${'>'.repeat(limits.marks + 1)} x\n`),
      'nests lists',
    ],
    [
      'by the column of a list mark',
      () => check(`${head}      body: |\n        a\n${' '.repeat(limits.markColumn + 1)}- x\n`),
      'nests lists',
    ],
    ['by the rows of a table', () => check(table, `a,b\n${'x,1\n'.repeat(limits.csvRows + 1)}`), 'rows'],
    ['by the columns of a table', () => check(table, `${'a,'.repeat(limits.csvColumns)}b\nx,1\n`), 'columns'],
    [
      'by the characters of a table',
      () => check(table, `a,b\nx,${'1'.repeat(limits.csvCharacters)}\n`),
      'characters',
    ],
  ])('%s', (_, run, words) => expect(run).toThrow(words));

  it.each([
    [
      'metrics',
      () =>
        check(
          `${head}      metrics:\n${many(limits.names, (index) => `        m${index}: 1\n`)}`,
          '',
          // in a quick run the rules do not look at them
          deep ? {} : { rules: [] },
        ),
    ],
    ['list marks', () => check(`${head}      body: |\n        ${'- '.repeat(limits.marks)}x\n`)],
    ['a line of dashes', () => check(`${head}      body: |\n        ${'-'.repeat(300)}\n`)],
    ['a table', () => check(table, `a,b\n${many(200, (index) => `x${index},1\n`)}`)],
  ])('and one that just keeps it is read: %s', (_, run) => expect(run).not.toThrow());
});

describe('work is bounded by counting', () => {
  it('a sum of ever more fractions stops being reckoned', () => {
    const constants = (terms: number): number => {
      let count = 0;
      const formula = parseFormula(
        many(terms, (index) => `${index > 0 ? ' + ' : ''}1/${index + 3}`),
        { isSum: () => false, isName: () => false },
      );
      if ('problem' in formula) throw new Error(formula.problem.message);
      const constant = (text: string) => {
        count++;
        const quantity = parseQuantity(text);
        return quantity && constantOf(quantity);
      };
      const result = evaluate(formula.expression, { name: () => ({ kind: 'absent' }), constant });
      expect(result && 'problem' in result ? result.problem.message : 'reckoned').toBe(
        terms > 1000 ? 'too-large' : 'reckoned',
      );
      return count;
    };
    expect(constants(100)).toBe(200);
    expect(constants(3200)).toBe(constants(1600));
  });

  it('thousands of unknown names beside thousands of metrics', () => {
    const compared = (count: number): number => {
      const known = new Suggestions(Array.from({ length: count }, (_, index) => `metric ${index + 10_000}`));
      for (let index = 0; index < count; index++) known.of(`matric ${index + 10_000}`);
      return known.compared;
    };
    expect(compared(100)).toBe(100 * 100);
    expect(compared(1000)).toBeLessThanOrEqual(COMPARISONS);
    expect(compared(2000)).toBeLessThanOrEqual(COMPARISONS);
  });

  it('and the first of them have their suggestions', () => {
    const known = new Suggestions(['hazards found', 'hazards closed'], 4);
    expect([known.of('hazards fuond'), known.of('hazards closde'), known.of('hazards fuond')]).toEqual([
      'hazards found',
      'hazards closed',
      undefined,
    ]);
  });
});
