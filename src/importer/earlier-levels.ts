import { firstYear, type Calendar } from '../dates/calendar.ts';
import type { Report } from '../model/report.ts';
import { beforeChange, isAbsolute } from '../quantity/value/change.ts';
import { printLike } from '../quantity/value/print-like.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { parseQuantity } from '../quantity/scan/scan.ts';
import { indexAt } from '../reading/figure-at.ts';
import type { Prose } from '../reading/prose.ts';

/** Last year’s value of a figure, as far as the words beside it tell it: a change, what it rose or fell from, or what it is held against. */
export const lastYears = (
  figure: Quantity,
  prose: Prose,
  { calendar, data: { year } }: Report,
): string | undefined =>
  fromChange(figure, prose, year) ??
  earlierLevel(figure, prose, year) ??
  labelledLevel(figure, prose, year, calendar) ??
  levelBehind(figure, prose, year, calendar);

/** Last year’s value from a change that follows: 3460人，比上年增加307人 had been 3153人. */
function fromChange(
  figure: Quantity,
  { text: words, figures }: Prose,
  year: number | undefined,
): string | undefined {
  const index = indexAt(figures, figure.span[0]);
  const change = figures[index + 1];
  if (
    !change?.movement ||
    change.movement.to ||
    figure.qualifier !== 'exact' ||
    change.qualifier !== 'exact' ||
    !isAbsolute(figure, change)
  )
    return undefined;
  const gap = words.slice(figure.span[1], change.span[0]);
  // of a list of parts it is the total that changed, or nobody can tell
  const last = figures[index - 1];
  if (last && /^(?:、|和|及|，其中)/.test(words.slice(last.span[1], figure.span[0]))) return undefined;
  const since = /^[，,（(]?(?:同比|(?:比|较)(?:上年|去年|(20\d\d)年)(?:同期)?)\p{Script=Han}{0,4}$/u.exec(
    gap,
  );
  if (!since || !isYearBefore(since[1], year)) return undefined;
  const before = beforeChange(figure, change, change.movement.direction);
  if (before.number.compare(0) <= 0) return undefined;
  const printed = printLike(before.number, figure);
  const read = parseQuantity(printed);
  return read && read.number.equals(before.number) && read.family === figure.family ? printed : undefined;
}

/** Last year’s value where the text says what the figure rose or fell from, and that it was last year’s: 由上年的81%提高到92%, “from 131 in 2024 to 117”. */
function earlierLevel(
  figure: Quantity,
  { text: words, figures }: Prose,
  year: number | undefined,
): string | undefined {
  const last = figures[indexAt(figures, figure.span[0]) - 1];
  if (!last || last.qualifier !== 'exact' || last.family !== figure.family) return undefined;
  const lead = words.slice(Math.max(0, last.span[0] - 16), last.span[0]);
  const between = words.slice(last.span[1], figure.span[0]);
  const chinese = /[从由](上年|去年|(20\d\d)年)(?:同期|年?[末底])?的?$/u.exec(lead);
  const english = lead.endsWith(' from ')
    ? /^ (?:last year|in (?:FY ?)?(20\d\d)) to (?:about )?$/.exec(between)
    : null;
  const isRisen = chinese !== null && /^[^，。；、]{0,8}$/u.test(between);
  if (!isRisen && english === null) return undefined;
  return isYearBefore(chinese?.[2] ?? english?.[1], year) ? last.text : undefined;
}

/** Whether a year that is written out is the one before the report’s; where none is, the words say so. */
const isYearBefore = (written: string | undefined, year: number | undefined): boolean =>
  written === undefined || (year !== undefined && Number(written) === year - 1);

/** Last year’s value in brackets behind its year: “214 (2024: 265)”, “212 days (FY 2024: 240 days)”. */
function labelledLevel(
  { span, family }: Quantity,
  { text }: Prose,
  year: number | undefined,
  calendar: Calendar,
): string | undefined {
  const [, said, level] =
    /^(?: [a-z][a-z-]*){0,3} \((?:FY ?)?(20\d{2}(?:[/–-]\d{2})?): ([£$€]?\d[\d.,]*(?: ?%|(?: [a-z]+){1,3})?)\)/.exec(
      text.slice(span[1], span[1] + 80),
    ) ?? [];
  const read = level === undefined ? undefined : parseQuantity(level);
  return said !== undefined && read?.family === family && isYearBefore(plainYear(said, calendar), year)
    ? level
    : undefined;
}

/** Last year’s value behind a figure: 19分钟（2024年为27分钟）, “1,950, up from 1,200 in 2024”. */
function levelBehind(
  figure: Quantity,
  { text: words, figures }: Prose,
  year: number | undefined,
  calendar: Calendar,
): string | undefined {
  const at = indexAt(figures, figure.span[0]) + 1;
  const next = figures[at];
  if (!next || next.qualifier !== 'exact' || next.family !== figure.family || next.movement) return undefined;
  const gap = words.slice(figure.span[1], next.span[0]);
  const behind = words.slice(next.span[1], next.span[1] + 24);
  const said = yearBracketed(gap, behind) ?? yearBehind(gap, behind);
  if (said === undefined) return undefined;
  return isYearBefore(said === '' ? undefined : plainYear(said, calendar), year) ? next.text : undefined;
}

/** The year of a value in brackets behind another, empty where it is said to be the last: （2024年为27分钟）. */
function yearBracketed(gap: string, behind: string): string | undefined {
  if (!/^[）)]/.test(behind)) return undefined;
  const chinese = /^[（(](?:上年|去年|(20\d{2})年)(?:同期|[末底])?(?:为|是)?$/u.exec(gap);
  return chinese === null ? undefined : (chinese[1] ?? '');
}

/** The same of a value that another is held against: “, up from 1,200 in 2024”, “compared with £46.9 million a year earlier”. */
function yearBehind(gap: string, behind: string): string | undefined {
  const isLed =
    /^(?: [a-z][a-z-]*){0,3},? (?:(?:up|down)(?: slightly)? from|compared (?:with|to)|against|versus) $/.test(
      gap,
    );
  if (!isLed) return undefined;
  if (/^ (?:a year (?:earlier|ago|before)|the (?:year before|previous year)|last year)\b/.test(behind))
    return '';
  return /^ (?:in|for) ((?:FY ?|fiscal year )?20\d{2}(?:[/–-]\d{2})?)(?=[,.;)]|$| and\b)/.exec(behind)?.[1];
}

/** A year as drafts count it: 2024 of “FY 2024”, and of 2023/24 where years are called after their end. */
function plainYear(said: string, calendar: Calendar): string {
  const [, first = '', second] = /(20\d{2})(?:[/–-](\d{2}))?/.exec(said) ?? [];
  return second === undefined
    ? first
    : String(firstYear(Number(first) + 1, calendar) === Number(first) ? Number(first) + 1 : Number(first));
}
