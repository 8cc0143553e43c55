import Fraction from '../value/fraction.ts';
import { isOneOf } from '../characters.ts';
import { ONE } from '../value/fractions.ts';
import { RATIO, scaleOf, unitWordAt, type Unit } from '../value/unit.ts';
import { Prefixes } from '../word-table.ts';
import { make } from './build-quantity.ts';
import { plainMagnitude } from './magnitude.ts';
import { arabicAt, chineseNumber, numeralsEnd, type WrittenNumber } from './number.ts';
import { wordsBefore, type WordsBefore } from './qualifiers.ts';
import type { Read, ScanOptions } from './read.ts';

/** Words behind Chinese numerals that make names of them rather than figures: 三年行动计划, 二期工程, 三级, 两市, 十个方面. */
const naming = new Prefixes<'any' | 'days'>(() => [
  [
    'any',
    '年 季度 次全会 次会议 次党代会 月 日 级 班 届 期 批 层 号 路 点 类 种 校 镇 村 街 县 市 区 方 度 员 组 队 部',
  ],
  ['any', '位一体 对一 个方面 次产业 课一 项机制 件套 个维护 个意识 个自信 个确立 条主线 名师'],
  ['any', '成不变 成功 成员 成立 成果 成效 成为 成长 成本 成人 成品 成因 成熟'],
  ['days', '天', '时间'],
]);

/** A run of Chinese numerals in a text. */
interface Run {
  /** The text with its names masked, and as it is written. */
  readonly text: string;
  readonly written: string;
  readonly at: number;
  readonly end: number;
  readonly numerals: string;
  readonly options: ScanOptions;
}

/** The figure in Chinese numerals that begins at a place of a text (五成, 四分之一, 十余家, 上百名), or what is none. */
export function chineseFigureAt(text: string, written: string, at: number, options: ScanOptions): Read {
  const end = numeralsEnd(text, at);
  if (text[at - 1] === '第') return { end };
  const run: Run = { text, written, at, end, numerals: text.slice(at, end), options };
  if (text.startsWith('分之', end)) return fractionAt(run);
  if (text[end] === '番' && (text[at - 1] === '翻' || text.startsWith('翻了', at - 2))) return doubled(run);
  return roundAt(run) ?? plainAt(run);
}

/** A number that counts something: 五十家, 三五天, 十余次. */
function plainAt(run: Run): Read {
  const { text, at, end, numerals, options } = run;
  const [low, high] = valuesOf(numerals);
  if (low === undefined || (high !== undefined && !isPair(low, high))) return { end };
  const odd = oddLength(text, end);
  const word = unitWordAt(text, end + odd, options.units);
  if (word === undefined || isNaming(text, end + odd, high !== undefined)) return { end };
  if (low === 1 && !inOnes.has(word)) return { end };
  const before = wordsBefore(text, at);
  if (isScale(numerals) && before.qualifier === undefined && !isOneOf('多余', text, end)) return { end };
  return make(
    {
      ...run,
      start: at,
      digits: [at, end],
      number: { value: new Fraction(low), decimals: 0, end },
      magnitude: plainMagnitude(end + odd, odd === 1 ? 'after' : undefined),
      currency: undefined,
      before,
      kind: 'chinese',
      ...(high !== undefined && { upper: new Fraction(high) }),
    },
    options,
  );
}

/** Whether two numbers stand for about so many: 三五, never 五三 or 一九. */
const isPair = (low: number, high: number): boolean => high > low && high - low <= 2;

/** The length of what says behind a number that there are some more: 十余家, never 十多种形式. */
const oddLength = (text: string, at: number): number =>
  isOneOf('多余来', text, at) && !isName(text, at + 1) ? 1 : 0;

/** Units of which one is a figure: 一倍, 一成. */
const inOnes: ReadonlySet<string> = new Set(['小时', '倍', '成', '个百分点', '百分点']);

/** The value of some numerals; of two that stand for about so many, such as 三五, both. */
const valuesOf = (numerals: string): readonly [low: number | undefined, high?: number | undefined] =>
  numerals.length === 2 && isOnes(numerals, 0) && isOnes(numerals, 1)
    ? [chineseNumber(numerals[0] as string), chineseNumber(numerals[1] as string)]
    : [chineseNumber(numerals)];

const isOnes = (numerals: string, at: number): boolean => isOneOf('一二三四五六七八九', numerals, at);

