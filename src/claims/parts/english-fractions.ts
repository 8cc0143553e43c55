import Fraction from '../../quantity/value/fraction.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { countAlone } from '../../quantity/scan/spelt-counts.ts';
import { unfolded, type Sentence } from '../../reading/sentences.ts';
import type { BackedClaim } from '../backing/backing.ts';

const counts = 'one two three four five six seven eight nine ten'.split(' ');
const number = `(?:${counts.join('|')}|\\d{1,2})`;
const parts = 'third|quarter|fifth|sixth|eighth|tenth';
const worth: Readonly<Record<string, number>> = {
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};
const more = 'more than|over|well over|just over|above|at least';
const less = 'fewer than|less than|under|below|at most|no more than';
const near = 'nearly|almost|just under|close to';

/** “More than half”, “fewer than one in ten”, “a majority”, “nearly all”, with what they are of behind them. */
const fraction = new RegExp(
  `\\b(?:(${more})|(${less})|(${near}) )? ?(?:(half|one half)|(?:a|an|one) (${parts})|(${number})[ -](${parts})s|(${number}) (?:in|out of(?: every)?) (${number})|((?:the |an? )?(?:(?:large|vast|clear|overwhelming|small) )?majority|most(?= of\\b| [a-z’-]+s\\b))|(all))\\b`,
  'gi',
);
/** Right before the number of all: half of the 84, half the 84. */
const ofAll = /^ (?:of )?(?:the |our |its |all |these |those )*$/i;
/** Between the words for a share and the figure that says it again. */
const again =
  /^(?: (?!(?:and|but|while|to|from|by|in 20)\b)[a-z’'-]+){0,8}(?:,|:| \(| [–—-]) ?(?:(?:or|that is|namely|some|with|only|just) )?$/i;
/** Behind such a figure where it stands by itself. */
const byItself = /^(?:[,.;)]| in (?:all|total)\b| [–—-] |$)/;
/** Behind one that a colon leads to. */
const toldOf = /^(?:[,.;)]|$| (?:were|was|did|have|had|came|in all|said|[a-z]+ed)\b)/;
const outOf = /^(?: [a-z]+)? (?:out )?of (?:the |our |its |all )*$/i;

/** Shares that a sentence says in words and, behind them, in figures: more than half of pupils, 48.6%; half of the 84 projects (42); one in five: 412 of the 1,640. */
export function* saidFractions(sentence: Sentence): Generator<BackedClaim> {
  if (sentence.within !== undefined) return;
  const { text, start, figures } = countedWhole(sentence);
  for (const found of text.matchAll(fraction)) {
    const end = start + found.index + found[0].length;
    const told = toldAgain(text, start, figures.filter(({ span }) => span[0] >= end).slice(0, 3), end);
    if (!told || isNegated.test(text.slice(Math.max(0, found.index - 8), found.index))) continue;
    const lead = found[0].length - found[0].trimStart().length;
    const { part, whole } = told;
    for (const [level, isBelow] of boundsOf(found))
      yield {
        kind: 'over',
        span: [start + found.index + lead, end],
        part,
        whole,
        level,
        isBelow,
        figures: whole === undefined ? [part] : [part, whole],
      };
  }
}

const isNegated = /\b(?:not|the other) $/i;

interface ToldAgain {
  readonly part: Quantity;
  readonly whole: Quantity | undefined;
}

/** What says a share again behind its words: a percentage, some of all, or some where all stand in the words. */
function toldAgain(
  text: string,
  start: number,
  figures: readonly Quantity[],
  end: number,
): ToldAgain | undefined {
  const [first, second, third] = figures;
  if (!first) return undefined;
  const isAll = !isPercent(first) && ofAll.test(text.slice(end - start, first.span[0] - start));
  return isAll
    ? shareIn(text, start, { from: first.span[1], part: second, next: third, all: first })
    : shareIn(text, start, { from: end, part: first, next: second, all: undefined });
}

