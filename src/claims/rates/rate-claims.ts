import type { Quantity } from '../../quantity/value/quantity.ts';
import { speltCounts } from '../../quantity/scan/spelt-counts.ts';
import type { Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { chinesePlanRates } from './chinese-plan-rates.ts';
import type { Claim } from '../claim.ts';
import { englishPlanRates } from './english-plan-rates.ts';
import { countsOfWhole, type PartOfWhole } from '../parts/parts-above.ts';
import { isRate, type RateClaim } from './rate-figures.ts';
import { ratesOfSentence } from './sentence-rates.ts';

/** Every rate that some sentences tie to its two counts without doubt. */
export function* ratesIn(sentences: readonly Sentence[]): Generator<RateClaim> {
  for (const sentence of sentences) {
    if (!hasRate(sentence)) continue;
    yield* ratesOfSentence(sentence);
    const spelt = withSpelt(sentence);
    const isSpelt = (figure: Quantity): boolean => !sentence.figures.includes(figure);
    if (spelt)
      for (const claim of ratesOfSentence(spelt))
        if (isSpelt(claim.part) || isSpelt(claim.whole)) yield claim;
  }
}

/** The rates of what was planned or due, those of which are held already left out. */
function* planRates(sentences: readonly Sentence[]): Generator<RateClaim> {
  for (const sentence of sentences)
    if (sentence.figures.some(isRate))
      yield* /\p{Script=Han}/u.test(sentence.text)
        ? chinesePlanRates(sentence)
        : englishPlanRates(withSpelt(sentence) ?? sentence);
}

/** The rates of a text with their two counts. */
export function rateClaims({ sentences }: TextAlone): readonly (RateClaim & Claim)[] {
  const rates = [...ratesIn(sentences)];
  const known = new Set(rates.map(({ rate }) => rate.span[0]));
  return [...rates, ...[...planRates(sentences)].filter(({ rate }) => !known.has(rate.span[0]))].map(
    (claim) => ({
      ...claim,
      figures: [claim.rate, claim.part, claim.whole],
    }),
  );
}

/** Counts of a text with what they are of; where a rate stands beside them, that tells it. */
export const countClaims = (text: TextAlone): readonly (PartOfWhole & Claim)[] =>
  [...countsOfWhole(text.sentences)]
    .filter(({ part }) => !text.once(rateClaims).some((rated) => rated.part.span[0] === part.span[0]))
    .map((claim) => ({ ...claim, figures: [claim.part, claim.whole] }));

/** Whether a sentence has a rate, in itself or in its brackets: without one nothing ties counts to it. */
const hasRate = ({ figures, brackets }: Sentence): boolean =>
  figures.some(isRate) ||
  brackets.some(({ sentences }) => sentences.some((each) => each.figures.some(isRate)));

/** A sentence with the counts that it spells out among its figures: nine of the twelve counties. Undefined where it has none. */
function withSpelt(sentence: Sentence): Sentence | undefined {
  const merged = (one: Sentence): Sentence => {
    const spelt = speltCounts(one.text, one.start).filter(({ span: [start, end] }) =>
      one.figures.every(({ span }) => span[1] <= start || end <= span[0]),
    );
    return spelt.length === 0
      ? one
      : { ...one, figures: [...one.figures, ...spelt].sort((a, b) => a.span[0] - b.span[0]) };
  };
  const brackets = sentence.brackets.map((each) => ({ ...each, sentences: each.sentences.map(merged) }));
  const own = merged(sentence);
  const isSame =
    own === sentence &&
    brackets.every((each, at) =>
      each.sentences.every((one, place) => one === sentence.brackets[at]?.sentences[place]),
    );
  return isSame ? undefined : { ...own, brackets };
}
