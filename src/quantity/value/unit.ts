import Fraction from './fraction.ts';
import { isDigitAt, isLetterAt, isOneOf, isSmallAt } from '../characters.ts';
import { ONE, powerOfTen, scaled } from './fractions.ts';
import { headNoun, singular } from './noun.ts';
import { isKnownFamily, measured, POINTS, RATIO, SCORE, unitWords } from './unit-table.ts';

/** A unit as a text writes it: figures of one family can be compared, and `factor` turns one of it into the family’s base unit. */
export interface Unit {
  readonly written: string;
  readonly family: string;
  readonly factor: Fraction;
  readonly per: readonly string[];
}

export { POINTS, RATIO };

/** What stands for the unit of a number that has none. */
export const noUnit: Unit = { written: '', family: '', factor: ONE, per: [] };

/** Whether a figure is told in hundredths, by a sign or in words: 5%, 5 percent, 百分比; “three times” and 成 are not. */
export const isPercent = ({ family, unit }: { readonly family: string; readonly unit: string }): boolean =>
  family === RATIO &&
  (unit.startsWith('%') || unit.startsWith('％') || /^(?:百分比|per[\s_]?cent)/.test(unit));

/** Whether a family counts things, people or occasions; an empty one counts as well, a measure, money or a share does not. */
export const isCount = (family: string): boolean => !measured.has(family) && !family.startsWith('out of ');

/** Whether a family is a noun like any other, such as meal, or none at all: what it counts is only known by its name. */
export const isNoun = (family: string): boolean => !isKnownFamily(family);

/** Whether figures of two families can be of one thing: 412,400 meals and a plain 412,400 can, and so can 9 sites and 9 places. */
export const areLike = (a: string, b: string): boolean => a === b || (isNoun(a) && isNoun(b));

/** Latin words and letters count as a unit only where no letter follows. */
const mayEnd = (text: string, end: number): boolean => !isLetterAt(text, end - 1) || !isLetterAt(text, end);

/** The longest word of the table, or of `more`, at a place of a text; undefined where none stands there. */
export function unitWordAt(text: string, at: number, more: readonly string[] = []): string | undefined {
  let own: string | undefined;
  for (const word of more) if (word.length > (own?.length ?? 0) && text.startsWith(word, at)) own = word;
  const known = unitWords.at(text, at, mayEnd)?.word;
  return known !== undefined && known.length > (own?.length ?? 0) ? known : own;
}

/** The unit that begins at a place of a text, with what it is counted by (元/月, 微克/立方米); undefined where none does. */
export function unitAt(text: string, at: number, more: readonly string[] = []): Unit | undefined {
  // a hundredth of 元 only in prices: 5分/千瓦时, never 得5分
  const isPrice = text[at] === '分' && isOneOf('/／', text, at + 1);
  const word = isPrice ? '分' : unitWordAt(text, at, more);
  if (word === undefined) return scoreAt(text, at);
  const known = knownUnit(word);
  const wordEnd = at + word.length;
  const bracketEnd = isOneOf('（(', text, wordEnd) ? timesInBrackets(text, wordEnd) : undefined;
  const family = bracketEnd === undefined ? (known?.family ?? familyOf(word)) : `${word}次`;
  const per = word === 'mph' || word === 'kph' ? ['hour'] : [];
  const end = countersEnd(text, bracketEnd ?? wordEnd, per);
  return { written: text.slice(at, end), family, factor: known?.factor ?? ONE, per };
}

/** 分 behind digits where it is a score: a mark, an end or a particle follows, and no word such as 分钟, 分局 or 分三批. */
const scoreAt = (text: string, at: number): Unit | undefined =>
  text[at] === SCORE &&
  isDigitAt(text, at - 1) &&
  (at + 1 >= text.length || isOneOf('，。；、：！？（）,.;:()|\n 以的和与及左', text, at + 1))
    ? { written: SCORE, family: SCORE, factor: ONE, per: [] }
    : undefined;

