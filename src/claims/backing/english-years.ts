import type { Quantity } from '../../quantity/value/quantity.ts';
import { unfolded, type Sentence } from '../../reading/sentences.ts';

/** A figure of a sentence with the year that the sentence gives it. */
export interface OfYear {
  readonly figure: Quantity;
  /** The year as it is; a quarter or a month of one by its place in it. */
  readonly year: number;
  /** The words before it, as far as the figure before. */
  readonly lead: string;
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'.split(
  '|',
);
/** A year, or within one a quarter or a month. */
const year = new RegExp(
  `(?<![\\d,.£$€-])(?:19|20)\\d\\d(?![\\d,.]*\\d|[%-])|\\bQ[1-4]\\b|\\bthe (?:first|second|third|fourth) quarter\\b|(?<!\\d )\\b(?:${months.join('|')})\\b(?! \\d)`,
  'g',
);
const orders = ['first', 'second', 'third', 'fourth'];

/** A year as it is, a quarter or a month by its place in the year. */
function timeOf(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  if (written.startsWith('Q')) return Number(written.slice(1));
  const month = months.indexOf(written);
  return month >= 0 ? month + 1 : orders.indexOf(written.split(' ')[1] ?? '') + 1;
}
/** From a figure to its year: “ members in ”, “ (”. */
const toYear =
  /^(?: (?!(?:and|but|while|from|to|against|than|up|down)\b)[a-z’'-]+){0,5} (?:in|for|during|of) $|^ ?\($/;
/** From a year to its figure: “: ”, “ it was ”, “ (”. */
const fromYear =
  /^(?::|,)?(?: when)?(?: (?:there|it|they|we|the (?:figure|number|total|rate)))?(?: (?:was|were|had been|stood at|is|at|reached|saw|had|to))?(?: only| just)? ?$|^ ?\($/;
const listed = /^(?:, (?:and )?| and )$/;
/** From the last of several years to the first of their figures. */
const given =
  /^(?:,? respectively)?,? (?:they |there |it |we )?(?:was|were|had been|stood at|reached|are|came to|had)(?: respectively)? $/;

/** What was the highest or the lowest before, in whatever year. */
const previous =
  /\b(?:previous|old|earlier|former) (?:record|high|low|best|peak)(?: (?:high|low))?,?(?: (?:of|was|is|stood at|being|had been))? $/;
/** A year before all others. */
const BEFORE = 1000;

interface Token {
  readonly from: number;
  readonly to: number;
  readonly year: number | undefined;
  readonly figure: Quantity | undefined;
}

/** The figures of a sentence, and of its brackets, with their years: 412 in 2017; 2017: 412; in 2017 and 2018 were 412 and 455. */
export function figuresOfYears(sentence: Sentence): readonly OfYear[] {
  const { text, start } = unfolded(sentence);
  const tokens = tokensIn(sentence);
  const gaps = tokens.map((token, at) =>
    text.slice((tokens[at - 1]?.to ?? start) - start, token.from - start),
  );
  const years = new Map<Quantity, number>();
  for (const [at, { year: own }] of tokens.entries())
    if (own !== undefined) giveYear(tokens, gaps, at, years);
  return tokens.flatMap(({ figure }, at) => {
    const of = figure && (years.get(figure) ?? (previous.test(gaps[at] ?? '') ? BEFORE : undefined));
    return figure === undefined || of === undefined ? [] : [{ figure, year: of, lead: gaps[at] ?? '' }];
  });
}

const isYear = ({ text, family }: Quantity): boolean => family === '' && /^(?:19|20)\d\d$/.test(text);

/** The years and the figures of a sentence in their order. */
function tokensIn(sentence: Sentence): readonly Token[] {
  const { text, start, figures } = unfolded(sentence);
  const years = [...text.matchAll(year)].map(({ 0: written, index }): Token => {
    const from = start + index;
    return { from, to: from + written.length, year: timeOf(written), figure: undefined };
  });
  const others = figures
    .filter((figure) => !isYear(figure))
    .map((figure): Token => ({ from: figure.span[0], to: figure.span[1], year: undefined, figure }));
  return [...years, ...others].sort((a, b) => a.from - b.from);
}

/** Gives a year to the figure before or behind it, or those of a list that it ends to theirs. */
function giveYear(
  tokens: readonly Token[],
  gaps: readonly string[],
  at: number,
  years: Map<Quantity, number>,
): void {
  const [last, next] = [tokens[at - 1], tokens[at + 1]];
  const [lead = '', rest = ''] = [gaps[at], gaps[at + 1]];
  const isListed = last?.year !== undefined && listed.test(lead);
  if (isListed) {
    if (next?.figure && given.test(rest)) giveOut(tokens, gaps, at, years);
    return;
  }
  const before = figureOf(last);
  const isBefore = before !== undefined && !years.has(before) && toYear.test(lead);
  const figure = isBefore ? before : fromYear.test(rest) ? figureOf(next) : undefined;
  if (figure) years.set(figure, yearIn(tokens[at]));
}

const figureOf = (token: Token | undefined): Quantity | undefined => token?.figure;
const yearIn = (token: Token | undefined): number => token?.year ?? 0;

/** Gives as many figures behind a list of years, which ends at a place, to these, one by one. */
function giveOut(
  tokens: readonly Token[],
  gaps: readonly string[],
  last: number,
  years: Map<Quantity, number>,
): void {
  let [first, end] = [last, last + 1];
  while (tokens[first - 1]?.year !== undefined && listed.test(gaps[first] ?? '')) first--;
  while (tokens[end + 1]?.figure !== undefined && listed.test(gaps[end + 1] ?? '')) end++;
  if (end - last !== last - first + 1) return;
  for (let at = first; at <= last; at++) {
    const figure = tokens[at + last - first + 1]?.figure;
    if (figure) years.set(figure, tokens[at]?.year ?? 0);
  }
}
