import { describe, expect, it } from 'vitest';
import { faults, found, page, taken, withFault } from './style-seeds.ts';

describe('an official page', () => {
  it('of three thousand characters, with what the standards know, has nothing amiss', () => {
    expect(page.length).toBeGreaterThan(3000);
    expect(found(page)).toEqual([]);
  });

  it('takes at least 150 faults', () => {
    expect(faults.length).toBeGreaterThan(150);
  });

  it.each(taken)('$rule is found at $at, and nothing else', (fault) => {
    const {
      rule,
      finds: [from, to],
    } = fault;
    const text = withFault(fault);
    const line = text.slice(0, from).split('\n').length;
    const column = from - text.lastIndexOf('\n', from - 1);
    expect(found(text)).toEqual([`${rule} ${line}:${column} ${text.slice(from, to)}`]);
  });
});
