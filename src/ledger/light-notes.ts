import type { Commitment } from '../chain/commitments.ts';
import type { Reason } from './light.ts';
import { printPeriod } from '../dates/print-period.ts';
import { isReached, type Standing } from './target-progress.ts';

/** What there is to know of an open commitment beside its light: what is not recorded, and whether its due date was moved. */
export const notesOf = (
  commitment: Commitment,
  standing: Standing,
  start: string,
  on: string,
): readonly Reason[] => [
  ...reachedNote(commitment, standing),
  ...silenceNote(commitment, standing, on < start),
  ...revisionNote(commitment),
];

function reachedNote(commitment: Commitment, standing: Standing): Reason[] {
  const outcome = commitment.result?.data.outcome ?? 'pending';
  if (outcome !== 'pending' || isReached(commitment, standing) !== true) return [];
  return [
    {
      code: 'reached',
      en: 'the level is reached, the outcome not yet recorded',
      zh: '已达到目标值，尚未记为办结',
    },
  ];
}

/** Why nothing is said of it: it is not time yet, the draft does not answer it, or no progress is recorded. */
function silenceNote({ set, result }: Commitment, standing: Standing, isAhead: boolean): Reason[] {
  if (isAhead) return [{ code: 'ahead', en: 'its year has not begun', zh: '计划年度尚未开始' }];
  if (set === 'earlier' && result === undefined)
    return [{ code: 'unanswered', en: 'the draft has no result for it', zh: '稿中没有这一项的完成情况' }];
  if (standing.value === undefined && standing.entries.length === 0)
    return [{ code: 'silent', en: 'no progress is recorded', zh: '没有进展记录' }];
  return [];
}

function revisionNote({ result, due, target, open }: Commitment): Reason[] {
  const before = target?.data.due ?? open?.data.due ?? result?.data.due;
  const isMoved = [result, open?.result, target].some((each) =>
    each?.data.revised?.some((revision) => revision.due !== undefined),
  );
  if (!isMoved || before === undefined || before === due.text) return [];
  return [
    {
      code: 'revised',
      en: `due date moved from ${printPeriod(before, 'en')} to ${printPeriod(due.text, 'en')}`,
      zh: `完成时限由${printPeriod(before, 'zh')}调整为${printPeriod(due.text, 'zh')}`,
    },
  ];
}
