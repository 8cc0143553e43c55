import type { Calendar } from '../dates/calendar.ts';
import type { Language, Path } from '../diagnostic.ts';
import { buildReport } from '../model/build-report.ts';
import type { Report, Section } from '../model/report.ts';
import { draftData } from '../scaffold/draft-data.ts';
import { emit, type DraftEntry, type Mapping, type DraftValue } from '../scaffold/emit.ts';
import { localize } from '../scaffold/localize.ts';
import { refuseBeyond, refuseDeep } from '../source/limits.ts';
import type { SourceDocument } from './block.ts';
import { originSpans, type Origin, type OriginSpan } from './text/origin.ts';
import type { Prose } from '../reading/prose.ts';
import type { Span } from '../quantity/value/formula.ts';
import type { DraftParts, SectionAdditions } from './draft-parts.ts';
import type { SourceSection } from './outline/sections.ts';

/** A draft that is not written yet, with the report that it will be read as. */
export interface UnwrittenReport {
  readonly report: Report;
  readonly draft: Mapping;
  /** What a section of the report was made of. */
  readonly sourceOf: (section: Section) => SourceSection | undefined;
  /** The mapping of a section in the draft. */
  readonly mappingOf: (source: SourceSection) => Mapping | undefined;
  /** Where the characters of a text stand in the document. */
  readonly originAt: (path: Path) => Origin | undefined;
}

/** What messages call a draft that has no name yet. */
const FILE = 'import.report.yaml';

/** The report of an outline, without writing and reading it. */
export function reportOfOutline(
  head: readonly DraftEntry[],
  parts: DraftParts,
  additions: ReadonlyMap<SourceSection, SectionAdditions>,
  { keys, calendar }: { readonly keys: Language; readonly calendar: Calendar },
): UnwrittenReport {
  const { entries, sections } = parts.with(additions);
  const draft: Mapping = { kind: 'map', entries: [...head, ...entries] };
  const origins = new Map<string, Origin>();
  const data = draftData(FILE, draft, keys, (path, scalar) => {
    const origin = parts.originOf(scalar);
    if (origin) origins.set(JSON.stringify(path), origin);
  });
  const sources = new Map<unknown, SourceSection>();
  const mappings = new Map<SourceSection, Mapping>();
  for (const [mapping, source] of sections) {
    sources.set(data.dataOf(mapping), source);
    mappings.set(source, mapping);
  }
  return {
    report: buildReport(data, new Map([[FILE, data]]), { calendar }),
    draft,
    sourceOf: (section) => sources.get(section.data),
    mappingOf: (source) => mappings.get(source),
    originAt: (path) => origins.get(JSON.stringify(path)),
  };
}

/** Where characters of a text stand in the document that a report was made of. */
export const originsIn =
  ({ originAt }: UnwrittenReport, { parts = [] }: SourceDocument) =>
  (prose: Pick<Prose, 'place'>, span: Span): readonly OriginSpan[] => {
    const place = prose.place(span);
    // the draft may have got a name since
    const origin = originAt([FILE, ...place.path.slice(1)]);
    return origin ? originSpans(origin, parts, place.span ?? span) : [];
  };

/** Writes a draft or a section. @throws UserError where it would be larger than what is read */
export function write(
  mapping: Mapping,
  is: 'report' | 'section',
  keys: Language,
  { metrics, targets, results }: Report,
  comments: readonly string[],
): string {
  const text = comments.map((line) => `# ${line}\n`).join('') + emit(localize(mapping, is, keys) as Mapping);
  refuseBeyond('characters', text.length, FILE);
  refuseBeyond('nodes', nodesOf(mapping), FILE);
  refuseDeep(FILE, text);
  refuseBeyond('names', metrics.length + targets.length + results.length, FILE);
  return text;
}

/** How many keys, values and items are written. */
const nodesOf = (value: DraftValue): number =>
  1 +
  (value.kind === 'map'
    ? value.entries.reduce((sum, entry) => sum + 1 + nodesOf(entry.value), 0)
    : value.kind === 'list'
      ? value.items.reduce((sum, item) => sum + nodesOf(item), 0)
      : 0);
