import type { RevisionData, TargetData } from '../model/data.generated.ts';
import type { Report, Result, Target } from '../model/report.ts';
import { text, type Entry, type Mapping, type Value } from './emit.ts';
import type { Said } from './said.ts';
import { yearOf } from './years.ts';

/** What last year’s draft left to be answered: its id, what a result repeats of it, and the target itself, where it stands in the draft. */
export interface Open {
  readonly id: string;
  readonly data: Pick<TargetData, 'level' | 'due' | 'lead' | 'revised'>;
  readonly target: Target | undefined;
}

/**
 * What is to be answered, by the section it stands in: every target of the plan, of problems and of annexes; of the
 * summary, results that were pending and targets without a result.
 */
export function openIn(section: { readonly targets: readonly Target[]; readonly results: readonly Result[] }, report: Report): Open[] {
  const promised = new Set(report.targets.filter(({ section: { part } }) => part.kind !== 'summary').map(({ id }) => id));
  const answered = new Map(report.results.map((result) => [result.id, result]));
  const targets = section.targets
    .filter(({ id, section: { part } }) => part.kind !== 'summary' || (!promised.has(id) && !answered.has(id)))
    .map((target) => ({ id: target.id, data: target.data, target }));
  const pending = section.results
    .filter(({ id, data: { outcome } }) => outcome === 'pending' && !promised.has(id))
    .map(({ id, data }) => {
      const target = report.targets.find((each) => each.id === id);
      return { id, data: { ...target?.data, ...data }, target };
    });
  return [...targets, ...pending];
}

/** The entry of a result that is still pending; what else the target says stands above it. */
export function pendingResult({ id, data, target }: Open, said: Said): Entry {
  const { level, due, lead, revised } = data;
  const entries: Entry[] = [{ key: 'outcome', value: text('pending') }];
  if (level !== undefined) entries.push({ key: 'level', value: text(level) });
  if (due !== undefined) entries.push({ key: 'due', value: text(due) });
  if (lead !== undefined) entries.push({ key: 'lead', value: text(lead) });
  if (revised !== undefined) entries.push({ key: 'revised', value: revisions(revised) });
  return { key: id, value: { kind: 'map', short: true, entries }, notes: target ? said.target(target) : [] };
}

/** Whether a target of last year’s plan is due only after the year that it was planned for. */
export const isLongTerm = ({ data: { due }, section: { part } }: Target, { data: { year = 0 } }: Report): boolean =>
  part.kind === 'plan' && due !== undefined && yearOf(due) > year + 1;

/** A target that stays in the plan until it is due, as it was written. */
export function keptTarget({ data, section: { part } }: Target, said: Said): Mapping {
  const entries: Entry[] = [];
  const standing = (written: string): Value => text(said.standing(written, part, false));
  const list = (items: readonly Value[]): Value => ({ kind: 'list', short: true, items });
  const writers: { readonly [Key in keyof Required<TargetData>]: (value: Required<TargetData>[Key]) => Value } = {
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
    milestones: (value) => list(value.map(({ due, goal }) => pairs({ due: due && text(due), goal: goal && standing(goal) }))),
    revised: revisions,
    was: text,
  };
  for (const [key, write] of Object.entries(writers)) {
    const value = data[key as keyof TargetData];
    if (value !== undefined && key !== 'was') entries.push({ key, value: (write as (value: unknown) => Value)(value) });
  }
  return { kind: 'map', short: true, entries };
}

const revisions = (revised: readonly RevisionData[]): Value => ({
  kind: 'list',
  short: true,
  items: revised.map(({ level, due, date, by, reason }) =>
    pairs({ level: level && text(level), due: due && text(due), date: date && text(date), by: by && text(by), reason: reason && text(reason) }),
  ),
});

const pairs = (values: Readonly<Record<string, Value | '' | undefined>>): Mapping => ({
  kind: 'map',
  short: true,
  entries: Object.entries(values).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [{ key, value }])),
});
