import type { Quantity } from '../quantity/value/quantity.ts';
import { isPercent } from '../quantity/value/unit.ts';
import { areOfOneKind, mayOverlap } from './part-words.ts';
import { hasSign, signOf } from '../reading/signs.ts';
import { between, piecesOf, type Piece, type Sentence } from '../reading/sentences.ts';

/** Shares of one whole that a text lists one after another. */
export interface Shares {
  readonly figures: readonly Quantity[];
  /** What each is the share of. */
  readonly labels: readonly string[];
  /** Whether the list claims to be the whole, so that it must reach 100% as well. */
  readonly complete: boolean;
}

interface Share {
  readonly figure: Quantity;
  /** What it is the share of. */
  readonly label: string;
  readonly joint: string;
}

const shareSign = signOf('占');
const share = /占(?:比|总数的?|全部的?)?(?:为|达|约)?\s?$/;

/** Lists of shares: 甲占55%、乙占30%、丙占16%; 分别占55%、30%、15%. */
export function* sharesIn(sentences: readonly Sentence[]): Generator<Shares> {
  for (const sentence of sentences) {
    if (!hasSign(sentence.signs, shareSign)) continue;
    let run: Share[] = [];
    for (const piece of piecesOf(sentence, sentence.start, sentence.start + sentence.text.length)) {
      const item = itemOf(sentence, piece);
      if (item && (run.length === 0 || /[、，,；;和及与]/.test(piece.joint))) run.push(item);
      else {
        yield* sharesOf(run);
        run = item ? [item] : [];
      }
    }
    yield* sharesOf(run);
  }
}

function itemOf(sentence: Sentence, { figures, span, joint }: Piece): Share | undefined {
  const figure = figures.at(-1);
  if (
    figure === undefined ||
    !isPercent(figure) ||
    figure.movement !== undefined ||
    figures.length > 2 ||
    (figures.length === 2 && figures[0] !== undefined && isPercent(figures[0]))
  )
    return undefined;
  const words = between(sentence, span[0], figure.span[0]);
  const found = share.exec(words);
  return found
    ? {
        figure,
        joint,
        label: words
          .slice(0, figures.length === 2 ? (figures[0]?.span[0] ?? 0) - span[0] : found.index)
          .replace(/比重?$|的?(?:人数|比例)$/, ''),
      }
    : undefined;
}

/** Shares of which one is said to be a part of another, or may overlap with it, need not add up to anything. */
function* sharesOf(run: readonly Share[]): Generator<Shares> {
  const labels = run.map(({ label }) => label.replace(/^.*其中[，,：:]?/, ''));
  if (run.length < 2 || mayOverlap(labels) || labels.includes('') || new Set(labels).size < labels.length)
    return;
  if (run.slice(1).some(({ label }) => label.includes('其中'))) return;
  const rest = /^(?:其他|其它|其余)/.test(labels.at(-1) ?? '');
  const sum = run.reduce((total, { figure }) => total + figure.number.valueOf(), 0);
  const isTight =
    run.length > 2 &&
    run.slice(1).every(({ joint }) => /[、和及与]/.test(joint)) &&
    labels.every((label) => label.length <= 8) &&
    sum < 1.15;
  if (!rest && !areOfOneKind(labels) && !(isTight && !labels.some((label) => trait.test(label)))) return;
  yield { figures: run.map(({ figure }) => figure), labels, complete: rest };
}

/** What one thing can be together with another. */
const trait = /企业|单位|人员|人才|项目|产品|用户|群众|户$|者$|型$|能源|[林地]$/;

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
