import type { Reading } from '../reading/reading.ts';
import type { Words } from '../diagnostic.ts';
import { yearName } from '../dates/calendar.ts';
import type { Report } from '../model/report.ts';
import { diffMetrics, type MetricDiff } from './diff-metrics.ts';
import { diffSections, type SectionDiff } from './diff-sections.ts';
import { diffTargets, type TargetDiff } from './diff-targets.ts';

/** What has changed between two reports. */
export interface ReportDiff {
  readonly before: ComparedReport;
  readonly after: ComparedReport;
  readonly metrics: readonly MetricDiff[];
  readonly targets: readonly TargetDiff[];
  readonly sections: readonly SectionDiff[];
}

export interface ComparedReport {
  readonly file: string;
  readonly year: number;
  /** What the year is called. */
  readonly called: Words;
}

/** Two reports thing by thing: metrics, targets and sections. */
export const diffReports = (before: Reading, after: Reading): ReportDiff => ({
  before: comparedReport(before.report),
  after: comparedReport(after.report),
  metrics: diffMetrics(before, after),
  targets: diffTargets(before, after),
  sections: diffSections(before, after),
});

const comparedReport = ({ file, calendar, data: { year = 0 } }: Report): ComparedReport => ({
  file,
  year,
  called: yearName(year, calendar),
});
