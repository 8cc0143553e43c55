import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasPlaceholder, placeholdersIn } from '../src/model/placeholders.ts';

const lines = readFileSync(join(import.meta.dirname, 'style', 'placeholders.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string]);

describe('what is still to be filled in', () => {
  it.each(lines)('%s: %s', (text, expected) => {
    expect(
      placeholdersIn(text)
        .map((span) => text.slice(...span))
        .join('|'),
    ).toBe(expected);
    expect(hasPlaceholder(text)).toBe(expected !== '');
  });
});
