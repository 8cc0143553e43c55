import type { Quantity } from '../../quantity/value/quantity.ts';
import { isCount } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import { adds, isTotal, missOf, type Breakdown, type Component } from '../parts/part-lists.ts';
import {
  isYearNumber,
  itemOf,
  ofThem,
  opening,
  aroundFigure,
  type NamedPiece,
} from '../parts/part-pieces.ts';
import {
  CLOSE,
  nearest,
  NEAR,
  ofOtherTime,
  prefixes,
  runBehind,
  saysChange,
  SLIP,
  whole,
} from '../parts/part-stretches.ts';
import {
  areAndHave,
  areApart,
  areContrary,
  areOfOwnTimes,
  mayOverlap,
  tellingOf,
} from '../parts/part-words.ts';

/** As many pieces before one may name its total. */
const FARTHEST = 8;

/** 充电桩1264个，东区512个，西区438个，开发区314个: a total, and directly behind it what comes near it. */
export function* openLists(sentence: Sentence, pieces: readonly NamedPiece[]): Generator<Breakdown> {
  for (const [at, piece] of pieces.entries()) {
    const total = piece.figures.at(-1);
    if (total === undefined || !maySplit(total)) continue;
    if (
      !isTotal(total, sentence) ||
      ofOtherTime.test(aroundFigure(sentence, { ...piece, figures: [total] })[0])
    )
      continue;
    if (isListItem(sentence, pieces, at, total)) continue;
    const run = runBehind(sentence, pieces, at, total);
    const parts = nearest(prefixes(run), total);
    if (parts === undefined || isOfAnotherTime(parts) || isSibling(sentence, piece, total, parts)) continue;
    // 公共预算收入31.7亿元，省补助9.8亿元，转移支付21.2亿元，调入4.7亿元: where the list goes on, what comes near by chance is no slip
    const isAll = adds(parts, total) || (parts.length === run.length && !goesOn(pieces, parts, total));
    if (isAll && areParts(parts, total, sentence)) yield whole(total, parts);
  }
  yield* listedByName(sentence, pieces);
  yield* listedBehind(sentence, pieces);
}

/** 出口118亿元，2017年进口11亿元、出口110亿元: parts of another year, unless each is of a time of its own. */
function isOfAnotherTime([one, ...others]: readonly Component[]): boolean {
  return one !== undefined && areOfOwnTimes([one]) && !areOfOwnTimes(others);
}

/** Whether one more figure of the kind follows some parts, behind the mark that stands before the last of them. */
function goesOn(pieces: readonly NamedPiece[], parts: readonly Component[], total: Quantity): boolean {
  const last = parts.at(-1)?.figure;
  const at = pieces.findIndex(({ figures }) => last !== undefined && figures.includes(last));
  const [own, next] = [pieces[at], pieces[at + 1]];
  return (
    own !== undefined &&
    next?.joint === own.joint &&
    next.figures.some(({ family, movement }) => family === total.family && movement === undefined)
  );
}

const maySplit = (total: Quantity): boolean =>
  total.movement === undefined && !isYearNumber(total) && total.family !== '分';

/** 增值税完成13.2亿元，企业所得税完成9.2亿元，个人所得税完成3.1亿元: what is said as all of its parts are is one of them, unless it is of all or they add up. */
function isSibling(
  sentence: Sentence,
  piece: NamedPiece,
  total: Quantity,
  parts: readonly Component[],
): boolean {
  const [own] = aroundFigure(sentence, { ...piece, figures: [total] });
  if (!/\p{Script=Han}{4}$/u.test(own) || /[全总共各]|合计|累计/.test(own) || adds(parts, total))
    return false;
  return parts.every(({ label }) => label.length > 3 && label.trim().slice(-3) === own.slice(-3));
}

