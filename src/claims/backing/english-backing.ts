import { monthNames } from '../../dates/calendar.ts';
import Fraction from '../../quantity/value/fraction.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import { monthCount, type BackedClaim, type Lateness } from './backing.ts';
import { aimsReached } from './english-aims.ts';
import { totals } from './english-totals.ts';
import { records } from './english-records.ts';
import { everywhere, runs } from './english-runs.ts';
import { figuresWithSpelt, isAim, isBackingCount, leadTo, notYet } from './english-backing-words.ts';
import { saidFractions } from '../parts/english-fractions.ts';

/** What an English sentence claims in words of the figures before them. */
export function* englishBacking(sentence: Sentence): Generator<BackedClaim> {
  yield* aimsReached(sentence);
  yield* records(sentence);
  yield* runs(sentence);
  yield* everywhere(sentence);
  yield* totals(sentence);
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
    // “ahead of schedule: it was due in March and was opened in May”
    const isAhead = /^(?:: |, (?:as )?(?:it|this|that|having)\b|\. It )/.test(
      statement.slice(index + words.length),
    );
    const around = isAhead ? statement.slice(index) : statement.slice(0, index);
    const first = due.exec(around);
    const then = first ? done.exec(around.slice(first.index)) : null;
    if (!first || !then) continue;
    const [dueYear, doneYear] = [first[2] ?? then[2], then[2] ?? first[2]];
    if (monthCount(doneYear, numberOf(then[1])) > monthCount(dueYear, numberOf(first[1])))
      yield { span: [index, index + words.length], due: first[1] ?? '', done: then[1] ?? '' };
  }
}

const inTime = /\b(?:on schedule|on time|as planned|ahead of schedule|as scheduled)\b/gi;
const numberOf = (name: string | undefined): number => monthNames.indexOf(name ?? '');
