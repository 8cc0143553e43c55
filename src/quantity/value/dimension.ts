import type Fraction from './fraction.ts';
import { ONE } from './fractions.ts';
import { areLike, isCount, isNoun, POINTS, RATIO, unitOf } from './unit.ts';

/** What a figure measures: families of units multiplied, and those it is divided by. Both empty: a number without a unit. */
export interface Dimension {
  readonly of: readonly string[];
  readonly per: readonly string[];
}

const PEOPLE = '人';
const VISITS = '人次';
/** 个 counts whatever has no measure word of its own. */
const GENERAL = '个';
const TIMES: ReadonlySet<string> = new Set(['月', '天', '小时']);
const words: Readonly<Record<string, string>> = { 人均: '人', 日: '天', h: 'hour' };

const none: readonly string[] = [];

export const PLAIN: Dimension = { of: none, per: none };
export const SHARE: Dimension = { of: [RATIO], per: [] };

/** The dimension of a family counted by some units, and what one of it is worth in the base units of these: 元/年 is 1/12 of 元/月. */
export function dimensionOf(
  family: string,
  per: readonly string[],
): { readonly dimension: Dimension; readonly factor: Fraction } {
  if (per.length === 0)
    return { dimension: family === '' ? PLAIN : { of: [family], per: none }, factor: ONE };
  const units = per.map((word) => unitOf(words[word] ?? word));
  const factor = units.reduce((product, unit) => product.div(unit.factor), ONE);
  return {
    dimension: { of: family === '' ? [] : [family], per: units.map((unit) => unit.family).sort() },
    factor,
  };
}

const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((family, index) => family === b[index]);
export const sameDimension = (a: Dimension, b: Dimension): boolean =>
  equal(a.of, b.of) && equal(a.per, b.per);

/** A dimension without the nouns that count: what remains can be held against another, while pupils and students may be the same. */
const withoutNouns = ({ of, per }: Dimension): Dimension => ({
  of: of.filter((family) => !isNoun(family)),
  per: per.filter((family) => !isNoun(family)),
});

/** The only family of a dimension that is divided by nothing; empty for a number without a unit. */
const simple = ({ of, per }: Dimension): string | undefined =>
  per.length > 0 || of.length > 1 ? undefined : (of[0] ?? '');

export const isShare = (dimension: Dimension): boolean => simple(dimension) === RATIO;
export const isPoints = (dimension: Dimension): boolean => simple(dimension) === POINTS;

const isTimesOrCount = (family: string): boolean => isCount(family) || TIMES.has(family);

/** The dimension of a sum or difference; undefined where the two cannot be added. `constant` tells which of them are constants. */
export function joined(
  operator: '+' | '-',
  a: Dimension,
  b: Dimension,
  constant: readonly [boolean, boolean],
): Dimension | undefined {
  const [left, right] = [simple(a), simple(b)];
  if (sameDimension(a, b)) {
    // 100% - 整改率 is the rest of a whole; between two rates the difference is in points
    const points = operator === '-' && left === RATIO && !constant[0] && !constant[1];
    return points ? { of: [POINTS], per: [] } : a;
  }
  if (left === undefined || right === undefined)
    return sameDimension(withoutNouns(a), withoutNouns(b)) ? a : undefined;
  const family = joinedFamily(left, right, constant);
  return family === undefined ? undefined : family === '' ? PLAIN : { of: [family], per: [] };
}

/** The family of a sum or difference of two families that are not the same; empty for a number without a unit. */
function joinedFamily(
  left: string,
  right: string,
  constant: readonly [boolean, boolean],
): string | undefined {
  // 120 women and 130 men are 250 of something
  if (left !== '' && right !== '' && areLike(left, right)) return '';
  if (givesWay(left, right, constant[0])) return right;
  if (givesWay(right, left, constant[1])) return left;
  if (isPeople(left) && isPeople(right)) return VISITS;
  if (left === GENERAL && isCount(right)) return right;
  return right === GENERAL && isCount(left) ? left : undefined;
}

