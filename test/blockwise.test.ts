import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { sample, seed } from './depth.ts';
import { operations, takeApart } from './mistakes.ts';
import { Dice } from './random-draft.ts';

const counted = vi.hoisted(() => ({ characters: 0 }));
vi.mock('../src/source/parse.ts', async (original) => {
  const real = await original<typeof import('../src/source/parse.ts')>();
  const parse: typeof real.parse = (text) => {
    counted.characters += text.length;
    return real.parse(text);
  };
  return { ...real, parse };
});

const { parse } = await import('../src/source/parse.ts');
const { readSource } = await import('../src/source/source.ts');
const { BlockwiseCheck } = await import('../src/source/traps/blockwise.ts');

const examples = resolve(import.meta.dirname, '../examples');
const textOf = (name: string): string => readFileSync(resolve(examples, name), 'utf8');
const chinese = textOf('jiangmen-education/2017.report.yaml');
const english = textOf('riverside-transport/2017.report.yaml');
const drafts = [takeApart(chinese, 'zh'), takeApart(english, 'en')];

/** How often the whole of a text was read, in all. */
function readings(text: string): number {
  counted.characters = 0;
  readSource('a.report.yaml', text, 'report');
  return counted.characters / text.length;
}

/** A text with one of its marks, or the blanks before a line, replaced by something else. */
function broken(text: string, dice: Dice): string {
  const marks = [...text.matchAll(/[{}[\]"'|]|: |(?<=\n) *(?:- )?/g)];
  const { 0: mark, index } = dice.pick(marks);
  const insert = dice.pick([
    '',
    '',
    mark + ' ',
    mark.slice(1),
    '{',
    '[',
    '"',
    '：',
    ' ',
    '    ',
    '\t',
    '\n',
    '- ',
    '? ',
    '&a ',
    '*b ',
    '甲\n',
  ]);
  return text.slice(0, index) + insert + text.slice(index + mark.length);
}

describe('a text that is checked block by block', () => {
  it('can be read where YAML reads it, and only there', () => {
    const dice = new Dice(seed);
    const names = Object.keys(operations);
    const answers = { true: 0, false: 0 };
    for (const draft of drafts) {
      const check = new BlockwiseCheck();
      for (let turn = 0; turn < sample(500, 0.1); turn++) {
        const mutation = turn % 3 === 0 ? operations[dice.pick(names)]?.(draft, dice) : undefined;
        let text = mutation
          ? draft.text.slice(0, mutation.start) + mutation.insert + draft.text.slice(mutation.end)
          : draft.text;
        if (!mutation) for (let count = dice.number(1, 3); count > 0; count--) text = broken(text, dice);
        if (turn % 7 === 0) text = text.replaceAll('\n', '\r\n');
        const is = parse(text).problems.length === 0;
        expect({ text, is: check.reads(text) }).toEqual({ text, is });
        answers[`${is}`]++;
      }
    }
    expect(Math.min(answers.true, answers.false)).toBeGreaterThan(10);
  });

  it.each([
    ['a: 1\nb: 2\n', true],
    ['a: {\n  x: 1\n}\nb: 2\n', true],
    ['a: "x\nb: y"\n', false],
    ['a:\n- x: 1\n- y: 2\nb: 3\n', true],
    ['a:\n  - x: 1\n- y: 2\n', false],
    ['a: &n 1\nb: *n\n', true],
    ['a: 1\nb: *n\n', false],
    ['a: 1\n---\nb: 2\n', false],
    ['a: 1\nword\nb: 2\n', false],
    ['a: |\n  word\n  b: c\nd: e\n', true],
    ['a: |\n  word\n # note\n  more\nd: e\n', false],
    ['a: 1\n? b\n: c\nd: 2\n', true],
    ['\uFEFFa: 1\nb:\n  c: [1,\n    2]\n', true],
    ['12:30: x\nb: 1\n', true],
    ["a: 1\nit's: 2\n", true],
  ])('%j: %s', (text, is) => {
    expect(parse(text).problems.length === 0).toBe(is);
    // in small and in large
    const check = new BlockwiseCheck();
    const filler = Array.from({ length: 60 }, (_, index) => `k${index}: ${'v'.repeat(20)}\n`).join('');
    expect(check.reads(text)).toBe(is);
    expect(check.reads(text.startsWith('\uFEFF') ? text + filler : filler + text)).toBe(is);
  });
});

describe('a broken draft costs few readings of the whole', () => {
  const [line, body] = [/\n {4,}(?=标题: )/, /\n {8,}(?=[^\s:-][^\n:]*。)/];
  it.each<[string, string]>([
    ['a sound draft', chinese],
    ['a brace that does not close', chinese.replace('}', '')],
    ['a brace that does not open', chinese.replace('{', '')],
    ['a bracket that does not close', chinese.replace(/\](?=\s*\n)/, '')],
    ['a bracket that does not open', chinese.replace(': [', ': ')],
    ['a quote that does not close', chinese.replace(/: "([^"\n]*)"/, ': "$1')],
    ['a quote that does not open', chinese.replace(/: "([^"\n]*)"/, ': $1"')],
    ['a line too far in', chinese.replace(line, (blank) => `${blank}  `)],
    ['a line too far out', chinese.replace(line, (blank) => blank.slice(2))],
    ['a line without indent', chinese.replace(line, '\n')],
    ['a text without indent', chinese.replace(body, '\n')],
    ['a colon in full width', chinese.replace('标题: ', '标题：')],
    ['every colon in full width', chinese.replaceAll(/^( *\S+): /gm, '$1：')],
    ['a colon without its space', chinese.replace(/^(.*总结):/m, '$1')],
    ['a tab', chinese.replace(line, '\n\t\t')],
    ['tabs everywhere', chinese.replaceAll(/^ +/gm, (blank) => '\t'.repeat(blank.length / 2))],
    ['a brace that does not close, in English', english.replace('}', '')],
  ])('%s', (name, text) => {
    if (name !== 'a sound draft') expect([chinese, english]).not.toContain(text);
    // of tabs everywhere three widths are read, each to see that it can be and what it says
    const most = name === 'a sound draft' ? 1.01 : name === 'tabs everywhere' ? 7 : 6;
    expect(readings(text)).toBeLessThan(most);
  });

  it('wherever it is broken', () => {
    const dice = new Dice(seed);
    const costs = Array.from({ length: sample(200, 0.12) }, () =>
      readings(broken(dice.pick(drafts).text, dice)),
    );
    expect(Math.max(...costs)).toBeLessThan(12);
    expect(costs.filter((cost) => cost > 6).length).toBeLessThan(costs.length * 0.05);
  });
});
