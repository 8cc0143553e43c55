import type { Path } from '../../diagnostic.ts';
import type { End, Told } from '../../quantity/value/change.ts';
import type { Span } from '../../quantity/value/formula.ts';
import { around, scale } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Metric } from '../../model/report.ts';
import { hasSign, signOf } from '../../reading/signs.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';
import { areLike } from '../../quantity/value/unit.ts';

/** What a change leads from: a figure of the text, a declared value, or what another change leads from. */
export interface Before extends End {
  /** As the text or the draft says it. */
  readonly text: string;
  readonly span?: Span;
  readonly path?: Path;
}

/** A change that a text states beside what it leads from and to. */
export interface ChangeClaim extends Told {
  readonly before: Before;
  readonly after: Quantity;
  readonly by?: Quantity;
  /** Where the words that name the two figures end, where that is not the place of the second. */
  readonly named?: number;
  readonly metric?: Metric;
  /** Whether the words leave no doubt what it leads from and to: by a half, from 412,000 to 618,000. */
  readonly isSure?: boolean;
}

/** Growth of these is told at constant prices or on another base, and does not follow from the amounts. */
const otherBase =
  /现价|可比|不变价|生产总值|GDP|增加值|总产值|固定资产投资|实际增|扣除|constant prices|real terms|inflation|adjusted|like[- ]for[- ]like/i;

/** Whether growth in a text may be told on another base than its amounts. */
export const isOnOtherBase = (words: string): boolean => otherBase.test(words);

/** Whether a figure is a number by itself that can be reckoned with: no rank, no average, nothing that 约 or 近 widens. */
export const isPlain = (figure: Quantity): boolean =>
  (figure.kind === 'figure' || figure.kind === 'chinese') &&
  figure.qualifier === 'exact' &&
  figure.per.length === 0;

/** Whether two figures count the same in the same way: of “from $3.9 to $4.2 million” the first is in millions as well. */
export const isLike = (a: Quantity, b: Quantity): boolean =>
  areLike(a.family, b.family) && isScaled(a) === isScaled(b);
const isScaled = ({ unit }: Quantity): boolean =>
  /[万亿千]|\b(?:thousand|million|billion|trillion|bn|k|m)\b/i.test(unit.replace(/^(?:m|km)$/, ''));

/** A figure in the unit that stands behind the second of two only: of “from 12 to 9 minutes” the first is in minutes as well. */
export function inUnitOf(second: Quantity, first: Quantity): Quantity {
  if (first.unit !== '' || second.unit === '' || first.kind !== 'figure' || isScaled(second)) return first;
  const { unit, family, factor, exact } = second;
  const [number, step] = [first.number.mul(factor), first.step.mul(factor)];
  return {
    ...first,
    unit,
    family,
    factor,
    exact,
    number,
    step,
    interval: exact ? scale(first.interval, factor) : around(number, step.div(2)),
  };
}

const risen =
  'up|rose|risen|rises?|grew|grown|growth|climbed|increase[ds]?|jumped|gain(?:ed)?|went up|expanded|improved|improvement|jump';
const fallen =
  'down|fell|fallen|falls?|dropped|drop|decline[ds]?|decrease[ds]?|went down|cuts?|reduced|reduction|shrank|slipped|lowered|loss|savings?(?= of)';
/** Words that say which way something went, in English. */
export const moves = `(?:(${risen})|(${fallen}))`;
const leading = new RegExp(
  `\\b${moves}(?: [a-z]+ly)?(?: (?:by|of|was|were))?(?: (?:a total of|another))? $`,
  'i',
);
const trailing = /^ (?:(increase|rise|gain|growth|jump)|(?:decrease|fall|drop|decline|reduction|cut))\b/;
const leadingHan =
  /(?:(增幅|涨幅|升幅|增速|增长率|(?:增长|提高|提升|上升)(?:比例|幅度))|降幅|跌幅|减幅|(?:压减|压缩|压降|精简|缩减|下降|减少|降低)(?:比例|幅度|率))(?:为|达到?|是)?$/;

/** One of these stands in every sentence that tells a change, unless the words at a figure or in a bracket do. */
const changeSign = signOf(
  ...'up rose risen rise grew grown growth climbed increase jump gain improve'.split(' '),
  ...'down fell fall drop decline decrease cut reduc shrank slipped lower loss saving'.split(' '),
  ...'more higher better fewer less doubled trebled tripled quadrupled halved'.split(' '),
  ...'soar surge advanc uplift upturn eased dip slump slid tumbl contract crept edged above below exceed greater rebound recover rall boost leap hike plung collaps narrow widen lengthen shorten longer shorter cheaper'.split(
    ' ',
  ),
  ...'增幅 涨幅 升幅 增速 增长率 降幅 跌幅 减幅 番 倍 比例 幅度 减率 缩率 简率 降率 少率 低率'.split(' '),
  ...'延伸到 延伸至 扩展到 扩展至 拓展到 拓展至'.split(' '),
);

