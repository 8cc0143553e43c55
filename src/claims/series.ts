import type { Quantity } from '../quantity/value/quantity.ts';
import { between, type Sentence } from '../reading/sentences.ts';

/** Figures of one kind that a sentence gives out one behind the other: 分别为36件、42件、48件. */
export interface Series {
  readonly items: readonly Quantity[];
  /** What leads to the first. */
  readonly lead: string;
  /** Which figure of the sentence the first is. */
  readonly first: number;
}

/** What leads to a series. */
const givenOut =
  /(?:分别|依次)(?:[达到]|达到|完成|实现|是|(?:增长|增加|提高|提升|上升|扩大|增|下降|减少|降低|压减|缩短|降|减)了?|[由从](?:[^，。；,;、\d]{0,6}|[^，。；,;、\d]{0,3}(?:19|20)\d\d年?[末底]?的?))?为?$/u;
const joined = /^[、，,]?[和与及]?$/u;
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
    if (last > first) found.push({ items: figures.slice(first, last + 1), lead, first });
    first = last;
  }
  return found;
}

const isNextOf = (sentence: Sentence, each: Quantity, next: Quantity | undefined): boolean =>
  next !== undefined &&
  next.family === each.family &&
  joined.test(between(sentence, each.span[1], next.span[0]));
