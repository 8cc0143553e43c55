import type { Reading } from '../../reading/reading.ts';
import { exactly, meet } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent, RATIO } from '../../quantity/value/unit.ts';
import type { Figures } from '../../reading/figures.ts';
import type { Prose } from '../../reading/prose.ts';

import type { Metric } from '../../model/report.ts';
import type { FigureStatement } from '../../reading/statements.ts';
import { isSame } from '../../reading/declared.ts';

/** A change of a rate that is told in percent; `sure` where both rates are known and differ by just so many points. */
export interface RateChange {
  readonly figure: Quantity;
  readonly certainty: 'sure' | 'likely';
}

/** A rate as the subject of a figure; the growth of an amount is told in percent. */
const rate = /(?<!增长|下降|上涨|递增|增加|贡)(?:率|占比|比重|比例)(?:约|为|达到?|是|分别)*$/;
const rateEn =
  /\b(?:rate|share|proportion|percentage|punctuality|occupancy|coverage|turnout|attendance)\b[^.;,%]{0,40}$/i;
const verb = '(?:提高|提升|上升|增加|增长|升高|上涨|攀升|扩大|下降|降低|减少|回落|下滑|收窄|缩小)了?';
const since = '(?:同比|环比|(?:比|较)[^，,。]{0,10}?)?';
/** Between a rate’s value and its change nothing else is named: 85%，比上年提高. */
const andChange = new RegExp(
  `^(?:左右)?[，,（(、]?${since}${verb}$|^(?: in 20\\d\\d)?,? \\(?(?:up|down|a rise of|a fall of|an increase of|a decrease of)(?: by)? $`,
);
/** Between a change and the value that it leads to: 3%，达到. */
const andValue = /^[，,]?(?:达到?|升至|降至|到|至|为)$|^,? to $/;
const subject = new RegExp(`([^，,。；]{0,20}?)${since}${verb}$`);
/** Between one rate and the other: 52%，2017年为55%; 85%，比上年的83%. */
const andRate =
  /^[，,、(（]?(?:(?:20\d\d年|今年|本年|上年|去年|当年|年底|年末)?(?:为|是|达到?|升至|降至)?|(?:比|较)(?:上年|去年|20\d\d年)(?:同期)?的?)$/;

/** The changes of rates in a text that are told in percent where points are meant. */
export function* rateChanges(prose: Prose, reading: Reading): Generator<RateChange> {
  if (!prose.figures.some(isPercent)) return;
  let metrics: readonly RateMetric[] | undefined;
  for (const sentence of prose.statements)
    for (const [index, figure] of sentence.figures.entries()) {
      if (!isPercent(figure) || figure.qualifier === 'range') continue;
      const steps = [
        ...(figure.movement?.to === false
          ? declaredStep(prose, sentence, index, (metrics ??= rateMetrics(prose, reading)))
          : []),
        ...toldSteps(prose, sentence.figures, index),
      ];
      const meant = steps.map((step) => meaningOf(step, figure)).find((each) => each !== 'other');
      const certainty =
        meant === undefined
          ? besideRate(prose, sentence.figures, index)
          : meant === 'points'
            ? 'sure'
            : meant === 'either'
              ? 'likely'
              : undefined;
      if (certainty) yield { figure, certainty };
    }
}

/** A rate before and after, as written. */
type RateStep = readonly [before: Quantity['number'], after: Quantity['number']];

/** Whether a stated percentage is the difference of two rates, the growth of the first, either of these, or something else. */
function meaningOf(
  [before, after]: RateStep,
  { interval }: Quantity,
): 'points' | 'growth' | 'either' | 'other' {
  const difference = after.sub(before).abs();
  const isPoints = meet(exactly(difference), interval);
  const isGrowth = before.compare(0) > 0 && meet(exactly(difference.div(before)), interval);
  return isPoints ? (isGrowth ? 'either' : 'points') : isGrowth ? 'growth' : 'other';
}

interface RateMetric {
  readonly metric: Metric;
  readonly declared: Quantity;
  readonly step: RateStep;
}

/** The rates of a text’s section, and of those above it, whose value of last year is known. */
function rateMetrics({ section }: Prose, reading: Reading): readonly RateMetric[] {
  const figures: Figures = reading.figures;
  const found: RateMetric[] = [];
  for (let at = section; at; at = at.parent)
    for (const metric of at.metrics) {
      const [declared, before] = [figures.of(metric)?.declared, figures.previous(metric)];
      if (declared?.family === RATIO && before?.dimension.of.join() === RATIO)
        found.push({ metric, declared, step: [before.number, declared.number] });
    }
  return found;
}

/** The step of a declared rate that a change is beside: its value, or its name, stands directly before. */
function* declaredStep(
  { text }: Prose,
  { span, figures }: FigureStatement,
  index: number,
  metrics: readonly RateMetric[],
): Generator<RateStep> {
  const [last, figure] = [figures[index - 1], figures[index] as Quantity];
  if (metrics.length === 0 || figure.movement?.to !== false) return;
  const words = text.slice(Math.max(span[0], last?.span[1] ?? 0, figure.span[0] - 60), figure.span[0]);
  for (const { metric, declared, step } of metrics) {
    const beside = last && isSame(declared, last) && andChange.test(text.slice(last.span[1], figure.span[0]));
    const named = [metric.id, metric.data.name ?? metric.id].some((name) => {
      const at = words.lastIndexOf(name);
      return at !== -1 && !/[，,；;]|.{21}/.test(words.slice(at + name.length));
    });
    if (beside || named) yield step;
  }
}

/** The steps that the text tells around a change: both rates before it, around it, or behind it. */
function* toldSteps(prose: Prose, figures: readonly Quantity[], index: number): Generator<RateStep> {
  yield* fromToSteps(prose, figures, index);
  yield* stepBefore(prose, figures, index);
}

/** The steps of two rates of which the text says from … to …. */
function* fromToSteps({ text }: Prose, figures: readonly Quantity[], index: number): Generator<RateStep> {
  const figure = figures[index] as Quantity;
  const [before, last, next, after] = [
    figures[index - 2],
    figures[index - 1],
    figures[index + 1],
    figures[index + 2],
  ];
  for (const [from, to] of [
    [last, next],
    [before, last],
    [next, after],
  ] as const)
    if (
      from?.family === RATIO &&
      to?.family === RATIO &&
      isPercent(from) &&
      isPercent(to) &&
      isFromTo(text, from, to, figure)
    )
      yield [from.number, to.number];
}

/** The step of the two rates before a change: 2016年占比52%，2017年为55%，提高; 占比85%，比上年的83%提高. */
function* stepBefore({ text }: Prose, figures: readonly Quantity[], index: number): Generator<RateStep> {
  const [before, last, figure] = [figures[index - 2], figures[index - 1], figures[index] as Quantity];
  const isBehind =
    before &&
    last &&
    figure.movement?.to === false &&
    isPercent(before) &&
    isPercent(last) &&
    !before.movement &&
    !(last.movement?.to === false);
  if (
    !isBehind ||
    !rate.test(text.slice(Math.max(0, before.span[0] - 16), before.span[0])) ||
    !andRate.test(text.slice(before.span[1], last.span[0]))
  )
    return;
  if (andChange.test(text.slice(last.span[1], figure.span[0])))
    yield /比|较/.test(text.slice(before.span[1], last.span[0]))
      ? [last.number, before.number]
      : [before.number, last.number];
}

/** 由52%…到55%, from 52% to 55%, with the change before, between or behind them. */
function isFromTo(text: string, from: Quantity, to: Quantity, change: Quantity): boolean {
  const lead = /(?:由|从)[^，。；%]{0,12}$|from $/.test(
    text.slice(Math.max(0, from.span[0] - 14), from.span[0]),
  );
  const link = /(?:到|至|为)$| to $/.test(text.slice(Math.max(0, to.span[0] - 4), to.span[0]));
  const near = Math.min(Math.abs(change.span[0] - to.span[1]), Math.abs(from.span[0] - change.span[1])) < 24;
  return lead && link && near;
}

const isChangeOfLevel = (text: string, last: Quantity, figure: Quantity): boolean =>
  last.family === RATIO &&
  !last.movement &&
  isAboutRate(text, last) &&
  andChange.test(text.slice(last.span[1], figure.span[0]));

/** Whether a change stands beside the value of a rate, so that points are likely meant. */
function besideRate({ text }: Prose, figures: readonly Quantity[], index: number): 'likely' | undefined {
  const [last, figure, next] = [figures[index - 1], figures[index] as Quantity, figures[index + 1]];
  if (figure.movement?.to !== false) return undefined;
  if ((last && isChangeOfLevel(text, last, figure)) || ofBareRate(text, figures, index)) return 'likely';
  if (next?.family !== RATIO || !andValue.test(text.slice(figure.span[1], next.span[0]))) return undefined;
  const words = text.slice(Math.max(0, figure.span[0] - 40), figure.span[0]);
  return rate.test(subject.exec(words)?.[1] ?? '') || rateEn.test(words) ? 'likely' : undefined;
}

/** A rate whose level nobody says: 城镇化率提升4.36%. */
const bare =
  /([\p{Script=Han}]{0,8})(?:率|占比|比重|比例)(?:同比|(?:比|较)(?:上年|去年|20\d\d年)(?:同期)?)?(?:(?:提高|提升|上升|增长|增加)|(?:下降|降低|减少|回落))了?$/u;
/** What ends in 率 and is no share of a whole, or is so small that its growth is told in percent. */
const noShare =
  /(?:生产|效|频|功|汇|速|心|费|税|利|周转|分辨|概|产|斜|曲|倍|赔付|收益|回报|利润|换手|点击|转化|死亡|发病|患病|感染|发生|发案|案发|破损|事故|犯罪|投诉|失业|贫困|逾期|不良|违约|漏损|损耗|流失|辍学|复发|空置|坏账|信访|上访|出生|增长|下降|上涨|递增|增加|贡献|差错|误差|故障|返修|退货)$/;
/** Points are few; what grows by more than that is an amount or a very small rate. */
const MOST_POINTS = 20;

/** Whether words before a change end in the name of a rate of which no level is given. */
function ofBareRate(text: string, figures: readonly Quantity[], index: number): boolean {
  const figure = figures[index] as Quantity;
  const from = Math.max(figures[index - 1]?.span[1] ?? 0, figure.span[0] - 40);
  const clause =
    /(?<![^，。；,;：:、（(\n])[^，。；,;：:、（(\n]*$/.exec(text.slice(from, figure.span[0]))?.[0] ?? '';
  const found = bare.exec(clause);
  const isFall = /(?:下降|降低|减少|回落)了?$/.test(clause);
  return (
    found !== null &&
    !noShare.test(found[1] ?? '') &&
    !(isFall && /率/.test(found[0])) &&
    figure.number.mul(100).compare(MOST_POINTS) < 0
  );
}

const isAboutRate = (text: string, { span }: Quantity): boolean =>
  rate.test(text.slice(Math.max(0, span[0] - 16), span[0])) ||
  rateEn.test(text.slice(Math.max(0, span[0] - 60), span[0]));
