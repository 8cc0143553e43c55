import type { Quantity } from '../../quantity/value/quantity.ts';
import { isMoney } from '../../quantity/value/unit-table.ts';
import { isInName } from './figure-in-name.ts';
import { respectively } from './chinese-respectively.ts';
import { deedsBefore, endsInDeedOnThing, openingAdverbs } from './chinese-name-words.ts';
import { indexAt, type SubjectText } from '../figure-at.ts';

/** The words of a clause before a figure, and the deed that the list began with in which they stand. */
export interface ClauseWords {
  readonly words: string;
  readonly verb?: string;
  /** Whether an earlier level stands between them and the figure. */
  readonly isRisen?: true;
  /** Whether they are those of an item of a list, in which a figure may stand before its thing. */
  readonly isListed?: true;
}

/** What stands between two figures of a list: the noun of the first, and 、 or 和. */
const LISTED = /^[\p{Script=Han}]{0,10}(?:[、和与及]|以及)[^，。；、]*$/u;

/** Whether 分别 gives out the figures of the clause that some words end in. */
function isGivenOut(before: string): boolean {
  const at = before.lastIndexOf('分别');
  return at >= 0 && !/[，；：]\p{Script=Han}{2}/u.test(before.slice(at));
}

/** A clause that says a level and not of what. */
const LEVEL_ONLY = /^(?:达到?了?|已?达到?|为|升至|降至|增至)$/u;

const boundaries = '，。；：！？;!?\n—…|,、';

/** The mark of a note behind a word: [2]. */
const noteMark = /(?<=[\p{Script=Han}”）])(?:\\?\[\^?[\d¹²³⁰⁴-⁹]{1,3}\\?\]|[¹²³⁰⁴-⁹]{1,2})/gu;

/** The words that belong to a figure alone; undefined where another figure of the clause may claim them. */
export function clauseOf(
  { text, figures }: SubjectText,
  figure: Quantity,
  from: number,
): ClauseWords | undefined {
  const at = figure.span[0];
  const before = withoutBrackets(text.slice(from, at).replaceAll(noteMark, ''));
  const stop = lastBoundary(before);
  const label = before.slice(stop).trim() === '' && /[：:]\s*$/.test(before) ? labelOf(before) : undefined;
  if (label !== undefined) return { words: label };
  const index = indexAt(figures, at);
  const last = lastCounted(text, figures, index);
  if (LEVEL_ONLY.test(before.slice(stop)))
    return passedName(text, figure, last, from) ?? levelOf(before.slice(0, Math.max(0, stop - 1)));
  const risen = last && risenName(text, from, last, figure);
  if (risen !== undefined) return { words: risen, isRisen: true };
  if (isGivenOut(before)) return respectively(text, figures, index, from);
  if (last === undefined || last.span[1] <= from) return { words: before.slice(stop) };
  return amongOthers(text, { figures, last, figure }, from, before.slice(stop));
}

/** The last figure before one that is not part of a name itself. */
function lastCounted(text: string, figures: readonly Quantity[], index: number): Quantity | undefined {
  for (let at = index - 1; at >= 0 && at >= index - 4; at--)
    if (!isInName(text, figures[at] as Quantity) && !isNoteMark(text, figures[at] as Quantity))
      return figures[at];
  return undefined;
}

/** Whether a figure is the number of a note: [2]. */
const isNoteMark = (text: string, { span: [start, end] }: Quantity): boolean =>
  text[start - 1] === '[' && /^\\?\]/.test(text.slice(end, end + 2));

/** Of 生产总值突破200亿元、达到213.6亿元 the name before the mark that was passed. */
function passedName(
  text: string,
  figure: Quantity,
  last: Quantity | undefined,
  from: number,
): ClauseWords | undefined {
  if (last === undefined || last.family !== figure.family || last.span[0] < from) return undefined;
  if (!/^[，、](?:已|并)?(?:达到?|为)?$/u.test(text.slice(last.span[1], figure.digits[0]).trim()))
    return undefined;
  if (!PASSED.test(text.slice(Math.max(from, last.span[0] - 3), last.digits[0]))) return undefined;
  const before = withoutBrackets(text.slice(from, last.span[0]));
  return { words: before.slice(lastBoundary(before)) };
}

/** A mark that was passed: 突破200亿元. */
const PASSED = /(?:突破|超过?|跨[越上过]|[迈站跃]上|越过|冲破)$/u;