/** What the table has of a word; 分 stands there with what it is a price of. */
const knownUnit = (word: string): ReturnType<typeof unitWords.get> =>
  unitWords.get(word) ?? (word === '分' ? unitWords.get('分/') : undefined);

/** 辆（艘、架、列）次: what stands in brackets are other words for the same. */
const timesInBrackets = (text: string, at: number): number | undefined => {
  const found = /^(?:（[\p{Script=Han}、]{1,12}）|\([\p{Script=Han}、]{1,12}\))次/u.exec(
    text.slice(at, at + 16),
  );
  return found ? at + found[0].length : undefined;
};

/** Reads what a unit is counted by into `per`; its end. */
function countersEnd(text: string, at: number, per: string[]): number {
  let end = at;
  while (isOneOf(' /／', text, end)) {
    const slash = /^(?: ?[/／] ?| per )(人均|千人|万人|人)?/.exec(text.slice(end, end + 6));
    if (!slash) break;
    const start = end + slash[0].length;
    const by =
      slash[1] ??
      unitWordAt(text, start) ??
      /^(?:月|年|日|天|人|万元|h(?![A-Za-z]))/.exec(text.slice(start, start + 3))?.[0];
    if (by === undefined) break;
    per.push(isSmallAt(by, 0) ? singular(by === 'h' ? 'hour' : by) : by);
    end = start + (slash[1] === undefined ? by.length : 0);
  }
  return end;
}

/** The family of a unit that no table has: an English phrase counts its noun, hot meals are meals. */
export function familyOf(words: string): string {
  if (!isLetterAt(words, 0)) return words;
  const noun = headNoun(words);
  return (noun.length > 1 ? unitWords.get(noun)?.family : undefined) ?? singular(noun);
}

/** The unit of that name: known words, else a family of its own; a number before it is how many of them. */
export function unitOf(word: string): Unit {
  const [, many, what] = (isDigitAt(word, 0) && /^(\d[\d,]*)(?: (.+))?$/.exec(word)) || [];
  if (many !== undefined)
    return {
      written: word,
      family: familyOf(what ?? 'people'),
      factor: new Fraction(many.replaceAll(',', '')),
      per: [],
    };
  const found = unitAt(word, 0);
  if (found?.written === word) return found;
  const scale = scaleBefore(word);
  const inner = scale === undefined ? undefined : unitAt(word.slice(scale.length), 0);
  if (scale !== undefined && inner && inner.written === word.slice(scale.length))
    return { ...inner, written: word, factor: scaled(inner.factor, scaleOf(scale)) };
  return { written: word, family: word, factor: ONE, per: [] };
}

/** 万亿, 亿, 万 or 千 before a unit. */
const scaleBefore = (word: string): string | undefined =>
  ['万亿', '亿', '万', '千'].find((scale) => word.length > scale.length && word.startsWith(scale));

/** Whether a word is a unit that is known: 万元, 人次, km. */
export function isUnit(word: string): boolean {
  const bare = word.slice(scaleBefore(word)?.length ?? 0);
  return [word, bare].some((each) => unitAt(each, 0)?.written === each);
}

const chineseScales = {
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};
const englishScales = {
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  k: 3,
  m: 6,
  mn: 6,
  b: 9,
  bn: 9,
  tn: 12,
};

/** Words of magnitude, and the power of ten that each multiplies by. */
const scales: ReadonlyMap<string, number> = new Map(Object.entries({ ...chineseScales, ...englishScales }));

/** What a word of magnitude multiplies by: 万, 亿, million. @throws Error on any other word: a bug of ours. */
export function scaleOf(word: string): Fraction {
  const power = scales.get(word) ?? scales.get(word.toLowerCase());
  if (power === undefined) throw new Error(`“${word}” is no word of magnitude`);
  return powerOfTen(power);
}
