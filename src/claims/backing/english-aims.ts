import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import type { BackedClaim } from './backing.ts';
import { figuresWithSpelt, isAim, isBackingCount, leadTo, notYet } from './english-backing-words.ts';

const met =
  /\b(?:exceed(?:ed|s|ing)?|beat(?:s|ing|en)?|surpass(?:ed|es|ing)?|outperform(?:ed|ing)?|top(?:ped|ping)|m(?:e|ee)t(?:s|ing)?|hit|hitting|achiev(?:ed|es|ing)|reach(?:ed|ing)) (?:and (?:beat|exceeded) )?(?:our|the|its|their|this|that) (?:[a-z]+ ){0,2}(?:target|plan|goal)\b|\b(?:target|plan|goal)s? (?:was|were|has been|have been) (?:[a-z]+ )?(?:met(?: in full)?|exceeded|reached|beaten|surpassed|achieved)\b|\b(?:ahead of|above|over) (?:plan|target)\b|\bfully met\b|\bfully meeting\b|\bon target\b/gi;
const kept =
  /\b(?:(?:stay(?:ed|ing) |kept |keeping |came in |coming in |remain(?:ed|ing) |was |were )?(?:within|under|below|on) budget)\b/gi;
const planned =
  /\b(?:plan(?:s|ned)?|target(?:s|ed)?|goals?|aim(?:s|ed)?|budget(?:s|ed)?|called for|due|set out|intended|pledged|promised|allocated)\b/i;
const lessIsBetter =
  /\b(?:cut|reduce|reduction|limit|cap|at most|no more than|fewer|less than|complaints|accidents|injuries|deaths|wait(?:ing|s)?|days|minutes|hours|emissions|below|crimes?|losses|debt)\b/i;

/** Plans and marks that a sentence says were met, kept or passed. */
export function* aimsReached(sentence: Sentence): Generator<BackedClaim> {
  yield* metPlans(sentence);
  yield* aimsBehind(sentence);
  yield* marksPassed(sentence);
  yield* doneInFull(sentence);
}

/** “Exceeded its target of 50”, “within its budget of $3.8 million”: the aim stands behind the words, what was reached before them or behind the aim. */
const aimed =
  /\b(?:(exceed(?:ed|s|ing)|beat(?:s|ing|en)?|surpass(?:ed|es|ing)|m(?:e|ee)t(?:s|ing)?|achiev(?:ed|es|ing)|reach(?:ed|ing)|(?:well |just )?(?:above|over|ahead of))|((?:well |just |kept |stayed |remained )?(?:within|under|below|inside))) (?:our|the|its|their|this|that|a) (?:[a-z]+ )?(target|goal|plan|budget|limit|aim) of\b/gi;

function* aimsBehind(sentence: Sentence): Generator<BackedClaim> {
  const figures = figuresWithSpelt(sentence);
  for (const { 0: said, 1: above, 3: noun = '', index } of sentence.text.matchAll(aimed)) {
    const at = sentence.start + index;
    const end = at + said.length;
    if (notYet.test(leadTo(sentence, at))) continue;
    const kind = above === undefined ? 'kept' : 'met';
    if (kind === 'met' && (/budget|limit/i.test(noun) || mayBeLess(sentence.text))) continue;
    const whole = figures.find(({ span }) => span[0] >= end);
    if (!whole || whole.span[0] - end > 40 || !isAim(whole)) continue;
    const part = reachedBeside(sentence, figures, whole, at);
    if (part) yield { kind, span: [at, end], part, whole, level: undefined, figures: [part, whole] };
  }
}

const mayBeLess = (text: string): boolean =>
  lessIsBetter.test(text.replace(/\bwithin (?:\d+|[a-z]+) (?:seconds|minutes|hours|days|weeks)\b/gi, ''));

/** Money that was raised is a level: the fund raised £1.2 million. */
const isRaised = (sentence: Sentence, { span, movement }: Quantity): boolean =>
  movement?.to === false && /\braised $/.test(between(sentence, span[0] - 8, span[0]));

