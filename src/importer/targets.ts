import { figureName, type TakenNames } from '../reading/figure-name.ts';
import type { Prose } from '../reading/prose.ts';
import { isSame } from '../reading/declared.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { parseQuantity } from '../quantity/scan/scan.ts';
import { text, type DraftEntry } from '../scaffold/emit.ts';
import { isNameable } from './figures.ts';
import { isFiscal, type Calendar } from '../dates/calendar.ts';
import { dateOf, englishDate, onCalendar } from './text-dates.ts';

/** A clause with its place; clauses are parted by commas and stops, but for those of numbers and of dates (June 30, 2026). */
interface Clause {
  readonly words: string;
  readonly start: number;
}

function* clausesOf(words: string): Generator<Clause> {
  for (const { 0: clause, index } of words.matchAll(
    /(?:[^，。；！？,;!?.\n]|[,.](?=\d)|(?<=\d),(?= 20\d{2}\b))+/g,
  ))
    yield { words: clause, start: index };
}

const soft = /力争|争取|努力|aim to|strive/i;
const firm =
  /确保|务必|必须|完成|实现|达到|建成|新增|保证|不少于|不低于|以上|引进|新建|will |must |shall |to reach|by the end of/i;
const date =
  /(20\d{2})(?:财年|财政年度|年(?:(\d{1,2})月(?:(\d{1,2})日|底|末)?|(上半年|下半年)|(?:第)?([一二三四])季度)?)年?(?:底|末)?(?:前|之前)?/;
const english = new RegExp(`\\b(?:by|no later than|not later than) (${englishDate})`, 'i');

/**
 * The targets of a plan’s text: figures that clauses set as a level, and what is to be done by a date. Words such as
 * 力争 make a target one that is aimed for.
 */
export function targetsOf(prose: Prose, taken: TakenNames, calendar: Calendar): DraftEntry[] {
  const targets: DraftEntry[] = [];
  const levels = new Levels();
  const figuresOf = figuresByClause(prose.figures);
  for (const { words, start } of clausesOf(prose.text)) {
    const figures = figuresOf(start, start + words.length);
    const due = dueIn(words, calendar);
    const aimed = soft.test(words);
    const set = aimed || firm.test(words) || due !== undefined;
    const found = figures.filter((figure) => isNameable(figure) && (set || figure.qualifier === 'at-least'));
    for (const figure of found) {
      const alone = parseQuantity(figure.text);
      if (!alone || !isSame(alone, figure) || levels.has(figure)) continue;
      levels.add(figure);
      targets.push(target(figureName(prose, figure), { level: figure.text, due, aimed }, taken));
    }
    const deed =
      found.length === 0 && figures.length === 0 && due !== undefined && (aimed || firm.test(words))
        ? deedIn(words)
        : undefined;
    if (deed !== undefined) targets.push(target(deed, { due, aimed }, taken));
  }
  return targets;
}

/** Asked clause by clause in their order, the figures that stand wholly in each. */
function figuresByClause(figures: readonly Quantity[]): (start: number, end: number) => readonly Quantity[] {
  let next = 0;
  return (start, end) => {
    const found: Quantity[] = [];
    for (; next < figures.length && (figures[next] as Quantity).span[0] < end; next++) {
      const figure = figures[next] as Quantity;
      if (figure.span[0] >= start && figure.span[1] <= end) found.push(figure);
    }
    return found;
  };
}

/** Levels that are set already, by their numbers. */
class Levels {
  readonly #levels = new Map<string, Quantity[]>();

  add(figure: Quantity): void {
    const key = figure.number.toFraction();
    const others = this.#levels.get(key);
    if (others) others.push(figure);
    else this.#levels.set(key, [figure]);
  }

  /** Whether one of them is the same as a figure; one without a unit says what is written. */
  has(figure: Quantity): boolean {
    return [figure.number, figure.number.div(figure.factor)].some((number) =>
      this.#levels.get(number.toFraction())?.some((level) => isSame(level, figure)),
    );
  }
}

function target(
  wanted: string,
  {
    level,
    due,
    aimed,
  }: { readonly level?: string; readonly due: string | undefined; readonly aimed: boolean },
  taken: TakenNames,
): DraftEntry {
  const name = taken.take(wanted);
  const entries: DraftEntry[] = [];
  if (level !== undefined) entries.push({ key: 'level', value: text(level) });
  if (due !== undefined) entries.push({ key: 'due', value: text(due) });
  if (aimed) entries.push({ key: 'firm', value: text('false') });
  const [only] = entries;
  return {
    key: name,
    value: entries.length === 1 && only?.key === 'level' ? only.value : { kind: 'map', short: true, entries },
  };
}

/** The date in a clause as drafts write it; of a bare year, where years run over two, nobody knows which is meant. */
function dueIn(words: string, calendar: Calendar): string | undefined {
  const by = english.exec(words)?.[1];
  if (by !== undefined)
    return isFiscal(calendar) && /^(?:the )?20\d{2}$/.test(by) ? undefined : dateOf(by, calendar);
  const [found = '', year, month, day, half, quarter] = date.exec(words) ?? [];
  if (year === undefined) return undefined;
  if (/财年|财政年度/.test(found)) return calendar.stated ? `FY${year}` : undefined;
  if (month !== undefined) return onCalendar(dashed(year, month, day), calendar);
  if (isFiscal(calendar) && /[底末]/.test(found)) return undefined;
  return year + partOfYear(half, quarter);
}

/** A half or a quarter as drafts write it. */
function partOfYear(half: string | undefined, quarter: string | undefined): string {
  if (half !== undefined) return half === '上半年' ? '-H1' : '-H2';
  return quarter === undefined ? '' : `-Q${'一二三四'.indexOf(quarter) + 1}`;
}

/** A month or a day as drafts write it. */
const dashed = (year: string, month: string, day: string | undefined): string =>
  [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');

/** What is to be done by the date: the words behind it, in English those from “will” to it; else undefined. */
function deedIn(words: string): string | undefined {
  const by = english.exec(words);
  const will = by && /\b(?:will|to|must|shall) ([a-z][A-Za-z -]{4,60}) $/.exec(words.slice(0, by.index))?.[1];
  if (will) return will;
  const found = date.exec(words);
  const behind = found
    ? words
        .slice(found.index + found[0].length)
        .replace(/^(?:前|之前|，|, )?(?:实现|完成|要|将|内)?/, '')
        .trim()
    : '';
  return /^[\p{Script=Han}“”（）]{3,16}$/u.test(behind) || /^[A-Za-z][A-Za-z ]{4,40}$/.test(behind)
    ? behind
    : undefined;
}
