import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Path } from '../src/diagnostic.ts';
import { readSource, type Source } from '../src/source/source.ts';
import { saysNothing } from '../src/source/tree.ts';
import { sample } from './depth.ts';
import { Dice, Draft, DRAFT as FILE, solids, type Meant } from './random-draft.ts';

const SEED = 20180117;

describe('every character of a value is found where it was written', () => {
  it('in drafts written by hand in every style', () => {
    const counts = new Map<string, number>();
    let characters = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draft = new Draft(new Dice(seed));
        draft.write();
        const source = readSource(FILE, draft.text, 'report');
        expect(source.yaml, draft.text).toEqual([]);
        for (const { path, meant } of draft.scalars) {
          expectPositions(source, path, meant);
          counts.set(meant.style, (counts.get(meant.style) ?? 0) + 1);
          characters += meant.value.length;
        }
        for (const { path, written } of draft.keys)
          expect(sliceOf(source, source.locate({ path, at: 'key' }))).toBe(written);
      }),
      { seed: SEED, numRuns: sample(500), endOnFailure: true },
    );
    const scalars = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const styles = [...counts].map(([style, count]) => `${style} ${count}`).join(', ');
    console.log(`seed ${SEED}: ${scalars} scalars (${styles}), ${characters} characters, 0 wrong`);
    expect(scalars).toBeGreaterThan(sample(5000));
    expect(Math.min(...counts.values())).toBeGreaterThan(sample(100));
  });

  it('in drafts printed by the yaml package', () => {
    let scalars = 0;
    fc.assert(
      fc.property(
        fc.array(
          fc.string({
            unit: fc.constantFrom(...solids, ...solids, ' ', ' ', '\t', '\n', "'", '"', '\\'),
            maxLength: 60,
          }),
          {
            minLength: 3,
            maxLength: 6,
          },
        ),
        fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
        fc.constantFrom(0, 12, 30, 80),
        fc.boolean(),
        (values, defaultStringType, lineWidth, windows) => {
          const draft = { summary: { sections: values.map((body) => ({ body })) } };
          const printed = stringify(draft, {
            defaultStringType,
            lineWidth,
            minContentWidth: 0,
            defaultKeyType: 'PLAIN',
          });
          const source = readSource(FILE, windows ? printed.replaceAll('\n', '\r\n') : printed, 'report');
          // the package does not print every text so that it reads the same again
          const read = parse(source.text, { schema: 'failsafe' }) as typeof draft;
          read.summary.sections.forEach(({ body }, index) => {
            if (body === '') return;
            expectPlausible(source, [FILE, 'summary', 'sections', index, 'body'], body);
            scalars++;
          });
        },
      ),
      { seed: SEED, numRuns: sample(1500) },
    );
    console.log(`seed ${SEED}: ${scalars} scalars of the yaml package, 0 wrong`);
  });
});

describe('the ends of a text', () => {
  it.each([
    ['an escape', String.raw`title: "ab\n"`, [8, 9, 10, 12]],
    ['a doubled quote', "title: 'ab'''", [8, 9, 10, 12]],
    ['a wide escape', String.raw`title: "a\U0001F600"`, [8, 9, 9, 19]],
    ['an escaped break before an empty line', 'title: "a\\\n\n  b"', [8, 11, 14, 15]],
    ['an escaped break before two empty lines', 'title: "a\\\n\n\n  b"', [8, 12, 15, 16]],
    ['a block without a last line break', 'title: |\n  ab', [11, 12, 13, 13]],
    [
      'a folded block that begins with full-width spaces',
      'title: >\n  　　\n  字\n',
      [11, 12, 13, 16, 17, 18],
    ],
    ['a block whose last line of spaces is dropped', 'title: |1\n  ab\n  \n', [11, 12, 13, 14, 15]],
    ['Windows line breaks', 'title: |\r\n  a\r\n', [12, 13, 15]],
  ])('of %s', (_, text, offsets) => {
    const source = readSource(FILE, text, 'report');
    const path: Path = [FILE, 'title'];
    const { length } = String(valueAt(source, path));
    expect(
      Array.from({ length: length + 1 }, (_, index) => source.locate({ path, span: [index, index] }).start),
    ).toEqual(offsets);
  });
});

it.each([
  ['nothing between quotes', 'title: ""'],
  ['a block of full-width spaces only', 'title: |\n  　　\n'],
  ['an indented block of tabs only', 'title: |2-\n    \t\n'],
  ['a kept block of line breaks only', 'title: |+\n\n\n'],
])('%s are blanks in place of a value', (_, text) => {
  const source = readSource(FILE, text, 'report');
  expect(source.blanks).toEqual([[FILE, 'title']]);
  expect(valueAt(source, [FILE, 'title'])).toBeUndefined();
});

function expectPositions(source: Source, path: Path, { style, value, starts, ends, whole }: Meant): void {
  const about = (index: number): string =>
    `${style} at ${path.join('.')}, character ${index} of ${JSON.stringify(value)} in\n${source.text}`;
  // blanks are no value: they are told of, and have no place in the data
  if (isDropped(source, path, value)) return;
  expect(valueAt(source, path), about(0)).toBe(value);
  for (let index = 0; index < value.length; index++) {
    const { start, end } = source.locate({ path, span: [index, index + 1] });
    if (start !== starts[index] || end !== ends[index])
      expect([start, end], about(index)).toEqual([starts[index], ends[index]]);
  }
  const last = value.length > 0 ? (ends.at(-1) as number) : undefined;
  if (last !== undefined)
    expect(source.locate({ path, span: [value.length, value.length] }), about(value.length)).toEqual({
      start: last,
      end: last,
    });
  if (style !== 'literal' && style !== 'folded')
    expect(source.locate({ path }), about(0)).toEqual({ start: whole[0], end: whole[1] });
}

/** Whether a value of blanks was taken out of the data, as the source says. */
const isDropped = ({ blanks }: Source, path: Path, value: string): boolean =>
  saysNothing(value) && blanks.some((each) => each.every((key, index) => key === path[index]));

/** The character of the file that stands for one of the value: itself, an escape, or the white space that folds into it. */
function expectPlausible(source: Source, path: Path, value: string): void {
  if (isDropped(source, path, value)) return;
  expect(valueAt(source, path)).toBe(value);
  let before = -1;
  for (let index = 0; index < value.length; index++) {
    const { start, end } = source.locate({ path, span: [index, index + 1] });
    const written = source.text.slice(start, end);
    const character = value[index] as string;
    const right =
      written === character ||
      (written === "''" && character === "'") ||
      ((character === ' ' || character === '\n') && /^\r?\n$|^$/.test(written)) ||
      (/^\\./s.test(written) &&
        JSON.parse(
          `"${written.replace(/^\\x/, '\\u00').replace(/^\\ /, ' ').replace(/^\\e/, '\\u001b')}"`,
        ) === character);
    if (!right || start < before)
      expect.fail(
        `character ${index} of ${JSON.stringify(value)} is given as ${JSON.stringify(written)} (${start}) in\n${source.text}`,
      );
    before = start;
  }
}

const valueAt = ({ data }: Source, [, ...keys]: Path): unknown =>
  keys.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], data);

const sliceOf = ({ text }: Source, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end);
