import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent, POINTS } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import { aimNouns } from '../rates/english-plan-figures.ts';
import { planAndDoneAt, plansAndDone, type PlanAndDone } from '../rates/english-plans.ts';
import type { BackedClaim } from './backing.ts';
import { figuresWithSpelt, leadTo, notYet } from './english-backing-words.ts';

const the =
  '(?:(?:our|the|its|their|his|her|this|that|these|those|a|an|both|all|every|each|what(?: was)?|(?:we|it|they) had)(?: of (?:the|our|its|these|their))? )?';
const figure = '(?:[£$€]?\\d[\\d.,]*(?:-| ?(?:%|per ?cent|million|billion|thousand|m|bn))? ?)?';
const aim = `${the}(?:[a-z’'-]+ ){0,3}?${figure}(?:[a-z-]+ )?(?:${aimNouns}|promised|planned|pledged|expected|expectations?)\\b`;
const was = '(?:was|were|has been|have been|had been|being|is|are)';
const more =
  '(?:well |comfortably |far |just |slightly |narrowly |easily |substantially |clearly |considerably )?';

/** Words that say that at least what was planned was reached. */
const reached = new RegExp(
  [
    `\\b(?:exceed(?:ed|s|ing)?|beat(?:s|ing|en)?|surpass(?:ed|es|ing)?|outperform(?:ed|ing)?|bettered|topp(?:ed|ing)|pass(?:ed|es|ing)|m(?:e|ee)t(?:s|ing)?|hit|hitting|achiev(?:ed|es|ing)|reach(?:ed|ing)|fulfill?(?:ed|ing)|outstripp(?:ed|ing)) (?:and (?:beat|exceeded|surpassed) )?(?:${aim}|it(?=[,.;]| by| with| in)|(?=\\d))`,
    `\\b(?:${aimNouns})\\b(?: (?:of|for|in) [^,;.]{1,60})?,? ${was} (?:(?!not\\b|nearly\\b|almost\\b|never\\b)[a-z]+ |more than )?(?:met|exceeded|achieved|reached|beaten|surpassed|hit|fulfilled|bettered)\\b`,
    `\\b${more}(?:ahead of|above|over|in excess of|better than|higher than|more than) (?:${aim}|(?:the |our |its )?(?=[£$€]?\\d)|(?:was|were|we|it|they) (?:had )?(?:planned|promised))`,
    `\\bover-?(?:delivered|achieved|performed)\\b|\\bfully m(?:e|ee)t(?:ing)?\\b|\\bon target\\b`,
  ].join('|'),
  'gi',
);
/** Words that say that less was reached. */
const missed = new RegExp(
  [
    `\\b(?:miss(?:ed|es|ing)|(?:fell|falls?|fallen|falling|came|ended|finished) (?:[a-z]+ )?(?:short of|below|behind)|fail(?:ed|s|ing) to (?:meet|reach|achieve|hit|attain|deliver)|did not (?:meet|reach|achieve|hit|attain)) ${aim}`,
    `\\b(?:${aimNouns})\\b(?: (?:of|for|in) [^,;.]{1,60})?,? (?:(?:was|were) (?:not (?:met|achieved|reached|attained)|(?:[a-z]+ly )?missed)|(?:has|have|had) (?:not been (?:met|achieved|reached)|been (?:[a-z]+ly )?missed))`,
    `\\b${more}(?:below|short of|behind|under|lower than|fewer than|less than) (?:${aim}|(?:the |our |its )?(?=[£$€]?\\d))`,
    `\\bunder-?(?:delivered|achieved|performed)\\b`,
  ].join('|'),
  'gi',
);
/** Words that say that no more than was allowed was spent or came about. */
const kept = new RegExp(
  `\\b(?:within|under|below|inside|on) (?:(?:our|the|its|their|this|that|a) )?(?:[a-z]+ )?${figure}(?:[a-z]+ )?(?:budgets?|limits?|caps?|ceilings?)\\b`,
  'gi',
);

