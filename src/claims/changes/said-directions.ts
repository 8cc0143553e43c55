import { isBeyond } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';
import { beforeOf, directionOf, mayChange, type Before } from './change-claims.ts';
import { isCircumstance } from './change-subjects.ts';
import type { Claim } from '../claim.ts';
import { pairsIn } from './english-pairs.ts';
import { seriesClaims } from './series-claims.ts';
import { isOneThing, toldLevelsIn, type ToldLevel } from './told-levels.ts';
import { isOneStretch, yearsFrom } from './told-times.ts';

/** Two figures of which a text says only which way it went from one to the other: 由380件上升到280件, fell from 683 to 712. */
export interface DirectionClaim extends Claim {
  readonly sentence: Sentence;
  readonly before: Before;
  readonly after: Quantity;
  readonly direction: 'up' | 'down';
  /** Where the words that name the two figures end, where that is not the place of the second. */
  readonly named?: number;
}

const rising = '增加|增长|上升|提高|提升|攀升|上涨|扩大|扩充|拓展|延长|跃升|增|升|涨|扩';
const falling = '减少|下降|降低|压减|压缩|缩短|缩减|缩小|削减|精简|回落|下滑|下跌|收窄|压降|减|降|跌';
/** What one level came to another by: 压减至, 由…增加到2018年的. */
export const cameTo = new RegExp(
  `^[^，。；,;]{0,14}?(?:(${rising})|(?:${falling}))了?(?:到|至|为)(?:(?:19|20)\\d\\d年?[末底]?的?)?$`,
);
const from = /[由从自](?:[^，。；,;、由从\d]{0,8}|[^，。；,;、由从\d]{0,2}(?:19|20)\d\d年?[末底初]?的?)$/;
/** Of places in an order the lower number is the better, and 分别 gives figures out by turns. */
const unclear =
  /分别|respectively|排名|位次|名次|排位|位居|前移|后移|\b(?:rank|ranked|ranking|place|position|league)\b/i;

/** The directions that a text tells of two of its figures. A change by so much behind them says the same again, and is held by itself. */
export function directionClaims(text: TextAlone): readonly DirectionClaim[] {
  const found: DirectionClaim[] = [];
  for (const sentence of text.sentences) {
    if (sentence.figures.length < 2 || unclear.test(sentence.text)) continue;
    if (/\p{Script=Han}/u.test(sentence.text)) found.push(...inChinese(sentence, text));
    else if (mayChange(sentence)) found.push(...inEnglish(sentence));
    if (bare.test(sentence.text)) found.push(...behindLevels(sentence, text));
  }
  for (const { values, sentence } of text.once(seriesClaims)) found.push(...yearByYear(values, sentence));
  return found;
}

/** What a series is said to do each year: 逐年增长, 连年下降, “rose every year”. */
const steady =
  /(?:逐年|连年|年年|连续[两二三四五六七八九十\d]+年(?:保持|实现)?)(?:(增长|增加|上升|提高|递增|攀升|扩大)|(?:下降|减少|降低|递减|回落|缩小))|\b(?:(rose|grew|increased|risen|grown)|(?:fell|dropped|declined|decreased|fallen)) (?:each|every|in each|in every|year (?:by|on|after)) year\b/;

/** Each step of a series that is said to go one way year by year. */
function* yearByYear(values: readonly Quantity[], sentence: Sentence): Generator<DirectionClaim> {
  const told = values.length < 3 ? null : steady.exec(sentence.text);
  if (!told) return;
  const direction = (told[1] ?? told[2]) === undefined ? 'down' : 'up';
  for (const [index, after] of values.slice(1).entries())
    yield claim(sentence, values[index] as Quantity, after, direction);
}

const claim = (
  sentence: Sentence,
  before: Quantity,
  after: Quantity,
  direction: 'up' | 'down',
): DirectionClaim => ({
  sentence,
  before: beforeOf(before),
  after,
  direction,
  figures: [before, after],
});

function* inChinese(sentence: Sentence, text: TextAlone): Generator<DirectionClaim> {
  for (const [index, after] of sentence.figures.entries()) {
    const before = sentence.figures[index - 1];
    if (!before || !isNumber(after)) continue;
    const gap = between(sentence, before.span[1], after.span[0]).replaceAll(BRACKET, '');
    const told = isNumber(before) && isComparable(before, after) ? cameTo.exec(gap) : null;
    const lead = between(sentence, Math.max(sentence.start, before.span[0] - 16), before.span[0]);
    if (told && from.test(lead)) {
      const direction = told[1] === undefined ? 'down' : 'up';
      const named = before.span[0] - (from.exec(lead)?.[0].length ?? 0);
      if (!isToldAgain(sentence, index, direction))
        yield { ...claim(sentence, before, after, direction), named };
    } else if (after.movement?.to === true) yield* ofLevels(sentence, index, text, after.movement.direction);
  }
}

/** 2017年培训5200人次，到2018年增至8300人次. */
function* ofLevels(
  sentence: Sentence,
  index: number,
  text: TextAlone,
  direction: 'up' | 'down',
): Generator<DirectionClaim> {
  const levels = text.once(toldLevelsIn)(sentence);
  const after = levels[index] as ToldLevel;
  const before = levels.slice(0, index).findLast(({ figure }) => isComparable(figure, after.figure));
  if (!before || !isNumber(before.figure) || before.figure.movement?.to === false) return;
  if (!isOneStretch(before.time, after.time) || (yearsFrom(before.time, after.time) ?? 0) <= 0) return;
  if (isOneThing(before, after) && !isToldAgain(sentence, index, direction))
    yield claim(sentence, before.figure, after.figure, direction);
}

