import Fraction from '../value/fraction.ts';
import { spelt } from './english-number.ts';
import { chineseNumber } from './number.ts';
import { around, intervalBetween, meet, type Interval } from '../value/interval.ts';
import type { Quantity } from '../value/quantity.ts';

const numberEn =
  '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|(?:a|one) hundred|\\d{1,3})';
const numberZh = '(?:[一二两三四五六七八九十百]{1,3}|\\d{1,3})';
const parts: Readonly<Record<string, number>> = {
  half: 2,
  halve: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twentieth: 20,
};

/** Each kind of share in words, with its groups: `some` of `all`, or `some` of the parts that `part` names. */
const shares: readonly RegExp[] = [
  // of every ten graduates, nine found work; for each hundred …
  new RegExp(
    `\\b(?:of|in|for|from|among) (?:every|each) (?<all>${numberEn})\\b[^.;:\\d\\n]{0,60}?(?:, |\\s)(?<some>${numberEn})\\b`,
    'gi',
  ),
  // out of ten graduates, nine found work
  new RegExp(`\\bout of (?:the )?(?<all>${numberEn})\\b(?: [a-z-]+){0,4}, (?<some>${numberEn})\\b`, 'gi'),
  // nine in ten, nine graduates in every ten, nine out of ten, nine of the ten counties
  new RegExp(
    `\\b(?<some>${numberEn})(?: [a-z-]+){0,2}? (?:in|out of|of|from|for) (?:(?:every|each|the|our|its|their|all) ){0,2}(?<all>${numberEn})\\b`,
    'gi',
  ),
  // two thirds, a quarter, half
  new RegExp(`\\b(?<some>${numberEn})[ -](?<part>${Object.keys(parts).join('|')})s?\\b`, 'gi'),
  /\b(?<part>half)\b/gi,
  // 每十名毕业生中有九名, 每三户就有一户
  new RegExp(`每(?<all>${numberZh})[\\p{Script=Han}，,]{0,16}?(?:有|是|，|,)(?<some>${numberZh})`, 'gu'),
  // 十个县中有九个, 十人里有九人, 十中有九
  new RegExp(
    `(?<all>${numberZh})[\\p{Script=Han}]{0,8}?(?:[中里]，?|其中)(?:就|便|已|约|近|超过?)?有?(?<some>${numberZh})`,
    'gu',
  ),
  // 三分之一
  new RegExp(`(?<all>${numberZh})分之(?<some>${numberZh})`, 'gu'),
  // 十有八九, 十之八九: from eight to nine
  /(?<all>十)[有之](?<some>[一二三四五六七八九])(?<most>[一二三四五六七八九])?/gu,
  // 九成, 九成五
  /(?<tenths>[一二两三四五六七八九])成(?<tail>[一二三四五六七八九半])?(?![不功员立果效为长本人品因熟])/gu,
  /一半|半数|对半|过半/gu,
];

/** Words that make of a share in words one that is only near. */
const roughly =
  /(?:\b(?:about|around|nearly|almost|roughly|some|approximately|just (?:over|under)|more than|over|fewer than|less than|under|close to|at least)(?: (?:the|an?))? |近|约|超过?|将近|接近|大约|逾|不到|不足)$/i;
const roughlyBehind = /^(?:以上|多|强|左右|上下|[名个户人家]?多)/;

/** The number that a word writes; undefined where it writes none. */
function numberOf(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word);
  if (/^an?$/i.test(word)) return 1;
  if (word === '百') return 100;
  return /\p{Script=Han}/u.test(word) ? chineseNumber(word) : spelt(word, 0)?.value.valueOf();
}

/** What a share in words may stand for: half a step of its own denominator, at most 2.5 points; 5 points where words such as “nearly” widen it. */
function reach(text: string, { 0: words, index = 0, groups = {} }: RegExpMatchArray): Interval | undefined {
  const { some = '1', most, tenths = some, tail } = groups;
  const below = denominator(groups);
  const above = numberOf(tenths);
  if (below === undefined || above === undefined || below === 0 || above > below) return undefined;
  const share = new Fraction(above).add(tailOf(tail)).div(below);
  const end = most === undefined ? share : new Fraction(numberOf(most) ?? above, below);
  if (!end.equals(share)) return intervalBetween(share, end);
  if (isRough(text, index, index + words.length)) return around(share, new Fraction(1, 20));
  const step = new Fraction(1, 2 * below * (tail === undefined ? 1 : 10));
  return around(share, step.compare(0.025) > 0 ? new Fraction(1, 40) : step);
}

/** What a share is out of: ten of 九成, three of “a third”, two of 一半. */
function denominator({ all, part = 'half', tenths }: Partial<Record<string, string>>): number | undefined {
  if (tenths !== undefined) return 10;
  return all === undefined ? (parts[part.toLowerCase()] ?? 2) : numberOf(all);
}

/** The tenths behind 成: 五 of 九成五, 半 of 九成半. */
const tailOf = (tail: string | undefined): number =>
  tail === undefined ? 0 : tail === '半' ? 0.5 : (numberOf(tail) ?? 0) / 10;

/** Whether words around a place make what stands there one that is only near. */
const isRough = (text: string, start: number, end: number): boolean =>
  roughly.test(text.slice(Math.max(0, start - 16), start)) || roughlyBehind.test(text.slice(end, end + 3));

/**
 * Whether a text says a share in words: “nine in ten”, “of every ten graduates, nine found work”, “a third”, 每十名毕业生中有九名, 十有八九,
 * 近九成 beside 90%. Words round, so a share says all that is nearer to it than to the next of its kind.
 */
export function saysShare(text: string, { interval }: Pick<Quantity, 'interval'>): boolean {
  return shares.some((pattern) =>
    [...text.matchAll(pattern)].some((found) => {
      const said = reach(text, found);
      return said !== undefined && meet(said, interval);
    }),
  );
}
