import type { Measured } from '../../quantity/value/arithmetic.ts';
import { isCount } from '../../quantity/value/unit.ts';
import type { Total } from './table-structure.ts';
import type { Line } from './table-totals.ts';

/** How much a total may be off, as a ratio, and still be one with a slip, by how sure its name makes it. */
const reach: Readonly<Record<Total['sure'], number>> = { plain: 3, near: 1.25, backed: 1 };

/**
 * Whether what a name calls a total is the sum that it is not: where other cells of it add up, or it is off by no more than a slip makes it.
 * A total that adds up nowhere is none, nor is one that words beside the table explain, and one between the least and the greatest of its parts may be their average.
 */
export function areSums(lines: readonly Line[], sure: Total['sure'], around: string): boolean {
  const wrong = lines.filter(({ verdict }) => verdict.is === 'differs');
  if (wrong.some((line) => isExplained(line, around))) return false;
  const right = lines.length - wrong.length;
  if (wrong.length > Math.max(1, right)) return false;
  if (right > 0 && sure !== 'backed') return wrong.every((line) => !mayBeMean(line) || right > wrong.length);
  if (right > 0) return true;
  return wrong.every((line) => isSlip(line, reach[sure]) && !mayBeMean(line));
}

const overlapping =
  /重复计|不重复|去重|剔重|剔除重复|可?多选|可同时|交叉|不等于|\bunique|unduplicated|overlap|more than one|double[- ]count|(?:do|does|may|might|will|need) not (?:sum|add|total)/i;
const rounded = /四舍五入|舍入|尾数|\bround(?:ed|ing)\b/i;

/** Whether words beside a table tell why a total is less than its parts, or off by their rounding. */
function isExplained({ verdict, parts }: Line, around: string): boolean {
  if (verdict.is !== 'differs') return false;
  const { stated, sum } = verdict;
  const off = stated.number.sub(sum.number).valueOf();
  if (off < 0 && overlapping.test(around)) return true;
  const step = (stated.step ?? stated.unit.factor).valueOf();
  return rounded.test(around) && Math.abs(off) <= step * (parts.length + 1);
}

const valueOf = ({ number }: Measured): number => Math.abs(number.valueOf());

/** Whether a total is off by a slip: a digit, or a nought too many or too few. */
function isSlip({ verdict }: Line, most: number): boolean {
  if (verdict.is !== 'differs') return true;
  const [stated, sum] = [valueOf(verdict.stated), valueOf(verdict.sum)];
  if (stated === 0 || sum === 0) return false;
  const ratio = Math.max(stated / sum, sum / stated);
  return ratio <= most || (most > 1 && (ratio === 10 || ratio === 100));
}

/** Whether what is called a total may be the average of its parts: between them, and nothing says that it is counted. */
function mayBeMean({ verdict, parts }: Line): boolean {
  if (verdict.is !== 'differs') return false;
  const { stated } = verdict;
  const isCounted = stated.dimension.of.length === 1 && isCount(stated.dimension.of[0] ?? '');
  if (isCounted && stated.number.d === 1n) return false;
  const values = parts.flatMap(({ operand }) =>
    operand.kind === 'figure' ? [operand.measured.number.valueOf()] : [],
  );
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const value = stated.number.valueOf();
  return least > 0 && least <= value && value <= most && most <= 3 * least;
}
