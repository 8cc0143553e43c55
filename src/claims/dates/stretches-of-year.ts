import { monthNames } from '../../dates/calendar.ts';

/** A stretch of a year as a text names it, by its months; `part` of a year whose months are not told, or several years. */
export interface YearStretch {
  readonly kind: 'months' | 'part' | 'years';
  readonly from: number;
  readonly to: number;
  /** The year that is written, or how many years before the report’s; undefined where none is. */
  readonly year: string | undefined;
  /** The words, and where they begin. */
  readonly words: string;
  readonly index: number;
}

type Months = Pick<YearStretch, 'kind' | 'from' | 'to'>;

const stretch = (from: number, to: number): Months => ({ kind: 'months', from, to });
const PART: Months = { kind: 'part', from: 1, to: 12 };
const YEARS: Months = { kind: 'years', from: 1, to: 12 };
const numerals = '零一二三四五六七八九十';
const numberOf = (text = ''): number =>
  /^\d/.test(text) ? Number(text) : numerals.indexOf(text === '两' ? '二' : text);

/** Words of Chinese for stretches of a year, each with what its groups say. */
const chinese: readonly (readonly [RegExp, (a: string | undefined, b: string | undefined) => Months])[] = [
  [
    /(?:[近过前]去?)?(?<![第\d])(?:[两三四五六七八九十]|\d)年(?:来|以来|间|累计|共)|(?:近|过去|前)(?:[两三四五六七八九十]|\d)年(?![级制期])|“?十[一二三四五]五”?(?:时期|期间|以来)|20\d\d年以来|20\d\d年?[—–～~至到-]{1,2}20\d\d年|(?:开工|实施|启动|成立|组建|建成|开通|运行|开业|投用|挂牌)[\p{Script=Han}]{0,4}(?:以来|至今)/gu,
    () => YEARS,
  ],
  [/前([二两三])个?季度/gu, (count) => stretch(1, numberOf(count) * 3)],
  [/(?<!前)第?([一二三四])季度/gu, (quarter) => stretch(numberOf(quarter) * 3 - 2, numberOf(quarter) * 3)],
  [/上半年/gu, () => stretch(1, 6)],
  [/下半年/gu, () => stretch(7, 12)],
  [/[前头](\d{1,2}|[二两三四五六七八九十])个?月(?!份)/gu, (count) => stretch(1, numberOf(count))],
  [/(?<!\d)(\d{1,2})月?[—–～~至到-]{1,2}(\d{1,2})月份?/gu, (from, to) => stretch(Number(from), Number(to))],
  [
    /(?:截[至止]|到|年初[至到])(?:20\d\d年|今年)?(\d{1,2})月(?:底|末|\d{1,2}日)?/gu,
    (to) => stretch(1, Number(to)),
  ],
  [/(?<![\d—–～~至到-])(\d{1,2})月(?:当月|份)?(?![底末\d])/gu, (at) => stretch(Number(at), Number(at))],
  [
    /[春夏秋冬]季(?:学期)?|(?:国庆|春节|五一|元旦|中秋|清明|端午)(?:小?长?假期?|黄金周|期间)?|暑[期假]|寒假|黄金周|假期|汛期|防火期|采暖期|供暖期/gu,
    () => PART,
  ],
  [
    /全年|本年度|20\d\d年(?![末底初以\d]|上半|下半|第|前|\d{1,2}月)|[今本]年(?![上下前第\d])/gu,
    () => stretch(1, 12),
  ],
];

const counts = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const orders = ['', 'first', 'second', 'third', 'fourth'];
const month = `(?:${monthNames.join('|')})`;

