/** When a figure is told of, as far as its clause says: years as written or against the year that is spoken of, months, and whether it is a level at their end. */
export interface ToldTime {
  /** A year as written: 2018. */
  readonly year?: number;
  /** A year against the one that is spoken of: 去年 is -1, “this year” 0. */
  readonly offset?: number;
  /** Months of that year: 1—6月 is 1 to 6, 8月 is 8 to 8, 截至8月底 is 1 to 8. */
  readonly months?: readonly [from: number, to: number];
  /** A state at the end of the months: 年末, 截至6月底, by June. */
  readonly isAsOf?: true;
  /** 同期: in the same months as what it is told beside. */
  readonly isSame?: true;
}

const numerals: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
};
const numberOf = (word: string): number => numerals[word] ?? Number(word);

const yearZh =
  /(?<!\d)((?:19|20)\d\d)年(?!度?第)|(去年|上年|上一年|前年)|(?:今年|本年|当年|这一年)(?!级)|全年/gu;
const monthsZh =
  /(?<!\d)(\d{1,2})(?:月份?)?[—–~～\-至到](\d{1,2})月份?|前([二两三四五六七八九十]|十一|\d{1,2})个月|([上下])半年|前?([一二三四1-4])季度|(?<!\d)(\d{1,2})月份?|年[末底]|(年初)/g;
const asOfZh = /截[至止]到?|[到至](?=[^，。；]{0,8}[末底])|(?:月|年|季度|半年)(?:\d{1,2}日|[末底])|年初/;

/** When words before a Chinese figure tell of; the last of several times counts. */
export function toldTimeZh(words: string): ToldTime {
  const year = [...words.matchAll(yearZh)].at(-1);
  const month = [...words.matchAll(monthsZh)].at(-1);
  const isAsOf = asOfZh.test(words);
  const months = month ? monthsOfZh(month, isAsOf || /累计/.test(words)) : undefined;
  return {
    ...(year && yearOfZh(year)),
    ...(months && { months }),
    ...(isAsOf && { isAsOf }),
    ...(words.includes('同期') && { isSame: true as const }),
  };
}

const yearOfZh = ([, year, before]: RegExpMatchArray): Pick<ToldTime, 'year' | 'offset'> =>
  year === undefined
    ? { offset: before === undefined ? 0 : before === '前年' ? -2 : -1 }
    : { year: Number(year) };

function monthsOfZh(found: RegExpMatchArray, isAsOf: boolean): readonly [number, number] | undefined {
  const [, from, to, first, half, quarter, month, start] = found;
  if (start !== undefined) return [0, 0];
  if (from !== undefined) return [Number(from), Number(to)];
  if (first !== undefined) return [1, numberOf(first)];
  if (half !== undefined) return half === '上' ? [1, 6] : isAsOf ? [1, 12] : [7, 12];
  if (quarter !== undefined) {
    const last = numberOf(quarter) * 3;
    return [found[0].startsWith('前') || isAsOf ? 1 : last - 2, last];
  }
  if (month === undefined) return [1, 12];
  const at = Number(month);
  return at >= 1 && at <= 12 ? [isAsOf ? 1 : at, at] : undefined;
}

const names = 'january february march april may june july august september october november december'.split(
  ' ',
);
const month = `(${names.join('|')})`;
const year = '((?:19|20)\\d\\d)';
const yearEn = new RegExp(
  `(?<!\\bsince )\\b${year}\\b(?!,\\d|-)|\\b(last year|the year before|a year (?:earlier|ago|before)|the (?:previous|prior) year)\\b|\\bthis year\\b`,
  'gi',
);
const monthsEn = new RegExp(
  `\\b${month} (?:to|through|until|–|-) ${month}\\b|\\bfirst (six|nine|eight|four|three|ten|eleven|five|seven|two) months\\b|\\b(?:first[ -]half|half[ -]year|mid-?year|summer)\\b|\\b(first|second|third|fourth)[ -]quarter\\b|\\b${month}\\b|\\b(?:full year|year[ -]end|(?:end of|close of|over|during) the year)\\b`,
  'gi',
);
const asOfEn = new RegExp(
  `\\b(?:as (?:of|at)|by|up to|through|until|at|to) (?:the )?(?:(?:end|close) of (?:the )?)?(?:\\d{1,2} )?(?:${month}|mid-?year|summer|(?:half-)?year|20\\d\\d)|\\bend of\\b|\\b(?:at the half-year|year[ -]end)\\b|\\byear-to-date\\b`,
  'i',
);

/** When words around an English figure tell of; the last of several times counts. */
export function toldTimeEn(words: string): ToldTime {
  const said = [...words.matchAll(yearEn)].at(-1);
  const told = [...words.matchAll(monthsEn)].at(-1);
  const isAsOf = asOfEn.test(words);
  const months = told && monthsOfEn(told, isAsOf);
  return {
    ...(said &&
      (said[1] === undefined ? { offset: said[2] === undefined ? 0 : -1 } : { year: Number(said[1]) })),
    ...(months && { months }),
    ...(isAsOf && { isAsOf }),
  };
}

const counts = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];
const monthOf = (name: string): number => names.indexOf(name.toLowerCase()) + 1;

function monthsOfEn(found: RegExpMatchArray, isAsOf: boolean): readonly [number, number] {
  const [words, from, to, first, quarter, single] = found;
  if (from !== undefined && to !== undefined) return [monthOf(from), monthOf(to)];
  if (first !== undefined) return [1, counts.indexOf(first.toLowerCase()) + 2];
  if (quarter !== undefined) {
    const last = (['first', 'second', 'third', 'fourth'].indexOf(quarter.toLowerCase()) + 1) * 3;
    return [isAsOf ? 1 : last - 2, last];
  }
  if (single !== undefined) return [isAsOf ? 1 : monthOf(single), monthOf(single)];
  return /half|mid/i.test(words) ? [1, 6] : /summer/i.test(words) ? [1, 8] : [1, 12];
}

/** Whether two times are of one stretch of their years. */
export const isOneStretch = (a: ToldTime, b: ToldTime): boolean =>
  a.isSame === true || b.isSame === true || a.months?.join() === b.months?.join();

/** How many years lie from one time to another; undefined where they do not say. */
export function yearsFrom(a: ToldTime, b: ToldTime): number | undefined {
  if (a.year !== undefined && b.year !== undefined) return b.year - a.year;
  if (a.offset !== undefined && b.offset !== undefined) return b.offset - a.offset;
  // 2018年3200人，上年3100人: the year that is spoken of is the one that was named
  if (a.offset !== undefined && (b.year !== undefined || isUndated(b))) return -a.offset || undefined;
  if (b.offset !== undefined && (a.year !== undefined || isUndated(a))) return b.offset || undefined;
  return undefined;
}

const isUndated = ({ year, offset }: ToldTime): boolean => year === undefined && offset === undefined;
