import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { inUnitOf } from '../changes/change-claims.ts';
import { thingEn, wordsEn } from '../counts/english-things.ts';
import { unfolded, type Sentence } from '../../reading/sentences.ts';
import { aimNouns, clauseJoint, planFigures, type PlanFigure } from './english-plan-figures.ts';

type Unfolded = ReturnType<typeof unfolded>;

/** A plan with what became of it. */
export interface PlanAndDone {
  readonly plan: Quantity;
  readonly done: Quantity;
  /** The words that tell of both. */
  readonly words: string;
}

/** The plans of a sentence with what it says became of each; where it tells only one of the two, the sentence before may tell the other. */
export function plansAndDone(sentence: Sentence): readonly PlanAndDone[] {
  const own = planFigures(sentence);
  const pairs = own
    .filter(({ isPlan }) => isPlan)
    .flatMap((plan) => doneOf(plan, own, unfolded(sentence)).map((done) => pairOf(sentence, plan, done)));
  if (pairs.length > 0 || !sentence.previous) return pairs;
  const { previous } = sentence;
  const pair = acrossSentences(planFigures(previous), own, `${previous.text} ${sentence.text}`);
  return pair && leadsOn(previous.text, sentence.text) ? [pair] : [];
}

/** The one plan of a sentence with the one figure of its kind in the clause that a place lies in, where words at that place name the plan. */
export function planAndDoneAt(sentence: Sentence, at: number): readonly PlanAndDone[] {
  const own = planFigures(sentence);
  const plan = theOne(own.filter(({ isPlan }) => isPlan));
  const clause = unfolded(sentence)
    .text.slice(0, at - sentence.start)
    .split(clauseJoint).length;
  const done = plan && theOne(own.filter((each) => each.clause === clause && fits(plan, each)));
  return plan && done ? [pairOf(sentence, plan, done)] : [];
}

const theOne = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

/** A plan and what became of it, where one sentence has the one and the next the other. */
function acrossSentences(
  first: readonly PlanFigure[],
  second: readonly PlanFigure[],
  words: string,
): PlanAndDone | undefined {
  const plan = theOne([...first, ...second].filter(({ isPlan }) => isPlan));
  if (!plan) return undefined;
  const [own, other] = first.includes(plan) ? [first, second] : [second, first];
  const done = own.some((each) => fits(plan, each))
    ? undefined
    : theOne(other.filter((each) => fits(plan, each)));
  return done && { plan: plan.figure, done: done.figure, words };
}

/** Whether a sentence goes on with what the one before told: by its first word, or by one that both have. */
function leadsOn(before: string, own: string): boolean {
  if (
    /^\s*(?:it|we|they|this|that|these|in the event|in fact|actual|only|the (?:target|goal|plan|budget|aim|forecast|standard|objective))\b/i.test(
      own,
    )
  )
    return true;
  const known = wordsEn(thingEn(before, ''));
  return [...wordsEn(thingEn(own, ''))].some((each) => each.length > 3 && known.has(each));
}

/** What became of a plan: the one figure of its kind in its clause, or the one right before it with those that it ends a list of; else one that a clause of its own tells. */
function doneOf(
  plan: PlanFigure,
  all: readonly PlanFigure[],
  { text, start }: Unfolded,
): readonly PlanFigure[] {
  const fitting = all.filter((each) => fits(plan, each));
  const joined = fitting.filter(({ clause }) => clause === plan.clause);
  const gap = (one: PlanFigure, other: PlanFigure): string =>
    text.slice(one.figure.span[1] - start, other.figure.span[0] - start);
  if (joined.length < 2) return joined.length === 1 ? joined : elsewhere(plan, fitting, gap);
  const at = all.indexOf(plan);
  let first = at;
  while (
    first > 0 &&
    (first === at
      ? ties.test(plan.lead)
      : /^(?:,| and|, and) $/.test(gap(all[first - 1] as PlanFigure, all[first] as PlanFigure)))
  )
    first--;
  return all.slice(first, at).filter((each) => fitting.includes(each));
}

