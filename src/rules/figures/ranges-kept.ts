import type { Finding, Path, Words } from '../../diagnostic.ts';
import type { Figure } from '../../reading/read-figure.ts';
import type { Figures } from '../../reading/figures.ts';
import { boundedRates, type BoundedRate } from '../../claims/rates/bounded-rates.ts';
import { mayBeNegative, mayExceedAll, namesRate } from '../../claims/rates/rates.ts';
import { hasPlaceholder } from '../../model/placeholders.ts';
import type { Prose } from '../../reading/prose.ts';
import { ofText } from '../claims.ts';
import type { Metric } from '../../model/report.ts';
import { isShare } from '../../quantity/value/dimension.ts';
import { isBeyond, type Interval } from '../../quantity/value/interval.ts';
import { measuredOf, type Measured } from '../../quantity/value/arithmetic.ts';
import { en, zh, type Rule } from '../rule.ts';

export const rangesKept: Rule = {
  id: 'ranges-kept',
  severity: 'error',
  figures: true,
  summary: { en: 'Figures stay in the range that they can have.', zh: '数值不能超出应有的范围。' },
  why: {
    en: 'A share of a whole is never above 100% or below 0. Rates of growth, completion, use and gross enrolment, and indexes, may be; the key “range” says it of any other metric. Rates of a text are held against it where their name says of what they are.',
    zh: '占比、合格率之类不会超过100%，也不会是负数。毛入园率、增长率、完成率、指数等可以超过；其他指标用“范围”写明。正文里的比率，名称说明了是什么的，也照此核对。',
  },
  messages: {
    outside: {
      en: ({ name, value, range }) => `${name} is ${value}, outside its range ${range}`,
      zh: ({ nameZh: name, value, range }) => `${name}写作${value}，超出范围${range}`,
      help: { en: () => 'check the figure, or the range', zh: () => '核对数值，或核对范围' },
    },
    above: {
      en: ({ name, value }) => `${name} is ${value}, and a share or rate cannot be above 100%`,
      zh: ({ nameZh: name, value }) => `${name}写作${value}，占比、比率不能超过100%`,
      help: {
        en: ({ range }) => `check the figure; where it can be higher, say so: ${range}: ≥0`,
        zh: ({ range }) => `核对数值；确实可以超过的，写明“${range}: ≥0”`,
      },
    },
    below: {
      en: ({ name, value }) => `${name} is ${value}, and a share or rate cannot be below 0`,
      zh: ({ nameZh: name, value }) => `${name}写作${value}，占比、比率不能是负数`,
      help: {
        en: ({ range }) => `check the figure; where it can be negative, say so: ${range}: ≤100%`,
        zh: ({ range }) => `核对数值；确实可以为负的，写明“${range}: ≤100%”`,
      },
    },
    'above-in-text': {
      en: ({ name, value }) => `${name}: ${value}, and a share or rate cannot be above 100%`,
      zh: ({ name, value }) => `${name}写作${value}，占比、比率不能超过100%`,
      help: {
        en: () => 'check the figure; of growth or of a plan, say so',
        zh: () => '核对数值；是增长幅度或者与计划、上年相比的，写明',
      },
    },
    'below-in-text': {
      en: ({ name, value }) => `${name}: ${value}, and a share or rate cannot be below 0`,
      zh: ({ name, value }) => `${name}写作${value}，占比、比率不能是负数`,
      help: { en: () => 'check the figure', zh: () => '核对数值' },
    },
    unreadable: {
      en: ({ range }) => `“${range}” is no range`,
      zh: ({ range }) => `“${range}”不是范围`,
      help: { en: () => 'write it as 0—100%, ≥0 or at least 60%', zh: () => '写成 0—100%、≥0 或 60%以上' },
    },
    units: {
      en: ({ name, value, range }) => `${name} is ${value}, but its range ${range} has another unit`,
      zh: ({ nameZh: name, value, range }) => `${name}写作${value}，范围${range}的单位与它不同`,
      help: { en: () => 'give both one unit', zh: () => '两处用同一单位' },
    },
  },

  on: {
    metric: (figure, { reading, own }) => inMetric(figure, reading.figures, own('range')),
    claims: [ofText(boundedRates, (claim, prose, { reading }) => inText(claim, prose, reading.figures))],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Child care
              body: The board spent 103.4% of its budget; 99.4% of the staff were certified.
              metrics:
                budget spent: { value: 103.4%, range: ≥0 }
                share certified: { value: 99.4%, range: 0–100% }
      `,
      bad: en`
        summary:
          sections:
            - title: Child care
              body: 103.4% of the staff were certified; occupancy was 45%.
              metrics:
                share certified: 103.4%
                occupancy: { value: 45%, range: at least 60% }
      `,
      finds: ['10:26 above', '11:29 outside'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 学前教育
              正文: 毛入园率113.4%，教师学历达标率99.39%。
              指标:
                毛入园率: 113.4%
                教师学历达标率: { 数值: 99.39%, 范围: 0—100% }
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 学前教育
              正文: 普惠率113.4%，班额达标率45%。
              指标:
                普惠率: 113.4%
                班额达标率: { 数值: 45%, 范围: 60%以上 }
      `,
      finds: ['10:14 above', '11:22 outside'],
    },
  },
};