/** Both years are told of. */
const bare =
  /(?:去年|上年|(?:19|20)\d\d年).*[，,](?:同比|比上年|较上年|比去年|与上年相比|有所|明显|稳|小幅|略有|大幅|持续|显著|[增上提回扩下减降缩])|(?:20\d\d|last year).*, an? /;
const behindZh =
  /^\p{Script=Han}{0,6}[，,](?:同比|比上年|较上年|比去年|与上年相比)?(?:有所|明显|稳步|小幅|略有|大幅|持续|显著|稳中)*(?:(增长|增加|上升|提高|回升|扩大|提升)|(?:下降|减少|降低|回落|缩小|下滑))(?=[，。；]|$)/u;
const behindEn =
  /^(?: [a-z]+){0,3}(?: in 20\d\d)?, an? (?:[a-z]+ )?(?:(increase|rise|gain)|(?:decrease|fall|drop|decline|reduction))(?=[,.;]|$| on the year| year on year)/;

/** Two levels of one thing with a bare direction behind them: 上年为38.6亿元，本年为35.2亿元，有所增长; 412,000 in 2017 and 438,000 in 2018, a decrease. */
function* behindLevels(sentence: Sentence, text: TextAlone): Generator<DirectionClaim> {
  const levels = text.once(toldLevelsIn)(sentence);
  for (const [index, second] of levels.entries()) {
    const told = index === 0 ? undefined : directionBehind(sentence, index);
    const first =
      told && levels.slice(0, index).findLast(({ figure }) => isComparable(figure, second.figure));
    const years = first && isPairOfYears(first, second) ? yearsFrom(first.time, second.time) : undefined;
    if (!told || !first || (years !== 1 && years !== -1)) continue;
    const [before, after] = years === 1 ? [first, second] : [second, first];
    yield claim(sentence, before.figure, after.figure, told);
  }
}

/** The direction that stands by itself behind a figure. */
function directionBehind(sentence: Sentence, index: number): 'up' | 'down' | undefined {
  const { span } = sentence.figures[index] as Quantity;
  const end = Math.min(span[1] + 60, sentence.figures[index + 1]?.span[0] ?? Infinity);
  const words = between(sentence, span[1], end).replaceAll(BRACKET, '');
  const told = behindZh.exec(words) ?? behindEn.exec(words);
  return told ? (told[1] === undefined ? 'down' : 'up') : undefined;
}

/** Whether two levels are of one thing in the same stretch of their years, and no changes. */
const isPairOfYears = (first: ToldLevel, second: ToldLevel): boolean =>
  [first, second].every(({ figure }) => isNumber(figure) && figure.movement?.to !== false) &&
  isOneStretch(first.time, second.time) &&
  isOneThing(first, second);

function* inEnglish(sentence: Sentence): Generator<DirectionClaim> {
  for (const { before, after, direction, last } of pairsIn(sentence)) {
    if (direction === undefined || !isComparable(before, after) || isCircumstance(sentence, after)) continue;
    const start = Math.min(before.span[0], after.span[0]);
    const lead = between(sentence, start - 60, start);
    const meant = directionMeant(lead, direction);
    if (meant && !isToldAgain(sentence, last, direction)) yield claim(sentence, before, after, meant);
  }
}

/** What is the better, the less or the more there is of it. */
const betterLess =
  /\b(?:waits?|waiting|delays?|turnaround|response times?|absence|sickness|vacanc\w+|error\w*|mortality)\b/i;
const betterMore =
  /\b(?:pass rate|satisfaction|attendance|punctuality|compliance|recycling|accuracy|coverage|completion)\b/i;

/** Which way words before two figures say that it went: what improved became less or more, as is better; a loss or gain does not say. */
function directionMeant(lead: string, said: 'up' | 'down'): 'up' | 'down' | undefined {
  if (/\b(?:gain\w*|loss)\b/.test(lead)) return undefined;
  if (!/\bimprov\w*\b/.test(lead)) return said;
  const [isLess, isMore] = [betterLess.test(lead), betterMore.test(lead)];
  return isLess === isMore ? undefined : isLess ? 'down' : 'up';
}

const isNumber = ({ kind }: Quantity): boolean => kind === 'figure' || kind === 'chinese';

const isComparable = (a: Quantity, b: Quantity): boolean =>
  a.family === b.family && (a.unit === '') === (b.unit === '') && a.per.join() === b.per.join();

/** Whether a change by so much stands behind a figure and says the direction again. */
function isToldAgain(sentence: Sentence, index: number, direction: 'up' | 'down'): boolean {
  const [after, next] = [sentence.figures[index], sentence.figures[index + 1]];
  if (!after || !next || directionOf(sentence, next) !== direction) return false;
  const gap = between(sentence, after.span[1], next.span[0]).replaceAll(BRACKET, '');
  return gap.length <= 40 && !/[。；;]/.test(gap);
}

/** Whether two figures go the way that is told; rounded ones may be equal. */
export const goesThatWay = ({ before, after, direction }: DirectionClaim): boolean => {
  const end = direction === 'up' ? before.interval.low : before.interval.high;
  return end === undefined || !isBeyond(after.interval, end.value, direction === 'up' ? 'below' : 'above');
};
