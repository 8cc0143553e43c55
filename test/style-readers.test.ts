import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textAlone, type TextAlone } from '../src/reading/text-alone.ts';
import type { Amiss } from '../src/style/amiss.ts';
import { dashFaults } from '../src/style/dashes.ts';
import { openEnds, stopOfTitle } from '../src/style/line-ends.ts';
import { doubledUnits, oddNumerals, shortDates, shortRanges } from '../src/style/numerals.ts';
import { pairFaults } from '../src/style/pairs.ts';
import { doubledMarks } from '../src/style/doubled-marks.ts';
import { repeatedWords } from '../src/style/repeated-words.ts';

const readers: Readonly<Record<string, (text: TextAlone) => readonly Amiss[]>> = {
  shortRanges,
  shortDates,
  oddNumerals,
  doubledUnits,
  repeatedWords,
  doubledMarks,
  stopOfTitle,
  openEnds,
  pairFaults,
  dashFaults,
};
const lines = readFileSync(join(import.meta.dirname, 'style', 'numerals.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.replaceAll('\\n', '\n').split('\t') as [string, string, string]);

describe('what is amiss in numerals and words is found at its characters', () => {
  it.each(lines)('%s: %s', (reader, text, expected) => {
    const read = readers[reader] as (text: TextAlone) => readonly Amiss[];
    const found = read(textAlone(text, { units: [], approximation: 5, year: 2017 }));
    expect(found.map(({ span }) => text.slice(...span)).join('|')).toBe(expected);
  });
});
