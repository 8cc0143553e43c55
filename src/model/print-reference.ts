import { figuresOf } from './figures.ts';
import { sectionReference } from './labels.ts';
import type { MetricWord, Reference } from './references.ts';
import type { Metric, Part, Report } from './report.ts';

/** What a reference prints; undefined where the draft does not say it (yet). */
export function printReference(reference: Reference, report: Report, from: Part | undefined): string | undefined {
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

function printMetric(metric: Metric, word: MetricWord | undefined, report: Report, from: Part | undefined): string | undefined {
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
  const promised = report.results.find(({ id }) => id === name || targets.some((target) => target.id === id))?.data.level;
  return promised ?? targets.find(({ section }) => section.part.kind !== 'plan')?.data.level ?? (from === undefined ? planned : undefined);
}
