import type { Quantity } from '../../quantity/value/quantity.ts';
import { exactly } from '../../quantity/value/interval.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import { POINTS, RATIO } from '../../quantity/value/unit.ts';
import { between, BRACKET, endOf, type Sentence } from '../../reading/sentences.ts';
import { isPlain } from '../changes/change-claims.ts';
import type { Gap } from './gap-claims.ts';

/** Who something is held against: a larger place, an average, others like it. */
const place =
  '(?:全[国省市县区州盟旗院]|[国省市县区]均|(?:[国省市县区]内)?平均|同类|同行业|行业|先进|上级|世界|国际|发达国家|中东部|西部|东部|中部|国家|省级?|常年|历年|上年|去年|往年|年初|预期|目标|规定|要求|标准|下达|控制)';
const who = new RegExp(place, 'g');
const aboveWords = '高于|高出|多于|快于|大于|优于|好于|领先';
const belowWords = '低于|少于|慢于|小于|落后于?';
/** A place or an average, or two that are named. */
const mayCompare = new RegExp(`${place}|[高低快慢多少]于|比[^，。；]{2,8}[高低多少快慢]`);
/** 高于全省平均, 增速快于全省: the words between are who it is held against. */
const verb = new RegExp(`(?:(${aboveWords})|${belowWords})([^，。；,;\\d]{0,16})$`);
/** 比全国平均高, 较全省低: the side stands behind. */
const than = /[比较]([^，。；,;比较\d]{1,16}?)(?:(高出?|多|快|大|好|强)|低|少|慢|小|弱)(?:了|约)?$/;
/** 比全国平均95.2%高, 降幅比全省平均（3.6%）大: the side stands behind the other figure. */
const thanFigure = /[比较]([^，。；,;比较\d]{1,16})$/;
const sideBehind =
  /^(?:的?(?:平均)?(?:水平|增速|增幅|均值|标准))?(?:(?:还|要)?(高出?|多|快|大)|低|少|慢|小)(?:了|约)?$/;
/** ，高2.3个百分点 behind the other figure. */
const sideOnly =
  /^[，,](?:我[市省县区]|本[市省县区])?(?:要|还|也)?(?:(高|高出|多|快|领先)|低|少|慢|落后)(?:了|出)?$/;
/** Between the other figure and by how much. */
const goesOn = /^(?:的?(?:平均)?(?:水平|增速|增幅|均值|标准))?(?:达|约|近)?$/;
/** What may stand before the comparison in its clause without a subject of its own. */
const neutral =
  /^(?:增速|增幅|涨幅|升幅|降幅|水平|这一(?:比例|水平|数字|指标)|我[国省市县区校院局]|其|也|均|已|仍|则|分别|明显|略|远|连续[^，]{0,6}|且|并|，|\s)*$/;

/** Every gap of a Chinese sentence with the two figures that it lies between. */
export function* chineseGaps(sentence: Sentence): Generator<Gap> {
  if (!mayCompare.test(sentence.text) || sentence.text.includes('分别')) return;
  const { figures } = sentence;
  for (const [index, own] of figures.entries()) {
    // of what fell, more may be meant as less
    if (!isFigure(own) || (own.movement?.direction === 'down' && !/降幅|幅度/.test(sentence.text))) continue;
    yield* againstBracket(sentence, own, index);
    const next = figures[index + 1];
    if (!next) continue;
    yield* againstNext(sentence, own, next, index);
    yield* toldApart(sentence, own, next, index);
  }
}

const isFigure = (figure: Quantity): boolean => isPlain(figure) && figure.movement?.to !== true;

const words = (sentence: Sentence, from: number, to: number): string =>
  between(sentence, from, to).replaceAll(BRACKET, '');

/** Words behind a figure without its noun. */
const clauseWords = (text: string): string => text.replace(/^[^，,；;、]*(?=[，,；;、])/, '');

/** The words from a figure to the next, from behind its noun. */
const gapBetween = (sentence: Sentence, one: Quantity, two: Quantity): string =>
  clauseWords(words(sentence, one.span[1], two.span[0]));

const gapAt = (own: Quantity, figure: Quantity | undefined): Quantity | undefined =>
  figure?.kind === 'figure' && figure.family === (own.family === RATIO ? POINTS : own.family)
    ? figure
    : undefined;

const isAbout = (text: string | undefined): boolean => text !== undefined && text.search(who) >= 0;
const isNeutral = (text: string): boolean => neutral.test(text.replace(/^[，,；;、]/, ''));

/** The side that a word tells; of what went down the larger number is below. */
const sideOf = (isAbove: boolean): Gap['side'] => (isAbove ? 'above' : 'below');

/** Where a clause sets a figure against others: the side that it tells, unless that stands behind, and who they are. */
interface Compared {
  readonly side: Gap['side'] | undefined;
  readonly whose: string;
  /** The words of the clause before. */
  readonly prefix: string;
}

/** What the words that lead up to a figure compare: ，高于全省平均, 比全国平均. */
function comparedIn(lead: string): Compared | undefined {
  const told = verb.exec(lead);
  if (told)
    return { side: sideOf(told[1] !== undefined), whose: told[2] ?? '', prefix: lead.slice(0, told.index) };
  const found = than.exec(lead);
  if (found)
    return {
      side: sideOf(found[2] !== undefined),
      whose: found[1] ?? '',
      prefix: lead.slice(0, found.index),
    };
  const open = thanFigure.exec(lead);
  return open ? { side: undefined, whose: open[1] ?? '', prefix: lead.slice(0, open.index) } : undefined;
}

