import type { Places } from '../lint/stamp.ts';
import { yearPeriod } from '../dates/calendar.ts';
import type { Commitment } from '../chain/commitments.ts';
import type { ProgressData, ResultData } from '../model/data.generated.ts';
import { daysBetween, periodOf } from '../dates/dates.ts';
import type { Report, Result, Section, Target } from '../model/report.ts';
import type { Direction } from '../quantity/value/levels.ts';
import { percentText, shareOfLevel } from '../quantity/value/direction.ts';
import { lightOf, lightNames, type Light, type LightSettings, type Lit, type Reason } from './rag-status.ts';
import { printPeriod } from './print-period.ts';
import { lastNews, standingOf, type Standing } from './target-progress.ts';

/** An entry of progress, with the share of the level that its figure makes; empty where there is none. */
export type LedgerEntry = ProgressData & { readonly share: string };

/** A row of the ledger. What is not given is empty. */
export interface LedgerRow {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly id: string;
  readonly goal: string;
  /** Set in last year’s report or earlier, during the year, or for the year to come. */
  readonly set: Commitment['set'];
  /** The light in force: one set by hand, else the computed one. */
  readonly light: Light | 'closed';
  readonly computed: Light | 'closed';
  /** Who set a light by hand says why, and from which day it stands; null where the light is the computed one. */
  readonly hand: { readonly reason: string; readonly date: string } | null;
  /** What came of it: of an open one pending, missed or partly. */
  readonly outcome: ResultData['outcome'];
  readonly reasons: readonly Reason[];
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
  const { commitment, before, isOpen, report, places, settings } = source;
  const { id, set, result, target, due, level, lead = '', direction } = commitment;
  const standing = standingOf(commitment, before?.data.progress);
  const path = result?.path ?? target?.path ?? before?.path ?? report.path;
  const { start } = places.of({ path, at: 'key' });
  const outcome = result?.data.outcome ?? 'pending';
  const settled = outcome === 'pending' ? '' : (result?.data.date ?? '');
  const settledOn = periodOf(settled, report.calendar)?.last ?? '';
  return {
    file: path[0],
    line: start.line,
    column: start.column,
    id,
    goal: target?.data.goal ?? '',
    set,
    ...(isOpen ? litBy(source, standing) : closedAs(outcome)),
    outcome,
    level: level?.text ?? '',
    direction,
    value: standing.value?.text ?? '',
    date: standing.note?.date || standing.value?.date || settled,
    share: standing.share ? percentText(standing.share) : '',
    note: standing.note?.text ?? '',
    reported: lastNews(commitment, standing, before),
    due: due.text,
    dueOn: due.last,
    daysLeft: isOpen ? daysBetween(settings.on, due.last) : null,
    lead,
    support: (supportOf(target) ?? supportOf(result) ?? []).filter((office) => office !== lead),
    leader: target?.data.leader ?? '',
    origin: target?.data.origin ?? '',
    firm: target?.data.firm ?? null,
    settled,
    settledOn,
    closed: isOpen ? '' : settled,
    closedOn: isOpen ? '' : settledOn,
    reason: outcome === 'pending' ? '' : (result?.data.reason ?? ''),
    remedy: outcome === 'pending' ? '' : (result?.data.remedy ?? ''),
    progress: standing.entries.map((entry) => ({ ...entry, share: shareOf(entry, commitment) })),
  };
}

type Lights = Pick<LedgerRow, 'light' | 'computed' | 'hand' | 'reasons'>;

/** A miss that is closed has been taken up by the plan. */
const closedAs = (outcome: ResultData['outcome']): Lights => ({
  light: 'closed',
  computed: 'closed',
  hand: null,
  reasons:
    outcome === 'missed' || outcome === 'partly'
      ? [{ code: 'taken-up', en: 'the plan takes it up again', zh: '已列入计划' }]
      : [],
});

/** The light of an open one: one that was set by hand stands before the computed one, which is told beside it. */
function litBy({ commitment, before, report, settings }: RowSource, standing: Standing): Lights {
  const computed: Lit = lightOf(
    commitment,
    standing,
    startOf(commitment, before, report),
    lastNews(commitment, standing, before),
    settings,
  );
  const { color, reason = '', date = '' } = commitment.result?.data.light ?? before?.data.light ?? {};
  const day = periodOf(date, report.calendar);
  const isOver =
    day === undefined ||
    day.first > settings.on ||
    standing.entries.some((entry) => (periodOf(entry.date ?? '', report.calendar)?.last ?? '') > day.last);
  if (color === undefined || isOver) return { ...computed, computed: computed.light, hand: null };
  const said: Reason[] = [
    {
      code: 'by-hand',
      en: `set by hand on ${printPeriod(date, 'en')}: ${reason}`,
      zh: `${printPeriod(date, 'zh')}人工亮灯：${reason}`,
    },
    {
      code: 'computed',
      en: `computed: ${lightNames[computed.light].en}`,
      zh: `测算为${lightNames[computed.light].zh}`,
    },
  ];
  return {
    light: color,
    computed: computed.light,
    hand: { reason, date },
    reasons: [...said, ...computed.reasons],
  };
}

function shareOf({ value }: ProgressData, { level, read }: Commitment): string {
  const reached = value === undefined ? undefined : read(value);
  const share = reached && level?.quantity && shareOfLevel(reached, level.quantity);
  return share ? percentText(share) : '';
}

/** The first day of the time that a commitment has: of the year it is for, or of the year before, where it was under way then already. */
function startOf(
  { set, target }: Commitment,
  before: Result | undefined,
  { data: { year = 0 }, calendar }: Report,
): string {
  const carried = before !== undefined || (set === 'earlier' && target?.section.part.kind === 'summary');
  return yearPeriod(set === 'next' ? year + 1 : carried ? year - 1 : year, calendar).first;
}

/** Offices that help: the target’s own, else those of its section or of one above. */
function supportOf(thing: Target | Result | undefined): readonly string[] | undefined {
  const own = thing && 'support' in thing.data ? thing.data.support : undefined;
  if (own !== undefined) return own;
  for (let at: Section | undefined = thing?.section; at; at = at.parent)
    if (at.data.support !== undefined) return at.data.support;
  return undefined;
}