/** What was reached: told before the words, or behind the aim after “with” or “by”. */
function reachedBeside(
  sentence: Sentence,
  figures: readonly Quantity[],
  whole: Quantity,
  at: number,
): Quantity | undefined {
  const isOne = (figure: Quantity): boolean =>
    (isAim(figure) || isRaised(sentence, figure)) &&
    figure.family === whole.family &&
    figure.per.length === 0 &&
    !(figure.family === '' && /^(?:19|20)\d\d$/.test(figure.text));
  const next = figures.find(({ span }) => span[0] >= whole.span[1]);
  const gap = next === undefined ? '' : between(sentence, whole.span[1], next.span[0]);
  if (
    next &&
    isOne(next) &&
    /,? (?:with|by [a-z]+ing|at|having [a-z]+) (?:[a-z]+ ){0,2}$/.test(gap) &&
    gap.length < 60
  )
    return next;
  const before = figures.findLast(({ span }) => span[1] <= at);
  return before &&
    isOne(before) &&
    at - before.span[1] < 40 &&
    !/\b(?:of which|of these|last year|in 20\d\d)\b/.test(between(sentence, before.span[0] - 20, at))
    ? before
    : undefined;
}

/** “Passed the 10,000 mark for the first time, with 9,840 members”: a level is said to be passed, and what was reached follows. */
const passing =
  /\b(?:exceed(?:ed|s|ing)|surpass(?:ed|es|ing)|top(?:ped|ping)|pass(?:ed|es|ing)|cross(?:ed|es|ing)|br(?:oke|oken|eaking)(?: through)?|(?:rose|risen|rising|climbed|grown?) (?:above|past|beyond)) (?:the )?$/i;
