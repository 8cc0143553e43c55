import { exactly } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';
import { inUnitOf } from '../changes/change-claims.ts';
import { isPair, isRate, type RateClaim } from './rate-figures.ts';

const planned =
  /\b(?:plan(?:s|ned)?|budget(?:s|ed)?|targets?|goals?|aim(?:s|ed)?|expect(?:s|ed)?|due|eligible|pledge[sd]?|fores(?:aw|een)|schedul(?:e|ed)|against|forecast)\b/i;
/** 75% of plan, 94% of our target, 90% of what was planned. */
const ofPlan =
  /^ of (?:(?:the|our|its|their|what|was|this|that|annual|yearly|original|full|agreed|year’s|year's) )*(?:plan(?:ned)?|targets?|goals?|budget(?:ed)?|programme|program|schedule|quota|forecast)\b(?! for 20)/;
/** A participation rate of: the rate of one that is told of those that were to. */
const rateOf =
  /, (?:(?:giving|with|which is|that is|for|at) )?an? (?:overall |budget |final )?(?:completion|execution|participation|coverage|inspection|resolution|return|progression|turnout|response|attendance|closure|collection|uptake|fulfil+ment|implementation|delivery|recovery|clearance|replacement|approval|repair|vaccination) rate of $/;
const orRate = /, (?:or|that is|which is|i\.e\.) $/;
/** Between a whole and its part: “ eligible staff, ”. */
const ofThem = /^(?:,| [^,;.\d]{0,60}?,?)(?: of which)? $/;
/** 1,254 of 1,320. */
const outOf = /^(?: [a-z]+)? (?:out )?of (?:the |all |all the |its |our )?$/;
const isOf = /(?:^\s*|, )(?:(?:In all|In total|Some|A total of|Out),? )?of\b[^,;.\d]{0,30}$/i;

/**
 * Rates of an English sentence with what was planned or due and what was done of it: “We planned 20 workshops and held 15, 75% of plan”. A plan is
 * exact.
 */
export function* englishPlanRates(sentence: Sentence): Generator<RateClaim> {
  for (const [index, rate] of sentence.figures.entries()) {
    if (!isRate(rate)) continue;
    const outer = sentence.within?.sentence;
    const counts =
      index === 0 && outer && sentence.within
        ? countsBefore(outer, sentence.within.bracket.span[0])
        : countsBefore(sentence, rate.span[0]);
    const pair = counts && pairOf(counts, sentence, rate);
    if (pair) yield { rate, ...pair };
  }
}

/** A count with the words around it. */
interface Told {
  readonly figure: Quantity;
  readonly lead: string;
  readonly behind: string;
}

/** The two counts that a sentence, or it and the one before, has told last before a place; undefined where there are fewer. */
function countsBefore(sentence: Sentence, to: number): readonly [Told, Told] | undefined {
  const own = toldIn(sentence, to);
  const before = own.length === 1 && sentence.previous ? toldIn(sentence.previous, sentence.start) : [];
  const all = own.length === 1 && before.length === 1 ? [...before, ...own] : own;
  const [first, second] = all.slice(-2);
  // of “61 of the 65 km” the first is in km as well
  return first && second ? [{ ...first, figure: inUnitOf(second.figure, first.figure) }, second] : undefined;
}

const toldIn = (sentence: Sentence, to: number): readonly Told[] =>
  sentence.figures
    .map((figure, index) => ({ figure, index }))
    .filter(({ figure }) => figure.span[1] <= to)
    .map(({ figure, index }) => ({
      figure,
      lead: words(sentence, sentence.figures[index - 1]?.span[1] ?? sentence.start, figure.span[0]),
      behind: words(sentence, figure.span[1], Math.min(sentence.figures[index + 1]?.span[0] ?? Infinity, to)),
    }));

const words = (sentence: Sentence, from: number, to: number): string =>
  between(sentence, from, to).replaceAll(BRACKET, '');

function pairOf(
  [first, second]: readonly [Told, Told],
  sentence: Sentence,
  rate: Quantity,
): Omit<RateClaim, 'rate'> | undefined {
  if (!isPair(first.figure, second.figure) || /\b20\d\d\b/.test(first.behind + second.lead)) return undefined;
  const [lead, behind] = [
    words(sentence, rate.span[0] - 60, rate.span[0]),
    words(sentence, rate.span[1], rate.span[1] + 60),
  ];
  const plan = planOf(first, second);
  const done = plan === first ? second : first;
  if (plan && ofPlan.test(behind)) return partOf(done, plan, true);
  if (outOf.test(first.behind + second.lead) && (rateOf.test(lead) || isAside(sentence, rate)))
    return partOf(first, second, false);
  if (isToldOfFirst(first, second) && (rateOf.test(lead) || (orRate.test(lead) && !/^ of\b/.test(behind))))
    return partOf(second, first, planned.test(first.lead));
  return plan && rateOf.test(lead) ? partOf(done, plan, true) : undefined;
}

/** Of 240 eligible staff, 228; £3.6 million, of which £2.88 million. */
const isToldOfFirst = (first: Told, second: Told): boolean =>
  (isOf.test(first.lead) || second.lead.endsWith('of which ')) && ofThem.test(first.behind);

/** Whether a rate alone stands in a bracket: (94%). */
const isAside = ({ within, text, start, figures }: Sentence, rate: Quantity): boolean =>
  within !== undefined &&
  figures.length === 1 &&
  rate.span[0] === start &&
  rate.span[1] === start + text.length;

/** Which of two counts was planned; undefined where both or none were. */
function planOf(first: Told, second: Told): Told | undefined {
  const near = ({ lead, behind }: Told): boolean =>
    planned.test(lead.slice(-48)) ||
    /^ [^,;.]{0,24}\b(?:planned|due|scheduled|budgeted)\b|^ (?:goal|target)\b/.test(behind);
  const [isFirst, isSecond] = [near(first), near(second)];
  return isFirst === isSecond ? undefined : isFirst ? first : second;
}

const partOf = (
  { figure: part }: Told,
  { figure: whole }: Told,
  isPlan: boolean,
): Omit<RateClaim, 'rate'> => ({
  part,
  whole: isPlan ? withChanges(whole, { interval: exactly(whole.number) }) : whole,
});
