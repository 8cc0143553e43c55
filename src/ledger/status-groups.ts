import type { LedgerRow } from './status.ts';

/** Which rows are wanted. */
export interface LedgerFilter {
  readonly lead?: string | undefined;
  /** The last day of what is due. */
  readonly due?: string | undefined;
}

export const isWanted = ({ lead, due }: LedgerFilter, row: LedgerRow): boolean =>
  (lead === undefined || row.lead === lead) && (due === undefined || row.dueOn <= due);

/** How many rows have each light, and each outcome of closed ones. */
export type LedgerCounts = Readonly<Record<'open' | LedgerRow['light'], number>> & {
  readonly outcomes: Readonly<Partial<Record<LedgerRow['outcome'], number>>>;
};

export function countRows(rows: readonly LedgerRow[]): LedgerCounts {
  const of = (light: LedgerRow['light']): number => rows.filter((row) => row.light === light).length;
  const [red, yellow, green, closed] = [of('red'), of('yellow'), of('green'), of('closed')];
  const outcomes: Partial<Record<LedgerRow['outcome'], number>> = {};
  for (const { light, outcome } of rows) if (light === 'closed') outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return { open: red + yellow + green, red, yellow, green, closed, outcomes };
}

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
