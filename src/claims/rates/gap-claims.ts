import { isAbsolute } from '../../quantity/value/change.ts';
import { isBeyond, meet, scale, subtract, type Interval } from '../../quantity/value/interval.ts';
import Fraction from '../../quantity/value/fraction.ts';
import type { Span } from '../../quantity/value/formula.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { POINTS } from '../../quantity/value/unit.ts';
import { hasSign, signOf } from '../../reading/signs.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { chineseGaps } from './chinese-gaps.ts';
import type { Claim } from '../claim.ts';
import { englishGaps } from './english-gaps.ts';

/** What a text says of one figure against another of the same time: 高于全省2.3个百分点, above the national average of 90.1%. */
export interface Gap {
  readonly own: Quantity;
  /** What it is held against: the figure of a province, of the nation, of others. */
  readonly other: Quantity;
  readonly side: 'above' | 'below';
  /** By how much, where that is said. */
  readonly by?: Quantity;
  /** Where words say the side. */
  readonly said?: Span | undefined;
}

/** A gap that both of its figures stand beside. */
export type GapClaim = Gap & Claim;

/** One of these stands in every sentence that tells a gap. */
const gapSign = signOf(
  ...'高于 高出 低于 快于 慢于 多于 少于 优于 好于 大于 小于 超过 超出 比 较 ，高 ，低 ，多 ，少 ，快 ，慢 领先 落后'.split(
    ' ',
  ),
  ...'above below higher lower more less fewer greater better worse faster slower quicker longer shorter cheaper dearer exceed outperform surpass short ahead behind under over'.split(
    ' ',
  ),
);

/** The gaps between places that a text states with both figures. */
export function gapClaims({ sentences }: TextAlone): readonly GapClaim[] {
  const found: GapClaim[] = [];
  for (const sentence of sentences) {
    if (sentence.figures.length < 2 && sentence.brackets.length === 0) continue;
    if (!hasSign(sentence.signs, gapSign)) continue;
    const gaps = /\p{Script=Han}/u.test(sentence.text) ? chineseGaps(sentence) : englishGaps(sentence);
    for (const gap of gaps)
      if (isLikely(gap)) found.push({ ...gap, figures: [gap.own, gap.other, ...(gap.by ? [gap.by] : [])] });
  }
  return found;
}

/** Whether two figures may be of one thing, and a gap between them. */
function isLikely({ own, other, by }: Gap): boolean {
  const [a, b] = [own.number, other.number];
  if (a.compare(0) <= 0 || b.compare(0) <= 0 || own.family !== other.family) return false;
  if (by && !isAbsolute(own, by)) return false;
  const times = a.div(b);
  return times.compare(new Fraction(1, 4)) > 0 && times.compare(4) < 0;
}

/** How far a figure lies on the side that is told, in the unit of the gap. */
export function distanceOf({ own, other, side, by }: Gap): {
  readonly number: Fraction;
  readonly interval: Interval;
} {
  const worth = new Fraction((side === 'above' ? 1 : -1) * (by?.family === POINTS ? 100 : 1));
  return {
    number: own.number.sub(other.number).mul(worth),
    interval: scale(subtract(own.interval, other.interval), worth),
  };
}

/** Whether a gap is what its figures say, as far as their digits tell. */
export function gapHolds(gap: Gap): boolean {
  const { interval } = distanceOf(gap);
  if (gap.by) return meet(interval, gap.by.interval);
  // rounded figures may be equal
  return !isBeyond(interval, 0, 'below') && !isEqual(gap);
}

/** 90.1% is not above 90.1%, unless both are rounded. */
const isEqual = ({ own, other }: Gap): boolean => own.exact && other.exact && own.number.equals(other.number);
