import { changeKind } from '../../quantity/value/change.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import { multipleOf } from '../../quantity/scan/word-figures.ts';
import { isPercent, RATIO } from '../../quantity/value/unit.ts';
import { endOf, type Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { nounBehind, toldFigures, type ToldFigure } from '../english-figures.ts';
import { beforeOf, inUnitOf, isLike, isOnOtherBase, isPlain, type ChangeClaim } from './change-claims.ts';

/**
 * Changes as English prose tells them: a change, by words on either side of it, and two levels of one thing of which words or years say
 * that one was before the other. Nothing but words of change may stand between the levels and the change.
 */
const upNoun = 'increase|rise|gain|growth|jump|improvement|uplift|surge|climb|advance|upturn|expansion';
const downNoun = 'decrease|fall|drop|decline|reduction|cut|loss|saving|dip|slump|contraction|shrinkage|downturn';
const upVerb =
  'rose|risen|rises?|rising|grew|grown|grows?|growing|climbed|climbs?|increased|increases?|increasing|jumped|gained|expanded|improved|surged|soared|advanced|went up|gone up|going up|edged up|crept up|picked up';
const downVerb =
  'fell|fallen|falls?|falling|dropped|drops?|dropping|declined|declines?|declining|decreased|decreases?|shrank|shrunk|slipped|eased|dipped|cut|reduced|lowered|slumped|went down|gone down|came down|brought down|edged down|contracted|tumbled|slid';
const near = '(?:(?:about|around|some|roughly|approximately|only|just|a further|fully|as much as|no less than) )?';
const adjectives = '(?:[a-z-]+ ){0,2}';

const leads: readonly (readonly [RegExp, 'up' | 'down'])[] = [
  [new RegExp(`\\b(?:${upNoun}) (?:of|by) ${near}$`, 'i'), 'up'],
  [new RegExp(`\\b(?:${downNoun}) (?:of|by) ${near}$`, 'i'), 'down'],
  [new RegExp(`\\b(?:up|${upVerb})(?: [a-z]+ly)?(?: by)? ${near}$`, 'i'), 'up'],
  [new RegExp(`\\b(?:down|${downVerb})(?: [a-z]+ly)?(?: by)? ${near}$`, 'i'), 'down'],
];
const behinds: readonly (readonly [RegExp, 'up' | 'down'])[] = [
  [new RegExp(`^ (?:percentage points? )?(?:${upNoun}|up|more|higher|above|better|greater|larger|bigger)\\b`, 'i'), 'up'],
  [new RegExp(`^ (?:percentage points? )?(?:${downNoun}|down|fewer|less|lower|below|smaller)\\b`, 'i'), 'down'],
];

/** Which way a figure says by the words beside it that something went. */
function directionOf({ figure, lead, behind }: ToldFigure): 'up' | 'down' | undefined {
  if (figure.movement) return figure.movement.to ? undefined : figure.movement.direction;
  const [, direction] =
    behinds.find(([words]) => words.test(behind)) ?? leads.find(([words]) => words.test(lead)) ?? [];
  return direction;
}

const article =
  '(?:(?:the|a|an|some|about|around|only|just|its|their|our|as many as) |(?:last|the previous|the preceding|the prior) year(?:’s|\'s)? (?:figure of |total of )?|(?:(?:the|an?) )?(?:base|peak|low|high|level|figure|total|record|starting point|baseline)(?: figure)? of |[a-z]+ of |(?:previous|prior|earlier) |(?:19|20)\\d\\d(?:’s|\'s) |in (?:19|20)\\d\\d of )';
/** Words that lead to the level that another is told against. */
const toBase = new RegExp(
  `\\b(?:from|against|versus|vs\\.?|compar(?:ed|es) (?:with|to)|as against|than|exceed(?:ed|ing|s)|beat(?:ing)?)(?: the)? ${article}{0,3}$|\\b(?:had (?:been|stood at|numbered|totalled|seen|recorded|reached)|having (?:been|stood at)) ${article}{0,2}$|\\bhad [a-z]+(?: at)? $|\\((?:in )?(?:19|20)\\d\\d(?:[/–-]\\d\\d)?(?::|,| [–—-])? $`,
  'i',
);
const toEnd = new RegExp(`\\bto ${article}{0,2}$`, 'i');
/** Words behind a level, or before it in its clause, that say it was the one before. */
const wasBefore =
  /^[^,;:()]{0,60}\b(?:last year|the year before|a year (?:earlier|before|ago)|one year (?:earlier|before)|(?:the|in the) (?:preceding|previous|prior) (?:financial |fiscal )?year)\b/i;
const beforeClause =
  /(?:^|[,;.] |\b)(?:last year|the year before|a year (?:earlier|before)|in the (?:preceding|previous|prior) year)\b[^,;:]{0,40}$/i;

interface Level extends ToldFigure {
  readonly year: number | undefined;
  readonly isBase: boolean;
}

const years = '(?:fiscal |FY ?|financial year )?((?:19|20)\\d\\d)(?!\\d|,\\d)(?:[/–-]\\d\\d(?:\\d\\d)?)?';
const yearBehind = new RegExp(`^[^,;:()]{0,40}?\\b(?:in|for|of|during|at the end of|by the end of) (?:the year )?(?:[A-Z][a-z]+ )?${years}|^[^,;:()]{0,30}? \\(${years}\\)`);
const yearBefore = new RegExp(`(?:\\b[Ii]n|^|[(,;.] ?)(?: ?(?:[Ii]n|by))? ?${years}[^,;()]{0,60}$|\\b[Ii]n ${years},[^,;()]{0,60}$`);

function yearOf({ lead, behind }: ToldFigure): number | undefined {
  const found = yearBehind.exec(behind) ?? yearBefore.exec(lead);
  const said = found?.[1] ?? found?.[2];
  return said === undefined ? undefined : Number(said);
}

const levelOf = (told: ToldFigure): Level => ({
  ...told,
  year: yearOf(told),
  isBase: toBase.test(told.lead) || wasBefore.test(told.behind) || beforeClause.test(told.lead),
});

/** Words that hold a figure against something else than an earlier one. */
const others =
  /\b(?:target|plan(?:ned)?|budget(?:ed)?|forecast|goal|expected|national|average|median|capacity|of which|of whom|of these|of them|including|respectively|worth|rank\w*)\b/i;

/** Which of two levels was before; undefined where the words do not say. */
function inOrder(first: Level, second: Level): readonly [before: Level, after: Level] | undefined {
  if (first.year !== undefined && second.year !== undefined && first.year !== second.year)
    return first.year < second.year ? [first, second] : [second, first];
  if (first.isBase === second.isBase) return undefined;
  return first.isBase ? [first, second] : [second, first];
}

/** Whether two levels are of one thing, as far as the nouns behind them say. */
function areOfOneThing(first: Level, second: Level): boolean {
  const [one, two] = [nounBehind(first.behind), nounBehind(second.behind)];
  return one === '' || two === '' || one === two || first.figure.unit !== '';
}

const time =
  '(?: (?:(?:in|for|during|over|at the end of|by the end of|at|on|to) (?:the )?(?:year(?:[’\']s end| (?:before|earlier))?|(?:previous|preceding|prior|same|past|last)(?: [a-z]+){1,2}|[A-Z][a-z]+(?: (?:19|20)\\d\\d)?|\\d{1,2} [A-Z][a-z]+|fiscal (?:19|20)\\d\\d|(?:19|20)\\d\\d(?:[/–-]\\d\\d)?)|last year|this year|the (?:year before|previous year)|a year (?:earlier|before|ago)|(?:19|20)\\d\\d))';
const moved = `(?:(?:up|down|${upVerb}|${downVerb})(?: [a-z]+ly)?(?: by)?|(?:an? |some |the )?${adjectives}(?:${upNoun}|${downNoun}) (?:of|by))`;
/** From the second of two levels to their change: its noun and time, a mark, and words of change. */
const linked = new RegExp(
  `^(?: [a-z’'-]+){0,4}${time}{0,2}\\)?(?:,? (?:or|and so|which (?:is|was|represents|means|makes)|that is|that was|representing|equal to|equivalent to|i\\.e\\.)|,|:|;| [—–-]| \\(|\\. (?:This|That|It|which)(?: (?:is|was|represents?|means|amounts to|equals))(?: a(?:n| total)?)?| and (?:this |that )?(?:represents|is|means|amounts to))(?: (?:by|it is|it was|an? average of|an?|${near.trim()}))?(?: ?${moved})? ?${near}(?:a |an )?$`,
  'i',
);

/** Figures of a sentence and, where it begins with “this is”, of the ones before it. */
function windowOf(sentence: Sentence, text: TextAlone): readonly ToldFigure[] {
  const own = toldFigures(sentence, text);
  if (!sentence.previous || !goesOn.test(text.text.slice(sentence.start, sentence.start + 40))) return own;
  const before = toldFigures(sentence.previous, text);
  const earlier =
    before.length < 2 && sentence.previous.previous ? toldFigures(sentence.previous.previous, text) : [];
  return [...earlier, ...before, ...own];
}
const goesOn = /^\s*(?:This|That|It) (?:is|was|represent|compares|means|amounts|equals)/;

/** Changes that an English sentence, or it with those before it, tells of two levels. */
export function* englishToldChanges(sentence: Sentence, text: TextAlone): Generator<ChangeClaim> {
  if (sentence.within !== undefined || /\brespectively\b/.test(sentence.text)) return;
  const told = windowOf(sentence, text);
  if (told.length < 2 || isOnOtherBase(sentence.text)) return;
  for (const [index, one] of told.entries()) {
    if (one.figure.span[0] < sentence.start) continue;
    const direction = directionOf(one) ?? directionAbove(told, index);
    if (direction === undefined || !isPlain(one.figure)) continue;
    const claim = claimOf(told, index, direction, text);
    if (claim) yield claim;
  }
  yield* multiples(sentence, told, text);
}

const verbAbove = new RegExp(`\\b(?:(${upVerb})|${downVerb})\\b[^,;:.]{0,40}$`, 'i');

/** The direction of the verb before two levels, of what only says by how much: rose from 410 to 492, or by 20 per cent. */
function directionAbove(told: readonly ToldFigure[], index: number): 'up' | 'down' | undefined {
  const [one, change] = [told[index - 2], told[index] as ToldFigure];
  if (!one || !/,? (?:or|that is|which is)(?: by)? $/.test(change.lead)) return undefined;
  const found = verbAbove.exec(one.lead);
  return found ? (found[1] === undefined ? 'down' : 'up') : undefined;
}

const perYear = /^ (?:(?:a|per|each|every) (?:year(?! (?:earlier|before|ago))|month|week|day|quarter)|annually|on average)\b/;

function claimOf(
  told: readonly ToldFigure[],
  index: number,
  direction: 'up' | 'down',
  text: TextAlone,
): ChangeClaim | undefined {
  const { figure: change, behind, lead } = told[index] as ToldFigure;
  if (perYear.test(behind) || /\b(?:average|annual|yearly)\b/.test(lead.slice(-40))) return undefined;
  const pair = pairBefore(told, index, text) ?? pairBehind(told, index) ?? pairAround(told, index, text);
  if (!pair) return undefined;
  const [before, after] = pair;
  if (!changeKind(before.figure, change)) return undefined;
  return { before: beforeOf(before.figure), after: after.figure, change, direction, years: 1 };
}

/** As many figures before a change may be its levels. */
const BACK = 5;

/** Two levels that a change stands behind. */
function pairBefore(
  told: readonly ToldFigure[],
  index: number,
  { text }: TextAlone,
): readonly [Level, Level] | undefined {
  const change = told[index] as ToldFigure;
  let end = index - 1;
  // rose by 39, or 1.08%
  while (end > 0 && isChange(told[end] as ToldFigure)) end--;
  const last = told[end];
  if (!last || !isLevel(last, change.figure)) return undefined;
  const gap = text.slice(last.figure.span[1], change.figure.span[0]);
  const between = end === index - 1 ? gap : change.lead;
  if (between.length > 120 || !linked.test(between) || /\b(?:while|but|whereas)\b/.test(between)) return undefined;
  for (let at = end - 1; at >= 0 && at >= index - BACK; at--) {
    const one = told[at] as ToldFigure;
    if (!isLevel(one, change.figure)) continue;
    const first = levelOf({ ...one, figure: inUnitOf(last.figure, one.figure) });
    const second = levelOf(last);
    if (!isLike(first.figure, second.figure) || !areOfOneThing(first, second)) continue;
    const words = text.slice(one.figure.span[1], last.figure.span[0]);
    if (words.length > 160 || others.test(words) || others.test(gap) || others.test(change.behind.slice(0, 40))) return undefined;
    return inOrder(first, second);
  }
  return undefined;
}

const isChange = (told: ToldFigure): boolean => directionOf(told) !== undefined;

const isLevel = (told: ToldFigure, change: Quantity): boolean =>
  isPlain(told.figure) &&
  told.figure.movement?.to !== false &&
  !(told.figure.family !== RATIO && isPercent(told.figure)) &&
  changeKind(told.figure, change) !== undefined &&
  !/^ (?:percentage points? )?(?:more|fewer|less|higher|lower)\b/.test(told.behind);

const intoPair = /^(?: [a-z’'-]+){0,4}(?: \([^()]{0,20}\))?,? (?:from|to) (?:[a-z]+ ){0,2}$/i;

/** Two levels that a change leads to: fell 18 per cent, to 8,200 from 10,000; cut by 30%, from 15,200 in January to 10,640. */
function pairBehind(told: readonly ToldFigure[], index: number): readonly [Level, Level] | undefined {
  const [change, one, two] = told.slice(index, index + 3);
  if (!change || !one || !two || !intoPair.test(one.lead) || others.test(two.lead)) return undefined;
  if (!isLevel(one, change.figure) || !isLevel(two, change.figure)) return undefined;
  const [first, second] = [
    levelOf({ ...one, figure: inUnitOf(two.figure, one.figure) }),
    levelOf(two),
  ];
  if (!isLike(first.figure, second.figure) || /[;:.]/.test(two.lead) || two.lead.length > 60) return undefined;
  if (toEnd.test(one.lead) && /\bfrom (?:[a-z]+ ){0,2}$/.test(two.lead)) return [second, first];
  if (/\bfrom (?:[a-z]+ ){0,3}$/.test(one.lead) && toEnd.test(two.lead)) return [first, second];
  return undefined;
}

const thanBase = new RegExp(
  `^ (?:(?:percentage points? )?(?:more|fewer|less|higher|lower|greater|above|below|up|down|better|worse)(?: than| on| from)?) ${article}{0,3}$`,
  'i',
);

/** A level, its change and what it is told against: £46.2m. That is 10% above the £42.0m of 2018. */
function pairAround(
  told: readonly ToldFigure[],
  index: number,
  { text }: TextAlone,
): readonly [Level, Level] | undefined {
  const [change, base] = [told[index] as ToldFigure, told[index + 1]];
  if (!base || !thanBase.test(base.lead) || others.test(base.behind.slice(0, 40))) return undefined;
  if (!isLevel(base, change.figure)) return undefined;
  for (let at = index - 1; at >= 0 && at >= index - BACK; at--) {
    const one = told[at] as ToldFigure;
    if (!isLevel(one, change.figure) || !isLike(one.figure, base.figure)) continue;
    if (!areOfOneThing(levelOf(one), levelOf(base))) continue;
    const gap = text.slice(one.figure.span[1], change.figure.span[0]);
    if (gap.length > 120 || !/^[^;]*(?:\. (?:This|That|It) (?:is|was)|,(?: which (?:is|was))?) (?:[a-z]+ )?$/.test(gap))
      return undefined;
    return [levelOf(base), levelOf(one)];
  }
  return undefined;
}

const manifold =
  /(?<!\b(?:nearly|almost|about|roughly|not|some) )\b(more than |over )?(doubled|trebled|tripled|quadrupled|halved)\b/g;

/** Doubled, halved: with the level before in a clause of its own, or both behind it. */
function* multiples(
  { start, ...sentence }: Sentence,
  told: readonly ToldFigure[],
  { text }: TextAlone,
): Generator<ChangeClaim> {
  const end = endOf({ start, ...sentence });
  for (const found of text.slice(start, end).matchAll(manifold)) {
    const at = start + found.index + (found[1]?.length ?? 0);
    const next = told.findIndex(({ figure }) => figure.span[0] > at);
    const [last, one, two] = [told[next - 1], told[next], told[next + 1]];
    const verb = found[2] ?? '';
    const change = multipleOf(verb, at);
    if (!change || !one) continue;
    const lead = text.slice(at + verb.length, one.figure.span[0]);
    const pair = pairOf(lead, last, one, two, found[1] !== undefined || verb === 'halved');
    if (!pair || pair.some((each) => !isPlain(each.figure) || each.figure.family === RATIO)) continue;
    const [before, after] = pair;
    if (!isLike(before.figure, after.figure)) continue;
    const direction = verb === 'halved' ? 'down' : 'up';
    const meant = found[1] === undefined ? change : beyond(change, found[1]);
    yield { before: beforeOf(before.figure), after: after.figure, change: meant, direction, years: 1 };
  }
}

/** More than doubled: twice as much or more, in round words. */
function beyond(change: Quantity, words: string): Quantity {
  const isLess = change.number.compare(1) < 0;
  const edge = { value: change.number.mul(isLess ? 51 : 98).div(isLess ? 50 : 100), open: false };
  return withChanges(change, {
    qualifier: 'over',
    interval: isLess ? { low: undefined, high: edge } : { low: edge, high: undefined },
    text: words + change.text,
  });
}

function pairOf(
  lead: string,
  last: ToldFigure | undefined,
  one: ToldFigure,
  two: ToldFigure | undefined,
  isOwn: boolean,
): readonly [ToldFigure, ToldFigure] | undefined {
  if (!/^[^;:.]{0,60}$/.test(lead) || others.test(lead)) return undefined;
  const isTo = /^(?: [a-z’'-]+){0,4},? to (?:[a-z]+ ){0,2}$/.test(lead);
  if (isTo && last && toBase.test(last.lead) && last.behind.length < 80) return [last, one];
  if (!two || two.lead.length > 60) return undefined;
  const isFrom = /^(?: [a-z’'-]+){0,5},? from (?:[a-z]+ ){0,3}$/.test(lead);
  if (isOwn && isFrom && toEnd.test(two.lead) && !/[;:.]/.test(two.lead))
    return [{ ...one, figure: inUnitOf(two.figure, one.figure) }, two];
  return isTo && /\bfrom (?:[a-z]+ ){0,3}$/.test(two.lead) ? [two, one] : undefined;
}
