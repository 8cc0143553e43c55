import type { Report } from '../../model/report.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Prose } from '../../reading/prose.ts';
import { statementAround } from '../../reading/statements.ts';
import { countsWhatFollows, isWholeName } from '../../reading/names/whole-names.ts';
import { isOfOtherPeriod } from '../dates/periods.ts';
import { dateBefore, isOfAnother } from '../subjects.ts';
import type { TableNames } from './table-names.ts';

/** What a sentence says that a figure is a figure of, as far as tables have it: one name or two, in lower case. */
export interface ToldOf {
  readonly names: readonly string[];
  /** Whether it says that it is all of them. */
  readonly isTotal: boolean;
  /** Whether it says what share of all it is. */
  readonly isShare: boolean;
  /** Whether a verb leads to the figure that may have another object than the table: 餐饮业实现64.7亿元. */
  readonly isLoose: boolean;
  readonly year: number | undefined;
}

/** What may stand between a name and its figure. */
const joins =
  /(?:[\s:：（(*]|，(?:达到?|共计?|合计|总计|为)|达到?了?|[增升降减提调]至|(?:增加|增长|上升|提高|提升|扩大|回升|减少|下降|降低|回落|缩减|调整|变化|变)[到为至]|[由从](?:(?:19|20)\d{2}年|上年|去年)?的?|[为共有是仅计]|占(?:总数的|全部的|比为?)?|[现共拥设建]有|总数|合计|累计|总计|共计|已经?|完成|实现|发生|\b(?:was|were|is|are|of|to|stood|stands|at|reached|totall?ed|numbered|came|amounted|has|have|had|gave|covers?|covered|holds?|held|received|welcomed|recorded|made up|makes up|accounted for|accounts for|represented|only|just|all|together))$/i;
const MOST_JOINS = 6;
/** What may stand between two names: 蓬江区的学校, 江海区现有学校. */
const betweenNames = /(?:的|[现共拥设建]?有|设|\s)$/;
/** What stands before a figure whose thing stands behind it, where there are so many. */
const existing =
  /(?:[现共拥设建]?有|合计|共计|总计|\b(?:has|have|had|there (?:are|were)|operates?|operated|employs?|employed|runs?|maintains?|oversees?|a total of)) ?$/i;
const existingList =
  /(?:[现共拥设建]?有|\b(?:has|have|had|there (?:are|were)|operates?|employs?)) ?\d[^，。；,.;]{0,60}(?:[、和及与]|\band )$/i;
/** Who has them, in English: others have theirs. */
const ownEn =
  /^\W*(?:(?:in all|altogether|today|now|in \d{4}),? )?(?:the (?:agency|council|authority|department|borough|district|county|city|town|region|office|service|company|trust|charity|university|college|bureau|commission|ministry|organi[sz]ation|state|parish|fund|foundation)|our|we|it|there)\b/i;

const notAll =
  /其中|另有|计划|力争|拟|目标|预计|预算|[将应]|明年|下一?步|每|平均|人均|of (?:these|which|them)|\b(?:plan|plans|planned|targets?|will|expect|expected|aim|next|forecast|if|each|every|per|average|another|more|extra|additional|should|would|could)\b/i;
const total = /共|合计|总|全[市县区省校局州院]|\b(?:totals?|totall?ed|altogether|in all|overall)\b/i;
const share =
  /占(?:总数|全部|总量)?(?:的|比为?)?$|\b(?:made up|makes up|account(?:s|ed) for|represent(?:s|ed)) $/i;
const partOfYear =
  /半年|季度|[一二三四五六七八九十\d]月|上旬|中旬|下旬|\b(?:first|second) half\b|\bquarter\b|\bmonth|\bweek|\bQ[1-4]\b/i;
const place =
  /[\p{Script=Han}]{1,3}(?<![全我本城市地社小园景校片辖灾山林库各分开发新老])(?:区|县|旗)(?![域级别])|[\p{Script=Han}]{1,3}(?<![城乡村集各])镇(?![级村])|[\p{Script=Han}]{1,3}街道(?!级)/u;

/**
 * What the words about a figure say that it is of, in names of tables; undefined where they say something else: a part (其中, of these), a
 * plan, another time, or nothing for sure. @param isPartOfKnown whether the figure before is one of a table, of which 其中 names a part
 */
export function toldBy(
  prose: Prose,
  lower: string,
  figure: Quantity,
  names: TableNames,
  report: Report,
  isPartOfKnown = false,
): ToldOf | undefined {
  if (!isToldPlainly(figure)) return undefined;
  const found =
    namesBefore(prose, lower, figure, names, isPartOfKnown) ??
    nameBehind(prose, lower, figure, names) ??
    nameOf(prose, figure, names);
  if (found === undefined) return undefined;
  const { start } = found;
  const [from] = statementAround(prose, figure.span);
  const before = prose.text.slice(Math.max(from, figure.span[0] - 120), figure.span[0]);
  const lead = prose.text.slice(Math.max(from, start - 120), start);
  if (notAll.test(isPartOfKnown ? lead.replace(/其中[，：]?$/, '') : lead) || partOfYear.test(before))
    return undefined;
  if (place.test(before) && !found.names.some((name) => place.test(name))) return undefined;
  const year = yearToldBy(prose, figure, report);
  if (year === 'other') return undefined;
  return {
    names: found.names,
    isTotal: total.test(before),
    isShare: share.test(before),
    isLoose: /(?:完成|实现|发生)$/.test(before),
    year,
  };
}

/** Whether a figure says how much there is, and nothing of a change. */
export const isToldPlainly = ({ kind, qualifier, movement }: Quantity): boolean =>
  kind === 'figure' && qualifier === 'exact' && (movement === undefined || movement.to);

/** Names that tell what a figure is of, and where what names it begins. */
interface Found {
  readonly names: readonly string[];
  readonly start: number;
}

const isPartAt = (lower: string, start: number): boolean =>
  /其中[，：]?$/.test(lower.slice(Math.max(0, start - 3), start));

/** The names directly before a figure. */
function namesBefore(
  prose: Prose,
  lower: string,
  figure: Quantity,
  names: TableNames,
  isPartOfKnown: boolean,
): Found | undefined {
  const from = earlierOf(prose, figure)?.earlier.span[0] ?? figure.span[0];
  const end = endOfName(lower, from, names);
  const name = end === undefined ? undefined : names.endingAt(lower, end);
  if (end === undefined || name === undefined) return undefined;
  const { start, outer } = withOuter(lower, end - name.length, names);
  if (!(isPartOfKnown && isPartAt(lower, start)) && !isWhole(prose, [start, end])) return undefined;
  if (outer !== undefined)
    return countsWhatFollows(prose.text, figure) ? undefined : { names: [outer, name], start };
  const thing = thingBehind(prose, lower, figure, names);
  return thing === undefined ? undefined : { names: thing === '' ? [name] : [name, thing], start };
}

/** Where what is named before a name begins: 蓬江区 of 蓬江区的学校. */
function withOuter(
  lower: string,
  from: number,
  names: TableNames,
): { readonly start: number; readonly outer: string | undefined } {
  const join = betweenNames.exec(lower.slice(Math.max(0, from - 3), from))?.[0] ?? '';
  const outer = names.endingAt(lower, from - join.length);
  const start = outer === undefined ? from : from - join.length - outer.length;
  const total = /(?:合计|总计|共计)$/.exec(lower.slice(Math.max(0, start - 2), start))?.[0] ?? '';
  return { start: start - total.length, outer };
}

/** What leads from a figure to a later one of the same thing: 由2018年的412张减少到2019年的398张. */
const reaching =
  /(?:增|升|降|减|提|调|(?:增加|增长|上升|提高|提升|扩大|回升|减少|下降|降低|回落|缩减|调整|变化|变))[到为至]了?(?:((?:19|20)\d{2})年|今年|本年)?的?$/;

/** The figure from which a text leads to a later one, with the year that it gives the later. */
function earlierOf(
  prose: Prose,
  figure: Quantity,
): { earlier: Quantity; year: number | undefined } | undefined {
  const start = figure.span[0];
  const found = reaching.exec(prose.text.slice(Math.max(0, start - 14), start));
  if (found === null) return undefined;
  const end = start - found[0].length;
  const earlier = prose.figures.find(({ span }) => span[1] === end);
  if (
    earlier === undefined ||
    !/[由从][^，。；]{0,8}$/.test(prose.text.slice(Math.max(0, earlier.span[0] - 10), earlier.span[0]))
  )
    return undefined;
  return { earlier, year: found[1] === undefined ? undefined : Number(found[1]) };
}

/** Where the words end that lead to a figure from the name before it. */
function endOfName(lower: string, from: number, names: TableNames): number | undefined {
  let end = from;
  for (let count = 0; count <= MOST_JOINS; count++) {
    if (names.endingAt(lower, end) !== undefined) return end;
    const join = joins.exec(lower.slice(Math.max(0, end - 14), end))?.[0];
    if (join === undefined) return undefined;
    end -= join.length;
  }
  return undefined;
}

/** Of “Old Town library had 98,700 visits” the column; empty where nothing is counted behind a figure, undefined where it is what no table has. */
function thingBehind(prose: Prose, lower: string, figure: Quantity, names: TableNames): string | undefined {
  const unit = nameAsUnit(lower, figure, names);
  if (unit !== undefined) return unit;
  return countsWhatFollows(prose.text, figure) ? names.beginningAt(lower, figure.span[1] + 1) : '';
}

/** Whether names are the whole of what they stand in, and of what the report itself has. */
function isWhole(prose: Prose, [start, end]: readonly [number, number]): boolean {
  const { text } = prose;
  // bold begins a label
  const bare =
    /[*_]/.test(text[start - 1] ?? '') &&
    /(?:^|[\n.。！!？?；;] ?)[*_]{1,3}$/.test(text.slice(Math.max(0, start - 6), start));
  const isNamed = /最[多大高长]的(?:一[项类个种])?\p{Script=Han}{0,4}是$/u.test(
    text.slice(Math.max(0, start - 14), start),
  );
  if (!bare && !isNamed && !isWholeName(text, [start, end])) return false;
  if (isOfAnother(prose, [start, end])) return false;
  const clause =
    text
      .slice(Math.max(0, start - 60), start)
      .split(/[，。；：,;:\n（(]/)
      .at(-1) ?? '';
  // of 检查小学12所、初中9所 the words before the first item hold of all
  return (
    !clause.includes('、') ||
    /^\s*(?:\p{Script=Han}{0,4}有)?[\p{Script=Han}]{0,2}[市县区省校局]?[现共]?有/u.test(clause) ||
    isListOfNames(clause)
  );
}

/** Whether a list begins with a name and its figure, and not with what was done. */
const isListOfNames = (clause: string): boolean =>
  !/(?:检查|开展|组织|举办|培训|新建|改造|新增|完成|建成|支持|扶持|引进|走访|慰问|整治|创建|评选|表彰|覆盖|惠及|参加)/.test(
    clause.split('、')[0] ?? '',
  );

/** The thing behind a figure that says how many there are: 有18个农贸市场, “has 36 nurseries”. */
function nameBehind(prose: Prose, lower: string, figure: Quantity, names: TableNames): Found | undefined {
  const [start, end] = figure.span;
  const blank = lower[end] === ' ' ? 1 : 0;
  const name = names.beginningAt(lower, end + blank) ?? nameAsUnit(lower, figure, names);
  if (name === undefined) return undefined;
  const behind = lower.slice(end + (nameAsUnit(lower, figure, names) === name ? 0 : blank + name.length));
  if (!/^(?:$|[，。、；,.;）)\n]|[和及与]| (?:and|in|at|across|with|by)\b)/.test(behind)) return undefined;
  const [from] = statementAround(prose, figure.span);
  const before = prose.text.slice(Math.max(from, start - 100), start);
  const isHan = /\p{Script=Han}/u.test(name);
  if (!existing.test(before) && !existingList.test(before)) return undefined;
  return isHan || ownEn.test(before) ? { names: [name], start } : undefined;
}

/** Of “640 staff” the unit is what is counted. */
function nameAsUnit(lower: string, { span, digits }: Quantity, names: TableNames): string | undefined {
  const unit = lower.slice(digits[1], span[1]).trim();
  return unit !== '' && names.has(unit) ? unit : undefined;
}

/** The subject of a figure, where it is a name by itself. */
function nameOf(prose: Prose, figure: Quantity, names: TableNames): Found | undefined {
  // what leads to a level by way of an earlier one: from 160 to 175
  const isReached = figure.movement?.to === true || prose.text.endsWith(' to ', figure.span[0]);
  const subject = isReached ? prose.subjectOf(figure)?.toLowerCase() : undefined;
  if (subject === undefined) return undefined;
  const bare = subject.replace(/^(?:total|overall) /, '');
  const name = [subject, bare].find((each) => names.has(each));
  return name === undefined || countsWhatFollows(prose.text, figure)
    ? undefined
    : { names: [name], start: figure.span[0] };
}

/** The year that a figure is of, undefined for that of the report; `other` where it is of another time or of a part of one. */
export function yearToldBy(prose: Prose, figure: Quantity, report: Report): number | undefined | 'other' {
  const reached = earlierOf(prose, figure);
  if (reached !== undefined) return reached.year;
  // 由160张增至178张: what it was before is of another time
  if (/[由从]的?$/.test(prose.text.slice(0, figure.span[0]).slice(-2))) return 'other';
  const said = dateBefore(prose, figure);
  const year = /^((?:19|20)\d{2})年?(?:底|末)?$/.exec(said)?.[1];
  if (year !== undefined)
    return Number(year) === report.data.year && isOfOtherPeriod(prose.text, figure.span, report)
      ? 'other'
      : Number(year);
  if (/去年|上年/.test(said)) return report.data.year === undefined ? 'other' : report.data.year - 1;
  if (said !== '' && said !== '今年' && !/^年[底末]$/.test(said)) return 'other';
  return isOfOtherPeriod(prose.text, figure.span, report) ? 'other' : undefined;
}
