import { describe, expect, it } from 'vitest';
import { rulesOn, sentencesOf, type PageSentence } from './page-sentences.ts';

const kinds: readonly string[] = [
  'parts',
  'shares',
  'claims-backed',
  'shares-possible',
  'ranges-kept',
  'texts-single',
];

/** Sentences by which the readers were made, and those that were put aside until they were done. */
describe.each(['page-figures.tsv'])('%s', (file) => {
  describe.each(kinds)('%s', (kind) => {
    it.each(['zh', 'en'] as const)('%s: finds what is wrong, and is silent on what is right', (language) => {
      const own = sentencesOf(file).filter((each) => each.kind === kind && each.language === language);
      const missed = own.filter((each) => each.isWrong && !rulesOn(each).includes(each.rule));
      const raised = own.filter((each) => !each.isWrong && rulesOn(each).length > 0);
      expect(raised.map(({ text }) => text)).toEqual([]);
      expect(shareFound(own, missed), missed.map(({ text }) => text).join('\n')).toBeGreaterThanOrEqual(0.92);
    });
  });
});

const shareFound = (all: readonly PageSentence[], missed: readonly PageSentence[]): number =>
  1 - missed.length / all.filter(({ isWrong }) => isWrong).length;
