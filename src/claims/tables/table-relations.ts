import Fraction from '../../quantity/value/fraction.ts';
import { over, plus, type Measured } from '../../quantity/value/arithmetic.ts';
import { isPoints, isShare } from '../../quantity/value/dimension.ts';
import { meet, scale, negate, type Interval } from '../../quantity/value/interval.ts';
import type { Cell } from '../../reading/tables.ts';
import type { TableLabel } from '../../reading/table-labels.ts';
import { columnChange, declines, isActual, isPlanned, orderInTime } from './table-change-words.ts';
import { isShareName, roleOf } from './table-words.ts';
import type { Turned } from './table-totals.ts';

/** A cell that others of its line determine: a share of the total, a change from one year to the next, what of a plan was reached, what is left of a whole. */
export interface Related {
  readonly kind: 'share' | 'change' | 'reached' | 'rest';
  readonly cell: Cell;
  /** What it is reckoned from. */
  readonly from: readonly Cell[];
  /** What it is to be; undefined where it is that. */
  readonly expected: Measured | undefined;
}

/** The cells of a line of a table that others of it determine, judged together: where most are right, those that are not are wrong. */
interface Relation {
  readonly kind: Related['kind'];
  readonly line: number;
  readonly related: readonly Related[];
  /** Whether they are differences or rates of two years by name, which nothing else makes by chance. */
  readonly isDifference?: boolean;
}

const HUNDRED = new Fraction(100);
const HUNDREDTH = new Fraction(1, 100);

/** What the lines of a table that are shares, changes or degrees of others say of these. Lines of which most say otherwise are something else. */
export function relationsIn(table: Turned): readonly Relation[] {
  return table.lines.flatMap((label, line) => {
    const relation =
      shareOf(table, label, line) ??
      changeOf(table, label, line) ??
      reachedOf(table, label, line) ??
      restOf(table, label, line);
    return relation !== undefined && isRelation(relation) ? [relation] : [];
  });
}

/** Whether the cells of a line are what its name says: most of them are, and not by chance. */
function isRelation({ kind, related, isDifference }: Relation): boolean {
  const wrong = related.filter(({ expected }) => expected !== undefined).length;
  const right = related.length - wrong;
  if (kind === 'reached' || kind === 'rest' || isDifference === true) return right >= Math.max(1, wrong);
  return right >= 2 && right >= 2 * wrong;
}

const measuredAt = (table: Turned, line: number, place: number): Measured | undefined => {
  const operand = table.at(line, place)?.operand;
  return operand?.kind === 'figure' ? operand.measured : undefined;
};

