import type { Span } from '../../quantity/value/formula.ts';
import type { Report } from '../../model/report.ts';

const count = '(?:\\d{1,2}|[二两三四五六七八九十]{1,3}|十[一二三四五六七八九]|几|多|若干)';
const year = '(?:19|20)\\d{2}';
const to = '(?:[—–～~-]{1,2}|至|到)';

/** What is counted over one year: 今年, 全年累计, 2017年. */
const single = `(?:(?<!至)今年|本年度?|当年|全年|年内|一年来|(${year})年度?(?!以?来|${to}|起|开始|启动|成立))(?:[\\p{Script=Han}，]{0,4}累计)?`;

/** Over more than one, for all that follows: 五年来, 近三年, “十三五”以来, 自2015年起, 2015—2017年. */
const several = [
  `(?:[近前去后这]|最近|连续)${count}年(?![级制期])`,
  `(?<![第\\d])${count}年(?:来|间|累计|总计|合计|共计)`,
  '“?十[一二三四五]五”?(?:时期|期间|以来|累计|末|前[一二三四]年)',
  `[自从]${year}年|${year}年?${to}${year}年?|${year}年(?:以来|至今(?!年)|到现在)`,
  '(?:[建办成开]|党的|改革|换|届|任|启|实|运|投|创|设)[\\p{Script=Han}“”]{1,12}以来|(?<!年)以来',
  '(?<![截甚])至今(?!年)|历年来?|多年来?|[本这]届|届内|任期内?|有史以来',
].join('|');

/** Over more than one, for its sentence. */
const summed = '累计|累积|总计(?=达|超|突破)';

const marks = new RegExp(`(${several})|(${summed})|${single}|\\n`, 'gu');

/** How far back a text is looked through. */
const WINDOW = 400;

/**
 * Whether a figure is told of another time than the report’s year: of several years (五年来, 近三年累计, since 2019, over five years)
 * or of another year, by the last words on time before it; in English by those behind it as well. 累计 rules its sentence, 五年来 its
 * paragraph, until a year is named. Words within the figure’s own `name` do not count.
 */
export function isOfOtherPeriod(text: string, [from, end]: Span, { data }: Report, name?: Span): boolean {
  const start = Math.max(0, from - WINDOW);
  const before = text.slice(start, from);
  const sentence = Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1;
  let isOther = false;
  for (const { 0: words, 1: long, 2: sum, 3: told, index } of before.matchAll(marks)) {
    if (name !== undefined && start + index + words.length > name[0] && start + index < name[1]) continue;
    if (words === '\n') isOther = false;
    else if (long !== undefined) isOther = true;
    else if (sum !== undefined) isOther ||= index >= sentence;
    else if (told === undefined || Number(told) === data.year) isOther = false;
    else if (isDating(before.slice(0, index))) isOther = true;
  }
  if (isOther || !mayTellTime(text.slice(Math.max(0, from - 200), end + 100))) return isOther;
  return isOfOtherPeriodEn(text, [from, end], data.year);
}

/** One of these stands in all English words on time, so that a Chinese text needs no expression for them. */
const timely = [
  ...['year', 'decade', 'century', 'lifetime', 'since', 'between', 'from', 'cumulative', 'time', 'to date'],
  ...['far', 'in 20', 'for 20', 'during 20'],
];

/** Whether English words on time may stand in a text. */
function mayTellTime(text: string): boolean {
  if (/\d{4} ?[–—-] ?\d{4}/.test(text)) return true;
  if (!/[A-Za-z]{2}/.test(text)) return false;
  const words = text.toLowerCase();
  return timely.some((word) => words.includes(word));
}

/** Whether a year that stands behind some words dates what follows, and is not compared with: 2016年，…; 到2016年底, …. */
const isDating = (before: string): boolean =>
  /(?:^|[，；。：（(\s]|截[至止]到?|到|在|[，；。]至)$/.test(before);

const countEn =
  '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|several|few|many)';
const severalEn = [
  `\\b(?:over|in|during|across|within|for|through) (?:(?:the|these|those|its|our) )?(?:(?:past|last|previous|first) )?${countEn} (?:financial |fiscal )?years\\b(?! (?:ago|earlier|before|old|plan))`,
  '\\b(?:over|in|during|across) (?:the|its|our) (?:(?:past|last|previous) )?(?:decades?|years|century|lifetime)\\b',
  `\\bsince (?:[A-Za-z’' -]{1,40} )?${year}\\b|\\b(?:between|from) ${year} (?:and|to|until) ${year}\\b|\\b${year} ?[–—-] ?${year}\\b`,
  '\\bsince (?:(?:the|its|our|it|we|they) )?(?:launch|start|open|began|beginning|creat|incept|found|introduc|establish|outset|then)',
  '\\b(?:cumulative(?:ly)?|all[- ]time|to date|so far|thus far|lifetime|in total since)\\b',
].join('|');
const marksEn = new RegExp(
  `(${severalEn})|\\bthis year\\b(?![’'])|\\b(?:in|during|over|for) the (?:financial |fiscal )?year\\b|\\b(?:in|during|for) (20\\d{2})\\b`,
  'gi',
);

function isOfOtherPeriodEn(text: string, [from, end]: Span, own: number | undefined): boolean {
  const isOther = ({ 1: long, 2: told }: RegExpMatchArray): boolean =>
    long !== undefined || (told !== undefined && Number(told) !== own);
  // what stands directly behind a figure tells of it: 14,300 animals since 2019, 2,870 in 2025 alone
  const near = text.slice(end, end + 100).split(/, (?:and|but|while|which|so) /)[0] ?? '';
  const behind =
    /^[^\d;.\n]{0,80}(?:20\d{2}\b|19\d{2}\b)?(?: (?:and|to|until) 20\d{2}\b)?/.exec(near)?.[0] ?? '';
  const [next] = behind.matchAll(marksEn);
  if (next) return isOther(next);
  const window = text.slice(Math.max(0, from - 200), from);
  const sentence = window.split(/[.;!?]\s|\n/).at(-1) ?? '';
  const last = [...sentence.matchAll(marksEn)].at(-1);
  return last !== undefined && isOther(last);
}

const titles = new RegExp(
  `${count}年(?:的?(?:工作|成就|成绩|回顾|来|发展|奋斗|历程|变化|主要))|十[一二三四五]五|[本上一]届|\\b${countEn} years\\b|\\bdecade\\b|${year} ?(?:to|–|—|-) ?${year}`,
  'i',
);
/** Whether a title speaks of several years: 五年工作回顾, “十三五”时期主要成就, Five years in review. */
export const isOfSeveralYears = (title: string): boolean => titles.test(title);
