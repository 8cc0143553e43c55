import type { Span } from '../quantity/value/formula.ts';
import { add, type Interval } from '../quantity/value/interval.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { POINTS, RATIO } from '../quantity/value/unit.ts';
import { areApart, holdsCount, isBeside, mayOverlap } from './part-words.ts';
import { hasSign, signOf } from '../reading/signs.ts';
import { between, BRACKET, endOf, piecesOf, type Piece, type Sentence } from '../reading/sentences.ts';

/** A part of a total with its words. */
export interface Component {
  readonly figure: Quantity;
  /** 牵头15项: the figure with what it counts. */
  readonly words: string;
  readonly label: string;
}

/** A total with figures that the text gives as its parts. */
export interface Breakdown {
  readonly total: Quantity;
  readonly parts: readonly Component[];
  /** Whether the list claims to be complete; else each part is at most the total. */
  readonly complete: boolean;
  /** Whether the parts are surely different things, so that their sum is at most the total. */
  readonly apart: boolean;
}

/** Every total of some sentences with its parts. */
export function* partsIn(sentences: readonly Sentence[]): Generator<Breakdown> {
  for (const sentence of sentences) {
    if (!mayHaveParts(sentence)) continue;
    const { signs } = sentence;
    if (sentence.brackets.length > 0) yield* inBrackets(sentence);
    if (hasSign(signs, amongSign)) yield* amongThem(sentence);
    if (hasSign(signs, colonSign)) yield* behindColon(sentence);
    if (hasSign(signs, sumSign)) yield* summedUp(sentence);
  }
}

/** One of these stands before some of the parts, before all of them, and around their sum. */
const amongSign = signOf('其中', 'of ', 'including');
const colonSign = signOf(':', '：', '分别');
const sumSign = signOf('合计', '共计', '总计', '总共', 'total', 'making ', 'or ', 'in all', 'altogether');

/** Whether a sentence has a total and a part, with those in its brackets and those before it. */
const mayHaveParts = ({ figures, brackets, previous }: Sentence): boolean =>
  figures.length > 1 || brackets.length > 0 || (figures.length === 1 && (previous?.figures.length ?? 0) > 0);

/** The sum of parts. */
export const sumOf = (parts: readonly Component[]): Interval =>
  parts.map(({ figure }) => figure.interval).reduce(add);

/** Whether a figure can be a total or a part: a count or an amount that adds up, no rate, rank or average. */
const addsUp = ({ family, kind, per, qualifier, unit }: Quantity): boolean =>
  family !== RATIO &&
  family !== POINTS &&
  (kind === 'figure' || kind === 'chinese') &&
  per.length === 0 &&
  qualifier !== 'vague' &&
  qualifier !== 'range' &&
  unit !== '倍';

const isSame = (a: Quantity, b: Quantity): boolean => a.family === b.family && addsUp(a) && addsUp(b);

const wordy =
  /\b(?:carr(?:y|ied|ying)|made|making|cost(?:ing)?|serv(?:e|ed|ing)|with|worth|after|since|before|until|who|that|when|had|was|were|took|lasting)\b/i;

/** Whether a figure can be a part of a list that is complete: of the total’s family, as it is, and no more or less than it says. */
const canBePart = (figure: Quantity, total: Quantity): boolean =>
  isSame(figure, total) &&
  figure.movement === undefined &&
  figure.qualifier !== 'about' &&
  figure.qualifier !== 'at-least' &&
  figure.qualifier !== 'at-most';

/** Whether the words of a part say that it is none: another thing beside the total, or a count of its own. */
const isNoPart = (label: string, words: string, total: Quantity): boolean =>
  isBeside(label) || holdsCount(label) || (total.family === '' && wordy.test(words));

/** The pieces of a list as parts of one family; undefined where some piece is anything else. */
function partsOf(
  sentence: Sentence,
  from: number,
  to: number,
  total: Quantity,
): readonly Component[] | undefined {
  const parts: Component[] = [];
  let lead = '';
  for (const { words, figures, joint, span } of piecesOf(sentence, from, to)) {
    const [figure, second] = figures;
    if (figure === undefined) {
      if (words === '') continue;
      // 校长、园长4人: a label may be a list itself
      if (holdsCount(words) || (joint !== '、' && joint !== '' && parts.length > 0)) return undefined;
      lead += `${words}、`;
      continue;
    }
    if (second !== undefined || !canBePart(figure, total)) return undefined;
    const part = partOf({ words, figures, joint, span }, figure, sentence, lead);
    if (isNoPart(part.label, words, total)) return undefined;
    parts.push(part);
    lead = '';
  }
  return lead === '' && parts.length > 0 ? parts : undefined;
}

