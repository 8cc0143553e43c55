import type { Language } from '../../diagnostic.ts';
import type { PartKind } from '../../assets.ts';
import { isOnPastYear } from '../outline/titles.ts';
import type { Outline } from '../outline/outline.ts';
import type { Stripped } from './chrome.ts';
import { isDocumentNumber } from '../outline/cover-lines.ts';
import { dayIn, leftLines, signedOn } from '../signing-day.ts';
import { bodiesIn } from './organization.ts';
import { isFiscal, type Calendar } from '../../dates/calendar.ts';
import { yearOfDay } from '../../dates/dates.ts';
import { speaksOfFiscalYears, withPlainYears } from './text-dates.ts';

/** What a document says of itself; what it does not say is left to a person. */
export interface Metadata {
  readonly language: Language;
  readonly year: number;
  /** What the year is no more than a guess from: the words of the text, the day of the document, or today; undefined where it is named. */
  readonly yearGuess: 'text' | 'day' | 'today' | undefined;
  /** How its years are counted, by what it says or by what is given. */
  readonly calendar: Calendar;
  /** Whether it counts in fiscal years, and nothing says in which month they begin. */
  readonly startUnknown: boolean;
  /** The day that the signature or the line on the source gives, as YYYY-MM-DD. */
  readonly signed: string | undefined;
  readonly posted: string | undefined;
  /** The bodies that the signature, the cover, the title or the line on the source name. */
  readonly bodies: readonly string[];
  /** The number under which the document was issued, 临城管〔2026〕3号. */
  readonly documentNumber: string | undefined;
}

/** As much of a text as says for whom it speaks. */
const OPENING = 600;

/** Reads language, year, dates and source; `today` is the day by which the year is told where the text names none; `told` is the day that its head gives. */
export function metadataOf(
  text: string,
  { title: written = '', left }: Stripped,
  outline: Outline,
  {
    today,
    calendar,
    told,
  }: { readonly today: string; readonly calendar: Calendar; readonly told?: string | undefined },
): Metadata {
  const { named, planned } = yearOfTitles(withPlainYears(written, calendar), outline, calendar);
  const signed = signedOn(text, left, calendar, told);
  const read = yearRead(text, `${written}\n${leftLines(left, 'cover')}\n${text.slice(0, OPENING)}`, calendar);
  const over = signed === undefined ? yearOfDay(today, calendar) - 1 : yearOver(signed, calendar);
  const isNamed = named !== undefined && named !== (planned ?? 0) - 1;
  const said = named ?? read;
  const guess = said !== undefined ? 'text' : signed === undefined ? 'today' : 'day';
  return {
    language: languageOf(text),
    year: said ?? over,
    yearGuess: isNamed ? undefined : guess,
    calendar,
    startUnknown: !calendar.stated && speaksOfFiscalYears(`${written}\n${text}`),
    signed,
    posted: dayIn(leftLines(left, 'source-line'), calendar),
    bodies: bodiesIn(written, left, text.slice(0, OPENING)),
    documentNumber: left
      .find(({ why, text: line }) => why === 'cover' && isDocumentNumber(line))
      ?.text.trim(),
  };
}

/** The year that a text speaks of where no title names it. */
const yearRead = (text: string, head: string, calendar: Calendar): number | undefined =>
  yearOfPeriod(head, calendar) ?? mostFrequentYear(fiscalOnly(text, calendar)) ?? mostFrequentYear(text);

/** The last year that is over on a day, or all but: a report that is dated in December is on the year that ends. */
const yearOver = (day: string, calendar: Calendar): number =>
  yearOfDay(day, calendar) - (!isFiscal(calendar) && /^\d{4}-1[12]/.test(day) ? 0 : 1);

/** The language of a text: whether it has more Han characters or Latin words. */
function languageOf(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[A-Za-z]+/g)?.length ?? 0;
  return han >= latin ? 'zh' : 'en';
}

/** The year that titles name, and that of the plan where there is nothing else. */
function yearOfTitles(
  title: string,
  { list }: Outline,
  calendar: Calendar,
): { readonly named: number | undefined; readonly planned: number | undefined } {
  const titlesOf = (kind: PartKind): string[] =>
    list
      .filter((part) => part.kind === kind)
      .flatMap((part) => [part.title, ...part.sections.map((section) => section.title)])
      .map((each) => withPlainYears(each ?? '', calendar));
  const hasSummary = list.some(({ kind }) => kind === 'summary');
  // a plan by itself belongs to the report on the year before, and so does a report that is called after the year of its plan
  const planned = hasSummary ? plannedYear(title, titlesOf('summary'), titlesOf('plan')) : latest(title);
  const told = yearOfSummary([...(hasSummary ? titlesOf('summary') : []), title]);
  return told === undefined
    ? { named: planned === undefined ? latest(title) : planned - 1, planned }
    : { named: told, planned: undefined };
}

