import { expect, it } from 'vitest';
import { withLazyConstants } from '../src/build/lazy-constants.mjs';

/** What a file leaves in `module.exports`, and the expressions and sets that it made while it was loaded. */
function load(code: string): { readonly exports: Record<string, unknown>; readonly made: string[] } {
  const made: string[] = [];
  const noting = <T extends typeof Set | typeof Map | typeof RegExp>(kind: T): T =>
    new Proxy(kind, {
      construct(target, given: never[]) {
        made.push(kind.name);
        return Reflect.construct(target, given) as object;
      },
    });
  const module = { exports: {} };
  // oxlint-disable-next-line no-implied-eval
  new Function('module', 'Set', 'Map', 'RegExp', code)(module, noting(Set), noting(Map), noting(RegExp));
  return { exports: module.exports, made };
}

it('makes a constant where it is first used, once', () => {
  const code = `
    const words = ['a', 'b'];
    const some = new Set(words);
    const any = new RegExp(words.join('|'), 'g');
    const digits = /\\d+/g;
    module.exports = {
      has: (word) => some.has(word),
      size: () => some.size,
      parts: (text) => [text.match(any), text.match(digits)],
    };`;
  const eager = load(code);
  expect(eager.made).toEqual(['Set', 'RegExp']);
  const lazy = load(withLazyConstants(code));
  expect(lazy.made).toEqual([]);
  const { has, size, parts } = lazy.exports as Record<string, (word?: string) => unknown>;
  expect([has?.('a'), has?.('c'), size?.()]).toEqual([true, false, 2]);
  expect(lazy.made).toEqual(['Set']);
  expect([parts?.('a1'), parts?.('b22')]).toEqual([
    [['a'], ['1']],
    [['b'], ['22']],
  ]);
  expect(lazy.made).toEqual(['Set', 'RegExp']);
});

it('keeps an expression that notes how far it came, also where it is handed on', () => {
  const code = `
    const sticky = /a/y;
    const next = (text) => sticky.test(text);
    module.exports = { next, all: { sticky } };`;
  const { next, all } = load(withLazyConstants(code)).exports as {
    next: (text: string) => boolean;
    all: { sticky: RegExp };
  };
  expect([next('aa'), next('aa'), next('aa')]).toEqual([true, true, false]);
  expect(all.sticky).toBeInstanceOf(RegExp);
  expect([next('aa'), all.sticky.lastIndex]).toEqual([true, 1]);
});

it('tells a constant from what else has its name', () => {
  const code = `
    const marks = new Set(['a', 'b']);
    const inner = (marks) => marks.length;
    const named = ({ marks }) => marks;
    module.exports = { outer: () => marks.size, inner, named, all: () => ({ marks }) };`;
  const { exports, made } = load(withLazyConstants(code));
  const { outer, inner, named, all } = exports as Record<string, (given?: unknown) => unknown>;
  expect([inner?.('abc'), named?.({ marks: 7 })]).toEqual([3, 7]);
  expect(made).toEqual([]);
  expect([outer?.(), all?.()]).toEqual([2, { marks: new Set(['a', 'b']) }]);
  expect(made).toEqual(['Set']);
});

it.each([
  ['that is set again', 'let marks = /a/;\nmarks = /b/;'],
  ['that costs nothing', "const marks = ['a'];\nmodule.exports = marks;"],
  ['in a function', 'const f = () => {\n  const marks = /a/;\n  return marks;\n};'],
])('leaves a constant %s as it is', (_, code) => {
  expect(withLazyConstants(code)).toBe(code);
});
