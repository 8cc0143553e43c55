import { yearPeriod, yearText } from '../dates/calendar.ts';
import type { RevisionData, TargetData } from '../model/data.generated.ts';
import { isMiss, type Open } from '../chain/open-targets.ts';
import type { Report, Target } from '../model/report.ts';
import { text, type DraftEntry, type Mapping, type DraftValue } from './emit.ts';
import type { PreviousTexts } from './previous-texts.ts';
import { periodOf } from '../dates/dates.ts';

/**
 * The entry of a result that is still to come; what else the target says stands above it. What was missed keeps the date
 * that it missed, the year of the report where none is written: it is overdue until it is reached late, dropped, or put off in words.
 */
export function pendingResult(
  { id, data, target, result }: Open,
  said: PreviousTexts,
  { data: { year = 0 }, calendar }: Report,
): DraftEntry {
  const { level, lead, revised } = data;
  const due = data.due ?? (isMiss(result?.data.outcome) ? yearText(year, calendar) : undefined);
  const entries: DraftEntry[] = [{ key: 'outcome', value: text('pending') }];
  if (level !== undefined) entries.push({ key: 'level', value: text(level) });
  if (due !== undefined) entries.push({ key: 'due', value: text(due) });
  if (lead !== undefined) entries.push({ key: 'lead', value: text(lead) });
  if (revised !== undefined) entries.push({ key: 'revised', value: revisions(revised) });
  return { key: id, value: { kind: 'map', short: true, entries }, notes: target ? said.target(target) : [] };
}

/** Whether a target of last year’s plan is due only after the year that it was planned for. */
export const isLongTerm = (
  { data: { due }, section: { part } }: Target,
  { data: { year = 0 }, calendar }: Report,
): boolean =>
  part.kind === 'plan' &&
  due !== undefined &&
  (periodOf(due, calendar)?.last ?? '') > yearPeriod(year + 1, calendar).last;

/** A target that stays in the plan until it is due, as it was written. */
export function keptTarget({ data, section: { part } }: Target, said: PreviousTexts): Mapping {
  const entries: DraftEntry[] = [];
  const standing = (written: string): DraftValue => text(said.standing(written, part, false));
  const list = (items: readonly DraftValue[]): DraftValue => ({ kind: 'list', short: true, items });
  const writers: {
    readonly [Key in keyof Required<TargetData>]: (value: Required<TargetData>[Key]) => DraftValue;
  } = {
    goal: standing,
    level: text,
    metric: text,
    baseline: text,
    due: text,
    firm: (value) => text(String(value)),
    lead: text,
    support: (value) => list(value.map(text)),
    leader: text,
    origin: text,
    milestones: (value) =>
      list(value.map(({ due, goal }) => pairs({ due: due && text(due), goal: goal && standing(goal) }))),
    revised: revisions,
    was: text,
  };
  for (const [key, write] of Object.entries(writers)) {
    const value = data[key as keyof TargetData];
    if (value !== undefined && key !== 'was')
      entries.push({ key, value: (write as (value: unknown) => DraftValue)(value) });
  }
  return { kind: 'map', short: true, entries };
}

const revisions = (revised: readonly RevisionData[]): DraftValue => ({
  kind: 'list',
  short: true,
  items: revised.map(({ level, due, date, by, reason }) =>
    pairs({
      level: level && text(level),
      due: due && text(due),
      date: date && text(date),
      by: by && text(by),
      reason: reason && text(reason),
    }),
  ),
});

const pairs = (values: Readonly<Record<string, DraftValue | '' | undefined>>): Mapping => ({
  kind: 'map',
  short: true,
  entries: Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [{ key, value }],
  ),
});
