import type { Calendar } from '../dates/calendar.ts';
import type { Commitment } from '../chain/commitments.ts';
import type { ProgressData } from '../model/data.generated.ts';
import { periodOf } from '../dates/dates.ts';
import type { Result } from '../model/report.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { reaches } from '../quantity/value/levels.ts';
import { shareOfLevel, shareOfWay, type Share } from '../quantity/value/direction.ts';

/** A figure that was reached, as written, with its date as written; the date is empty where none is. */
export interface Reached {
  readonly text: string;
  readonly date: string;
  readonly quantity: Quantity | undefined;
}

/** How far a commitment has come, by the last that its draft says. */
export interface Standing {
  /** The last figure; undefined where none is recorded. */
  readonly value: Reached | undefined;
  /** What was done last, where that is no older than the figure. */
  readonly note: { readonly text: string; readonly date: string } | undefined;
  /** The figure’s share of the level. */
  readonly share: Share | undefined;
  /** How much of the way is behind it: from the baseline, where there is one; else the share of a level that is reached from below. */
  readonly way: Share | undefined;
  /** Entries of progress, those of last year’s report included, oldest first. */
  readonly entries: readonly ProgressData[];
}

/** How far a commitment has come: its actual or the last entry of progress, whichever is later; an actual without a date is the last. `before` is progress that last year’s report noted. */
export function standingOf(commitment: Commitment, before: readonly ProgressData[] = []): Standing {
  const { level, result, calendar } = commitment;
  const entries = byDate([...before, ...(result?.data.progress ?? [])], calendar);
  const actual = actualOf(commitment);
  const noted = lastNoted(entries, commitment);
  const endsInActual = actual !== undefined && !isBefore(actual, noted, calendar);
  const value = endsInActual ? actual : noted;
  const [reached, asked] = [value?.quantity, level?.quantity];
  const share = reached && asked && shareOfLevel(reached, asked);
  return {
    value,
    note: endsInActual ? undefined : noteIn(entries.at(-1)),
    share,
    way: wayOf(commitment, reached, share),
    entries,
  };
}

/** The last figure among entries of progress. */
function lastNoted(entries: readonly ProgressData[], { read }: Commitment): Reached | undefined {
  const { value, date = '' } = entries.findLast((entry) => entry.value !== undefined) ?? {};
  return value === undefined ? undefined : { text: value, date, quantity: read(value) };
}

/** Whether a figure is older than another; one without a date never is. */
const isBefore = ({ date }: Reached, other: Reached | undefined, calendar: Calendar): boolean =>
  date !== '' && other !== undefined && dayOf(date, calendar) < dayOf(other.date, calendar);

const noteIn = ({ note, date = '' }: ProgressData = {}): Standing['note'] =>
  note === undefined ? undefined : { text: note, date };

/** How much of the way a figure has behind it; without a baseline known only where the level is reached from below. */
function wayOf(
  { level, direction, target, read }: Commitment,
  reached: Quantity | undefined,
  share: Share | undefined,
): Share | undefined {
  const written = target?.data.baseline;
  const baseline = written === undefined ? undefined : read(written);
  if (baseline === undefined) return direction === 'higher' ? share : undefined;
  return reached && level?.quantity && shareOfWay(reached, level.quantity, baseline);
}

/** Whether the last figure reaches the level; undefined where one of them is no figure. */
export const isReached = ({ level, direction }: Commitment, { value }: Standing): boolean | undefined =>
  value?.quantity && level?.quantity && reaches(value.quantity, level.quantity, direction);

function actualOf({ actual, metric, result }: Commitment): Reached | undefined {
  if (actual === undefined) return undefined;
  const measured = metric !== undefined && metric.path.every((key, index) => actual.path[index] === key);
  return {
    text: actual.text,
    quantity: actual.quantity,
    date: (measured ? metric.data['as-of'] : result?.data.date) ?? '',
  };
}

/**
 * The last day of which anything was reported: an entry of progress, a figure with its date, an outcome, of last year’s
 * report too; empty where nothing ever was. What carries no date tells of no day.
 */
export function lastNews(
  { result, calendar }: Commitment,
  { entries, value }: Standing,
  before: Result | undefined,
): string {
  const dates = [...entries.map(({ date }) => date), value?.date, result?.data.date, before?.data.date];
  return dates
    .map((date) => dayOf(date ?? '', calendar))
    .reduce((last, day) => (day > last ? day : last), '');
}

/** The last day of a date; empty, and so before every other, where it is none. */
const dayOf = (date: string, calendar: Calendar): string => periodOf(date, calendar)?.last ?? '';

/** Entries in the order of their dates; one without a date stays behind the one before it. */
function byDate(progress: readonly ProgressData[], calendar: Calendar): ProgressData[] {
  let before = '';
  const dated = progress.map((entry) => ({
    entry,
    day: (before = dayOf(entry.date ?? '', calendar) || before),
  }));
  const sorted = dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ entry }) => entry);
  // what last year’s report says may be repeated in this one
  return [
    ...new Map(sorted.map((entry) => [[entry.date, entry.value, entry.note].join('\n'), entry])).values(),
  ];
}
