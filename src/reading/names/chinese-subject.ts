import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Span } from '../../quantity/value/formula.ts';
import { clauseOf } from './chinese-clause.ts';
import { isThingBehind, nameOfClause } from './chinese-deed-names.ts';
import { isNameOf } from './chinese-name.ts';
import {
  actorNames,
  beginsWithDeed,
  deedsBefore,
  isDeed,
  openingAdverbs,
  opensWithYears,
  otherTimes,
} from './chinese-name-words.ts';
import { asOtherHalf, isOfOtherPlace, overlapped, withDoer } from './chinese-shared-words.ts';
import { indexAt, type SubjectText } from '../figure-at.ts';

/** As many characters before a figure are looked at. */
const FARTHEST = 200;

/**
 * The subject of a figure in a Chinese statement: what stands before it in its clause without what only leads to it, else what was done
 * and the thing behind the figure.
 */
export function chineseSubject(
  prose: SubjectText,
  figure: Quantity,
  statement: Span,
  year: number | undefined,
): string | undefined {
  return subjectAt(prose, figure, { statement, year, depth: 0 });
}

/** Where a subject is looked for, and how many figures it was carried on from. */
interface Search {
  readonly statement: Span;
  readonly year: number | undefined;
  readonly depth: number;
}

/** As many figures of a list a name is carried on over. */
const DEEPEST = 6;

function subjectAt(prose: SubjectText, figure: Quantity, search: Search): string | undefined {
  const carried = search.depth < DEEPEST ? carriedName(prose, figure, search) : undefined;
  if (carried !== undefined) return accepted(carried, figure);
  const { statement, year } = search;
  const name = nameAt(prose, figure, statement, year);
  if (name === undefined) return undefined;
  const total = isPart(name) ? totalOf(prose, figure, statement) : undefined;
  const whole = total && accepted(nameAt(prose, total, statement, year), total);
  // 其中乡镇12个 with nothing before it that is counted alike
  if (total === undefined && isPart(name) && isOfWhole(prose.text, figure)) return undefined;
  const full =
    whole === undefined || whole.startsWith(name) || whole.endsWith(name.slice(-2))
      ? name
      : overlapped(name, whole);
  return accepted(withShared(full, prose, figure, search), figure);
}

/** A name with what it shares with the one before it, unless nobody can tell of which place it is. */
function withShared(name: string, prose: SubjectText, figure: Quantity, search: Search): string | undefined {
  const { text, figures } = prose;
  const from = startOf(search.statement, figure.span[0]);
  if (isOfOtherPlace(name, text.slice(from, figure.span[0]))) return undefined;
  if (name.length > 5 || search.depth > 0) return name;
  const last = figures.slice(
    Math.max(0, indexAt(figures, figure.span[0]) - 3),
    indexAt(figures, figure.span[0]),
  );
  const before =
    last.findLast(
      ({ family, movement, span }) => family === figure.family && movement === undefined && span[0] >= from,
    ) ??
    last.findLast(
      ({ kind, movement, span }) => kind === 'figure' && movement === undefined && span[0] >= from,
    );
  if (before === undefined) return name;
  const other = subjectAt(prose, before, { ...search, depth: DEEPEST }) ?? '';
  const half = asOtherHalf(name, other.replace(deedsBefore, ''));
  const isListed = /^、[^、，。；]*$/.test(text.slice(before.span[1], figure.span[0]));
  return half === name && isListed ? withDoer(name, other) : half;
}

/**
 * The name that goes on from the figure before, of the same unit: 整改隐患 of 排查隐患12处，整改9处, 新增市级示范社 of
 * 新增省级示范社2家、市级5家.
 */
function carriedName(prose: SubjectText, figure: Quantity, search: Search): string | undefined {
  const { text, figures } = prose;
  const last = figures[indexAt(figures, figure.span[0]) - 1];
  if (last === undefined || last.family !== figure.family || last.movement !== undefined) return undefined;
  if (last.span[0] < startOf(search.statement, figure.span[0])) return undefined;
  const [, sum = '', words = ''] = carriedOn.exec(text.slice(last.span[1], figure.span[0])) ?? [];
  if (!levelWord.test(words) && !isDeed(words)) return undefined;
  if (isThingBehind(text.slice(figure.span[1], figure.span[1] + 3))) return undefined;
  return wentOn(subjectAt(prose, last, { ...search, depth: search.depth + 1 }) ?? '', words, sum);
}

/** A name with its level, or what was done, put in place of another. */
function wentOn(name: string, words: string, sum: string): string | undefined {
  if (levelWord.test(words)) return levelsInNames.test(name) ? name.replace(levelsInNames, words) : undefined;
  const thing = name.replace(deedsBefore, '');
  return thing === name || thing.length < 2 ? undefined : sum + words + thing;
}

/** What stands between two figures of one thing: ，其中市级, 、累计建成. */
const carriedOn = /^[，、](?:其中)?(?:已|共)?(累计)?(\p{Script=Han}{2,6}?)了?$/u;
const levelWord = /^(?:国家|[省市县区镇乡村州]|街道)级$/u;
const levelsInNames = /(?:国家|[省市县区镇乡村州]|街道)级(?![以及])/u;

