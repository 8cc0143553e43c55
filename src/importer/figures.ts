import type { TakenNames } from '../reading/names/figure-name.ts';
import { partsIn } from '../claims/parts/breakdowns.ts';
import type { Prose } from '../reading/prose.ts';
import type { TextAlone } from '../reading/text-alone.ts';
import { isSame } from '../reading/declared.ts';
import { statementAround } from '../reading/statements.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { parseQuantity } from '../quantity/scan/scan.ts';
import { text, type DraftEntry } from '../scaffold/emit.ts';
import type { Calendar } from '../dates/calendar.ts';
import type { Report } from '../model/report.ts';
import { lastYears } from './earlier-levels.ts';
import { dateOf, englishDate, onCalendar } from './head/text-dates.ts';

/** A figure of a text with the name that it is declared by. */
export interface NamedFigure {
  readonly name: string;
  /** The words that the name was made of, which several figures may share. */
  readonly words: string;
  readonly figure: Quantity;
  readonly prose: Prose;
}

/**
 * Names the figures of a text after their subjects; one without a subject that a reader would accept is not named. What is said twice is named
 * once; a change, a rank and what would be read otherwise by itself stay text.
 */
export function namedFigures(prose: Prose, taken: TakenNames, known: readonly NamedFigure[]): NamedFigure[] {
  const named: NamedFigure[] = [];
  const before = new Map<string, NamedFigure[]>();
  const keyOf = (words: string, number: Quantity['number']): string => `${number.toFraction()} ${words}`;
  const note = (each: NamedFigure): void =>
    void before.set(keyOf(each.words, each.figure.number), [
      ...(before.get(keyOf(each.words, each.figure.number)) ?? []),
      each,
    ]);
  known.forEach(note);
  const doubtful = new Set<string>();
  for (const figure of prose.figures) {
    const item = itemOf(prose.text, figure);
    const alone = isOfTheYear(figure, item !== undefined) ? parseQuantity(writtenWhole(figure)) : undefined;
    const words = alone && (item ?? prose.subjectOf(figure));
    if (
      !alone ||
      words === undefined ||
      !isSame(alone, figure) ||
      isNoLevel(prose, figure) ||
      [figure.number, figure.number.div(figure.factor)].some((number) =>
        before.get(keyOf(words, number))?.some((each) => isSame(each.figure, figure)),
      )
    )
      continue;
    // a second figure of the name is of something else, which the words do not tell
    if (taken.has(words)) {
      if (isShort.test(words)) doubtful.add(words);
      continue;
    }
    const name = taken.take(words);
    named.push({ name, words, figure, prose });
    note({ name, words, figure, prose });
  }
  // nor do they tell what the first is of, where they are so few: 在校生 behind 高中 and behind 初中
  return named.filter(({ words }) => !doubtful.has(words));
}

const isShort = /^\p{Script=Han}{2,3}$/u;

/** A figure as written, with the unit that only the last of its list carries: 86.5万人次 of 86.5万、12.4万人次; a dash before a limit is none of it. */
function writtenWhole({ text: written, unit, digits, span, qualifier }: Quantity): string {
  const text = qualifier === 'at-most' ? written.replace(/^[~～]/, '') : written;
  if (text !== written) return text;
  const behind = text.slice(digits[1] - span[0]);
  return behind === '' || unit === behind || !/^[万亿]+$/.test(behind) || !unit.startsWith(behind)
    ? text
    : text.slice(0, digits[1] - span[0]) + unit;
}

/** Whether a figure stands in a table of the text, where no words tell what it is, in a note, or in a task that is not done. */
function isInTable(prose: Prose, { span: [place] }: Quantity): boolean {
  const lines = prose.once(asideLines);
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.[0] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return place < (lines[low - 1]?.[1] ?? 0);
}