/** 全年接待8.6万人次。成年人5.5万人次，未成年人3.1万人次: a sentence that is nothing but the parts of the one before it. */
function* listedBehind(sentence: Sentence, pieces: readonly NamedPiece[]): Generator<Breakdown> {
  const { previous } = sentence;
  const family = pieces[0]?.figures[0]?.family;
  if (!previous || family === undefined || pieces.length < 2) return;
  const totals = previous.figures.filter((figure) => figure.family === family);
  const [total] = totals;
  if (
    total === undefined ||
    totals.length > 1 ||
    total.movement ||
    isYearNumber(total) ||
    !isTotal(total, previous)
  )
    return;
  const parts = pieces.map((piece) => itemOf(sentence, piece, total));
  if (parts.includes(undefined)) return;
  if (areParts(parts as Component[], total, sentence)) yield whole(total, parts as Component[]);
}

/** Whether a figure is one of a list rather than the total of what follows: the same mark stands before and behind it, or 其中 leads to it. */
function isListItem(sentence: Sentence, pieces: readonly NamedPiece[], at: number, total: Quantity): boolean {
  const next = pieces.slice(at + 1, at + 4).find((piece) => !saysChange(piece));
  const [piece, before] = [pieces[at] as NamedPiece, pieces[at - 1]];
  if (/^(?:of|among|out of) (?!which|whom|these|them)/i.test(piece.words)) return false;
  if (next && /[、和与及]|and/.test(next.joint) && !opening.test(next.words)) return true;
  if (/^(?:其中|of (?:which|whom|these|them))/i.test(piece.words)) return true;
  if (before && /^(?:其中|of (?:which|whom|these|them))[，,]?$/i.test(before.words)) return true;
  const isLike = before !== undefined && itemOf(sentence, before, total) !== undefined;
  return isLike && next !== undefined && piece.joint === next.joint && !opening.test(next.words);
}

/** 先进集体18个、先进个人45名；先进集体中，机关6个、学校12个: a list that names its total again. */
function* listedByName(sentence: Sentence, pieces: readonly NamedPiece[]): Generator<Breakdown> {
  for (const [at, { words, figures }] of pieces.entries()) {
    const name =
      figures.length > 0 ? undefined : /^([\p{Script=Han}]{2,10})(?:之?中|里|方面)$/u.exec(words)?.[1];
    if (name === undefined) continue;
    const total = pieces
      .slice(Math.max(0, at - FARTHEST), at)
      .findLast((piece) => aroundFigure(sentence, piece)[0].endsWith(name))?.figures[0];
    if (total === undefined || !isTotal(total, sentence)) continue;
    const parts = nearest(prefixes(runBehind(sentence, pieces, at, total)), total);
    if (parts && areParts(parts, total, sentence)) yield whole(total, parts);
  }
}

/** Whether labels may name the same things: not all have one of their own, or two can be told of one thing. */
const mayBeShared = (labels: readonly string[]): boolean =>
  labels.includes('') ||
  new Set(labels).size < labels.length ||
  mayOverlap(labels.map(tellingOf)) ||
  areAndHave(labels);

/** Whether figures behind a total are its parts beyond doubt, by their words and by what they add up to. */
function areParts(parts: readonly Component[], total: Quantity, sentence: Sentence): boolean {
  const labels = parts.map(({ label }) => label);
  const isSplit = areContrary(labels);
  if (!isSplit && mayBeShared(labels)) return false;
  if (parts.some(({ figure }) => figure.number.compare(total.number) >= 0)) return false;
  if (adds(parts, total)) return true;
  const over = missOf(parts, total);
  const miss = Math.abs(over);
  const lead = between(sentence, total.span[1], parts[0]?.figure.span[0] ?? 0);
  if (isSplit || (over > 0 && isWholeOf(labels, sentence, total))) return miss <= NEAR;
  const most = mostMissed(parts, total, sentence, lead, over);
  if (most !== undefined) return miss <= most;
  const isSum = saysTotal.test(between(sentence, total.span[1], total.span[1] + 30));
  return miss <= CLOSE && (areApart(labels) || parts.length > 2 || isSum || isOfTotal(parts, sentence));
}

/** 42,000 items in total: what follows is a split of it. */
const saysTotal = /^ [a-z ]{0,16}\b(?:in total|in all|altogether)\b/i;

/** Words that lead to some of the parts of a total. */
const isSomeOf = /其中|包括|包含|\b(?:including|of which|of whom|of these|of them)\b/i;