const lessIsBetter =
  /\b(?:cut|cutting|reduc\w*|limit\w*|cap|at most|no more than|complaints?|accidents?|injur\w*|deaths?|mortality|wait\w*|emissions?|crimes?|loss(?:es)?|debts?|vacanc\w*|turnover|sickness|absen\w*|errors?|unemploy\w*|default\w*|arrears|waste|landfill|delay\w*|late|overdue|backlog|infections?|reoffending|failures?|drop-?outs?|deficit|costs?|spen[dt]\w*|expenditure|consumption|overruns?|leaks?|leakage|fewer|less than|below \d)\b/i;
/** How long something may take tells nothing of what is counted. */
const inTime = /\b(?:with)?in (?:\d+|[a-z-]+) (?:working )?(?:seconds|minutes|hours|days|weeks|months)\b/gi;
/** Nor does what a share is of: 90% of complaints. */
const shareOf = /(?:%|\bper ?cent) of (?:the |all |our |its )?[a-z-]+/gi;
const times = /^(?:days?|hours?|minutes?|seconds?|weeks?|months?)$/i;

/** Whether words tell of what is best kept low. */
export const mayBeLess = (words: string): boolean =>
  lessIsBetter.test(words.replaceAll(inTime, '').replaceAll(shareOf, ''));

/** Plans that a sentence says were met or missed, with what was reached: the plan may stand alone in the sentence before. */
export function* verdictsOnPlans(sentence: Sentence): Generator<BackedClaim> {
  const verdicts = [
    ...verdictsIn(sentence, reached, 'met'),
    ...verdictsIn(sentence, missed, 'missed'),
    ...verdictsIn(sentence, kept, 'kept'),
  ];
  const gaps = [...sentence.text.matchAll(gapOf)];
  if (verdicts.length === 0 && gaps.length === 0) return;
  const pairs = plansAndDone(sentence);
  if (pairs.length === 1 && pairs[0]) yield* shortfalls(sentence, gaps, pairs[0]);
  for (const { kind, span, words } of verdicts)
    for (const pair of pairs.length === 0 && named.test(words)
      ? planAndDoneAt(sentence, span[0])
      : onesOf(words, span, pairs))
      if (isOfPlan(words, pair)) yield* judgedOf(sentence, { kind, span, words }, pair);
}

/** A shortfall of 38, an underspend of £0.3 million. */
const gapOf = /\b(?:shortfall|underspend|overspend|excess) of (?=[£$€]?\d)/gi;

function* shortfalls(
  sentence: Sentence,
  gaps: readonly RegExpExecArray[],
  { plan: whole, done: part }: PlanAndDone,
): Generator<BackedClaim> {
  for (const { 0: said, index } of gaps) {
    const at = sentence.start + index;
    const by = sentence.figures.find(({ span }) => span[0] >= at + said.length);
    if (
      by &&
      by.span[0] - at - said.length < 2 &&
      (by.family === whole.family || (by.family === POINTS && isPercent(whole)))
    )
      yield {
        kind: 'by',
        span: [at, by.span[1]],
        part,
        whole,
        by,
        level: undefined,
        figures: [part, whole, by],
      };
  }
}

/** Whether a plan was met or missed, and by how much, where that is said: 5% above its plan; exceeded the target by 12. */
function* judgedOf(
  sentence: Sentence,
  { kind, span, words }: Verdict,
  pair: PlanAndDone,
): Generator<BackedClaim> {
  const { done: part, plan: whole } = pair;
  const common = { span, part, whole, level: undefined };
  if (isJudged(kind, words, pair)) yield { ...common, kind, figures: [part, whole] };
  const by = byHowMuch(sentence, span, pair);
  if (by) yield { ...common, kind: 'by', by, figures: [part, whole, by] };
}

