import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Sentence } from '../../reading/sentences.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { isPlain } from '../changes/change-claims.ts';
import { isEnglish, toldFigures, type ToldFigure } from '../english-figures.ts';
import { missOf, type Breakdown } from './part-lists.ts';
import { FAR, whole } from './part-stretches.ts';
import { mayBePart, mayBeTotal, ofParts, ofSome, partJoint, toldPart, type ToldPart } from './told-parts.ts';

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
  for (const line of text.sentences.slice(at + 1)) {
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
const joins = /\b(?:joined|joining|added to|adding to|on top of|in addition to|came on top)\b/i;

/** Fourteen new buses joined the 86 in service, which takes the fleet to 100; 38 in spring and 27 in summer, bringing the year’s total to 65. */
export function* broughtTo(told: readonly ToldFigure[]): Generator<Breakdown> {
  for (const [index, { figure: total, lead }] of told.entries()) {
    if (index < 2 || !bringing.test(lead) || !isPlain(total) || total.movement?.to === false) continue;
    const before = told.slice(0, index);
    if (!before.every(({ figure }) => mayBePart(figure, total))) continue;
    const parts = before.map(toldPart);
    const isSum =
      before.length === 2 && joins.test(before[1]?.lead ?? '')
        ? true
        : /\btotal\b/.test(lead) && before.slice(1).every(({ lead: words }) => partJoint.test(words));
    if (isSum && Math.abs(missOf(parts, total)) <= FAR) yield whole(total, parts);
  }
}

const isTogether =
  /^\s*(?:Together|Between them|In all|Combined|Altogether|Taken together)\b|\b(?:together|between them|jointly)\b/;
/** Ash 210, Birch 180: a name before each figure, and a comma or the end behind it. */
const named = /^(?:[^.;:]*\(|, )?[^.;:,]{1,40} $/;

/** Together, the four hospitals (Ash 210, Birch 180, Cedar 140, Dale 95) have 625 beds. */
export function* partsTogether(
  { brackets, text }: Sentence,
  told: readonly ToldFigure[],
): Generator<Breakdown> {
  if (!isTogether.test(text)) return;
  for (const { span, sentences } of brackets) {
    const inside = told.filter(({ figure }) => figure.span[0] > span[0] && figure.span[1] < span[1]);
    // the four hospitals are as many as the parts
    const [total, more] = told.filter(
      (each) => !inside.includes(each) && each.figure.number.compare(inside.length) !== 0,
    );
    if (!total || more || inside.length < 2 || sentences.length > 1) continue;
    const { figure } = total;
    const areParts = inside.every(
      ({ figure: part, lead, behind }) =>
        mayBePart(part, figure) && named.test(lead) && /^(?:,|\))/.test(behind),
    );
    const parts = inside.map(toldPart);
    if (figure.span[0] > span[1] && !figure.movement && areParts && Math.abs(missOf(parts, figure)) <= FAR)
      yield whole(figure, parts);
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
