import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partsIn } from '../src/claims/parts/breakdowns.ts';
import { mayChange } from '../src/claims/changes/change-claims.ts';
import { chineseChanges } from '../src/claims/changes/chinese-changes.ts';
import { englishChanges } from '../src/claims/changes/english-changes.ts';
import { wrongListsIn } from '../src/claims/counts/name-lists.ts';
import { countsOfWhole } from '../src/claims/parts/parts-above.ts';
import { sharesIn } from '../src/claims/parts/percent-breakdowns.ts';
import { findQuantities } from '../src/quantity/scan/scan.ts';
import { readSentences, type Sentence } from '../src/reading/sentences.ts';
import type { TextAlone } from '../src/reading/text-alone.ts';
import { ALL_SIGNS, hasSign, signOf, signsIn } from '../src/reading/signs.ts';
import { rules } from '../src/rules/index.ts';

const lines = (name: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, name), 'utf8').split('\n');
/** Sentences that tell figures in every way that is known, and every draft in which a rule finds something. */
const texts = [
  ...['sound-sentences.tsv', 'wrong-sentences.tsv', 'quantities.tsv', 'quantities-en.tsv'].flatMap((name) =>
    lines(name).map((line) => line.replaceAll('\t', ' ')),
  ),
  '应检80家、实检88家。应到会90人，实到会95人。发放问卷500份，收回520份。下发调查表60份，共收回66份。',
  'Inspectors saw 88 of the 80 sites due. We enrolled 80 pupils in May, 88 of whom attended. 31 of all 30 clubs met.',
  '小学占55%、初中占30%、其他占16%。城镇占62%，农村占39%。男占51%、女占50%。公办占71%、民办占30%、其余占2%。',
  '台山、开平、恩平四地获奖。四市（台山、开平、恩平）参加。台山、开平、恩平分别为3所、4所。走访台山、开平五市。',
  ...rules.flatMap(({ examples }) => Object.values(examples).flatMap(({ good, bad }) => [good, bad])),
];

/** A sentence as if it held every sign. */
const open = (sentence: Sentence): Sentence => ({
  ...sentence,
  signs: ALL_SIGNS,
  brackets: sentence.brackets.map((each) => ({ ...each, sentences: each.sentences.map(open) })),
});

type Words = Pick<TextAlone, 'text' | 'sentences'>;

const readers = {
  partsIn: ({ sentences }: Words) => partsIn(sentences),
  sharesIn,
  wrongListsIn: ({ sentences }: Words) => wrongListsIn(sentences),
  countsOfWhole: ({ sentences }: Words) => countsOfWhole(sentences),
  *changes({ sentences }: Words) {
    for (const sentence of sentences)
      if (mayChange(sentence)) yield* [...chineseChanges(sentence), ...englishChanges(sentence)];
  },
};

describe('signs', () => {
  it.each(Object.entries(readers))('take nothing from what %s reads', (_, read) => {
    let found = 0;
    for (const text of texts) {
      const sentences = readSentences(text, findQuantities(text));
      const own = [...read({ text, sentences })];
      // what stands on either side of a claim is the same but for the signs
      expect(own.length, text).toBe([...read({ text, sentences: sentences.map(open) })].length);
      found += own.length;
    }
    expect(found).toBeGreaterThan(3);
  });

  it('are found in whatever case, also where they overlap, and only in their stretch', () => {
    const [one, other, third] = [signOf('其中', 'of which'), signOf('中学'), signOf('zzz')];
    const has = (text: string, from?: number, to?: number): boolean[] =>
      [one, other, third].map((sign) => hasSign(signsIn(text, from, to), sign));
    expect(has('其中学')).toEqual([true, true, false]);
    expect(has('OF Which')).toEqual([true, false, false]);
    expect(has('of whic')).toEqual([false, false, false]);
    expect(has('25项，其中15项', 0, 5)).toEqual([false, false, false]);
  });

  it('are as many as readers declare', () => {
    const many = Array.from({ length: 100 }, (_, index) => signOf(`〈${index}〉`));
    const found = signsIn('〈0〉〈41〉〈99〉');
    expect(many.flatMap((sign, index) => (hasSign(found, sign) ? [index] : []))).toEqual([0, 41, 99]);
    expect(many.every((sign) => hasSign(ALL_SIGNS, sign))).toBe(true);
  });

  it('that are declared later may stand in what was looked at before', () => {
    const before = signsIn('甲');
    expect(hasSign(before, signOf('乙'))).toBe(true);
    expect(hasSign(signsIn('甲'), signOf('甲'))).toBe(true);
  });
});
