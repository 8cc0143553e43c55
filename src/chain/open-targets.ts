import type { ResultData, TargetData } from '../model/data.generated.ts';
import type { Report, Result, Target } from '../model/report.ts';

/** What a report leaves to be answered by the next: its id, what a result repeats of it, and the target itself, where it stands in that report. */
export interface Open {
  readonly id: string;
  readonly data: Pick<TargetData, 'level' | 'due' | 'lead' | 'revised'>;
  readonly target: Target | undefined;
  /** The result that is pending, missed or met in part, where that is what is open. */
  readonly result: Result | undefined;
}

/**
 * What is to be answered, by the section it stands in: every target of the plan, of problems and of annexes; of the
 * summary, targets without a result, and results that settle nothing. What was missed or met in part stays open like what
 * is pending, until it is dropped or the plan takes it up, under its name or as what it `was`.
 */
export function openIn(
  section: { readonly targets: readonly Target[]; readonly results: readonly Result[] },
  report: Report,
): Open[] {
  const { promised, answered, targets } = knownOf(report);
  const open = section.targets
    .filter(
      ({ id, section: { part } }) => part.kind !== 'summary' || (!promised.has(id) && !answered.has(id)),
    )
    .map((target) => ({ id: target.id, data: target.data, target, result: undefined }));
  const pending = section.results
    .filter((result) => isUnsettled(result) && !promised.has(result.id))
    .map((result) => {
      const target = targets.get(result.id);
      return { id: result.id, data: { ...target?.data, ...result.data }, target, result };
    });
  return [...open, ...pending];
}

/** Whether an outcome leaves something to be done: it is pending, or the target was missed or met in part only, or none could be read. */
export const isUnsettled = ({ data: { outcome } }: Result): boolean => !settling.has(outcome);

const settling: ReadonlySet<ResultData['outcome'] | undefined> = new Set([
  'met',
  'late',
  'dropped',
  'no-data',
]);

/** Whether an outcome says that less was reached than was asked, and nothing was given up: the target is in arrears. */
export const isMiss = (outcome: ResultData['outcome'] | undefined): boolean =>
  outcome === 'missed' || outcome === 'partly';

/** Whether the plan of a report has taken up what its summary left undone. */
export const isTakenUp = (id: string, report: Report): boolean => knownOf(report).promised.has(id);

/** Everything that a report leaves to be answered, in the order of its text. */
export const openOf = (report: Report): Open[] =>
  report.sections.flatMap((section) => openIn(section, report));

/** Last year’s report, if it is that: nothing is held against one of another year. */
export const yearBefore = ({ data: { year } }: Report, previous: Report | undefined): Report | undefined =>
  year !== undefined && previous?.data.year === year - 1 ? previous : undefined;

interface Known {
  /** Ids of targets that are set for the year to come, and those that they had before. */
  readonly promised: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  readonly targets: ReadonlyMap<string, Target>;
}

const kept = new WeakMap<Report, Known>();

function knownOf(report: Report): Known {
  const known = kept.get(report) ?? {
    promised: new Set(
      report.targets
        .filter(({ section: { part } }) => part.kind !== 'summary')
        .flatMap(({ id, data: { was } }) => (was ? [id, was] : [id])),
    ),
    answered: new Set(report.results.map(({ id }) => id)),
    targets: new Map(report.targets.map((target) => [target.id, target])),
  };
  kept.set(report, known);
  return known;
}
