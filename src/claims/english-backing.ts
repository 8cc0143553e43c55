import { monthNames } from '../dates/calendar.ts';
import Fraction from '../quantity/value/fraction.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { isPercent, POINTS } from '../quantity/value/unit.ts';
import { speltCounts } from '../quantity/scan/spelt-counts.ts';
import { between, type Sentence } from '../reading/sentences.ts';
import { saidFractions } from './english-fractions.ts';
import { monthCount, type BackedClaim, type Lateness } from './backing.ts';

const met =
  /\b(?:exceed(?:ed|s|ing)?|beat(?:s|ing|en)?|surpass(?:ed|es|ing)?|outperform(?:ed|ing)?|top(?:ped|ping)|m(?:e|ee)t(?:s|ing)?|hit|hitting|achiev(?:ed|es|ing)|reach(?:ed|ing)) (?:and (?:beat|exceeded) )?(?:our|the|its|their|this|that) (?:[a-z]+ ){0,2}(?:target|plan|goal)\b|\b(?:target|plan|goal)s? (?:was|were|has been|have been) (?:[a-z]+ )?(?:met(?: in full)?|exceeded|reached|beaten|surpassed|achieved)\b|\b(?:ahead of|above|over) (?:plan|target)\b|\bfully met\b|\bfully meeting\b|\bon target\b/gi;
const kept =
  /\b(?:(?:stay(?:ed|ing) |kept |keeping |came in |coming in |remain(?:ed|ing) |was |were )?(?:within|under|below|on) budget)\b/gi;
const planned =
  /\b(?:plan(?:s|ned)?|target(?:s|ed)?|goals?|aim(?:s|ed)?|budget(?:s|ed)?|called for|due|set out|intended|pledged|promised|allocated)\b/i;
const lessIsBetter =
  /\b(?:cut|reduce|reduction|limit|cap|at most|no more than|fewer|less than|complaints|accidents|injuries|deaths|wait(?:ing|s)?|days|minutes|hours|emissions|below|crimes?|losses|debt)\b/i;
const notYet =
  /\b(?:will|would|should|shall|could|may|might|must|to be|plans? to|aims? to|expects?|hopes?|not|never|if|unless|by 20\d\d|next year|nearly|almost|still|remaining|the other|the rest|except|short of|fail(?:ed|ing) to)\b/i;

const isCount = ({ family, kind, qualifier, movement, per, text }: Quantity): boolean =>
  family !== '%' &&
  family !== POINTS &&
  (kind === 'figure' || kind === 'chinese') &&
  qualifier === 'exact' &&
  movement === undefined &&
  per.length === 0 &&
  !(family === '' && /^(?:19|20)\d\d$/.test(text));

/** A sentence with the counts that it spells out among its figures: sixteen of the 18 towns. */
function figuresOf({ text, start, figures }: Sentence): readonly Quantity[] {
  const spelt = speltCounts(text, start).filter(({ span: [from, to] }) =>
    figures.every(({ span }) => span[1] <= from || to <= span[0]),
  );
  return spelt.length === 0 ? figures : [...figures, ...spelt].sort((a, b) => a.span[0] - b.span[0]);
}

/** The words of the clause that leads to a place. */
const leadTo = (sentence: Sentence, at: number): string =>
  /(?<![^,;:.])[^,;:.]*$/.exec(between(sentence, at - 80, at))?.[0] ?? '';
const restOf = (sentence: Sentence, at: number): string =>
  /^[^,;:.]*/.exec(between(sentence, at, at + 80))?.[0] ?? '';

/** What an English sentence claims in words of the figures before them. */
export function* englishBacking(sentence: Sentence): Generator<BackedClaim> {
  yield* metPlans(sentence);
  yield* allDone(sentence);
  yield* majorities(sentence);
  yield* aimsBehind(sentence);
  yield* marksPassed(sentence);
  yield* allInShares(sentence);
  yield* saidFractions(sentence);
}

