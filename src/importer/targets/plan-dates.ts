import { isFiscal, yearOfMonth, yearText, type Calendar } from '../../dates/calendar.ts';
import { dateOf, englishDate, onCalendar } from '../head/text-dates.ts';

/** What is known of a plan beside its words. */
export interface PlanContext {
  readonly calendar: Calendar;
  /** The year that it is for; undefined where nobody knows. */
  readonly year: number | undefined;
  /** The year in which a chapter ends that looks over several: 2030 of “十五五”. */
  readonly horizon?: number | undefined;
  /** By when a target is due of which nothing says so; undefined where that goes without saying. */
  readonly due?: string | undefined;
  /** The calendar year in which a month falls of the school year that the text is about. */
  readonly schoolYear?: ((month: number) => number) | undefined;
}

/** A date in a clause by which something is to be. */
export interface DueIn {
  /** As drafts write it; undefined where nobody can say which is meant. */
  readonly due: string | undefined;
  /** Where it stands in the clause. */
  readonly span: readonly [number, number];
  /** Whether what follows in the sentence is to be by it as well: 到2030年. */
  readonly isForAll: boolean;
  /** Whether its words say that it is a limit, such as 底前; a bare 10月 needs a deed that ends: 10月投用. */
  readonly isLimit: boolean;
}

const monthDay = '(\\d{1,2})月(?:(\\d{1,2})[日号]|[上中下]旬|底|末|份)?';
const half = '(上半年|下半年)|(?:第)?([一二三四])季度|([年岁](?:底|末|内))';
const ends = '年?(?:底|末)?(?:之前|以前|前|内)?';
const chinese = new RegExp(
  `(?:到|至|在|于)?(?:(20\\d{2})(?:财年|财政年度|年度?)年?(?:${monthDay}|${half})?|(今年|本年度?)?(?:(?<![\\d.—～~－-])${monthDay}|${half}))${ends}`,
  'g',
);
const english = new RegExp(
  `\\b(by|before|no later than|not later than|in|on) (${englishDate})(?!\\s*(?:was|were|is|levels?|compared))`,
  'gi',
);

/** The date in a clause by which something is to be; undefined where there is none. */
export function dueIn(words: string, context: PlanContext): DueIn | undefined {
  for (const found of words.matchAll(english)) {
    const due = englishDue(found, context);
    if (due) return due;
  }
  for (const found of words.matchAll(chinese)) {
    const due = chineseDue(found, words, context);
    if (due) return due;
  }
  return undefined;
}

function englishDue(found: RegExpExecArray, { calendar, year }: PlanContext): DueIn | undefined {
  const [all, word = '', date = ''] = found;
  const isBare = /^(?:the )?(?:FY ?|(?:fiscal|financial) year )?20\d{2}$/i.test(date);
  const isLimit = /by|before|later/i.test(word);
  // “in 2026” says when the plan is, not by when
  if (isBare && !isLimit) return undefined;
  const isUnsure = isFiscal(calendar) && /^(?:the )?20\d{2}$/.test(date);
  const due = isUnsure ? undefined : dateOf(date, calendar);
  if (due !== undefined && year !== undefined && Number(/20\d{2}/.exec(due)?.[0] ?? year) < year - 1)
    return undefined;
  return { due, span: [found.index, found.index + all.length], isForAll: found.index < 3, isLimit };
}

/** What a Chinese date says. */
interface DateParts {
  readonly all: string;
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: string | undefined;
  readonly half: string | undefined;
  readonly quarter: string | undefined;
}

function partsOf(found: RegExpExecArray): DateParts {
  const [all, year, ofYear, day, half, quarter, , , month = ofYear, ownDay, ownHalf, ownQuarter] = found;
  return {
    all,
    year: year === undefined ? undefined : Number(year),
    month: month === undefined ? undefined : Number(month),
    day: day ?? ownDay,
    half: half ?? ownHalf,
    quarter: quarter ?? ownQuarter,
  };
}

/** Whether a date is one from which on something is, or with which something is compared. */
const isNoEnd = (words: string, start: number, end: number): boolean =>
  /[起来]/.test(words[end] ?? '') ||
  /(?:比|较|自|从|由|截至|自从)$/.test(words.slice(Math.max(0, start - 3), start));

function chineseDue(found: RegExpExecArray, words: string, context: PlanContext): DueIn | undefined {
  const parts = partsOf(found);
  const { all, year, month = 1 } = parts;
  const end = found.index + all.length;
  const isOver = (year ?? Infinity) < (context.year ?? 0);
  if (isNoEnd(words, found.index, end) || isOver || month > 12 || month < 1) return undefined;
  const isLimit = /^[到至]|[前内]$|[底末]|上半年/.test(all);
  // a bare year says when, not by when
  if (!isLimit && year !== undefined && !(parts.month ?? parts.half ?? parts.quarter)) return undefined;
  return {
    due: dueOf(parts, context),
    span: [found.index, end],
    isForAll: /^[到至]/.test(all) && parts.month === undefined,
    isLimit,
  };
}

/** A Chinese date as drafts write it; without a year it is of the plan’s. */
function dueOf(parts: DateParts, { calendar, year: planned, schoolYear }: PlanContext): string | undefined {
  const { all, month, day, half, quarter } = parts;
  const year = parts.year ?? planned;
  if (parts.year !== undefined && /财年|财政年度/.test(all))
    return calendar.stated ? `FY${parts.year}` : undefined;
  if (year === undefined) return undefined;
  if (month !== undefined) {
    const of = parts.year ?? schoolYear?.(month) ?? yearOfMonth(year, month, calendar);
    return onCalendar(dashed(String(of), String(month), day), calendar);
  }
  if (half ?? quarter) return yearText(year, calendar) + partOfYear(half, quarter);
  if (parts.year === undefined) return yearText(year, calendar);
  return isFiscal(calendar) && /[底末]/.test(all) ? undefined : String(year);
}

/** A half or a quarter as drafts write it. */
function partOfYear(half: string | undefined, quarter: string | undefined): string {
  if (half !== undefined) return half === '上半年' ? '-H1' : '-H2';
  return quarter === undefined ? '' : `-Q${'一二三四'.indexOf(quarter) + 1}`;
}

/** A month or a day as drafts write it. */
const dashed = (year: string, month: string, day: string | undefined): string =>
  [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');

/** The year in which the five years end that a title speaks of: 2030 of “十五五”, of “到2030年”, of 2026—2030年. */
export function horizonOf(title: string): number | undefined {
  const plan = /[“"]?十([三四五六七八九])五[”"]?/.exec(title)?.[1];
  if (plan !== undefined) return 2020 + 5 * '三四五六七八九'.indexOf(plan);
  const year = /(?:到|至|—|－|-|–|to )(20\d{2})(?:年|\b(?![/–-]\d))/.exec(title)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** The year in which the five years end with which a clause opens: 2030 of “十五五”时期新增学位2万个. */
export const spanOfYears = (words: string): number | undefined =>
  /^\s*[“"]十[三四五六七八九]五[”"](?:时期|期间)/u.test(words) ? horizonOf(words) : undefined;

/** In which calendar year a month falls of the school year that a text speaks of: 9月 of 2025—2026学年 in 2025. */
export function schoolYearIn(text: string): ((month: number) => number) | undefined {
  const [, first, last] = /(20\d{2})[—－–～~/-]{1,2}(20\d{2})学年/.exec(text) ?? [];
  if (first === undefined || Number(last) !== Number(first) + 1) return undefined;
  return (month) => Number(month >= 8 ? first : last);
}
