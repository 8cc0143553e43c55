import { states } from '../../ledger/standing-states.ts';
import type { Language } from '../../diagnostic.ts';
import { formats } from '../../render/index.ts';
import { reporters } from '../../reporters/index.ts';
import type { Candidate } from './candidate.ts';

/** What may stand for a value: names of files by their endings, words, or both; nothing where only its author knows. */
export interface Value {
  readonly files?: RegExp;
  readonly words?: (language: Language) => Promise<readonly Candidate[]>;
  /** Several, separated by commas. */
  readonly isList?: true;
  /** Whether `=` and a file may follow a word. */
  readonly takesFile?: boolean;
}

const drafts = /\.report\.ya?ml$/i;
const anyFile = /./;
const rules: Value = {
  words: async (language) =>
    (await import('../../rules/index.ts')).rules.map(({ id, summary }) => ({
      word: id,
      note: summary[language],
    })),
};

/** A rule, a colon and its level. */
const levels: Value = {
  words: async (language) => {
    const [all, { settable }] = await Promise.all([rules.words?.(language), import('../../rules/rule.ts')]);
    return (all ?? []).flatMap(({ word, note }): Candidate[] => [
      { word: `${word}:`, ...(note && { note }) },
      ...settable.map((level) => ({ word: `${word}:${level}` })),
    ]);
  },
};

const templateIds: Value = {
  files: /\.ya?ml$/i,
  words: async (language) =>
    (await import('../../assets.ts')).templates.map(({ id, name }) => ({ word: id, note: name[language] })),
};

/** By the option’s long name, or by the command and its argument; else by what the help calls the value. */
const values: Readonly<Record<string, Value>> = {
  'lint files': { files: /\.(?:(?:report|section)\.ya?ml|docx)$/i },
  'import files': { files: /\.(?:docx|html?|md|markdown|txt)$/i },
  '--answers': { files: /\.ya?ml$/i },
  '--previous': { files: /\.(?:report\.ya?ml|docx|odt|ofd|html?|md|markdown|txt)$/i },
  '--annotate': { files: /\.(?:docx|docm|dotx|dotm)$/i },
  '--reference': { files: /\.(?:docx|dotx)$/i },
  '--config': { files: /\.(?:ya?ml|json)$/i },
  '--from': { files: drafts },
  format: {
    words: async (language) =>
      Object.entries(reporters).map(([word, { audience }]) => ({ word, note: audience[language] })),
  },
  '--stdin-filename': { files: drafts },
  files: { files: drafts },
  draft: { files: drafts },
  before: { files: drafts },
  after: { files: drafts },
  rule: rules,
  'id:level': levels,
  'id|file': templateIds,
  formats: {
    isList: true,
    words: async (language) =>
      Object.entries(formats).map(([word, { title }]) => ({ word, note: title[language] })),
  },
  states: {
    isList: true,
    words: async (language) =>
      Object.entries(states).map(([word, { words }]) => ({ word, note: words[language] })),
  },
  file: { files: anyFile },
  path: { files: anyFile },
};

/** Whatever only its author knows: a name, a year, a number. */
const unknowable: ReadonlySet<string> = new Set([
  'mm',
  'date',
  'days',
  'due',
  'id',
  'month',
  'name',
  'number',
  'percentage',
  'ref',
  'title',
  'year',
]);

/** What may stand for a value, by its names, the most exact first; undefined where nothing is known of any of them. */
export function valueNamed(names: readonly string[]): Value | undefined {
  const name = names.find((each) => Object.hasOwn(values, each));
  if (name !== undefined) return values[name];
  return names.some((each) => unknowable.has(each)) ? {} : undefined;
}

/** Every word of a value that fits what is written. */
export async function wordsOf(
  { words, isList, takesFile }: Value,
  written: string,
  language: Language,
): Promise<readonly Candidate[]> {
  if (words === undefined || (takesFile && written.includes('='))) return [];
  const all = await words(language);
  if (!isList) {
    // levels are told once their rule is written
    const step = written.includes(':') ? /:./ : /^[^:]*:?$/;
    return all.filter(({ word }) => step.test(word) && word.startsWith(written));
  }
  const before = written.slice(0, written.lastIndexOf(',') + 1);
  const taken = new Set(before.split(','));
  return all
    .map(({ word, ...more }) => ({ word: before + word, name: word, ...more }))
    .filter(({ word, name }) => !taken.has(name) && word.startsWith(written))
    .map(({ name: _, ...candidate }) => candidate);
}
