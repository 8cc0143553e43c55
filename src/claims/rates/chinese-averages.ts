import Fraction from '../../quantity/value/fraction.ts';
import { scale } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { RATIO, unitOf } from '../../quantity/value/unit.ts';
import { BRACKET, between, endOf, type Sentence } from '../../reading/sentences.ts';
import type { Average } from './average-claims.ts';
import { isPlain } from '../changes/change-claims.ts';
import { averageMark } from './average-marks.ts';
import { averageTimes, type AverageMark } from './average-times.ts';
import { sharedBy, type SharedBy } from '../parts/shared-by.ts';
import { totalsFor, type ToldBeside } from './average-totals.ts';
import { seriesIn, type Series } from '../series.ts';
import { meanOfSeries } from './series-means.ts';

const TWELVE = new Fraction(12);
const units = '个名所家位座条户场次村镇校人年月日天班站支队期';
const short = /^[校村镇县户人场次班园店站厂队点组街馆企所院乡区市省科局行社厅桥桌床车件例笔]/;

/** Every average of a Chinese sentence with the totals and counts that it may be of. */
export function* chineseAverages(sentence: Sentence): Generator<readonly Average[]> {
  if (!/[^平不各]均|每|平均|亩产|日[处供产发接开售运]/.test(sentence.text)) return;
  const told = sentence.figures.map((_, index) => toldAt(sentence, index));
  const marks = told.map((each) => (isPlainFigure(each.figure) ? averageMark(each.lead) : undefined));
  const series = seriesIn(sentence);
  const listed = new Set(series.flatMap(({ items }) => items));
  const free = told.filter(({ figure }) => !listed.has(figure));
  for (const [index, mark] of marks.entries()) {
    const own = told[index] as ToldBeside;
    if (!mark || own.figure.family === RATIO || own.figure.family === '分') continue;
    // 每校5台，每园2台，共264台: what each of several gets makes one total
    const others = marks.filter(
      (other, at) =>
        other !== undefined &&
        (other.by[0] === mark.by[0] || (other.isEach && mark.isEach)) &&
        told[at]?.figure.family === own.figure.family,
    );
    const means = meansOf(sentence, series, told, own, mark);
    if (means.length > 0) {
      yield means;
      continue;
    }
    const choices = choicesOf(sentence, free, own, mark, others.length > 1);
    const all = choices.length > 0 ? choices : choicesAround(sentence, own, mark);
    if (all.length > 0) yield all;
  }
}

/** The means of series of the sentence that an average may be. */
const meansOf = (
  sentence: Sentence,
  all: readonly Series[],
  told: readonly ToldBeside[],
  own: ToldBeside,
  mark: AverageMark,
): readonly Average[] =>
  all.flatMap((series) => {
    const counts = told.flatMap((other) =>
      other !== own && restBehind(mark, other) !== undefined ? [inUnits(other.figure)] : [],
    );
    const found = meanOfSeries(sentence, series, mark, own.figure, counts);
    return found ? [{ average: own.figure, ...found, isEach: false }] : [];
  });

/** The same of the sentence around a bracket, or the one before, where that tells of one total and one count alone. */
function choicesAround(sentence: Sentence, own: ToldBeside, mark: AverageMark): readonly Average[] {
  const around = sentence.within?.sentence ?? sentence.previous;
  if (around === undefined || around.figures.length > 6) return [];
  const before = around.figures.flatMap((figure, index) =>
    figure.span[1] <= own.figure.span[0] ? [toldAt(around, index)] : [],
  );
  const choices = choicesOf(around, [...before, own], own, mark, false);
  return choices.length === 1 ? choices : [];
}

const isPlainFigure = ({ qualifier, kind }: Quantity): boolean =>
  qualifier === 'exact' && (kind === 'figure' || kind === 'chinese');

function toldAt(sentence: Sentence, index: number): ToldBeside {
  const figure = sentence.figures[index] as Quantity;
  const from = Math.max(sentence.figures[index - 1]?.span[1] ?? sentence.start, figure.span[0] - 80);
  const to = Math.min(sentence.figures[index + 1]?.span[0] ?? endOf(sentence), figure.span[1] + 40);
  const before = between(sentence, from, figure.span[0]).replaceAll(BRACKET, '');
  const after = between(sentence, figure.span[1], to).replaceAll(BRACKET, '');
  return {
    figure,
    lead: /(?<![^，,；;：:、])[^，,；;：:、]*$/.exec(before)?.[0] ?? '',
    behind: /^[^，,；;：:、。]*/.exec(after)?.[0] ?? '',
    hasParts: /^[^，。；]{0,8}[，（](?:其中|含|另)/.test(
      between(sentence, figure.span[1], figure.span[1] + 16),
    ),
  };
}