interface MaybeShare {
  /** Where the words before the figure begin. */
  readonly from: number;
  readonly part: Quantity | undefined;
  readonly next: Quantity | undefined;
  readonly all: Quantity | undefined;
}

function shareIn(text: string, start: number, { from, part, next, all }: MaybeShare): ToldAgain | undefined {
  if (!part || !isPlainFigure(part)) return undefined;
  const lead = text.slice(from - start, part.span[0] - start);
  const behind = text.slice(part.span[1] - start, part.span[1] - start + 24);
  if (!again.test(lead)) return undefined;
  if (isPercent(part))
    return byItself.test(behind) || behind.startsWith(' of') ? { part, whole: undefined } : undefined;
  if (next && outOf.test(text.slice(part.span[1] - start, next.span[0] - start)))
    return areParts(part, next) ? { part, whole: next } : undefined;
  const isTold = byItself.test(behind) || (lead.trimEnd().endsWith(':') && toldOf.test(behind));
  return all && isTold && areParts(part, all) ? { part, whole: all } : undefined;
}

const isPlainFigure = ({ kind, qualifier, movement }: Quantity): boolean =>
  kind === 'figure' && qualifier === 'exact' && movement === undefined;

const areParts = (part: Quantity, whole: Quantity): boolean =>
  isPlainFigure(part) &&
  isPlainFigure(whole) &&
  whole.number.compare(part.number) >= 0 &&
  whole.number.d === 1n &&
  part.number.d === 1n;

/** A sentence with its brackets open, and what stands alone in one as a figure. */
function countedWhole(sentence: Sentence): ReturnType<typeof unfolded> {
  const { text, start, figures } = unfolded(sentence);
  const alone = sentence.brackets.flatMap(({ sentences: [inside, more] }) =>
    inside && more === undefined && inside.figures.length === 0
      ? (countAlone(inside.text, inside.start) ?? [])
      : [],
  );
  return { text, start, figures: [...figures, ...alone].sort((a, b) => a.span[0] - b.span[0]) };
}

const numberOf = (written: string): number =>
  /\d/.test(written) ? Number(written) : counts.indexOf(written.toLowerCase()) + 1;

/** What a share has to be above, or below. */
function boundsOf(found: RegExpExecArray): readonly (readonly [level: Fraction, isBelow: boolean])[] {
  const [, above, below, nearly, half, , , , , , majority, all] = found;
  if (majority !== undefined)
    return [[/vast|overwhelming/.test(majority) ? new Fraction(6, 10) : new Fraction(1, 2), false]];
  if (all !== undefined) return nearly === undefined ? [] : [[new Fraction(8, 10), false]];
  const share = half === undefined ? shareOf(found) : new Fraction(1, 2);
  if (above !== undefined) return [[share, false]];
  if (below !== undefined) return [[share, true]];
  // words round: a quarter may be 23%; nearly a half is below it
  return [
    [nearly === undefined ? share.sub(roundness(share)) : share.mul(new Fraction(8, 10)), false],
    [nearly === undefined ? share.add(roundness(share)) : share.mul(new Fraction(101, 100)), true],
  ];
}

/** How far a share in words may lie from what it says: a tenth of it, or a point and a half. */
function roundness(share: Fraction): Fraction {
  const [tenth, least] = [share.div(10), new Fraction(15, 1000)];
  return tenth.compare(least) > 0 ? tenth : least;
}

/** A third, two fifths, one in ten. */
function shareOf([, , , , , one, some, ofSome = '', few = '1', ofMany = '1']: RegExpExecArray): Fraction {
  if (one !== undefined) return new Fraction(1, worth[one.toLowerCase()] ?? 1);
  return some === undefined
    ? new Fraction(numberOf(few), Math.max(1, numberOf(ofMany)))
    : new Fraction(numberOf(some), worth[ofSome.toLowerCase()] ?? 1);
}
