import type { Vocabulary } from '../quantity/value/tokenize.ts';
import { words } from '../source/grammar.ts';
import { knownReference, type Names } from './references.ts';

/** What the words of a formula mean in a report. */
export const vocabularyOf = (names: Names): Vocabulary => ({
  isSum: (word) => words.get(word.toLowerCase()) === 'sum',
  isName: (word) => ['metric', 'cell'].includes(knownReference(word, names)?.kind ?? ''),
});
