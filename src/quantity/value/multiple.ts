import { smallNumbers } from './small-numbers.ts';
import Fraction from './fraction.ts';
import { kindsIn } from '../characters.ts';
import type { Span } from './formula.ts';
import { around, exactly, from, subtract, type Interval } from './interval.ts';
import type { Quantity } from './quantity.ts';

/** How many times as much something has become, as a text says it; several where its words can be taken in several ways. */
export interface Multiple {
  readonly span: Span;
  readonly times: readonly Interval[];
}

const verbs: Readonly<Record<string, number>> = { doubled: 2, tripled: 3, trebled: 3, quadrupled: 4 };
const worded =
  /翻了?番|\b(?:doubled|tripled|trebled|quadrupled)\b|\b(?:increased|grew|grown|rose|risen) (?:by )?(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) times\b|\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)[- ]?fold (?:increase|rise|growth)\b/gi;
/** Words that leave a multiple open: 近翻一番, more than doubled. */
const vague =
  /(?:近|约|接近|基本|超过?|有望|力争|大约)(?:实现)?$|\b(?:nearly|almost|about|more than|over) $/i;

/** Multiples that stand in words: 翻番, doubled, a threefold increase. Spans count from the start of the text. */
export function wordMultiples(text: string): readonly Multiple[] {
  if (!text.includes('番') && !kindsIn(text).hasLetters) return [];
  const found: Multiple[] = [];
  for (const { 0: words, 1: times, 2: fold, index } of text.matchAll(worded)) {
    if (vague.test(text.slice(Math.max(0, index - 12), index))) continue;
    const number =
      verbs[words.toLowerCase()] ??
      (words.startsWith('翻')
        ? 2
        : (smallNumbers[(times ?? fold ?? '').toLowerCase()] ?? Number(times ?? fold)));
    // “increased three times” is taken both ways
    const ways = times === undefined ? [number] : [number, number + 1];
    found.push({
      span: [index, index + words.length],
      times: ways.map((way) => around(new Fraction(way), new Fraction(way, 10))),
    });
  }
  return found;
}

/** Whether a figure is a multiple: 2倍, 翻两番. */
export const isMultiple = ({ unit }: Quantity): boolean => unit === '倍' || unit === '番';

/** 增加2倍 is three times as much, 增加到2倍 and 是2倍 twice, 翻一番 about twice. */
export function timesOf(
  text: string,
  { text: written, interval, number, unit, movement, span, digits }: Quantity,
): readonly Interval[] {
  if (unit === '番') {
    const isVague = vague.test(text.slice(Math.max(0, digits[0] - 10), digits[0]).replace(/翻了?$/, ''));
    return [isVague || /[多余]$/.test(written) ? from(number.div(2), false) : around(number, number.div(10))];
  }
  const isGrowth = movement
    ? !movement.to
    : /(?:增长|增加|提高|扩大|上升|提升)了?$/.test(text.slice(Math.max(0, span[0] - 6), span[0]));
  return [isGrowth ? subtract(interval, exactly(new Fraction(-1))) : interval];
}
