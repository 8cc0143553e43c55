import { changeKind } from '../../quantity/value/change.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { RATIO } from '../../quantity/value/unit.ts';
import { multipleOf } from '../../quantity/scan/word-figures.ts';
import {
  beforeOf,
  directionInside,
  directionOf,
  insideBracket,
  isOnOtherBase,
  isPlain,
  yearOf,
  type ChangeClaim,
} from './change-claims.ts';
import { alternative, gapOf, isIntroduced, pairsIn, type Pair } from './english-pairs.ts';
import { between, type Sentence } from '../../reading/sentences.ts';

/** A change that a sentence tells of two figures. */
type Change = Pick<ChangeClaim, 'change' | 'direction'>;

/** Changes that an English sentence states with both figures that they lead from and to. */
export function* englishChanges(sentence: Sentence): Generator<ChangeClaim> {
  if (
    sentence.figures.length < 2 ||
    !(sentence.brackets.length > 0 || /\b(?:from|to|than|with|[Aa]gainst|on|over)\b/.test(sentence.text))
  )
    return;
  if (isOnOtherBase(sentence.text) || /\brespectively\b/.test(sentence.text)) return;
  for (const pair of pairsIn(sentence))
    for (const told of [
      ...changesBefore(sentence, pair),
      ...changesBehind(sentence, pair),
      ...multiples(sentence, pair),
    ]) {
      const years = yearsOf(sentence, pair, told.change);
      if (years === undefined || isOnAnother(sentence, pair, told.change)) continue;
      const named =
        pair.before.span[0] < pair.after.span[0] || told.change.span[0] < pair.after.span[0]
          ? { named: startOf(sentence, pair, told) }
          : {};
      if (changeKind(pair.before, told.change))
        yield { ...told, ...named, before: beforeOf(pair.before), after: pair.after, years };
    }
}

/** Where what names two figures ends: before “from”, or before a change that leads to them. */
const startOf = ({ figures }: Sentence, { first }: Pair, { change }: Change): number =>
  Math.min(change.span[0], figures[first]?.span[0] ?? Infinity);

/** Rose by 39, or 1.08%, to 3,646 from 3,607; 39 (1.08%) from …. */
function* changesBefore(sentence: Sentence, { first }: Pair): Generator<Change> {
  const [change, start] = [sentence.figures[first - 1], sentence.figures[first]];
  if (!change || !start || !isPlain(change)) return;
  const gap = gapOf(sentence, change.span[1], start.span[0]);
  const leads =
    /^(?: (?!and\b|or\b|to\b|from\b)[a-z-]+){0,5},? (?:from|to|on|over|than|compared with|against) (?:the |a |an |some |its |their )?(?:[a-z]+ (?:figure |total )?of )?$/;
  if (!leads.test(gap) || /\b(?:of|in)\b/.test(gap.replace(/ of $/, ''))) return;
  const other = sentence.figures[first - 2];
  const pair =
    other && isPlain(other) && alternative.test(gapOf(sentence, other.span[1], change.span[0]))
      ? other
      : undefined;
  const direction = directionOf(sentence, pair ?? change);
  if (!direction) return;
  if (pair) yield { change: pair, direction };
  yield { change, direction };
  const inside = insideBracket(sentence, change);
  if (inside) yield { change: inside, direction };
}

/** … to 3,646 (up 1.08%). */
function* changeInside(sentence: Sentence, end: Quantity): Generator<Change> {
  const change = insideBracket(sentence, end, true);
  const direction = change && directionInside(sentence, change);
  if (change && direction) yield { change, direction };
}

/** From 3,607 to 3,646, up 1.08%; … , an increase of 39, or 1.08%; … (up 1.08%). */
function* changesBehind(sentence: Sentence, { last, direction: verb }: Pair): Generator<Change> {
  const [end, change, other] = [
    sentence.figures[last],
    sentence.figures[last + 1],
    sentence.figures[last + 2],
  ];
  if (!end) return;
  yield* changeInside(sentence, end);
  const gap = change && gapOf(sentence, end.span[1], change.span[0]);
  if (!change || gap === undefined || !isPlain(change) || !isIntroduced(gap)) return;
  const direction =
    directionOf(sentence, change) ??
    (/, (?:or|that is|which is|an? (?:annual )?average of) $/.test(gap) ? verb : undefined);
  if (!direction) return;
  yield { change, direction };
  const aside = insideBracket(sentence, change);
  if (aside) yield { change: aside, direction };
  if (other && isPlain(other) && alternative.test(gapOf(sentence, change.span[1], other.span[0])))
    yield { change: other, direction };
}

const manifold =
  /(?<!\b(?:than|nearly|almost|about|roughly|over) )\b(doubled|trebled|tripled|quadrupled|halved)(?: [a-z]+){0,2} (?:from|to) (?:the |a |some )?$/;

/** Doubled from 100 to 200. */
function* multiples(sentence: Sentence, { first, before }: Pair): Generator<Change> {
  const start = sentence.figures[first]?.span[0] ?? 0;
  const lead = between(sentence, start - 60, start);
  const found = manifold.exec(lead);
  // “doubled from 400 to 600” is judged as a multiple
  const second = sentence.figures[first + 1];
  const isMultiple =
    found?.[1] !== 'halved' &&
    / from (?:[a-z]+ )?$/.test(lead) &&
    second !== undefined &&
    gapOf(sentence, sentence.figures[first]?.span[1] ?? start, second.span[0]) === ' to ';
  if (isMultiple) return;
  const change = found && multipleOf(found[1] ?? '', start - lead.length + found.index);
  if (change && before.family !== RATIO)
    yield { change, direction: change.text === 'halved' ? 'down' : 'up' };
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
  const over =
    /\bover (?:the )?(?:past |last )?(two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years\b/.exec(
      sentence.text,
    )?.[1];
  return over === undefined
    ? undefined
    : /\d/.test(over)
      ? Number(over) || undefined
      : numerals.indexOf(over) + 2;
}

const other =
  /^(?: (?:more|less|higher|lower|fewer|better|worse|ahead|short))? (?:than|on|over|against|of|above|below) (?:the |its |their )?(?:plan|target|budget|forecast|national|average)/;

/** Whether a change is told against another year than that of the figure before, or against no year at all: up 3% on the plan. */
export function isOnAnother(
  sentence: Sentence,
  { before }: { readonly before: Pick<Quantity, 'span'> },
  { span }: Pick<Quantity, 'span'>,
): boolean {
  const behind = gapOf(
    sentence,
    span[1],
    Math.min(span[1] + 60, before.span[0] > span[1] ? before.span[0] : Infinity),
  );
  if (
    before.span[0] <= span[1] &&
    (other.test(behind) || /^ (?:on|over|from|than|against) (?:in )?[A-Z]/.test(behind))
  )
    return true;
  const year =
    /^(?: [a-z]+){0,3} (?:on|over|than|from|against|compared with) (?:in |the )?(20\d\d)\b(?!,\d)/.exec(
      behind,
    )?.[1];
  return year !== undefined && Number(year) !== (yearOf(sentence, before) ?? Number(year));
}
