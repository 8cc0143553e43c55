import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { isPlain } from '../changes/change-claims.ts';
import { isEnglish, toldFigures, type ToldFigure } from '../english-figures.ts';
import { missOf, isOfFamily, isTotal, type Breakdown, type Component } from './part-lists.ts';
import { isYearNumber } from './part-pieces.ts';
import { CLOSE, FAR, NEAR, whole } from './part-stretches.ts';
import { areAndHave, mayOverlap } from './part-words.ts';

/**
 * Totals of English prose with a run of figures behind them that are their parts: because a verb says so (comprise, made up of, split
 * between), a colon does, what is left is told, or because each part is told in the same way and goes on with the noun of the total.
 */
export function* englishParts(sentence: Sentence, text: TextAlone): Generator<Breakdown> {
  if (sentence.within !== undefined || !isEnglish(sentence)) return;
  const told = toldFigures(sentence, text);
  yield* inOneSentence(sentence, told);
  const above = sentence.previous === undefined ? undefined : totalAbove(sentence.previous, told, text);
  if (above) yield above;
  yield* broughtTo(told);
  yield* together(sentence, told);
  yield* moreThanAll(told);
}

/** A part with the words on either side. */
interface Part extends Component {
  readonly told: ToldFigure;
}

/** How a list of parts is set off, and so by how much it may miss its total. */
interface Opening {
  readonly kind: 'said' | 'colon' | 'alike';
  readonly most: number;
}

const BY_WORD = 0.35;

const said =
  /^[^;:.\d]{0,80}\b(?:compris(?:e|es|ed|ing)|(?:made up|composed|comprised) of|consist(?:s|ed|ing)? of|(?:split|divided|shared|spread|distributed|broken down|apportioned)(?: out)? (?:between|among|amongst|across|over|by|into|as)|namely)\b[^;:.\d]{0,60}$/i;
