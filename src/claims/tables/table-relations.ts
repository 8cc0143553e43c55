import { over, plus, type Measured } from '../../quantity/value/arithmetic.ts';
import { isShare } from '../../quantity/value/dimension.ts';
import type { TableLabel } from '../../reading/table-labels.ts';
import { judged, lastBefore, measuredAt, type Relation } from './line-relations.ts';
import { columnChange, declines, isActual, isPlanned, orderInTime } from './table-change-words.ts';
import { isShareName, roleOf } from './table-words.ts';
import type { Turned } from './table-totals.ts';

/** What the lines of a table that are shares, changes or degrees of others say of these. Lines of which most say otherwise are something else. */
export function relationsIn(table: Turned): readonly Relation[] {
  return table.lines.flatMap((label, line) => {
    const relation =
      shareOf(table, label, line) ??
      changeOf(table, label, line) ??
      reachedOf(table, label, line) ??
      restOf(table, label, line) ??
      rateOf(table, label, line);
    return relation !== undefined && isRelation(relation) ? [relation] : [];
  });
}

/** Whether the cells of a line are what its name says: most of them are, and not by chance. */
function isRelation({ kind, related, isDifference, isNamed }: Relation): boolean {
  const wrong = related.filter(({ expected }) => expected !== undefined).length;
  const right = related.length - wrong;
  if (kind === 'reached' || kind === 'rest' || isDifference === true || isNamed === true)
    return right >= Math.max(1, wrong);
  return right >= 2 && right >= 2 * wrong;
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

const rateName = /\b(?:rate|percent(?:age)?)\b|[%％]|率$/i;

/** Whether all figures of a line are percentages. */
const isOfShares = (table: Turned, line: number): boolean => {
  const measured = table.places.flatMap((_, place) => measuredAt(table, line, place) ?? []);
  return measured.length > 0 && measured.every(({ dimension }) => isShare(dimension));
};

/** As many lines before a rate may be the counts that it is of. */
const NEAR = 6;

const isRateLine = ({ name, unit }: TableLabel): boolean => rateName.test(name) || unit === '%';

/** A line of rates of the two counts that stand before it, whichever of them is the whole: Received, Upheld, Upheld (%). */
function rateOf(table: Turned, label: TableLabel, line: number): Relation | undefined {
  const { name } = label;
  if (!(isRateLine(label) || isOfShares(table, line)) || columnChange(name) !== undefined) return undefined;
  const isCount = (index: number): boolean => {
    const each = table.lines[index] as TableLabel;
    return (
      roleOf(each) === 'part' &&
      !isRateLine(each) &&
      !isOfShares(table, index) &&
      orderInTime(each.name) === undefined
    );
  };
  const before = Array.from({ length: Math.min(line, NEAR) }, (_, at) => line - 1 - at).filter(isCount);
  const [second, first] = before.filter((index) =>
    table.places.some((_, place) => measuredAt(table, index, place)),
  );
  if (first === undefined || second === undefined) return undefined;
  const [part, whole] = isLess(table, first, second) ? [first, second] : [second, first];
  const relation = judged(table, line, 'rate', [whole, part], (place) => {
    const [all, some] = [measuredAt(table, whole, place), measuredAt(table, part, place)];
    const rate = all && some && all.number.compare(0) > 0 ? over(some, all) : undefined;
    return rate && isShare(rate.dimension) ? [rate] : [];
  });
  return { ...relation, isNamed: bare(name) === bare(table.lines[part]?.name ?? '') };
}

/** A name without what says that it is a rate. */
const bare = (name: string): string =>
  name.toLowerCase().replace(/\b(?:rate|percent(?:age)?)\b|[%％()（）]|率$|件?数$|\s/g, '');

/** Whether the figures of a line are less than those of another, all of them. */
const isLess = (table: Turned, one: number, other: number): boolean =>
  table.places.every((_, place) => {
    const [a, b] = [measuredAt(table, one, place), measuredAt(table, other, place)];
    return a === undefined || b === undefined || a.number.compare(b.number) <= 0;
  });
