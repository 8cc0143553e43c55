import type { Quantity } from '../../quantity/value/quantity.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import { multipleOf } from '../../quantity/scan/word-figures.ts';
import { RATIO } from '../../quantity/value/unit.ts';
import { endOf, type Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import type { ToldFigure } from '../english-figures.ts';
import { beforeOf, inUnitOf, isLike, isPlain, type ChangeClaim } from './change-claims.ts';
import { ofOthers, toBase, toEnd } from './english-level-words.ts';

const manifold =
  /(?<!\b(?:nearly|almost|about|roughly|not|some) )\b(more than |over )?(doubled|trebled|tripled|quadrupled|halved)\b/g;

/** Doubled, halved: with the level before in a clause of its own, or both behind it. */
export function* englishMultiples(
  sentence: Sentence,
  told: readonly ToldFigure[],
  { text }: TextAlone,
): Generator<ChangeClaim> {
  const { start } = sentence;
  const end = endOf(sentence);
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
  if (!/^[^;:.]{0,60}$/.test(lead) || ofOthers.test(lead)) return undefined;
  const isTo = /^(?: [a-z’'-]+){0,4},? to (?:[a-z]+ ){0,2}$/.test(lead);
  if (isTo && last && toBase.test(last.lead) && last.behind.length < 80) return [last, one];
  if (!two || two.lead.length > 60) return undefined;
  const isFrom = /^(?: [a-z0-9’'-]+){0,5},? from (?:[a-z]+ ){0,3}$/.test(lead);
  if (isOwn && isFrom && toEnd.test(two.lead) && !/[;:.]/.test(two.lead))
    return [{ ...one, figure: inUnitOf(two.figure, one.figure) }, two];
  return isTo && /\bfrom (?:[a-z]+ ){0,3}$/.test(two.lead) ? [two, one] : undefined;
}
