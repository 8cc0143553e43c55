import type { Data, Finding, Path } from '../diagnostic.ts';
import { meet } from '../quantity/value/interval.ts';
import { measuredOf } from '../quantity/value/arithmetic.ts';
import { printInterval } from '../quantity/value/print.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { clearlyReaches, reaches } from '../quantity/value/levels.ts';
import { areLike } from '../quantity/value/unit.ts';
import { yearPeriod, type Calendar } from '../dates/calendar.ts';
import type { Commitment, StatedText } from './commitments.ts';
import type { ResultData } from '../model/data.generated.ts';
import { periodOf, type Period } from '../dates/dates.ts';
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

/** What was reached beside the last figure on the way to it. */
function* inProgress(
  { actual, direction, read }: Commitment,
  { progress = [], date = '' }: ResultData,
  path: Path,
  { calendar }: Facts,
): Generator<Found> {
  const at = progress.findLastIndex((entry) => entry.value !== undefined);
  const { value, date: noted = '' } = progress[at] ?? {};
  const last = value === undefined ? undefined : read(value);
  if (value === undefined || last === undefined || actual?.quantity === undefined) return;
  const message = progressFault(actual.quantity, last, direction, isOneDay(date, noted, calendar));
  if (message === undefined) return;
  yield {
    path: actual.path,
    message,
    data: { last: value, noted },
    related: [{ path: [...path, 'progress', at, 'value'], note: { en: value, zh: value } }],
  };
}

/** What is counted up does not fall; of one day there is one figure, whatever is counted. Undefined where a figure may follow the last. */
function progressFault(
  reached: Quantity,
  last: Quantity,
  direction: Commitment['direction'],
  isOfOneDay: boolean,
): 'below-progress' | 'unlike-progress' | undefined {
  if (!areLike(reached.family, last.family) || meet(reached.interval, last.interval)) return undefined;
  const isCounted = direction === 'higher' && last.family !== '%';
  if (isCounted && reached.number.compare(last.number) < 0) return 'below-progress';
  return isOfOneDay ? 'unlike-progress' : undefined;
}

function isOneDay(date: string, other: string, calendar: Calendar): boolean {
  const [day, then] = [periodOf(date, calendar)?.first, periodOf(other, calendar)?.last];
  return day !== undefined && day === then;
}

function* inDate(
  commitment: Commitment,
  { outcome, date }: ResultData,
  path: Path,
  facts: Facts,
): Generator<Found> {
  if (date === undefined) return yield* withoutDate(commitment, outcome, path, facts.year);
  const period = periodOf(date, facts.calendar);
  if (period === undefined) return;
  const message = dateFault(commitment, outcome, period, facts);
  if (message === undefined) return;
  const isAboutDue = message === 'late' || message === 'in-time';
  yield {
    path: [...path, 'date'],
    message,
    ...(message === 'not-yet' && { data: { today: facts.today ?? '' } }),
    ...(isAboutDue && relatedTo(dueOf(commitment))),
  };
}

type DateFault = 'dated' | 'not-yet' | 'too-early' | 'late' | 'in-time';

/** Why a result cannot have that date; undefined where it can. */
function dateFault(
  commitment: Commitment,
  outcome: ResultData['outcome'],
  period: Period,
  { today, year, calendar }: Facts,
): DateFault | undefined {
  if (outcome === 'pending') return 'dated';
  if (today !== undefined && period.first > today) return 'not-yet';
  if (year === undefined) return undefined;
  if (commitment.open && period.last < yearPeriod(year, calendar).first) return 'too-early';
  return movedDue(commitment) === undefined ? dueFault(outcome, period, commitment.due.last) : undefined;
}

/** A month that holds the due day may well be in time. */
function dueFault(
  outcome: ResultData['outcome'],
  { first, last }: Period,
  due: string,
): DateFault | undefined {
  if (outcome === 'met' && first > due) return 'late';
  return outcome === 'late' && last <= due ? 'in-time' : undefined;
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
  const { level, actual } = commitment;
  const { outcome } = data;
  const place = { path: [...path, 'outcome'] as const };
  if (outcome === 'no-data' && actual?.quantity)
    yield { ...place, message: 'measured', ...relatedTo(actual) };
  if (level?.quantity === undefined || outcome === 'pending' || outcome === 'no-data') return;
  if (outcome !== 'dropped' && isUnsaid(commitment))
    yield { ...place, message: 'unsaid', severity: 'warning' };
  // a level that was moved without a word is told by that
  if (actual?.quantity === undefined || movedLevel(commitment) !== undefined) return;
  const message = levelFault(commitment, data, actual.quantity, level.quantity);
  if (message === undefined) return;
  const interval = message === 'units' ? {} : { data: intervalOf(actual.quantity) };
  yield { ...place, message, ...interval, ...relatedTo(actual, level) };
}

/** Whether no figure says what was reached. */
const isUnsaid = ({ actual, metric }: Commitment): boolean => actual === undefined && metric === undefined;

/** How an outcome does not agree with what was reached; undefined where it may. */
function levelFault(
  commitment: Commitment,
  data: ResultData,
  actual: Quantity,
  level: Quantity,
): 'units' | 'short' | 'reached' | undefined {
  const { direction } = commitment;
  const reached = reaches(actual, level, direction);
  if (reached === undefined) return 'units';
  if (isReached(data.outcome)) return reached ? undefined : 'short';
  return clearlyReaches(actual, level, direction) && isInTime(commitment, data) ? 'reached' : undefined;
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

const dueOf = ({ due }: Commitment): StatedText | undefined =>
  due.path && { text: due.text, quantity: undefined, path: due.path };

/** The places of what a message names, but for those that are implied. */
const relatedTo = (...stated: readonly (StatedText | undefined)[]): Pick<Finding, 'related'> => ({
  related: stated.flatMap((each) =>
    each ? [{ path: each.path, note: { en: each.text, zh: each.text } }] : [],
  ),
});