const reached =
  /^(?: [a-z]+)?(?: (?:mark|barrier|threshold|level|line|target|goal))?(?: (?:for the first time|this year|in 20\d\d))?(?:,| and|:| \(| [–—])? ?(?:with|at|to reach|reaching|ending at|standing at|and stood at|to stand at)? ?$/i;

function* marksPassed(sentence: Sentence): Generator<BackedClaim> {
  for (const [index, whole] of sentence.figures.entries()) {
    const words = passing.exec(between(sentence, whole.span[0] - 40, whole.span[0]))?.[0];
    if (words === undefined || !isAim(whole)) continue;
    const at = whole.span[0] - words.length;
    const part = asideOf(sentence, whole) ?? reachedBehind(sentence, whole, sentence.figures[index + 1]);
    if (!part || !isAim(part) || part.family !== whole.family || notYet.test(leadTo(sentence, at))) continue;
    yield { kind: 'met', span: [at, whole.span[1]], part, whole, level: undefined, figures: [part, whole] };
  }
}

/** The one figure in a bracket right behind another. */
function asideOf(sentence: Sentence, { span: [, end] }: Quantity): Quantity | undefined {
  const bracket = sentence.brackets.find(({ span: [start] }) => start >= end && start - end < 30);
  const [only, second] = bracket?.sentences[0]?.figures ?? [];
  return second === undefined ? only : undefined;
}

/** The figure behind one that is said to be passed, where words lead to it and it is not of some only. */
function reachedBehind(
  sentence: Sentence,
  whole: Quantity,
  next: Quantity | undefined,
): Quantity | undefined {
  if (next === undefined) return undefined;
  const gap = between(sentence, whole.span[1], next.span[0]);
  const rest = between(sentence, next.span[1], next.span[1] + 30);
  return reached.test(gap) &&
    /with|at|reach|:|[–—]/.test(gap) &&
    !/^(?: [a-z]+)? (?:of (?:them|these|which|whom)|in|on|by)\b/.test(rest)
    ? next
    : undefined;
}

/** The plan was 20 and 15 were held, exceeding our target; the plan may stand alone in the sentence before. */
function* metPlans(sentence: Sentence): Generator<BackedClaim> {
  for (const [kind, words] of [['met', met] as const, ['kept', kept] as const])
    for (const { 0: said, index } of sentence.text.matchAll(words)) {
      const at = sentence.start + index;
      if (notYet.test(leadTo(sentence, at))) continue;
      if (kind === 'met' && mayBeLess(around(sentence))) continue;
      const pair = planOf(sentence, at);
      if (pair) yield { kind, span: [at, at + said.length], ...pair, level: undefined };
    }
}

/** What was planned and what was reached, in figures of one kind before a place. */
function planOf(sentence: Sentence, at: number): Pick<BackedClaim, 'part' | 'whole' | 'figures'> | undefined {
  const near = sentence.figures.filter(({ span }) => span[1] <= at).filter(isLevelOrCount);
  const part = near.at(-1);
  if (!part) return undefined;
  const own = near.findLast((figure) => figure !== part && figure.family === part.family);
  if (own) {
    const lead = between(sentence, sentence.start, part.span[0]);
    const isTold = planned.test(lead) && !/last year|20\d\d (?:target|plan)/i.test(lead);
    return isTold && !isPlan.test(between(sentence, own.span[1], part.span[0]))
      ? { part, whole: own, figures: [part, own] }
      : undefined;
  }
  const before = plannedBefore(sentence.previous, part);
  return before && { part, whole: before, figures: [part, before] };
}

/** A figure behind these is the plan, not what became of it. */
const isPlan = /\b(?:plan(?:ned)?|target|goal|budget) (?:was|is|of)[^,;]*$/i;

/** A count, or a share that was reached. */
const isLevelOrCount = (figure: Quantity): boolean =>
  isBackingCount(figure) || (isPercent(figure) && isAim(figure));

const around = ({ text, previous }: Sentence): string => `${previous?.text ?? ''} ${text}`;

/** The one figure of its kind that a sentence plans. */
function plannedBefore(sentence: Sentence | undefined, { family }: Quantity): Quantity | undefined {
  const figures =
    sentence?.figures.filter((figure) => isLevelOrCount(figure) && figure.family === family) ?? [];
  return figures.length === 1 && sentence && planned.test(sentence.text) ? figures[0] : undefined;
}

/** “Carried out in full”, “fully staffed”; a target of 500 that was exceeded: nothing less may stand beside them. */
const inFull =
  /\b(?:(?:carried out|delivered|completed|implemented|spent|used|paid|met|filled) in full|fully (?:carried out|delivered|completed|implemented|spent|used|staffed|occupied|booked|filled|paid))\b|\b(?:target|goal|plan) of (?=\d)[^,;.]{1,40} (?:was|were|has been) (?:[a-z]+ )?(?:met|exceeded|beaten|surpassed|reached|achieved)\b/gi;

function* doneInFull(sentence: Sentence): Generator<BackedClaim> {
  for (const { 0: said, index } of sentence.text.matchAll(inFull)) {
    const at = sentence.start + index;
    if (notYet.test(leadTo(sentence, at).replace(/\bplan to\b/i, '')) || mayBeLess(sentence.text)) continue;
    const figures = sentence.figures.filter((figure) => isAim(figure) && figure.per.length === 0);
    const pair = partOfWhole(sentence, figures, at) ?? wholeAndRest(sentence, figures, at + said.length);
    if (pair)
      yield {
        kind: 'all',
        span: [at, at + said.length],
        level: undefined,
        figures: [pair.part, pair.whole],
        ...pair,
      };
  }
}

interface PartAndWhole {
  readonly part: Quantity;
  readonly whole: Quantity;
}

/** 38 of 40 posts, of the 20 measures 18: the last before some words. */
function partOfWhole(sentence: Sentence, figures: readonly Quantity[], at: number): PartAndWhole | undefined {
  const [one, two] = figures.filter(({ span }) => span[1] <= at).slice(-2);
  if (!one || !two || one.family !== two.family) return undefined;
  const gap = between(sentence, one.span[1], two.span[0]);
  if (/^ of (?:the |our |its )?$/.test(gap)) return { part: one, whole: two };
  return /\b[Oo]f (?:the |our |its )?$/.test(between(sentence, one.span[0] - 12, one.span[0])) &&
    gap.length < 30
    ? { part: two, whole: one }
    : undefined;
}

/** All that was due, before some words, and the one figure behind them: “with 480 built”, “: 460 were planted”. */
function wholeAndRest(
  sentence: Sentence,
  figures: readonly Quantity[],
  end: number,
): PartAndWhole | undefined {
  const whole = figures.findLast(({ span }) => span[1] <= end);
  const [part, more] = figures.filter(({ span }) => span[0] >= end);
  if (!whole || !part || more || part.family !== whole.family) return undefined;
  const gap = between(sentence, end, part.span[0]);
  const rest = between(sentence, part.span[1], part.span[1] + 24);
  return /^(?:, with|:|, at|, as) (?:[a-z]+ )?$/.test(gap) &&
    !/^(?: [a-z]+)? of (?:them|it|these|which)\b/.test(rest)
    ? { part, whole }
    : undefined;
}
