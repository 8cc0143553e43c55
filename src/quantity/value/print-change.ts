import Fraction from './fraction.ts';
import type { Language } from '../../diagnostic.ts';
import type { Measured } from './arithmetic.ts';
import { fixed, group } from './digits.ts';
import { isPoints, isShare } from './dimension.ts';
import { divide, exactly, isBeyond, negate, scale, subtract } from './interval.ts';
import { printMeasured, qualifierOf, boundWords } from './print.ts';

/** How much a figure has changed: 增加307人, 提高2.1个百分点; undefined where the two cannot be compared. */
export function printChange(
  now: Measured,
  difference: Measured | undefined,
  language: Language,
): string | undefined {
  if (difference === undefined || isUnbounded(difference)) return undefined;
  const { number } = difference;
  if (number.equals(0)) return unchanged[language];
  const points = isPoints(difference.dimension) || isPoints(now.dimension) || isShare(now.dimension);
  const up = number.compare(0) > 0;
  const certain = boundOf(
    up ? difference : { ...difference, number: number.neg(), interval: negate(difference.interval) },
  );
  if (certain === undefined) return undefined;
  // a change of less than one step of the coarser figure keeps its own digits
  const small = certain.step !== undefined && certain.number.compare(certain.step) < 0;
  // a mark of 4.4 out of 5 is 0.2 better than one of 4.2, not 0.2 out of 5
  const amount = printMeasured(small ? { ...certain, step: undefined } : certain, language).replace(
    / out of [\d.,]+$/,
    '',
  );
  return verbs[points ? 'points' : 'amount'][up ? 'up' : 'down'][language] + amount;
}

/** Words before how much or by what share a figure has changed. */
const verbs = {
  points: { up: { en: 'rose by ', zh: '提高' }, down: { en: 'fell by ', zh: '下降' } },
  amount: { up: { en: 'increased by ', zh: '增加' }, down: { en: 'decreased by ', zh: '减少' } },
  share: { up: { en: 'grew by ', zh: '增长' }, down: { en: 'fell by ', zh: '下降' } },
} as const;

/** What is sure of a change with one end: 超过2.04亿元 after 1.7亿元 is over 2900万元 more; undefined where it may be none. */
function boundOf(change: Measured): Measured | undefined {
  const { low, high } = change.interval;
  const end = low && high ? undefined : (low ?? high);
  if (end === undefined || end.value.equals(change.number)) return change;
  return end.value.compare(0) > 0 ? { ...change, number: end.value, step: undefined } : undefined;
}

const unchanged = { en: 'unchanged from the previous year', zh: '与上年持平' };

/** Whether a figure may be anything: what two least values differ by nobody knows. */
const isUnbounded = ({ interval: { low, high } }: Measured): boolean =>
  low === undefined && high === undefined;

const isOneSided = ({ interval: { low, high } }: Pick<Measured, 'interval'>): boolean =>
  low === undefined || high === undefined;

/** By what share a figure has grown: 增长9.7%, 下降3.2%; undefined where it began at nothing or below, or nobody knows. */
export function printGrowth(now: Measured, before: Measured, language: Language): string | undefined {
  const times = isBeyond(before.interval, 0, 'above') ? divide(now.interval, before.interval) : undefined;
  if (before.number.compare(0) <= 0 || times === undefined) return undefined;
  const growth = now.number.sub(before.number).div(before.number).mul(100);
  if (growth.equals(0)) return unchanged[language];
  const up = growth.compare(0) > 0;
  const interval = scale(subtract(times, exactly(new Fraction(1))), new Fraction(up ? 100 : -100));
  const qualifier = now.loose || before.loose ? qualifierOf({ number: growth.abs(), interval }) : undefined;
  // of a figure with one end, only a share that is that end is known
  if (isOneSided({ interval }) && qualifier === 'about') return undefined;
  const word = qualifier === 'range' ? 'at-least' : qualifier;
  const percent = fixed(growth.abs(), growthDecimals(growth, now, before), true);
  const amount = `${word === undefined ? '' : boundWords[word][language]}${group(percent, language)}%`;
  return verbs.share[up ? 'up' : 'down'][language] + amount;
}

/** One decimal, as statistical bulletins have it, where the digits of both figures bear it; a whole per cent needs none. */
function growthDecimals(growth: Fraction, now: Measured, before: Measured): number {
  const steps = [now.step, before.step].flatMap((step) => (step ? [step.div(before.number).mul(100)] : []));
  return growth.d === 1n || steps.some((step) => step.compare(new Fraction(1, 2)) > 0) ? 0 : 1;
}
