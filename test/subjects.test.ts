import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findQuantities } from '../src/quantity/scan/scan.ts';
import { statementEnds } from '../src/reading/statements.ts';
import { figureSubject } from '../src/reading/subject.ts';

const lines = readFileSync(join(import.meta.dirname, 'subjects.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [text: string, figure: string, name: string]);

it.each(lines)('%s %s', (text, written, name) => {
  const figures = findQuantities(text, { units: [], approximation: 5 });
  const figure = figures.find((each) => each.text === written || each.text.endsWith(written));
  // what is read as no figure has no subject either
  const subject = figure && figureSubject({ text, figures, ends: statementEnds(text) }, figure, 2025);
  expect(subject ?? '-').toBe(name);
});
