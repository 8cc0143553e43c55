import type { Diagnostic } from '../../diagnostic.ts';
import { entryOf, holdsItems, keyOf, ranks, type BaselineEntry } from './baseline-entry.ts';

/** What a report is known by. */
export interface ReportName {
  readonly organization: string;
  readonly year: number;
}

/** What is known of one report. */
export interface BaselineReport extends ReportName {
  /** The drafts it was read from, by their paths from the baseline’s folder. */
  readonly drafts?: readonly string[];
  readonly findings: readonly BaselineEntry[];
}

/** Findings that are known, report by report. */
export interface Baseline {
  readonly $schema?: string;
  readonly version: 1;
  readonly reports: readonly BaselineReport[];
}

/** A draft as a run saw it. */
export interface SeenDraft {
  /** Its path from the baseline’s folder, with slashes. */
  readonly file: string;
  /** Undefined where the draft does not say it, or is a section file by itself. */
  readonly report: ReportName | undefined;
  /** Whether it is a section file by itself: the known findings of any report count for it. */
  readonly alone: boolean;
  /** The rules that could find all that they look for. */
  readonly judged: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a baseline is told of the world: which drafts there are, and how to shorten a text to a few characters that no other has. */
export interface BaselineWorld {
  /** Whether all drafts of the project were checked. */
  readonly isWhole: boolean;
  readonly exists: (file: string) => boolean;
  readonly digest: (text: string) => string;
}

/** A known finding that a run did not find any more, and how many of them. */
export interface Settled extends ReportName {
  readonly entry: BaselineEntry;
  readonly count: number;
}

/** What a baseline says of a run. */
export interface Compared {
  /** The findings that are known. */
  readonly known: ReadonlySet<Diagnostic>;
  readonly settled: readonly Settled[];
}

/** Holds what a run found against a baseline. Among equal findings the first of them are known, so that the same ones are shown whatever the order of files. */
export function compare(baseline: Baseline, drafts: readonly SeenDraft[], world: BaselineWorld): Compared {
  const book = new Book(baseline);
  const known = new Set<Diagnostic>();
  const inOrder = [...drafts].sort((a, b) => order(a.file, b.file));
  for (const { diagnostics, alone } of [
    ...inOrder.filter((each) => !each.alone),
    ...inOrder.filter((each) => each.alone),
  ])
    for (const diagnostic of diagnostics)
      if (book.takes(entryOf(diagnostic, world.digest), diagnostic, alone)) known.add(diagnostic);
  const coverage = new Coverage(baseline, drafts, world);
  return {
    known,
    settled: book
      .left()
      .filter(({ organization, year, entry }) => coverage.judges({ organization, year }, entry.rule)),
  };
}

/** The known findings, each as often as it may still be found. */
class Book {
  readonly #all: Line[] = [];
  readonly #ofReport = new Map<string, Line[]>();
  readonly #ofAny = new Map<string, Line[]>();

  constructor({ reports }: Baseline) {
    for (const { organization, year, findings } of reports)
      for (const entry of findings) {
        const line: Line = { organization, year, entry, left: entry.count ?? 1, met: false };
        this.#all.push(line);
        add(this.#ofReport, `${nameOf(line)} ${keyOf(entry)}`, line);
        add(this.#ofAny, keyOf(entry), line);
      }
  }

  /** Whether a finding is known; where it is, it is crossed off. */
  takes(entry: BaselineEntry, { identity: { report }, rule }: Diagnostic, alone: boolean): boolean {
    if (rule === 'yaml' || rule === 'schema') return false;
    const key = keyOf(entry);
    const lines =
      (report ? this.#ofReport.get(`${nameOf(report)} ${key}`) : alone ? this.#ofAny.get(key) : undefined) ??
      [];
    const alike = lines.filter((line) => line.left > 0 && holdsItems(line.entry, entry));
    const line = alike.find((each) => ranks[each.entry.severity] >= ranks[entry.severity]);
    if (line) line.left--;
    // what has become more severe is there, though it is shown
    else if (alike[0]) alike[0].met = true;
    return line !== undefined;
  }

  left(): readonly Settled[] {
    return this.#all
      .filter(({ left, met }) => left > 0 && !met)
      .map(({ organization, year, entry, left }) => ({ organization, year, entry, count: left }));
  }
}

interface Line extends ReportName {
  readonly entry: BaselineEntry;
  left: number;
  met: boolean;
}

const add = (map: Map<string, Line[]>, key: string, line: Line): void => {
  const lines = map.get(key);
  if (lines) lines.push(line);
  else map.set(key, [line]);
};

/** Which reports were checked whole. */
export class Coverage {
  readonly #drafts = new Map<string, SeenDraft[]>();
  readonly #seen: ReadonlySet<string>;
  readonly #parted: ReadonlySet<string>;
  readonly #world: BaselineWorld;

  constructor({ reports }: Baseline, drafts: readonly SeenDraft[], world: BaselineWorld) {
    this.#world = world;
    const named = drafts.filter(({ report }) => report !== undefined);
    for (const draft of named) {
      const name = nameOf(draft.report as ReportName);
      this.#drafts.set(name, [...(this.#drafts.get(name) ?? []), draft]);
    }
    this.#seen = new Set(named.map(({ file }) => file));
    this.#parted = new Set(reports.filter((each) => this.#isParted(each)).map(nameOf));
  }

  /** Whether all that a rule finds in a report was there to be found: each of its drafts was checked, and the rule ran on each. */
  judges(report: ReportName, rule: string): boolean {
    const name = nameOf(report);
    const drafts = this.#drafts.get(name) ?? [];
    return (
      drafts.length > 0 && !this.#parted.has(name) && drafts.every(({ judged }) => judged.includes(rule))
    );
  }

  /** The drafts of a report that were not checked, as far as they may still be there. */
  unseen({ drafts = [], ...report }: ReportName & Pick<BaselineReport, 'drafts'>): readonly string[] {
    const away = drafts.filter((file) => !this.#seen.has(file));
    const here = away.filter((file) => this.#world.exists(file));
    // what is gone may only have another name now: that of one that was checked and is not listed, or one that this run did not see
    const joined = (this.#drafts.get(nameOf(report)) ?? []).filter(({ file }) => !drafts.includes(file));
    const gone = away.filter((file) => !here.includes(file));
    return this.#world.isWhole || gone.length <= joined.length ? here : away;
  }

  #isParted(report: BaselineReport): boolean {
    return this.unseen(report).length > 0;
  }
}

/** A report, as the key of a map. */
export const nameOf = ({ organization, year }: ReportName): string => JSON.stringify([organization, year]);

/** By UTF-16 units: the same on every machine. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