const colon = /^[^,;:.\d]{0,90}(?::| [–—]) (?:[^,;:.\d]{0,40}\()?$/;
const alike = /^ [^,;:.()\d]{1,90}(?:, (?:with |and )?|; | [–—] )(?:the |some )?$/;
const some =
  /\b(?:including|of which|of whom|among (?:them|these|others)|such as|mainly|mostly|chiefly|notably|especially|up|down|from|than|against|compared|target|plan(?:ned)?|last year|at least|average)\b/i;
const goesOnOpen =
  /^[^.;]{0,80}\b(?:and|or|plus|with) (?:the (?:rest|remainder|others)|others|several|some|many|a (?:few|number|handful|further))\b|\betc\b|among others/i;

function openingOf(lead: string): Opening | undefined {
  if (said.test(lead) && !/\bincluding\b/.test(lead)) return { kind: 'said', most: BY_WORD };
  if (some.test(lead)) return undefined;
  if (colon.test(lead)) return { kind: 'colon', most: FAR };
  return alike.test(lead) ? { kind: 'alike', most: NEAR } : undefined;
}

function* inOneSentence(sentence: Sentence, told: readonly ToldFigure[]): Generator<Breakdown> {
  for (const [index, { figure: total, lead }] of told.entries()) {
    const first = told[index + 1];
    if (!first || !maySplit(total, sentence) || some.test(lead.slice(-30))) continue;
    const opening = openingOf(first.lead);
    // 51 were in homes, 22 in vehicles: one of the parts
    if (opening?.kind === 'alike' && (verb.test(first.lead) || heads.test(first.lead))) continue;
    const found = opening && runFrom(told, index + 1, total);
    if (found && areAll(found, total, opening)) yield whole(total, found);
  }
}

const maySplit = (total: Quantity, sentence: Sentence): boolean =>
  isPlain(total) && total.movement?.to !== false && !isYearNumber(total) && isTotal(total, sentence);

const joint = /^[^.:]{0,110}(?:[,;]|\band\b|\bor\b)[^.:]{0,60}$/;
/** 250 of them in new homes: of a part, which stands before it. */
const ofThem = /^ of (?:them|these|those|which|whom)\b/;

/** The figures from a place on that may be parts of a total; what is said of one of them is passed over. */
function runFrom(told: readonly ToldFigure[], from: number, total: Quantity): readonly Part[] {
  const found: Part[] = [];
  for (const [index, each] of told.entries()) {
    if (index < from) continue;
    const { figure, lead, behind } = each;
    const isFirst = found.length === 0;
    if (!isFirst && (ofThem.test(behind) || (/\($/.test(lead) && figure.family !== total.family))) continue;
    if (!isOfFamily(figure, total) || !isPlain(figure) || figure.movement || isYearNumber(figure)) break;
    if (!isFirst && (!joint.test(lead) || (isAside(found) && !/\($/.test(lead) && !rest.test(lead)))) break;
    found.push(partOf(each));
  }
  return found;
}

/** Head office (96), the regions (224): parts that stand in brackets behind their names. */
const isAside = ([first]: readonly Part[]): boolean => first !== undefined && /\($/.test(first.told.lead);

function partOf(told: ToldFigure): Part {
  const { figure, behind, lead } = told;
  const after = (/^[^,;.():]*/.exec(behind)?.[0] ?? '').replace(/ (?:and|or|while|with)(?: the)?\s*$/, '');
  const before = after.trim() === '' ? (/([^,;.():]*?) ?\(?$/.exec(lead.slice(-60))?.[1] ?? '') : '';
  const name = before.replace(/^\s*(?:and|or|the|to|for)\s+/, '').trim();
  return {
    told,
    figure,
    words: `${name === '' ? '' : `${name} `}${figure.text}${after.trimEnd()}`,
    label: `${name} ${after}`.trim(),
  };
}

/** Words that tell what is left: the list is whole. */
const rest = /\b(?:the (?:rest|remainder|others|balance)(?:,| \(|:)? ?|the (?:remaining|other|balance of) |leav(?:es|ing) )$/i;
const closing = /\b(?:and|or|while)\b|\b(?:rest|remainder|remaining|other|balance|leav(?:es|ing))\b/;

function areAll(parts: readonly Part[], total: Quantity, { kind, most }: Opening): boolean {
  const last = parts.at(-1);
  if (!last || parts.length < 2 || goesOnOpen.test(last.told.behind)) return false;
  const isRest = rest.test(last.told.lead);
  const miss = missOf(parts, total);
  // what is less than the total may leave something out
  if (miss > (isRest ? FAR : most) || -miss > (isRest ? FAR : kind === 'alike' ? CLOSE : most)) return false;
  if (parts.some(({ figure }) => figure.number.compare(total.number) > 0)) return false;
  if (isRest || kind === 'said') return true;
  if (!closing.test(last.told.lead) || mayOverlap(parts.map(({ label }) => label))) return false;
  const labels = parts.map(({ told }) => told.behind.replace(ofThem, '').trim());
  if (areAndHave(labels)) return false;
  return areToldAlike(parts) || (kind === 'colon' && parts.every(isNamed));
}

/** 9 judges, 14 lay members: nothing is told of it. */
const isNamed = ({ told: { behind, lead } }: Part): boolean =>
  /^(?: [a-z’'-]+){1,4}(?:,|;|\.|$| and $| or $)/.test(behind) || /\($/.test(lead);

const verb = /^ (were|was|are|is|came|went|had been|concerned|related|involved)(?: (?!in |on |at |by |from |to |of |for |not )[a-z]+)?(?= )/;
const heads = /^ (?:all )?(of|in|on|at|by|from|to|for|via|through|under|over|with|not|online|abroad|concerning|outside|inside)\b/;
/** Places and ways, which may stand beside each other. */
const mixed = new Set(['in', 'on', 'at', 'by', 'from', 'via', 'through', 'not', 'online', 'abroad', 'outside', 'inside']);

/** Whether each part goes on with the noun of the total, by one verb, or without any, and with words of one kind. */
function areToldAlike(parts: readonly Part[]): boolean {
  const told = parts.map(({ told: { behind } }) => behind.replace(ofThem, ''));
  const verbs = told.map((each) => verb.exec(each)?.[1]);
  const [first] = verbs;
  if (verbs.slice(1).some((each) => each !== undefined && each !== first)) return false;
  const isRepeated = first !== undefined && verbs.every((each) => each === first);
  if (isRepeated && /^(?:concerned|related|involved|came|went)$/.test(first)) return true;
  const words = told.map((each) => heads.exec(each.replace(verb, ''))?.[1]);
  if (words.includes(undefined)) return false;
  return new Set(words).size === 1 || words.every((word) => mixed.has(word ?? ''));
}

const beginsParts = /^\s*(?:- )?(?:Of (?:these|them|those),? )?$/;

/** There were 104 fires. Fifty-one were in homes, 22 in vehicles and 31 on open land: a sentence of nothing but parts of the one total before it. */
function totalAbove(
  previous: Sentence,
  told: readonly ToldFigure[],
  text: TextAlone,
): Breakdown | undefined {
  const [first] = told;
  if (!first || told.length < 2 || !beginsParts.test(first.lead)) return undefined;
  const above = toldFigures(previous, text).filter(({ figure }) => isOfFamily(figure, first.figure));
  const [total] = above;
  if (!total || above.length > 1 || !maySplit(total.figure, previous) || some.test(total.lead.slice(-30)))
    return undefined;
  const found = runFrom(told, 0, total.figure);
  if (found.length < told.filter(({ figure }) => isOfFamily(figure, first.figure)).length) return undefined;
  return areAll(found, total.figure, { kind: 'alike', most: NEAR }) ? whole(total.figure, found) : undefined;
}

const bullet = /^\s*[-*•–] (?:[^\d.:;()]{1,60}(?::|,| [–—]) )?$/;

/** In all, 98 volunteers gave their time: and a line for each of the parts. */
export function* partsInLines(text: TextAlone): Generator<Breakdown> {
  const { sentences } = text;
  for (const [at, sentence] of sentences.entries()) {
    if (sentence.within || !/:\s*$/.test(sentence.text) || !isEnglish(sentence)) continue;
    const totals = toldFigures(sentence, text);
    const [total] = totals;
    if (!total || totals.length > 1 || !maySplit(total.figure, sentence) || some.test(sentence.text)) continue;
    const parts: Part[] = [];
    for (let next = at + 1; next < sentences.length; next++) {
      const line = sentences[next] as Sentence;
      if (line.within) continue;
      if (line.text.trim() === '') continue;
      if (!/^\s*[-*•–] /.test(line.text)) break;
      const [part, more] = toldFigures(line, text);
      const isPart = part && !more && bullet.test(part.lead) && isOfFamily(part.figure, total.figure) && isPlain(part.figure);
      if (!isPart || part.figure.movement) {
        parts.length = 0;
        break;
      }
      parts.push(partOf(part));
    }
    if (parts.length > 1 && Math.abs(missOf(parts, total.figure)) <= FAR) yield whole(total.figure, parts);
  }
}

const bringing =
  /\b(?:tak|bring|mak|rais|lift|push)(?:es|ing|e|s)? (?:the|its|our|their)(?! \w+ (?:since|over)\b) (?:[a-z’'-]+ ){1,4}?to (?:a total of )?$/i;
const joins = /\b(?:joined|joining|added to|adding to|on top of|in addition to|came on top)\b/i;

/** Fourteen new buses joined the 86 in service, which takes the fleet to 100; 38 in spring and 27 in summer, bringing the year’s total to 65. */
function* broughtTo(told: readonly ToldFigure[]): Generator<Breakdown> {
  for (const [index, { figure: total, lead }] of told.entries()) {
    if (index < 2 || !bringing.test(lead) || !isPlain(total) || total.movement?.to === false) continue;
    const before = told.slice(0, index);
    if (!before.every(({ figure }) => isOfFamily(figure, total) && isPlain(figure) && !isYearNumber(figure))) continue;
    const parts = before.map(partOf);
    const isSum =
      before.length === 2 && joins.test(before[1]?.lead ?? '')
        ? true
        : /\btotal\b/.test(lead) && before.slice(1).every(({ lead: words }) => joint.test(words));
    if (isSum && Math.abs(missOf(parts, total)) <= FAR) yield whole(total, parts);
  }
}

/** Together, the four hospitals (Ash 210, Birch 180, Cedar 140, Dale 95) have 625 beds. */
function* together({ brackets, text }: Sentence, told: readonly ToldFigure[]): Generator<Breakdown> {
  if (!/^\s*(?:Together|Between them|In all|Combined|Altogether|Taken together)\b|\b(?:together|between them|jointly)\b/.test(text)) return;
  for (const { span, sentences } of brackets) {
    const inside = told.filter(({ figure }) => figure.span[0] > span[0] && figure.span[1] < span[1]);
    const others = told.filter(
      ({ figure }) =>
        (figure.span[1] <= span[0] || figure.span[0] >= span[1]) && figure.number.compare(inside.length) !== 0,
    );
    const [total] = others;
    if (!total || others.length > 1 || inside.length < 2 || sentences.length > 1) continue;
    const { figure } = total;
    if (figure.span[0] < span[1] || !isPlain(figure) || figure.movement) continue;
    if (!inside.every(({ figure: part, lead, behind }) => isPlain(part) && isOfFamily(part, figure) && /^(?:[^.;:]*\(|, )?[^.;:,]{1,40} $/.test(lead) && /^(?:,|\))/.test(behind))) continue;
    const parts = inside.map(partOf);
    if (Math.abs(missOf(parts, figure)) <= FAR) yield whole(figure, parts);
  }
}

/** 12 galleries, and 14 of these are open. */
function* moreThanAll(told: readonly ToldFigure[]): Generator<Breakdown> {
  for (const [index, { figure: total, behind }] of told.entries()) {
    const part = told[index + 1];
    if (!part || !isPlain(total) || !isPlain(part.figure) || !isOfFamily(part.figure, total)) continue;
    if (total.movement || part.figure.movement || isYearNumber(total)) continue;
    if (!ofThem.test(part.behind) || !/^ (?:[a-z-]+ ){0,2}[a-z]+s\b[^;:.\d]{0,60}, (?:and|but) (?:only |just )?$/.test(behind)) continue;
    yield { total, parts: [partOf(part)], complete: false, apart: false };
  }
}
