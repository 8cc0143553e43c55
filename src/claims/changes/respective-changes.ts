import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';
import { seriesIn, type Series } from '../series.ts';
import { beforeOf, directionOf, isLike, isPlain, type ChangeClaim } from './change-claims.ts';

/** What each of several things went by: ，分别下降. */
const each =
  /(?:[，,（(](?:同比|比上年|较上年)?|(?<=\p{Script=Han}))(?:分别|依次)(?:(?:增长|增加|提高|提升|上升|扩大|增)|(下降|减少|降低|压减|缩短|降|减))了?$/u;
const from = /[由从](?:[^，。；,;、\d]{0,6}|[^，。；,;、\d]{0,3}(?:19|20)\d\d年?[末底]?的?)$/u;
const to = /^[^，。；,;、\d]{0,8}(?:到|至|为)(?:(?:(?:19|20)\d\d|[今本当])年?[末底]?的?)?$/u;

/** A level before and one behind. */
type Step = readonly [before: Quantity, after: Quantity];

/**
 * Changes that 分别 gives out in the order of the steps before them: 事故由86起降到64起、死亡由12人降到8人，分别下降25.6%、33.3%;
 * 甲、乙分别由320件、186件降至256件、124件，分别下降20%、33.3%.
 */
export function* respectiveChanges(sentence: Sentence): Generator<ChangeClaim> {
  if (sentence.figures.length < 3 || !/分别|依次/.test(sentence.text)) return;
  const all = seriesIn(sentence);
  for (const series of all) yield* ofTwoYears(sentence, series);
  for (const { items, lead, first } of all) {
    const found = each.exec(lead);
    if (!found || !items.every(isPlain)) continue;
    const steps = stepsBefore(sentence, first, items.length, all);
    if (steps === undefined) continue;
    const direction = found[1] === undefined ? 'up' : 'down';
    for (const [index, change] of items.entries()) {
      const [before, after] = steps[index] as Step;
      yield { before: beforeOf(before), after, change, direction, years: 1 };
    }
  }
}

/** 2024年、2025年专利分别为126件、158件，增长25.4%: the two figures are those of two years. */
function* ofTwoYears(sentence: Sentence, { items, lead, first }: Series): Generator<ChangeClaim> {
  const [before, after, more] = items;
  const change = sentence.figures[first + 2];
  if (!before || !after || more || !change || !isPlain(change) || !isLike(before, after)) return;
  const years = /(?<!\d)(20\d\d)年?[、和与](20\d\d)年(?:(?!20\d\d)[^，。；])*$/u.exec(lead);
  if (!years || Number(years[2]) !== Number(years[1]) + 1) return;
  const gap = between(sentence, after.span[1], change.span[0]).replaceAll(BRACKET, '');
  const direction = /^[，,](?:同比|比上年)?\p{Script=Han}{1,3}$/u.test(gap)
    ? directionOf(sentence, change)
    : undefined;
  if (direction) yield { before: beforeOf(before), after, change, direction, years: 1 };
}

/** As many steps as there are changes, directly before a figure of a sentence; undefined where others or none stand there. */
function stepsBefore(
  { figures, ...sentence }: Sentence,
  end: number,
  count: number,
  all: readonly Series[],
): readonly Step[] | undefined {
  const own = figures.slice(end - 2 * count, end);
  if (own.length < 2 * count) return undefined;
  const at = (index: number): Quantity => own[index] as Quantity;
  const gap = (a: Quantity, b: Quantity): string =>
    between({ ...sentence, figures }, a.span[1], b.span[0]).replaceAll(BRACKET, '');
  const lead = (figure: Quantity): string =>
    between({ ...sentence, figures }, Math.max(sentence.start, figure.span[0] - 16), figure.span[0]);
  const pairs = Array.from({ length: count }, (_, index): Step => [at(2 * index), at(2 * index + 1)]);
  if (pairs.every(([a, b]) => from.test(lead(a)) && to.test(gap(a, b)))) return areSteps(pairs);
  const [first, second] = [at(0), at(count)];
  if (!all.some(({ items }) => items[0] === first && items.length >= count)) return undefined;
  const across = (before: number): readonly Step[] | undefined =>
    areSteps(
      Array.from({ length: count }, (_, index): Step => [at(index + before), at(index + count - before)]),
    );
  // 分别由320件、186件降至256件、124件: first all from which, then all to which; 分别为…，较上年的…: the other way round
  if (from.test(lead(first)) && to.test(gap(at(count - 1), second))) return across(0);
  return /[，,][比较](?:上年|去年|20\d\d年)(?:同期)?的?$/u.test(lead(second)) ? across(count) : undefined;
}

const areSteps = (steps: readonly Step[]): readonly Step[] | undefined =>
  steps.every(([a, b]) => isPlain(a) && isPlain(b) && isLike(a, b)) ? steps : undefined;
