import type { TextAlone } from '../reading/text-alone.ts';
import type { Amiss } from './amiss.ts';
import { proseOf, punctuationOf } from './punctuation.ts';
import { isAcrossWords } from './word-edges.ts';

/** The matches of a pattern, each as something amiss; `insert` may say what belongs there, or drop it by `null`. */
function* matches<K extends string>(
  prose: string,
  pattern: RegExp,
  kind: K,
  insert: (match: RegExpExecArray) => string | undefined | null = () => undefined,
): Generator<Amiss<K>> {
  for (const match of prose.matchAll(pattern)) {
    const text = insert(match);
    if (text === null) continue;
    const span = [match.index, match.index + match[0].length] as const;
    yield { kind, span, ...(text !== undefined && { insert: text }) };
  }
}

const inOrder = <K extends string>(found: Iterable<Amiss<K>>): readonly Amiss<K>[] =>
  [...found].sort((a, b) => a.span[0] - b.span[0]);

/** 63～68%, 9—16亿: a range whose first figure lacks the % or 万 of the second (GB/T 15835-2011, 5.1.3). */
export function shortRanges(words: TextAlone): readonly Amiss<'short'>[] {
  const { has, marks } = words.once(punctuationOf);
  if (!has.digit || !has.han || !marks.some(({ char }) => '—～~-'.includes(char))) return [];
  const range =
    /(?<![\d.,A-Za-z/—～~-])(\d[\d,]*(?:\.\d+)?)([—～~-])(?=\d[\d,]*(?:\.\d+)?\s?(万亿|[%％‰万亿]))/g;
  return inOrder(
    matches(
      proseOf(words),
      range,
      'short',
      ([, figure = '', mark = '', unit = '']) => `${figure}${unit}${mark}`,
    ),
  );
}

export type YearFault = 'two-digits' | 'dotted' | 'zero';

/**
 * Dates that are not written whole (GB/T 15835-2011, 4.1.1; GB/T 9704-2012, 7.3.5.4): 98年底, 2018.1.17 and 2018-01-17 in a Chinese sentence,
 * 2018年01月07日.
 */
export function shortDates(words: TextAlone): readonly Amiss<YearFault>[] {
  const { has } = words.once(punctuationOf);
  if (!has.han || !has.digit) return [];
  const prose = proseOf(words);
  const found: Amiss<YearFault>[] = [];
  for (const each of matches(
    prose,
    /(?<![\d.,—～~至到-])(?:0\d|[1-9]\d)年(?=(?:1[0-2]|[1-9])月|[底末初](?![\u3400-\u9fff]?[性级步]))/g,
    'two-digits',
  ))
    if (!isAcrossWords(prose, [each.span[1] - 1, each.span[1] + 1]) && !isDuration(prose, each.span))
      found.push(each);
  found.push(
    ...matches(
      prose,
      /(?<![\d.-])((?:19|20)\d\d)([.-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d.-])/g,
      'dotted',
      ([, year, , month, day]) => `${year}年${Number(month)}月${Number(day)}日`,
    ),
    ...matches(
      prose,
      /(?<=年)0([1-9])(?=月(?!\d\d日\s?\d\d[时:：]))|(?<=月)0([1-9])(?=日(?!\s?\d\d[时:：]))/g,
      'zero',
      ([, month, day]) => month ?? day,
    ),
  );
  return inOrder(found);
}

/** 历时10年底…, 近20年初…: so many years, and no year. */
const isDuration = (prose: string, [start]: Amiss['span']): boolean =>
  /[历时近约超过用了余满达第经第一共有每]$/.test(prose.slice(Math.max(0, start - 1), start));

export type NumeralFault = 'mixed' | 'many' | 'grouped' | 'bare';

/**
 * Numbers that are not formed as numbers are (GB/T 15835-2011, 4.1 and 5.1): 1千3百万, 70万多条, 1,200,00, .5%. Measures such as 千克 and
 * 百分点 are none of it.
 */
export function oddNumerals(words: TextAlone): readonly Amiss<NumeralFault>[] {
  const { has } = words.once(punctuationOf);
  if (!has.digit) return [];
  const prose = proseOf(words);
  const found: Amiss<NumeralFault>[] = [];
  if (has.han)
    found.push(
      ...matches(prose, /(?<![\d.,])\d+千\d+百万?|(?<![\d.,])\d+百\d+十?万/g, 'mixed'),
      ...matches(
        prose,
        /(?<![\d.,])(\d+(?:\.\d+)?)(万|亿)多(?=[\u3400-\u9fff])(?!元)/g,
        'many',
        ([, digits = '', unit = '']) =>
          digits.endsWith('0') && !digits.includes('.') ? `${digits}多${unit}` : null,
      ),
      ...matches(prose, /(?<![\dA-Za-z.)\]])\.(?=\d+(?:[%％‰万亿]|[\u3400-\u9fff]))/g, 'bare', () => '0.'),
    );
  for (const each of matches(prose, /(?<![\d.,])\d{1,3}(?:,\d+)+(?![\d,])/g, 'grouped'))
    if (isBadlyGrouped(prose.slice(...each.span), prose, each.span)) found.push(each);
  return inOrder(found);
}

/** Whether commas part the digits of one figure elsewhere than at thousands: one group is right, another is not. */
function isBadlyGrouped(run: string, prose: string, [start]: Amiss['span']): boolean {
  const [, ...groups] = run.split(',');
  if (groups.every(({ length }) => length === 3)) return false;
  const isMoney = /[$£€¥￥]\s?$/.test(prose.slice(Math.max(0, start - 2), start));
  return (
    isMoney ||
    (groups.length > 1 &&
      groups.some(({ length }) => length === 3) &&
      groups.some(({ length }) => length === 2))
  );
}

/** 亿元元, 16人人: a unit typed twice; not where the second begins a word of its own, as in 16人人均. */
export function doubledUnits(words: TextAlone): readonly Amiss<'doubled'>[] {
  const { text } = words;
  if (!words.once(punctuationOf).has.digit) return [];
  const found: Amiss<'doubled'>[] = [];
  for (const { 0: run, 1: unit = '', index } of text.matchAll(
    /(?<=\d\s?[万亿]?[万亿]?)([人元名个所家户项次吨亩件场台套辆])\1/g,
  )) {
    const second = index + unit.length;
    if (!isAcrossWords(text, [second, second + 1]) && !beginsWord(text, second))
      found.push({ kind: 'doubled', span: [index, index + run.length], insert: unit });
  }
  return found;
}

/** Whether a word of several characters begins at a place, or one may: 个体, 人均, 户均, 名师, 家庭, 项目. */
const beginsWord = (text: string, at: number): boolean =>
  /^(?:人[均民才员数口口生]|户[均外籍主数]|名[师校额单誉优品牌录]|个[体人别性税]|家[庭长政电园具属访畜禽]|项目|次[品要数日年级]|所[有在属长得]|件[数均]|场[地馆次所均]|台[账湾风资式]|套[餐装种]|元[旦首素]|亩[均产]|吨[位公])/.test(
    text.slice(at, at + 2),
  );
