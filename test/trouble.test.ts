import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';

const draft = (sections: string): string =>
  `schema: 1\ntitle: T\norganization: O\nyear: 2017\nsummary:\n  sections:\n${sections}`;
const found = (text: string): string[] =>
  lint('a.report.yaml', text, () => undefined).diagnostics.map(
    ({ rule, range: { start } }) => `${start.line} ${rule}`,
  );

const wrong = (title: string): string =>
  `    - title: ${title}\n      body: Office ${title} closed 694 of 695 hazards (100%).\n`;

describe('where something could not be read', () => {
  it('figures of that section are left alone, and those of every other are checked', () => {
    const text = draft(
      `${wrong('A')}${wrong('B').replace('body', 'bdoy')}${wrong('C')}      sections:\n${wrong('D').replaceAll(/^/gm, '    ').trimEnd()}\n`,
    );
    expect(found(text)).toEqual(['8 rates-hold', '10 schema', '12 rates-hold', '15 rates-hold']);
    expect(found(text.replace('bdoy', 'body'))).toEqual([
      '8 rates-hold',
      '10 rates-hold',
      '12 rates-hold',
      '15 rates-hold',
    ]);
  });

  it('a mistake below leaves the figures of the whole branch alone, and no others', () => {
    const inner = `${wrong('B').replace('body', 'bdoy')}${wrong('C')}`.replaceAll(/^(?=.)/gm, '    ');
    expect(found(draft(`${wrong('A')}      sections:\n${inner}${wrong('D')}`))).toEqual([
      '11 schema',
      '15 rates-hold',
    ]);
  });
});
