import { mostDays, writtenDates, type WrittenDate } from '../../dates/written-dates.ts';
import type { Reading } from '../../reading/reading.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { claimsInTexts, type TextReportClaim } from '../claim.ts';
import type { Span } from '../../quantity/value/formula.ts';

/** The dates that a text writes. */
export const datesIn = ({ text }: TextAlone): readonly WrittenDate[] => writtenDates(text);

/** The dates in a report that there are not. */
export const noDateClaims = (reading: Reading): readonly (NoDate & TextReportClaim)[] =>
  claimsInTexts(reading, (prose) => [
    ...noDates(prose.text, prose.once(datesIn), reading.report.data.year),
    ...prose.once(numericNoDates),
  ]);

/** A date or a time of day that there is not: what is wrong, and for a day how many days its month has. */
export interface NoDate {
  readonly span: Span;
  readonly fault: 'day' | 'month' | 'quarter' | 'hour' | 'minute';
  readonly month: number;
  readonly days: number;
}

/** 2019-02-30, 31/04/2019, 31.06.2019: digits that are a date in whatever order they are read. */
const numeric =
  /(?<![\d./-])(?:((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\6((?:19|20)\d\d))(?![\d/-]|\.\d)/g;
/** Before digits that name something, and before those that can only be a date. */
const isCode =
  /(?:编?号|代码|版本?|合同|项目|v|no\.?|number|ref\.?|code|version|file|case|report|order|item|part) ?$/i;
const isDate = /(?:\b(?:on|by|until|from|since|before|after|dated|of|to)|[于至从到]|截至|日期[:：]?) ?$/i;

/** Dates in digits that there are not, in any order of day and month. */
function numericNoDates({ text }: TextAlone): readonly NoDate[] {
  if (!/\d[-/.]\d{1,2}[-/.]\d/.test(text)) return [];
  return [...text.matchAll(numeric)].flatMap(
    ({ 0: whole, 1: first, 3: a, 4: b, 5: c, 7: d, 8: last, index }): readonly NoDate[] => {
      const before = text.slice(Math.max(0, index - 12), index);
      const year = Number(first ?? last);
      const [one, two] = [Number(a ?? c), Number(b ?? d)];
      const readings =
        first === undefined
          ? [
              [two, one],
              [one, two],
            ]
          : [[one, two]];
      const isReal = readings.some(
        ([month = 0, day = 0]) => month > 0 && month < 13 && day > 0 && day <= mostDays(month, year),
      );
      if (isReal || isCode.test(before)) return [];
      const [month = 0] = readings.find(([each = 0]) => each > 0 && each < 13) ?? [];
      if (month === 0)
        return isDate.test(before)
          ? [{ span: [index, index + whole.length], fault: 'month', month: readings[0]?.[0] ?? 0, days: 0 }]
          : [];
      return [{ span: [index, index + whole.length], fault: 'day', month, days: mostDays(month, year) }];
    },
  );
}

/** Before a date: it is one of the lunar calendar, whose months have days of their own. */
const lunar = /(?:农历|阴历|旧历|藏历|回历)\p{Script=Han}{0,4}$/u;

/** Of a month without a day: what shows that no months are counted. */
const asMonth = /^(?:份|底|初|末|[上中下]旬|中)/;

/** The dates of a text that there are not. @param year the year of the report */
function* noDates(text: string, dates: readonly WrittenDate[], year: number | undefined): Generator<NoDate> {
  yield* noQuarters(text);
  for (const date of dates) {
    const { span, month, day, last = 0 } = date;
    const before = text.slice(Math.max(0, span[0] - 8), span[0]);
    // what stands in quotes by itself is spoken of
    if (lunar.test(before) || (/[“"'‘「]$/.test(before) && /^[”"'’」]/.test(text.slice(span[1])))) continue;
    if (month < 1 || month > 12) {
      if (isMonth(text, date, before)) yield { span, fault: 'month', month, days: 0 };
    } else if (day !== undefined && date.sure) {
      const days = mostDays(month, yearFor(text, date, year));
      if (day < 1 || day > days || last > days) yield { span, fault: 'day', month, days };
      else yield* furtherDays(text, date, days);
    }
  }
}

/** Of 6月29日、30日、31日 what comes behind the first two. */
const further = /(?:、|和|及|与|以及) ?(\d{1,2}) ?[日号](?![均产]|[线楼院机])/y;

function* furtherDays(text: string, { span, month, language }: WrittenDate, days: number): Generator<NoDate> {
  if (language !== 'zh') return;
  further.lastIndex = span[1];
  for (let found = further.exec(text); found; found = further.exec(text)) {
    const [whole, day] = found;
    if (Number(day) > days)
      yield {
        span: [found.index + whole.length - String(day).length - 1, further.lastIndex],
        fault: 'day',
        month,
        days,
      };
  }
}

/** 第五季度: behind 第 or a year no quarters are counted. */
const quarter = /(?:第|年) ?([五六七八九5-9]) ?季度/g;

function* noQuarters(text: string): Generator<NoDate> {
  if (!text.includes('季度')) return;
  for (const { 0: whole, index } of text.matchAll(quarter)) {
    const start = index + (whole.startsWith('年') ? 1 : 0);
    yield { span: [start, index + whole.length], fault: 'quarter', month: 0, days: 0 };
  }
}

function isMonth(text: string, { span, year, month, day }: WrittenDate, before: string): boolean {
  if (month > 31 || /[第满龄历]$/.test(before)) return false;
  if (day !== undefined || year !== undefined) return true;
  return text[span[1] - 1] === '份' || asMonth.test(text.slice(span[1], span[1] + 2));
}

/** The year by which a month has its days: its own, else the report’s, where the text names no other and neither it nor one that the text may mean has 29 February. */
function yearFor(text: string, { year: own }: WrittenDate, year: number | undefined): number | undefined {
  if (own !== undefined || year === undefined) return own;
  if ([year, year + 1].some((each) => mostDays(2, each) === 29)) return undefined;
  if (mostDays(2, year - 1) === 29 && /[去上前]年|同期|last year|previous year|earlier/i.test(text))
    return undefined;
  return /(?:19|20)\d{2}/.test(text.replaceAll(String(year), '')) ? undefined : year;
}
