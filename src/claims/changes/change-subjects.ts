import { changeHolds } from '../../quantity/value/change.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isLike, isPlain, type ChangeClaim } from './change-claims.ts';
import { between, type Sentence } from '../../reading/sentences.ts';

/** What makes a figure a circumstance of another: 412,400 meals at 9 sites, 2160人，其中党员860人. */
const aside =
  /\b(?:at|in|on|with|across|for|by|among|through|over|from|under|after) (?:the |its |our |their |all |some |only |just )?$/;
const within = /其中[^，。；]{0,12}$/;

/** Whether a figure is said as a circumstance of an earlier one of the same kind, so that what is told behind it is in doubt. */
export function isCircumstance(sentence: Sentence, figure: Quantity): boolean {
  const lead = between(sentence, figure.span[0] - 24, figure.span[0]);
  if (!aside.test(lead) && !within.test(lead)) return false;
  const end = sentence.figures.indexOf(figure);
  return sentence.figures
    .slice(0, Math.max(0, end))
    .some((earlier) => isPlain(earlier) && isLike(earlier, figure));
}

/** How many figures before the nearest are looked at. */
const NEAR = 6;

/**
 * A change that does not hold of the figure nearest to it, as it is told of the figure that it may be of: undefined where it holds of an
 * earlier one of the sentence, since what grew is in doubt; the earlier one where the nearest is a circumstance of it.
 */
export function ofItsSubject(claim: ChangeClaim, sentence: Sentence): ChangeClaim | undefined {
  const { after, metric, by, isSure } = claim;
  if (metric || isSure === true) return claim;
  const end = sentence.figures.indexOf(after);
  const earlier = sentence.figures
    .slice(Math.max(0, end - NEAR), Math.max(0, end))
    .filter((figure) => isCandidate(figure, claim));
  if (earlier.some((figure) => changeHolds({ ...claim, after: figure }, claim) !== false)) return undefined;
  const nearest = earlier.at(-1);
  const lead = between(sentence, after.span[0] - 24, after.span[0]);
  if (nearest === undefined || !(aside.test(lead) || within.test(lead))) return claim;
  return by ? undefined : { ...claim, after: nearest };
}

/** Whether a figure that stands before what a change leads to can be what it is told of. */
const isCandidate = (figure: Quantity, { before, after, change }: ChangeClaim): boolean =>
  figure.span[1] <= after.span[0] &&
  figure !== change &&
  figure.span[0] !== before.span?.[0] &&
  isPlain(figure) &&
  isLike(figure, after) &&
  figure.movement?.to !== false;
