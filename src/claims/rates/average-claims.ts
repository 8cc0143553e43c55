import Fraction from '../../quantity/value/fraction.ts';
import { around, divide, meet, multiply, type Interval } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { hasSign, signOf } from '../../reading/signs.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { chineseAverages } from './chinese-averages.ts';
import type { Claim } from '../claim.ts';
import { englishAverages } from './english-averages.ts';
import { englishToldAverages } from './english-told-averages.ts';
import type { SharedBy } from '../parts/shared-by.ts';

/** An average, or what each gets, beside what it is the average of and how many share that. */
export interface Average {
  readonly average: Quantity;
  readonly total: Quantity;
  readonly count: SharedBy;
  /** Whether each gets just so much, and the average is not rounded: 每校15人. */
  readonly isEach: boolean;
  /** Whether it is one of several averages of a kind, so that only what holds is told. */
  readonly isDoubtful?: boolean;
}

/** An average of a text that its total and count can be held against. */
export type AverageClaim = Average & Claim;

/** One of these stands in every sentence that tells an average. */
const averageSign = signOf(
  '均',
  '每',
  'average',
  'averaging',
  ' per ',
  'per-',
  ' each',
  'each ',
  ' a ',
  ' an ',
  ' every ',
  'apiece',
  'mean ',
  ' per-',
);

/** The averages of a text that it gives a total and a count for. Of several totals or counts none may be meant for sure: then only one that holds is told. */
export function averageClaims(text: TextAlone): readonly AverageClaim[] {
  const found: AverageClaim[] = [];
  for (const sentence of text.sentences) {
    if (!hasSign(sentence.signs, averageSign)) continue;
    const isChinese = /\p{Script=Han}/u.test(sentence.text);
    const own: Average[] = [];
    for (const choices of isChinese ? chineseAverages(sentence) : englishAverages(sentence)) {
      const told = choices.length === 1 ? choices[0] : (choices.find(averageHolds) ?? nearestOf(choices));
      if (told) own.push(told);
    }
    if (!isChinese)
      for (const told of englishToldAverages(sentence, text))
        if (!own.some(({ average }) => average.span[0] === told.average.span[0])) own.push(told);
    for (const told of own) if (isLikely(told)) found.push({ ...told, figures: heldBy(told) });
  }
  return found;
}

/** As many characters before an average its total and count may begin. */
const NEAR = 60;

/** Of several totals and counts those that stand next to each other directly before the average; undefined where none do. */
function nearestOf(choices: readonly Average[]): Average | undefined {
  const startOf = ({ total, count }: Average): number => Math.min(total.span[0], count.span[0]);
  const before = choices.filter(
    (each) =>
      !each.isDoubtful &&
      Math.max(each.total.span[1], each.count.span[1]) <= each.average.span[0] &&
      each.average.span[0] - startOf(each) <= NEAR,
  );
  return before.sort((a, b) => startOf(b) - startOf(a))[0];
}

const heldBy = ({ average, total, count }: Average): readonly Quantity[] =>
  'family' in count ? [average, total, count as SharedBy & Quantity] : [average, total];

/** What is farther off than that is of something else. */
const FARTHEST = 20;
const TEN = new Fraction(10);

function isLikely({ average, total, count }: Average): boolean {
  if (average.number.compare(0) <= 0 || count.number.compare(1) <= 0) return false;
  const times = total.number.div(count.number).div(average.number);
  return times.compare(new Fraction(1, FARTHEST)) > 0 && times.compare(FARTHEST) < 0;
}

/** Whether a total shared by a count makes the average, as far as its digits tell. */
export function averageHolds({ average, total, count, isEach }: Average): boolean {
  if (isEach && average.exact) return meet(multiply(average.interval, count.interval), total.interval);
  const mean = divide(total.interval, count.interval);
  return mean === undefined || meet(mean, stoodFor(average));
}

/** An average is rounded: to its last digit, and where that is a nought to half a per cent. */
function stoodFor({ number, step, interval, exact }: Quantity): Interval {
  if (!exact) return interval;
  const [half, loose] = [step.div(2), number.abs().div(200)];
  const isRound = number.div(step).mod(TEN).equals(0);
  return around(number, isRound && loose.compare(half) > 0 ? loose : half);
}
