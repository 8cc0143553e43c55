import { changeKind } from '../quantity/change.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { RATIO } from '../quantity/unit.ts';
import { multipleOf } from '../quantity/word-figures.ts';
import { beforeOf, directionInside, directionOf, insideBracket, isLike, isOnOtherBase, isPlain, moves, yearOf, type ChangeClaim } from './change-claims.ts';
import { between, BRACKET, type Sentence } from './sentences.ts';

/** Two figures that a sentence sets against each other, and where it goes on. */
interface Pair {
  readonly before: Quantity;
  readonly after: Quantity;
  /** The places of the first and the last of them among the figures of the sentence. */
  readonly first: number;
  readonly last: number;
  /** Which way the verb before them says that it went. */
  readonly direction: 'up' | 'down' | undefined;
}

/** A change that a sentence tells of two figures. */
type Change = Pick<ChangeClaim, 'change' | 'direction'>;

/** Changes that an English sentence states with both figures that they lead from and to. */
export function* englishChanges(sentence: Sentence): Generator<ChangeClaim> {
  if (sentence.figures.length < 2 || !/\b(?:from|to|than|with|against|on|over)\b/.test(sentence.text)) return;
  if (isOnOtherBase(sentence.text) || /\brespectively\b/.test(sentence.text)) return;
  for (const pair of pairsIn(sentence))
    for (const told of [...changesBefore(sentence, pair), ...changesBehind(sentence, pair), ...multiples(sentence, pair)]) {
      const years = yearsOf(sentence, pair, told.change);
      if (years === undefined || isOfAnother(sentence, pair, told.change)) continue;
      const named = pair.before.span[0] < pair.after.span[0] || told.change.span[0] < pair.after.span[0] ? { named: startOf(sentence, pair, told) } : {};
      if (changeKind(pair.before, told.change)) yield { ...told, ...named, before: beforeOf(pair.before), after: pair.after, years };
    }
}

/** Where what names two figures ends: before “from”, or before a change that leads to them. */
const startOf = ({ figures }: Sentence, { first }: Pair, { change }: Change): number => Math.min(change.span[0], figures[first]?.span[0] ?? Infinity);

const brackets = new RegExp(` ?${BRACKET}+`, 'g');

/** Words between two places without what stands in brackets. */
const gapOf = (sentence: Sentence, from: number, to: number): string => between(sentence, from, to).replaceAll(brackets, '');

const article = '(?:the |a |an |some |its |their )?';
const fromLead = new RegExp(`\\bfrom ${article}$`);
const toLead = new RegExp(`\\bto ${article}$`);
const toGap = new RegExp(`^[^,;:.]{0,40} to ${article}$`);
const fromGap = new RegExp(`^[^,;:.]{0,40},? from ${article}$`);
const against = new RegExp(`^[^;:.,]{0,40},? (?:(up|down) from|compared (?:with|to)|as against|against|versus|vs\\.?) ${article}$`);
const changedFrom = new RegExp(`^(?: [a-z-]+){0,2} (?:from|on|over|than|compared with|against) ${article}(?:[a-z]+ (?:figure |total )?of )?$`);
const planned = /^ (?:[a-z]+ ){0,2}(?:planned|budgeted|budget|targeted|target|forecast|expected|estimated)\b/;
const joins = /\b(?:and|or|while|but|as|whereas|plus)\b/;

function* pairsIn(sentence: Sentence): Generator<Pair> {
  for (const [first, one] of sentence.figures.entries()) {
    const two = sentence.figures[first + 1];
    if (!two || !isPlain(one)) continue;
    const lead = between(sentence, one.span[0] - 60, one.span[0]);
    const gap = gapOf(sentence, one.span[1], two.span[0]);
    if (isPlain(two) && isLike(one, two) && !joins.test(gap)) {
      const ends = { first, last: first + 1, direction: verbIn(lead) };
      const set = against.exec(gap);
      if (fromLead.test(lead) && toGap.test(gap)) yield { before: one, after: two, ...ends };
      else if (toLead.test(lead) && fromGap.test(gap)) yield { before: two, after: one, ...ends };
      else if (set && !planned.test(between(sentence, two.span[1], two.span[1] + 40)))
        yield { before: two, after: one, ...ends, direction: set[1] as 'up' | 'down' | undefined };
    }
    const change = isIntroduced(gap) && directionOf(sentence, two) ? pairBehind(sentence, first + 1) : undefined;
    const end = change === undefined ? undefined : sentence.figures[change + 1];
    if (change === undefined || !end || !isPlain(end) || !isLike(one, end) || one.movement?.to === false) continue;
    if (changedFrom.test(gapOf(sentence, sentence.figures[change]?.span[1] ?? 0, end.span[0])))
      yield { before: end, after: one, first: change + 1, last: change + 1, direction: undefined };
  }
}

/** The place of a change, or of the other way of telling it behind it: 39, or 1.08%, from 3,607. */
function pairBehind(sentence: Sentence, at: number): number {
  const [one, two] = [sentence.figures[at], sentence.figures[at + 1]];
  return one && two && two.unit === '%' && alternative.test(gapOf(sentence, one.span[1], two.span[0])) ? at + 1 : at;
}

const alternative = /^,? or (?:by )?$/;

const verb = new RegExp(`\\b${moves}\\b[^,;:.\\d]{0,40}$`, 'i');

/** The direction of the last verb before two figures. */
function verbIn(lead: string): 'up' | 'down' | undefined {
  const found = verb.exec(lead);
  return found ? (found[1] === undefined ? 'down' : 'up') : undefined;
}

