import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, endOf, type Sentence } from '../../reading/sentences.ts';
import { openLists } from '../counts/open-lists.ts';
import { adds, isOfFamily, isTotal, missOf, partOf, type Breakdown, type Component } from './part-lists.ts';
import { isYearNumber, itemOf, namedPieces, aroundFigure, type NamedPiece } from './part-pieces.ts';
import { CLOSE, FAR, NEAR, nearest, ofOtherTime, runBefore, suffixes, whole } from './part-stretches.ts';
import { areOfOwnTimes, mayOverlap, partTimes, tellingOf } from './part-words.ts';
import { beginsSum, isBareSum, isLoose, isRest, isSum } from './sum-words.ts';

/**
 * Totals whose parts no mark sets off: 水厂12座、泵站8座，共20座; 应整改96处，已整改83处，其余13处; 1264个，东区512个，西区752个. What the parts are
 * is told by their words, and, where these leave a doubt, by how near their sum comes to the total: a slip is small, another thing is not.
 */
export function* runsIn(sentence: Sentence): Generator<Breakdown> {
  const pieces = namedPieces(sentence);
  yield* summed(sentence, pieces);
  yield* withRest(sentence, pieces);
  yield* openLists(sentence, pieces);
}

/** As many pieces before one may give the total and the other parts of what is left. */
const FARTHEST = 8;

/** Whether either all parts say when they were, or none does. */
const areOfTimes = (parts: readonly Component[]): boolean =>
  new Set(parts.map(({ label }) => label.search(partTimes) >= 0)).size === 1;

/** A figure that its words call a sum. */
interface Sum {
  readonly total: Quantity;
  /** The words that lead to it, which may stand in a piece of their own. */
  readonly lead: string;
  /** Whether they say nothing else. */
  readonly isBare: boolean;
}

/** 小学12所、初中8所，共20所; 12 ponds and 9 orchards, 21 sites in all. */
function* summed(sentence: Sentence, pieces: readonly NamedPiece[]): Generator<Breakdown> {
  for (const [at, piece] of pieces.entries()) {
    const sum = sumAt(sentence, piece, pieces[at - 1]);
    if (sum === undefined) continue;
    const run = runBefore(sentence, pieces, at, sum.total);
    const parts = nearest(suffixes(run), sum.total) ?? acrossSentences(sentence, pieces, at, sum);
    if (parts && areOfTimes(parts) && isSumOf(parts, sum)) yield whole(sum.total, parts);
  }
}

function sumAt(sentence: Sentence, piece: NamedPiece, before: NamedPiece | undefined): Sum | undefined {
  const total = piece.figures.at(-1);
  if (total === undefined || total.movement !== undefined) return undefined;
  // 两项共47家: what counts the parts is no figure of theirs
  if (
    piece.figures.some((each) => each !== total && (each.kind !== 'chinese' || each.family === total.family))
  )
    return undefined;
  const [words, after] = aroundFigure(sentence, piece);
  const lead = before?.figures.length === 0 && words.trim() === '' ? before.words : words;
  if (!isSum(lead, after) || ofOtherTime.test(words) || !isTotal(total, sentence)) return undefined;
  if (isLoose(between(sentence, total.span[1], endOf(sentence)))) return undefined;
  return { total, lead, isBare: isBareSum(lead, after) };
}

/** Whether figures before a sum are what it sums up: they make it, or miss it by what can be a slip. */
function isSumOf(parts: readonly Component[], { total, lead, isBare }: Sum): boolean {
  if (adds(parts, total)) return true;
  const miss = Math.abs(missOf(parts, total));
  if (/(?:19|20)\d\d/.test(lead)) return false;
  if (miss > CLOSE && mayOverlap(parts.map(({ label }) => tellingOf(label)))) return false;
  return miss <= (isBare ? FAR : NEAR) && !isStock(lead, parts);
}

