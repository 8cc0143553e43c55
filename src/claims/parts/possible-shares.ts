import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Sentence } from '../../reading/sentences.ts';
import { hasSign, signOf } from '../../reading/signs.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { shareOfThings } from './chinese-small-shares.ts';
import type { Claim } from '../claim.ts';
import { isThings } from '../counts/counted-things.ts';
import { shareOfFew } from './english-small-shares.ts';

/** A percentage of so many things. */
export interface SmallShare extends Claim {
  readonly share: Quantity;
  readonly whole: Quantity;
}

const chineseSign = signOf('占', '率');
const englishSign = signOf('of ', 'among ');

/**
 * Percentages of things that are so few that not every percentage is one of them (GRIM: Brown and Heathers, 2017): with as many things as
 * the percentage has steps, 1000 for one decimal, any may be right and nothing is claimed.
 */
export const smallShares = (text: TextAlone): readonly SmallShare[] =>
  text.sentences.flatMap((sentence) => {
    if (sentence.figures.length === 0) return [];
    const found = hasSign(sentence.signs, chineseSign)
      ? shareOfThings(sentence)
      : hasSign(sentence.signs, englishSign)
        ? shareOfFew(sentence, text)
        : [];
    return [...found]
      .filter(({ share, whole }) => isFew(whole, share) && !isOfAnother(sentence, share, whole))
      .map((pair) => ({ ...pair, figures: [pair.share, pair.whole] }));
  });

/** Whether things are fewer than the steps of a percentage, so that it may be none of theirs. */
const isFew = ({ number }: Quantity, { step }: Quantity): boolean =>
  number.mul(step).compare(1) < 0 && number.compare(1) > 0;

/** Whether a percentage may as well be of another count of the sentence, which can give it. */
const isOfAnother = ({ figures }: Sentence, share: Quantity, whole: Quantity): boolean =>
  figures.some(
    (other) =>
      other !== whole &&
      other.span[1] <= share.span[0] &&
      other.family !== '' &&
      other.family === whole.family &&
      isThings(other) &&
      (!isFew(other, share) || countsNear({ share, whole: other }).isPossible),
  );

/** The whole numbers of things whose share is nearest below and above, and whether one of them rounds to it. */
export function countsNear({ share, whole }: Pick<SmallShare, 'share' | 'whole'>): {
  readonly below: number;
  readonly above: number;
  readonly isPossible: boolean;
} {
  const [count, exact] = [whole.number.valueOf(), share.number.valueOf() * whole.number.valueOf()];
  const reach = (share.step.valueOf() / 2) * count + 1e-9;
  const nearest = Math.round(exact);
  return {
    below: Math.floor(exact),
    above: Math.min(Math.ceil(exact), count),
    isPossible: Math.abs(nearest - exact) <= reach,
  };
}
