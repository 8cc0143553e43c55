import { monthNames } from '../../dates/calendar.ts';
import Fraction from '../../quantity/value/fraction.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import { monthCount, type BackedClaim, type Lateness } from './backing.ts';
import { aimsReached } from './english-aims.ts';
import { figuresWithSpelt, isAim, isBackingCount, leadTo, notYet, restOf } from './english-backing-words.ts';
import { saidFractions } from '../parts/english-fractions.ts';

/** What an English sentence claims in words of the figures before them. */
export function* englishBacking(sentence: Sentence): Generator<BackedClaim> {
  yield* aimsReached(sentence);
  yield* allDone(sentence);
  yield* majorities(sentence);
  yield* allInShares(sentence);
  yield* saidFractions(sentence);
}

/** “All 40 schools (95%) took part”: a share of less than all. */
function* allInShares(sentence: Sentence): Generator<BackedClaim> {
  for (const { 0: said, index } of sentence.text.matchAll(allOf)) {
    const at = sentence.start + index;
    const end = at + said.length;
    if (ofOthers.test(between(sentence, at - 12, at))) continue;
    const part = besideAll(sentence, end);
    if (part && isPercent(part) && isAim(part))
      yield {
        kind: 'over',
        span: [at, end],
        part,
        whole: undefined,
        level: new Fraction(1),
        figures: [part],
      };
  }
}

const allOf =
  /\b(?:all|every one)(?: of)?(?: the| our| its)? (?:\d[\d,]* )?(?:[a-z-]+ )?[a-z]{3,}s(?=,? |\uE001| [(–—])/gi;
/** Of all calls, 40% …; nearly all. */
const ofOthers =
  /\b(?:of|among|amongst|in|for|from|with|by|to|at|across|on|over|than|not|nearly|almost|virtually|practically)\s*$/i;

/** The figure alone in a bracket behind a place, or between commas or dashes. */
function besideAll(sentence: Sentence, end: number): Quantity | undefined {
  const bracket = sentence.brackets.find(({ span: [start] }) => start >= end && start - end < 3);
  const [inside, second] = bracket?.sentences[0]?.figures ?? [];
  if (bracket) return second === undefined && inside?.span[1] === bracket.span[1] - 1 ? inside : undefined;
  const next = sentence.figures.find(({ span }) => span[0] >= end && span[0] - end < 6);
  if (next === undefined) return undefined;
  const gap = between(sentence, end, next.span[0]);
  const rest = between(sentence, next.span[1], next.span[1] + 3);
  return (/^, (?:or )?$/.test(gap) && rest.startsWith(', ')) || (/^ [–—] $/.test(gap) && /^ [–—]/.test(rest))
    ? next
    : undefined;
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
  const figures = figuresWithSpelt(sentence).filter(isBackingCount);
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
    const before = figuresWithSpelt(sentence).filter(({ span }) => span[1] <= at);
    const last = before.at(-1);
    if (!last || between(sentence, last.span[1], at).length > 60) continue;
    const common = { kind: 'over', span: [at, at + said.length], level: levelOf(share, percent) } as const;
    if (isPercent(last) && isLevel(sentence, last))
      yield { ...common, part: last, whole: undefined, figures: [last] };
    else {
      const pair = pairOf(sentence, before.filter(isBackingCount), at);
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
