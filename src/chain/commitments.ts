import { findQuantities } from '../quantity/scan/scan.ts';
import type { Path } from '../diagnostic.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { directionOfLevel, type Direction } from '../quantity/value/levels.ts';
import { yearPeriod, yearText, type Calendar } from '../dates/calendar.ts';
import { periodOf, type Period } from '../dates/dates.ts';
import type { Reading } from '../reading/reading.ts';
import { isMiss, openOf, type Open } from './open-targets.ts';
import type { Metric, Report, Result, Target } from '../model/report.ts';

/** A text of a draft with the figure it stands for and its place. */
export interface StatedText {
  readonly text: string;
  /** Undefined where the text is no figure. */
  readonly quantity: Quantity | undefined;
  readonly path: Path;
}

/** When something is due: as written, or implied by the year it was planned for. */
export interface Due {
  /** As written; of an implied one the year. */
  readonly text: string;
  readonly last: string;
  readonly implied: boolean;
  /** Where it is written; undefined where it is implied. */
  readonly path: Path | undefined;
}

/** Something that was promised, and what came of it. */
export interface Commitment {
  readonly id: string;
  /** Set in last year’s report or earlier, during the year, or for the year to come. */
  readonly set: 'earlier' | 'during' | 'next';
  /** As it was set; undefined where the report that set it is not at hand. */
  readonly target: Target | undefined;
  /** What last year’s report left open; undefined where it is not at hand or knows nothing of it. */
  readonly open: Open | undefined;
  readonly result: Result | undefined;
  /** What last year’s report said of it, as last revised there; undefined where `open` is. */
  readonly promised: Pick<Commitment, 'level' | 'due'> | undefined;
  /** The level in force: as last revised, else as the result repeats it, else as it was set. */
  readonly level: StatedText | undefined;
  /** The due date in force, likewise. */
  readonly due: Due;
  /** Office that answers for it: its own, else that of its section or of one above. */
  readonly lead: string | undefined;
  /** The metric that measures it in this report. */
  readonly metric: Metric | undefined;
  /** What was reached: the metric’s value, else the result’s; undefined of what is set for the year to come. */
  readonly actual: StatedText | undefined;
  readonly direction: Direction;
  /** How the years of this report’s dates are counted. */
  readonly calendar: Calendar;
  /** How those of the report that set it are: last year’s may have counted otherwise. */
  readonly setCalendar: Calendar;
  /** A text as a figure, in the unit of the metric where it names none; undefined where it is no figure. */
  readonly read: (text: string) => Quantity | undefined;
  /** The figures in a text. */
  readonly find: (text: string) => readonly Quantity[];
}

/**
 * Everything that a report answers for, in the order of its text, what it leaves unanswered last: the results of last
 * year’s targets, its own targets of the summary, those of its plan.
 */
export const commitmentsOf = (reading: Reading): readonly Commitment[] => reading.once(withLastYear);

const withLastYear = (reading: Reading): readonly Commitment[] => readCommitments(reading, reading.lastYear);

/** The same, against any report that left something to be answered. */
export function readCommitments(reading: Reading, lastYear: Reading | undefined): readonly Commitment[] {
  const { report } = reading;
  const before = lastYear ? openOf(lastYear) : [];
  const opened = new Map(before.map((open) => [open.id, open]));
  const results = new Map(report.results.map((result) => [result.id, result]));
  const metrics = new Map(report.metrics.map((metric) => [metric.id, metric]));
  // a result may stand under the new name of its target
  const formerly = new Map(report.targets.map(({ id, data }) => [id, data.was]));
  const openNamed = (id: string): Open | undefined => opened.get(id) ?? opened.get(formerly.get(id) ?? id);
  const of = (id: string, set: Commitment['set'], target: Target | undefined): Commitment =>
    commitment(
      {
        id,
        set,
        target,
        open: set === 'earlier' ? openNamed(id) : undefined,
        result: set === 'next' ? undefined : results.get(id),
      },
      reading,
      lastYear?.report.calendar ?? report.calendar,
      metrics,
    );
  const own = new Map(report.targets.filter(isOfTheYear).map((target) => [target.id, target]));
  const answered = report.results.map(({ id }) => {
    const target = own.get(id);
    const open = openNamed(id);
    return open || target === undefined ? of(id, 'earlier', open?.target) : of(id, 'during', target);
  });
  const given = [...own.values()]
    .filter(({ id }) => !results.has(id))
    .map((target) => of(target.id, 'during', target));
  const next = report.targets
    .filter((target) => !isOfTheYear(target))
    .map((target) => of(target.id, 'next', target));
  const known = new Set(report.results.map(({ id }) => openNamed(id)?.id));
  const left = before.filter(({ id }) => !known.has(id)).map(({ id, target }) => of(id, 'earlier', target));
  return [...answered, ...given, ...next, ...left];
}

/** A result with what it answers, and whether anything asked for it. */
export interface Answer {
  readonly commitment: Commitment;
  readonly result: Result;
  /** False where last year’s report is at hand and left nothing of that name open: under a wrong name nothing is known of it. */
  readonly isAsked: boolean;
}

