import { isDigitAt, isOneOf, isSmallAt, isSpaceAt, isWordAt, lettersEnd } from '../characters.ts';
import type { Movement, Qualifier } from '../value/quantity.ts';
import { Prefixes, Suffixes, type Group } from '../word-table.ts';
import { movementBefore } from './movements.ts';

/** What the words before a number say of it, and where the first of those that qualify it stands. */
export interface WordsBefore {
  readonly qualifier: Qualifier | undefined;
  /** Where what belongs to the figure begins. */
  readonly start: number;
  readonly per: readonly string[];
  readonly movement: Movement | undefined;
  /** The words left of all that. */
  readonly rest: string;
}

/** English words before a number, at the start of a sentence or within it. */
const either = (words: string): string =>
  words
    .split(' ')
    .map((word) => `${word}_ ${(word[0] as string).toUpperCase()}${word.slice(1)}_`)
    .join(' ');

const qualifiers = new Suffixes<Qualifier>(() => [
  ['at-least', '不低于 不少于 不小于 不下于 至少 最少 ≥ >='],
  ['at-least', either('at_least no_less_than no_fewer_than not_less_than not_fewer_than a_minimum_of')],
  ['at-most', '不超过 不多于 不高于 不大于 至多 最多 ≤ <='],
  ['at-most', either('up_to at_most no_more_than not_more_than a_maximum_of')],
  ['about', '大约 大概 约合 约为 ~'],
  ['about', '约', '节 合 制 集 预 违 签 条 公 契 履 邀 续 简 特 失'],
  ['about', either('about around approximately roughly some')],
  ['nearly', '将近 接近 不足 不到'],
  ['nearly', '近', '邻 附 最 靠 临 亲 贴 远 就'],
  ['nearly', either('nearly almost just_under')],
  ['over', '超过 超出 逾 突破 高于 多于 大于 ＞ >'],
  ['over', '超', '赶 反 高'],
  ['over', '过', '通 经 度 渡 越 胜 审 路 穿 验 跨 透 错 难 太 熬 悔 改'],
  ['over', either('over more_than above exceeding exceeded')],
  ['below', '低于 少于 小于 未满 ＜ <'],
  ['below', either('under below less_than fewer_than')],
]);

const each = '人口 人 个月 月 学年 年 天 日 周 学期 季度 公斤 吨 户 所 校 平方米 亩 公里 次 期';

/** What a figure is counted by, with the words for it: 人均, 每人, 每万人, 每个月. */
function* counterWords(): Generator<Group<string>> {
  for (const unit of '人户年月校日') yield [unit, `${unit}均`];
  for (const unit of each.split(' ')) {
    yield [unit === '个月' ? '月' : unit, `每${unit}`];
    for (const many of '千万') yield [many + unit, `每${many}${unit}`];
  }
}
const counters = new Suffixes(counterWords);

/** Words between a number and what is said of it. */
const neutral = new Suffixes<undefined>(() => [
  [undefined, '的 了 达 达到 平均 已有 共有 共计 合计 累计 总计 分别 均 仅 只 共 有 为 是 计'],
]);

/** Where the neutral word or white space before a place begins; undefined where none stands there, or 增为, 减为. */
function neutralStart(text: string, end: number, floor: number): number | undefined {
  if (end > floor && isSpaceAt(text, end - 1)) return end - 1;
  const word = neutral.before(text, end, floor)?.word;
  if (word === undefined || (word === '为' && end - 2 >= floor && isOneOf('增减', text, end - 2)))
    return undefined;
  return end - word.length;
}

/** Reads the words before a number, at most some twenty characters back. */
export function wordsBefore(text: string, at: number): WordsBefore {
  const floor = Math.max(0, at - 40);
  let [end, start] = [at, at];
  let qualifier: Qualifier | undefined;
  let per = none;
  for (;;) {
    const found = qualifier === undefined ? qualifiers.before(text, end, floor) : undefined;
    if (found) {
      qualifier = found.value;
      end -= found.word.length;
      start = end;
      continue;
    }
    const counter = counters.before(text, end, floor);
    if (counter) {
      per = [counter.value, ...per];
      end -= counter.word.length;
      if (end - 2 >= floor && text.startsWith('平均', end - 2)) end -= 2;
      continue;
    }
    const next = neutralStart(text, end, floor);
    if (next === undefined) break;
    end = next;
  }
  const movement = movementBefore(text, end, floor) ?? movementBefore(text, at, floor);
  return { qualifier, start, per, movement, rest: text.slice(floor, end) };
}

const none: readonly string[] = [];

/** Whether words before a figure only say what it is counted by, or nothing: 平均每人每月, 共. */
export const isLead = (words: string): boolean =>
  words === '' || wordsBefore(words, words.length).rest === '';

const behind = new Prefixes<Qualifier>(() => [
  ['at-least', '以上 及以上 或以上 起步 +'],
  ['at-least', '_or_more _or_above _or_over _or_higher _or_better _or_greater _or_longer'],
  ['at-most', '以下 及以下 以内 之内 或以下'],
  ['at-most', '_or_less _or_fewer _or_below _or_under _or_lower _or_shorter'],
  ['about', '左右 上下 _or_so'],
  ['odd', '多 余 开外 有余', '样 元化 种形式'],
]);

/** The word behind a number and its unit that qualifies it, and its length. */
export function wordsAfter(
  text: string,
  at: number,
): { readonly qualifier: Qualifier; readonly length: number } | undefined {
  const found = behind.at(text, at);
  // 比上年的5480件多840件 compares two figures
  if (found?.word === '多' && isDigitAt(text, at + 1)) return undefined;
  return found && { qualifier: found.value, length: found.word.length };
}

const noNouns: ReadonlySet<string> = new Set(['one', 'two', 'with', 'and', 'per']);
const comparatives: ReadonlySet<string> = new Set(['more', 'fewer', 'less']);

/** The words that qualify a figure behind the noun that it counts: 40 beds or more. They stay outside of it. */
export function wordsAfterNoun(
  text: string,
  at: number,
): { readonly qualifier: Qualifier; readonly length: 0 } | undefined {
  if (text[at] !== ' ' || !isSmallAt(text, at + 1)) return undefined;
  let end = at + 1;
  while (isSmallAt(text, end)) end++;
  const length = end - at - 1;
  if (length < 3 || length > 20 || !text.startsWith(' or ', end) || noNouns.has(text.slice(at + 1, end)))
    return undefined;
  const last = lettersEnd(text, end + 4);
  if (isWordAt(text, last) || !comparatives.has(text.slice(end + 4, last))) return undefined;
  const found = wordsAfter(text, end);
  return found && { qualifier: found.qualifier, length: 0 };
}

/** `4.3% more than`: a change told behind its figure. */
export function movementAfter(text: string, at: number): Movement | undefined {
  if (text[at] !== ' ' || !isOneOf('mhbgaflw', text, at + 1)) return undefined;
  const match = /^ (?:(more|higher|better|greater|above)|fewer|less|lower|worse|below) (?:than|in|the)/.exec(
    text.slice(at, at + 20),
  );
  return match ? { direction: match[1] === undefined ? 'down' : 'up', to: false } : undefined;
}
