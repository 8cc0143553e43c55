import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byLanguage } from '../src/build/by-language.mjs';
import { sample, seed } from './depth.ts';

type Asked = (text: string) => unknown;

/** What a file leaves in `module.exports`. */
function load(code: string): Asked {
  const module = { exports: undefined as unknown };
  // oxlint-disable-next-line no-implied-eval
  new Function('module', code)(module);
  return module.exports as Asked;
}

const asked = {
  'alternatives in both languages':
    'const rise = /增长|上升(?!期)|\\b(?:rose|grew) by|gr[eo]w/;\nmodule.exports = (text) => rise.test(text);',
  'small and large letters':
    'const share = /占比|\\bshares?\\b|率$/iu;\nmodule.exports = (text) => share.test(text);',
  'one in a function':
    'const f = (text) => /同比|year on year/.test(text);\nmodule.exports = (text) => [f(text), f(text)];',
  'English alone':
    'const of = /(\\d+) of (the|its) (\\w+)/;\nmodule.exports = (text) => [of.test(text), of.exec(text)?.slice(1)];',
  'every place':
    'const more = /\\b(more|less) than (\\d+)/g;\nmodule.exports = (text) => [...text.trim().matchAll(more)].map((all) => [all.index, ...all]);',
  'every place of one in a function':
    'module.exports = (text) => { const all = []; for (const { 0: word, index } of text.matchAll(/(?:up|over) \\d+/g)) all.push(word, index); return all; };',
  'what has the name of another':
    "const word = /是|is/;\nconst of = (word) => word.test('is');\nmodule.exports = (text) => [word.test(text), of(/s$/)];",
} as const;

const words =
  '增长 上升 上升期 占比 率 同比 rose grew by GROW shares Share SHARES year on of the its 12 3 more less than up over is 是 。 ，'.split(
    ' ',
  );
const texts = fc
  .array(fc.constantFrom(...words, ' ', ' ', '\n', 'ſ', 'K', 'Mbps'), { maxLength: 12 })
  .map((all) => all.join(''));

describe('an expression asked by its parts', () => {
  it.each(Object.entries(asked))('answers as the whole: %s', (_, code) => {
    const made = byLanguage(code);
    expect(made).toContain('mayBeEnglish');
    const [before, after] = [load(code), load(made)];
    fc.assert(
      fc.property(texts, (text) => {
        expect(after(text)).toEqual(before(text));
      }),
      { seed, numRuns: sample(2000) },
    );
  });

  it('compiles no English for a text without a vowel of Latin script', () => {
    const made = byLanguage(
      'const rise = /增长|\\brose\\b/;\nconst of = /(\\d) of/;\nmodule.exports = (text) => [rise.test(text), of.exec(text)];',
    );
    const run: string[] = [];
    const noted = made.replaceAll(/\/(?:\\.|[^/\n])+\/(?=[;.\s])/g, (raw) => `noted(${raw})`);
    const noting = (expression: RegExp) => ({
      test: (text: string) => (run.push(expression.source), expression.test(text)),
      exec: (text: string) => (run.push(expression.source), expression.exec(text)),
    });
    const module = { exports: undefined as unknown };
    // oxlint-disable-next-line no-implied-eval
    new Function('module', 'noted', noted)(module, noting);
    const { exports } = module as { exports: Asked };
    expect(exports('宽带50Mbps，增长')).toEqual([true, null]);
    expect(run).toEqual(['增长', '[AEIOUYaeiouy]']);
    expect(exports('rose')).toEqual([true, null]);
    expect(run.slice(2)).toEqual(['增长', '[AEIOUYaeiouy]', '\\brose\\b', '[AEIOUYaeiouy]', '(\\d) of']);
  });
});

it.each([
  ['that keeps a place', 'const a = /是|is/g;\nmodule.exports = (text) => a.test(text);'],
  ['with a group that comes again', 'const a = /(a|e)\\1|是/;\nmodule.exports = (text) => a.test(text);'],
  ['that needs no vowel', 'const a = /是|[a-z]+|x/;\nmodule.exports = (text) => a.test(text);'],
  ['in both languages that is asked where', 'const a = /是|is/;\nmodule.exports = (text) => a.exec(text);'],
  ['that is handed on', 'const a = /this|is/;\nmodule.exports = (text) => text.replace(a, "");'],
  ['that is asked of nothing or more', 'const a = /this|is/;\nmodule.exports = () => a?.test("is");'],
])('leaves an expression %s as it is', (_, code) => {
  expect(byLanguage(code)).toBe(code);
});
