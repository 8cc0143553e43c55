import { beforeChange, isAbsolute } from '../../quantity/value/change.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent, RATIO } from '../../quantity/value/unit.ts';
import {
  beforeOf,
  directionOf,
  insideBracket,
  isLike,
  isOnOtherBase,
  isPlain,
  leavesSubject,
  yearOf,
  type ChangeClaim,
} from './change-claims.ts';
import { changesAhead } from './changes-ahead.ts';
import { respectiveChanges } from './respective-changes.ts';
import { inOtherOrders } from './chinese-change-orders.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';

/** Changes that a Chinese sentence states with both figures that they lead from and to. */
export function* chineseChanges(sentence: Sentence): Generator<ChangeClaim> {
  if (sentence.figures.length < 3 && sentence.brackets.length === 0) return;
  if (!/\p{Script=Han}/u.test(sentence.text) || isOnOtherBase(sentence.text)) return;
  if (/分别/.test(sentence.text)) {
    yield* respectiveChanges(sentence);
    return;
  }
  for (const [index, figure] of sentence.figures.entries()) {
    if (!isPlain(figure)) continue;
    yield* fromTo(sentence, figure, index);
    yield* inOtherOrders(sentence, figure, index);
    yield* compared(sentence, figure, index);
    yield* paired(sentence, figure, index);
  }
  yield* changesAhead(sentence);
}

/** A change with what stands in brackets behind it: 增加307人（9.7%）. */
function* withBracket(sentence: Sentence, claim: ChangeClaim): Generator<ChangeClaim> {
  yield claim;
  const inside = insideBracket(sentence, claim.change);
  if (inside && isPercent(inside) && claim.years === 1) yield { ...claim, change: inside };
}

/** What one level came to another by, whatever the verb: 下降到, 优化至, 减为2025年的. */
const turned =
  /^[^，。；,;\d]{0,10}?(?![组构])[\u3400-\u9fff]{0,4}(?:到|至|为)(?:(?:(?:19|20)\d\d|[今本当])年(?:[底末]|同期)?的?|(?:现在|目前)的?)?$/;
const yearly = /年均|每年(?:平均)?|年平均/;

/** Whether a change can lead from one figure to another; multiples are held by a rule of their own. */
const canStep = (before: Quantity, after: Quantity, change: Quantity): boolean =>
  isPlain(after) &&
  isLike(before, after) &&
  /^(?:exact|at-least|over|odd)$/.test(change.qualifier) &&
  change.unit !== '倍';

/** Whether a change is a number, and no amount for each of several. */
const isByItself = ({ kind, per }: Quantity): boolean =>
  (kind === 'figure' || kind === 'chinese') && per.length === 0;

/** How many years lie between two figures that are both given their year; undefined where it is one, or not to be believed. */
function yearsBetween(sentence: Sentence, before: Quantity, after: Quantity): number | undefined {
  const [first, last] = [yearOf(sentence, before), yearOf(sentence, after)];
  return first !== undefined && last !== undefined && last - first > 1 && last - first < 60
    ? last - first
    : undefined;
}

const isPlainGap = (gap: string): boolean =>
  /^[，,]\p{Script=Han}{0,8}$/u.test(gap) && !/月均|同比|比|较/.test(gap.replace(/环比(?=.{2,3}$)/, ''));

/** Of several things before, the sum is told. */
const isOfAll = /合计|总共|共计|一共|总计/;

/** 从98元提高到178元，提高80元; 由2012年的100亿元增加到2017年的161亿元，年均增长10%. */
function* fromTo(sentence: Sentence, before: Quantity, index: number): Generator<ChangeClaim> {
  const [after, change] = [sentence.figures[index + 1], sentence.figures[index + 2]];
  if (!after || !change || !canStep(before, after, change)) return;
  const from = /[由从较比][^，。；,;]{0,10}$/.exec(
    between(sentence, before.span[0] - 12, before.span[0]),
  )?.[0];
  const gap = between(sentence, after.span[1], change.span[0]).replaceAll(BRACKET, '');
  const direction = directionOf(sentence, change);
  if (from === undefined || !direction || !turned.test(between(sentence, before.span[1], after.span[0])))
    return;
  if (
    !isPlainGap(gap) ||
    (index > 0 && isOfAll.test(gap)) ||
    !leavesSubject(gap.replace('环比', ''), between(sentence, sentence.start, before.span[0]))
  )
    return;
  const named = before.span[0] - from.length;
  const claim = { before: beforeOf(before), after, change, direction, named };
  if (yearly.test(gap)) {
    const years = yearsBetween(sentence, before, after);
    if (years !== undefined) yield { ...claim, years };
  } else if (isByItself(change)) yield* withBracket(sentence, { ...claim, years: 1 });
}

const comparing =
  /^[，,]?(?:比|较之?|同比)(?:(?:上年|去年|上一年|前年|20\d\d年)?(?:同期|[底末初])?|[年期月]初|“?十[一二三四五]五”?(?:[期时]?末|期末|时期末)|第\p{Script=Han}{1,2}次\p{Script=Han}{2,6}|(?!全|平均|兄弟|周边|国|省|市)\p{Script=Han}{2,6}(?:前|时|初|末|底)|[一二三四五六七八九十]年前)的?$/u;
