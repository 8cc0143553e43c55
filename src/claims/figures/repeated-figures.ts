import type { Reading } from '../../reading/reading.ts';
import type { Finding, Words } from '../../diagnostic.ts';
import { nameBefore, NameIndex } from '../../reading/names/name-index.ts';
import { sectionLabel } from '../../model/labels.ts';
import { looksAhead } from '../../model/looks-ahead.ts';
import { isOfOtherPeriod, isOfSeveralYears } from '../dates/periods.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Metric, Report, Section } from '../../model/report.ts';
import { otherValues } from '../../reading/declared.ts';
import { isOfOtherYear } from '../../reading/mentions.ts';
import { dateBefore, isOfAnother, isOfDate, subjectOf } from '../subjects.ts';
import { countsWhatFollows, isWholeName } from '../../reading/names/whole-names.ts';
import type { Span } from '../../quantity/value/formula.ts';
import { meet } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { areLike } from '../../quantity/value/unit.ts';
import type { ReportClaim } from '../claim.ts';

/** A figure that a report says again, of a metric in another section or of a subject in two: what is wrong, where it says it otherwise. */
export interface RepeatedClaim extends ReportClaim {
  readonly wrong: Finding | undefined;
}

/** The figures that a report says again. */
export function repeatedClaims(reading: Reading): readonly RepeatedClaim[] {
  const prose = textsThatTell(reading);
  return [...againstMetrics(prose, reading), ...againstEachOther(prose, reading.report)];
}

/** Titles, introductions and bodies that tell of the year. */
export const textsThatTell = ({ texts, report }: Reading): readonly Prose[] =>
  texts.filter(
    ({ part, path, section }) =>
      part &&
      part.kind !== 'plan' &&
      !looksAhead(section, report.data.year) &&
      /^(?:title|body|intro)$/.test(String(path.at(-1))),
  );

/** What a report says again otherwise. */
export const repeatedFigureFindings = (reading: Reading): readonly Finding[] =>
  reading.once(repeatedClaims).flatMap(({ wrong }) => wrong ?? []);

/** A metric’s name with another figure in a section that does not declare it. */
function* againstMetrics(prose: readonly Prose[], reading: Reading): Generator<RepeatedClaim> {
  const { report } = reading;
  const index = new NameIndex(
    report.metrics.flatMap((metric) =>
      [metric.id, metric.data.name ?? metric.id]
        .filter(isTelling)
        .map((name): [string, Metric] => [name, metric]),
    ),
  );
  for (const each of prose)
    for (const figure of each.figures) {
      if (figure.kind !== 'figure' || moves(figure)) continue;
      const beside = nameBefore(each, figure, index);
      if (!beside || isWithin(each.section, beside.thing.section)) continue;
      const verdict = verdictOn(each, figure, beside.thing, reading);
      if (verdict === 'of another' || !isNamed(each, figure, beside.name, report)) continue;
      const { path, data, section } = beside.thing;
      const before = each.text.slice(Math.max(0, beside.name[0] - 12), beside.name[0]);
      if (isOfOtherYear(before, report)) continue;
      const name = each.text.slice(...beside.name);
      const value = [...path, 'value'] as const;
      yield {
        figures: [{ prose: each, figure }, { path: value }],
        wrong:
          verdict === 'same'
            ? undefined
            : {
                ...each.place(figure.span),
                message: 'metric',
                data: { name, said: figure.text, value: data.value ?? '' },
                related: [{ path: value, note: inSection(section, data.value ?? '') }],
              },
      };
    }
}

/** Whether a name before a figure is the whole name of what it counts, in the report’s year. */
const isNamed = (prose: Prose, figure: Quantity, name: Span, report: Report): boolean =>
  isWholeName(prose.text, name) &&
  !countsWhatFollows(prose.text, figure) &&
  !isOfOther(prose, figure, report, name) &&
  !isOfAnother(prose, name);

