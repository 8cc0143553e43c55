import { negate } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import type { Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { inUnitOf, isPlain } from '../changes/change-claims.ts';
import { isEnglish, toldFigures, type ToldFigure } from '../english-figures.ts';
import { missOf, type Breakdown } from './part-lists.ts';
import { FAR, NEAR, whole } from './part-stretches.ts';
import { mayBePart, mayBeTotal, ofParts, ofSome, partJoint, toldPart, type ToldPart } from './told-parts.ts';

/** As many parts of one total are followed. */
const MOST = 24;

/** A line of a list: a mark, and what leads to its figure. */
const bullet = /^\s*[-*•–] (?:[^\d.:;()]{1,60}(?::|,| [–—]) )?$/;

/** In all, 98 volunteers gave their time: and a line for each of the parts. */
export function* partsInLines(text: TextAlone): Generator<Breakdown> {
  const { sentences } = text;
  for (const [at, sentence] of sentences.entries()) {
    if (sentence.within || !/:\s*$/.test(sentence.text) || !isEnglish(sentence)) continue;
    const totals = toldFigures(sentence, text);
    const [total] = totals;
    if (!total || totals.length > 1 || !mayBeTotal(total.figure, sentence) || ofSome.test(sentence.text))
      continue;
    const parts = linesBehind(text, at, total.figure);
    if (parts.length > 1 && Math.abs(missOf(parts, total.figure)) <= FAR) yield whole(total.figure, parts);
  }
}

/** The parts that the lines behind a sentence give, one each; none where one gives anything else. */
function linesBehind(text: TextAlone, at: number, total: Quantity): readonly ToldPart[] {
  const parts: ToldPart[] = [];
  for (let next = at + 1; next < text.sentences.length && parts.length <= MOST; next++) {
    const line = text.sentences[next] as Sentence;
    if (line.within || line.text.trim() === '') continue;
    if (!/^\s*[-*•–] /.test(line.text)) break;
    const [part, more] = toldFigures(line, text);
    if (!part || more || !bullet.test(part.lead) || !mayBePart(part.figure, total)) return [];
    parts.push(toldPart(part));
  }
  return parts;
}

const bringing =
  /\b(?:tak|bring|mak|rais|lift|push)(?:es|ing|e|s)? (?:the|its|our|their)(?! \w+ (?:since|over)\b) (?:[a-z’'-]+ ){1,4}?to (?:a total of )?$/i;
const bringingFrom =
  /\b(?:tak|bring|rais|lift|push)(?:es|ing|e|s)? (?:the|its|our|their) (?:[a-z’'-]+ ){1,4}?from $/i;
const making =
  /, (?:making|giving|which makes|which gives|for) (?:a total of )?$|\bnow (?:has|have|[a-z]+s) (?:to |at )?$/i;
const joins = /\b(?:joined|joining|added to|adding to|adds to|on top of|in addition to|came on top)\b/i;

/** Fourteen new buses joined the 86 in service, which takes the fleet to 100; 38 in spring and 27 in summer, bringing the year’s total to 65. */
export function* broughtTo(told: readonly ToldFigure[]): Generator<Breakdown> {
  for (const [index, { figure: total, lead }] of told.entries()) {
    if (index < 2 || index > MOST || !isPlain(total) || total.movement?.to === false) continue;
    const before = told.slice(0, index);
    if (!before.every(({ figure }) => mayBePart(figure, total)) || !isSumOf(before, lead)) continue;
    const parts = before.map(toldPart);
    if (Math.abs(missOf(parts, total)) <= FAR) yield whole(total, parts);
  }
}

/** Whether words that lead to a figure make it what those before it come to. */
function isSumOf(before: readonly ToldFigure[], lead: string): boolean {
  const [first = '', second = ''] = before.map((each) => each.lead);
  // taking the count from 410 to 440
  if (before.length === 2 && lead === ' to ' && bringingFrom.test(second)) return further.test(first);
  if (before.length === 2 && (joins.test(second) || joins.test(first)))
    return bringing.test(lead) || making.test(lead);
  return (
    bringing.test(lead) &&
    /\btotal\b/.test(lead) &&
    before.slice(1).every(({ lead: words }) => partJoint.test(words))
  );
}

const further = /\b(?:further|more|another|additional|new|extra)\b/i;

const opened = /\b(?:opened|began|started|brought forward|carried forward|had)\b/i;
const came =
  /\b(?:took on|taken on|received|added|gained|opened|raised|recruited|admitted|bought|accepted|took in|were added)\b/i;
const went =
  /\b(?:closed|paid|spent|lost|left|sold|completed|settled|resolved|disposed|discharged|withdrew|used|finished)\b/i;
const remains =
  /\b(?:leaving|leaves|so that|ended (?:the year |it )?with|closed (?:the year |it )?with|remain(?:ed|s)?|with)\b/i;

/** We opened the year with 340 cases, took on 215 and closed 290, so that 265 remained open at its end. */
export function* ledger(told: readonly ToldFigure[]): Generator<Breakdown> {
  const [first, second, third, last, more] = told;
  if (!first || !second || !third || !last || more) return;
  if (
    !opened.test(first.lead) ||
    !remains.test(last.lead) ||
    !told.every(({ figure }) => mayBePart(figure, last.figure))
  )
    return;
  if (!/\b(?:start|beginning|opened|began|started|forward)\b/i.test(first.lead + first.behind)) return;
  const signs = [second, third].map(({ lead }) => (went.test(lead) ? -1 : came.test(lead) ? 1 : 0));
  if (signs.includes(0)) return;
  const parts = [
    toldPart(first),
    ...[second, third].map((each, at) => (signs[at] === 1 ? toldPart(each) : less(toldPart(each)))),
  ];
  if (Math.abs(missOf(parts, last.figure)) <= FAR) yield whole(last.figure, parts);
}

/** A part that is taken away. */
const less = (part: ToldPart): ToldPart => ({
  ...part,
  words: `(−${part.words})`,
  figure: withChanges(part.figure, {
    number: part.figure.number.neg(),
    interval: negate(part.figure.interval),
  }),
});

const sum = /\b(?:altogether|in all|in total|total(?:ling)?|together)\b/i;

/** 61 permanent, 14 temporary and nine seconded staff – 84 people altogether: with a number that is spelt out. */
export function* sumBehind(told: readonly ToldFigure[]): Generator<Breakdown> {
  for (const [index, each] of told.entries()) {
    const { figure: total } = each;
    if (index < 2 || !isPlain(total) || total.movement || !isCalledSum(each)) continue;
    const parts = listUpTo(told, index).map(toldPart);
    // the others are read with all that is set off by marks
    const isOwn = parts.some(
      ({ figure, told: part }) => /^[a-z]/i.test(figure.text) || /\b(?:another|a further) $/.test(part.lead),
    );
    if (parts.length > 1 && isOwn && Math.abs(missOf(parts, total)) <= NEAR) yield whole(total, parts);
  }
}

/** Whether words on either side of a figure that stands by itself call it a sum. */
const isCalledSum = ({ lead, behind }: ToldFigure): boolean =>
  (sum.test(lead.slice(-30)) || sum.test(/^[^,;.]{0,40}/.exec(behind)?.[0] ?? '')) &&
  /(?:[,;] | [–—] |: )(?:[a-z]+ ){0,5}$/.test(lead);

/** The figures of one list that end right before a sum. */
function listUpTo(told: readonly ToldFigure[], index: number): readonly ToldFigure[] {
  const { figure: total } = told[index] as ToldFigure;
  let from = index;
  for (let at = index - 1; at >= Math.max(0, index - MOST); at--) {
    const isJoined = from === index || partJoint.test((told[from] as ToldFigure).lead);
    if (!isJoined || !mayBePart((told[at] as ToldFigure).figure, total)) break;
    from = at;
  }
  return told.slice(from, index);
}

const isTogether =
  /^\s*(?:Together|Between them|In all|Combined|Altogether|Taken together)\b|\b(?:together|between them|jointly)\b/;
/** Ash 210, Birch 180: a name before each figure, and a comma or the end behind it. */
const named = /^(?:[^.;:]*\(|, )?[^.;:,]{1,40} $/;

/** Together, the four hospitals (Ash 210, Birch 180, Cedar 140, Dale 95) have 625 beds; between them, Leeds (412) and Hull (361) …. */
export function* partsTogether(
  { brackets, text }: Sentence,
  told: readonly ToldFigure[],
): Generator<Breakdown> {
  if (!isTogether.test(text)) return;
  const each = told.filter(({ lead, behind }) => lead.endsWith('(') && behind.startsWith(')'));
  const last = each.at(-1);
  if (each.length > 1 && last) yield* comingTo(told, each, last.figure.span[1]);
  for (const { span, sentences } of brackets) {
    const inside = told.filter(({ figure }) => figure.span[0] > span[0] && figure.span[1] < span[1]);
    const areParts = inside.every(({ lead, behind }) => named.test(lead) && /^(?:,|\))/.test(behind));
    if (inside.length > 1 && sentences.length === 1 && areParts) yield* comingTo(told, inside, span[1]);
  }
}

/** Parts with the one other figure of their sentence, behind them: the four hospitals are as many as the parts. */
function* comingTo(
  told: readonly ToldFigure[],
  inside: readonly ToldFigure[],
  end: number,
): Generator<Breakdown> {
  const [total, more] = told.filter(
    (each) => !inside.includes(each) && each.figure.number.compare(inside.length) !== 0,
  );
  if (!total || more || total.figure.movement || total.figure.span[0] < end) return;
  const parts = inside.map(toldPart);
  if (
    parts.every(({ figure }) => mayBePart(figure, total.figure)) &&
    Math.abs(missOf(parts, total.figure)) <= FAR
  )
    yield whole(total.figure, parts);
}

/** 660 hectares (woodland 310, pasture 220, water 130): parts in the unit of their total, which stands before the bracket. */
export function* inUnitOfTotal({ brackets }: Sentence, told: readonly ToldFigure[]): Generator<Breakdown> {
  for (const { span, sentences } of brackets) {
    const total = told.findLast(({ figure }) => figure.span[1] === span[0] - 1)?.figure;
    if (!total || total.unit === '' || !isPlain(total) || total.movement || sentences.length > 1) continue;
    const inside = told.filter(({ figure }) => figure.span[0] > span[0] && figure.span[1] < span[1]);
    const areBare = inside.every(
      ({ figure, lead, behind }) => figure.unit === '' && named.test(lead) && /^(?:,|\))/.test(behind),
    );
    if (inside.length < 2 || !areBare) continue;
    const parts = inside.map((each) => toldPart({ ...each, figure: inUnitOf(total, each.figure) }));
    if (parts.every(({ figure }) => mayBePart(figure, total)) && Math.abs(missOf(parts, total)) <= FAR)
      yield whole(total, parts);
  }
}

/** 12 galleries, and 14 of these are open. */
export function* moreThanAll(told: readonly ToldFigure[]): Generator<Breakdown> {
  for (const [index, { figure: total, behind }] of told.entries()) {
    const part = told[index + 1];
    if (!part || !mayBePart(total, total) || !mayBePart(part.figure, total)) continue;
    if (
      !ofParts.test(part.behind) ||
      !/^ (?:[a-z-]+ ){0,2}[a-z]+s\b[^;:.\d]{0,60}, (?:and|but) (?:only |just )?$/.test(behind)
    )
      continue;
    yield { total, parts: [toldPart(part)], complete: false, apart: false };
  }
}
