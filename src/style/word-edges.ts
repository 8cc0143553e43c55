import type { Span } from '../quantity/value/formula.ts';

/** So many characters beside a word decide where the words around it begin and end. */
const NEAR = 12;

let segmenter: Intl.Segmenter | undefined;

/**
 * Whether a word beside a stretch of Chinese text reaches into it, so that its characters belong to two other words: 竟争 in 毕竟|争取. Words are
 * those of Unicode’s segmentation (UAX #29) with the dictionary of ICU.
 */
export function isAcrossWords(text: string, [start, end]: Span): boolean {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const from = Math.max(0, start - NEAR);
  for (const { index, segment } of segmenter.segment(text.slice(from, end + NEAR))) {
    const [first, last] = [from + index, from + index + segment.length];
    if (first >= end) return false;
    if ((first < start && last > start && last < end) || (first > start && last > end)) return true;
  }
  return false;
}

/** Whether a character is a word of its own. */
export function standsAlone(text: string, at: number): boolean {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const from = Math.max(0, at - NEAR);
  return segmenter.segment(text.slice(from, at + NEAR)).containing(at - from)?.segment.length === 1;
}