/** What a clause before a plan, or behind it, tells of it: “…; the target was”, “…; only 52 were finished”. */
function elsewhere(
  plan: PlanFigure,
  fitting: readonly PlanFigure[],
  gapOf: (one: PlanFigure, other: PlanFigure) => string,
): readonly PlanFigure[] {
  if (anew.test(plan.lead))
    return fitting.filter(({ figure }) => figure.span[1] <= plan.figure.span[0]).slice(-1);
  const next = fitting.find(({ figure }) => figure.span[0] > plan.figure.span[1]);
  if (next === undefined) return [];
  const gap = gapOf(plan, next);
  const isAgain = again.test(gap) || isSameThing(gap, plan.lead);
  return isAgain && (becameOf.test(next.behind) || /(?:we|it|they) [a-z]+ $/.test(gap)) ? [next] : [];
}

/** A clause of its own that tells the plan of what was told: “; the target was”. */
const anew = new RegExp(
  `(?:;|, (?:and|but|while|whereas)) (?:the|our|its|their|this|an?) (?:[a-z]+ )?(?:${aimNouns})(?: (?:of|was|had been|is))? $`,
  'i',
);

/** A clause that tells what became of what was planned, with no subject of its own: “; only 52 were”. */
const again =
  /(?:;|, (?:and|but|while|whereas))(?: in (?:the (?:event|year)|20\d\d(?:[/–-]\d\d)?),?| (?:by|at) (?:year[- ]end|(?:the )?end of (?:the )?(?:year|[A-Z][a-z]+)|[A-Z][a-z]+),?)?(?: (?:only|just|in fact|actually|a total of|some)| (?:we|it|they) [a-z]+){0,2} $/i;

/** Whether a clause that follows speaks of what was planned in the words of the plan: planned savings were …; savings of …. */
function isSameThing(gap: string, lead: string): boolean {
  const clause = gap.split(clauseJoint).at(-1) ?? '';
  const words = wordsEn(thingEn(clause, ''));
  const known = wordsEn(thingEn(lead, ''));
  return words.size > 0 && [...words].every((each) => known.has(each));
}

const becameOf = /^(?: [a-z]+)? (?:were|was|had been)\b/;

/** What ties a plan to the figure right before it. */
const ties =
  /\b(?:against|compared with|versus|exceed\w*|above|below|beat\w*|surpass\w*|short of|ahead of|missed|missing|met|meeting|%|percent of|per cent of|instead of|rather than|out of|of) (?:[a-z’'-]+ ){0,5}$/i;

/** Whether a figure can be what became of a plan: of its kind, and of the same noun where both name one. */
function fits({ figure: plan, behind }: PlanFigure, { figure, isPlan, behind: other }: PlanFigure): boolean {
  if (isPlan || figure.per.join() !== plan.per.join()) return false;
  if (figure.family !== plan.family) return isInUnit(plan, behind, figure) || isInUnit(figure, other, plan);
  if (plan.family !== '') return true;
  const [one, two] = [nounIn(behind), nounIn(other)];
  return one === undefined || two === undefined || one === two;
}

/** Whether a figure may leave out the unit of another: a plan of 1,350, of which 1,420 tonnes became. */
const isInUnit = (bare: Quantity, behind: string, full: Quantity): boolean =>
  bare.unit === '' &&
  full.unit !== '' &&
  !isPercent(full) &&
  /^(?:[,.;)]|$| (?:and|but|was|were)\b)/.test(behind) &&
  inUnitOf(full, bare) !== bare;

/** The noun behind a figure: homes of “ new homes were”. */
const nounIn = (behind: string): string | undefined => {
  const [, phrase] =
    /^ ((?:[a-z-]+ ){0,2}?(?:[a-z]{3,}s|people|men|women|children|staff))\b/i.exec(behind) ?? [];
  const noun = phrase?.split(' ').at(-1)?.toLowerCase();
  return noun === undefined || /^(?:was|has|this|its|targets?|goals?|plans?)$/.test(noun) ? undefined : noun;
};

const pairOf = (
  sentence: Sentence,
  { figure: plan }: PlanFigure,
  { figure: done }: PlanFigure,
): PlanAndDone => {
  const { text, start } = unfolded(sentence);
  const [from, to] = [
    Math.min(plan.span[0], done.span[0]) - start,
    Math.max(plan.span[1], done.span[1]) - start,
  ];
  const before =
    text
      .slice(Math.max(0, from - 100), from)
      .split(/[;.]/)
      .at(-1) ?? '';
  const behind = /^[^;.]*/.exec(text.slice(to, to + 60))?.[0] ?? '';
  // “1,420 tonnes, 109% of the plan of 1,350”
  return {
    plan: inUnitOf(done, plan),
    done: inUnitOf(plan, done),
    words: before + text.slice(from, to) + behind,
  };
};
