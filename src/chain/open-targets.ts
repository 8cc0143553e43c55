import type { ResultData, TargetData } from '../model/data.generated.ts';
import type { Result, Target } from '../model/report.ts';
import type { Reading } from '../reading/reading.ts';

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
  reading: Reading,
): Open[] {
  const { promised, answered, targets } = reading.once(knownOf);
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
export const isTakenUp = (id: string, reading: Reading): boolean => reading.once(knownOf).promised.has(id);

/** Everything that a report leaves to be answered, in the order of its text. */
export const openOf = (reading: Reading): Open[] =>
  reading.report.sections.flatMap((section) => openIn(section, reading));

interface Known {
  /** Ids of targets that are set for the year to come, and those that they had before. */
  readonly promised: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  readonly targets: ReadonlyMap<string, Target>;
}

function knownOf({ report }: Reading): Known {
  return {
    promised: new Set(
      report.targets
        .filter(({ section: { part } }) => part.kind !== 'summary')
        .flatMap(({ id, data: { was } }) => (was ? [id, was] : [id])),
    ),
    answered: new Set(report.results.map(({ id }) => id)),
    targets: new Map(report.targets.map((target) => [target.id, target])),
  };
}
