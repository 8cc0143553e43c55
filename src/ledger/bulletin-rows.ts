import { calendarYears, type Calendar } from '../dates/calendar.ts';
import { periodOf, type Period } from '../dates/dates.ts';
import { isMiss } from '../chain/open-targets.ts';
import type { LedgerEntry, LedgerRow } from './ledger-row.ts';
import { isDone } from './status-groups.ts';

/** Whether a day is in a period; an empty one is in none. */
export const isIn = (day: string, { first, last }: Period): boolean => day >= first && day <= last;

const closedIn = (rows: readonly LedgerRow[], month: Period): readonly LedgerRow[] =>
  rows.filter(({ closedOn }) => isIn(closedOn, month));

/** What was reached in a month, in time or late. */
export const doneIn = (rows: readonly LedgerRow[], month: Period): readonly LedgerRow[] =>
  closedIn(rows, month).filter(isDone);

/** What ended in a month and was neither reached nor missed. */
export const endedIn = (rows: readonly LedgerRow[], month: Period): readonly LedgerRow[] =>
  closedIn(rows, month).filter((row) => !isDone(row) && !isMiss(row.outcome));

/** Misses that are open still, and those of the month that the plan has taken up. */
export const missedBy = (rows: readonly LedgerRow[], month: Period): readonly LedgerRow[] =>
  rows.filter(
    ({ outcome, light, settledOn }) => isMiss(outcome) && (light !== 'closed' || isIn(settledOn, month)),
  );

/** What is overdue or at risk. */
export const isLate = ({ light }: LedgerRow): boolean => light === 'red' || light === 'yellow';

/** What is open and due in the month after. */
export function dueNext(rows: readonly LedgerRow[], { last }: Period): readonly LedgerRow[] {
  const [year, month] = last.split('-').map(Number) as [number, number];
  const next = periodOf(
    month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`,
    calendarYears,
  ) as Period;
  return rows.filter(({ light, dueOn }) => light !== 'closed' && isIn(dueOn, next));
}

/** An entry of progress, and what it is an entry of. */
export interface Noted {
  readonly row: LedgerRow;
  readonly entry: LedgerEntry;
}

/** Entries of progress of a month, in the order of the drafts. */
export const notedIn = (rows: readonly LedgerRow[], month: Period, calendar: Calendar): readonly Noted[] =>
  rows.flatMap((row) =>
    row.progress
      .filter(({ date }) => date !== undefined && isIn(periodOf(date, calendar)?.last ?? '', month))
      .map((entry) => ({ row, entry })),
  );
