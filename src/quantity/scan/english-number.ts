import Fraction from '../value/fraction.ts';
import { ONE } from '../value/fractions.ts';
import { isLetterAt, isOneOf, isWordAt, lettersEnd, nextLetter } from '../characters.ts';
import { WordSet } from '../word-table.ts';

/** A number in English words: its value, and what its last digit is worth by a word such as million. */
export interface SpeltNumber {
  readonly value: Fraction;
  readonly decimals: number;
  readonly magnitude: Fraction;
  readonly end: number;
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const values: ReadonlyMap<string, number> = new Map([
  ...small.map((word, value) => [word, value] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
]);
const scales: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);
/** Parts of a scale, by how they begin: a half, a quarter and three quarters of a million. */
const fractions: readonly (readonly [words: string, hundredths: number, decimals: number])[] = [
  ['half a', 50, 1],
  ['quarter of a', 25, 2],
  ['a quarter of a', 25, 2],
  ['three-quarters of a', 75, 2],
  ['three quarters of a', 75, 2],
];

const wordAt = (text: string, at: number): string => text.slice(at, lettersEnd(text, at));

/**
 * The number in English words at a place of a text: nine, Twenty-one, a hundred, one hundred and five, three thousand,
 * two dozen, half a million, two and a half. Undefined where none stands there.
 */
export function spelt(text: string, at: number): SpeltNumber | undefined {
  return partOfScale(text, at) ?? counted(text, at);
}

/** Half a million, a quarter of a million. */
function partOfScale(text: string, at: number): SpeltNumber | undefined {
  if (!isOneOf('hHaAqQtT', text, at)) return undefined;
  const begin = text.slice(at, at + LONGEST_PART).toLowerCase();
  const [words, hundredths, decimals] = fractions.find(([each]) => begin.startsWith(each)) ?? [];
  if (words === undefined || hundredths === undefined || decimals === undefined) return undefined;
  const article = at + words.length;
  const gap = isOneOf('nN', text, article) ? article + 1 : article;
  const scale = text[gap] === ' ' ? wordAt(text, gap + 1).toLowerCase() : '';
  const worth = scales.get(scale);
  return worth !== undefined
    ? {
        value: new Fraction(hundredths, 100),
        decimals,
        magnitude: new Fraction(worth),
        end: gap + 1 + scale.length,
      }
    : undefined;
}
const LONGEST_PART = 'three-quarters of a'.length;

/** Nine, a hundred, one hundred and five, two dozen, two and a half. */
function counted(text: string, at: number): SpeltNumber | undefined {
  let [total, group, end, last] = [0, undefined as number | undefined, at, 1];
  for (let next: number | undefined = at; next !== undefined; next = nextWord(text, end)) {
    const word = wordAt(text, next).toLowerCase();
    const [value, scale] = [values.get(word), scales.get(word)];
    if (next === at && isOneScale(text, at, word)) group = 1;
    else if (value !== undefined && canFollow(group, value, text[next - 1])) group = (group ?? 0) + value;
    else if (scale !== undefined && group !== undefined && canMultiply(group, scale)) {
      group *= scale;
      last = scale;
      if (scale >= 1000) [total, group] = [total + group, 0];
    } else break;
    if (value !== undefined && value > 0) last = 1;
    end = next + word.length;
  }
  return end === at || group === undefined ? undefined : withHalf(text, end, total + group, last);
}

/** Where the next word of a number may begin: behind “ and ”, a space or a hyphen. */
function nextWord(text: string, at: number): number | undefined {
  if (text.startsWith(' and ', at) && isLetterAt(text, at + 5)) return at + 5;
  return isOneOf(' -', text, at) && isLetterAt(text, at + 1) ? at + 1 : undefined;
}

/** A number whose words end at a place, with the half that may follow; `last` is the scale that it ends with, or 1. */
function withHalf(text: string, end: number, number: number, last: number): SpeltNumber {
  if (last === 1 && isAt(AND_A_HALF, text, end))
    return {
      value: new Fraction(number).add(new Fraction(1, 2)),
      decimals: 1,
      magnitude: ONE,
      end: end + AND_A_HALF.length,
    };
  const magnitude = last >= 1000 ? last : 1;
  return {
    value: new Fraction(number, magnitude),
    decimals: 0,
    magnitude: magnitude === 1 ? ONE : new Fraction(magnitude),
    end,
  };
}

const isArticle = (word: string): boolean => word === 'a' || word === 'an';

/** Whether a word is the article of a scale, which makes one of it: a hundred. */
const isOneScale = (text: string, at: number, word: string): boolean =>
  isArticle(word) && scales.has(wordAt(text, at + word.length + 1).toLowerCase());

/** Whether a scale can follow a number: nineteen hundred, twenty thousand; never twenty dozen. */
const canMultiply = (group: number, scale: number): boolean => scale > 100 || group < 20;

/** Whether a word can go on a number: twenty-one, one hundred and five; never two three. */
const canFollow = (group: number | undefined, value: number, before: string | undefined): boolean =>
  group === undefined ||
  group === 0 ||
  (group % 100 === 0 && value < 100) ||
  (group % 10 === 0 && group % 100 >= 20 && value > 0 && value < 10 && (before === '-' || before === ' '));

const AND_A_HALF = ' and a half';

const firstWords = new WordSet([...values.keys(), 'a', 'an', 'half', 'quarter']);

const isAt = (words: string, text: string, at: number): boolean =>
  text.slice(at, at + words.length).toLowerCase() === words && !isWordAt(text, at + words.length);

/** The end of what may begin a number in words at a place, where a word begins. */
function beginningEnd(text: string, at: number, wordEnd: number): number | undefined {
  if (!firstWords.has(text, at, wordEnd) || isWordAt(text, wordEnd)) return undefined;
  const word = text.slice(at, wordEnd).toLowerCase();
  if (values.has(word)) return wordEnd;
  return text[wordEnd] === ' ' ? articleEnd(text, word, wordEnd) : undefined;
}

/** The same where the first word is no number by itself: a hundred, half a, quarter of, a quarter of. */
function articleEnd(text: string, word: string, wordEnd: number): number | undefined {
  const next = lettersEnd(text, wordEnd + 1);
  const second = text.slice(wordEnd + 1, next).toLowerCase();
  if (word === 'half') return isArticle(second) && text[next] === ' ' ? next : undefined;
  if (word === 'quarter') return second === 'of' && !isWordAt(text, next) ? next : undefined;
  if (scales.has(second) && !isWordAt(text, next)) return wordEnd;
  return word === 'a' && second === 'quarter' && isAt(' of', text, next) ? next + 3 : undefined;
}

/** Every number in English words of a text: style guides ask for words up to nine or a hundred. */
export const speltFigures = (text: string): readonly Fraction[] =>
  speltPlaces(text).flatMap(({ value, span: [, end] }) => (isPronoun(value, end, text) ? [] : [value]));

/** Every number in English words with its place. */
export function speltPlaces(
  text: string,
): readonly { readonly value: Fraction; readonly span: readonly [start: number, end: number] }[] {
  const found: { readonly value: Fraction; readonly span: readonly [number, number] }[] = [];
  let after = 0;
  for (let at = nextLetter(text, 0); at < text.length; at = nextLetter(text, at)) {
    const wordEnd = lettersEnd(text, at);
    const end = isWordAt(text, at - 1) ? undefined : beginningEnd(text, at, wordEnd);
    const read = end === undefined || at < after ? undefined : spelt(text, at);
    if (read) {
      found.push({ value: read.value.mul(read.magnitude), span: [at, read.end] });
      after = read.end;
    }
    at = end ?? wordEnd;
  }
  return found;
}

/** Whether a number is the “one” of “one of them”, “one in”, “one another”. */
function isPronoun(value: Fraction, end: number, text: string): boolean {
  if (text[end] !== ' ' || !value.equals(1)) return false;
  const wordEnd = lettersEnd(text, end + 1);
  return behindPronouns.has(text.slice(end + 1, wordEnd)) && !isWordAt(text, wordEnd);
}

const behindPronouns: ReadonlySet<string> = new Set(['of', 'in', 'or', 'and', 'another']);