/** The year of the plan that a title is called after, or that the plan’s own titles name where the title names none. */
function plannedYear(title: string, done: readonly string[], plan: readonly string[]): number | undefined {
  const years = plan.flatMap((each) =>
    [...each.matchAll(/(?<!\d)(20\d{2})(?=年(?:度)?(?!底|末|前|以前)|[^\d年]|$)/g)].map(([, found]) =>
      Number(found),
    ),
  );
  const next = years.length === 0 ? undefined : Math.min(...years);
  const called = latest(title);
  // what was done is of the year that its own titles name
  const own = done.flatMap((each) => latest(each) ?? []);
  if (next !== undefined && own.includes(next)) return undefined;
  if (called !== undefined) return called === next || isCalledAhead(title, called, done) ? called : undefined;
  return next;
}

/** Whether a report is called after the year in which it is given: the year before it, or 过去一年, is what was done. */
const isCalledAhead = (title: string, called: number, done: readonly string[]): boolean =>
  /政府工作报告|\bstate of the (?:city|county|state|union)\b/i.test(title) &&
  done.some((each) => latest(each) === called - 1 || isOnPastYear(each));

const year = /(?<!\d)20\d{2}(?!\d)/g;

/** The year of a summary in English: right behind it, right before it, or not far behind: Review of 2025, 2025 Annual Report. */
const summaries = [
  '%(?: (?:of|for|on|in))?(?: the year)?,? (20\\d{2})',
  '(?<!\\d)(20\\d{2})(?: [a-z]+)? %',
  '%[^\\d]{0,20}(20\\d{2})',
].map(
  (form) => new RegExp(form.replace('%', '\\b(?:summary|review|performance report|annual report)\\b'), 'i'),
);

/** The year that stands beside 总结 or its like; a plan’s year is one later. */
function yearOfSummary(titles: readonly string[]): number | undefined {
  for (const title of titles) {
    const found = /(20\d{2})年?(?:度|上半年)?[^\d]{0,12}(?:总结|回顾|述职)/.exec(title)?.[1];
    const english = summaries.map((each) => each.exec(title)?.[1]).find((each) => each !== undefined);
    if ((found ?? english) !== undefined) return Number(found ?? english);
  }
  return undefined;
}

const latest = (title: string): number | undefined =>
  title
    .match(year)
    ?.map(Number)
    .sort((a, b) => b - a)[0];

/** The year whose months a text says that it is on: January – December 2024, year ended 31 December 2024, 2024年1—12月. */
function yearOfPeriod(text: string, calendar: Calendar): number | undefined {
  if (isFiscal(calendar)) return undefined;
  const found =
    /\bJan(?:uary|\.)?(?: 1,?)?(?: (20\d{2}))? ?(?:-|–|—|to|through) ?(?:31 )?Dec(?:ember|\.)?(?: 31)?,? (20\d{2})/i.exec(
      text,
    ) ??
    /\b(?:year|twelve months|12 months) (?:ended|ending|to) ()(?:31 December|December 31),? (20\d{2})/i.exec(
      text,
    ) ??
    /(20\d{2})年1月(?:1日)?(?:至|到|—|－|-|～|~)(20\d{2}年)?12月(?:31日)?/.exec(text) ??
    /(20\d{2})年1(?:月)?(?:至|到|—|－|-|～|~)12月()/.exec(text);
  if (found === null) return undefined;
  const [first, last] = [found[1], found[2]].map((each) => Number.parseInt(each ?? '', 10) || undefined);
  return first === undefined || last === undefined || first === last ? (last ?? first) : undefined;
}

function mostFrequentYear(text: string): number | undefined {
  const counts = new Map<string, number>();
  for (const [found] of text.matchAll(year)) counts.set(found, (counts.get(found) ?? 0) + 1);
  const [best] = [...counts].sort(([a, x], [b, y]) => y - x || Number(b) - Number(a));
  return best && Number(best[0]);
}

/** Only what a text says of fiscal years, with plain numbers; nothing in calendar years, where each year is as good. */
const fiscalOnly = (text: string, calendar: Calendar): string =>
  isFiscal(calendar)
    ? (
        text.match(
          /\b(?:FY ?'?|(?:fiscal|financial) year ?)\d{2,4}(?:[/–-]\d{2,4})?|20\d{2}(?:财年|年度)/gi,
        ) ?? []
      )
        .map((each) => withPlainYears(each, calendar))
        .join(' ')
    : '';
