import { describe, expect, it } from 'vitest';
import { fixDraft } from '../src/lint/fix.ts';
import { lint } from '../src/lint/lint.ts';

const head =
  'schema: 1\ntitle: Report\norganization: Office\nyear: 2017\nsummary:\n  sections:\n    - title: Roads\n';
const rest = `      metrics:
        found: { value: 695, source: x }
        PM2.5: { value: 30, source: x }
      tables:
        schools:
          columns: [primary, middle]
          rows:
            city: [1, 2]
`;
const draft = (body: string): string => `${head}      body: |\n        ${body}\n${rest}`;
const found = (text: string): string[] =>
  lint('a.report.yaml', text, () => undefined)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, range: { start, end } }) => `${start.line}:${start.column}-${end.column} ${code}`);
const fixed = (text: string, unsafe: boolean): string =>
  fixDraft('a.report.yaml', text, () => undefined, unsafe).changed.get('a.report.yaml')?.after ?? text;

describe('a reference that lacks a brace is one finding at its place, with a fix', () => {
  it.each([
    ['Found {found}} today.', '9:15-23', 'Found {{found}} today.'],
    ['Found {,,found}} today.', '9:15-25', 'Found {{found}} today.'],
    ['Found {{found} today.', '9:15-23', 'Found {{found}} today.'],
    ['Found {{found} of {{found}} today.', '9:15-23', 'Found {{found}} of {{found}} today.'],
    ['Found { {found} } today.', '9:15-26', 'Found {{found}} today.'],
    ['Found ｛｛found｝｝ today.', '9:15-24', 'Found {{found}} today.'],
    ['Found ｛{found}｝ today.', '9:15-24', 'Found {{found}} today.'],
    ['Found {{found}}} today.', '9:15-25', 'Found {{found}} today.'],
    ['Found {{{found}}} today.', '9:15-26', 'Found {{found}} today.'],
    ['Found {{found today.', '9:15-17', undefined],
    ['It was {{PM2.5} there.', '9:16-24', 'It was {{PM2.5}} there.'],
    ['In {schools.city.primary}} too.', '9:12-35', 'In {{schools.city.primary}} too.'],
  ])('%s', (body, place, after) => {
    const text = draft(body);
    expect(found(text)).toEqual([`${place} ${after === undefined ? 'unclosed' : 'braces'}`]);
    expect(fixed(text, false)).toBe(after === undefined ? text : draft(after));
  });

  it('one brace on either side of a name is told, and changed where that is asked for', () => {
    const text = draft('Found {found} today.');
    expect(found(text)).toEqual(['9:15-22 braces']);
    expect(fixed(text, false)).toBe(text);
    expect(fixed(text, true)).toBe(draft('Found {{found}} today.'));
  });

  it('a name that is misspelt as well is told, too', () => {
    expect(found(draft('Found {fuond}} today.'))).toEqual(['9:15-23 braces']);
    expect(found(draft('Found {nothing}} today.'))).toEqual(['9:15-25 braces']);
  });

  it.each([
    'Found {{found}} and {{ found }}.',
    'A set {a, b} of {x}.',
    'Print \\{{found}} so.',
    'In f({a_{b}}) there.',
    'In {{{year}}.'.replace('{{{', '{{'),
  ])('what is no slip is left alone: %s', (body) => expect(found(draft(body))).toEqual([]));

  it('in a value of one line YAML is told first', () => {
    const text = `${head}      body: {found}} and closed.\n${rest}`;
    expect(found(text)).toEqual(['8:13-14 reference-unquoted', '8:14-22 braces']);
    expect(fixed(text, false)).toBe(`${head}      body: "{{found}} and closed."\n${rest}`);
  });
});

describe('a cell with its parts in another order is told in the right one', () => {
  it.each(['schools.primary.city', 'city.schools.primary', 'primary.city.schools'])('%s', (name) => {
    const text = draft(`There are {{${name}}}.`);
    expect(found(text)).toEqual([`9:21-${21 + name.length} near`]);
    expect(fixed(text, false)).toBe(draft('There are {{schools.city.primary}}.'));
  });

  it('in formulas as well', () => {
    const text = draft('Found.').replace(
      'found: { value: 695, source: x }',
      'found: { value: 1, formula: schools.primary.city, source: x }',
    );
    expect(found(text)).toContain('11:37-57 near');
    expect(fixed(text, false)).toContain('formula: schools.city.primary');
  });

  it('but not where two could be meant', () => {
    const text = draft('There are {{schools.a.b}}.')
      .replace('columns: [primary, middle]', 'columns: [a, b]')
      .replace('city: [1, 2]', 'b: [1, 2]\n            c: [3, 4]');
    expect(fixed(text, false)).toBe(text.replace('schools.a.b', 'schools.b.a'));
    expect(found(draft('There are {{schools.x.y}}.'))).toEqual(['9:21-32 unknown']);
  });
});
