import { speltCounts } from '../quantity/scan/spelt-counts.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { endOf, type Sentence } from '../reading/sentences.ts';
import type { TextAlone } from '../reading/text-alone.ts';

/** A figure of an English sentence with all words on either side, brackets among them. */
export interface ToldFigure {
  readonly figure: Quantity;
  /** The words from the figure before it, or from the beginning. */
  readonly lead: string;
  /** The words as far as the next figure, or to the end. */
  readonly behind: string;
}

/** Stage two, phase three: what is numbered is no count. */
const numbered =
  /\b(?:stage|phase|step|part|level|type|grade|year|band|zone|class|chapter|section|table|group|round|tier|unit|ward|room|page) $/i;

/** As many characters on either side of a figure are looked at. */
const FARTHEST = 200;

/** Every figure of a sentence, of its brackets too, in order. */
const figuresOf = ({ figures, brackets }: Sentence): readonly Quantity[] =>
  brackets.length === 0
    ? figures
    : [...figures, ...brackets.flatMap(({ sentences }) => sentences.flatMap(figuresOf))];

/** What sentences were found to hold: several readers ask for it. */
const known = new WeakMap<Sentence, readonly ToldFigure[]>();

/** The figures of an English sentence, in digits, in words and in brackets, each with the words around it. */
export function toldFigures(sentence: Sentence, { text }: Pick<TextAlone, 'text'>): readonly ToldFigure[] {
  const found = known.get(sentence) ?? read(sentence, text);
  known.set(sentence, found);
  return found;
}

function read(sentence: Sentence, text: string): readonly ToldFigure[] {
  const [start, end] = [sentence.start, endOf(sentence)];
  const figures = withSpelt([...figuresOf(sentence)].sort(inText), text, start, end);
  return figures.map((figure, index) => {
    const [from, to] = [figures[index - 1]?.span[1] ?? start, figures[index + 1]?.span[0] ?? end];
    return {
      figure,
      lead: text.slice(Math.max(from, figure.span[0] - FARTHEST), figure.span[0]),
      behind: text.slice(figure.span[1], Math.min(to, figure.span[1] + FARTHEST)),
    };
  });
}

const inText = (a: Quantity, b: Quantity): number => a.span[0] - b.span[0];

/** Figures in their order with the counts that are spelt out between them. */
function withSpelt(
  written: readonly Quantity[],
  text: string,
  start: number,
  end: number,
): readonly Quantity[] {
  const found: Quantity[] = [];
  let next = 0;
  for (const count of speltCounts(text.slice(start, end), start)) {
    const [from, to] = count.span;
    while ((written[next]?.span[1] ?? Infinity) <= from) found.push(written[next++] as Quantity);
    const isFree = (written[next]?.span[0] ?? Infinity) >= to;
    if (isFree && count.number.compare(1) > 0 && !numbered.test(text.slice(Math.max(start, from - 12), from)))
      found.push(count);
  }
  return [...found, ...written.slice(next)];
}

/** Whether a sentence is in English: without a Chinese character. */
export const isEnglish = ({ text }: Sentence): boolean =>
  !/\p{Script=Han}/u.test(text) && /[a-z] [a-z]/i.test(text);

/** The nearest noun behind a figure, without its ending: “412,600 books and” counts a book; empty where none stands there. */
export function nounAfter(behind: string): string {
  const words = /^(?: [a-z][a-z’'-]*){1,4}/i.exec(behind)?.[0].trim().toLowerCase().split(' ') ?? [];
  const end = words.findIndex((word) => noNoun.has(word) || /[a-z]{3}ed$/.test(word));
  const noun = (end < 0 ? words : words.slice(0, end)).at(end < 0 ? 0 : -1);
  return stemOf(noun ?? '');
}

/** A noun without its ending, the same of one and of many: nurse, nurses; bus, buses. */
export const stemOf = (word: string): string =>
  word.replace(/ies$/, 'y').replace(/(?:es|e|(?<![sui])s)$/, '');

const noNoun = new Set(
  (
    'in on at of to for by from with as and or but so than that which who whom while when where after before during over under per a an the ' +
    'is are was were be been had has have did do came went made took gave got left passed ran saw stood ' +
    'last this these those more fewer less higher lower up down above below compared against versus each every all year years'
  ).split(' '),
);