/** Every total with every count that an average may be of; where others stand beside it, only such as hold. */
function choicesOf(
  sentence: Sentence,
  told: readonly ToldBeside[],
  own: ToldBeside,
  mark: AverageMark,
  isOneOfSeveral: boolean,
): readonly Average[] {
  const counts: readonly (readonly [SharedBy, string])[] = [
    ...averageTimes(sentence, mark),
    ...told.flatMap((other): (readonly [SharedBy, string])[] => {
      const rest = other === own ? undefined : restBehind(mark, other);
      if (rest === undefined) return [];
      if (mark.per === undefined) return [[inUnits(other.figure), rest]];
      return /人口|学生|居民|老年/.test(other.lead + other.figure.text + other.behind)
        ? [[inManyOf(other.figure, mark.per), rest]]
        : [];
    }),
  ];
  const found = counts.flatMap(([counted, words]) => {
    const isMonthly = monthly.test(words);
    if (isMonthly && (!/全年|一年来|本年度?/.test(sentence.text) || /\d个月/.test(sentence.text))) return [];
    const [count, rest] = isMonthly ? [inMonths(counted), words.replace(monthly, '')] : [counted, words];
    return totalsFor(told, own, rest, count)
      .filter((each) => !isOfPart(sentence, own, each, mark))
      .map(({ figure: total }): Average => ({
        average: own.figure,
        total,
        count,
        isEach: mark.isEach && !/^[年月日天]/.test(mark.by),
      }));
  });
  return isOneOfSeveral ? doubtful(found) : found;
}

/** Whether a total is told behind 其中, or behind an average that only what stands before it is of: 项目平均投资. */
const isOfPart = (
  sentence: Sentence,
  { figure: own }: ToldBeside,
  { figure: total }: ToldBeside,
  { by }: AverageMark,
): boolean =>
  total.span[0] > own.span[1] &&
  (between(sentence, own.span[1], total.span[0]).includes('其中') ||
    between(sentence, Math.max(sentence.start, own.span[0] - 16), own.span[0]).includes(`${by}平均`));

/** What each gets a month of what is given in a year: 户均每月600元, 人均月养老金1250元. */
const monthly = /^每?月(?=$|[\p{Script=Han}])/u;
const inMonths = (count: SharedBy): SharedBy => times(count, TWELVE, `${count.text} ÷ 12`);
/** So many thousands of people. */
const inManyOf = (count: SharedBy, many: number): SharedBy =>
  times(count, new Fraction(1, many), `${count.text} × ${many}`);

const times = (count: SharedBy, factor: Fraction, text: string): SharedBy => ({
  ...sharedBy(text, count.span[0], 1, 1),
  span: count.span,
  number: count.number.mul(factor),
  interval: scale(count.interval, factor),
});

/** Of several averages of a kind only one that holds is told. */
export const doubtful = (found: readonly Average[]): readonly Average[] =>
  [...found, ...found].map((each) => ({ ...each, isDoubtful: true }));

/** What stands between the thing that an average is by and the figure, where a count is of such things; undefined where it is not. */
function restBehind({ by, rest }: AverageMark, told: ToldBeside): string | undefined {
  const { figure, lead, behind } = told;
  // 从1240人增加到1685人: the mean is of those that there are now
  if (!isWholeCount(figure) || /[每均第]|其中|[从由]$/.test(lead)) return undefined;
  const unit = figure.unit.replace(/^[十百千万亿]+/, '');
  if (isOneOf(unit, by)) return by.slice(1) + rest;
  const isPerson = countsPeople(told, by);
  if (isPerson || (unit !== '' && by.startsWith(unit) && unit !== '个'))
    return withoutNoun(by.slice(isPerson ? 1 : unit.length), behind, lead) + rest;
  const behindNoun = restBehindNoun(by, `${lead.slice(-8)} ${behind.slice(0, 10)}`);
  return behindNoun === undefined ? undefined : behindNoun + rest;
}

/** Whether people are counted, or their visits, that an average is by: 救助136人次、28.6万元，人均2103元. */
const countsPeople = ({ figure: { family }, lead, behind }: ToldBeside, by: string): boolean =>
  (family === '人' || (family === '人次' && by.startsWith('人'))) &&
  (/^[人名位]/.test(by) || (/^[生师]/.test(by) && (lead + behind).includes(by[0] ?? '')));

/** Days make a mean by the day, visits one by the visit. */
const isOneOf = (unit: string, by: string): boolean =>
  (unit === '天' && by.startsWith('日')) || (by === '次' && unit.endsWith('次'));

const isWholeCount = (figure: Quantity): boolean =>
  isPlain(figure) &&
  (figure.movement === undefined || figure.movement.to) &&
  figure.family !== RATIO &&
  inUnits(figure).number.d === 1n;

/** A figure as so many of its unit: 12.5万亩 are 125,000 亩, whatever those are of. */
function inUnits(figure: Quantity): SharedBy {
  const { factor } = unitOf(figure.unit.replace(/^[十百千万亿]+/, ''));
  return figure.unit === '' || factor.equals(1)
    ? figure
    : {
        ...sharedBy(figure.text, figure.span[0], 1, 1),
        number: figure.number.div(factor),
        interval: scale(figure.interval, factor.inverse()),
      };
}

/** Of 每个乡镇建成 what stands behind the noun that words around a count have as well: 建成 for 18个乡镇. */
function restBehindNoun(by: string, words: string): string | undefined {
  const isMeasured = by.length > 1 && units.includes(by[0] ?? '') && !short.test(by);
  const noun = isMeasured ? by.slice(1) : by;
  for (let length = Math.min(4, noun.length); length >= 1; length--) {
    const start = noun.slice(0, length);
    if ((length > 1 || short.test(start)) && words.includes(start)) return noun.slice(length);
  }
  return undefined;
}

/** Of 每所学校 for 60所学校 what stands behind the noun. */
function withoutNoun(words: string, behind: string, lead: string): string {
  for (let length = Math.min(5, words.length); length >= 2; length--)
    if (behind.startsWith(words.slice(0, length)) || lead.endsWith(words.slice(0, length)))
      return words.slice(length);
  return words;
}
