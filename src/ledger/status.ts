import { fromFolderOf } from '../lint/previous.ts';
import { Places } from '../lint/stamp.ts';
import { commitmentsOf, type Commitment } from '../model/commitments.ts';
import type { ProgressData, ResultData } from '../model/data.generated.ts';
import { daysBetween, periodOf } from '../model/dates.ts';
import { figuresOf } from '../model/figures.ts';
import { openOf } from '../model/open-targets.ts';
import type { Report, Result, Section, Sources, Target } from '../model/report.ts';
import { percentText } from '../quantity/way.ts';
import { asOf } from './as-of.ts';
import { lightOf, type Light, type LightSettings, type Reason } from './lights.ts';
import { standingOf } from './standing.ts';

/** A draft with last year’s report, where there is one, and the files of both. */
export interface LedgerDraft {
  readonly report: Report;
  readonly previous: Report | undefined;
  readonly sources: Sources;
}

/** A row of the ledger. What is not given is empty. */
export interface LedgerRow {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly id: string;
  readonly goal: string;
  /** Set in last year’s report or earlier, during the year, or for the year to come. */
  readonly set: Commitment['set'];
  readonly light: Light | 'closed';
  /** Of a closed one what came of it; else pending. */
  readonly outcome: ResultData['outcome'];
  readonly reasons: readonly Reason[];
  readonly level: string;
  /** The last figure, as written, its date, and its share of the level: 30%. */
  readonly value: string;
  readonly date: string;
  readonly share: string;
  /** What was done last. */
  readonly note: string;
  /** As written, and the last day that it means. */
  readonly due: string;
  readonly dueOn: string;
  /** Days to the last day, below 0 once it is past; null of a closed one. */
  readonly daysLeft: number | null;
  readonly lead: string;
  readonly support: readonly string[];
  readonly leader: string;
  readonly origin: string;
  /** Promised, or only aimed for; null where the draft does not say. */
  readonly firm: boolean | null;
  /** The last day of the date of the outcome. */
  readonly closedOn: string;
  readonly progress: readonly ProgressData[];
}

/**
 * Every target that drafts answer for, in the order of their text, as it stood at the end of a day: open ones with a
 * light, closed ones. What an earlier draft left open, and a later one of these takes up as last year’s, stands once,
 * with the later.
 */
export function ledgerOf(drafts: readonly LedgerDraft[], settings: LightSettings): readonly LedgerRow[] {
  const plain = (file: string): string => fromFolderOf('', file);
  const taken = new Map(drafts.flatMap(({ previous }) => (previous ? [[plain(previous.file), new Set(openOf(previous).map(({ id }) => id))] as const] : [])));
  return drafts.flatMap(({ report, previous, sources }) => {
    figuresOf(report, previous);
    const places = new Places(sources);
    const held = asOf(report, previous, settings.on);
    const rows = onceEach(commitmentsOf(held, previous)).map((commitment) => rowOf(commitment, report, places, settings));
    return rows.filter(({ id, light }) => light === 'closed' || !taken.get(plain(report.file))?.has(id));
  });
}

/** What is still pending and stands in the plan again is one thing: as the plan has it now, with the result that it has so far. */
function onceEach(commitments: readonly Commitment[]): readonly Commitment[] {
  const again = new Map(commitments.filter(({ set }) => set === 'next').map((each) => [each.id, each]));
  const open = new Set(commitments.filter(({ set, result }) => set !== 'next' && isOpen(result)).map(({ id }) => id));
  return commitments.flatMap((each) => {
    if (each.set === 'next') return open.has(each.id) ? [] : [each];
    const next = isOpen(each.result) ? again.get(each.id) : undefined;
    if (next === undefined) return [each];
    const due = each.target === undefined && each.due.implied ? next.due : each.due;
    return [{ ...each, target: next.target, due, level: each.level ?? next.level, lead: each.lead ?? next.lead }];
  });
}

const isOpen = (result: Result | undefined): boolean => result === undefined || result.data.outcome === 'pending';

function rowOf(commitment: Commitment, report: Report, places: Places, settings: LightSettings): LedgerRow {
  const { id, set, result, target, due, level, lead = '' } = commitment;
  const standing = standingOf(commitment);
  const closed = !isOpen(result);
  const path = result?.path ?? target?.path ?? report.path;
  const { start } = places.of({ path, at: 'key' });
  const outcome = result?.data.outcome ?? 'pending';
  const lit = closed ? { light: 'closed' as const, reasons: [] } : lightOf(commitment, standing, startOf(commitment, report), settings);
  return {
    file: path[0],
    line: start.line,
    column: start.column,
    id,
    goal: target?.data.goal ?? '',
    set,
    ...lit,
    outcome,
    level: level?.text ?? '',
    value: standing.value?.text ?? '',
    date: standing.note?.date || standing.value?.date || (closed ? (result?.data.date ?? '') : ''),
    share: standing.share ? percentText(standing.share) : '',
    note: standing.note?.text ?? '',
    due: due.text,
    dueOn: due.last,
    daysLeft: closed ? null : daysBetween(settings.on, due.last),
    lead,
    support: supportOf(target) ?? supportOf(result) ?? [],
    leader: target?.data.leader ?? '',
    origin: target?.data.origin ?? '',
    firm: target?.data.firm ?? null,
    closedOn: closed && result?.data.date !== undefined ? (periodOf(result.data.date)?.last ?? '') : '',
    progress: standing.entries,
  };
}

/** The first day of the time that a commitment has: of the year it is for, or of the year before, where it was open then already. */
function startOf({ set, open, target }: Commitment, { data: { year = 0 } }: Report): string {
  const carried = set === 'earlier' && (open?.result !== undefined || (open?.target === target && target?.section.part.kind === 'summary'));
  return `${set === 'next' ? year + 1 : carried ? year - 1 : year}-01-01`;
}

/** Offices that help: the target’s own, else those of its section or of one above. */
function supportOf(thing: Target | Result | undefined): readonly string[] | undefined {
  const own = thing && 'support' in thing.data ? thing.data.support : undefined;
  if (own !== undefined) return own;
  for (let at: Section | undefined = thing?.section; at; at = at.parent) if (at.data.support !== undefined) return at.data.support;
  return undefined;
}

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