/** 新建12公里、改建30公里，总里程达到45公里: what is there now is no sum of what was done. */
const isStock = (words: string, parts: readonly Component[]): boolean =>
  /总[数量里面规]|[共已]有|达到?了?$|拥有|现有|[年期]末|\bnow\b|\bhas\b|\bhave\b/.test(words) &&
  parts.some(({ words: part }) =>
    /新[增建开设]|[改扩续]建|增[加设]|建成|完成|招[聘收]|\b(?:new|opened|added|built|planted)\b/.test(part),
  ) &&
  !/新[增建开设]|[改扩续]建|增[加设]|建成|完成|招[聘收]/.test(words);

/** As many sentences before one are looked through for the parts of its sum. */
const MOST_SENTENCES = 8;

/** 小学12所。初中8所。合计20所: parts that have a sentence each. */
function acrossSentences(
  sentence: Sentence,
  pieces: readonly NamedPiece[],
  at: number,
  { lead, total }: Sum,
): readonly Component[] | undefined {
  if (!beginsSum.test(lead) || pieces.slice(0, at).some(({ figures }) => figures.length > 0))
    return undefined;
  const run: Component[] = [];
  for (let one = sentence.previous; one && run.length < MOST_SENTENCES; one = one.previous) {
    const items = namedPieces(one).map((piece) => itemOf(one as Sentence, piece, total));
    const own = items.slice(items.lastIndexOf(undefined) + 1) as Component[];
    const isSole = own.length === 1 && items.filter(Boolean).length === 1;
    if (!isSole && (run.length > 0 || own.length < 2)) break;
    run.unshift(...own);
    if (!isSole) break;
  }
  return nearest(suffixes(run), total);
}

/** 应整改96处，已整改83处，其余13处; of the 96, 83 have been repaired and the remaining 13 are in hand. */
function* withRest(sentence: Sentence, pieces: readonly NamedPiece[]): Generator<Breakdown> {
  for (const [at, piece] of pieces.entries()) {
    const [left, second] = piece.figures;
    if (left === undefined || second !== undefined || at < 2 || !isRest(aroundFigure(sentence, piece)[0]))
      continue;
    const before = pieces
      .slice(Math.max(0, at - FARTHEST), at)
      .flatMap((each) => each.figures.map((figure) => ({ each, figure })))
      .filter(
        ({ figure }) => isOfFamily(figure, left) && figure.movement === undefined && !isYearNumber(figure),
      );
    const found = totalWithRest(sentence, [...before, { each: piece, figure: left }]);
    if (found && !areOfOwnTimes(found[1].slice(0, -1))) yield whole(...found);
  }
}

/** The total of some figures of which the last is what is left: the one that the others make, else the one that they nearly make. */
function totalWithRest(
  sentence: Sentence,
  figures: readonly { readonly each: NamedPiece; readonly figure: Quantity }[],
): readonly [total: Quantity, parts: readonly Component[]] | undefined {
  const parts = figures.map(({ each, figure }) => partOf({ ...each, figures: [figure] }, figure, sentence));
  let best: readonly [Quantity, readonly Component[]] | undefined;
  for (let at = 0; at < figures.length - 2; at++) {
    const total = figures[at]?.figure as Quantity;
    const behind = parts.slice(at + 1);
    // 62.4亿元，其中教育18.6亿元、…，其他合计23.3亿元: from 其中 on all of it
    const isAll = /^(?:其中|包括)/.test(figures[at + 1]?.each.words ?? '');
    const runs = isAll ? [behind] : behind.slice(0, -1).map((_, index) => behind.slice(index));
    const found = isTotal(total, sentence) ? nearest(runs, total) : undefined;
    if (!found) continue;
    if (adds(found, total)) return [total, found];
    // with more figures than these, another could be the total
    const isSure =
      figures.length === 3 ||
      Math.abs(missOf(found, total)) <= CLOSE ||
      (isAll && Math.abs(missOf(found, total)) <= FAR);
    if (isSure && (!best || Math.abs(missOf(found, total)) < Math.abs(missOf(best[1], best[0]))))
      best = [total, found];
  }
  return best;
}
