import { beforeChange, isAbsolute, type Step } from '../quantity/change.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { RATIO } from '../quantity/unit.ts';
import type { Metric, Report } from './report.ts';
import { between, BRACKET, type Sentence } from './sentences.ts';
import { parseQuantity } from '../quantity/scan.ts';

/** A change that a text states beside what it leads from and to. */
export interface ChangeClaim extends Step {
  readonly change: Quantity;
  readonly direction: 'up' | 'down';
  readonly after: Quantity;
  /** As the text or the draft says it. */
  readonly beforeText: string;
  readonly metric: Metric | undefined;
}

/** Growth of these is told at constant prices or on another base, and does not follow from the amounts. */
const otherBase = /现价|可比|不变价|生产总值|GDP|增加值|总产值|固定资产投资|实际增|扣除|constant prices|real terms|adjusted/i;
const plain = (figure: Quantity): boolean => (figure.kind === 'figure' || figure.kind === 'chinese') && figure.qualifier === 'exact' && figure.per.length === 0;

/** Which way a figure says that something went; undefined where it is no change by so much. */
export function directionOf(sentence: Sentence, figure: Quantity): 'up' | 'down' | undefined {
  if (figure.movement) return figure.movement.to ? undefined : figure.movement.direction;
  const behind = between(sentence, figure.span[1], figure.span[1] + 40).replaceAll(BRACKET, '');
  const word = /^ *(more|higher|fewer|less|lower) than\b/.exec(behind)?.[1];
  return word === undefined ? undefined : word === 'more' || word === 'higher' ? 'up' : 'down';
}

