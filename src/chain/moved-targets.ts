import type { Reading } from '../reading/reading.ts';
import type { Finding, Path } from '../diagnostic.ts';
import { yearData, yearPeriod } from '../dates/calendar.ts';
import type { Target } from '../model/report.ts';
import { commitmentsOf, type Commitment } from './commitments.ts';
import { dueWords, isSameDue, isSameLevel, movedDue, movedLevel, revisedOf } from './revisions.ts';

/** Names of keys as the draft writes them. */
type Own = (key: string) => string;

/** Levels and due dates that a report gives otherwise than last year’s set them, with no revision that says so: messages of `targets-kept`. */
export function* movedTargets(reading: Reading, own: Own): Generator<Finding> {
  const { report } = reading;
  const commitments = commitmentsOf(reading);
  const earlier = new Map(
    commitments.flatMap((each) =>
      each.open && each.set === 'earlier' ? [[each.open.id, each] as const] : [],
    ),
  );
  for (const commitment of commitments) {
    if (commitment.set === 'earlier') yield* inResult(commitment, report.data.year ?? 0, own);
    const { target } = commitment;
    const before =
      commitment.set === 'next' && target
        ? (earlier.get(target.data.was ?? target.id) ?? earlier.get(target.id))
        : undefined;
    if (before) yield* inPlan(commitment, before, report.data.year ?? 0, own);
  }
}

/** What a result repeats otherwise than it was set. */
function* inResult(commitment: Commitment, year: number, own: Own): Generator<Finding> {
  const { result, promised } = commitment;
  if (result === undefined || promised === undefined) return;
  const [level, due] = [movedLevel(commitment), movedDue(commitment)];
  if (level !== undefined)
    yield levelMoved(commitment, [...result.path, 'level'], level, promised.level, year, own);
  if (due !== undefined) yield dueMoved(commitment, [...result.path, 'due'], due, promised.due, year, own);
}

/** What this year’s plan sets otherwise than the target of several years that it keeps: it follows what was revised meanwhile. */
function* inPlan(commitment: Commitment, before: Commitment, year: number, own: Own): Generator<Finding> {
  const { target } = commitment;
  if (target === undefined || before.promised === undefined || before.target?.section.part.kind !== 'plan')
    return;
  if (lastDayOf(before) <= yearPeriod(year, before.calendar).last) return;
  const [level, due] = [otherLevel(target, before), otherDue(target, before)];
  if (level !== undefined)
    yield levelMoved(before, [...target.path, 'level'], level, before.level, year, own, target.id);
  if (due !== undefined)
    yield dueMoved(before, [...target.path, 'due'], due, before.due, year, own, target.id);
}

/** The level that a plan sets, where it is neither the one in force nor, unless that was revised, the promised one. */
function otherLevel(
  { data: { level, revised } }: Target,
  { promised, result, level: now, read }: Commitment,
): string | undefined {
  if (level === undefined || revisedOf(revised, 'level').length > 0) return undefined;
  const isRevised = revisedOf(result?.data.revised, 'level').length > 0;
  const known = isRevised ? [now] : [promised?.level, now];
  return known.some((each) => each !== undefined && isSameLevel(each.text, level, read)) ? undefined : level;
}

/** The due date that a plan sets, likewise. */
function otherDue(
  { data: { due, revised } }: Target,
  { promised, result, due: now, calendar }: Commitment,
): string | undefined {
  if (due === undefined || revisedOf(revised, 'due').length > 0) return undefined;
  const isRevised = revisedOf(result?.data.revised, 'due').length > 0;
  const known = isRevised ? [now] : [promised?.due, now];
  return known.some((each) => each !== undefined && isSameDue(each.last, due, calendar)) ? undefined : due;
}

/** The last day of a target as it was set or as it has been revised, whichever is later; one that was moved without a word does not count. */
const lastDayOf = (commitment: Commitment): string =>
  [commitment.promised?.due.last ?? '', movedDue(commitment) === undefined ? commitment.due.last : '']
    .sort()
    .at(-1) ?? '';

function levelMoved(
  { id, open, setCalendar }: Commitment,
  path: Path,
  level: string,
  before: Commitment['level'],
  year: number,
  own: Own,
  name = id,
): Finding {
  const place = before?.path ?? (open?.result ?? open?.target)?.path;
  const data = {
    target: name,
    level,
    before: before?.text ?? '',
    ...yearData(year - 1, setCalendar),
    revised: own('revised'),
  };
  const note = {
    en: before ? `set as ${before.text}` : 'set without a level',
    zh: before ? `定的是${before.text}` : '没有定目标值',
  };
  return {
    path,
    message: before ? 'level-moved' : 'level-added',
    data,
    ...(place && { related: [{ path: place, note }] }),
  };
}

function dueMoved(
  { id, open, setCalendar }: Commitment,
  path: Path,
  due: string,
  before: Commitment['due'],
  year: number,
  own: Own,
  name = id,
): Finding {
  const words = dueWords(before);
  const place = (open?.result ?? open?.target)?.path;
  const data = {
    target: name,
    due,
    before: words.en,
    beforeZh: words.zh,
    ...yearData(year - 1, setCalendar),
    revised: own('revised'),
  };
  return {
    path,
    message: 'due-moved',
    data,
    ...(place && {
      related: [{ path: [...place, 'due'], note: { en: `set as ${words.en}`, zh: `定的是${words.zh}` } }],
    }),
  };
}
