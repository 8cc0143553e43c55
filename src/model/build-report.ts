import type { PartKind } from '../assets.ts';
import type { Language, Path } from '../diagnostic.ts';
import { APPROXIMATION } from '../quantity/value/written-interval.ts';
import { calendarOf, type Calendar } from '../dates/calendar.ts';
import { buildSection, type Building } from './build-section.ts';
import { dayOf } from './complete-dates.ts';
import type { PartData, ReportData, TermData } from './data.generated.ts';
import { namedIn, type FiledTable } from './named.ts';
import { numberingOf, numberParts, type Numbering } from './numbering.ts';
import type { DraftData, Part, Report, Section, Terms } from './report.ts';

/** What a report takes from outside the data of its draft and section files: terms, which its own go before, tables that stand in files, sections whose file is not read, and how figures are read. */
export interface Outside {
  readonly shared?: Terms | undefined;
  /** By the data of each table. */
  readonly tables?: ReadonlyMap<object, FiledTable>;
  /** The data of sections whose file stands elsewhere already, so that they are read without it. */
  readonly detached?: ReadonlySet<object>;
  /** By how much 约 and “about” widen a figure, in percent. */
  readonly approximation?: number | undefined;
  /** How years are counted, where the draft does not say it. */
  readonly calendar?: Calendar | undefined;
}

/** Builds the report of a draft whose data is valid; `sources` hold the draft and the section files that were read. */
export function buildReport(
  draft: DraftData,
  sources: ReadonlyMap<string, DraftData>,
  outside: Outside = {},
): Report {
  const { shared = {}, tables = new Map(), detached = new Set(), approximation = APPROXIMATION } = outside;
  const data = withDays((draft.data ?? {}) as Partial<ReportData>);
  const calendar = calendarOf(data, outside.calendar);
  const language: Language = (data.language ?? draft.mostKeys).split('-')[0] === 'zh' ? 'zh' : 'en';
  const path: Path = [draft.file];
  const state: Building = { draft, sources, tables, detached, calendar, year: data.year, sections: [] };
  const parts: Part[] = [];
  const add = (kind: PartKind, part: PartData | undefined, at: Path): void => {
    if (part)
      parts.push(buildPart(kind, part, at, numberingOf(language, data.numbering, part.numbering), state));
  };
  for (const kind of ['summary', 'problems', 'plan'] as const) add(kind, data[kind], [...path, kind]);
  data.annexes?.forEach((annex, index) => add('annexes', annex, [...path, 'annexes', index]));
  numberParts(parts);
  const { sections } = state;
  return {
    file: draft.file,
    path,
    data,
    calendar,
    alone: draft.file !== [...sources.keys()][0],
    keys: draft.keys,
    language,
    final: data.published !== undefined,
    parts,
    sections,
    metrics: sections.flatMap(({ metrics }) => metrics),
    tables: sections.flatMap(({ tables }) => tables),
    targets: sections.flatMap(({ targets }) => targets),
    results: sections.flatMap(({ results }) => results),
    terms: [
      ...namedIn<TermData>(draft, data.terms, [...path, 'terms']),
      ...Object.entries(shared).flatMap(([id, term]) =>
        Object.hasOwn(data.terms ?? {}, id) ? [] : [{ id, data: term }],
      ),
    ],
    approximation,
  };
}

/** The days of a report, however they are written, as YYYY-MM-DD. */
function withDays(data: Partial<ReportData>): Partial<ReportData> {
  const { dated, published } = data;
  return {
    ...data,
    ...(dated !== undefined && { dated: dayOf(dated) }),
    ...(published !== undefined && { published: dayOf(published) }),
  };
}

function buildPart(kind: PartKind, data: PartData, path: Path, numbering: Numbering, state: Building): Part {
  const sections: Section[] = [];
  const part: Part = {
    kind,
    path,
    data,
    numbering,
    sections,
    apart: kind === 'annexes',
    number: '',
    ordinal: 0,
  };
  data.sections?.forEach((section, index) =>
    sections.push(buildSection(section, [...path, 'sections', index], part, undefined, state)),
  );
  return part;
}
