import type { Places } from '../lint/stamp.ts';
import type { Commitment } from '../chain/commitments.ts';
import type { ProgressData, ResultData } from '../model/data.generated.ts';
import { daysBetween, periodOf } from '../dates/dates.ts';
import type { Report, Result, Section, Target } from '../model/report.ts';
import type { Direction } from '../quantity/value/levels.ts';
import { percentText, shareOfLevel } from '../quantity/value/direction.ts';
import type { LightSettings } from './light.ts';
import { lightsOfClosed, lightsOfOpen, type RowLights } from './row-lights.ts';
import { lastNews, standingOf, type Standing } from './target-progress.ts';

/** An entry of progress, with the share of the level that its figure makes; empty where there is none. */
export type LedgerEntry = ProgressData & { readonly share: string };

/** A row of the ledger. What is not given is empty. */
export interface LedgerRow extends RowLights {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly id: string;
  readonly goal: string;
  /** Set in last year’s report or earlier, during the year, or for the year to come. */
  readonly set: Commitment['set'];
  /** What came of it: of an open one pending, missed or partly. */
  readonly outcome: ResultData['outcome'];
  readonly level: string;
  readonly direction: Direction;
  /** The last figure, as written, its date, and its share of the level: 30%. */
  readonly value: string;
  readonly date: string;
  readonly share: string;
  /** What was done last. */
  readonly note: string;
  /** The last day of which anything was reported; empty where nothing ever was. */
  readonly reported: string;
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
  /** When its outcome was settled, as written, and the last day that it means; of a miss too, which stays open. */
  readonly settled: string;
  readonly settledOn: string;
  /** When it was closed, likewise. */
  readonly closed: string;
  readonly closedOn: string;
  /** Why it was late or not met, and what is done about it. */
  readonly reason: string;
  readonly remedy: string;
  readonly progress: readonly LedgerEntry[];
}

/** What a row is made of. */
export interface RowSource {
  readonly commitment: Commitment;
  /** The result that last year’s report left open. */
  readonly before: Result | undefined;
  /** Whether there is still something to be done. */
  readonly isOpen: boolean;
  readonly report: Report;
  readonly places: Places;
  readonly settings: LightSettings;
}

/** A commitment as a row of the ledger. */
export function rowOf(source: RowSource): LedgerRow {
  const { commitment, before, isOpen, report, settings } = source;
  const { id, set, target, due, level, direction } = commitment;
  const standing = standingOf(commitment, before?.data.progress);
  const { outcome, ...settlement } = settlementOf(source);
  return {
    ...placeOf(source),
    id,
    goal: target?.data.goal ?? '',
    set,
    ...(isOpen ? lightsOfOpen({ commitment, before, report, standing, settings }) : lightsOfClosed(outcome)),
    outcome,
    level: level?.text ?? '',
    direction,
    ...lastReached(standing, settlement.settled),
    reported: lastNews(commitment, standing, before),
    due: due.text,
    dueOn: due.last,
    daysLeft: isOpen ? daysBetween(settings.on, due.last) : null,
    ...answerableFor(commitment),
    ...settlement,
    progress: standing.entries.map((entry) => ({ ...entry, share: shareOf(entry, commitment) })),
  };
}

/** Where it stands: its result, else the target itself, else what last year’s report left open. */
function placeOf({
  commitment: { result, target },
  before,
  report,
  places,
}: RowSource): Pick<LedgerRow, 'file' | 'line' | 'column'> {
  const path = result?.path ?? target?.path ?? before?.path ?? report.path;
  const { line, column } = places.of({ path, at: 'key' }).start;
  return { file: path[0], line, column };
}

/** The last that is known of it; where neither a figure nor a note has a date, that of its outcome. */
const lastReached = (
  { value, note, share }: Standing,
  settled: string,
): Pick<LedgerRow, 'value' | 'date' | 'share' | 'note'> => ({
  value: value?.text ?? '',
  date: note?.date || value?.date || settled,
  share: share ? percentText(share) : '',
  note: note?.text ?? '',
});

/** Who answers for it, and how bindingly. */
function answerableFor({
  lead = '',
  target,
  result,
}: Commitment): Pick<LedgerRow, 'lead' | 'support' | 'leader' | 'origin' | 'firm'> {
  const { leader = '', origin = '', firm = null } = target?.data ?? {};
  const support = (supportOf(target) ?? supportOf(result) ?? []).filter((office) => office !== lead);
  return { lead, support, leader, origin, firm };
}

type Settlement = Pick<
  LedgerRow,
  'outcome' | 'settled' | 'settledOn' | 'closed' | 'closedOn' | 'reason' | 'remedy'
>;

/** What came of it, and when; nothing is settled while it is pending. */
function settlementOf({ commitment: { result }, isOpen, report }: RowSource): Settlement {
  const { outcome = 'pending', date = '', reason = '', remedy = '' } = result?.data ?? {};
  if (outcome === 'pending')
    return { outcome, settled: '', settledOn: '', closed: '', closedOn: '', reason: '', remedy: '' };
  const settledOn = periodOf(date, report.calendar)?.last ?? '';
  const closing = isOpen ? { closed: '', closedOn: '' } : { closed: date, closedOn: settledOn };
  return { outcome, settled: date, settledOn, ...closing, reason, remedy };
}

function shareOf({ value }: ProgressData, { level, read }: Commitment): string {
  const reached = value === undefined ? undefined : read(value);
  const share = reached && level?.quantity && shareOfLevel(reached, level.quantity);
  return share ? percentText(share) : '';
}

/** Offices that help: the target’s own, else those of its section or of one above. */
function supportOf(thing: Target | Result | undefined): readonly string[] | undefined {
  const own = thing && 'support' in thing.data ? thing.data.support : undefined;
  if (own !== undefined) return own;
  for (let at: Section | undefined = thing?.section; at; at = at.parent)
    if (at.data.support !== undefined) return at.data.support;
  return undefined;
}
