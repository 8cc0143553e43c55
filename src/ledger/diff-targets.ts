import type { Reading } from '../reading/reading.ts';
import type { Words } from '../diagnostic.ts';
import { readCommitments, type Commitment } from '../chain/commitments.ts';
import { periodOf } from '../dates/dates.ts';
import { sectionLabel } from '../model/labels.ts';
import { openOf, type Open } from '../chain/open-targets.ts';
import type { Target } from '../model/report.ts';
import { areLike } from '../quantity/value/unit.ts';

export type TargetStatus =
  | 'answered'
  | 'open'
  | 'kept'
  | 'raised'
  | 'lowered'
  | 'reworded'
  | 'postponed'
  | 'advanced'
  | 'dropped'
  | 'new';

/** A target in two reports: as the earlier one left it, what came of it, and as the later one sets it. What is not given is empty. */
export interface TargetDiff {
  readonly section: Words;
  readonly id: string;
  readonly was: string;
  readonly status: TargetStatus;
  readonly before: TargetTerms;
  /** As a canonical value: met, late, partly, missed …; empty where nobody answered. */
  readonly outcome: string;
  readonly actual: string;
  readonly after: TargetTerms;
}

/** What a target asks for. */
export interface TargetTerms {
  readonly level: string;
  readonly due: string;
}

const nothing: TargetTerms = { level: '', due: '' };

/** Everything that the earlier report left to be answered, in its order, then what the later one sets anew. */
export function diffTargets(earlier: Reading, later: Reading): readonly TargetDiff[] {
  const after = later.report;
  const left = openOf(earlier);
  const ids = new Set(left.map(({ id }) => id));
  // of a target that was renamed, the name it had
  const formerId = ({ id, data: { was } }: Target): string => (was !== undefined && ids.has(was) ? was : id);
  const answers = readCommitments(later, earlier);
  const answered = new Map(
    answers.flatMap((each) => (each.set === 'earlier' && each.result ? [[each.id, each] as const] : [])),
  );
  const set = new Map(after.targets.map((target) => [formerId(target), target]));
  const rows = left.map((open) => followed(open, answered.get(open.id), set.get(open.id), earlier, later));
  const fresh = after.targets.filter((target) => !ids.has(formerId(target)));
  return [
    ...rows,
    ...fresh.map((target) =>
      added(
        target,
        answers.find(({ target: own }) => own === target),
      ),
    ),
  ];
}

function followed(
  open: Open,
  answer: Commitment | undefined,
  target: Target | undefined,
  earlier: Reading,
  later: Reading,
): TargetDiff {
  const { id, data } = open;
  const section = open.target?.section ?? open.result?.section ?? earlier.report.sections[0];
  const old: TargetTerms = { level: data.level ?? '', due: data.due ?? '' };
  const again = target?.data ?? answer?.result?.data;
  const revised = [...(again?.revised ?? [])].reverse();
  const now: TargetTerms = {
    level: revised.find(({ level }) => level !== undefined)?.level ?? again?.level ?? '',
    due: revised.find(({ due }) => due !== undefined)?.due ?? again?.due ?? '',
  };
  const moved = movement(old, now, earlier, later);
  const outcome = answer?.result?.data.outcome ?? '';
  const settled = settledAs(outcome, target !== undefined);
  return {
    section: section ? sectionLabel(section) : { en: '', zh: '' },
    id: target?.id ?? id,
    was: target !== undefined && target.id !== id ? id : '',
    status: settled === 'dropped' || settled === 'answered' ? settled : (moved ?? settled),
    before: old,
    outcome,
    actual: outcome === 'pending' || answer?.actual === undefined ? '' : answer.actual.text,
    // what a result repeats is said once
    after: target !== undefined || moved !== undefined ? now : nothing,
  };
}

/** What became of a target whose terms are the same: dropped in words, or because nobody speaks of it any more. */
function settledAs(outcome: string, again: boolean): TargetStatus {
  if (outcome === 'dropped' || (outcome === '' && !again)) return 'dropped';
  return again
    ? 'kept'
    : outcome === 'pending' || outcome === 'missed' || outcome === 'partly'
      ? 'open'
      : 'answered';
}

const added = ({ id, data, section }: Target, answer: Commitment | undefined): TargetDiff => ({
  section: sectionLabel(section),
  id,
  was: '',
  status: 'new',
  before: nothing,
  outcome: answer?.result?.data.outcome ?? '',
  actual: answer?.result ? (answer.actual?.text ?? '') : '',
  after: { level: data.level ?? '', due: data.due ?? '' },
});

/** How a level, else a due date, has moved; undefined where it is the same or is not said again. */
function movement(
  old: TargetTerms,
  now: TargetTerms,
  earlier: Reading,
  later: Reading,
): TargetStatus | undefined {
  if (now.level !== '' && old.level !== now.level) {
    const [was, is] = [earlier.quantity(old.level), later.quantity(now.level)];
    const order = was && is && areLike(was.family, is.family) ? is.number.compare(was.number) : 0;
    if (order !== 0) return order > 0 ? 'raised' : 'lowered';
    if (!was || !is || !areLike(was.family, is.family) || was.qualifier !== is.qualifier) return 'reworded';
  }
  const [was, is] = [periodOf(old.due, earlier.report.calendar), periodOf(now.due, later.report.calendar)];
  if (!was || !is || was.last === is.last) return undefined;
  return is.last > was.last ? 'postponed' : 'advanced';
}