/** Whether numerals are words of magnitude only: 百, 千万. */
function isScale(numerals: string): boolean {
  for (const character of numerals) if (!'百千万亿'.includes(character)) return false;
  return true;
}

/** Whether 多 begins another word: 多种形式, 多元化, 多样. */
const isName = (text: string, at: number): boolean =>
  text.startsWith('种形式', at) || text.startsWith('元化', at) || text.startsWith('样', at);

/** Of days, a pair is a figure all the same: 三五天. */
function isNaming(text: string, at: number, isPair: boolean): boolean {
  const kind = naming.at(text, at)?.value;
  return kind === 'any' || (kind === 'days' && !isPair);
}

/** 四分之一, 百分之三十, 百分之30. */
function fractionAt({ text, written, at, end, numerals, options }: Run): Read {
  const below = chineseNumber(numerals) ?? wholes.get(numerals);
  const above = aboveAt(text, end + 2);
  if (below === undefined || below === 0 || above === undefined) return { end };
  if (below === 100) return inWords({ text, written, at, options }, above, PERCENT);
  // a fraction in words is no rounded number
  const number = { value: above.value.div(below), decimals: 1, end: above.end };
  return inWords({ text, written, at, options }, number, PART);
}

const PERCENT: Unit = { written: '%', family: RATIO, factor: new Fraction(1, 100), per: [] };
const PART: Unit = { written: '', family: RATIO, factor: ONE, per: [] };

/** The number behind 分之, in digits or in numerals. */
function aboveAt(text: string, at: number): WrittenNumber | undefined {
  const arabic = arabicAt(text, at);
  if (arabic) return arabic;
  const end = numeralsEnd(text, at);
  const value = end === at ? undefined : chineseNumber(text.slice(at, end));
  return value === undefined ? undefined : { value: new Fraction(value), decimals: 0, end };
}

const wholes: ReadonlyMap<string, number> = new Map([
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
]);

/** More often nothing is doubled, and the number would be one of many digits. */
const MOST_DOUBLED = 64;

/** 翻一番 is twice, 翻两番 four times. */
function doubled({ text, written, at, end, numerals, options }: Run): Read {
  const times = chineseNumber(numerals);
  if (times === undefined || times > MOST_DOUBLED) return { end: end + 1 };
  const number = { value: new Fraction(2).pow(times) as Fraction, decimals: 0, end: end + 1 };
  return inWords({ text, written, at, options }, number, {
    written: '番',
    family: RATIO,
    factor: ONE,
    per: [],
  });
}

/** A figure whose own words say its unit. */
function inWords(
  { text, written, at, options }: Pick<Run, 'text' | 'written' | 'at' | 'options'>,
  number: WrittenNumber,
  given: Unit,
): Read {
  return make(
    {
      text,
      written,
      start: at,
      digits: [at, number.end],
      number,
      magnitude: plainMagnitude(number.end),
      currency: undefined,
      before: wordsBefore(text, at),
      kind: 'chinese',
      given,
    },
    options,
  );
}

const rounds: ReadonlySet<string> = new Set('十 百 千 万 十万 百万 千万 亿'.split(' '));

/** A round number by itself, which only says how many roughly: 数十家, 几百人, 上千名, 过千人. */
function roundAt(run: Run): Read | undefined {
  const { text, at, end, numerals, options } = run;
  if (!rounds.has(numerals)) return undefined;
  const none = numerals === '十' ? undefined : { end };
  if (isOneOf('分员', text, end) || unitWordAt(text, end, options.units) === undefined)
    return isOneOf('多余', text, end) ? undefined : none;
  const several = isOneOf('数几', text, at - 1);
  const up = text[at - 1] === '上';
  const start = several || up ? at - 1 : at;
  const before: WordsBefore = wordsBefore(text, start);
  if (start === at && before.qualifier === undefined) return none;
  const qualifier = several ? ('vague' as const) : up ? ('at-least' as const) : undefined;
  return make(
    {
      ...run,
      start,
      digits: [at, end],
      number: { value: numerals === '十' ? TEN : scaleOf(numerals), decimals: 0, end },
      magnitude: plainMagnitude(end),
      currency: undefined,
      before: start === at ? before : { ...before, start },
      kind: 'chinese',
      ...(qualifier && { qualifier }),
    },
    options,
  );
}

const TEN = new Fraction(10);
