import type { Data, Finding, Path } from '../diagnostic.ts';
import { meet } from '../quantity/value/interval.ts';
import { measuredOf } from '../quantity/value/arithmetic.ts';
import { printInterval } from '../quantity/value/print.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { clearlyReaches, reaches } from '../quantity/value/levels.ts';
import { areLike } from '../quantity/value/unit.ts';
import { yearPeriod, type Calendar } from '../dates/calendar.ts';
import type { Commitment, Stated } from './commitments.ts';
import type { ResultData } from '../model/data.generated.ts';
import { periodOf } from '../dates/dates.ts';
import { movedDue, movedLevel } from './revisions.ts';

/** What dates are held against: the day that the report speaks from, and its year. */
export interface Facts {
  readonly today: string | undefined;
  readonly year: number | undefined;
  readonly calendar: Calendar;
}

type Found = Pick<Finding, 'path' | 'message' | 'related' | 'severity'> & { readonly data?: Data };

/** What in a result does not agree with its target or in itself, what is most plainly wrong first: messages of `outcomes-agree`. */
export function* contradictions(
  commitment: Commitment,
  data: ResultData,
  path: Path,
  facts: Facts,
): Generator<Found> {
  yield* inActual(commitment, data, path);
  yield* inProgress(commitment, data, path, facts);
  yield* inDate(commitment, data, path, facts);
  yield* inFigures(commitment, data, path);
}

/** A figure of the result’s own beside a metric that says another. */
function* inActual({ metric, actual, read }: Commitment, data: ResultData, path: Path): Generator<Found> {
  const given = data.actual === undefined ? undefined : read(data.actual);
  if (
    metric === undefined ||
    given === undefined ||
    actual?.quantity === undefined ||
    data.actual === undefined
  )
    return;
  const { quantity } = actual;
  const isSame =
    areLike(quantity.family, given.family) &&
    quantity.per.join() === given.per.join() &&
    meet(quantity.interval, given.interval);
  const related = [
    { path: actual.path, note: { en: `the metric: ${actual.text}`, zh: `指标：${actual.text}` } },
  ];
  if (!isSame)
    yield {
      path: [...path, 'actual'],
      message: 'differs',
      data: { actual: data.actual, value: actual.text },
      related,
    };
}

/**
 * What was reached beside the last figure on the way to it. What is counted up does not fall; of one day there is one figure,
 * whatever is counted.
 */
function* inProgress(
  { actual, direction, read }: Commitment,
  { progress = [], date }: ResultData,
  path: Path,
  { calendar }: Facts,
): Generator<Found> {
  const at = progress.findLastIndex(({ value }) => value !== undefined);
  const { value = '', date: noted = '' } = progress[at] ?? {};
  const last = at === -1 ? undefined : read(value);
  if (last === undefined || actual?.quantity === undefined || !areLike(actual.quantity.family, last.family))
    return;
  if (meet(actual.quantity.interval, last.interval)) return;
  const isCounted = direction === 'higher' && last.family !== '%';
  const isLess = actual.quantity.number.compare(last.number) < 0;
  const [day, then] = [periodOf(date ?? '', calendar)?.first, periodOf(noted, calendar)?.last];
  const isOfOneDay = day !== undefined && then !== undefined && day === then;
  const found = {
    data: { last: value, noted },
    related: [{ path: [...path, 'progress', at, 'value'] as Path, note: { en: value, zh: value } }],
  };
  if (isCounted && isLess) yield { path: actual.path, message: 'below-progress', ...found };
  else if (isOfOneDay) yield { path: actual.path, message: 'unlike-progress', ...found };
}