function partOf(
  { words, span }: Pick<Piece, 'words' | 'span' | 'figures' | 'joint'>,
  figure: Quantity,
  sentence: Sentence,
  lead = '',
): Component {
  const label =
    `${lead}${between(sentence, span[0], figure.span[0])} ${between(sentence, figure.span[1], span[1])}`
      .replaceAll(BRACKET, '')
      .trim();
  return {
    figure,
    words: (lead + words).replace(/^(?:其中|包括|of which|including)[，,：: ]?/i, '').replace(/[。.]$/, ''),
    label: label.replace(/[。.]$/, ''),
  };
}

const average = /平均|人均|户均|最[高低大小长短多少]|每|各|均[为达超有在]|average|median|each|per |at least/i;

/** Whether the words that lead to a figure make it a total that can be split. */
const isTotal = (figure: Quantity, sentence: Sentence): boolean =>
  addsUp(figure) &&
  !average.test(between(sentence, figure.span[0] - 12, figure.span[1])) &&
  figure.qualifier !== 'at-least' &&
  figure.qualifier !== 'at-most';

/** 25项（牵头15项，会办10项）, 42.6 km of road (27.4 km of main roads and 15.2 km of local streets). */
function* inBrackets(sentence: Sentence): Generator<Breakdown> {
  for (const { span, sentences } of sentence.brackets) {
    const [inside] = sentences;
    const total = sentence.figures.findLast(({ span: [, end] }) => end <= span[0]);
    if (inside === undefined || sentences.length !== 1 || total === undefined || !isTotal(total, sentence))
      continue;
    const gap = between(sentence, total.span[1], span[0]);
    if (
      gap.length > 40 ||
      /[，。；、：,;:\uE001]|率|比|\b(?:and|or|than|against)\b/.test(gap) ||
      holdsCount(gap)
    )
      continue;
    const which = leadOf(inside.text);
    if (which !== undefined) {
      yield* ofWhich(inside, inside.start + which, [total]);
      continue;
    }
    const parts = wholeOf(inside, inside.start, endOf(inside), total);
    if (parts === undefined || isPartial(total, parts)) continue;
    yield { total, parts, complete: true, apart: true };
  }
}

/** The pieces of a list as at least two parts of one whole; undefined where they are anything else, or may overlap. */
function wholeOf(
  sentence: Sentence,
  from: number,
  to: number,
  total: Quantity,
): readonly Component[] | undefined {
  const parts = partsOf(sentence, from, to, total);
  return parts && parts.length > 1 && !mayOverlap(parts.map(({ label }) => label)) ? parts : undefined;
}

/** Whether the figures are no split of the total: one part is all of it, or, of counts without a unit, more than it. */
const isPartial = (total: Quantity, parts: readonly Component[]): boolean =>
  parts.some(
    ({ figure }) =>
      figure.number.equals(total.number) || (total.family === '' && figure.number.compare(total.number) > 0),
  ) || parts.every(({ label }) => label === '');

const leads = /^\s*(?:其中|包括|包含|含|of which|of whom|of these|of them|including)[，,：: ]{0,2}/i;

/** Where a list of some of the parts begins in a text that says so with its first word. */
const leadOf = (text: string): number | undefined => leads.exec(text)?.[0].length;

const middle = /[，,；;](?: ?and)? ?(?:其中|of which|of whom|including)[，,：: ]{0,2}/gi;

/** 25项，其中牵头15项、会办10项: figures that are each at most the total. */
function* amongThem(sentence: Sentence): Generator<Breakdown> {
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
      sentence.figures.filter((figure) => figure.span[1] <= at && isTotal(figure, sentence)),
    );
  }
}

