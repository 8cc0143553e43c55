import type { Quantity } from '../quantity/value/quantity.ts';
import type { Span } from '../quantity/value/formula.ts';
import { clauseOf, type ClauseWords } from './chinese-clause.ts';
import {
  actorNames,
  beginsWithDeed,
  endsInDeed,
  leadsToFigure,
  namesNothing,
  openingAdverbs,
  otherLevel,
  otherTimes,
  rateNames,
  sentenceWords,
  shortNames,
  timeNames,
} from './chinese-name-words.ts';
import { indexAt, type SubjectText } from './figure-at.ts';

/** The longest name that a reader takes for one. */
const LONGEST = 22;

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
  const name = nameAt(prose, figure, statement, year);
  if (name === undefined) return undefined;
  const total = isPart(name) ? totalOf(prose, figure, statement) : undefined;
  const whole = total && accepted(nameAt(prose, total, statement, year), total);
  const full =
    whole === undefined || whole.startsWith(name) || whole.endsWith(name.slice(-2)) ? name : name + whole;
  return accepted(full, figure);
}

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
  if (isLowerEnd.test(text.slice(end, end + 14))) return undefined;
  return nameIn(clause, text.slice(end, Math.min(statement[1], end + FARTHEST)));
}

const startOf = ([start]: Span, at: number): number => Math.max(start, at - FARTHEST);

/** A figure is the lower end of a range, or what something rose from, where this stands behind it. */
const isLowerEnd =
  /^[ \u3000]?(?:[—–~～-]|至|到|以?[上下]的|[^，。；、]{0,8}(?:增加?|提高|提升|扩大|降|减少|压减)(?:[至到]))/u;

/** Whether a name only tells a part of what the words before it name: 男, 城镇, 市级, 东湖区. */
const isPart = (name: string): boolean =>
  /^(?:男|女|农村|城镇|城市|城区|镇村|乡镇|[国省市县区校院镇村]级|境[内外]|公办|民办|国有|民营|本[市省县]|中央|地方)$/u.test(
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

/** The words of a clause as a name: those before the figure, else what was done and the thing behind it. */
function nameIn(clause: ClauseWords, behind: string): string | undefined {
  const words = clause.words
    .replace(leadsToFigure, '')
    .replace(openingAdverbs, '')
    .replace(/^实现(?=\p{Script=Han}{4})/u, '')
    .trim();
  const subject = isThingBehind(behind)
    ? deedName(words, behind, /[有共]$/.test(clause.words) || clause.isListed === true)
    : isSubject(words)
      ? words
      : undefined;
  if (subject === undefined) return undefined;
  return tidy(clause.verb && !beginsWithDeed.test(subject) ? clause.verb + subject : subject);
}

const isSubject = (words: string): boolean =>
  words !== '' && !otherLevel.test(words) && (!endsInDeed.test(words) || isNamedDeed(words));

/** Whether the thing that a figure counts stands behind it: 68辆校车. */
const isThingBehind = (behind: string): boolean =>
  /^\s?[余多]?(?!以[上下内]|左右)[\p{Script=Han}“]/u.test(behind);

/** Whether a deed names by itself what is counted: 开展汛前检查9次, and 按期办结15件, which leaves the thing to the words before. */
const isNamedDeed = (words: string): boolean =>
  words.length >= 4 &&
  (words.length - (beginsWithDeed.exec(words)?.[0].length ?? words.length) >= 2 ||
    /^(?:按期|按时|当年|主动|自主|实际|依法)|[\p{Script=Han}]{2}(?:投入|支持|服务|培训|签约)$/u.test(words));

/**
 * What was done with the thing that stands behind a figure: 投放校车. Where nothing leads to the figure, the words behind it may be a whole
 * sentence, but for an item of a list.
 */
function deedName(words: string, behind: string, isLed: boolean): string | undefined {
  const [, of = '', found, mark = ''] =
    /^\s?[余多]?(的?)([\p{Script=Han}“”]{2,14})([，。；、：）！？\s,.;]|$)/u.exec(behind) ?? [];
  const noun = found?.replaceAll(/[“”]/g, '');
  const deed = endsInDeed.exec(words);
  if (noun === undefined || sentenceWords.test(noun) || beginsWithDeed.test(noun)) return undefined;
  if (words === '') return isLed || (of === '' && mark === '、') ? noun : undefined;
  const done = deed ? deedAlone(words, deed) : undefined;
  return done && done.replace(/了$/, '') + noun;
}

/** What was done, without who did it; undefined where it was not done, or where the words may be part of a name: 湿地生态修复. */
function deedAlone(words: string, deed: RegExpExecArray): string | undefined {
  const before = words.slice(0, deed.index);
  if (/[未没不无]$/.test(before)) return undefined;
  if (words.length <= 4) return words;
  return /^$|[共已后又还]$/.test(before) ? deed[0] : undefined;
}

const tidy = (words: string): string =>
  words
    .replaceAll(/["“”'#&*!|>%@`[\]{}\\]/g, '')
    .replace(/^(?:[的了和与及、]|其(?![他中余它实]))+/u, '')
    .trim();

/** Whether words are a name that a reader accepts for a figure. */
function isNameOf(name: string, { unit, number }: Quantity): boolean {
  const size = name.length;
  if (size < 2 || size > LONGEST || namesNothing.test(name) || !/\p{Script=Han}/u.test(name)) return false;
  if (/\d$|^\d+(?!\d|岁|年级|G|千伏|届|级)/.test(name) || otherLevel.test(name)) return false;
  if (actorNames.test(name) && !beginsWithDeed.test(name) && !/^(?:[个家所户座处]|)$/u.test(unit))
    return false;
  // of 甲、乙、丙3家 the number counts the names
  if (name.includes('、') && name.split('、').length === number.valueOf()) return false;
  if (/[%‰]$|百分点$/u.test(unit)) return rateNames.test(name);
  if (/^(?:年|个?月|周|天|日|小时|分钟|秒|岁)$/u.test(unit)) return timeNames.test(name);
  return size >= 3 || shortNames.test(name);
}

/** Whether a statement speaks of another year than the report’s, or of a plan. */
function isOfOtherTime(before: string, clause: string, year: number | undefined): boolean {
  if (otherTimes.test(clause)) return true;
  // 比上年, 是上年的 and 2024年的118家 say what the figure of this year is held against
  const times = [
    ...before.matchAll(
      /(?<![比较是为占同自由从])(?:((?:19|20)\d{2})年(?![^，。；]{0,4}(?:[增减升降]|的\d))|(上年|去年|前年)(?!的|同期)|今年|本年|当年|全年|现有|目前|现在)/gu,
    ),
  ];
  const [, said, other] = times.at(-1) ?? [];
  return other !== undefined || (said !== undefined && year !== undefined && Number(said) !== year);
}