/** Whether 其中 stands in the clause of a figure. */
const isOfWhole = (text: string, { span: [start] }: Quantity): boolean =>
  /其中[^，。；]{0,8}$/u.test(text.slice(Math.max(0, start - 12), start));

const accepted = (name: string | undefined, figure: Quantity): string | undefined =>
  name !== undefined && isNameOf(name, figure) ? name : undefined;

/** The words about a figure as a name, which may tell a part of a total only. */
function nameAt(
  prose: SubjectText,
  figure: Quantity,
  statement: Span,
  year: number | undefined,
): string | undefined {
  const { text } = prose;
  const [start, end] = figure.span;
  const from = startOf(statement, start);
  const clause = clauseOf(prose, figure, from);
  if (clause === undefined) return undefined;
  // of 由上年的81.5%提高到92.3% the year is that of the earlier level
  if (!clause.isRisen && isOfOtherTime(text.slice(from, start), clause.words, year)) return undefined;
  if (isOfYears(text.slice(from, start), clause.words)) return undefined;
  if (isLowerEnd.test(text.slice(end, end + 14)) || isOneOfTwo(prose, figure)) return undefined;
  return nameOfClause(clause, text.slice(end, Math.min(statement[1], end + FARTHEST)));
}

const startOf = ([start]: Span, at: number): number => Math.max(start, at - FARTHEST);

/** A figure is the lower end of a range, or what something rose from, where this stands behind it. */
const isLowerEnd =
  /^[ \u3000]?(?:[—–~～-]|[，、](?:已|并)?达到?\d|至|到|以?[上下]的|[^，。；、]{0,8}(?:增加?|提高|提升|扩大|降|减少|压减)(?:[至到]))/u;

/** Whether two values stand for one name, and nobody can tell which is whose: 客运量达140万人次、130万人次. */
function isOneOfTwo({ text, figures }: SubjectText, figure: Quantity): boolean {
  const next = figures[indexAt(figures, figure.span[0]) + 1];
  return (
    next !== undefined &&
    next.family === figure.family &&
    text.slice(figure.span[1], next.digits[0]) === '、' &&
    /^(?:[，。；、]|$)/.test(text.slice(next.span[1], next.span[1] + 1)) &&
    !text.slice(Math.max(0, figure.span[0] - 40), figure.span[0]).includes('分别')
  );
}

/** Whether a name only tells a part of what the words before it name: 男, 城镇, 市级, 东湖区. */
const isPart = (name: string): boolean =>
  /^(?:男|女|农村|城镇|城市|城区|镇村|乡镇|[国省市县区校院镇村]级|境[内外]|公办|民办|国有|民营|本[市省县]|中央|地方|(?:城镇|农村|城市|城乡)(?:常住)?居民)$/u.test(
    name,
  ) || actorNames.test(name);

/** The figure of which 其中 or a bracket gives parts, where a figure is one of them. */
function totalOf({ text, figures }: SubjectText, figure: Quantity, statement: Span): Quantity | undefined {
  const from = startOf(statement, figure.span[0]);
  const before = text.slice(from, figure.span[0]);
  const open = Math.max(...['（', '('].map((mark) => before.lastIndexOf(mark)));
  const isOpen = open > Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'));
  const at = Math.max(before.lastIndexOf('其中'), isOpen ? open : -1);
  if (at < 0) return undefined;
  for (let index = indexAt(figures, figure.span[0]) - 1; index >= 0; index--) {
    const each = figures[index] as Quantity;
    if (each.span[0] < from) return undefined;
    if (each.span[1] <= from + at && each.movement === undefined)
      return each.family === figure.family ? each : undefined;
  }
  return undefined;
}

/** Whether what was done, and not what is, is told of several years; a sum says so itself: 累计新增. */
const isOfYears = (before: string, words: string): boolean =>
  opensWithYears.test(before) &&
  !/今年|20\d{2}年(?![^，]*[—至到])/u.test(before.slice(8)) &&
  beginsWithDeed.test(words.replace(openingAdverbs, '')) &&
  !words.includes('累计');

/** Whether a statement speaks of another year than the report’s, or of a plan. */
function isOfOtherTime(words: string, clause: string, year: number | undefined): boolean {
  if (otherTimes.test(clause)) return true;
  // a year in brackets is that of what stands in them
  const before = words.replaceAll(/（[^（）]*）|\([^()]*\)/g, '');
  // 比上年, 是上年的 and 2024年的118家 say what the figure of this year is held against
  const times = [
    ...before.matchAll(
      /(?<![比较是为占同自由从])(?:((?:19|20)\d{2})年(?![^，。；]{0,4}(?:[增减升降]|的\d))|(上年|去年|前年)(?!的|同期)|今年|本年|当年|全年|现有|目前|现在)/gu,
    ),
  ];
  const [, said, other] = times.at(-1) ?? [];
  return other !== undefined || (said !== undefined && year !== undefined && Number(said) !== year);
}