/** The parts that begin at a place, up to what can be none. */
function partsFrom(sentence: Sentence, from: number): readonly Component[] {
  const found: Component[] = [];
  for (const piece of piecesOf(sentence, from, stopOf(sentence, from))) {
    const [figure, second] = piece.figures;
    if (figure === undefined || second !== undefined || figure.movement !== undefined || !addsUp(figure))
      break;
    const part = partOf(piece, figure, sentence);
    if (isBeside(part.label) || holdsCount(part.label) || average.test(piece.words)) break;
    const labels = [...found, part].map(({ label }) => label);
    if (
      found.length > 0 &&
      (figure.family !== found[0]?.figure.family || (/^[，,；;]$/.test(piece.joint) && !areApart(labels)))
    )
      break;
    found.push(part);
  }
  return found;
}

/** The parts that begin at a place, against the nearest total before it; every other figure that it could be must be too small as well. */
function* ofWhich(sentence: Sentence, from: number, totals: readonly Quantity[]): Generator<Breakdown> {
  const found = partsFrom(sentence, from);
  const family = found[0]?.figure.family;
  const fitting = totals.filter((figure) => figure.family === family && figure.movement === undefined);
  const total = fitting.at(-1);
  if (total === undefined || fitting.some(({ number }) => number.compare(total.number) > 0)) return;
  yield {
    total,
    parts: found,
    complete: false,
    apart: found.length > 1 && areApart(found.map(({ label }) => label)),
  };
}

/** Where a list that goes on from a place ends: at the next 其中 or the end of the sentence. */
function stopOf(sentence: Sentence, from: number): number {
  const rest = between(sentence, from, endOf(sentence));
  const stop = /[，,；;]\s?(?:其中|of which|including|另)/i.exec(rest);
  return from + (stop ? stop.index : rest.length);
}

/** 45 km of road: 28 km of main roads and 17 km of local streets; 共45万元：市级28万元、县级17万元; 共1200人，分别为甲校700人、乙校500人. */
function* behindColon(sentence: Sentence): Generator<Breakdown> {
  if (sentence.figures.length < 3) return;
  const opening = /[：:](?!\d)|[，,]分别[为是]/.exec(sentence.text);
  if (!opening) return;
  const at = sentence.start + opening.index;
  const before = sentence.figures.filter(({ span }) => span[1] <= at);
  const total = before.at(-1);
  if (total === undefined || !isTotal(total, sentence) || total.movement !== undefined) return;
  if (before.filter((figure) => isSame(figure, total)).length > 1) return;
  const lead = between(sentence, sentence.start, at);
  const gap = between(sentence, total.span[1], at);
  if (/[，,；;：:]/.test(gap) || (/\p{Script=Han}/u.test(lead) && !/共|合计|总|全年|累计/.test(lead))) return;
  const end = endOf(sentence);
  const parts = wholeOf(sentence, at + opening[0].length, end, total);
  if (parts === undefined || (isPartial(total, parts) && opening[0].length === 1)) return;
  yield { total, parts, complete: true, apart: true };
}

const totals =
  /[，,；;] ?(?:(?:三者|以上|各项|两项|三项)?(?:合计|共计|总计|总共)|for a total of |a total of |making |or )$|[，,] ?$/;

/** 小学12所、初中8所、高中3所，合计23所; 12 primary, 8 junior and 3 senior schools, 23 in all. */
function* summedUp(sentence: Sentence): Generator<Breakdown> {
  for (const [index, total] of sentence.figures.entries()) {
    if (index < 2 || !addsUp(total) || total.movement !== undefined) continue;
    const lead = totals.exec(between(sentence, total.span[0] - 18, total.span[0]))?.[0];
    if (lead === undefined) continue;
    if (
      /^[，,] ?$/.test(lead) &&
      !/^[^，,。;；.]{0,24} ?(?:in all|in total|altogether)\b/.test(
        between(sentence, total.span[1], total.span[1] + 50),
      )
    )
      continue;
    const parts = wholeOf(sentence, sentence.start, total.span[0] - lead.length, total);
    if (parts === undefined || isPartial(total, parts)) continue;
    yield { total, parts, complete: true, apart: true };
  }
}

/** From the first to the last of some figures. */
export const spanOf = (figures: readonly Quantity[]): Span => [
  figures[0]?.span[0] ?? 0,
  figures.at(-1)?.span[1] ?? 0,
];
