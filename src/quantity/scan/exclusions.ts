import { isDigitAt, isLetterAt, isOneOf, isSmallAt, isSpaceAt } from '../characters.ts';
import { monthWords } from './date-end.ts';

/**
 * What looks like a figure and is none: ordinals, names, document numbers, ages, classes, versions
 * (GB/T 15835-2011 §4; 十九大, 第七届, 粤教师〔2017〕7号, “三二一”工程, 附件1).
 */

const countedZh =
  /(?:附件|附表|附图|附录|专栏|(?:(?<!\p{Script=Han})|(?<=[见如下上据由按和及与或]))(?:图|表|注|例)|公式|编号|代码) ?$/u;
const countedEn =
  /(?:No\.?|no\.?|[Ss]ections?|[Cc]hapters?|[Aa]rticles?|[Tt]ables?|[Ff]igures?|[Aa]nnex|[Aa]ppendix|[Pp]ages?|[Pp]aragraphs?|[Gg]oals?|[Oo]bjectives?|[Pp]hases?|[Gg]rades?|[Rr]outes?|[Vv]ersions?|[Ll]evels?|[Tt]ier|[Ss]tages?|[Yy]ears?|[Pp]arts?) ?$/;
const classes = /^ ?(?:周?岁|级|型|号|版|路|款机|千伏|伏|届|中全会|线城市|师\p{Script=Han}{0,2}大)/u;
/** What a number behind the name of a month is: its day or its year. */
const dayOrYear = /^(?:0?[1-9]|[12]\d|3[01]|(?:1[89]|20)\d{2})$/;
/** What makes a figure of it all the same: in December 25% of the cases. */
const measured = /^ ?(?:[%％]|per ?cent|(?:thousand|million|billion|trillion)\b)/;

/** The place of the last character before one that is no space, of which one may stand there. */
const lastBefore = (text: string, at: number): number => (text[at - 1] === ' ' ? at - 2 : at - 1);

/** Whether a number, written from `at` to `end`, is part of a name, an ordinal or a class. */
export function isName(text: string, at: number, end: number): boolean {
  const isOrdinal = text[lastBefore(text, at)] === '第';
  if (isOrdinal) return text[end] !== '位' && text[end] !== '名';
  return (
    isJoined(text, at) ||
    isBracketed(text, at, end) ||
    isCounted(text, at) ||
    (isClass(text, end) && !isLifeSpan(text, at)) ||
    isDayOrYear(text, at, end) ||
    isModel(text, end) ||
    // the number of a list: at the start of a line, with its mark
    (isOneOf('.．、)）', text, end) && !isDigitAt(text, end + 1) && startsLine(text, at))
  );
}

/** Whether a number goes on what stands before it, which is neither a minus nor money: GB18030, A-3, no.7. */
function isJoined(text: string, at: number): boolean {
  if (text[at - 1] === '-') return at > 1 && !isSpaceAt(text, at - 2) && !isOneOf('(（率', text, at - 2);
  if (isLetterAt(text, at - 1)) return !moneyCodes.some((code) => text.endsWith(code, at));
  return isOneOf('_.#@', text, at - 1);
}

const moneyCodes = ['US', 'HK', 'RMB', 'CNY'] as const;

/** Whether brackets hold a number and nothing else: 〔2017〕, （3）. */
const isBracketed = (text: string, at: number, end: number): boolean =>
  isOneOf('〔(（', text, at - 1) &&
  isOneOf('〕)）', text, end) &&
  !/[%％]/.test(text.slice(end, end + 8)) &&
  !isAside(text, at, end);

/** Nurses (604), the woods (28): behind an English word a number in brackets is a count, unless it numbers a list, is a year or a dialling code. */
const isAside = (text: string, at: number, end: number): boolean =>
  text[at - 1] === '(' &&
  text[at - 2] === ' ' &&
  (isLetterAt(text, at - 3) || text.slice(at, end).includes(',')) &&
  /^(?!(?:19|20)\d\d$)[1-9](?:\d{1,3}|\d{0,2}(?:,\d{3})+)$/.test(text.slice(at, end)) &&
  !/^\) ?\d/.test(text.slice(end, end + 3));

