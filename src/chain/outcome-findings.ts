import type { Reading } from '../reading/reading.ts';
import type { Data, Finding, Path } from '../diagnostic.ts';
import { yearData } from '../dates/calendar.ts';
import type { Report, Result } from '../model/report.ts';
import { valueName } from '../source/grammar.ts';
import { resultsOf, type Commitment } from './commitments.ts';
import { contradictions, type Facts } from './contradictions.ts';
import { saidOtherwise } from './result-text.ts';
import { dueWords } from './revisions.ts';

/** What outcomes are held against besides their report. */
interface Around {
  /** The day that the report speaks from. */
  readonly today: string | undefined;
  /** A key as the draft has it. */
  readonly own: (key: string) => string;
  /** Whether every key of a thing could be read. */
  readonly isWhole: (thing: Result) => boolean;
}

/** What is most plainly wrong with each result of a report, in itself and beside its target and its text: messages of `outcomes-agree`. */
export function* outcomeFindings(reading: Reading, around: Around): Generator<Finding> {
  const { report } = reading;
  const { isWhole } = around;
  const facts: Facts = {
    // the day is asked for only where something hangs on it
    get today() {
      return around.today;
    },
    year: report.data.year,
    calendar: report.calendar,
  };
  for (const { commitment, result, isAsked } of resultsOf(reading)) {
    if (!isAsked || !isWhole(result)) continue;
    const [found] = [
      ...contradictions(commitment, result.data, result.path, facts),
      ...inText(commitment, result, reading),
    ];
    if (found) yield { ...found, data: { ...dataOf(commitment, result, report, around), ...found.data } };
  }
}

/** All that messages on an outcome may name. */
function dataOf(
  { id, level, actual, due }: Commitment,
  { data: { outcome, date } }: Result,
  report: Report,
  { own }: Around,
): Data {
  const { en, zh } = dueWords(due);
  return {
    target: id,
    outcome: valueName(outcome, report.keys),
    date: date ?? '',
    due: en,
    dueZh: zh,
    ...yearData(report.data.year ?? 0, report.calendar),
    revised: own('revised'),
    met: valueName('met', report.keys),
    late: valueName('late', report.keys),
    dateKey: own('date'),
    actual: actual?.text ?? '',
    level: level?.text ?? '',
    key: own('actual'),
    interval: '',
    intervalZh: '',
  };
}

/** The text of the section beside what was reached; while a target is pending, the text may know more than its last entry. */
function* inText(commitment: Commitment, result: Result, reading: Reading): Generator<Finding> {
  const { actual, metric } = commitment;
  const { progress = [], outcome } = result.data;
  const last = progress.findLastIndex(({ value }) => value !== undefined);
  const stated = actual
    ? { text: actual.text, path: actual.path }
    : { text: progress[last]?.value ?? '', path: [...result.path, 'progress', last, 'value'] as Path };
  // what a metric measures is held against the text by its own rule
  const reached = metric ? undefined : (actual?.quantity ?? reading.quantity(stated.text));
  const other = reached && saidOtherwise(commitment, result, reached, reading);
  if (!other) return;
  yield {
    ...other.prose.place(other.figure.span),
    message: 'text-differs',
    data: { said: other.figure.text, reached: stated.text },
    related: [{ path: stated.path, note: { en: stated.text, zh: stated.text } }],
    ...(!actual && outcome === 'pending' && { severity: 'warning' as const }),
  };
}
