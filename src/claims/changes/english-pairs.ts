import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { directionOf, inUnitOf, isLike, isPlain, moves } from './change-claims.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';

/** Two figures that a sentence sets against each other, and where it goes on. */
export interface Pair {
  readonly before: Quantity;
  readonly after: Quantity;
  /** The places of the first and the last of them among the figures of the sentence. */
  readonly first: number;
  readonly last: number;
  /** Which way the verb before them says that it went. */
  readonly direction: 'up' | 'down' | undefined;
}

const brackets = new RegExp(` ?${BRACKET}+`, 'g');

/** Words between two places without what stands in brackets. */
export const gapOf = (sentence: Sentence, from: number, to: number): string =>
  between(sentence, from, to).replaceAll(brackets, '');

const article = '(?:the |a |an |some |its |their )?';
const opensAgainst = /^\s*(?:against|compared (?:with|to)) (?:the )?$/i;
const fromLead = new RegExp(`\\bfrom ${article}$`);
const toLead = new RegExp(`\\bto ${article}$`);
const toGap = new RegExp(`^[^,;:.]{0,40} to ${article}$`);
const fromGap = new RegExp(`^[^,;:.]{0,40},? from ${article}$`);
const against = new RegExp(
  `^[^;:.,]{0,40},? (?:(up|down) from|compared (?:with|to)|as against|against|versus|vs\\.?) ${article}$`,
);
const changedFrom = new RegExp(
  `^(?: [a-z-]+){0,2} (?:from|on|over|than|compared with|against) ${article}(?:[a-z]+ (?:figure |total )?of )?$`,
);
const planned = /^ (?:[a-z]+ ){0,2}(?:planned|budgeted|budget|targeted|target|forecast|expected|estimated)\b/;
const joins = /\b(?:and|or|while|but|as|whereas|plus)\b/;

/** Every two figures of a sentence that it sets against each other: from … to …, to … from …, … up 3% from …. */
export function* pairsIn(sentence: Sentence): Generator<Pair> {
  for (const [first, one] of sentence.figures.entries()) {
    const two = sentence.figures[first + 1];
    if (!two || !isPlain(one)) continue;
    const gap = gapOf(sentence, one.span[1], two.span[0]);
    const told = sideBySide(sentence, first, one, two, gap);
    if (told) yield told;
    const aside = asideOf(sentence, one);
    if (aside && isLike(one, aside))
      yield { before: aside, after: one, first, last: first, direction: undefined };
    const behind = acrossChange(sentence, first, one, two, gap);
    if (behind) yield behind;
  }
}

/** Two figures with nothing between them but what sets them against each other: from … to …, to … from …, … compared with …. */
function sideBySide(
  sentence: Sentence,
  first: number,
  one: Quantity,
  two: Quantity,
  gap: string,
): Pair | undefined {
  if (!isPlain(two) || joins.test(gap)) return undefined;
  const lead = between(sentence, one.span[0] - 60, one.span[0]);
  const places = { first, last: first + 1 };
  if (fromLead.test(lead) && toGap.test(gap)) {
    const before = inUnitOf(two, one);
    return isLike(before, two) ? { before, after: two, ...places, direction: verbIn(lead) } : undefined;
  }
  if (!isLike(one, two)) return undefined;
  // Against 1,320 callouts in 2018 the brigade answered 1,452
  if (
    opensAgainst.test(lead) &&
    !planned.test(gap) &&
    /^[^;:.]{4,70} $/.test(gap) &&
    !/\b(?:of|to|by|from) $/.test(gap)
  )
    return { before: one, after: two, ...places, direction: undefined };
  if (toLead.test(lead) && fromGap.test(gap))
    return { before: two, after: one, ...places, direction: verbIn(lead) };
  const set = against.exec(gap);
  return set && !planned.test(between(sentence, two.span[1], two.span[1] + 40))
    ? { before: two, after: one, ...places, direction: set[1] as 'up' | 'down' | undefined }
    : undefined;
}

/** A figure, its change, and what it is told from: 3,646, up 39, or 1.08%, from 3,607. */
function acrossChange(
  sentence: Sentence,
  first: number,
  one: Quantity,
  two: Quantity,
  gap: string,
): Pair | undefined {
  if (one.movement?.to === false || !isIntroduced(gap) || !directionOf(sentence, two)) return undefined;
  const change = pairBehind(sentence, first + 1);
  const end = sentence.figures[change + 1];
  if (!end || !isPlain(end) || !isLike(one, end)) return undefined;
  // what others have is a gap, and no change
  if (ofOthers.test(gapOf(sentence, two.span[1], end.span[1] + 40))) return undefined;
  return changedFrom.test(gapOf(sentence, sentence.figures[change]?.span[1] ?? 0, end.span[0]))
    ? { before: end, after: one, first: change + 1, last: change + 1, direction: undefined }
    : undefined;
}

const ofOthers =
  /\b(?:national|regional|statewide|county|sector|industry|average|median|benchmark|region|country|peers?|elsewhere)\b/i;

/** The figure of another year in a bracket behind one: £4.2 million (2016: £3.9 million), 3,646 (up from 3,607). */
function asideOf(sentence: Sentence, { span }: Quantity): Quantity | undefined {
  const [inside] = sentence.brackets.find(({ span: [start] }) => start === span[1] + 1)?.sentences ?? [];
  const [only, second] = inside?.figures ?? [];
  if (!inside || !only || second || !isPlain(only)) return undefined;
  const lead = between(inside, inside.start, only.span[0]);
  return /^(?:in )?20\d\d(?::|,| –| —)? $|^(?:(?:up|down) from|compared (?:with|to)|against|from) $/.test(
    lead,
  )
    ? only
    : undefined;
}

/** The place of a change, or of the other way of telling it behind it: 39, or 1.08%, from 3,607. */
function pairBehind(sentence: Sentence, at: number): number {
  const [one, two] = [sentence.figures[at], sentence.figures[at + 1]];
  return one && two && isPercent(two) && alternative.test(gapOf(sentence, one.span[1], two.span[0]))
    ? at + 1
    : at;
}

/** Between two ways of telling one change: 39, or 1.08%. */
export const alternative = /^,? or (?:by )?$/;

const verb = new RegExp(`\\b${moves}\\b[^,;:.\\d]{0,40}$`, 'i');

/** The direction of the last verb before two figures. */
function verbIn(lead: string): 'up' | 'down' | undefined {
  const found = verb.exec(lead);
  return found ? (found[1] === undefined ? 'down' : 'up') : undefined;
}

const ofYear =
  '(?: (?:in|during|for) 20\\d\\d| last year| this year| (?:a|one|the) year (?:earlier|before))?';
const told = `(?:an? (?:[a-z]+ ){0,2})?${moves}(?: [a-z]+ly)?(?: (?:by|of))?(?: (?:a total of|an average of|an annual average of))? `;
const introduced = new RegExp(
  `^(?: [a-z’'-]+){0,4}${ofYear}(?:,|:| –| —) (?:which (?:is|was) |that is |or |representing |equal to )?(?:an (?:annual )?average of |an? |${told})?$`,
  'i',
);

/** Whether words lead from a figure to a change of it: “ passes in 2017, an increase of ”. */
export const isIntroduced = (gap: string): boolean =>
  introduced.test(gap) && !joins.test(gap.replace(/, or /, ', '));
