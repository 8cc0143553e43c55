import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent, POINTS } from '../../quantity/value/unit.ts';
import { countAlone, speltCounts } from '../../quantity/scan/spelt-counts.ts';
import { thingEn, wordsEn } from '../counts/english-things.ts';
import { unfolded, type Sentence } from '../../reading/sentences.ts';

/** What an aim is called. */
export const aimNouns =
  'targets?|goals?|plans?|objectives?|aims?|ambitions?|standards?|benchmarks?|thresholds?|forecasts?|budgets?|quotas?|commitments?|pledges?|promises?|requirements?|projections?|estimates?|limits?|caps?|ceilings?';
/** What is done with an aim before anything else is. */
const aiming =
  'planned|plans|aim(?:ed|s)?|set out|promised|pledged|hoped|intended|expected|undertook|undertaken|committed|scheduled|call(?:ed|s) for|required|requires|targeted|forecast|budgeted|allocated|(?:was|were|had|been) (?:due )?to|sought|voted';
const becoming = 'met|missed|exceed(?:ed|s)|beat(?:en)?|surpassed|reached|achieved|fulfilled|held';
const word = `(?!(?:with|by|and|but|while|when|as|against|not|${becoming})\\b)[a-z’'-]+`;

/** The same between spaces or hyphens. */
const bare = `(?!(?:with|by|and|but|while|when|as|against|not|above|below|over|under|short|ahead|behind|${becoming})\\b)[a-z’']+`;

/** Ahead of a figure: “a target for phone calls of answering ”, “we planned to hold ”, “the goal was ”. */
const planAhead = new RegExp(
  [
    `\\b(?:${aimNouns})(?: (?:for|on|in|set|agreed|laid down|fixed)\\b(?: ${word}){0,7})?(?: (?:of|was|is|are|were|had been|being|at|to)\\b|:|,? \\()(?: ${word}){0,5} ?$`,
    `(?<!\\b(?:as|than) )\\b(?:${aiming})(?: ${word}){0,6} $`,
    `\\b(?:against|compared with|versus) (?:an? |the |our |its )(?:${word} ){0,2}(?:${aimNouns}) (?:of )?$`,
  ].join('|'),
  'i',
);
/** Behind a figure: “ homes had been planned”, “ percent standard”, “ bridges to be strengthened”. */
const planBehind = new RegExp(
  `^(?:[ -]${bare}){0,6}? (?:(?:that|which|as) )?(?:(?:had been|have been|has been|was|were|is|are) )?(?:originally |initially |first )?(?:planned|targeted|scheduled|budgeted|forecast|promised|pledged|envisaged|foreseen|called for|expected|due|intended|hoped for)\\b|^(?:[ -]${bare}){0,4} (?:were|was|had) to (?:be|have)\\b|^(?:[ -](?:annual|yearly|national|agreed|full-year))?[ -](?:target|goal|standard|plan|budget|objective|benchmark|threshold|quota|limit|cap|ceiling|forecast|commitment|pledge)\\b(?! of\\b)`,
  'i',
);
/** The noun of a plan whose figure stands before it: “$12 million budget at”. */
const ownNoun = new RegExp(`^[ -](?:${aimNouns})\\b`);
/** Where a clause of its own begins. */
const joint = /;|, (?:and|but|while|whereas) /;
/** Of another time, of some only, or a change: no figure of what became of an aim. */
const otherAhead =
  /\b(?:from|than|last year|(?:in|for|since) (?:19|20)\d\d,?|a further|another|including|of which|among them|besides|plus|difference of|shortfall of|underspend of|overspend of|excess of) (?:[a-z]+ ){0,2}$|\bby $|\b(?:19|20)\d\d: ?$/i;
const otherBehind =
  /^(?: [a-z-]+){0,3} (?:last year|the year before|(?:a|one) year (?:earlier|ago|before)|(?:in )?the previous year|in (?:19|20)\d\d|so far|to date|already|more|fewer|less|others?|alone|each|apiece|of (?:them|these|those|which|whom))\b|^ (?:from|given by|donated by)\b|^ (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/i;
/** Behind a figure that says how far another lies from a plan: 12 short of the target. */
const byGap =
  /^(?: [a-z-]+){0,2} (?:short of|above|below|over|under|ahead of|behind|in excess of|beyond) (?=the|its|our|their|target|plan)/;
const monthAhead =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) $/;

type Unfolded = ReturnType<typeof unfolded>;

/** A figure of a sentence with the words around it: a plan, or what may have become of it. */
export interface PlanFigure {
  readonly figure: Quantity;
  readonly isPlan: boolean;
  /** The words before it and behind it, as far as the next figure. */
  readonly lead: string;
  readonly behind: string;
  /** How many clauses of their own begin before it. */
  readonly clause: number;
}

/** A plan with what became of it. */
export interface PlanAndDone {
  readonly plan: Quantity;
  readonly done: Quantity;
  /** The words that tell of both. */
  readonly words: string;
}

