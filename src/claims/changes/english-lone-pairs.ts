import { changeKind } from '../../quantity/value/change.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent, RATIO } from '../../quantity/value/unit.ts';
import type { ToldFigure } from '../english-figures.ts';
import { inUnitOf, isLike, isPlain } from './change-claims.ts';
import {
  areOfOneNoun,
  isMoveWord,
  levelInEnglish,
  levelsInOrder,
  ofOthers,
  toEnd,
  toldDirection,
  type LevelInEnglish,
} from './english-level-words.ts';

/** Whether a figure says by how much something went. */
export const isToldChange = (told: ToldFigure): boolean => toldDirection(told) !== undefined;

/** Whether a figure may be what a change leads from or to. */
export const isEnglishLevel = (told: ToldFigure, change: Quantity): boolean =>
  isPlain(told.figure) &&
  told.figure.movement?.to !== false &&
  !(told.figure.family !== RATIO && isPercent(told.figure)) &&
  changeKind(told.figure, change) !== undefined &&
  !/^ (?:percentage points? )?(?:more|fewer|less|higher|lower)\b/.test(told.behind);

/** Words that begin what others did. */
const conjoined =
  /\b(?:while|but|whereas|although|though|despite|with|after|because|and(?! (?:this|that|so|thus|represents?|means|amounts|is|was|an?|up|down|by)\b))\b|;(?! (?:this|that|which|an?|up|down)\b)/i;
const FAR = 220;

/** The two levels of a sentence that has no others of their kind, with a change that belongs to them: 14,400 (2018: 13,400), 412 in 2018 … 378. */
export function lonePair(
  told: readonly ToldFigure[],
  change: ToldFigure,
  text: string,
): readonly [LevelInEnglish, LevelInEnglish] | undefined {
  const [one, two, more] = told.filter(
    (each) =>
      each !== change && isEnglishLevel(each, change.figure) && !isToldChange(each) && !isSpeltTime(each),
  );
  if (!one || !two || more) return undefined;
  const [first, second] = [
    levelInEnglish({ ...one, figure: inUnitOf(two.figure, one.figure) }),
    levelInEnglish(two),
  ];
  if (!isLike(first.figure, second.figure) || !areOfOneNoun(first, second)) return undefined;
  const all = text.slice(
    Math.min(one.figure.span[0], change.figure.span[0]),
    Math.max(two.figure.span[1], change.figure.span[1]),
  );
  if (all.length > FAR || ofOthers.test(`${all}${change.behind.slice(0, 40)} ${two.behind.slice(0, 40)}`))
    return undefined;
  if (!belongsTo(change, first, two, text)) return undefined;
  if (two.figure.span[0] < change.figure.span[0] || change.figure.span[0] < one.figure.span[0])
    return ofSomething.test(change.behind)
      ? undefined
      : (levelsInOrder(first, second) ?? dated(first, second));
  if (toEnd.test(change.behind)) return [first, second];
  // what is of no other time is held against another thing
  return ofTime.test(all + two.behind.slice(0, 60) + one.lead.slice(-60)) ? [second, first] : undefined;
}

/** Words of another time. */
const ofTime = /\b(?:19|20)\d\d\b|\b(?:years?|last|previous|prior|before|earlier|ago|then|months?|had)\b/i;

/** Ten years, three times. */
const isSpeltTime = ({ figure, behind }: ToldFigure): boolean =>
  /^[a-z]/i.test(figure.text) &&
  /^ (?:years?|months?|weeks?|days?|hours?|minutes?|times|in|out)\b/.test(behind);

/** Below the level that we need: against what no figure tells. */
const ofSomething =
  /^ (?:[a-z]+ )?(?:more|less|fewer|higher|lower|longer|shorter|above|below|ahead|short|better|worse)(?: than| of| on)? (?!than\b|in\b|the year\b|last\b|a year\b|the (?:previous|preceding|prior)\b|before\b|then\b|on\b|at\b|over\b|year\b)[a-z]/;

/** Of two levels the one that a bracket with its year holds was before: $412m ($398m in 2018). */
function dated(
  first: LevelInEnglish,
  second: LevelInEnglish,
): readonly [LevelInEnglish, LevelInEnglish] | undefined {
  // last year 1,176, the year before 1,200
  if (
    /\blast year\b/.test(first.lead + first.behind) &&
    /\bthe year before\b/.test(second.lead + second.behind)
  )
    return [second, first];
  return second.lead.endsWith('(') && /^ in (?:19|20)\d\d\)/.test(second.behind)
    ? [second, first]
    : undefined;
}

const against =
  /\b(?:on|over|than|from|against|with|to|above|below)\b[^;:,]{0,40}(?:\b(?:19|20)\d\d, (?:when (?:there were|it was|we had|they were) )?)?$/i;
const leadsTo = /^[^;:]{0,50}(?:\b(?:to|from|at|of)(?: [a-z]+){0,2}|,) $/i;

/** Whether a change is of two levels: behind both, between them or before both, with no word of what others did on the way. */
function belongsTo(change: ToldFigure, one: ToldFigure, two: ToldFigure, text: string): boolean {
  const [start, end] = change.figure.span;
  const between = text.slice(one.figure.span[1], two.figure.span[0]);
  if (two.figure.span[1] <= start) {
    const words = text.slice(two.figure.span[1], start);
    return !conjoined.test(words) && isOfMove(words);
  }
  if (end <= one.figure.span[0]) {
    const words = text.slice(end, one.figure.span[0]);
    return !conjoined.test(words + between) && leadsTo.test(words) && between.length <= 60;
  }
  const [before, behind] = [text.slice(one.figure.span[1], start), text.slice(end, two.figure.span[0])];
  // since 2015, when it stood at 1,900, it has risen by 40% to 2,660
  if (toEnd.test(behind)) return since.test(one.lead) && !/[;:.]/.test(before) && behind.length < 24;
  const isOfIt = isOfMove(before) || (/\b[Aa]t $/.test(one.lead) && clauseOfIt.test(before));
  return !conjoined.test(before + behind) && isOfIt && against.test(behind);
}

/** At 4,160, new enrolments were 4% up: what is spoken of stands between. */
const clauseOfIt = /^, [a-z’' -]{2,50} (?:was|were|is|are) $/i;
const since = /\b(?:since|in|from) (?:19|20)\d\d\b[^;:.]*\b(?:stood at|was|were|numbered) (?:[a-z]+ )?$/i;

const plain = new Set(
  (
    'or and so thus which that this it is was are were means meant represents represented representing equals equal to amounts a an the some about nearly almost around roughly ' +
    'by of in over on at year years year-on-year total overall further net clear sharp slight small large modest significant marked considerable healthy steep annual again also more than just only ' +
    'change i.e e.g namely we they have has had been there number figure total amount rate share proportion'
  ).split(' '),
);

/** Whether the clause that leads to a change has no subject of its own. */
function isOfMove(words: string): boolean {
  const clause = (words.split(/[,;:(–—.]/).at(-1) ?? '').toLowerCase();
  return (clause.match(/[a-z][a-z’'.-]*/g) ?? []).every((word) => plain.has(word) || isMoveWord(word));
}
