import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixDraft } from '../src/lint/fix.ts';
import { lint } from '../src/lint/lint.ts';
import { rules } from '../src/rules/index.ts';
import { entriesOf } from '../src/style/word-list.ts';
import { certainMisspellings } from '../src/style/misspellings.ts';

const sentences = readFileSync(join(import.meta.dirname, 'style', 'certain-misspellings.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string, string]);

const draft = (body: string): string =>
  `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 标题: 工作\n      正文: ${body}\n`;
const settings = { rules: rules.filter(({ id }) => id === 'words-right') };
const nothing = (): undefined => undefined;
const found = (text: string): readonly string[] =>
  lint('a.report.yaml', text, nothing, settings).diagnostics.map(
    ({ range }) =>
      text.split('\n')[range.start.line - 1]?.slice(range.start.column - 1, range.end.column - 1) ?? '',
  );

describe('words that are wrong wherever they stand', () => {
  it('are two hundred at least, each with a sentence of both kinds', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(200);
    expect(entriesOf(certainMisspellings, 'misspelt').map(({ wrong, right }) => [wrong, right])).toEqual(
      sentences.map(([wrong, right]) => [wrong, right]),
    );
  });

  it.each(sentences)('%s is found, and mended to %s', (wrong, right, sentence) => {
    const text = draft(sentence);
    expect(found(text)).toEqual([wrong]);
    const fixed = fixDraft('a.report.yaml', text, nothing, false, settings);
    expect(fixed.changed.get('a.report.yaml')?.after).toBe(draft(sentence.replace(wrong, right)));
    expect(fixed.linted.diagnostics).toEqual([]);
  });

  it.each(sentences)(
    'nothing is found where %s belongs to other words',
    (_wrong, _right, _sentence, sound) => {
      expect(found(draft(sound))).toEqual([]);
    },
  );

  it('nothing is said of a word that a text speaks of', () => {
    expect(found(draft('常见别字“布署”已列入校对清单。'))).toEqual([]);
  });
});

const doubted = readFileSync(join(import.meta.dirname, 'style', 'doubtful-words.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string, string, string]);

describe('words that are mostly wrong, and older spellings', () => {
  const words = { rules: rules.filter(({ id }) => id === 'words-suited') };
  const told = (body: string): readonly string[] =>
    lint('a.report.yaml', draft(body), nothing, words).diagnostics.map(
      ({ severity, message: { zh } }) => `${severity} ${zh}`,
    );

  it.each(doubted)('%s: %s is told, with %s', (degree, written, better, sentence) => {
    const message =
      degree === 'doubt' ? `warning “${written}”疑为“${better}”` : `info “${written}”一般写作“${better}”`;
    expect(told(sentence)).toEqual([message]);
  });

  it.each(doubted)('%s: nothing is told where %s, or %s, is meant', (...line) => {
    expect(told(line[4])).toEqual([]);
  });
});
