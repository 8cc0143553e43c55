import { canBeKnown, entryOf, keyOf, ranks, type BaselineEntry } from './baseline-entry.ts';
import {
  Coverage,
  nameOf,
  order,
  type Baseline,
  type BaselineReport,
  type BaselineWorld,
  type ReportName,
  type SeenDraft,
} from './baseline.ts';

/** A baseline after a run: what was found joins it, what is settled leaves it, and what this run could not judge stays. */
export function renew(baseline: Baseline, drafts: readonly SeenDraft[], world: BaselineWorld): Baseline {
  const coverage = new Coverage(baseline, drafts, world);
  const reports = new Map(baseline.reports.map((report) => [nameOf(report), mutable(report)]));
  for (const report of reports.values())
    report.findings = report.findings.filter(({ rule }) => !coverage.judges(report, rule));
  for (const report of reports.values())
    if (drafts.some((draft) => draft.report && nameOf(draft.report) === nameOf(report)))
      report.drafts = [...coverage.unseen(report)];
  const found = new Map<string, BaselineEntry[]>();
  for (const { report, diagnostics, file } of drafts) {
    if (report === undefined) continue;
    const own = reports.get(nameOf(report)) ?? { ...report, drafts: [], findings: [] };
    reports.set(nameOf(report), own);
    own.drafts.push(file);
    const entries = diagnostics.filter(canBeKnown).map((each) => entryOf(each, world.digest));
    found.set(nameOf(report), [...(found.get(nameOf(report)) ?? []), ...entries]);
  }
  for (const [name, entries] of found) {
    const own = reports.get(name);
    if (own) own.findings = united(counted(entries), own.findings);
  }
  return {
    ...(baseline.$schema !== undefined && { $schema: baseline.$schema }),
    version: 1,
    reports: [...reports.values()]
      .filter(({ findings }) => findings.length > 0)
      .map((report) => ({
        ...report,
        drafts: report.drafts.sort(order),
        findings: [...report.findings].sort((a, b) => order(sortKey(a), sortKey(b))),
      }))
      .sort((a, b) => order(a.organization, b.organization) || a.year - b.year),
  };
}

interface MutableReport extends ReportName {
  drafts: string[];
  findings: readonly BaselineEntry[];
}

/** A baseline in which each report stands once, as after a merge of two branches it may not: a finding is known as often as either says. */
export function merged(baseline: Baseline): Baseline {
  const reports = new Map<string, BaselineReport>();
  for (const report of baseline.reports) {
    const { drafts = [], findings = [] } = reports.get(nameOf(report)) ?? {};
    reports.set(nameOf(report), {
      ...report,
      drafts: [...new Set([...drafts, ...(report.drafts ?? [])])],
      findings: united(findings, report.findings),
    });
  }
  return { ...baseline, reports: [...reports.values()] };
}

const mutable = ({ organization, year, drafts = [], findings }: BaselineReport): MutableReport => ({
  organization,
  year,
  drafts: [...drafts],
  findings,
});

/** Section by section, as people read a report. */
const sortKey = ({
  rule,
  code,
  section = '',
  place = '',
  names = [],
  text = '',
  within = '',
  items = [],
}: BaselineEntry): string =>
  [section, place, rule, code, text, within, names.join('\0'), items.join('\0')].join('\0');

/** Equal entries as one with their count, as severe as the most severe of them. */
function counted(entries: readonly BaselineEntry[]): BaselineEntry[] {
  const groups = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const key = `${keyOf(entry)} ${JSON.stringify(entry.items ?? [])}`;
    const other = groups.get(key);
    groups.set(key, other ? joined(other, entry, (other.count ?? 1) + (entry.count ?? 1)) : entry);
  }
  return [...groups.values()];
}

/** What was found, and what could not be judged: where a finding is among both, as often as in either. */
function united(found: readonly BaselineEntry[], kept: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const all = new Map<string, BaselineEntry>();
  for (const entry of [...found, ...kept]) {
    const key = `${keyOf(entry)} ${JSON.stringify(entry.items ?? [])}`;
    const other = all.get(key);
    all.set(key, other ? joined(other, entry, Math.max(other.count ?? 1, entry.count ?? 1)) : entry);
  }
  return [...all.values()];
}

const joined = (one: BaselineEntry, other: BaselineEntry, count: number): BaselineEntry => ({
  ...one,
  severity: ranks[one.severity] >= ranks[other.severity] ? one.severity : other.severity,
  ...(count > 1 && { count }),
});