const turning =
  /^(?:净?增加?|增长|提高|提升|上升|扩大|延长|上调|增产|净?减少?|下降|降低|压减|压缩|缩短|压降|下调|减产|多|少|高|低)了?$/;
const beside = /^[，,]?(?:而)?(?:上年|去年|上一年|年初|期初|20\d\d年)(?:同期)?(?:则?为|是|有)?$/;
const follows =
  /^[，,](?:同比|比上年|比去年)?(?:净?增加?|增长|提高|提升|上升|增产|净?减少?|下降|降低|压减|压缩|缩短|减产|增幅|降幅)了?(?:为|达)?$/;

/** The figure of last year that stands alone in the bracket behind one: 3460人（上年3153人）. */
function asideOf(sentence: Sentence, { span: [, end] }: Quantity): Quantity | undefined {
  const [inside] = sentence.brackets.find(({ span }) => span[0] === end)?.sentences ?? [];
  const [aside, more] = inside?.figures ?? [];
  return inside && aside && !more && beside.test(between(inside, inside.start, aside.span[0]))
    ? aside
    : undefined;
}

/** Whether the words before and behind last year’s figure set it against this year’s: ，比上年的 … 增加, ，上年为 … ，增长. */
const isComparison = (first: string, last: string): boolean =>
  comparing.test(first) ? turning.test(last) : beside.test(first) && follows.test(last);

const isLevelOf = (before: Quantity, after: Quantity): boolean =>
  isPlain(before) && isLike(before, after) && before.movement === undefined;

/** Whether the figure behind another can be of the year before: 2017年38辆，2018年41辆 stand in the order of their years. */
function isOfEarlier(sentence: Sentence, before: Quantity, after: Quantity): boolean {
  const clause = /[^，。；]{0,30}$/.exec(between(sentence, after.span[0] - 30, after.span[0]))?.[0] ?? '';
  const said = /((?:19|20)\d\d)年/.exec(clause)?.[1];
  const [year, other] = [said === undefined ? undefined : Number(said), yearOf(sentence, before)];
  return year === undefined || other === undefined || other < year;
}

/** 3460人，比上年的3153人增加307人; 3460人，上年为3153人，增长9.7%; 3460人（上年3153人），增长9.7%. */
function* compared(sentence: Sentence, after: Quantity, index: number): Generator<ChangeClaim> {
  if (after.movement?.to === false) return;
  const inBracket = asideOf(sentence, after);
  const before = inBracket ?? sentence.figures[index + 1];
  const change = sentence.figures[index + (inBracket ? 1 : 2)];
  if (!before || !change || !isPlain(change) || !isLevelOf(before, after)) return;
  const first = between(sentence, after.span[1], before.span[0]);
  const last = between(sentence, (inBracket ? after : before).span[1], change.span[0]).replaceAll(
    BRACKET,
    '',
  );
  const fits = inBracket ? follows.test(last) : isComparison(first, last);
  const direction = fits && isOfEarlier(sentence, before, after) && directionOf(sentence, change);
  if (direction)
    yield* withBracket(sentence, { before: beforeOf(before), after, change, direction, years: 1 });
}

/** The percentage that tells once more what a change tells, in a bracket or directly behind it: 增加307人（9.74%）. */
function percentBeside(sentence: Sentence, by: Quantity, next: Quantity | undefined): Quantity | undefined {
  const gap = next && between(sentence, by.span[1], next.span[0]);
  const change =
    insideBracket(sentence, by) ??
    (gap !== undefined &&
    /^[\u3400-\u9fff]{0,3}[，,、](?:增长|增|上升|提高|下降|减少|降低|降|增幅|降幅)?(?:为|达)?$/.test(gap)
      ? next
      : undefined);
  return change && isPlain(change) && isPercent(change) ? change : undefined;
}

/** 3460人，比上年增加307人，增长9.74%: two changes of one figure. */
function* paired(sentence: Sentence, after: Quantity, index: number): Generator<ChangeClaim> {
  const by = sentence.figures[index + 1];
  if (!by || !isPlain(by) || after.movement?.to === false || after.family === RATIO || !isAbsolute(after, by))
    return;
  const next = sentence.figures[index + 2];
  const change = percentBeside(sentence, by, next);
  if (!change) return;
  const direction = directionOf(sentence, by);
  const other = change === next ? directionOf(sentence, change) : direction;
  if (!direction || direction !== other) return;
  if (
    !/^[，,](?:同比|比上年|比去年|较上年|较去年|[比较]20\d\d年)?(?:(?![比较与])\p{Script=Han}){0,4}$/u.test(
      between(sentence, after.span[1], by.span[0]),
    )
  )
    return;
  const before = beforeChange(after, by, direction);
  if (before.number.compare(0) > 0)
    yield {
      before: { ...before, text: `${after.text} ${direction === 'up' ? '−' : '+'} ${by.text}` },
      after,
      change,
      direction,
      years: 1,
      by,
    };
}
