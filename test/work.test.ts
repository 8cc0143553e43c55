import { expect, it } from 'vitest';
import { growth, workOf } from './work.ts';

const text = '甲乙丙1'.repeat(500);

it('counts the same for the same run', () => {
  const run = (): void => {
    for (const each of text.matchAll(/\d/g)) each[0].toString();
  };
  run();
  expect(workOf(run)).toBe(workOf(run));
});

it.each([
  [
    'a loop',
    (size: number) => {
      let sum = 0;
      for (let at = 0; at < size; at++) sum += at;
      return sum;
    },
  ],
  ['a search', (size: number) => text.repeat(size).indexOf('丁')],
  ['an expression', (size: number) => text.repeat(size).replaceAll(/丙(?=\d)/g, '')],
])('tells %s that grows with its size', (_, run) => {
  expect(growth(run, 100)).toBeGreaterThan(1.8);
  expect(growth(run, 100)).toBeLessThan(2.2);
});

it.each([
  [
    'a loop in a loop',
    (size: number) => {
      let sum = 0;
      for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) sum += b;
      return sum;
    },
  ],
  [
    'a callback in a callback',
    (size: number) => {
      const all = Array.from({ length: size }, (_, at) => at);
      return all.map((a) => all.find((b) => b === size - a));
    },
  ],
  [
    'a search from every place',
    (size: number) => {
      const long = '甲'.repeat(size);
      for (let at = 0; at < size; at++) long.indexOf('乙', at);
    },
  ],
  [
    'an expression from every place',
    (size: number) => {
      const long = '甲'.repeat(size);
      for (let at = 0; at < size; at++) /乙/.test(long.slice(at));
    },
  ],
])('tells %s that grows with the square', (_, run) => expect(growth(run, 100)).toBeGreaterThan(3.5));