const ofYear = '(?: (?:in|during|for) 20\\d\\d| last year| this year| (?:a|one|the) year (?:earlier|before))?';
const told = `(?:an? (?:[a-z]+ ){0,2})?${moves}(?: [a-z]+ly)?(?: (?:by|of))?(?: (?:a total of|an average of|an annual average of))? `;
const introduced = new RegExp(
  `^(?: [a-z’'-]+){0,4}${ofYear}(?:,|:| –| —) (?:which (?:is|was) |that is |or |representing |equal to )?(?:an (?:annual )?average of |${told})?$`,
  'i',
);

/** Whether words lead from a figure to a change of it: “ passes in 2017, an increase of ”. */
const isIntroduced = (gap: string): boolean => introduced.test(gap) && !joins.test(gap.replace(/, or /, ', '));

/** Rose by 39, or 1.08%, to 3,646 from 3,607; 39 (1.08%) from …. */
function* changesBefore(sentence: Sentence, { first }: Pair): Generator<Change> {
  const [change, start] = [sentence.figures[first - 1], sentence.figures[first]];
  if (!change || !start || !isPlain(change)) return;
  const gap = gapOf(sentence, change.span[1], start.span[0]);
  const leads =
    /^(?: (?!and\b|or\b|to\b|from\b)[a-z-]+){0,5},? (?:from|to|on|over|than|compared with|against) (?:the |a |an |some |its |their )?(?:[a-z]+ (?:figure |total )?of )?$/;
  if (!leads.test(gap) || /\b(?:of|in)\b/.test(gap.replace(/ of $/, ''))) return;
  const other = sentence.figures[first - 2];
  const pair = other && isPlain(other) && alternative.test(gapOf(sentence, other.span[1], change.span[0])) ? other : undefined;
  const direction = directionOf(sentence, pair ?? change);
  if (!direction) return;
  if (pair) yield { change: pair, direction };
  yield { change, direction };
  const inside = insideBracket(sentence, change);
  if (inside) yield { change: inside, direction };
}

/** From 3,607 to 3,646, up 1.08%; … , an increase of 39, or 1.08%; … (up 1.08%). */
function* changesBehind(sentence: Sentence, { last, direction: verb }: Pair): Generator<Change> {
  const [end, change, other] = [sentence.figures[last], sentence.figures[last + 1], sentence.figures[last + 2]];
  if (!end) return;
  const bracket = insideBracket(sentence, end, true);
  const inside = bracket && directionInside(sentence, bracket);
  if (bracket && inside) yield { change: bracket, direction: inside };
  const gap = change && gapOf(sentence, end.span[1], change.span[0]);
  if (!change || gap === undefined || !isPlain(change) || !isIntroduced(gap)) return;
  const direction = directionOf(sentence, change) ?? (/, (?:or|that is|which is|an? (?:annual )?average of) $/.test(gap) ? verb : undefined);
  if (!direction) return;
  yield { change, direction };
  const aside = insideBracket(sentence, change);
  if (aside) yield { change: aside, direction };
  if (other && isPlain(other) && alternative.test(gapOf(sentence, change.span[1], other.span[0]))) yield { change: other, direction };
}

const manifold =
  /(?<!\b(?:than|nearly|almost|about|roughly|over) )\b(doubled|trebled|tripled|quadrupled|halved)(?: [a-z]+){0,2} (?:from|to) (?:the |a |some )?$/;

/** Doubled from 100 to 200. */
function* multiples(sentence: Sentence, { first, before }: Pair): Generator<Change> {
  const start = sentence.figures[first]?.span[0] ?? 0;
  const lead = between(sentence, start - 60, start);
  const found = manifold.exec(lead);
  const change = found && multipleOf(found[1] ?? '', start - lead.length + found.index);
  if (change && before.family !== RATIO) yield { change, direction: change.text === 'halved' ? 'down' : 'up' };
}

const numerals = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Over how many years a change is the average; 1 where it is the whole change, undefined where the years are not said. */
function yearsOf(sentence: Sentence, { before, after }: Pair, change: Quantity): number | undefined {
  const behind = gapOf(sentence, change.span[1], change.span[1] + 40);
  const lead = between(sentence, change.span[0] - 40, change.span[0]);
  if (/^ (?:a|per|each|every) (?:month|quarter|week|day)\b|^ monthly/.test(behind)) return undefined;
  if (
    !/^ (?:(?:a|per|each|every) year(?! (?:earlier|before|ago))|annually|on average|yearly)\b/.test(behind) &&
    !/\b(?:average|annual|yearly|annually)\b/.test(lead)
  )
    return 1;
  const [from, to] = [yearOf(sentence, before), yearOf(sentence, after)];
  if (from !== undefined && to !== undefined) return to - from > 1 && to - from < 60 ? to - from : undefined;
  const over = /\bover (?:the )?(?:past |last )?(two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years\b/.exec(sentence.text)?.[1];
  return over === undefined ? undefined : /\d/.test(over) ? Number(over) || undefined : numerals.indexOf(over) + 2;
}

const other =
  /^(?: (?:more|less|higher|lower|fewer|better|worse|ahead|short))? (?:than|on|over|against|of|above|below) (?:the |its |their )?(?:plan|target|budget|forecast|national|average)/;

/** Whether a change is told against another year than that of the figure before, or against no year at all: up 3% on the plan. */
function isOfAnother(sentence: Sentence, { before }: Pair, { span }: Quantity): boolean {
  const behind = gapOf(sentence, span[1], Math.min(span[1] + 60, before.span[0] > span[1] ? before.span[0] : Infinity));
  if (before.span[0] <= span[1] && other.test(behind)) return true;
  const year = /^(?: [a-z]+){0,3} (?:on|over|than|from|against|compared with) (?:in |the )?(20\d\d)\b(?!,\d)/.exec(behind)?.[1];
  return year !== undefined && Number(year) !== (yearOf(sentence, before) ?? Number(year));
}
