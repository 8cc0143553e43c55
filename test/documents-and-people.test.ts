import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { filled } from './personal-numbers.ts';

const rules: Readonly<Record<string, string>> = {
  documents: 'documents-numbered',
  privacy: 'privacy-kept',
  secrets: 'secrets-kept',
  names: 'names-agree',
};

const findsIn = (sentence: string, rule: string): number => {
  const language = /\p{sc=Han}/u.test(sentence) ? 'zh' : 'en';
  const draft = JSON.stringify({
    schema: 1,
    title: 'T',
    organization: 'O',
    year: 2019,
    published: '2020-01-20',
    language,
    summary: { sections: [{ title: language === 'zh' ? '概况' : 'Work', body: sentence }] },
  });
  return lint('2019.report.yaml', draft, () => undefined).diagnostics.filter((each) => each.rule === rule)
    .length;
};

const sentencesOf = (name: string): readonly (readonly [string, string])[] =>
  readFileSync(join(import.meta.dirname, 'reviewer', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t') as [string, string]);

describe('documents, people, secrets', () => {
  for (const [kind, rule] of Object.entries(rules))
    for (const file of [kind, `${kind}-held`])
      it(`${file}: ${rule} finds what is wrong and is silent on what is sound`, () => {
        const failed = sentencesOf(`${file}.tsv`).filter(
          ([is, sentence]) => findsIn(filled(sentence), rule) > 0 !== (is === 'wrong'),
        );
        expect(failed).toEqual([]);
      });
});
