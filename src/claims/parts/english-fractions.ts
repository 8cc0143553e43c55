import Fraction from '../../quantity/value/fraction.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
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

/** “More than half of pupils”, “fewer than one in ten”, “a majority of the 64 councillors”, up to the figure that says it again. */
const fraction = new RegExp(
  `\\b(?:(${more})|(${less})|(${near}) )? ?(?:(half|one half)|(?:a|an|one) (${parts})|(${number})[ -](${parts})s|(${number}) (?:in|out of(?: every)?) (${number})|((?:the |an? )?(?:(?:large|vast|clear|overwhelming|small) )?majority|most(?= of\\b| [a-z’-]+s\\b))|(all))\\b((?: (?!\\d)[a-z’'-]+){0,6}?(?: (?:the )?\\d[\\d,]*(?: [a-z’'-]+){1,3}?)?)(?:,|:| \\(| [–—-]) ?(?:or |that is |namely )?$`,
  'i',
);
const FAR = 110;

/** Shares that a sentence says in words and, right behind them, in a figure: more than half of pupils, 48.6%, chose a language. */
export function* saidFractions(sentence: Sentence): Generator<BackedClaim> {
  if (sentence.within !== undefined) return;
  for (const { figure, before, last } of toldBehind(sentence)) {
    const found = fraction.exec(before);
    if (found === null || figure.kind !== 'figure' || figure.qualifier !== 'exact' || figure.movement)
      continue;
    const whole = isPercent(figure) ? undefined : wholeIn(sentence, last, figure);
    if (!isPercent(figure) && whole === undefined) continue;
    const start =
      figure.span[0] - before.length + found.index + (found[0].length - found[0].trimStart().length);
    const said = found[0].trim();
    const span = [start, start + said.slice(0, said.search(/,|:| \(| [–—-]|$/)).length] as const;
    for (const [level, isBelow] of boundsOf(found))
      yield {
        kind: 'over',
        span,
        part: figure,
        whole,
        level,
        isBelow,
        figures: whole === undefined ? [figure] : [figure, whole],
      };
  }
}

interface ToldBehind {
  readonly figure: Quantity;
  /** The words before it, and the figure that stands before these. */
  readonly before: string;
  readonly last: Quantity | undefined;
}

/** Figures that stand between commas or dashes, or alone in a bracket, with the words before them. */
function* toldBehind(sentence: Sentence): Generator<ToldBehind> {
  for (const [index, figure] of sentence.figures.entries()) {
    const [start, end] = figure.span;
    const behind = between(sentence, end, end + 4);
    if (/^(?:[,.]| [–—-] |$)/.test(behind) || (isPercent(figure) && behind.startsWith(' of')))
      yield { figure, before: between(sentence, start - FAR, start), last: sentence.figures[index - 1] };
  }
  for (const { span, sentences } of sentence.brackets) {
    const [figure, second] = sentences[0]?.figures ?? [];
    if (
      figure === undefined ||
      second !== undefined ||
      figure.span[0] !== span[0] + 1 ||
      figure.span[1] !== span[1] - 1
    )
      continue;
    const last = sentence.figures.findLast((each) => each.span[1] <= span[0]);
    yield { figure, before: `${between(sentence, span[0] - FAR, span[0])}(`, last };
  }
}

/** The count of all that the words name: a majority of the 64 councillors, 30. */
function wholeIn(sentence: Sentence, whole: Quantity | undefined, part: Quantity): Quantity | undefined {
  if (whole === undefined || isPercent(whole) || whole.number.compare(part.number) < 0) return undefined;
  return /\bof (?:the |our |its |all )?$/i.test(between(sentence, whole.span[0] - 12, whole.span[0])) &&
    part.span[0] - whole.span[1] < 40 &&
    whole.number.d === 1n &&
    part.number.d === 1n
    ? whole
    : undefined;
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
  const most = nearly === undefined ? new Fraction(12, 10) : new Fraction(101, 100);
  return [
    [share.mul(new Fraction(8, 10)), false],
    [share.mul(most), true],
  ];
}

/** A third, two fifths, one in ten. */
function shareOf([, , , , , one, some, ofSome = '', few = '1', ofMany = '1']: RegExpExecArray): Fraction {
  if (one !== undefined) return new Fraction(1, worth[one.toLowerCase()] ?? 1);
  return some === undefined
    ? new Fraction(numberOf(few), Math.max(1, numberOf(ofMany)))
    : new Fraction(numberOf(some), worth[ofSome.toLowerCase()] ?? 1);
}
