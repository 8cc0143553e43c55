import { exactly } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import { between, BRACKET, unfolded, type Sentence } from '../../reading/sentences.ts';
import { inUnitOf } from '../changes/change-claims.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { aimNouns } from './english-plan-figures.ts';
import { plansAndDone } from './english-plans.ts';
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
    const pair = (counts && pairOf(counts, sentence, rate)) ?? pairOfPlan(sentence, rate);
    if (pair) yield { rate, ...pair };
  }
}

/** Behind a rate of a plan: “of it”, “of the target of 300”, “of what had been voted”, “of the programme is complete”. */
const ofAim = new RegExp(
  `^ of (?:it(?=[,.;)]|$| was| has)|(?:(?:the|our|its|their|that|this|annual|yearly|original|full|number|amount|total|sum|agreed|figure) ){0,4}(?:${aimNouns}|programme|program|schedule|called for|planned|scheduled|promised|budgeted|(?=\\d))|(?:the )?(?:number|amount|total|sum) (?:that |which )?(?:we|it|they|is|was) (?:need|needed|require|required|had planned|aimed for)|(?:what|that which|those|the [a-z]+) (?:that |which )?(?:we |it |they )?(?:had been |was |were |had )?(?:planned|scheduled|promised|budgeted|forecast|voted|called for|intended|expected|required|due)\\b)`,
);
/** Ahead of one: “a completion rate of”, “so that”, “or”; right behind both counts. */
const aheadOfRate =
  /^[^\d;.]{0,40}(?:,|\(|[–—]| and)? ?(?:(?:or|that is|which is|achieving|reaching|equal to|equivalent to|so that|making|giving|i\.e\.,?) ?)?$/;

/** A rate of the one plan that its sentence, or it and the one before, tells with what became of it. */
function pairOfPlan(sentence: Sentence, rate: Quantity): Omit<RateClaim, 'rate'> | undefined {
  const whole = sentence.within?.sentence ?? sentence;
  if (!mayPlan.test(whole.text + (whole.previous?.text ?? ''))) return undefined;
  const pairs = plansAndDone(whole).filter(({ plan }) => !isPercent(plan));
  const [pair] = pairs;
  if (!pair || pairs.length > 1) return undefined;
  const { text, start } = unfolded(whole);
  const behind = text.slice(rate.span[1] - start, rate.span[1] - start + 70);
  const last = Math.max(pair.done.span[1], pair.plan.span[0] < rate.span[0] ? pair.plan.span[1] : 0);
  const gap = text.slice(last - start, rate.span[0] - start);
  const isAlone = gap.endsWith('(') && behind.startsWith(')');
  const isTied = ofAim.test(behind) ? last <= rate.span[0] : isAlone && pair.plan.span[0] < rate.span[0];
  return isTied && aheadOfRate.test(gap)
    ? { part: pair.done, whole: withChanges(pair.plan, { interval: exactly(pair.plan.number) }) }
    : undefined;
}

/** Without one of these nothing is planned. */
const mayPlan = new RegExp(
  `\\b(?:${aimNouns}|plann|aimed|set out|hoped|intended|committed|undertook|promised|pledged|schedul|expected|forecast|budget|required|called for|to be|to have)`,
  'i',
);

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
