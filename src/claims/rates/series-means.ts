import { add } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import { POINTS, RATIO } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import { sharedBy, type SharedBy } from '../parts/shared-by.ts';
import { yearsOf, type AverageMark } from './average-times.ts';

/** Figures of one kind that a sentence gives out one behind the other: 分别为36件、42件、48件. */
export interface Series {
  readonly items: readonly Quantity[];
  /** What leads to the first. */
  readonly lead: string;
}

/** What leads to a series. */
const givenOut = /(?:分别|依次)(?:[达到]|达到|完成|实现|是)?为?$/u;
const joined = /^[、，,]?[和与及]?$/u;
/** Of what the mean of several is no plain mean: rates, prices, marks, what is an average itself. */
const noMean = /[率价分比均]|(?<![季年])度|指数|系数|占/u;

/** The series of a sentence; most have none. */
export function seriesIn(sentence: Sentence): readonly Series[] {
  if (!/分别|依次/.test(sentence.text)) return [];
  const found: Series[] = [];
  const { figures } = sentence;
  for (let first = 0; first < figures.length; first++) {
    const start = figures[first] as Quantity;
    const lead = between(sentence, Math.max(sentence.start, start.digits[0] - 40), start.digits[0]);
    if (!givenOut.test(lead)) continue;
    let last = first;
    while (isNextOf(sentence, figures[last] as Quantity, figures[last + 1])) last++;
    if (last > first) found.push({ items: figures.slice(first, last + 1), lead });
    first = last;
  }
  return found;
}

const isNextOf = (sentence: Sentence, each: Quantity, next: Quantity | undefined): boolean =>
  next !== undefined &&
  next.family === each.family &&
  joined.test(between(sentence, each.span[1], next.span[0]));

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
  if (last.span[1] > average.span[0] || noMean.test(lead.replace(givenOut, '').replace(/平均$/, '')))
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