/** Whether a sentence can tell a change at all. */
export const mayChange = ({ signs, brackets, figures }: Sentence): boolean =>
  hasSign(signs, changeSign) || brackets.length > 0 || figures.some(({ movement }) => movement !== undefined);

/** Which way a figure says that something went; undefined where it is no change by so much. */
export function directionOf(sentence: Sentence, figure: Quantity): 'up' | 'down' | undefined {
  if (figure.movement) return figure.movement.to ? undefined : figure.movement.direction;
  const lead = between(sentence, figure.span[0] - 50, figure.span[0]);
  const behind = between(sentence, figure.span[1], figure.span[1] + 40).replaceAll(BRACKET, '');
  const than = /^ *(?:[a-z]+ )?(?:(more|higher|better)|fewer|less|lower)(?: than\b|(?=[.,;)]|$))/.exec(
    behind,
  );
  const found = than ?? leading.exec(lead) ?? trailing.exec(behind) ?? leadingHan.exec(lead);
  return found ? (found[1] === undefined ? 'down' : 'up') : undefined;
}

/** A sign or a word before the only figure of a bracket: (+9.7%), (an increase of 9.7%), （增长9.7%）. */
const told = new RegExp(
  `^\\s*(?:an? (?:[a-z]+ )?)?(?:${moves}(?: (?:by|of))?|\\+|同比增长|增长|增加|上升|提高|下降|减少|增幅|降幅)\\s?$`,
  'i',
);

/** The only figure of a sentence, where it can be reckoned with. */
function soleFigure({ figures: [only, second] }: Sentence): Quantity | undefined {
  return only && !second && isPlain(only) ? only : undefined;
}

/** The figure that alone stands in the bracket directly behind another; only with a word of change before it where it must be `said`. */
export function insideBracket(sentence: Sentence, figure: Quantity, said = false): Quantity | undefined {
  const bracket = sentence.brackets.find(
    ({ span }) =>
      span[0] >= figure.span[1] && /^ ?(?:in 20\d\d )?$/.test(between(sentence, figure.span[1], span[0])),
  );
  const [inside] = bracket?.sentences ?? [];
  const only = inside && soleFigure(inside);
  if (bracket?.sentences.length !== 1 || !inside || !only) return undefined;
  const [lead, rest] = [
    between(inside, inside.start, only.span[0]),
    between(inside, only.span[1], inside.start + inside.text.length),
  ];
  return rest.trim() === '' && (told.test(lead) || (!said && /^\s*(?:or )?$/.test(lead))) ? only : undefined;
}

/** The direction that a bracket’s own words give its figure. */
export function directionInside(sentence: Sentence, figure: Quantity): 'up' | 'down' | undefined {
  const inside = sentence.brackets
    .flatMap(({ sentences }) => sentences)
    .find(({ figures }) => figures.includes(figure));
  if (!inside) return undefined;
  return /\+\s?$/.test(between(inside, inside.start, figure.span[0])) ? 'up' : directionOf(inside, figure);
}

/** The year that a text gives a figure: 2012年的100亿元, 100 km in 2012. */
export function yearOf(sentence: Sentence, { span }: { readonly span: Span }): number | undefined {
  const found =
    /((?:19|20)\d\d)年(?:的|为|是|达到?)?$/.exec(between(sentence, span[0] - 10, span[0])) ??
    /^(?: [a-z-]+){0,3} (?:in|of|for|during) ((?:19|20)\d\d)\b/.exec(
      between(sentence, span[1], span[1] + 60).replaceAll(BRACKET, ''),
    );
  return found ? Number(found[1]) : undefined;
}

/** A figure of a text as what a change leads from. */
export const beforeOf = ({ number, interval, family, text, span }: Quantity): Before => ({
  number,
  interval,
  family,
  text,
  span,
});

/** Words between a figure and its change that name no other subject: ，同比, ，净, ，年均, （比上年. */
const plainly =
  /同比|[比较与](?:上年|去年|上一年|20\d\d年)?(?:同期)?(?:相?比)?的?|(?:上年|去年|20\d\d年)?同期的?|(?:上年|去年|20\d\d年)的?|年均|每年|年平均|平均|年度|全年|当年|累计|合计|总共|总体|整体|大幅|显著|明显|成功|实现|进一步|实际|直接|一年内?|[两二三四五六七八九十]年(?:来|间|内)?|[增降涨升跌减]幅|增速|增长率|(?:增长|增加|提高|提升|上升|扩大|上涨|延长|上调|增产|减少|下降|降低|下跌|缩减|压减|压缩|缩短|压降|下调|减产|回落|[增升涨降减多少翻])了?|(?<=[减缩降少简])(?:率|比例|幅度)|相当于|是|达到|[共净为达均都又再还也已了约即]|[，,（(\s]/g;

/** Whether words between a figure and a change leave the subject what it is: none but such words, or some of what was said before. */
export function leavesSubject(words: string, before: string): boolean {
  const rest = words.replaceAll(plainly, '');
  return rest === '' || !/\p{Script=Han}/u.test(rest) || before.includes(rest);
}
