import type { TextAlone } from '../reading/text-alone.ts';
import type { Amiss } from './amiss.ts';
import { certainMisspellings, doubtfulWords, variantWords } from './misspellings.ts';
import { isAcrossWords } from './word-edges.ts';
import { entriesOf, spellingsIn, wordList, type Spelling, type WordList } from './word-list.ts';

/** How sure it is that a word is wrong: wherever it stands, in most sentences, or only by what official texts prefer. */
export type Degree = 'misspelt' | 'doubt' | 'variant';

let dictionary: WordList<Degree> | undefined;

/** Up to so many characters may belong to two words by chance; longer ones are proverbs, which say by themselves where they end. */
const BY_CHANCE = 3;

/** The wrong words of a text, by their degree; not what stands by itself in quotes, where a text speaks of the word. */
export function wrongWords({ text }: TextAlone): readonly Amiss<Degree>[] {
  dictionary ??= wordList([
    ...entriesOf(certainMisspellings, 'misspelt'),
    ...entriesOf(doubtfulWords, 'doubt'),
    ...entriesOf(variantWords, 'variant'),
  ]);
  const found: Amiss<Degree>[] = spellingsIn(text, dictionary)
    .filter((spelling) => isUsed(text, spelling))
    .map(({ span, entry: { degree, right } }) => ({ kind: degree, span, insert: right }));
  if (!text.includes('截止')) return found;
  return [...found, ...untilDates(text)].sort((a, b) => a.span[0] - b.span[0]);
}

const isUsed = (text: string, { span, entry: { wrong } }: Spelling): boolean =>
  !(/[“"‘「`]/.test(text.charAt(span[0] - 1)) && /[”"’」`]/.test(text.charAt(span[1]))) &&
  !(wrong.length <= BY_CHANCE && isAcrossWords(text, span));

/** 截止 before a time: it says that something ends, and stands behind its time; up to a time is 截至. 截止到 is tolerated. */
function* untilDates(text: string): Generator<Amiss<Degree>> {
  const until = /截止[到至于]?(?=\d{4}年|\d{1,2}月|[今去前]年|年底|目前|当前|\d{1,2}日)/g;
  for (const { 0: run, index } of text.matchAll(until))
    if (!text.startsWith('截止目前', index))
      yield { kind: run.length > 2 ? 'variant' : 'doubt', span: [index, index + run.length], insert: '截至' };
}
