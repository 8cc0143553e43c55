import { changeKind } from '../../quantity/value/change.ts';
import { negate } from '../../quantity/value/interval.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import { POINTS } from '../../quantity/value/unit.ts';
import type { Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { stemOf, toldFigures, type ToldFigure } from '../english-figures.ts';
import { beforeOf, inUnitOf, isLike, isOnOtherBase, isPlain, type ChangeClaim } from './change-claims.ts';
import {
  areOfOneNoun,
  downVerb,
  levelInEnglish,
  levelsInOrder,
  linked,
  ofOthers,
  toEnd,
  toLevel,
  toldDirection,
  upVerb,
  type LevelInEnglish,
} from './english-level-words.ts';
import { isOnAnother } from './english-changes.ts';
import { isEnglishLevel, isToldChange, lonePair } from './english-lone-pairs.ts';
import { englishMultiples } from './english-multiples.ts';

/** Figures of a sentence and, where it begins with “this is”, of the ones before it. */
function windowOf(sentence: Sentence, text: TextAlone): readonly ToldFigure[] {
  const own = toldFigures(sentence, text);
  if (!sentence.previous || !goesOn.test(text.text.slice(sentence.start, sentence.start + 40))) return own;
  const before = toldFigures(sentence.previous, text);
  const earlier =
    before.length < 2 && sentence.previous.previous ? toldFigures(sentence.previous.previous, text) : [];
  return [...earlier, ...before, ...own];
}
const goesOn =
  /^\s*(?:(?:This|That|It) (?:is|was|represent|compares|means|amounts|equals)|(?:(?:In (?:19|20)\d\d|This year|Last year|A year later),? )?(?:the (?:number|figure|total|sum|amount)|it|this|they|there) (?:was|were|is|are|had|stood|rose|fell|grew|increased|climbed|dropped|declined|decreased)\b)/i;

/**
 * Changes that an English sentence, or it with those before it, tells: a change, by words on either side of it, and two levels of one thing
 * of which words or years say that one was before the other. Nothing but words of change may stand between the levels and the change.
 */
export function* englishToldChanges(sentence: Sentence, text: TextAlone): Generator<ChangeClaim> {
  if (sentence.within !== undefined || /\brespectively\b/.test(sentence.text)) return;
  const told = withAsides(windowOf(sentence, text));
  if (told.length < 2 || isOnOtherBase(sentence.text)) return;
  for (const [index, one] of told.entries()) {
    if (one.figure.span[0] < sentence.start) continue;
    const direction = toldDirection(one) ?? directionAbove(told, index);
    if (direction === undefined || !isPlain(one.figure)) continue;
    const claim = claimOf(told, index, direction, text);
    if (
      claim &&
      !isOnAnother(sentence, { before: { span: claim.before.span ?? one.figure.span } }, one.figure)
    )
      yield claim;
  }
  yield* englishMultiples(sentence, told, text);
}

/** Figures of which the next stands in a bracket of its own, with the words behind that: 2,240 (or 14%) above the level. */
const withAsides = (told: readonly ToldFigure[]): readonly ToldFigure[] =>
  told.map((each, index) => {
    const [last, next] = [told[index - 1], told[index + 1]];
    if (next && aside.test(next.lead) && next.behind.startsWith(')'))
      return { ...each, behind: next.behind.slice(1) };
    return last && aside.test(each.lead) && each.behind.startsWith(')') && !toldDirection(each)
      ? { ...each, behind: each.behind.slice(1) }
      : each;
  });
const aside = /^ \((?:or |that is |i\.e\. )$/;

const verbAbove = new RegExp(`\\b(?:(${upVerb})|${downVerb})\\b[^,;:.]{0,40}$`, 'i');

/** The direction of the verb before two levels, of what only says by how much: rose from 410 to 492, or by 20 per cent. */
function directionAbove(told: readonly ToldFigure[], index: number): 'up' | 'down' | undefined {
  const [one, last, change] = [told[index - 2], told[index - 1], told[index] as ToldFigure];
  if (last && /^,? or (?:by )?$/.test(change.lead) && isToldChange(last)) return toldDirection(last);
  const isOfPoints = change.lead === ', ' && /^ (?:percentage )?points\b/.test(change.behind);
  if (!one || !(isOfPoints || /,? (?:or|that is|which is)(?: by)? $/.test(change.lead))) return undefined;
  const found = verbAbove.exec(one.lead);
  return found ? (found[1] === undefined ? 'down' : 'up') : undefined;
}

const perYear =
  /^ (?:(?:a|per|each|every) (?:year(?! (?:earlier|before|ago))|month|week|day|quarter)|annually|on average)\b/;

function claimOf(
  told: readonly ToldFigure[],
  index: number,
  direction: 'up' | 'down',
  text: TextAlone,
): ChangeClaim | undefined {
  const own = withUnit(told, index);
  const { figure: change, behind, lead } = own;
  if (perYear.test(behind) || /\b(?:average|annual|yearly)\b/.test(lead.slice(-40))) return undefined;
  const from = Math.max(0, index - NEAR);
  const all = inUnitOfChange(told.slice(from, index + NEAR), own);
  const at = index - from;
  const near = all.map((each, place) => (place === at ? own : each));
  const isSure = pairBehind(near, at) !== undefined;
  const pair =
    pairBefore(near, at, text) ??
    pairBehind(near, at) ??
    pairAround(near, at, text) ??
    (told.length <= FEW ? lonePair(near, own, text.text) : undefined);
  if (!pair) return undefined;
  const [before, after] = pair;
  if (!changeKind(before.figure, change)) return undefined;
  return {
    before: beforeOf(before.figure),
    after: after.figure,
    change,
    direction,
    years: 1,
    ...(isSure && { isSure }),
  };
}

/** Levels in the unit of their change, where none of them has one: from 9.5 to 8.1, a fall of 1.4 days. */
function inUnitOfChange(told: readonly ToldFigure[], own: ToldFigure): readonly ToldFigure[] {
  const { unit, family } = own.figure;
  const isBare =
    unit !== '' &&
    told.every((each) => each.figure.span === own.figure.span || each.figure.family !== family);
  return isBare && changeKind(own.figure, own.figure) === 'difference'
    ? told.map((each) =>
        each.figure.family === '' ? { ...each, figure: inUnitOf(own.figure, each.figure) } : each,
      )
    : told;
}

/** A change that is spelt out in the unit of the levels beside it: four days longer. */
function withUnit(told: readonly ToldFigure[], index: number): ToldFigure {
  const own = told[index] as ToldFigure;
  const word = /^ ([a-z]+)/.exec(own.behind)?.[1];
  const level = told.find(
    ({ figure: { unit } }) => unit !== '' && word !== undefined && stemOf(unit) === stemOf(word),
  );
  if (level) return { ...own, figure: inUnitOf(level.figure, own.figure) };
  const { number, interval, family } = own.figure;
  if (family === '' && /^ percentage points\b/.test(own.behind))
    return { ...own, figure: withChanges(own.figure, { family: POINTS, unit: 'percentage points' }) };
  // (-25%) is a fall by 25%
  return number.compare(0) < 0
    ? { ...own, figure: withChanges(own.figure, { number: number.abs(), interval: negate(interval) }) }
    : own;
}

/** Among more figures than these nobody looks for the only two. */
const FEW = 12;
/** As many figures on either side of a change are looked at. */
const NEAR = 8;
/** As many figures before a change may be its levels. */
const BACK = 5;

/** Two levels that a change stands behind. */
function pairBefore(
  told: readonly ToldFigure[],
  index: number,
  { text }: TextAlone,
): readonly [LevelInEnglish, LevelInEnglish] | undefined {
  const change = told[index] as ToldFigure;
  let end = index - 1;
  // rose by 39, or 1.08%
  while (end > 0 && isToldChange(told[end] as ToldFigure)) end--;
  const last = told[end];
  if (!last || !isEnglishLevel(last, change.figure)) return undefined;
  const gap = text.slice(last.figure.span[1], change.figure.span[0]);
  if (!leadsOn(end === index - 1 ? gap : change.lead) || ofOthers.test(gap + change.behind.slice(0, 40)))
    return undefined;
  const second = levelInEnglish(last);
  for (const one of told.slice(Math.max(0, index - BACK), end).toReversed()) {
    if (!isEnglishLevel(one, change.figure)) continue;
    const first = levelInEnglish({ ...one, figure: inUnitOf(last.figure, one.figure) });
    if (!isLike(first.figure, second.figure) || !areOfOneNoun(first, second) || areFar(first, second))
      continue;
    const words = text.slice(one.figure.span[1], last.figure.span[0]);
    return words.length > 160 || ofOthers.test(words) ? undefined : levelsInOrder(first, second);
  }
  return undefined;
}

/** How much more one of two levels may be than the other. */
const FARTHEST = 20;

const areFar = ({ figure: a }: ToldFigure, { figure: b }: ToldFigure): boolean =>
  a.number.compare(b.number.mul(FARTHEST)) > 0 || b.number.compare(a.number.mul(FARTHEST)) > 0;

/** Whether nothing but words of change stands between a level and a change. */
const leadsOn = (words: string): boolean =>
  words.length <= 120 && linked.test(words) && !/\b(?:while|but|whereas)\b/.test(words);

const intoPair = /^(?: [a-z’'-]+){0,4}(?: \([^()]{0,20}\))?,? (?:from|to) (?:[a-z]+ ){0,2}$/i;

/** Two levels that a change leads to: fell 18 per cent, to 8,200 from 10,000; cut by 30%, from 15,200 in January to 10,640. */
function pairBehind(
  told: readonly ToldFigure[],
  index: number,
): readonly [LevelInEnglish, LevelInEnglish] | undefined {
  const [change, one, two] = told.slice(index, index + 3);
  if (!change || !one || !two || !intoPair.test(one.lead) || ofOthers.test(two.lead)) return undefined;
  if (!isEnglishLevel(one, change.figure) || !isEnglishLevel(two, change.figure)) return undefined;
  const [first, second] = [
    levelInEnglish({ ...one, figure: inUnitOf(two.figure, one.figure) }),
    levelInEnglish(two),
  ];
  if (!isLike(first.figure, second.figure) || /[;:.]/.test(two.lead) || two.lead.length > 60)
    return undefined;
  if (toEnd.test(one.lead) && /\bfrom (?:[a-z]+ ){0,2}$/.test(two.lead)) return [second, first];
  if (/\bfrom (?:[a-z]+ ){0,3}$/.test(one.lead) && toEnd.test(two.lead)) return [first, second];
  return undefined;
}

const thanBase = new RegExp(
  `^ (?:(?:percentage points? )?(?:more|fewer|less|higher|lower|greater|above|below|up|down|better|worse)(?: than| on| from)?) ${toLevel}{0,3}$`,
  'i',
);

/** A level, its change and what it is told against: £46.2m. That is 10% above the £42.0m of 2018. */
function pairAround(
  told: readonly ToldFigure[],
  index: number,
  { text }: TextAlone,
): readonly [LevelInEnglish, LevelInEnglish] | undefined {
  const [change, base] = [told[index] as ToldFigure, told[index + 1]];
  if (!base || !thanBase.test(base.lead) || ofOthers.test(base.behind.slice(0, 40))) return undefined;
  if (!isEnglishLevel(base, change.figure)) return undefined;
  for (let at = index - 1; at >= 0 && at >= index - BACK; at--) {
    const one = told[at] as ToldFigure;
    if (!isEnglishLevel(one, change.figure) || !isLike(one.figure, base.figure)) continue;
    if (!areOfOneNoun(levelInEnglish(one), levelInEnglish(base))) continue;
    const gap = text.slice(one.figure.span[1], change.figure.span[0]);
    if (
      gap.length > 120 ||
      !/^[^;]*(?:\. (?:This|That|It) (?:is|was)|,(?: which (?:is|was))?) (?:[a-z]+ )?$/.test(gap)
    )
      return undefined;
    return [levelInEnglish(base), levelInEnglish(one)];
  }
  return undefined;
}
