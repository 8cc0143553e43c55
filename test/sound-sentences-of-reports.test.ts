import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';

const heads = {
  en: 'schema: 1\ntitle: Report\norganization: Agency\nyear: 2025\nsummary:\n  sections:\n',
  zh: '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2025\n总结:\n  章节:\n',
} as const;
const keys = { en: ['title', 'body', 'metrics'], zh: ['标题', '正文', '指标'] } as const;

/** A draft whose first section has a text and declares metrics (`name: value | …`); what follows `=>2 ` is the text of a second section. */
function draftOf(texts: string, metrics: string): string {
  const language = /\p{Script=Han}/u.test(texts) ? 'zh' : 'en';
  const [title, body, declared] = keys[language];
  const sections = texts
    .split('=>2 ')
    .map((text, index) => `    - ${title}: ${'ABC'[index] ?? ''}\n      ${body}: |\n        ${text}\n`);
  const entries =
    metrics === ''
      ? []
      : metrics
          .split(' | ')
          .map((each) =>
            each.replace(
              /^([^:]*): (?!\{)(.*)$/,
              (_, name: string, value: string) => `${name}: ${JSON.stringify(value)}`,
            ),
          );
  if (entries.length > 0)
    sections[0] += `      ${declared}:\n${entries.map((each) => `        ${each}\n`).join('')}`;
  return heads[language] + sections.join('');
}

interface Found {
  readonly rule: string;
  readonly at: string;
}

/** What all rules find in a draft, with the characters that each points at. */
function found(texts: string, metrics: string): Found[] {
  const draft = draftOf(texts, metrics);
  const lines = draft.split('\n');
  return lint('example.report.yaml', draft, () => undefined).diagnostics.map(
    ({ rule, range: { start, end } }) => ({
      rule,
      at: (lines[start.line - 1] ?? '').slice(start.column - 1, end.column - 1).replace(/^"/, ''),
    }),
  );
}

const rows = (file: string): string[][] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

const sound = rows('sound-sentences.tsv');
const PORTION = 40;
const wrong = rows('wrong-sentences.tsv');

describe('sentences as reports have them', () => {
  // in portions, so that none takes long
  it.each(Array.from({ length: Math.ceil(sound.length / PORTION) }, (_, index) => index * PORTION))(
    'raise no finding, from line %d',
    (first) => {
      const alarms = sound.slice(first, first + PORTION).flatMap(([text = '', metrics = '']) =>
        [...new Set(['', metrics])].flatMap((declared) =>
          // a reference needs its metric
          text.includes('{{') && declared === ''
            ? []
            : found(text, declared).map(({ rule, at }) => `${rule} «${at}» ${text} [${declared}]`),
        ),
      );
      expect(alarms).toEqual([]);
    },
  );

  it('with a mistake are found where it is', () => {
    const missed = wrong.filter(([rule = '', at = '', text = '', metrics = '']) => {
      const ofRule = found(text, metrics).filter((each) => each.rule === rule);
      return ofRule.length === 0 || !ofRule.every((each) => each.at.startsWith(at));
    });
    expect(missed).toEqual([]);
  });

  it('are many, and a third of them English', () => {
    expect(sound.length).toBeGreaterThanOrEqual(150);
    expect(wrong.length).toBeGreaterThanOrEqual(80);
    expect(sound.filter(([text = '']) => !/\p{Script=Han}/u.test(text)).length * 3).toBeGreaterThanOrEqual(
      sound.length,
    );
  });
});
