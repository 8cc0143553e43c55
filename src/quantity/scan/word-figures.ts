import { smallNumbers } from '../value/small-numbers.ts';
import Fraction from '../value/fraction.ts';
import { isWordAt, lettersEnd, nextLetter, type Kinds } from '../characters.ts';
import { ONE } from '../value/fractions.ts';
import { exactly } from '../value/interval.ts';
import type { Quantity } from '../value/quantity.ts';
import { RATIO } from '../value/unit.ts';
import { WordSet } from '../word-table.ts';
import { naughtAt } from './naught.ts';
import type { Read } from './read.ts';

/** “No” and “zero” before what there was none of. */
const none =
  /\b(?:no|zero)\b(?= (?:[a-z]{2,20} ){0,3}(?:accidents?|incidents?|injuries|deaths|fatalities|complaints|breaches)\b)/iuy;

const counts: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, ...smallNumbers, twenty: 20 };
const parts: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};
/** One in five, two-thirds. */
const share =
  /\b(one|two|three|four|five|six|seven|eight|nine) in (two|three|four|five|six|seven|eight|nine|ten|twenty)\b|\b(a|an|one|two|three|four) ?-?(half|third|quarter|fifth|sixth|eighth|tenth)s?\b(?! of an hour)/iy;

/** Words that a share begins with, and those that it goes on with. */
const overs = Object.keys(counts).slice(0, -2);
const unders = Object.keys(parts).flatMap((part) => [part, `${part}s`]);
const firstWords = new WordSet([
  'no',
  'zero',
  ...overs,
  // a half may be written as one word with its number
  ...['a', 'an', 'one', 'two', 'three', 'four'].flatMap((over) => unders.map((under) => over + under)),
]);
const secondWords = new WordSet(['in', ...unders]);

/**
 * Figures that are written without digits: statements that something did not happen, which say 0 (没有发生…事故, no accidents),
 * and English shares (one in five, two-thirds). `text` has its names masked.
 */
export function wordFigures(
  text: string,
  written: string,
  { hasNaught, hasLetters }: Pick<Kinds, 'hasNaught' | 'hasLetters'>,
): readonly Quantity[] {
  const found: Quantity[] = [];
  if (hasNaught)
    for (let at = 0; at < text.length;) {
      const length = naughtAt(text, at);
      if (length > 0) found.push(wordFigure(written, at, at + length, ZERO));
      at += Math.max(1, length);
    }
  if (hasLetters)
    for (let at = nextLetter(text, 0); at < text.length;) {
      const wordEnd = lettersEnd(text, at);
      const read =
        firstWords.has(text, at, wordEnd) && !isWordAt(text, at - 1)
          ? englishAt(text, written, at, wordEnd)
          : undefined;
      if (read?.quantity) found.push(read.quantity);
      at = nextLetter(text, read?.end ?? wordEnd);
    }
  return found;
}

const ZERO = new Fraction(0);

/** What an English word begins that may say nought or a share. */
function englishAt(text: string, written: string, at: number, wordEnd: number): Read | undefined {
  const isNought = wordEnd - at === 2 ? isNo(text, at) : text[at] === 'z' || text[at] === 'Z';
  return isNought ? noneAt(text, written, at, wordEnd) : shareAt(text, written, at, wordEnd);
}

/** No accidents, zero complaints. */
function noneAt(text: string, written: string, at: number, wordEnd: number): Read | undefined {
  none.lastIndex = at;
  const holds = text[wordEnd] === ' ' && none.test(text);
  return holds ? { end: wordEnd, quantity: wordFigure(written, at, wordEnd, ZERO) } : undefined;
}

/** One in five, two-thirds. */
function shareAt(text: string, written: string, at: number, wordEnd: number): Read | undefined {
  if (!mayGoOn(text, at, wordEnd) || !/[a-z]{3}/.test(text)) return undefined;
  share.lastIndex = at;
  const [words, some, all = '', above = '', below = ''] = share.exec(text) ?? [];
  if (words === undefined) return undefined;
  const [over, under] =
    some === undefined
      ? [counts[above.toLowerCase()], parts[below.toLowerCase()]]
      : [counts[some.toLowerCase()], counts[all.toLowerCase()]];
  const end = at + words.length;
  return over !== undefined && under !== undefined && over < under
    ? { end, quantity: wordFigure(written, at, end, new Fraction(over, under)) }
    : { end };
}

const isNo = (text: string, at: number): boolean => text[at] === 'n' || text[at] === 'N';

/** Whether what a share goes on with stands behind its first word, or in it. */
function mayGoOn(text: string, at: number, wordEnd: number): boolean {
  const space = text[wordEnd] === ' ' ? wordEnd + 1 : wordEnd;
  const start = text[space] === '-' ? space + 1 : space;
  return start === wordEnd
    ? wordEnd - at > LONGEST_OVER
    : secondWords.has(text, start, lettersEnd(text, start));
}
const LONGEST_OVER = 'three'.length;

const wordFigure = (written: string, start: number, end: number, number: Fraction): Quantity => ({
  ...blank,
  text: written.slice(start, end),
  span: [start, end],
  digits: [start, end],
  number,
  interval: exactly(number),
  family: number === ZERO ? '' : RATIO,
  kind: number === ZERO ? 'claim' : 'figure',
});

const blank = {
  qualifier: 'exact',
  unit: '',
  step: ONE,
  factor: ONE,
  exact: true,
  per: [],
  movement: undefined,
  terms: [],
} as const;

const manifold: Readonly<Record<string, Fraction>> = {
  doubled: new Fraction(2),
  trebled: new Fraction(3),
  tripled: new Fraction(3),
  quadrupled: new Fraction(4),
  halved: new Fraction(1, 2),
};

/** How many times as much a verb says, as the figure that it is at a place of a text: “doubled” is 翻一番; undefined of other words. */
export function multipleOf(verb: string, at: number): Quantity | undefined {
  const number = manifold[verb];
  const span = [at, at + verb.length] as const;
  return (
    number && {
      ...blank,
      text: verb,
      span,
      digits: span,
      number,
      interval: exactly(number),
      family: RATIO,
      unit: '番',
      kind: 'figure',
    }
  );
}