const yearly = /^[，,（( ]*(?:\p{Script=Han}{0,4}(?:同比|比上年|比去年|较上年|较去年|比(20\d\d)年|较(20\d\d)年)|in (?:20\d\d),)?[^，。；,;.]{0,8}$/u;

/** Changes beside a declared metric’s value in its own section, against its previous value. */
export function* declaredChanges(sentence: Sentence, metrics: readonly Metric[], { data: { year = 0 } }: Report): Generator<ChangeClaim> {
  for (const metric of metrics) {
    const { value, unit, previous = metric.data.history?.[String(year - 1)] } = metric.data;
    const [now, last] = [value, previous].map((text) => (text === undefined ? undefined : parseQuantity(text, { unit })));
    if (!now || !last || previous === undefined || now.family !== last.family) continue;
    const same = sentence.figures.filter(
      (figure) => figure.number.equals(now.number) && figure.family === now.family && figure.qualifier === now.qualifier && !figure.movement,
    );
    const [after] = same;
    if (after === undefined || same.length > 1) continue;
    for (const { change, direction } of changesBehind(sentence, after, year)) yield { before: last, after, change, direction, beforeText: previous, metric };
  }
}

/** The changes that follow a figure directly, up to the next figure that is none; those against another year are left out. */
function* changesBehind(sentence: Sentence, after: Quantity, year: number): Generator<{ change: Quantity; direction: 'up' | 'down' }> {
  let at = after.span[1];
  for (const figure of sentence.figures.slice(sentence.figures.indexOf(after) + 1)) {
    const gap = between(sentence, at, figure.span[0]).replaceAll(BRACKET, '');
    const direction = directionOf(sentence, figure);
    const based =
      /(20\d\d)年/.exec(gap)?.[1] ??
      /\b(?:than|on) (?:in |the )?(20\d\d)/.exec(between(sentence, figure.span[1], figure.span[1] + 50).replaceAll(BRACKET, ''))?.[1];
    if (
      direction === undefined ||
      !plain(figure) ||
      gap.length > 40 ||
      (!yearly.test(gap) && !/^(?: [a-z][a-z-]*){0,4}(?: ?,? ?(?:in|during) 20\d\d)?, $/i.test(gap)) ||
      /年均|环比|比年初|计划|目标|预算/.test(gap)
    )
      return;
    if (based !== undefined && Number(based) !== year - 1) return;
    yield { change: figure, direction };
    const bracket = sentence.brackets.find(({ span }) => span[0] >= figure.span[1] && span[0] <= figure.span[1] + 1);
    const [inside, second] = bracket?.sentences[0]?.figures ?? [];
    if (inside && !second && inside.unit === '%' && inside.movement === undefined && plain(inside)) yield { change: inside, direction };
    at = figure.span[1];
  }
}

const turned = /^[^，。；,;]{0,10}?(?:(增加|提高|上升|增长|提升|扩大|增)|(下降|减少|降低|缩减|压减|降))(?:到|至|为)$/;

/** 从98元提高到178元，提高80元: what a text says of a step, in its own words. */
export function* toldChanges(sentence: Sentence): Generator<ChangeClaim> {
  if (otherBase.test(sentence.text)) return;
  for (const [index, before] of sentence.figures.entries()) {
    const [after, change] = [sentence.figures[index + 1], sentence.figures[index + 2]];
    if (!after || !change || !plain(before) || !plain(after) || !plain(change) || before.family !== after.family) continue;
    if (
      !/[由从][^，。；,;]{0,8}$/.test(between(sentence, before.span[0] - 10, before.span[0])) ||
      !turned.test(between(sentence, before.span[1], after.span[0]))
    )
      continue;
    const direction = directionOf(sentence, change);
    if (
      direction &&
      /^[，,]\p{Script=Han}{0,6}$/u.test(between(sentence, after.span[1], change.span[0])) &&
      !/年均|月均|同比|比|较/.test(between(sentence, after.span[1], change.span[0]))
    )
      yield { before, after, change, direction, beforeText: before.text, metric: undefined };
  }
}

const comparing = /^[，,]?(?:比|较)(?:上年|去年|20\d\d年)?的?$/;
const turning = /^(?:增加|增长|提高|上升|减少|下降|降低|多|少|高|低)了?$/;

/** 3460人，比上年的3153人增加307人; $39.6 million, $0.5 million less than its budget of $40.1 million. */
export function* comparedChanges(sentence: Sentence): Generator<ChangeClaim> {
  if (otherBase.test(sentence.text)) return;
  for (const [index, after] of sentence.figures.entries()) {
    const [second, third] = [sentence.figures[index + 1], sentence.figures[index + 2]];
    if (!second || !third || !plain(after) || !plain(second) || !plain(third) || after.movement?.to === false) continue;
    const [first, last] = [between(sentence, after.span[1], second.span[0]), between(sentence, second.span[1], third.span[0])];
    const chinese = comparing.test(first) && turning.test(last);
    const english =
      /^[^;:]{0,30}, $/.test(first) && /^ (?:more|higher|better|above|less|lower|fewer|below)(?: than)? (?:the|its|a)\b[^,;.]{0,30} ?$/.test(last);
    const [before, change] = chinese ? [second, third] : [third, second];
    const direction = directionOf(sentence, change);
    if ((chinese || english) && direction && before.family === after.family && isAbsolute(after, change))
      yield { before, after, change, direction, beforeText: before.text, metric: undefined };
  }
}

/** 3460人，比上年增加307人，增长9.74%: two changes of one figure. */
export function* pairedChanges(sentence: Sentence): Generator<ChangeClaim & { readonly by: Quantity }> {
  if (otherBase.test(sentence.text)) return;
  for (const [index, after] of sentence.figures.entries()) {
    const [by, change] = [sentence.figures[index + 1], sentence.figures[index + 2]];
    if (
      !by ||
      !change ||
      !plain(after) ||
      after.movement?.to === false ||
      !plain(by) ||
      !plain(change) ||
      after.family === RATIO ||
      !isAbsolute(after, by) ||
      change.unit !== '%'
    )
      continue;
    const [first, direction] = [directionOf(sentence, by), directionOf(sentence, change)];
    if (
      !first ||
      first !== direction ||
      !/^[，,](?:同比|比上年|比去年|较上年|比20\d\d年)?\p{Script=Han}{0,4}$/u.test(between(sentence, after.span[1], by.span[0]))
    )
      continue;
    if (!/^[，,、](?:增长|增|上升|提高|下降|减少|降低|降|增幅)?$/.test(between(sentence, by.span[1], change.span[0]))) continue;
    const before = beforeChange(after, by, first);
    if (before.number.compare(0) > 0)
      yield { before, after, change, direction, beforeText: `${after.text} ${first === 'up' ? '−' : '+'} ${by.text}`, metric: undefined, by };
  }
}
