import { add } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import { POINTS, RATIO } from '../../quantity/value/unit.ts';
import type { Sentence } from '../../reading/sentences.ts';
import type { Series } from '../series.ts';
import { sharedBy, type SharedBy } from '../parts/shared-by.ts';
import { yearsOf, type AverageMark } from './average-times.ts';

/** Of what the mean of several is no plain mean: rates, prices, marks, what is an average itself. */
const noMean = /[率价分比均]|(?<![季年])度|指数|系数|占/u;

/** The sum of a series, and how many it has, where an average behind it is the mean of its figures. */
export function meanOfSeries(
  sentence: Sentence,
  { items, lead }: Series,
  { by, rest }: AverageMark,
  average: Quantity,
  counts: readonly SharedBy[],
): { readonly total: Quantity; readonly count: SharedBy; readonly items: readonly Quantity[] } | undefined {
  const [first, last] = [items[0] as Quantity, items.at(-1) as Quantity];
  if (first.family !== average.family || first.family === RATIO || first.family === POINTS) return undefined;
  if (
    last.span[1] > average.span[0] ||
    noMean.test(lead.replace(/(?:分别|依次).*$/u, '').replace(/平均$/, ''))
  )
    return undefined;
  const what = rest.replaceAll(/平均|达到?|[约共为是了]/g, '');
  if (what !== '' && !lead.includes(what.slice(0, 2))) return undefined;
  if (!isCounted(sentence, items.length, by, counts)) return undefined;
  const [from, to] = [first.span[0], last.span[1]];
  const total = withChanges(last, {
    text: `（${items.map(({ text }) => text).join(' + ')}）`,
    span: [from, to],
    number: items.slice(1).reduce((sum, { number }) => sum.add(number), first.number),
    interval: items.slice(1).reduce((sum, { interval }) => add(sum, interval), first.interval),
  });
  return { total, items, count: sharedBy(String(items.length), from, items.length, items.length) };
}

/** Whether a sentence says that there are as many years, quarters or things as a series has figures. */
function isCounted(sentence: Sentence, length: number, by: string, counts: readonly SharedBy[]): boolean {
  if (by.startsWith('年')) return yearsOf(sentence.text, sentence.start)?.number.equals(length) === true;
  if (by.startsWith('季')) return length === 4 && /[四4各]个?季度/.test(sentence.text);
  return counts.some(({ number }) => number.equals(length));
}
