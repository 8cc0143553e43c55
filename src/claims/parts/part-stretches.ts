import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Sentence } from '../../reading/sentences.ts';
import { adds, missOf, type Breakdown, type Component } from './part-lists.ts';
import { itemOf, type NamedPiece } from './part-pieces.ts';

/** As many parts of one total are followed. */
const MOST_PARTS = 24;

/** A sum of which nothing but the words say so may miss its parts by as much, one that counts something by less, a list without a word by little. */
export const FAR = 0.25;
export const NEAR = 0.15;
export const CLOSE = 0.05;
/** Parts of which only some are told may be more than the total by as much, if that is a slip. */
export const SLIP = 0.03;

/** The parts that stand directly before a piece, from the first on. */
export function runBefore(
  sentence: Sentence,
  pieces: readonly NamedPiece[],
  at: number,
  total: Quantity,
): Component[] {
  const run: Component[] = [];
  for (let index = at - 1; index >= 0 && run.length < MOST_PARTS; index--) {
    const part = itemOf(sentence, pieces[index] as NamedPiece, total);
    if (part === undefined) break;
    run.unshift(part);
  }
  return run;
}

/** The parts that stand directly behind a piece; what only says how the total changed, or what share a part is, is passed over. */
export function runBehind(
  sentence: Sentence,
  pieces: readonly NamedPiece[],
  at: number,
  total: Quantity,
): Component[] {
  const run: Component[] = [];
  for (const piece of pieces.slice(at + 1, at + 1 + MOST_PARTS)) {
    const part = itemOf(sentence, piece, total);
    if (part !== undefined) run.push(part);
    else if (run.length > 0 ? !saysShareOfTotal(piece) : !saysChange(piece) && !saysBy(piece)) break;
  }
  return run;
}

export const saysChange = ({ figures, words }: NamedPiece): boolean =>
  (/^(?:同比|环比|比上|比去|较上|较去|增长|下降|增加|减少|up|down|an increase|a decrease)/.test(words) &&
    figures.every(({ movement, family }) => movement !== undefined || family === '%')) ||
  saysShareOfTotal({ figures, words });

/** 按学历分: by what the parts of a total are told apart. */
const saysBy = ({ figures, words }: NamedPiece): boolean =>
  figures.length === 0 && /^按\p{Script=Han}{1,8}分$/u.test(words);

/** ，占68.5%: what share of the total a part is, behind the part. */
export const saysShareOfTotal = ({ figures, words }: Pick<NamedPiece, 'figures' | 'words'>): boolean =>
  /^占(?:比|全部|总\p{Script=Han}{0,3}|\p{Script=Han}{0,6}的)?/u.test(words) &&
  figures.length > 0 &&
  figures.every(({ family }) => family === '%');

/** The stretch of a run whose sum comes nearest to a total. */
export function nearest(
  runs: readonly (readonly Component[])[],
  total: Quantity,
): readonly Component[] | undefined {
  let best: readonly Component[] | undefined;
  let least = Infinity;
  for (const run of runs) {
    if (run.length < 2) continue;
    const miss = Math.abs(missOf(run, total));
    if (miss < FAR && adds(run, total)) return run;
    if (miss < least) [best, least] = [run, miss];
  }
  return best;
}

export const suffixes = (run: readonly Component[]): readonly (readonly Component[])[] =>
  run.map((_, index) => run.slice(index));
export const prefixes = (run: readonly Component[]): readonly (readonly Component[])[] =>
  run.map((_, index) => run.slice(0, run.length - index));

export const whole = (total: Quantity, parts: readonly Component[]): Breakdown => ({
  total,
  parts,
  complete: true,
  apart: true,
});

export const ofOtherTime = /计划|目标|任务数|拟|上年|去年|前年|同期|明年|planned|target|last year|next year/i;
