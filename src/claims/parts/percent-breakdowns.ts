import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { englishShares } from './english-shares.ts';
import { respectiveShares } from './respective-shares.ts';
import { areAges, areAllAges, leavesRest, sharesFrom, type ListedShare, type Shares } from './share-lists.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { isEnglish } from '../english-figures.ts';
import { hasSign, signOf } from '../../reading/signs.ts';
import { between, piecesOf, type Piece, type Sentence } from '../../reading/sentences.ts';

const shareSign = signOf('占', '比例', '比重', '份额', '构成', '其余', '剩余');
/** One of these stands in an English sentence on shares. */
const englishSign = signOf('%', 'per cent', 'percent');

/** Lists of shares: 甲占55%、乙占30%、丙占16%; 分别占55%、30%、15%; coal accounted for 57% and oil for 43%. */
export function* sharesIn(text: Pick<TextAlone, 'text' | 'sentences'>): Generator<Shares> {
  for (const sentence of text.sentences) {
    const { signs } = sentence;
    if (hasSign(signs, englishSign) && isEnglish(sentence)) yield* englishShares(sentence, text);
    else if (hasSign(signs, shareSign) && sentence.figures.length > 1) {
      yield* inRuns(sentence);
      yield* respectiveShares(sentence);
    }
  }
}

const share = /占(?:比|总数的?|全部的?)?(?:为|达|约)?\s?$/;
const rest = /^(?:其余|其它|其他|剩余|余下|剩下)/;

function* inRuns(sentence: Sentence): Generator<Shares> {
  let run: ListedShare[] = [];
  for (const piece of piecesOf(sentence, sentence.start, sentence.start + sentence.text.length)) {
    const item = itemOf(sentence, piece, run.length > 1);
    if (item && (run.length === 0 || /[、，,；;和及与]/.test(piece.joint))) run.push(item);
    else {
      yield* sharesOf(sentence, run);
      run = item ? [item] : [];
    }
  }
  yield* sharesOf(sentence, run);
}

/** The share that ends a piece, which may name it by another figure. */
function shareIn({ figures }: Piece): Quantity | undefined {
  const [first] = figures;
  const figure = figures.at(-1);
  if (figure === undefined || !isPercent(figure) || figure.movement !== undefined) return undefined;
  return figures.length === 1 || (figures.length === 2 && first && !isPercent(first)) ? figure : undefined;
}

function itemOf(sentence: Sentence, piece: Piece, mayBeRest: boolean): ListedShare | undefined {
  const { figures, span, joint } = piece;
  const figure = shareIn(piece);
  if (figure === undefined) return undefined;
  const words = between(sentence, span[0], figure.span[0]);
  if (mayBeRest && rest.test(words) && figures.length === 1) return { figure, joint, label: words.trim() };
  const found = share.exec(words);
  if (!found) return undefined;
  const [first] = figures;
  // 35岁以下占28% is named by its ages
  const isAge = figures.length === 2 && first?.family === '岁';
  const end = figures.length === 2 && !isAge ? (first?.span[0] ?? 0) - span[0] : found.index;
  return { figure, joint, label: words.slice(0, end).replace(/比重?$|的?(?:人数|比例)$/, '') };
}

/** Shares of which one is said to be a part of another, or may overlap with it, need not add up to anything. */
function* sharesOf(sentence: Sentence, run: readonly ListedShare[]): Generator<Shares> {
  const cut = run.map((each) => ({ ...each, label: each.label.replace(/^.*(?:其中[，,：:]?|[：:])/, '') }));
  if (run.slice(1).some(({ label }) => label.includes('其中'))) return;
  const labels = cut.map(({ label }) => label);
  const hasRest = labels
    .slice(1)
    .some((label) => /^(?:其他|其它|其余|剩余|余下|剩下)|及其[他它]/.test(label));
  const shares = sharesFrom(cut, hasRest || areAllAges(labels) || 'likely', areAges(labels));
  if (shares && !isOpen(sentence, shares)) yield shares;
}

/** Whether a list that falls short is followed by what it leaves out. */
function isOpen(sentence: Sentence, { figures, complete }: Shares): boolean {
  const end = figures.at(-1)?.span[1] ?? 0;
  return complete === 'likely' && leavesRest.test(between(sentence, end, end + 6));
}

/** Whether the terms of a ratio are shares of a hundred: 三次产业比为3.9：59.5：36.6. */
export function isSharesRatio(sentence: Sentence, figure: Quantity): boolean {
  if (figure.kind !== 'ratio' || figure.terms.length < 2) return false;
  const sum = figure.terms.reduce((total, term) => total + term.valueOf(), 0);
  const named = /比重|结构|占比|产业|构成/.test(between(sentence, figure.digits[0] - 14, figure.digits[0]));
  const decimal = figure.terms.some((term) => term.d !== 1n);
  return figure.terms.length > 2
    ? sum > 80 && sum < 120 && (named || decimal)
    : named && sum > 85 && sum < 115;
}