/** The figures of a sentence, those in its brackets and those in words among them, as plans or as what was reached. */
export function planFigures(sentence: Sentence): readonly PlanFigure[] {
  const open = unfolded(sentence);
  const spelt = speltCounts(open.text, open.start).filter(({ span: [from, to] }) =>
    open.figures.every(({ span }) => span[1] <= from || to <= span[0]),
  );
  const alone = sentence.brackets.flatMap(({ sentences: [inside, more] }) =>
    inside && more === undefined && inside.figures.length === 0
      ? (countAlone(inside.text, inside.start) ?? [])
      : [],
  );
  const figures = [...open.figures, ...spelt, ...alone].sort((a, b) => a.span[0] - b.span[0]);
  const asides = sentence.brackets.filter(
    ({ sentences }) => sentences.flatMap((each) => each.figures).length > 1,
  );
  const isAside = ({ span }: Quantity): boolean =>
    asides.some(({ span: [from, to] }) => from < span[0] && span[1] < to);
  return figures.flatMap((figure, at): readonly PlanFigure[] => {
    const [from, to] = [figures[at - 1]?.span[1] ?? open.start, figures[at + 1]?.span[0] ?? Infinity];
    const lead = open.text.slice(from - open.start, figure.span[0] - open.start);
    const behind = open.text.slice(figure.span[1] - open.start, to - open.start);
    const isPlan =
      planAhead.test(lead.replace(ownNoun, '').slice(-120)) || planBehind.test(behind.slice(0, 80));
    return isLevel(figure, lead) &&
      (isPlan ||
        !(
          isOther(
            lead,
            isPercent(figure) ? behind.replace(' of them', '') : behind.replace(byGap, ' more '),
          ) || isAside(figure)
        ))
      ? [
          {
            figure,
            isPlan,
            lead,
            behind,
            clause: open.text.slice(0, figure.span[0] - open.start).split(joint).length,
          },
        ]
      : [];
  });
}

/** A level; money that was raised is one: the appeal raised £1.2 million. */
const isLevel = ({ kind, qualifier, movement, family, text }: Quantity, lead: string): boolean =>
  kind === 'figure' &&
  qualifier === 'exact' &&
  (movement === undefined || movement.to || /\braised $/.test(lead)) &&
  family !== POINTS &&
  !(family === '' && /^(?:19|20)\d\d$/.test(text));

const isOther = (lead: string, behind: string): boolean =>
  otherAhead.test(lead.slice(-60)) ||
  otherBehind.test(behind.slice(0, 60)) ||
  monthAhead.test(lead.slice(-12));

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
    .split(joint).length;
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

/** What became of a plan: the one figure of its kind in its clause, or the one right before it with those that it ends a list of. */
function doneOf(
  plan: PlanFigure,
  all: readonly PlanFigure[],
  { text, start }: Unfolded,
): readonly PlanFigure[] {
  const fitting = all.filter((each) => fits(plan, each));
  const at = all.indexOf(plan);
  const joined = fitting.filter(({ clause }) => clause === plan.clause);
  if (joined.length === 1) return joined;
  const [before, next] = [all[at - 1], fitting.find(({ figure }) => figure.span[0] > plan.figure.span[1])];
  const gap = (one: PlanFigure, other: PlanFigure): string =>
    text.slice(one.figure.span[1] - start, other.figure.span[0] - start);
  const isTied = joined.length === 0 ? anew.test(plan.lead) : ties.test(plan.lead);
  if (before && fitting.includes(before) && isTied) {
    let first = at - 1;
    while (
      first > 0 &&
      /^(?:,| and|, and) $/.test(gap(all[first - 1] as PlanFigure, all[first] as PlanFigure))
    )
      first--;
    return all.slice(first, at).filter((each) => fitting.includes(each));
  }
  const isAgain = next && joined.length === 0 && again.test(gap(plan, next));
  return isAgain && (becameOf.test(next.behind) || /(?:we|it|they) [a-z]+ $/.test(gap(plan, next)))
    ? [next]
    : [];
}

/** A clause of its own that tells the plan of what was told: “; the target was”. */
const anew = new RegExp(
  `(?:;|, (?:and|but|while|whereas)) (?:the|our|its|their|this|an?) (?:[a-z]+ )?(?:${aimNouns})(?: (?:of|was|had been|is))? $`,
  'i',
);

/** A clause that tells what became of what was planned, with no subject of its own: “; only 52 were”. */
const again =
  /(?:;|, (?:and|but|while|whereas))(?: in (?:the (?:event|year)|20\d\d(?:[/–-]\d\d)?),?| (?:by|at) (?:year[- ]end|(?:the )?end of (?:the )?(?:year|[A-Z][a-z]+)|[A-Z][a-z]+),?)?(?: (?:only|just|in fact|actually|a total of|some)| (?:we|it|they) [a-z]+){0,2} $/i;

const becameOf = /^(?: [a-z]+)? (?:were|was|had been)\b/;

/** What ties a plan to the figure right before it. */
const ties =
  /\b(?:against|compared with|versus|exceed\w*|above|below|beat\w*|surpass\w*|short of|ahead of|missed|missing|met|meeting|%|percent of|per cent of|instead of|rather than|out of|of) (?:[a-z’'-]+ ){0,5}$/i;

/** Whether a figure can be what became of a plan: of its kind, and of the same noun where both name one. */
function fits({ figure: plan, behind }: PlanFigure, { figure, isPlan, behind: other }: PlanFigure): boolean {
  if (isPlan || figure.family !== plan.family || figure.per.join() !== plan.per.join()) return false;
  if (plan.family !== '') return true;
  const [one, two] = [nounIn(behind), nounIn(other)];
  return one === undefined || two === undefined || one === two;
}

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
  return { plan, done, words: before + text.slice(from, to) + behind };
};