/** The cells of a line that have a figure, judged by what they are to be. */
function judged(
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

/** A line of shares of what stands before it. */
function shareOf(table: Turned, { name }: TableLabel, line: number): Relation | undefined {
  // of 占GDP比重 the whole is elsewhere
  if (!isShareName(name) || /占(?!比|总|全|合计|本|[（(%％]|$)/.test(name)) return undefined;
  const base = lastBefore(table, line, (index) => roleOf(table.lines[index] as TableLabel) === 'part');
  if (base === undefined) return undefined;
  const whole = wholeOf(table, base);
  if (whole === undefined) return undefined;
  return judged(table, line, 'share', [base], (place) => {
    const part = measuredAt(table, base, place);
    const share = part && over(part, whole);
    return share ? [share] : [];
  });
}

function lastBefore(table: Turned, line: number, is: (index: number) => boolean): number | undefined {
  for (let index = line - 1; index >= 0; index--)
    if (is(index) && table.places.some((_, place) => measuredAt(table, index, place))) return index;
  return undefined;
}

/** The whole of a line: its total by name, else the sum of its parts. */
function wholeOf(table: Turned, line: number): Measured | undefined {
  const roles = table.places.map(roleOf);
  const total = roles.findIndex(
    (role, place) => role === 'total' && measuredAt(table, line, place) !== undefined,
  );
  if (total >= 0) return measuredAt(table, line, total);
  let sum: Measured | undefined;
  for (const [place, role] of roles.entries()) {
    const part = role === 'part' ? measuredAt(table, line, place) : undefined;
    if (part === undefined) continue;
    const next = sum === undefined ? part : plus('+', sum, part);
    if (next === undefined) return undefined;
    sum = next;
  }
  return sum;
}

/** A line of changes from one year to the next, which stand before it. */
function changeOf(table: Turned, label: TableLabel, line: number): Relation | undefined {
  const kind = columnChange(label.levels.at(-1) ?? label.name);
  if (kind === undefined) return undefined;
  const years = table.lines.flatMap((each, index) => {
    const time =
      index === line || !isUnderSame(each, label) ? undefined : timeOf(each.levels.at(-1) ?? each.name);
    return time === undefined ? [] : [{ index, ...time }];
  });
  const [last] = years.slice(-1);
  const [earlier, later] = years
    .filter(({ of }) => of === last?.of)
    .sort((a, b) => a.period - b.period)
    .slice(-2);
  const isYears = earlier !== undefined && later !== undefined && earlier.period !== later.period;
  const lines = isYears
    ? [earlier.index, later.index]
    : kind === 'amount'
      ? planAndActual(table, line)
      : undefined;
  if (lines === undefined) return undefined;
  const relation = judged(
    table,
    line,
    'change',
    lines,
    (place) => {
      const [before, now] = lines.map((index) => measuredAt(table, index, place));
      const stated = measuredAt(table, line, place);
      if (before === undefined || now === undefined || stated === undefined) return [];
      const amount = plus('-', now, before);
      const growth = amount && before.number.compare(0) > 0 ? over(amount, before) : undefined;
      const isRate = kind === 'rate' || (isShare(stated.dimension) && !isShare(now.dimension));
      const ways =
        isRate && !isShare(now.dimension)
          ? [growth, kind === 'either' ? amount : undefined]
          : [amount, kind === 'amount' ? undefined : growth];
      return ways.flatMap((way) => way ?? []);
    },
    declines(label.name) || !isYears,
  );
  return { ...relation, isDifference: kind !== 'either' && isYears };
}

/** The time of a line, and of what it is besides: 产量 of 2016年产量. */
function timeOf(name: string): { readonly period: number; readonly of: string } | undefined {
  const [, year = name, of = ''] = /^((?:19|20)\d{2}年)(\p{Script=Han}{2,6})$/u.exec(name) ?? [];
  const period = orderInTime(name);
  if (period !== undefined) return { period, of: '' };
  const ofYear = orderInTime(year);
  return ofYear === undefined ? undefined : { period: ofYear, of };
}

/** Whether two columns stand under the same words. */
const isUnderSame = (a: TableLabel, b: TableLabel): boolean =>
  b.levels.length < 2 || a.levels.length < 2 || a.levels[0] === b.levels[0];

/** The lines of plan and actual before a line. */
function planAndActual(table: Turned, line: number): readonly [number, number] | undefined {
  const plan = lastBefore(table, line, (index) => isPlanned(table.lines[index]?.name ?? ''));
  const actual = lastBefore(
    table,
    line,
    (index) => index !== plan && isActual(table.lines[index]?.name ?? ''),
  );
  return plan === undefined || actual === undefined ? undefined : [plan, actual];
}

/** A line that says how much of a plan was reached. */
function reachedOf(table: Turned, { name }: TableLabel, line: number): Relation | undefined {
  if (
    !/完成率|完成比例|完成进度|完成程度|执行率|达成率|% ?(?:achieved|completed|of (?:plan|target|budget|goal)|spent|delivered)|achievement|completion/i.test(
      name,
    )
  )
    return undefined;
  const pair = planAndActual(table, line);
  if (pair === undefined) return undefined;
  const [plan, actual] = pair;
  return judged(table, line, 'reached', [plan, actual], (place) => {
    const [aim, done] = [measuredAt(table, plan, place), measuredAt(table, actual, place)];
    if (aim === undefined || done === undefined) return [];
    // of what is to be small the plan is divided by what came about; and it may be a part of something else: 总投资, 年度计划, 累计完成
    const others = Array.from({ length: line }, (_, index) => measuredAt(table, index, place));
    return [over(done, aim), over(aim, done), ...others.map((each) => each && over(done, each))].flatMap(
      (way) => way ?? [],
    );
  });
}

const rest =
  /^(?:空编|缺编|空缺|缺额|剩余|结余|未(?:完成|办结|整改|结|到位|达标)|在办|待办|尚余)(?:数|量|额|件)?$|^(?:vacan(?:t|cies)|unfilled|remaining|outstanding|left|balance|pending|open|unspent|not (?:yet )?(?:filled|closed|answered|completed|resolved|met))(?: posts?| cases?)?$/i;

/** A line that says what is left of the line two before it, less the one before. */
function restOf(table: Turned, { name }: TableLabel, line: number): Relation | undefined {
  if (!rest.test(name)) return undefined;
  const part = lastBefore(table, line, () => true);
  const whole = part === undefined ? undefined : lastBefore(table, part, () => true);
  if (part === undefined || whole === undefined) return undefined;
  return judged(table, line, 'rest', [whole, part], (place) => {
    const [all, done] = [measuredAt(table, whole, place), measuredAt(table, part, place)];
    const left = all && done && plus('-', all, done);
    return left && left.number.compare(0) >= 0 ? [left] : [];
  });
}