const isPeople = (family: string): boolean => family === PEOPLE || family === VISITS;

/** Whether a family added to another makes more of the other: a noun of a known count, a plain number of any; of a share only a constant. */
const givesWay = (family: string, other: string, isConstant: boolean): boolean =>
  (isNoun(family) && isCount(other) && !isNoun(other)) ||
  (family === '' && (isCount(other) || (isConstant && other === RATIO)));

/** The dimension of a product. What is counted times a number of things stays what it is: 每所25万元 times 12所 is 元. */
export function multiplied(a: Dimension, b: Dimension, constant: boolean): Dimension {
  if (simple(a) === '' && simple(b) === RATIO) return constant ? b : a;
  if (simple(b) === '' && simple(a) === RATIO) return constant ? a : b;
  const product = reduced([...a.of, ...b.of], [...a.per, ...b.per]);
  if (product.of.length < 2) return product;
  const measured = product.of.filter((family) => !isTimesOrCount(family));
  return measured.length === 0 ? product : { ...product, of: measured };
}

/** The dimension of a quotient; like divided by like is a share. */
export function divided(a: Dimension, b: Dimension): Dimension {
  if (simple(b) === '' || simple(b) === RATIO) return simple(a) === '' && simple(b) === '' ? SHARE : a;
  const quotient = reduced([...a.of, ...b.per], [...a.per, ...b.of]);
  return quotient.of.length === 0 && quotient.per.length === 0 ? SHARE : quotient;
}

/** Takes out what stands on both sides, and shares beside anything else. */
function reduced(over: readonly string[], under: readonly string[]): Dimension {
  const per = [...under];
  const of = over.filter((family) => {
    const at = per.indexOf(family);
    if (at !== -1) per.splice(at, 1);
    return at === -1;
  });
  const rest = {
    of: of.filter((family) => family !== RATIO).sort(),
    per: per.filter((family) => family !== RATIO).sort(),
  };
  return rest.of.length + rest.per.length > 0 ? rest : of.length > 0 ? SHARE : PLAIN;
}

/** Whether a value of one dimension can be what a formula of another makes: 人 add up to 人次, and 人均经费 in 元 is 元/人. */
export function fits(value: Dimension, result: Dimension): boolean {
  if (sameDimension(value, result) || sameDimension(withoutNouns(value), withoutNouns(result))) return true;
  const [wanted, made] = [simple(value), simple(result)];
  if (isNumber(wanted) && isNumber(made)) return true;
  if (wanted === RATIO)
    return result.of.length === 1 && result.per.length === 1 && [...result.of, ...result.per].every(isCount);
  if (wanted !== undefined && made !== undefined) return familyFits(wanted, made);
  if (value.per.length === 0 && result.per.length > 0) return equal(value.of, result.of);
  return productFits(value, result);
}

const isNumber = (family: string | undefined): boolean => family === '' || family === RATIO;

/** Whether one family can be what a formula of another makes: 人 add up to 人次, and 个 counts anything. */
const familyFits = (wanted: string, made: string): boolean =>
  (wanted === VISITS && made === PEOPLE) ||
  (isCount(wanted) && isCount(made) && (isGeneral(wanted) || isGeneral(made)));

const isGeneral = (family: string): boolean => family === '' || family === GENERAL;

/** Whether a value can be a product of counts of which it names only some. */
function productFits(value: Dimension, result: Dimension): boolean {
  // 班数 times 每班人数 is a number of 人
  const rest = [...result.of];
  for (const family of value.of) if (rest.includes(family)) rest.splice(rest.indexOf(family), 1);
  return (
    equal(value.per, result.per) &&
    (rest.length < result.of.length || equal(result.of, [PEOPLE, '次'])) &&
    rest.every(isTimesOrCount)
  );
}

/** A dimension as it is written: 元/人, 人次; empty for a number without a unit. */
export const dimensionText = ({ of, per }: Dimension): string => [of.join('·'), ...per].join('/');
