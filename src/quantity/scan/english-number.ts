import Fraction from 'fraction.js';
import { ONE } from '../value/fractions.ts';
import { isLetterAt, isOneOf, isWordAt, lettersEnd, nextLetter } from '../characters.ts';

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
const scales: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};
const fractions: readonly (readonly [initials: string, RegExp, Fraction, number])[] = [
  ['hH', /half an? /iy, new Fraction(1, 2), 1],
  ['aAqQ', /(?:a )?quarter of an? /iy, new Fraction(1, 4), 2],
  ['tT', /three[- ]quarters of an? /iy, new Fraction(3, 4), 2],
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
  for (const [initials, pattern, value, decimals] of fractions) {
    if (!isOneOf(initials, text, at)) continue;
    pattern.lastIndex = at;
    const words = pattern.exec(text)?.[0];
    const scale = words === undefined ? '' : wordAt(text, at + words.length).toLowerCase();
    if (words !== undefined && scale in scales)
      return {
        value,
        decimals,
        magnitude: new Fraction(scales[scale] as number),
        end: at + words.length + scale.length,
      };
  }
  return undefined;
}

function counted(text: string, at: number): SpeltNumber | undefined {
  let [total, group, end, last] = [0, undefined as number | undefined, at, 1];
  for (let next = at; ;) {
    const word = wordAt(text, next).toLowerCase();
    const [value, scale] = [values.get(word), scales[word]];
    if (
      (word === 'a' || word === 'an') &&
      next === at &&
      wordAt(text, next + word.length + 1).toLowerCase() in scales
    )
      group = 1;
    else if (value !== undefined && canFollow(group, value, text[next - 1])) group = (group ?? 0) + value;
    else if (scale !== undefined && group !== undefined && (scale > 100 || group < 20)) {
      group *= scale;
      last = scale;
      if (scale >= 1000) [total, group] = [total + group, 0];
    } else break;
    if (value !== undefined && value > 0) last = 1;
    end = next + word.length;
    const joint = text.startsWith(' and ', end) && isLetterAt(text, end + 5) ? 5 : 1;
    if (joint === 1 && !(isOneOf(' -', text, end) && isLetterAt(text, end + 1))) break;
    next = end + joint;
  }
  if (end === at || group === undefined) return undefined;
  const half = text[end] === ' ' ? /^ and a half\b/i.exec(text.slice(end, end + 12))?.[0] : undefined;
  if (half !== undefined && last === 1)
    return {
      value: new Fraction(total + group).add(new Fraction(1, 2)),
      decimals: 1,
      magnitude: ONE,
      end: end + half.length,
    };
  const magnitude = last >= 1000 ? last : 1;
  return {
    value: new Fraction(total + group, magnitude),
    decimals: 0,
    magnitude: magnitude === 1 ? ONE : new Fraction(magnitude),
    end,
  };
}

/** Whether a word can go on a number: twenty-one, one hundred and five; never two three. */
const canFollow = (group: number | undefined, value: number, before: string | undefined): boolean =>
  group === undefined ||
  group === 0 ||
  (group % 100 === 0 && value < 100) ||
  (group % 10 === 0 && group % 100 >= 20 && value > 0 && value < 10 && (before === '-' || before === ' '));

/** What may begin a number, with the numbers up to ninety. */
const begins =
  /(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|an?(?= (?:dozen|hundred|thousand|million|billion)\b)|half an?(?= )|(?:a )?quarter of)\b/iy;

const firstWords: ReadonlySet<string> = new Set([...values.keys(), 'a', 'an', 'half', 'quarter']);
/** The lengths of first words by their initial, as bits: most words are no number by these alone. */
const lengths = new Uint16Array(32);
for (const word of firstWords) lengths[initialOf(word, 0)] = lengthsAt(word, 0) | (1 << word.length);

function initialOf(text: string, at: number): number {
  return text.charCodeAt(at) & 31;
}

function lengthsAt(text: string, at: number): number {
  return lengths[initialOf(text, at)] ?? 0;
}

/** The end of what may begin a number in words at a place, where a word begins. */
function beginningEnd(text: string, at: number, wordEnd: number): number | undefined {
  if (((lengthsAt(text, at) >> (wordEnd - at)) & 1) === 0 || wordEnd - at > 15) return undefined;
  if (!firstWords.has(text.slice(at, wordEnd).toLowerCase())) return undefined;
  begins.lastIndex = at;
  return begins.test(text) ? begins.lastIndex : undefined;
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
const isPronoun = (value: Fraction, end: number, text: string): boolean =>
  value.equals(1) && /^ (?:of|in|or|and|another)\b/.test(text.slice(end, end + 9));
