import Fraction from '../../quantity/value/fraction.ts';
import type { Measured } from '../../quantity/value/arithmetic.ts';
import { isPoints, isShare } from '../../quantity/value/dimension.ts';
import { meet, scale, negate, type Interval } from '../../quantity/value/interval.ts';
import type { Cell } from '../../reading/tables.ts';
import type { Turned } from './table-totals.ts';

/** A cell that others of its line determine: a share of the total, a change from one year to the next, what of a plan was reached, what is left of a whole, the rate of two counts. */
export interface Related {
  readonly kind: 'share' | 'change' | 'reached' | 'rest' | 'rate';
  readonly cell: Cell;
  /** What it is reckoned from. */
  readonly from: readonly Cell[];
  /** What it is to be; undefined where it is that. */
  readonly expected: Measured | undefined;
}

/** The cells of a line of a table that others of it determine, judged together: where most are right, those that are not are wrong. */
export interface Relation {
  readonly kind: Related['kind'];
  readonly line: number;
  readonly related: readonly Related[];
  /** Whether they are differences or rates of two years by name, which nothing else makes by chance. */
  readonly isDifference?: boolean;
  /** Whether a rate is named after the count that it is of: Upheld, Upheld (%). */
  readonly isNamed?: boolean;
}

const HUNDRED = new Fraction(100);
const HUNDREDTH = new Fraction(1, 100);

/** What the cell of a line at a place measures; undefined where it is no figure. */
export const measuredAt = (table: Turned, line: number, place: number): Measured | undefined => {
  const operand = table.at(line, place)?.operand;
  return operand?.kind === 'figure' ? operand.measured : undefined;
};

/** The cells of a line that have a figure, judged by what they are to be. */
export function judged(
  table: Turned,
  line: number,
  kind: Related['kind'],
  lines: readonly number[],
  expect: (place: number) => readonly Measured[],
  isUnsigned = false,
): Relation {
  const related = table.places.flatMap((_, place): Related[] => {
    const cell = table.at(line, place);
    const stated = measuredAt(table, line, place);
    const ways = stated === undefined ? [] : expect(place);
    const [first] = ways;
    if (cell === undefined || stated === undefined || first === undefined) return [];
    const holds = ways.some((way) => isSame(stated, way, isUnsigned));
    const from = lines.flatMap((each) => table.at(each, place) ?? []);
    return [{ kind, cell, from, expected: holds ? undefined : inUnitOf(stated, first) }];
  });
  return { kind, line, related };
}

/** Whether a figure is what it is to be; shares may be written as numbers of hundredths, and a fall without its sign where the name tells it. */
function isSame(stated: Measured, expected: Measured, isUnsigned: boolean): boolean {
  const { interval } = expected;
  const isPlain = !isShare(stated.dimension) && !isPoints(stated.dimension);
  const scaled: readonly Interval[] = isShare(expected.dimension)
    ? isPlain || isPoints(stated.dimension)
      ? [scale(interval, HUNDRED)]
      : [interval]
    : isPoints(expected.dimension) && isShare(stated.dimension)
      ? [scale(interval, HUNDREDTH)]
      : [interval];
  return scaled.some(
    (each) => meet(stated.interval, each) || (isUnsigned && meet(stated.interval, negate(each))),
  );
}

/** What a figure is to be, as its own unit and digits show it. */
function inUnitOf(stated: Measured, expected: Measured): Measured {
  const toHundredths = isShare(expected.dimension) && !isShare(stated.dimension);
  const toShare = isPoints(expected.dimension) && isShare(stated.dimension);
  const worth = toHundredths ? HUNDRED : toShare ? HUNDREDTH : new Fraction(1);
  return {
    ...expected,
    number: expected.number.mul(worth),
    interval: scale(expected.interval, worth),
    dimension: stated.dimension,
    step: stated.step ?? expected.step?.mul(worth),
    unit: stated.unit,
    loose: false,
  };
}

/** The last line before one that is such, and has a figure. */
export function lastBefore(table: Turned, line: number, is: (index: number) => boolean): number | undefined {
  for (let index = line - 1; index >= 0; index--)
    if (is(index) && table.places.some((_, place) => measuredAt(table, index, place))) return index;
  return undefined;
}
