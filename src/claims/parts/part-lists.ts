import type { Quantity } from '../../quantity/value/quantity.ts';
import { add, meet, type Interval } from '../../quantity/value/interval.ts';
import { POINTS, RATIO } from '../../quantity/value/unit.ts';
import { between, BRACKET, piecesOf, type Piece, type Sentence } from '../../reading/sentences.ts';
import { holdsCount, isBeside, mayOverlap, tellingOf } from './part-words.ts';

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

/** The sum of parts. */
export const sumOf = (parts: readonly Component[]): Interval =>
  parts.map(({ figure }) => figure.interval).reduce(add);

/** By which share of a total the sum of parts differs from it; as if by nothing where that is one of its last digit. */
export function missOf(parts: readonly Component[], total: Quantity): number {
  const sum = parts.reduce((all, { figure }) => all + figure.number.valueOf(), 0);
  const miss = sum - total.number.valueOf();
  return Math.abs(miss) <= total.step.valueOf() * 1.001
    ? Math.sign(miss) * 1e-9
    : miss / total.number.valueOf();
}

export const adds = (parts: readonly Component[], total: Quantity): boolean =>
  meet(sumOf(parts), total.interval);

/** Whether a figure can be a total or a part: a count or an amount that adds up, no rate, rank or average. */
export const addsUp = ({ family, kind, per, qualifier, unit }: Quantity): boolean =>
  family !== RATIO &&
  family !== POINTS &&
  (kind === 'figure' || kind === 'chinese') &&
  per.length === 0 &&
  qualifier !== 'vague' &&
  qualifier !== 'range' &&
  unit !== '倍';

export const isOfFamily = (a: Quantity, b: Quantity): boolean =>
  a.family === b.family && addsUp(a) && addsUp(b);

const wordy =
  /\b(?:carr(?:y|ied|ying)|made|making|cost(?:ing)?|serv(?:e|ed|ing)|with|worth|after|since|before|until|who|that|when|had|was|were|took|lasting)\b/i;

/** Whether a figure can be a part of a list that is complete: of the total’s family, as it is, and no more or less than it says. */
export const canBePart = (figure: Quantity, total: Quantity): boolean =>
  isOfFamily(figure, total) &&
  figure.movement === undefined &&
  figure.qualifier !== 'about' &&
  figure.qualifier !== 'at-least' &&
  figure.qualifier !== 'at-most';

/** Whether the words of a part say that it is none: another thing beside the total, or a count of its own. */
export const isNoPart = (label: string, words: string, total: Quantity): boolean =>
  isBeside(tellingOf(label)) || holdsCount(label) || (total.family === '' && wordy.test(words));

/** ，占68.5%: what share of the total the part before it is. */
const isShareBehind = (words: string, [figure, second]: readonly Quantity[], parts: number): boolean =>
  parts > 0 && words.startsWith('占') && figure?.family === '%' && second === undefined;

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
    if (isShareBehind(words, figures, parts.length)) continue;
    if (figure === undefined) {
      if (words === '') continue;
      // 校长、园长4人: a label may be a list itself
      if (holdsCount(words) || (joint !== '、' && joint !== '' && parts.length > 0)) return undefined;
      lead += `${words}、`;
      continue;
    }
    const part = partOf({ words, figures, joint, span }, figure, sentence, lead);
    if (second !== undefined || !canBePart(figure, total) || isNoPart(part.label, words, total))
      return undefined;
    parts.push(part);
    lead = '';
  }
  return lead === '' && parts.length > 0 ? parts : undefined;
}

export function partOf(
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
    words: (lead + words)
      .replace(/^(?:其中|包括|分别(?:来自|用于|投向)|of which|including)[，,：: ]?/i, '')
      .replace(/[。.]$/, ''),
    label: label.replace(/[。.]$/, ''),
  };
}

export const average =
  /平均|人均|户均|最[高低大小长短多少]|每|各(?!级|类|项|地|方|部门|单位|有关)|均[为达超有在]|average|median|\beach\b|\bper |at least/i;

/** Most of the 84, nearly all of the 240: what follows is of some of them. */
const someOf =
  /\b(?:most|many|some|few|none|half|(?:nearly|almost|not) all|majority|(?:out|part|share|proportion)) of (?:the |our |its |these |all )*$/i;

const isOfSome = (lead: string): boolean => lead.includes(' of ') && someOf.test(lead);

/** Whether the words that lead to a figure make it a total that can be split. */
export const isTotal = (figure: Quantity, sentence: Sentence): boolean =>
  addsUp(figure) &&
  !average.test(between(sentence, figure.span[0] - 12, figure.span[1])) &&
  !isOfSome(between(sentence, figure.span[0] - 28, figure.span[0])) &&
  figure.qualifier !== 'at-least' &&
  figure.qualifier !== 'at-most';

/** The pieces of a list as at least two parts of one whole; undefined where they are anything else, or may overlap. */
export function wholeOf(
  sentence: Sentence,
  from: number,
  to: number,
  total: Quantity,
): readonly Component[] | undefined {
  const parts = partsOf(sentence, from, to, total);
  return parts && parts.length > 1 && !mayOverlap(parts.map(({ label }) => label)) ? parts : undefined;
}

/** Whether the figures are no split of the total: one part is all of it, or, of counts without a unit, more than it. */
export const isPartial = (total: Quantity, parts: readonly Component[]): boolean =>
  parts.some(
    ({ figure }) =>
      figure.number.equals(total.number) || (total.family === '' && figure.number.compare(total.number) > 0),
  ) || parts.every(({ label }) => label === '');
