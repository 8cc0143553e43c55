import Fraction from './fraction.ts';
import {
  add,
  around,
  divide,
  exactly,
  isBeyond,
  meet,
  multiply,
  scale,
  subtract,
  type Interval,
} from './interval.ts';
import { powerOfTen } from './fractions.ts';
import { printLike } from './print-like.ts';
import type { Quantity } from './quantity.ts';
import { withChanges } from './stated-quantity.ts';
import { isPercent, POINTS, RATIO } from './unit.ts';

/** What a change leads from or to. */
export type End = Pick<Quantity, 'interval' | 'number' | 'family'>;

/** A step from one figure to another. */
export interface Step {
  readonly before: End;
  readonly after: End;
  /** For a growth beside an increase or decrease, that: the figure before was not said, and follows from it. */
  readonly by?: End | undefined;
}

/** How a text tells a change. */
export interface Told {
  readonly change: Quantity;
  readonly direction: 'up' | 'down';
  /** Over how many years it is the average of each; 1 for the whole change. */
  readonly years: number;
}

/** 307人 and 0.8个百分点 are differences, 9.7% and 增长1.3倍 growth, 翻一番 and 2.3倍 tell how many times as much. */
export type ChangeKind = 'difference' | 'growth' | 'times';

/** A number that was computed, with all that it may be. */
export interface Computed {
  readonly number: Fraction;
  readonly interval: Interval;
}

const whole = new Fraction(1);
const one = exactly(whole);

/** Whether a stated change is an absolute one of such figures: 307人 of 人, 百分点 of %. */
export const isAbsolute = ({ family }: Pick<Quantity, 'family'>, change: Quantity): boolean =>
  change.family === (family === RATIO ? POINTS : family);

/** Whether a change is told as a fraction in words: by a third, 三分之一, 七成. */
const isFraction = ({ family, unit, kind, number }: Quantity): boolean =>
  family === RATIO &&
  (unit === '' || unit === '成') &&
  (kind === 'figure' || kind === 'chinese') &&
  number.d > 1n &&
  number.d <= 10n &&
  number.compare(1) < 0;

/** What kind of change of such figures a figure is; undefined where it is none. */
export function changeKind(of: Pick<Quantity, 'family'>, change: Quantity): ChangeKind | undefined {
  if (isAbsolute(of, change)) return 'difference';
  if (
    change.family !== RATIO ||
    of.family === RATIO ||
    (!isPercent(change) && !isFraction(change) && change.unit !== '倍' && change.unit !== '番')
  )
    return undefined;
  return isPercent(change) || isFraction(change) || (change.unit === '倍' && change.movement?.to === false)
    ? 'growth'
    : 'times';
}

/** What leads from the first figure to the second, along the stated direction; undefined where the two make no such change. */
export function changeOf(step: Step, { change, direction, years }: Told): Computed | undefined {
  const { before, after, by } = step;
  const kind = changeKind(before, change);
  const sign = new Fraction(direction === 'up' ? 1 : -1);
  if (kind === 'difference') {
    // a share counts in ones, a point of a hundred in points
    const worth = sign.mul(change.family === POINTS ? 100 : 1).div(years);
    return {
      number: after.number.sub(before.number).mul(worth),
      interval: scale(subtract(after.interval, before.interval), worth),
    };
  }
  const ratio = isBeyond(before.interval, 0, 'above') ? divide(after.interval, before.interval) : undefined;
  if (kind === undefined || ratio === undefined || isBeyond(ratio, 0, 'below')) return undefined;
  const times = { number: after.number.div(before.number), interval: ratio };
  if (kind === 'times') return times;
  if (by) return growthBy(after, by, sign);
  return growth(
    years === 1 ? times : { number: root(times.number, years), interval: rootOf(times.interval, years) },
    sign,
  );
}

const growth = ({ number, interval }: Computed, sign: Fraction): Computed => ({
  number: number.sub(whole).mul(sign),
  interval: scale(subtract(interval, one), sign),
});

/** 307 ÷ (3460 − 307), as 1 ÷ (3460 ÷ 307 − 1), so that each figure counts once. */
function growthBy(after: End, by: End, sign: Fraction): Computed | undefined {
  const times = divide(after.interval, by.interval);
  const interval = times && divide(one, subtract(times, exactly(sign)));
  return interval && { number: by.number.div(after.number.sub(by.number.mul(sign))), interval };
}

/** Whether a stated change leads from the first figure to the second; undefined where it is of another kind. */
export function changeHolds(step: Step, told: Told): boolean | undefined {
  const computed = changeOf(step, told);
  if (computed === undefined) return undefined;
  const { change, direction, years } = told;
  if (years === 1 || isAbsolute(step.before, change)) return meet(computed.interval, stoodFor(change));
  // the power is exact, the root is not
  const yearly = add(one, scale(change.interval, new Fraction(direction === 'up' ? 1 : -1)));
  if (!isBeyond(yearly, 0, 'above')) return undefined;
  return meet(multiply(step.before.interval, power(yearly, years)), step.after.interval);
}

/** What a stated change may stand for; 翻一番 and “doubled” are told roughly, to a tenth either way, and “by a third” to a sixth. */
export function stoodFor(change: Quantity): Interval {
  const { unit, number, interval, qualifier } = change;
  if (qualifier !== 'exact') return interval;
  return unit === '番'
    ? around(number, number.div(10))
    : isFraction(change)
      ? around(number, unit === '成' ? new Fraction(1, 10) : number.div(6))
      : interval;
}

const power = (base: Interval, years: number): Interval =>
  Array.from({ length: years - 1 }, () => base).reduce(multiply, base);

const PLACES = 8;

/** The root of a positive number to so many places, rounded down. */
function root({ n, d }: Fraction, years: number): Fraction {
  const digits = 10n ** BigInt(PLACES * years);
  let [low, high] = [0n, (n / d + 1n) * 10n ** BigInt(PLACES) + 1n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** BigInt(years) * d <= n * digits) low = middle;
    else high = middle;
  }
  return new Fraction(low, 1n).mul(powerOfTen(-PLACES));
}

const rootOf = ({ low, high }: Interval, years: number): Interval => ({
  low: low && { ...low, value: root(low.value, years) },
  high: high && { ...high, value: root(high.value, years) },
});

const times = { text: '', unit: '倍', factor: whole, step: new Fraction(1, 10), number: new Fraction(0) };

/** How a change that is told as a fraction in words is written where it is computed: in per cent. */
export const inPercent = (change: Quantity): Quantity =>
  isFraction(change)
    ? withChanges(change, { unit: '%', factor: new Fraction(1, 100), step: new Fraction(1, 1000) })
    : change;

/** A computed change, written like a stated one. */
export const printChangeLike = ({ number }: Computed, change: Quantity): string =>
  printLike(number, change.unit === '番' ? times : inPercent(change));

/** The figure before a change: 3460 − 307. */
export function beforeChange(after: End, change: End, direction: 'up' | 'down'): End {
  // a share counts in ones, points in hundredths
  const isOfShare = change.family === POINTS && after.family === RATIO;
  const number = isOfShare ? change.number.div(100) : change.number;
  const interval = isOfShare ? scale(change.interval, hundredth) : change.interval;
  return direction === 'up'
    ? {
        family: after.family,
        number: after.number.sub(number),
        interval: subtract(after.interval, interval),
      }
    : { family: after.family, number: after.number.add(number), interval: add(after.interval, interval) };
}
const hundredth = new Fraction(1, 100);
