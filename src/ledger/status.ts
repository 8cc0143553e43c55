import { Reading } from '../reading/reading.ts';
import { fromFolderOf } from '../lint/previous.ts';
import { Places } from '../lint/stamp.ts';
import { yearPeriod } from '../dates/calendar.ts';
import { readCommitments, type Commitment } from '../chain/commitments.ts';
import { isTakenUp, isUnsettled, openOf } from '../chain/open-targets.ts';
import type { Result, Sources } from '../model/report.ts';
import { asOf } from './as-of.ts';
import { rowOf, type LedgerRow } from './ledger-row.ts';
import type { LightSettings } from './light.ts';

/** A draft with last year’s report, where there is one, and the files of both. */
export interface LedgerDraft {
  readonly reading: Reading;
  readonly sources: Sources;
}

/**
 * Every target that drafts answer for, in the order of their text, as it stood at the end of a day: open ones with a
 * light, closed ones. What one draft leaves open, and another of these takes up as last year’s, stands once: with the
 * later from the first day of its year, before that with the earlier.
 */
export function ledgerOf(drafts: readonly LedgerDraft[], settings: LightSettings): readonly LedgerRow[] {
  const given = new Set(drafts.map(({ reading }) => plain(reading.report.file)));
  const begun = ({ reading: { report } }: LedgerDraft): boolean =>
    settings.on >= yearPeriod(report.data.year ?? 0, report.calendar).first;
  const handedOn = new Map(
    drafts.flatMap((draft) =>
      draft.reading.before && begun(draft)
        ? [
            [
              plain(draft.reading.before.report.file),
              new Set(openOf(draft.reading.before).map(({ id }) => id)),
            ] as const,
          ]
        : [],
    ),
  );
  return drafts.flatMap((draft) => {
    const { report, before } = draft.reading;
    const isEarly = before !== undefined && given.has(plain(before.report.file)) && !begun(draft);
    const left = handedOn.get(plain(report.file));
    return rowsOf(draft, settings).filter(
      ({ id, set, light }) =>
        light === 'closed' || !(left?.has(id) === true || (isEarly && set === 'earlier')),
    );
  });
}

const plain = (file: string): string => fromFolderOf('', file);

function rowsOf({ reading, sources }: LedgerDraft, settings: LightSettings): readonly LedgerRow[] {
  const { report, before } = reading;
  const previous = before?.report;
  const standing = new Reading(asOf(report, previous, settings.on), { before });
  const places = new Places(sources);
  const left = new Map((previous?.results ?? []).filter(isUnsettled).map((result) => [result.id, result]));
  const answered = new Set(report.results.filter((result) => !isPending(result)).map(({ id }) => id));
  // what is planned for a year is under way when that year begins
  const begun = settings.on >= yearPeriod((report.data.year ?? 0) + 1, report.calendar).first;
  const commitments = onceEach(readCommitments(standing, before), answered).filter(
    ({ set }) => begun || set !== 'next',
  );
  return commitments.map((commitment) => {
    const { id, set, result } = commitment;
    const isOpen =
      result === undefined || isPending(result) || (isUnsettled(result) && !isTakenUp(id, reading));
    return rowOf({
      commitment,
      before: set === 'earlier' ? left.get(id) : undefined,
      isOpen,
      report,
      places,
      settings,
    });
  });
}

/**
 * What is still pending and stands in the plan again is one thing: as the plan has it now, with the result that it has
 * so far. What the draft has `answered` was only open on an earlier day: the plan sets it anew, for another year.
 */
function onceEach(commitments: readonly Commitment[], answered: ReadonlySet<string>): readonly Commitment[] {
  const goesOn = ({ id, set, result }: Commitment): boolean =>
    set !== 'next' && isPending(result) && !answered.has(id);
  const again = new Map(commitments.filter(({ set }) => set === 'next').map((each) => [each.id, each]));
  const open = new Set(commitments.filter(goesOn).map(({ id }) => id));
  return commitments.flatMap((each) => {
    if (each.set === 'next') return open.has(each.id) ? [] : [each];
    const next = goesOn(each) ? again.get(each.id) : undefined;
    if (next === undefined) return [each];
    const due = each.target === undefined && each.due.implied ? next.due : each.due;
    return [
      { ...each, target: next.target, due, level: each.level ?? next.level, lead: each.lead ?? next.lead },
    ];
  });
}

const isPending = (result: Result | undefined): boolean =>
  result === undefined || result.data.outcome === 'pending';
