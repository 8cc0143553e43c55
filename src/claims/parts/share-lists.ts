import type { Quantity } from '../../quantity/value/quantity.ts';
import { areContrary, areOfOneKind, mayOverlap } from './part-words.ts';

/** Shares of one whole that a text lists one after another. */
export interface Shares {
  readonly figures: readonly Quantity[];
  /** What each is the share of. */
  readonly labels: readonly string[];
  /** Whether the list claims to be the whole, so that it must reach 100% as well; `likely` where only its form says so. */
  readonly complete: boolean | 'likely';
}

/** A share with what it is the share of. */
export interface ListedShare {
  readonly figure: Quantity;
  /** What it is the share of. */
  readonly label: string;
  readonly joint: string;
}

/** How far from a hundred shares may add up and still be a slip: what misses by more are no shares of one whole. */
const SLIP = 0.15;
/** What a list that is likely whole may lack: what lacks more leaves something out. */
const LACK = 0.1;
/** The same where the rest is told as well. */
const SLIP_OF_ALL = 0.25;

/** Shares of one whole by their labels; undefined where they may be anything else. */
export function sharesFrom(
  run: readonly ListedShare[],
  complete: Shares['complete'],
  areSurelyApart = false,
): Shares | undefined {
  const labels = run.map(({ label }) => label);
  const sum = run.reduce((total, { figure }) => total + figure.number.valueOf(), 0);
  const slip = complete === true ? SLIP_OF_ALL : SLIP;
  if (run.length < 2 || Math.abs(sum - 1) > slip || !areNamed(labels)) return undefined;
  if (areNested(labels)) return undefined;
  if (complete !== true && !areSurelyApart && (mayOverlap(labels) || !areExclusive(labels))) return undefined;
  const isWhole = complete === 'likely' ? run.length > 2 && sum > 1 - LACK && 'likely' : complete;
  return { figures: run.map(({ figure }) => figure), labels, complete: isWhole };
}

/** Whether each share has a name of its own. */
const areNamed = (labels: readonly string[]): boolean =>
  !labels.includes('') && new Set(labels).size === labels.length;

/** Whether one name is that of a part of another: 投诉, 重复投诉. */
const areNested = (labels: readonly string[]): boolean =>
  labels.some((inner) =>
    labels.some((outer) => inner !== outer && outer.length > 1 && inner.endsWith(outer)),
  );

/** What tells behind a list that it is not whole: 其余为外村. */
export const leavesRest = /^[，,；;、]?(?:其余|其他|其它|剩余|余下|剩下|另外?有?)/;

/** Bands of age of which none holds another: 35岁以下, 36至50岁, 51岁以上. */
export function areAges(labels: readonly string[]): boolean {
  const isOf = (end: RegExp): number => labels.filter((label) => end.test(label)).length;
  return labels.every((label) => /\d周?岁/.test(label)) && isOf(/以下|以内/) <= 1 && isOf(/以上/) <= 1;
}

/** Whether labels of some shares exclude each other: more than two that nobody takes for traits, or two of one kind. */
const areExclusive = (labels: readonly string[]): boolean =>
  areOfOneKind(labels) ||
  areContrary(labels) ||
  (labels.length > 2 && !labels.some((label) => trait.test(label)));

/** Bands of age that begin at the youngest and end at the oldest. */
export const areAllAges = (labels: readonly string[]): boolean =>
  areAges(labels) && /以下|以内/.test(labels.join()) && /以上/.test(labels.join());

/** What one thing can be together with another. */
const trait = /(?:企业|单位|人员|人才|项目|产品|用户|群众|户|者|型|[林地]|(?<!第?[一二三])产业)的?$/;
