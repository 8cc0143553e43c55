import { expect, it } from 'vitest';
import { numberWords } from '../src/reading/number-words.ts';

it.each([
  [9, 'We run nine sites.', true],
  [9, 'Nine sites opened.', true],
  [9, 'We run ninety sites.', false],
  [9, 'We run twenty-nine sites.', false],
  [9, 'We run nine hundred sites.', false],
  [9, 'We run nine-tenths of it.', false],
  [9, 'The figure is point nine percent.', false],
  [62, 'Sixty-two people came.', true],
  [62, 'Sixty two people came.', true],
  [60, 'Sixty-two people came.', false],
  [2, 'Sixty-two people came.', false],
  [21, 'Twenty-one boats sailed.', true],
  [12, 'A dozen schools joined.', true],
  [12, 'Twelve schools joined.', true],
  [12, 'Two dozen schools joined.', false],
  [24, 'Two dozen schools joined.', true],
  [6, 'Half a dozen schools joined.', true],
  [12, 'Half a dozen schools joined.', false],
  [100, 'A hundred schools joined.', true],
  [100, 'Two hundred schools joined.', false],
  [1, 'One new school opened.', true],
  [1, 'One of them opened.', false],
  [1, 'A school opened.', true],
  [13, 'Thirteen schools opened.', true],
])('%d in “%s”: %s', (value, text, is) =>
  expect(numberWords(value, ['schools'])?.test(text) ?? false).toBe(is),
);

it.each([101, -1, 9.5])('has no words for %d', (value) =>
  expect(numberWords(value, ['schools'])).toBeUndefined(),
);
