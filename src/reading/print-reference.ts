import type { Span } from '../quantity/value/formula.ts';
import type { Figures } from './figures.ts';
import { onOneLine } from './controls.ts';
import { sectionReference } from '../model/labels.ts';
import { splitReferences } from '../model/split-references.ts';
import { resolveName, type MetricWord, type Names, type Reference } from '../model/references.ts';
import type { Metric, Part, Report } from '../model/report.ts';
import { goesOnWith, withUnit } from './with-unit.ts';

/** What references are printed from: a `Reading`. */
export interface Printing {
  readonly report: Report;
  readonly names: Names;
  readonly figures: Figures;
}

/** How deep a cell that refers to a cell that refers to a cell … is followed; a circle ends there. */
const DEEPEST = 3;

/** What a reference prints on the page. */
export interface PrintedReference {
  /** On one line; a reference inside it that has nothing to print stands as it is written. */
  readonly text: string;
  /** Whether everything in it had something to print. */
  readonly whole: boolean;
}

/**
 * What a name between `{{` and `}}` prints on the page, references inside what it prints included; undefined where the draft does not say it
 * (yet). A bare number brings the unit that its metric gives it, unless the text `behind` goes on with that; without `behind` it prints as written.
 */
export function printName(
  name: string,
  from: Printing,
  part: Part | undefined,
  behind?: string,
  depth = 0,
): PrintedReference | undefined {
  const value = printReference(resolveName(name, from.names), from, part, behind);
  if (value === undefined || depth === DEEPEST) return undefined;
  if (!value.includes('{{')) return { text: onOneLine(value), whole: true };
  let whole = true;
  const printed = splitReferences(value).map((segment) => {
    if (segment.kind === 'text') return segment.text;
    const inner = printName(segment.name, from, part, behind, depth + 1);
    whole &&= inner?.whole === true;
    return inner?.text ?? `{{${segment.name}}}`;
  });
  return { text: onOneLine(printed.join('')), whole };
}

/** What a reference prints, itself only: a cell that holds a reference prints that as written. */
export function printReference(
  reference: Reference,
  from: Printing,
  part: Part | undefined,
  behind?: string,
): string | undefined {
  const printed = print(reference, from, part);
  if (
    printed === undefined ||
    behind === undefined ||
    reference.kind !== 'metric' ||
    reference.word === 'change' ||
    reference.word === 'growth'
  )
    return printed;
  const { unit } = reference.metric.data;
  return unit === undefined || goesOnWith(behind, unit)
    ? printed
    : withUnit(printed, unit, from.report.language);
}

function print(reference: Reference, from: Printing, part: Part | undefined): string | undefined {
  const { report } = from;
  switch (reference.kind) {
    case 'metric':
      return printMetric(reference.metric, reference.word, from, part);
    case 'target':
      if (reference.word === undefined) return reference.target.data.level;
      return reference.word === 'level' ? levelOf(reference.target.id, report, part) : undefined;
    case 'cell':
      return reference.text ?? undefined;
    case 'section':
      return sectionReference(reference.section, part, report);
    case 'year':
      return report.data.year === undefined ? undefined : String(report.data.year + reference.offset);
    case 'unknown':
      return undefined;
  }
}

function printMetric(
  metric: Metric,
  word: MetricWord | undefined,
  { report, figures }: Printing,
  part: Part | undefined,
): string | undefined {
  const { id, data } = metric;
  if (word === undefined && data.value !== undefined) return data.value;
  if (word === 'level') return levelOf(id, report, part);
  return figures.print(metric, word);
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
