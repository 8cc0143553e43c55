import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plain, plainPiece } from '../src/build/expressions.mjs';
import { sample, seed } from './depth.ts';
import { literalsOf, modules, type Pattern } from './literals.ts';

const literals = new Map<string, Pattern>();
for (const name of modules)
  for (const pattern of await literalsOf(name)) literals.set(`/${pattern.source}/${pattern.flags}`, pattern);

/** Where an expression matches in a text, group by group. */
const matches = ({ source, flags }: Pattern, text: string): readonly (readonly unknown[])[] =>
  [...text.matchAll(new RegExp(source, `${flags.replace(/[gy]/, '')}g`))].map((match) => [
    match.index,
    ...match,
  ]);

/** Texts with what expressions tell apart: letters in both cases and what folds to them, Chinese characters of every kind, marks, digits. */
const characters = fc.constantFrom(
  ...'aAbkKsSzZ\u017F\u212Aéßµ09 \n.,:（），。、%-一二十年月日每率其中的〇々龥\u3007\uD840\u{20000}𠀀한カЖя',
);
/** The words of an expression, so that its parts are met. */
const wordsOf = ({ source }: Pattern): readonly string[] => {
  const words = source.match(/[A-Za-z]+|\p{Script=Han}+|\d+/gu) ?? [];
  return words.flatMap((word) => [word, word.toUpperCase(), word.toLowerCase()]);
};
const textOf = (pattern: Pattern): fc.Arbitrary<string> => {
  const words = wordsOf(pattern);
  const pieces = words.length === 0 ? characters : fc.oneof(fc.constantFrom(...words), characters);
  return fc.array(pieces, { maxLength: 24 }).map((all) => all.join(''));
};

it('every expression of the program matches the same once it is made plain', () => {
  let changed = 0;
  for (const [name, pattern] of literals) {
    const made = plain(pattern.source, pattern.flags);
    if (made.source === pattern.source) continue;
    changed++;
    fc.assert(
      fc.property(textOf(pattern), (text) => {
        expect(matches(made, text), `${name} in ${JSON.stringify(text)}`).toEqual(matches(pattern, text));
      }),
      { seed, numRuns: sample(50) },
    );
  }
  expect(changed).toBeGreaterThan(400);
});

it.each([
  ['both cases of a letter', '\\bre[a-f]t', 'gi', '\\b[rR][eE][a-fA-F][tT]', 'g'],
  ['what folds to a letter of ASCII', '[a-z]s', 'iu', '[a-zA-Z\\u212a\\u017f][sS\\u017f]', 'u'],
  ['a range beyond letters', '[!-Z]', 'i', '[!-Za-z]', ''],
  ['no other case of what has none', '增长|[年月]', 'i', '增长|[年月]', ''],
  ['the flag where it reaches beyond ASCII', 'caf[éè]', 'i', 'caf[éè]', 'i'],
  ['the flag where a group comes again', '(a)\\1', 'i', '(a)\\1', 'i'],
  ['the flag where words know more letters by it', '\\bk', 'iu', '\\bk', 'iu'],
])('keeps or writes out %s', (_, source, flags, plainSource, plainFlags) => {
  expect(plain(source, flags)).toEqual({ source: plainSource, flags: plainFlags });
});

it.each([
  ['characters of a class that it opens', '`[\\\\p{Script=Han}，]{2,4}`', true],
  ['none that may be put into a class elsewhere', '"\\\\p{Script=Han}\\\\u3000"', false],
  ['none behind a class', '`[a-z]\\\\p{Script=Han}`', false],
  ['none behind a bracket that is itself', '`\\\\[\\\\p{Script=Han}`', false],
])('writes out in a piece of an expression %s', (_, quoted, isWrittenOut) => {
  const made = plainPiece(quoted);
  expect(made !== quoted).toBe(isWrittenOut);
  expect(made.includes('Script')).toBe(!isWrittenOut);
});
