import { isBeyond } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { RATIO } from '../../quantity/value/unit.ts';
import { between, endOf, type Sentence } from '../../reading/sentences.ts';
import { hasSign, signOf } from '../../reading/signs.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { isPlain } from '../changes/change-claims.ts';
import type { Claim } from '../claim.ts';
import { nestedPeriods } from '../dates/nested-periods.ts';
import type { ToldTime } from '../changes/told-times.ts';
import { isOneThing, toldLevelsIn, type ToldLevel } from '../changes/told-levels.ts';

/** A sum that only grows, as a text tells it at two times: 截至4月底累计投资1.3亿元，截至8月底累计投资1.1亿元. */
export interface RunningSum extends Claim {
  readonly earlier: Quantity;
  readonly later: Quantity;
}

/** How many sentences back the earlier sum may stand. */
const BACK = 2;

const summed =
  /累计|累积|总共|\b(?:[Cc]umulative(?:ly)?|[Yy]ear-to-date|running total|in total|in all|[Tt]otal(?:led|ed)?|since [A-Z][a-z]+)\b/;
const done =
  /完成|建成|拆除|发放|兑付|受理|开工|改造|化解|签约|归还|接种|查处|造林|收到|巡查|新增|新建|竣工|安装|铺设|整改|办结|处置|培训|接待|征收|入库|实现|到位|清理|修复|下达|拨付|支出|支付|募集|救助|\bha(?:d|ve|s) (?:[a-z]+ )?(?:been )?(?:[a-z]+(?:ed|nt|ilt|id|ut|de|own|awn|ept|one|iven|et)|spent|lent|given|built|made|sold|paid|laid|cut|held)\b/;
/** What may become less: states and what is left, never sums of what was done. */
const state =
  /在[建校园岗册职办库]|余额|存栏|存量|库存|结存|未|欠|剩余|尚|失业|人口|户籍|待[办处审改]|逾期|不良|保有|持有|率|比重|占比|同比|净|注册|在读|隐性|结转|\b(?:balance|outstanding|owed|waiting|list|vacan\w+|headcount|stock|remain\w*|open|unemploy\w*|debt|rate|average|enrolled|employed|registered|pending|backlog|fallen|fell|net|members(?:hip)?|names?|left|reduced)\b/i;

/** One of these stands in every sentence that tells a sum up to some time. */
const sumSign = signOf(
  ...'截至 截止 月 季度 半年 累计 年底 年末'.split(' '),
  ...[
    'as of',
    'as at',
    'by ',
    'end of',
    'up to',
    'through',
    'until',
    'half',
    'first',
    'cumulative',
    'total',
    ' to ',
  ],
);

const mayTellSum = ({ within, signs, figures }: Sentence): boolean =>
  within === undefined && figures.length > 0 && hasSign(signs, sumSign);

/** The running sums that a text tells at two times of one year, or at the ends of two. */
export function runningSums(text: TextAlone): readonly RunningSum[] {
  const found: RunningSum[] = [];
  const levels = text.once(toldLevelsIn);
  for (const sentence of text.sentences)
    for (const later of mayTellSum(sentence) ? levels(sentence) : []) {
      const end = endOfSum(later);
      if (end === undefined || !isSum(later)) continue;
      const earlier = earlierOf(later, end, levels);
      if (earlier) found.push({ earlier, later: later.figure, figures: [earlier, later.figure] });
    }
  // a period that lies in another is held by a rule of its own
  const nested = found.length === 0 ? [] : text.once(nestedPeriods);
  const told = new Set(
    nested.flatMap(({ outer, inner }) => (inner.number.compare(outer.number) > 0 ? outer.span[0] : [])),
  );
  return found.filter(({ later }) => !told.has(later.span[0]));
}

/** How much of some works is done only grows as well. */
const ofWorks = /\b(?:complet(?:ed|e)|finished|built|constructed|disbursed|installed)\b/i;
const isSum = ({ figure, sentence: { text } }: ToldLevel): boolean =>
  isPlain(figure) &&
  (figure.family !== RATIO || (ofWorks.test(text) && !/\p{Script=Han}|\brate\b/u.test(text))) &&
  figure.movement?.to !== false;

/** The month up to which a level is a sum; undefined where it may be of that month alone. */
function endOfSum({ time, sentence }: ToldLevel): number | undefined {
  const { months, isAsOf, year } = time;
  if (months === undefined) return isAsOf && year !== undefined ? LAST : undefined;
  const [first, last] = months;
  if (last === LAST && !isAsOf && !summed.test(sentence.text)) return undefined;
  return isAsOf || (first === 1 && last > 1) || summed.test(sentence.text) ? last : undefined;
}

const LAST = 12;

function earlierOf(
  later: ToldLevel,
  end: number,
  levels: (sentence: Sentence) => readonly ToldLevel[],
): Quantity | undefined {
  let from: Sentence | undefined = later.sentence;
  for (let back = 0; from && back <= BACK; back++, from = from.previous)
    for (const earlier of levels(from).toReversed()) {
      if (earlier.figure.span[0] >= later.figure.span[0] || !isSum(earlier)) continue;
      const before = endOfSum(earlier);
      if (before === undefined || earlier.figure.family !== later.figure.family) continue;
      if (!isOneThing(earlier, later) || !onlyGrows(earlier, later)) continue;
      return isBefore(earlier.time, before, later.time, end) ? earlier.figure : undefined;
    }
  return undefined;
}

/** Whether a time ends before another: in the same year, or at the end of an earlier one. */
function isBefore(a: ToldTime, first: number, b: ToldTime, last: number): boolean {
  const [year, other] = [a.year ?? a.offset ?? 0, b.year ?? b.offset ?? 0];
  const isSameKind = (a.year === undefined) === (b.year === undefined) || b.year === undefined;
  if (!isSameKind) return false;
  return year === other || (a.year !== undefined && b.year === undefined && b.offset === undefined)
    ? first < last
    : first === LAST && last === LAST && a.isAsOf === true && b.isAsOf === true && year < other;
}

/** Whether what two levels tell is a sum of what was done: both at the end of months of a range, or by their words. */
function onlyGrows(a: ToldLevel, b: ToldLevel): boolean {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  if (state.test(one) || state.test(two)) return false;
  if (yearsDiffer(a.time, b.time)) return summed.test(one) && summed.test(two);
  const isOfRange = ({ time }: ToldLevel): boolean => time.isAsOf !== true && time.months?.[0] === 1;
  const all = a.sentence === b.sentence ? a.sentence.text : a.sentence.text + b.sentence.text;
  return summed.test(all) || done.test(all) || (isOfRange(a) && isOfRange(b));
}

const yearsDiffer = (a: ToldTime, b: ToldTime): boolean =>
  a.year !== undefined && b.year !== undefined && a.year !== b.year;

/** The words of a level’s clause, and of those before it as far as the figure before. */
function wordsOf({ sentence, figure, index, behind }: ToldLevel): string {
  const from = sentence.figures[index - 1]?.span[1] ?? sentence.start;
  return between(
    sentence,
    Math.max(from, figure.span[0] - 80),
    Math.min(figure.span[1] + behind.length, endOf(sentence)),
  );
}

/** Whether a sum has not become less, as far as its digits tell. */
export const isKept = ({ earlier, later }: RunningSum): boolean =>
  earlier.interval.low === undefined || !isBeyond(later.interval, earlier.interval.low.value, 'below');