/** The words of a figure behind another one of its statement: its own clause, an item of a list, or a deed behind the other’s noun. */
function amongOthers(
  text: string,
  {
    figures,
    last,
    figure,
  }: { readonly figures: readonly Quantity[]; readonly last: Quantity; readonly figure: Quantity },
  from: number,
  own: string,
): ClauseWords | undefined {
  const between = text.slice(last.span[1], figure.span[0]);
  if (!LISTED.test(between))
    return /[，。；：！？;!?\n（(—…|]/.test(between.replaceAll(/（[^（）]*）|\([^()]*\)/g, ''))
      ? { words: own }
      : behindFigure(between);
  const found = verbOfList(text, figures, indexAt(figures, last.span[0]), from);
  const verb = found !== undefined && isMoney(figure.family) && !ofMoney.test(found) ? undefined : found;
  const words = own.replace(/^(?:以及|[、和与及])/, '');
  return { words, isListed: true, ...(verb !== undefined && { verb }) };
}

/** What is done with money: of 接待游客80万人次、旅游收入6亿元 nobody received the income. */
const ofMoney =
  /争取|投入|完成|发放|兑现|落实|募集|筹集|筹措|引进|安排|签约|获|增加|减少|压减|实现|新增|挽回|追回/u;

/** Where the last clause of some words begins. */
function lastBoundary(words: string): number {
  for (let at = words.length; at > 0; at--) {
    const mark = words[at - 1] as string;
    // 、 parts words of one name where no figure stands before it
    if (mark === '、' && !/\d[^，。；]{0,14}、$/u.test(words.slice(Math.max(0, at - 16), at))) continue;
    // 12,400; 0—6岁儿童
    if ((mark === ',' || (mark === '—' && /\d/.test(words[at - 2] ?? ''))) && /\d/.test(words[at] ?? ''))
      continue;
    if (boundaries.includes(mark)) return at;
  }
  return 0;
}

/** Words without what stands in brackets; an open bracket begins a clause. */
function withoutBrackets(words: string): string {
  const closed = words.replaceAll(/（[^（）]*）|\([^()]*\)|“[^“”]*”(?=[，。；])/g, '');
  const open = Math.max(closed.lastIndexOf('（'), closed.lastIndexOf('('));
  return open < 0 ? closed : closed.slice(open + 1);
}

/** Of 入住率大幅提升，达到92% the clause before the level says what rose. */
function levelOf(before: string): ClauseWords | undefined {
  const clause = before.slice(lastBoundary(before));
  const found =
    /^(.{3,}?)(?:首次|再次|大幅|稳步|明显|显著|持续|进一步|稳中|不断|逐年|快速|较快)*(?:超过|突破|提高|提升|上升|攀升|增长|增加|扩大|改善|向好|下降|降低|回落|减少|压减|再?创新高)\p{Script=Han}{0,4}$/u.exec(
      clause,
    );
  return found?.[1] === undefined || /\d/.test(clause) ? undefined : { words: found[1] };
}

/** The label before a colon. */
function labelOf(before: string): string {
  const words = before.replace(/[：:]\s*$/, '');
  return words.slice(lastBoundary(words));
}

/** Of 规上企业由118家增加到134家 the name before 由; undefined where no earlier level stands before the figure. */
function risenName(text: string, from: number, last: Quantity, figure: Quantity): string | undefined {
  const between = text.slice(last.span[1], figure.span[0]);
  if (!/^[^，。；、]{0,8}$/u.test(between) || !(figure.movement?.to === true || /[至到]了?$/u.test(between)))
    return undefined;
  const before = withoutBrackets(text.slice(from, last.span[0]));
  return /^(.+)[从由][^，。；、]{0,12}$/u.exec(before.slice(lastBoundary(before)))?.[1];
}

/** Of 3个乡镇新建公厕 what is behind the noun of the figure: a deed with its thing. */
function behindFigure(between: string): ClauseWords | undefined {
  const found = endsInDeedOnThing.exec(between);
  if (found === null || found.index > 6) return undefined;
  // of several years only a sum is this year’s to tell
  const isSum = between.slice(0, found.index).endsWith('累计');
  if (!isSum && /^年?来/.test(between)) return undefined;
  return { words: (isSum ? '累计' : '') + found[0] };
}

/** The deed that a list of figures began with: 新建 in 新建幼儿园3所、小学2所. @param last place of a figure of the list */
function verbOfList(
  text: string,
  figures: readonly Quantity[],
  last: number,
  from: number,
): string | undefined {
  let at = last;
  while (at > 0 && isListedBehind(text, figures[at - 1] as Quantity, figures[at] as Quantity, from)) at--;
  const before = withoutBrackets(text.slice(from, (figures[at] as Quantity).span[0]));
  const words = before.slice(lastBoundary(before)).replace(openingAdverbs, '');
  const [deed] =
    deedsBefore.exec(words) ?? /^(?:增加|减少|调增|调减|压减|扩大)(?=\p{Script=Han}{2})/u.exec(words) ?? [];
  // of 废止12件、修改2件 each says what was done
  return deed === words ? undefined : deed;
}

const isListedBehind = (text: string, first: Quantity, next: Quantity, from: number): boolean =>
  first.span[1] >= from && LISTED.test(text.slice(first.span[1], next.span[0]));
