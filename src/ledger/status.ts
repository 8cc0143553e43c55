import { fromFolderOf } from '../lint/previous.ts';
import { Places } from '../lint/stamp.ts';
import { yearPeriod } from '../model/calendar.ts';
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
  /** When it was closed, as written, and the last day that it means; why, where it was not met. */
  readonly closed: string;
  readonly closedOn: string;
  readonly reason: string;
  readonly progress: readonly ProgressData[];
}

/**
 * Every target that drafts answer for, in the order of their text, as it stood at the end of a day: open ones with a
 * light, closed ones. What one draft leaves open, and another of these takes up as last year’s, stands once: with the
 * later from the first day of its year, before that with the earlier.
 */
export function ledgerOf(drafts: readonly LedgerDraft[], settings: LightSettings): readonly LedgerRow[] {
  const given = new Set(drafts.map(({ report }) => plain(report.file)));
  const begun = ({ report }: LedgerDraft): boolean => settings.on >= yearPeriod(report.data.year ?? 0, report.calendar).first;
  const handedOn = new Map(
    drafts.flatMap((draft) =>
      draft.previous && begun(draft) ? [[plain(draft.previous.file), new Set(openOf(draft.previous).map(({ id }) => id))] as const] : [],
    ),
  );
  return drafts.flatMap((draft) => {
    const { report, previous } = draft;
    const isEarly = previous !== undefined && given.has(plain(previous.file)) && !begun(draft);
    const left = handedOn.get(plain(report.file));
    return rowsOf(draft, settings).filter(({ id, set, light }) => light === 'closed' || !(left?.has(id) === true || (isEarly && set === 'earlier')));
  });
}

const plain = (file: string): string => fromFolderOf('', file);

function rowsOf({ report, previous, sources }: LedgerDraft, settings: LightSettings): readonly LedgerRow[] {
  // what is computed may need last year’s values
  figuresOf(report, previous);
  const places = new Places(sources);
  const pending = new Map((previous?.results ?? []).filter(isOpen).map((result) => [result.id, result]));
  const answered = new Set(report.results.filter((result) => !isOpen(result)).map(({ id }) => id));
  // what is planned for a year is under way when that year begins
  const begun = settings.on >= yearPeriod((report.data.year ?? 0) + 1, report.calendar).first;
  const commitments = onceEach(commitmentsOf(asOf(report, previous, settings.on), previous), answered).filter(({ set }) => begun || set !== 'next');
  return commitments.map((commitment) => rowOf(commitment, commitment.set === 'earlier' ? pending.get(commitment.id) : undefined, report, places, settings));
}

/**
 * What is still pending and stands in the plan again is one thing: as the plan has it now, with the result that it has
 * so far. What the draft has `answered` was only open on an earlier day: the plan sets it anew, for another year.
 */
function onceEach(commitments: readonly Commitment[], answered: ReadonlySet<string>): readonly Commitment[] {
  const goesOn = ({ id, set, result }: Commitment): boolean => set !== 'next' && isOpen(result) && !answered.has(id);
  const again = new Map(commitments.filter(({ set }) => set === 'next').map((each) => [each.id, each]));
  const open = new Set(commitments.filter(goesOn).map(({ id }) => id));
  return commitments.flatMap((each) => {
    if (each.set === 'next') return open.has(each.id) ? [] : [each];
    const next = goesOn(each) ? again.get(each.id) : undefined;
    if (next === undefined) return [each];
    const due = each.target === undefined && each.due.implied ? next.due : each.due;
    return [{ ...each, target: next.target, due, level: each.level ?? next.level, lead: each.lead ?? next.lead }];
  });
}

const isOpen = (result: Result | undefined): boolean => result === undefined || result.data.outcome === 'pending';

/** A commitment as a row; `before` is the result that was pending in last year’s report. */
function rowOf(commitment: Commitment, before: Result | undefined, report: Report, places: Places, settings: LightSettings): LedgerRow {
  const { id, set, result, target, due, level, lead = '' } = commitment;
  const standing = standingOf(commitment, before?.data.progress);
  const closed = !isOpen(result);
  const path = result?.path ?? target?.path ?? before?.path ?? report.path;
  const { start } = places.of({ path, at: 'key' });
  const outcome = result?.data.outcome ?? 'pending';
  const closedAt = closed ? (result?.data.date ?? '') : '';
  const lit = closed ? { light: 'closed' as const, reasons: [] } : lightOf(commitment, standing, startOf(commitment, before, report), settings);
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
    date: standing.note?.date || standing.value?.date || closedAt,
    share: standing.share ? percentText(standing.share) : '',
    note: standing.note?.text ?? '',
    due: due.text,
    dueOn: due.last,
    daysLeft: closed ? null : daysBetween(settings.on, due.last),
    lead,
    support: (supportOf(target) ?? supportOf(result) ?? []).filter((office) => office !== lead),
    leader: target?.data.leader ?? '',
    origin: target?.data.origin ?? '',
    firm: target?.data.firm ?? null,
    closed: closedAt,
    closedOn: periodOf(closedAt, report.calendar)?.last ?? '',
    reason: closed ? (result?.data.reason ?? '') : '',
    progress: standing.entries,
  };
}

/** The first day of the time that a commitment has: of the year it is for, or of the year before, where it was under way then already. */
function startOf({ set, target }: Commitment, before: Result | undefined, { data: { year = 0 }, calendar }: Report): string {
  const carried = before !== undefined || (set === 'earlier' && target?.section.part.kind === 'summary');
  return yearPeriod(set === 'next' ? year + 1 : carried ? year - 1 : year, calendar).first;
}

/** Offices that help: the target’s own, else those of its section or of one above. */
function supportOf(thing: Target | Result | undefined): readonly string[] | undefined {
  const own = thing && 'support' in thing.data ? thing.data.support : undefined;
  if (own !== undefined) return own;
  for (let at: Section | undefined = thing?.section; at; at = at.parent) if (at.data.support !== undefined) return at.data.support;
  return undefined;
}