/** Every result of a report in the order of its text, with what it answers. */
export function resultsOf(reading: Reading): readonly Answer[] {
  const { lastYear } = reading;
  return commitmentsOf(reading).flatMap((commitment) => {
    const { result, set, open } = commitment;
    const isAsked = lastYear === undefined || set !== 'earlier' || open !== undefined;
    return result ? [{ commitment, result, isAsked }] : [];
  });
}

/** Whether a target was given for the year that its report is about. */
const isOfTheYear = ({ section: { part } }: Target): boolean => part.kind === 'summary';

type Kept = Pick<Commitment, 'id' | 'set' | 'target' | 'open' | 'result'>;

function commitment(
  given: Kept,
  reading: Reading,
  before: Calendar,
  metrics: ReadonlyMap<string, Metric>,
): Commitment {
  const { report } = reading;
  const { target, open, result, id } = given;
  const setCalendar = open === undefined ? report.calendar : before;
  const metric = metrics.get(target?.data.metric ?? id);
  const stated = levelOf(given, metric, reading);
  // what this year reached says nothing of next year’s plan
  const actual = given.set === 'next' ? undefined : actualOf(result, metric, reading);
  const unanswered = { ...given, result: undefined };
  const promised = open && {
    level: levelOf(unanswered, metric, reading),
    due: dueOf(unanswered, report, setCalendar),
  };
  return {
    ...given,
    promised,
    level: stated,
    due: dueOf(given, report, setCalendar),
    lead: leadFor(given),
    metric,
    actual,
    direction: directionFor(metric, stated),
    calendar: report.calendar,
    setCalendar,
    read: (text) => reading.quantity(text, metric?.data.unit),
    find: (text) => findQuantities(text, { approximation: report.approximation }),
  };
}

/** The office that answers for it: one that is named for it, else that of its section. */
const leadFor = ({ result, open, target }: Kept): string | undefined =>
  result?.data.lead ?? open?.data.lead ?? target?.data.lead ?? leadOf(result) ?? leadOf(target);

/** Which way is better: as the metric says, else as the level does. */
const directionFor = (metric: Metric | undefined, level: StatedText | undefined): Direction =>
  metric?.data.direction ?? (level?.quantity && directionOfLevel(level.quantity)) ?? 'higher';

/** A level or date as last revised, else as the result repeats it, else as it was set. */
function inForce(
  { result, open, target }: Kept,
  key: 'level' | 'due',
): { readonly text: string; readonly path: Path } | undefined {
  const stands = [result, open?.result, target].filter((each) => each !== undefined);
  for (const { data, path } of stands) {
    const index = (data.revised ?? []).findLastIndex((revision) => revision[key] !== undefined);
    const revised = data.revised?.[index]?.[key];
    if (revised !== undefined) return { text: revised, path: [...path, 'revised', index, key] };
    const written = data[key];
    if (written !== undefined) return { text: written, path: [...path, key] };
  }
  return undefined;
}

function levelOf(given: Kept, metric: Metric | undefined, reading: Reading): StatedText | undefined {
  const level = inForce(given, 'level');
  return level && { ...level, quantity: reading.quantity(level.text, metric?.data.unit) };
}

/** A date is read as the draft that it stands in counts its years, and so is the year that implies one. */
function dueOf(given: Kept, { data: { year = 0 }, calendar: own }: Report, setCalendar: Calendar): Due {
  const written = inForce(given, 'due');
  const calendar = written && written.path[0] === given.result?.path[0] ? own : setCalendar;
  const period: Period | undefined = written && periodOf(written.text, calendar);
  if (written && period) return { text: written.text, last: period.last, implied: false, path: written.path };
  // what the summary of last year set, or said was missed, had been due in that year
  const late =
    given.set === 'earlier' &&
    ((given.target !== undefined && isOfTheYear(given.target)) || isMiss(given.open?.result?.data.outcome));
  const implied = given.set === 'next' ? year + 1 : late ? year - 1 : year;
  return {
    text: yearText(implied, calendar),
    last: yearPeriod(implied, calendar).last,
    implied: true,
    path: undefined,
  };
}

function actualOf(
  result: Result | undefined,
  metric: Metric | undefined,
  reading: Reading,
): StatedText | undefined {
  const { figures } = reading;
  if (metric) {
    const { value, unit } = metric.data;
    if (value !== undefined)
      return { text: value, quantity: figures.read(value, unit), path: [...metric.path, 'value'] };
    const computed = figures.print(metric, undefined);
    if (computed !== undefined)
      return { text: computed, quantity: figures.read(computed, unit), path: [...metric.path, 'formula'] };
  }
  const actual = result?.data.actual;
  return actual === undefined || result === undefined
    ? undefined
    : { text: actual, quantity: figures.read(actual, undefined), path: [...result.path, 'actual'] };
}

/** The lead of the section that a thing stands in, or of one above it. */
function leadOf(thing: Target | Result | undefined): string | undefined {
  for (let at = thing?.section; at; at = at.parent) if (at.data.lead !== undefined) return at.data.lead;
  return undefined;
}
