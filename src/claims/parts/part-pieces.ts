import type { Quantity } from '../../quantity/value/quantity.ts';
import { between, BRACKET, endOf, piecesOf, type Piece, type Sentence } from '../../reading/sentences.ts';
import { canBePart, partOf, type Component } from './part-lists.ts';
import { holdsCount, isBeside, partTimes, tellingOf } from './part-words.ts';

/** A piece of a list; of 甲校、乙校分别为12人、8人 each figure has the name that it goes with. */
export interface NamedPiece extends Piece {
  readonly name?: string;
}

/** The pieces of a sentence, with names and figures that 分别 ties put together. */
export function namedPieces(sentence: Sentence): readonly NamedPiece[] {
  const pieces = piecesOf(sentence, sentence.start, endOf(sentence)).flatMap((piece) =>
    atColon(sentence, piece),
  );
  if (!sentence.text.includes('分别')) return pieces;
  const found: NamedPiece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    const own = /^(.*?)分别\p{Script=Han}{0,10}$/u.exec(aroundFigure(sentence, piece)[0])?.[1];
    let end = at + 1;
    while (end < pieces.length && isBareFigure(sentence, pieces[end] as Piece)) end++;
    const names = own === undefined ? [] : [own, ...namesBefore(found)].reverse();
    // of 三镇分别建成12公里、9公里、8公里 nobody is named
    const isNamed = names.length === end - at;
    if (own === undefined || end - at < 2 || (!isNamed && names.length > 1)) {
      found.push(piece);
      continue;
    }
    if (!isNamed) names.splice(0, 1, ...Array.from({ length: end - at }, (_, index) => `#${index + 1}`));
    else found.length -= names.length - 1;
    const { joint } = isNamed ? (pieces[at - names.length + 1] as Piece) : piece;
    for (const [index, name] of names.entries())
      found.push({ ...(pieces[at + index] as Piece), ...(index === 0 && { joint }), name });
    at = end - 1;
  }
  return found;
}

const isBareFigure = (sentence: Sentence, piece: Piece): boolean =>
  piece.figures.length === 1 &&
  /^[、和与及]/.test(piece.joint) &&
  aroundFigure(sentence, piece)[0].trim() === '';

/** The names that end some pieces, the last first. */
function namesBefore(pieces: readonly Piece[]): string[] {
  const names: string[] = [];
  for (let at = pieces.length - 1; at >= 0; at--) {
    const { figures, words, joint } = pieces[at] as Piece;
    if (figures.length > 0 || words === '') break;
    names.push(words);
    if (!/^[、和与及]/.test(joint)) break;
  }
  return names;
}

/** A piece that leads with a colon to the first part of its total, as two. */
function atColon(sentence: Sentence, piece: Piece): readonly Piece[] {
  const [total, part, more] = piece.figures;
  if (total === undefined || part === undefined || more !== undefined) return [piece];
  const colon = between(sentence, total.span[1], part.span[0]).search(/[：:]| [—–] |——/);
  if (colon < 0) return [piece];
  const at = total.span[1] + colon;
  const to = at + (/^(?:——| [—–])/.exec(between(sentence, at, at + 2))?.[0].length ?? 1);
  const cut = (from: number, to: number): string =>
    between(sentence, from, to).replaceAll(BRACKET, '').trim();
  return [
    { ...piece, span: [piece.span[0], at], words: cut(piece.span[0], at), figures: [total] },
    { span: [to, piece.span[1]], words: cut(to, piece.span[1]), figures: [part], joint: '：' },
  ];
}

/** The words before and behind the last figure of a piece. */
export function aroundFigure(sentence: Sentence, { span, figures }: Piece): [before: string, after: string] {
  const clear = (from: number, to: number): string => between(sentence, from, to).replaceAll(BRACKET, '');
  const figure = figures.at(-1);
  return figure === undefined ? ['', ''] : [clear(span[0], figure.span[0]), clear(figure.span[1], span[1])];
}

export const isYearNumber = ({ text, family }: Quantity): boolean =>
  family === '' && /^(?:19|20)\d\d$/.test(text);

/** Words that lead to a list of all parts. */
export const opening =
  /^(?:其中|包括|包含|分为|分别[为是有])[，,：:]?|^(?:made up of|comprising|comprised of|consisting of|composed of|divided into|split into|split between|split among|namely|of which|of whom|of these) /i;
/** 12345热线: a number that is a name. */
const hotline = /^(?:热线|平台|专线|电话)/;

/** 310 people: 190 in operations. */
const isPeople = (sentence: Sentence, figure: Quantity, total: Quantity): boolean =>
  total.family === '人' &&
  figure.family === '' &&
  ofThem.test(between(sentence, figure.span[1], figure.span[1] + 24));

/** What stands behind an English figure that counts no things of its own: 66 for degrees, 26 were not. */
export const ofThem =
  /^ (?:(?:of (?:them|these|whom|which) )?(?:for|in|from|at|on|by|to|with|through|under|via|against|during|were|was|had|have|did|are|is|passed|failed|came|went|paid|[a-z]+ed)\b|others?\b)/;

/** What a piece gives as a part of a total; undefined where it gives none. */
export function itemOf(sentence: Sentence, piece: NamedPiece, total: Quantity): Component | undefined {
  const [figure, second] = piece.figures.filter(
    ({ family, kind, span }) =>
      (kind !== 'chinese' || family === total.family) &&
      (family !== '' || !hotline.test(between(sentence, span[1], span[1] + 2))),
  );
  if (figure === undefined || second !== undefined || isYearNumber(figure)) return undefined;
  if (!canBePart(figure, total) && !(isPeople(sentence, figure, total) && canBePart(figure, figure)))
    return undefined;
  const part = partOf(piece, figure, sentence);
  const label = piece.name ?? part.label.replace(opening, '');
  const telling = tellingOf(label.replaceAll(partTimes, ''));
  return isBeside(telling) || holdsCount(telling) || /总[产数量额]/.test(telling)
    ? undefined
    : { ...part, label };
}
