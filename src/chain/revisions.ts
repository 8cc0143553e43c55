import type { Words } from '../diagnostic.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { asksSame } from '../quantity/value/levels.ts';
import type { Commitment, Due, StatedText } from './commitments.ts';
import type { RevisionData } from '../model/data.generated.ts';
import type { Calendar } from '../dates/calendar.ts';
import { periodOf } from '../dates/dates.ts';
import { hasPlaceholder } from '../model/placeholders.ts';

/** A due date for a sentence: as written, or that only the year implies it. */
export const dueWords = ({ text, implied }: Pick<Due, 'text' | 'implied'>): Words =>
  implied
    ? {
        en: `the end of ${text} (no date was given)`,
        zh: `${/^\d+$/.test(text) ? `${text}年年底` : `${text.replace('FY', '')}年度末`}（未写时限）`,
      }
    : { en: text, zh: text };

/** Whether two levels are one: by what they ask for where both are figures, else letter by letter. A placeholder differs from nothing. */
export function isSameLevel(a: string, b: string, read: Commitment['read']): boolean {
  if (hasPlaceholder(a) || hasPlaceholder(b)) return true;
  const [one, other]: (Quantity | undefined)[] = [a, b].map(read);
  return one && other ? asksSame(one, other) === true : a.trim() === b.trim();
}

/** Whether two due dates end on one day, each by the calendar of its draft; what is no day of it differs from nothing. */
export function isSameDue(
  a: string,
  b: string,
  calendar: Calendar,
  calendarOfA: Calendar = calendar,
): boolean {
  const [one, other] = [periodOf(a, calendarOfA), periodOf(b, calendar)];
  return one === undefined || other === undefined || one.last === other.last;
}

type Kept = Pick<Commitment, 'result' | 'promised' | 'target' | 'read' | 'calendar' | 'setCalendar'>;

/** The level that a result repeats otherwise than last year’s report has it, with no revision that says so; undefined where it keeps it. */
export function movedLevel({ result, promised, target, read }: Kept): string | undefined {
  const repeated = result?.data.level;
  if (repeated === undefined || promised === undefined) return undefined;
  const told = revisedOf(result?.data.revised, 'level');
  const known = [promised.level?.text, ...(told.length > 0 ? [target?.data.level, ...told] : [])];
  return known.some((text) => text !== undefined && isSameLevel(text, repeated, read)) ? undefined : repeated;
}

/** The due date that a result repeats otherwise, likewise. */
export function movedDue({ result, promised, target, calendar, setCalendar }: Kept): string | undefined {
  const repeated = result?.data.due;
  if (repeated === undefined || promised === undefined) return undefined;
  const told = revisedOf(result?.data.revised, 'due');
  const set = told.length > 0 ? target?.data.due : undefined;
  const isKept =
    [promised.due.last, ...told].some((text) => isSameDue(text, repeated, calendar)) ||
    (set !== undefined && isSameDue(set, repeated, calendar, setCalendar));
  return isKept ? undefined : repeated;
}

/** What revisions say of one key, in their order. */
export const revisedOf = (revised: readonly RevisionData[] | undefined, key: 'level' | 'due'): string[] =>
  (revised ?? []).flatMap((each) => each[key] ?? []);

/** Where something that was promised stands in last year’s report. */
export const promisedPlace = (
  { promised, open }: Pick<Commitment, 'promised' | 'open'>,
  stated?: StatedText,
): StatedText['path'] | undefined =>
  (stated ?? promised?.level)?.path ?? (open?.result ?? open?.target)?.path;
