import type { Sentence } from '../../reading/sentences.ts';
import { sharedBy, type SharedBy } from '../parts/shared-by.ts';

/** What a figure is the average by: 场 of 平均每场, 人 of 人均, and the words from there to the figure. */
export interface AverageMark {
  readonly by: string;
  readonly rest: string;
  readonly isEach: boolean;
  /** Of how many together each is: 1000 of 每千人口. */
  readonly per?: number;
}

const numerals = '一二三四五六七八九十';
const count = '([两二三四五六七八九十]|\\d{1,2})';
const yearsZh = new RegExp(`(?<![第\\d])${count}年(?![级制期末底初均]|内(?:将|计划|力争|要|拟|完成))`, 'g');
const yearsFromTo = /(20\d\d)年?(?:[—–~～至到-]{1,2})(20\d\d)年/;
const monthsZh = new RegExp(
  `前${count}个月|(?<!\\d)1[—–～~至-](\\d{1,2})月|(上半年)|前(三)季度|(一季度)|(全年|一年来)`,
);

const numberOf = (word: string): number => (word === '两' ? 2 : numerals.indexOf(word) + 1 || Number(word));

/** The years, months or days that a sentence speaks of, for an average by these. */
export function* averageTimes(sentence: Sentence, mark: AverageMark): Generator<readonly [SharedBy, string]> {
  const { text, start } = sentence;
  const own = mark.by.slice(1) + mark.rest;
  if (mark.by.startsWith('年')) {
    const years = yearsOf(text, start);
    if (years) yield [years, own];
  } else if (mark.by.startsWith('月')) {
    const found = monthsZh.exec(text);
    const months = found && monthsOf(found);
    if (found && months) yield [sharedBy(found[0], start + found.index, months, months), own];
  } else if (/^[日天季周]/.test(mark.by)) {
    const found = /全年|一年来|本年度?(?=[^末底初])/.exec(text);
    const [least, most] = mark.by.startsWith('季')
      ? [4, 4]
      : mark.by.startsWith('周')
        ? [52, 53]
        : [365, 366];
    if (found && !/上半年|季度|\d月|个月/.test(text))
      yield [sharedBy(found[0], start + found.index, least, most), own];
  }
}

function monthsOf([, many, to, half, quarters, quarter]: RegExpExecArray): number {
  if (many !== undefined) return numberOf(many);
  if (to !== undefined) return Number(to);
  return half !== undefined ? 6 : quarters !== undefined ? 9 : quarter !== undefined ? 3 : 12;
}

/** The years that a text speaks of, where it speaks of them once: 五年, 2021—2025年. */
export function yearsOf(text: string, start: number): SharedBy | undefined {
  const [only, ...others] = [...text.matchAll(yearsZh)];
  const years = only && numberOf(only[1] ?? '');
  const isOne = others.every(([, count = '']) => numberOf(count) === years);
  if (isOne && only && years) return sharedBy(only[0], start + only.index, years, years);
  const span = only === undefined ? yearsFromTo.exec(text) : null;
  const length = span ? Number(span[2]) - Number(span[1]) + 1 : 0;
  return span && length > 1 ? sharedBy(span[0], start + span.index, length, length) : undefined;
}