function* inDate(
  commitment: Commitment,
  { outcome, date }: ResultData,
  path: Path,
  { today, year, calendar }: Facts,
): Generator<Found> {
  const period = date === undefined ? undefined : periodOf(date, calendar);
  if (period === undefined) {
    if (date === undefined) yield* withoutDate(commitment, outcome, path, year);
    return;
  }
  const place = { path: [...path, 'date'] as const };
  if (outcome === 'pending') yield { ...place, message: 'dated' };
  else if (today !== undefined && period.first > today) yield { ...place, message: 'not-yet' };
  else if (commitment.open && year !== undefined && period.last < yearPeriod(year, calendar).first)
    yield { ...place, message: 'too-early' };
  // a month that holds the due day may well be in time
  else if (
    outcome === 'met' &&
    year !== undefined &&
    period.first > commitment.due.last &&
    movedDue(commitment) === undefined
  )
    yield { ...place, message: 'late', ...relatedTo(dueOf(commitment)) };
  else if (
    outcome === 'late' &&
    year !== undefined &&
    period.last <= commitment.due.last &&
    movedDue(commitment) === undefined
  )
    yield { ...place, message: 'in-time', ...relatedTo(dueOf(commitment)) };
}

/** What is late says when it was reached; and what was due before the year began, and open then, cannot be met in time. */
function* withoutDate(
  commitment: Commitment,
  outcome: ResultData['outcome'],
  path: Path,
  year: number | undefined,
): Generator<Found> {
  const place = { path: [...path, 'outcome'] as const };
  if (outcome === 'late') yield { ...place, message: 'undated' };
  else if (
    outcome === 'met' &&
    commitment.open &&
    year !== undefined &&
    commitment.due.last < yearPeriod(year, commitment.calendar).first &&
    movedDue(commitment) === undefined
  )
    yield { ...place, message: 'late-since', ...relatedTo(dueOf(commitment)) };
}

function* inFigures(commitment: Commitment, data: ResultData, path: Path): Generator<Found> {
  const { level, actual, metric, direction } = commitment;
  const { outcome } = data;
  const place = { path: [...path, 'outcome'] as const };
  if (outcome === 'no-data' && actual?.quantity)
    yield { ...place, message: 'measured', ...relatedTo(actual) };
  if (level?.quantity === undefined || outcome === 'pending' || outcome === 'no-data') return;
  if (actual === undefined && metric === undefined && outcome !== 'dropped')
    yield { ...place, message: 'unsaid', severity: 'warning' };
  // a level that was moved without a word is told by that
  if (actual?.quantity === undefined || movedLevel(commitment) !== undefined) return;
  const reached = reaches(actual.quantity, level.quantity, direction);
  const figures = { data: intervalOf(actual.quantity), ...relatedTo(actual, level) };
  if (reached === undefined) yield { ...place, message: 'units', ...relatedTo(actual, level) };
  else if (isReached(outcome) && !reached) yield { ...place, message: 'short', ...figures };
  else if (
    !isReached(outcome) &&
    clearlyReaches(actual.quantity, level.quantity, direction) &&
    isInTime(commitment, data)
  )
    yield { ...place, message: 'reached', ...figures };
}

const isReached = (outcome: ResultData['outcome']): boolean => outcome === 'met' || outcome === 'late';

/** Whether nothing says that it came late. */
const isInTime = ({ due, calendar }: Commitment, { date }: ResultData): boolean =>
  date === undefined || (periodOf(date, calendar)?.first ?? '') <= due.last;

/** Every number that a rounded figure may stand for, in brackets. */
function intervalOf(quantity: Quantity): Data {
  const measured = measuredOf(quantity);
  if (measured === undefined || quantity.exact) return {};
  const [en, zh] = [printInterval(measured, 'en'), printInterval(measured, 'zh')];
  return en === undefined || zh === undefined ? {} : { interval: ` (${en})`, intervalZh: `（${zh}）` };
}

const dueOf = ({ due }: Commitment): Stated | undefined =>
  due.path && { text: due.text, quantity: undefined, path: due.path };

/** The places of what a message names, but for those that are implied. */
const relatedTo = (...stated: readonly (Stated | undefined)[]): Pick<Finding, 'related'> => ({
  related: stated.flatMap((each) =>
    each ? [{ path: each.path, note: { en: each.text, zh: each.text } }] : [],
  ),
});