/** Whether an amount is called a total of several: 总投资8.6亿元, of two 共有耕地86.4万亩. */
const isTotalled = (
  labels: readonly string[],
  sentence: Sentence,
  { family, span: [start] }: Quantity,
): boolean =>
  !isCount(family) &&
  (labels.length > 2 ? /[总共]/ : /共[有计]|合计/).test(between(sentence, start - 8, start)) &&
  !labels.some((label) => /已|完成|[今本当]年|累计/.test(label));

/** Whether parts are called as their total is: 库容 of 兴利库容, or as what it is made of: 投诉 and 举报 of 投诉举报. */
function areOfItsName(labels: readonly string[], sentence: Sentence, { span: [start] }: Quantity): boolean {
  const words = between(sentence, start - 16, start);
  const name = (/(?<!\p{Script=Han})\p{Script=Han}{2,}$/u.exec(words)?.[0] ?? '').replace(
    /^(?:全[市县区年省校院]|年末|现[有共]?|共有?|拥有)+/u,
    '',
  );
  const names = labels.map((label) => label.replace(/^其中/, '').trim());
  if (name.length < 2) return false;
  return (
    names.every((each) => each.length > name.length && each.endsWith(name)) ||
    names.every((each) => each.length > 1 && name.includes(each))
  );
}

/** Whether parts that are too many are surely those of their total. */
const isWholeOf = (labels: readonly string[], sentence: Sentence, total: Quantity): boolean =>
  isTotalled(labels, sentence, total) || areOfItsName(labels, sentence, total);

/** By how much parts may miss their total that the words between lead to; undefined where these say nothing of it. */
function mostMissed(
  { length }: readonly Component[],
  total: Quantity,
  sentence: Sentence,
  lead: string,
  over: number,
): number | undefined {
  if (isSomeOf.test(lead)) return length > 2 && isAllOf(sentence, total, lead) ? CLOSE : NONE;
  if (isWholeList.test(lead)) return NEAR;
  // 公路、铁路、水路分别完成32万吨、28万吨、36万吨: no more than all, though something may be left out
  return over > 0 && /分别\p{Script=Han}{0,8}$/u.test(lead) ? NEAR : undefined;
}

/** What nothing is within. */
const NONE = -1;

/** Whether 包括 leads from a figure that says that it is of all: 在校生共计2.37万人，包括本科生…. */
const isAllOf = (sentence: Sentence, { span: [start] }: Quantity, lead: string): boolean =>
  /^[，,](?:包括|包含)/.test(lead) &&
  /(?:[共合总]计|共有|总\p{Script=Han}{1,4})$/u.test(between(sentence, start - 8, start));

/** Words that lead to all parts of a total. */
const isWholeList =
  /[：:]|按\p{Script=Han}{1,8}分[，,]|分别(?:[为是有]|来自|用于|投向)|分为|\b(?:made up of|compris(?:ing|ed of)|consisting of|composed of|divided into|split (?:into|between|among)|namely)\b/iu;

/** What stands behind a Chinese figure that begins its clause, and counts no things of its own: 72名来自机关. */
const ofThemZh = /^(?:来自|[为是属在由已尚还未待]|用于|分布|通过|运行)/u;

const isOfTotal = (parts: readonly Component[], sentence: Sentence): boolean =>
  parts.every(({ figure }) => {
    const after = between(sentence, figure.span[1], figure.span[1] + 24);
    const before = between(sentence, figure.span[0] - 1, figure.span[0]);
    return ofThem.test(after) || (/^[，,；;、：:]?$/.test(before) && ofThemZh.test(after));
  });

/** Whether some of the parts of a total, which need not be all of them, are surely more than it: by no more than a slip. */
export const areTooMany = (parts: readonly Component[], total: Quantity): boolean => {
  const miss = missOf(parts, total);
  // amounts of several things are apart; of things that are counted one may be several
  const most = isCount(total.family) ? SLIP : NEAR;
  return (
    parts.length > 1 && miss > 0 && miss <= most && !mayOverlap(parts.map(({ label }) => tellingOf(label)))
  );
};
