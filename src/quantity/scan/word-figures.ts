import Fraction from 'fraction.js';
import { ONE } from '../value/fractions.ts';
import { isHan, isOneOf, type Kinds } from '../characters.ts';
import { exactly } from '../value/interval.ts';
import type { Quantity } from '../value/quantity.ts';
import { RATIO } from '../value/unit.ts';

/** What did not happen, behind 没有 and 未. */
const happenings = ['发生', '出现', '收到', '查出'] as const;
/** What there was none of, up to some characters behind 没有 and 无. */
const mishaps = ['事故', '案件', '事件', '投诉', '违纪', '上访', '伤亡', '违规', '欠薪'] as const;
const FARTHEST = 14;
/** What there was none of, right behind 零. */
const nones = ['事故', '投诉', '上访', '违纪', '伤亡', '发生', '感染', '差错'] as const;

const startsWithOne = (words: readonly string[], text: string, at: number): boolean =>
  words.some((word) => text.startsWith(word, at));

/** How long the words are that begin at a place and say that something did not happen: 没有发生, 无, 零事故; 0 where none do. */
function naughtAt(text: string, at: number): number {
  if (text[at] === '零') return startsWithOne(nones, text, at + 1) ? 3 : 0;
  const negation = text.startsWith('没有', at) ? 2 : isOneOf('未无', text, at) ? 1 : 0;
  if (negation === 0) return 0;
  const verb = text[at + negation] === '再' ? at + negation + 1 : at + negation;
  if (text[at] !== '无' && startsWithOne(happenings, text, verb)) return verb + 2 - at;
  return text[at] !== '未' && isBeforeMishap(text, at + negation) ? negation : 0;
}

function isBeforeMishap(text: string, from: number): boolean {
  let at = from;
  for (let count = 0; count <= FARTHEST; count++) {
    if (startsWithOne(mishaps, text, at)) return true;
    const code = text.codePointAt(at);
    if (code === undefined || !isHan(code)) return false;
    at += code > 0xffff ? 2 : 1;
  }
  return false;
}

const noneEn =
  /\b(?:no|zero)\b(?= (?:[a-z]{2,20} ){0,3}(?:accidents?|incidents?|injuries|deaths|fatalities|complaints|breaches)\b)/giu;

const counts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
};
const parts: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};
const shares =
  /\b(one|two|three|four|five|six|seven|eight|nine) in (two|three|four|five|six|seven|eight|nine|ten|twenty)\b|\b(a|an|one|two|three|four) ?-?(half|third|quarter|fifth|sixth|eighth|tenth)s?\b(?! of an hour)/gi;

/** What every such share has; most texts have none of it. */
const maySayShare =
  / in t[wieh]| in (?:four|five|six|seven|eight|nine)|half|third|quarter|fifth|sixth|eighth|tenth/i;

/**
 * Figures that are written without digits: statements that something did not happen, which say 0 (没有发生…事故, no accidents),
 * and English shares (one in five, two-thirds). `text` has its names masked.
 */
export function wordFigures(
  text: string,
  written: string,
  { hasNaught, hasLetters }: Pick<Kinds, 'hasNaught' | 'hasLetters'>,
): Quantity[] {
  const found: Quantity[] = [];
  const add = (start: number, length: number, number: Fraction, kind: 'claim' | 'figure'): void => {
    const span = [start, start + length] as const;
    found.push({
      ...blank,
      text: written.slice(...span),
      span,
      digits: span,
      number,
      interval: exactly(number),
      family: kind === 'claim' ? '' : RATIO,
      kind,
    });
  };
  if (hasNaught)
    for (let at = 0; at < text.length;) {
      const length = naughtAt(text, at);
      if (length > 0) add(at, length, new Fraction(0), 'claim');
      at += Math.max(1, length);
    }
  if (hasLetters && /\b(?:no|zero)\b/i.test(text))
    for (const { 0: words, index } of text.matchAll(noneEn))
      add(index, words.length, new Fraction(0), 'claim');
  if (hasLetters && maySayShare.test(text) && /[a-z]{3}/.test(text))
    for (const { 0: words, 1: some = '', 2: all = '', 3: above = '', 4: below = '', index } of text.matchAll(
      shares,
    )) {
      const [over, under] =
        some === ''
          ? [counts[above.toLowerCase()], parts[below.toLowerCase()]]
          : [counts[some.toLowerCase()], counts[all.toLowerCase()]];
      if (over !== undefined && under !== undefined && over < under)
        add(index, words.length, new Fraction(over, under), 'figure');
    }
  return found;
}

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
