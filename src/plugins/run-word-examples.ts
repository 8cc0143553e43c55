import type { Language } from '../diagnostic.ts';
import { lint } from '../lint/lint.ts';
import type { WordNotes } from '../lint/settings/config.ts';
import { heads, type Rule } from '../rules/rule.ts';
import type { ExampleRun } from './run-examples.ts';
import { wordRules, type OwnWords } from './word-rules.ts';

/** What came of the examples of one word of a list. */
export interface WordRuns {
  readonly word: string;
  readonly rule: string;
  readonly runs: readonly ExampleRun[];
}

/** A word with what stands for its examples where it has none: by itself it is found, and what is right is not. */
interface Tried {
  readonly word: string;
  readonly notes: WordNotes;
  readonly good: string | undefined;
  readonly bad: string | undefined;
}

/** Runs the examples of every word of an office’s lists: in a good sentence its rule finds nothing, in a bad one something. All the lists hold. */
export function runWordExamples(words: OwnWords): readonly WordRuns[] {
  const rules = wordRules(words);
  const tried: Readonly<Record<string, readonly Tried[]>> = {
    'words/replaced': words.replace.map(({ wrong, right, ...notes }) => ({
      word: wrong,
      notes,
      good: right,
      bad: wrong,
    })),
    'words/avoided': words.avoid.map(({ word, ...notes }) => ({ word, notes, good: undefined, bad: word })),
    'words/persons': words.persons.map(({ name, post = '', ...notes }) => ({
      word: name,
      notes,
      good: `${post.split(/[、，,;；/]/)[0] ?? ''}${name}`,
      bad: undefined,
    })),
  };
  return rules.flatMap((rule) =>
    (tried[rule.id] ?? []).map(({ word, notes, good, bad }) => ({
      word,
      rule: rule.id,
      runs: [
        ...runOf(rule, rules, 'good', word, notes.good ?? good),
        ...runOf(rule, rules, 'bad', word, notes.bad ?? bad),
      ],
    })),
  );
}

function runOf(
  rule: Rule,
  rules: readonly Rule[],
  draft: 'good' | 'bad',
  word: string,
  sentence: string | undefined,
): readonly ExampleRun[] {
  if (sentence === undefined) return [];
  const language: Language = /\p{sc=Han}/u.test(sentence) ? 'zh' : 'en';
  const body = JSON.stringify(sentence);
  const text = `${heads[language]}${language === 'zh' ? `总结: { 导语: ${body} }` : `summary: { intro: ${body} }`}\n`;
  const { diagnostics } = lint('example.report.yaml', text, () => undefined, { known: rules, rules });
  const found = diagnostics.filter((each) => each.rule === rule.id).map(({ message }) => message[language]);
  const passed = draft === 'good' ? found.length === 0 : found.length > 0;
  const wanted = draft === 'good' ? [] : [word];
  return [{ rule: rule.id, language, draft, wanted, found, passed, failure: undefined }];
}