/** “Exceeded its target of 50”, “within its budget of $3.8 million”: the aim stands behind the words, what was reached before them or behind the aim. */
const aimed =
  /\b(?:(exceed(?:ed|s|ing)|beat(?:s|ing|en)?|surpass(?:ed|es|ing)|m(?:e|ee)t(?:s|ing)?|achiev(?:ed|es|ing)|reach(?:ed|ing)|(?:well |just )?(?:above|over|ahead of))|((?:well |just |kept |stayed |remained )?(?:within|under|below|inside))) (?:our|the|its|their|this|that|a) (?:[a-z]+ )?(target|goal|plan|budget|limit|aim) of\b/gi;

function* aimsBehind(sentence: Sentence): Generator<BackedClaim> {
  const figures = figuresOf(sentence);
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

const isAim = ({ kind, qualifier, movement }: Quantity): boolean =>
  kind === 'figure' && qualifier === 'exact' && movement === undefined;

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

/** “All 40 schools (95%) took part”: a share of less than all. */
function* allInShares(sentence: Sentence): Generator<BackedClaim> {
  for (const { 0: said, index } of sentence.text.matchAll(
    /\b(?:all|every one)(?: of)?(?: the| our| its)? (?:\d[\d,]* )?(?:[a-z-]+ )?[a-z]{3,}s(?=,? |\uE001| [(–—])/gi,
  )) {
    const at = sentence.start + index;
    const end = at + said.length;
    const aside =
      sentence.brackets.find(({ span }) => span[0] >= end && span[0] - end < 3)?.sentences[0]?.figures ?? [];
    const next = sentence.figures.find(({ span }) => span[0] >= end && span[0] - end < 6);
    const behind =
      next && /^(?:, (?:or )?| [–—] )$/.test(between(sentence, end, next.span[0])) ? next : undefined;
    const part = aside.length === 1 ? aside[0] : behind;
    if (
      !part ||
      !isPercent(part) ||
      !isAim(part) ||
      /\b(?:not|nearly|almost|of the)\s*$/i.test(between(sentence, at - 10, at))
    )
      continue;
    yield { kind: 'over', span: [at, end], part, whole: undefined, level: new Fraction(1), figures: [part] };
  }
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
function planOf(sentence: Sentence, at: number): (Pair & Pick<BackedClaim, 'figures'>) | undefined {
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
const isLevelOrCount = (figure: Quantity): boolean => isCount(figure) || (isPercent(figure) && isAim(figure));

const around = ({ text, previous }: Sentence): string => `${previous?.text ?? ''} ${text}`;

/** The one figure of its kind that a sentence plans. */
function plannedBefore(sentence: Sentence | undefined, { family }: Quantity): Quantity | undefined {
  const figures =
    sentence?.figures.filter((figure) => isLevelOrCount(figure) && figure.family === family) ?? [];
  return figures.length === 1 && sentence && planned.test(sentence.text) ? figures[0] : undefined;
}

/** Words that say the same of what was done. */
const deeds: readonly RegExp[] = [
  /\bcorrect(?:ed|ing)?\b|\bfix(?:ed)?\b|\brepaired\b|\brectified\b|\bresolved\b|\bremedied\b/i,
  /\banswer(?:ed|ing)?\b|\brepl(?:y|ied)\b|\bresponded\b/i,
  /\bclosed\b|\bsettled\b|\bdecided\b/i,
  /\bpassed\b|\bmet the standard\b|\bcomplied\b|\bapproved\b|\bqualified\b/i,
  /\bcomplet(?:ed|ing)\b|\bfinished\b|\bdelivered\b|\bbuilt\b/i,
  /\bhave\b|\bhas\b|\bconnected\b|\bserved\b|\bcovered\b/i,
  /\bcompeted\b|\btook part\b|\battended\b|\bparticipated\b|\bvoted\b/i,
  /\bgraduated\b/i,
  /\binspected\b|\bchecked\b|\bvisited\b/i,
  /\bopened\b|\bin use\b|\boperating\b/i,
  /\bpaid\b|\breturned\b|\brenewed\b|\bsigned\b|\btrained\b|\bvaccinated\b|\bhoused\b|\bplaced\b|\bhired\b|\binstalled\b/i,
];

const all = /\b(?:all|every) (?:of )?(?:the |these |those |our |its )?(?:\d+ |[a-z]+ ){0,3}?([a-z]{3,})\b/gi;

/** Found 30 and corrected 28, so all hazards have been corrected. */
function* allDone(sentence: Sentence): Generator<BackedClaim> {
  const figures = figuresOf(sentence).filter(isCount);
  if (figures.length < 2) return;
  for (const { index } of sentence.text.matchAll(/\b(?:all|every|none|no)\b/gi)) {
    const at = sentence.start + index;
    const before = figures.filter(({ span }) => span[1] <= at);
    const pair = pairOf(sentence, before, at);
    if (!pair) continue;
    const said = restOf(sentence, at);
    if (notYet.test(said) || /\b(?:which|who|also|staff|work)\b/i.test(said)) continue;
    const between_ = between(sentence, pair.part.span[1], at);
    if (/\b(?:rest|other|others|remaining|except|but|pending)\b/i.test(between_)) continue;
    if (!backs(sentence, said, pair, at)) continue;
    yield {
      kind: 'all',
      span: [at, at + said.trimEnd().length],
      ...pair,
      level: undefined,
      figures: [pair.part, pair.whole],
    };
  }
}

interface Pair {
  readonly part: Quantity;
  readonly whole: Quantity;
}

/** The last two counts before a place, as a whole and what was done of it: 16 of the 18, or 30 found and 28 corrected. */
function pairOf(sentence: Sentence, figures: readonly Quantity[], at: number): Pair | undefined {
  const [one, two] = figures.slice(-2);
  if (!one || !two || two.span[1] > at || one.family !== two.family) return undefined;
  const isTurned = / of (?:the |our |its |all )?$/.test(between(sentence, one.span[1], two.span[0]));
  return isTurned ? { part: one, whole: two } : { part: two, whole: one };
}

/** Whether all are said to have done what only the part has, or none to have done what some have not. */
function backs(sentence: Sentence, said: string, { part, whole }: Pair, at: number): boolean {
  const isTurned = part.span[0] < whole.span[0];
  const partWords = between(
    sentence,
    Math.max(part.span[0] - 40, whole.span[0] < part.span[0] ? whole.span[1] : 0),
    at,
  );
  const wholeWords = isTurned ? '' : between(sentence, whole.span[0] - 30, whole.span[1]);
  if (/^(?:none|no)\b/i.test(said)) return deniesEach(said, partWords);
  return isDoneByAll(sentence, said, whole, partWords, wholeWords);
}

/** Whether all, or each, of what was counted is said to have done what the words of the part alone say. */
function isDoneByAll(
  sentence: Sentence,
  said: string,
  whole: Quantity,
  partWords: string,
  wholeWords: string,
): boolean {
  if (/\b(?:those|that|which) (?:were )?(?:answered|who|corrected|closed|passed)/i.test(said)) return false;
  const noun = nounOf(between(sentence, whole.span[1], whole.span[1] + 30));
  const names = [...said.matchAll(all)].length > 0 && noun !== undefined && said.toLowerCase().includes(noun);
  const every = /^every ([a-z]+)/i.exec(said)?.[1];
  if (every !== undefined && deeds.some((deed) => deed.test(every))) return false;
  // “all have been put right”, “all of them were”
  const isEvery =
    every !== undefined || /^all (?:of (?:them|these|those) )?(?:were|was|have|has|are|had)\b/i.test(said);
  const verb = /\b(?:were|was|been|are|is) ([a-z]{4,})\b/i.exec(said)?.[1];
  if (names && verb !== undefined && partWords.includes(verb) && !wholeWords.includes(verb)) return true;
  return (
    (names || isEvery) &&
    deeds.some((deed) => deed.test(said) && deed.test(partWords) && !deed.test(wholeWords.slice(0, 50)))
  );
}

/** None failed beside what passed, none had faults beside those that had. */
function deniesEach(said: string, partWords: string): boolean {
  if (/\bfail(?:ed)?\b/i.test(said)) return /\bpassed\b/i.test(partWords);
  if (/\b(?:faults?|defects?|problems?|errors?)\b/i.test(said))
    return /\b(?:faults?|defects?|problems?|errors?)\b/i.test(partWords);
  return (
    /\bopen\b|\bpending\b|\boutstanding\b/i.test(said) &&
    /\b(?:closed|settled|decided|resolved)\b/i.test(partWords)
  );
}

/** The stem of the noun that a figure counts: petition of “47 petitions”. */
const nounOf = (after: string): string | undefined => {
  const words = /^ ((?:[a-z-]+ ){0,2}?[a-z]{4,}s)\b/i.exec(after)?.[1]?.split(' ');
  return words
    ?.at(-1)
    ?.toLowerCase()
    .replace(/(?:ies|s)$/, '');
};

const majority =
  /\b(?:(?:a|the) majority\b|(?:more than|over|above) (?:a )?(half|one half|two[- ]thirds|three[- ]quarters|a third|a quarter)\b|(?:passing|exceeding|crossing|topping|above|over|past) (\d{1,2})(?:%| percent) for the first time)/gi;
const shares: Readonly<Record<string, Fraction>> = {
  'two-thirds': new Fraction(2, 3),
  'three-quarters': new Fraction(3, 4),
  'a third': new Fraction(1, 3),
  'a quarter': new Fraction(1, 4),
};

/** 48.6% of output, more than half for the first time; of 480 replies 226 were positive, a majority. */
function* majorities(sentence: Sentence): Generator<BackedClaim> {
  for (const { 0: said, 1: share, 2: percent, index } of sentence.text.matchAll(majority)) {
    const at = sentence.start + index;
    const lead = leadTo(sentence, at);
    if (notYet.test(lead) || !leadsOn.test(lead.trim())) continue;
    const before = figuresOf(sentence).filter(({ span }) => span[1] <= at);
    const last = before.at(-1);
    if (!last || between(sentence, last.span[1], at).length > 60) continue;
    const common = { kind: 'over', span: [at, at + said.length], level: levelOf(share, percent) } as const;
    if (isPercent(last) && isLevel(sentence, last))
      yield { ...common, part: last, whole: undefined, figures: [last] };
    else {
      const pair = pairOf(sentence, before.filter(isCount), at);
      if (pair && isOf(sentence, pair)) yield { ...common, ...pair, figures: [pair.part, pair.whole] };
    }
  }
}

/** What may stand between a figure and the words on it. */
const leadsOn =
  /^(?:so|and so|and thus|thus|or|which is|which was|that is|well|clearly|just|for the first time)?$/i;

const levelOf = (share = '', percent: string | undefined): Fraction =>
  percent === undefined
    ? (shares[share.toLowerCase().replace(/(two|three) /, '$1-')] ?? new Fraction(1, 2))
    : new Fraction(Number(percent), 100);

const isOf = (sentence: Sentence, { part, whole }: Pair): boolean =>
  part.number.compare(whole.number) <= 0 &&
  /\bof (?:the |our )?$/i.test(between(sentence, whole.span[0] - 12, whole.span[0]));

/** Whether a percentage is a level and no change; “made up 48.6%” went nowhere. */
const isLevel = (sentence: Sentence, { movement, span }: Quantity): boolean =>
  movement?.to !== false || /\bma[dk]e?s? up $/i.test(between(sentence, span[0] - 12, span[0]));

const month = `(${monthNames.join('|')})(?: (\\d{4}))?`;
const due = new RegExp(
  `\\b(?:due|planned for|scheduled for|promised for|to open|to finish)(?: to [a-z]+)?(?: in| by| for)? ${month}`,
);
const done = new RegExp(
  `\\b(?:opened|finished|completed|delivered|ended|came|handed over|closed)(?: only)?(?: in| on| by)? (?:\\d{1,2} )?${month}`,
);

/** Due in September and opened in November, on schedule; places count from the statement. */
export function* lateOnSchedule(statement: string): Generator<Lateness> {
  for (const { 0: words, index } of statement.matchAll(inTime)) {
    const before = statement.slice(0, index);
    const first = due.exec(before);
    const then = first ? done.exec(before.slice(first.index)) : null;
    if (!first || !then) continue;
    const [dueYear, doneYear] = [first[2] ?? then[2], then[2] ?? first[2]];
    if (monthCount(doneYear, numberOf(then[1])) > monthCount(dueYear, numberOf(first[1])))
      yield { span: [index, index + words.length], due: first[1] ?? '', done: then[1] ?? '' };
  }
}

const inTime = /\b(?:on schedule|on time|as planned|ahead of schedule|as scheduled)\b/gi;
const numberOf = (name: string | undefined): number => monthNames.indexOf(name ?? '');
