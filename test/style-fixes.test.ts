import { describe, expect, it } from 'vitest';
import { fixDraft } from '../src/lint/fix.ts';
import { lint } from '../src/lint/lint.ts';
import { file, nothing, page, taken, withFault } from './style-seeds.ts';

/** A draft as `--fix` leaves it. */
const fixed = (text: string): string => fixDraft(file, text, nothing, false).changed.get(file)?.after ?? text;

/** Those whose mend is what stood there, or another word that is right. */
const restored = new Set([
  'marks-full-width',
  'marks-single',
  'digits-narrow',
  'labels-marked',
  'commas-needed',
  'dashes-whole',
  'units-single',
  'words-single',
]);

describe('what is mended in an official page', () => {
  const mended = taken.filter(
    (fault) => lint(file, withFault(fault), nothing).diagnostics[0]?.fix?.safe === true,
  );

  it('is more than half of the kinds of faults', () => {
    const kinds = (all: typeof taken): number => new Set(all.map(({ rule }) => rule)).size;
    expect(kinds(mended) * 2).toBeGreaterThan(kinds(taken));
  });

  it.each(mended)('$rule at $at is mended once, and nothing else is touched', (fault) => {
    const { at, length, insert, rule } = fault;
    const text = withFault(fault);
    const after = fixed(text);
    expect(after.startsWith(page.slice(0, at))).toBe(true);
    expect(after.endsWith(page.slice(at + length))).toBe(true);
    expect(after).not.toBe(text);
    expect(lint(file, after, nothing).diagnostics).toEqual([]);
    expect(fixed(after)).toBe(after);
    if (restored.has(rule) && !insert.startsWith('。')) expect(after).toBe(page);
  });

  it.each(taken.filter((fault) => !mended.includes(fault)))('$rule at $at is left as it is', (fault) => {
    const text = withFault(fault);
    expect(fixed(text)).toBe(text);
  });
});
