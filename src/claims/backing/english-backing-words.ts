import type { Quantity } from '../../quantity/value/quantity.ts';
import { POINTS } from '../../quantity/value/unit.ts';
import { speltCounts } from '../../quantity/scan/spelt-counts.ts';
import { between, type Sentence } from '../../reading/sentences.ts';

/** Words that speak of what is still to come, or of what was not done. */
export const notYet =
  /\b(?:will|would|should|shall|could|may|might|must|to be|plans? to|aims? to|expects?|hopes?|not|never|if|unless|by 20\d\d|next year|nearly|almost|still|remaining|the other|the rest|except|short of|fail(?:ed|ing) to)\b/i;

/** Whether a figure counts things or money, at one time and as it is. */
export const isBackingCount = ({ family, kind, qualifier, movement, per, text }: Quantity): boolean =>
  family !== '%' &&
  family !== POINTS &&
  (kind === 'figure' || kind === 'chinese') &&
  qualifier === 'exact' &&
  movement === undefined &&
  per.length === 0 &&
  !(family === '' && /^(?:19|20)\d\d$/.test(text));

/** A sentence with the counts that it spells out among its figures: sixteen of the 18 towns. */
export function figuresWithSpelt({ text, start, figures }: Sentence): readonly Quantity[] {
  const spelt = speltCounts(text, start).filter(({ span: [from, to] }) =>
    figures.every(({ span }) => span[1] <= from || to <= span[0]),
  );
  return spelt.length === 0 ? figures : [...figures, ...spelt].sort((a, b) => a.span[0] - b.span[0]);
}

/** The words of the clause that leads to a place. */
export const leadTo = (sentence: Sentence, at: number): string =>
  /(?<![^,;:.])[^,;:.]*$/.exec(between(sentence, at - 80, at))?.[0] ?? '';
/** The words of the clause behind a place. */
export const restOf = (sentence: Sentence, at: number): string =>
  /^[^,;:.]*/.exec(between(sentence, at, at + 80))?.[0] ?? '';

/** Whether a figure is a level as it is, and no change. */
export const isAim = ({ kind, qualifier, movement }: Quantity): boolean =>
  kind === 'figure' && qualifier === 'exact' && movement === undefined;
