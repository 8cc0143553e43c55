import type { Reading } from '../reading/reading.ts';
import type { Words } from '../diagnostic.ts';
import { readCommitments, type Commitment } from '../chain/commitments.ts';
import type { ResultData } from '../model/data.generated.ts';
import { periodOf } from '../dates/dates.ts';
import { sectionLabel } from '../model/labels.ts';
import { isMiss, openOf, type Open } from '../chain/open-targets.ts';
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

type Outcome = ResultData['outcome'];

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
  const { id } = open;
  const old = termsOf(open.data);
  const now = termsInForce(target?.data ?? answer?.result?.data);
  const moved = movement(old, now, earlier, later);
  const { outcome } = answer?.result?.data ?? {};
  const settled = settledAs(outcome, target !== undefined);
  return {
    section: labelOf(open, earlier),
    ...namesOf(id, target),
    status: isOver(settled) ? settled : (moved ?? settled),
    before: old,
    outcome: outcome ?? '',
    actual: outcome === 'pending' ? '' : actualIn(answer),
    // what a result repeats is said once
    after: target !== undefined || moved !== undefined ? now : nothing,
  };
}

/** The section that a target was left open in. */
function labelOf({ target, result }: Open, { report }: Reading): Words {
  const section = target?.section ?? result?.section ?? report.sections[0];
  return section ? sectionLabel(section) : { en: '', zh: '' };
}

/** What a target is called now, and what it was called where that has changed. */
const namesOf = (id: string, target: Target | undefined): Pick<TargetDiff, 'id' | 'was'> =>
  target === undefined || target.id === id ? { id, was: '' } : { id: target.id, was: id };

const termsOf = ({ level = '', due = '' }: Pick<ResultData, 'level' | 'due'>): TargetTerms => ({
  level,
  due,
});

/** Terms as the last revision of each has left them. */
function termsInForce(data: Pick<ResultData, 'level' | 'due' | 'revised'> = {}): TargetTerms {
  const last = (key: 'level' | 'due'): string =>
    data.revised?.findLast((revision) => revision[key] !== undefined)?.[key] ?? data[key] ?? '';
  return { level: last('level'), due: last('due') };
}

/** The actual as written, where the later report answers at all. */
const actualIn = (answer: Commitment | undefined): string => (answer?.result && answer.actual?.text) ?? '';

/** Whether there is nothing more to be done, whatever else was said of it. */
const isOver = (status: TargetStatus): boolean => status === 'dropped' || status === 'answered';

/** What became of a target whose terms are the same: dropped in words, or because nobody speaks of it any more. */
function settledAs(outcome: Outcome | undefined, again: boolean): TargetStatus {
  if (outcome === 'dropped' || (outcome === undefined && !again)) return 'dropped';
  if (again) return 'kept';
  return outcome === 'pending' || isMiss(outcome) ? 'open' : 'answered';
}

const added = ({ id, data, section }: Target, answer: Commitment | undefined): TargetDiff => ({
  section: sectionLabel(section),
  id,
  was: '',
  status: 'new',
  before: nothing,
  outcome: answer?.result?.data.outcome ?? '',
  actual: actualIn(answer),
  after: termsOf(data),
});

/** How a level, else a due date, has moved; undefined where it is the same or is not said again. */
const movement = (
  old: TargetTerms,
  now: TargetTerms,
  earlier: Reading,
  later: Reading,
): TargetStatus | undefined =>
  levelMovement(old.level, now.level, earlier, later) ?? dueMovement(old.due, now.due, earlier, later);

function levelMovement(old: string, now: string, earlier: Reading, later: Reading): TargetStatus | undefined {
  if (now === '' || old === now) return undefined;
  const [was, is] = [earlier.quantity(old), later.quantity(now)];
  if (!was || !is || !areLike(was.family, is.family)) return 'reworded';
  const order = is.number.compare(was.number);
  if (order !== 0) return order > 0 ? 'raised' : 'lowered';
  return was.qualifier === is.qualifier ? undefined : 'reworded';
}

function dueMovement(old: string, now: string, earlier: Reading, later: Reading): TargetStatus | undefined {
  const [was, is] = [periodOf(old, earlier.report.calendar), periodOf(now, later.report.calendar)];
  if (!was || !is || was.last === is.last) return undefined;
  return is.last > was.last ? 'postponed' : 'advanced';
}