/** The figure that alone stands in a bracket behind another, before the next. */
function asideOf(
  sentence: Sentence,
  own: Quantity,
  to: number,
): { readonly other: Quantity; readonly span: readonly [number, number] } | undefined {
  const bracket = sentence.brackets.find(({ span }) => span[0] > own.span[1] && span[1] <= to);
  const [inside, more] = bracket?.sentences ?? [];
  const [other, second] = inside?.figures ?? [];
  if (!bracket || !inside || more || !other || second || !isFigure(other)) return undefined;
  const isAlone = /^(?:为|约|平均|水平|是|[全省国市县区均])*$/.test(inside.text.replace(other.text, ''));
  return isAlone ? { other, span: bracket.span } : undefined;
}

/** The gap that a clause tells with the words before and behind the other figure, where there is one. */
/** What was asked for is no rounded figure. */
const asked = /要求|目标|标准|规定|控制|下达/;

function gapOfClause(
  own: Quantity,
  told: Quantity,
  lead: string,
  tail: string,
  by: Quantity | undefined,
): Gap | undefined {
  const compared = comparedIn(lead);
  const other =
    compared && asked.test(compared.whose) ? withChanges(told, { interval: exactly(told.number) }) : told;
  if (!compared || !isNeutral(compared.prefix) || !isAbout(compared.whose)) return undefined;
  if (compared.side === undefined) {
    const side = sideBehind.exec(tail);
    return side && by ? { own, other, side: sideOf(side[1] !== undefined), by } : undefined;
  }
  const isBy = by !== undefined && goesOn.test(tail);
  // of amounts, what stands behind 高于全省 may be by how much
  return isBy || own.family === RATIO || tail.startsWith('的')
    ? { own, other, side: compared.side, ...(isBy && { by }) }
    : undefined;
}

/** 高于全国平均水平（9.1%）3个百分点; 比全省平均（3.6%）大0.5个百分点. */
function* againstBracket(sentence: Sentence, own: Quantity, index: number): Generator<Gap> {
  const next = sentence.figures[index + 1];
  const aside = asideOf(sentence, own, next?.span[0] ?? Infinity);
  if (!aside) return;
  const lead = clauseWords(words(sentence, own.span[1], aside.span[0]));
  const tail = words(sentence, aside.span[1], next?.span[0] ?? endOf(sentence));
  const gap = gapOfClause(own, aside.other, lead, tail, gapAt(own, next));
  if (gap) yield gap;
}

/** 比全国平均95.2%高1.6个百分点; 高于全省97.4%的平均水平0.8个百分点; 低于全省平均61.7%达3.4个百分点. */
function* againstNext(sentence: Sentence, own: Quantity, other: Quantity, index: number): Generator<Gap> {
  if (!isFigure(other) || other.family !== own.family) return;
  const next = sentence.figures[index + 2];
  const tail = words(sentence, other.span[1], next?.span[0] ?? endOf(sentence));
  const lead = gapBetween(sentence, own, other);
  // behind 比全省高 stands by how much
  if (than.test(lead)) return;
  const gap = gapOfClause(own, other, lead, tail, gapAt(own, next));
  if (gap) yield gap;
}

/** 全省平均为90.1%，高于全省平均2.3个百分点; 东区空置率4.2%，西区空置率6.9%，东区比西区低2.7个百分点. */
function* toldApart(sentence: Sentence, own: Quantity, other: Quantity, index: number): Generator<Gap> {
  const by = gapAt(own, sentence.figures[index + 2]);
  if (!by || !isFigure(other) || other.family !== own.family) return;
  const label = gapBetween(sentence, own, other);
  const tail = gapBetween(sentence, other, by);
  const bare = sideOnly.exec(tail);
  if (bare && isAbout(label)) return yield { own, other, side: sideOf(bare[1] !== undefined), by };
  const compared = comparedIn(tail);
  if (compared?.side === undefined) return;
  const lead = words(sentence, sentence.figures[index - 1]?.span[1] ?? sentence.start, own.span[0]);
  if (isAbout(compared.whose) ? isOfPlace(compared, label) : isOfName(compared, lead, label))
    yield { own, other, side: compared.side, by };
  else if (!isAbout(compared.whose) && isOfName(compared, label, lead))
    yield { own: other, other: own, side: compared.side, by };
}

/** Whether a figure that stands behind words is that of the place compared with: 全省平均为. */
function isOfPlace({ whose, prefix }: Compared, label: string): boolean {
  const [name = ''] = whose.match(who) ?? [];
  const isAverage = /平均|均/.test(whose) && /平均|均/.test(label) && isAbout(label);
  return (
    (label.includes(name) || isAverage) && isNeutral(prefix) && !/^[，,；;、]?(?:其中|而?同期)/.test(label)
  );
}

/** Whether two figures are of the two that are named: of 东区比西区 the first is 东区’s. */
function isOfName({ whose, prefix }: Compared, lead: string, label: string): boolean {
  const first = prefix.replace(/^[，,；;、]/, '');
  const isNamed = first.length >= 2 && whose.length >= 2 && lead.includes(first) && label.includes(whose);
  return isNamed && !lead.includes(whose);
}
