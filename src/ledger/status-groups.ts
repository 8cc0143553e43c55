import { isMiss } from '../chain/open-targets.ts';
import type { LedgerRow } from './ledger-row.ts';

/** Which rows are wanted. */
export interface LedgerFilter {
  readonly lead?: string | undefined;
  /** The last day of what is due. */
  readonly due?: string | undefined;
}

export const isWanted = ({ lead, due }: LedgerFilter, row: LedgerRow): boolean =>
  (lead === undefined || row.lead === lead) && (due === undefined || row.dueOn <= due);

type Outcomes = Readonly<Partial<Record<LedgerRow['outcome'], number>>>;

/** How many rows have each light, how many of the open ones are misses, how many of the closed ones are done, and each outcome of these. */
export type LedgerCounts = Readonly<Record<'open' | LedgerRow['light'] | 'done', number>> & {
  readonly misses: Outcomes;
  readonly outcomes: Outcomes;
};

/** Whether what was asked was reached, in time or late: only that is done. */
export const isDone = ({ outcome }: Pick<LedgerRow, 'outcome'>): boolean =>
  outcome === 'met' || outcome === 'late';

export function countRows(rows: readonly LedgerRow[]): LedgerCounts {
  const of = (light: LedgerRow['light']): number => rows.filter((row) => row.light === light).length;
  const [red, yellow, green, closed] = [of('red'), of('yellow'), of('green'), of('closed')];
  const shut = rows.filter(({ light }) => light === 'closed');
  const misses = countOutcomes(rows.filter(({ light, outcome }) => light !== 'closed' && isMiss(outcome)));
  return {
    open: red + yellow + green,
    red,
    yellow,
    green,
    closed,
    done: shut.filter(isDone).length,
    misses,
    outcomes: countOutcomes(shut),
  };
}

/** The order in which outcomes are told. */
const told = ['met', 'late', 'partly', 'missed', 'dropped', 'no-data', 'pending'] as const;

export const countOutcomes = (rows: readonly Pick<LedgerRow, 'outcome'>[]): Outcomes =>
  Object.fromEntries(
    told.flatMap((each) => {
      const count = rows.filter(({ outcome }) => outcome === each).length;
      return count === 0 ? [] : [[each, count]];
    }),
  );

/** What rows are grouped by. */
export type Grouping = 'lead' | 'due' | 'origin';

export interface LedgerGroup {
  /** An office, a month as YYYY-MM, or an origin; empty where a row names none. */
  readonly key: string;
  readonly rows: readonly LedgerRow[];
}

const order: readonly LedgerRow['light'][] = ['red', 'yellow', 'green', 'closed'];

/** Rows by group: months in their order, names as the drafts first say them, nameless last; in a group the worst first, then by due date. */
export function groupRows(rows: readonly LedgerRow[], by: Grouping): readonly LedgerGroup[] {
  const groups = new Map<string, LedgerRow[]>();
  for (const row of rows) {
    const key = by === 'due' ? row.dueOn.slice(0, 7) : row[by];
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const keys = [...groups.keys()];
  const sorted = by === 'due' ? keys.sort() : keys.sort((a, b) => Number(a === '') - Number(b === ''));
  return sorted.map((key) => ({ key, rows: (groups.get(key) ?? []).sort(byUrgency) }));
}

/** The worst light first, then the earliest due date; else the order stays. */
export const byUrgency = (a: LedgerRow, b: LedgerRow): number =>
  order.indexOf(a.light) - order.indexOf(b.light) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0);