/** Where the rows of tables, the notes and the tasks of a text stand, in order. */
const asideLines = ({ text }: TextAlone): readonly (readonly [number, number])[] =>
  [...text.matchAll(/^(?:\||\[\^|[ \t]{0,12}(?:- )?☐).*$/gm)].map(
    ({ 0: line, index }) => [index, index + line.length] as const,
  );

/** Whether a figure is the number of an item that stands as text, `3\. ` or `2.2 Scope` at the start of a line. */
function isItemNumber(text: string, { span: [start, end], digits }: Quantity): boolean {
  if (start > 0 && text[start - 1] !== '\n') return false;
  return (
    text[end] === '\\' ||
    /^\d{1,2}(?:\.\d{1,2})+[ \t\u3000]+[\p{Script=Han}A-Z★]/u.test(text.slice(start, digits[1] + 4))
  );
}

/** Whether a figure counts among so many, which is no value by itself: 38 per 100,000. */
const isOfSoMany = (text: string, { span: [, end] }: Quantity): boolean =>
  /^ (?:per|for every|in every|out of(?: every)?) \d/.test(text.slice(end, end + 20));

/** Whether a figure says nothing of the year by where it stands. */
const isNoLevel = (prose: Prose, figure: Quantity): boolean =>
  isInTable(prose, figure) ||
  isItemNumber(prose.text, figure) ||
  isInAddress(prose.text, figure) ||
  isTitleNumber(prose, figure) ||
  isOfSoMany(prose.text, figure);

/** Whether a figure is part of an address: 10086@example.org. */
const isInAddress = (text: string, { span: [start, end] }: Quantity): boolean =>
  /^[\w.-]{0,40}@/.test(text.slice(end, end + 41)) ||
  /@[\w.-]{0,40}$/.test(text.slice(Math.max(0, start - 41), start));

/** Whether a figure without a unit ends a title, where it counts titles rather than things: Appendix 2, 附表3. */
const isTitleNumber = ({ path, text }: Prose, { unit, digits }: Quantity): boolean =>
  path.at(-1) === 'title' && unit === '' && /^\d{1,2}$/.test(text.slice(digits[0]).trim());

/** Whether a figure is one to declare: written in digits, or a large or timed one in words, such as 过千人 and 一小时. */
export const isNameable = ({ kind, number, unit }: Quantity): boolean =>
  kind === 'figure' || (kind === 'chinese' && (number.compare(100) >= 0 || /小时|天|年$/.test(unit)));

/** Whether a figure is one to declare that says how much something is, or is the limit that an item of a list says. */
const isOfTheYear = (figure: Quantity, isItem: boolean): boolean =>
  isNameable(figure) && figure.movement?.to !== false && (isValue(figure) || isItem);

/** Whether a figure says how much something is; 以上 and 不足 only bound it. */
const isValue = ({ qualifier }: Quantity): boolean =>
  qualifier === 'exact' ||
  qualifier === 'about' ||
  qualifier === 'odd' ||
  qualifier === 'nearly' ||
  qualifier === 'over';

const ofTime =
  /(?:^|\n)[ \t]{0,12}\\?[-*+•] (\p{Script=Han}{0,6}(?:用时|耗时|时间|时长|时限|工期|周期))[\\~～约为在：:]{0,3}$/u;

/** The time that an item of a list limits, where it says nothing else: “- 用时~35%以内”, “- 抢修时间2小时以内”. */
function itemOf(text: string, { qualifier, span: [start, end] }: Quantity): string | undefined {
  if (qualifier !== 'at-most' || !/^[。；;]?(?:\n|$)/.test(text.slice(end, end + 2))) return undefined;
  return ofTime.exec(text.slice(Math.max(0, start - 40), start))?.[1];
}

/** The metrics of some figures: last year’s value where the text tells the change, the formula where it gives the parts, the day it speaks of. */
export function metricsOf(named: readonly NamedFigure[], report: Report): DraftEntry[] {
  const formulas = formulasOf(named);
  return named.map(({ name, figure, prose }): DraftEntry => {
    const more: DraftEntry[] = [];
    const previous = lastYears(figure, prose, report);
    const formula = formulas.get(name);
    const asOf = dayOf(
      prose.text.slice(statementAround(prose, figure.span)[0], figure.span[0]),
      report.calendar,
    );
    if (previous !== undefined) more.push({ key: 'previous', value: text(previous) });
    if (formula !== undefined) more.push({ key: 'formula', value: text(formula) });
    if (asOf !== undefined) more.push({ key: 'as-of', value: text(asOf) });
    const value = text(writtenWhole(figure));
    return {
      key: name,
      value:
        more.length === 0 ? value : { kind: 'map', short: true, entries: [{ key: 'value', value }, ...more] },
    };
  });
}

/** Totals that the text splits completely, by the name of the total. */
function formulasOf(named: readonly NamedFigure[]): Map<string, string> {
  const formulas = new Map<string, string>();
  const names = new Map(named.map(({ figure, name }) => [figure, name]));
  const nameOf = (figure: Quantity): string | undefined => names.get(figure);
  for (const prose of new Set(named.map((each) => each.prose))) {
    for (const { total, parts, complete } of partsIn(prose.sentences)) {
      const [name, parted] = [nameOf(total), parts.map(({ figure }) => nameOf(figure))];
      if (
        complete &&
        name !== undefined &&
        !parted.includes(undefined) &&
        parted.every((each) => each !== name)
      )
        formulas.set(name, parted.map((each) => operand(each as string)).join(' + '));
    }
  }
  return formulas;
}

const operand = (name: string): string => (/^[\p{L}（）]+$/u.test(name) ? name : `"${name}"`);

const englishDay = new RegExp(`\\b(?:as of|as at|at) (${englishDate})`, 'i');

/** The day that words before a figure give it: 截至2017年11月, As of September 30, 2025. */
function dayOf(before: string, calendar: Calendar): string | undefined {
  const english = englishDay.exec(before)?.[1];
  if (english !== undefined && !/^20\d{2}$/.test(english)) return dateOf(english, calendar);
  const found =
    /(?:截至|截止到?|as of|at the end of) ?(20\d{2})(?:年(?:(\d{1,2})月(?:(\d{1,2})日|底|末)?|(底|末))?)?/i.exec(
      before,
    );
  if (!found) return undefined;
  const [, year = '', month, day, end] = found;
  const two = (number: string): string => number.padStart(2, '0');
  if (month === undefined) return end === undefined ? undefined : `${year}-12`;
  return onCalendar([year, two(month), ...(day === undefined ? [] : [two(day)])].join('-'), calendar);
}
