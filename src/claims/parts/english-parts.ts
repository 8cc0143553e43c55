import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import type { Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { isEnglish, toldFigures, type ToldFigure } from '../english-figures.ts';
import { missOf, isOfFamily, type Breakdown } from './part-lists.ts';
import { CLOSE, FAR, NEAR, whole } from './part-stretches.ts';
import { areAndHave, mayOverlap } from './part-words.ts';
import { areToldAlike, tellsNothing, tellsOf } from './parts-told-alike.ts';
import { broughtTo, inUnitOfTotal, ledger, moreThanAll, partsTogether, sumBehind } from './english-sums.ts';
import { mayBePart, mayBeTotal, ofParts, ofSome, partJoint, toldPart, type ToldPart } from './told-parts.ts';

/**
 * Totals of English prose with a run of figures behind them that are their parts: because a verb says so (comprise, made up of, split
 * between), a colon does, what is left is told, or because each part is told in the same way and goes on with the noun of the total.
 */
export function* englishParts(sentence: Sentence, text: TextAlone): Generator<Breakdown> {
  if (sentence.within !== undefined || !isEnglish(sentence)) return;
  const told = toldFigures(sentence, text);
  yield* inOneSentence(sentence, withoutShares(told));
  const above = sentence.previous === undefined ? undefined : totalAbove(sentence.previous, told, text);
  if (above) yield above;
  yield* broughtTo(told);
  yield* partsTogether(sentence, told);
  yield* moreThanAll(told);
  yield* sumBehind(told);
  yield* ledger(told);
  yield* inUnitOfTotal(sentence, told);
}

/** Figures without the shares that stand in brackets behind some: $7.8 million (85%) went on programmes. */
function withoutShares(told: readonly ToldFigure[]): readonly ToldFigure[] {
  const isAside = (each: ToldFigure | undefined): boolean =>
    each !== undefined && isPercent(each.figure) && each.lead.startsWith(' (') && each.behind.startsWith(')');
  if (!told.some(isAside)) return told;
  return told.flatMap((each, index) => {
    if (isAside(each)) return [];
    const [last, next] = [told[index - 1], told[index + 1]];
    return [
      {
        ...each,
        lead: last && isAside(last) ? last.behind.slice(1) : each.lead,
        behind: next && isAside(next) ? next.behind.slice(1) : each.behind,
      },
    ];
  });
}

/** How a list of parts is set off, and so by how much it may miss its total. */
interface Opening {
  readonly kind: 'said' | 'colon' | 'alike';
  readonly most: number;
}

const BY_WORD = 0.35;

const said =
  /^[^;:.\d]{0,80}\b(?:compris(?:e|es|ed|ing)|(?:made up|composed|comprised) of|consist(?:s|ed|ing)? of|(?:split|divided|shared|spread|distributed|broken down|breaks? down|broke down|apportioned)(?: out)? (?:between|among|amongst|across|over|by|into|as)|namely|spent on|paid for|went (?:to|on|into)(?= [^;:.\d]{1,40}\($))\b[^;:.\d]{0,60}$/i;
const colon = /^[^,;:.\d]{0,90}(?::| [–—]) (?:[^,;:.\d]{0,40}\()?$/;
const alike = /^(?: [^,;:.()\d]{1,90})?(?:, (?:with |and |that is )?|; | [–—] )(?:the |some )?$/;
const goesOnOpen =
  /^[^.;]{0,80}\b(?:and|or|plus|with) (?:the (?:rest|remainder|others)|others|several|some|many|a (?:few|number|handful|further))\b|\betc\b|among others|^[^.;]{0,40}\b(?:plus|as well as|together with|besides|in addition)\b/i;

const yearIn = / (?:in )?(?:19|20)\d\d(?:[/–-]\d{2,4})?/g;

function openingOf(words: string): Opening | undefined {
  const lead = words.replaceAll(yearIn, '');
  if (said.test(lead) && !/\bincluding\b/.test(lead)) return { kind: 'said', most: BY_WORD };
  if (ofSome.test(lead)) return undefined;
  if (colon.test(lead)) return { kind: 'colon', most: FAR };
  return alike.test(lead) ? { kind: 'alike', most: NEAR } : undefined;
}

function* inOneSentence(sentence: Sentence, told: readonly ToldFigure[]): Generator<Breakdown> {
  yield* ofTheWhole(sentence, told);
  for (const [index, { figure: total, lead }] of told.entries()) {
    const first = told[index + 1];
    if (!first || !mayBeTotal(total, sentence) || ofSome.test(lead.slice(-30))) continue;
    const opening = openingOf(first.lead);
    // 51 were in homes, 22 in vehicles: one of the parts
    if (opening?.kind === 'alike' && tellsOf(first.lead)) continue;
    const found = opening && runFrom(told, index + 1, total);
    if (found && areAll(found, total, opening)) yield whole(total, found);
    if (ofWhich.test(first.lead)) yield* ofItsParts(told, index + 1, total);
  }
}

const ofWhich = /^(?: [^;:.\d]{1,90})?, of (?:which|whom) (?:the )?$/;

/** 73 cases, of which 41 were closed, 19 referred back and 13 carried over: they may be some of it, and are no more than it. */
function* ofItsParts(told: readonly ToldFigure[], from: number, total: Quantity): Generator<Breakdown> {
  const parts = runFrom(told, from, total);
  const last = parts.at(-1);
  if (
    !last ||
    parts.length < 2 ||
    !closing.test(last.told.lead) ||
    !areApart(parts, { kind: 'alike', most: NEAR })
  )
    return;
  const miss = missOf(parts, total);
  if (miss > 0 && miss <= NEAR) yield { total, parts, complete: false, apart: true };
}

/** 212 of the 340 applicants were accepted, 84 were rejected and 44 withdrew; seven of the 15 wards, leaving eight. */
function* ofTheWhole(sentence: Sentence, told: readonly ToldFigure[]): Generator<Breakdown> {
  for (const [index, first] of told.entries()) {
    const total = told[index + 1];
    if (!total || !/^ of (?:the|its|our|their|all|these|those)(?: the)? $/.test(total.lead)) continue;
    if (!mayBeTotal(total.figure, sentence) || !mayBePart(first.figure, total.figure)) continue;
    // the first goes on behind the noun of its whole
    const behind = total.behind.replace(
      /^ (?:[a-z’'-]+ ){0,2}?[a-z’'-]+(?= (?:were|was|are|is|have|had|[a-z]+ed)\b)/,
      '',
    );
    const run = runFrom(
      [{ ...first, behind }, ...told.slice(index + 2, index + 2 + MOST_PARTS)],
      0,
      total.figure,
    );
    if (areAll(run, total.figure, { kind: 'alike', most: CLOSE })) yield whole(total.figure, run);
  }
}

/** As many parts of one total are followed. */
const MOST_PARTS = 24;

/** The figures from a place on that may be parts of a total; what is said of one of them is passed over. */
function runFrom(told: readonly ToldFigure[], from: number, total: Quantity): readonly ToldPart[] {
  const found: ToldPart[] = [];
  for (let index = from; index < told.length && found.length <= MOST_PARTS; index++) {
    const each = told[index] as ToldFigure;
    const { figure, lead, behind } = each;
    const isFirst = found.length === 0;
    if (!isFirst && (ofParts.test(behind) || (lead.endsWith('(') && figure.family !== total.family)))
      continue;
    if (!mayBePart(figure, total) || (!isFirst && !goesOnList(found, lead))) break;
    if (found.length > 1 && figure.number.compare(total.number) > 0) break;
    found.push(toldPart(each));
  }
  return found;
}

/** Whether words lead from one part to another, in brackets as the first or to the rest. */
const goesOnList = (found: readonly ToldPart[], lead: string): boolean =>
  partJoint.test(lead) && (!isAside(found) || lead.endsWith('(') || rest.test(lead));

/** Head office (96), the regions (224): parts that stand in brackets behind their names. */
const isAside = ([first]: readonly ToldPart[]): boolean =>
  first !== undefined && first.told.lead.endsWith('(');

/** Words that tell what is left: the list is whole. */
const rest =
  /\b(?:the (?:rest|remainder|others|balance)(?:,| \(|:)? ?|the (?:remaining|other|balance of) |leav(?:es|ing) )$/i;
const closing = /\b(?:and|or|while)\b|\b(?:rest|remainder|remaining|other|balance|leav(?:es|ing))\b/;

function areAll(parts: readonly ToldPart[], total: Quantity, opening: Opening): boolean {
  const last = parts.at(-1);
  if (!last || parts.length < 2 || goesOnOpen.test(last.told.behind)) return false;
  const isRest = rest.test(last.told.lead);
  if (!isNear(missOf(parts, total), opening, isRest)) return false;
  if (parts.some(({ figure }) => figure.number.compare(total.number) > 0)) return false;
  return isRest || opening.kind === 'said' || (closing.test(last.told.lead) && areApart(parts, opening));
}

/** Whether parts miss their total by what can be a slip: what is less may leave something out. */
function isNear(miss: number, { kind, most }: Opening, isRest: boolean): boolean {
  if (isRest) return Math.abs(miss) <= FAR;
  return miss <= most && -miss <= (kind === 'alike' ? CLOSE : most);
}

function areApart(parts: readonly ToldPart[], { kind }: Opening): boolean {
  if (mayOverlap(parts.map(({ label }) => label))) return false;
  if (areAndHave(parts.map(({ told }) => told.behind.replace(ofParts, '').trim()))) return false;
  return areToldAlike(parts) || isDenied(parts) || (kind === 'colon' && parts.every(tellsNothing));
}

/** 988 met the standard and 52 did not: nothing is left beside these. */
const isDenied = ([, last, more]: readonly ToldPart[]): boolean =>
  more === undefined &&
  /^ (?:did|do|does|was|were|had|have|has|is|are|could|would) not(?:,|\.|;|$)/.test(last?.told.behind ?? '');

const beginsParts = /^\s*(?:- )?(?:Of (?:these|them|those),? )?$/;

/** There were 104 fires. Fifty-one were in homes, 22 in vehicles and 31 on open land: a sentence of nothing but parts of the one total before it. */
function totalAbove(previous: Sentence, told: readonly ToldFigure[], text: TextAlone): Breakdown | undefined {
  const [first] = told;
  if (!first || told.length < 2) return undefined;
  const isOfThese = ofParts.test(first.behind);
  const total =
    isOfThese || beginsParts.test(first.lead) ? soleTotal(previous, first.figure, text) : undefined;
  if (!total) return undefined;
  const found = runFrom(told, 0, total);
  if (found.length < told.filter(({ figure }) => isOfFamily(figure, first.figure)).length) return undefined;
  const kind = isOfThese && closing.test(found.at(-1)?.told.lead ?? '') ? 'said' : 'alike';
  return areAll(found, total, { kind, most: NEAR }) ? whole(total, found) : undefined;
}

/** The one figure of a sentence that may be the total of such parts, but for those that it is told against. */
function soleTotal(sentence: Sentence, part: Quantity, text: TextAlone): Quantity | undefined {
  const [total, ...others] = toldFigures(sentence, text).filter(({ figure }) => isOfFamily(figure, part));
  const isSole = others.every(({ lead }) => toldAgainst.test(lead));
  return total && isSole && mayBeTotal(total.figure, sentence) && !ofSome.test(total.lead.slice(-30))
    ? total.figure
    : undefined;
}
const toldAgainst = /\b(?:from|than|against|versus|compared (?:with|to)) (?:the |some |about )?$/i;
