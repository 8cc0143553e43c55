import Fraction from 'fraction.js';
import { exactly } from '../value/interval.ts';
import type { Quantity } from '../value/quantity.ts';
import { RATIO } from '../value/unit.ts';

const zeroes =
  /(?:没有|未)(?:再)?(?:发生|出现|收到|查出)|(?:没有|无)(?=\p{Script=Han}{0,14}(?:事故|案件|事件|投诉|违纪|上访|伤亡|违规|欠薪)(?:的?发生)?)|零(?:事故|投诉|上访|违纪|伤亡|发生|感染|差错)|\b(?:no|zero)\b(?= (?:[a-z]{2,20} ){0,3}(?:accidents?|incidents?|injuries|deaths|fatalities|complaints|breaches)\b)/giu;

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

/**
 * Figures that are written without digits: statements that something did not happen, which say 0 (没有发生…事故, no accidents),
 * and English shares (one in five, two-thirds). `text` has its names masked.
 */
export function wordFigures(text: string, written: string): Quantity[] {
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
  if (/没有|未|无|零|\b[nz][oe]/i.test(text))
    for (const { 0: words, index } of text.matchAll(zeroes))
      add(index, words.length, new Fraction(0), 'claim');
  if (/[a-z]{3}/.test(text))
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
  step: new Fraction(1),
  factor: new Fraction(1),
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
