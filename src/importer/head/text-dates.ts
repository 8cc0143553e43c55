import { isFiscal, type Calendar } from '../../dates/calendar.ts';
import { formOf, periodOf } from '../../dates/dates.ts';
import { isUnread, plainDate } from '../../dates/form.ts';

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const year = '20\\d{2}';
const fiscalYear = `(?:FY ?|(?:fiscal|financial) year )(?:${year}(?:[/–-]\\d{2,4})?|'?\\d{2}(?!\\d))`;
const day = `(?:${month} \\d{1,2}(?:st|nd|rd|th)?,? ${year}|\\d{1,2}(?:st|nd|rd|th)? ${month},? ${year})`;
const part = '(?:Q[1-4]|H[12]|(?:first|second|third|fourth) (?:quarter|half))';

/** A date with its year in an English text: June 30, 2026, the end of FY2026, Q2 FY2026; as the source of an expression. */
export const englishDate = `(?:(?:the )?(?:end|close) of )?(?:the )?(?:${day}|${month},? ${year}|${part},? (?:of )?(?:the )?(?:${fiscalYear}|${year})|${fiscalYear}|${year})(?![\\d/–-])`;

/** A date as drafts write it; undefined where the calendar has none such: texts speak of 2月30日 by mistake. */
export const onCalendar = (date: string | undefined, calendar: Calendar): string | undefined =>
  date === undefined || periodOf(date, calendar) === undefined ? undefined : date;

/** A date of a text as drafts write it; undefined where it is none that is sure in this calendar. */
export function dateOf(words: string, calendar: Calendar): string | undefined {
  const form = formOf(words);
  const [period, plain] = [periodOf(words, calendar), isUnread(form) ? undefined : plainDate(form)];
  if (period === undefined || plain === undefined) return undefined;
  // the end of FY2026 is when FY2026 is over
  return periodOf(plain, calendar)?.last === period.last ? plain : words;
}

/**
 * A text whose years are plain numbers: of FY2025, FY25, fiscal year 2025 and 2025财年 the number stays, and of FY2024/25, in
 * fiscal years of 2024–25 too, the one by which the calendar names that year.
 */
export function withPlainYears(text: string, calendar: Calendar): string {
  const named = (first: string, next: string): string =>
    isFiscal(calendar) && calendar.named === 'start' ? first : String(Number(first) + Number(next !== first));
  const marked = text
    .replaceAll(/\bFY ?'?(\d{2})(?!\d)/gi, 'FY20$1')
    .replaceAll(
      /\b(?:FY ?'?|(?:fiscal|financial) year ?)(20\d{2})(?:[/–-](?:20)?(\d{2})(?!\d))?/gi,
      (_, first: string, next?: string) => (next === undefined ? first : named(first, next)),
    )
    .replaceAll(/(20\d{2})(?:财年|财政年度)/g, '$1年');
  if (!isFiscal(calendar)) return marked;
  return marked.replaceAll(
    /(?<!\d)(20\d{2})[/–-](?:20)?(\d{2})(?!\d|[/–-])/g,
    (found, first: string, next: string) =>
      Number(next) === (Number(first) + 1) % 100 ? named(first, next) : found,
  );
}

/** Whether a text counts in fiscal years: FY2025, fiscal year 2025, 2025财年. */
export const speaksOfFiscalYears = (text: string): boolean =>
  /\bFY ?'?(?:20)?\d{2}\b|\b(?:fiscal|financial) years? (?:20\d{2}|end)|20\d{2}(?:财年|财政年度)/i.test(text);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The days of one year: October 1, 2024 - September 30, 2025; 1 April 2024 to 31 March 2025. */
const yearSpan = new RegExp(
  `(?:(${month}) 1|1 (${month})),? (20\\d{2}) ?(?:-|–|—|to|through) ?(?:(${month}) (?:30|31|28|29)|(?:30|31|28|29) (${month})),? (20\\d{2})`,
  'i',
);

/** The month in which years begin, where a text says when a fiscal year ends or begins: “the fiscal year ended 30 June 2025”. */
export function statedYearStart(text: string): number | undefined {
  const of = (edge: string): RegExp =>
    new RegExp(
      `(?:fiscal|financial) years? (?:${year} )?(?:that )?(?:${edge})(?: on)? (?:(?:(\\d{1,2})(?:st|th)? )?(${month})(?: (\\d{1,2}))?)`,
      'i',
    );
  const read = (
    found: RegExpExecArray | null,
  ): { readonly month: number; readonly day: number } | undefined => {
    const [, before, name, behind] = found ?? [];
    const number = months.indexOf(name?.slice(0, 3).toLowerCase() ?? '') + 1;
    return number === 0 ? undefined : { month: number, day: Number(before ?? behind ?? 0) };
  };
  const [ended, begun] = [
    read(of('ended|ending|ends|end').exec(text)),
    read(of('began|begins|beginning|started|starts|starting|runs from').exec(text)),
  ];
  // a year of 52 weeks begins in no month
  if (ended && (ended.day === 0 || ended.day >= 28)) return (ended.month % 12) + 1;
  if (begun && begun.day <= 1) return begun.month;
  const [, first, last] =
    /财政?年度?(?:自|从|由|为|是指)?(?:每年|当年)?(\d{1,2})月(?:1日)?(?:起)?(?:至|到|—)次年(\d{1,2})月/.exec(
      text,
    ) ?? [];
  if (first !== undefined && Number(first) === (Number(last) % 12) + 1) return Number(first);
  return ended || begun ? undefined : spannedYearStart(text);
}

/** The month that a year begins in whose first and last day a text names. */
function spannedYearStart(text: string): number | undefined {
  const [, first, begin, year, last, end, next] = yearSpan.exec(text) ?? [];
  const monthOf = (name: string | undefined): number => months.indexOf(name?.slice(0, 3).toLowerCase() ?? '');
  const [from, to] = [monthOf(first ?? begin), monthOf(last ?? end)];
  return from > 0 && to === from - 1 && Number(next) === Number(year) + 1 ? from + 1 : undefined;
}
