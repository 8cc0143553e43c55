import { changeKind } from '../../quantity/value/change.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import {
  beforeOf,
  directionOf,
  isLike,
  isOnOtherBase,
  isPlain,
  leavesSubject,
  type ChangeClaim,
} from './change-claims.ts';
import { isIntroduced } from './english-pairs.ts';
import { cameTo } from './said-directions.ts';
import { isOneThing, type ToldLevel, type ToldLevelsOf } from './told-levels.ts';
import { isOneStretch, yearsFrom } from './told-times.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';

/** How many sentences back the level before may have been told. */
const BACK = 2;

/**
 * The changes of a sentence that stand behind a level of which another level, of another year, was told before: 2017年，全县有合作社1120家。2018年，
 * 全县合作社发展到1348家，增长20.4%; in 2017 the shelter took in 1,240 animals; in 2018 it took in 1,364, an increase of 10%.
 */
export function* levelChanges(sentence: Sentence, levels: ToldLevelsOf): Generator<ChangeClaim> {
  if (sentence.figures.length < 2 || isOnOtherBase(sentence.text)) return;
  if (/分别|\brespectively\b/.test(sentence.text)) return;
  for (const [at, change] of sentence.figures.entries()) {
    const direction = at === 0 || !isPlain(change) ? undefined : directionOf(sentence, change);
    const after = direction && toldOf(sentence, at, levels);
    const claim = after && claimOf(after, change, direction, levels);
    if (claim) yield claim;
  }
}

/** The level that a change stands behind, other changes of it between them passed over. */
function toldOf(sentence: Sentence, at: number, levels: ToldLevelsOf): ToldLevel | undefined {
  for (let index = at - 1; index >= 0; index--) {
    const [figure, next] = [sentence.figures[index] as Quantity, sentence.figures[index + 1] as Quantity];
    const gap = between(sentence, figure.span[1], next.span[0]).replaceAll(BRACKET, '');
    if (!leadsOn(gap, between(sentence, sentence.start, figure.span[0]))) return undefined;
    if (!isChange(sentence, index)) return isPlain(figure) ? levels(sentence)[index] : undefined;
  }
  return undefined;
}

const isChange = (sentence: Sentence, index: number): boolean => {
  const figure = sentence.figures[index] as Quantity;
  return figure.movement?.to !== true && directionOf(sentence, figure) !== undefined;
};

const compared = /(?:比|较|对比|相比)[^，。；,;]{0,16}$|\b(?:from|than|against|with|to|over) (?:the |its )?$/;

const otherBase =
  /合计|总共|共计|一共|环比|月均|比年初|较年初|计划|目标|任务|预算|常年|平均|全[国省市县]|年均|每年|其中/;

/** Whether words lead from a level to its change and name nothing else. */
const leadsOn = (gap: string, told: string): boolean =>
  /\p{Script=Han}/u.test(gap)
    ? gap.length <= 24 &&
      !otherBase.test(gap) &&
      leavesSubject(gap.replace(/相比|相较|之下|比例|幅度|净|上升|提升/g, ''), told)
    : isIntroduced(gap) || /^, (?:up|down|growth of) ?$/.test(gap) || /^, $/.test(gap);

function claimOf(
  second: ToldLevel,
  change: Quantity,
  direction: 'up' | 'down',
  levels: ToldLevelsOf,
): ChangeClaim | undefined {
  const { sentence } = second;
  const words = between(sentence, second.figure.span[1], change.span[1] + 40);
  const isCompared = second.thing === '' && compared.test(second.lead);
  let from: Sentence | undefined = sentence;
  for (let back = 0; from && back <= BACK; back++, from = from.previous)
    for (const first of levels(from).toReversed()) {
      if (first.figure.span[0] >= second.figure.span[0]) continue;
      // 利润2.31亿元，比2024年的2.08亿元增加: what is compared with is of the level directly before it
      if (isCompared && (back > 0 || first.index + 1 !== second.index)) return undefined;
      const pair = inOrder(first, second);
      if (pair === undefined || !isBase(pair.years, words)) continue;
      const [before, after] = [pair.before.figure, pair.after.figure];
      if (changeKind(before, change) === undefined) return undefined;
      return { before: beforeOf(before), after, change, direction, years: 1 };
    }
  return undefined;
}

/** 约有志愿者2000人 is no exact level. */
const loosely =
  /[约近超逾]有?|不足|接近|突破|大概|上下|\b(?:about|around|nearly|almost|over|some|roughly|approximately)\b/;

/** Two levels of one thing in the order of their years. */
function inOrder(
  first: ToldLevel,
  second: ToldLevel,
): { readonly before: ToldLevel; readonly after: ToldLevel; readonly years: number } | undefined {
  if (!areLevels(first, second)) return undefined;
  // up from 35,000 in 2018: the second is what the first is told against
  if (/\b(?:from|than|against|versus|compared (?:with|to)) (?:the )?$/.test(second.lead)) return undefined;
  if (isFromTo(first, second)) return { before: first, after: second, years: 1 };
  const years = yearsFrom(first.time, second.time);
  if (years === undefined || years === 0 || !isOneStretch(first.time, second.time)) return undefined;
  if (!isOneThing(first, second)) return undefined;
  return years > 0
    ? { before: first, after: second, years }
    : { before: second, after: first, years: -years };
}

/** Whether two figures of one kind are exact levels, and no changes. */
const areLevels = ({ figure: a, lead }: ToldLevel, { figure: b, lead: next }: ToldLevel): boolean =>
  isPlain(a) &&
  isLike(a, b) &&
  a.family === b.family &&
  a.movement?.to !== false &&
  b.movement?.to !== false &&
  !loosely.test(lead) &&
  !loosely.test(next);

/** Whether the second of two levels is what the first came to: 由286项压减至194项. */
const isFromTo = (first: ToldLevel, second: ToldLevel): boolean =>
  first.sentence === second.sentence &&
  second.index === first.index + 1 &&
  /[由从自][^，。；,;]{0,12}$/.test(first.lead) &&
  cameTo.test(second.lead);

/** More than planned, above the average: no level of another year is meant. */
const onPlan =
  /^[^.;]{0,40}\b(?:than|on|over|against|above|below) (?:the |its |our |their )?(?:plan(?:ned)?|targets?|budget(?:ed)?|forecast|expected|national|regional|average)\b/;

/** Whether a change told in such words leads from a level of so many years before. */
function isBase(years: number, words: string): boolean {
  const [, named] = /^[^。；]{0,12}[比较]((?:19|20)\d\d)年/.exec(words) ?? [];
  return (
    named === undefined &&
    !onPlan.test(words) &&
    (years === 1 ||
      !/^[^。；]{0,8}(?:同比|上年|去年)|(?:a|the) year (?:earlier|before)|last year/.test(words))
  );
}
