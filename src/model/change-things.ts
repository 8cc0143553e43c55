import type { Metric, Part, Report, Result, Section, Table, Target } from './report.ts';

/** How the things of a report are changed; what is left out stays. */
export interface Changes {
  readonly metric: (metric: Metric) => Metric['data'];
  readonly target: (target: Target) => Target['data'];
  readonly result: (result: Result) => Result['data'];
}

/** A report with the data of its metrics, targets and results changed: in its sections as well, so that there is one truth. */
export function changeThings(report: Report, { metric, target, result }: Changes): Report {
  const all: Section[] = [];
  const copySection = (section: Section, part: Part, parent: Section | undefined): Section => {
    const sections: Section[] = [];
    const lists = {
      metrics: [] as Metric[],
      tables: [] as Table[],
      targets: [] as Target[],
      results: [] as Result[],
    };
    const copy: Section = { ...section, part, parent, sections, ...lists };
    lists.metrics.push(...section.metrics.map((each) => ({ ...each, section: copy, data: metric(each) })));
    lists.tables.push(...section.tables.map((each) => ({ ...each, section: copy })));
    lists.targets.push(...section.targets.map((each) => ({ ...each, section: copy, data: target(each) })));
    lists.results.push(...section.results.map((each) => ({ ...each, section: copy, data: result(each) })));
    all.push(copy);
    for (const each of section.sections) sections.push(copySection(each, part, copy));
    return copy;
  };
  const parts = report.parts.map((part) => {
    const sections: Section[] = [];
    const copy: Part = { ...part, sections };
    for (const each of part.sections) sections.push(copySection(each, copy, undefined));
    return copy;
  });
  return {
    ...report,
    parts,
    sections: all,
    metrics: all.flatMap(({ metrics }) => metrics),
    tables: all.flatMap(({ tables }) => tables),
    targets: all.flatMap(({ targets }) => targets),
    results: all.flatMap(({ results }) => results),
  };
}
