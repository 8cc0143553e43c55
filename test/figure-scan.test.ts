import Fraction from '../src/quantity/value/fraction.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { speltFigures } from '../src/quantity/scan/english-number.ts';
import { findQuantities, parseQuantity } from '../src/quantity/scan/scan.ts';
import { withChanges } from '../src/quantity/value/stated-quantity.ts';
import { Prefixes, Suffixes, WordSet } from '../src/quantity/word-table.ts';

const draft = (name: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, '../examples', name), 'utf8').split('\n');

/** How many expressions are executed. */
function executions(run: () => void): number {
  const spy = vi.spyOn(RegExp.prototype, 'exec');
  try {
    run();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}

describe('figures are sought', () => {
  it.each(['jiangmen-education/2017.report.yaml', 'riverside-transport/2017.report.yaml'])(
    'with less than one expression for ten characters of %s',
    (name) => {
      const texts = draft(name);
      let figures = 0;
      const count = executions(() => {
        for (const text of texts) {
          figures += findQuantities(text).length;
          speltFigures(text);
        }
      });
      expect(figures).toBeGreaterThan(20);
      expect(count).toBeLessThan(texts.join('\n').length / 10);
    },
  );

  it('without an expression in a text that has none', () => {
    const texts = [
      '全局上下齐心协力，抓好重点任务和难点工作。',
      'Buses ran later, and stops were moved nearer.',
    ];
    expect(executions(() => texts.forEach((text) => [findQuantities(text), speltFigures(text)]))).toBe(0);
  });

  it('without reckoning until a number is asked for', () => {
    const reckoned = (['mul', 'div', 'add', 'sub', 'neg'] as const).map((name) =>
      vi.spyOn(Fraction.prototype, name),
    );
    const calls = (): number => reckoned.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    const found = findQuantities('办结重点事项6项，投资约1.7亿元，比上年增长9.7%，结余为-900元。');
    expect([found.length, calls()]).toEqual([4, 0]);
    expect(found.map(({ number }) => number.toFraction())).toEqual(['6', '170000000', '97/1000', '-900']);
    expect(calls()).toBeGreaterThan(0);
    for (const spy of reckoned) spy.mockRestore();
  });

  it('in fractions of nought and doublings beyond number, which are none', () => {
    expect(findQuantities('占零分之一，收入翻九亿番。')).toEqual([]);
    expect(speltFigures('two constructor sites').map(Number)).toEqual([2]);
  });

  it('and keep all that is not changed in a copy', () => {
    const figure = parseQuantity('约1.7亿元');
    const copy = figure && withChanges(figure, { unit: '亿' });
    expect(copy).toMatchObject({ text: '约1.7亿元', unit: '亿', family: '元', qualifier: 'about' });
    for (const name of ['number', 'interval', 'step', 'factor', 'exact'] as const)
      expect(copy?.[name]).toEqual(figure?.[name]);
  });
});

describe('words are looked up', () => {
  const before = new Suffixes<string>(() => [
    ['over', '过 超过'],
    ['most', '不超过 not_more_than_'],
    ['about', '约', '条 制'],
  ]);
  const behind = new Prefixes<string>(() => [
    ['odd', '多', '样 元化'],
    ['least', '以上 _or_more'],
  ]);

  it('before a place, the longest first, none across the floor', () => {
    const at = (text: string, floor = 0): string | undefined =>
      before.before(text, text.length, floor)?.value;
    expect([at('不超过'), at('超过'), at('过'), at('走')]).toEqual(['most', 'over', 'over', undefined]);
    expect([at('不超过', 1), at('', 0), at('过', 1)]).toEqual(['over', undefined, undefined]);
    expect([at('not more than '), at('more than ')]).toEqual(['most', undefined]);
    expect([at('条约'), at('共约'), at('条约', 1)]).toEqual([undefined, 'about', 'about']);
  });

  it('behind a place, but where they begin another', () => {
    const words = ['多人', '多样', '多元化', '多元', ' or more', ' or less'];
    expect(words.map((text) => behind.at(text, 0)?.word)).toEqual([
      ...['多', undefined, undefined, '多', ' or more', undefined],
    ]);
    expect(behind.at('以上', 0, (text, end) => end < text.length)).toBeUndefined();
    expect([behind.get('以上'), behind.get('以')]).toEqual(['least', undefined]);
  });

  it('in any case', () => {
    const set = new WordSet(['one', 'three', 'seventeen']);
    const has = (text: string): boolean => set.has(text, 0, text.length);
    expect(['one', 'ONE', 'Three', 'tree', 'on', 'seventeens', ''].map(has)).toEqual([
      ...[true, true, true, false, false, false, false],
    ]);
    expect(() => new WordSet(['antidisestablishmentarianism'])).toThrow('too long');
  });
});
