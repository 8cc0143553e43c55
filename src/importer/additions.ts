import { repeatedFigureFindings } from '../claims/repeated-figures.ts';
import { saidFigureFindings } from '../claims/said-figures.ts';
import type { Finding } from '../diagnostic.ts';
import { openReport } from '../lint/open.ts';
import { Places } from '../lint/stamp.ts';
import type { Report, Section } from '../model/report.ts';
import { TakenNames } from '../reading/figure-name.ts';
import type { Prose } from '../reading/prose.ts';
import { Reading } from '../reading/reading.ts';
import { reserved } from '../source/grammar.ts';
import { draftOf, type Additions, type DraftOptions } from './draft.ts';
import { metricsOf, namedFigures, type NamedFigure } from './figures.ts';
import type { Metadata } from './metadata.ts';
import type { Outline, SourceSection } from './outline.ts';
import { targetsOf } from './targets.ts';

/** How additions are looked for. */
export interface AdditionOptions {
  /** Whether metrics and targets are declared. */
  readonly figures: boolean;
  /** Whether a number that is typed otherwise than the order gives it is kept. */
  readonly numbers: boolean;
  /** Names that are taken already. */
  readonly known?:
    { readonly metrics: ReadonlySet<string>; readonly targets: ReadonlySet<string> } | undefined;
}

/** What was found for a draft beside its titles and texts. */
export interface FoundAdditions {
  readonly additions: ReadonlyMap<SourceSection, Additions>;
  readonly metrics: number;
  readonly targets: number;
  /** Numbers that do not fit the order, as typed. */
  readonly misnumbered: readonly string[];
}

/** Reads the bare draft of a document as a report, and finds what it tells: numbers that do not fit, figures, targets, leads. */
export function additionsTo(
  outline: Outline,
  metadata: Metadata,
  draft: DraftOptions,
  options: AdditionOptions,
): FoundAdditions {
  const additions = new Map<SourceSection, Additions>();
  const open = (): ReturnType<typeof openReport> =>
    openReport('import.report.yaml', draftOf(outline, metadata, draft, additions), () => undefined, {
      calendar: metadata.calendar,
    });
  const { report } = open();
  if (report === undefined) return { additions, metrics: 0, targets: 0, misnumbered: [] };
  const found = addTo(additions, outline, report, options);
  if (!options.numbers) for (const added of additions.values()) delete added.number;
  return { ...found, additions, metrics: found.metrics - dropMisnamed(additions, outline, open()) };
}

const below = (sections: readonly SourceSection[]): SourceSection[] =>
  sections.flatMap((section) => [section, ...below(section.sections)]);

/** All sections of an outline, in the order of the draft. */
export const allSections = ({ list }: Outline): SourceSection[] =>
  (['summary', 'problems', 'plan', 'annexes'] as const).flatMap((kind) =>
    list.filter((part) => part.kind === kind).flatMap(({ sections }) => below(sections)),
  );

function addTo(
  additions: Map<SourceSection, Additions>,
  outline: Outline,
  report: Report,
  { figures, known }: AdditionOptions,
): { metrics: number; targets: number; misnumbered: string[] } {
  const sections = allSections(outline);
  const prose = new Map<Section, Prose[]>();
  for (const each of figures ? new Reading(report).texts : [])
    if (each.section && /^(?:title|body)$/.test(String(each.path.at(-1))))
      prose.set(each.section, [...(prose.get(each.section) ?? []), each]);
  const taken = { metrics: new TakenNames(known?.metrics), targets: new TakenNames(known?.targets) };
  const found = { metrics: 0, targets: 0, misnumbered: [] as string[] };
  report.sections.forEach((section, index) => {
    const source = sections[index];
    if (source === undefined) return;
    const added: Additions = {};
    const typed = source.number?.written;
    if (typed !== undefined && bare(typed) !== bare(section.number)) added.number = typed;
    if (typed !== undefined && !sameNumber(typed, section.number)) found.misnumbered.push(typed);
    const texts = prose.get(section) ?? [];
    if (section.part.kind === 'plan')
      added.targets = texts.flatMap((each) => targetsOf(each, taken.targets, report.calendar));
    else {
      const named = texts.reduce<NamedFigure[]>(
        (known, each) => [...known, ...namedFigures(each, taken.metrics, known)],
        [],
      );
      added.metrics = metricsOf(named, report.calendar);
    }
    const lead = leadIn(texts);
    if (lead !== undefined) added.lead = lead;
    found.metrics += added.metrics?.length ?? 0;
    found.targets += added.targets?.length ?? 0;
    additions.set(source, added);
  });
  return found;
}

/** Where the text says a declared figure otherwise, or not at all. */
function figureFindings(report: Report): readonly Finding[] {
  const reading = new Reading(report);
  return [...saidFigureFindings(reading, 'source'), ...repeatedFigureFindings(reading)];
}

/** Takes back names that the text of their section gives to another figure as well; says how many. */
function dropMisnamed(
  additions: Map<SourceSection, Additions>,
  outline: Outline,
  { report, sources }: ReturnType<typeof openReport>,
): number {
  const places = new Places(sources);
  const lines = new Set(
    (report ? figureFindings(report) : [])
      .flatMap((finding) => [finding, ...(finding.related ?? [])])
      .map((place) => places.of(place).start.line),
  );
  const sections = allSections(outline);
  let dropped = 0;
  report?.sections.forEach(({ metrics }, index) => {
    const added = additions.get(sections[index] as SourceSection);
    const wrong = new Set(
      metrics.filter(({ path }) => lines.has(places.of({ path, at: 'key' }).start.line)).map(({ id }) => id),
    );
    if (added?.metrics === undefined || wrong.size === 0) return;
    const kept = added.metrics.filter(({ key }) => !wrong.has(key));
    dropped += added.metrics.length - kept.length;
    added.metrics = kept;
  });
  return dropped;
}

const bare = (words: string): string => words.replaceAll(/\s/g, '');
/** Whether a number is the one that the order gives, whatever the width of its brackets. */
const sameNumber = (a: string, b: string): boolean => bare(a.normalize('NFKC')) === bare(b.normalize('NFKC'));

/** The office that a text names as the one in charge. */
function leadIn(texts: readonly Prose[]): string | undefined {
  for (const { text } of texts) {
    const found = /[（(【](?:牵头|责任)(?:单位|科室|部门|处室)?[：:]\s*([^，、；）)】\s]{2,20})/.exec(
      text,
    )?.[1];
    if (found !== undefined && !reserved.has(found)) return found;
  }
  return undefined;
}
