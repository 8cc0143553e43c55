import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import type { BackedClaim } from './backing.ts';
import { isAim, leadTo, notYet } from './english-backing-words.ts';
import { mayBeLess, verdictsOnPlans } from './english-verdicts.ts';

/** Plans and marks that a sentence says were met, kept or passed. */
export function* aimsReached(sentence: Sentence): Generator<BackedClaim> {
  yield* verdictsOnPlans(sentence);
  yield* marksPassed(sentence);
  yield* boundsKept(sentence);
  yield* doneInFull(sentence);
}

/** “Passed the 10,000 mark for the first time, with 9,840 members”: a level is said to be passed, and what was reached follows. */
const passing =
  /\b(?:exceed(?:ed|s|ing)|surpass(?:ed|es|ing)|top(?:ped|ping)|pass(?:ed|es|ing)|cross(?:ed|es|ing)|br(?:oke|oken|eaking)(?: through)?|(?:rose|risen|rising|climbed|grown?) (?:above|past|beyond)) (?:the )?$/i;
const reached =
  /^(?: [a-z]+)?(?: (?:mark|barrier|threshold|level|line|target|goal))?(?: (?:for the first time|this year|in 20\d\d))?(?:,| and|:| \(| [–—])? ?(?:with|at|to reach|reaching|ending at|standing at|and stood at|to stand at)? ?$/i;

/** “More than 90% of letters (86%)”, “fewer than 100 complaints: there were 112”: a bound with the figure itself behind it. */
function* boundsKept(sentence: Sentence): Generator<BackedClaim> {
  for (const [index, whole] of sentence.figures.entries()) {
    const isLow = /^(?:over|at-least)$/.test(whole.qualifier);
    if (whole.kind !== 'figure' || !(isLow || /^(?:below|at-most)$/.test(whole.qualifier))) continue;
    const next = sentence.figures[index + 1];
    const gap = next === undefined ? '' : between(sentence, whole.span[1], next.span[0]);
    const rest = next === undefined ? '' : between(sentence, next.span[1], next.span[1] + 4);
    const told =
      /^[^.;:\d]{1,50}: (?:there were |in all |exactly |in fact )?$/.test(gap) && /^(?:[.,;]|$)/.test(rest);
    const part = asideOf(sentence, whole) ?? (told ? next : undefined);
    if (part && isAim(part) && part.family === whole.family)
      yield {
        kind: isLow ? 'met' : 'kept',
        span: whole.span,
        part,
        whole,
        level: undefined,
        figures: [part, whole],
      };
  }
}

function* marksPassed(sentence: Sentence): Generator<BackedClaim> {
  for (const [index, whole] of sentence.figures.entries()) {
    const at = passedFrom(sentence, whole);
    if (at === undefined) continue;
    const part = asideOf(sentence, whole) ?? reachedBehind(sentence, whole, sentence.figures[index + 1]);
    if (!part || !isAim(part) || part.family !== whole.family || notYet.test(leadTo(sentence, at))) continue;
    yield { kind: 'met', span: [at, whole.span[1]], part, whole, level: undefined, figures: [part, whole] };
  }
}

/** Where words begin that say that a level was passed; some are read as a part of its figure: exceeded 40%. */
function passedFrom(sentence: Sentence, whole: Quantity): number | undefined {
  if (whole.qualifier === 'over' && whole.kind === 'figure')
    return /^(?:exceed|surpass|topp|pass|cross)/i.test(whole.text) ? whole.span[0] : undefined;
  const words = passing.exec(between(sentence, whole.span[0] - 40, whole.span[0]))?.[0];
  return words === undefined || !isAim(whole) ? undefined : whole.span[0] - words.length;
}

/** The one figure in a bracket right behind another. */
function asideOf(sentence: Sentence, { span: [, end] }: Quantity): Quantity | undefined {
  const bracket = sentence.brackets.find(({ span: [start] }) => start >= end && start - end < 50);
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

/** “Carried out in full”, “fully staffed”; a target of 500 that was exceeded: nothing less may stand beside them. */
const inFull =
  /\b(?:(?:carried out|delivered|completed|implemented|spent|used|paid|met|filled) in full|fully (?:carried out|delivered|completed|implemented|spent|used|staffed|occupied|booked|filled|paid|subscribed|let|sold|funded)|(?:was|were|is|are) (?:full|sold out)(?=[,.;]|$| (?:throughout|all|every|from|by|for|in)\b))|\b(?:target|goal|plan) of (?=\d)[^,;.]{1,40} (?:was|were|has been) (?:[a-z]+ )?(?:met|exceeded|beaten|surpassed|reached|achieved)\b/gi;

function* doneInFull(sentence: Sentence): Generator<BackedClaim> {
  for (const { 0: said, index } of sentence.text.matchAll(inFull)) {
    const at = sentence.start + index;
    if (
      notYet.test(leadTo(sentence, at).replace(/\bplan to\b/i, '')) ||
      mayBeLess(between(sentence, sentence.start, at))
    )
      continue;
    const figures = sentence.figures.filter((figure) => isAim(figure) && figure.per.length === 0);
    const pair =
      partOfWhole(sentence, figures, at) ??
      partBehind(sentence, figures, at + said.length) ??
      wholeAndRest(sentence, figures, at + said.length);
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

/** Some of all right behind some words: “, with $42 million of the $50 million on offer”. */
function partBehind(sentence: Sentence, figures: readonly Quantity[], end: number): PartAndWhole | undefined {
  const [part, whole] = figures.filter(({ span }) => span[0] >= end);
  return part &&
    whole &&
    part.family === whole.family &&
    /^(?:, with|:|, at| [–—-]) ?(?:[a-z]+ )?$/.test(between(sentence, end, part.span[0])) &&
    /^(?: [a-z]+)? (?:out )?of (?:the |our |its )?$/.test(between(sentence, part.span[1], whole.span[0]))
    ? { part, whole }
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