/** The figure right before words of more or less, or behind these and “by”: a share of the plan, or of its own kind. */
function byHowMuch(
  sentence: Sentence,
  [from, to]: Verdict['span'],
  { done, plan }: PlanAndDone,
): Quantity | undefined {
  const isOne = (figure: Quantity): boolean =>
    figure !== done &&
    figure !== plan &&
    figure.kind === 'figure' &&
    (isPercent(plan) ? figure.family === POINTS : isPercent(figure) || figure.family === plan.family);
  const before = figuresWithSpelt(sentence).find(({ span }) => span[1] === from - 1);
  if (before && isOne(before)) return before;
  const end = plan.span[0] >= to && plan.span[0] - to < 5 ? plan.span[1] : to;
  const behind = sentence.figures.find(({ span }) => span[0] >= end);
  const gap = behind && between(sentence, end, behind.span[0]);
  return behind &&
    gap !== undefined &&
    /^(?: of)?(?: [a-z-]+){0,2}(?: by)? $/.test(gap) &&
    /\bby\b/.test(gap + behind.text) &&
    isOne(behind)
    ? behind
    : undefined;
}

/** What refers to a plan that was told before. */
const named =
  /\b(?:that|this|the|our|its|their) (?:target|goal|plan|objective|standard|aim|budget|benchmark|threshold|commitment|promise|pledge)$/i;

interface Verdict {
  readonly kind: 'met' | 'missed' | 'kept';
  readonly span: readonly [number, number];
  readonly words: string;
}

/** Two of the three targets. */
const someAims =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|most|some|many|half|several) of (?:our|the|its|their|these|those)\b/i;

function* verdictsIn(sentence: Sentence, words: RegExp, kind: Verdict['kind']): Generator<Verdict> {
  for (const { 0: said, index } of sentence.text.matchAll(words)) {
    const at = sentence.start + index;
    if (
      notYet.test(
        kind === 'missed'
          ? leadTo(sentence, at).replace(/\bnot\b/, '')
          : leadTo(sentence, at).replace(/\bremaining $/, ''),
      )
    )
      continue;
    if (kind === 'met' && /\b(?:all|none|not|but) but\b|\bexcept\b/i.test(sentence.text)) continue;
    if (someAims.test(between(sentence, at - 24, at) + said)) continue;
    yield { kind, span: [at, at + said.trimEnd().length], words: said };
  }
}

/** The plans that a verdict speaks of: of several all, where it does; else the one that there is. */
const onesOf = (
  words: string,
  [from, to]: readonly [number, number],
  pairs: readonly PlanAndDone[],
): readonly PlanAndDone[] => {
  // “exceeding 95%”, “short of the 1,400”: of that plan
  if (words.endsWith(' ')) return pairs.filter(({ plan }) => plan.span[0] - to < 2 && plan.span[0] >= to);
  if (pairs.length < 2) return pairs;
  if (
    /\b(?:targets|goals|objectives|standards|plans|aims|commitments|pledges|promises|benchmarks)\b/i.test(
      words,
    )
  )
    return pairs;
  const own = pairs.filter(({ plan, done }) => isAt(plan, from, to) || isBeside(done, plan, from, to));
  return own.length === 1 ? own : [];
};

/** Whether a plan is that which words name: the target for letters. */
function isOfPlan(words: string, { words: around }: PlanAndDone): boolean {
  const [, thing = ''] =
    /\b(?:target|goal|plan|standard|budget|objective)s? (?:for|on) (?:the |our |its )?([a-z]{3,})/i.exec(
      words,
    ) ?? [];
  return thing === '' || /\d/.test(words) || around.split(thing).length > 2;
}

const isAt = ({ span }: Quantity, from: number, to: number): boolean => span[0] >= from && span[0] <= to + 8;
const isBeside = (done: Quantity, plan: Quantity, from: number, to: number): boolean =>
  Math.min(done.span[0], plan.span[0]) <= from && to <= Math.max(done.span[1], plan.span[1]);

/** Whether more is better, so that a plan is met by as much or more; of what is best kept low nobody can say which way a plan was missed. */
function isJudged(kind: Verdict['kind'], words: string, { plan, words: around }: PlanAndDone): boolean {
  if (kind === 'kept') return !isPercent(plan) || /\b(?:limit|cap|ceiling)/i.test(words);
  const isPassed = /exceed|above|ahead|surpass|topp|outstripp|more than|in excess|over /i.test(words);
  if (times.test(plan.unit) || times.test(plan.family)) return false;
  if (/\b(?:budgets?|limits?|caps?|ceilings?)\b/i.test(words)) return kind === 'met' && isPassed;
  return !mayBeLess(around);
}
