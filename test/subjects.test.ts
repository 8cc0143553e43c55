import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { textAlone } from '../src/reading/text-alone.ts';

const lines = ['subjects.tsv', 'subject-traps.tsv']
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [text: string, figure: string, name: string]);

it.each(lines)('%s %s', (text, written, name) => {
  const read = textAlone(text, { units: [], approximation: 5, year: 2025 });
  const figure = read.figures.find((each) => each.text === written || each.text.endsWith(written));
  // what is read as no figure has no subject either
  const subject = figure && read.subjectOf(figure);
  expect(subject ?? '-').toBe(name);
});
