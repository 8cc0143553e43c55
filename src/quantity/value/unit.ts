import Fraction from 'fraction.js';
import { headNoun, singular } from './noun.ts';
import { byWord, isKnownFamily, measured, POINTS, RATIO } from './unit-table.ts';

/** A unit as a text writes it: figures of one family can be compared, and `factor` turns one of it into the family’s base unit. */
export interface Unit {
  readonly written: string;
  readonly family: string;
  readonly factor: Fraction;
  readonly per: readonly string[];
}

export { POINTS, RATIO };

const one = new Fraction(1);

/** What stands for the unit of a number that has none. */
export const noUnit: Unit = { written: '', family: '', factor: one, per: [] };

/** Whether a figure is told in hundredths, by a sign or in words: 5%, 5 percent, 百分比; “three times” and 成 are not. */
export const isPercent = ({ family, unit }: { readonly family: string; readonly unit: string }): boolean =>
  family === RATIO && /^(?:[%％]|百分比|per[\s_]?cent)/.test(unit);

/** Whether a family counts things, people or occasions; an empty one counts as well, a measure, money or a share does not. */
export const isCount = (family: string): boolean => !measured.has(family) && !family.startsWith('out of ');

/** Whether a family is a noun like any other, such as meal, or none at all: what it counts is only known by its name. */
export const isNoun = (family: string): boolean => !isKnownFamily(family);

/** Whether figures of two families can be of one thing: 412,400 meals and a plain 412,400 can, and so can 9 sites and 9 places. */
export const areLike = (a: string, b: string): boolean => a === b || (isNoun(a) && isNoun(b));

/** Words that make a unit of the measure word before them: 8万台次 counts 台次. */
const LONGEST = Math.max(...[...byWord.keys()].map((word) => word.length));

/** Latin words and letters count as a unit only where no letter follows. */
const isCut = (text: string, end: number): boolean =>
  /[A-Za-z]/.test(text[end - 1] ?? '') && /[A-Za-z]/.test(text[end] ?? '');

/** The longest word of the table, or of `more`, at a place of a text; undefined where none stands there. */
export function unitWordAt(text: string, at: number, more: readonly string[] = []): string | undefined {
  const own = more
    .filter((word) => word !== '' && text.startsWith(word, at))
    .sort((a, b) => b.length - a.length)[0];
  for (let length = LONGEST; length > (own?.length ?? 0); length--) {
    const word = text.slice(at, at + length);
    if (word.length === length && byWord.has(word) && !isCut(text, at + length)) return word;
  }
  return own;
}

/** The unit that begins at a place of a text, with what it is counted by (元/月, 微克/立方米); undefined where none does. */
export function unitAt(text: string, at: number, more: readonly string[] = []): Unit | undefined {
  // a hundredth of 元 only in prices: 5分/千瓦时, never 得5分
  const word = /^分[/／]/.test(text.slice(at, at + 2)) ? '分' : unitWordAt(text, at, more);
  if (word === undefined) return undefined;
  let end = at + word.length;
  const known = byWord.get(word) ?? (word === '分' ? byWord.get('分/') : undefined);
  let family = known?.family ?? familyOf(word);
  // 辆（艘、架、列）次: what stands in brackets are other words for the same
  const bracketed = /^（[\p{Script=Han}、]{1,12}）(次?)|^\([\p{Script=Han}、]{1,12}\)(次?)/u.exec(
    text.slice(end, end + 16),
  );
  if (bracketed?.[1] === '次' || bracketed?.[2] === '次') {
    end += bracketed[0].length;
    family = `${word}次`;
  }
  const factor = known?.factor ?? one;
  const per: string[] = /^[mk]ph$/.test(word) ? ['hour'] : [];
  for (;;) {
    const slash = /^(?: ?[/／] ?| per )(人均|千人|万人|人)?/.exec(text.slice(end, end + 6));
    const by =
      slash &&
      (slash[1] ??
        unitWordAt(text, end + slash[0].length) ??
        /^(?:月|年|日|天|人|万元|h(?![A-Za-z]))/.exec(text.slice(end + slash[0].length))?.[0]);
    if (!slash || !by) break;
    per.push(/^[a-z]/.test(by) ? singular(by === 'h' ? 'hour' : by) : by);
    end += slash[0].length + (slash[1] === undefined ? by.length : 0);
  }
  return { written: text.slice(at, end), family, factor, per };
}

/** The family of a unit that no table has: an English phrase counts its noun, hot meals are meals. */
export function familyOf(words: string): string {
  if (!/^[A-Za-z]/.test(words)) return words;
  const noun = headNoun(words);
  return (noun.length > 1 ? byWord.get(noun)?.family : undefined) ?? singular(noun);
}

/** The unit of that name: known words, else a family of its own; a number before it is how many of them. */
export function unitOf(word: string): Unit {
  const [, many, what] = /^(\d[\d,]*)(?: (.+))?$/.exec(word) ?? [];
  if (many !== undefined)
    return {
      written: word,
      family: familyOf(what ?? 'people'),
      factor: new Fraction(many.replaceAll(',', '')),
      per: [],
    };
  const scaled = /^(万亿|亿|万|千)(.+)$/.exec(word);
  const found = unitAt(word, 0);
  if (found?.written === word) return found;
  const inner = scaled ? unitAt(scaled[2] as string, 0) : undefined;
  if (scaled && inner && inner.written === scaled[2])
    return { ...inner, written: word, factor: inner.factor.mul(scaleOf(scaled[1] as string)) };
  return { written: word, family: word, factor: one, per: [] };
}

/** Whether a word is a unit that is known: 万元, 人次, km. */
export function isUnit(word: string): boolean {
  const bare = word.replace(/^(?:万亿|亿|万|千)(?=.)/, '');
  return [word, bare].some((each) => unitAt(each, 0)?.written === each);
}

const scales: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  十亿: 1e9,
};
const scalesEn: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
  tn: 1e12,
};

/** What a word of magnitude multiplies by: 万, 亿, million. @throws Error on any other word: a bug of ours. */
export function scaleOf(word: string): Fraction {
  const factor = scales[word] ?? scalesEn[word.toLowerCase()];
  if (factor === undefined) throw new Error(`“${word}” is no word of magnitude`);
  return new Fraction(factor);
}
