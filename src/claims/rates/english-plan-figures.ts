import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent, POINTS } from '../../quantity/value/unit.ts';
import { countAlone, speltCounts } from '../../quantity/scan/spelt-counts.ts';
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
const bare = `(?!(?:with|by|and|but|while|when|as|against|not|above|below|over|under|short|ahead|behind|more|fewer|less|${becoming})\\b)[a-z’']+`;

/** Ahead of a figure: “a target for phone calls of answering ”, “we planned to hold ”, “the goal was ”. */
const planAhead = new RegExp(
  [
    `\\b(?:${aimNouns})(?: (?:for|on|in|set|agreed|laid down|fixed)\\b(?: ${word}){0,7})?(?: (?:of|was|is|are|were|had been|being|at|to)\\b|:|,? \\()(?: ${word}){0,5} ?$`,
    `(?<!\\b(?:as|than) )\\b(?:${aiming})(?: ${word}){0,6} $`,
    `\\b(?:against|compared with|versus) (?:an? |the |our |its )(?:${word} ){0,2}(?:${aimNouns}) (?:of )?$`,
  ].join('|'),
  'i',
);
const aimed = new RegExp(`\\b(?:${aimNouns})\\b`);
/** Behind a figure: “ homes had been planned”, “ percent standard”, “ bridges to be strengthened”. */
const planBehind = new RegExp(
  `^(?:[ -]${bare}){0,6}? (?:(?:that|which|as) )?(?:(?:had been|have been|has been|was|were|is|are) )?(?:originally |initially |first )?(?:planned|targeted|scheduled|budgeted|forecast|promised|pledged|envisaged|foreseen|called for|expected|due|intended|hoped for)\\b|^(?:[ -]${bare}){0,4} (?:were|was|had) to (?:be|have)\\b|^(?:[ -](?:annual|yearly|national|agreed|full-year))?[ -](?:target|goal|standard|plan|budget|objective|benchmark|threshold|quota|limit|cap|ceiling|forecast|commitment|pledge)\\b(?! of\\b)`,
  'i',
);
/** The noun of a plan whose figure stands before it: “$12 million budget at”. */
const ownNoun = new RegExp(`^[ -](?:${aimNouns})\\b`);
/** Where a clause of its own begins. */
export const clauseJoint = /;|, (?:and|but|while|whereas) /;
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
      (/^ against $/.test(lead) && aimed.test(open.text)) ||
      planAhead.test(lead.replace(ownNoun, '').slice(-120)) ||
      planBehind.test(behind.slice(0, 80));
    return isLevel(figure, lead, isPlan) &&
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
            clause: open.text.slice(0, figure.span[0] - open.start).split(clauseJoint).length,
          },
        ]
      : [];
  });
}

/** A level; money that was raised is one: the appeal raised £1.2 million. */
const isLevel = (
  { kind, qualifier, movement, family, text }: Quantity,
  lead: string,
  isPlan: boolean,
): boolean =>
  kind === 'figure' &&
  (qualifier === 'exact' || (isPlan && qualifier === 'at-least')) &&
  (movement === undefined || movement.to || /\brais(?:ed?|ing) $/.test(lead)) &&
  family !== POINTS &&
  !(family === '' && /^(?:19|20)\d\d$/.test(text));

const isOther = (lead: string, behind: string): boolean =>
  otherAhead.test(lead.slice(-60)) ||
  otherBehind.test(behind.slice(0, 60)) ||
  monthAhead.test(lead.slice(-12));