/** Whether a word for what is numbered stands before a number: 附件1, 表 2, Section 3. */
function isCounted(text: string, at: number): boolean {
  const last = lastBefore(text, at);
  const words = isOneOf('件表图录栏注例式号码', text, last)
    ? countedZh
    : isOneOf('.onsrexhlt', text, last)
      ? countedEn
      : undefined;
  const before = text.slice(Math.max(0, at - 16), at);
  return words?.test(before) === true && !manyYears.test(before);
}

/** Years that are a time number nothing: in three years 276 estates, by mid-year 286, this year 104. */
const manyYears =
  /(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve)) years $|\b(?:last|this|next|past|mid|half|the|per|each|every|whole|full|entire)[ -]year $/i;

/** Whether a word of classes stands behind a number: 3岁, 5A级, 2号. */
const isClass = (text: string, end: number): boolean =>
  isOneOf('周岁级型号版路款千伏届中线师', text, text[end] === ' ' ? end + 1 : end) &&
  classes.test(text.slice(end, end + 8));

/** Whether a number of years is a level, and no age of somebody: 人均预期寿命80.6岁, 平均年龄38.6岁. */
export const isLifeSpan = (text: string, at: number): boolean =>
  /(?:寿命|平均年龄|年龄中位数)[\p{Script=Han}]{0,6}$/u.test(text.slice(Math.max(0, at - 12), at)) ||
  // a value by itself
  (text.length < 16 && /^(?:约|近|超过?|不低于)?\d[\d.]*岁(?:以[上下]|左右)?$/.test(text));

/** Whether the name of a month stands before a number, which is its day or its year. */
function isDayOrYear(text: string, at: number, end: number): boolean {
  if (text[at - 1] !== ' ' || !isSmallAt(text, at - 2)) return false;
  let start = at - 2;
  while (isSmallAt(text, start)) start--;
  return (
    monthWords.has(text.slice(Math.max(0, start), at - 1)) &&
    dayOrYear.test(text.slice(at, end)) &&
    !measured.test(text.slice(end, end + 12))
  );
}

/** Whether a letter that is no unit ends the name of a model: 5G, 3A, 4+X. */
function isModel(text: string, end: number): boolean {
  if (text[end] === '+') return isLetterAt(text, end + 1);
  if (!isLetterAt(text, end) || isSmallAt(text, end) || text[end] === 'M') return false;
  return end + 1 < text.length && !isLetterAt(text, end + 1);
}

function startsLine(text: string, at: number): boolean {
  let start = at - 1;
  while (start >= 0 && at - start < 8 && isOneOf(' \t\u3000（(', text, start)) start--;
  return start < 0 || text[start] === '\n';
}

/** Whether a bare whole number is a year. */
export const isYear = (digits: string): boolean => digits.length === 4 && /^(?:19|20)\d{2}$/.test(digits);

const countOf = /(?:^|[^$£€¥\d.,])\d[\d,]* (?:out )?of $/;
/** What stands behind a year, and not behind a count: 118 of 2019 levels. */
const noCounted =
  /^ (?:levels?|prices|values?|figures?|terms|totals?|budgets?|plans?|targets?|graduates|rates|in|on|at|by|for|to|from|of|and|or|but|was|were|is|are|had|has|have)\b/;

/** Whether a number that looks like a year is one of two counts: of “1,740 of 2000 hazards” both, and of “2000 of 1,800 files”. */
export function isOfCounts(text: string, [start, end]: readonly [number, number]): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 16)];
  if (before.endsWith('of ') && countOf.test(before))
    return /^ [a-z]{3,}/.test(behind) && !noCounted.test(behind);
  return (
    behind.startsWith(' o') &&
    /^ (?:out )?of \d[\d,]*(?!\d| [A-Z])/.test(behind) &&
    !/\b(?:in|since|by|until|from|of|for|during|to|on|than|year) $/i.test(before)
  );
}