/** Whether a figure of the kind and the date of a metric’s value is that number, or neither it nor another that the metric has. */
function verdictOn(
  prose: Prose,
  figure: Quantity,
  { id, data }: Metric,
  reading: Reading,
): 'same' | 'otherwise' | 'of another' {
  const value = data.value === undefined ? undefined : reading.quantity(data.value, data.unit);
  if (
    value === undefined ||
    !areLike(value.family, figure.family) ||
    !isOfDate(prose, figure, data['as-of'], reading.report)
  )
    return 'of another';
  if (meet(value.interval, figure.interval)) return 'same';
  return otherValues(id, reading).some((other) => meet(other.interval, figure.interval))
    ? 'of another'
    : 'otherwise';
}

/** The same subject with two figures in two sections, neither of them of another date. */
function* againstEachOther(prose: readonly Prose[], report: Report): Generator<RepeatedClaim> {
  const first = new Map<string, Told>();
  for (const each of toldAgain(prose)) {
    const { prose: own, figure, subject } = each;
    if (isOfOther(own, figure, report)) continue;
    const key = [subject, figure.family, dateBefore(own, figure)].join('\n');
    const other = first.get(key);
    if (!other) first.set(key, each);
    else if (own.section && other.prose.section && other.prose.section !== own.section)
      yield {
        figures: [
          { prose: own, figure },
          { prose: other.prose, figure: other.figure },
        ],
        wrong: meet(other.figure.interval, figure.interval)
          ? undefined
          : {
              ...own.place(figure.span),
              message: 'subject',
              data: { name: subject.replace('…', ''), said: figure.text, value: other.figure.text },
              severity: 'warning',
              related: [
                {
                  ...other.prose.place(other.figure.span),
                  note: inSection(other.prose.section, other.figure.text),
                },
              ],
            },
      };
  }
}

/** A figure with what it is of. */
interface Told {
  readonly prose: Prose;
  readonly figure: Quantity;
  readonly subject: string;
}

/** The figures whose subject is told more than once, in the order of the text; of what is told once nothing else need be known. */
function toldAgain(prose: readonly Prose[]): readonly Told[] {
  const told: Told[] = [];
  const counts = new Map<string, number>();
  for (const each of prose)
    for (const figure of each.figures) {
      if (
        figure.kind !== 'figure' ||
        figure.movement ||
        figure.family === '' ||
        figure.qualifier === 'range' ||
        isNumbering(figure)
      )
        continue;
      const subject = subjectOf(each, figure);
      if (subject === undefined) continue;
      told.push({ prose: each, figure, subject });
      counts.set(subject, (counts.get(subject) ?? 0) + 1);
    }
  return told.filter(({ subject }) => (counts.get(subject) ?? 0) > 1);
}

/** 3.1处理流程: a number of a heading, and no count of 处. */
const isNumbering = ({ number, unit }: Quantity): boolean =>
  number.d !== 1n && /^[处个所家名人位项件条章]$/.test(unit);

/** A value with the section that it stands in. */
export const inSection = (section: Section, value: string): Words => {
  const label = sectionLabel(section);
  return { en: `${value} in ${label.en}`, zh: `${label.zh}：${value}` };
};

const moves = ({ movement }: Quantity): boolean => movement !== undefined && !movement.to;

/** Whether a name is long enough to be no common word. */
const isTelling = (name: string): boolean => name.length >= (/\p{Script=Han}/u.test(name) ? 4 : 8);

/** Whether a figure is told of another time than the report’s year, by the words before it or by the titles above it. */
export function isOfOther(
  { text, section }: Prose,
  { span }: Quantity,
  report: Report,
  name?: Span,
): boolean {
  for (let at = section; at; at = at.parent) if (isOfSeveralYears(at.data.title ?? '')) return true;
  return isOfOtherPeriod(text, span, report, name);
}

function isWithin(inner: Section | undefined, outer: Section): boolean {
  for (let at = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}
