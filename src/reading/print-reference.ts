import type { Span } from '../quantity/value/formula.ts';
import { figuresOf } from './figures.ts';
import { sectionReference } from '../model/labels.ts';
import type { MetricWord, Reference } from '../model/references.ts';
import type { Metric, Part, Report } from '../model/report.ts';
import { goesOnWith, withUnit } from './with-unit.ts';

/**
 * What a reference prints; undefined where the draft does not say it (yet). A bare number brings the unit that its metric gives it, unless
 * the text `behind` goes on with that; without `behind` it prints as written.
 */
export function printReference(
  reference: Reference,
  report: Report,
  from: Part | undefined,
  behind?: string,
): string | undefined {
  const printed = print(reference, report, from);
  if (
    printed === undefined ||
    behind === undefined ||
    reference.kind !== 'metric' ||
    reference.word === 'change' ||
    reference.word === 'growth'
  )
    return printed;
  const { unit } = reference.metric.data;
  return unit === undefined || goesOnWith(behind, unit) ? printed : withUnit(printed, unit, report.language);
}

function print(reference: Reference, report: Report, from: Part | undefined): string | undefined {
  switch (reference.kind) {
    case 'metric':
      return printMetric(reference.metric, reference.word, report, from);
    case 'target':
      if (reference.word === undefined) return reference.target.data.level;
      return reference.word === 'level' ? levelOf(reference.target.id, report, from) : undefined;
    case 'cell':
      return reference.text ?? undefined;
    case 'section':
      return sectionReference(reference.section, from, report);
    case 'year':
      return report.data.year === undefined ? undefined : String(report.data.year + reference.offset);
    case 'unknown':
      return undefined;
  }
}

function printMetric(
  metric: Metric,
  word: MetricWord | undefined,
  report: Report,
  from: Part | undefined,
): string | undefined {
  const { id, data } = metric;
  if (word === undefined && data.value !== undefined) return data.value;
  if (word === 'level') return levelOf(id, report, from);
  return figuresOf(report).print(metric, word);
}

/** The level of a metric or target: in the summary what last year promised, in the plan what this one does. */
function levelOf(name: string, report: Report, from: Part | undefined): string | undefined {
  const targets = report.targets.filter(({ id, data }) => id === name || data.metric === name);
  const planned = targets.find(({ section }) => section.part.kind === 'plan')?.data.level;
  if (from?.kind === 'plan') return planned;
  const promised = report.results.find(({ id }) => id === name || targets.some((target) => target.id === id))
    ?.data.level;
  return (
    promised ??
    targets.find(({ section }) => section.part.kind !== 'plan')?.data.level ??
    (from === undefined ? planned : undefined)
  );
}

/** How much of a text behind a reference is looked at. */
const BEHIND = 80;

/** What a text goes on with behind a reference; undefined where the reference is all of it, as in the cell of a table. */
export const behindReference = (text: string, [start, end]: Span): string | undefined =>
  text.slice(0, start).trim() === '' && text.slice(end).trim() === ''
    ? undefined
    : text.slice(end, end + BEHIND);