/** A rate of a text above all or below nothing, where no metric says it already or allows for it. */
function* inText(claim: BoundedRate, prose: Prose, figures: Figures): Generator<Finding> {
  const { name, rate, isLoose, isNegative, mayExceed, maySink } = claim;
  const isAbove = !isNegative && !mayExceed && isBeyond(rate.interval, 1, 'above');
  if (!isAbove && (!isNegative || maySink)) return;
  if (figures.all.some(({ measured }) => measured?.number.equals(rate.number))) return;
  yield {
    ...prose.place(rate.span),
    message: isAbove ? 'above-in-text' : 'below-in-text',
    ...(isLoose && { severity: 'info' as const }),
    data: { name, value: isNegative ? `-${rate.text.replace('-', '')}` : rate.text },
  };
}

/** A figure of a metric, with what it is called: of other years, with the year. */
interface Stated {
  readonly name: Words;
  readonly path: Path;
  readonly text: string;
  readonly measured: Measured;
}

function* inMetric(figure: Figure, figures: Figures, key: string): Generator<Finding> {
  const { id, path, data } = figure.metric;
  const metricName = data.name ?? id;
  const range = data.range === undefined ? undefined : rangeOf(data.range, figure, figures);
  if (data.range !== undefined && range === undefined) {
    if (!hasPlaceholder(data.range))
      yield { path: [...path, 'range'], message: 'unreadable', data: { range: data.range } };
    return;
  }
  if (range === undefined && !namesRate(metricName)) return;
  for (const { name, path, text, measured } of statedIn(figure, figures)) {
    const said = { name: name.en, nameZh: name.zh, value: text, range: data.range ?? key };
    const faults = range ? againstRange(measured, range, figure.metric) : againstWhole(measured, metricName);
    for (const fault of faults) yield { path, data: said, ...fault };
  }
}

/** What is wrong with a figure, apart from the words on it. */
type Fault = Pick<Finding, 'message' | 'related'>;

/** A figure outside the range that its metric declares. */
function* againstRange(measured: Measured, range: Measured, metric: Metric): Generator<Fault> {
  if (isOtherKind(range, measured)) yield { message: 'units' };
  else if (!keeps(range.interval, measured)) yield { message: 'outside', related: [rangePlace(metric)] };
}

/** A share that is more than the whole, or less than nothing, where its name does not allow for it. */
function* againstWhole({ dimension, unit, interval }: Measured, name: string): Generator<Fault> {
  if (!isShare(dimension) || unit.written === '倍') return;
  if (isBeyond(interval, 1, 'above') && !mayExceedAll(name)) yield { message: 'above' };
  if (isBeyond(interval, 0, 'below') && !mayBeNegative(name)) yield { message: 'below' };
}

const rangePlace = ({ path, data }: Metric): NonNullable<Finding['related']>[number] => ({
  path: [...path, 'range'],
  note: { en: `range: ${data.range ?? ''}`, zh: `范围：${data.range ?? ''}` },
});

/** The figures of a metric: its value, declared or computed, and those of other years. */
function statedIn({ metric, measured }: Figure, figures: Figures): Stated[] {
  const { id, path, data } = metric;
  const name = data.name ?? id;
  const written: [Words, Path, string | undefined][] = [
    [{ en: name, zh: name }, [...path, 'value'], data.value],
    [{ en: `${name} of the year before`, zh: `${name}上年值` }, [...path, 'previous'], data.previous],
    ...Object.entries(data.history ?? {}).map(([year, text]): [Words, Path, string] => [
      { en: `${name} of ${year}`, zh: `${year}年${name}` },
      [...path, 'history', year],
      text,
    ]),
  ];
  const stated = written.flatMap(([called, at, text]): Stated[] => {
    const quantity = text === undefined ? undefined : figures.read(text, data.unit);
    const read = quantity && measuredOf(quantity);
    return read && text !== undefined ? [{ name: called, path: at, text, measured: read }] : [];
  });
  if (data.value !== undefined || measured === undefined) return stated;
  return [
    {
      name: { en: name, zh: name },
      path: [...path, 'formula'],
      text: figures.print(metric, undefined) ?? '',
      measured,
    },
    ...stated,
  ];
}

/** A range as written, in the unit of its metric where it names none. */
function rangeOf(text: string, { metric, measured }: Figure, figures: Figures): Measured | undefined {
  const unit = metric.data.unit ?? (measured?.unit.written === '' ? undefined : measured?.unit.written);
  const quantity = figures.read(text, unit);
  const range = quantity && measuredOf(quantity);
  // one number is no range
  return range && quantity.qualifier !== 'exact' ? range : undefined;
}

const isOtherKind = (range: Measured, { dimension }: Measured): boolean =>
  range.dimension.of.join() !== dimension.of.join() &&
  !(range.number.equals(0) && range.dimension.of.length === 0);

/** Whether a figure may lie in a range: rounding is respected, and so is the number as written. */
const keeps = ({ low, high }: Interval, { number, interval }: Measured): boolean =>
  !(low && (isBeyond(interval, low.value, 'below') || (low.open && number.equals(low.value)))) &&
  !(high && (isBeyond(interval, high.value, 'above') || (high.open && number.equals(high.value))));