const english: readonly (readonly [RegExp, (words: string) => Months])[] = [
  [
    /\b(?:past|last|previous) (?:two|three|four|five|ten|\d+) years|\b(?:two|three|four|five|ten)-year (?:programme|program|plan|period)|\bover (?:two|three|four|five|ten) years/i,
    () => YEARS,
  ],
  [/\bfirst three quarters/i, () => stretch(1, 9)],
  [/\bQ[1-4]\b/, (words) => stretch(Number(words[1]) * 3 - 2, Number(words[1]) * 3)],
  [/\bH[12]\b/, (words) => (words === 'H1' ? stretch(1, 6) : stretch(7, 12))],
  [
    new RegExp(
      `\\b(?:${counts.slice(1).join('|')}|\\d{1,2})[ -]months? (?:to|end(?:ing|ed)(?: in| on)?|up to) (?:the end of |(?:the )?\\d{1,2} )?${month}`,
      'i',
    ),
    (words) => monthsTo(words),
  ],
  [
    /\b(?:year|twelve months) (?:to|end(?:ing|ed)(?: in| on)?) (?:the end of |\d{1,2} )?[A-Z][a-z]+/,
    () => stretch(1, 12),
  ],
  [
    /\bfirst[ -]half|\bmid-year|\bhalf-?way point|\bfirst six\b|\bsix months to June|\b(?:up to|until|by) (?:the end of |30 )?June/i,
    () => stretch(1, 6),
  ],
  [/\b(?:second|latter)[ -]half|\b(?:last|second|final|other) six\b/i, () => stretch(7, 12)],
  [
    /\b(?:first|second|third|fourth|last|final)[ -]quarter/i,
    (words) => {
      const at = orders.indexOf((/^[a-z]+/i.exec(words)?.[0] ?? '').toLowerCase());
      return at < 0 ? stretch(10, 12) : stretch(at * 3 - 2, at * 3);
    },
  ],
  [
    /\bfirst (?:two|three|four|five|seven|eight|nine|ten|eleven) months/i,
    (words) => stretch(1, counts.indexOf((words.split(' ')[1] ?? '').toLowerCase())),
  ],
  [new RegExp(`\\b[Ii]n ${month}(?:, ${month})*,? and ${month}`), (words) => monthsOf(words)],
  [new RegExp(`\\b${month} (?:to|through|and|until) ${month}`), (words) => monthsOf(words)],
  [
    new RegExp(`\\b(?:[Uu]p to|[Uu]ntil|[Bb]y) (?:the end of |\\d{1,2} )?${month}`),
    (words) => ({ kind: 'months', from: 1, to: monthsOf(words).to }),
  ],
  [new RegExp(`\\b[Ii]n ${month}`), (words) => monthsOf(words)],
  [/\b(?:in|during|over) (?:the )?(?:spring|summer|autumn|winter)\b/i, () => PART],
  [
    /\b(?:full|whole|entire) year|\bthe year['’]s (?!end\b)|\bthe whole of the year\b|\b(?:over|during|in|for) the (?:twelve|12) months\b|\bannual(?:ly)?\b(?! (?:report|general|average|target|plan|leave|review|budget))|\b(?:over|during|in|for) the (?:(?:financial|fiscal|school|academic|calendar) )?year\b(?: as a whole)?|\bthis year\b|\bthe year as a whole|\btwelve months to December|\bin (?:all of )?20\d\d\b|\b(?:the whole|all|the course) of 20\d\d\b/i,
    () => stretch(1, 12),
  ],
];

/** The months that some English words name, the first and the last. */
function monthsOf(words: string): Months {
  const found =
    words
      .match(/[A-Za-z]+/g)
      ?.map((word) => monthNames.indexOf(word) + 1)
      .filter((at) => at > 0) ?? [];
  return { kind: 'months', from: found[0] ?? 0, to: found.at(-1) ?? 0 };
}

/** Nine months to September are January to September; twelve are a year, whatever its last month. */
function monthsTo(words: string): Months {
  const { to } = monthsOf(words.replace(/^[a-z]/, (first) => first.toUpperCase()));
  const written = /^[a-z]+|^\d+/i.exec(words)?.[0].toLowerCase() ?? '';
  const count = /\d/.test(written) ? Number(written) : counts.indexOf(written);
  return count === 12 ? stretch(1, 12) : stretch(to - count + 1, to);
}

/** “In the second”, behind what is told of the first half or quarter. */
export function sameStretchAgain(text: string, last: YearStretch | undefined): YearStretch | undefined {
  const [words = '', order = ''] =
    /\b(?:(?:in|during|for) )?the (second|third|fourth|last)\b(?! [a-z])/i.exec(text) ?? [];
  const of = /half|quarter/i.exec(last?.words ?? '')?.[0];
  return words === '' || of === undefined
    ? undefined
    : englishStretch(
        text.replace(words, `${words} ${of.toLowerCase()}`).replace(`last ${of.toLowerCase()}`, order),
      );
}

/** The last stretch of a year that some Chinese words name; 去年 makes its year the one before. */
export function chineseStretch(text: string): YearStretch | undefined {
  let last: YearStretch | undefined;
  for (const [pattern, read] of chinese)
    for (const { 0: words, 1: a, 2: b, index } of text.matchAll(pattern)) {
      const end = index + words.length;
      if (last && end < last.index + last.words.length) continue;
      if (last && end === last.index + last.words.length && words.length <= last.words.length) continue;
      last = { ...read(a, b), year: yearOf(text.slice(Math.max(0, index - 6), end)), words, index };
    }
  return last;
}

const yearOf = (text: string): string | undefined =>
  /(20\d\d)年(?!以来)/.exec(text)?.[1] ??
  (/[去上]年/.test(text) ? '-1' : /[今本]年/.test(text) ? '' : undefined);

/** Of 累计建成4600个，其中2025年建成1200个 what was summed up over no time that is told: longer than any part of it. */
export function summedUp(text: string): YearStretch | undefined {
  const index = text.lastIndexOf('累计');
  return index < 0 ? undefined : { ...YEARS, year: undefined, words: '累计', index };
}

/** The first stretch of a year that some English words name. */
export function englishStretch(text: string): YearStretch | undefined {
  for (const [pattern, read] of english) {
    const found = pattern.exec(text);
    if (!found) continue;
    const year = /\b(20\d\d)\b/.exec(text.slice(found.index, found.index + found[0].length + 16))?.[1];
    return { ...read(found[0]), year, words: found[0], index: found.index };
  }
  return undefined;
}

/** Whether one stretch surely lies within another, and is not the same. */
export function liesIn(inner: YearStretch, outer: YearStretch): boolean {
  if (outer.kind === 'years') return inner.kind !== 'years';
  if (inner.kind === 'years' || outer.kind === 'part') return false;
  const isWhole = outer.from === 1 && outer.to === 12;
  if (inner.kind === 'part') return isWhole;
  return (
    outer.from <= inner.from && inner.to <= outer.to && (outer.from !== inner.from || outer.to !== inner.to)
  );
}
