import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, endOf, piecesOf, type Piece, type Sentence } from '../../reading/sentences.ts';
import { addsUp, average, isTotal, partOf, type Breakdown, type Component } from './part-lists.ts';
import { areTooMany } from '../counts/open-lists.ts';
import { areApart, areContrary, holdsCount, isBeside } from './part-words.ts';

const leads = /^\s*(?:其中|包括|包含|含|of which|of whom|of these|of them|including)[，,：: ]{0,2}/i;

/** Where a list of some of the parts begins in a text that says so with its first word. */
export const leadOf = (text: string): number | undefined => leads.exec(text)?.[0].length;

const middle =
  /[，,；;](?: ?and)? ?(?:其中|包括|包含|含(?=\p{Script=Han})|of which|of whom|including)[，,：: ]{0,2}/giu;

/** 25项，其中牵头15项、会办10项: figures that are each at most the total. */
export function* amongThem(sentence: Sentence): Generator<Breakdown> {
  const first = sentence.within ? undefined : leadOf(sentence.text);
  if (first !== undefined && sentence.previous && /^\s*(?:其中|[Oo]f )/.test(sentence.text))
    yield* ofWhich(
      sentence,
      sentence.start + first,
      sentence.previous.figures.filter((figure) => isTotal(figure, sentence.previous as Sentence)),
    );
  for (const { 0: words, index } of sentence.text.matchAll(middle)) {
    const at = sentence.start + index;
    yield* ofWhich(
      sentence,
      at + words.length,
      sentence.figures.filter(
        (figure) =>
          figure.span[1] <= at && leadsTo(between(sentence, figure.span[1], at)) && isTotal(figure, sentence),
      ),
    );
  }
}

/** Whether words between a total and its parts begin nothing else: 特级教师3人；工作室主持人分为三类，其中校长4人 are no three teachers. */
const leadsTo = (gap: string): boolean =>
  !/[；;]/.test(gap) && !holdsCount(gap.split(/[，,]/).slice(1).join());

/** The parts that begin at a place, up to what can be none. */
function partsFrom(sentence: Sentence, from: number): readonly Component[] {
  const found: Component[] = [];
  for (const piece of piecesOf(sentence, from, stopOf(sentence, from))) {
    const figure = levelOf(piece);
    if (figure === undefined || !addsUp(figure)) break;
    const part = reachedPart(partOf(piece, figure, sentence));
    if (isBeside(part.label) || holdsCount(part.label) || average.test(piece.words)) break;
    const labels = [...found, part].map(({ label }) => label);
    if (
      found.length > 0 &&
      (figure.family !== found[0]?.figure.family ||
        (/^[，；;]$/.test(piece.joint) && !sentence.within && !areApart(labels)))
    )
      break;
    found.push(part);
  }
  return found;
}

/** The figure of a piece, or the level that it reaches from another: 新能源车由2万辆增至6万辆. */
function levelOf({ figures }: Piece): Quantity | undefined {
  const [figure, second, third] = figures;
  if (second === undefined) return figure?.movement === undefined ? figure : undefined;
  return third === undefined && second.movement?.to === true && figure?.family === second.family
    ? second
    : undefined;
}

/** A part without the words of the level before it. */
const reachedPart = (part: Component): Component =>
  part.figure.movement?.to === true ? { ...part, label: part.label.split(/[由从]/)[0] ?? '' } : part;

/** The parts that begin at a place, against the nearest total before it; every other figure that it could be must be too small as well. */
export function* ofWhich(
  sentence: Sentence,
  from: number,
  totals: readonly Quantity[],
): Generator<Breakdown> {
  const found = partsFrom(sentence, from);
  const family = found[0]?.figure.family;
  const fitting = totals.filter(
    (figure) =>
      figure.family === family &&
      (figure.movement === undefined ||
        (figure.movement.to === true && found[0]?.figure.movement?.to === true)),
  );
  const total = fitting.at(-1);
  if (total === undefined || fitting.some(({ number }) => number.compare(total.number) > 0)) return;
  yield {
    total,
    parts: found,
    complete: false,
    apart: found.length > 1 && (areSplit(found.map(({ label }) => label)) || areTooMany(found, total)),
  };
}

/** Whether labels name things apart, or deny each other. */
const areSplit = (labels: readonly string[]): boolean => areApart(labels) || areContrary(labels);

/** Where a list that goes on from a place ends: at the next 其中 or the end of the sentence. */
function stopOf(sentence: Sentence, from: number): number {
  const rest = between(sentence, from, endOf(sentence));
  const stop = /[，,；;]\s?(?:其中|of which|including|另)/i.exec(rest);
  return from + (stop ? stop.index : rest.length);
}
